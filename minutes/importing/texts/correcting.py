"""Room: minutes, importing. What a clerk corrects in a draft: each function gives the changed draft. Pure.

Nothing of the source is lost by it: what is taken out of an item is listed as unread.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from minutes.importing.texts.draft import Draft

OUT = "out"  # the kind of a contribution that is none
_OF_COUNTS = ("result", "unanimous", "by_group")


def with_head(draft: Draft, *, number: str, date: str) -> Draft:
    return {**draft, "number": number, "date": date}


def with_people(draft: Draft, choices: Mapping[str, str]) -> Draft:
    """`choices`: by the name of a person, who it is; an empty one forgets an earlier choice."""
    people = {**draft["people"], **choices}
    return {**draft, "people": {name: choice for name, choice in people.items() if choice}}


def with_assigned(draft: Draft, assigned: Mapping[str, int]) -> Draft:
    """Unread paragraphs, by their words, become notes of the item at that place."""
    found = draft
    for text, at in assigned.items():
        if text in found["unread"] and 0 <= at < len(found["items"]):
            note = {"kind": "assigned", "text": text}
            found = _with_item(found, at, notes=[*found["items"][at]["notes"], note])
            found = {**found, "unread": [other for other in found["unread"] if other != text]}
            found = _with_place(found, text, "note", at)
    return found


def with_item(draft: Draft, at: int, values: Mapping[str, Any]) -> Draft:
    """`values`: number, title, public, recused, outcome, counts, resolution, votes (numbers in order)."""
    votes = [
        _counted(vote, numbers) for vote, numbers in zip(draft["items"][at]["votes"], values["votes"], strict=True)
    ]
    return _with_item(draft, at, **{**values, "votes": votes})


def with_contributions(draft: Draft, at: int, start: int, corrected: Sequence[Mapping[str, str]]) -> Draft:
    """The contributions of an item from `start` on: kind, speaker and text of each; those that are none go out."""
    said = list(draft["items"][at]["contributions"])
    new, out = [], []
    for before, values in zip(said[start : start + len(corrected)], corrected, strict=True):
        if values["kind"] == OUT or not values["text"].strip():
            out.append(before["text"])
        else:
            new.append(_said(before, values))
    found = _with_item(draft, at, contributions=[*said[:start], *new, *said[start + len(corrected) :]])
    for text in out:
        found = {**found, "unread": [*found["unread"], text]}
        found = _with_place(found, text, "unread", at)
    return found


def _said(before: dict[str, Any], values: Mapping[str, str]) -> dict[str, Any]:
    """A contribution as corrected; looked at by somebody, it is sure."""
    is_speech = values["kind"] in ("speech", "continuation", "quote")
    after = {**before, **values, "speaker": values["speaker"].strip() or None if is_speech else None}
    after.pop("sure", None)
    if after["speaker"] != before["speaker"]:
        after.pop("party", None)
        after.pop("further_speakers", None)
    return after


def _counted(vote: dict[str, Any], numbers: Mapping[str, int | None]) -> dict[str, Any]:
    """A vote with these counts; one that is None is unknown, and not in it.

    Other counts than were read contradict what was read of the result, which goes.
    """
    is_same = all(vote.get(name) == number for name, number in numbers.items())
    gone = {*numbers} if is_same else {*numbers, *_OF_COUNTS}
    kept = {name: value for name, value in vote.items() if name not in gone}
    return {**kept, **{name: number for name, number in numbers.items() if number is not None}}


def _with_item(draft: Draft, at: int, **values: Any) -> Draft:
    items = list(draft["items"])
    items[at] = {**items[at], **values}
    return {**draft, "items": items}


def _with_place(draft: Draft, text: str, place: str, at: int) -> Draft:
    """The source says where a paragraph went, too."""
    passages = [
        {**passage, "place": place, "at": at}
        if " ".join(passage["text"].split()) == " ".join(text.split())
        else passage
        for passage in draft["source"]["passages"]
    ]
    return {**draft, "source": {**draft["source"], "passages": passages}}
