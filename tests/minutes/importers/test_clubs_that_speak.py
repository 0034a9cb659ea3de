"""Clubs, offices and boards that speak, and who has no name beside a verb of speech."""

import pytest

from minutes.importers.grammar.speaking import speaking
from tests.minutes.importers.test_who_is_told_of import speakers


@pytest.mark.parametrize(
    "line",
    [
        # Clubs, offices and boards, at the front, behind the verb and before a colon.
        "Der Turnverein Frischauf bemängelt die kalten Duschen. => Turnverein Frischauf",
        "Die Feuerwehr hat die Hydranten geprüft und bittet um Ersatz. => Feuerwehr",
        "Das Forstamt, das den Hang betreut, rät davon ab. => Forstamt",
        "Hierzu führt der Kreissportbund aus, dass Hallenzeiten fehlten. => Kreissportbund",
        "Hocherfreut bedankt sich die Theatergruppe. => Theatergruppe",
        "Bauhof: Das Salz reiche bis März. => Bauhof",
        "Der Elternbeirat hat keine Bedenken, wie er betont. => Elternbeirat",
        "Der Gemeinderat dankt den Helfern. => Gemeinderat",
        # By their letters, or by the form of a firm.
        "Die IHK rät von dem Standort ab. => IHK",
        "Das PK 7 weist auf die Zufahrt hin. => PK 7",
        "Die Bau & Boden AG bestreitet den Mangel. => Bau & Boden AG",
        "Die Fraktion ABC/Bürger für Oberau regt eine Bank an. => Fraktion ABC/Bürger für Oberau",
        "Bedenken hat auch die Freiwillige Feuerwehr angemeldet. => Freiwillige Feuerwehr",
        "ADFC (Frau Ohm): Keine Einwände gegen die Pfosten. => ADFC",
        # Who has no name, behind a verb between commas.
        "Das werde geprüft, sagt das Ordnungsamt zu. => Ordnungsamt",
        "Der Zaun sei zu teuer, gibt die Schulleiterin zu bedenken. => Schulleiterin",
        "Um das zu klären, verweist die Kämmerin auf die Anlage. => Kämmerin",
        "Die Fläche sei verpachtet, so der Leiter des Forsthofs. => Leiter des Forsthofs",
        "Der Zuschuss ist bewilligt, wie die Kämmerin auf Nachfrage mitteilt. => Kämmerin",
        "Laut Bürgermeister ist die Heizung zu erneuern. => Bürgermeister",
        # Before a colon.
        "Der Schulleiter: „Wir brauchen Platz.“ => Schulleiter",
        "Ein Anlieger: Hält die Straße für zu schmal. => Ein Anlieger",
        # Several, and families.
        "Drei Elternvertreterinnen loben die Kita. => Drei Elternvertreterinnen",
        "Die Planerinnen erläutern den Entwurf. => Planerinnen",
        "Die Eheleute Uhde lehnen das Angebot ab. => Eheleute Uhde",
        "Die Pächterin hat dagegen nichts einzuwenden. => Pächterin",
        # Who they are of.
        "Die Pächterin der alten Mühle fragt nach dem Wehr. => Pächterin der alten Mühle",
        "Zwei Schüler der Klasse 4a bitten um ein Netz. => Zwei Schüler der Klasse 4a",
        "Jonas (11) möchte wissen, wann die Rutsche kommt. => Jonas",
        # An office of something, and then who holds it.
        "Es antwortet die Leiterin des Museums, Frau Uhde. => Frau Uhde",
        "Zuerst trägt der Beigeordnete für Kultur, Herr Kohl, den Plan vor. => Herr Kohl",
    ],
)
def test_who_speaks(line):
    sentence, expected = line.split(" => ")
    assert speaking(sentence).speaker == expected


