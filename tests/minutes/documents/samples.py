"""Records of the reference texts, built by hand: c00 (an item of Kreis Coesfeld), m01 (a whole invented protocol)."""

import datetime
from dataclasses import replace
from pathlib import Path

from minutes.documents.document import DocumentRecord, Embedded
from minutes.markup import parse
from minutes.record.agenda import agenda_of
from minutes.record.announcements import AgendaRecord, InvitationRecord
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

DATA = Path(__file__).parents[2] / "data" / "minutes-texts"
C00 = (DATA / "c00-coesfeld-original.txt").read_text(encoding="utf-8")
M01 = (DATA / "m01-full-niederschrift-MODEL.txt").read_text(encoding="utf-8")

C00_SPEAKERS = (
    "Ausschussvorsitzender Kleerbaum",
    "MA Dreier",
    "Ktabg. Dr. Wenning",
    "MA Dreier",
    "Landrat Dr. Schulze Pellengahr",
    "Ktabg. Lütkecosmann",
    "Ktabg. Bednarz",
    "MA Dreier",
    "Ktabg. Kohaus",
    "Ktabg. Neumann",
    "MA Dreier",
    "Ktabg. Merschhemke",
    "Ausschussvorsitzender Kleerbaum",
)


def _contribution(key: str, text: str, speaker: str = "") -> ContributionRecord:
    marked = text.replace(speaker, f"⟨{speaker}⟩", 1) if speaker else text
    return ContributionRecord(id=key, kind="speech" if speaker else "procedure", text=parse(marked), speaker=speaker)


def c00_item() -> ItemRecord:
    """The item of Kreis Coesfeld, cut from its text; only the speakers are told to us."""
    head, debate, _vote = C00.split("\n\n\n")
    resolution = head.split("Beschluss:\n", 1)[1]
    paragraphs = [paragraph for paragraph in debate.split("\n") if paragraph.strip()]
    return ItemRecord(
        id="item-3",
        number="3",
        label="TOP 3",
        title="1. Integrationskonzept des Kreises Coesfeld",
        is_public=True,
        order=("decision", "contributions", "votes"),
        papers=(PaperValue("paper-1", "SV-9-0609"),),
        status_text="ungeändert beschlossen",
        counts_line="Abstimmung: Ja: 9, Nein: 0, Enthaltungen: 0, Befangen: 0",
        outcome="adopted",
        decision=DecisionRecord(heading="Beschluss", resolution=parse(resolution)),
        contributions=tuple(
            _contribution(f"contribution-{number}", text, speaker)
            for number, (text, speaker) in enumerate(zip(paragraphs, C00_SPEAKERS, strict=True), start=1)
        ),
        votes=(
            VoteRecord(
                id="vote-1",
                form="by_hand",
                form_text="offen per Handzeichen",
                majority="simple",
                counts=CountsValue(yes=9, no=0, abstain=0, recused=0),
                result_lines=("einstimmig",),
                counts_text="(Ja: 9, Nein: 0, Enthaltungen: 0, Befangen: 0)",
                adopted=True,
                is_final=True,
            ),
        ),
    )


def c00(*, is_draft: bool = False) -> SessionRecord:
    """The session around c00 with this one item."""
    item = c00_item()
    return SessionRecord(
        audience="public",
        session_id="session-c00",
        reference="IntA/4/2016",
        number=4,
        year=2016,
        date=datetime.date(2016, 11, 16),
        body=BodyValue("coesfeld", "Kreis Coesfeld", "Der Landrat"),
        committee=CommitteeValue("committee-1", "Integrationsausschuss", "IntA"),
        title="NIEDERSCHRIFT",
        subtitle="über die 4. Sitzung des Integrationsausschusses (IntA/4/2016)",
        date_text="Mittwoch, 16.11.2016",
        place_text="Kreishaus I, Großer Sitzungssaal",
        is_draft=is_draft,
        parts=(
            PartRecord(
                letter="A",
                heading="A. Öffentlicher Teil",
                is_public=True,
                agenda=(AgendaLine("3", "TOP 3", item.title, papers=item.papers, item_id=item.id),),
                items=(item,),
            ),
        ),
    )


