"""Room: minutes, search. Entries are made from publications, in the transaction that publishes, or many at once.

The index holds what can be read now. What is dated ahead is noted and comes in at its hour, before anybody is answered.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import count

from django.db import OperationalError, transaction
from django.db.models import Max, Q
from django.utils import timezone

from minutes.models import Issue, Publication, SearchDue
from minutes.models.publications import ANNOUNCEMENTS, MINUTES
from minutes.record.announcements import AgendaRecord, DirectoryRecord, PaperRecord
from minutes.record.serialise import Record, from_bytes
from minutes.record.values import SessionRecord
from minutes.search.drafts import Draft, drafts
from minutes.search.index import INDEXES, Index, backend, is_free, lock
from minutes.search.plan import DAY
from minutes.search.vocabulary import Counts

Kind = Publication.Kind
RECORDS: dict[str, type] = {
    Kind.NOTICE: AgendaRecord,
    Kind.AGENDA: AgendaRecord,
    Kind.MINUTES: SessionRecord,
    Kind.IMPORT: SessionRecord,
    Kind.PAPER: PaperRecord,
    Kind.DIRECTORY: DirectoryRecord,
}
"""What a publication of a kind holds."""
_FULL = 20_000


class Loader:
    """Takes issues with their records and writes their entries, many at a time. Not before `finish` is all of it there.

    An agenda gives way to the minutes of its session. `is_bulk`: for an index that is filled anew.
    """

    def __init__(self, *, is_bulk: bool = False) -> None:
        self.is_bulk = is_bulk
        self.waiting: dict[str, list[tuple[Issue, Draft]]] = {audience: [] for audience in INDEXES}
        self.counts = {audience: Counts() for audience in INDEXES}
        self.numbers: dict[tuple[str, int], count] = {}
        self.agendas: list[tuple[Issue, list[Draft]]] = []
        self.recorded: set[tuple[object, str]] = set()
        self.due: list[SearchDue] = []
        if is_bulk:
            for index in INDEXES.values():
                backend().start_bulk(index.table)

    def add(self, issue: Issue, record: Record) -> None:
        """An issue that is read now or later; of others nothing is kept."""
        if issue.withdrawn_at is not None or _is_over(issue):
            return
        if issue.visible_from > timezone.now():
            self.due.append(SearchDue(publication_id=issue.publication_id, moment=issue.visible_from))
            return
        found = list(drafts(record, day=issue.date))
        if issue.kind in ANNOUNCEMENTS:
            self.agendas.append((issue, found))
            return
        if issue.kind in MINUTES:
            self.recorded.add((issue.session_id, issue.audience))
        self._take(issue, found)

    def finish(self) -> None:
        """Write what is left."""
        for issue, found in self.agendas:
            if (issue.session_id, issue.audience) not in self.recorded:
                self._take(issue, found)
        SearchDue.objects.bulk_create(self.due, ignore_conflicts=True)
        for audience, index in INDEXES.items():
            self._write(audience)
            self.counts[audience].save(index)
            if self.is_bulk:
                backend().end_bulk(index.table)

    def _take(self, issue: Issue, found: Iterable[Draft]) -> None:
        waiting = self.waiting[issue.audience]
        waiting.extend((issue, draft) for draft in found)
        if len(waiting) >= _FULL:
            self._write(issue.audience)

    def _write(self, audience: str) -> None:
        """The entries that wait, oldest day first: lists of words grow at their end."""
        waiting, self.waiting[audience] = self.waiting[audience], []
        waiting.sort(key=lambda row: row[1].date)
        index, counts = INDEXES[audience], self.counts[audience]
        rows = []
        for issue, draft in waiting:
            words = draft.words
            counts.add(words, draft.title, draft.text)
            rows.append(
                (
                    self._key(index, audience, draft.date.toordinal()),
                    issue.publication_id,
                    str(draft.kind),
                    draft.date,
                    draft.body_key,
                    draft.committee,
                    draft.committee_name,
                    draft.reference,
                    draft.number,
                    draft.anchor,
                    draft.person,
                    draft.speaker,
                    draft.outcome,
                    draft.closed_to,
                    draft.title,
                    draft.text,
                    words,
                )
            )
        if rows:
            backend().insert(index.table, rows)

    def _key(self, index: Index, audience: str, day: int) -> int:
        numbers = self.numbers.get((audience, day))
        if numbers is None:
            of_day = index.entries.objects.filter(pk__gte=day * DAY, pk__lt=(day + 1) * DAY)
            last = of_day.aggregate(last=Max("pk"))["last"]
            numbers = self.numbers[audience, day] = count(last + 1 if last else day * DAY)
        return next(numbers)


@transaction.atomic
def index(issues: Iterable[tuple[Issue, Record]], *, is_bulk: bool = False) -> None:
    """Add issues with their records to the index, in which none of them may be yet."""
    lock()
    loader = Loader(is_bulk=is_bulk)
    for issue, record in issues:
        loader.add(issue, record)
    loader.finish()


@transaction.atomic
def clear() -> None:
    """Empty both indexes."""
    lock()
    for index in INDEXES.values():
        backend().clear(index.table)
        for model in (index.words, index.stems, index.parts):
            model.objects.all().delete()
    SearchDue.objects.all().delete()


@transaction.atomic
def refresh(publication: Publication, *, records: Mapping[int, Record] | None = None) -> None:
    """Make anew the entries of all that was published of the same session, paper or committee for the same audience.

    `records` are those that are read already, by publication. The caller holds the lock.
    """
    same = Publication.objects.filter(_same_thing(publication), audience=publication.audience)
    _forget(INDEXES[publication.audience], same)
    SearchDue.objects.filter(publication__in=same).delete()
    known = records or {}
    loader = Loader()
    for issue in Issue.objects.filter(publication__in=same).select_related("publication").defer("publication__pdf"):
        if _is_over(issue):
            continue
        record = known.get(issue.publication_id)
        if record is None:
            record = from_bytes(issue.publication.record.encode(), RECORDS[issue.kind])
        loader.add(issue, record)
    loader.finish()


def catch_up() -> None:
    """Bring in what could not be read before and can be now. While somebody else writes, it waits for the next time."""
    now = timezone.now()
    if not SearchDue.objects.filter(moment__lte=now).exists():
        return
    with suppress(OperationalError), transaction.atomic():
        if not is_free():
            return
        due = SearchDue.objects.filter(moment__lte=now).select_related("publication")
        for row in due.defer("publication__record", "publication__pdf"):
            refresh(row.publication)


def _is_over(issue: Issue) -> bool:
    return issue.visible_until is not None and issue.visible_until <= timezone.now()


def _same_thing(publication: Publication) -> Q:
    if publication.session_id:
        return Q(session=publication.session_id)
    if publication.paper_id:
        return Q(paper=publication.paper_id)
    return Q(committee=publication.committee_id)


def _forget(index: Index, publications: object) -> None:
    rows = index.entries.objects.filter(publication__in=publications)
    counts = Counts()
    for words, title, text in rows.values_list("words", "title", "text").iterator():
        counts.add(words, title, text, by=-1)
    if counts.stems:
        rows.delete()
        counts.save(index)
