"""Room: minutes, the desk. What pages of an import show: the source by paragraphs, and what became of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from minutes.importing.texts import correcting
from minutes.importing.texts.draft import Draft
from votes.models import Outcome

_PLACES = {
    "head": gettext_lazy("head"),
    "attendance": gettext_lazy("attendance"),
    "opening": gettext_lazy("opening"),
    "agenda": gettext_lazy("agenda"),
    "part": pgettext_lazy("of a session", "part"),
    "item": gettext_lazy("agenda item"),
    "status": gettext_lazy("outcome"),
    "counts": gettext_lazy("counts"),
    "heading": gettext_lazy("heading"),
    "resolution": gettext_lazy("resolution"),
    "contribution": gettext_lazy("contribution"),
    "vote": gettext_lazy("vote"),
    "note": gettext_lazy("note"),
    "facts": gettext_lazy("facts"),
    "annex": gettext_lazy("annex"),
    "closing": gettext_lazy("closing"),
    "furniture": gettext_lazy("repeated on each page"),
    "unread": gettext_lazy("unread"),
}


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A paragraph of the source: where it went, and whether somebody should look at it."""

    text: str
    place: str
    label: str
    page: int
    line: int
    item: int | None
    is_unread: bool = False
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item as it was read."""

    place: int
    label: str
    title: str
    is_public: bool
    is_unsaid: bool
    outcome: str
    resolution: Sequence[str]
    contributions: Sequence[Mapping[str, Any]]
    votes: Sequence[str]
    notes: Sequence[str]
    doubtful: int


def passages(draft: Draft) -> list[PassageLine]:
    """The whole source in order."""
    unread = {" ".join(text.split()) for text in draft["unread"]}
    doubtful = {
        " ".join(said["text"].split())
        for item in draft["items"]
        for said in item["contributions"]
        if said.get("sure") is False
    }
    found = []
    for passage in draft["source"]["passages"]:
        words = " ".join(passage["text"].split())
        is_unread = passage["place"] == "unread" or words in unread
        found.append(
            PassageLine(
                text=passage["text"],
                place=passage["place"],
                label=str(_PLACES["unread" if is_unread else passage["place"]]),
                page=passage["page"],
                line=passage["line"],
                item=None if passage["at"] is None else passage["at"] + 1,
                is_unread=is_unread,
                is_doubtful=passage["place"] == "contribution" and words in doubtful,
            )
        )
    return found


def passages_of(draft: Draft, at: int) -> list[PassageLine]:
    """The source of one item."""
    return [line for line in passages(draft) if line.item == at + 1]


def items(draft: Draft) -> list[ItemLine]:
    return [_item(place, item) for place, item in enumerate(draft["items"], start=1)]


def label_of(item: Mapping[str, Any], place: int) -> str:
    """How an item is called, counted where it has no number; in the language of the record."""
    return f"TOP {item['number'] or place}"


def corrected(draft: Draft, at: int, start: int, lines: Sequence[Mapping[str, str]]) -> Draft:
    """The draft with the contributions of an item as they were corrected."""
    return correcting.with_contributions(draft, at, start, lines)


def _item(place: int, item: Mapping[str, Any]) -> ItemLine:
    code = item["outcome"]["code"]
    outcome = item["outcome"]["text"] or ("" if code == "none" else str(Outcome(code).label))
    return ItemLine(
        place=place,
        label=label_of(item, place),
        title=item["title"],
        is_public=item["public"] is True,
        is_unsaid=item["public"] is None,
        outcome=outcome,
        resolution=item["resolution"],
        contributions=item["contributions"],
        votes=[_vote(vote) for vote in item["votes"]],
        notes=[note["text"] for note in item["notes"]],
        doubtful=sum(said.get("sure") is False for said in item["contributions"]),
    )


def _vote(vote: Mapping[str, Any]) -> str:
    """A vote in a line; what is not known is not told."""
    labels = (("yes", _("Yes")), ("no", _("No")), ("abstain", _("Abstentions")))
    numbers = ", ".join(f"{label}: {vote[name]}" for name, label in labels if name in vote)
    return " · ".join(filter(None, (vote.get("label"), vote.get("form"), vote.get("result"), numbers)))
