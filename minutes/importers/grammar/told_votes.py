"""Votes told within a paragraph: `Die Niederschrift wurde mit 7 Ja-Stimmen und 2 Enthaltungen genehmigt.` Pure.

Only a sentence that is itself the decision, of this body and of this day; what somebody reports of another vote is none.
"""

import re
from dataclasses import dataclass

from minutes.importers.grammar import motions, tallies, voting_verbs
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.numbers import NUMBER, value

_BODY = (
    r"(?:[Dd]er|[Dd]ie|[Dd]as|vom)\s(?:(?:Gemeinde|Stadt|Kreis|Orts|Markt|Samtgemeinde|Bezirks|Verbandsgemeinde)(?:rat|tag|beirat|vertretung|verordnetenversammlung)|"
    r"Stadtverordnetenversammlung|Rat|Ausschuss|Mitglieder(?:\s(?:der|des)\s\w+)?)\b"
)
_VERB = (
    r"\b(?:beschließt|beschloss|beschließen|beschlossen|wählt|wählte|wählten|bestätigt|bestätigte|bestätigten|genehmigt|genehmigte|stimmt|stimmte|stimmen|stimmten|lehnt|lehnte|"
    r"stellt|stellte|legt|legte|schließt|schloss|sprechen|sprachen|spricht|sprach|nimmt|nahm)\b"
)
_NUM = rf"(?i:{NUMBER})"
_CAST = r"(?:Ja|Nein|Gegen)-?\s?[Ss]timmen?|(?:Stimm)?[Ee]nthaltung(?:en)?|Stimmen?\s(?:dafür|dagegen)"
_JOIN = r"(?:,\s?|\s(?:und|sowie|bei|gegen|zu)\s|,\s(?:bei|gegen)\s)"
_NUMBERS = re.compile(
    rf"(?:\b(?:[Mm]it|[Bb]ei|[Gg]egen)\s|\()(?P<numbers>{_NUM}[\s-](?:{_CAST})(?:{_JOIN}{_NUM}\s(?:{_CAST}))*"
    rf"|{_NUM}\sJa-,?(?:{_JOIN}|\s){_NUM}\sNein-?\s?[Ss]timmen?(?:{_JOIN}{_NUM}\s(?:{_CAST}))*)(?![\w-])"
)
# `mit 9 Stimmen und 3 Nein-Stimmen`: what is not said of the first is Yes.
_BARE = re.compile(
    rf"\bmit\s(?P<yes>{_NUM})[\s-]Stimmen\s?(?:,|und|bei|gegen)\s(?P<no>{_NUM})\s?(?:Nein|Gegen)-?\s?[Ss]timmen?\b"
)
# `entfielen auf Frau Ohm 5 Ja-Stimmen und 1 Enthaltung`
_FALLS = re.compile(
    rf"\bentf(?:allen|ielen|ällt|iel)\sauf\s[^.;,\d]{{3,60}}?\s(?P<numbers>{_NUM}\sJa-Stimmen?(?:{_JOIN}{_NUM}\s(?:{_CAST}))*)"
)
_RELATIVE = re.compile(r",\s(?:der|die|das|den|dem|deren|dessen|welche[rsnm]?)\s[^,;]{3,200},")
_RATIO = re.compile(rf"\b(?:mit|bei)\s(?P<yes>{_NUM})(?:\s(?:zu|gegen)\s|\s?:\s?)(?P<no>{_NUM})\sStimmen\b")
# `wird mit 6 Stimmen angenommen`; of those who were against it nothing is told.
_FOR_IT = re.compile(
    rf"\bmit\s(?P<yes>{_NUM})\sStimmen\s(?:mehrheitlich\s)?(?:zugestimmt|angenommen|stattgegeben|entsprochen|gebilligt)\b"
)
_PASSED = re.compile(
    r"\b(?:verfällt|verfiel)\b.*\bder\sAblehnung\.?$|\b(?:findet|fand|erhält|erhielt|erreicht|erreichte)\b.*\b(?:keine|die\s(?:erforderliche\s)?)\s?(?:Mehrheit|Zustimmung)\.?$|\b(?:ist|sind)\b.*\b(?:angenommen|abgelehnt)\.?$"
    r"|\b(?:wird|werden|wurde|wurden)\b.*\b(?:angenommen|abgelehnt|zugestimmt|genehmigt|beschlossen|bestätigt|festgestellt|gebilligt|stattgegeben|entsprochen|empfohlen|verwiesen|vertagt|zurückgestellt)(?:[.,]|\s\(|$)"
    r"|\b(?:wird|werden)\b.*\bgewählt(?:[.,]|\s\(|$)|\b(?:wurde|wurden)\b.*\bim\s\S+\sWahlgang\b.*\bgewählt(?:[.,]|$)"
)
_ACTIVE = re.compile(
    rf"^(?:Sodann\s)?(?:{_BODY}.{{0,60}}?\s{_VERB}|{_VERB}\s{_BODY})|^Diesem\s\w+\s{_VERB}.{{0,12}}\s{_BODY}"
)
_FOLLOWED = re.compile(
    r"^(?:Der\sBeschluss|Die\s(?:Zustimmung|Annahme|Genehmigung|Beschlussfassung|Abstimmung|Wahl|Ablehnung))\s(?:erfolgt|erfolgte|ergeht|erging|ist|war)\s(?:[^.,;]{0,40}\s)?einstimmig\b[^.,;]{0,60}\.?$"
    r"|,\s(?:der|die|das|dem|denen)\s(?:[^,.;]{0,80}\s)?einstimmig\b[^,.;]{0,80}\b(?:angenommen|zugestimmt|genehmigt|beschlossen|bestätigt|abgelehnt)\s(?:wird|wurde|werden|wurden)\.?$"
)
_UNANIMOUS = re.compile(r"(?<!nicht\s)\beinstimmig\b")
# Of another day, of another body, of what might be, or said by somebody.
_ELSEWHERE = re.compile(
    r"\b(?:hat|habe|haben|hatte|hatten|worden|sei|seien|wäre|würde|würden|soll|sollen|sollte|sollten|könnte|falls|wenn|dass|daß|bereits|seinerzeit|damals|zuletzt|letzten|letzte|"
    r"vergangene\w*|vorige\w*|Fachausschuss\w*|(?:im|vom|durch\sden)\s\w*[Aa]usschuss|empfiehlt|empfahl|einstimmige\w*|berichtet\w*|erklärt\w*|erinnert\w*|Sitzung\s(?:am|vom))\b"
    r"|\b(?:am|vom)\s\d{1,2}\.|\b(?:im\sJahre?|in)\s(?:19|20)\d\d\b"
)
# `Der Gemeinderat bestätigte einstimmig …`: whatever is told behind that may have been elsewhere.
_DIRECT = re.compile(rf"^(?:Sodann\s|Daraufhin\s)?{_BODY}\s(?:der\s\w+\s)?{_VERB}\s(?:somit\s|daher\s)?einstimmig\b")
_BEFORE = re.compile(r"\b(?:bereits|seinerzeit|damals|letzte[nr]?|vergangene\w*|vorige\w*)\b")
# To what is not told: it may be the procedure.
_TO_NOTHING = re.compile(r"\bstimm\w+\s(?:dem\s)?einstimmig\s(?:dem\s)?zu\b")
_INVALID = re.compile(r"(?:für\s)?ungültig\serklärt")
_NO_MAJORITY = re.compile(r"\bkeine\s(?:Mehrheit|Zustimmung)\.?$")
_NEGATED = re.compile(r"\b(?:nicht|kein\w*)\b")


