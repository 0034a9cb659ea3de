"""Clauses: where the main clause of a German sentence is, and what stands in it in which case. Pure.

No parser of German, only what minutes need: commas, subordinators, prepositions, and that the verb comes second.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from minutes.importers.grammar import verbs
from minutes.importers.grammar.letters import LOWER, UPPER, WORD
from minutes.importers.grammar.mentions import Mention

_SUBORDINATE = frozenset(
    """dass daß ob weil da wenn als nachdem bevor während obwohl obgleich wie sofern falls damit indem sodass bis seit
    seitdem sobald solange soweit sowie um ohne anstatt welche welcher welches welchem welchen wodurch womit wonach wobei
    wofür weshalb warum wieso was wer wo wann wohin worauf woran dessen deren insbesondere zumal ehe""".split()
)
_PREPOSITIONS = frozenset(
    """von vom durch an am mit für bei beim auf gegenüber nach zu zum zur seitens gegen ohne über unter wegen statt
    anstelle neben außer samt um aus hinter vor zwischen mittels namens entgegen gemäß laut innerhalb trotz dank ab bis
    aufgrund infolge angesichts anlässlich zwecks mithilfe zugunsten anhand anstatt bezüglich hinsichtlich betreffend inklusive einschließlich""".split()
)
_OBLIQUE = frozenset("des dem den einem eines einer ihrem ihres seinem seines unserem seinen ihren".split())
_PASSIVES = frozenset("wird werden wurde wurden".split())
_ARTICLES = frozenset("der die das".split())
# Words with small letters that are no verbs, though a mention may follow them.
_NO_VERBS = (
    frozenset(
        """und oder aber auch sich nicht noch schon nur sehr so dann nun daraufhin hierauf sodann ebenfalls zudem weiter
    weiterhin zunächst abschließend ergänzend ferner außerdem dazu hierzu dabei darüber dafür dagegen er sie es man ihm ihr
    ihnen ihn mir uns wir ich doch jedoch zwar also bereits erneut wieder gern gerne ausdrücklich grundsätzlich
    insoweit insofern damit somit hingegen dennoch allerdings""".split()
    )
    | _SUBORDINATE
    | _PREPOSITIONS
    | _OBLIQUE
    | _ARTICLES
)
_STRONG = frozenset(
    """hielt sah wies gab rief ließ sprach bat schlug nahm schloss fand bezog verlas trat begann betonte hob fuhr brach stand
    ging kam hieß sei habe werde will kann soll muss darf möchte könne solle müsse wolle dürfe war ist hat hob griff
    weiß wusste warb verwies befand erhob geht gesteht gedenkt gelangt gewährt empfahl widersprach riet lobte trug brachte bot äußerte gibt steht""".split()
)
_FRONT = re.compile(
    r"^[\s„\"»(]*(?:(?:Auch|Und|Ebenso|Ebenfalls|Sowohl|Nur|Lediglich|Der|Die|Das|Dem|Den|der|die|Selbst|Herr|Frau|Zunächst|Für die Verwaltung|Als Gast|auch|Kollege|Kollegin|Neben|Dipl\.-\w{1,20}\.?)\s)*$"
)
_DATIVE_FRONT = re.compile(r"(?:^|\s)(?:Dem|Den|Des|Neben)\s")
_PARTICIPLE = re.compile(
    r"(?:Darauf |Hierauf |Dazu |Hierzu |Danach )?[A-ZÄÖÜa-zäöü]*(?:ge|be)[a-zäöüß]+(?:t|en)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"„[^“”\"]*[“”\"]|\"[^\"]*\"|»[^«]*«")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BORDER = re.compile(r"[,;:]\s|\s[–—-]\s")
_PRONOUN = re.compile(rf"(?:^|\s)[{LOWER}]+(?:\s(?:sich|dann|nun|zudem))?\s(?:(?:er|sie)\b|diese[r]?(?=,|$))")


# `Für das ausgeschiedene Mitglied Kohl …`
_FOR_THE_NEW = re.compile(
    rf"\b(?i:{'|'.join(_PREPOSITIONS)})\s(?:das|die|der|den)\s(?:[{LOWER}]{{3,30}}e[nrs]?\s){{1,2}}$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between commas."""

    start: int
    end: int
    text: str

    @property
    def first(self) -> str:
        match = re.search(rf"[{WORD}]+", self.text)
        return match.group() if match else ""


def without_quotes(sentence: str) -> str:
    """What is quoted, or stands in brackets, made blank: letters of the same length that are no words."""
    return _BRACKETS.sub(_blank, _QUOTED.sub(_blank, sentence))


def _blank(match: re.Match[str]) -> str:
    text = match.group()
    # Brackets remain, so that `Schnell (AfD)` is still a name with something in brackets after it.
    return text[0] + "_" * (len(text) - 2) + text[-1]


