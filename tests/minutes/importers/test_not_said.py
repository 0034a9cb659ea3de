"""What stands in a debate and was said by nobody: resolutions, results, headings. All names are invented."""

import pytest

from minutes.importers.grammar.impersonal import is_impersonal
from minutes.importers.grammar.resolved import body_acts, is_resolution, is_told
from tests.minutes.importers.texts import reading_of

VOTE = "\n\nAbstimmungsergebnis: 7 Ja-Stimmen, 2 Nein-Stimmen"


def spoken(*paragraphs: str) -> list[tuple[str, str | None]]:
    said = reading_of("\n\n".join(paragraphs))["contributions"]
    return [(each["kind"], each["speaker"]) for each in said]


def test_what_stands_right_above_a_vote_is_what_was_voted_on():
    found = reading_of(
        "Beratung:\n\nFrau Ohm erläutert die Angebote.\n\nFür den Friedhof wird eine Pumpe gekauft." + VOTE
    )
    assert found["resolution"] == ["Für den Friedhof wird eine Pumpe gekauft."]
    assert [each["speaker"] for each in found["contributions"]] == ["Frau Ohm"]
    assert found["outcome"]["code"] == "adopted"


def test_points_above_a_vote_are_all_of_the_resolution():
    found = reading_of(
        "Beratung:\n\nFrau Ohm dankt.\n\n1. Der Weg wird gesperrt.\n\n2. Die Verwaltung wird beauftragt, Schilder zu kaufen."
        + VOTE
    )
    assert len(found["resolution"]) == 2


def test_a_resolution_with_a_heading_stays_the_only_one():
    found = reading_of(
        "Beschluss:\n\nDer Zaun wird gebaut."
        + VOTE
        + "\n\nBeratung:\n\nFrau Ohm dankt.\n\nDas Tor wird gestrichen."
        + VOTE
    )
    assert found["resolution"] == ["Der Zaun wird gebaut."]
    assert {"kind": "decision", "text": "Das Tor wird gestrichen."} in found["notes"]


def test_a_body_that_resolves_needs_neither_heading_nor_vote():
    found = reading_of("Beratung:\n\nFrau Ohm erläutert den Plan.\n\nDer Rat beschließt, den Plan auszulegen.")
    assert found["resolution"] == ["Der Rat beschließt, den Plan auszulegen."]
    assert [each["speaker"] for each in found["contributions"]] == ["Frau Ohm"]


def test_a_body_resolves_what_stands_below():
    opening = "Nach Vortrag und Aussprache beschließt der Marktgemeinderat Folgendes:"
    found = reading_of(
        f"Beratung:\n\nFrau Ohm erläutert den Plan.\n\n{opening}\n\n1. Der Plan wird ausgelegt.\n\n2. Das Tor entfällt."
    )
    assert found["resolution"] == [opening, "1. Der Plan wird ausgelegt.", "2. Das Tor entfällt."]
    assert [each["speaker"] for each in found["contributions"]] == ["Frau Ohm"]


def test_what_somebody_says_below_the_heading_of_a_resolution_is_no_resolution():
    text = (
        "Beschluss:\n\nWeil beides Wahlen sind, fragt Frau Ohm, ob offen gewählt werden soll.\n\nEs wird offen gewählt."
    )
    assert reading_of(text)["contributions"][0]["speaker"] == "Frau Ohm"


def test_below_a_status_stands_what_was_resolved():
    found = reading_of(
        "Beschluss: mehrheitlich beschlossen\n\nAbstimmung: Ja: 7, Nein: 2\n\n1) Dem Umbau wird zugestimmt.\n\n2) Das Dach wird begrünt.\n\n\n"
        "Frau Ohm hält das Dach für zu schwach."
    )
    assert found["resolution"] == ["1) Dem Umbau wird zugestimmt.", "2) Das Dach wird begrünt."]
    assert [each["speaker"] for each in found["contributions"]] == ["Frau Ohm"]


def test_what_goes_on_with_a_speech_above_a_vote_stays_in_it():
    assert spoken(
        "Beratung:", "Frau Ohm stellt den Plan vor.", "Das Gebäude sei zu erhalten und werde gebraucht." + VOTE
    ) == [("speech", "Frau Ohm"), ("continuation", "Frau Ohm")]
    assert (
        spoken("Beratung:", "Frau Ohm stellt den Plan vor.", "Er wird danach ausgelegt." + VOTE)[-1][0]
        == "continuation"
    )


