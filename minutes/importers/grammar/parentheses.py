"""Parentheses: who says what a sentence tells, in words put into it: `…, so der Planer, …`, `…, ergänzt Herr Kohl.` Pure."""

import re
from collections.abc import Iterator, Sequence

from minutes.importers.grammar import clauses, clubs, verbs
from minutes.importers.grammar.collectives import collective
from minutes.importers.grammar.indirect_speech import is_reported
from minutes.importers.grammar.letters import LOWER, UPPER, WORD
from minutes.importers.grammar.mentions import Mention
from minutes.importers.grammar.names import TWO_NAMES, is_full_name
from minutes.importers.grammar.roles import OF_WHAT, ROLE, WHO, alone, of_whom

_FILL = (
    r"(?:\s(?:auch|zumindest|sinngemäß|weiter|weiterhin|wörtlich|jedenfalls|abschließend|etwa|wiederum|daraufhin|hierauf|darauf|dazu|hierzu|schließlich|sodann|dann|noch|einmal"
    r"|nochmals|erneut|ebenfalls|hingegen|dagegen|zudem|zuvor|nun|u\.\s?a\.|unter\sanderem|[a-zäöüß]{4,16}end)){0,3}"
)
_OPENS = r"(?:^|[,;(–—-]|[“\"”»])\s*"
_ARTICLE = r"(?:der|die|das|eine?|seine|ihre|sein|ihr)\s(?:[a-zäöüß]+e[nrs]?\s){0,2}"
_OF_WHOM = r"\s(?:(?:hierzu|darauf|dazu|hierauf)\s)?(?:von|des|der|vom|seitens|aus\sden\sReihen)"
# What somebody says: `war die Antwort der Verwaltung`.
_SAYING = (
    r"[\w-]*(?:[Aa]ntwort|[Aa]uskunft|[Ff]rage|[Bb]itte|[Hh]inweis|[Ee]inwand|[Vv]orschlag|[Mm]einung|[Aa]nsicht|[Aa]uffassung|[Ff]azit|[Ff]orderung|[Aa]ppell|[Ww]unsch|[Aa]nregung|[Kk]ritik|[Aa]rgument"
    r"|[Rr]at|[Rr]eaktion|[Kk]ommentar|[Ee]inschätzung|[Ee]rklärung|[Bb]egründung|[Zz]usage|[Vv]orwurf|[Üü]berzeugung|[Bb]efürchtung|[Hh]offnung|[Aa]nliegen|[Aa]nmerkung|[Bb]emerkung|[Aa]ussage|[Mm]itteilung)"
)
_SO = (
    # `…, so auch Herr Kohl, …`, `so deren Sprecher Herr Kohl`
    re.compile(rf"{_OPENS}[Ss]o{_FILL}(?:\s(?:der|die|das|deren|dessen|ihre?|seine?|unsere?))?\s"),
    # `…, so führt Herr Kohl aus, …`
    re.compile(rf"{_OPENS}[Ss]o\s[{LOWER}]+te?(?:\ses)?{_FILL}(?:\s(?:der|die))?\s"),
    re.compile(
        rf"{_OPENS}(?:meint|meinte|erklärt|erklärte|sagt|sagte|betont|betonte|fragt|fragte){_FILL}(?:\s(?:der|die))?\s"
    ),
)
# `…, so die knappe Antwort von Herrn Kohl`, `…, lautete die Auskunft des Bürgermeisters`
_NOUN_OF = re.compile(
    rf"{_OPENS}(?:(?:[Ss]o|lautet|lautete){_FILL}\s{_ARTICLE}[{UPPER}][{WORD}-]+|(?:war|ist|hieß|heißt){_FILL}\s{_ARTICLE}{_SAYING})(?={_OF_WHOM}\s)"
)
_BEFORE_NAME = re.compile(rf"{_OF_WHOM}(?:\s(?:des|der))?\s")
# `…, so ihre Antwort, …`
_BY_PRONOUN = re.compile(
    rf"[,–—-]\sso{_FILL}\s(?:sein|ihr|seine|ihre|dessen|deren)\s(?:[a-zäöüß]+e[nrs]?\s){{0,2}}[{UPPER}][{WORD}-]+(?=\s?[,.;!–—]|$)"
)
_NAMELESS = re.compile(rf"(?P<who>{WHO}(?:{OF_WHAT})?)(?=\s?[,.;:!?)–—]|\s[{LOWER}]|$)")
_SOMEBODY = re.compile(
    rf"{_OPENS}so{_FILL}\s(?P<who>eine?\s(?:[a-zäöüß]+e[rs]?\s){{0,2}}{ROLE})(?=\s?[,.;:!?)–—]|\s[{LOWER}]|$)"
)

