"""Decisions: a sentence that says what a body made of an item, and how it voted. Pure.

`Nach kurzer Aussprache lehnt der Rat den Antrag mit 3 gegen 9 Stimmen ab.`, `Dem Vorschlag wird einstimmig gefolgt.`,
`Die Abstimmung ergibt 9 Ja-Stimmen und 2 Enthaltungen.` What is reported of another day or body is none.
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from minutes.importers.grammar import decision_words as words
from minutes.importers.grammar import how_voted, stances, tallies
from minutes.importers.grammar.bodies import BODY, PEOPLE
from minutes.importers.grammar.elsewhere import is_negated, is_reported
from minutes.importers.grammar.letters import modern, plain
from minutes.importers.grammar.numbers import NUMBER, value
from minutes.importers.grammar.outcomes import UNDECIDED, OutcomeCode
from minutes.importers.grammar.roles import ROLE


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, with how many votes, by all or by most."""

    code: OutcomeCode
    counts: dict[str, int] = field(default_factory=dict)
    is_unanimous: bool = False
    is_majority: bool = False
    # Whether it is said how was voted, be it in words.
    is_voted: bool = True

    @property
    def is_vote(self) -> bool:
        """Whether it tells more of a vote than that there was one."""
        return bool(self.counts or self.is_unanimous or self.is_majority)


