"""People without a name, pronouns, and speeches told word by word. All names are invented."""

import pytest

from minutes.importers.grammar.speaking import speaking
from tests.minutes.importers.texts import reading_of

SENTENCES = """
Ein Einwohner bemängelte, dass der Weg nicht geräumt werde. => Ein Einwohner
Eine weitere Zuhörerin fragt an, ob der Bus fahre. => Eine weitere Zuhörerin
Ein Sprecher der ABC-Stadtratsfraktion stimmte dem zu. => Ein Sprecher der ABC-Stadtratsfraktion
Der Präsident verliest den Brief. => Präsident
Hierzu erläutert der Planer die Varianten. => Planer
Die Vorsitzende dankt der Amtsleiterin. => Vorsitzende
Der Vorsitzende begrüßt die Mitglieder. => Vorsitzende
2. Herr Kohl erläutert, dass die Brücke gesperrt wurde. => Herr Kohl
2. Beigeordneter Kohl erläutert, dass die Brücke gesperrt wurde. => 2. Beigeordneter Kohl
Rf Ohm schlägt für ihre Fraktion Rh Kohl vor. => Rf Ohm
Gegen 20 Uhr eröffnete Bürgermeisterin Sibylle Ohm die Aussprache. => Bürgermeisterin Sibylle Ohm
Die Anwohnerin, Frau Manuela Ohm, die am Bach wohnt, fragt nach der Mauer. => Frau Manuela Ohm
Dem früheren Wehrführer Rudolf Kohl überreicht Ratsherr Ohm eine Urkunde. => Ratsherr Ohm
Hierfür muss den zu ehrenden Beigeordneten Zeit gelassen werden. => other
Die Lampen werden getauscht, sagt Bgm Dr. Ohm abschließend zu. => Bgm Dr. Ohm
Die Verwaltung sagt dies zu und Vorsitzender Kohl dankt. => Verwaltung
Während Bürgermeister Kohl die Fassung für ausreichend hält, sind andere dagegen. => Bürgermeister Kohl
Frau Ohm, Herr Kohl und Herr Fels haben sich entschuldigt. => other
Herr Kohl fehlt entschuldigt. => other
Bürgermeister Kohl und Frau Ohm nehmen an der Sitzung teil. => other
Herr Kohl bedankt sich und verlässt die Sitzung. => Herr Kohl
Die neuen Mitglieder wurden von der Bürgermeisterin auf ihre Pflichten hingewiesen. => Bürgermeisterin
Die neuen Mitglieder wurden von Frau Ohm durch Handschlag verpflichtet. => other
Anwesend sind 30 Räte (und Bürgermeisterin Ohm), die zur Urne gerufen werden. => other
Lutz Ohm spricht den Zustand der Wege an. => Lutz Ohm
Der Vorsitzende begrüßt Petra Ohm. => Vorsitzende
Hierauf antwortet Petra Ohm, dass dies geprüft werde. => Petra Ohm
Mark Wiesen liegt am Bach. => other
Der Gemeinderat bestätigte dies. => other
Ratsvorsitzender bedankte sich bei den Zuhörern. => Ratsvorsitzender
Anschließend lässt Bürgermeister über die Vorlage abstimmen. => Bürgermeister
Auf Antrag von Rh. Kohl (ABC) lässt der Vorsitzende über die Vertagung abstimmen. => Vorsitzende
Erster Samtgemeinderat Kohl erläutert die Zahlen. => Erster Samtgemeinderat Kohl
Herr Mitglied des Rates Udo Kohl stellt einen Antrag. => Herr Mitglied des Rates Udo Kohl
Man setze auf Eiche, gab Revierleiter Kohl zur Antwort. => Revierleiter Kohl
Die Haftung sei zu klären, gibt Frau Ohm zu bedenken. => Frau Ohm
Ein Gutachten liegt laut Stadtplaner Kohl noch nicht vor. => Stadtplaner Kohl
Maßgeblich sind nach den Worten von Frau Ohm die Kosten. => Frau Ohm
Dies sei zulässig, lautet die Auskunft von Planer Kohl. => Planer Kohl
Frau Ohm hat das Problem erkannt und plant zwei Container. => Frau Ohm
Frau Ohm hat den Zaun gebaut und gestrichen. => other
Der Betreiber sichert zu, zwei Räume dafür vorzuhalten. => Betreiber
Die Straßenverkehrsbehörde hält Spiegel für gefährlich. => Straßenverkehrsbehörde
Dem pflichtet MGRin Ohm bei. => MGRin Ohm
Investor Herr Kohl will dies mit seinem Architekten besprechen. => Investor Herr Kohl
Stadtkonservatorin Dr. Ohm führt in die Geschichte der Mauer ein. => Stadtkonservatorin Dr. Ohm
Vorsitzender der Gemeindevertretung Kohl stellt fest, dass keine Fragen vorliegen. => Vorsitzender der Gemeindevertretung Kohl
Leitende Verwaltungsbeamtin Ohm verdeutlicht, dass die Sätze gelten. => Leitende Verwaltungsbeamtin Ohm
Das sei richtig, bestätigt Herr Kohl von der Verwaltung. => Herr Kohl
Dies sei vorgesehen, beruhigt ihn Herr Kohl. => Herr Kohl
Dies sei das falsche Signal, meint hingegen Frau Ohm, und sie stimme dagegen. => Frau Ohm
Das solle man besprechen, regt Frau Ohm an und schlägt einen Termin vor. => Frau Ohm
In der Stadt, so die Wahrnehmung von Ratsfrau Ohm, herrsche Unruhe. => Ratsfrau Ohm
Das ist laut Bürgermeister Kohl nicht der Fall. => Bürgermeister Kohl
Von Frau Ohm kommt der Hinweis, dass eine Schaukel fehlt. => Frau Ohm
Dr. Ohm, Leiterin der Behörde, stellt die Karte vor. => Dr. Ohm
Dr. med. Kohl, seit 1998 Arzt am Ort, schildert die Lage. => Dr. med. Kohl
Frau Ohm hat den Plan geprüft und bittet um Zustimmung zu ihm. => Frau Ohm
Die Seniorenvertretung beantragt eine Bank. => Seniorenvertretung
Herr berufsm. StR Kohl sagt dies zu. => Herr berufsm. StR Kohl
Leitender Verwaltungsbeamter Kohl erläutert die Zahlen. => Leitender Verwaltungsbeamter Kohl
Wählbarer Bürger Kohl lehnt die Gebühr ab. => Wählbarer Bürger Kohl
Die Fraktion Pro Oberwinkel schlägt Herrn Kohl vor. => Fraktion Pro Oberwinkel
Die Wählergruppe Ohm schlägt Herrn Kohl vor. => Wählergruppe Ohm
Mitglied te Ohm unterstützt dies. => Mitglied te Ohm
Die Präsidentin der Bürgerschaft eröffnet die Aussprache. => Präsidentin der Bürgerschaft
Sodann stellt die Präsidentin der Bürgerschaft die Vorlage zur Abstimmung. => Präsidentin der Bürgerschaft
Eine Einwohnerin, möchte wissen, wann gebaut wird. => Eine Einwohnerin
Hierauf entgegnet SGB Kohl, der Plan fehle. => SGB Kohl
Der Ortsbürgermeister wird den Bauhof verständigen. => Ortsbürgermeister
Ratsmitglied Kohl erhält 11 Stimmen, Ratsmitglied Ohm 9 Stimmen. => other
Auf Antrag von Rh. Kohl (SPD) lässt der Vorsitzende über die Vertagung abstimmen. => Vorsitzende
Der Vorsitzende Rh. Kohl (CDU) lässt darüber abstimmen. => Vorsitzende Rh. Kohl
Herr Kohl, Herr Fels, Frau Ohm und Herr Bolz schlagen dies vor. => Herr Kohl + Herr Fels + Frau Ohm + Herr Bolz
Herrn Jan Kohl zum 1. stellv. Bürgermeister => other
Herr Kohl vom Bauamt erläutert den Plan. => Herr Kohl
Her Kohl macht deutlich, dass dies gilt. => Her Kohl
Der Brief wird auf Vorschlag von Herrn Kohl als Frage behandelt. => other
Der Antrag wird von Herrn Kohl erläutert. => Herrn Kohl
Gemäß § 36 GemO ist der Bürgermeister stimmberechtigt. => other
Dieser Ansicht ist auch der Bürgermeister. => Bürgermeister
Die SPD hält den Antrag für überflüssig. => SPD
SPD als auch CDU können dem zustimmen. => other
Es meldet sich ein Bürger zu Wort und fragt nach dem Radweg. => Ein Bürger
Frau Ohm nimmt ab 19:00 Uhr an der Sitzung teil. => other
Hierauf entgegnet dieser, dass es anders sei. => pronoun
Bemängelt wurde durch Herrn Kohl der Zustand der Bänke. => Herrn Kohl
Gv. Kohl merkt an, dass der Weg gesperrt ist. => Gv. Kohl
1. Herr K.-H. Kohl berichtet, dass der Weg gesperrt ist. => Herr K.-H. Kohl
Aufgrund des Hinweises an die Ämter für Bau, Verkehr und Grün zieht KTA Kohl die Anfrage zurück. => KTA Kohl
""".strip().splitlines()


