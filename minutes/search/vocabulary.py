"""Room: minutes, search. Which words there are, in how many entries, and which of them a typed word may mean."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from minutes.search import words
from minutes.search.index import Index
from minutes.search.parsing import Clause
from minutes.search.plan import MONTH

MOST_STEMS = 48
"""So many stems a typed word stands for at most, the most frequent ones."""
ALL = "_all"
"""The mark that every entry has."""
_SCANNED = 4_000
_NEXT_PART = 3
_LAST = "\U0010ffff"
_BATCH = 300


class Counts:
    """In how many entries, more or fewer than before, each stem and each word is."""

    def __init__(self) -> None:
        self.stems: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        self.shown: dict[str, tuple[str, str]] = {}
        self.seen: set[str] = set()

    def add(self, entry_words: str, title: str, text: str, *, by: int = 1) -> None:
        """Count an entry in, or with `by=-1` out."""
        found = set(entry_words.split())
        found.discard("_")
        found.add(ALL)
        written = {*words.surfaces(title), *words.surfaces(text)}
        names = {word.folded for word in map(words.of, written) if word.is_listed}
        if by == 1:
            self.stems.update(found)
            self.words.update(names)
        else:
            self.stems.subtract(found)
            self.words.subtract(names)
        for surface in written - self.seen:
            self._note(surface)

    def _note(self, written: str) -> None:
        """How a word is written; of several ways the first by the alphabet."""
        self.seen.add(written)
        word = words.of(written)
        known = self.shown.get(word.folded)
        if word.is_listed and (known is None or written < known[0]):
            self.shown[word.folded] = (written[: words.LONGEST], word.stem)

    def save(self, index: Index) -> None:
        """Add the counts to those of the index; what is nowhere any more is gone."""
        changed = {stem: number for stem, number in self.stems.items() if number}
        words_changed = {word: number for word, number in self.words.items() if number}
        gained = [word for word, number in words_changed.items() if number > 0]
        new = set(gained) - _known(index, gained)
        _add(index.stems._meta.db_table, ("stem", "entries"), "stem", sorted(changed.items()))
        parts = {(tail, self.shown[word][1]) for word in new for tail in words.parts(word, self.shown[word][1])}
        _add(index.parts._meta.db_table, ("tail", "stem"), "", sorted(parts))
        rows = ((word, *self.shown[word], number) for word, number in sorted(words_changed.items()))
        _add(index.words._meta.db_table, ("word", "shown", "stem", "entries"), "word", rows)
        if any(number < 0 for number in changed.values()):
            _forget(index)
        self.__init__()  # type: ignore[misc]


def _known(index: Index, names: Collection[str]) -> set[str]:
    found: set[str] = set()
    for batch in _batches(names):
        found.update(index.words.objects.filter(word__in=batch).values_list("word", flat=True))
    return found


def _add(table: str, columns: tuple[str, ...], key: str, rows: Iterable[tuple]) -> None:
    """Rows, or their numbers added to those that are there."""
    clash = f"({key}) DO UPDATE SET entries = {table}.entries + excluded.entries" if key else "DO NOTHING"
    row = f"({', '.join(['%s'] * len(columns))})"
    with connection.cursor() as cursor:
        for batch in _batches(rows):
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * len(batch))} "  # noqa: S608
                f"ON CONFLICT {clash}",
                [value for values in batch for value in values],
            )


def _forget(index: Index) -> None:
    """Drop words and stems that are in no entry any more, and by which parts they were found."""
    gone = list(index.words.objects.filter(entries__lte=0).values_list("word", "stem"))
    index.words.objects.filter(entries__lte=0).delete()
    index.stems.objects.filter(entries__lte=0).delete()
    parts = {(tail, stem) for word, stem in gone for tail in words.parts(word, stem)}
    for stems in _batches({stem for _word, stem in gone}):
        # Another form of the word that is still there has most of them too.
        kept = index.words.objects.filter(stem__in=stems).values_list("word", "stem")
        parts -= {(tail, stem) for word, stem in kept for tail in words.parts(word, stem)}
    with connection.cursor() as cursor:
        cursor.executemany(
            f"DELETE FROM {index.parts._meta.db_table} WHERE tail = %s AND stem = %s",  # noqa: S608 - our own name
            sorted(parts),
        )


def meanings(
    index: Index, clauses: Iterable[Clause], marks: Iterable[str]
) -> tuple[dict[str, list[str]], dict[str, int]]:
    """For each typed single word the stems that it stands for, the word itself first; and how many entries have each.

    One query. A word stands for those that begin with it, and for compounds that have it as a part.
    """
    tokens = {ALL, *marks}
    selects: list[str] = []
    values: list[Any] = []
    stems, parts = index.stems._meta.db_table, index.parts._meta.db_table
    for clause in clauses:
        tokens.update(clause.stems)
        tokens.update(f"={stem}" for stem in clause.stems)
        tokens.update(filter(None, [clause.joined]))
        if clause.is_word:
            tokens.add(f"~{clause.folded[0]}")
        for name, beginning in _beginnings(clause):
            table, column = (stems, "stem") if len(beginning) < words.LAST_PART else (parts, "tail")
            # What follows in a compound has three letters at least: a Schulze is no Schule.
            far = len(beginning) + _NEXT_PART
            more = "" if clause.is_prefix else f" AND (length({column}) >= {far} OR {column} = %s)"
            found = (
                f"SELECT DISTINCT stem FROM (SELECT stem FROM {table} "  # noqa: S608
                f"WHERE {column} >= %s AND {column} < %s{more} LIMIT {_SCANNED}) t"
            )
            selects.append(
                f"SELECT * FROM (SELECT CAST(%s AS text) AS name, s.stem, s.entries FROM {stems} s "  # noqa: S608
                f"WHERE s.stem IN ({found}) AND s.entries > 0 "
                f"ORDER BY s.entries DESC, s.stem LIMIT {MOST_STEMS}) g{len(selects)}"
            )
            values += [name, beginning, beginning + _LAST, *([] if clause.is_prefix else [beginning])]
    listed = sorted(tokens)
    selects.append(
        f"SELECT CAST('' AS text), stem, entries FROM {stems} "  # noqa: S608
        f"WHERE stem IN ({', '.join(['%s'] * len(listed))}) OR stem >= '{MONTH}' AND stem < '{MONTH}a'"
    )
    means: dict[str, list[str]] = {}
    frequencies: dict[str, int] = {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(selects), values + listed)
        for name, stem, entries in cursor.fetchall():
            frequencies[stem] = entries
            if name:
                means.setdefault(name, []).append(stem)
    return means, frequencies


def _beginnings(clause: Clause) -> Iterator[tuple[str, str]]:
    """By the typed word: with what the stems begin, or their parts, for which it stands."""
    if not clause.is_word or clause.is_quoted:
        return
    folded, stem = clause.folded[0], clause.stems[0]
    if clause.is_prefix:
        if len(folded) > 1:
            yield folded, folded
            if stem != folded and len(stem) >= words.LAST_PART and not folded.startswith(stem):
                yield folded, stem
    elif folded.isalpha() and not clause.is_excluded and len(stem) >= words.LAST_PART:
        # Of Müller, Müll is no part; of Kinder, the Kindergarten begins with all of the word.
        yield folded, (folded.removesuffix("s").removesuffix("n") if clause.has_own_ending else stem)


def nearest(index: Index, typed: str) -> str:
    """The word that is meant, as it is written, where the typed one is nowhere; empty if none is near.

    Of the words that begin alike, and of those that go on alike after a slip in the first letters.
    """
    folded = words.folded(typed)
    if len(folded) < 4 or not folded.isalpha():
        return ""
    table, parts = index.words._meta.db_table, index.parts._meta.db_table
    ends = [words.stem_of(typed)[place:] for place in (2, 3, 4)]
    ends = [end for end in ends if len(end) >= words.LAST_PART]
    start = folded[:3] if len(folded) > 5 else folded[:2]
    sql = (
        f"SELECT word, shown, entries FROM {table} WHERE word >= %s AND word < %s "  # noqa: S608
        f"AND length(word) >= %s"
    )
    values: list[Any] = [start, start + _LAST, len(folded) - 2]
    if ends:
        sql += (
            f" UNION SELECT w.word, w.shown, w.entries FROM {table} w WHERE w.stem IN "  # noqa: S608
            f"(SELECT stem FROM {parts} WHERE tail IN ({', '.join(['%s'] * len(ends))})) "
            f"AND length(w.word) BETWEEN %s AND %s"
        )
        values += [*ends, len(folded) - 2, len(folded) + 2]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        known = {word: (shown, entries) for word, shown, entries in cursor.fetchall()}
    most = 1 if len(folded) < 6 else 2
    best = _best(folded, {word: entries for word, (_shown, entries) in known.items()}, most)
    if best:
        return known[best][0]
    # The word by itself may be nowhere, and only begin others: Integration in an Integrationskonzept.
    begun: dict[str, tuple[str, int]] = {}
    for _word, (shown, entries) in sorted(known.items()):
        beginning = shown[: len(typed)]
        kept = begun.get(words.folded(beginning), ("", 0))
        begun[words.folded(beginning)] = (kept[0] or beginning, kept[1] + entries)
    best = _best(folded, {word: entries for word, (_shown, entries) in begun.items()}, most)
    return begun[best][0] if best else ""


def _best(folded: str, known: dict[str, int], most: int) -> str:
    """The nearest of some words, of several the most frequent one; empty if none is near."""
    near = process.extract(
        folded, list(known), scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=20, processor=None
    )
    return min(near, key=lambda row: (row[1], -known[row[0]], row[0]))[0] if near else ""


def completions(index: Index, typed: str, limit: int) -> list[str]:
    """Words that begin with the typed letters, as they are written, the most frequent first."""
    folded = words.folded(typed)
    if len(folded) < 3 or not folded.isalpha():
        return []
    starts = {folded, folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")}
    rows: list[tuple[str, str, str, int]] = []
    for start in starts:
        found = index.words.objects.filter(word__gte=start, word__lt=start + _LAST, entries__gt=0)
        rows += found.order_by("-entries", "word").values_list("word", "stem", "shown", "entries")[: limit * 3]
    rows.sort(key=lambda row: (-row[3], row[0]))
    by_stem: dict[str, str] = {}
    for _word, stem, shown, _entries in rows:
        by_stem.setdefault(stem, shown)
    return list(by_stem.values())[:limit]


def _batches(rows: Iterable) -> Iterator[list]:
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        yield batch
