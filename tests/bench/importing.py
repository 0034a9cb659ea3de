"""`make bench-import`: objects per second and peak memory of importing 10,000 and 100,000 objects, on this machine.

Each size is imported by a process of its own, from a folder that another system might have made, into a throw-away
SQLite file, or into the empty database that DATABASE_URL names. Beside it stands what the machine needs in the same
process to parse the same lines and to insert them as bare rows. `--sizes 10000` for less.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SIZES = (10_000, 100_000)
ITEMS = 12
BASE = "https://ris.messdorf.example"
_TYPE = "https://schema.oparl.org/1.1/"
_STAMP = {"created": "2024-01-01T12:00:00+01:00", "modified": "2024-01-01T12:00:00+01:00"}
_OF_A_MEETING = 1 + 1 + 2 + ITEMS + 3 * 3  # itself, place, files, items, papers with file and consultation
_COMMITTEES, _PEOPLE, _SEATS = 20, 300, 3
_RESULTS = ("Einstimmig beschlossen", "Mehrheitlich abgelehnt", "Zur Kenntnis genommen", "Vertagt", "", "")
_WORDS = (
    "Haushalt",
    "Radweg",
    "Schule",
    "Brücke",
    "Bauplan",
    "Satzung",
    "Gebühr",
    "Förderung",
    "Wald",
    "Bericht",
)


def _made(kind: str, key: str, **values: Any) -> dict[str, Any]:
    return {"id": f"{BASE}/{kind.lower()}/{key}", "type": f"{_TYPE}{kind}", **_STAMP, **values}


def objects(count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """About so many objects, embedded ones counted, each with the name of its file; the same each time."""
    dice = random.Random(1)
    body = _made("Body", "1", name="Stadt Messdorf", shortName="MES")
    yield "0-body", body
    for number in range(5):
        year = 1999 + number * 5
        term = {"name": f"{number}. Wahlperiode", "startDate": f"{year}-11-01", "endDate": f"{year + 5}-10-31"}
        yield "1-term", _made("LegislativeTerm", str(number), body=body["id"], **term)
    for number in range(_COMMITTEES):
        name = f"Ausschuss {number}"
        yield "2-organization", _made("Organization", str(number), body=body["id"], name=name, shortName=f"A{number}")
    for number in range(_PEOPLE):
        seats = [
            _made(
                "Membership",
                f"{number}-{place}",
                organization=f"{BASE}/organization/{(number + place) % _COMMITTEES}",
                role="Mitglied",
                startDate=f"{1999 + place * 5}-11-01",
            )
            for place in range(_SEATS)
        ]
        yield "3-person", _made("Person", str(number), familyName=f"Name{number}", givenName="Vor", membership=seats)
    meetings = max(1, (count - 6 - _COMMITTEES - _PEOPLE * (1 + _SEATS)) // _OF_A_MEETING)
    for number in range(meetings):
        yield from _meeting(number, body["id"], dice)


def _meeting(number: int, body: str, dice: random.Random) -> Iterator[tuple[str, dict[str, Any]]]:
    turn, committee = divmod(number, _COMMITTEES)
    day = f"{2000 + turn // 240 % 24}-{turn % 12 + 1:02}-{turn // 12 % 20 + 1:02}"
    for place in range(3):
        key = f"{number}-{place}"
        yield (
            "4-paper",
            _made(
                "Paper",
                key,
                body=body,
                reference=f"V/{number}/{place}",
                name=f"{dice.choice(_WORDS)} {key}",
                paperType="Vorlage",
                date=day,
                mainFile=_made("File", f"p{key}", name="Vorlage", accessUrl=f"{BASE}/f/{key}.pdf"),
                consultation=[
                    _made(
                        "Consultation", key, agendaItem=f"{BASE}/agendaitem/{key}", meeting=f"{BASE}/meeting/{number}"
                    )
                ],
            ),
        )
    items = []
    for order in range(ITEMS):
        result = dice.choice(_RESULTS)
        text = f"Der {dice.choice(_WORDS)} wird {' '.join(dice.choices(_WORDS, k=20))} beschlossen."
        values = {"result": result, "resolutionText": text} if result else {}
        name = f"{dice.choice(_WORDS)} im Jahr {2000 + order}"
        items.append(_made("AgendaItem", f"{number}-{order}", number=str(order + 1), order=order, name=name, **values))
    yield (
        "5-meeting",
        _made(
            "Meeting",
            str(number),
            name=f"Sitzung {number}",
            start=f"{day}T17:00:00+01:00",
            end=f"{day}T19:00:00+01:00",
            meetingState="durchgeführt",
            organization=[f"{BASE}/organization/{committee}"],
            participant=[f"{BASE}/person/{dice.randrange(_PEOPLE)}" for _place in range(15)],
            location=_made("Location", str(number), description="Rathaus"),
            invitation=_made("File", f"i{number}", name="Einladung", accessUrl=f"{BASE}/f/i{number}.pdf"),
            resultsProtocol=_made("File", f"r{number}", name="Niederschrift", accessUrl=f"{BASE}/f/r{number}.pdf"),
            agendaItem=items,
        ),
    )


def write(folder: Path, count: int) -> None:
    """The objects as JSON Lines, written as they are made."""
    files: dict[str, Any] = {}
    for name, one in objects(count):
        if name not in files:
            files[name] = (folder / f"{name}.jsonl").open("w", encoding="utf-8")
        files[name].write(json.dumps(one, ensure_ascii=False) + "\n")
    for file in files.values():
        file.close()


def child(folder: Path) -> None:
    """Import in this process, and tell how long it took and how much memory it needed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minutes.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from committees.models import User
    from minutes.importing.oparl import folder as reading
    from minutes.importing.oparl import running
    from minutes.importing.oparl.taking_apart import flattened
    from minutes.models import ImportedObject, ImportRun

    call_command("migrate", verbosity=0)
    by = User.objects.create_superuser("bench@example.org", "bench-2026-bench")
    before = _memory()
    run = ImportRun.objects.create(source=str(folder), owner=by, options={})
    start = time.perf_counter()
    stages: dict[str, float] = {}
    last = [start, "fetch"]

    def tell(row: ImportRun) -> None:
        now = time.perf_counter()
        name = row.stage if row.stage != "build" else f"build {row.cursor.get('build')}"
        stages[last[1]] = stages.get(last[1], 0.0) + now - last[0]
        last[:] = [now, name]

    running.run(run.pk, progress=tell)
    taken = time.perf_counter() - start
    run.refresh_from_db()
    assert run.state == "done", run.failure
    count = ImportedObject.objects.count()
    peak = _memory()
    start = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (id VARCHAR(500) PRIMARY KEY, payload TEXT)")
        for path in reading.files_in(folder):
            rows: list[tuple[str, str]] = []
            for one in reading.objects_in(path):
                rows += [(flat.external_id, json.dumps(flat.data)) for flat in flattened(one)]
                if len(rows) >= 500:
                    _insert(cursor, rows)
            _insert(cursor, rows)
        cursor.execute("DROP TABLE bare")
    bare = time.perf_counter() - start
    facts = {"count": count, "seconds": taken, "bare": bare, "before": before, "peak": peak, "stages": stages}
    sys.stdout.write(json.dumps(facts) + "\n")


