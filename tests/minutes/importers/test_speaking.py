"""Who speaks in a sentence, wherever German grammar puts the name."""

import pytest

from minutes.importers.grammar.speaking import speaking

SENTENCES = """
Ktabg. Wiesmann bittet um Auskunft, ob die Linie 14 erhalten bleibe. => Ktabg. Wiesmann
Ausschussvorsitzende Terhorst erteilt MA Lindner das Wort, die seit dem Sommer das Bildungsbüro leitet. => Ausschussvorsitzende Terhorst
Mit Hilfe von Folien (Anlage 2 zur Niederschrift) zeigt sie, welche Schulen bislang mitwirken. => pronoun
MA Lindner entgegnet, jede Schule könne Mittel abrufen. Das Antragsformular, so MA Lindner, werde gerade vereinfacht. => MA Lindner
Der Ktabg. Fels erinnert an die Beratung im Vorjahr. => Ktabg. Fels
Landrat Dr. Bergkamp teilt mit, alle Fraktionen hätten sich auf einen Namen verständigt. => Landrat Dr. Bergkamp
Schon eine Gegenstimme lasse den Vorschlag – so Landrat Dr. Bergkamp – scheitern. => Landrat Dr. Bergkamp
Danach werden die Stimmzettel ausgegeben. => other
Nachdem Landrat Dr. Bergkamp die Öffentlichkeit hergestellt hat, ruft er TOP 1 auf. => Landrat Dr. Bergkamp
Die CDU-Kreistagsfraktion, so Ktabg. Kleinhaus, brauche noch Zeit. Er beantragt die Zurückstellung. => Ktabg. Kleinhaus
Für die SPD-Kreistagsfraktion benennt Ktabg. Ramers die Ktabg. Schemmer. => Ktabg. Ramers
Auf Nachfrage des Ktabg. Stiller führt AL Bosse aus, dass keine Frist bestehe. => AL Bosse
Positiv äußert sich auch Ktabg. Kohl zum Verfahren. => Ktabg. Kohl
Landrat Dr. Bergkamp stellt den Punkt zurück. Hiergegen erhebt sich kein Widerspruch. => Landrat Dr. Bergkamp
Ktabg. Lütke und Ktabg. Haselhoff loben die Wertstoffhöfe. => Ktabg. Lütke + Ktabg. Haselhoff
Auch Ktabg. Neumann sieht das Konzept als Grundlage. => Ktabg. Neumann
Auf Nachfrage von Ktabg. Kohl teilt die Verwaltung mit, dass => Verwaltung
Auf die Frage von s. B. Meier, ob dies möglich sei, antwortet Dezernentin Althoff, dass man prüfe. => Dezernentin Althoff
Auf die Frage der Ktabg. Schemmer, wann gebaut werde, erklärt sie, dies sei offen. => pronoun
Dies sei nicht finanzierbar, so die Ktabg. Schemmer. => Ktabg. Schemmer
Wichtig sei ein Zeitplan, betont FBL Kortenbach. => FBL Kortenbach
Dem schließt sich Ratsherr von der Heide an. => Ratsherr von der Heide
Dem Vorschlag des Landrats Dr. Bergkamp stimmt Ktabg. Wende zu. => Ktabg. Wende
Es sei, so führt Ktabg. Kohl aus, keine Zeit zu verlieren. => Ktabg. Kohl
Nach Auffassung von Ktabg. Kohl sei der Zeitplan zu eng. => Ktabg. Kohl
Die Vorlage wird von MA Dreier vorgestellt. => MA Dreier
Er bittet darum, dass Ktabg. Kohl dies prüfe. => pronoun
Man müsse abwarten. Wichtig sei die Beteiligung. => other
Auf Bitten des Vorsitzenden Terhorst erläutert Kämmerin Vogt den Entwurf. => Kämmerin Vogt
Der Vorsitzende stellt die Beschlussfähigkeit fest. => Vorsitzende
Hierzu merkt StV Özdemir (SPD) an, dass die Kosten stiegen. => StV Özdemir
Herr Müller (CDU): Wir brauchen das. => Herr Müller
Ktabg. Kohl, der dem Beirat angehört, berichtet aus der Sitzung. => Ktabg. Kohl
Frau Beigeordnete Dr. Klein-Schmeink dankte allen Beteiligten. => Frau Beigeordnete Dr. Klein-Schmeink
Wie hoch die Kosten seien, möchte Ktabg. Graute wissen. => Ktabg. Graute
„Das ist ein Meilenstein“, sagt Bürgermeisterin Holt. => Bürgermeisterin Holt
Ktabg. Wende fragt, ob Landrat Dr. Bergkamp dies bestätigen könne. => Ktabg. Wende
Dass die Frist knapp sei, räumt Dezernent Helling ein. => Dezernent Helling
Während Ktabg. Kohl den Antrag ablehnt, begrüßt ihn Ktabg. Wende. => Ktabg. Wende
Gegenüber Ktabg. Kohl stellt MA Dreier klar, dass nichts entschieden sei. => MA Dreier
Sodann fragt der Vorsitzende Terhorst nach weiteren Wortmeldungen. => Vorsitzende Terhorst
Zum Zeitplan ergänzt der Erste Beigeordnete Schmitz, im März beginne der Bau. => Erste Beigeordnete Schmitz
Ktabg. Kohl wird einstimmig zum Vorsitzenden gewählt. => other
Zu Wort meldet sich Stadträtin Aydın. => Stadträtin Aydın
Bedenken hat hingegen RM Petersen. => RM Petersen
In Vertretung des Landrats Dr. Bergkamp berichtet KD Dr. Tenholt, die Mittel seien da. => KD Dr. Tenholt
Im Anschluss bedankt sich Ktabg. Graute bei MA Lindner für den Vortrag. => Ktabg. Graute
An MA Dreier richtet Ktabg. Graute die Frage, ob dies reiche. => Ktabg. Graute
Von Ktabg. Stiller auf die Kosten angesprochen, nennt AL Bosse 20.000 €. => AL Bosse
Die Frage des Ktabg. Kohl beantwortet MA Ohm dahingehend, dass es elf seien. => MA Ohm
Weiter führt sie aus, dass Ktabg. Kohl dies angeregt habe. => pronoun
Ktabg. Kohl und s. B. Neuhaus sowie Ktabg. Merten sprechen sich dafür aus. => Ktabg. Kohl + s. B. Neuhaus + Ktabg. Merten
Die Ktabg. Lütke und Haselhoff loben das. => Ktabg. Lütke + Ktabg. Haselhoff
Das bestätigt auch FBL 2 Schütt. => FBL 2 Schütt
Insbesondere lobt Ktabg. Kohl die Zusammenarbeit. => Ktabg. Kohl
Als Berichterstatter stellt MA Dreier das Konzept vor. => MA Dreier
Als zuständiger Dezernent erklärt Herr Helling, dass => Herr Helling
Da keine Wortmeldungen vorliegen, lässt Vorsitzende Terhorst abstimmen. => Vorsitzende Terhorst
Bevor abgestimmt wird, weist Landrat Dr. Bergkamp auf die Frist hin. => Landrat Dr. Bergkamp
Herr Dr. Wende (CDU) fragte nach dem Stand. => Herr Dr. Wende
Seitens der Verwaltung erklärt Herr Ohm, dass => Herr Ohm
Es folgt eine Diskussion, an der sich Ktabg. Kohl und Ktabg. Wende beteiligen. => other
Anhand einer Präsentation stellt Dipl.-Ing. Frau Berger vom Büro Plan die Varianten vor. => Frau Berger
Laut Dezernentin Althoff seien die Mittel abgerufen. => Dezernentin Althoff
RM Dr. Brinkmann beantragt daraufhin, den Antrag zu verweisen. => RM Dr. Brinkmann
Ktabg. Hofmeister fragt nach. => Ktabg. Hofmeister
Sodann bittet Ktabg. Meier Landrat Dr. Bergkamp um Auskunft. => Ktabg. Meier
Gleichstellungsbeauftragte Frau Hinrichs stellt den Plan vor. => Gleichstellungsbeauftragte Frau Hinrichs
Frau Müller vom Jugendamt erläutert die Zahlen. => Frau Müller
Herr Schulz, Leiter des Bauamtes, führt in die Vorlage ein. => Herr Schulz
Die sachkundige Bürgerin Frau Lehmann regt an, dies zu prüfen. => sachkundige Bürgerin Frau Lehmann
Stadtverordneter Ernst-August von Hagen weist darauf hin. => Stadtverordneter Ernst-August von Hagen
s.E. Thiel möchte wissen, ob Radwege vorgesehen seien. => s.E. Thiel
Kritisch sehe dies, so s. B. Kramer, auch der Beirat. => s. B. Kramer
Es müsse, ergänzt Ktabg. Bolz, auch an die Folgekosten gedacht werden. => Ktabg. Bolz
Die von Ktabg. Bolz aufgeworfene Frage könne, so MA Ohm, erst im Herbst beantwortet werden. => MA Ohm
Zustimmung signalisiert für die FDP-Fraktion Ktabg. Frey. => Ktabg. Frey
Nach der Vorstellung durch MA Ohm fragt Ktabg. Frey, wer zahle. => Ktabg. Frey
Weitere Fragen von Ktabg. Frey und Ktabg. Bolz beantwortet Herr Ohm. => Herr Ohm
Hierauf entgegnet der Landrat, dass dies nicht möglich sei. => Landrat
Anschließend wird die Frage von Ktabg. Frey von MA Ohm beantwortet. => MA Ohm
Wie Ktabg. Frey ausführt, seien die Kosten zu hoch. => Ktabg. Frey
Unter Hinweis auf die Ausführungen des Landrats Dr. Bergkamp lehnt Ktabg. Bolz den Vorschlag ab. => Ktabg. Bolz
Ktabg. Frey, Ktabg. Bolz und s. B. Kramer danken der Verwaltung. => Ktabg. Frey + Ktabg. Bolz + s. B. Kramer
Ratsherr de Vries nimmt Bezug auf den Antrag. => Ratsherr de Vries
Ktabg. Große Verspohl sieht Klärungsbedarf. => Ktabg. Große Verspohl
Sie dankt Ktabg. Frey für den Hinweis. => pronoun
Zudem bittet er MA Ohm um Prüfung. => pronoun
KVzR Ohm erläutert den Entwurf. => KVzR Ohm
"""


@pytest.mark.parametrize("case", SENTENCES.strip().splitlines())
def test_the_speaker_is_the_subject_of_the_main_clause(case):
    sentence, _arrow, speaker = case.partition(" => ")
    found = speaking(sentence)
    assert (found.speaker if found.subject == "person" else found.subject) == speaker


def test_the_floor_is_given_to_somebody_else():
    assert speaking("Vorsitzende Terhorst erteilt MA Lindner das Wort.").floor == "MA Lindner"


def test_a_known_surname_needs_no_role():
    assert speaking("Averbeck hält das für falsch.", frozenset({"Averbeck"})).speaker == "Averbeck"
    assert speaking("Averbeck hält das für falsch.").subject == "other"


def test_the_party_stands_beside_the_speaker():
    found = speaking("Stadtrat Schnell (AfD) fragt nach den Kosten.")
    assert (found.speaker, found.party) == ("Stadtrat Schnell", "AfD")
