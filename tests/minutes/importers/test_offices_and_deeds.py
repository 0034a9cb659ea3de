"""Offices and who holds them; what people did before, are or do without speaking. All names and sentences are invented."""

import pytest

from minutes.importers.grammar.speaking import speaking
from tests.minutes.importers.test_who_is_told_of import lines
from tests.minutes.importers.texts import reading_of

HOLDERS = """
Der Bürgervorsteher, Herr Ehlers begrüßt alle Gäste aus Unterau. => Herr Ehlers
Der Vorsitzende der UVW-Fraktion, Herr Ehlers, fordert die Landrätin auf, den Zaun zu prüfen. => Herr Ehlers
Die Ratsvorsitzende, Petra Ohlsen, eröffnet den Abend. => Petra Ohlsen
Die Leiterin der Schule am Teich Frau Ohlsen stellt den Plan vor. => Leiterin der Schule am Teich Frau Ohlsen
Ratsvorsitzender (RV) Ehlers ruft die Frage auf. => Ratsvorsitzender (RV) Ehlers
Der Bürgermeister sowie der Bauhofleiter beantworten alle Fragen. => Bürgermeister + Bauhofleiter
Ein Anlieger der Teichstraße fragt nach dem Zaun. => Ein Anlieger der Teichstraße
Ein Sprecher der Anlieger fragt nach dem Zaun. => Ein Sprecher der Anlieger
Der Antrag der Fraktion Herr Ehlers lag vor. => other
Hierzu begrüßt die Vorsitzende Herrn Ehlers vom Büro Plan, der zwei Stege zeigt. => Vorsitzende
Mit der Vorsitzenden Frau Ohlsen spricht Herr Ehlers den Ablauf durch. => Herr Ehlers
Konrektorin Ohlsen stellt den Pausenhof vor. => Konrektorin Ohlsen
Die Vorsitzende des Jugendbeirates Frau Ohlsen beantragt eine Pause. => Vorsitzende des Jugendbeirates Frau Ohlsen
Der Vorsitzende des Kultur- und Jugendausschusses stellt den Steg vor. => Vorsitzende des Kultur- und Jugendausschusses
Die Vorsitzende der UVW-Fraktion lobt den Steg. => Vorsitzende der UVW-Fraktion
Die OBR-Vorsitzende lobt den Steg. => OBR-Vorsitzende
Verbandsrätin Ohlsen lobt den Steg. => Verbandsrätin Ohlsen
Stellvertr. Vorsteher Ehlers lobt den Steg. => Stellvertr. Vorsteher Ehlers
Der LVB nennt die Kosten des Steges. => LVB
Ratsmitglied kl. Ohlsen fragt nach dem Steg. => Ratsmitglied kl. Ohlsen
Die Kämmerei sagt dies zu. => Kämmerei
Das Planungsbüro stellt den Steg vor. => Planungsbüro
Mehrere Einwohner bemängeln, dass der Steg schwankt. => Mehrere Einwohner
Alle Fraktionen sprechen sich für den Steg aus. => Alle Fraktionen
Forstwirt Ehlers zeigt das Holz. => Forstwirt Ehlers
Gem.-Vertr. Ehlers fragt nach dem Steg. => Gem.-Vertr. Ehlers
Herr Ehlers verlässt sich auf den Zaun. => Herr Ehlers
Herr Ehlers, Fraktion UVW, schlägt Frau Petra Ohlsen, eine Anliegerin, vor. => Herr Ehlers
Der Beirat beauftragt die Verwaltung, den Steg zu streichen. => other
Für das ausgeschiedene Mitglied Ohlsen schlägt die UVW-Fraktion Herrn Ehlers vor. => UVW-Fraktion
Ehe Frau Ohlsen den Steg zeigt, weist Herr Ehlers auf den Plan hin. => Herr Ehlers
Zur Lage gibt die Vorsteherin, Frau Ohlsen, Erläuterungen zum Steg. => Frau Ohlsen
Eine Sprecherin der UVW-Fraktion war damit einverstanden. => Eine Sprecherin der UVW-Fraktion
Die Antragstellerin übernimmt den Vorschlag. => Antragstellerin
KVORin Ohlsen trägt die Zahlen vor. => KVORin Ohlsen
Antwort Bürgermeister: Der Steg kommt im Mai. => Bürgermeister
Rf Ohlsen übergibt den Vorsitz an Rh Ehlers. => Rf Ohlsen
Petra Ohlsen vom neuen Bauhof legt dar, der Steg sei morsch. => Petra Ohlsen
Danach ruft Frau Ehlers zur Abstimmung über den Steg auf. => Frau Ehlers
Herr Ehlers bekommt das Rederecht. Er legt dar, dass er den Steg mag. => Herr Ehlers
Die Fraktion Die Linke. schlägt Frau Ohlsen vor. => Fraktion Die Linke.
Die Stadtratsfraktion DIE LINKE regt eine Pause an. => Stadtratsfraktion DIE LINKE
Der Fraktionsvorsitzende der UVW fragt nach dem Steg. => Fraktionsvorsitzende der UVW
Die Vorsitzende der Grünen lobt den Steg. => Vorsitzende der Grünen
Ein Bürger aus Oberau fragt nach dem Steg. => Ein Bürger aus Oberau
Eine Einwohnerin aus Bad Ohl fragt nach dem Steg. => Eine Einwohnerin aus Bad Ohl
Eine Anwohnerin aus der Bachstraße fragt nach dem Steg. => Eine Anwohnerin aus der Bachstraße
"""
DEEDS = """
Frau Ohlsen hatte unter TOP 1 beantragt, den Steg zu zeigen. => Frau Ohlsen
Frau Ohlsen war bei diesem Punkt nicht im Saal. => other
Rf Ohlsen      vertreten durch Rh Ehlers => other
Herr Ehlers hat zum 30.9.2026 sein Amt niedergelegt. => other
Frau Ohlsen hat sich nach dem Zaun erkundigt. => Frau Ohlsen
Frau Ohlsen hat den Antrag zurückgezogen. => other
Herr Ehlers war Mitglied im Beirat für den Teich. => other
Es fehlen entschuldigt Herr Ehlers und Frau Ohlsen. => other
Frau Dr. med. Ohlsen fragt nach dem Steg. => Frau Dr. med. Ohlsen
Frau Ohlsen vertritt den Standpunkt der Anlieger. => Frau Ohlsen
Frau Ohlsen hat beobachtet, dass der Steg schwankt. => Frau Ohlsen
Frau Ohlsen hatte im März nach dem Steg gefragt. Die Verwaltung teilt mit, dass er steht. => Verwaltung
Herr Ehlers erhält das Wort. => other
Herr Ehlers erhält das Wort und erläutert den Steg. => Herr Ehlers
Herr Ehlers erhält das Rederecht und erklärt, der Steg halte. => Herr Ehlers
Vorgeschlagen wird von der UVW-Fraktion die Abgeordnete Ohlsen. => other
Vor der Wahl wird über die Beteiligung von Frau Ohlsen abgestimmt. => other
Die Sitzung leitet Bürgermeisterin Ohlsen. => other
Die Frage von Herrn Ehlers, ob der Steg hält, wird von Frau Ohlsen bejaht. => Frau Ohlsen
Herr Ehlers ist der Ansicht, dass der Zaun reicht. => Herr Ehlers
Herr Ehlers gehört dem Beirat seit 2019 an. => other
Frau Ohlsen ist zum 1. Mai aus dem Beirat ausgeschieden; ihr folgt Herr Ehlers. => other
Frau Ohlsen tritt um 19.20 Uhr in die Sitzung ein. => other
Frau Ohlsen tritt dafür ein, den Steg zu bauen. => Frau Ohlsen
Herr Ehlers vertritt Frau Ohlsen. => other
Herr Ehlers vertritt die Meinung, dass der Steg genügt. => Herr Ehlers
Frau Ohlsen kommt etwas später. => other
Das für den Teich benannte Mitglied Ehlers ist verhindert. => other
Als Gast nimmt Frau Ohlsen an der Beratung teil. => other
Für Rückfragen steht Frau Ohlsen vom Büro Plan zur Verfügung. => other
In der Sitzung am 3.3.2026 wurde der Steg von Herrn Ehlers gezeigt. => other
Möchten mehrere reden, so bestimmt die Vorsitzende, wer beginnt. => other
Der Steg wurde gut besucht. Den Grill übernahm wie immer Herr Ehlers. => other
Der Steg wurde gut besucht. Den Grill lobt Herr Ehlers. => Herr Ehlers
Viele Besucher zur Einweihung des Steges waren da. => other
Die Vorlage lag aus. Sie wurde von Frau Ohlsen erläutert. => Frau Ohlsen
Der von der Verwaltung empfohlenen Pacht wird zugestimmt. => other
Der Rat wird von Herrn Ehlers über den Steg informiert. => Herrn Ehlers
"""


