"""Every format says the same words in the same order: as PDF, and as LibreOffice reads DOCX and ODT."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

from minutes import documents
from minutes.documents import FORMATS
from tests.minutes.documents import trees
from tests.sampling import sampled

DOCUMENTS = trees.composed()
MM = 72 / 25.4
RIGHT_EDGE, NUMBER_COLUMN = 186, 9
TOP, BOTTOM = 21, 271
"""Where the text of a page lies, in mm: running heads and page numbers are beyond."""


@pytest.fixture(scope="module")
def soffice() -> str:
    """Path of LibreOffice. Without it these tests are skipped, or fail where CI=true promises it."""
    if path := shutil.which("soffice") or shutil.which("libreoffice"):
        return path
    sentence = (
        "LibreOffice is missing, so nobody reads the DOCX and ODT files; "
        "on Debian: apt-get install libreoffice-writer-nogui"
    )
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="module")
def as_read(soffice, tmp_path_factory) -> dict[str, dict[str, str]]:
    """The text of each document by format, as LibreOffice exports it; started once, as starting is what takes long."""
    found: dict[str, dict[str, str]] = {}
    folder = tmp_path_factory.mktemp("office")
    for ending in ("docx", "odt"):
        files = folder / ending
        files.mkdir()
        for name, document in DOCUMENTS.items():
            (files / f"{name}.{ending}").write_bytes(FORMATS[ending].write(document))
    for ending in ("docx", "odt"):
        files = folder / ending
        subprocess.run(  # noqa: S603
            [
                soffice,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "txt:Text (encoded):UTF8",
                "--outdir",
                str(files),
                *map(str, sorted(files.iterdir())),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        found[ending] = {name: (files / f"{name}.txt").read_text(encoding="utf-8-sig") for name in DOCUMENTS}
    return found


def words(text: str) -> list[str]:
    """The words of a text, without lines, dashes and signs of lists."""
    return [word for word in text.split() if re.search(r"\w", word.replace("_", ""))]


def letters(text: str) -> str:
    """The characters of a text that no hyphenation and no line break changes."""
    return re.sub(r"[\s\-\u2010\u00ad–_=]", "", text)


def printed(document: documents.document.Document) -> str:
    """The text of the PDF but for what is only there: running heads, page numbers, their column of the agenda."""
    found = []
    with pymupdf.open(stream=FORMATS["pdf"].write(document)) as pdf:
        for page in pdf:
            for left, top, right, _bottom, word, *_place in page.get_text("words", sort=False):
                is_text = TOP < top / MM < BOTTOM
                is_in_column = left / MM > RIGHT_EDGE - NUMBER_COLUMN and abs(right / MM - RIGHT_EDGE) < 0.4
                if is_text and not (is_in_column and re.fullmatch(r"\d+|Seite", word)):
                    found.append(word)
    return " ".join(found)


def unmarked(text: str, document: documents.document.Document) -> str:
    """The text without the mark, which a PDF draws before all others, and says at its place for a screen reader."""
    return text.replace(letters(document.mark), "", 1) if document.mark else text


@pytest.mark.parametrize("name", sampled(DOCUMENTS, every=3))
def test_docx_odt_and_plain_text_have_the_same_words(name, as_read):
    assert words(as_read["docx"][name]) == words(as_read["odt"][name])
    assert words(as_read["docx"][name]) == words(FORMATS["txt"].write(DOCUMENTS[name]).decode())


@pytest.mark.parametrize("name", sampled(DOCUMENTS, every=3))
def test_docx_has_the_words_of_the_pdf(name, as_read):
    document = DOCUMENTS[name]
    assert unmarked(letters(as_read["docx"][name]), document) == unmarked(letters(printed(document)), document)


def test_another_process_on_another_day_writes_the_same_bytes():
    names, endings = ["draft", "c00", "supplement"], ["docx", "odt", "txt"]
    program = (
        "import os, sys, hashlib, time; os.environ['DJANGO_SETTINGS_MODULE'] = 'minutes.settings'\n"
        "time.time = lambda: 2e9\n"
        "import django; django.setup()\n"
        "from minutes.documents import FORMATS\n"
        "from tests.minutes.documents import trees\n"
        "found = trees.composed()\n"
        f"for name in {names}:\n"
        f"    for ending in {endings}: print(hashlib.sha256(FORMATS[ending].write(found[name])).hexdigest())\n"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
        cwd=Path(__file__).parents[3],
        check=True,
        capture_output=True,
        text=True,
    )
    ours = [hashlib.sha256(FORMATS[ending].write(DOCUMENTS[name])).hexdigest() for name in names for ending in endings]
    assert done.stdout.split() == ours
