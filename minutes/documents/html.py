"""The tree of a document as HTML for the PDF engine: everything escaped, roles as classes, headings as anchors."""

from collections.abc import Callable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from minutes.documents.document import Document
from minutes.documents.layout import Layout
from minutes.documents.letterhead import layout_css
from minutes.documents.tree import (
    Block,
    Cell,
    Entries,
    Figure,
    Group,
    Heading,
    Line,
    Paragraph,
    Prose,
    Run,
    Signature,
    Signatures,
    Table,
)
from minutes.markup_html import to_html


def page(document: Document, blocks: tuple[Block, ...], *, issuer: SafeString) -> str:
    """The whole page; ``issuer`` is the letterhead."""
    record = document.record
    day = f"{record.date.isoformat()}T00:00:00Z"
    return format_html(
        "<!doctype html>\n"
        '<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="author" content="{author}"><meta name="description" content="{subject}">'
        '<meta name="generator" content="Gremia">'
        '<meta name="dcterms.created" content="{day}"><meta name="dcterms.modified" content="{day}">{style}</head>\n'
        '<body class="{classes}"><main>\n{issuer}\n{body}</main></body></html>\n',
        language=record.language,
        title=document.full_title,
        author=record.body.name,
        subject=document.subject,
        day=day,
        classes="letter" if document.is_letter else "",
        issuer=issuer,
        body=_marked(blocks, document),
        style=_style(document.layout),
    )


def _marked(blocks: tuple[Block, ...], document: Document) -> SafeString:
    """The blocks, below or beside the mark if there is one.

    Beside the title it stands in a box of its own with it: else each line of the page would be fitted to it.
    """
    mark = format_html('<p class="draft">{}</p>\n', document.mark) if document.mark else ""
    if document.is_letter or not mark:
        return format_html("{}{}", mark, write(blocks))
    return format_html('<div class="titled">{}{}</div>\n{}', mark, write(blocks[:1]), write(blocks[1:]))


def piece(blocks: tuple[Block, ...], *, language: str, layout: Layout) -> str:
    """A page with blocks alone, to be bound into a document."""
    return format_html(
        '<!doctype html>\n<html lang="{}"><head><meta charset="utf-8"><title>–</title>{}</head>'
        "<body><main>{}</main></body></html>\n",
        language,
        _style(layout),
        write(blocks),
    )


def _style(layout: Layout) -> SafeString:
    """The rules of the house, where it has some: a colour and nothing else."""
    sheet = layout_css(layout)
    return format_html("<style>{}</style>", mark_safe(sheet)) if sheet else SafeString()  # noqa: S308


def furniture_page(regular: str, semibold: str) -> str:
    """A page with the letters of running heads and page numbers, in their two fonts."""
    return format_html(
        '<!doctype html>\n<html lang="de"><head><meta charset="utf-8"><title>Kopf und Fuß</title></head>'
        '<body><main><p class="furniture">{}</p><p class="furniture"><strong>{}</strong></p></main></body></html>\n',
        regular,
        semibold,
    )


def write(blocks: tuple[Block, ...]) -> SafeString:
    """The blocks one after the other."""
    return format_html_join("\n", "{}", ((_WRITERS[type(block)](block),) for block in blocks))


def _heading(block: Heading) -> SafeString:
    outline = format_html(' data-outline="{}"', block.outline) if block.outline else ""
    key = format_html(' id="{}"', block.key) if block.key else ""
    content: Any = _lines(block.text)
    if block.label:
        papers = format_html(' <span class="papers">{}</span>', block.beside) if block.beside else ""
        content = format_html(
            '<span class="item-label">{}</span> <span class="item-title{}">{}</span>{}',
            block.label,
            " is-beside-papers" if block.beside else "",
            block.text,
            papers,
        )
    return format_html("<h{0}{1}{2}{3}>{4}</h{0}>", block.level, _class(block.role), key, outline, content)


def _paragraph(block: Paragraph) -> SafeString:
    return format_html("<p{}>{}</p>", _class(block.role), _runs(block.runs))


def _prose(block: Prose) -> SafeString:
    return to_html(block.text)