def test_who_leaves_right_above_a_vote_stays_in_the_debate():
    assert spoken("Beratung:", "Frau Ohm dankt.", "Herr Kohl verlässt um 19:10 Uhr die Sitzung." + VOTE) == [
        ("speech", "Frau Ohm"),
        ("procedure", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat nimmt den Bericht zur Kenntnis.",
        "Die Niederschrift wird genehmigt.",
        "Die Tagesordnung wird ohne Änderungen festgestellt.",
        "Der Punkt wird vertagt, weil die Kosten noch fehlen.",
        "Die Drucksache wird in den Kulturausschuss überwiesen.",
        "Frau Ohm wird mit 6 Ja-Stimmen bei einer Enthaltung gewählt. Sie nimmt die Wahl an.",
        "Die Bezirksvertretung Hafen-Ost beschließt einstimmig, dass Frau Ohm unterschreibt.",
        "Für den Antrag des Abg. Kohl stimmen 5 Abgeordnete, dagegen 8.",
        "Änderungsantrag: 8 : 3 Stimmen, damit angenommen.",
        "Die GV stimmt der Vergabe zu.",
        "7 Ja-Stimmen für Frau Ohm",
    ],
)
def test_a_result_is_nobodys_speech(text):
    assert is_told(text)
    assert spoken("Beratung:", "Frau Fels erläutert die Sache.", text) == [("speech", "Frau Fels")]


@pytest.mark.parametrize(
    "text",
    [
        "Die Kosten sind gestiegen. Der Rat habe dies so beschlossen.",
        "Der Bauausschuss habe dem Antrag zugestimmt.",
        "Man werde die Vorlage ablehnen.",
    ],
)
def test_what_somebody_says_of_a_decision_is_none(text):
    assert not is_told(text)


def test_whom_a_body_has_elected_does_not_speak():
    found = reading_of("TOP 3: Wahl\n\nDie Gemeindevertretung hat Frau Antje Ohm zur Schiedsperson gewählt.")
    assert not any(each["speaker"] for each in found["contributions"])


def test_a_council_with_its_name_is_no_person():
    assert body_acts("Der Stadtrat Oberwinkel beschließt die Satzung.")
    assert body_acts("Auf Vorschlag der ABC wählt der Stadtrat Ratsmitglied Petra Ohm in den Ausschuss.")
    assert not body_acts("Der Stadtrat Kohl stimmt zu.")
    assert spoken("Beratung:", "Frau Ohm dankt.", "Der Stadtrat Oberwinkel beschließt, den Zaun zu bauen.") == [
        ("speech", "Frau Ohm")
    ]


def test_a_paragraph_that_goes_on_with_a_small_letter_is_part_of_the_resolution():
    assert is_resolution("dem Verein 500 Euro zu bewilligen.")
    assert not is_resolution("Wird der Weg gebaut?")


IMPERSONAL = """
Es wird darauf hingewiesen, dass der Bach Hochwasser führt.
Aus der Mitte des Rates wird ein späterer Termin gewünscht.
Aus den Reihen der Zuhörer kommt die Frage nach dem Preis.
Seitens der Verwaltung wird auf den Vertrag verwiesen.
In der Aussprache wurde die Zufahrt kritisch gesehen.
Vorgeschlagen wird Frau Ohm.
Als Nachfolgerin wird Frau Ohm vorgeschlagen.
Auf Vorschlag von Frau Dr. Ohm wird das Wort gestrichen.
Nach kurzer Beratung wird über die Vorlage abgestimmt.
Die Wahl erfolgt mit Stimmzetteln.
Um 20.15 Uhr wird die Öffentlichkeit ausgeschlossen.
Es liegt ein gemeinsamer Vorschlag aller Fraktionen vor.
Es wird auf die Sitzung am 3.4.2026 hingewiesen.
Vor Eintritt in die Beratung wird über die Reihenfolge abgestimmt.
Über diesen Punkt wird lange beraten.
Das Thema wird ausführlich erörtert.
Man kommt überein, den Steg zu zeigen.
Nachdem niemand mehr fragt, wird der Vorschlag zur Abstimmung gestellt.
Nach kurzer Pause verständigt man sich darauf, den Steg zu zeigen.
Die Anregung wird aufgegriffen und geprüft.
Für die geheime Wahl werden Kabinen aufgestellt.
Die anschließende Aussprache macht deutlich, dass der Steg fehlt.
Im Laufe der Aussprache bleiben zwei Namen übrig.
Nach einer kurzen Beratung wird wie folgt beschlossen.
Dies wird seitens der Verwaltung bejaht.
Im Anschluss wird ausführlich über die Plätze diskutiert.
Daraufhin wird eine Pause von zehn Minuten eingelegt.
Dieser Vorschlag findet breite Zustimmung.
Das Gutachten wird während der Sitzung verteilt.
Es folgen weitere Wortbeiträge zur Hecke.
Der Fragestunde schließt sich eine kurze Pause an.
Es wird gefragt, ob der Steg gebaut werde. Dies wird von der Bürgermeisterin bejaht.
Auf Nachfrage wird mitgeteilt, dass der Steg im Mai fertig ist.
Auch wird bemängelt, dass der Steg knarrt.
Dagegen wurde eingewandt, dass der Steg noch jung ist.
Um das Ufer zu schonen, wurde aus der Runde angeregt, den Steg zu versetzen.
Auf Vorschlag der Vorsitzenden soll zunächst der Hafen besichtigt werden.
Danach wird gewählt.
Nach der Auszählung liegt dem Präsidium das Ergebnis vor.
Anschließend zählen die Stimmzähler, Herr Kohl und Frau Ohm, die Stimmen aus.
Die Mitglieder werden einzeln zur Wahl aufgerufen.
Hierzu liegen noch keine Angebote vor.
Der Bauhof wird verständigt.
"""