@pytest.mark.parametrize("line", SENTENCES)
def test_the_speaker_of(line):
    sentence, expected = line.split(" => ")
    found = speaking(sentence)
    assert (found.speaker or found.subject) == expected


def spoken(text: str) -> list[tuple[str, str | None]]:
    return [(each["kind"], each["speaker"]) for each in reading_of(text)["contributions"]]


def test_a_pronoun_means_the_last_subject_that_it_fits():
    text = "Bürgermeister Kohl fragt Frau Ohm, ob sie bereit sei. Frau Ohm ist bereit.\n\n{} stellt die Frage erneut."
    assert spoken(text.format("Sie"))[1] == ("continuation", "Frau Ohm")
    assert spoken(text.format("Er"))[1] == ("continuation", "Bürgermeister Kohl")


def test_who_is_addressed_in_a_speech_does_not_give_it():
    text = (
        "Herr Kohl meldet sich wie folgt zu Wort:\n\nSehr geehrte Frau Vorsitzende,\n\nHeute sprechen viele. Herr Fels sagte es mir.\n\n"
        "Frau Ohm bestätigt, dass dies so war."
    )
    assert spoken(text) == [
        ("speech", "Herr Kohl"),
        ("continuation", "Herr Kohl"),
        ("continuation", "Herr Kohl"),
        ("speech", "Frau Ohm"),
    ]


