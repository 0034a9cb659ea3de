"""The head of a page: number, title, session and publicity above an item, as facts or as lines. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutes.importers.grammar import clauses, labels, outcomes, papers
from minutes.importers.grammar.labels import Label
from minutes.importers.grammar.letters import plain
from minutes.importers.loading.line import WIDE
from minutes.importers.reading import facts, session_titles
from minutes.importers.reading.listed_pages import DATED
from minutes.importers.source import Paragraph

KINDS = frozenset({"number", "title", "date", "meeting", "committee", "publicity", "head"})
_IN_ROWS = KINDS | {"status", "papers"}
_EXTRACT = re.compile(r"(?:Beschlussa|A)uszug\s*[-–:]\s*(?P<title>.+)")
# What the page is, and nothing more.
_PAGE_OF = re.compile(
    r"(?:(?:Nichtö|Ö)ffentliche\s)?(?:Niederschrift|Sitzungsniederschrift|Protokoll)|Auszug|Beschlussauszug|Auszug aus (?:der Niederschrift|dem Protokoll)"
)
# `Beschluss`, and below it `aus der Sitzung des Rates`: no heading of a resolution.
_ABOVE_SESSION = frozenset({"Auszug", "Beschluss", "Beschlussauszug", "Protokollauszug", "Niederschrift"})
_OF_SESSION = re.compile(r"aus\s(?:de[rm]|einer)\s(?:[\w./()-]+\s){0,6}?(?:Sitzung|Niederschrift|Protokoll)\b")
_SUBTITLE = re.compile(r"hier:\s")
_NAMED = re.compile(r"(?:[Zz]um?\s)?TOP\s?:?\s?(?:(?:Ö|N|NÖ)\s?[\d:]|\d)")
# `TOP Ö : Einwohnerfragestunde`, which has lost its number.
_UNNUMBERED = re.compile(r"TOP\s(?P<mark>Ö|N|NÖ)\s?:\s(?P<title>\S.{2,300})")
# `§ 213 - Zuschuss an den Verein (öffentlich)`, as councils of the south number their items.
_SECTION = re.compile(
    r"§\s?(?P<number>\d{1,4})\.?\s(?:[-–:]\s)?(?P<title>[A-ZÄÖÜ„].{2,300}?)(?:\s\((?P<part>[^()]+)\))?"
)
# Where one space parts the facts of a row: before these words with a colon.
_NEXT_FACT = re.compile(
    r"\s(?=(?:Beschlussart|Beschlussstatus|Status|Gremium|Datum|Zeit|Anlass|Raum|Ort|Bearbeiter(?:/-?in)?|Vorlage|TOP)\s?:)"
)


@dataclass(slots=True)
class PageHead:
    """What the head says so far; the first to say something is right, but a label knows better than a sentence."""

    facts: dict[str, str] = field(default_factory=dict)
    papers: list[str] = field(default_factory=list)
    is_public: bool | None = None
    # Whether it is headed as taken from the minutes: then a number alone is that of the item.
    is_extract: bool = False

    def label(self, label: Label) -> None:
        """A labelled fact."""
        rest = plain(label.rest)
        if label.kind == "publicity":
            # `öffentlich/nichtöffentlich` is said of a session that has both.
            both = re.search(r"(?<!nicht)(?<!nicht[ -])öffentlich.*nicht\s?-?\s?öffentlich", rest, re.IGNORECASE)
            if not both and re.search(r"öffentlich", rest, re.IGNORECASE):
                self.is_public = not re.search(r"nicht\s?-?\s?öffentlich", rest, re.IGNORECASE)
        elif label.kind == "papers":
            found = papers.find(f"Vorlage {rest}")
            self.papers += [number for number in found if number not in self.papers]
        elif label.kind == "number":
            heading = facts.item_heading(f"TOP {rest}")
            if heading:
                self.facts.setdefault("number", heading.label)
                self.is_public = heading.is_public if self.is_public is None else self.is_public
                if heading.title:
                    self.facts.setdefault("title", heading.title)
        elif label.kind == "meeting":
            self._session(rest)
        elif label.kind == "date":
            self.facts.setdefault("date", facts.date(rest))
        elif label.kind != "head":
            self.facts[label.kind] = rest

    def line(self, text: str, *, may_be_title: bool) -> bool:
        """Takes a line without a label: session, number, title; False if it is none of these."""
        if facts.names_session(text):
            self._session(text)
            self.is_extract |= bool(_OF_SESSION.match(plain(text)))
            return True
        if _SUBTITLE.match(plain(text)) and self.is_extract and "title" in self.facts:
            self.facts["title"] += f" {plain(text)}"
            return True
        public = facts.part(text)
        if public is not None:
            self.is_public = public
            return True
        dated = DATED.fullmatch(plain(text)) if may_be_title and "number" not in self.facts else None
        if dated and facts.date(dated["date"]):
            self.facts |= {"date": facts.date(dated["date"]), "number": dated["number"], "title": dated["title"]}
            return True
        heading = facts.item_heading(text)
        if heading and (heading.is_marked or self.is_extract) and "number" not in self.facts and may_be_title:
            self.facts["number"] = heading.label
            self.is_public = heading.is_public if self.is_public is None else self.is_public
            self.papers += heading.papers
            if heading.title:
                self.facts.setdefault("title", heading.title)
            return True
        unnumbered = _UNNUMBERED.fullmatch(plain(text)) if may_be_title and "title" not in self.facts else None
        if unnumbered:
            self.facts["title"] = unnumbered["title"]
            self.is_public = unnumbered["mark"] == "Ö" if self.is_public is None else self.is_public
            return True
        section = _SECTION.fullmatch(plain(text)) if may_be_title and not self.facts else None
        if section and not text.rstrip().endswith("."):
            self.facts |= {"number": section["number"], "title": section["title"]}
            public = facts.part(section["part"] or "")
            word = (section["part"] or "").casefold()
            self.is_public = public if public is not None else {"öffentlich": True, "nichtöffentlich": False}.get(word)
            return True
        extract = _EXTRACT.match(plain(text))
        if extract or _PAGE_OF.fullmatch(plain(text)):
            if extract:
                self.facts.setdefault("title", extract["title"])
            return True
        if (
            "number" in self.facts
            and "title" not in self.facts
            and len(plain(text)) < 400
            and not plain(text).endswith(".")
        ):
            title, number = facts.split_paper(text)
            self.facts["title"] = title
            self.papers += number
            return True
        return False

    def _session(self, text: str) -> None:
        found = {
            "session": facts.session_number(text),
            "committee": facts.session_committee(text),
            "date": facts.date(text),
        }
        for name, value in found.items():
            if value:
                self.facts.setdefault(name, value)


def heads_extract(text: str, following: Paragraph | None) -> bool:
    """`Beschluss`, and on the next line of which session that is taken from."""
    return bool(following and plain(text[:40]) in _ABOVE_SESSION and _OF_SESSION.match(plain(following.text[:200])))


def names_extract(text: str) -> bool:
    """`Auszug - Zuschuss an den Verein`: the page of one item, whatever numbers stand in it."""
    return bool(_EXTRACT.fullmatch(plain(text)))


# `- Datum:` in the list of facts of a page, whose value is the next entry.
_OPEN_FACT = re.compile(r"[-–•]\s+(?P<label>[A-ZÄÖÜ][^:]{1,40}):")
_FACT = re.compile(r"[-–•]\s+(?P<value>[^:\s].{0,200}|\d{1,2}:\d{2}.{0,20})")
_MOST_ABOVE, _MOST_ABOVE_ITEM, _MOST_OF_SITE = 8, 20, 60


def opens_with_number(paragraphs: Sequence[Paragraph]) -> bool:
    """`12. Kauf eines Mähers` as the first line of a text that has no other numbers: what was cut out of the minutes."""
    shown = [each.text for each in paragraphs if not each.is_furniture]
    first = facts.item_heading(shown[0]) if shown else None
    if first is None or first.is_marked or not first.title or len(shown[0]) > 250 or len(shown) < 2:
        return False
    line = plain(shown[0])
    is_title = not line.endswith((".", "!", "?", ":", ",", ";")) and not any(map(clauses.is_finite, line.split()[1:]))
    return is_title and not any(_NEXT_NUMBER.match(plain(text)) for text in shown[1:12])


_NEXT_NUMBER = re.compile(r"\d{1,2}[.)]\s+[A-ZÄÖÜ]")


def open_fact(text: str) -> str:
    """The label of an entry that has no value of its own."""
    match = _OPEN_FACT.fullmatch(plain(text))
    return match["label"] if match else ""


def fact(label: str, text: str) -> Label | None:
    """The fact that an entry makes with the label above it."""
    match = _FACT.fullmatch(plain(text))
    return labels.read(f"{label}: {match['value']}") if match else None


def begins(paragraphs: Sequence[Paragraph]) -> int:
    """Where the head of a page begins: lines above its number are those of the site around it."""
    for index, paragraph in enumerate(paragraphs[:_MOST_ABOVE]):
        line = plain(paragraph.text)
        if DATED.fullmatch(line) or _NAMED.match(line):
            return index
        if len(line) > 90 or line.endswith((".", "!", "?", ":")) or labels.read(paragraph.text):
            break
    return _below_session(paragraphs)


def _below_session(paragraphs: Sequence[Paragraph]) -> int:
    """Where `zu TOP 7: Zuschuss an den Verein` stands below the head of the session from whose minutes it is taken."""
    for index, paragraph in enumerate(paragraphs[:_MOST_ABOVE_ITEM]):
        heading = facts.item_heading(paragraph.text)
        if heading and heading.is_marked and heading.title and _NAMED.match(plain(paragraph.text)):
            above = paragraphs[:index]
            told = any(each.text.rstrip().endswith(".") and not labels.read(each.text) for each in above)
            return index if not told and session_titles.heads_session(above) else 0
    return 0


def ends_site(paragraphs: Sequence[Paragraph]) -> range:
    """Below how many lines of a site, prose among them, `Auszug - Zuschuss` opens the page, and where its number stands."""
    for index, paragraph in enumerate(paragraphs[:_MOST_OF_SITE]):
        if names_extract(paragraph.text):
            for below in range(index + 1, min(index + 4, len(paragraphs))):
                if _NAMED.match(plain(paragraphs[below].text)):
                    return range(index, below)
    return range(0)


def row(text: str) -> list[Label]:
    """The facts of a row of the table above an item: `Gremium: …    Beschlussart: …`; none if it is no such row."""
    cells = [cell.strip() for cell in WIDE.split(text.strip()) if cell.strip()]
    if len(cells) < 3:
        return _close_row(text)
    pairs: list[str] = []
    for cell in cells:
        if pairs and pairs[-1].endswith(":") and not cell.endswith(":"):
            pairs[-1] += f" {cell}"
        else:
            pairs.append(cell)
    found = [label for label in map(labels.read, pairs) if label is not None]
    return [label for label in found if label.rest] if sum(label.kind in _IN_ROWS for label in found) >= 2 else []


def _close_row(text: str) -> list[Label]:
    """`Gremium: Rat Beschlussart: abgelehnt`: a row whose wide spaces were lost; each part of it must be a fact."""
    if len(text) > 300:
        return []
    cells = _NEXT_FACT.split(plain(text))
    found = [labels.read(cell) for cell in cells]
    facts_of_row = [label for label in found if label and label.rest and label.kind in _IN_ROWS]
    return facts_of_row if 2 <= len(cells) == len(facts_of_row) else []


_HEADS_STATUS = re.compile(r"Beschluss(?:art|status|ergebnis)|Entscheidungsart|Art der Entscheidung|Beratungsstatus")


def is_status_below(text: str, heading: str) -> bool:
    """`ungeändert beschlossen` on the line below `Beschluss:`: with a small letter, and no sentence; `Vertagt` below `Beschlussart:`."""
    line = plain(text)
    is_head = bool(_HEADS_STATUS.fullmatch(heading))
    return (
        (is_head or (heading == "Beschluss" and line[:1].islower()))
        and not line.endswith((".", ",", ";"))
        and outcomes.is_short(line)
        and outcomes.is_status(line)
    )


def is_meant(label: Label, state: str) -> bool:
    """Whether a label means here what it says: heads of pages are over once the debate runs."""
    if label.kind in KINDS:
        # `Status: geändert beschlossen` is of the item wherever it stands.
        return state == "head" or (label.kind == "publicity" and outcomes.is_status(label.rest))
    if label.kind == "papers":
        return state == "head" or bool(papers.find(f"Vorlage {label.rest}"))
    if label.kind in {"debate", "facts", "note"} and label.rest and state == "debate":
        return label.kind == "note"
    return True


_IMPORTED = re.compile(r"Auszug\s*[-–]\s*Importierte Niederschrift")
_BEGINS_IMPORTED = re.compile(r"Beschluss|Wortprotokoll|Protokoll|Niederschrift")
_MOST_OF_IMPORTED = 14


def without_extract(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The minutes that a page of an item holds as a whole: what the site says above them is of its frame."""
    if not paragraphs or not _IMPORTED.match(plain(paragraphs[0].text[:200])):
        return paragraphs
    above = paragraphs[:_MOST_OF_IMPORTED]
    last = next((at for at, each in enumerate(above) if _BEGINS_IMPORTED.fullmatch(plain(each.text[:40]))), 0)
    return tuple(replace(each, is_furniture=True) if at <= last else each for at, each in enumerate(paragraphs))
