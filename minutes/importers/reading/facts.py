"""Facts of a heading: number and title of an item, date and number of a session. Pure."""

import re
from dataclasses import dataclass, replace

from minutes.importers.grammar import clauses, papers
from minutes.importers.grammar.letters import UPPER, WORD, closed_up, plain
from minutes.importers.loading.line import WIDE

_MONTHS = {
    name: number
    for number, name in enumerate(
        "januar februar märz april mai juni juli august september oktober november dezember".split(), 1
    )
}
_DATE = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)")
MONTHS = "|".join(name.capitalize() for name in _MONTHS)
_LONG_DATE = re.compile(rf"(?<!\d)(\d{{1,2}})\.\s({MONTHS})\s(\d{{4}})")
_ISO_DATE = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NUMBER = r"(?:(?:(?:[A-E]|[IVX]{1,4})[\s./]\s?(?=\d))?\d{1,3}(?:\.\d{1,3})*\.?\s?(?!n\.?\s?ö)[a-z]?|(?:[IVX]{1,5}|[A-Z])(?=[.:)])|[IVX]{1,5}(?=\s|$))(?![\w-])"
_OF_AGENDA = r"(?:der|d\.)\s(?:Tagesordnung\b|TO\b|T\.\s?O\.)"
_ITEM = re.compile(
    rf"(?:[Zz]um?\s+)?(?:TOP\.?|Top\.?|T\s?O\s?P|T\.\s?O\.\s?P\.|Tagesordnungspunkt(?:\s\(TOP\))?|TAGESORDNUNGSPUNKT|TO[.-]\s?P(?:unkt|UNKT|kt\.)|(?:Beratungs|Verhandlungs|Sitzungs|Besprechungs|Diskussions|Agenda)(?:gegenstand|punkt)|TOP\s?-\s?Nr\.|Punkt|PUNKT|Pkt\.)\s*(?:Nr\.\s*)?[:–-]?\s*(?P<mark>Ö|N|NÖ|ö|nö|öffentlich|nichtöffentlich)?\s*(?P<number>{_NUMBER}(?:\s?/\s?\d[\d.]*|\s(?:und|u\.)\s\d{{1,2}}(?![\w.]))?)\s?(?P<after>n\.?\s?ö\.\s?T\.|ö\.\s?T\.|Ö|N|NÖ|ö|nö|[-–(]\s?(?:[Nn]icht\s?-?\s?)?[Öö]ffentlich\s?[-–)]|(?:nicht)?öffentlich(?=\s?[:.])|(?:[Nn]icht\s?-?\s?)?[Öö]ffentlicher\sTeil(?=\s?[:.]|\s*$))?(?![\w])\s*(?:{_OF_AGENDA})?[.:)]?\s*(?P<rest>.*)",
    re.DOTALL,
)
# `Zu Ziff. 3 der TO: Zuschuss`, `Nr. 3 der Tagesordnung`
_PLACED_IN_AGENDA = re.compile(
    rf"(?:[Zz]u[mr]?\s+)?(?:(?:[Ll]fd\.\s?)?Nr\.|Nummer|Ziff(?:er|\.)|Pos(?:ition|\.))\s?(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*[a-h]?)[.)]?\s{_OF_AGENDA}\s*[.:)]?\s*(?P<rest>.*)",
    re.DOTALL,
)
_MARKED = re.compile(
    r"(?:[Zz]u\s+)?(?P<mark>Ö|N|NÖ)\s*(?P<number>\d{1,3}(?:\.\d{1,3})*(?:\.|[a-h])?)(?![\w])[.:)]?\s+(?P<rest>.*)",
    re.DOTALL,
)
# `1.Ö   Bürgerfragestunde`: the mark behind the number.
_MARKED_BEHIND = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*[a-h]?)\.?\s?(?P<mark>Ö|NÖ|N)(?![\w.])[:)]?\s+(?P<rest>\S.*)", re.DOTALL
)
# `1. Anfragen`, `A.1 Anfragen`, `A 1 Anfragen`, `2.a. Anfragen`, `1b.) Anfragen`, `1 b) Anfragen`.
_NUMBERED = re.compile(
    r"(?:[Zz]u\s+)?(?P<number>(?:[A-E](?:\.\s?|\s))?\d{1,3}(?:\.\d{1,3})*(?:\.?[a-z]|\s[a-h](?=\)))?)(?:\s?[.:)]|\.\))?\s+(?P<rest>\S.*)",
    re.DOTALL,
)
# `3. Tagesordnungspunkt: Zuschuss`, `Zum 3. Tagesordnungspunkt:`, `Zum 3. Punkt der Tagesordnung`: the word behind the number.
_WORD_BEHIND = re.compile(
    rf"(?:[Zz]um?\s)?(?P<number>\d{{1,3}})\.\s(?:(?:(?:TOP|Tagesordnungspunkt|Punkt(?:\s{_OF_AGENDA})?)\s?:\s*|TOP\s+(?=[A-ZÄÖÜ„]))(?P<rest>\S.*)|(?:TOP|Tagesordnungspunkt|Punkt\s{_OF_AGENDA})\s?:?$)",
    re.DOTALL,
)
# `Ö 4.1` alone, or with the number of its paper: `Ö 4.1 - 17-0204`; the title stands below.
_MARKED_ALONE = re.compile(
    r"(?P<mark>Ö|N|NÖ)\s(?P<number>\d{1,3}(?:\.\d{1,3})*[a-h]?)(?:\s[-–]\s(?P<rest>[\w/.-]*\d[\w/.-]*))?"
)
# `zu 4.1` alone, `Zu 4: Zuschuss`, `Zu 4. der Tagesordnung: Zuschuss`, or `zu 4    Zuschuss` with its number in a column
# of its own.
_PLACED = re.compile(
    r"(?:[Zz]u|ZU)\s+(?P<number>\d{1,3}(?:\.\d{1,3})*[a-h]?)(?:\.?\sder\s(?:Tagesordnung|TO)(?:\s?[.:]|\s[-–]|$)\s*|\s?(?:[.:)](?!\d)|$)\s*|(?:[ \u00a0]{2}|\t)\s*(?=[A-ZÄÖÜ„]|\d{1,3}\.\s[A-ZÄÖÜ]))(?P<rest>.*)",
    re.DOTALL,
)
_SESSION = re.compile(
    rf"(?P<ordinal>\d{{1,3}})\.\s(?:(?:öffentlichen?|nichtöffentlichen?|gemeinsamen?|ordentlichen?|Öffentliche|konstituierenden?)\s(?:und\s(?:nichtöffentlichen?)\s)?)*(?:Sitzung|Tagung)(?:\s(?:des|der)\s(?P<committee>[{UPPER}][{WORD}-]*(?:(?:,\s|\s(?:für|und|der|des|am|im|zur|die|an)\s|\s)(?:[{UPPER}][{WORD}-]*))*))?"
)
_SESSION_OF = re.compile(
    rf"\bSitzung\s(?:des|der)\s(?P<committee>[{UPPER}][{WORD}-]*(?:(?:,\s|\s(?:für|und|der|des|am|im|zur)\s|\s)(?:[{UPPER}][{WORD}-]*))*)"
)
# `Ortschaftsrat Neudorf, 05.04.2022`
_BODY_DATED = re.compile(
    rf"(?P<committee>[{UPPER}][{WORD}-]*(?:rat|ausschuss|tag|vertretung|versammlung|beirat|kommission)(?:\s[{WORD}-]+){{0,6}}?),?\s(?:(?:Sitzung\s)?(?:am|vom)\s)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.|(?:{MONTHS}))\s?\d{{2,4}}"
)
_WEEKDAY = re.compile(r",?\s(?:am|vom)\s(?:\w+tag|Mittwoch|Sonnabend)\b")
_SESSION_NUMBER = re.compile(
    r"(?<![\w/-])([A-ZÄÖÜ][A-Za-zÄÖÜäöüß]{0,9}/\d{1,3}/\d{4}|[A-ZÄÖÜ][A-Za-zäöü]{0,7}/[IVXL]+/\d{1,3}|[A-Z][A-Za-z]{0,7}/\d{4}/\d{1,3})(?![\w/])"
)
_PART = re.compile(
    r"(?:(?:[A-D]|[IVX]{1,3}|Teil [AB12]|[12])[.):]?\s*)?(?P<not>[Nn]icht\s?-?\s?)?[Öö]ffentlich(?:er|e)?\s?(?:Teil(?:\sder\s(?:Sitzung|Tagesordnung))?|Sitzung(?:steil)?|(?:zu behandelnde\s)?Tagesordnungspunkte|Tagesordnung)?\s?:?",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:wird|werden|wurde|wurden|ist|sind|hat|haben|bittet|erklärt|ruft|stellt)\b")