def split(sentence: str) -> list[Clause]:
    """The clauses, with their places."""
    found: list[Clause] = []
    start = 0
    for border in _BORDER.finditer(sentence):
        if border.start() < start:
            continue
        found.append(Clause(start, border.start(), sentence[start : border.start()]))
        start = border.end()
    found.append(Clause(start, len(sentence), sentence[start:]))
    return found


def main(parts: list[Clause]) -> Clause:
    """The main clause: the first that no subordinator begins; where its verb is missing, that which begins with a verb."""
    if not _subordinates(parts[0].first) or _is_main_all_the_same(parts[0]):
        first = parts[0]
        opens = first.first.casefold() in _PREPOSITIONS or bool(_PARTICIPLE.match(first.text))
        if opens and (not any(map(is_finite, first.text.split()[1:])) or _is_participial(parts)):
            begun = next((part for part in parts[1:] if is_finite(part.first)), None)
            # After an enumeration the verb stands within the last of its parts.
            within = (
                part for part in parts[1:] if part.first not in _SUBORDINATE and any(map(is_finite, part.text.split()))
            )
            return begun or next(within, first)
        if not any(is_finite(word) or word in _PASSIVES for word in first.text.split()):
            # `Die Frage von Herrn Kohl, ob gebaut werde, wird von Frau Ohm bejaht`
            # `Den Vorschlag, zu warten, bringt Frau Ohm ins Spiel`
            is_object = first.first in {"Den", "Dem"}
            begins = (part for part in parts[1:] if part.first in _PASSIVES or (is_object and is_finite(part.first)))
            return next(begins, first)
        return first
    # `Ehe Frau Ohm, Leiterin des Heims, ihre Pläne zeigt, weist Herr Kohl …`
    begun = next((part for part in parts[1:] if is_finite(part.first) or part.first in _PASSIVES), None)
    if begun:
        return begun
    for part in parts[1:]:
        first_word = part.first
        if (
            first_word
            and first_word[0].islower()
            and first_word not in _SUBORDINATE | {"und", "oder", "der", "die", "das", "zu"}
        ):
            return part
    return parts[0]


def _is_participial(parts: list[Clause]) -> bool:
    """Whether the first clause ends with a participle, so that its verb is that of the next: `Nach den Kosten befragt, nennt …`"""
    words = parts[0].text.split()
    return (
        len(parts) > 1
        and is_finite(parts[1].first)
        and not any(map(is_finite, words[1:-1]))
        and bool(re.fullmatch(r"(?:be|ver|er)[a-zäöüß]{3,}t", words[-1]))
    )


def _subordinates(word: str) -> bool:
    """`Ob` does; `OB` is a mayor."""
    return word.casefold() in _SUBORDINATE and not (len(word) > 1 and word.isupper())


def is_finite(word: str) -> bool:
    """Whether a word looks like a verb of the third person: `erklärt`, `fragte`, `hielt`; participles do not count."""
    if not word.islower() or not word.isalpha() or word in _NO_VERBS:
        return False
    if word in _STRONG:
        return True
    return bool(re.fullmatch(r"[a-zäöüß]{2,}te?", word)) and not re.match(
        r"(?:an|auf|aus|ein|vor|hin|zu|mit|ab)?ge[a-zäöüß]+t$", word
    )


def _is_main_all_the_same(clause: Clause) -> bool:
    """`Um 17:20 Uhr …`, `Ohne Aussprache …`, `Bis Ende des Jahres …`, `Seit dem Sommer …`, `Während der Sitzung …`."""
    first = clause.first.casefold()
    if first in {"um", "bis", "seit", "während", "ohne", "insbesondere", "sowie", "als", "da", "damit", "wie"}:
        words = re.findall(rf"[{WORD}]+", clause.text)
        second = words[1] if len(words) > 1 else ""
        if first in {"da", "damit", "wie"}:
            return False
        if first == "als" and re.search(rf"\s[{LOWER}]+t(?:e)?\s(?:sich\s)?(?:der\s|die\s)?[{UPPER}]", clause.text):
            return not re.search(rf"[{LOWER}]+t(?:e)?$", clause.text)
        if first in {"um", "ohne"}:
            return " zu " not in clause.text
        return (
            first != "als"
            and (second[:1].isupper() or second in {"dem", "der", "den", "des", "einer", "einem", "zum", "zur"})
            and bool(re.search(rf"\s[{LOWER}]+(?:t|te)\s", clause.text))
        )
    return False


def is_front(before: str) -> bool:
    """Whether nothing but an article stands before a mention: then it is the subject."""
    return bool(_FRONT.match(before)) and not _DATIVE_FRONT.search(before)