def test_heads_of_speeches_tell_whose_words_follow():
    text = "Wortprotokoll\n\nHerr Kohl (ABC):\n\nGibt es Fragen? Herr Fels.\n\nTFels (XYZ):\n\nJa. Herr Kohl sollte dies prüfen.\n\nHerr Kohl (ABC):\n\nRichtig. Herr Fels hat recht."
    assert [who for _kind, who in spoken(text)] == ["Herr Kohl"] * 2 + ["TFels"] * 2 + ["Herr Kohl"] * 2


def test_who_comes_and_goes_may_be_told_with_how_many_remain():
    found = reading_of(
        "Beratung:\n\nFrau Ohm und Herr Kohl verlassen die Sitzung. Es sind noch 21 stimmberechtigte Mitglieder anwesend."
    )
    assert [each["kind"] for each in found["contributions"]] == ["procedure"]


def test_questions_are_of_who_is_named_above_them():
    text = (
        "Herr Jan Kohl, Am Bach 10, Oberwinkel\n\nFrage:\n\n1. Wie kann die Bürgermeisterin das verhindern?\n\n2. Wann wird gebaut? Ist das sicher?\n\n"
        "Frau Ohm antwortet, dass dies offen sei.\n\n3. Warum dauert das so lange?\n\nFrau Ohm verneint dies.\n\nAnfragen von Frau Fels\n\n1. Was kostet das?"
    )
    assert spoken(text) == [
        ("procedure", None),
        *[("continuation", "Herr Jan Kohl")] * 3,
        ("speech", "Frau Ohm"),
        ("continuation", "Herr Jan Kohl"),
        ("speech", "Frau Ohm"),
        ("procedure", None),
        ("continuation", "Frau Fels"),
    ]


