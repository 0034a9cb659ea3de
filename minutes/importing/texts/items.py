"""Room: minutes, importing. An item of a draft becomes one of a record. Pure."""

from collections.abc import Mapping
from typing import Any

from minutes.importing.texts.frame import Frame
from minutes.importing.texts.names import parse
from minutes.importing.texts.votes import votes_of
from minutes.markup import Paragraph, Span, Text
from minutes.record.values import ContributionRecord, DecisionRecord, ItemRecord, PaperValue, SourceValue
from votes.rules import Tally
from votes.wording import status_line

_KINDS = {"speech": "speech", "continuation": "speech", "quote": "note", "procedure": "procedure"}
_AFTER = frozenset({"after"})
_DECIDED = frozenset({"decision"})
_OF_VOTE = frozenset({"conclusion"})


def item_of(item: Mapping[str, Any], number: str, frame: Frame) -> ItemRecord:
    """The item with all that the source tells of it. Not public unless the source, or a clerk, says so."""
    key = frame.key("item", number)
    notes = {kind: [note for note in item["notes"] if note["kind"] in kind] for kind in (_AFTER, _DECIDED, _OF_VOTE)}
    votes = votes_of(item, frame, key, [note["text"] for note in notes[_OF_VOTE]])
    before_vote, behind = _around_vote(item)
    contributions = _contributions(before_vote, frame, key)
    decision = _decision(item, [_note(note) for note in notes[_DECIDED]])
    before = tuple(_labelled("Beschlussvorschlag", item["proposal"]))
    recusals = tuple(_note(note) for note in item["notes"] if note["kind"] == "recused")
    after = (*(said["text"] for said in behind), *(_note(note) for note in notes[_AFTER]))
    other = [_note(note) for note in item["notes"] if note["kind"] not in {*_AFTER, *_DECIDED, *_OF_VOTE, "recused"}]
    if not votes:
        other = [*(note["text"] for note in notes[_OF_VOTE]), *other]
    facts: dict[str, object] = {
        "before": before,
        "recusals": recusals,
        "decision": decision,
        "contributions": contributions,
    }
    facts |= {"votes": votes, "after": after}
    order = ["before", "recusals", "decision", "contributions", "votes", "after"]
    if item["debate_first"] and not (decision and decision.inline):
        order[2:4] = ["contributions", "decision"]
    return ItemRecord(
        id=key,
        number=number,
        label=f"TOP {number}",
        title=item["title"] or "(ohne Titel)",
        is_public=item["public"] is True,
        order=tuple(name for name in order if facts[name]),
        level=min(number.rstrip(".").count("."), 2),
        papers=tuple(frame.papers.get(name, PaperValue("", name)) for name in item["papers"]),
        rapporteur=item["rapporteur"],
        status_text=item["outcome"]["text"],
        counts_line=_counts_line(item),
        outcome=item["outcome"]["code"],
        before=before,
        recusals=recusals,
        decision=decision,
        contributions=contributions,
        votes=votes,
        after=after,
        notes=(*item["facts"], *_labelled("Anlage", item["annexes"]), *other),
        recused_person_ids=()
        if item["public"] is True
        else tuple(filter(None, dict.fromkeys(frame.person(name) for name in item["recused"]))),
        source=SourceValue("text", frame.sha256, _source_place(item)),
    )


def _around_vote(item: Mapping[str, Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The contributions, and those at the end that tell what happened when the vote was over: somebody comes back."""
    said: list[dict[str, Any]] = list(item["contributions"])
    behind: list[dict[str, Any]] = []
    while item["vote_end"] and said and _is_behind(said[-1], item["vote_end"]):
        behind.insert(0, said.pop())
    return said, behind


def _is_behind(said: Mapping[str, Any], end: list[int]) -> bool:
    return said["kind"] == "procedure" and [said["page"], said["line"]] > end


def _contributions(listed: list[dict[str, Any]], frame: Frame, key: str) -> tuple[ContributionRecord, ...]:
    found = []
    for place, said in enumerate(listed, start=1):
        written = said["speaker"] or ""
        found.append(
            ContributionRecord(
                id=frame.key(key, "contribution", place),
                kind=_KINDS.get(said["kind"], "speech"),
                text=_marked(said["text"], written if said["kind"] == "speech" else ""),
                speaker=written,
                role=parse(written).role if written else "",
                person_id=frame.person(written) if written else "",
            )
        )
    return tuple(found)


def _marked(text: str, speaker: str) -> Text:
    """The paragraph with a mark at the name of the speaker, where it stands in it."""
    if not speaker:
        return (Paragraph((Span("plain", text),)),)
    # `Von Herrn Kohl wird angeregt, …` is said by Herr Kohl.
    written = speaker if speaker in text else speaker.replace("Herr ", "Herrn ").replace("herr ", "herrn ")
    before, found, after = text.partition(written)
    if not found:
        return (Paragraph((Span("plain", text),)),)
    spans = (Span("plain", before), Span("speaker", written), Span("plain", after))
    return (Paragraph(tuple(span for span in spans if span.text)),)


def _decision(item: Mapping[str, Any], notes: list[str]) -> DecisionRecord | None:
    texts = [*item["resolution"], *notes]
    if not texts:
        return None
    heading = item["heading"] or ("Wahl" if item["is_election"] else "Beschluss")
    if item["resolution"] and item["resolution"][0].strip(" .") == "Ohne":
        return DecisionRecord(heading, inline=" ".join(texts))
    return DecisionRecord(heading, resolution=tuple(Paragraph((Span("plain", text),)) for text in texts))


def _counts_line(item: Mapping[str, Any]) -> str:
    """The counts of the status line, where the item has one; what contradicts the vote stays."""
    counts = item["counts"]
    if not counts or not item["outcome"]["text"]:
        return ""
    return status_line(Tally(counts.get("yes"), counts.get("no"), counts.get("abstain")), counts.get("recused"))


def _labelled(label: str, texts: list[str]) -> list[str]:
    return [text if label.casefold() in text.casefold() else f"{label}: {text}" for text in texts]


def _note(note: Mapping[str, str]) -> str:
    heading = note.get("heading", "")
    return f"{heading.rstrip(':')}: {note['text']}" if heading else note["text"]


def _source_place(item: Mapping[str, Any]) -> str:
    place = item.get("place")
    return f"S. {place[0]}, Z. {place[1]}" if place else ""