def is_oblique(sentence: str, mention: Mention) -> bool:
    """Whether a mention depends on a preposition or stands in another case than the nominative."""
    before = re.findall(rf"[{WORD}.]+|[^\s{WORD}]", sentence[max(0, mention.start - 120) : mention.start])
    if not before:
        return False
    if _FOR_THE_NEW.search(sentence, max(0, mention.start - 120), mention.start):
        return True
    word = ""
    # `den zu wählenden Beigeordneten`: adjectives stand between the article and the noun.
    while len(before) > 1 and (re.fullmatch(rf"[{LOWER}]{{3,}}(?:en|em)", before[-1]) or (before[-1] == "zu" and word)):
        word = before.pop()
        if before[-1] == "Dem" and len(before) == 1 and verbs.say(word):
            # `Dem widersprechen Herr Kohl und Frau Ohm.`
            return False
        if before[-1].casefold() in _OBLIQUE:
            return True
    word = before[-1]
    if mention.role.startswith(("Herrn", "Ratsherrn")) or re.match(
        r"Kreistagsabgeordneten|Stadtverordneten\b", mention.role
    ):
        return True
    if word.casefold() in _PREPOSITIONS or word.casefold() in _OBLIQUE:
        return True
    if word in {"der", "die"} and len(before) > 1:
        second = before[-2]
        if second.casefold() in _PREPOSITIONS:
            return True
        # `Anfrage der Ktabg. Kohl` is a genitive; `erklärt der Ktabg. Kohl` a subject.
        return word == "der" and second[:1].isupper() and len(before) > 2 and second not in {"Daraufhin", "Sodann"}
    if word in {"und", "oder", "sowie"} and len(before) > 1:
        return False
    return False


def is_beside_oblique(parts: list[Clause], mention: Mention) -> bool:
    """`Mit der Planerin, Frau Ohm, habe er gesprochen`: between commas, who is named by an office that depends on a preposition."""
    return any(
        before.first.casefold() in _PREPOSITIONS and part.start == mention.start and mention.end >= part.end
        for before, part in pairwise(parts)
    )


def has_verb(rest: str) -> bool:
    """Whether what follows a name goes on as a sentence: with a small word, maybe after brackets or an insertion."""
    rest = re.sub(r"^(?:\s?[(\[][^()\[\]]*[)\]]|/[A-ZÄÖÜ][\w.]{1,15}(?=\s))", "", rest)
    stray = re.match(rf"^,\s(?P<word>[{LOWER}]+)\s", rest)
    if stray and (is_finite(stray["word"]) or stray["word"] in {"möchte", "will"}):
        # The comma is wrong: `Eine Einwohnerin, möchte wissen, …`
        return True
    match = re.match(rf"^\s?(?P<insert>,[^,]{{1,300}},|\s?[–—-]\s[^–—]{{1,200}}\s[–—-])?\s?(?P<word>[{LOWER}]+)", rest)
    if not match:
        return False
    if match["word"] in _PREPOSITIONS and not match["insert"]:
        # `Herr Kohl vom Bauamt erläutert`; but `Herrn Kohl zum Vorsitzenden,` has none.
        words = [word.rstrip(",.;:") for word in rest[match.end() :].split()[:30]]
        return any(is_finite(word) or verbs.say(word) for word in words)
    return match["word"] not in {"und", "oder", "sowie", "bzw", "u"} or bool(match["insert"])


# `vom Bauamt`, `von der Plan & Partner GmbH`, `aus dem Ortsteil Oberau`
_ORIGIN = re.compile(
    rf"\s(?:vom|von|beim|aus)\s(?:(?:der|dem)\s)?(?:[{LOWER}]{{3,20}}en\s)?[{UPPER}][\w.&-]*(?:\s(?:[{UPPER}&][\w.&-]*|für|und)){{0,5}}(?=\s[{LOWER}])"
)


def without_origin(rest: str) -> str:
    """What follows a name, without where they come from: ` vom Bauamt habe gewarnt`."""
    return _ORIGIN.sub("", rest, count=1) if _ORIGIN.match(rest) else rest


def has_finite(before: str) -> bool:
    """Whether a word that may be a verb stands in the text: small, and none of the words that are certainly none."""
    return any(
        word not in _NO_VERBS and len(word) > 2
        for word in re.findall(rf"(?<![{WORD}.-])[{LOWER}]+(?![{WORD}.-])", before)
    )


def pronoun_subject(sentence: str, clause: Clause, inside: list[Mention]) -> bool:
    """`zeigt sie`, `Er bittet`: the subject is a pronoun."""
    text = sentence[clause.start : clause.end]
    if re.match(r"^\s*(?:(?:Er|Sie|er|sie)\s|(?:Dieser|Letztere[r]?)\s[a-zäöüß])", text):
        return True
    match = _PRONOUN.search(text)
    if not match:
        return False
    first = inside[0] if inside else None
    nominative = first and not is_oblique(sentence, first) and first.start < clause.start + match.start()
    return not nominative
