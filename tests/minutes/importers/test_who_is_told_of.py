"""Who speaks and who is only told of: marks before a name, names kept back, the subjunctive, demands and deeds."""

import pytest

from minutes.importers.grammar.speaking import speaking
from minutes.importers.grammar.verbatim import asker, goes_on_with_name, stands_alone
from tests.minutes.importers.texts import reading_of

BEHIND_A_MARK = """
Ø  Frau Ohlsen beantragt, sofort abzustimmen. => Frau Ohlsen
·        Ratsmitglied Jan Ohlsen bittet darum, die Hydranten zu prüfen. => Ratsmitglied Jan Ohlsen
\uf0d8  Ortsbürgermeisterin Ehlers stellt die Chronik vor. => Ortsbürgermeisterin Ehlers
➢ Der Vorsitzende stellt fest, dass niemand mehr reden möchte. => Vorsitzende
o   Herr Ehlers fragt nach dem Zaun. => Herr Ehlers
Ø  Ein weiteres Ratsmitglied bemängelt die Bänke. => Ein weiteres Ratsmitglied
8.1  Ratsfrau Uhde weist auf den Bolzplatz hin. => Ratsfrau Uhde
12. Herr Ehlers erkundigt sich nach der Bank. => Herr Ehlers
(1) Frau Uhde fragt nach dem Brunnen. => Frau Uhde
1. Der Bürgermeister berichtet, dass der Brunnen läuft. => Bürgermeister
2. Bürgermeister Ehlers erinnert an das Fest. => 2. Bürgermeister Ehlers
Zu 2.: Herr Ehlers fragt nach den Kosten. => Herr Ehlers
Zu TOP 4.1: Frau Uhde bittet um Auskunft. => Frau Uhde
1. Die Verwaltung wird gebeten, dies zu prüfen. => other
"""
KEPT_BACK = """
Frau F. fordert eine Schweigeminute. => Frau F.
5.     Herr R. fragt an, ob der Zaun bleibt. => Herr R.
Einwohner K. erkundigt sich nach den Kosten. => Einwohner K.
Anwohnerin D. hält dies nicht für einen Scherz. => Anwohnerin D.
Bürgerin Sch. möchte wissen, wann gebaut wird. => Bürgerin Sch.
Bürger B fragt nach dem Stand. => Bürger B
Einwohner 2 fragt, ob der Weg bleibt. => Einwohner 2
Herr Dr. K. weist auf den Lärm hin. => Herr Dr. K.
Frau N. N. regt eine Bank an. => Frau N. N.
Dem stimmt Herr W. zu. => Herr W.
Auf die Frage von Frau F. antwortet Bürgermeisterin Uhde, dass gebaut werde. => Bürgermeisterin Uhde
Frau F. Uhde von der Schule fragt nach. => Frau F. Uhde
"""
ROLES = """
OB Ehlers erläutert die Regeln, dann bittet er um die Frage. => OB Ehlers
Am. Ehlers führt aus, dass der Verein fehle. => Am. Ehlers
Rm. Uhde schlägt vor, zunächst zu fragen. => Rm. Uhde
Verwaltungsrätin Uhde stellt klar, dass geprüft worden sei. => Verwaltungsrätin Uhde
Sodann lässt RV Ehlers über den Antrag RF Uhdes abstimmen. => RV Ehlers
Als Vertreterin eröffnet die stellvertretende Ratsvorsitzende, Beigeordnete Uhde die Sitzung des Rates. => Beigeordnete Uhde
Der Leiter des Bauamtes, Herr Ehlers, geht auf die Kosten ein. => Herr Ehlers
Die Ratsmitglieder Ehlers, Ohm und Uhde fragen nach. => Ratsmitglieder Ehlers + Ratsmitglieder Ohm + Ratsmitglieder Uhde
Eine Einwohnerin aus Oberau beschwert sich über den Lärm. => Eine Einwohnerin aus Oberau
Herr Ehlers (Büro Plan GmbH & Co. KG) erläutert die Planung. => Herr Ehlers
GR'in Uhde regt eine Bank an. => GR'in Uhde
Bezirksstadtrat Ehlers antwortet darauf. => Bezirksstadtrat Ehlers
Ratsherr Ehlers stimmt gegen den Antrag. => other
Herr Ehlers ist seit 18.10 Uhr anwesend. => other
Antwort Bürgermeister Ehlers: Im Mai. => Bürgermeister Ehlers
Zusatzfrage von Frau Uhde: Und im Juni? => Frau Uhde
Herr Ehlers, Bauamt: Im Mai. => Herr Ehlers
"""
TOLD_OF = """
Zuletzt habe der Oberbürgermeister den Plan zurückgezogen. => other
Weiter habe die Verwaltung die Tagesordnung ergänzt. => other
Zuvor seien die Ausschussmitglieder zum Rundgang eingeladen worden. => other
Der Bürgermeister sei bereits informiert worden. => other
Die Verwaltung müsse dies prüfen. => other
Für das Feld hat die Verwaltung drei Varianten ausgearbeitet, die allen vorliegen. => other
Die Verwaltung hat mitgeteilt, dass gebaut wird. => Verwaltung
Die Verwaltung soll um eine Verlängerung bitten. => other
Der Bürgermeister soll mit dem Verein sprechen. => other
Deshalb möge die Landrätin nachfragen. => other
Ratsmitglied Uhde hat als Nachbarin an der Beratung und der Abstimmung nicht teilgenommen. => other
Ratsfrau Uhde sei damals verhindert gewesen. => other
Frau Uhde erhält Rederecht. => other
Dies wird seitens der Verwaltung bejaht. => Verwaltung
Vom Bürgermeister wird mitgeteilt, dass gebaut wird. => Bürgermeister
Es wird seitens der Verwaltung vorgeschlagen, zu bauen. => other
Die Sitzung wird vom Vorsitzenden eröffnet. => other
Herr Ehlers hat darauf hingewiesen, dass es regnet. => Herr Ehlers
Frau Uhde würde es begrüßen, wenn gebaut werde. => Frau Uhde
"""