def _counts(yes: int, no: int, abstain: int, recused: int) -> str:
    return f"(Ja: {yes}, Nein: {no}, Enthaltungen: {abstain}, Befangen: {recused})"


def _item(number: int, title: str, **values) -> ItemRecord:
    return ItemRecord(
        id=f"item-{number}", number=str(number), label=f"TOP {number}", title=title, is_public=True, **values
    )


def _papers(reference: str) -> tuple[PaperValue, ...]:
    return (PaperValue(reference, reference),)


def m01_items() -> tuple[ItemRecord, ...]:
    """The seven public items of the model."""
    title = "Einwendungen gegen die Niederschrift über die Sitzung vom 09.09.2026"
    report = (
        _contribution(
            "c-1",
            "MA Dregger berichtet anhand einer Präsentation (Anlage 1 zur Niederschrift) über das laufende Jahr.",
            "MA Dregger",
        ),
        _contribution(
            "c-2",
            "s. B. Neuhaus bittet um Auskunft, wie viele Kommunen beteiligt seien. MA Dregger antwortet, es seien alle "
            "elf.",
            "s. B. Neuhaus",
        ),
    )
    concept = (
        _contribution(
            "c-3",
            "Ktabg. Dr. Wende hält die Seiten 65 ff. für entscheidend. Hier sei der Auftrag des Kreistags "
            "konkretisiert worden.",
            "Ktabg. Dr. Wende",
        ),
        _contribution("c-4", "Positiv äußert sich auch s. B. Kohl.", "s. B. Kohl"),
    )
    roll_call = VoteRecord(
        id="vote-5",
        form="roll_call",
        form_text="namentlich",
        majority="simple",
        counts=CountsValue(yes=4, no=4, abstain=0, recused=0),
        result_lines=("4 JA-Stimmen", "4 NEIN-Stimmen"),
        ballots=(
            _ballots("yes", "Mit Ja stimmten", "Bednar", "Kohl", "Neuhaus", "Schemmer"),
            _ballots("no", "Mit Nein stimmten", "Kleinhaus", "Lütke", "Merten", "Dr. Wende"),
        ),
        conclusion="Der Antrag ist damit bei Stimmengleichheit abgelehnt.",
        adopted=False,
        is_final=True,
    )
    return (
        _item(
            1,
            title,
            order=("contributions",),
            contributions=(_contribution("c-0", "Einwendungen werden nicht erhoben."),),
        ),
        _item(
            2,
            "Bericht des Kommunalen Integrationszentrums",
            order=("contributions", "decision", "after"),
            papers=_papers("SV-11-0609"),
            rapporteur="MA Dregger",
            contributions=report,
            decision=DecisionRecord("Beschluss", inline="Ohne. Der Bericht wird zur Kenntnis genommen."),
            after=("Ktabg. Merten nimmt ab 16:52 Uhr an der Sitzung teil.",),
            outcome="noted",
        ),
        _item(
            3,
            "1. Integrationskonzept des Kreises Musterland",
            order=("decision", "contributions", "votes"),
            papers=_papers("SV-11-0612"),
            decision=DecisionRecord(
                "Beschluss",
                intro="Der Integrationsausschuss empfiehlt dem Kreisausschuss, dem Kreistag folgenden "
                "Beschlussvorschlag zu unterbreiten:",
                resolution=parse("Das 1. Integrationskonzept wird verabschiedet."),
            ),
            contributions=concept,
            votes=(_by_hand("vote-3", ("einstimmig bei 1 Enthaltung",), 7, 0, 1, 0),),
            status_text="ungeändert beschlossen",
            counts_line="Abstimmung: Ja: 7, Nein: 0, Enthaltungen: 1, Befangen: 0",
            outcome="adopted",
        ),
        _item(
            4,
            "Zuschuss an den Verein „Brücke e. V.“",
            order=("recusals", "decision", "votes", "after"),
            papers=_papers("SV-11-0615"),
            recusals=(
                "Ktabg. Lütke zeigt als Mitglied des Vereinsvorstandes einen Ausschließungsgrund an, begibt sich in "
                "den Zuhörerbereich und nimmt an Beratung und Abstimmung nicht teil.",
            ),
            decision=DecisionRecord(
                "Beschluss", resolution=parse("Dem Verein „Brücke e. V.“ wird ein Zuschuss von 5.000 € gewährt.")
            ),
            votes=(_by_hand("vote-4", ("5 JA-Stimmen", "2 NEIN-Stimmen"), 5, 2, 0, 1),),
            after=("Ktabg. Lütke nimmt wieder an der Sitzung teil.",),
            outcome="adopted",
        ),
        _item(
            5,
            "Antrag der SPD-Kreistagsfraktion vom 02.10.2026: Sprachkurse",
            order=("contributions", "votes", "after"),
            papers=_papers("SV-11-0620"),
            contributions=(_contribution("c-5", "Ktabg. Bednar beantragt namentliche Abstimmung.", "Ktabg. Bednar"),),
            votes=(roll_call,),
            after=("Ktabg. Bednar verlässt um 17:55 Uhr die Sitzung.",),
            outcome="rejected",
        ),
        _item(
            6,
            "Mitteilungen des Landrats",
            order=("contributions",),
            contributions=(_contribution("c-6", "Mitteilungen liegen nicht vor."),),
        ),
        _item(
            7,
            "Anfragen der Ausschussmitglieder",
            order=("contributions",),
            contributions=(_contribution("c-7", "Anfragen werden nicht gestellt."),),
        ),
    )


