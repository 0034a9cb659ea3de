"""Saying: where a debate opens, what nobody says, and who speaks in a subordinate clause. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes.importers.grammar import clauses, concerned
from minutes.importers.grammar.clauses import Clause
from minutes.importers.grammar.collectives import collective
from minutes.importers.grammar.letters import LOWER, WORD, plain, sentences
from minutes.importers.grammar.list_marks import without_mark
from minutes.importers.grammar.mentions import Mention, find
from minutes.importers.grammar.verbs import TOLD, says

_OFFICE_SAYS = frozenset(
    "eröffnet eröffnete begrüßt begrüßte bittet bat dankt dankte fragt fragte lässt ließ verliest verlas".split()
)
_SAID = re.compile(
    rf"(?:[{LOWER}]{{0,8}}ge[{LOWER}]{{2,20}}(?:t|en)|(?:be|er|ver|wider|unter)[{LOWER}]{{2,20}}(?:t|en)|[{LOWER}]{{2,20}}iert)\s(?:hat|habe|hatte|haben)"
)
# Perfects like those of speech, but what is told is no speech.
_DONE = re.compile(r"\b(?:verlassen|betreten|genommen|gewählt|eingetroffen|gegangen|gestimmt|enthalten|teilgenommen)\b")

_BY = re.compile(r"(?:Auch\s)?(?i:Von|Durch|Seitens)\s(?:de[mrs]\s)?$")
_TOLD = re.compile(rf"^[^.;:]{{0,30}}\s(?:wird|werden|wurde|wurden)\b[^.;:]{{0,200}}\b{TOLD}\b")
# `Von Frau Ohm kommt der Hinweis, dass …`
_COMES = re.compile(
    r"\s(?:kommt|kam|stammt|stammte|folgt|folgte)\s(?:(?:der|die|das|eine?)\s)?(?:\w+\s)?(?:Hinweis|(?:An|Nach|Rück)?[Ff]rage|Anregung|Vorschlag|Einwand|Wunsch|Bitte|Kritik|Anmerkung|Antrag|Idee|Einwurf|Zuruf)\b"
)
# Who was elected is asked, and all of them vote: nobody speaks.
_NOBODYS = re.compile(
    r"[^,.;:]{0,120}\b(?:steht|stehen|stand|standen)\s[^,.;:]{0,160}\bzur\s(?:Verfügung|Beantwortung)\b"
    r"|[^,.;:]{0,80}\b(?:nimmt|nehmen|nahm|nahmen)\s[^,.;:]{3,160}\san\s(?:der|dieser)\s(?:Sitzung|Beratung|Abstimmung)\b[^,.;:]{0,40}\bteil\b"
    r"|(?:Die\sSitzung(?:sleitung)?|Den\sVorsitz|Das\sProtokoll|Die\sNiederschrift|Die\s(?:Stimmen?)?[Aa]uszählung)\s(?:leitet|leitete|führt|führte|hat|hatte|übernimmt|übernahm|übernehmen|übernahmen|besorgen|fertigt|fertigte|schreibt|schrieb)\s[^,;:]{3,120}$"
    r"|Als\s(?:Stimm|Wahl)[a-zäöü]+(?:innen)?\s(?:wirk|fungier|amtier)(?:t|en|te|ten)\s"
    r"|Es\s(?:fehlt|fehlen|fehlte|fehlten)\b|[^,.;:]{3,80}\s(?:hat|haben)\ssich\s(?:[^,.;:]{0,60}\s)?entschuldigt\.?$"
    # What another session did is told by its day.
    r"|(?:In|Während|Bei)\sder\s(?:[a-zäöüß]+\s){0,2}\S*[Ss]itzung\s(?:[^,.;:]{1,80}\s)?(?:am|vom)\s\d[^,;:]{0,30}\s(?:wurden?|hat|haben|hatten?)\s"
    r"|(?:Gewählt|Anwesend|Abwesend|Entschuldigt|Verhindert|Benannt|Bestellt|Befangen)\s(?:ist|sind|war|waren|fehlt|fehlen|wird|werden|wurde|wurden)\b"
    r"|[^,.;:]{0,60}\b(?:gehören|gehörten)\s[^.;:]{0,200}\san\.?$|"
    r"An der (?:[a-zäöüß]+ )?(?:Diskussion|Aussprache|Debatte|Beratung|Erörterung) (?:beteilig(?:t|en|te|ten) sich|nehmen|nahmen)\b|"
    r"(?:Beide|Alle|(?:Alle|Beide|Die|Der)\s(?:Gewählte|Kandidat|Bewerber|Vorgeschlagene|Benannte)[a-z]{0,5})\s[^.;:]{0,60}?\b(?:wird|werden|wurde|wurden)\b[^.;:]{0,120}\b(?:ge|be)fragt\b"
    r"|[^,.;:]{3,90}\s(?:war|waren|ist|sind|befand sich|befanden sich)\s(?:zur|bei|während|zum Zeitpunkt)\s(?:der\s)?(?:Abstimmung|Beschlussfassung|Beratung|Wahl)\b[^.;:]{0,40}\bnicht\b"
    r"|[^,.;:]{3,90}\s(?:ist|sind|war|waren)\s(?:[a-zäöüß]+\s)?nicht\s(?:mehr\s)?im\s(?:\w*[Ss]aal|\w*[Rr]aum)\.?$"
    r"|Zu wählen (?:ist|sind|war|waren)\b"
    r"|(?:Die|Alle|Beide)\s[^.;:]{0,120}\s?\b(?:stellen|stellten)\ssich\s[^.;:]{0,80}\bvor\.?$"
    r"|(?:Der|Die)\s(?:Schrift|Protokoll)führer(?:in)?\s(?:vermerkt|notiert|protokolliert|zählt)(?:e|en)?\b"
    r"|[^,.;:]{3,90}\s(?:übernehmen|übernahmen|übernimmt|übernahm|bilden|bildeten)\s(?:(?:die|das|den|diese|dieses|diesen|einen)\s)?(?:Position(?:en)?|Funktion(?:en)?|Aufgaben?|[Aa]uszählung|Wahlvorstand|Wahlausschuss|Wahlkommission|Stimm(?:en)?zähl\w*)\b"
    r"|[^,.;:]{3,60}\s(?:bilden|bildeten)\s[^,.;:]{3,120}\s(?:den|die)\s(?:Wahlausschuss|Wahlvorstand|Wahlkommission|Zählkommission)\b"
    r"|(?:[A-ZÄÖÜ][a-zäöüß]+\s)?(?:stimmen|stimmten)\s(?:nun\s|dann\s)?(?:die|alle)\s[A-ZÄÖÜ][\w-]*(?:mitglieder|verordneten|abgeordneten|anwesenden|[Rr]äte)\b[^.;:]{0,200}\bab\b(?!\s[A-ZÄÖÜ])"
)


def told_by(sentence: str, mentions: Sequence[Mention]) -> Mention | None:
    """`Von Ktabg. Kohl wird darauf hingewiesen, dass …`: who speaks in the passive, named first."""
    first = mentions[0] if mentions else None
    if not first or not _BY.fullmatch(sentence[: first.start]):
        return None
    rest = sentence[first.end :]
    return first if _TOLD.match(rest) or _COMES.match(rest) else None


# `Zuletzt habe der Bürgermeister …`, `Hier soll die Kämmerin …`: somebody else tells of them.
TOLD_OF = re.compile(
    r"\b(?:habe|seien|sei|werde|müsse|solle|könne|wolle|dürfe|möge|soll|sollen|mögen)\s(?:(?:sich|auch|nun|daher|jedoch|dann)\s)?(?:der\s|die\s)?$"
)
REPORTED_PERFECT = re.compile(
    r"\s(?:habe|seien|sei)\b[^,;:]*\b(?:[a-zäöüß]*ge[a-zäöüß]+(?:t|en)|worden|(?:be|er|ver|ent)[a-zäöüß]+(?:t|en)|[a-zäöüß]{3,}en\slassen)[.!]?$"
)
# `Frau Ohm sei Juristin`, `Herr Kohl führe einen Betrieb`: somebody tells of them.
_TOLD_OF_BEHIND = re.compile(
    r"\s(?:sei\s(?!der\s(?:Meinung|Ansicht|Auffassung|Überzeugung)|dafür|dagegen|skeptisch|einverstanden|froh|dankbar|überrascht)|seien\s|werde\s|könne\s|müsse\s|solle\s|dürfe\s|leite\s|führe\s|wohne\s|arbeite\s|kenne\s|besitze\s|gehöre\s|stehe\s|komme\s|verfüge\s|betreibe\s|vertrete\s)"
)
# The third person of the present never ends so: `trage den Einstieg mit`, `sehe`, `lehne ab`; but `sagte`.
_SUBJUNCTIVE = re.compile(
    r"\s(?:sich\s)?(?:[a-zäöüß]*[^t\s]e|halte|trete|biete|bitte|rate|erwarte|arbeite|leite|fordere|stelle)\s"
)


def is_told_of(rest: str) -> bool:
    """Whether what follows a name is told of its bearer by somebody else."""
    return bool(_TOLD_OF_BEHIND.match(rest))


def is_reported(rest: str) -> bool:
    """Whether the verb right behind a subject is in indirect speech."""
    return bool(REPORTED_BEHIND.match(rest) or _SUBJUNCTIVE.match(rest))


# `Die Verwaltung stellt den Antrag bis zum Mai.`: what it shall do, not what it says.
_OWES = re.compile(
    r"(?:Die|Das)\s\S*[Vv]erwaltung\s(?:stellt|legt|bringt|führt|trägt)\s(?!(?:\S+\s){0,12}(?:vor|dar|klar|fest|aus)\b)|(?:Die|Das)\s\S*[Vv]erwaltung\s\S+\s[^.]{0,160}\b(?:bis\szum|bis\sEnde|bis\sAnfang|spätestens)\b"
)


def owes(sentence: str) -> bool:
    """Whether a sentence tells what the administration shall do."""
    return bool(_OWES.match(sentence))


REPORTED_BEHIND = re.compile(r"\s(?:habe|seien|sei|werde|müsse|solle|könne|wolle|dürfe)\b")

# `die von der Verwaltung vorgeschlagene Erhöhung` is an attribute, and not who does it.
_BY_ALL = re.compile(
    r"(?<!\b[Dd]er\s)(?<!\b[Dd]ie\s)(?<!\b[Dd]as\s)(?<!\b[Dd]en\s)(?<!\b[Dd]em\s)(?<!\b[Dd]es\s)\b(?:[Ss]eitens|[Vv]on\s?[Ss]eiten|[Vv]on|[Dd]urch)\s(?:der|die|das)\s"
)
_BY_OFFICE = re.compile(
    r"\b(?:[Vv]om|[Dd]urch\sden|[Vv]on\sdem|[Ss]eitens\sdes)\s(?P<who>(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Bb]ürgermeister|[Ll]andrat|[Vv]orsitzende|[Vv]orsteher|[Kk]ämmerer|[Dd]ezernent|[Aa]mtsleiter|[Dd]irektor))(?:n|s|es|en)?(?=\s(?:[a-zäöü]|$))"
)
# Of things that are told of; who is asked or informed is a person.
PASSIVE = re.compile(
    r"^\s*(?:Er|Sie|Es|er|sie)\s(?:wird|wurde|werden|wurden)\s.*\b(?:erläutert|vorgestellt|vorgetragen|dargestellt|dargelegt|begründet|beantwortet|verlesen|zusammengefasst)\b"
)
_PASSIVE_TOLD = re.compile(
    rf"\b(?:wird|wurde)\b.*\b(?!eröffnet|gebeten|vorgeschlagen|empfohlen|beantragt|abgelehnt|begrüßt){TOLD}\b"
)


def told_by_all(clause: str) -> str:
    """`Dies wird seitens der Verwaltung bejaht`: the administration or a faction that says something in the passive."""
    by = _BY_ALL.search(clause)
    who = collective(clause[by.end() :]) if by else _BY_OFFICE.search(clause)
    return who["who"] if who and _PASSIVE_TOLD.search(clause) else ""


# `Melden sich mehrere, so bestimmt der Vorsitzende …`: the condition of a rule.
_RULE = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]*(?:t|en|ind)\s[^,.;:?]{5,160},\sso\s(?!dass|daß|der|die|das|auch)(?P<verb>[a-zäöüß]+)\s"
)


def is_rule(sentence: str) -> bool:
    """Whether a sentence is one of rules of procedure, which somebody may read out, but nobody named in it says."""
    rule = _RULE.match(sentence)
    # `Seit Mai, so erzählte Frau Ohm, …` is none.
    return bool(rule and not (says(rule["verb"]) and rule["verb"].endswith("te")))


def is_nobodys(sentence: str) -> bool:
    """Whether a sentence that names people tells only what happens to them: `Beide werden von Herrn Kohl gefragt, …`."""
    return bool(_NOBODYS.match(sentence))


_QUESTION = re.compile(
    r"(?:(?:\d{1,2}[.)]|[a-z]\)|[-–•])\s+)?(?:Wie\w*|Was|Wann|Warum|Weshalb|Wieso|Wer|Wem|Wen|Wo|Woher|Wohin|Wodurch|Womit|Wofür|Welche[rsnm]?|Inwie\w+|Ob|Ist|Sind|War|Waren|Wird|Werden|Wurden?|Wäre[n]?"
    r"|Kann|Können|Könnten?|Hat|Haben|Hatte|Gibt|Gab|Sollten?|Soll|Muss|Müssen|Darf|Dürfen|Besteht|Bestehen|Bedarf|Macht|Liegt|Liegen|Sieht|Trifft|Bleibt|Kommt|Sei)\s[^?]{3,600}\?[\"“”»)]*"
)


def is_question(sentence: str) -> bool:
    """Whether a sentence is a question as it was asked: who is named in it does not ask it."""
    return bool(_QUESTION.fullmatch(sentence.strip()))


# `Weil beides Wahlen sind, fragt Frau Ohm`, `Zunächst begrüßt Herr Kohl`: the verb, and then who speaks.
_TURNED = re.compile(
    rf"(?:(?:Weil|Da|Nachdem|Bevor|Während)\s[^.;:]{{3,200}},|Zunächst|Sodann|Anschließend|Danach|Daraufhin|Nun|Eingangs|Abschließend)\s(?P<word>[{LOWER}]+)\s(?:der\s|die\s)?"
)


def opens_debate(text: str) -> bool:
    """Whether a paragraph begins with a person who says something; an office alone must do what only a speaker does."""
    parts = sentences(plain(without_mark(text[:900]))[:600])
    mentions = find(parts[0]) if parts else []
    if not mentions:
        return False
    first = mentions[0]
    if turned := _TURNED.fullmatch(parts[0][: first.start]):
        return bool(first.name) and says(turned["word"]) and not clauses.is_oblique(parts[0], first)
    if not clauses.is_front(parts[0][: first.start]):
        return False
    after = re.sub(r"^(?:\s?[(\[][^()\[\]]{1,80}[)\]])?(?:,[^,]{1,80},)?", "", parts[0][first.end :])
    verb = re.match(rf"\s(?P<word>[{LOWER}]+)\b", after)
    if not verb:
        return False
    reports = says(verb["word"]) and bool(re.match(r",\s(?:dass|daß|ob|wie|warum)\s", after[verb.end() :]))
    return says(verb["word"]) if first.name else verb["word"] in _OFFICE_SAYS or reports


_TALK = re.compile(r"\b(?:Aussprache|Diskussion|Debatte|Beratung|Erörterung|Austausch|Gespräch)\b")
_CAME = re.compile(r"\b(?:ist|war|sind|waren)\b[^,;]{0,80}\b(?:gekommen|erschienen|anwesend|da|zugegen|eingeladen)$")
_OPENS_RELATIVE = re.compile(
    r"(?:in\s(?:der|dem|deren|dessen)|bei\s(?:der|dem)|wobei|während\s(?:der|deren))(?:\s(?:Verlauf|Rahmen|Zuge))?(?:\s(?:auch|sich))?(?:\s(?:der|die))?\s$"
)


def in_relative(sentence: str, parts: Sequence[Clause], mentions: Sequence[Mention]) -> Mention | None:
    """`Es folgt eine Aussprache, in der Frau Ohm anregt, …`, `Als Gast ist Herr Kohl gekommen, der den Plan vorstellt.`"""
    for before, part in pairwise(parts):
        words = re.findall(rf"[{WORD}]+", part.text)
        if not words or not says(words[-1]):
            continue
        inside = [each for each in mentions if part.start <= each.start < part.end]
        if inside and _TALK.search(before.text) and _OPENS_RELATIVE.fullmatch(sentence[part.start : inside[0].start]):
            return inside[0]
        came = [each for each in mentions if before.start <= each.start < before.end]
        if (
            part.first in {"der", "die"}
            and len(came) == 1
            and _CAME.search(before.text)
            and not clauses.is_oblique(sentence, came[0])
        ):
            return came[0]
    return None


def in_second(sentence: str, parts: Sequence[Clause], mentions: Sequence[Mention]) -> Mention | None:
    """`Die Pläne werden gezeigt, und Frau Ohm erläutert sie.`"""
    for part in parts[1:]:
        inside = [each for each in mentions if part.start <= each.start < part.end]
        if inside and re.fullmatch(r"und\s(?:der\s|die\s)?", sentence[part.start : inside[0].start]):
            behind = re.match(
                rf"(?:\s?[(\[][^()\[\]]{{1,60}}[)\]])?\s(?P<word>[{LOWER}]+)\b", sentence[inside[0].end :]
            )
            if behind and says(behind["word"]):
                return inside[0]
    return None


def in_subordinate(sentence: str, parts: Sequence[Clause], mentions: Sequence[Mention]) -> Mention | None:
    """`Nachdem Herr Kohl anmerkt, …, fasst der Ausschuss …`: who speaks where the main clause has nobody who does."""
    opening = parts[0].first
    if opening not in {"Nachdem", "Während"}:
        return None
    first = next((mention for mention in mentions if mention.start < parts[0].end), None)
    if first is None or clauses.is_oblique(sentence, first):
        return None
    if re.search(
        rf"[{WORD}]", sentence[len(opening) : first.start].replace("sich", "").replace("der ", "").replace("die ", "")
    ):
        return None
    words = re.findall(rf"[{WORD}]+", parts[0].text)
    if opening == "Während":
        return first if any(map(says, words)) else None
    told = " ".join(words[-2:])
    return first if says(words[-1]) or (_SAID.fullmatch(told) and not _DONE.search(told)) else None


def has_saying(sentence: str) -> bool:
    """Whether a verb of speech stands in a sentence."""
    return any(map(says, re.findall(rf"(?<![{WORD}-])[{LOWER}]+", sentence))) or concerned.tells(sentence)
