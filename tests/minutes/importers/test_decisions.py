"""Sentences in which a body decides, in the active and the passive, with the verb in either place. All is invented."""

import pytest

from minutes.importers.grammar import decisions
from tests.minutes.importers.texts import reading_of

ALL = "all"
MOST = "most"
TOLD: list[tuple[str, str, object]] = [
    # Who decides, and where the verb stands.
    ("Das Gremium beschließt einstimmig den Umbau der Scheune.", "adopted", ALL),
    ("Nach kurzer Aussprache beschließt das Gremium einstimmig den Umbau der Scheune.", "adopted", ALL),
    ("Nachdem alles gesagt war, beschließt der Rat mit 12 : 3 Stimmen den Umbau.", "adopted", {"yes": 12, "no": 3}),
    ("Mit 12 gegen 3 Stimmen beschließt der Rat den Umbau.", "adopted", {"yes": 12, "no": 3}),
    ("Einstimmig beschlossen die Räte den Umbau der Scheune.", "adopted", ALL),
    ("Der Wege-, Brücken- und Uferausschuss empfiehlt einstimmig (8 Ja-Stimmen) den Steg.", "adopted", {"yes": 8}),
    ("Der Ausschuss für Ufer und Stege empfiehlt mit 7 Ja-Stimmen bei 2 Gegenstimmen, den Steg zu bauen.", "adopted", {"yes": 7, "no": 2}),
    ("Alle sieben Mitglieder stimmen für den Steg.", "adopted", {"yes": 7}),
    ("Die Mehrheit des Beirates stimmt dem Steg zu.", "adopted", MOST),
    # What it does.
    ("Der Ortsbeirat spricht sich einstimmig gegen den Steg aus.", "rejected", ALL),
    ("Die Ausschussmitglieder sprechen sich mit 5 Ja-Stimmen und 2 Nein-Stimmen für den Steg aus.", "adopted", {"yes": 5, "no": 2}),
    ("Der Rat folgt dem Vorschlag mit 8 Ja-Stimmen und 2 Enthaltungen.", "adopted", {"yes": 8, "abstain": 2}),
    ("Der Rat lehnt den Steg mit 2 Ja-Stimmen und 8 Nein-Stimmen ab.", "rejected", {"yes": 2, "no": 8}),
    ("Der Rat erteilt dem Stegbau mit 9 gegen 2 Stimmen das Einvernehmen.", "adopted", {"yes": 9, "no": 2}),
    ("Auf Vorschlag der Verwaltung wählt der Beirat einstimmig Frau Ohm zur Sprecherin.", "elected", ALL),
    # The passive.
    ("Dem Vorschlag wird mit 14 Ja-Stimmen, 2 Enthaltungen gefolgt.", "adopted", {"yes": 14, "abstain": 2}),
    ("Das Einvernehmen wird mit 2 Ja-Stimmen und 9 Nein-Stimmen versagt.", "rejected", {"yes": 2, "no": 9}),
    ("Dem Steg wird mit 3 Ja-Stimmen und 9 Nein-Stimmen nicht zugestimmt.", "rejected", {"yes": 3, "no": 9}),
    ("Es wird mit einer Enthaltung beschlossen, den Steg zu bauen.", "adopted", {"abstain": 1}),
    ("Die so geänderte Vorlage wird mit 9 Ja-Stimmen und 2 Nein-Stimmen beschlossen.", "adopted_amended", {"yes": 9, "no": 2}),
    ("Gewählt wird Frau Ohm mit 9 Ja-Stimmen bei 2 Enthaltungen.", "elected", {"yes": 9, "abstain": 2}),
    ("Die Niederschrift der letzten Sitzung am 3. Mai wird einstimmig genehmigt.", "adopted", ALL),
    ("Der Rat genehmigt die Niederschrift über die öffentliche Sitzung am 3.5.2026 einstimmig.", "adopted", ALL),
    ("Der Ortsrat erkennt die Tagesordnung einstimmig an.", "adopted", ALL),
    ("Der Steg wird mit 12 Ja-Stimmen bei 4 Ge- genstimmen angenommen.", "adopted", {"yes": 12, "no": 4}),
    # The result as a noun.
    ("Die Abstimmung ergibt 9 Ja-Stimmen, 2 Nein-Stimmen und 1 Enthaltung.", "adopted", {"yes": 9, "no": 2, "abstain": 1}),
    ("Der Antrag erhält 4 Ja-Stimmen und 7 Nein-Stimmen.", "rejected", {"yes": 4, "no": 7}),
    ("Der Antrag findet bei 5 Ja-Stimmen keine Mehrheit.", "rejected", {"yes": 5}),
    ("Bei Stimmengleichheit (6:6) ist der Antrag abgelehnt.", "rejected", {"yes": 6, "no": 6}),
    ("Die Zustimmung erfolgt bei 2 Gegenstimmen.", "adopted", {"no": 2}),
    # What is to become of the item.
    ("Der Beirat beschließt einstimmig, die Angelegenheit zu vertagen.", "deferred", ALL),
    ("Die Mitglieder sind einstimmig mit der Vertagung einverstanden.", "deferred", ALL),
    ("Der Antrag auf Verweisung wird mit 9 Ja-Stimmen und 3 Nein-Stimmen angenommen.", "referred", {"yes": 9, "no": 3}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "code", "how"), TOLD)