def test_who_is_named_in_a_question_does_not_ask_it():
    assert speaking("Wie kann die Bürgermeisterin das verhindern?").subject == "other"
    assert speaking("Wann gebaut werde, fragt Herr Kohl.").speaker == "Herr Kohl"


def test_who_did_something_then_says_something():
    assert speaking("Frau Ohm hat zwei Muster mitgebracht. Sie empfiehlt das helle.").speaker == "Frau Ohm"
    assert speaking("Frau Ohm wird gewählt. Sie nimmt die Wahl an.").subject != "person"


def test_who_spoke_last_in_an_item_may_go_on_in_the_next():
    found = reading_of(
        "Niederschrift über die 3. Sitzung des Bauausschusses am 4. Mai 2026\n\nTOP 1 Eröffnung der Sitzung\n\nDie Vorsitzende Ohm eröffnet die Sitzung.\n\n"
        "TOP 2 Feststellung der Beschlussfähigkeit\n\nSie stellt die Beschlussfähigkeit fest.\n\nTOP 3 Anfragen\n\nEs gibt keine Anfragen."
    )
    said = [[(each["kind"], each["speaker"]) for each in item["contributions"]] for item in found["items"]]
    assert said[1] == [("continuation", "Vorsitzende Ohm")]
    assert said[2] == [("procedure", None)]


def test_an_office_alone_on_a_line_speaks_below_it():
    assert spoken("Beratung:\n\nDer Oberbürgermeister\n\nweist darauf hin, dass der Vertrag ausläuft.") == [
        ("procedure", None),
        ("speech", "Oberbürgermeister"),
    ]


def test_answers_are_of_who_is_named_above_them():
    text = "Beratung:\n\nBeantwortung Frau Ohm\n\nZu Frage 1: Das Dach ist dicht.\n\nZu Frage 2: Die Tür klemmt.\n\nNachfrage Herr Kohl: Welche?\n\nZu Nachfrage: Die am Hof."
    assert [who for _kind, who in spoken(text)] == [None, "Frau Ohm", "Frau Ohm", "Herr Kohl", "Frau Ohm"]


def test_who_goes_on_after_a_vote_is_a_contribution():
    text = "Beratung:\n\nFrau Ohm lässt über den Antrag abstimmen.\n\nAbstimmungsergebnis: 3 Ja, 5 Nein\n\nSodann stellt sie die Vorlage vor."
    assert spoken(text) == [("speech", "Frau Ohm"), ("continuation", "Frau Ohm")]


def test_who_explains_their_bias_says_so():
    assert spoken("Beratung:\n\nHerr Kohl erklärt, dass er als Vorstand befangen ist.") == [("speech", "Herr Kohl")]
    assert spoken("Beratung:\n\nHerr Kohl erklärt sich für befangen.") == [("speech", "Herr Kohl")]
    assert spoken("Beratung:\n\nHerr Kohl ist befangen und verlässt den Raum.") == [("procedure", None)]


def test_who_speaks_in_the_passive_is_told_in_the_nominative():
    assert spoken("Beratung:\n\nVon Herrn Kohl wird angeregt, den Weg zu teeren.") == [("speech", "Herr Kohl")]
    assert spoken("Beratung:\n\nDurch Ratsherrn Kohl wird nachgefragt, wer dies zahle.") == [
        ("speech", "Ratsherr Kohl")
    ]
    assert spoken("Beratung:\n\nDie Frage wird von der Ersten Beigeordneten Ohm beantwortet.") == [
        ("speech", "Erste Beigeordnete Ohm")
    ]


def test_what_somebody_wrote_is_no_speech():
    assert speaking("Die ABC-Fraktion hat mit Schreiben vom 3. Mai beantragt, den Weg zu teeren.").subject == "other"
    assert speaking("Die ABC-Fraktion hat beantragt, den Weg zu teeren.").speaker == "ABC-Fraktion"