def _entries(block: Entries) -> SafeString:
    entries = format_html_join("\n", "<li>{}</li>", ((_entry(*entry, role=block.role),) for entry in block.entries))
    return format_html('<ul{} role="list">{}</ul>', _class(block.role), entries)


def _entry(text: str, beside: str, *, role: str) -> SafeString:
    if role == "annex-list":
        return format_html("{}", text)
    remark = format_html(' <span class="remark">{}</span>', beside) if beside else ""
    return format_html('<span class="name">{}</span>{}', text, remark)


def _table(block: Table) -> SafeString:
    header = SafeString()
    if block.header:
        cells = format_html_join(
            "", "<th{}>{}</th>", ((_class(cell.role), _cell_content(cell)) for cell in block.header)
        )
        header = format_html("<tr>{}</tr>\n", cells)
    rows = format_html_join("\n", "<tr>{}</tr>", ((_row(row, block.heads_rows),) for row in block.rows))
    return format_html("<table{}>{}{}{}</table>", _class(block.role), _columns(block.widths), header, rows)


def _columns(widths: tuple[float, ...]) -> SafeString:
    """Widths as classes of the stylesheet's own: a table of fixed layout reads them from its columns."""
    if not any(widths):
        return SafeString()
    return format_html(
        "<colgroup>{}</colgroup>",
        format_html_join(
            "", "<col{}>", ((format_html(' style="width: {}mm"', f"{width:g}") if width else "",) for width in widths)
        ),
    )


def _row(row: tuple[Cell, ...], heads_rows: bool) -> SafeString:
    return format_html_join(
        "",
        "<{0}{1}{2}{3}>{4}</{0}>",
        (
            (
                "th" if heads_rows and not index else "td",
                _class(cell.role),
                format_html(' id="{}"', cell.anchor) if cell.anchor else "",
                format_html(' colspan="{}"', cell.span) if cell.span > 1 else "",
                _cell_content(cell),
            )
            for index, cell in enumerate(row)
        ),
    )


def _cell_content(cell: Cell) -> SafeString:
    if cell.page_of:
        return format_html('<span class="page-of" data-item="#{}"></span>', cell.page_of)
    if len(cell.lines) > 1:
        content = format_html_join("", "<p>{}</p>", ((_runs(line),) for line in cell.lines))
    else:
        content = format_html_join("", "{}", ((_runs(line),) for line in cell.lines))
    return format_html('<a href="#{}">{}</a>', cell.key, content) if cell.key else content


def _figure(block: Figure) -> SafeString:
    # Drawn by ourselves from numbers and escaped names; no text of a user reaches it as markup.
    drawing = mark_safe(block.svg)  # noqa: S308
    return format_html("<div{}>{}</div>", _class(block.role), drawing)


def _signatures(block: Signatures) -> SafeString:
    return format_html(
        '<div class="signatures">{}</div>', format_html_join("", "{}", ((_signature(line),) for line in block.lines))
    )


def _signature(line: Signature) -> SafeString:
    rows = ((line.name, ""), (line.role, "role"), (line.note, "signed"))
    words = format_html_join("", "<p{}>{}</p>", ((_class(role), text) for text, role in rows if text))
    return format_html('<div class="signature">{}</div>', words)


def _group(block: Group) -> SafeString:
    name = "section" if block.role == "item" else "div"
    return format_html("<{0}{1}>\n{2}\n</{0}>", name, _class(block.role), write(block.blocks))


_WRITERS: dict[type, Callable[[Any], SafeString]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Prose: _prose,
    Entries: _entries,
    Table: _table,
    Figure: _figure,
    Signatures: _signatures,
    Group: _group,
}


def _class(role: str) -> SafeString | str:
    return format_html(' class="{}"', role) if role else ""


def _runs(runs: Line) -> SafeString:
    return format_html_join("", "{}", ((_run(run),) for run in runs))


def _run(run: Run) -> SafeString:
    text = _lines(run.text)
    return format_html('<span class="{}">{}</span>', run.role, text) if run.role else text


def _lines(text: str) -> SafeString:
    return format_html_join(SafeString("<br>"), "{}", ((line,) for line in text.split("\n")))