@dataclass(frozen=True, slots=True)
class ToldVote:
    """A vote that a sentence tells, its numbers, and whether it was on a motion on the procedure."""

    sentence: str
    counts: dict[str, int]
    is_unanimous: bool = False
    is_on_motion: bool = False


def read(text: str, before: str = "") -> list[ToldVote]:
    """The votes that the sentences of a paragraph tell; `before`: the paragraph above it."""
    found: list[ToldVote] = []
    previous = plain(before)[-600:]
    for sentence in sentences(plain(text)[:3_000]):
        counts = _counts(sentence)
        if counts is not None:
            is_unanimous = bool(re.search(r"\beinstimmig\b", sentence)) and not counts.get("no")
            on_motion = motions.is_named(sentence) or motions.follows_motion(sentence, previous)
            found.append(ToldVote(sentence, counts, is_unanimous, on_motion))
        previous = sentence
    if not found and not any(map(_is_reported, sentences(_INVALID.sub("ungültig", plain(text)[:2_000])))):
        found += [ToldVote(plain(text), counts) for counts in voting_verbs.read(text)]
    return found


def _is_reported(sentence: str) -> bool:
    return bool(_ELSEWHERE.search(_RELATIVE.sub("", sentence)))


def _counts(sentence: str) -> dict[str, int] | None:
    """The numbers of a sentence that tells a vote, none where it was unanimous; None if it tells no vote."""
    if (
        len(sentence) > 420
        or sentence[-1].isdigit()
        or (_DIRECT.match(sentence) and _BEFORE.search(sentence))
        or (not _DIRECT.match(sentence) and _is_reported(sentence))
        or _NEGATED.search(_NO_MAJORITY.sub("", sentence))
        or _TO_NOTHING.search(sentence)
    ):
        return None
    falls, bare, for_it = _FALLS.search(sentence), _BARE.search(sentence), _FOR_IT.search(sentence)
    if falls:
        return tallies.read(falls["numbers"]).counts
    is_passed, is_active = bool(_PASSED.search(sentence)), bool(_ACTIVE.search(sentence))
    if not (is_passed or is_active or _FOLLOWED.search(sentence)):
        return None
    numbers, ratios = _NUMBERS.findall(sentence), _RATIO.findall(sentence)
    if bare and is_active:
        return {"yes": value(bare["yes"]), "no": value(bare["no"])}
    if len(numbers) == 1 and not ratios:
        return tallies.read(re.sub(r"(?<=\d)-(?=[A-Z])", " ", numbers[0])).counts
    if len(ratios) == 1 and not numbers:
        return {"yes": value(ratios[0][0]), "no": value(ratios[0][1])}
    if for_it and not numbers and not ratios:
        return {"yes": value(for_it["yes"])}
    is_unanimous = _UNANIMOUS.search(sentence) and not re.search(r"\bwerden\b|\bgewählt\b", sentence)
    return {} if not numbers and not ratios and is_unanimous else None
