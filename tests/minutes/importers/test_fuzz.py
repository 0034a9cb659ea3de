"""Whatever is handed in, the importer reads it or refuses it with a reason: no crash, no hang, nothing lost."""

import random
import time

import pytest
from django.utils import translation

from minutes import import_messages
from minutes.importers import Unreadable, as_json, read
from tests.minutes.importers.files import archive, docx, pdf, pdf_bomb, zip_bomb
from tests.minutes.importers.invented import item
from tests.minutes.importers.laid_out import written
from tests.minutes.importers.texts import GIVEN, OTHERS
from tests.sampling import sampled

SECONDS = 20.0
TEXTS = [path.read_bytes() for path in sorted([*GIVEN.glob("*.txt"), *OTHERS.glob("*.txt"), *OTHERS.glob("*.html")])]
TAGS = "p div table tr td th br ul li h1 h2 span b script style pre nav a body html head tbody blockquote".split()
ODD = [
    "\x00",
    "\ufeff",
    "\u202e",
    "\u00a0" * 50,
    "„",
    "((((",
    "Dr. " * 40,
    "Ktabg. ",
    "Beschluss:",
    "Ja: 99999999999",
    "𝔘",
    "<",
    "&#x0;",
    "\u2028",
    "TOP ",
    ":" * 80,
    "- " * 60,
    "s. B. " * 30,
    "A" * 3000,
    "1." * 500,
    "von der " * 80,
]


