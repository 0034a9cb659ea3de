"""Invented items as texts: each layout writes the same facts in its own order and with its own white space."""

import html
import textwrap

from tests.minutes.importers.invented import Item

NBSP = "\u00a0"
_PAD = NBSP * 14 + " "
_GAP = f"\n\n{NBSP}\n\n"


def written(item: Item) -> str:
    """The text of an item in its layout."""
    return {"sessionnet": _sessionnet, "wrapped": _wrapped, "allris": _allris, "sdnet": _sdnet}[item.layout](item)


def _sessionnet(item: Item) -> str:
    head = [f"Beschluss: {item.outcome[0]}"]
    if item.counts:
        c = item.counts
        head.append(
            f"Abstimmung: Ja:{NBSP}{c['yes']}, Nein:{NBSP}{c['no']}, Enthaltungen:{NBSP}{c['abstain']}, Befangen:{NBSP}{c['recused']}"
        )
    first = "\n\n".join(head)
    if item.resolution:
        first += "\n\nBeschluss:" + _GAP + _GAP.join(item.resolution)
    blocks = [first, _GAP.join(text for text, _kind, _speaker in item.debate)]
    if item.votes:
        lines = [
            f"Form der Abstimmung:{_PAD}{item.votes[0]['form']}",
            f"Abstimmungsergebnis:{_PAD}{item.vote_lines[0]}",
        ]
        lines += [f"{NBSP} " * 26 + line for line in item.vote_lines[1:]]
        blocks.append("\n\n".join(lines))
    return "\n\n\n".join(blocks)


def _wrapped(item: Item) -> str:
    """As in the model protocol: an item of a Niederschrift, its lines broken at 100 columns."""
    parts = ["TOP 3   Beratung über den Vorschlag                          SV-11-0612"]
    if item.resolution:
        parts += ["Beschluss:", *item.resolution]
    parts += [text for text, _kind, _speaker in item.debate]
    wrapped = ["\n".join(textwrap.wrap(part, 100)) if "   " not in part else part for part in parts]
    if item.votes:
        lines = [
            f"Form der Abstimmung:           {item.votes[0]['form']}",
            f"Abstimmungsergebnis:           {item.vote_lines[0]}",
        ]
        wrapped.append("\n".join(lines + [" " * 31 + line for line in item.vote_lines[1:]]))
    return "\n\n".join(wrapped)


def _allris(item: Item) -> str:
    def paragraphs(texts: list[str]) -> str:
        return "<div>" + "".join(f"<p>{html.escape(text)}</p>" for text in texts) + "</div>"

    body = (
        "<h1>Auszug - Beratung über den Vorschlag</h1><table><tr><td>TOP:</td><td>Ö 4.2</td></tr>"
        f"<tr><td>Gremium:</td><td>Schulausschuss</td><td>Beschlussart:</td><td>{item.outcome[0]}</td></tr>"
        "<tr><td>Datum:</td><td>Do, 12.03.2026</td><td>Status:</td><td>öffentlich</td></tr></table>"
        "<h2>Wortprotokoll</h2>" + paragraphs([text for text, _kind, _speaker in item.debate])
    )
    if item.resolution:
        body += "<h2>Beschluss</h2>" + paragraphs(item.resolution)
    if item.votes:
        body += "<h2>Abstimmungsergebnis</h2>" + paragraphs(item.vote_lines)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Auszug</title></head><body>{body}</body></html>'


def _sdnet(item: Item) -> str:
    parts = ["Ö 4   Beratung über den Vorschlag", "Vorlage: 126/2015", "Beratung:"]
    parts += [text for text, _kind, _speaker in item.debate]
    if item.resolution:
        parts.append("\n".join(["Beschluss:", *item.resolution]))
    if item.votes:
        parts.append(f"Abstimmungsergebnis: {item.vote_lines[0]}")
    return "\n\n".join(parts)
