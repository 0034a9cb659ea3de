"""DOCX and ODT keep to their standards, down to the order of elements, which Word does not forgive."""

import pytest
from openxml_audit import FileFormat, OdfValidator, OpenXmlValidator

from minutes.documents import FORMATS
from minutes.documents.layout import Layout
from minutes.documents.tree import Paragraph, Prose, Run, paragraph
from minutes.markup import Paragraph as MarkupParagraph
from minutes.markup import Span, parse
from tests.minutes.documents import trees
from tests.sampling import sampled

HOUSE = Layout(sender=("Musterstraße 7",), footer=("IBAN DE00",), accent="#8a1538")
DOCUMENTS = {
    **trees.composed(),
    "empty": trees.of(),
    "house": trees.of(paragraph("Text."), layout=HOUSE, is_letter=True, is_draft=True),
    "png": trees.of(layout=Layout(logo=trees.PNG)),
    "svg": trees.of(layout=Layout(logo=trees.SVG)),
    "roles": trees.of(
        Prose(
            (
                MarkupParagraph((Span("bold", "a"), Span("redacted", "[b]"))),
                *parse("- a\n- b\n\nEine:   Zweite:\nA-a   B"),
            )
        ),
        Paragraph((Run("f" * 64, "hash"), Run("x", "letter-spaced"))),
    ),
}
NEEDLESS = "relationships/theme"
"""A document may have a theme and need not (ECMA-376-1, 14.2.7); the checker wants one."""


@pytest.mark.parametrize("name", sampled(DOCUMENTS, every=3))
def test_docx_is_valid(name, tmp_path):
    path = tmp_path / "document.docx"
    path.write_bytes(FORMATS["docx"].write(DOCUMENTS[name]))
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    assert [error for error in map(str, found.errors) if NEEDLESS not in error] == []


@pytest.mark.parametrize("name", sampled(DOCUMENTS, every=3))
def test_odt_is_valid(name, tmp_path):
    path = tmp_path / "document.odt"
    path.write_bytes(FORMATS["odt"].write(DOCUMENTS[name]))
    found = OdfValidator(relaxng_validation=True, require_schema_routes=False).validate(path)
    assert [str(error) for error in found.errors if error.severity.name == "ERROR"] == []
