"""Sample records: short minutes of an invented committee in which each block occurs once, and the letter before them.

Whoever edits the look and the wording of documents sees them on it; nobody named here exists.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from committees import own_wording, wording
from committees.rules import Quorum
from minutes.documents import Rendered, render
from minutes.documents.layout import Layout
from minutes.markup import parse
from minutes.record.announcements import AgendaPartValue, AgendaRecord, InvitationRecord
from minutes.record.values import (
    AgendaLine,
    AnnexValue,
    AttendanceGroup,
    AttendanceRow,
    BallotLine,
    BodyValue,
    CommitteeValue,
    ContributionRecord,
    CorrectionNote,
    CountsValue,
    DecisionRecord,
    HeadField,
    ItemRecord,
    PaperValue,
    PartRecord,
    SessionRecord,
    SignatureLine,
    VoteRecord,
    VoterValue,
)

_DAY = datetime.date(2026, 3, 11)
_CHAIR = wording.Chair("Ausschussvorsitzende", "Birkholz", "f")
_SITTING = own_wording.Sitting(wording.GenderedName("Kulturausschuss", "m"), 2, _DAY)
_END = datetime.time(17, 45)
_OPENING = wording.Opening(
    chair=_CHAIR,
    committee=wording.GenderedName("Ausschuss", "m"),
    opened_at=datetime.time(17, 0),
    invited_properly=True,
    quorum=Quorum(present=5, seats=7, council_members=4, expert_citizens=1, must_outnumber=True),
    is_unopposed=True,
    recusal_items=(),
    recusal_norm="§ 31 GO NRW",
)
_SIGNERS = {
    "chair": ("Birkholz", "Ausschussvorsitzende"),
    "minute_taker": ("Wiebusch", "Schriftführer"),
    "co_signer": ("Tönnies", "Ktabg."),
    "second_co_signer": ("Ravensberg", "Ktabg."),
}


@dataclass(frozen=True, slots=True)
class Wordings:
    """The words of a house: how a session is opened and closed, who signs, and how the roles are called."""

    opening: str = ""
    closing: str = ""
    signatories: Sequence[str] = ("chair", "minute_taker")
    roles: Mapping[str, str] = field(default_factory=dict)


def invitation(body: str, office: str) -> InvitationRecord:
    """The letter of the sample, by a body of this name."""
    minutes = record(body, office, Wordings())
    agenda = AgendaRecord(
        audience=minutes.audience,
        session_id=minutes.session_id,
        reference=minutes.reference,
        number=minutes.number,
        year=minutes.year,
        date=minutes.date,
        body=minutes.body,
        committee=minutes.committee,
        title="TAGESORDNUNG",
        subtitle="der 2. Sitzung des Kulturausschusses (KultA/2/2026)",
        date_text=minutes.date_text,
        place_text=minutes.place_text,
        parts=tuple(AgendaPartValue(part.heading, part.is_public, part.agenda) for part in minutes.parts),
    )
    return InvitationRecord(
        agenda=agenda,
        addressee="An die Mitglieder\ndes Kulturausschusses",
        subject="Einladung zur 2. Sitzung des Kulturausschusses (KultA/2/2026)",
        opening="zur 2. Sitzung des Kulturausschusses lade ich Sie herzlich ein. Die Sitzung beginnt am",
        convener=SignatureLine("Birkholz", _CHAIR.title, full_name="Dorothea Birkholz"),
        dated=datetime.date(2026, 2, 27),
    )


def record(body: str, office: str, wordings: Wordings) -> SessionRecord:
    """The minutes of the sample, by a body of this name, in the words of the house."""
    item = _item()
    return SessionRecord(
        audience="public",
        session_id="specimen",
        reference="KultA/2/2026",
        number=2,
        year=2026,
        date=_DAY,
        body=BodyValue("specimen", body, office),
        committee=CommitteeValue("specimen", _SITTING.committee.name, "KultA"),
        title="NIEDERSCHRIFT",
        subtitle="über die 2. Sitzung des Kulturausschusses (KultA/2/2026)",
        date_text="Mittwoch, 11.03.2026",
        place_text="Rathaus, Sitzungszimmer 2",
        is_draft=False,
        head=(HeadField("Beginn der Sitzung", "17:00 Uhr"), HeadField("Ende der Sitzung", "17:45 Uhr")),
        seats_line="Gesetzliche/beschlossene Mitgliederzahl: 7 stimmberechtigte Mitglieder",
        attendance=(
            _group("Vorsitz", "Birkholz, Dorothea"),
            _group("Fraktion A", "Ravensberg, Joost", "Tönnies, Almut"),
            _group("Fraktion B", "Quante, Henrike", "Ysker, Bodo"),
        ),
        absent=(_group("Entschuldigt fehlen", "Ohlendorf, Piet"),),
        opening=parse(own_wording.opening(wordings.opening, _OPENING, _SITTING)),
        parts=(
            PartRecord(
                letter="A",
                heading="A. Öffentlicher Teil",
                is_public=True,
                agenda=(AgendaLine(item.number, item.label, item.title, papers=item.papers, item_id=item.id),),
                items=(item,),
            ),
        ),
        closing=parse(own_wording.closing(wordings.closing, _CHAIR, _SITTING, at=_END)),
        signatures=tuple(
            SignatureLine(name, wordings.roles.get(role) or usual)
            for role in wordings.signatories
            for name, usual in [_SIGNERS[role]]
        ),
        corrections=(CorrectionNote("Berichtigung vom 20.03.2026", parse("Die Sitzung endete um 17:45 Uhr."), _DAY),),
        annexes=(AnnexValue("1", "Lageplan zu TOP 1", item_id=item.id),),
    )


def default_opening() -> str:
    """What Gremia writes where a house has no words of its own."""
    return wording.opening_paragraph(_OPENING)


def default_closing() -> str:
    """The end of the session in Gremia's words."""
    return wording.close_session_sentence(_CHAIR, at=_END)


