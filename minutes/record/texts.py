"""All texts of a record: to go through them, and to change them where they stand. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from minutes.markup import ListEntry, Span, SpanKind, plain_spans

Value = TypeVar("Value")

# Fields of text that people don't read: keys, codes, versions.
_CODES = {
    *("schema", "audience", "language", "reference", "key", "id", "session_id", "item_id", "person_id"),
    *("recused_person_ids", "kind", "style", "outcome", "order", "form", "majority", "choice"),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``start`` to ``end`` of a text give way to ``text``; ``kind`` None takes that of what it replaces."""

    start: int
    end: int
    text: str
    kind: SpanKind | None = None


def edited(spans: tuple[Span, ...], edits: Sequence[Edit]) -> tuple[Span, ...]:
    """Spans with edits that don't overlap. Without a kind, what takes the place of a speaker's name marks a speaker.

    Of a mark that an edit of another kind cuts, the rest is plain text: it names nobody any more.
    """
    found: list[Span] = []
    waiting = sorted(edits, key=lambda edit: edit.start)
    for span, start, end in _placed(spans):
        inside = [edit for edit in waiting if edit.start < end and start < edit.end]
        is_cut = span.kind == "speaker" and any(edit.kind not in (None, "speaker") for edit in inside)
        rest: SpanKind = "plain" if is_cut else span.kind
        place = start
        for edit in inside:
            found.append(Span(rest, span.text[place - start : max(edit.start - start, 0)]))
            if edit.start >= start:
                found.append(Span(edit.kind or _kind(spans, edit), edit.text))
            place = edit.end
        found.append(Span(rest, span.text[place - start :]))
    return tuple(span for span in found if span.text)


def edited_string(text: str, edits: Sequence[Edit]) -> str:
    """The same for a text without spans."""
    return plain_spans(edited((Span("plain", text),), edits)) if text else text


def mapped(
    value: Value,
    *,
    string: Callable[[str], str],
    spans: Callable[[tuple[Span, ...]], tuple[Span, ...]],
) -> Value:
    """A record, or a part of one, with every sentence through ``string`` and every run of spans through ``spans``."""
    changed: Any = _mapped(value, string, spans)
    result: Value = changed
    return result


def sentences(value: Any) -> Iterator[str]:
    """Every text that a reader may see in a record or a part of one, without its marks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Span):
            yield plain_spans(value)
        else:
            for entry in value:
                yield from sentences(entry)
    elif is_dataclass(value):
        for name in _text_fields(value):
            yield from sentences(getattr(value, name))


def _text_fields(value: Any) -> Iterator[str]:
    """The names of the fields that people read, in order. The label of a list's entry is its number."""
    names = (field.name for field in fields(value) if field.name not in _CODES)
    return (name for name in names if not (name == "label" and isinstance(value, ListEntry)))


def _mapped(value: Any, string: Callable[[str], str], spans: Callable[[tuple[Span, ...]], tuple[Span, ...]]) -> Any:
    if isinstance(value, str):
        return string(value)
    if isinstance(value, tuple):
        if value and isinstance(value[0], Span):
            return spans(value)
        return tuple(_mapped(entry, string, spans) for entry in value)
    if is_dataclass(value) and not isinstance(value, type):
        texts = {name: _mapped(getattr(value, name), string, spans) for name in _text_fields(value)}
        return replace(value, **texts)
    return value


def _placed(spans: tuple[Span, ...]) -> Iterator[tuple[Span, int, int]]:
    """Each span with where it starts and ends in the characters of all."""
    start = 0
    for span in spans:
        yield span, start, start + len(span.text)
        start += len(span.text)


def _kind(spans: tuple[Span, ...], edit: Edit) -> SpanKind:
    """That of the first span that an edit touches, or of a speaker's mark among them."""
    kinds = [span.kind for span, start, end in _placed(spans) if edit.start < end and start < edit.end]
    return "speaker" if "speaker" in kinds else kinds[0]
