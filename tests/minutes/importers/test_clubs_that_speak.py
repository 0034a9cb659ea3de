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
        # Who has no name, behind a verb between commas.
        "Das werde geprüft, sagt das Ordnungsamt zu. => Ordnungsamt",
        "Der Zaun sei zu teuer, gibt die Schulleiterin zu bedenken. => Schulleiterin",
        "Um das zu klären, verweist die Kämmerin auf die Anlage. => Kämmerin",
        "Die Fläche sei verpachtet, so der Leiter des Forsthofs. => Leiter des Forsthofs",
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
        "Von acht gültigen Stimmen entfallen sechs auf Frau Ohm.",
        "Zwischen 18 Uhr und 18:10 Uhr ist die Sitzung unterbrochen.",
        "Als Stimmzähler wirkten Frau Ohm und Herr Kohl mit. Sie nahmen am Tisch Platz.",
    ],
)
def test_what_happens_at_the_sitting_is_nobodys(sentence):
    assert speakers("Frau Uhde fragt nach der Kasse.", sentence) == ["Frau Uhde", None]
