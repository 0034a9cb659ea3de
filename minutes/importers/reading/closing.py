"""Where, after the last item, a session is closed and its minutes signed. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar import labels, outcomes, procedure, result_lines, tallies
from minutes.importers.grammar.letters import LOWER, UPPER, plain
from minutes.importers.loading.line import WIDE
from minutes.importers.source import Paragraph

_CLOSES = re.compile(
    r"\b(?:schließt|schloss|beendet|beendete|schliesst)\b.{0,80}\b(?:Sitzung|Teil)\b|\bSitzung\b.{0,60}\b(?:geschlossen|beendet)\b|\bEnde der Sitzung\b"
)
# `Schließung der Sitzung` as the last item: who closes it there speaks in it.
_CLOSING_ITEM = re.compile(r"(?:Schlie(?:ß|ss)(?:ung|en)|Schlu(?:ss|ß)|Beendigung|Ende)\b[^.]{0,60}\b(?:Sitzung|Teils)")
_SIGNS = re.compile(r"_{5,}|gez\.|\.{12,}")
_DRAWN = re.compile(r"_{5,300}")
# `Ende der öffentlichen Sitzung: 20.40 Uhr`, `Ende: 21:05 Uhr`, `Datenstand vom 12.4.2026`, `Nächste Sitzung: 3. Mai`
_ENDS = re.compile(
    r"(?:Sitzungse|E)nde\b[^.]{0,40}?:?\s*(?:um\s)?\d{1,2}[.:]\d{2}\b.{0,40}|Datenstand\s(?:vom|:)\s.{5,40}|Nächste\s(?:\w+\s)?Sitzung(?:stermin)?\s?:\s.{3,80}"
)
# `Zur Beurkundung!`, `Für die Richtigkeit des Auszugs:`, `v. g. u.`; what is enclosed of the session as a whole: `Anlage 1: Anwesenheit`
_CERTIFIES = re.compile(
    r"(?:(?:Zur|z\.)\s(?:Beurkundung|Beglaubigung)|Für\s(?:die\sRichtigkeit|das\sProtokoll|die\sNiederschrift)|F\.\s?d\.\s?R\.|Beglaubigt|Beurkundet|Aufgestellt|Ausgefertigt|Unterschriften|[Vv]\.\s?g\.\s?u|g\.\s?w\.\s?o|Vorgelesen,?\sgenehmigt|Gelesen,?\sgenehmigt|Geschlossen(?:\sund\sunterschrieben)?\s?[:!]?$|(?:Vorstehende|Obige)\s(?:Niederschrift|Protokoll)|(?:Die\sRichtigkeit|Die\sÜbereinstimmung)\s[^.:]{3,60}\s(?:wird|ist)\s(?:hiermit\s)?(?:beglaubigt|bestätigt|bescheinigt)|(?:Anschließend|Es\sfolgt\s(?:eine|die))\s(?:nicht\s?-?\s?öffentliche|geheime)\sSitzung|Die\sNiederschrift\swurde\s(?:vor|ge)lesen\b|Verteiler\s?:|(?:Anlagen?\s?(?:\d{1,2}|[A-Z])?\s?[:–-]\s)?(?:Anwesenheit(?:sliste)?|Teilnehmerliste|Tagesordnung)\s?:?$).{0,60}"
)
_ROLE = re.compile(
    r"(?:(?:[Ss]tellv\S*|[Ee]rste[rn]?|[Zz]weite[rn]?|Für die|für das|Die|Der)\s)?\S*(?:[Vv]orsitzende[rn]?|[Vv]orsteher(?:in)?|[Bb]ürgermeister(?:in)?|[Ss]chriftführe(?:r|rin|nde[r]?|ung)|[Pp]rotokollführe(?:r|rin|ung)|[Pp]rotokollant(?:in)?|Niederschriftführer(?:in)?|Protokoll|Niederschrift|Geschäftsführer(?:in)?|Urkundspersonen?|[Ll]andrat|[Ll]andrätin|Mitglied)\b:?.{0,40}"
)
_WRITES = re.compile(r"[Ss]chriftführ|[Pp]rotokoll|Niederschriftf")
_NAME = re.compile(
    rf"[(]?(?:(?:Dr|Prof|gez)\.\s)*(?:[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)*\.?\s?){{1,4}}(?:\s?/\s?\w{{1,20}})?[)]?"
)
_PLACE_AND_DAY = re.compile(rf"[{UPPER}][^\d:.]{{2,40}},\s(?:den\s|am\s)?\d{{1,2}}\.\s?\S{{2,10}}\s?\d{{2,4}}")
_MOST_SIGNATURES = 16


def begins(paragraphs: Sequence[Paragraph], last: int) -> int:
    """Where the closing begins below the heading of the last item."""
    end = _signatures(paragraphs, last)
    in_item = last < len(paragraphs) and bool(_CLOSING_ITEM.search(plain(paragraphs[last].text)))
    for index in range(last + 1, end):
        text = paragraphs[index].text
        line = plain(text)
        if paragraphs[index].is_furniture:
            continue
        if (
            (_is_closing(text) and len(line) < 400 and not in_item)
            or (_SIGNS.match(line) and not _is_drawn_above(paragraphs, index))
            or re.match(r"\(?Der (?:nicht)?öffentliche Teil\b", line)
            or (len(line) < 120 and (_ENDS.fullmatch(line) or _CERTIFIES.fullmatch(line)))
        ):
            return index
    return end


def _is_drawn_above(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line is drawn below a title, above a sentence: nobody signs there."""
    below = next((plain(each.text) for each in paragraphs[index + 1 : index + 4] if not each.is_furniture), "")
    return bool(_DRAWN.fullmatch(plain(paragraphs[index].text))) and below.endswith(".") and " " in below


def told(paragraphs: Sequence[Paragraph], count: int) -> list[Paragraph]:
    """Of so many paragraphs at the end those that close the session: sentences, and no signatures."""
    last = [each for each in paragraphs if not each.is_furniture][-count:] if count else []
    return [each for each in last if _is_closing(each.text) and plain(each.text).endswith(".")]


def _is_closing(text: str) -> bool:
    """Whether a paragraph says that the session ends."""
    return bool(_CLOSES.search(plain(text)))


def _signatures(paragraphs: Sequence[Paragraph], last: int) -> int:
    """Where names and roles stand at the very end, one below or beside the other, that of who writes among them."""
    start = len(paragraphs)
    found = False
    for index in range(len(paragraphs) - 1, max(last, len(paragraphs) - 1 - _MOST_SIGNATURES), -1):
        line = plain(paragraphs[index].text)
        if paragraphs[index].is_furniture or not re.search(r"\w", line):
            continue
        cells = [plain(cell) for cell in WIDE.split(paragraphs[index].text.strip()) if cell.strip()]
        if len(line) > 160 or not all(map(_is_of_signature, cells)):
            break
        found = found or bool(_WRITES.search(line))
        start = index
    return start if found else len(paragraphs)


def _is_of_signature(cell: str) -> bool:
    """A name, a role, or place and day; no result of a vote."""
    if _PLACE_AND_DAY.fullmatch(cell) or (_ROLE.fullmatch(cell) and not re.search(r"[.!?]$", cell)):
        return True
    if (
        procedure.is_lack(cell)
        or labels.read(cell)
        or result_lines.is_result(cell)
        or tallies.is_count_line(cell)
        or outcomes.is_status(cell)
    ):
        return False
    # `Keine Wortmeldungen.`
    is_sentence = cell.endswith(".") and " " in cell
    return bool(_NAME.fullmatch(cell)) and not is_sentence