@pytest.mark.parametrize("text", IMPERSONAL.strip().splitlines())
def test_what_is_done_by_nobody_is_procedure(text):
    assert is_impersonal(text)
    assert spoken("Beratung:", "Frau Fels stellt die Planung vor.", text)[-1] == ("procedure", None)


@pytest.mark.parametrize(
    "text",
    [
        "Der Plan wird im Herbst vorgestellt.",
        "Im Amtsblatt wird auf die Frist hingewiesen.",
        "Es werde darauf hingewiesen, dass der Bach Hochwasser führe.",
        "Nach Auffassung der Fraktion wird zu viel gebaut.",
    ],
)
def test_what_goes_on_with_a_speech_is_not_impersonal(text):
    assert not is_impersonal(text)


def test_headings_and_numbers_of_papers_are_no_contributions():
    found = reading_of(
        "TOP 3: Zuschuss an den Verein\n\nVorlage: 12/2019\n\nhier: Anschaffung eines Zeltes\n\nFrau Ohm begründet den Antrag.\n\n"
        "Anfragen\n\nHerr Kohl fragt nach dem Preis."
    )
    assert [each["speaker"] for each in found["contributions"]] == ["Frau Ohm", "Herr Kohl"]


def test_points_of_a_list_within_a_speech_are_no_headings():
    said = spoken("Beratung:", "Frau Ohm nennt drei Orte:", "- Schule", "- Bahnhof", "- Markt")
    assert said == [("speech", "Frau Ohm"), *[("continuation", "Frau Ohm")] * 3]


def test_names_in_a_list_below_which_nobody_speaks_are_no_contributions():
    assert spoken("Beratung:", "Frau Ohm bittet um Handzeichen.", "Frau Fels", "X", "Herr Kohl", "X") == [
        ("speech", "Frau Ohm")
    ]


def test_a_motion_quoted_below_its_announcement_is_nobodys_speech():
    assert spoken(
        "Beratung:",
        "Von der ABC-Fraktion liegt folgender Antrag vor:",
        "„Der Rat möge beschließen: Der Weg wird gebaut.“",
        "Frau Ohm begründet ihn.",
    ) == [("speech", "Frau Ohm")]


def test_who_puts_a_motion_to_the_vote_speaks():
    found = reading_of(
        "Beratung:\n\nFrau Ohm beantragt, den Weg zu sperren.\n\nÜber diesen Antrag lässt die Vorsitzende wie folgt abstimmen:"
        + VOTE
    )
    assert [each["speaker"] for each in found["contributions"]] == ["Frau Ohm", "Vorsitzende"]
    assert len(found["votes"]) == 1


def test_no_word_is_lost():
    text = (
        "Beratung:\n\nFrau Ohm dankt.\n\nAnfragen\n\nDer Rat beschließt, den Zaun zu bauen.\n\nDie Pumpe wird gekauft."
        + VOTE
    )
    found = reading_of(text)
    assert [passage["text"] for passage in found["source"]["passages"]] == [line for line in text.split("\n") if line]


def test_what_takes_place_at_an_hour_goes_on_with_no_resolution():
    found = reading_of(
        "Beschluss:\n\nDer Zaun wird gebaut.\n\nVon 17.50 Uhr bis 18.10 Uhr findet sodann die Fragestunde statt.\n\nHerr Kohl fragt nach dem Weg."
    )
    assert found["resolution"] == ["Der Zaun wird gebaut."]
    assert [each["kind"] for each in found["contributions"]] == ["procedure", "speech"]


def test_a_report_of_an_item_that_was_noted_stays_in_the_debate():
    found = reading_of("Beschluss: zur Kenntnis genommen\n\nDie Arbeiten am Dach sind abgeschlossen.")
    assert [each["kind"] for each in found["contributions"]] == ["procedure"]
    assert found["resolution"] == []