def _ballots(choice: str, heading: str, *names: str) -> BallotLine:
    return BallotLine(choice, heading, ", ".join(names), tuple(VoterValue(name) for name in names))


def _by_hand(key: str, lines: tuple[str, ...], yes: int, no: int, abstain: int, recused: int) -> VoteRecord:
    return VoteRecord(
        id=key,
        form="by_hand",
        form_text="offen per Handzeichen",
        majority="simple",
        counts=CountsValue(yes=yes, no=no, abstain=abstain, recused=recused),
        result_lines=lines,
        counts_text=_counts(yes, no, abstain, recused),
        adopted=yes > no,
        is_final=True,
    )


def _group(heading: str, *rows: tuple[str, ...]) -> AttendanceGroup:
    return AttendanceGroup(heading, tuple(AttendanceRow(*row) for row in rows))


def _paragraph(text: str, start: str) -> str:
    """The paragraph of a text that starts so, on one line."""
    return next(" ".join(part.split()) for part in text.split("\n\n") if part.startswith(start))


def m01(*, is_draft: bool = True) -> SessionRecord:
    """The model protocol, complete."""
    items = m01_items()
    return SessionRecord(
        audience="public",
        session_id="session-m01",
        reference="IntA/7/2026",
        number=7,
        year=2026,
        date=datetime.date(2026, 11, 18),
        body=BodyValue("musterland", "Kreis Musterland", "Der Landrat"),
        committee=CommitteeValue("committee-1", "Integrationsausschuss", "IntA"),
        title="NIEDERSCHRIFT",
        subtitle="über die 7. Sitzung des Integrationsausschusses (IntA/7/2026)",
        date_text="Mittwoch, 18.11.2026",
        place_text="Kreishaus I, Großer Sitzungssaal, Musterstraße 7, 40000 Musterstadt",
        is_draft=is_draft,
        head=(
            HeadField("Beginn der Sitzung", "16:30 Uhr"),
            HeadField("Ende des öffentlichen Teils", "18:02 Uhr"),
            HeadField("Ende der Sitzung", "18:10 Uhr"),
            HeadField("Unterbrechung", "17:20 – 17:30 Uhr"),
        ),
        seats_line="Gesetzliche/beschlossene Mitgliederzahl: 9 stimmberechtigte Mitglieder",
        attendance=(
            _group("Vorsitz", ("Kleinhaus, Victor", "CDU")),
            _group(
                "CDU-Kreistagsfraktion",
                ("Lütke, Anna",),
                ("Merten, Heinz", "", "ab TOP 3 (16:52 Uhr)"),
                ("Dr. Wende, Thomas",),
            ),
            _group(
                "SPD-Kreistagsfraktion",
                ("Bednar, Ursula", "", "bis TOP 5 einschließlich"),
                ("Schemmer, Jan", "", "Vertretung für Ktabg. Ramers, Carsten"),
            ),
            _group("Kreistagsfraktion BÜNDNIS 90/DIE GRÜNEN", ("Kohl, Stefan", "s. B.")),
            _group("FDP-Kreistagsfraktion", ("Neuhaus, Eva", "s. B.")),
            _group(
                "Beratende Mitglieder (§ 41 Abs. 3 und 6 KrO NRW)",
                ("Crone, Ralf", "Fraktion FAMILIE/DIE LINKE"),
                ("Yildiz, Aylin", "sachkundige Einwohnerin"),
            ),
            _group(
                "Verwaltung",
                ("Landrat Dr. Bergkamp",),
                ("Dezernentin Althoff",),
                ("MA Dregger", "Leiter Kommunales Integrationszentrum"),
                ("MA Sander", "", "Schriftführerin"),
            ),
            _group("Gäste", ("Frau Thöne, Caritasverband", "", "zu TOP 2")),
        ),
        absent=(
            _group(
                "Entschuldigt fehlen",
                ("Ktabg. Ramers, Carsten", "SPD", "vertreten durch Ktabg. Schemmer"),
                ("Ktabg. Wiesmann, Paul", "UWG"),
            ),
        ),
        opening=parse(_paragraph(M01, "Der Ausschussvorsitzende Kleinhaus eröffnet")),
        parts=(
            PartRecord(
                letter="A",
                heading="A. Öffentlicher Teil",
                is_public=True,
                agenda=tuple(
                    AgendaLine(item.number, item.label, item.title, papers=item.papers, item_id=item.id)
                    for item in items
                ),
                items=items,
                closing=(
                    "Der Ausschussvorsitzende schließt den öffentlichen Teil um 18:02 Uhr und stellt die "
                    "Nichtöffentlichkeit her.",
                ),
            ),
            PartRecord(
                letter="B",
                heading="B. Nichtöffentlicher Teil",
                is_public=False,
                agenda=(AgendaLine("8", "TOP 8", "Mitteilungen des Landrats"),),
            ),
        ),
        closing=parse("(Der nichtöffentliche Teil ist gesondert niedergeschrieben.)"),
        signatures=(
            SignatureLine("Kleinhaus", "Ausschussvorsitzender"),
            SignatureLine("Sander", "Schriftführerin"),
        ),
        annexes=(AnnexValue("1", "Präsentation zu TOP 2", "nur dem Original beigefügt", "item-2"),),
    )


