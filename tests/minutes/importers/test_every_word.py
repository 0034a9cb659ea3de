"""Text → reading → text: no word is lost, whatever is read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.importers import read
from tests.minutes.importers.invented import item
from tests.minutes.importers.laid_out import written
from tests.minutes.importers.texts import GIVEN, OTHERS, passages_of, reading_of, words_of

GIVEN_TEXTS = sorted([*GIVEN.glob("*.txt"), *OTHERS.glob("*.txt")])
# Fields in which a paragraph of each place must stand verbatim; the others are told apart into values.
VERBATIM = {"contribution", "unread", "opening", "closing"}
LINES = st.sampled_from([line for path in GIVEN_TEXTS for line in path.read_text().split("\n")])


def joined(text: str) -> str:
    """A text as read: hyphenation undone, white space closed up; a name such as `Kohl-Ohm` keeps its hyphen."""
    text = re.sub(r"(?<=[^\W\d_])[-\u00ad]\s*\n\s*(?=[a-zäöüß])(?!(?:und|oder|bzw\.|sowie)\b)", "", text)
    return " ".join(re.sub(r"(?<=[^\W\d_]{2}-)\n(?=[A-ZÄÖÜ])", "", text).split())


def texts_in(value: object) -> list[str]:
    """All strings of a reading but those of its account."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for name, each in value.items() if name != "source" for text in texts_in(each)]
    return [text for each in value for text in texts_in(each)] if isinstance(value, list) else []


@pytest.mark.parametrize("path", GIVEN_TEXTS, ids=lambda path: path.stem)
def test_the_words_of_a_text_are_those_of_its_account(path):
    assert sorted(words_of(passages_of(reading_of(path)))) == sorted(joined(path.read_text()).split())


@pytest.mark.parametrize("path", GIVEN_TEXTS, ids=lambda path: path.stem)
def test_what_was_said_stands_verbatim_in_the_fields(path):
    found = reading_of(path)
    fields = set(texts_in(found))
    missing = [p for p in found["source"]["passages"] if p["place"] in VERBATIM and p["text"] not in fields]
    assert missing == []


@given(st.integers(0, 10**9))
def test_the_words_of_an_invented_item_are_those_of_its_account(seed):
    made = item(seed)
    if made.layout != "allris":
        text = written(made)
        assert sorted(words_of(passages_of(reading_of(text)))) == sorted(joined(text).split())


@given(st.lists(LINES, min_size=1, max_size=40))
def test_lines_in_any_order_lose_no_word(lines):
    text = "\n".join(["Ktabg. Kohl dankt.", *lines])
    letters = "".join(joined(text).split()).replace("-", "").replace("\u00ad", "")
    found = "".join(words_of(passages_of(reading_of(text)))).replace("-", "")
    assert sorted(found) == sorted(letters)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1, max_size=400))
def test_any_text_keeps_its_words(text):
    whole = f"Ktabg. Kohl dankt.\n\n{text}"
    assert sorted("".join(words_of(passages_of(reading_of(whole))))) == sorted("".join(whole.split()))


@pytest.mark.parametrize(
    "path", [OTHERS / "allris-extract.html", OTHERS / "faction-table.html"], ids=lambda path: path.stem
)
def test_the_words_of_a_page_are_those_of_its_account(path):
    body = re.sub(r"(?s)<head>.*?</head>", "", path.read_text())
    assert sorted(words_of(passages_of(reading_of(path)))) == sorted(
        re.sub(r"<[^>]+>", " ", body).replace("<!DOCTYPE html>", "").split()
    )


def test_what_stands_below_a_part_without_an_item_is_unread_not_lost():
    text = (
        "NIEDERSCHRIFT\n\nAnwesend:\n\nKtabg. Kohl\n\nDie Sitzung wird um 17 Uhr eröffnet.\n\nTagesordnung\n\n1  Mitteilungen\n\n"
        "A. Öffentlicher Teil\n\nTOP 1   Mitteilungen\n\nKtabg. Kohl fragt nach.\n\n"
        "B. Nichtöffentlicher Teil\n\nVerkauf am Uferweg\n\nKtabg. Kohl nennt den Preis.\n\n"
        "Der Vorsitzende schließt die Sitzung um 18 Uhr.\n"
    )
    reading = read(text.encode(), "x")
    assert reading.unread == ("Verkauf am Uferweg", "Ktabg. Kohl nennt den Preis.")
    assert [passage.text for passage in reading.passages] == list(text.strip().split("\n\n"))
