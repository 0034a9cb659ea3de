"""Sentences in which a body decides: whatever their words, outcome and numbers are those that they tell."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.minutes.importers.texts import reading_of

# Each reads a text: a few hundred in the long run find what a thousand do.
FEWER = settings(max_examples=min(settings().max_examples, 250))
BODIES = ["der Rat", "der Gemeinderat", "der Bau- und Umweltausschuss", "die Gemeindevertretung", "das Gremium"]
TO = ["dem Antrag", "der Vorlage", "dem Beschlussvorschlag", "der Satzung"]
THING = ["der Antrag", "die Vorlage", "der Beschlussvorschlag", "die Satzung"]
WHOM = ["den Antrag", "die Vorlage", "den Beschlussvorschlag", "die Satzung"]
YES = ["Ja-Stimmen", "Ja Stimmen", "Stimmen dafür", "Für-Stimmen"]
NO = ["Nein-Stimmen", "Gegenstimmen", "Stimmen dagegen"]
BEFORE = ["Nach kurzer Aussprache", "Daraufhin", "Sodann"]
ADOPTED = [
    "{body} stimmt {to} {how} zu.",
    "{before} stimmt {body} {to} {how} zu.",
    "{body} beschließt {how}, den Zaun zu bauen.",
    "{thing} wird {how} angenommen.",
    "{thing} wurde {how} beschlossen.",
    "{to} wird {how} zugestimmt.",
    "{how} wird {thing} angenommen.",
]
REJECTED = [
    "{body} lehnt {whom} {how} ab.",
    "{before} lehnt {body} {whom} {how} ab.",
    "{thing} wird {how} abgelehnt.",
    "{to} wird {how} nicht zugestimmt.",
]
ELSEWHERE = [
    "{body} hatte {to} im Vorjahr {how} zugestimmt.",
    "Herr Kohl berichtet, {body} habe {to} {how} zugestimmt.",
    "Wenn {body} {to} {how} zustimmt, wird der Zaun gebaut.",
]


@st.composite
def told(draw: st.DrawFn, forms: list[str], *, is_adopted: bool) -> tuple[str, dict[str, int]]:
    """A sentence and its counts."""
    more, fewer = sorted(draw(st.lists(st.integers(2, 30), min_size=2, max_size=2, unique=True)), reverse=True)
    counts = {"yes": more, "no": fewer} if is_adopted else {"yes": fewer, "no": more}
    parts = [f"{counts['yes']} {draw(st.sampled_from(YES))}", f"{counts['no']} {draw(st.sampled_from(NO))}"]
    if draw(st.booleans()):
        counts["abstain"] = draw(st.integers(2, 9))
        parts.append(f"{counts['abstain']} {draw(st.sampled_from(['Enthaltungen', 'Stimmenthaltungen']))}")
    listed = parts[0] + "".join(draw(st.sampled_from([", ", " und ", " bei "])) + part for part in parts[1:])
    words: dict[str, Any] = {"how": f"{draw(st.sampled_from(['mit', 'bei']))} {listed}"}
    for name, choices in {"body": BODIES, "to": TO, "thing": THING, "whom": WHOM, "before": BEFORE}.items():
        words[name] = draw(st.sampled_from(choices))
    sentence = draw(st.sampled_from(forms)).format(**words)
    return sentence[0].upper() + sentence[1:], counts


def decided(sentence: str) -> tuple[str, dict[str, int]]:
    found = reading_of(f"Wortprotokoll\n\nKtabg. Kohl dankt der Verwaltung.\n\n{sentence}")
    counts = {kind: vote[kind] for vote in found["votes"] for kind in ("yes", "no", "abstain") if kind in vote}
    return found["outcome"]["code"], counts


@FEWER
@given(told(ADOPTED, is_adopted=True))
def test_what_a_body_adopts_is_adopted_with_its_numbers(sentence):
    assert decided(sentence[0]) == ("adopted", sentence[1])


@FEWER
@given(told(REJECTED, is_adopted=False))
def test_what_a_body_rejects_is_rejected_with_its_numbers(sentence):
    assert decided(sentence[0]) == ("rejected", sentence[1])


@FEWER
@given(told(ELSEWHERE, is_adopted=True))
def test_what_is_told_of_another_day_or_what_might_be_decides_nothing(sentence):
    assert decided(sentence[0]) == ("none", {})
