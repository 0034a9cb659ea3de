"""Results that offices put otherwise: signs, dashes, other verbs, numbers behind the sentence, points. All is invented."""

import pytest

from tests.minutes.importers.texts import reading_of

HEAD = "TOP 4 Antrag auf neue Boote\n\nRatsherr Kohl begründet den Antrag.\n\n"
RESOLVED = "Beschluss:\nDie Boote werden gekauft.\n\n"


def result(text: str) -> tuple[str, list[dict[str, int]]]:
    """Outcome, and the numbers of each vote."""
    found = reading_of(HEAD + text)
    numbers = [{kind: vote[kind] for kind in ("yes", "no", "abstain") if kind in vote} for vote in found["votes"]]
    return found["outcome"]["code"], [each for each in numbers if each]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Beratungsergebnis:\nAnw.: 21   Ja: 18   Nein: 0   Enth.: 2   Bef.: 1", {"yes": 18, "no": 0, "abstain": 2}),
        ("Anwesend: 12, dafür: 12, dagegen: ./., enthalten: ./.", {"yes": 12, "no": 0, "abstain": 0}),
        ("Ja: 12, Nein: -/-, Enthaltungen: ./.", {"yes": 12, "no": 0, "abstain": 0}),
        ("Abstimmung: 4 + / 2 - / 1 E", {"yes": 4, "no": 2, "abstain": 1}),
        ("Abstimmung: 4+ 2-", {"yes": 4, "no": 2}),
        ("Anw. 14 / Für 12 / Gegen 2", {"yes": 12, "no": 2}),
        ("14 Stimmberechtigte: 12 dafür, 2 Enthaltungen", {"yes": 12, "abstain": 2}),
        ("Von 14 anwesenden Mitgliedern: 12 Ja, 2 Nein", {"yes": 12, "no": 2}),
        ("Dafür 5, dagegen 0, 2 Enthaltungen", {"yes": 5, "no": 0, "abstain": 2}),
        ("5 : 3 Stimmen (1 Enthaltung)", {"yes": 5, "no": 3, "abstain": 1}),
        ("19 Stimmen dafür, 2 dagegen, 3 Mitglieder enthalten sich", {"yes": 19, "no": 2, "abstain": 3}),
        ("Bei vier Neinstimmen angenommen", {"no": 4}),
        ("mit Stimmenmehrheit (10 gegen 2) angenommen", {"yes": 10, "no": 2}),
        ("Mit knapper Mehrheit von 6 zu 5 Stimmen beschlossen", {"yes": 6, "no": 5}),
        ("Mit 9 Stimmen, bei 3 Ablehnungen und 1 Enthaltung, angenommen", {"yes": 9, "no": 3, "abstain": 1}),
        ("Ohne Enthaltungen und ohne Nein-Stimmen zugestimmt (5 Ja).", {"yes": 5, "no": 0, "abstain": 0}),
        ("Abstimmung: 1 Gegenstimme", {"no": 1}),
        ("Dafür: 7 Dagegen: 4 Enth.: 0 Abwesend: 2", {"yes": 7, "no": 4, "abstain": 0}),
        ("Abstimmung:\nDafür:    6\nDagegen:    1\nAngenommen    X\nAbgelehnt", {"yes": 6, "no": 1}),
        ("Abstimmung: einstimmig [ ] mehrheitlich [x] 9 Ja, 3 Nein", {"yes": 9, "no": 3}),
        ("Dafür stimmen sieben Mitglieder, die beiden übrigen enthalten sich.", {"yes": 7, "abstain": 2}),
        ("8 Hände heben sich dafür, eine dagegen.", {"yes": 8, "no": 1}),
        ("Alle bis auf ein Mitglied, das dagegen ist, stimmen zu.", {"no": 1}),
        ("Der Beschluss fällt gegen die Stimme von Ratsfrau Ilg. (1 Gegenstimme)", {"no": 1}),
        ("Vier Ja-Stimmen stehen drei Nein-Stimmen gegenüber.", {"yes": 4, "no": 3}),
        ("Die Vorlage passiert den Ausschuss bei zwei Neinstimmen.", {"no": 2}),
    ],
)
def test_numbers_below_a_resolution(text, counts):
    assert result(RESOLVED + text) == ("adopted", [counts])