# Alone they may be the value of a label.
_PUBLICITY = frozenset({"öffentlich", "nichtöffentlich"})
# `anwesend bis TOP 2 (20.55 Uhr)`
_TIME = re.compile(r"\(?\d{1,2}[.:]\d{2}\sUhr\)?")
# `TOP 3 Zuschuss wird zu TOP 2.`: how the agenda was changed.
_MOVED = re.compile(
    r"\b(?:wird|werden|wurde|wurden)\s(?:neu\s)?(?:(?:zu|als|auf|unter|nach|vor)\s(?:TOP|Punkt|Tagesordnungspunkt)\b|(?:abgesetzt|vorgezogen|gestrichen)\b)"
)
# `17.05 Uhr – TOP 2: Anfragen`, `(19:30 Uhr) TOP 2`: when the item was called.
TIME_ABOVE = re.compile(
    r"\(?\d{1,2}[.:]\d{2}\s?(?:Uhr|h)?\)?\s?[-–:|]?\s+(?=(?:[Zz]u\s)?(?:TOP|Top|T\.O\.P\.|Tagesordnungspunkt)\s)"
)
# `→ TOP 2: Anfragen`, `[TOP 2] Anfragen`
_POINTED = re.compile(
    r"(?:[→➔►▶•·>–-]{1,2}\s?(?P<item>TOP(?=\s?\d))|\[(?P<bracketed>TOP\s?\d{1,2}(?:\.\d{1,2})*)\])\s*"
)
# `öffentlich                TOP 2`: in the head of an extract.
_PUBLIC_BESIDE = re.compile(
    r"(?P<part>(?:[Nn]icht\s?-?\s?)?[Öö]ffentlich(?:e\sSitzung|er\sTeil)?)(?:[ \u00a0]{3,120}|\t{1,4})(?=(?:TOP|Tagesordnungspunkt)\s)"
)
# `3.   05 - 17 0214/2021`, `4. Vorlage 88/2026`: with the number of its paper, and the title below.
_ONLY_PAPER = re.compile(
    r"(?:(?:\w*[Vv]orlage|Drucksache|Drs\.|DS|Antrag)\s?(?:-?\s?Nr\.)?:?\s)?(?:[A-ZÄÖÜ]{1,5}[\s/-]{1,3})?(?:\d{1,3}\s[-–]\s\d{1,3}\s)?\d{1,5}(?:[/-]\d{1,4})?[/-](?:19|20)?\d{2}(?:[/-]\d{1,3})?"
)
# How a title begins that may have a clause: `Entlastung der Beigeordneten, soweit sie den Bürgermeister vertreten haben.`
_NAMES_ITEM = re.compile(
    r"(?:Beratung|Beschluss\w*|Genehmigung|Feststellung|Antrag|Anträge|Wahl|Bericht|Änderung|Vergabe|Neufassung|Entlastung|Zustimmung|Aufstellung|Information|Vorstellung)\s(?:\w+\s){0,3}(?:der|des|über|zu[mr]?|von|für|auf|gemäß)\b"
)


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """`TOP Ö 6.1   Zuschuss …   SV-11-0615`."""

    number: str
    title: str
    papers: tuple[str, ...] = ()
    is_public: bool | None = None
    # Written with a word or mark that only headings have; a mere number is a heading only where the agenda says so.
    is_marked: bool = True
    mark: str = ""
    # The number of a published resolution: what stands below was resolved.
    is_published: bool = False

    @property
    def label(self) -> str:
        """The number as councils write it: `Ö 6.1`, `N 14`, `3`."""
        return f"{self.mark} {self.number}".strip()


