"""What happens in the room is said by nobody; what somebody tells in the indicative goes on with their speech."""

import pytest

from tests.minutes.importers.texts import reading_of

IN_THE_ROOM = """
Den Kindern wird für ihren Auftritt herzlich gedankt.
Eine Unterschriftenliste wird an den Vorsitzenden übergeben.
Im Zuschauerraum bricht Jubel aus.
Auf Nachfrage aus der Mitte wird die Abstimmung wiederholt.
Weitere Kandidaten werden nicht benannt.
Die Gegenprobe wird durchgeführt.
Das Ergebnis der Auszählung wird bekannt gegeben.
Die Stimmzettel werden eingesammelt und ausgezählt.
Es wird geheim abgestimmt.
Die Sitzung wird für eine Schweigeminute unterbrochen.
Die Anwesenden erheben sich zum Gedenken.
Ein Antrag zur Geschäftsordnung wird nicht gestellt.
Das Wort wird nicht gewünscht.
Wortmeldungen liegen nicht vor.
Der Antrag findet allgemeine Zustimmung.
Hierüber entwickelt sich ein reger Austausch.
Die Öffentlichkeit wird wiederhergestellt.
Die Zuhörer verlassen den Saal.
Nach kurzer Diskussion herrscht Einigkeit über das weitere Vorgehen.
Die Frage bleibt unbeantwortet.
Das Modell wird in Augenschein genommen.
Der Lageplan hängt aus.
Alle Fragen werden beantwortet.
Die Verwaltungsvorlage wird kontrovers diskutiert.
Über die einzelnen Punkte wird getrennt abgestimmt.
Auf Verlesen der Niederschrift wird verzichtet.
Mehrere Mitglieder melden sich zu Wort.
Die Redner werden um Kürze gebeten.
Es entsteht Unruhe im Saal.
Die Debatte dreht sich vor allem um die Kosten.
Eine Einigung kommt nicht zustande.
Ein Kompromiss zeichnet sich ab.
Dem wird nicht widersprochen.
Einwände werden nicht erhoben.
Die Frage wird unterschiedlich beurteilt.
Das Für und Wider wird ausführlich abgewogen.
Es wird um Geduld gebeten.
Der Vorschlag wird mehrheitlich begrüßt.
Der Film wird gezeigt.
Der Tagesordnungspunkt wird ohne Aussprache abgeschlossen.
Die Mitglieder besichtigen die Baustelle.
Die Übertragung fällt aus.
Für das Protokoll wird die genaue Zahl nachgereicht.
Zur Klärung einer Rechtsfrage wird die Sitzung unterbrochen.
Die neue Gleichstellungsbeauftragte wird vorgestellt.
Dem Jubilar wird gratuliert.
Der Beifall hält lange an.
Der Ausschuss ist mit der neuen Reihenfolge einverstanden.
Die Mitglieder zeigen sich damit einverstanden.
Nach längerer Beratung kommt der Rat überein, den Punkt zu vertagen.
Die Abgeordneten entscheiden sich für die geheime Wahl.
Es wird ein Wahlausschuss aus den Stadtverordneten Kohl und Ohm gebildet.
Daher ist ein Wahlvorstand zu bilden.
Die Stimmen werden geheim abgegeben.
In der anschließenden Aussprache ging es vor allem um die Pflege der Hecken.
Gegenstand der Diskussion ist die Zufahrt.
Die Präsentation ist Bestandteil der Niederschrift.
Der Ausschuss verständigt sich darauf, ein Merkblatt zu verteilen.
Die Antwort wird im Ausschuss übereinstimmend als dürftig bewertet.
Zu diesem Tagesordnungspunkt erscheint Ratsmitglied Uhde.
Der Entwurf hat bei den Mitgliedern keinen Anklang gefunden.
Ausgegeben wurden 25 Zettel.
Der Ausschuss schließt sich diesem Vorgehen an.
1. Es liegt ein Änderungsantrag der ABC-Fraktion vor.
"""
TOLD = """
Die Kosten belaufen sich auf 14.000 Euro.
Die Maßnahme wird im Herbst ausgeschrieben.
Die Zuschüsse werden vom Land übernommen.
Der Bauhof wird die Äste in den nächsten Tagen schneiden.
Die Ampel wurde im Mai abgebaut.
Das Gutachten wird den Fraktionen zugesandt.
Im nächsten Jahr werden weitere Plätze geschaffen.
Die Straße ist in einem schlechten Zustand.
Das Dach wurde vor zwanzig Jahren gedeckt.
Die Eltern wurden in einem Brief informiert.
Ein Ortstermin ist für Juni geplant.
Die Stelle wird neu ausgeschrieben.
Die Arbeiten beginnen im März.
Die Bäume wurden von einem Fachbüro untersucht.
Der Vertrag läuft bis 2030.
Bei der Bürgerversammlung wurde lange über den Lärm diskutiert.
In der Gaststätte wird seit Jahren laute Musik gespielt.
Die Vereine werden am Samstag geehrt.
Zu den Zuwendungen gehört auch der Zuschuss an den Chor.
Mit dem Landkreis wurde vereinbart, die Kosten zu teilen.
Die Unterlagen werden nachgereicht.
Der Beirat wurde 1998 gegründet.
In drei Gemeinden wurden die Beiträge abgeschafft.
Die Schule hat keine Aula.
Die Diskussion wird in der nächsten Sitzung fortgeführt.
Weitere Förderung gibt es nicht.
Auf das Streuen von Salz wird verzichtet.
Über die Vergabe entscheidet der Rat im Mai.
Anträge können bis Ende April gestellt werden.
Die Wünsche der Jugendlichen wurden aufgenommen.
Beim Förderverein wurde ein Antrag gestellt.
Alle Schulen sind ans Glasfasernetz angeschlossen.
In den Saal passen 120 Personen.
Die Bühne im Bürgersaal wird erneuert.
Die Kosten lägen in beiden Fällen bei 640.000 Euro.
Die Redezeit sei auf drei Minuten zu beschränken.
"""


def after_a_speech(sentence: str) -> tuple[str, str | None]:
    text = f"TOP 3: Schulhof\n\nFrau Brenk stellt den Entwurf vor.\n\n{sentence}\n\nHerr Kohl fragt nach der Mauer.\n"
    said = reading_of(text)["contributions"][1]
    assert said["text"] == sentence
    return said["kind"], said["speaker"]


@pytest.mark.parametrize("sentence", IN_THE_ROOM.strip().splitlines())
def test_what_happens_in_the_room_is_procedure(sentence):
    assert after_a_speech(sentence) == ("procedure", None)


@pytest.mark.parametrize("sentence", TOLD.strip().splitlines())
def test_what_is_told_of_elsewhere_goes_on_with_the_speech(sentence):
    assert after_a_speech(sentence) == ("continuation", "Frau Brenk")


def test_what_a_body_comes_to_terms_about_is_procedure():
    sentence = "Nach eingehender Diskussion einigt sich der Ausschuss darauf, es bei der Frist zu belassen."
    assert after_a_speech(sentence) == ("procedure", None)
