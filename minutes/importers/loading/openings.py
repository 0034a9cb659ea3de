"""Lines that open a paragraph where no empty lines part them: who speaks or decides next. Pure."""

import re

from minutes.importers.loading.line import GOVERNS, is_hyphenated

# Who speaks next begins a paragraph, where no empty lines part them: `Ratsmitglied Kohl fragt …`, `Der Vorsitzende verneint …`
_SPEAKER = re.compile(
    r"(?:(?:Der|Die)\s)?(?:\d\.\s)?(?:(?:Stellv\.|Stv\.|Stellvertretende[rs]?|Erste[r]?|Zweite[r]?|Sachkundige[rs]?|Beratende[rs]?|Allgemeine[r]?|[A-ZÄÖÜ][\w-]*ische[rs]?)\s)?"
    r"(?:(?:Herr|Frau|RM|AM|StR(?:in)?|GR(?:in)?|MGR(?:in)?|GV|OR|StV|BM|Abg\.|Ktabg\.|(?=[A-ZÄÖÜ])[\w.-]{0,40}"
    r"(?i:mitglied|meister(?:in)?|vorsitzende[r]?|vorsteher(?:in)?|beigeordnete[r]?|herr|frau|verordnete[r]?|vertreter(?:in)?|rat|rätin|leiter(?:in)?|abgeordnete[r]?|bürger(?:in)?|planer(?:in)?)|Landrätin)"
    r"\s(?:Dr\.\s|Prof\.\s)*(?:[A-ZÄÖÜ]\S*,?\s){1,3}|(?:Bürgermeister(?:in)?|\w*[Vv]orsitzende[r]?|\w*[Vv]orsteher(?:in)?|Landrat|Landrätin|Verwaltung)\s)(?:\([^()]{1,40}\)\s)?"
    r"(?:[a-zäöüß]{2,}te?|sprach|bat|(?:ver)?wies|gab|schlug|hob|rief|sah|nahm|trug|verlas|brachte)\b"
    # `Seitens der Verwaltung wird …`
    r"|(?:Seitens|Von\s?[Ss]eiten)\s(?:der|des)\s(?:[A-ZÄÖÜ]\S*\s){1,3}(?:wird|wurde)\b"
)
# `BzV Kohl fragt …`, `OR'in Witt nennt …`: whoever it is, with a verb that only people have.
_SAYS = re.compile(
    r"(?!(?:Der|Die|Das|Den|Dem|Ein|Eine)\s)(?:[A-ZÄÖÜ][\w.'’-]{0,24}\s){1,3}(?:\([^()]{1,30}\)\s)?"
    r"(?:fragte?|bittet|bat|erklärte?|nennt|nannte|berichtete?|antwortete?|erläuterte?|meinte?|findet|fand|hält|hielt|möchte|wünschte?|schlägt|schlug|weist|wies|erkundigte?|erinnerte?|beantragte?|dankte?|informierte?|verweist|verwies|widerspricht|entgegnete?|ergänzte?|kritisierte?|bedauerte?|befürchtete?|vermisste?|vermißt|unterstützte?|begründete?)\b"
)
# `Der Gemeinderat beschließt …` as well.
_BODY_DECIDES = re.compile(
    r"(?:Der|Die|Das)\s(?:[A-ZÄÖÜ][\w-]*(?:rat|ausschuss|vertretung|versammlung|tag|beirat)|Rat|Ausschuss|Gremium)\s(?:[a-zäöü]+\s)?(?:beschließt|beschloss|empfiehlt|empfahl|nimmt|nahm|stimmt|stimmte|lehnt|lehnte|genehmigt|genehmigte)\b"
)
# `TOP 3: Anfragen`, `3.1 Anfragen`, `§ 85 Anfragen`, `Zu Ziff. 3 der TO: Anfragen`, `18.20 Uhr – TOP 3 (öffentlich): Anfragen`
_HEADING = re.compile(
    r"[*#(|• ]{0,4}(?:\(?\d{1,2}[.:]\d{2}\s?(?:Uhr)?\)?\s?[-–:|]?\s)?(?:[Zz]u[mr]?\s|[Aa]d\s)?"
    r"(?P<word>(?:TOP|Top|T\.O\.P\.|TO|Tagesordnungspunkt|Punkt|Pkt\.|Ziff(?:er|\.)|(?:[Ll]fd\.[\s-]?)?Nr\.|§|Gegenstand|Thema|Vorgang|\w{4,14}(?:gegenstand|punkt))\s?(?:Nr\.\s?)?)?"
    r"(?:(?:[A-E]|[IVX]{1,4})[\s./]\s?)?[ÖNön]{0,2}\s?(?:\d{1,3}(?:[./]\d{1,4}){0,3}[a-h]?|[IVX]{1,4}(?=[.:)]))"
    r"(?:\s(?:der|d\.)\s(?:Tagesordnung|TO)|\s?[(–-]?\s?(?:nicht)?(?:öffentlich|ö\.T\.|ö)|\s\(\d{1,2}[.:]\d{2}\sUhr\))?\s?[-–.:|)\]➔]{0,2}\s+[A-ZÄÖÜ„]"
)
# `Herr Kohl dankt dem Verein.`, below a title that is whole: no title goes on so.
_SENTENCE_BELOW = re.compile(r"[A-ZÄÖÜ][^.!?]*\s[a-zäöüß]{3,}\s[^!?]*[.!?]")

# What became of an item, on a line below its title: `zur Kenntnis genommen`.
_STATUS = re.compile(
    r"zur Kenntnis genommen|(?:einstimmig|mehrheitlich|ungeändert|geändert)\s(?:beschlossen|zugestimmt|angenommen|abgelehnt|empfohlen)|vertagt|zurückgestellt|abgesetzt"
)
# Above the rest of a sentence stands a verb, or what it is about.
_SENTENCE = re.compile(
    r"\b(?:wird|werden|wurden?|ist|sind|war|waren|hat|haben|hatte|nimmt|nehmen|nahm|soll|sollen|Antrag|Bericht|Vorschlag)\b"
)


def speaks(line: str) -> bool:
    """Whether a line begins with who speaks."""
    return bool(_SPEAKER.match(line))


def may_speak(line: str) -> bool:
    """Whether a line below the end of a sentence begins with who speaks, of whatever office."""
    return speaks(line) or bool(_SAYS.match(line))


def begins(line: str) -> bool:
    """Whether a line begins with who speaks or decides next."""
    return speaks(line) or bool(_BODY_DECIDES.match(line))


def is_heading(line: str) -> bool:
    """Whether a line is a numbered heading, below which such a line may stand."""
    return bool(_HEADING.match(line)) and len(line) < 200


def is_said_below(heading: str, line: str) -> bool:
    """Whether somebody speaks on a line below a numbered heading that ends with a name or a noun."""
    last = heading.split()[-1]
    return is_heading(heading) and last[:1].isupper() and last[-1].isalnum() and bool(_SAYS.match(line))


def is_told_below(heading: str, line: str) -> bool:
    """Whether a line is a sentence of its own below a heading that is marked as one and does not go on."""
    match = _HEADING.match(heading)
    is_whole = (
        bool(match and match["word"])
        and (heading[-1].isalpha() or heading[-1] in ')"“')
        and not GOVERNS.search(heading)
    )
    return is_whole and not is_hyphenated(heading) and bool(_SENTENCE_BELOW.fullmatch(line))


def is_status(line: str, above: str) -> bool:
    """Whether a line tells what became of the item whose title stands above it."""
    return bool(_STATUS.fullmatch(line)) and not _SENTENCE.search(above)