# `Zu Punkt 1: Der Ausschuss stimmt zu.`
_PART = re.compile(
    r"^(?:(?:Zu\s)?(?:Punkt|Ziffer|Nr\.|TOP)\s\S{1,4}\s?:|(?:Zu\s)?[a-z\d]\)\s?:?|Abstimmungsergebnis:|Ergebnis:)\s"
)
# `Der Antrag wird mehrheitlich abgelehnt: Ja-Stimmen: 3, Nein-Stimmen: 6`
_COUNTS_BEHIND = re.compile(
    r"(?P<told>[^:]{12,400}\b(?:angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt|gebilligt|empfohlen))\s?(?::|–|-)\s(?P<counts>\D{0,20}\d[^;]{2,100})$"
)
# `Mit dieser Ergänzung wird das Protokoll bestätigt: 9/0/2.`, `Der Rat stimmt zu: Ja 9, Nein 1`
_ANY_BEHIND = re.compile(r"(?P<told>[^:]{12,400}?)(?::|\s[–-])\s(?P<counts>[^;]{3,100}?)\.?$")
_ENDS_IN_LABEL = re.compile(
    r"(?:\b(?:Ja|JA|Nein|NEIN|[Dd]afür|[Dd]agegen)|timmen?|nthaltung(?:en)?|Enth\.|Anwesende?)\s*$"
)
_UNOPPOSED = re.compile(
    r"^Es\s(?:werden|wurden|gibt|gab|bestehen|bestanden)\skeine\s(?:Einwände|Bedenken|Einwendungen)\b"
)
# `Der Rat lehnt den Antrag ab (dafür: 9, dagegen: 16).`
_COUNTS_IN_BRACKET = re.compile(r"(?P<told>[^()]{12,400})\s\((?P<counts>[^()]{0,20}\d[^()]{2,100})\)\.?$")
# `(mehrheitlich, 9:2, 1 Enth.)`
_HOW_AHEAD = re.compile(r"^(?:mehrheitlich|einstimmig|einmütig),?\s(?:mit\s)?(?=\w+\s?[:/]|\w+\s(?:Ja|Nein|Stimm))")
# `Die Tagesordnung wird einstimmig (6/0/0) bestätigt.`
_COUNTS_IN_MIDST = re.compile(
    r"(?P<told>[^()]{8,300})\s(?P<counts>\((?:\d{1,3}\s?[:/]\s?){1,2}\d{1,3}(?:\sStimmen)?\))\s(?P<verb>[a-zäöüß]{5,20})\.?$"
)
# `Über den Änderungsantrag wird zuerst abgestimmt: 9 Ja-Stimmen, 2 Enthaltungen`
_PUT = re.compile(
    r"(?:Über|Zu)\s(?:den|die|das|dem|der|diesen|diese|dieses|diesem)\s[^:;]{3,160}\b(?:wird|wurde)\s[^:;]{0,60}\babgestimmt\s?:\s(?P<counts>[^;:]{0,20}\d{1,3}\s(?:Ja|JA)[^;:]{0,100})"
)
# `Der Beirat lehnt die Kürzung ab und fordert, sie zurückzunehmen.`: an opinion of theirs, on which they voted.
_AND_DEMANDS = re.compile(r"\bab\s(?:und|sowie)\s(?:fordert|appelliert|verlangt)\b")
# `Der Rat stimmt über die Vorlage ab und beschließt mit 9 Ja-Stimmen, …`
_VOTES_AND = re.compile(
    rf"^(?P<body>{BODY})\sstimm(?:t|en|te|ten)\s(?:[a-zäöü]+\s)?über\s[^.;:,]{{3,160}}\sab\sund(?=\s)"
)
# The number of a footnote: `… zu vergeben.2`
_FOOTNOTE = re.compile(r"(?<=[a-zäöüß]\.)\d{1,2}$")
_DIRECT = re.compile(rf"^{BODY}\s(?P<verb>{words.VERB})\b(?P<rest>.*)$")
_TURNED = re.compile(
    rf"^(?!(?:Sollte|Wenn|Falls|Sofern|Soweit|Ob|Wie|Was|Warum|Wann|Bis|Solange|Bevor|Ehe)\b)(?P<before>[A-ZÄÖÜ„(\d](?:(?!\bdass\b).){{0,260}}?)\s(?P<verb>{words.VERB})\s(?:sich\s|sodann\s|daraufhin\s|anschließend\s)?{BODY}(?=[\s.,]|$)(?P<rest>.*)$"
)
_AGREED = re.compile(
    rf"^(?:(?:Es|Nach\s[^,.;]{{2,60}}?)\s(?:besteht|bestand|herrscht|herrschte)\s[^,]{{0,60}}?\b(?:Einvernehmen|Einigkeit)\b|Es\s(?:wird|wurde)\s(?:[a-zäöü]+\s)?vereinbart\b|Man\s(?:einigt|einigte|verständigt|verständigte)\ssich\b|{BODY}\s(?:kommt|kommen|kam|kamen)\s[^,]{{0,60}}?überein\b|{BODY}\s(?:ist|sind)\ssich\s[^,]{{0,40}}?einig\b)"
)
_PASSIVE = re.compile(
    r"\b(?P<verb>wird|werden|wurde|wurden|ist|sind|gilt|gelten|galt)\b(?P<mid>.*?)\s(?P<not>nicht\s)?(?:"
    + "|".join(f"(?P<{code}>{forms})" for code, forms in words.PARTICIPLES.items())
    + r")(?=[.,;]|\s\(|$|\s(?:und|sowie)\b)"
)
# `Der Rat hat den Bau beschlossen.`
_PERFECT = re.compile(
    rf"^{BODY}\s(?:hat|haben)\s(?P<told>.*?)\b(?:"
    + "|".join(f"(?P<{code}>{forms})" for code, forms in words.PARTICIPLES.items())
    + r")(?P<rest>,\s.*)?\.?$"
)
# `Da Angaben fehlen, hat der Rat die Entscheidung vertagt.`: the main clause of such a sentence.
_WITH_CAUSE = re.compile(
    rf"^(?:Da|Weil|Nachdem|Obwohl)\s[^;:!?]{{5,300}}?,\s(?P<verb>hat|haben)\s(?P<body>{BODY})\s(?P<rest>[^,;:!?]{{5,200}})$"
)
# `Der Vorsitzende stellt einstimmige Zustimmung fest.`
_FOUND = re.compile(
    r"^(?:Der|Die|Herr|Frau)\s[^.;:,]{2,80}?\s(?:stellt|stellte)\s(?:[a-zäöü]+\s)?(?:einstimmige\s(?:Zustimmung|Annahme|Beschlussfassung|Billigung)|Einstimmigkeit)\sfest\.?$"
)
# `nimmt die Ausführungen zur Kenntnis und beschließt mehrheitlich …`
_AND_RESOLVES = re.compile(
    r"\b(?:und|sowie)\s(?:beschließt|beschloss|stimmt|stimmte|empfiehlt|empfahl|(?:beauftrag|genehmig|ermächtig)te?)\b"
)
# `Gewählt wird Frau Ohm mit 9 Ja-Stimmen.`
_FRONTED = re.compile(
    r"^(?:(?P<elected>Gewählt)|(?P<adopted>Angenommen|Beschlossen)|(?P<rejected>Abgelehnt))\s(?:wird|werden|wurde|wurden|ist|sind)\b"
)
_COUNTED = re.compile(
    r"^(?:Die|Das)\s(?:\w+\s)?(?:[\w-]*[Aa]bstimmung|[\w-]*[Aa]uszählung|Abstimmungsergebnis|Ergebnis)\b[^.;:]{0,90}?\s(?:ergibt|ergab|lautet|lautete|ist|war|bringt|brachte|erbringt|erbrachte|endet|endete)\b"
    r"|^(?:Der|Dieser|Sein|Ihr)\s[\w-]*(?:[Aa]ntrag|[Vv]orschlag)\b(?:[^.;:]|(?<=\d)\.(?=\d)){0,160}?\s(?:erhält|erhielt|bekommt|bekam)\b|^Auf\s(?:den|diesen)\s[\w-]*(?:[Aa]ntrag|[Vv]orschlag)\b[^.;:]{0,120}?\s(?:entfallen|entfielen)\b"
    # `Vier Ja-Stimmen stehen drei Nein-Stimmen gegenüber.`
    r"|^\w{1,16}\s(?:Ja-Stimmen?|Stimmen?\sdafür)\s(?:steht|stehen|stand|standen)\b[^.;:]{3,120}\sgegenüber\.?$"
    r"|^(?:Sie|Diese)\s(?:ergibt|ergab)\b|^Es\s(?:ergeben|ergaben|ergibt|ergab)\ssich\b"
    r"|^(?:Bei|In)\sder\s[\w-]*[Aa]bstimmung\b[^.;:]{0,120}?\s(?:(?:werden|wurden)\b.*\babgegeben\.?$|(?:gibt|gab)\ses\s|(?:ergeben|ergaben|ergibt|ergab)\ssich\s)"
)
_FOLLOWED = re.compile(
    r"^(?:(?:Der|Dieser)\sBeschluss|Die\sBeschlüsse(?:\s[a-z\d]\)(?:,|\sund)?){0,6}|Die\s(?:Zustimmung|Annahme|Genehmigung|Beschlussfassung|Abstimmung|Wahl|Empfehlung|(?P<no>Ablehnung)))\s(?:(?:des|der)\s[A-ZÄÖÜ]\w+\s)?(?:hierzu\s|darüber\s)?(?:erfolgt|erfolgte|erfolgten|ergeht|erging|ergehen|ergingen|fällt|fiel|fallen|fielen|ist|war)\b"
    r"|^Die\s(?:[\w-]*[Vv]ergabe|Beauftragung|Bestellung|Benennung|Entsendung|Aufnahme|Anschaffung)\b[^.;:,]{0,120}?\s(?:erfolgt|erfolgte)\b"
    r"|,\s(?:der|die|das|dem|denen)\s(?:[^,.;]{0,80}\s)?(?:einstimmig|mehrheitlich|(?:[\w-]+[sS]|S)timmen?|(?:Stimm)?[Ee]nthaltung(?:en)?)\b[^,.;]{0,80}\b(?:angenommen|zugestimmt|genehmigt|beschlossen|bestätigt|(?P<elected>gewählt)|(?P<not>abgelehnt))\s(?:wird|wurde|werden|wurden)\.?$"
)
_NO_MAJORITY = re.compile(
    r"\b(?:findet|fand|finden|fanden|erhält|erhielt|erreicht|erreichte)\b.*\b(?:keine|nicht\sdie)\s(?:\w+\s){0,2}(?:Mehrheit|Zustimmung)(?:\s(?:de[rs]|im|in\sder)\s[A-ZÄÖÜ][\w-]+)?(?:\s\([^()]{2,80}\))?\.?$|\b(?:wird|wurde)\b.*\bMehrheit\b.*\bnicht\s(?:erreicht|erzielt)\.?$|[Mm]ehrheit\b.*\b(?:wird|wurde|ist)\b.*\b(?:verfehlt|nicht\s(?:erreicht|erzielt|zustande\sgekommen))\.?$|\b(?:fällt|fiel|fallen|fielen)\b.*\bdurch\.?$|\b(?:scheitert|scheiterte|scheiterten|unterliegt|unterlag)\b[^,;]*$|\b(?:verfällt|verfiel)\b.*\bder\sAblehnung\.?$|\b(?:verfehlt|verfehlte)\b.*\bMehrheit\.?$"
)
# `Er findet mit 9 Ja-Stimmen eine Mehrheit.`, `Dies erhält bei 2 Enthaltungen die Zustimmung des Ortsbeirates.`
_MAJORITY = re.compile(
    r"\b(?:findet|fand|finden|fanden|erhält|erhielt|erhalten|erhielten|erreicht|erreichte)\b(?!.*\b(?:kein\w*|nicht)\s(?:\w+\s){0,2}(?:Mehrheit|Zustimmung))[^;:]*\b(?:Mehrheit|Zustimmung|Billigung)(?:\s(?:de[rs]|im|in\sder)\s[A-ZÄÖÜ][\w-]+)?\.?$|\b(?:passiert|passierte|passieren|passierten)\s(?:den|die|das)\s[A-ZÄÖÜ]|\b(?:setzt|setzte|setzen|setzten)\ssich\b[^;:]*\bdurch\.?$"
)
_ALL = re.compile(
    rf"\b[Aa]lle\s(?:(?P<number>(?i:{NUMBER}))\s)?{PEOPLE}(?=[\s.,]|$)(?:\s(?:des|der)\s[A-ZÄÖÜ][\w-]+)?(?P<rest>.*)"
)
_ALL_VOTE = re.compile(
    r"\bstimm(?:en|ten)\b.*(?:\b(?:zu|dafür)\b|\bmit\s[„\"]?[Jj][Aa]\b|\bfür\s(?:den|die|das|diese[nrs]?)\b)"
)
# To what is not told: it may be the procedure.
_TO_NOTHING = re.compile(r"\bstimm\w+\s(?:dem\s)?einstimmig\s(?:dem\s)?zu\.?$")
# Most sentences have none of these words.
_WORTH = re.compile(
    r"\b(?:Ja|JA)\b|[Ss]timm|lehnt|erkenn|erkann|spr|fall|geht|ging|gilt|gelt|galt|Licht|lehnen|beschl|beschlo|empf|nehm|nomm|nimmt|nahm|wies|weis|strich|tagt|erteil|vergib|vergeb|vergab|versag|weiger|schieb|schob|stell|setz|wähl|ruf|rief|sandt|sende|fest|hoben|hebt|schließ|schloss|einverstand|billig|stätig|fürwort|schiede|folg|fass|mächtig|auftrag|einig|ständig|nvernehm|nterstütz|entscheid|entschied|läss|ließ|wirft|worf|spr[aie]ch|sproch|zogen|tatt|benannt|reicht|find|fand|hält|hielt|fäll|fiel|Mehrheit|gibt|gab|geben|erledigt|votier|überein|dafür|dagegen|vereinbar"
)
# To what was said before: that may be the procedure as well.
_TO_SAID = re.compile(
    r"\bdiese[mnr]\b|\bdem\s(?:[a-zäöü]+\s)?zu\.?$|\bdem\sVorschlag\b(?!\s(?:der|des)\b|\s(?:[a-zäöü]+\s)?zu,\s)"
)
# Nothing is decided on by these: they need no vote.
_OPEN = UNDECIDED | {"noted"}


