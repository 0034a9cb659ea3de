"""Letters, white space and sentences of German text. Pure."""

import re

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŸŹŻŽ"
LOWER = "a-zß-öø-ÿāăąćĉċčďđēėęěğģīıķĺļľłńņňōőœŕřśşšșţťțūůűųźżž"
WORD = f"{UPPER}{LOWER}"

_OLD = re.compile(
    r"\b([Bb]eschlo|[Bb]eschlu|[Ss]chlo|[Ff]a|[Dd]a|[Ll]ä|[Ee]rlä|[Vv]erlä|[Mm]u|[Ee]ntschlo)ß(?=(?:t(?:e[nst]?)?)?\b)"
)
_SPACED_OUT = re.compile(rf"(?<![{WORD}])(?:[{WORD}] ){{3,}}[{WORD}](?![{WORD}])")
_END = re.compile(r"[.!?][\"“”»)]*\s+(?=[\"„»(]?[^\W_a-zäöüß])")
# Before these words' full stop no sentence ends.
_ABBREVIATED = re.compile(
    r"(?:^|[\s(„/.-])(?:\d{1,4}|[A-Za-zÄÖÜäöü]|[IVX]{1,4}|Dr|Prof|Ing|Dipl|med|jur|phil|nat|rer|h\.c|St|Str|Nr|Nrn|Abs|Art|Ziff|Ziffn|Buchst"
    r"|bzw|ca|ggf|inkl|exkl|vgl|usw|etc|lt|gem|sog|evtl|einschl|max|min|Mio|Mrd|Tsd|Std|tlw|insb|bes|zzgl|abzgl|i\.V"
    r"|Kt?a?bg|Ktabg|Ktab|Ktagb|Ktagbg|KTabg|Abg|Vors|stellv|Stellv|stellvertr|Stellvertr|stv|Stv|Stve|StV|Gv|GV|Ratsm|Stadtr|Bürgerm|Oberbürgerm|Gemeindev|Schriftf|Verw|Fraktionsvors|Archit|Beig|Bgm|BGM|Bm|Rh|Rf|Rfr|Dez|Mitgl|Hr|Fr|Frhr"
    r"|sachk|Sachk|[Ss]tädt|Einw|Mitarb|Ltd|ltd|geb|ehem|verh|Kap|kl|gr|Vertr|S|Anl|Jan|Feb|Apr|Aug|Sept|Okt|Nov|Dez|Enth|e\.V|eV|Bez|Komm"
    r"|Am|Rm|Gv|Gr|Sr|Kr|Stvo|Krm|Ausschm|Kta|Ov|Bv|Bürgerm|OBgm|Bgmin|Stadtv|Stadtr|Gemeindev|RVors|Stellv|Vorst|Sch|bgl|Kam|St|Ratsm|Stadtverordn|Stadtverord|Beigeo|Bezv|Verw|Antw|Co|Fa|Arch|Hrn|[Bb]erufsm|[Tt]echn|[Kk]aufm|Telef|Schriftf|Prot|Drs|DrS|Drucks|Vorl|Tgb|Az|RHr|RFr|Rhr|KAbg|Abt|AbtL|Amtsl|AmtsL|Pfr|KDir|RDir|StDir|Ortsv|Ortsvorst|Ortsbgm|Ortsbürgerm|Altbgm|VBgm|Vizebgm|Gem|Geschäftsf|Sachbearb|Sachg|Verb|Dir|Ref|Prok|Bauing|Hauptm|Fachb|Pos|Pkt|lfd|Lfd|Kto|Inv|Prod|Kst|sen|jun|bürgerl)$"
)

# `Dipl.-Geogr. Kohl`; a party whose name has a full stop: `Die Linke. PDS`.
_TITLE_ENDS = re.compile(rf"(?:Dipl\.-\s?[{UPPER}][{LOWER}]{{1,14}}|Mag)$")
# `Herr Kohl (Mühlenstr. 8)`
_STREET_ENDS = re.compile(rf"[{LOWER}](?:str|pl)$")
_PARTY_ENDS = re.compile(r"\b(?:Die Linke|DIE LINKE|Linke|LINKE)$")
_PARTY_GOES_ON = re.compile(r"PDS\b|WASG\b")


def plain(text: str) -> str:
    """The text on one line, with ordinary spaces."""
    return " ".join(text.split())


def modern(text: str) -> str:
    """Words of decisions and reports in the spelling of today: `beschloß`, `daß`, `erläßt`."""
    return _OLD.sub(r"\1ss", text) if "ß" in text else text


def closed_up(text: str) -> str:
    """A letter-spaced heading as a word: `N i e d e r s c h r i f t`."""
    return _SPACED_OUT.sub(lambda match: match.group().replace(" ", ""), plain(text))


def sentences(text: str, limit: int = 8) -> list[str]:
    """The first sentences of a text of one line."""
    found: list[str] = []
    start = 0
    has_quotes = "„" in text
    for match in _END.finditer(text):
        # Enough for an abbreviation; a text without an end of a sentence is not looked through again at each point.
        before = text[max(start, match.start() - 40) : match.start()]
        if match.group()[0] == "." and (_ABBREVIATED.search(before[-12:]) or _TITLE_ENDS.search(before[-24:])):
            continue
        if text[match.end()].isdigit() and _STREET_ENDS.search(before[-8:]):
            continue
        if _PARTY_ENDS.search(before[-12:]) and _PARTY_GOES_ON.match(text, match.end()):
            continue
        # A quotation that is never closed ends with its sentence.
        if (
            has_quotes
            and text.count("„", start, match.start()) > text.count("“", start, match.start())
            and "“" not in match.group()
            and "“" in text[match.end() :]
        ):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
        if len(found) >= limit:
            return found
    if text[start:].strip():
        found.append(text[start:].strip())
    return found


def fold(text: str) -> str:
    """For comparing: on one line, without differences of case."""
    return plain(text).casefold()