@pytest.mark.parametrize(("said", "who"), lines(HOLDERS, DEEDS))
def test_a_sentence_is_given_to_who_says_it(said, who):
    found = speaking(said)
    assert (found.speaker if found.subject == "person" else found.subject) == who


@pytest.mark.parametrize(
    "said",
    [
        "Es sind keine Anfragen eingereicht worden.",
        "Die Ratsmitglieder widersprechen dem Vorschlag nicht.",
        "Weitere Vorschläge gibt es nicht.",
        "Wortmeldungen aus dem Kreis der Mitglieder gab es keine.",
        "Hierüber entwickelt sich eine kurze Diskussion.",
        "Es folgt eine Unterbrechung von zehn Minuten.",
        "Die Fragen der Mitglieder konnten beantwortet werden.",
        "Stimmberechtigt sind nun 9 Mitglieder.",
        "Den Vorsitz übernimmt Herr Ehlers.",
        "Anschließend wird in die Beratung eingetreten.",
        "Die Folien sind der Niederschrift als Anlage beigefügt.",
        "Die Tagesordnung wird um einen Punkt erweitert.",
        "Zur Fragestunde sind keine Einwohner erschienen.",
        "Im Anschluss erfolgt die Abstimmung.",
        "Die Vorlage wird kurz erläutert.",
        "Die Gemeindevertreter diskutieren lange.",
        "Entfällt.",
        "Um 19:40 Uhr erscheint Herr Ehlers. Damit sind 9 Mitglieder des Beirates anwesend.",
        "Herr Ehlers und Frau Uhde verlassen wegen Befangenheit den Raum.",
        "Beschlussfähigkeit wird bei 9 von 11 Mitgliedern festgestellt.",
        "Das Mitglied Ehlers nimmt wegen Sonderinteresses im Zuschauerraum Platz.",
        "Frau Uhde nimmt im Zuhörerbereich Platz.",
        "Auf ihre Frage werden Änderungswünsche zur Tagesordnung nicht vorgebracht.",
    ],
)
def test_what_nobody_says_belongs_to_no_speaker(said):
    found = reading_of(f"Wortprotokoll\n\nFrau Ohlsen dankt.\n\n{said}")
    assert [each["kind"] for each in found["contributions"]] == ["speech", "procedure"]