def placeholders() -> dict[str, str]:
    """What each placeholder stands for in the sample."""
    return own_wording.opening_values(_OPENING, _SITTING)


def _group(heading: str, *names: str) -> AttendanceGroup:
    return AttendanceGroup(heading, tuple(AttendanceRow(name) for name in names))


def _item() -> ItemRecord:
    return ItemRecord(
        id="specimen-item-1",
        number="1",
        label="TOP 1",
        title="Neue Räume für die Stadtbücherei",
        is_public=True,
        order=("decision", "contributions", "votes"),
        papers=(PaperValue("specimen-paper", "SV-11-0042"),),
        status_text="ungeändert beschlossen",
        outcome="adopted",
        decision=DecisionRecord(
            "Beschluss",
            resolution=parse(
                "Die Stadtbücherei zieht in das ehemalige Postgebäude.\n\n1) Der Mietvertrag wird "
                "geschlossen.\n2) Die Verwaltung berichtet im Herbst."
            ),
        ),
        contributions=(
            _contribution(1, "⟨Ktabg. Quante⟩ fragt nach den Öffnungszeiten während des Umzugs."),
            _contribution(2, "⟨Ktabg. Ravensberg⟩ regt an, den Lesesaal länger offen zu halten."),
        ),
        votes=(
            VoteRecord(
                id="specimen-vote",
                form="roll_call",
                form_text="namentlich",
                majority="simple",
                counts=CountsValue(yes=4, no=1, abstain=0, recused=0),
                result_lines=("4 JA-Stimmen", "1 NEIN-Stimme"),
                counts_text="(Ja: 4, Nein: 1, Enthaltungen: 0, Befangen: 0)",
                ballots=(
                    _ballots("yes", "Mit Ja stimmten", "Birkholz", "Quante", "Ravensberg", "Tönnies"),
                    _ballots("no", "Mit Nein stimmte", "Ysker"),
                ),
                adopted=True,
                is_final=True,
            ),
        ),
    )


def _contribution(number: int, text: str) -> ContributionRecord:
    return ContributionRecord(id=f"specimen-contribution-{number}", kind="speech", text=parse(text))


def _ballots(choice: str, heading: str, *names: str) -> BallotLine:
    return BallotLine(choice, heading, ", ".join(names), tuple(VoterValue(name) for name in names))


def printed(record: SessionRecord | InvitationRecord, layout: Layout, *, document: str) -> Rendered:
    """The sample as a document in this layout. Raises PdfEngineMissing."""
    return render(record, document=document, layout=layout)
