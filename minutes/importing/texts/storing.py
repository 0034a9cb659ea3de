"""Room: minutes, importing. A draft is stored: the session, the people who are new, and what each audience reads."""

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Committee, LegislativeTerm, Paper, Person, User
from committees.recording import recorded
from minutes.importers import read
from minutes.importers.grammar.letters import fold
from minutes.importers.source import MAX_SECONDS
from minutes.importing import history
from minutes.importing.history import Kept
from minutes.importing.texts import merging, people, records, sessions
from minutes.importing.texts.account import accounted
from minutes.importing.texts.draft import Draft, draft_of
from minutes.importing.texts.public import public
from minutes.models import TextImport
from minutes.record import Audience
from minutes.record.read import subtitle
from minutes.record.values import BodyValue, CommitteeValue, ItemRecord, PaperValue, SessionRecord

_NAME_LENGTH = 200


class Changed(ValidationError):
    """Somebody else has corrected, accepted or discarded the reading since it was looked at."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be stored: the session, the people, what each audience would read, and what is odd."""

    found: sessions.Found
    cast: people.Cast
    records: dict[Audience, SessionRecord]
    oddities: tuple[str, ...]
    was_withdrawn: bool = False


def reading_of(data: bytes, name: str, *, seconds: float = MAX_SECONDS) -> Draft:
    """The draft of a file. Raises Unreadable."""
    return accounted(draft_of(read(data, name, seconds=seconds)))


def known(data: bytes, committee: Committee) -> TextImport | None:
    """The import of the same file into the same committee, if there is one."""
    digest = hashlib.sha256(data).hexdigest()
    return TextImport.objects.filter(committee=committee, sha256=digest).select_related("session__committee").first()


def new_import(data: bytes, name: str, draft: Draft, committee: Committee, *, by: User) -> TextImport:
    """The row of a file that was read, not stored yet."""
    return TextImport(
        committee=committee,
        file_name=name[-_NAME_LENGTH:],
        sha256=hashlib.sha256(data).hexdigest(),
        draft=draft,
        read_at=timezone.now(),
        read_by=by,
    )


def plan(row: TextImport) -> Plan:
    """What would be stored now, without storing anything. Raises ValidationError, by field."""
    found = _find(row)
    cast = people.cast_of(row.draft, row.committee, found.session.date)
    made = _records(row, found, cast.finder())
    oddities = (*found.oddities, *_oddities(row, found.session.date))
    return Plan(found, cast, made, oddities, was_withdrawn=history.was_withdrawn(found.session))


@transaction.atomic
def accept(row: TextImport, *, by: User, again: bool = False) -> dict[Audience, Kept]:
    """Store what was read as history; the row is there or new. Once more, it changes nothing.

    What was withdrawn is published only if it is wanted `again`. Raises ValidationError, by field, for what contradicts
    the session or is missing, and Changed for a row that is another by now.
    """
    # One import of a committee after the other: two files may tell of the same new session.
    Committee.objects.select_for_update(no_key=True).filter(pk=row.committee_id).values_list("pk").get()
    _hold(row)
    found = _find(row)
    session = found.session
    if found.is_new:
        with recorded(session, by=by):
            session.full_clean(exclude=["committee"])
            session.save(force_insert=True)
    cast = people.cast_of(row.draft, row.committee, session.date)
    refuse_unsettled(cast)
    made = {match.name.key: _new_person(match.name, by=by) for match in cast.matches if match.choice == people.NEW}
    if made:
        # Whoever is in the directory now is found there the next time.
        entered = {key: str(person.pk) for key, person in made.items()}
        row.draft = {**row.draft, "people": {**row.draft["people"], **entered}}
    if not again and history.was_withdrawn(session):
        raise ValidationError(_("The minutes of %(session)s were withdrawn; they stay so.") % {"session": session})
    kept = history.keep(session, _records(row, found, cast.finder(made)), by=by, again=again)
    row.session, row.accepted_at, row.accepted_by = session, timezone.now(), by
    row.version += 1
    row.save()
    return kept


def _hold(row: TextImport) -> None:
    """Nobody corrects the row from now on. Raises Changed if somebody has since it was read, or read the same file."""
    if row._state.adding:
        is_same = not TextImport.objects.filter(committee=row.committee_id, sha256=row.sha256).exists()
    else:
        rows = TextImport.objects.select_for_update(of=("self",)).filter(pk=row.pk)
        is_same = rows.values_list("version", "accepted_at").first() == (row.version, row.accepted_at)
    if not is_same:
        raise Changed(_("Somebody else has changed this reading meanwhile; nothing was stored. Look at it once more."))


