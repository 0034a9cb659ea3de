"""Room: minutes, search. From a question to its answer: what words mean, what fits, in which order, how many."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from committees.models import User
from minutes.models import Audience, Issue
from minutes.search import snippets, vocabulary, words
from minutes.search.facets import facets_of
from minutes.search.hits import Found, Hit, url_of
from minutes.search.index import INTERNAL, PUBLIC, Index, backend
from minutes.search.indexing import catch_up
from minutes.search.parsing import Clause
from minutes.search.plan import Group, Plan, Row
from minutes.search.question import Question, written
from minutes.search.ranking import PART, Terms, ranked

MOST = 1_000
"""So many hits are counted, ranked and shown: of more, the newest."""
PAGE_SIZE = 20
_BEST_STEMS = 8
_MOST_PUBLICATIONS = 20_000
"""Of so many sessions somebody searches what is not public, of more the newest: each is named to the database."""


@dataclass(frozen=True)
class Reading:
    """How a question is understood: the plan for the database, and what ranking and marking go by."""

    plan: Plan
    terms: Terms
    marks: snippets.Marks
    missing: tuple[str, ...]


def find(question: Question, user: User | AnonymousUser) -> Found:
    """The answer to a question, as far as a user may know it."""
    index = index_for(question, user)
    if index is None or question.is_empty:
        return Found(question)
    catch_up()
    asked, typed = question, ""
    reading = read(index, asked)
    # Which words there are in texts that are not public is told to nobody: who reads some of them may not read others.
    if index is PUBLIC and reading.plan.is_hopeless and reading.missing:
        typed = next((word for word in words.surfaces(asked.text) if words.folded(word) == reading.missing[0]), "")
        better = vocabulary.nearest(index, typed)
        if not better:
            return Found(question, missing=typed)
        asked = question.but(text=question.text.replace(typed, better, 1), page=question.page)
        reading = read(index, asked)
    rows, is_capped = _rows(index, reading.plan, user)
    if not rows:
        return Found(question, missing=typed)
    by_words = asked.order == "relevance" and bool(reading.terms.weights)
    today = timezone.localdate().toordinal()
    order = ranked(rows, reading.terms, today=today) if by_words else sorted(rows, key=lambda row: -row.id)
    order = order[:MOST]
    pages = -(-len(order) // PAGE_SIZE)
    page = min(asked.page, pages)
    return Found(
        question=replace(question, page=page),
        hits=tuple(_hits(index, order[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], reading)),
        total=len(order),
        is_capped=is_capped,
        pages=pages,
        facets=facets_of(order, asked),
        instead=asked if typed else None,
        missing=typed,
    )


def newest(
    question: Question,
    after: datetime.datetime,
    limit: int,
    user: User | AnonymousUser | None = None,
    *,
    among: Collection[int] | None = None,
) -> tuple[Hit, ...]:
    """Hits of publications that became visible after a moment, those that came last first; at most `limit`.

    `among`: of these publications alone.
    """
    reader = user or AnonymousUser()
    index = index_for(question, reader)
    if index is None or question.is_empty:
        return ()
    catch_up()
    issues = Issue.objects.current().filter(visible_from__gt=after, audience=question.scope)
    if among is not None:
        issues = issues.filter(pk__in=among)
    came = dict(issues.order_by("-visible_from").values_list("pk", "visible_from")[:MOST])
    reading = read(index, question)
    rows, _is_capped = _rows(index, replace(reading.plan, best=()), reader, among=came.keys())
    rows = sorted(rows, key=lambda row: (came[row.publication], row.id), reverse=True)[:limit]
    return tuple(_hits(index, rows, reading))


def suggestions(text: str, limit: int = 8) -> list[str]:
    """How the last word of a text may go on, as everybody may read it somewhere; the words before it stay."""
    before, _space, last = written(text[:100]).rpartition(" ")
    sign = last[: len(last) - len(last.lstrip('-"„“'))]
    catch_up()
    found = vocabulary.completions(PUBLIC, last[len(sign) :], limit)
    return [f"{before} {sign}{word}".strip() for word in found]


def index_for(question: Question, user: User | AnonymousUser) -> Index | None:
    """Which tables a question is for; None where the user may not know of them."""
    if question.scope == "public":
        return PUBLIC
    return INTERNAL if may_search_internal(user) else None


def may_search_internal(user: User | AnonymousUser) -> bool:
    """Whether there may be anything not public that a user reads: the choice is offered."""
    return Issue.objects.entitled(user) is not None


def read(index: Index, question: Question) -> Reading:
    """What the words of a question stand for. One query."""
    marks = _marks(question)
    means, frequencies = vocabulary.meanings(index, question.clauses, marks)
    groups: list[Group] = []
    best: list[Group] = []
    weights: dict[str, tuple[int, float]] = {}
    endings: set[str] = set()
    others: set[str] = set()
    missing: list[str] = []
    single: set[str] = set()
    for clause in question.clauses:
        if clause.is_excluded:
            continue
        stems = _stems(clause, means, frequencies)
        number = len(groups)
        groups.append(_group(clause, stems))
        best += _best(clause, stems, frequencies)
        for stem in (*clause.stems, *stems, *filter(None, [clause.joined])):
            is_own = stem in clause.stems or clause.is_prefix
            weights.setdefault(stem, (number, 1.0 if is_own else PART))
        if clause.is_word:
            single.update((*clause.stems, *stems))
        if clause.is_word:
            mark = f"~{clause.folded[0]}"
            if clause.has_own_ending:
                endings.add(mark)
            else:
                others.update(f"~{clause.stems[0]}{ending}" for ending in ("er", "ers", "ern"))
        missing += _nowhere(clause, stems, frequencies)
    plan = Plan(
        groups=tuple(groups),
        excluded=tuple(_excluded(clause, means) for clause in question.clauses if clause.is_excluded),
        marks=marks,
        best=tuple(best) if question.order == "relevance" else (),
        frequencies=frequencies,
        total=frequencies.get(vocabulary.ALL, 0),
    )
    sequence = tuple(stem for clause in question.clauses if not clause.is_excluded for stem in clause.stems)
    plan = plan.within(question.since, question.until)
    phrases = tuple(clause.stems for clause in question.clauses if not clause.is_excluded and not clause.is_word)
    single.update(clause.joined for clause in question.clauses if clause.joined and not clause.is_excluded)
    shown = snippets.Marks(frozenset(single), phrases)
    return Reading(plan, Terms(weights, sequence, frozenset(endings), frozenset(others)), shown, tuple(missing))


def _stems(clause: Clause, means: dict[str, list[str]], frequencies: dict[str, int]) -> list[str]:
    """For a single word: itself, and what begins with it or has it as a part."""
    if not clause.is_word or clause.is_quoted:
        return []
    found = means.get(clause.folded[0], [])
    own = clause.stems[0]
    return list(dict.fromkeys(([own] if frequencies.get(own) else []) + found))


def _group(clause: Clause, stems: list[str]) -> Group:
    if stems:
        return tuple((stem,) for stem in stems)
    return (clause.stems, *([(clause.joined,)] if clause.joined else []))


def _best(clause: Clause, stems: list[str], frequencies: dict[str, int]) -> list[Group]:
    """How a title has the word, and how a name has its ending; each of these fits its clause too."""
    if not clause.is_word:
        return [_group(clause, stems), *(((f"={stem}",),) for stem in clause.stems)]
    wanted: list[tuple[str, ...]] = [(f"={stem}",) for stem in (stems[:_BEST_STEMS] or clause.stems)]
    mark = f"~{clause.folded[0]}"
    return [(*wanted, *([(mark,)] if frequencies.get(mark) else []))]


def _excluded(clause: Clause, means: dict[str, list[str]]) -> Group:
    if clause.is_prefix:
        return tuple((stem,) for stem in dict.fromkeys([*clause.stems, *means.get(clause.folded[0], [])]))
    return (clause.stems, *([(clause.joined,)] if clause.joined else []))


def _nowhere(clause: Clause, stems: list[str], frequencies: dict[str, int]) -> list[str]:
    """The words of a clause that are in no entry."""
    if clause.is_word and not clause.is_quoted:
        return [] if stems else [clause.folded[0]]
    pairs = zip(clause.folded, clause.stems, strict=True)
    return [folded for folded, stem in pairs if not frequencies.get(stem) and not frequencies.get(clause.joined)]


def _marks(question: Question) -> tuple[str, ...]:
    found = []
    if question.kind:
        found.append(f"_k{question.kind}")
    if question.committee:
        found.append(f"_c{question.committee}")
    if question.speaker:
        found.append(f"_s{question.speaker}")
    if question.outcome:
        found.append(f"_o{question.outcome}")
    if _is_whole_year(question):
        found.append(f"_y{question.since.year}")
    return tuple(found)


def _is_whole_year(question: Question) -> bool:
    """Whether the period is one year, which has a mark of its own."""
    since, until = question.since, question.until
    if since is None or until is None or since.year != until.year:
        return False
    return (since.month, since.day, until.month, until.day) == (1, 1, 12, 31)


def _rows(
    index: Index, plan: Plan, user: User | AnonymousUser, *, among: Collection[int] | None = None
) -> tuple[list[Row], bool]:
    """The newest entries that fit, of some publications or of all, and whether there may be more.

    Of internal ones, what a user may read: of the publications for him or her, but for items that a bias closes.
    """
    if plan.is_hopeless or (among is not None and not among):
        return [], False
    if index is PUBLIC:
        chosen = None if among is None else tuple(among)
        return backend().find(index.table, replace(plan, publications=chosen), MOST)
    issues = Issue.objects.visible_to(user).filter(audience=Audience.INTERNAL)
    if among is not None:
        issues = issues.filter(pk__in=among)
    hides = dict(issues.order_by("-date").values_list("pk", "body__profile__hides_from_recused")[:_MOST_PUBLICATIONS])
    person = f",{getattr(user, 'person_id', None)},"
    rows, is_capped = backend().find(index.table, replace(plan, publications=tuple(hides)), MOST)
    return [row for row in rows if not (hides[row.publication] and person in row.closed_to)], is_capped


def _hits(index: Index, rows: list[Row], reading: Reading) -> list[Hit]:
    """The entries of a page, in order; of publications that can be read now alone."""
    current = Issue.objects.current().filter(pk=OuterRef("publication"))
    entries = (
        index.entries.objects.filter(Exists(current), pk__in=[row.id for row in rows])
        .annotate(visible_from=F("publication__issue__visible_from"))
        .defer("words")
    )
    found = {entry.pk: _hit(entry, reading) for entry in entries}
    return [found[row.id] for row in rows if row.id in found]


def _hit(entry: Any, reading: Reading) -> Hit:
    return Hit(
        key="-".join(
            map(str, filter(None, (entry.publication_id, entry.kind, entry.number, entry.anchor, entry.person)))
        ),
        kind=entry.kind,
        title=entry.title,
        marked_title=snippets.marked(entry.title, reading.marks),
        url=url_of(entry),
        committee=entry.committee_name,
        reference=entry.reference,
        number=entry.number,
        date=entry.date,
        speaker=entry.speaker,
        outcome=entry.outcome,
        snippet=snippets.snippet(entry.text, reading.marks),
        publication_id=entry.publication_id,
        visible_from=entry.visible_from,
    )
