"""Room: minutes. Loads the invented county: records and pages are made on all cores, rows are stored in bulk."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from django.db import connection, transaction
from django.utils import timezone, translation

from committees.models import (
    Body,
    Committee,
    Faction,
    LegislativeTerm,
    Membership,
    Paper,
    Person,
    RuleProfile,
    Session,
    User,
)
from minutes import announcing, articles, first_editions, projection, search
from minutes.demo import county as demo
from minutes.models import Publication
from minutes.oparl import projecting as oparl
from minutes.papers import without_files
from minutes.record.serialise import canonical_bytes

from . import county
from .records import Keys, record_of

_BATCH = 50
_PAPER_BATCH = 500
_AHEAD = 4  # batches that wait to be stored, so that none of the two sides waits for the other
Progress = Callable[[int], None]


class Made(NamedTuple):
    """What takes long to make of a session."""

    index: int
    content: bytes
    article: str


def is_loaded() -> bool:
    """Whether the invented county is there."""
    return Body.objects.filter(key=county.BODY["key"]).exists()


def has_real_data() -> bool:
    """Whether minutes of another body than the demo's were published here."""
    return Publication.objects.exclude(body__key=demo.BODY["key"]).exists()


def load(sessions: int, *, progress: Progress = lambda done: None) -> None:
    """Write so many sessions with their published minutes, all or nothing; `progress` is told how many are done."""
    with transaction.atomic():
        by = User.objects.create_user("scale@example.org", role=User.Role.ADMIN, is_active=False)
        keys, loader = _directory(sessions, by)
        for start, batch in _batches(sessions, keys):
            _store(batch, keys, by, loader)
            progress(start + len(batch))
        loader.finish()
        oparl.project_many_papers(key for key, _reference, _title in keys.papers)
        oparl.project_bodies([_body().pk])
        projection.changed()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _directory(sessions: int, by: User) -> tuple[Keys, search.Loader]:
    """Who sits where, and what else the sessions name; the index of the search is open from then on."""
    profile = RuleProfile.objects.create(name=county.PROFILE)
    body = Body.objects.create(**county.BODY, profile=profile)
    terms = [LegislativeTerm(body=body, name=name, start=start, end=end) for name, start, end in county.TERMS]
    terms = LegislativeTerm.objects.bulk_create(terms)
    committees = Committee.objects.bulk_create(
        Committee(
            body=body,
            short_name=short_name,
            name=name,
            kind=Committee.Kind.COUNCIL if short_name == "KT" else Committee.Kind.COMMITTEE,
            seats=county.SEATS,
            start=county.TERMS[0][1],
        )
        for short_name, name in county.COMMITTEES
    )
    people = _members(terms, committees)
    for committee in committees:
        announcing.publish_directory(committee, by=by)
    loader = search.Loader(is_bulk=True)
    keys = Keys(
        sessions=_sessions(sessions, committees),
        committees=tuple(committee.pk for committee in committees),
        people=people,
        papers=_papers(sessions, body, by, loader),
    )
    return keys, loader


def _members(terms: list[LegislativeTerm], committees: list[Committee]) -> dict:
    """Who sits where: each term has its people, who sit in several committees."""
    people = Person.objects.bulk_create(
        Person(last_name=name, first_name=county.FIRST_NAMES[place % len(county.FIRST_NAMES)])
        for place, name in enumerate(county.SURNAMES)
    )
    found, seats = {}, []
    for number, term in enumerate(terms):
        factions = Faction.objects.bulk_create(
            Faction(term=term, name=f"Fraktion {name}", short_name=name, position=position)
            for position, name in enumerate(county.FACTIONS, start=1)
        )
        for place, committee in enumerate(committees):
            first = number * 25 + place * 5
            members = [people[(first + step) % len(people)] for step in range(county.SEATS)]
            found[place, number] = tuple((row.pk, f"{row.last_name}, {row.first_name}") for row in members)
            seats += [
                Membership(
                    committee=committee,
                    person=row,
                    faction=factions[step % len(factions)],
                    function=Membership.Function.CHAIR if not step else Membership.Function.MEMBER,
                    start=term.start,
                    end=term.end,
                )
                for step, row in enumerate(members)
            ]
    Membership.objects.bulk_create(seats)
    return found