_APPOSITION = re.compile(r",\s[^,]{2,80},\s")
_VERB_BEFORE = re.compile(
    rf"[,–—]\s(?P<verb>[{LOWER}]+)(?:\s(?:auch|der|die|sich|zudem|abschließend|ergänzend|ihn|sie|ihm|ihr|ihnen|dem|hingegen|jedoch|dagegen|daraufhin|darauf|hierauf|dazu|weiter|wiederum|schließlich|zustimmend|lachend|u\.\s?a\.|knapp|trocken|selbst|noch|dann|nun|an\s(?:ihrer|seiner|deren|dessen)\sStelle|von\s(?:hinten|dort|der\s\w+)|aus\sde[mr]\s[{UPPER}]\w+"
    rf"|auf\s(?:An|Nach|Rück)?[Ff]rage|unter\s[{UPPER}]\w+))*(?:\s(?:der|die)\s[{LOWER}]{{3,20}}(?:e|er))?\s$"
)
# `Um das zu sichern, verweist die Justiziarin auf die Klausel.`
_GOES_ON = re.compile(
    r"\s(?:auf|über|um|für|an|in|mit|von|nach|zu|gegen|vor|aus|darauf|darüber|dazu|darum|davon|davor)\s|,\s(?:dass|ob|wie|wann|warum|weshalb)\s"
)
# `Der Weg, das hat Frau Ohm ausprobiert, sei frei.`
_THAT = re.compile(
    rf"[,–—]\s(?:das|dies)\s(?:hat|weiß|kennt|kann|will|[{LOWER}]{{3,}}te?)\s(?:auch\s)?(?:der\s|die\s)?$"
)
_UP_TO_COMMA = re.compile(rf"(?:\s?\([^()]*\))?(?:\s[{WORD}]+){{1,5}}\s?[,–—]\s[{LOWER}]")
_THEN_WHO = re.compile(
    rf"(?:[,–—]|[“»\"],?)\s(?P<verb>[{LOWER}]{{3,}})\s(?:(?:auch|sich|zudem|daraufhin|darauf|dazu|hierzu|dagegen|hingegen|weiter|abschließend|ihm|ihr|ihnen)\s)?(?:der|die|das)\s"
)
_CLOSED = re.compile(
    r"\s?(?:\([^()]*\))?(?:\s(?:von|vom|aus)\s(?:der\s|dem\s)?[A-ZÄÖÜ][\w-]+)?\s*(?:(?:abschließend|ergänzend|weiter|noch|hierzu|dazu|ebenfalls|auch|zudem|nochmals|zusammenfassend)\s){0,2}(?:(?:aus|an|fest|ein|hin|hinzu|fort|nach|zu|heraus|hervor|zur Antwort|zu bedenken|zu verstehen|zu Protokoll|wissen|bekannt|dar|mit|vor|bei|ab|zurück|klar|auf|auf (?:Nach|Rück|An)?[Ff]rage[^,]{0,60})\s*)?(?:[,.–—;!]|\sund\s|(?<=\s)und\s|$)"
)
# Small words up to the end of the clause: `hält ihr Herr Kohl noch einmal entgegen.`
_SMALL = re.compile(rf"(?:\s?\([^()]*\))?(?P<words>(?:\s[{LOWER}]+){{1,5}})\s?(?:[,.–—;!]|$)")
_TWO_NAMES = re.compile(TWO_NAMES)
_AUXILIARY = frozenset(
    "hat habe hätte ist sei wäre wird werde würde kann könne könnte konnte soll solle will wolle wollte muss muß müsse musste mußte darf dürfe durfte möchte mochte gehört".split()
)


def by_pronoun(sentence: str) -> bool:
    """`…, so ihre Antwort, …`: who spoke before goes on."""
    return bool(_BY_PRONOUN.search(sentence))


