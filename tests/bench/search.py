"""Search at 10,000, 100,000 and 1,000,000 contributions: loading, sizes, and p50/p95 of each class of questions.

`python -m tests.bench.search` on a throw-away SQLite file; `.ci/with-postgres python -m tests.bench.search` on
PostgreSQL. `--sizes 10000,100000` for less, `--rounds 40` for how often each question is asked.
"""

import argparse
import datetime
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

_FOLDER = None
if "DATABASE_URL" not in os.environ:
    _FOLDER = tempfile.TemporaryDirectory()
    os.environ["DATABASE_URL"] = f"sqlite:///{_FOLDER.name}/bench.sqlite3"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minutes.settings")

import django  # noqa: E402

django.setup()

from django.contrib.auth.models import AnonymousUser  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from committees.models import Body, Committee, RuleProfile, Session, User  # noqa: E402
from minutes import search  # noqa: E402
from minutes.markup import Paragraph, Span  # noqa: E402
from minutes.models import Issue, Publication  # noqa: E402
from minutes.record.values import (  # noqa: E402
    BodyValue,
    CommitteeValue,
    ContributionRecord,
    DecisionRecord,
    ItemRecord,
    PartRecord,
    SessionRecord,
)

ITEMS, CONTRIBUTIONS = 30, 200
"""Of each session."""
TURNS = 3
"""Each question is asked so often, and its best time taken: other work on the machine is none of the search."""
COMMITTEES, SPEAKERS = 30, 400
_FIRST_DAY = datetime.date(2006, 1, 9)
_DAYS = 20 * 365
_LITTLE_TEXT = (
    "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis "
    "mehr durch"
)
_LITTLE = _LITTLE_TEXT.split()
_FIRST_TEXT = (
    "Haushalts Radwege Schul Kreis Verkehrs Jugend Bau Straßen Umwelt Klima Sozial Kultur Sport Wald Wasser Abfall "
    "Energie Gemeinde Bürger Kinder Familien Pflege Bildungs Integrations Wirtschafts Tourismus Land Forst Feuer "
    "Rettungs Brand Natur Boden Luft Lärm Grund Gewerbe Steuer Personal Verwaltungs Museums Bibliotheks Schwimm "
    "Turn Park Markt Brücken Fluss Bahn Bus"
)
_FIRST = _FIRST_TEXT.split()
_LAST_TEXT = (
    "plan konzept satzung gebühr förderung entwicklung ausschuss bericht antrag vorlage verordnung zentrum stelle "
    "planung prüfung steuer mittel ordnung schutz beirat amt haus hof weg brücke straße anlage gebäude fläche netz "
    "verbund programm projekt richtlinie vertrag vereinbarung versorgung betreuung beratung beteiligung sanierung "
    "erweiterung"
)
_LAST = _LAST_TEXT.split()
_SYLLABLES_TEXT = (
    "ba del fin gor hal kes lum mat nor pil qua rem sol tur ven wis zan bro cle dra fra gly kne schwa stro"
)
_SYLLABLES = _SYLLABLES_TEXT.split()


def vocabulary() -> tuple[list[str], list[float]]:
    """Words with how often they come, as in speech: the second half as often as the first, and so on."""
    dice = random.Random(1)
    verbs = [f"{a}{b}en" for a in _SYLLABLES for b in _SYLLABLES]
    nouns = [f"{a}{b}{end}" for a in _FIRST for b in _LAST for end in ("", "s", "en")]
    names = [f"{a}{b}{c}".capitalize() for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES]
    long = [f"{a}{b.capitalize()}"[:1] + f"{a}{b}"[1:] + c for a in _FIRST for b in _LAST[:20] for c in _LAST]
    rest = [*verbs, *nouns, *names, *long]
    dice.shuffle(rest)
    words = [*_LITTLE, *[f"{word}" for word in rest]]
    return words, [1.0 / (rank + 3) ** 1.05 for rank in range(len(words))]


WORDS, _WEIGHTS = vocabulary()
_ADDED = list(accumulate(_WEIGHTS))


_SPOKEN = random.Random(2).choices(WORDS, cum_weights=_ADDED, k=3_000_000)
"""What is said, one word after another; sentences are taken out of it anywhere."""


def sentence(dice: random.Random, length: int) -> str:
    start = dice.randrange(len(_SPOKEN) - length)
    return " ".join(_SPOKEN[start : start + length]).capitalize() + "."


