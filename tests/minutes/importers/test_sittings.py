"""What nobody says at a sitting, and what goes on with a speech all the same."""

import pytest

from tests.minutes.importers.texts import reading_of

NOBODY = """
Dies wird in „Anlieger“ geändert.
Heiterkeit im Saal.
Den Ausführungen schließen sich Verständnisfragen an, die beantwortet werden.
Einigkeit besteht darüber, dass der Absatz schärfer gefasst wird.
Hiermit sind alle Mitglieder einverstanden.
Zu diesem Punkt wird getrennte Abstimmung verlangt.
Diskussion der Mitglieder: eine Anzeige als Ersatz denkbar
Eine Zusatzfrage wird nicht gestellt.
Die Liste der offenen Beschlüsse liegt aus.
"""
GOES_ON = """
Die Kosten betragen 20.000 Euro.
Außerdem wird der Zaun erneuert.
Sie betrage zwanzig Prozent der Kosten.
An 47 Tagen wurde gestreut.
"""


def kind_of(text: str) -> tuple[str, str | None]:
    said = reading_of(f"Beratung:\n\nFrau Ohm berichtet.\n\n{text}\n\nHerr Kohl dankt.")["contributions"]
    return said[1]["kind"], said[1]["speaker"]


@pytest.mark.parametrize("text", NOBODY.strip().splitlines())
def test_nobody_says(text):
    assert kind_of(text) == ("procedure", None)


@pytest.mark.parametrize("text", GOES_ON.strip().splitlines())
def test_the_speech_goes_on_with(text):
    assert kind_of(text) == ("continuation", "Frau Ohm")


def test_a_quotation_below_a_name_is_theirs():
    said = reading_of("Beratung:\n\nKämmerer Kohl:\n\n„Die Steuer bricht ein.“\n\nFrau Ohm dankt.")["contributions"]
    assert [each["speaker"] for each in said] == ["Kämmerer Kohl", "Kämmerer Kohl", "Frau Ohm"]