def read(text: str) -> Decision | None:
    """The decision that a sentence tells; None if it tells none, or two."""
    whole = modern(plain(text))
    return _read(whole) if _WORTH.search(whole) else None


@lru_cache(maxsize=1024)
def _read(whole: str) -> Decision | None:
    sentence = _VOTES_AND.sub(r"\g<body>", _FOOTNOTE.sub("", _PART.sub("", whole)).rstrip("!"))
    if midst := _COUNTS_IN_MIDST.match(sentence):
        sentence = f"{midst['told']} {midst['verb']} {midst['counts']}."
    behind, put, after = _COUNTS_BEHIND.match(sentence), _PUT.fullmatch(sentence), _ANY_BEHIND.match(sentence)
    if not 12 < len(sentence) <= 900 or (sentence[-1].isdigit() and not (behind or put or after)):
        return None
    if _TO_NOTHING.search(sentence) and sentence == whole:
        return None
    if put and (counts := tallies.read(put["counts"]).counts):
        return Decision("adopted" if counts.get("yes", 0) > counts.get("no", 0) else "rejected", counts)
    if behind and (counts := tallies.read(behind["counts"]).counts):
        told = _read(behind["told"] + ".")
        if told:
            return None if told.counts else replace(told, counts=counts)
    if inside := _COUNTS_IN_BRACKET.match(sentence):
        counts = _all_counted(_HOW_AHEAD.sub("", inside["counts"]))
        told = _read(inside["told"].rstrip(".") + ".") if counts.keys() >= {"yes", "no"} else None
        if told and not told.counts:
            return replace(told, counts=counts, is_voted=True)
        if len(counts) > 1 and (told := _counted_behind(inside["told"], inside["counts"])):
            return told
        if len(counts) > 1 and "yes" in counts and _does(inside["told"]):
            return Decision("adopted" if counts["yes"] > counts.get("no", 0) else "rejected", counts)
    if after and (told := _counted_behind(after["told"], after["counts"])):
        return told
    if sentence[-1].isdigit():
        return None
    manner = how_voted.read(sentence)
    if cause := _WITH_CAUSE.match(sentence):
        perfect = _perfect(f"{cause['body'][:1].upper()}{cause['body'][1:]} {cause['verb']} {cause['rest']}")
        return perfect if perfect and (manner.is_told or perfect.code in UNDECIDED) else None
    if manner.is_told and (perfect := _perfect(sentence)):
        return perfect
    return _of_all(sentence) or _counted(sentence, manner) or _active(sentence, manner) or _passive(sentence, manner)


