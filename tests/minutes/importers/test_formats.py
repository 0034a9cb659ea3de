"""The same text says the same in every format: as a page, as a document of Word, as a PDF, with and without its blocks."""

import html
import re
import textwrap

import pytest
from weasyprint import HTML

from minutes.importers.loading import load
from tests.minutes.importers.files import docx, pdf
from tests.minutes.importers.texts import GIVEN, differences, expected_readings, reading_of

WHOLE = GIVEN / "m01-full-niederschrift-MODEL.txt"


def page_in_blocks(text: str) -> bytes:
    blocks = [block.split("\n\n") for block in text.split("\n\n\n")]
    body = "".join("<div>" + "".join(f"<p>{html.escape(each)}</p>" for each in block) + "</div>" for block in blocks)
    return f"<html><body>{body}</body></html>".replace("\u00a0", "&nbsp;").encode()


def page_without_blocks(text: str) -> bytes:
    body = "".join(f"<p>{html.escape(each)}</p>" for each in text.split("\n\n"))
    return f"<html><body>{body}</body></html>".replace("\u00a0", "&nbsp;").encode()


def page_with_breaks(text: str) -> bytes:
    body = "<br>".join(html.escape(line).replace("   ", "&nbsp;" * 3) for line in text.split("\n\n") if line.strip())
    return f"<html><body>{body}</body></html>".encode()


def document(text: str) -> bytes:
    return docx([each for block in text.split("\n\n\n") for each in (*block.split("\n\n"), "")])


def text_without_blocks(text: str) -> bytes:
    return text.replace("\n\n\n", "\n\n").replace("\u00a0", " ").encode()


def typewritten(text: str) -> bytes:
    lines: list[str] = []
    for line in text.replace("\u00a0", " ").split("\n"):
        is_prose = bool(line.strip()) and not re.search(r" {3,}", line.strip())
        lines += textwrap.wrap(line, 95) if is_prose else [line.rstrip()]
    return pdf([lines[start : start + 60] for start in range(0, len(lines), 60)])


def printed(text: str) -> bytes:
    blocks = [block.split("\n\n") for block in text.split("\n\n\n")]
    body = "".join(
        "<div>"
        + "".join(f'<p style="white-space: pre-wrap">{html.escape(p)}</p>' for p in block if p.strip())
        + "</div>"
        for block in blocks
    )
    written: bytes = HTML(string=f'<html><body style="font-family: serif">{body}</body></html>').write_pdf()
    return written


FORMS = (page_in_blocks, page_without_blocks, page_with_breaks, document, text_without_blocks, typewritten, printed)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("expected", expected_readings(), ids=lambda expected: expected["id"])
def test_a_given_text_says_the_same_in_every_format(expected, form):
    text = (GIVEN / f"{expected['id']}.txt").read_text()
    assert differences(expected, reading_of(form(text), expected["id"])) == {}


def lines_of_the_protocol() -> list[str]:
    return [re.sub(r" {3,}", "\t", paragraph.text) for paragraph in load(WHOLE.read_bytes()).paragraphs]


def protocol_as_document() -> bytes:
    return docx(lines_of_the_protocol())


def protocol_as_paragraphs() -> bytes:
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines_of_the_protocol())
    return body.replace("\t", "&nbsp;&nbsp;&nbsp; ").encode()


def protocol_as_tables() -> bytes:
    rows = [line.split("\t") for line in lines_of_the_protocol()]
    return "".join(
        f"<p>{html.escape(row[0])}</p>"
        if len(row) == 1
        else "<table><tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr></table>"
        for row in rows
    ).encode()


def protocol_preformatted() -> bytes:
    return f"<pre>{html.escape(WHOLE.read_text())}</pre>".encode()


@pytest.mark.parametrize(
    "form",
    [protocol_as_document, protocol_as_paragraphs, protocol_as_tables, protocol_preformatted],
    ids=lambda form: form.__name__,
)
def test_the_protocol_says_the_same_in_every_format(form):
    found, plain = reading_of(form(), "m01"), reading_of(WHOLE.read_bytes(), "m01")
    for name in ("meeting_number", "meeting_date", "attendance", "agenda", "warnings", "unread"):
        assert found[name] == plain[name]
    for one, other in zip(found["items"], plain["items"], strict=True):
        spoken = [{"kind": each["kind"], "speaker": each["speaker"]} for each in other["contributions"]]
        expected = {name: value for name, value in other.items() if name not in {"notes", "facts"}}
        assert differences({**expected, "contributions": spoken}, one) == {}
