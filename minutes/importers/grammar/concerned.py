"""Concerned: whom something interests, bothers or pleases speaks, although something else is the subject: `Das geht Herrn Kohl zu weit.` Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar.clauses import Clause
from minutes.importers.grammar.letters import LOWER
from minutes.importers.grammar.mentions import Mention

_STEMS = "interessier|stör|wunder|verwunder|ärger|verärger|freu|beschäftig|überrasch|überzeug|irritier|befremd|beweg|enttäusch|beunruhig|reiz|bedrück|beeindruck|erstaun|empör|schmerz|reu|sorg"
# `Diese Frage treibt Frau Ohm um.`, `Herrn Kohl stört, dass …`
_MOVES = re.compile(
    rf"\b(?:(?:{_STEMS})(?:e?t|e?te)|missfällt|missfiel|gefällt|gefiel|behagt|behagte|widerstrebt|widerstrebte|einleuchtet|imponiert|imponierte)\b|\btr(?:eibt|ieb)\s[^.;:]{{2,120}}\sum\b"
    r"|\bleuchte(?:t|te)\s[^.;:]{2,120}\sein\b|\blieg(?:t|en)\s[^.;:]{2,160}\sam\sHerzen\b|\bbrenn(?:t|en)\s[^.;:]{2,160}\sunter\sden\sNägeln\b|\bbereite(?:t|n|te|ten)\s[^.;:]{2,160}\b(?:Sorgen?|Kopfzerbrechen|Unbehagen)\b"
)
_TO = r"(?:auch\s|jedoch\s|allerdings\s|daher\s|vor\sallem\s)?(?:(?:dem|der|den|die)\s)?$"
_IS_TO_THEM = re.compile(
    rf"(?:^|,\s)[A-ZÄÖÜa-zäöüß][\w\s-]{{1,80}}?\s(?:ist|sei|war|wäre|bleibt|blieb|erscheint|erschien|scheint)\s(?:es\s)?{_TO}"
)
_GOES_FOR_THEM = re.compile(
    rf"\b(?:geht|ging|gehen|dauert|dauerte|reicht|reichte|reichen|genügt|genügte|kommt|kam|fehlt|fehlte|fehlen|fällt|fiel)\s(?:das\s|es\s|dies\s)?{_TO}"
)
_TOO = re.compile(
    r"\s(?:[^.;:]{0,80}\s)?(?:zu\s(?:weit|lange|langsam|schnell|schleppend|kurz|wenig|teuer|spät|früh|hoch|sehr)|nicht(?:\s(?:aus|weit\sgenug|schnell\sgenug|ein|auf))?|auf)\b"
)
_CLAUSE = re.compile(r",\s(?:dass|daß|ob|wie|weshalb|warum|wieso|wann|wo|was|wer|welche[rsnm]?|wenn)\s")
_FOR_THEM = re.compile(
    r"^[A-ZÄÖÜ][\w\s-]{2,80}?\s(?:ist|sei|war|wäre|bleibt|erscheint|steht|gilt|stellt|zählt|gehört)\s(?:das\s|es\s|dies\s|dieser?\s|hierbei\s|dabei\s|auch\s)?für\s(?:den\s|die\s)?$"
)
_MEETS = re.compile(
    r"\b(?:stößt|stieß|stoßen|stießen|trifft|traf|treffen|findet|fand)\s[^.;:]{0,160}\bbei\s(?:dem\s|der\s)?$|^Bei\s(?:dem\s|der\s)?$"
)
_MET_WITH = re.compile(
    r"\b(?:Kritik|Zweifel|Sorgen?|Zuspruch|Beifall|Unterstützung|Dank|Rückendeckung|Unbehagen|Eindruck|Un?[Vv]erständnis|Verständnis|Ablehnung|Widerstand|Widerspruch|Zustimmung|Skepsis|Bedenken|Interesse|Sympathie|Gegenliebe|Anklang|Befremden|Lob|Verwunderung|Unmut)\b"
)
# `Unklar ist Frau Ohm …`, `…, ist Herrn Kohl nicht ersichtlich.`
_CLEAR = re.compile(
    rf"\s(?:[{LOWER}]+\s){{0,3}}(?:ersichtlich|klar|unklar|bekannt|bewusst|verständlich|unverständlich|schleierhaft|geheuer|wichtig|neu|lieber|recht)[.,;]?$"
)
_IS = re.compile(
    r"(?:.*\s)?(?:ist|war|bleibt|blieb|erscheint|erschien|scheint)\s(?:es\s|das\s)?(?:auch\s|jedoch\s)?(?:der\s|dem\s)?$"
)
# `Auf Frau Ohm wirkt der Plan …`, `Auf Herrn Kohl macht das Eindruck.`
_ON_THEM = re.compile(r"Auf\s(?:den\s|die\s)?$")
_WORKS = re.compile(r"\s(?:wirkt|wirkte|wirken|wirkten|(?:macht|machte|machen|machten)\s[^.;:]{0,80}\bEindruck)\b")
# `Von Frau Ohm erntet er Lob.`
_REAPS = re.compile(r"\s(?:erntet|erntete|erhält|erhielt|bekommt|bekam|erfährt|erfuhr)\s")
_COMES_FROM = re.compile(
    r"^[^.;:,]{0,60}\b(?:Kritik|Widerspruch|Zustimmung|Lob|Unterstützung|Einwand|Einwände|Bedenken|Dank|Hinweise?|Frage|Nachfrage|Rückfrage|Vorschlag|Anregung|Zuspruch|Gegenrede|Wortmeldung(?:en)?|Einspruch|Beifall|Skepsis|Ablehnung|Einwurf|Zwischenruf|Forderung|Wunsch)\s"
    r"(?:kommt|kam|kommen|kamen|erhält|erhielt|erfährt|erfuhr|gibt\ses|gab\ses|bekommt|bekam|stammt|stammte)\s[^.;:,]{0,60}?(?:von|seitens|durch)\s(?:der\s|dem\s|des\s)?$"
)
# `Es folgt ein Vortrag von Frau Ohm.`
_FOLLOWS = re.compile(
    r"(?:Es|Sodann|Dann|Anschließend|Danach|Zunächst|Nun|Im\sAnschluss|Daraufhin)\s(?:folgt|folgte|kommt|kam|schließt\ssich|schloss\ssich)\s(?:ein|eine|der|die|das)\s(?:[a-zäöüß]+\s)?"
    r"[\w-]*(?:[Vv]ortrag|[Bb]ericht|[Pp]räsentation|[Gg]rußwort|[Ss]tellungnahme|[Ee]inführung|[Ee]rläuterung|[Ss]tatement|[Rr]ede|[Aa]nsprache|[Bb]eitrag|[Vv]orstellung|[Nn]achfrage|[Ff]rage)\s(?:von|des|der|durch)\s(?:der\s|den\s|dem\s)?$"
)
# The accusative and dative of men; women's names do not tell their case.
_NOT_SUBJECT = re.compile(r"(?:Herrn|Ratsherrn)\b|\S+en\b")


def who(sentence: str, main: Clause, mentions: Sequence[Mention]) -> Mention | None:
    """The first who is told to be concerned."""
    for mention in mentions:
        if not main.start <= mention.start < main.end:
            continue
        before, after = sentence[main.start : mention.start], sentence[mention.end :]
        clause = sentence[main.start : main.end]
        if _FOR_THEM.match(before) or _COMES_FROM.match(before) or _FOLLOWS.match(before):
            return mention
        if (_MEETS.search(before) and _MET_WITH.search(clause)) or (
            _GOES_FOR_THEM.search(before) and _TOO.match(after)
        ):
            return mention
        if (_IS.match(before) and _CLEAR.match(sentence[mention.end : main.end])) or (
            _ON_THEM.fullmatch(before) and _WORKS.match(after)
        ):
            return mention
        is_object = bool(_NOT_SUBJECT.match(mention.role)) or before.endswith((" dem ", " den ", "Dem ", "Den "))
        if _IS_TO_THEM.search(before) and (is_object or _CLAUSE.match(after)):
            return mention
        if _MOVES.search(clause) and (is_object or not before.endswith(("von ", "über ", "mit "))):
            return mention
    return None


# `Die Frage von Frau Ohm galt den Kosten.`
_THEIRS = re.compile(
    r"(?:Die|Der|Das|Eine?|Auch\sdie)\s(?:[a-zäöüß]+\s)?[\w-]*(?:[Ff]rage|Sorge|Kritik|Dank|Hinweis|Lob|Wunsch|Interesse|Bedenken|Einwand|Bitte)\s(?:von|des|der)\s(?:der\s|dem\s)?"
)
_IS_FOR = re.compile(
    r"\s(?:gilt|galt|gelten|galten|betrifft|betraf|zielt|zielte|(?:richtet|richtete|bezieht|bezog)\ssich)\s"
)


def from_whom(sentence: str, mentions: Sequence[Mention]) -> Mention | None:
    """`Von Frau Ohm erntet er Lob.`, `Unterstützung erhält sie von Herrn Kohl.`: whoever gets it, another speaks."""
    for mention in mentions[:2]:
        before, after = sentence[: mention.start], sentence[mention.end :]
        reaps = re.fullmatch(r"Von\s(?:der\s|dem\s)?", before) and _REAPS.match(after) and _MET_WITH.search(after[:80])
        if _THEIRS.fullmatch(before) and _IS_FOR.match(after):
            return mention
        if reaps or _COMES_FROM.match(before):
            return mention
    return None


def tells(sentence: str) -> bool:
    """Whether a verb stands in a sentence that says of somebody what moves them."""
    return bool(_MOVES.search(sentence))


def lacks(rest: str) -> bool:
    """` fehlt eine Aussage zu den Kosten`, right behind a name: what somebody lacks, not that they are missing."""
    return bool(
        re.match(
            rf"\s(?:fehlt|fehlte|fehlen|fehlten)\s(?:(?:noch|bisher|hier|dabei|jedoch|auch)\s)?(?:eine?|der|die|das|jede[rs]?|weitere|nähere|konkrete)\s(?:[{LOWER}]+\s)?[A-ZÄÖÜ]",
            rest,
        )
    )