# `Der Rat schenkt dem Verein eine Bank`, `Dem Verein werden 300 Euro gewährt`: whatever it is, behind it stands how was voted.
_DOES = re.compile(
    rf"(?:{BODY}\s[a-zäöüß]{{3,}}(?:t|en)\s[^;:?]{{5,300}}|(?:Der|Die|Das|Dem|Den|Für\s(?:den|die|das))\s[^;:?]{{3,200}}\s(?:wird|werden)\s[^;:?]{{0,200}}\b[a-zäöüß]+(?:t|en))"
)


def _does(told: str) -> bool:
    """Whether a sentence tells in the present what a body does, or what is done."""
    return bool(_DOES.fullmatch(told)) and not is_reported(told) and not is_negated(told)


def _all_counted(text: str) -> dict[str, int]:
    """The numbers of a text that is nothing else: `9 Ja, 2 Nein`, `9/0/2`."""
    if stance := stances.read(text):
        return {stance.side: stance.number} if stance.is_proposal else {}
    counts = tallies.read(text).counts if tallies.is_count_line(text) or tallies.is_ratio_alone(f"({text})") else {}
    return {name: number for name, number in counts.items() if name in {"yes", "no", "abstain"}}


def _counted_behind(told: str, behind: str) -> Decision | None:
    """A sentence that decides, and behind it nothing but the numbers of its vote."""
    counts = _all_counted(behind)
    # `… abgelehnt (Ja-Stimmen: 8, Nein-Stimmen: 27)`: the first label is no sentence.
    if told.count("(") > told.count(")") or _ENDS_IN_LABEL.search(told):
        return None
    if not counts or how_voted.read(told).counts:
        return None
    sentence = _PART.sub("", told).rstrip(". ") + "."
    if _UNOPPOSED.match(sentence) and counts.get("yes"):
        return Decision("adopted", counts)
    is_unanimous = how_voted.read(sentence).is_unanimous and not counts.get("no")
    manner = how_voted.Manner(counts, is_unanimous, True)
    found = _counted(sentence, manner) or _active(sentence, manner) or _passive(sentence, manner)
    # What is labelled is as it says, whatever was refused.
    return replace(found, counts=counts) if found and re.search(r"[a-z]", behind) else found