def item_heading(text: str) -> ItemHeading | None:
    """The heading of an item, if a paragraph is one. Of mere numbers the caller must know what they number."""
    line = closed_up(text) if re.match(r"\s*T\sO\sP", text) else text.replace("\u00a0", " ").strip()
    if "|" in line:
        # A row of a table: `Zu TOP 1: | Bericht |`.
        line = re.sub(r"\s*\|[\s|]*", "   ", line).strip()
    if line[:1] in "*#":
        # `**TOP 3: Anfragen**`, `## 3. Anfragen`, as pages are copied with their marks.
        line = line.strip("*# ")
    if pointed := _POINTED.match(line):
        line = f"{pointed['item'] or pointed['bracketed']} {line[pointed.end() :]}"
    if beside := _PUBLIC_BESIDE.match(line):
        heading = item_heading(line[beside.end() :])
        return replace(heading, is_public=beside["part"][:1] in "öÖ") if heading else None
    if line[:2].strip("(").isdigit() and (time := TIME_ABOVE.match(line)):
        line = line[time.end() :]
    match = (
        _ITEM.fullmatch(line)
        or _MARKED.fullmatch(line)
        or _MARKED_BEHIND.fullmatch(line)
        or _PLACED.fullmatch(line)
        or _WORD_BEHIND.fullmatch(line)
        or _PLACED_IN_AGENDA.fullmatch(line)
    )
    marked = match is not None
    alone = _MARKED_ALONE.fullmatch(line)
    if alone:
        number = (alone["rest"],) if alone["rest"] else ()
        return ItemHeading(alone["number"], "", number, alone["mark"] == "Ö", True, alone["mark"])
    match = match or _NUMBERED.fullmatch(line)
    if not match or len(line) > 900:
        return None
    rest = (match["rest"] or "").strip().lstrip("-–—─:,;").strip()
    if rest[:1].islower() or (marked and (_is_sentence(rest) or _TIME.fullmatch(rest))):
        return None
    if bracketed := re.fullmatch(r"\(([^()]{3,})\)", rest):
        rest = bracketed[1]
    groups = match.groupdict()
    mark = (groups.get("mark") or groups.get("after") or "").strip("-–() ")
    public = None if not mark else not mark.lower().startswith("n")
    mark = mark.upper() if len(mark) < 3 else mark
    title, found = ("", (rest,)) if _ONLY_PAPER.fullmatch(rest) else split_paper(rest)
    # `3. Anfragen:`; after `hier:` the title goes on.
    title = title if title.endswith("hier:") else title.rstrip(" :")
    return ItemHeading(
        " ".join(match["number"].rstrip(". ").split()), title, found, public, marked, mark if len(mark) < 3 else ""
    )