def internal(*, is_draft: bool = False) -> SessionRecord:
    """The model protocol with its non-public item, as those entitled read it."""
    record = m01(is_draft=is_draft)
    item = replace(
        _item(8, "Verkauf am Uferweg", order=("decision", "contributions")),
        is_public=False,
        papers=_papers("SV-11-0666"),
        decision=DecisionRecord("Beschluss", resolution=parse("Das Haus wird verkauft.\n\n- an **Süd**\n- sofort")),
        contributions=(_contribution("c-8", "Ktabg. Kohl fragt nach dem Preis.", "Ktabg. Kohl"),),
        public_title="Grundstück",
        recused_person_ids=("person-1",),
    )
    part = replace(
        record.parts[1],
        agenda=(AgendaLine("8", "TOP 8", item.title, papers=item.papers, item_id=item.id),),
        items=(item,),
    )
    return replace(
        record,
        audience="internal",
        parts=(record.parts[0], part),
        closing=parse("Der Ausschussvorsitzende schließt die Sitzung um 18:10 Uhr."),
        annexes=(*record.annexes, AnnexValue("2", "Kaufvertrag zu TOP 8", item_id=item.id)),
    )


def agenda(*, edition: int = 1) -> AgendaRecord:
    """The agenda of the model; its second edition has one more item and another title."""
    published = agenda_of(m01(is_draft=False), edition=edition)
    starts_at = datetime.datetime(2026, 11, 18, 15, 30, tzinfo=datetime.UTC)
    if edition == 1:
        return replace(published, starts_at=starts_at)
    first, second = published.parts
    lines = (
        *first.lines[:3],
        replace(first.lines[3], title="Zuschuss an den Verein „Steg e. V.“"),
        AgendaLine("5", "TOP 5", "Dringlichkeitsantrag: Heizung", papers=_papers("SV-11-0699"), item_id="item-new"),
        replace(first.lines[4], number="6", label="TOP 6"),
        replace(first.lines[5], number="7", label="TOP 7"),
    )
    return replace(published, starts_at=starts_at, parts=(replace(first, lines=lines), second))


