"""Who speaks where minutes say it in other words: callings, parentheses, heads without a verb, whom something concerns."""

import pytest

from minutes.importers.grammar.roles import nominative
from minutes.importers.grammar.speaking import speaking

CALLINGS = """
Jugendliche Mia Kohl trägt vor, was sich ihre Gruppe erhofft. => Jugendliche Mia Kohl
Auf Wunsch von GV Ohm legt Friedhofsgärtner Uhde dar, wie gepflegt wird. => Friedhofsgärtner Uhde
Um 400 Euro bittet Kirmesvater Uhde. => Kirmesvater Uhde
Deichgraf Uhde nimmt Stellung zum Zustand des Deiches. => Deichgraf Uhde
Preisrichterin Prof. Mag. Uhde fasst das Urteil zusammen. => Preisrichterin Prof. Mag. Uhde
Kreisveterinär Dr. Uhde stellt klar, die Zahl sei gestiegen. => Kreisveterinär Dr. Uhde
Kunstschmied Uhde, der eingeladen war, schlägt ein Gitter vor. => Kunstschmied Uhde
Sodann erläutert Tonmeisterin Uhde die Anlage. => Tonmeisterin Uhde
Für die ABC-Fraktion begründet KVzR Uhde den Antrag. => KVzR Uhde
Landwirt und Gemeinderat Uhde sieht die Düngung eingeschränkt. => Landwirt und Gemeinderat Uhde
Mitglied der Bürgerschaft Uhde wendet sich gegen das achte Geschoss. => Mitglied der Bürgerschaft Uhde
Beigeordnete für Bildung Uhde gibt die Vorlage zu Protokoll. => Beigeordnete für Bildung Uhde
Gemeindevertreterin tom Felde regt ein Treffen an. => Gemeindevertreterin tom Felde
BxV Uhde (ABC) und BxV Ohm (DEF) sprechen gegen den Antrag. => BxV Uhde + BxV Ohm
Das Defizit ist laut WxL Uhde gesunken. => WxL Uhde
w. B. Uhde bittet um einen Fallschutz. => w. B. Uhde
Gemeinderat Huber G. warnt vor den Kosten. => Gemeinderat Huber G.
GR Uhde Josef und GR Ohm Max schließen sich dem an. => GR Uhde Josef + GR Ohm Max
RH Uhde und RF Ohm: Wann wird gebaut? => RH Uhde + RF Ohm
Herr Gärtner vom Zweckverband berichtet. => Herr Gärtner
Weitere Fragen stellt Herr Kohl. => Herr Kohl
Im Sommer Ferien zu machen, sei schwer. => other
Letzter Punkt bleibt der Haushalt. => other
"""
APPOSITIONS = """
Unmut bei den Eltern: Deren Sprecher, Herr Kohl, bat um einen Raum. => Herr Kohl
Das älteste Ratsmitglied, Herr Kohl, übernimmt den Vorsitz und beantragt die Entlastung. => Herr Kohl
Einer der Anlieger, Herr Kohl, widerspricht dem. => Herr Kohl
Ihr Stellvertreter, Herr Kohl, ergänzt, dass die Mittel reichen. => Herr Kohl
Fachbereichsleiter I, Herr Kohl, teilt mit, dass die Spende zweckfrei sei. => Herr Kohl
Amtsleiter Soziales, Herr Kohl, berichtet vom Haushalt. => Herr Kohl
"""
PARENTHESES = """
Dieser Punkt werde, so der Planer, im Bericht abgearbeitet. => Planer
Der Zaun stehe, so ein Anlieger, seit Jahren schief. => Ein Anlieger
Das werde geprüft, so die Verwaltung. => Verwaltung
Die Liste werde beigefügt, so die Zusage der Verwaltung. => Verwaltung
Bestellt ja, geliefert nein, so die knappe Antwort von Herrn Kohl. => Herr Kohl
Die Garantie betrage drei Jahre, war die Antwort des Bürgermeisters. => Bürgermeister
Das sei geregelt, lautete die Auskunft der Kämmerin. => Kämmerin
Man könne dem etwas abgewinnen, so deren Sprecher Ratsherr Kohl, wolle aber warten. => Ratsherr Kohl
Die Steuer, so kritisiert es Frau Ohm, sei unsozial. => Frau Ohm
Der Beirat hat, wie dessen Sprecherin Ohm mitteilt, abgelehnt. => Sprecherin Ohm
Das Gericht, so wiederum Frau Ohm, lasse dies zu. => Frau Ohm
Ein Wahlalter von 12 Jahren, so ihr Hinweis, sei bewährt. => pronoun
Die Zusage läuft aus, musste Herr Kohl einräumen. => Herr Kohl
Das habe man beantragt, hält ihr der Bürgermeister entgegen. => Bürgermeister
„Und wenn nicht?“, fragt Herr Kohl dazwischen. => Herr Kohl
Ein Bieter hat nach Auskunft von Frau Ohm Rüge erhoben. => Frau Ohm
Die Arbeiten sind nach Aussage des Bürgermeisters abgeschlossen. => Bürgermeister
Geht es nach Herrn Kohl, wird sofort gebaut. => Herr Kohl
Den Haushalt aufzustellen, ist die Aufgabe des Kämmerers. => other
"""
HEADS = """
Herr Kohl auf Nachfrage: Im letzten Jahr waren es 20. => Herr Kohl
Hierauf Frau Ohm: Es handele sich um 26.000 Euro. => Frau Ohm
Dazu der Bürgermeister: Das reiche nicht. => Bürgermeister
Antwort der Verwaltung: Ja, aber nur bis zum Mai. => Verwaltung
Antwort des Bürgermeisters: Ja, im Mai. => Bürgermeister
Seite 112: KTA Ohm regt an, den Zuschuss anzuheben. => KTA Ohm
Zu § 4: Zu den Kosten führt Frau Ohm aus, sie seien hoch. => Frau Ohm
Lampe am Bachweg - Herr Kohl meldet, sie sei defekt. => Herr Kohl
Anfrage Frau Ohm, wann gebaut wird. => Frau Ohm
Protokollführung: Herr Kohl => other
"""
CONCERNED = """
Diese Frage treibt Frau Ohm um. => Frau Ohm
Was, wenn die Mittel ausbleiben? Diese Frage treibt Frau Ohm um. => Frau Ohm
Herrn Kohl fehlt eine Aussage zu den Kosten. => Herr Kohl
Herr Kohl fehlt entschuldigt. => other
Das geht Herrn Kohl zu weit. => Herr Kohl
Nicht nachvollziehbar ist für GR Kohl, weshalb gebaut wird. => GR Kohl
Wichtig ist Herrn Kohl, dass die Mittel reichen. => Herr Kohl
Bei Herrn Kohl stößt die Vorlage auf Unverständnis. => Herr Kohl
Widerspruch kommt von Frau Ohm. => Frau Ohm
Weniger begeistert ist Frau Ohm. => Frau Ohm
Einziger Redner ist Herr Kohl, der für ein Ja wirbt. => Herr Kohl
Stellvertreter ist Herr Kohl. => other
"""
DONE_AND_SAID = """
Dem widersprechen Herr Kohl und Frau Ohm. => Herr Kohl + Frau Ohm
AM Kohl ist an diesem Tage verhindert, will aber nicht im Wege stehen. => AM Kohl
Herr Kohl nimmt an der Sitzung teil und berichtet vom Bau. => Herr Kohl
Herr Kohl stimmt dagegen, weil die Kosten zu hoch seien. => Herr Kohl
Herr Kohl ist anwesend und stimmberechtigt. => other
Herr Kohl verlässt die Sitzung um 19 Uhr und kommt um 20 Uhr zurück. => other
Herr Kohl hatte zuvor beantragt, die Vorlage zu vertagen. => Herr Kohl
Herr Kohl hatte in der Sitzung am 3. Mai beantragt, die Vorlage zu vertagen. => other
Kritisiert wird von Herrn Kohl, dass die Unterlagen fehlten. => Herr Kohl
Durch Herrn Kohl wird die Eile infrage gestellt. => Herr Kohl
Dem stimmten Frau Ohm und Herr Kohl zu. => Frau Ohm + Herr Kohl
Ehe Frau Ohm, Leiterin des Heims, ihre Pläne zeigt, weist Herr Kohl auf einen Fehler hin. => Herr Kohl
Für das ausgeschiedene Mitglied Uhde schlägt die ABC-Fraktion Frau Ohm vor. => ABC-Fraktion
Nach den Folgekosten befragt, bezifferte Herr Kohl diese mit 3.100 Euro. => Herr Kohl
"""
OF_WHAT = """
Amtsleiter Stadtplanung Herr Uhde erläutert die Änderungen. => Amtsleiter Stadtplanung Herr Uhde
Stellv. Leiterin der Abteilung Kinder und Familie Frau Ohm stellt den Bericht vor. => Stellv. Leiterin der Abteilung Kinder und Familie Frau Ohm
Kaufmännische Leiterin Frau Ohm erläutert die Ansätze. => Kaufmännische Leiterin Frau Ohm
Grund seien, so die Kaufmännische Leiterin Frau Ohm, die Löhne. => Kaufmännische Leiterin Frau Ohm
Hinzugewähltes Mitglied Herr Kohl lädt zum Fest ein. => Hinzugewähltes Mitglied Herr Kohl
I. Beigeordneter Kohl sagt eine Antwort zu. => I. Beigeordneter Kohl
Bürgermeister Kohl und Frau Ohm erläutern den Plan. => Bürgermeister Kohl + Frau Ohm
Auch für Stv. Kohl (ABC) ist der Weg zu lang. => Stv. Kohl
Für Rh. Dr. Kohl (ABC) sind beide Orte recht. => Rh. Dr. Kohl
Mehrere Mitglieder des Gemeinderates danken Frau Ohm. => Mehrere Mitglieder des Gemeinderates
Die ABC-Fraktion und die DEF-Fraktion übernehmen die Änderung. => ABC-Fraktion + DEF-Fraktion
Die Fraktion Freie Wähler kündigt an, den Antrag abzulehnen. => Fraktion Freie Wähler
Zur Zukunft der Schule fragt KTA Ohm nach; diese bleibe, so der Landrat, bestehen. => KTA Ohm
Gegen die Sperre spricht sich Gemeinderat Kohl aus, weil sie Betriebe treffe. => Gemeinderat Kohl
"""
TOGETHER_AND_BESIDE = """
Mehrere Ratsmitglieder plädieren für einen anderen Ort. => Mehrere Ratsmitglieder
Einhellig verlangen die Fraktionen ein Gutachten. => Fraktionen
Damit sind die Antragsteller einverstanden. => Antragsteller
Die Firma Kohl & Ohm stellt sich und ihr Haus vor. => Firma Kohl & Ohm
Die Gemeindevertreter beschließen den Haushalt. => other
Im Anschluss entsteht eine Aussprache, in der Frau Ohm einen Antrag vorlegt. => Frau Ohm
Als Gast ist Pastor Uhde gekommen, der seinen Wunsch vorträgt. => Pastor Uhde
Die Pläne liegen aus, und Frau Ohm erläutert sie. => Frau Ohm
Es folgt ein Vortrag von Herrn Kohl vom Büro Plan. => Herr Kohl
Das Dach sei undicht, begründet Frau Ohm die Vorlage. => Frau Ohm
Frau Telse Ohm sei Juristin, Herr Olaf Kohl führe einen Betrieb. => other
Die Fraktion trage den Einstieg mit. => other
Das Vorschlagsrecht hat die ABC-Fraktion. => other
Mit dem von Frau Ohm gewünschten Tausch wird die Tagesordnung festgestellt. => other
Gemeinderat Kohl hat an drei Tagen selbst gezählt. => Gemeinderat Kohl
Auf die Brücke kommt Ratsfrau Ohm zurück. => Ratsfrau Ohm
Zwei Vertreter:innen des Fördervereins Alte Ziegelei berichten von der Saison. => Zwei Vertreter:innen des Fördervereins Alte Ziegelei
Drei Schülerinnen der Realschule stellen die Umfrage vor. => Drei Schülerinnen der Realschule
In ihren Beiträgen begrüßen die Vertreter aller Fraktionen das Programm. => Vertreter aller Fraktionen
Die ABC- Bezirksfraktion erläutert ihr Anliegen. => ABC- Bezirksfraktion
Die Ortsgruppe Felde stellt den Antrag. => other
Das Ortsamt sagt dies zu. => Ortsamt
Das Amt für Hafen und Deiche teilt die Termine mit. => Amt für Hafen und Deiche
Das Ortsamt bereitet den Termin vor. => other
Lutz Ohm und Petra Kohl schließen sich dem an. => Lutz Ohm + Petra Kohl
Lutz Ohm (ABC), Petra Kohl (XYZ) und Jens Uhde sind dagegen. => Lutz Ohm + Petra Kohl + Jens Uhde
Auch Lutz Ohm ist dafür und regt eine Probe an. => Lutz Ohm
Lutz Ohm erwartet Widerspruch. Frau Kohl empfiehlt eine Probe. => Lutz Ohm
Lutz Ohm hat die Wiese gekauft. => other
2. Das Mitglied der Bürgerschaft Herr Kohl beantragt, den Punkt zu streichen. => Mitglied der Bürgerschaft Herr Kohl
Frau Ohm verfehlte mit 3 Ja-Stimmen die notwendige Mehrheit. => other
Mitglied Ohm-te Loh fragt nach den Einnahmen. => Mitglied Ohm-te Loh
Die Stimmen werden von Frau Ohm und Herrn Kohl ausgezählt. => other
"""
ALL = "".join(
    (OF_WHAT, TOGETHER_AND_BESIDE, CALLINGS, APPOSITIONS, PARENTHESES, HEADS, CONCERNED, DONE_AND_SAID)
).replace("\n\n", "\n")


@pytest.mark.parametrize("line", ALL.strip().splitlines())
def test_the_speaker_of(line):
    sentence, expected = line.split(" => ")
    found = speaking(sentence)
    assert (nominative(found.speaker) or found.subject) == expected


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Frau Ohm: Was kostet das?", "Frau Ohm"),
        ("Herr Kohl (bürgerl. Mitglied): regt an, den Zaun zu prüfen.", "Herr Kohl"),
        ("Ein Anlieger der Straße „Zum Brink“ beklagt den Lärm.", "Ein Anlieger der Straße „Zum Brink“"),
        ("Städt. Kämmerer Kohl gibt einen Überblick.", "Städt. Kämmerer Kohl"),
    ],
)
def test_who_stands_before_a_colon_or_with_a_rank_speaks(line, speaker):
    assert speaking(line).speaker == speaker
