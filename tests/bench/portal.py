"""`make bench-portal`: what pages of the portal cost beside bare WSGI with the same bytes, on this machine, in one run.

The county is that of `manage.py scale`, in a file of its own, or in the database that DATABASE_URL names.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

import django

_FOLDER = Path(tempfile.gettempdir()) / "gremia-bench-portal"
_FOLDER.mkdir(exist_ok=True)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minutes.settings")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_FOLDER / 'scale.sqlite3'}")
django.setup()

from dataclasses import replace  # noqa: E402 (Django first)

from django.conf import settings  # noqa: E402
from django.core.cache import caches  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from committees.models import Session, User  # noqa: E402
from minutes import articles, publishing  # noqa: E402
from minutes.models import Issue, Publication, PublishedMinutes  # noqa: E402
from minutes.record.serialise import from_bytes  # noqa: E402
from minutes.scale import county, loading  # noqa: E402
from minutes.scale.records import contributions_of  # noqa: E402
from tests.bench import load  # noqa: E402

CONTRIBUTIONS_AN_ITEM = 10
GOALS = {"built": 1 / 15, "kept": 1 / 2, "304": 1 / 4}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=5_000, help="size of the county if it has to be made")
    parser.add_argument("--seconds", type=float, default=3, help="how long each is asked for, each time")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not loading.is_loaded():
        start = time.monotonic()
        call_command("scale", sessions=options.sessions)
        say(f"loaded in {time.monotonic() - start:.0f} s")
    say(f"{connection.vendor}: {Issue.objects.count():,} issues")
    page = long_session()
    beside_bare(page, options.seconds, options.rounds)
    each_page()


def long_session() -> str:
    """The address of a session of 30 items and 300 contributions."""
    session = Session.objects.filter(committee__body__key=county.BODY["key"]).earliest("date", "number")
    known = Publication.objects.filter(session=session).latest("edition")
    record = from_bytes(known.record.encode())
    people = tuple((int(row.person_id), row.name) for row in record.attendance[0].rows)
    items = tuple(
        replace(
            item,
            contributions=contributions_of(0, place, people, CONTRIBUTIONS_AN_ITEM),
            order=("contributions", *(name for name in item.order if name != "contributions")),
        )
        for place, item in enumerate(record.items())
    )
    wanted = replace(record, parts=(replace(record.parts[0], items=items),))
    is_kept = PublishedMinutes.objects.filter(pk=known.pk, made_by=articles.edition()).exists()
    if wanted != record or not is_kept:
        by = User.objects.get(email="scale@example.org")
        publishing.freeze(wanted, kind=Publication.Kind.IMPORT, subject=session, by=by)
    return Issue.objects.current().get(session=session).get_absolute_url()


def beside_bare(page: str, seconds: float, rounds: int) -> None:
    """Requests a second, by turns: bare, built anew, kept, and 304."""
    with load.gunicorn("minutes.wsgi", ALLOWED_HOSTS="*") as ours:
        with urlopen(f"http://127.0.0.1:{ours[0]}{page}") as answer:
            content, tag = answer.read(), answer.headers["ETag"]
        bytes_of_page = _FOLDER / "page.html"
        bytes_of_page.write_bytes(content)
        say(f"\n{page}: {len(content):,} bytes; two workers, a client for each")
        with load.gunicorn("tests.bench.bare", BARE_CONTENT=str(bytes_of_page)) as bare:
            ways = {
                "bare": lambda: load.pace(bare, page, seconds=seconds),
                "built": lambda: load.pace(ours, page, seconds=seconds, varies=True),
                "kept": lambda: load.pace(ours, page, seconds=seconds),
                "304": lambda: load.pace(ours, page, seconds=seconds, headers=f"If-None-Match: {tag}\r\n", status=304),
            }
            measured: dict[str, list[load.Pace]] = {name: [] for name in ways}
            for _round in range(rounds):
                for name, measure in ways.items():
                    measured[name].append(measure())
    base = statistics.median(pace.rate for pace in measured["bare"])
    for name, paces in measured.items():
        rate, p95 = (statistics.median(values) for values in zip(*paces, strict=True))
        goal = f"  goal {GOALS[name]:.3f}" if name in GOALS else ""
        say(f"{name:6} {rate:8.0f} a second   p95 {p95:6.1f} ms   {rate / base:.3f} of bare{goal}")


def each_page() -> None:
    """Each kind of page, built: its queries, and the milliseconds of this process."""
    settings.ALLOWED_HOSTS = ["*"]
    say()
    for url in pages():
        client = Client()
        client.get(url)
        times = []
        for _time in range(10):
            caches["pages"].clear()
            start = time.perf_counter()
            response = client.get(url)
            times.append((time.perf_counter() - start) * 1000)
        caches["pages"].clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        times.sort()
        took = f"p50 {times[5]:6.1f}  p95 {times[9]:6.1f} ms"
        say(f"{response.status_code} {len(queries)} queries  {took} {len(response.content):8,} B  {url}")


def pages() -> list[str]:
    """One of each kind."""
    issue = Issue.objects.minutes().current().filter(committee__short_name="KT", body__key="SCALE").latest("date")
    session = issue.get_absolute_url()
    paper = Issue.objects.current().of_kind("paper").filter(body__key="SCALE").latest("date")
    return [
        "/",
        "/minutes/",
        "/minutes/?year=2015",
        "/minutes/agendas/",
        session,
        f"{session}items/5/",
        "/papers/",
        paper.get_absolute_url(),
        "/bodies/",
        "/bodies/SCALE/committees/KT/",
    ]


def say(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