def test_whom_a_body_empowers_says_nothing():
    found = reading_of("Wortprotokoll\n\nDer Stadtrat ermächtigt die Bürgermeisterin, den Vertrag zu schließen.")
    assert [each["speaker"] for each in found["contributions"] if each["speaker"]] == []


def test_who_opens_a_session_begins_a_paragraph():
    long = "Die Mitglieder der Gemeindevertretung Unterau sind unter Mitteilung der Tagesordnung geladen"
    text = (
        f"{long} und\nsind zum größten Teil erschienen, wie die Liste zeigt, die dieser Niederschrift beigefügt worden ist als\n"
        "Anlage, und zwar hinten, wo auch der Lageplan des Steges und der des Zaunes liegen, beide farbig\n"
        "Vorsteherin Ohlsen eröffnet den Abend."
    )
    assert [each["speaker"] for each in reading_of(text)["contributions"]][-1] == "Vorsteherin Ohlsen"


@pytest.mark.parametrize(
    "text",
    [
        "Weitere Einwohner melden sich nicht zu Wort.",
        "Eine weitere Wortmeldung erfolgt nicht.",
        "Weitere Anmerkungen gibt es nicht.",
        "Hierfür gibt es Beifall.",
        "Die Beratung endet um 19.48 Uhr.",
        "Zu Wort meldet sich niemand mehr.",
        "Weiterer Beratungsbedarf besteht nicht.",
    ],
)
def test_that_nothing_more_comes_is_procedure(text):
    said = reading_of(f"Beratung:\n\nFrau Ohm lobt den Steg.\n\n{text}")["contributions"]
    assert (said[-1]["kind"], said[-1]["speaker"]) == ("procedure", None)


@pytest.mark.parametrize(
    "text",
    [
        "Frau Ohm nimmt im Zuhörerbereich Platz.",
        "Stadträtin Ohm rückt vom Verhandlungstisch ab.",
        "Herr Kohl entfernt sich um 17.15 Uhr.",
        "Gemeinderätin Ohm kommt um 19:52 Uhr zurück.",
        "Gemeinderat Kohl kommt um 19:50 Uhr zur Sitzung.",
    ],
)
def test_who_comes_and_goes_does_not_speak(text):
    said = reading_of(f"Beratung:\n\nFrau Ilg lobt den Steg.\n\n{text}")["contributions"]
    assert (said[-1]["kind"], said[-1]["speaker"]) == ("procedure", None)