@pytest.mark.parametrize(
    ("text", "code", "counts"),
    [
        ("Der Ausschuss folgte dem Vorschlag der Verwaltung. Ja: 8, Nein: -, Enthaltung: 1", "adopted", (8, 0, 1)),
        ("Der Technische Ausschuss lehnt den Kauf ab. Ja 9 / Nein 1 / Enth. 1", "rejected", (9, 1, 1)),
        ("Der Rat gibt die Stellungnahme ab: 9 Stimmen dafür, 0 dagegen, 0 Enthaltungen.", "adopted", (9, 0, 0)),
        ("Die Liste wird bestätigt: 9/0/2.", "adopted", (9, 0, 2)),
        ("Die Liste wird einstimmig festgestellt (11/0/0).", "adopted", (11, 0, 0)),
        ("Die Satzung wird beschlossen. Dafür: 9, dagegen: 2, Enthaltungen: 0.", "adopted", (9, 2, 0)),
        ("Der Antrag wird abgelehnt. 3 Ja-Stimmen, 8 Nein-Stimmen, 1 Enthaltung.", "rejected", (3, 8, 1)),
        ("Der Antrag wird abgelehnt (Ja-Stimmen: 3, Nein-Stimmen: 8, Enthaltungen: 1).", "rejected", (3, 8, 1)),
    ],
)
def test_numbers_behind_the_sentence_that_decides(text, code, counts):
    yes, no, abstain = counts

    assert result(text) == (code, [{"yes": yes, "no": no, "abstain": abstain}])


@pytest.mark.parametrize(
    ("text", "code", "counts"),
    [
        ("Der Vorschlag, die Boote zu mieten, fällt mit 3 zu 6 Stimmen durch.", "rejected", {"yes": 3, "no": 6}),
        ("Der Antrag scheitert mit 4 zu 9 Stimmen.", "rejected", {"yes": 4, "no": 9}),
        ("Die Zweidrittelmehrheit wird mit 21 gegen 16 Stimmen verfehlt.", "rejected", {"yes": 21, "no": 16}),
        ("Der Vorschlag setzt sich mit 9 gegen 4 Stimmen durch.", "adopted", {"yes": 9, "no": 4}),
        ("Dies findet mit 8 Ja-Stimmen und 1 Enthaltung Zustimmung.", "adopted", {"yes": 8, "abstain": 1}),
        ("Für Variante B votiert der Ortsrat bei vier Gegenstimmen.", "adopted", {"no": 4}),
        ("Der JHA beschließt den Kauf mit 11 Ja-Stimmen und 2 Enthaltungen.", "adopted", {"yes": 11, "abstain": 2}),
        ("Der Kauf wird gegen zwei Stimmen gutgeheißen.", "adopted", {"no": 2}),
        ("Dem Angebot wird mit allen 11 Stimmen nähergetreten.", "adopted", {"yes": 11}),
        (
            "Der Kreistag lehnt den Antrag mit 12 Jastimmen zu 23 Neinstimmen ab, 4 Mitglieder enthielten sich.",
            "rejected",
            {"yes": 12, "no": 23, "abstain": 4},
        ),
        (
            "Die Mehrheit (7 Mitglieder) befürwortet beides, zwei Mitglieder sind dagegen, eines enthält sich.",
            "adopted",
            {"yes": 7, "no": 2, "abstain": 1},
        ),
        (
            "Für den Antrag finden sich vier Stimmen, dagegen neun; ein Mitglied enthält sich.",
            "rejected",
            {"yes": 4, "no": 9, "abstain": 1},
        ),
        ("Für den Kauf stimmten 10, gegen ihn 7 Mitglieder.", "adopted", {"yes": 10, "no": 7}),
        ("Dem Einspruch stattgeben wollen drei Mitglieder, zehn lehnen ihn ab.", "rejected", {"yes": 3, "no": 10}),
        ("Befürwortet von acht, abgelehnt von fünf Räten.", "adopted", {"yes": 8, "no": 5}),
        ("Für den Antrag sprachen sich nur zwei Räte aus; er war damit abgelehnt.", "rejected", {"yes": 2}),
        ("Auf Ja lauten 2 Stimmen, auf Nein lauten 9, enthalten hat sich niemand.", "rejected", {"yes": 2, "no": 9}),
        (
            "Die Vorsitzende stellt den Antrag zur Abstimmung, der mit 9 Ja-Stimmen bei 2 Nein-Stimmen angenommen wird.",
            "adopted",
            {"yes": 9, "no": 2},
        ),
        ("Der Rat faßte mit 17 : 14 Stimmen den Beschluß, die Boote zu kaufen.", "adopted", {"yes": 17, "no": 14}),
    ],
)
def test_sentences_that_decide(text, code, counts):
    assert result(text) == (code, [counts])