def invitation() -> InvitationRecord:
    """The letter to the session of the model."""
    return InvitationRecord(
        agenda=agenda(),
        addressee="An die Mitglieder\ndes Integrationsausschusses",
        subject="Einladung zur 7. Sitzung des Integrationsausschusses (IntA/7/2026)",
        opening="zur 7. Sitzung des Integrationsausschusses lade ich Sie herzlich ein. Die Sitzung beginnt am",
        convener=SignatureLine("Kleinhaus", "Ausschussvorsitzender", "Victor Kleinhaus"),
        dated=datetime.date(2026, 11, 4),
    )


def corrected() -> SessionRecord:
    """The model with a correction."""
    text = "In der Aufzählung der Anwesenden ist „Bednar, Ursula“ durch „Bednar, Ulla“ zu ersetzen."
    note = CorrectionNote("Berichtigung vom 03.12.2026", parse(text), datetime.date(2026, 12, 3))
    return replace(m01(is_draft=False), corrections=(note,))


ENCLOSED = (
    Embedded("Vorlage.pdf", b"%PDF-1.4 not read here", "SV-11-0612 Integrationskonzept"),
    Embedded("Liste.csv", b"Ort;Zahl\nStadt;11\n", "Anlage 1: Präsentation zu TOP 2"),
)


def every_kind() -> dict[str, tuple[DocumentRecord, dict[str, object]]]:
    """For each kind of document a record that has something for it, and what the kind takes beside."""
    final = m01(is_draft=False)
    return {
        "invitation": (invitation(), {}),
        "agenda": (agenda(), {}),
        "supplement": (agenda(edition=2), {"before": agenda()}),
        "attendance-list": (final, {}),
        "minutes": (final, {}),
        "nonpublic": (internal(), {}),
        "extract": (final, {"item": "3"}),
        "decisions": (final, {}),
        "roll-call": (council(), {"item": "5"}),
        "correction": (corrected(), {}),
        "collection": (final, {"attachments": ENCLOSED}),
    }


def council() -> SessionRecord:
    """The model with a roll call of 59 in 7 factions at item 5."""
    record = m01(is_draft=False)
    groups = tuple(
        AttendanceGroup(
            f"Fraktion {FACTIONS[number]}",
            tuple(AttendanceRow(name, person_id=name) for name in COUNCILLORS[number::7]),
        )
        for number in range(7)
    )
    items = tuple(
        replace(item, votes=(large_roll_call(item.id),)) if item.number == "5" else item for item in m01_items()
    )
    return replace(record, attendance=groups, parts=(replace(record.parts[0], items=tuple(items)), record.parts[1]))


LONG_TITLE = ("Betriebsausschuss der Abfallwirtschaftsbetriebe: Fortschreibung des Bedarfsplanes " * 8)[:608]
LONG_WORD = "Abfallwirtschaftsbetriebesatzungsänderung" * 15
COUNCILLORS = tuple(f"Beispiel-Musterfrau{number:02}, Anna-Katharina" for number in range(1, 60))


FACTIONS = ("CDU", "SPD", "BÜNDNIS 90/DIE GRÜNEN", "FDP", "UWG", "FAMILIE/DIE LINKE", "Freie Wähler")