def _made(code: OutcomeCode, manner: how_voted.Manner, told: str = "") -> Decision:
    if code == "adopted" and words.is_amended(told):
        code = "adopted_amended"
    return Decision(code, manner.counts, manner.is_unanimous, manner.is_majority, manner.is_told)


# `Alle bis auf ein Mitglied, das dagegen ist, stimmen zu.`
_ALL_BUT = re.compile(
    rf"^Alle\s(?:[A-ZÄÖÜ]\w+\s)?(?:bis\sauf|außer)\s(?P<number>(?i:{NUMBER}))(?:\s[A-ZÄÖÜ]\w+)?(?:,\s(?:das|der|die)\s(?:(?P<no>dagegen\s(?:ist|sind|war|waren|stimmt|stimmte|stimmten))|(?P<abstain>sich\s(?:der\sStimme\s)?enth\w+)),)?\s(?:stimm(?:en|ten)\s(?:zu|dafür|de[mr]\s[^;:]{{3,80}}\szu)|sind\sdafür|waren\sdafür)\.?$"
)


def _of_all(sentence: str) -> Decision | None:
    """`Alle neun Mitglieder stimmen dem Antrag zu.`"""
    if but := _ALL_BUT.match(sentence):
        side = "no" if but["no"] else "abstain" if but["abstain"] else ""
        return Decision("adopted", {side: value(but["number"])} if side else {}, is_majority=True)
    match = _ALL.search(sentence)
    if not match or not _ALL_VOTE.search(sentence) or is_reported(sentence) or is_negated(sentence):
        return None
    return Decision("adopted", {"yes": value(match["number"])} if match["number"] else {}, True)


