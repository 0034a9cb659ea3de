"""A reading as JSON, in the form of `data/minutes-texts/README.md`: what the text does not say is left out. Pure."""

from collections.abc import Mapping
from typing import Any

from minutes.importers.reading.values import Concern, Contribution, ItemReading, Passage, Reading, VoteReading

_KINDS = ("yes", "no", "abstain")


def reading(value: Reading) -> dict[str, Any]:
    """One object a text. A protocol has its items in `items`, each in the form that a single item has."""
    if not value.is_protocol:
        [single] = value.items
        single_json = {"id": value.id, **item(single), **_warnings([*value.warnings, *single.warnings])}
        return {**single_json, "source": _source(value)}
    head = value.head
    meeting = {
        "begin": head.begin,
        "end": head.end,
        "committee": head.committee,
        "fields": [{"label": label, "value": text} for label, text in head.fields],
        "head": list(head.lines),
    }
    warnings = [*value.warnings, *(warning for single in value.items for warning in single.warnings)]
    return {
        "id": value.id,
        "kind": "minutes",
        **_filled({"meeting_date": head.date, "meeting_number": head.number}),
        "meeting": _filled(meeting),
        "attendance": [
            {
                "heading": group.heading,
                "absent": group.is_absent,
                "people": [_filled({"name": row.name, "note": row.note, "remark": row.remark}) for row in group.rows],
            }
            for group in value.attendance
        ],
        "agenda": [
            {
                "number": entry.number,
                "title": entry.title,
                **_filled({"papers": list(entry.papers)}),
                **_public(entry.is_public),
            }
            for entry in value.agenda
        ],
        "opening": list(value.opening),
        **_filled({"opening_contributions": [_contribution(contribution) for contribution in value.opening_said]}),
        "items": [
            {"id": f"{value.id}#{single.number or index}", **item(single), **_warnings(single.warnings)}
            for index, single in enumerate(value.items, start=1)
        ],
        "closing": list(value.closing),
        **_filled({"closing_contributions": [_contribution(contribution) for contribution in value.closing_said]}),
        **_warnings(warnings),
        "unread": list(value.unread),
        "source": _source(value),
    }


def item(value: ItemReading) -> dict[str, Any]:
    """An item without its id and warnings."""
    return {
        **_filled(
            {
                "item_number": value.number,
                "title": value.title,
                "meeting_date": value.meeting_date,
                "meeting_number": value.meeting_number,
                "committee": value.committee,
                "rapporteur": value.rapporteur,
                "kind": "election" if value.is_election else "",
            }
        ),
        **_public(value.is_public),
        "outcome": {"text": value.outcome.text, "code": value.outcome.code},
        "counts": None if value.counts is None else dict(value.counts),
        **_filled({"resolution_heading": value.heading}),
        "resolution": list(value.resolution),
        **_filled({"proposal": list(value.proposal)}),
        "recommendation_to": list(value.recommendation_to),
        "papers": list(value.papers),
        "contributions": [_contribution(contribution) for contribution in value.contributions],
        "recused": list(value.recused),
        **_filled(
            {"moves": [_filled({"kind": m.kind, "people": list(m.people), "time": m.time}) for m in value.moves]}
        ),
        "votes": [_vote(vote) for vote in value.votes],
        **_filled(
            {
                "notes": [
                    _filled({"kind": note.kind, "heading": note.heading, "text": note.text}) for note in value.notes
                ],
                "facts": list(value.facts),
                "annexes": list(value.annexes),
            }
        ),
        "unread": list(value.unread),
    }


def _contribution(value: Contribution) -> dict[str, Any]:
    return {
        "kind": value.kind,
        "speaker": value.speaker,
        "text": value.text,
        **_filled({"party": value.party, "further_speakers": list(value.further)}),
        **({} if value.is_sure else {"sure": False}),
        "page": value.page,
        "line": value.line,
    }


def _vote(value: VoteReading) -> dict[str, Any]:
    """Only what the text says: a number that is not there is left out."""
    counts = {name: value.counts[name] for name in (*_KINDS, "invalid", "recused") if name in value.counts}
    return {
        **_filled({"label": value.label, "form": value.form, "result": value.result}),
        **({"unanimous": True} if value.is_unanimous else {}),
        **counts,
        **_filled(
            {
                "options": dict(value.options),
                "by_name": {kind: list(value.by_name[kind]) for kind in _KINDS if kind in value.by_name},
                "by_group": {kind: dict(value.by_group[kind]) for kind in _KINDS if kind in value.by_group},
            }
        ),
    }


def _source(value: Reading) -> dict[str, Any]:
    """The account of the whole text: each paragraph verbatim, in order, and where it went."""
    return {"format": value.format, "passages": [_passage(passage) for passage in value.passages]}


def _passage(value: Passage) -> dict[str, Any]:
    return {
        "place": value.place,
        "page": value.page,
        "line": value.line,
        **_filled({"item": value.item}),
        "text": value.text,
    }


def _warnings(warnings: Any) -> dict[str, Any]:
    """The codes, each once, and what each warning is about."""
    listed: list[Concern] = list(warnings)
    details = [{"code": warning.code, **_filled({"about": warning.text})} for warning in listed]
    return {
        "warnings": list(dict.fromkeys(warning.code for warning in listed)),
        **_filled({"warning_details": details}),
    }


def _public(value: bool | None) -> dict[str, bool]:
    return {} if value is None else {"public": value}


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty."""
    return {name: value for name, value in values.items() if value not in ("", [], {}, ())}