def test_a_sentence_quoted_below_its_announcement_is_a_quote():
    text = "Beratung:\n\nFrau Ohm bittet, folgenden Satz aufzunehmen:\n\nHerr Kohl kann dies nicht verstehen.\n\nHerr Fels widerspricht."
    assert [kind for kind, _who in spoken(text)] == ["speech", "quote", "speech"]


def test_who_comes_at_an_hour_told_first_does_not_speak():
    assert spoken("Beratung:\n\nUm 17:25 Uhr nimmt Herr Kohl an der Sitzung teil.") == [("procedure", None)]
    assert spoken("Beratung:\n\nFrau Ohm ist nach Art. 49 GO von der Beratung und Abstimmung ausgeschlossen.") == [
        ("procedure", None)
    ]


def test_who_is_listed_as_present_speaks_without_a_role():
    text = """Niederschrift
über die 3. Sitzung des Amtsausschusses am 12. Juni 2026

Anwesend:
Tjorven Ohlsen
Boje Ehlers

TOP 1 Boote

Tjorven Ohlsen lädt zum Bootsfest ein.

Boje Ehlers trifft um 18:25 Uhr ein."""
    [item] = reading_of(text)["items"]
    assert [(each["kind"], each["speaker"]) for each in item["contributions"]] == [
        ("speech", "Tjorven Ohlsen"),
        ("procedure", None),
    ]


def test_who_arrives_may_be_told_with_how_many_there_are_now():
    text = "TOP 1 Boote\n\nFrau Ohm fragt nach dem Steg.\n\nHerr Ehlers trifft gegen 18:40 Uhr ein. Damit sind nun 7 von 9 Mitgliedern zugegen."
    assert [each["kind"] for each in reading_of(text)["contributions"]] == ["speech", "procedure"]


@pytest.mark.parametrize(
    "happens",
    [
        "An der Aussprache beteiligen sich Herr Kohl und Frau Ilg.",
        "Die Leitung der Sitzung geht auf Frau Ilg über.",
        "Die nächste Sitzung ist für den 12.09. vorgesehen.",
        "Es sind 24 Mitglieder anwesend.",
        "Gegen Form und Frist der Einladung wird nichts eingewandt.",
        "Hierüber besteht Einvernehmen.",
    ],
)
def test_what_happens_after_a_speech_is_no_part_of_it(happens):
    text = f"TOP 1 Boote\n\nFrau Ohm fragt nach dem Steg.\n\n{happens}\n\nHerr Kohl dankt."
    assert [each["kind"] for each in reading_of(text)["contributions"]] == ["speech", "procedure", "speech"]


def test_where_speeches_are_told_in_the_past_what_was_done_is_told_besides():
    done = "Zur Auszählung wurden Herr Ilg und Frau Abt bestimmt."
    past = reading_of(f"TOP 1 Boote\n\nFrau Ohm beantragte geheime Wahl.\n\n{done}")["contributions"]
    now = reading_of("TOP 1 Boote\n\nFrau Ohm erläutert den Bau.\n\nDer Steg wurde im Herbst gebaut.")["contributions"]
    assert [each["kind"] for each in past] == ["speech", "procedure"]
    assert [each["kind"] for each in now] == ["speech", "continuation"]


def test_a_guest_may_have_a_calling_that_is_no_role_of_councils():
    text = "Beratung:\n\nKantor Kohl erläutert die Kosten.\n\nFrau Ohm fragt nach.\n\nDas sei bekannt, erläutert Kantor Kohl."
    said = [each["speaker"] for each in reading_of(text)["contributions"]]
    assert said == ["Kantor Kohl", "Frau Ohm", "Kantor Kohl"]


@pytest.mark.parametrize(
    "text",
    [
        "Diesen Vorschlag unterstützt Frau Ohm nachdrücklich.",
        "Weitere Fragen stellt niemand mehr dazu.",
    ],
)
def test_a_word_that_opens_a_sentence_is_no_calling(text):
    said = [each["speaker"] for each in reading_of(f"Beratung:\n\n{text}")["contributions"]]
    assert said in (["Frau Ohm"], [None])