def record(number: int, committee: Committee, day: datetime.date) -> SessionRecord:
    """An invented session, the same for the same number."""
    dice = random.Random(number)
    items = []
    for place in range(1, ITEMS + 1):
        spoken = CONTRIBUTIONS // ITEMS + (place <= CONTRIBUTIONS % ITEMS)
        speeches = tuple(
            ContributionRecord(
                id=f"{number:06}-{place}-{turn}",
                kind="speech",
                text=(Paragraph((Span("plain", sentence(dice, dice.randint(15, 75))),)),),
                speaker=f"Ktabg. {WORDS[3000 + (who := dice.randrange(SPEAKERS))].capitalize()}",
                person_id=str(who + 1),
            )
            for turn in range(spoken)
        )
        items.append(
            ItemRecord(
                id=f"{number:06}-{place}",
                number=str(place),
                label=f"TOP {place}",
                title=sentence(dice, dice.randint(3, 8)),
                is_public=True,
                order=("decision", "contributions"),
                outcome=dice.choice(("adopted", "rejected", "noted", "deferred")),
                decision=DecisionRecord("Beschluss", resolution=(Paragraph((Span("plain", sentence(dice, 25)),)),)),
                contributions=speeches,
            )
        )
    return SessionRecord(
        audience="public",
        session_id=str(number),
        reference=f"{committee.short_name}/{number}/{day.year}",
        number=number,
        year=day.year,
        date=day,
        body=BodyValue("bench", "Bench"),
        committee=CommitteeValue(str(committee.pk), committee.name, committee.short_name),
        title="NIEDERSCHRIFT",
        subtitle="",
        date_text="",
        place_text="",
        parts=(PartRecord("A", "Öffentlicher Teil", True, items=tuple(items)),),
    )