def strange(seed: int) -> bytes:
    """An input that nobody would hand in on purpose."""
    dice = random.Random(seed)
    kind = seed % 12
    text = dice.choice(TEXTS)
    if kind == 0:
        return text[dice.randrange(len(text)) :][: dice.randrange(1, len(text))]
    if kind == 1:
        return text * dice.randint(2, 5)
    if kind == 2:
        lines = text.split(b"\n")
        dice.shuffle(lines)
        return b"\n".join(lines)
    if kind == 3:
        wrong = dice.choice(("cp1252", "utf-16-le", "cp850", "latin-1", "utf-7", "koi8-r", "utf-32-be"))
        return text.decode("utf-8", "replace").encode(wrong, "replace")[dice.randint(0, 3) :]
    if kind == 4:
        return _soup(dice).encode("utf-8", "replace")
    if kind == 5:
        return dice.choice(
            (
                b"",
                b" ",
                b"\n" * 500,
                b"\xff\xfe",
                b"%PDF-",
                b"PK\x03\x04",
                b"<html>",
                dice.randbytes(dice.randint(1, 4000)),
            )
        )
    if kind == 6:
        data = bytearray(_file(dice))
        for _ in range(dice.randint(1, 30)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        return bytes(data)
    if kind == 7:
        data = _file(dice)
        return data[: dice.randrange(1, len(data))]
    if kind == 8:
        words = text.decode("utf-8", "replace").split(" ")
        for _ in range(dice.randint(1, 40)):
            words.insert(dice.randrange(len(words) + 1), dice.choice(ODD))
        return " ".join(words).encode("utf-8", "replace")
    if kind == 9:
        words = text.split()
        dice.shuffle(words)
        return b" ".join(words)
    if kind == 10:
        return dice.choice(
            (
                pdf([[], []]),
                docx([]),
                archive({"a": b"b"}),
                docx([dice.choice(ODD).replace("\x00", "") for _ in range(50)]),
            )
        )
    return "".join(
        dice.choice([*ODD, " ", "\n", "\n\n", "Ktabg. Kohl sagt, ", "so ", ", "]) for _ in range(dice.randint(1, 400))
    ).encode("utf-8", "replace")


def _soup(dice: random.Random) -> str:
    parts = ["<html>"]
    for _ in range(dice.randint(5, 400)):
        tag = dice.choice(TAGS)
        parts.append(
            dice.choice(
                (
                    f"<{tag}>",
                    f"</{tag}>",
                    f"<{tag} x='",
                    "Ktabg. Kohl dankt.",
                    "&nbsp;",
                    "&bogus;",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    dice.choice(ODD),
                )
            )
        )
    return "".join(parts)


def _file(dice: random.Random) -> bytes:
    lines = written(item(dice.randrange(10**6) * 4)).split("\n")
    return dice.choice((pdf([lines[:60]]), docx(lines)))


def outcome_of(data: bytes) -> str:
    """ "read", or why not; in any case within the time, and with a sentence."""
    begun = time.monotonic()
    try:
        as_json.reading(read(data, "strange", seconds=SECONDS))
        told = "read"
    except Unreadable as error:
        told, sentence = error.reason, import_messages.refusal(error)
    else:
        sentence = "-"
    assert sentence
    assert time.monotonic() - begun < SECONDS + 5
    assert told != "too_slow"
    return told


@pytest.mark.parametrize(
    "seeds",
    [range(240), *(pytest.param(range(n, n + 500), marks=pytest.mark.slow) for n in range(0, 10_000, 500))],
    ids=str,
)
def test_strange_inputs_are_read_or_refused(seeds):
    with translation.override("en"):
        told = [outcome_of(strange(seed)) for seed in seeds]
    assert "read" in told
    assert len(set(told)) > 3


@pytest.mark.parametrize(
    "text",
    sampled(
        [
            "Ktabg. " * 60_000,
            "Dr. " * 100_000,
            "Herr von der " * 40_000,
            "Ktabg. Kohl, " * 40_000,
            "so Ktabg. Kohl – " * 30_000,
            "((" * 200_000,
            "„" * 200_000,
            "Ja: 1, " * 100_000,
            "1.1." * 100_000,
            " " * 500_000 + "x",
            "A" * 500_000,
            "a-" * 200_000,
            "S c h l u s s " * 50_000,
            "Der Ausschuss empfiehlt " + "dem Rat, " * 60_000,
            "Mit Ja stimmten: " + "Kohl, " * 60_000,
            ("Ktabg. Kohl dankt.\n\n") * 20_000,
            "TOP 1 Haushalt\n\nKtabg. Kohl dankt.\n\n" * 4_000,
            "Beschluss:\n\n" * 20_000,
            "Form der Abstimmung: offen\n\nAbstimmungsergebnis: einstimmig\n\n" * 5_000,
            "V/" * 100_000,
            "126/" * 100_000,
            "Vorlage " * 60_000,
            "Wortprotokoll\n" * 20_000,
            "Wortprotokoll\nBeschluss\nAbstimmungsergebnis\n" * 8_000,
            "Gremium: Rat " * 40_000,
            "Dipl.-Ing. " * 50_000,
            "Dipl.-Ing. (FH) " * 40_000,
            "dagegen: 1 (CDU) " * 40_000,
            "Der Vorsitzende, " * 40_000,
            "Nachdem sich Herr Kohl " * 30_000,
            "Von Herrn Kohl wird " * 30_000,
            "Die Linke. PDS, " * 40_000,
            "stimmen die Ratsmitglieder " * 30_000,
            "Frau Ohm ist einstimmig zum " * 30_000,
            "auf Frau Ohm entfallen " * 30_000,
            "Der Rat stimmt einstimmig " * 30_000,
            "Tagesordnung 1. A 2. B 3. C " * 30_000,
            "Herr Bei der " * 40_000,
        ],
        every=7,
    ),
    ids=lambda text: text[:16],
)
def test_no_pattern_takes_long_on_a_text_made_to_hurt_it(text):
    assert outcome_of(text.encode()) in {"read", "empty"}


def test_bombs_and_large_inputs_are_refused_quickly():
    assert outcome_of(zip_bomb(200)) == "bomb"
    assert outcome_of(pdf_bomb(100)) in {"bomb", "broken"}
    assert outcome_of(b"Ktabg. Kohl dankt.\n" * 2_700_000) == "too_large"
    assert outcome_of(b"<p>" + b"Ktabg. Kohl dankt. <br>" * 1_000_000) in {"too_long", "too_large"}