def large_roll_call(key: str) -> VoteRecord:
    """59 called by name: 40 yes, 17 no, 2 abstentions, through all factions."""
    surnames = [name.split(",")[0].split("-")[1] for name in COUNCILLORS]
    choices = {"yes": slice(0, 40), "no": slice(40, 57), "abstain": slice(57, 59)}
    headings = {"yes": "Mit Ja stimmten", "no": "Mit Nein stimmten", "abstain": "Enthalten haben sich"}
    return VoteRecord(
        id=f"roll-{key}",
        form="roll_call",
        form_text="namentlich",
        majority="simple",
        counts=CountsValue(yes=40, no=17, abstain=2, recused=0),
        result_lines=("40 JA-Stimmen", "17 NEIN-Stimmen", "2 Enthaltungen"),
        ballots=tuple(
            BallotLine(
                choice,
                headings[choice],
                ", ".join(surnames[part]),
                tuple(VoterValue(*pair) for pair in zip(surnames[part], COUNCILLORS[part], strict=True)),
            )
            for choice, part in choices.items()
        ),
        adopted=True,
        is_final=True,
    )


def _long_item(number: int) -> ItemRecord:
    """An item with nested resolutions and a table of names; every fifth with five votes and a roll call of 59."""
    resolution = (
        "Der Kreistag beschließt:\n\n1) Die Satzung wird geändert.\n   a) Der Beitrag steigt.\n"
        "      aa) Er steigt um 5 €.\n"
        "      bb) Er steigt am 01.01.2027.\n   b) Die Frist läuft.\n2) Die Verwaltung berichtet.\n\n"
        "Mitglied:                    Stellvertreter/in:\n\nKtabg. Bednar                    Ktabg. Schemmer\n\n"
        "Ktabg. Dr. Bäcker                    Ktabg. Graute"
    )
    speech = "⟨Ktabg. Musterfrau⟩ hält die Fortschreibung des Nahverkehrsplanes für notwendig. " * 6
    votes = tuple(
        VoteRecord(
            id=f"vote-{number}-{part}",
            form="by_hand",
            form_text="offen per Handzeichen",
            majority="simple",
            counts=CountsValue(yes=40, no=19, abstain=0, recused=0),
            label=f"{part}. Absatz",
            result_lines=("40 JA-Stimmen", "19 NEIN-Stimmen"),
            counts_text=_counts(40, 19, 0, 0),
        )
        for part in range(1, 6)
    )
    roll_call = large_roll_call(str(number))
    return _item(
        number,
        LONG_TITLE if number == 2 else f"Haushaltsplanung, Teil {number}",
        order=("decision", "contributions", "votes", "after"),
        papers=_papers(f"SV-11-{number:04}"),
        decision=DecisionRecord("Beschluss", resolution=parse(resolution)),
        contributions=(
            _contribution(f"c-{number}-word", LONG_WORD if number == 3 else "Das Wort wird gewünscht."),
            *(_contribution(f"c-{number}-{index}", speech) for index in range(21 if number % 10 == 4 else 3)),
        ),
        votes=(*votes, roll_call) if number % 5 == 0 else votes[:1],
        after=("Ktabg. Musterfrau verlässt um 17:55 Uhr die Sitzung.",),
    )


def stress(*, items: int) -> SessionRecord:
    """The long and the odd of the field at once: 60 people, a title of 608 characters, a word of 600."""
    printed = tuple(_long_item(number) for number in range(1, items + 1))
    agenda = tuple(
        AgendaLine(item.number, item.label, item.title, papers=item.papers, item_id=item.id) for item in printed
    )
    people = tuple((name, "s. B.", "Vertretung für Ktabg. Musterfrau", name) for name in (*COUNCILLORS, LONG_WORD))
    return replace(
        m01(),
        attendance=tuple(_group(f"Fraktion {name}", *people[number::7]) for number, name in enumerate(FACTIONS)),
        parts=(PartRecord("A", "A. Öffentlicher Teil", is_public=True, agenda=agenda, items=printed),),
    )


def speech(text: str) -> ContributionRecord:
    """A contribution of any text, without speaker."""
    return _contribution("contribution", text)
