"""A record as JSON and back, exactly: the form that publications store and hash.

Every dataclass becomes an object of its fields, every tuple a list, dates and times ISO 8601 strings. Blocks of a text
carry their ``type``, since a text mixes them. Reading is strict: another schema, an unknown or a missing field is a
``SchemaError``.
The form is described in ``docs/record-schema.md``.
"""

import datetime
import hashlib
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from minutes.markup import ListBlock, NameTable, Paragraph
from minutes.record.announcements import AgendaRecord, DirectoryRecord, InvitationRecord, PaperRecord
from minutes.record.values import ItemRecord, SessionRecord

Record = SessionRecord | AgendaRecord | InvitationRecord | PaperRecord | DirectoryRecord
Kind = TypeVar("Kind", SessionRecord, AgendaRecord, InvitationRecord, PaperRecord, DirectoryRecord)

_BLOCK_TYPES = {"paragraph": Paragraph, "list": ListBlock, "table": NameTable}
_BLOCK_NAMES = {kind: name for name, kind in _BLOCK_TYPES.items()}
_ADDED = frozenset({"source", "link", "links"})
"""Fields that came later: where they are None they are not written, so that older records keep their bytes."""


class SchemaError(ValueError):
    """The JSON is not a record of this schema; the message names the place."""


def to_json(record: Record) -> dict[str, Any]:
    """The record as objects, lists, strings, numbers, booleans and None."""
    data: dict[str, Any] = _plain(record)
    return data


def from_json(data: Any, kind: type[Kind] = SessionRecord) -> Kind:
    """The record of ``to_json``'s result, equal to the one it came from. Raises SchemaError."""
    schema = _schema(kind)
    if not isinstance(data, dict) or data.get("schema") != schema:
        raise SchemaError(f"schema: expected {schema!r}")
    record: Kind = _object(data, kind, "record")
    return record


def _schema(kind: type) -> str:
    return next(str(field.default) for field in fields(kind) if field.name == "schema")


def canonical_bytes(record: Record) -> bytes:
    """The one byte sequence of a record: UTF-8, sorted keys, no white space, no escapes but those that JSON needs."""
    return json.dumps(
        to_json(record), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    ).encode()


def from_bytes(content: bytes, kind: type[Kind] = SessionRecord) -> Kind:
    """The record of canonical (or any other) JSON bytes. Raises SchemaError."""
    try:
        data = json.loads(content)
    except ValueError as error:
        raise SchemaError(f"no JSON: {error}") from error
    return from_json(data, kind)


def item_from_bytes(content: bytes, choose: Callable[[SessionRecord], ItemRecord]) -> tuple[SessionRecord, ItemRecord]:
    """The record with only numbers and titles of its items, and whole the one that `choose` picks. Raises SchemaError.

    Of a long session, a tenth of the work.
    """
    data = json.loads(content)
    whole = {}
    for part in data["parts"]:
        for item in part["items"]:
            whole[item["id"]] = dict(item)
            item |= {"contributions": [], "votes": [], "decision": None}
    record = from_json({**data, "attendance": [], "absent": []})
    chosen: ItemRecord = _object(whole[choose(record).id], ItemRecord, "item")
    if any(vote.ballots for vote in chosen.votes):
        # A roll call is told by faction, and those stand in the attendance list.
        present = _value(data["attendance"], _hints(SessionRecord)["attendance"], "record.attendance")
        record = replace(record, attendance=present)
    return record, chosen


def sha256(record: Record) -> str:
    """The SHA-256 of the canonical bytes, 64 hexadecimal digits."""
    return hashlib.sha256(canonical_bytes(record)).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        found = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        for name in _ADDED & found.keys():
            if found[name] is None:
                del found[name]
        if type(value) in _BLOCK_NAMES:
            found["type"] = _BLOCK_NAMES[type(value)]
        return found
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def _value(data: Any, hint: Any, place: str) -> Any:
    """The value of a type from its JSON; ``place`` is for the message of SchemaError."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _one_of(data, get_args(hint), place)
    if origin is tuple:
        if not isinstance(data, list):
            raise SchemaError(f"{place}: expected a list")
        return tuple(_value(entry, get_args(hint)[0], f"{place}[{index}]") for index, entry in enumerate(data))
    if origin is Literal:
        if data not in get_args(hint):
            raise SchemaError(f"{place}: expected one of {', '.join(get_args(hint))}")
        return data
    if isinstance(hint, type) and is_dataclass(hint):
        return _object(data, hint, place)
    if hint in (datetime.date, datetime.datetime):
        return _moment(data, hint, place)
    # bool is an int to Python, not to JSON.
    if type(data) is not hint:
        raise SchemaError(f"{place}: expected {hint.__name__}")
    return data


def _one_of(data: Any, hints: tuple[Any, ...], place: str) -> Any:
    """Either one type or None, or one of the blocks of a text."""
    if data is None and NoneType in hints:
        return None
    kinds = [hint for hint in hints if hint is not NoneType]
    if len(kinds) == 1:
        return _value(data, kinds[0], place)
    kind = _BLOCK_TYPES.get(str(data.get("type"))) if isinstance(data, dict) else None
    if kind not in kinds:
        raise SchemaError(f"{place}.type: expected one of {', '.join(_BLOCK_TYPES)}")
    return _value(data, kind, place)


def _object(data: Any, kind: type, place: str) -> Any:
    if not isinstance(data, dict):
        raise SchemaError(f"{place}: expected an object")
    if kind in _BLOCK_NAMES:
        if data.get("type") != _BLOCK_NAMES[kind]:
            raise SchemaError(f"{place}.type: expected {_BLOCK_NAMES[kind]!r}")
        data = {name: value for name, value in data.items() if name != "type"}
    hints = _hints(kind)
    wrong = (data.keys() ^ hints.keys()) - (_ADDED & hints.keys())
    if wrong:
        raise SchemaError(f"{place}: missing or unknown: {', '.join(sorted(wrong))}")
    return kind(**{name: _value(data[name], hints[name], f"{place}.{name}") for name in hints if name in data})


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The fields of a dataclass with their types."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _moment(data: Any, hint: type[datetime.date], place: str) -> datetime.date:
    try:
        return hint.fromisoformat(data)
    except (TypeError, ValueError) as error:
        raise SchemaError(f"{place}: expected an ISO 8601 {hint.__name__}") from error
