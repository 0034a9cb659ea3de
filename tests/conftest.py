"""What every test stands on: settings that need no built files and no slow hashing."""

import gc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connections
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import override_settings
from hypothesis import settings as hypothesis_settings
from xdist.scheduler import LoadScopeScheduling

from minutes.guards import PROVED
from minutes.portal.house import footer
from tests.sampling import part_of

# The sample is the same every time; the full search (`make test-slow`) looks elsewhere each time. No deadlines: a busy
# machine is no mistake.
hypothesis_settings.register_profile("sample", max_examples=50, derandomize=True, deadline=None)
hypothesis_settings.register_profile("full", max_examples=500, deadline=None)
hypothesis_settings.load_profile("sample")


class DearTogether(LoadScopeScheduling):
    """Tests are spread one by one, but for those that share something dear, which one worker makes for all of them:
    the world of the demo, that of the leaks, what LibreOffice read.
    """

    PLACES = (
        "tests/minutes/demo/",
        "tests/test_leaks.py",
        "tests/minutes/documents/test_same_words.py",
        "tests/minutes/oparl/test_scale.py",
        "tests/minutes/importing/test_move_of_the_demo.py",
        "tests/minutes/importing/oparl/test_from_gremia.py",
    )

    def _split_scope(self, nodeid: str) -> str:
        return next((place for place in self.PLACES if nodeid.startswith(place)), nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> DearTogether:
    """Not xdist's own groups: since pytest 9.2 they are not seen."""
    return DearTogether(config, log)


_DATABASE = frozenset({"db", "transactional_db", "django_db_setup", "live_server"})


# Where it matters to the long tests which database it is: locks, processes that are killed, what it refuses to store.
_BY_THE_DATABASE = (
    "tests/minutes/bulk/",
    "tests/minutes/desk/live/",
    "tests/minutes/follow/",
    "tests/minutes/importing/oparl/test_rubbish.py",
    "tests/minutes/importing/test_archive.py",
    "tests/minutes/importing/test_move_of_the_demo.py",
    "tests/minutes/importing/test_texts_fuzz.py",
    "tests/browser/test_whole_session.py",
)
# How a page looks, how a document is set, who may open what and how many questions that takes is the same whatever
# answers them; that nothing leaks is tried on both.
_ALIKE = (
    "tests/test_access.py",
    "tests/test_query_counts.py",
    "tests/browser/desk/test_accessible.py",
    "tests/browser/test_keyboard.py",
    "tests/browser/test_look.py",
    "tests/browser/test_reading_without_javascript.py",
    "tests/minutes/documents/",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--part", default="1/1", help="which of how many parts of the chosen tests: 2/3 runs every third")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is the same on both databases is tested on SQLite alone: what needs none, and most of what takes long.

    Of what is left, one part.
    """
    if connections["default"].vendor == "postgresql":
        alike = [item for item in items if not _depends_on_database(item)]
        config.hook.pytest_deselected(items=alike)
        items[:] = [item for item in items if _depends_on_database(item)]
    chosen = part_of(items, config.getoption("--part"))
    others = set(items).difference(chosen)
    config.hook.pytest_deselected(items=[item for item in items if item in others])
    items[:] = chosen


def _depends_on_database(item: pytest.Item) -> bool:
    needs = item.get_closest_marker("django_db") is not None or not _DATABASE.isdisjoint(item.fixturenames)
    # Properties are tried on a sample on both, and searched in full on one.
    is_search = item.config.getoption("--hypothesis-profile") == "full" and item.get_closest_marker("hypothesis")
    takes_long = item.get_closest_marker("slow") or is_search
    is_alike = item.nodeid.startswith(_ALIKE)
    return needs and not is_alike and (not takes_long or item.nodeid.startswith(_BY_THE_DATABASE))


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was imported stays: looking through it again and again for garbage takes a tenth of the time."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Each reason for skipping once, not once a test; and what the tests measured."""
    for reason in sorted({report.longrepr[2] for report in terminalreporter.getreports("skipped")}):
        terminalreporter.write_line(reason)
    passed = terminalreporter.getreports("passed")
    for figure in sorted({value for report in passed for name, value in report.user_properties if name == "figure"}):
        terminalreporter.write_line(figure)


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """`figure("a roll call of 40: 22 keys")`: a measured figure, printed at the end of the run; it decides nothing."""
    return lambda text: record_property("figure", text)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, tmp_path_factory):
    """SQLite in a file, as in an office: in memory, a live server's threads would share one connection."""
    database = connections["default"].settings_dict
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def emptying_the_database():
    """Tests with a live server empty the tables between them, which the guards of what is written once refuse.

    The server may still answer the last question of a page that is closed; then emptying waits its turn again.
    """
    flush = BaseDatabaseOperations.execute_sql_flush

    def without_guards(operations, statements):
        vendor = operations.connection.vendor
        down = [statement for guard in PROVED for statement in guard.drop(vendor)]
        up = [statement for guard in PROVED for statement in guard.create(vendor)]
        for _chance in range(4):
            # PostgreSQL breaks off one of two that wait for each other: this, or a page's last question.
            with suppress(OperationalError):
                flush(operations, [*down, *statements, *up])
                return
        flush(operations, [*down, *statements, *up])

    BaseDatabaseOperations.execute_sql_flush = without_guards
    yield
    BaseDatabaseOperations.execute_sql_flush = flush


@pytest.fixture(scope="session", autouse=True)
def test_settings(django_test_environment, tmp_path_factory):
    """Static files from their sources, cheap hashes, uploads and exports in folders of pytest, nothing kept."""
    nothing = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    with override_settings(
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        WHITENOISE_AUTOREFRESH=True,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        MEDIA_ROOT=tmp_path_factory.mktemp("media"),
        EXPORTS_ROOT=tmp_path_factory.mktemp("exports"),
        CACHES={**settings.CACHES, "documents": nothing, "pages": nothing},
    ):
        yield


@pytest.fixture
def form_pack(settings):
    """The addresses and templates of `tests/form_pack.py`, beside those of the site."""
    settings.ROOT_URLCONF = "tests.form_pack"
    [templates] = settings.TEMPLATES
    settings.TEMPLATES = [{**templates, "DIRS": [*templates["DIRS"], Path(__file__).parent / "templates"]}]


@pytest.fixture(autouse=True)
def empty_foot():
    """The foot of every page knows of no page of the house, without asking: literal query counts stay literal."""
    footer.remember(frozenset())