def _counted(sentence: str, manner: how_voted.Manner) -> Decision | None:
    """The result as a noun: `Die Abstimmung ergibt …`, `Die Zustimmung erfolgt …`, `… findet keine Mehrheit`."""
    if is_reported(sentence):
        return None
    if _NO_MAJORITY.search(sentence):
        return _made("rejected", manner)
    if _FOUND.search(sentence):
        return Decision("adopted", {}, True)
    if is_negated(sentence) or not manner.is_told:
        return None
    if _MAJORITY.search(sentence):
        return _made("adopted", manner)
    followed = _FOLLOWED.search(sentence)
    if followed:
        refused = followed["no"] or followed["not"]
        return _made("rejected" if refused else "elected" if followed["elected"] else "adopted", manner)
    yes, no = manner.counts.get("yes"), manner.counts.get("no")
    if _COUNTED.search(sentence) and yes is not None and len(manner.counts) > 1:
        return _made("adopted" if yes > (no or 0) else "rejected", manner)
    return None


def _active(sentence: str, manner: how_voted.Manner) -> Decision | None:
    """A body is the subject."""
    if _AGREED.match(sentence):
        # `…, den Antrag zunächst im Bauausschuss zu beraten` names another body, but it is this one that agrees.
        main, _comma, rest = sentence.partition(",")
        agreed = None if is_reported(sentence if re.match(r"\s(?:dass|daß)\b", rest) else main) else words.aim(sentence)
        return _made(agreed, manner) if agreed else None
    match = _DIRECT.match(sentence) or _TURNED.match(sentence)
    if not match:
        return None
    # What shall be done, behind how was voted, may name other days and be denied.
    end = max(match.end("verb"), manner.end) if manner.is_told else _clause_end(sentence, match.end("verb"))
    head = sentence[:end]
    if is_reported(head) or is_negated(head) or re.match(r"\s(?:nicht|kein\w*)\b", sentence[end:]):
        return None
    rest = f"{match.groupdict().get('before') or ''} {match['rest']}"
    code = next(
        (
            code
            for verb, need, code in words.VERBS
            if verb.fullmatch(match["verb"]) and (need is None or need.search(rest))
        ),
        None,
    )
    if code == "noted" and manner.is_told and _AND_RESOLVES.search(rest):
        code = "adopted"
    if code == "rejected" and _AND_DEMANDS.search(rest) and not words.is_of_item(rest):
        code = "adopted"
    if code == "adopted":
        code = words.aim(f"{match['verb']} {rest.strip()}") or code
    is_sure = words.SURE.match(sentence, match.start("verb")) and not (sentence.endswith(":") or _TO_SAID.search(rest))
    if code is None or (code not in _OPEN and not manner.is_told and not is_sure):
        return None
    return _made(code, _of_refusal(sentence, manner) if code == "rejected" else manner, head)


