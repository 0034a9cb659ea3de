"""Room: minutes, importing. The rows of an archive as values: each line is understood before anything is stored."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from committees import logos
from committees.models import Attachment, HouseStyle, RuleProfile
from minutes import evidence
from minutes.archive.parts import Part
from minutes.archive.values import Unreadable, columns
from minutes.importing.archive.opening import Archive, Refused, unreadable
from minutes.models import Publication, SealedRecord
from minutes.projection import RECORDS
from minutes.record.serialise import canonical_bytes, from_bytes
from minutes.record.values import SessionRecord

_UPLOAD = re.compile(r"attachments/[0-9a-f-]{36}(\.[a-z0-9]{1,10})?", re.ASCII)
_CHECKED = (RuleProfile, HouseStyle)
"""Tables whose values decide how pages and documents look: they have to be what a form would let through."""


def rows(archive: Archive, part: Part) -> Iterator[dict[str, Any]]:
    """The rows of a table by column. Raises Refused, with the line."""
    fields = part.fields
    for number, data in enumerate(archive.rows(part.name), start=1):
        try:
            values = columns(fields, data)
            _check(archive, part.model, fields, values)
        except (ValueError, TypeError, RecursionError) as error:
            raise Refused(unreadable(f"data/{part.name}.jsonl", number, error)) from error
        yield values


def _check(archive: Archive, model: type[models.Model], fields: list[models.Field], values: dict[str, Any]) -> None:
    for field in fields:
        value = values[field.attname]
        may_be_empty = value is None or (value == "" and field.blank)
        if field.choices and not may_be_empty and value not in dict(field.flatchoices):
            raise Unreadable(_("%(name)s has an unknown value") % {"name": field.name})
        if model in _CHECKED and not field.is_relation and value not in (None, "", []):
            _check_validators(field, value)
    if model is Publication:
        _check_publication(archive, values)
    elif model is SealedRecord:
        _record(values, SessionRecord)
    elif model is HouseStyle and values["logo"]:
        _check_logo(archive, values)
    elif model is Attachment and values["file"]:
        name = values["file"]
        if not _UPLOAD.fullmatch(name) or not (
            f"uploads/{name}" in archive.listed or name in archive.manifest["missing"]
        ):
            raise Unreadable(_("its file is missing"))


def _check_validators(field: models.Field, value: Any) -> None:
    for validator in field.validators:
        try:
            validator(value)
        except ValidationError as error:
            raise Unreadable(f"{field.name}: {' '.join(error.messages)}") from error


def _check_publication(archive: Archive, values: dict[str, Any]) -> None:
    """Record and PDF are those whose hashes stand beside them."""
    record = _record(values, RECORDS[Publication.Kind(values["kind"])])
    if record.audience != values["audience"]:
        raise Unreadable(_("the record is for somebody else"))
    pdf = f"pdf/{values['pdf_sha256']}.pdf"
    if values["pdf_sha256"] and archive.listed.get(pdf, {}).get("sha256") != values["pdf_sha256"]:
        raise Unreadable(_("its PDF is missing"))
    for key in evidence.files_named(record):
        if archive.listed.get(f"files/{key}", {}).get("sha256") != key:
            raise Unreadable(_("its file is missing"))


def _record(values: dict[str, Any], kind: type[Any]) -> Any:
    """The record of a row, which has the hash that stands beside it."""
    if evidence.hash_of_record(values["record"]) != values["sha256"]:
        raise Unreadable(_("the record does not have the SHA-256 that stands beside it"))
    record = from_bytes(values["record"].encode(), kind)
    if "\\u" in values["record"]:
        # Half a character or none at all may be escaped in it; no page could show that.
        if "\\u0000" in values["record"]:
            raise Unreadable(_("the record can’t be read"))
        canonical_bytes(record)
    return record


def _check_logo(archive: Archive, values: dict[str, Any]) -> None:
    if not logos.is_sound(archive.content(f"logos/{values['logo']}"), values["logo_type"]):
        raise Unreadable(_("the logo can’t be printed"))