def load(first: int, last: int) -> float:
    """Sessions of these numbers, with rows of publications for their hits; how many seconds the index took."""
    committees = list(Committee.objects.order_by("pk"))
    user, now = User.objects.get(), timezone.now()
    numbers = range(first, last)
    # As they come: the oldest session first, over all the years whatever the number of sessions.
    days = {n: _FIRST_DAY + datetime.timedelta(days=place * _DAYS // len(numbers)) for place, n in enumerate(numbers)}
    of = {n: committees[n % COMMITTEES] for n in numbers}
    sessions = Session.objects.bulk_create(
        Session(committee=of[n], number=n, year=days[n].year, date=days[n], seats=9) for n in numbers
    )
    publications = Publication.objects.bulk_create(
        Publication(
            kind="import",
            audience="public",
            body=of[n].body,
            session=session,
            edition=1,
            record="{}",
            visible_from=now,
            published_at=now,
            published_by=user,
        )
        for n, session in zip(numbers, sessions, strict=True)
    )
    issues = Issue.objects.bulk_create(
        Issue(
            publication=publication,
            kind="import",
            audience="public",
            body_id=publication.body_id,
            committee=of[n],
            session=publication.session,
            date=days[n],
            body_key="B",
            body_name="Bench",
            committee_name=of[n].name,
            reference=f"{of[n].short_name}/{n}/{days[n].year}",
            title="Bench",
            visible_from=now,
        )
        for n, publication in zip(numbers, publications, strict=True)
    )
    made = 0.0

    def pairs() -> Iterator[tuple[Issue, SessionRecord]]:
        nonlocal made
        for n, issue in zip(numbers, issues, strict=True):
            start = time.perf_counter()
            value = record(n, of[n], days[n])
            made += time.perf_counter() - start
            yield issue, value

    start = time.perf_counter()
    search.index(pairs(), is_bulk=True)
    return time.perf_counter() - start - made


def questions() -> dict[str, list[dict[str, str]]]:
    """By class; each class asks for many words, and with each kind of filter."""
    dice = random.Random(7)
    nouns = [word for word in WORDS if word[0].isupper() and len(word) > 7]
    rare = nouns[30_000:30_200]
    frequent = [word for word in WORDS[len(_LITTLE) : 260] if len(word) > 5][:60]
    filters = [
        {},
        {"committee": "3"},
        {"kind": "contribution"},
        {"speaker": "17"},
        {"outcome": "adopted"},
        {"since": "2015-01-01", "until": "2015-12-31"},
        {"since": "2012-03-01", "until": "2018-06-30"},
        {"committee": "5", "kind": "decision", "since": "2010-01-01", "until": "2010-12-31"},
        {"order": "date"},
    ]

    def asked(texts: list[str]) -> list[dict[str, str]]:
        return [{"q": text, **dice.choice(filters)} for text in texts for _turn in range(2)]

    def phrases(words: list[str]) -> list[str]:
        return [f'"{dice.choice(_LITTLE[:8])} {word}"' for word in words]

    return {
        "rare": asked(rare[:60]),
        "frequent": asked(frequent),
        "very frequent (und)": [{"q": word, **more} for word in ("und", "der", "nicht") for more in filters],
        "frequent and frequent": asked([" ".join(dice.sample(frequent, 2)) for _turn in range(60)]),
        "frequent and rare": asked([f"{dice.choice(frequent)} {word}" for word in rare[:60]]),
        "frequent phrase": asked(phrases(frequent)),
        "rare phrase": asked(phrases(rare[:60])),
        "prefix": asked([f"{word[:6].lower()}*" for word in dice.sample(nouns, 60)]),
        "short prefix": asked([f"{word[:3].lower()}*" for word in dice.sample(nouns, 60)]),
        "compound part": asked([word for word in (*_LAST, *_FIRST) if len(word) > 4][:60]),
        "exclusion": asked([f"{word} -{dice.choice(frequent)}" for word in frequent]),
        "typo": asked([word[:4] + word[5] + word[4] + word[6:] for word in rare[:60]]),
        "filters alone": [{"kind": "decision", **more} for more in filters] * 4,
    }


def _asked(data: dict[str, str], user: AnonymousUser) -> float:
    start = time.perf_counter()
    search.find(search.Question.of(data), user)
    return (time.perf_counter() - start) * 1000


def measure(rounds: int) -> dict[str, tuple[float, float, float]]:
    nobody = AnonymousUser()
    for _turn in range(3):
        search.find(search.Question.of({"q": "Haushalt"}), nobody)
    figures = {}
    for name, asked in questions().items():
        dice = random.Random(3)
        sample = asked if len(asked) <= rounds else dice.sample(asked, rounds)
        times = []
        for data in sample:
            times.append(min(_asked(data, nobody) for _turn in range(TURNS)))
        times.sort()
        figures[name] = (times[len(times) // 2], times[min(int(len(times) * 0.95), len(times) - 1)], times[-1])
    times = []
    for word in random.Random(5).sample([w for w in WORDS if len(w) > 8], rounds):
        start = time.perf_counter()
        search.suggestions(word[:4])
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    figures["suggestions"] = (times[len(times) // 2], times[int(len(times) * 0.95)], times[-1])
    return figures


def sizes() -> str:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return f"file {Path(connection.settings_dict['NAME']).stat().st_size / 1e6:.0f} MB"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, pg_total_relation_size(oid), pg_indexes_size(oid) FROM pg_class "
            "WHERE relname LIKE 'minutes_public%' AND relkind = 'r' AND pg_total_relation_size(oid) > 1e6"
        )
        rows = cursor.fetchall()
        cursor.execute("SELECT pg_relation_size('minutes_publicentry_vector')")
        found = [f"{name} {total / 1e6:.0f} MB (indexes {indexes / 1e6:.0f})" for name, total, indexes in rows]
        return ", ".join([*found, f"GIN {cursor.fetchone()[0] / 1e6:.0f} MB"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--rounds", type=int, default=100)
    options = parser.parse_args()
    out = sys.stdout.write
    call_command("migrate", verbosity=0)
    if not Committee.objects.exists():
        body = Body.objects.create(key="bench", name="Bench", profile=RuleProfile.objects.create(name="Bench"))
        Committee.objects.bulk_create(
            Committee(body=body, name=f"Ausschuss {n}", short_name=f"A{n}", seats=9, start=_FIRST_DAY)
            for n in range(COMMITTEES)
        )
        User.objects.create_user("bench@example.org", role="admin")
    first, before = Session.objects.count(), None
    for size in map(int, options.sizes.split(",")):
        last = size // CONTRIBUTIONS
        if last > first:
            seconds = load(first, last)
            out(f"\n{connection.vendor}, {size:,} contributions: {seconds:.1f} s more for the index; {sizes()}\n")
            first = last
        figures = measure(options.rounds)
        for name, (p50, p95, most) in figures.items():
            growth = f"  ×{p95 / before[name][1]:.1f}" if before else ""
            out(f"  {name:24} p50 {p50:7.1f}  p95 {p95:7.1f}  max {most:7.1f} ms{growth}\n")
        before = figures
        sys.stdout.flush()


if __name__ == "__main__":
    main()