@pytest.mark.parametrize(
    ("text", "code", "counts"),
    [
        ("I. Der Steg wird gebaut. – einstimmig\nII. Der Zaun wird erhöht. – 2:8 (abgelehnt)", "multiple", [(2, 8)]),
        (
            "Beschluss:\n1. Der Steg wird gebaut. – 23 Ja, 14 Nein\n2. Der Zaun wird erhöht. – 11 Ja, 25 Nein",
            "multiple",
            [(23, 14), (11, 25)],
        ),
        (
            "Beschluss:\n1. Der Steg wird gebaut. (18 : 4)\n2. Der Zaun wird erhöht. (22 : 0)",
            "adopted",
            [(18, 4), (22, 0)],
        ),
        ("§ 2: Ja 6, Nein 7\n§§ 1, 3 bis 8: Ja 13, Nein 0", "multiple", [(6, 7), (13, 0)]),
        ("zwei Boote: 5 Ja, 4 Nein – angenommen\ndrei Boote: entfällt", "adopted", [(5, 4)]),
        ("Hecht: 6 dafür, 6 dagegen, damit abgelehnt\nWels: 7 dafür, 5 dagegen", "adopted", [(6, 6), (7, 5)]),
        ("Antrag in der geänderten Form: 19 Ja / 5 Nein", "adopted_amended", [(19, 5)]),
        (
            "Für den Antrag Kohl: 5. Gegen den Antrag Kohl: 5. Damit nicht angenommen.\nFür die Liste: 6. Dagegen: 4.",
            "adopted",
            [(5, 5), (6, 4)],
        ),
        ("Beschluss: zu a) mehrheitlich abgelehnt, zu b) mehrheitlich zugestimmt", "multiple", []),
        (
            "zu a)\nBeschluss: mit 9 Ja und 2 Nein angenommen\n\nzu b)\nBeschluss: mit 4 Ja und 7 Nein abgelehnt",
            "multiple",
            [(9, 2), (4, 7)],
        ),
    ],
)
def test_votes_on_parts_and_choices(text, code, counts):
    assert result(text) == (code, [{"yes": yes, "no": no} for yes, no in counts])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Ausschuss vertagt die Angelegenheit; bis dahin soll verhandelt werden.", "deferred"),
        ("Die Beschlussfassung wird ausgesetzt.", "deferred"),
        ("So wird verfahren. Der Punkt wird im Mai erneut aufgerufen.", "deferred"),
        ("Deshalb wird die Vorlage ohne Votum an den Bauausschuss weitergereicht.", "referred"),
        ("Damit hat sich der Antrag erledigt; eine Abstimmung unterbleibt.", "settled"),
        ("Frau Ohm erklärt, dass sich der Antrag durch den Bericht erledigt habe.", "settled"),
        ("Der Antrag wird nicht länger aufrechterhalten.", "withdrawn"),
        ("Der Antrag gilt als zurückgezogen.\n\nZuvor hatte Frau Ohm vom Kauf berichtet.", "withdrawn"),
        ("Gegenstandslos, da der Antrag am 2. Mai zurückgezogen wurde.", "withdrawn"),
        ("Der Verlegung auf den 22. November wird zugestimmt.", "adopted"),
        ("Die Resolution wird ohne Gegenrede verabschiedet.", "adopted"),
        ("Der modifizierte Antrag wird einstimmig angenommen.", "adopted_amended"),
        ("Der Antrag wird einstimmig mit der genannten Ausnahme angenommen.", "adopted_amended"),
        ("Der Vorschlag wird um einen Satz ergänzt und einstimmig angenommen.", "adopted_amended"),
        ("Beschluss:\nDie Boote werden gekauft.\n\nAbstimmung: angenommen [ ] abgelehnt [x]", "rejected"),
        ("Beschluss (mit 7 Ja-Stimmen, 4 Nein-Stimmen):\nDie Boote werden gekauft.", "adopted"),
        ("Der Rat fasst einstimmig folgenden Beschluss: Die Boote werden gekauft.", "adopted"),
        ("Der Rat entscheidet sich mit 9 gegen 3 Stimmen gegen den Kauf.", "rejected"),
        ("Die Vorlage wird in den Finanzausschuss verwiesen, Abstimmung: 9 Ja, 2 Nein.", "referred"),
        ("Die Entscheidung wird zurückgestellt; der Ausschuss ist einverstanden.", "deferred"),
        ("Es werden gewählt: Frau Abt, Herr Ilg.\nAbstimmung: einstimmig", "elected"),
        ("Boot A erhält zwei Farben.\n\nVariante A: 9 Stimmen\nVariante B: 4 Stimmen", "adopted"),
        ("Der Antrag wird mit der Stimme der Vorsitzenden angenommen (6:6).", "adopted"),
        ("Die Richtlinie wird, beschränkt auf Vereine, einstimmig verabschiedet.", "adopted_amended"),
    ],
)
def test_what_became_of_the_item(text, code):
    assert result(text)[0] == code