def _insert(cursor: Any, rows: list[tuple[str, str]]) -> None:
    cursor.executemany("INSERT INTO bare VALUES (%s, %s)", rows)
    rows.clear()


def _memory() -> float:
    """Peak memory of this process until now, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(count: int) -> dict[str, Any]:
    """Import so many objects in a process of their own."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "source"
        folder.mkdir()
        write(folder, count)
        database = os.environ.get("DATABASE_URL") or f"sqlite:///{place}/bench.sqlite3"
        environment = {**os.environ, "DATABASE_URL": database}
        command = [sys.executable, "-m", "tests.bench.importing", "--child", str(folder)]
        found = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
        if found.returncode:
            sys.exit(found.stderr[-3000:])
        facts: dict[str, Any] = json.loads(found.stdout.splitlines()[-1])
        return facts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(options.child)
        return
    out = sys.stdout.write
    out(
        f"{'objects':>9} {'seconds':>9} {'objects/s':>10} {'bare rows':>10} {'ratio':>6} {'peak MB':>8} {'before':>8}\n"
    )
    for size in map(int, options.sizes.split(",")):
        found = measure(size)
        speed, bare = found["count"] / found["seconds"], found["count"] / found["bare"]
        out(
            f"{found['count']:>9,} {found['seconds']:>9.1f} {speed:>10,.0f} {bare:>10,.0f} {bare / speed:>6.1f} "
            f"{found['peak']:>8.0f} {found['before']:>8.0f}\n"
        )
        parts = ", ".join(f"{name} {seconds:.1f}" for name, seconds in found["stages"].items())
        out(f"          seconds: {parts}\n")


if __name__ == "__main__":
    main()