def refuse_unsettled(cast: people.Cast) -> None:
    """Raise ValidationError where it is unclear who must not read an item that is not public."""
    names = "; ".join(match.name.key for match in cast.unsettled)
    if names:
        raise ValidationError(
            _("Recused from a closed item, but unclear: %(names)s. Choose who is meant, or “name only as written”.")
            % {"names": names}
        )
    if cast.nameless:
        raise ValidationError(
            _("Recused from a closed item, but without a name: %(words)s. Enter who it was at the item.")
            % {"words": "; ".join(cast.nameless)}
        )


def _find(row: TextImport) -> sessions.Found:
    found = sessions.find(row.draft, row.committee)
    if not row.draft["is_protocol"] and not row.draft["items"][0]["number"]:
        raise ValidationError({"item": _("The text does not say the number of its item; enter it.")})
    return found


def _records(row: TextImport, found: sessions.Found, person: Callable[[str], str]) -> dict[Audience, SessionRecord]:
    """What each audience reads; a single item is put among those that are known of its session."""
    draft, session = row.draft, found.session
    committee = row.committee
    papers, closed = _papers(draft, committee)
    frame = records.Frame(
        session_id=str(session.pk),
        number=session.number,
        year=session.year,
        date=session.date,
        body=BodyValue(committee.body.key, committee.body.name, committee.body.office),
        committee=CommitteeValue(str(committee.pk), committee.name, committee.short_name),
        subtitle=subtitle(session),
        term=_term(committee, session.date),
        sha256=row.sha256,
        papers=papers,
        person=person,
    )
    whole = records.internal(draft, frame)
    shown = public(whole, draft, closed)
    if not draft["is_protocol"] and not found.is_new:
        before = history.newest_record(session, Audience.INTERNAL)
        other = merging.other_of_number(before, whole)
        if other is not None:
            raise ValidationError({"item": _other_sentence(other)})
        shown_before = history.newest_record(session, Audience.PUBLIC)
        whole = merging.merged(before, whole)
        shown = merging.merged(shown_before, shown, gone=frame.key("item", records.numbers_of(draft)[0]))
    made = {Audience.INTERNAL: whole}
    if shown is not None:
        made[Audience.PUBLIC] = shown
    return made


def _other_sentence(other: ItemRecord) -> str:
    sentence = (
        _("There is another item %(number)s in the public part. Give this one another number, like N %(number)s.")
        if other.is_public
        else _("There is another item %(number)s in the non-public part. Give one of the two another number.")
    )
    return sentence % {"number": other.number}


def _papers(draft: Draft, committee: Committee) -> tuple[dict[str, PaperValue], frozenset[str]]:
    """The papers of the directory by number, and the keys of those that are not public."""
    named = {name for item in (*draft["items"], *draft["agenda"]) for name in item.get("papers", ())}
    rows = list(Paper.objects.filter(body=committee.body_id, reference__in=named)) if named else []
    values = {row.reference: PaperValue(str(row.pk), row.reference, row.title) for row in rows}
    return values, frozenset(str(row.pk) for row in rows if not row.is_public)


def _term(committee: Committee, day: datetime.date) -> str:
    rows = LegislativeTerm.objects.filter(body=committee.body_id, start__lte=day).order_by("-start")
    term = rows.first()
    return term.name if term and (term.end is None or term.end >= day) else ""


def _new_person(name: Any, *, by: User) -> Person:
    person = Person(last_name=name.last[:80], first_name=name.first[:80], academic_title=name.title[:40])
    with recorded(person, by=by):
        person.save()
    return person


def _oddities(row: TextImport, day: datetime.date) -> list[str]:
    """What does not fit to where the text is to be stored, as codes."""
    found = ["yet_to_come"] if day > timezone.localdate() else []
    told, committee = fold(row.draft["committee"]), row.committee
    if told and not _alike(told, fold(committee.name)) and fold(committee.short_name) not in told.split():
        found.append("other_committee")
    written = str(row.draft["number"])
    if "/" in written and fold(written).partition("/")[0].strip() not in (fold(committee.short_name), ""):
        prefix = written.partition("/")[0].strip()
        if not prefix.isdigit():
            found.append("other_reference")
    if any(not item["number"] for item in row.draft["items"]):
        found.append("no_number")
    return found


def _alike(told: str, name: str) -> bool:
    """Whether a committee is called by its name, in whatever case: des Kreistages, Integrationsausschusses."""
    words, wanted = told.split(), [word for word in name.split() if len(word) > 3]
    return all(any(one.startswith(word[: max(4, len(word) - 3)]) for one in words) for word in wanted)


def public_unless_said(draft: Draft) -> Draft:
    """The draft of a source that was public: items of which it says nothing are public."""
    items = [{**item, "public": True} if item["public"] is None else item for item in draft["items"]]
    return {**draft, "items": items}
