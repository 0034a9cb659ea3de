"""Counts as offices write them: in digits or words, with any label and separator, they are never read as other numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.minutes.importers.texts import reading_of

# Each reads a text: a few hundred in the long run find what a thousand do.
FEWER = settings(max_examples=min(settings().max_examples, 250))
LABELS = {
    "yes": ["Ja-Stimmen", "Ja", "JA-Stimmen", "dafür", "Stimmen dafür", "Für-Stimmen", "Zustimmungen"],
    "no": ["Nein-Stimmen", "Nein", "Gegenstimmen", "dagegen", "Stimmen dagegen", "Nein Stimmen", "Ablehnungen"],
    "abstain": ["Enthaltungen", "Stimmenthaltungen", "Enth."],
}
WORDS = "null eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
BEFORE = ["", "mit ", "bei ", "mehrheitlich mit ", "Zustimmung bei ", "angenommen mit ", "Abstimmung: "]
PLAIN = [", ", ",", "; ", " und "]
OTHERS = [" / ", " – ", " bei ", " gegen ", "  "]


@st.composite
def counted(draw: st.DrawFn, parted: list[str]) -> tuple[str, dict[str, int]]:
    """A line of a result, and its counts."""
    kinds = draw(st.lists(st.sampled_from(list(LABELS)), min_size=1, max_size=3, unique=True))
    counts = {kind: draw(st.integers(1, 12)) for kind in LABELS if kind in kinds}
    is_label_first = draw(st.booleans())
    parts = []
    for kind, number in counts.items():
        label = draw(st.sampled_from(LABELS[kind]))
        written = WORDS[number] if draw(st.booleans()) else str(number)
        parts.append(f"{label}: {number}" if is_label_first else f"{written} {label}")
    line = parts[0] + "".join(draw(st.sampled_from(parted)) + part for part in parts[1:])
    return draw(st.sampled_from(BEFORE)) + line, counts


def read(line: str) -> dict[str, int]:
    found = reading_of(f"Beschluss:\n\nDer Zaun wird gebaut.\n\nAbstimmungsergebnis:\n\n{line}")
    named = [found["counts"] or {}, *found["votes"]]
    return {kind: each[kind] for each in named for kind in LABELS if kind in each}


@FEWER
@given(counted([*PLAIN, *OTHERS]))
def test_no_count_is_read_as_another(written):
    line, counts = written
    assert read(line).items() <= counts.items()


@FEWER
@given(counted(PLAIN))
def test_counts_parted_by_commas_or_and_are_all_read(written):
    line, counts = written
    assert read(line) == counts


def test_what_goes_before_its_numbers_is_the_result():
    assert read("Zustimmung bei 2 Gegenstimmen und 1 Enthaltung") == {"no": 2, "abstain": 1}
    assert read("Ablehnung bei 3 Ja-Stimmen und 2 Enthaltungen") == {"yes": 3, "abstain": 2}


def test_labels_of_less_usual_forms_keep_their_own_numbers():
    assert read("9 mit Ja / 2 mit Nein / 1 Enthaltung") == {"yes": 9, "no": 2, "abstain": 1}
    assert read("Zugestimmt: 9, Abgelehnt: 2, Enthalten: 1") == {"yes": 9, "no": 2, "abstain": 1}
    assert read("15 Ja-Stimmen; 25 Nein-Stimmen; 1 Stimmenthaltu") == {"yes": 15, "no": 25}
    assert read("13 Ja – 5 Nein") == {"yes": 13, "no": 5}


@pytest.mark.parametrize(
    "line",
    ["Ja-Stimmen: Bündnis 90/Die Grünen, ABC", "Nein-Stimmen: BÜNDNIS 90/DIE GRÜNEN", "Dagegen: B 90/Grüne"],
)
def test_the_number_of_a_party_is_no_vote(line):
    assert read(line) == {}


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        (
            "Abstimmung:\nJa-Stimmen:  Bündnis 90/Die Grünen, ABC (7 Stimmen)\nNein-Stimmen:  DEF (1 Stimme)",
            {"yes": 7, "no": 1},
        ),
        ("Ja 7, Nein 16, Enthaltungen 2. Der Antrag ist abgelehnt.", {"yes": 7, "no": 16, "abstain": 2}),
        ("bei vier Gegenstimmen mit neun Stimmen beschlossen", {"yes": 9, "no": 4}),
        ("– einstimmig bei 2 Enthaltungen –", {"abstain": 2}),
    ],
)
def test_the_number_may_stand_behind_the_names_or_end_a_sentence(line, counts):
    reading = reading_of(f"TOP 3 Zaun\n\nFrau Ohm fragt.\n\nBeschluss:\nDer Zaun wird gebaut.\n\n{line}")
    assert [{kind: vote[kind] for kind in ("yes", "no", "abstain") if kind in vote} for vote in reading["votes"]] == [
        counts
    ]
