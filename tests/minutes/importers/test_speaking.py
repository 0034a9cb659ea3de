"""Who speaks in a sentence, wherever German grammar puts the name."""

import pytest

from minutes.importers import read
from minutes.importers.grammar.speaking import speaking
from tests.minutes.importers.texts import reading_of

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
Ktabg. Frey erkundigte sich, ob die Frist verlängert werden könne. => Ktabg. Frey
Darauf antwortete Herr Ohm, dass dies möglich sei. => Herr Ohm
Bezüglich der Kosten verwies Bürgermeisterin Holt auf den Haushalt. => Bürgermeisterin Holt
Auf die Nachfrage von Frau Frey, wie viele Bäume gefällt würden, erwiderte Herr Ohm, es seien zwölf. => Herr Ohm
Stellv. Vorsitzende Kramer übergab das Wort an Herrn Ohm. => Stellv. Vorsitzende Kramer
Herr Ohm vom Büro Plan AG stellte die Studie vor. => Herr Ohm
Ktabg. Frey, CDU-Fraktion, lobt den Entwurf. => Ktabg. Frey
Ktabg. Frey (CDU) findet das gut, Ktabg. Bolz (SPD) nicht. => Ktabg. Frey
Im Namen der Fraktion BÜNDNIS 90/DIE GRÜNEN beantragt Ktabg. Bolz die Vertagung. => Ktabg. Bolz
Für Bündnis 90/Die Grünen erklärt Ratsfrau Klee, man werde zustimmen. => Ratsfrau Klee
Die Vorsitzende bedankt sich bei Herrn Ohm. => Vorsitzende
Sowohl Ktabg. Frey als auch Ktabg. Bolz sprechen sich dafür aus. => Ktabg. Frey + Ktabg. Bolz
Ktabg. Frey bejaht die Frage des Vorsitzenden. => Ktabg. Frey
Dieser Auffassung schließt sich s. B. Kramer an. => s. B. Kramer
Von Seiten der Verwaltung wird durch Herrn Ohm ergänzt, dass das Gutachten vorliege. => Herrn Ohm
Vonseiten der Verwaltung führt Dezernent Helling aus, dass alles geprüft sei. => Dezernent Helling
Gemeindevertreter Andreas Witt fragt nach. => Gemeindevertreter Andreas Witt
Gleiches gelte, so der Landrat, für die Schulen. => Landrat
Landrätin Dr. Maria Kern-Vogel: „Das ist gut.“ => Landrätin Dr. Maria Kern-Vogel
Es ergreift Ktabg. Frey das Wort. => Ktabg. Frey
Obwohl Ktabg. Frey Bedenken hat, stimmt sie zu. => Ktabg. Frey
Ob und wann gebaut werde, sei offen, so Amtsleiterin Ritter auf Nachfrage von Ktabg. Frey. => Amtsleiterin Ritter
Die Kosten, erläutert Herr Ohm auf Nachfrage des Ktabg. Bolz, lägen bei 2 Mio. €. => Herr Ohm
Auf Rückfrage bestätigt die Leiterin des Jugendamtes Frau Sommer die Zahlen. => Frau Sommer
Die Leiterin des Jugendamtes, Frau Sommer, nennt die Zahlen. => Frau Sommer
Schulleiter Berg stellt das Profil der Schule vor. => Schulleiter Berg
Der Geschäftsführer der Wirtschaftsförderung, Herr Dr. Lang, berichtet. => Herr Dr. Lang
Ktabg. Frey gab zu Protokoll, dass sie dagegen gestimmt habe. => Ktabg. Frey
Ein entsprechender Antrag wird von Ktabg. Bolz gestellt. => Ktabg. Bolz
Nach kurzer Diskussion zieht Ktabg. Bolz seinen Antrag zurück. => Ktabg. Bolz
Nach einer Frage von Ktabg. Bolz zum Termin nennt der Vorsitzende den 3. Mai. => Vorsitzende
Ktabg. Frey: Wie hoch ist die Förderung? => Ktabg. Frey
Stadtbaurat Hinz wies auf die Statik hin. => Stadtbaurat Hinz
Technischer Beigeordneter Rohde sprach die Statik an. => Technischer Beigeordneter Rohde
1. stellv. Bürgermeisterin Elsner nahm Stellung. => 1. stellv. Bürgermeisterin Elsner
Ratsmitglied Frau Jung schlug einen Ortstermin vor. => Ratsmitglied Frau Jung
Rechtsanwalt Dr. Falk vertrat die Auffassung, der Vertrag sei kündbar. => Rechtsanwalt Dr. Falk
Zur Geschäftsordnung beantragt Ktabg. Bolz den Schluss der Debatte. => Ktabg. Bolz
Gegen diesen Antrag spricht Ktabg. Frey. => Ktabg. Frey
Ktabg. Bolz (SPD): dankt. => Ktabg. Bolz
Die Anregung von Ktabg. Bolz, einen Beirat zu gründen, begrüßt Ktabg. Frey. => Ktabg. Frey
Ktabg. Bolz schlägt Ktabg. Frey als Vorsitzende vor. => Ktabg. Bolz
Als Vorsitzende schlägt Ktabg. Bolz die Ktabg. Frey vor. => Ktabg. Bolz
Der Ausschussvorsitzende, Ktabg. Kohl, eröffnet die Aussprache. => Ktabg. Kohl
Herr Kreisdirektor Dr. Tenholt und Frau Althoff beantworten die Fragen. => Herr Kreisdirektor Dr. Tenholt + Frau Althoff
Mit dem Hinweis, dass die Zeit dränge, bittet Landrat Dr. Bergkamp um Zustimmung. => Landrat Dr. Bergkamp
Es gebe, so hebt Ktabg. Frey hervor, keine Alternative. => Ktabg. Frey
Unverständnis äußern Ktabg. Bolz und s. B. Kramer. => Ktabg. Bolz + s. B. Kramer
Ortsbürgermeister Lenz erinnert an den Beschluss von 2019. => Ortsbürgermeister Lenz
Frau Kowalski-Yılmaz merkt an, dass die Rampe fehle. => Frau Kowalski-Yılmaz
Der Vorsitzende, Rh. Kohl (CDU), lässt abstimmen. => Rh. Kohl
Darüber lässt der Vorsitzende, Rh. Kohl (CDU), abstimmen. => Rh. Kohl
Den Antrag begründet die Vorsitzende, Frau Dr. Frey. => Frau Dr. Frey
Es danken der Vorsitzende, Herr Kohl und Frau Frey. => Vorsitzende + Herr Kohl + Frau Frey
Die Stadtverordnete Frey, Fraktion Die Linke. PDS, dankt. => Stadtverordnete Frey
Für die Fraktion Die Linke. PDS spricht Herr Kohl. => Herr Kohl
Dipl.-Geogr. Ohm erläutert kurz die Planung. => Dipl.-Geogr. Ohm
Dipl.-Ing. Ohm erläutert kurz die Planung. => Dipl.-Ing. Ohm
Herr Dipl.-Päd. (FH) Ohm stellt das Konzept vor. => Herr Dipl.-Päd. (FH) Ohm
Dipl.-Biol. Frau Ohm nennt die Arten. => Frau Ohm
Anschließend erläutert Dipl.-Sozialpäd. Ohm die Zahlen. => Dipl.-Sozialpäd. Ohm
Er stellt die Bedenken vor. Der Magistrat empfiehlt, den Antrag abzulehnen. => pronoun
Sie dankt für den Vortrag. Herr Ohm ergänzt, man sei im Plan. => pronoun
Nachdem Herr Kohl anmerkt, dass man warten könne, fasst der Ausschuss folgenden Beschluss: => Herr Kohl
Nachdem die Ktabg. Frey ihren Antrag erläutert hat, beschließt der Ausschuss die Vertagung. => Ktabg. Frey
Nachdem Herr Kohl den Saal verlassen hat, beschließt der Ausschuss die Vertagung. => other
Nachdem Herr Kohl nachgefragt hat, antwortet Herr Ohm, dies sei geklärt. => Herr Ohm
Danach sind Herr Kohl als 1. und Frau Frey als 2. Stellvertretung gewählt. => other
Damit ist Herr Kohl mit 20 Stimmen zum Vorsitzenden gewählt. => other
Beide werden von Herrn Ohm gefragt, ob sie die Wahl annehmen. => other
Beide Bewerber werden von Herrn Ohm ans Pult gebeten und gefragt, ob sie annehmen. => other
Es wird von Herrn Ohm gefragt, ob dies reiche. => Herrn Ohm
Hierauf stimmen die Ratsmitglieder und die Landrätin über den Namen geheim ab. => other
Prof. Ohm erläutert die Studie. => Prof. Ohm
Dr.-Ing. Ohm erläutert die Studie. => Dr.-Ing. Ohm
Nachdem sich Herr Kohl nach dem Stand erkundigt hat, fasst der Ausschuss folgenden Beschluss: => Herr Kohl
Von Herrn Kohl wird darauf hingewiesen, dass dies falsch sei. => Herrn Kohl
Von Herrn Kohl wird keine Stimme abgegeben. => other
Als Kandidaten werden Herr Kohl und Frau Frey vorgeschlagen. => other
Gewählt sind damit Herr Kohl und Frau Frey. => other
Entschuldigt fehlen Herr Kohl und Frau Frey. => other
Ferner gehören dem Beirat Herr Kohl und Frau Frey an. => other
Herr Kohl/CDU bittet um Auskunft. => Herr Kohl
An der Aussprache beteiligen sich Ktabg. Kohl und Ktabg. Frey. => other
"""


@pytest.mark.parametrize("case", SENTENCES.strip().splitlines())
def test_the_speaker_is_the_subject_of_the_main_clause(case):
    sentence, _arrow, speaker = case.partition(" => ")
    found = speaking(sentence)
    assert (found.speaker if found.subject == "person" else found.subject) == speaker


def test_the_floor_is_given_to_somebody_else():
    assert speaking("Vorsitzende Terhorst erteilt MA Lindner das Wort.").floor == "MA Lindner"


def test_a_name_after_a_pronoun_speaks_later():
    assert speaking("Sie dankt für den Vortrag. Herr Ohm ergänzt, man sei im Plan.").further == ("Herr Ohm",)


def test_a_known_surname_needs_no_role():
    assert speaking("Averbeck hält das für falsch.", frozenset({"Averbeck"})).speaker == "Averbeck"
    assert speaking("Averbeck hält das für falsch.").subject == "other"


def test_the_party_stands_beside_the_speaker():
    found = speaking("Stadtrat Schnell (AfD) fragt nach den Kosten.")
    assert (found.speaker, found.party) == ("Stadtrat Schnell", "AfD")


def contributions(text):
    [item] = read(text.encode(), "item").items
    return [(each.kind, each.speaker) for each in item.contributions]


def test_a_pronoun_goes_on_with_who_spoke_before_whatever_is_the_subject_after_it():
    text = (
        "Bürgermeister Kohl nennt die Kosten.\n\nEr stellt die Bedenken vor. Der Magistrat empfiehlt die Ablehnung.\n"
    )
    assert contributions(text) == [("speech", "Bürgermeister Kohl"), ("continuation", "Bürgermeister Kohl")]


def test_a_pronoun_that_means_nobody_leaves_the_floor_to_the_name_after_it():
    text = "Beschluss: beschlossen\n\nEr dankt für den Vortrag. Herr Ohm ergänzt, man sei im Plan.\n"
    assert contributions(text) == [("speech", "Herr Ohm")]


def test_the_party_stands_beside_the_name_of_an_office():
    found = speaking("Der Vorsitzende, Rh. Kohl (CDU), lässt abstimmen.")
    assert (found.speaker, found.party) == ("Rh. Kohl", "CDU")


@pytest.mark.parametrize(
    "text",
    [
        "Ratsfrau Kohl war bei der Beschlussfassung nicht zugegen.",
        "Die beiden Bewerber Kohl und Ohm stellten sich dem Rat vor.",
        "Nach der Satzung gibt es zwei Stellvertreter. Zu wählen ist der Zweite Bürgermeister.",
        "Die Namen werden aufgerufen. Die Schriftführerin notiert die Reihenfolge.",
        "Es wird geheim gewählt. Frau Ohm und Herr Kohl übernehmen die Auszählung.",
    ],
)
def test_nobody_speaks_where_only_the_course_of_a_vote_is_told(text):
    assert speaking(text).subject == "other"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("RM Bei der Wieden erläutert die Vorlage.", "RM Bei der Wieden"),
        ("Herr Van der Laan fragt nach.", "Herr Van der Laan"),
        ("Frau Zur Mühlen dankt.", "Frau Zur Mühlen"),
        ("Dennoch hält KTA   O h l s e n   das für richtig.", "KTA Ohlsen"),
        ("Frau Ohm stellt sich dem Rat vor.", "Frau Ohm"),
        ("Herr Kohl war bei der Beratung der Ansicht, dass der Zaun genügt.", "Herr Kohl"),
        ("Herr Kohl übernimmt das Wort und erläutert die Aufgaben.", "Herr Kohl"),
    ],
)
def test_names_with_capital_particles_and_spaced_out_letters_speak(text, speaker):
    assert speaking(text).speaker == speaker


def test_a_chair_who_reports_below_the_heading_of_a_resolution_speaks():
    reading = reading_of("Beschluss:\n\nDie Landrätin erklärt, dass das Los entscheidet.\n\nHerr Kohl fragt nach.")
    assert reading["resolution"] == []
    assert [each["speaker"] for each in reading["contributions"]] == ["Landrätin", "Herr Kohl"]