def _sessions(count: int, committees: list[Committee]) -> dict[int, str]:
    rows = []
    for index in range(count):
        place = county.place_of(index)
        rows.append(
            Session(
                committee=committees[place.committee],
                number=place.number,
                year=place.year,
                date=place.day,
                place="Kreishaus",
                room="Sitzungssaal",
                seats=county.SEATS,
            )
        )
    Session.objects.bulk_create(rows, batch_size=1_000)
    return {index: str(row.pk) for index, row in enumerate(rows)}


def _papers(count: int, body: Body, by: User, loader: search.Loader) -> tuple[tuple[int, str, str], ...]:
    """Published papers, of all twenty years."""
    rows = Paper.objects.bulk_create(
        (
            Paper(
                body=body,
                reference=f"V-{number:06}",
                title=f"Vorlage zur {county.COMPOUNDS[number * 7 % len(county.COMPOUNDS)]}",
                is_public=True,
                date=county.FIRST_DAY + timedelta(days=number % 7_000),
            )
            for number in range(1, count + 1)
        ),
        batch_size=1_000,
    )
    for start in range(0, count, _PAPER_BATCH):
        batch = [(row, without_files(row)) for row in rows[start : start + _PAPER_BATCH]]
        editions = [
            first_editions.edition(
                record, kind=Publication.Kind.PAPER, by=by, at=_moment(row.date), body=body, paper=row
            )
            for row, record in batch
        ]
        records = [record for _row, record in batch]
        for issue, record in zip(first_editions.store(editions, records, by=by), records, strict=True):
            loader.add(issue, record)
    return tuple((row.pk, row.reference, row.title) for row in rows)


def _batches(sessions: int, keys: Keys) -> Iterator[tuple[int, list[Made]]]:
    """The sessions in order, some at a time, made on all cores meanwhile."""
    numbers = [range(start, min(start + _BATCH, sessions)) for start in range(0, sessions, _BATCH)]
    make = partial(_make, keys=keys)
    # The connection of this process is not for others; theirs is never opened.
    with ProcessPoolExecutor(os.cpu_count(), mp_context=multiprocessing.get_context("fork")) as pool:
        waiting: deque = deque()
        for batch in numbers:
            waiting.append((batch.start, pool.submit(make, batch)))
            if len(waiting) > _AHEAD:
                start, made = waiting.popleft()
                yield start, made.result()
        for start, made in waiting:
            yield start, made.result()


def _make(batch: range, *, keys: Keys) -> list[Made]:
    found = []
    with translation.override("de"):
        for index in batch:
            record = record_of(index, keys)
            found.append(Made(index, canonical_bytes(record), articles.article_of(record)))
    return found


def _body() -> Body:
    """The county."""
    return Body.objects.get(key=county.BODY["key"])


def _store(batch: list[Made], keys: Keys, by: User, loader: search.Loader) -> None:
    body = _body()
    records = [record_of(made.index, keys) for made in batch]
    editions = [
        first_editions.edition(
            record,
            kind=Publication.Kind.IMPORT,
            by=by,
            at=_moment(record.date + timedelta(days=14)),
            content=made.content,
            body=body,
            session_id=keys.sessions[made.index],
        )
        for made, record in zip(batch, records, strict=True)
    ]
    issues = first_editions.store(editions, records, by=by)
    first_editions.project_minutes(issues, records, loader, pages=[made.article for made in batch])


def _moment(day: date) -> datetime:
    """Noon of a day, at the latest of yesterday."""
    return timezone.make_aware(datetime.combine(min(day, timezone.localdate() - timedelta(days=1)), time(12)))