def _is_sentence(rest: str) -> bool:
    """Whether what follows a number is no title: a sentence, unless its verb is that of a clause within a title."""
    if _MOVED.search(rest):
        return True
    if not rest.endswith(".") or WIDE.search(rest):
        return False
    if not _VERB.search(rest):
        return any(map(clauses.is_finite, rest.rstrip(".").split()[:8]))
    return not _NAMES_ITEM.match(rest) or bool(_VERB.search(rest.split(",")[0]))


def split_paper(text: str) -> tuple[str, tuple[str, ...]]:
    """A title, and the number of its paper at the end; page numbers of a table of contents go."""
    cells = [cell for cell in WIDE.split(text.strip()) if cell.strip()]
    if len(cells) > 1 and re.fullmatch(r"\d{1,4}", cells[-1].strip()):
        cells = cells[:-1]
    joined = re.sub(r"\s/$", "", "   ".join(cells))
    title, number = papers.at_end(joined)
    return plain(title), (number,) if number else ()


def part(text: str) -> bool | None:
    """Whether a heading opens the public part (True), the non-public part (False), or is none (None)."""
    line = closed_up(text).rstrip("_ ")
    match = _PART.fullmatch(line) if len(line) < 80 else None
    if not match or line.casefold() in _PUBLICITY:
        return None
    return not match["not"]


def is_publicity(text: str) -> bool:
    """Whether a line heads a part, or says no more than whether what follows is public."""
    return part(text) is not None or closed_up(text).casefold() in _PUBLICITY


def date(text: str) -> str:
    """The first date of a text, as 2026-11-18."""
    line = plain(text)
    iso = _ISO_DATE.search(line)
    if iso and 1 <= int(iso[2]) <= 12 and 1 <= int(iso[3]) <= 31:
        return iso.group()
    long = _LONG_DATE.search(line)
    short = _DATE.search(line)
    if long and (not short or long.start() < short.start()):
        return f"{int(long[3]):04d}-{_MONTHS[long[2].lower()]:02d}-{int(long[1]):02d}"
    if short and 1 <= int(short[2]) <= 12 and 1 <= int(short[1]) <= 31:
        year = int(short[3]) + (2000 if len(short[3]) == 2 else 0)
        return f"{year:04d}-{int(short[2]):02d}-{int(short[1]):02d}"
    return ""


def session_number(text: str) -> str:
    """`IntA/7/2026`, else the ordinal of `7. Sitzung`."""
    line = plain(text)
    match = _SESSION_NUMBER.search(line)
    if match:
        return match.group(1)
    session = _SESSION.search(line)
    return session["ordinal"] if session else ""


def session_committee(text: str) -> str:
    """The committee of `7. Sitzung des Integrationsausschusses`, as written."""
    line = plain(text)
    match = _SESSION.search(line) or _SESSION_OF.search(line) or _BODY_DATED.fullmatch(line)
    return _WEEKDAY.split(match["committee"] or "")[0].strip() if match else ""


def names_session(text: str) -> bool:
    """Whether a line of a head is about the session: its number, its committee, its date."""
    line = plain(text)
    return len(line) < 300 and bool(
        _SESSION.search(line)
        or _SESSION_OF.search(line)
        or _SESSION_NUMBER.fullmatch(line)
        or _BODY_DATED.fullmatch(line)
    )