@pytest.mark.parametrize(
    "text",
    [
        "Mit 1,2 Mio. Euro sei der Gewinn höher ausgefallen als geplant.",
        "Die Sitzung ruht von 19:50 bis 20:05 Uhr.",
        "Ratsfrau Ilg antwortet, der Kreistag habe zugestimmt: 30 Ja, 2 Nein.",
        "ABC-Fraktion: 5 Ja, 1 Nein",
        "Ergebnis der Bürgerbefragung: 120 Ja, 30 Nein",
        "Einhellig verlangen die Fraktionen ein Gutachten.",
    ],
)
def test_what_tells_of_no_vote(text):
    assert result(text) == ("none", [])


def test_the_same_sentence_twice_is_one_vote():
    sentence = "Der Antrag wurde mit Änderungen einstimmig bei 3 Enthaltungen angenommen"

    assert result(f"{sentence}.\n\n{sentence}.") == ("adopted_amended", [{"abstain": 3}])


def test_a_form_below_the_sentence_that_told_it_is_one_vote():
    text = "Der Ausschuss genehmigte den Kauf einstimmig bei 1 Enthaltung.\n\nAbstimmungsergebnis:\nJa: 12\nNein: 0\nEnthaltung: 1"

    assert result(text) == ("adopted", [{"yes": 12, "no": 0, "abstain": 1}])