def test_a_quotation_in_which_the_speaker_speaks_goes_on_with_them():
    speech = ("Frau Ohm sagt:", "„Der Steg ist alt.", "Ich bitte um Ihre Zustimmung.“", "Herr Kohl dankt.")
    assert spoken("Beratung:", *speech[:1], "„Ich halte den Steg für alt.", *speech[2:]) == [
        ("speech", "Frau Ohm"),
        ("continuation", "Frau Ohm"),
        ("continuation", "Frau Ohm"),
        ("speech", "Herr Kohl"),
    ]
    assert spoken("Beratung:", "Frau Ohm verliest den Brief:", *speech[1:3])[1] == ("quote", None)


def test_a_quotation_right_below_the_status_is_what_was_resolved():
    found = reading_of("Beschluss: beschlossen\n\n„Die neue Satzung wird beschlossen. Sie gilt ab Mai.“")
    assert (len(found["resolution"]), found["contributions"]) == (1, [])


def test_points_that_end_an_item_below_its_status_are_what_was_resolved():
    found = reading_of(
        "Beschluss: beschlossen\n\nFrau Ohm stellt den Steg vor.\n\n1. Der Steg wird gebaut.\n\n2. Herr Kohl zeigt ihn im Mai."
    )
    assert [each["speaker"] for each in found["contributions"]] == ["Frau Ohm", "Frau Ohm", "Herr Kohl"]
    found = reading_of(
        "Beschluss: beschlossen\n\nFrau Ohm stellt den Steg vor.\n\n1. Der Steg wird gebaut.\n\n2. Die Mittel sind bereitzustellen."
    )
    assert [each["speaker"] for each in found["contributions"]] == ["Frau Ohm"]
    assert len(found["resolution"]) == 2


def test_what_an_applicant_or_the_administration_says_among_the_facts_is_of_the_paper():
    facts = "Sachverhalt:\n\nDie ABC-Fraktion beantragt, den Steg zu bauen.\n\n"
    found = reading_of(facts + "Frau Ohm begründet den Antrag.\n\nDie ABC-Fraktion beantragt eine Pause.")
    assert [each["speaker"] for each in found["contributions"]] == ["Frau Ohm", "ABC-Fraktion"]


def test_an_office_that_is_told_of_among_the_facts_is_of_the_paper():
    facts = "Sachverhalt:\n\nDrei Boote wurden erprobt. Der Bauhofleiter schlägt vor, das blaue zu kaufen.\n\n"
    found = reading_of(facts + "Es kostet 90 Euro.\n\nBeschluss:\n\nDas blaue Boot wird gekauft.")
    assert (found["contributions"], len(found["facts"])) == ([], 2)


def test_facts_that_say_only_that_there_is_nothing_are_procedure():
    found = reading_of("Sachverhalt:\n\nBekanntgaben liegen nicht vor.")
    assert [each["kind"] for each in found["contributions"]] == ["procedure"]


def test_who_is_named_before_a_colon_speaks_below_a_heading_with_a_colon():
    lines = ("• Frau Ohm: fragt nach dem Steg", "a. Zu § 7:", "• Herr Kohl: Aushang am Teich", "Frau Ohm dankt.")
    assert ("speech", "Herr Kohl") in spoken("Wortprotokoll", *lines)


def test_who_lives_in_a_street_does_not_make_it_a_surname():
    text = ("Anlieger Bachweg 7, Schreiben vom 3.4.2026", "Herr Kohl dankt.", "Sie fürchten mehr Lärm im Bachweg.")
    assert "Bachweg" not in {speaker for _kind, speaker in spoken("Beratung:", *text)}


def test_that_a_motion_is_put_to_the_vote_is_no_resolution():
    found = reading_of("Beratung:\n\nFrau Ohm dankt.\n\nDer Antrag wird zur Abstimmung gestellt." + VOTE)
    assert [each["kind"] for each in found["contributions"]] == ["speech", "procedure"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Auftrag wird an die Firma Kohl vergeben. Elf Mitglieder stimmen dafür, eines enthält sich.",
        "Ein Beschluss wird heute nicht gefasst.",
    ],
)
def test_what_was_decided_or_not_is_said_by_nobody(text):
    assert spoken("Frau Ohm erläutert die Angebote.", text) == [("speech", "Frau Ohm")]


def test_what_is_said_on_the_line_of_its_label_below_the_facts_is_said():
    text = "TOP 3: Zaun\n\nSach- und Rechtslage: siehe Vorlage\n\nAussprache: Frau Ohm bittet um eine Liste.\n\nHerr Kohl sagt sie zu.\n\nBeschluss: Der Zaun wird gebaut."
    reading = reading_of(text)
    assert [(each["kind"], each["speaker"]) for each in reading["contributions"]] == [
        ("speech", "Frau Ohm"),
        ("speech", "Herr Kohl"),
    ]
