"""Sentences about votes, as c00 and the model protocol print them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committees.rules import Interval, eligible_voters, quorum
from committees.wording import GenderedName
from tests.committees.rooms import musterland_room
from votes import wording
from votes.checks import check_result_words, check_roll_call, check_sum
from votes.elections import Elected, LotNeeded, NoOneElected, Option, RunOff
from votes.rules import (
    Choice,
    Form,
    Majority,
    OutcomeCode,
    Tally,
)
from votes.wording import RollCallEntry, WordingProfile, conclusion, result_lines

LINES = WordingProfile(unanimity_with_abstentions="lines")
MAJORITY = WordingProfile(unanimity_with_abstentions="majority")
SENTENCE = WordingProfile(counts_style="sentence")
SIMPLE = Majority.SIMPLE
TIE = "Der Antrag ist damit bei Stimmengleichheit abgelehnt."
counts = st.integers(min_value=0, max_value=80)
tallies = st.builds(Tally, yes=counts, no=counts, abstain=counts, invalid=counts)
profiles = st.sampled_from([wording.COESFELD, LINES, MAJORITY, SENTENCE])

VECTORS = {
    "c00": ((9, 0, 0, 0), SIMPLE, None, ("einstimmig",), None),
    "m01 item 3": ((7, 0, 1, 0), SIMPLE, None, ("einstimmig bei 1 Enthaltung",), None),
    "m01 item 4": ((5, 2, 0, 0), SIMPLE, None, ("5 JA-Stimmen", "2 NEIN-Stimmen"), None),
    "m01 item 5": ((4, 4, 0, 0), SIMPLE, None, ("4 JA-Stimmen", "4 NEIN-Stimmen"), TIE),
    "Coesfeld 27219": ((13, 4, 0, 0), SIMPLE, None, ("13 JA-Stimmen", "4 NEIN-Stimmen"), None),
    "Coesfeld 3369": ((14, 3, 0, 0), SIMPLE, None, ("14 JA-Stimmen", "3 NEIN-Stimmen"), None),
    "Coesfeld 23355": (
        (44, 2, 13, 0),
        Majority.UNANIMOUS_LIST,
        59,
        ("44 JA-Stimmen", "2 NEIN-Stimmen", "13 Enthaltungen"),
        "Der Vorschlag ist damit gescheitert.",
    ),
    "Coesfeld 10070": ((48, 0, 6, 0), Majority.UNANIMOUS_LIST, 55, ("einstimmig bei 6 Enthaltungen",), None),
    "Coesfeld 23452": ((57, 0, 2, 0), Majority.UNANIMOUS_LIST, 59, ("einstimmig bei 2 Enthaltungen",), None),
    "Coesfeld 10072": ((32, 9, 2, 0), SIMPLE, 55, ("32 JA-Stimmen", "9 NEIN-Stimmen", "2 Enthaltungen"), None),
    "Coesfeld 6383": ((9, 0, 8, 0), SIMPLE, None, ("einstimmig bei 8 Enthaltungen",), None),
    "Hürtgenwald 26.11.2019": ((6, 6, 1, 0), SIMPLE, None, ("6 JA-Stimmen", "6 NEIN-Stimmen", "1 Enthaltung"), TIE),
    "Hürtgenwald 07.09.2010": (
        (10, 10, 5, 0),
        SIMPLE,
        None,
        ("10 JA-Stimmen", "10 NEIN-Stimmen", "5 Enthaltungen"),
        TIE,
    ),
    "Karlsruhe 654697": ((22, 22, 0, 0), SIMPLE, None, ("22 JA-Stimmen", "22 NEIN-Stimmen"), TIE),
    "Hürtgenwald 21.09.2017": (
        (19, 8, 1, 0),
        Majority.TWO_THIRDS_SEATS,
        28,
        ("19 JA-Stimmen", "8 NEIN-Stimmen", "1 Enthaltung"),
        None,
    ),
    "Hürtgenwald 16.02.2017": (
        (11, 13, 0, 2),
        SIMPLE,
        None,
        ("11 JA-Stimmen", "13 NEIN-Stimmen", "2 ungültige Stimmen"),
        None,
    ),
    "Emmerich 65065": ((21, 10, 1, 0), SIMPLE, None, ("21 JA-Stimmen", "10 NEIN-Stimmen", "1 Enthaltung"), None),
    "Pfinztal 1019161": ((14, 4, 2, 0), SIMPLE, None, ("14 JA-Stimmen", "4 NEIN-Stimmen", "2 Enthaltungen"), None),
    "singular": ((2, 1, 1, 1), SIMPLE, None, ("2 JA-Stimmen", "1 NEIN-Stimme", "1 Enthaltung", "1 ungültige Stimme"),
                 None),
    "one vote each": ((1, 1, 0, 0), SIMPLE, None, ("1 JA-Stimme", "1 NEIN-Stimme"), TIE),
    "unanimously rejected": ((0, 9, 0, 0), SIMPLE, None, ("einstimmig abgelehnt",), None),
    "unanimously rejected, abstentions": ((0, 8, 1, 0), SIMPLE, None, ("einstimmig abgelehnt bei 1 Enthaltung",), None),
    "unanimous, invalid ballots": ((8, 0, 0, 1), SIMPLE, None, ("einstimmig", "1 ungültige Stimme"), None),
    "only abstentions": ((0, 0, 9, 0), SIMPLE, None, ("9 Enthaltungen",), TIE),
    "two thirds missed without opposition": (
        (18, 0, 4, 0),
        Majority.TWO_THIRDS_SEATS,
        28,
        ("18 JA-Stimmen", "4 Enthaltungen"),
        "Der Antrag ist damit abgelehnt; die erforderliche Mehrheit von 19 Stimmen wurde nicht erreicht.",
    ),
    "two thirds of the votes missed": (
        (18, 10, 0, 0),
        Majority.TWO_THIRDS_VOTES,
        28,
        ("18 JA-Stimmen", "10 NEIN-Stimmen"),
        "Der Antrag ist damit abgelehnt; die erforderliche Mehrheit von 19 Stimmen wurde nicht erreicht.",
    ),
    "absolute majority missed": (
        (8, 0, 0, 0),
        Majority.ABSOLUTE,
        17,
        ("8 JA-Stimmen",),
        "Der Antrag ist damit abgelehnt; die erforderliche Mehrheit von 9 Stimmen wurde nicht erreicht.",
    ),
    "absolute majority of one seat missed": (
        (0, 1, 0, 0),
        Majority.ABSOLUTE,
        1,
        ("einstimmig abgelehnt",),
        "Der Antrag ist damit abgelehnt; die erforderliche Mehrheit von 1 Stimme wurde nicht erreicht.",
    ),
    "absolute majority, seats unknown": ((8, 0, 0, 0), Majority.ABSOLUTE, None, ("8 JA-Stimmen",), None),
    "list without a single yes": (
        (0, 0, 9, 0),
        Majority.UNANIMOUS_LIST,
        9,
        ("9 Enthaltungen",),
        "Der Vorschlag ist damit gescheitert.",
    ),
    "counts not entered": ((0, 0, 0, 0), SIMPLE, 9, (), None),
}  # fmt: skip


@pytest.mark.parametrize(("numbers", "majority", "seats", "lines", "after"), VECTORS.values(), ids=VECTORS.keys())
def test_the_lines_of_a_result_and_the_sentence_after_them(numbers, majority, seats, lines, after):
    assert result_lines(Tally(*numbers), majority, seats=seats) == lines
    assert conclusion(Tally(*numbers), majority, seats=seats) == after


@pytest.mark.parametrize(
    ("numbers", "profile", "lines"),
    [
        ((7, 0, 1, 0), LINES, ("7 JA-Stimmen", "1 Enthaltung")),
        ((7, 0, 0, 0), LINES, ("einstimmig",)),
        ((0, 7, 2, 0), LINES, ("7 NEIN-Stimmen", "2 Enthaltungen")),
        ((37, 0, 3, 0), MAJORITY, ("bei 3 Enthaltungen mehrheitlich",)),
        ((0, 8, 1, 0), MAJORITY, ("bei 1 Enthaltung mehrheitlich abgelehnt",)),
        ((22, 22, 0, 0), SENTENCE, ("bei Stimmengleichheit (22 JA-Stimmen, 22 NEIN-Stimmen) abgelehnt",)),
        ((6, 6, 1, 0), SENTENCE, ("bei Stimmengleichheit (6 JA-Stimmen, 6 NEIN-Stimmen, 1 Enthaltung) abgelehnt",)),
        ((14, 3, 0, 0), SENTENCE, ("mit 14 Ja-Stimmen gegen 3 Nein-Stimmen mehrheitlich angenommen",)),
        ((14, 1, 2, 0), SENTENCE,
         ("mit 14 Ja-Stimmen gegen 1 Nein-Stimme bei 2 Enthaltungen mehrheitlich angenommen",)),
        ((1, 25, 0, 0), SENTENCE, ("mit 1 Ja-Stimme gegen 25 Nein-Stimmen mehrheitlich abgelehnt",)),
        ((11, 13, 0, 2), SENTENCE,
         ("mit 11 Ja-Stimmen gegen 13 Nein-Stimmen mehrheitlich abgelehnt", "2 ungültige Stimmen")),
    ],
)  # fmt: skip
def test_profiles_word_the_same_counts_differently(numbers, profile, lines):
    assert result_lines(Tally(*numbers), profile=profile) == lines


def test_a_sentence_that_says_the_tie_needs_no_other():
    assert conclusion(Tally(22, 22, 0), profile=SENTENCE) is None


def test_a_missed_majority_in_a_sentence():
    assert result_lines(Tally(18, 10, 0), Majority.TWO_THIRDS_SEATS, seats=28, profile=SENTENCE) == (
        "mit 18 Ja-Stimmen gegen 10 Nein-Stimmen abgelehnt",
    )
    assert result_lines(Tally(18, 0, 2), Majority.TWO_THIRDS_SEATS, seats=28, profile=SENTENCE) == (
        "mit 18 Ja-Stimmen ohne Gegenstimme bei 2 Enthaltungen abgelehnt",
    )
    assert result_lines(Tally(18, 1, 2), Majority.ABSOLUTE, profile=SENTENCE) == (
        "18 JA-Stimmen",
        "1 NEIN-Stimme",
        "2 Enthaltungen",
    )


@pytest.mark.parametrize("tally", [Tally(), Tally(yes=17), Tally(yes=5, no=2), Tally(yes=9, no=0)])
def test_unknown_counts_make_no_sentence(tally):
    assert result_lines(tally) == ()
    assert conclusion(tally) is None


@pytest.mark.parametrize(
    ("tally", "lines"),
    [
        (Tally(), ("einstimmig",)),
        (Tally(yes=17), ("einstimmig",)),
        (Tally(abstain=2), ("einstimmig bei 2 Enthaltungen",)),
        (Tally(no=2), ()),
        (Tally(5, 2, 0), ("5 JA-Stimmen", "2 NEIN-Stimmen")),
    ],
)
def test_recorded_unanimity_needs_no_counts_but_never_overrules_them(tally, lines):
    assert result_lines(tally, is_unanimous_recorded=True) == lines


def test_without_a_formal_vote_nobody_is_counted():
    assert result_lines(Tally(), form=Form.NO_FORMAL_VOTE) == (
        "ohne förmliche Abstimmung; hiergegen erhebt sich kein Widerspruch",
    )
    assert conclusion(Tally(), form=Form.NO_FORMAL_VOTE) is None


def test_the_question_to_reject():
    assert conclusion(Tally(21, 10, 1), puts_rejection=True) == "Der Antrag ist damit abgelehnt."
    assert conclusion(Tally(10, 21, 1), puts_rejection=True) is None
    assert conclusion(Tally(4, 4, 0), puts_rejection=True) == (
        "Der Vorschlag ist damit bei Stimmengleichheit abgelehnt."
    )


def test_the_subject_of_a_conclusion_can_be_named():
    assert conclusion(Tally(4, 4, 0), subject="Die Beschlussempfehlung") == (
        "Die Beschlussempfehlung ist damit bei Stimmengleichheit abgelehnt."
    )


@given(tally=tallies, profile=profiles)
def test_no_wording_contradicts_its_counts(tally, profile):
    words = " ".join(result_lines(tally, profile=profile))
    allowed = profile.unanimity_with_abstentions == "unanimous"
    assert check_result_words(words, tally, unanimous_with_abstentions=allowed) == ()


@given(tally=tallies, profile=profiles, majority=st.sampled_from(Majority), seats=st.none() | counts)
def test_entered_counts_always_make_a_sentence(tally, profile, majority, seats):
    lines = result_lines(tally, majority, seats=seats, profile=profile)
    assert bool(lines) is not tally.is_all_zero
    assert all(line.strip() == line and line for line in lines)


@pytest.mark.parametrize(
    ("tally", "recused", "status", "bracket"),
    [
        (
            Tally(9, 0, 0),
            0,
            (
                "Abstimmung: Ja:\N{NO-BREAK SPACE}9, Nein:\N{NO-BREAK SPACE}0, Enthaltungen:\N{NO-BREAK SPACE}0, "
                "Befangen:\N{NO-BREAK SPACE}0"
            ),
            "(Ja: 9, Nein: 0, Enthaltungen: 0, Befangen: 0)",
        ),
        (
            Tally(5, 2, 0),
            1,
            (
                "Abstimmung: Ja:\N{NO-BREAK SPACE}5, Nein:\N{NO-BREAK SPACE}2, Enthaltungen:\N{NO-BREAK SPACE}0, "
                "Befangen:\N{NO-BREAK SPACE}1"
            ),
            "(Ja: 5, Nein: 2, Enthaltungen: 0, Befangen: 1)",
        ),
        (Tally(yes=17), None, "Abstimmung: Ja:\N{NO-BREAK SPACE}17", "(Ja: 17)"),
        (Tally(), 1, "", ""),
    ],
)
def test_the_status_line_counts_what_is_known(tally, recused, status, bracket):
    assert wording.status_line(tally, recused) == status
    assert wording.counts_bracket(tally, recused) == bracket


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (Form.SHOW_OF_HANDS, "offen per Handzeichen"),
        (Form.RISING, "offen durch Erheben von den Plätzen"),
        (Form.CARDS, "offen per Kartenzeichen"),
        (Form.ELECTRONIC, "elektronisch"),
        (Form.ROLL_CALL, "namentlich"),
        (Form.SECRET, "geheim"),
        (Form.NO_FORMAL_VOTE, "ohne förmliche Abstimmung"),
    ],
)
def test_every_form_has_its_words(form, text):
    assert wording.form_text(form) == text


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        (OutcomeCode.ADOPTED, "ungeändert beschlossen"),
        (OutcomeCode.ADOPTED_AMENDED, "geändert beschlossen"),
        (OutcomeCode.REJECTED, "abgelehnt"),
        (OutcomeCode.NOTED, "Kenntnis genommen"),
        (OutcomeCode.DEFERRED, "zurückgestellt"),
        (OutcomeCode.REMOVED, "abgesetzt"),
        (OutcomeCode.REFERRED, "verwiesen"),
        (OutcomeCode.WITHDRAWN, "zurückgezogen"),
        (OutcomeCode.SETTLED, "erledigt"),
        (OutcomeCode.ELECTED, "gewählt"),
        (OutcomeCode.MULTIPLE, "Mehrfachbeschlüsse"),
        (OutcomeCode.NONE, ""),
    ],
)
def test_every_outcome_has_its_words(outcome, text):
    assert wording.outcome_text(outcome) == text


def roll_call(ballots):
    entries = (RollCallEntry(name, choice) for name, choice in ballots.items())
    return [(line.heading, line.text) for line in wording.roll_call_lines(entries)]


MODEL_BALLOTS = {
    "Dr. Wende": Choice.NO,
    "Merten": Choice.NO,
    "Schemmer": Choice.YES,
    "Lütke": Choice.NO,
    "Neuhaus": Choice.YES,
    "Kohl": Choice.YES,
    "Kleinhaus": Choice.NO,
    "Bednar": Choice.YES,
}


def test_the_roll_call_of_the_model_protocol():
    assert roll_call(MODEL_BALLOTS) == [
        ("Mit Ja stimmten", "Bednar, Kohl, Neuhaus, Schemmer"),
        ("Mit Nein stimmten", "Kleinhaus, Lütke, Merten, Dr. Wende"),
    ]


def test_a_roll_call_names_abstentions_and_those_who_did_not_vote():
    ballots = {"A": Choice.YES, "B": Choice.NO, "C": Choice.ABSTAIN, "D": Choice.NOT_VOTING}
    assert [heading for heading, _ in roll_call(ballots)] == [
        "Mit Ja stimmte",
        "Mit Nein stimmte",
        "Enthalten hat sich",
        "Nicht abgestimmt hat",
    ]
    assert [heading for heading, _ in roll_call({"A": Choice.ABSTAIN, "B": Choice.ABSTAIN})] == ["Enthalten haben sich"]


def test_two_people_of_one_name_both_stand_in_a_roll_call():
    entries = [RollCallEntry("Müller", Choice.YES, key="b"), RollCallEntry("Müller", Choice.YES, key="a")]
    (line,) = wording.roll_call_lines(entries)
    assert line.text == "Müller, Müller"
    assert [entry.key for entry in line.entries] == ["a", "b"]


def test_an_election_of_lists():
    options = (Option("CDU-Liste", 28), Option("SPD-Liste", 13), Option("GRÜNE-Liste", 17), Option("EV", 1))
    assert wording.election_lines(options, abstain=0, invalid=1) == (
        "CDU-Liste = 28 Stimmen",
        "SPD-Liste = 13 Stimmen",
        "GRÜNE-Liste = 17 Stimmen",
        "EV = 1 Stimme",
        "1 ungültige Stimme",
    )


def test_unknown_votes_of_an_option_are_left_out():
    assert wording.election_lines((Option("A", None), Option("B", 0)), no=2) == ("B = 0 Stimmen", "2 NEIN-Stimmen")
    assert wording.option_line(Option("A", None)) == "A"


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (Elected("Maria Selbach"), "Gewählt ist damit Maria Selbach."),
        (Elected("Maria Selbach", by_lot=True), "Gewählt ist damit durch Losentscheid Maria Selbach."),
        (RunOff(("A", "B")), "Es findet eine Stichwahl zwischen A und B statt."),
        (LotNeeded(("A", "B", "C")), "Bei Stimmengleichheit zwischen A, B und C entscheidet das Los."),
        (NoOneElected(), "Die erforderliche Mehrheit wurde nicht erreicht."),
        (None, None),
    ],
)
def test_what_follows_from_an_election(outcome, sentence):
    assert wording.election_conclusion(outcome) == sentence


@pytest.mark.parametrize(
    ("recommender", "chain", "sentence"),
    [
        (
            GenderedName("Integrationsausschuss", "m"),
            [GenderedName("Kreisausschuss", "m"), GenderedName("Kreistag", "m")],
            (
                "Der Integrationsausschuss empfiehlt dem Kreisausschuss, dem Kreistag folgenden Beschlussvorschlag zu "
                "unterbreiten:"
            ),
        ),
        (
            GenderedName("Kreisausschuss", "m"),
            [GenderedName("Kreistag", "m")],
            "Der Kreisausschuss empfiehlt dem Kreistag folgenden Beschlussvorschlag:",
        ),
        (
            GenderedName("Kommission", "f"),
            [GenderedName("Kollegium", "n"), GenderedName("Rat", "m"), GenderedName("Verbandsversammlung", "f")],
            (
                "Die Kommission empfiehlt dem Kollegium, dem Rat zu empfehlen, der Verbandsversammlung folgenden "
                "Beschlussvorschlag zu unterbreiten:"
            ),
        ),
        (GenderedName("Kreistag", "m"), [], ""),
    ],
)
def test_a_recommendation_goes_down_its_chain(recommender, chain, sentence):
    assert wording.recommendation_sentence(recommender, chain) == sentence


def voting_lines(room, ballots, recused=()):
    """Every line of a roll call at item 5 that depends on the room and the ballots."""
    eligible = {person.key for person in eligible_voters(room.values(), 5, recused)}
    cast = {name: choice for name, choice in ballots.items() if name in eligible}
    assert check_roll_call(cast, eligible) == ()
    tally = Tally.from_ballots(cast.values())
    assert check_sum(tally, len(eligible)) == ()
    count = quorum(room.values(), 5, seats=9, recused=recused)
    return {
        "lines": result_lines(tally, form=Form.ROLL_CALL),
        "bracket": wording.counts_bracket(tally, count.recused),
        "names": [text for _, text in roll_call(cast)],
        "conclusion": conclusion(tally, form=Form.ROLL_CALL),
    }


MODEL_LINES = {
    "lines": ("4 JA-Stimmen", "4 NEIN-Stimmen"),
    "bracket": "(Ja: 4, Nein: 4, Enthaltungen: 0, Befangen: 0)",
    "names": ["Bednar, Kohl, Neuhaus, Schemmer", "Kleinhaus, Lütke, Merten, Dr. Wende"],
    "conclusion": TIE,
}


def test_the_tie_of_the_model_protocol():
    assert voting_lines(musterland_room(), MODEL_BALLOTS) == MODEL_LINES


def test_changing_one_arrival_changes_every_line_that_depends_on_it():
    room = musterland_room()
    room["Merten"] = replace(room["Merten"], intervals=(Interval(first=6),))
    assert voting_lines(room, MODEL_BALLOTS) == {
        "lines": ("4 JA-Stimmen", "3 NEIN-Stimmen"),
        "bracket": "(Ja: 4, Nein: 3, Enthaltungen: 0, Befangen: 0)",
        "names": ["Bednar, Kohl, Neuhaus, Schemmer", "Kleinhaus, Lütke, Dr. Wende"],
        "conclusion": None,
    }


def test_changing_one_ballot_changes_every_line_that_depends_on_it():
    assert voting_lines(musterland_room(), {**MODEL_BALLOTS, "Lütke": Choice.YES}) == {
        "lines": ("5 JA-Stimmen", "3 NEIN-Stimmen"),
        "bracket": "(Ja: 5, Nein: 3, Enthaltungen: 0, Befangen: 0)",
        "names": ["Bednar, Kohl, Lütke, Neuhaus, Schemmer", "Kleinhaus, Merten, Dr. Wende"],
        "conclusion": None,
    }


def test_declaring_one_bias_changes_every_line_that_depends_on_it():
    assert voting_lines(musterland_room(), MODEL_BALLOTS, recused=("Bednar",)) == {
        "lines": ("3 JA-Stimmen", "4 NEIN-Stimmen"),
        "bracket": "(Ja: 3, Nein: 4, Enthaltungen: 0, Befangen: 1)",
        "names": ["Kohl, Neuhaus, Schemmer", "Kleinhaus, Lütke, Merten, Dr. Wende"],
        "conclusion": None,
    }