@pytest.mark.parametrize(
    "line",
    [
        "Wer das bezahle, ist Ratsfrau Ohm unklar. => Ratsfrau Ohm",
        "Auf Ratsfrau Ohm macht der Entwurf einen guten Eindruck. => Ratsfrau Ohm",
        "Von Ratsfrau Ohm erntet sie Lob. => Ratsfrau Ohm",
        "Die Frage von Ratsfrau Ohm galt der Frist. => Ratsfrau Ohm",
        "Nach den Zahlen, die Kämmerer Uhde vorlegt, fehlt eine Million. => Kämmerer Uhde",
        "Wie Herr Kohl, der seit Mai im Amt ist, berichtet, sei alles fertig. => Herr Kohl",
        "Der Weg, das hat Frau Ohm ausprobiert, sei frei. => Frau Ohm",
        "Sie liegt nach Angaben von Frau Ohm bei neun Euro. => Frau Ohm",
        "Drei Wochen war Frau Ohm in Lublin. Sie erzählt von der Schule. => Frau Ohm",
    ],
)
def test_what_somebody_holds_or_has_seen_is_theirs(line):
    sentence, expected = line.split(" => ")
    assert speaking(sentence).speaker == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Feuerwehr wurde 1912 gegründet.",
        "Der Sportverein zahlt die Miete.",
        "Der Verein erbittet einen Euro je Einwohner.",
        "Feuerwehr: Beschaffung eines Fahrzeugs",
        "Der Hausmeister, Herr Kohl, habe den Schlüssel.",
        "Der Gemeinderat bittet um Prüfung.",
        "Der VGH bestätigt die Satzung.",
        "Die Bau & Boden AG liefert im Mai.",
        "Zwei Fenster zeigen zur Straße.",
        "Viele Fahrer fragen nicht nach dem Weg.",
        "Familie Uhde wohnt seit 1990 dort.",
        "Der Käufer trägt die Kosten des Vertrages.",
        "Frau Ohm von der Plan & Partner GmbH müsse noch liefern.",
        "Mit der Planerin, Frau Ohm, habe man telefoniert.",
    ],
)
def test_who_is_only_told_of_does_not_speak(sentence):
    assert speaking(sentence).speaker == ""


def test_what_a_club_asks_for_is_told_by_the_paper_before_anybody_speaks():
    asks = "Der Sportverein bittet um 200 Euro."
    assert speakers(asks, "Frau Uhde fragt nach der Kasse.") == [None, "Frau Uhde"]
    assert speakers("Frau Uhde fragt nach der Kasse.", asks) == ["Frau Uhde", "Sportverein"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Kinderchor singt drei Lieder.",
        "Zwei Mitglieder probieren das Gerät aus.",
        "Gegen neun Uhr fällt der Strom aus.",
        "Die Unterlagen liegen auf den Tischen aus.",
        "Ihm wird das Wort nicht erteilt.",
        "Es wird allgemein applaudiert.",
        "Es kommt die Frage auf, wer haftet.",
        "Fragen aus dem Publikum werden beantwortet.",
        "Der Plan liegt allen Mitgliedern als Tischvorlage vor.",
        "Eine rege Aussprache schließt sich an.",
        "Dazu äußert sich niemand.",
        "Ratsherr Kohl kommt um 19.05 Uhr hinzu.",
        "Die Auszählung übernehmen zwei Bedienstete.",
        "Hierzu ergeben sich folgende Anregungen:",
        "Von acht gültigen Stimmen entfallen sechs auf Frau Ohm.",
        "Zwischen 18 Uhr und 18:10 Uhr ist die Sitzung unterbrochen.",
        "Als Stimmzähler wirkten Frau Ohm und Herr Kohl mit. Sie nahmen am Tisch Platz.",
    ],
)
def test_what_happens_at_the_sitting_is_nobodys(sentence):
    assert speakers("Frau Uhde fragt nach der Kasse.", sentence) == ["Frau Uhde", None]


def test_who_is_told_of_in_indirect_speech_leaves_the_word_to_the_speaker():
    told = "Der Kreis habe keine Bedenken erhoben, die Bahn dagegen schon."
    assert speakers("Frau Uhde fragt nach der Kasse.", told) == ["Frau Uhde", "Frau Uhde"]


def test_who_was_heard_or_let_speak_goes_on():
    heard = "Ortsobmann Kohl wurde als Sachverständiger gehört."
    assert speakers("Frau Uhde fragt nach der Kasse.", heard, "Er riet ab.")[-1] == "Ortsobmann Kohl"
    let = "Frau Uhde lässt Herrn Kohl vom Sportbund zu Wort kommen."
    assert speakers(let, "Er schildert die Lage.") == ["Frau Uhde", "Herr Kohl"]


def test_who_once_asked_for_something_and_now_moves_it_speaks():
    asked = "GR Kohl hatte in der Sitzung vom 14.03.2022 um Einsicht gebeten."
    assert speakers(asked, "Er stellt den Antrag, die Berichte zu kopieren.") == [None, "GR Kohl"]


def test_names_alone_speak_where_nobody_is_called_otherwise():
    said = ("Uhde fragt nach der Farbe.", "Ohm rechnet vor, was das kostet.", "Uhde lehnt das Dimmen ab.")
    assert speakers(*said) == ["Uhde", "Ohm", "Uhde"]
    assert speakers("KaUh: Das Bad öffnet im Mai.", "JeOh: Die Kasse ist neu.") == ["KaUh", "JeOh"]
    assert speakers("Anlass gibt der Haushalt.", "Auskunft erteilt das Amt.") == [None, None]
