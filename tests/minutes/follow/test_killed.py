"""Workers that are killed: before the mail is handed over it goes later, after that it is not sent again."""

import datetime
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from minutes import publishing
from minutes.following import alerts, claims
from minutes.models import Alert
from tests import cast
from tests.minutes.follow import mailing
from tests.minutes.follow.conftest import follower, session_on
from tests.process import ROOT, database_url

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

FOLLOWERS = 5
_PATIENCE = 60


@pytest.fixture(autouse=True)
def outbox(transactional_db) -> None:
    """An agenda that five people are to be told of."""
    place = cast.county()
    room = session_on(place, timezone.localdate() + datetime.timedelta(days=1), number=1)
    for number in range(FOLLOWERS):
        follower(place, email=f"a{number}@example.org")
    publishing.publish_agenda(room.session, by=cast.user("clerk", place.committee))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mails").mkdir()
    return tmp_path / "mails"


@pytest.fixture
def worker(folder, tmp_path) -> Callable[..., subprocess.Popen]:
    """`worker(stops="before")`: `manage.py send_alerts` as a process of its own, on the rows of the test."""
    started: list[subprocess.Popen] = []

    def start(stops: str = "") -> subprocess.Popen:
        environment = {
            **os.environ,
            "DATABASE_URL": database_url(),
            "SECRET_KEY": django_settings.SECRET_KEY,
            "SITE_URL": django_settings.SITE_URL,
            "EMAIL_BACKEND": "tests.minutes.follow.mailing.Written",
            mailing.FOLDER: str(folder),
            mailing.STOP: stops,
        }
        command = [sys.executable, "manage.py", "send_alerts"]
        with (tmp_path / "process.log").open("ab") as log:
            one = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)  # noqa: S603 - our own
        started.append(one)
        return one

    yield start
    for one in started:
        if one.poll() is None:
            one.kill()
        one.wait()


def killed(process: subprocess.Popen, folder) -> None:
    """Killed where it stopped."""
    end = time.monotonic() + _PATIENCE
    while not (folder / "stopped").exists():
        assert time.monotonic() < end
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    (folder / "stopped").unlink()


def later() -> None:
    """What the lost worker held has run out."""
    Alert.objects.exclude(claim=None).update(changed_at=timezone.now() - claims.STALE * 2)


def receivers(folder) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.eml")]
    return sorted(line[4:] for text in texts for line in text.splitlines() if line.startswith("To: "))


def everybody(*, but: int = 0) -> list[str]:
    return [f"a{number}@example.org" for number in range(FOLLOWERS)][but:]


def test_killed_between_looking_and_sending_everybody_is_told_once(worker, folder):
    killed(worker(stops="open"), folder)
    assert Alert.objects.filter(state="waiting").count() == FOLLOWERS
    assert worker().wait(timeout=_PATIENCE) == 0
    assert receivers(folder) == everybody()


def test_killed_with_a_claim_before_handing_over_the_mail_goes_later(worker, folder):
    alerts.look()
    first = Alert.objects.earliest("due_at", "pk")
    claims.take(first.subscription_id)
    assert worker().wait(timeout=_PATIENCE) == 0
    assert len(receivers(folder)) == FOLLOWERS - 1
    later()
    assert worker().wait(timeout=_PATIENCE) == 0
    assert receivers(folder) == everybody()


@pytest.mark.parametrize(("stops", "written"), [("before", 0), ("after", 1)])
def test_killed_while_handing_over_that_mail_is_not_sent_again_and_all_others_are(worker, folder, stops, written):
    killed(worker(stops=stops), folder)
    assert len(receivers(folder)) == written
    assert Alert.objects.filter(state="handing_over").count() == 1
    later()
    for _again in range(2):
        assert worker().wait(timeout=_PATIENCE) == 0
    found = receivers(folder)
    assert len(found) == len(set(found)) == FOLLOWERS - 1 + written
    assert Alert.objects.filter(state="sent").count() == FOLLOWERS - 1


def test_two_workers_at_once_tell_everybody_once(worker, folder):
    both = [worker(), worker()]
    assert [one.wait(timeout=_PATIENCE) for one in both] == [0, 0]
    assert receivers(folder) == everybody()
