"""Room: minutes, importing. The account of a text: each word is in the record, or its paragraph is unread. Pure.

What belongs to an item and is not told by its values (the table of a vote, an unusual line) becomes a note of it,
verbatim; what belongs to none is listed as unread.
"""

import datetime
import re
import uuid
from dataclasses import asdict

from minutes.importing.texts import records
from minutes.importing.texts.draft import Draft
from minutes.importing.texts.frame import Frame
from minutes.importing.texts.words import PRINTED, words
from minutes.record.values import BodyValue, CommitteeValue

_SPACED_OUT = re.compile(r"(?:\w )+\w")  # N i e d e r s c h r i f t
_SPACED = re.compile(" ")
_LABEL = 3  # words: a heading that only says what follows
_NOWHERE = frozenset({"furniture", "part", "unread"})
_FRAME = Frame(str(uuid.UUID(int=0)), 0, 0, datetime.date.min, BodyValue("", ""), CommitteeValue("", "", ""), "")


def accounted(draft: Draft) -> Draft:
    """The draft with everything that its values do not tell, as notes or as unread paragraphs."""
    record = records.internal(draft, _FRAME)
    items = [dict(item, notes=list(item["notes"])) for item in draft["items"]]
    told_by_item = [words(asdict(item)) for item in record.items()] if record.parts else []
    # Parts keep the order of the items, so that the n-th is the n-th.
    everything = words(asdict(record)) | words(draft["number"]) | words(draft["date"]) | words(draft["committee"])
    unread, head = list(draft["unread"]), list(draft["head_rest"])
    day = draft["date"].split("-")
    everything |= {*day, *(part.lstrip("0") for part in day)}
    for passage in draft["source"]["passages"]:
        at, place = passage["at"], passage["place"]
        text = " ".join(passage["text"].split())
        said = words(_SPACED.sub("", text) if _SPACED_OUT.fullmatch(text) else text.replace("_", " "))
        if place in _NOWHERE or (place == "heading" and len(said) <= _LABEL):
            continue
        known = told_by_item[at] if at is not None else everything
        if said <= (known | everything if place == "head" else known) | PRINTED:
            continue
        if place == "head":
            head.append(text)
        elif at is not None:
            items[at]["notes"].append({"kind": "source", "text": text})
        elif text not in unread:
            unread.append(text)
    return {**draft, "items": items, "unread": unread, "head_rest": head}