def said_by(sentence: str, mentions: Sequence[Mention]) -> Mention | None:
    """Who says what a sentence tells, by a parenthesis."""
    opened = [match.end() for form in _SO for match in form.finditer(sentence)]
    semicolon = sentence.find(";")
    if 0 < semicolon < min(opened, default=0) and any(each.start < semicolon for each in mentions):
        # `Danach fragt Herr Kohl; es bleibe dabei, so Frau Ohm.`: who is named first speaks first.
        return None
    for mention in mentions:
        if mention.start in opened and not re.match(r"^\s*(?:ist|wird|hat)\b", sentence[mention.end :]):
            return (
                _last_role(mention)
                if sentence[: mention.start].endswith(("deren ", "dessen ", "ihr ", "ihre ", "sein ", "seine "))
                else mention
            )
        if inserted(sentence, mention, mentions[0]) or (
            _THAT.search(sentence[: mention.start]) and _UP_TO_COMMA.match(sentence[mention.end :])
        ):
            return mention
    return next(_nameless(sentence, mentions, opened), None) or next(_verb_then_all(sentence, mentions), None)


def _last_role(mention: Mention) -> Mention:
    """`deren Sprecher Ratsherr Kohl`: what they are to the others is said by `deren`."""
    first = re.match(rf"\S+\s(?!(?:Herr|Frau)$)(?={ROLE}$)", mention.role)
    at = first.end() if first else 0
    return Mention(mention.start + at, mention.end, mention.role[at:], mention.name, mention.party, mention.loose)


def _nameless(sentence: str, mentions: Sequence[Mention], opened: Sequence[int]) -> Iterator[Mention]:
    """Offices without a name, somebody, and the administration."""
    for at in opened:
        article = re.search(r"\b(?:der|die|das)\s$", sentence[:at])
        role = _NAMELESS.match(sentence, at) if article else None
        if role:
            yield Mention(at, role.end(), role["who"], "", loose=True)
        name = _TWO_NAMES.match(sentence, at)
        if name and is_full_name(name.group()):
            # `…, so Anna Ohm weiter, …`
            yield Mention(at, name.end(), "", name.group(), loose=True)
        all_of_them = collective(sentence[at:])
        if all_of_them:
            yield Mention(at, at + all_of_them.end(), all_of_them["who"], "", loose=True)
    if somebody := _SOMEBODY.search(sentence):
        who = somebody["who"]
        yield Mention(somebody.start("who"), somebody.end(), who[:1].upper() + who[1:], "", loose=True)
    for noun in _NOUN_OF.finditer(sentence):
        before = _BEFORE_NAME.match(sentence, noun.end())
        named = next((each for each in mentions if before and each.start == before.end()), None)
        office = of_whom(sentence, noun.end() + 1)
        all_of_them = collective(re.sub(r"^\s(?:seitens\s|von\s)?", "", sentence[noun.end() :]))
        if named:
            yield named
        elif office:
            yield Mention(office.start("who"), office.end(), alone(office["who"]), "", loose=True)
        elif all_of_them:
            yield Mention(noun.end(), noun.end() + all_of_them.end(), all_of_them["who"], "", loose=True)


def _verb_then_all(sentence: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """`Das sei geplant, teilt die Verwaltung mit.`, `…, wendet die Werkleiterin ein.`: who has no name, behind a verb."""
    for article in _THEN_WHO.finditer(sentence):
        if not verbs.says(article["verb"]) or any(
            each.start < article.start() and clauses.is_front(sentence[: each.start]) for each in mentions
        ):
            continue
        who = _NAMELESS.match(sentence, article.end())
        end = who.end() if who else 0
        if not who and (club := clubs.named(sentence[article.end() :])):
            who, end = club, article.end() + club.end()
        if who and any(form.match(sentence[end:]) for form in (_CLOSED, _SMALL, _GOES_ON)):
            yield Mention(article.end(), end, who["who"], "", loose=True)


def inserted(sentence: str, mention: Mention, first: Mention) -> bool:
    """`…, ergänzt Ktabg. Bolz, …`: a verb and its subject between commas.

    In `Herr Kohl, ABC-Fraktion, schlägt Frau Ohm, Lehrerin, vor` the subject stands before the commas.
    """
    verb = _VERB_BEFORE.search(sentence[: mention.start])
    leads = verb and _APPOSITION.fullmatch(sentence[first.end : verb.start("verb")]) and not first.start
    if not verb or leads:
        return False
    rest = sentence[mention.end :]
    small = _SMALL.match(rest)
    if verb["verb"] in _AUXILIARY:
        # `…, musste Herr Kohl einräumen.`
        return bool(small and verbs.say(small["words"].split()[-1]))
    says = verbs.says(verb["verb"])
    # `Das Dach sei undicht, begründet Frau Ohm die Vorlage.`
    tells = says and is_reported(sentence[: verb.start("verb")])
    return clauses.is_finite(verb["verb"]) and bool(_CLOSED.match(rest) or (small and says) or tells)
