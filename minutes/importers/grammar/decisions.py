"""Decisions: a sentence that says what a body made of an item, and how it voted. Pure.

`Nach kurzer Aussprache lehnt der Rat den Antrag mit 3 gegen 9 Stimmen ab.`, `Dem Vorschlag wird einstimmig gefolgt.`,
`Die Abstimmung ergibt 9 Ja-Stimmen und 2 Enthaltungen.` What is reported of another day or body is none.
"""

import re
from dataclasses import dataclass, field

from minutes.importers.grammar import how_voted
from minutes.importers.grammar.bodies import BODY, PEOPLE
from minutes.importers.grammar.letters import plain
from minutes.importers.grammar.numbers import NUMBER, value
from minutes.importers.grammar.outcomes import OutcomeCode


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, with how many votes, by all or by most."""

    code: OutcomeCode
    counts: dict[str, int] = field(default_factory=dict)
    is_unanimous: bool = False
    is_majority: bool = False

    @property
    def is_vote(self) -> bool:
        """Whether it tells more of a vote than that there was one."""
        return bool(self.counts or self.is_unanimous or self.is_majority)


def _weak(*stems: str) -> str:
    return rf"(?:{'|'.join(stems)})(?:t|te|en|ten)"


_NEED: tuple[tuple[str, str, OutcomeCode], ...] = (
    (_weak("lehn"), r"\bab\b", "rejected"),
    (r"(?:weist|weisen|wies|wiesen)", r"\b(?:zurück|ab)\b", "rejected"),
    (_weak("verweiger", "versag"), "", "rejected"),
    (
        rf"(?:{_weak('stimm', 'votier')}|spricht|sprechen|sprach|sprachen)",
        r"\bdagegen\b|\bgegen\s(?:de[nmr]|die|das|eine[nr]?|diese[nrs]?)\s(?!Stimmen?\b)(?!.*\bzu\b)",
        "rejected",
    ),
    (_weak("stimm", "votier"), r"\bzu\b|\b(?:da)?für\b|\bmit\s[„\"]?[Jj][Aa]\b", "adopted"),
    (r"(?:spricht|sprechen|sprach|sprachen)", r"\b(?:da)?für\b.*\baus\b", "adopted"),
    (_weak("vertag"), "", "deferred"),
    (r"(?:verschiebt|verschieben|verschob|verschoben)", "", "deferred"),
    (_weak("stell"), r"\bzurück\b", "deferred"),
    (r"(?:(?:ver|über)(?:weist|weisen|wies|wiesen))", r"\b(?:an|in|zurück)\b", "referred"),
    (_weak("setz"), r"\b(?:von\sder\sTagesordnung\s)?ab\b", "removed"),
    (r"(?:nimmt|nehmen|nahm|nahmen)", r"\bvon\sder\sTagesordnung\b", "removed"),
    (r"(?:nimmt|nehmen|nahm|nahmen)", r"\bKenntnis\b", "noted"),
    (r"(?:nimmt|nehmen|nahm|nahmen)", r"\ban(?=[.,;]|$)", "adopted"),
    (_weak("wähl"), r"\b(?:zu[mr]|als|in|durch|per)\b|\b(?:Frau|Herrn?)\b", "elected"),
    (rf"(?:{_weak('bestell')}|beruft|berufen|berief|beriefen)", r"\b(?:zu[mr]|als)\b", "elected"),
    (_weak("stell", "leg", "setz"), r"\bfest\b", "adopted"),
    (r"(?:hebt|heben|hob|hoben)", r"\bauf\b", "adopted"),
    (r"(?:schließt|schließen|schloss|schlossen)", r"\ban\b", "adopted"),
    (rf"(?:{_weak('erklär')}|ist|sind)", r"\beinverstanden\b", "adopted"),
    (
        rf"(?:{_weak('genehmig', 'billig', 'bestätig', 'befürworte', 'befürwort', 'verabschiede', 'verabschied', 'bewillig', 'erteil', 'folg', 'fass', 'ermächtig', 'beauftrag', 'einig', 'verständig', 'unterstütz')}"
        r"|(?:beschließ|beschloss|empfahl|empfehl|erließ|vergab|vergeb|entscheid|entschied)(?:t|en|et)?|empfiehlt|erlässt|erlassen|vergibt)",
        "",
        "adopted",
    ),
)  # fmt: skip
_VERBS = tuple((re.compile(verb), re.compile(rest) if rest else None, code) for verb, rest, code in _NEED)
_VERB = "|".join(dict.fromkeys(verb for verb, _, _ in _NEED))
_DIRECT = re.compile(rf"^{BODY}\s(?P<verb>{_VERB})\b(?P<rest>.*)$")
_TURNED = re.compile(
    rf"^(?!(?:Sollte|Wenn|Falls|Sofern|Soweit|Ob|Wie|Was|Warum|Wann|Bis|Solange|Bevor|Ehe)\b)(?P<before>[A-ZÄÖÜ„(\d](?:(?!\bdass\b).){{0,260}}?)\s(?P<verb>{_VERB})\s(?:sich\s|sodann\s|daraufhin\s|anschließend\s)?{BODY}(?=[\s.,]|$)(?P<rest>.*)$"
)
_PARTS: dict[OutcomeCode, str] = {
    "rejected": r"abgelehnt|versagt|verweigert|zurückgewiesen|abgewiesen|verworfen",
    "deferred": r"vertagt|zurückgestellt|verschoben",
    "referred": r"verwiesen|überwiesen|zurückverwiesen",
    "removed": r"abgesetzt|von\sder\sTagesordnung\s(?:genommen|gestrichen)",
    "withdrawn": r"zurückgezogen|zurückgenommen",
    "elected": r"gewählt|wiedergewählt|bestellt|berufen",
    "noted": r"zur\s(?:\w+\s)?Kenntnis\sgenommen",
    "adopted": r"angenommen|zugestimmt|genehmigt|beschlossen|bestätigt|festgestellt|gebilligt|stattgegeben|entsprochen|empfohlen|gefolgt|befürwortet|gefasst|erteilt|vergeben|verabschiedet|erlassen|festgesetzt|festgelegt|aufgehoben|bewilligt",
}
_PASSIVE = re.compile(
    r"\b(?P<verb>wird|werden|wurde|wurden|ist|sind)\b(?P<mid>.*?)\s(?P<not>nicht\s)?(?:"
    + "|".join(f"(?P<{code}>{words})" for code, words in _PARTS.items())
    + r")(?=[.,;]|\s\(|$|\s(?:und|sowie)\b)"
)
_COUNTED = re.compile(
    r"^(?:Die|Das)\s(?:\w+\s)?(?:[\w-]*[Aa]bstimmung|Abstimmungsergebnis|Ergebnis)\b[^.;:]{0,90}?\s(?:ergibt|ergab|lautet|lautete|ist|war|bringt|brachte|endet|endete)\b"
    r"|^(?:Der|Dieser)\s[\w-]*(?:[Aa]ntrag|[Vv]orschlag)\b[^.;:]{0,120}?\s(?:erhält|erhielt|bekommt|bekam)\b|^Auf\s(?:den|diesen)\s[\w-]*(?:[Aa]ntrag|[Vv]orschlag)\b[^.;:]{0,120}?\s(?:entfallen|entfielen)\b"
    r"|^(?:Bei|In)\sder\s[\w-]*[Aa]bstimmung\b[^.;:]{0,120}?\s(?:werden|wurden)\b.*\babgegeben\.?$"
)
_FOLLOWED = re.compile(
    r"^(?:Der\sBeschluss|Die\s(?:Zustimmung|Annahme|Genehmigung|Beschlussfassung|Abstimmung|Wahl|(?P<no>Ablehnung)))\s(?:hierzu\s|darüber\s)?(?:erfolgt|erfolgte|ergeht|erging|fällt|fiel|ist|war)\b"
    r"|,\s(?:der|die|das|dem|denen)\s(?:[^,.;]{0,80}\s)?einstimmig\b[^,.;]{0,80}\b(?:angenommen|zugestimmt|genehmigt|beschlossen|bestätigt|(?P<elected>gewählt)|(?P<not>abgelehnt))\s(?:wird|wurde|werden|wurden)\.?$"
)
_NO_MAJORITY = re.compile(
    r"\b(?:findet|fand|finden|fanden|erhält|erhielt|erreicht|erreichte)\b.*\b(?:keine|nicht\sdie)\s(?:\w+\s){0,2}(?:Mehrheit|Zustimmung)\.?$|\b(?:wird|wurde)\b.*\bMehrheit\b.*\bnicht\s(?:erreicht|erzielt)\.?$|\b(?:verfällt|verfiel)\b.*\bder\sAblehnung\.?$"
)
_ALL = re.compile(
    rf"\b[Aa]lle\s(?:(?P<number>(?i:{NUMBER}))\s)?{PEOPLE}(?=[\s.,]|$)(?:\s(?:des|der)\s[A-ZÄÖÜ][\w-]+)?(?P<rest>.*)"
)
_ALL_VOTE = re.compile(
    r"\bstimm(?:en|ten)\b.*(?:\b(?:zu|dafür)\b|\bmit\s[„\"]?[Jj][Aa]\b|\bfür\s(?:den|die|das|diese[nrs]?)\b)"
)
# Of another day, of another body, of what might be, or said by somebody.
_ELSEWHERE = re.compile(
    r"\b(?:hat|habe|haben|hatte|hatten|worden|sei|seien|wäre|würde|würden|soll|sollen|sollte|sollten|könnte|falls|wenn|dass|daß|ob|bereits|seinerzeit|damals|zuletzt|letzten|letzte|"
    r"vergangene\w*|vorige\w*|Fachausschuss\w*|(?:im|vom|durch\sden)\s\w*[Aa]usschuss|einstimmige[nrms]\s(?!Beschluss)|berichtet\w*|erinnert\w*|Sitzung\s(?:am|vom)|Bundes(?:rat|tag)\w*|Landtag\w*|Mitgliederversammlung)\b"
    r"|\b(?:am|vom)\s\d{1,2}\.|\b(?:im\sJahre?|in)\s(?:19|20)\d\d\b"
)
_RELATIVE = re.compile(r",\s(?:der|die|das|den|dem|deren|dessen|welche[rsnm]?)\s[^,;]{3,200},")
# `Die Niederschrift der Sitzung am 3. Mai wird …`, `Der Antrag vom 3.5. wird …`
_DATED = re.compile(
    r"\b(?:Sitzung(?:en)?\b[^,;]{0,60}?\s(?:vom|am)|vom)\s\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ]\w+)?\s?(?:\d{2,4})?(?=.*\b(?:wird|werden|wurde|wurden)\b)"
)
_FIRST = re.compile(r"^(?:Nachdem|Da|Weil|Obwohl|Während)\b.{3,260}?,\s(?=(?:wird|werden|wurde|wurden|[a-zäöü]+)\s)")
_NEGATED = re.compile(r"\b(?:nicht|kein\w*)\b")
# To what is not told: it may be the procedure.
_TO_NOTHING = re.compile(r"\bstimm\w+\s(?:dem\s)?einstimmig\s(?:dem\s)?zu\b")
_AIMS: tuple[tuple[OutcomeCode, re.Pattern[str]], ...] = (
    ("deferred", re.compile(r"\b(?:zu\s(?:vertagen|verschieben)|zurückzustellen)\W*$|\b(?:für|mit)\s(?:de[nrm]|die|eine[rn]?)\s(?:Vertagung|Zurückstellung|Vertagungsantrag)\b")),
    ("referred", re.compile(r"\b(?:zu\s(?:verweisen|überweisen)|zurückzuverweisen)\W*$|\bin\sden\s[A-ZÄÖÜ]\w+\szu\sschieben\W*$|\b(?:für|mit)\s(?:de[rn]|die|eine[rn]?)\s(?:Verweisung|Überweisung)\b")),
    ("removed", re.compile(r"\b(?:abzusetzen|von\sder\sTagesordnung\szu\snehmen)\W*$")),
    ("rejected", re.compile(r"\b(?:abzulehnen|zurückzuweisen|abzuweisen|zu\s(?:versagen|verweigern)|nicht\szu\serteilen)\W*$")),
)  # fmt: skip
# A motion on the procedure that passed: `Der Antrag auf Vertagung wird angenommen.`
_MOVED: tuple[tuple[OutcomeCode, re.Pattern[str]], ...] = (
    ("deferred", re.compile(r"\b(?:Vertagungs|Zurückstellungs)antrag\b|\bAntrag\b.*\b(?:Vertagung|Zurückstellung|zu\svertagen|zurückzustellen)\b")),
    ("referred", re.compile(r"\b(?:Verweisungs|Überweisungs)antrag\b|\bAntrag\b.*\b(?:Verweisung|Überweisung|zu\s(?:ver|über)weisen)\b")),
    ("removed", re.compile(r"\bAbsetzungsantrag\b|\bAntrag\b.*\b(?:Absetzung|abzusetzen|von\sder\sTagesordnung\szu\s(?:nehmen|streichen))\b")),
)  # fmt: skip
_AMENDED = re.compile(
    r"\b(?:ge|abge)änderte[rnms]?\b|\bmit\s(?:de[rn]|diese[rn]|folgende[rn]?)\s(?:\w+\s)?(?:Änderung|Ergänzung|Maßgabe)(?:en)?\b"
)
_THING = re.compile(
    r"\b(?:[\w./-]*(?:[Aa]ntrag|[Aa]nregung|[Vv]orlage|[Bb]eschlussvorschlag|[Tt]agesordnungspunkt)|Angelegenheit|Punkt|TOP|Eingabe|Petition|Beschlussfassung|Beratung|Entscheidung|Thema)\b"
)


def read(text: str) -> Decision | None:
    """The decision that a sentence tells; None if it tells none, or two."""
    sentence = plain(text)
    if not 12 < len(sentence) <= 900 or sentence[-1].isdigit() or _TO_NOTHING.search(sentence):
        return None
    manner = how_voted.read(sentence)
    if manner is None:
        return None
    return _of_all(sentence) or _counted(sentence, manner) or _active(sentence, manner) or _passive(sentence, manner)


def _is_reported(text: str) -> bool:
    return bool(_ELSEWHERE.search(_RELATIVE.sub("", _FIRST.sub("", text))))


def _made(code: OutcomeCode, manner: how_voted.Manner, told: str = "") -> Decision:
    if code == "adopted" and _AMENDED.search(told) and "Tagesordnung" not in told:
        code = "adopted_amended"
    return Decision(code, manner.counts, manner.is_unanimous, manner.is_majority)


def _of_all(sentence: str) -> Decision | None:
    """`Alle neun Mitglieder stimmen dem Antrag zu.`"""
    match = _ALL.search(sentence)
    if not match or not _ALL_VOTE.search(sentence) or _is_reported(sentence) or _NEGATED.search(sentence):
        return None
    return Decision("adopted", {"yes": value(match["number"])} if match["number"] else {}, True)


def _counted(sentence: str, manner: how_voted.Manner) -> Decision | None:
    """The result as a noun: `Die Abstimmung ergibt …`, `Die Zustimmung erfolgt …`, `… findet keine Mehrheit`."""
    if _is_reported(sentence):
        return None
    if _NO_MAJORITY.search(sentence):
        return _made("rejected", manner)
    if _NEGATED.search(sentence) or not manner.is_told:
        return None
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
    match = _DIRECT.match(sentence) or _TURNED.match(sentence)
    if not match:
        return None
    # What shall be done, behind how was voted, may name other days and be denied.
    end = max(match.end("verb"), manner.end)
    head = sentence[:end] if manner.is_told else sentence
    denied = _NEGATED.search(head) or re.match(r"\s(?:nicht|kein\w*)\b", sentence[end:])
    if _is_reported(head) or denied:
        return None
    rest = f"{match.groupdict().get('before') or ''} {match['rest']}"
    code = next(
        (code for verb, need, code in _VERBS if verb.fullmatch(match["verb"]) and (need is None or need.search(rest))),
        None,
    )
    if code is None or (code in {"adopted", "rejected", "elected"} and not manner.is_told):
        return None
    if code == "adopted":
        code = next((aim for aim, pattern in _AIMS if pattern.search(rest)), code)
    if code == "rejected" and manner.counts.get("yes", 0) > manner.counts.get("no", 0):
        # `lehnt mit 9 gegen 3 Stimmen ab`: who of them was for it is not clear.
        return Decision(code, {}, manner.is_unanimous)
    return _made(code, manner, head)


def _passive(sentence: str, manner: how_voted.Manner) -> Decision | None:
    """`wird … angenommen`; without how was voted only of what leaves the item undecided here."""
    match = _PASSIVE.search(sentence)
    if not match:
        return None
    code: OutcomeCode = next(code for code in _PARTS if match[code])
    told = sentence[: match.end()]
    if _is_reported(_DATED.sub("", told)) or _NEGATED.search(sentence[: match.end("mid")]):
        return None
    if match["not"]:
        return _made("rejected", manner) if code == "adopted" and manner.is_told else None
    if not manner.is_told:
        undecided = code in {"deferred", "referred", "removed", "withdrawn", "noted"}
        return Decision(code) if undecided and _THING.search(told) else None
    if code == "elected" and not re.search(r"\b(?:zu[mr]|als|in|Frau|Herr)\b", told):
        return None
    if code == "adopted":
        code = next((moved for moved, pattern in _MOVED if pattern.search(told)), code)
    return _made(code, manner, told)