@pytest.mark.parametrize(
    ("text", "code", "counts"),
    [
        (
            "Der Rat schenkt dem Verein ein Boot (9 Ja-Stimmen, keine Nein-Stimme, 2 Enthaltungen).",
            "adopted",
            [{"yes": 9, "no": 0, "abstain": 2}],
        ),
        (
            "Der Antrag findet mit acht Stimmen bei drei Enthaltungen die Zustimmung des Ausschusses.",
            "adopted",
            [{"yes": 8, "abstain": 3}],
        ),
        ("Bei je sechs Ja- und Nein-Stimmen ist der Antrag abgelehnt.", "rejected", [{"yes": 6, "no": 6}]),
        ("Dem Kauf wird mit 7 Stimmen gegen 6 zugestimmt.", "adopted", [{"yes": 7, "no": 6}]),
        (
            "Für 3.000 Euro stimmen 2, dagegen 10 Mitglieder.\nFür 1.000 Euro stimmen 10, dagegen 2 Mitglieder.",
            "adopted",
            [{"yes": 2, "no": 10}, {"yes": 10, "no": 2}],
        ),
        (
            "Antrag Ohm: 4 Ja, 8 Nein. Der Antrag ist abgelehnt.\nKauf der Boote: 10 Ja, 2 Nein. Der Kauf ist beschlossen.",
            "adopted",
            [{"yes": 4, "no": 8}, {"yes": 10, "no": 2}],
        ),
        (
            "Die Ergänzung wird mit 7 Ja-Stimmen und 5 Nein-Stimmen angenommen.\n\nDer ergänzte Antrag wird mit 4 Ja-Stimmen und 8 Nein-Stimmen abgelehnt.",
            "rejected",
            [{"yes": 7, "no": 5}, {"yes": 4, "no": 8}],
        ),
        (
            "Ratsherr Kohl beantragt, die Öffentlichkeit auszuschließen.\n\nDieser Antrag findet mit 3 Ja- gegen 9 Nein-Stimmen keine Mehrheit.\n\nDem Kauf wird mit 9 Ja-Stimmen bei 3 Nein-Stimmen zugestimmt.",
            "adopted",
            [{"yes": 3, "no": 9}, {"yes": 9, "no": 3}],
        ),
    ],
)
def test_sentences_tell_numbers_in_other_words(text, code, counts):
    assert result(text) == (code, counts)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Beschluss zu A 7: bei 2 Gegenstimmen beschlossen.\nBeschluss zu A 9: mit 8 Ja-Stimmen und 9 Nein-Stimmen abgelehnt.", [{"no": 2}, {"yes": 8, "no": 9}]),
        ("Beschluss zu a): Das Boot wird gekauft. Einstimmig.\nBeschluss zu b): Der Steg wird einstimmig abgelehnt.", []),
        ("Abstimmung zu a): 9 Ja, 2 Nein\nAbstimmung zu b): 4 Ja, 7 Nein", [{"yes": 9, "no": 2}, {"yes": 4, "no": 7}]),
        ("Für das Boot: 11 dafür, 2 dagegen – angenommen.\nFür den Steg: 4 dafür, 9 dagegen – nicht angenommen.", [{"yes": 11, "no": 2}, {"yes": 4, "no": 9}]),
        ("Zu a): Der Kauf wird einstimmig beschlossen.\nZu b): Der Steg wird zurückgestellt.", []),
        ("Der Kauf wird einstimmig beschlossen.\nDie Entscheidung über den Steg wird vertagt.", []),
        ("Der Bericht wird zur Kenntnis genommen.\n\nDem Kauf wird mit 8 gegen 3 Stimmen zugestimmt.", [{"yes": 8, "no": 3}]),
    ],
)  # fmt: skip
def test_parts_of_an_item_end_differently(text, counts):
    assert result(text) == ("multiple", counts)


def test_numbers_of_the_status_that_stand_below_the_debate_again_are_one_vote():
    text = "5 Kauf neuer Boote\nVorlage 14/2026\neinstimmig beschlossen (18/0/5)\n\nFrau Ohm dankt.\n\nAbstimmung: 18 Ja-Stimmen / 0 Nein-Stimmen / 5 Enthaltungen"
    assert [vote.get("yes") for vote in reading_of(text)["votes"]] == [18]


def test_points_with_a_form_each_are_no_items():
    text = "Beschluss: zu 1. ungeändert beschlossen, zu 2. vertagt\n\nFrau Ohm dankt.\n\nZu 1.\n\nAbstimmungsergebnis: einstimmig\n\nZu 2. (Vertagung)\n\nAbstimmungsergebnis: 9 JA-Stimmen\n6 NEIN-Stimmen"
    found = reading_of(text)
    assert found["outcome"]["code"] == "multiple"
    assert [vote.get("yes") for vote in found["votes"]] == [None, 9]