def test_a_sentence_tells_what_was_decided_and_how(sentence, code, how):
    decision = decisions.read(sentence)
    assert decision is not None
    assert decision.code == code
    if how == ALL:
        assert decision.is_unanimous
        assert not decision.counts
    elif how == MOST:
        assert decision.is_majority
        assert not decision.counts
    else:
        assert decision.counts == how


@pytest.mark.parametrize(("sentence", "code", "how"), TOLD)
def test_it_is_read_alone_and_at_the_end_of_a_paragraph(sentence, code, how):
    for before in ("Herr Kohl erläutert den Plan.\n\n", "Herr Kohl erläutert den Plan.\n\nFragen gibt es nicht. "):
        reading = reading_of(before + sentence)
        assert reading["outcome"]["code"] == code
        assert len(reading["votes"]) == 1
        if isinstance(how, dict):
            numbers = {name: reading["votes"][0].get(name) for name in ("yes", "no", "abstain")}
            assert {name: number for name, number in numbers.items() if number is not None} == how


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Der Rat verweist den Antrag in den Uferausschuss.", "referred"),
        ("Der Beirat vertagt die Angelegenheit in die nächste Sitzung.", "deferred"),
        ("Einvernehmlich wird der Punkt auf die nächste Sitzung vertagt.", "deferred"),
        ("Der Beirat kommt einvernehmlich überein, die Angelegenheit zu vertagen.", "deferred"),
        ("Es besteht Einvernehmen, die Angelegenheit zu vertagen.", "deferred"),
        ("Die Vorlage wird ohne Votum in den Rat gegeben.", "referred"),
        ("Frau Ohm zieht daraufhin den Antrag ihrer Gruppe zurück.", "withdrawn"),
        ("Der Antrag wird für erledigt erklärt.", "settled"),
        ("Der Antrag findet keine Mehrheit.", "rejected"),
        ("Damit ist der Antrag abgelehnt.", "rejected"),
        ("Das gemeindliche Einvernehmen wird erteilt.", "adopted"),
        ("Die Niederschrift wird genehmigt.", "adopted"),
        ("Der Rat stimmt der Vorlage gegen die Stimmen der A-Gruppe zu.", "adopted"),
    ],
)
def test_where_an_item_went_may_be_told_without_a_vote(sentence, code):
    reading = reading_of(f"Herr Kohl erläutert den Plan des Gemeinderates.\n\nFragen gibt es nicht. {sentence}")
    assert reading["outcome"]["code"] == code
    assert reading["votes"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Herr Kohl berichtet, dass der Uferausschuss dem Steg einstimmig zugestimmt habe.",
        "Der Rat hatte den Steg am 3. Mai 2012 einstimmig beschlossen.",
        "Der Fachausschuss empfahl am 3. Mai einstimmig, den Steg zu bauen.",
        "Im Uferausschuss wurde der Steg mit 9 Ja-Stimmen und 3 Nein-Stimmen abgelehnt.",
        "Der Steg wurde 2011 einstimmig beschlossen.",
        "Sollte der Steg mehrheitlich abgelehnt werden, ist die Förderung verloren.",
        "Die A-Gruppe werde den Steg einstimmig ablehnen.",
        "Der Landtag stimmt dem Gesetz einstimmig zu.",
        "Die Mitgliederversammlung des Vereins wählte Frau Ohm einstimmig zur Sprecherin.",
        "Für eine Änderung sind 9 Ja-Stimmen erforderlich.",
        "Der Rat beschließt über den Haushalt.",
        "Der Rat spricht sich seit Jahren für mehr Bäume aus.",
        "Frau Ohm spricht sich gegen den Steg aus.",
        "Der Bau wird auf das nächste Jahr verschoben.",
        "Die Anfrage wird an die Verwaltung weitergeleitet.",
        "Der Steg wird vom Land genehmigt.",
        "Die Mitglieder der A-Gruppe stimmen dem Steg einstimmig zu.",
        "Nach der Geschäftsordnung wird über Stege mit einfacher Mehrheit beschlossen.",
        "Der Beirat beschließt jedes Jahr über die Stege.",
        "Wird der Steg abgelehnt, so entfällt der Zuschuss.",
        "Der Elternbeirat stimmt dem Steg einstimmig zu.",
        "Frau Ohm schlägt eine offene Wahl vor. Der Beirat stimmt dem zu.",
        "Als Nächstes wird einvernehmlich festgelegt, wer das Wort hat.",
    ],
)
def test_what_is_of_another_day_or_body_or_only_a_wish_is_no_decision(sentence):
    reading = reading_of(f"Herr Kohl erläutert den Plan des Gemeinderates.\n\nFragen gibt es nicht. {sentence}")
    assert reading["outcome"]["code"] == "none"
    assert reading["votes"] == []


