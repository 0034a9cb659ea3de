"""The tree of a text as safe HTML: everything escaped, no attributes but our own classes."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from minutes.markup import Block, ListBlock, ListEntry, NameTable, Paragraph, Span, Text, plain_spans

# The labels of numbered entries are text: a browser would print "1." where the record says "1)".
_LIST_CLASS = {
    "bullet": "record-bullets",
    "digit": "record-numbered",
    "letter": "record-numbered",
    "double": "record-numbered",
}


def to_html(text: Text) -> SafeString:
    """Paragraphs, lists and tables of a text; speakers are ``<span class="speaker">``, marks of what was removed
    ``<span class="redacted">``."""
    return format_html_join("\n", "{}", ((_block(block),) for block in text))


def _block(block: Block) -> SafeString:
    if isinstance(block, Paragraph):
        return format_html("<p>{}</p>", spans_to_html(block.spans))
    if isinstance(block, NameTable):
        return _table(block)
    return _list(block)


def _list(block: ListBlock) -> SafeString:
    entries = format_html_join(
        "", "<li>{}</li>", ((_entry(entry, is_bullet=block.style == "bullet"),) for entry in block.entries)
    )
    return format_html('<ul class="{}" role="list">{}</ul>', _LIST_CLASS[block.style], entries)


def _entry(entry: ListEntry, *, is_bullet: bool) -> SafeString:
    label = SafeString() if is_bullet else format_html('<span class="record-label">{}</span> ', entry.label)
    children = format_html_join("", "{}", ((_list(child),) for child in entry.children))
    return format_html("{}{}{}", label, spans_to_html(entry.spans), children)


def _table(table: NameTable) -> SafeString:
    """A first row of labels ("Mitglied:", "Stellvertreter/in:") heads the columns."""
    head, rows = SafeString(), table.rows
    if all(plain_spans(cell).rstrip().endswith(":") for cell in rows[0]):
        cells = format_html_join("", '<th scope="col">{}</th>', ((spans_to_html(cell),) for cell in rows[0]))
        head, rows = format_html("<thead><tr>{}</tr></thead>", cells), rows[1:]
    body = format_html_join(
        "",
        "<tr>{}</tr>",
        ((format_html_join("", "<td>{}</td>", ((spans_to_html(cell),) for cell in row)),) for row in rows),
    )
    return format_html('<table class="record-names">{}<tbody>{}</tbody></table>', head, body)


def spans_to_html(spans: tuple[Span, ...]) -> SafeString:
    """The spans of one paragraph, entry or cell."""
    return format_html_join("", "{}", ((_span(span),) for span in spans))


def _span(span: Span) -> SafeString:
    characters = format_html_join(SafeString("<br>"), "{}", ((line,) for line in span.text.split("\n")))
    if span.kind == "bold":
        return format_html("<strong>{}</strong>", characters)
    if span.kind == "speaker":
        return format_html('<span class="speaker">{}</span>', characters)
    if span.kind == "redacted":
        return format_html('<span class="redacted">{}</span>', characters)
    return characters