def _perfect(sentence: str) -> Decision | None:
    """`Der Rat hat den Bau mit 9 : 2 Stimmen beschlossen.`: only with how was voted, and no word of another day."""
    match = _PERFECT.match(sentence)
    if not match or is_reported(f"{match['told']} {match['rest'] or ''}") or is_negated(match["told"]):
        return None
    groups = match.groupdict()
    code: OutcomeCode = next(code for code in words.PARTICIPLES if groups.get(code))
    return _made(code, how_voted.read(sentence[: match.start("rest")] if match["rest"] else sentence), match["told"])


def _clause_end(sentence: str, start: int) -> int:
    end = re.compile(r"[,;]").search(sentence, start)
    return end.start() if end else len(sentence)


# Not who, but what is chosen.
_CHOSEN = re.compile(
    r"(?:(?:Der|Die|Das|Diese[rs]?|Es)\s(?:\S+\s){0,2}?)?(?:\S*(?:[Vv]ariante|[Ss]tandort|[Ll]ösung|[Ff]orm|[Vv]erfahren|[Ee]ntwurf|[Mm]odell|[Vv]orschlag|[Ff]arbe|[Tt]ermin|[Nn]ame|[Oo]rt)\b|[a-zäöü])"
)
# `Die Beigeordnete wird mit 14 Ja-Stimmen gewählt.`
_OFFICE = re.compile(
    rf"(?:(?:Der|Die)\s{ROLE}\s(?:wird|wurde|ist)|Die\s(?:Vorgeschlagenen|Genannten|Kandidaten|Bewerber)\s(?:werden|wurden|sind))\b"
)


def _passive(sentence: str, manner: how_voted.Manner) -> Decision | None:
    """`wird … angenommen`; without how was voted only of what leaves the item undecided here."""
    match = _FRONTED.match(sentence) if manner.is_told else None
    match = match or _PASSIVE.search(sentence)
    if not match:
        return None
    groups = match.groupdict()
    code: OutcomeCode = next(code for code in words.PARTICIPLES if groups.get(code))
    told = sentence if "mid" not in groups else sentence[: match.end()]
    if is_reported(told) or is_negated(sentence if "mid" not in groups else sentence[: match.end("mid")]):
        return None
    if groups.get("not"):
        is_refused = code == "adopted" and (manner.is_told or words.is_sure(sentence))
        return _made("rejected", manner) if is_refused else None
    if not manner.is_told:
        is_sure = (code in _OPEN and words.is_of_item(told)) or words.is_sure(sentence)
        return Decision(code) if is_sure else None
    if manner.is_of_several and len({each.lastgroup for each in _PASSIVE.finditer(sentence)}) > 1:
        return None
    if (
        code == "elected"
        and not re.search(r"\b(?:zu[mr]|als|Frau|Herr)\b", told)
        and _CHOSEN.match(told)
        and not _OFFICE.match(told)
    ):
        return None
    if code == "adopted":
        code = words.moved(told) or code
        if "nvernehmlich" in told and not (manner.is_unanimous or manner.counts) and not words.is_of_item(told):
            # Agreed on something on the way.
            return None
    return _made(code, _of_refusal(sentence, manner) if code == "rejected" else manner, told)


def _of_refusal(sentence: str, manner: how_voted.Manner) -> how_voted.Manner:
    """`lehnt mit 9 gegen 3 Stimmen ab`, `wird mit 11 : 2 Stimmen abgelehnt`: the more votes are those that refuse."""
    counts = manner.counts
    if counts.get("yes", 0) <= counts.get("no", 0) or re.search(r"\b(?:Ja|JA|Nein|NEIN|[Dd]afür|Gegens)", sentence):
        return manner
    return replace(manner, counts={**counts, "yes": counts.get("no", 0), "no": counts["yes"]})
