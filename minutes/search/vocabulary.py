"""Room: minutes, search. Which words there are, in how many entries, and which of them a typed word may mean."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from minutes.search import words
from minutes.search.index import Index
from minutes.search.parsing import Clause

MOST_STEMS = 48
"""So many stems a typed word stands for at most, the most frequent ones."""
ALL = "_all"
"""The mark that every entry has."""
_SCANNED = 4_000
_LAST = "\U0010ffff"
_BATCH = 300


class Counts:
    """In how many entries, more or fewer than before, each stem and each word is."""

    def __init__(self) -> None:
        self.stems: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        self.shown: dict[str, tuple[str, str]] = {}

    def add(self, entry_words: str, title: str, text: str, *, by: int = 1) -> None:
        """Count an entry in, or with `by=-1` out."""
        found = set(entry_words.split())
        found.discard("_")
        found.add(ALL)
        names = {}
        for written in set(words.surfaces(f"{title} {text}")):
            folded = words.folded(written)
            if len(folded) > 2 and folded.isalpha() and folded not in words.STOP_WORDS:
                names[folded] = written
        if by == 1:
            self.stems.update(found)
            self.words.update(names.keys())
        else:
            self.stems.subtract(found)
            self.words.subtract(names.keys())
        for folded, written in names.items():
            known = self.shown.get(folded)
            if known is None or written < known[0]:
                self.shown[folded] = (written[: words.LONGEST], words.stem_of(written))

    def save(self, index: Index) -> None:
        """Add the counts to those of the index; what is nowhere any more is gone."""
        changed = {stem: number for stem, number in self.stems.items() if number}
        gained = [stem for stem, number in changed.items() if number > 0]
        new = set(gained) - _known(index, gained)
        _add(index.stems._meta.db_table, ("stem", "entries"), "stem", sorted(changed.items()))
        parts = sorted((tail, stem) for stem in new for tail in set(words.parts(stem)))
        _add(index.parts._meta.db_table, ("tail", "stem"), "", parts)
        rows = ((word, *self.shown[word], number) for word, number in sorted(self.words.items()) if number)
        _add(index.words._meta.db_table, ("word", "shown", "stem", "entries"), "word", rows)
        if any(number < 0 for number in changed.values()):
            _forget(index)
        self.__init__()  # type: ignore[misc]


def _known(index: Index, stems: Collection[str]) -> set[str]:
    found: set[str] = set()
    for batch in _batches(stems):
        found.update(index.stems.objects.filter(stem__in=batch).values_list("stem", flat=True))
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
    """Drop words that are in no entry any more, and the ends of stems."""
    index.words.objects.filter(entries__lte=0).delete()
    gone = list(index.stems.objects.filter(entries__lte=0).values_list("stem", flat=True))
    index.stems.objects.filter(entries__lte=0).delete()
    parts = index.parts._meta.db_table
    with connection.cursor() as cursor:
        for stem in gone:
            for tail in set(words.parts(stem)):
                cursor.execute(f"DELETE FROM {parts} WHERE tail = %s AND stem = %s", [tail, stem])  # noqa: S608


def meanings(
    index: Index, clauses: Iterable[Clause], marks: Iterable[str]
) -> tuple[dict[str, list[str]], dict[str, int]]:
    """For each typed single word the stems that it stands for, the word itself first; and how many entries have each.

    One query. A word stands for those that begin with it, and for compounds that have it as a part.
    """
    tokens = {ALL, *marks}
    selects, values = [], []
    stems, parts = index.stems._meta.db_table, index.parts._meta.db_table
    for clause in clauses:
        tokens.update(clause.stems)
        tokens.update(f"={stem}" for stem in clause.stems)
        tokens.update(filter(None, [clause.joined]))
        if clause.is_word:
            tokens.add(f"~{clause.folded[0]}")
        for name, beginning in _beginnings(clause):
            table, column = (stems, "stem") if len(beginning) < words.LAST_PART else (parts, "tail")
            found = (
                f"SELECT DISTINCT stem FROM (SELECT stem FROM {table} "  # noqa: S608
                f"WHERE {column} >= %s AND {column} < %s LIMIT {_SCANNED}) t"
            )
            selects.append(
                f"SELECT * FROM (SELECT CAST(%s AS text) AS name, s.stem, s.entries FROM {stems} s "  # noqa: S608
                f"WHERE s.stem IN ({found}) AND s.entries > 0 "
                f"ORDER BY s.entries DESC, s.stem LIMIT {MOST_STEMS}) g{len(selects)}"
            )
            values += [name, beginning, beginning + _LAST]
    listed = sorted(tokens)
    selects.append(
        f"SELECT CAST('' AS text), stem, entries FROM {stems} "  # noqa: S608
        f"WHERE stem IN ({', '.join(['%s'] * len(listed))})"
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
        is_name = folded.startswith(stem) and folded[len(stem) :] in ("er", "ers", "ern")
        yield folded, (folded.removesuffix("s").removesuffix("n") if is_name else stem)


def nearest(index: Index, typed: str) -> str:
    """The word that is meant, as it is written, where the typed one is nowhere; empty if none is near.

    Of the words that begin alike, and of those that go on alike after a slip in the first letters.
    """
    folded = words.folded(typed)
    if len(folded) < 4 or not folded.isalpha():
        return ""
    table, parts = index.words._meta.db_table, index.parts._meta.db_table
    ends = [words.stem_of(folded)[place:] for place in (2, 3, 4)]
    ends = [end for end in ends if len(end) >= words.LAST_PART]
    start = folded[:3] if len(folded) > 5 else folded[:2]
    sql = (
        f"SELECT word, shown, entries FROM {table} WHERE word >= %s AND word < %s "  # noqa: S608
        f"AND length(word) BETWEEN %s AND %s"
    )
    values: list[object] = [start, start + _LAST, len(folded) - 2, len(folded) + 2]
    if ends:
        sql += (
            f" UNION SELECT w.word, w.shown, w.entries FROM {table} w WHERE w.stem IN "  # noqa: S608
            f"(SELECT stem FROM {parts} WHERE tail IN ({', '.join(['%s'] * len(ends))})) AND length(w.word) BETWEEN %s AND %s"
        )
        values += [*ends, len(folded) - 2, len(folded) + 2]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        known = {word: (shown, entries) for word, shown, entries in cursor.fetchall()}
    most = 1 if len(folded) < 6 else 2
    near = process.extract(
        folded, list(known), scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=20, processor=None
    )
    if not near:
        return ""
    best = min(near, key=lambda row: (row[1], -known[row[0]][1], row[0]))
    return known[best[0]][0]


def completions(index: Index, typed: str, limit: int) -> list[str]:
    """Words that begin with the typed letters, as they are written, the most frequent first."""
    folded = words.folded(typed)
    if len(folded) < 3 or not folded.isalpha():
        return []
    starts = {folded, folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")}
    rows: list[tuple[str, str, int]] = []
    for start in starts:
        found = index.words.objects.filter(word__gte=start, word__lt=start + _LAST, entries__gt=0)
        rows += found.order_by("-entries", "word").values_list("word", "shown", "entries")[:limit]
    rows.sort(key=lambda row: (-row[2], row[0]))
    return list(dict.fromkeys(shown for _word, shown, _entries in rows))[:limit]


def _batches(rows: Iterable) -> Iterator[list]:
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        yield batch