def test_that_no_vote_is_told_is_said_where_a_body_agrees():
    reading = reading_of("Herr Kohl erläutert den Plan.\n\nDer Rat stimmt dem Steg zu.")
    assert reading["outcome"]["code"] == "adopted"
    assert "outcome_not_told" in str(reading["warnings"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Rat lehnt den Steg mit 9 zu 3 Stimmen ab.",
        "Der Rat lehnt den Steg mit 3 gegen 9 Stimmen ab.",
        "Der Steg wird mit 9 : 3 Stimmen abgelehnt.",
    ],
)
def test_of_a_refusal_the_more_votes_are_against_it(sentence):
    assert decisions.read(sentence) == decisions.Decision("rejected", {"yes": 3, "no": 9})


def test_two_decisions_may_share_a_sentence():
    one, two = (
        "Der Name „Am Steg“ wird mit 5 : 11 Stimmen abgelehnt",
        "der Name „Am Ufer“ wird mit 11 : 5 Stimmen angenommen.",
    )
    reading = reading_of(f"Herr Kohl nennt zwei Namen.\n\n{one} und {two}")
    assert [(vote["yes"], vote["no"]) for vote in reading["votes"]] == [(5, 11), (11, 5)]
    assert reading["outcome"]["code"] == "multiple"


def test_parts_have_their_own_results():
    text = "Herr Kohl erläutert den Plan.\n\nZiffer 1: einstimmig angenommen\n\nZiffer 2: mit 3 Ja-Stimmen und 9 Nein-Stimmen abgelehnt"
    reading = reading_of(text)
    assert [vote["label"] for vote in reading["votes"]] == ["Ziffer 1", "Ziffer 2"]
    assert reading["outcome"]["code"] == "multiple"


@pytest.mark.parametrize(
    "followed",
    [
        "Dem wird einstimmig zugestimmt.",
        "Der Beirat folgt diesem Vorschlag.",
        "Hiermit ist der Beirat einverstanden.",
        "Dagegen erhebt sich kein Widerspruch.",
    ],
)
def test_what_was_proposed_and_agreed_to_is_what_became_of_the_item(followed):
    said = "Frau Ohm schlägt vor, die Angelegenheit in den Uferausschuss zu verweisen."
    assert reading_of(f"Herr Kohl erläutert den Plan.\n\n{said} {followed}")["outcome"]["code"] == "referred"


def test_a_motion_to_adjourn_that_fails_does_not_decide_the_item():
    said = "Frau Ohm beantragt die Vertagung.\n\nDer Antrag auf Vertagung wird mit 3 Ja-Stimmen und 9 Nein-Stimmen abgelehnt."
    text = (
        f"Herr Kohl erläutert den Plan.\n\n{said}\n\nDer Vorlage wird mit 9 Ja-Stimmen und 3 Nein-Stimmen zugestimmt."
    )
    assert reading_of(text)["outcome"]["code"] == "adopted"


def test_another_item_that_is_put_off_is_not_this_one():
    text = "Frau Ohm beantragt, Punkt 4 abzusetzen. Der Rat stimmt dem einstimmig zu."
    assert reading_of(f"Herr Kohl eröffnet die Sitzung.\n\n{text}")["outcome"]["code"] == "none"


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        ("Es stimmen 9 Mitglieder mit Ja, 2 mit Nein und 1 Mitglied enthält sich.", {"yes": 9, "no": 2, "abstain": 1}),
        ("Neun Mitglieder sind dafür, drei dagegen.", {"yes": 9, "no": 3}),
        ("Für den Steg stimmen 4 Mitglieder, dagegen 7, es gibt 1 Enthaltung.", {"yes": 4, "no": 7, "abstain": 1}),
        ("Von den Anwesenden stimmen 9 für und 3 gegen den Steg.", {"yes": 9, "no": 3}),
    ],
)
def test_who_votes_how_is_said_once_for_several(text, vote):
    assert reading_of(f"Herr Kohl erläutert den Plan.\n\n{text}")["votes"] == [{"result": text, **vote}]