def lines(*texts: str) -> list[tuple[str, str]]:
    return [
        (said, who) for text in texts for said, _, who in (line.partition(" => ") for line in text.splitlines() if line)
    ]


@pytest.mark.parametrize(("said", "who"), lines(BEHIND_A_MARK, KEPT_BACK, ROLES, TOLD_OF))
def test_a_sentence_is_given_to_who_says_it(said, who):
    found = speaking(said)
    assert (found.speaker if found.subject == "person" else found.subject) == who


def test_a_quotation_that_is_never_closed_does_not_hide_who_speaks_after_it():
    found = speaking("Frau Uhde bittet um Absetzung von „Wege im Wald. Herr Ehlers erläutert, dies sei abgesprochen.")
    assert (found.speaker, found.further) == ("Frau Uhde", ("Herr Ehlers",))


@pytest.mark.parametrize("line", ["Frau Uhde", "Bürgermeister Herr Ehlers", "Ratsherr Ehlers (ABC)", "2. Frau Uhde"])
def test_a_name_alone_on_its_line_is_known(line):
    assert stands_alone(line)


@pytest.mark.parametrize("line", ["Frau Uhde, Herr Ehlers", "Frau Uhde fragt nach", "Verwaltung", "Frau Uhde:"])
def test_what_is_more_or_less_than_a_name_is_no_name_alone(line):
    assert not stands_alone(line)


@pytest.mark.parametrize(
    ("line", "is_theirs"),
    [
        ("erklärte, dass der Antrag überrascht.", True),
        ("Fragt an, ob die Folien verteilt werden.", True),
        ("Die Verfahren sind uns bekannt.", True),
        ("Die Vorlage liegt aus.", False),
        ("Die Vorlage „Wir bauen“ liegt aus.", False),
    ],
)
def test_a_paragraph_below_a_name_is_theirs_if_it_goes_on_with_it(line, is_theirs):
    assert goes_on_with_name(line) is is_theirs


def speakers(*paragraphs: str) -> list[str | None]:
    found = reading_of("\n\n".join(["Wortprotokoll", *paragraphs]))
    return [each["speaker"] for each in found["contributions"]]


def test_an_answer_is_not_of_who_asked():
    said = ("Frage 2:", "Herr K. fragt, wer zahlt.", "Antwort:", "Die Kosten trägt das Land.")
    assert speakers(*said) == [None, "Herr K.", None, None]
    assert speakers("Frau Uhde fragt nach der Bank.", "Antwort: Die Bank bleibt.") == ["Frau Uhde", None]


def test_points_below_a_name_are_theirs():
    said = ("Herr Ehlers", "- fragt nach dem Weg", "- bittet um eine Bank", "Frau Uhde", "- fragt nach der Brücke")
    assert speakers(*said) == [None, "Herr Ehlers", "Herr Ehlers", None, "Frau Uhde"]


def test_who_is_greeted_and_given_the_floor_speaks_next():
    said = ("Der Vorsitzende begrüßt Frau Uhde vom Büro Plan und erteilt ihr das Wort.", "Es werden Bilder gezeigt.")
    assert speakers(*said) == ["Vorsitzende", "Frau Uhde"]


def test_a_list_of_names_asks_nothing():
    assert asker("Frau Uhde, Am Teich 4") == "Frau Uhde"
    assert asker("stellv. RV Ehlers, Rh Uhde, Rh Dr. Ohm") == ""


def test_names_stand_above_what_they_say():
    item = reading_of(
        "\n\n".join(
            [
                "Wortprotokoll",
                "Auf der Rednerliste stehen:",
                "Frau Uhde",
                "Herr Ehlers",
                "Fragt an, ob die Folien verteilt werden.",
                "Frau Uhde",
                "sagt dies zu.",
                "1. Herr Jan Ohlsen, Am Teich 4",
                "1.1 Ich wohne am Teich. Wann wird gebaut?",
                "Bürgermeisterin Frau Uhde",
                "Das ist uns bekannt. Mehr kann ich nicht sagen.",
            ]
        )
    )
    assert [(each["kind"], each["speaker"]) for each in item["contributions"] if each["speaker"]] == [
        ("speech", "Herr Ehlers"),
        ("speech", "Frau Uhde"),
        ("continuation", "Herr Jan Ohlsen"),
        ("speech", "Bürgermeisterin Frau Uhde"),
    ]


def test_a_name_and_the_verb_below_it_are_one_sentence():
    item = reading_of("Wortprotokoll\n\nFrau Uhde\nerklärte, dass der Antrag sie sehr überrascht habe.\n")
    assert item["contributions"][0]["text"] == "Frau Uhde erklärte, dass der Antrag sie sehr überrascht habe."
