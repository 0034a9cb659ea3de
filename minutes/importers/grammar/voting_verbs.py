"""Votes told by verbs: `Für Frau Ohm stimmten 14 Mitglieder, 3 stimmten dagegen und zwei enthielten sich.` Pure."""

import re

from minutes.importers.grammar.letters import plain
from minutes.importers.grammar.numbers import NUMBER, value

_N = rf"(?P<n>(?i:{NUMBER}))"
_ONE = rf"(?P<n>(?i:eines|{NUMBER}))"
# `42 Kreistagsmitglieder`, `vier der Anwesenden`
_WHO = r"(?:\s(?:der\s|anwesende\s|weitere\s)?[A-ZÄÖÜ][\w-]+)?"
_VOTED = r"(?:stimm(?:t|te|en|ten)|votier(?:t|te|en|ten)|sprach(?:en)?\ssich|sprech(?:en)\ssich)"
_FORMS = (
    # `Für Frau Ohm stimmten 14 Mitglieder`, `Mit Ja stimmten 14`, `dagegen stimmten 3`
    re.compile(
        rf"\b(?:(?P<pro>[Ff]ür|[Gg]egen)\s(?:[^.;:,]|\.(?=\s[A-ZÄÖÜ])|(?<=\d)[.,](?=\d)){{3,80}}?|[Dd]a(?P<da>für|gegen)|[Mm]it\s[„\"]?(?P<word>[Jj][Aa]|[Nn][Ee][Ii][Nn])[“\"]?)\s{_VOTED}\s{_N}(?![\w:/-]|[.,]\d)"
    ),
    # `Für den Antrag sprachen sich bei der Abstimmung nur zwei Räte aus`
    re.compile(
        rf"\b(?P<pro>[Ff]ür|[Gg]egen)\s(?:den|die|das|diese[nrs]?)\s[^.;:,]{{3,80}}?\s(?:sprachen|sprechen|sprach|spricht)\ssich\s(?:[a-zäöü]+\s[a-zäöü]*\s?[A-ZÄÖÜ]\w+\s)?(?:nur\s|lediglich\s)?{_N}(?![\w:/-]|[.,]\d)"
    ),
    # `3 Mitglieder stimmten dagegen`, `zwei waren dafür`, `acht stimmten für den Entwurf`
    re.compile(
        rf"(?<![\w.,:/-]){_N}{_WHO}\s(?:{_VOTED}|war(?:en)?|sind)\s(?:(?P<pro>für|gegen)\s[A-Zd]|da(?P<da>für|gegen)\b|mit\s[„\"]?(?P<word>[Jj][Aa]|[Nn][Ee][Ii][Nn])\b)"
    ),
    re.compile(rf"(?<![\w.,:/-]){_ONE}{_WHO}\s(?P<abstain>enth(?:ielt|ielten|alten|ält)\ssich)\b"),
    # `Die Mehrheit (7 Mitglieder) befürwortet den Entwurf`
    re.compile(
        rf"\bMehrheit\s\((?:von\s)?{_N}{_WHO}\)\s(?:befürworte(?:t|te)|unterstütz(?:t|te)|(?:ist|war)\sdafür|stimm(?:t|te)\b[^.;,]{{0,60}}\b(?:zu|dafür))\b"
    ),
    re.compile(
        rf"\b(?P<abstain>[Ee]nth(?:ielt|ielten|alten|ält))\s(?:haben\s)?sich\s(?:der\sStimme\s)?{_N}(?![\w:/-]|[.,]\d)"
    ),
    # `Es stimmen neun Mitglieder mit Ja`
    re.compile(
        rf"\b{_VOTED}\s{_N}{_WHO}\s(?:(?P<pro>für|gegen)\s[A-Zd]|da(?P<da>für|gegen)\b|mit\s[„\"]?(?P<word>[Jj][Aa]|[Nn][Ee][Ii][Nn])\b)"
    ),
    # `neun für und drei gegen den Antrag`
    re.compile(rf"(?<![\w.,:/-]){_N}{_WHO}\s(?P<pro>für|gegen)\s(?:und|sowie|den|die|das|diese[nrs]?)\b"),
    # `…, drei dagegen`, `…, 2 mit Nein und 1 Enthaltung`, `…, dagegen 2`
    re.compile(
        rf"(?:,|\sund|,\sund|,\ses\sgibt|,\sbei)\s{_ONE}{_WHO}\s(?:da(?P<da>für|gegen)\b|mit\s[„\"]?(?P<word>[Jj][Aa]|[Nn][Ee][Ii][Nn])\b|(?P<abstain>(?:Stimm)?[Ee]nthaltung(?:en)?)\b)"
    ),
    re.compile(rf"[,;]\s(?:und\s)?da(?P<da>für|gegen)\s(?:ebenfalls\s|auch\s)?{_N}(?=[\s.,;]|$)"),
    # `23 Räte haben mit Ja und 11 mit Nein gestimmt`
    re.compile(
        rf"(?<![\w.,:/-]){_N}{_WHO}\s(?:haben\s)?mit\s[„\"]?(?P<word>[Jj][Aa]|[Nn][Ee][Ii][Nn])[“\"]?(?=\s(?:und|sowie|gestimmt|votiert)\b)"
    ),
    # `Zwölf Mitglieder stimmen zu`, `…, gegen den Antrag 11 Mitglieder`, `…, mit Nein 2`
    re.compile(rf"(?<![\w.,:/-]){_N}\s[A-ZÄÖÜ][\w-]+\sstimm(?:en|ten)\szu\b"),
    re.compile(rf",\s(?:und\s)?(?P<pro>gegen)\s(?:den|die|das)\s[A-ZÄÖÜ][\w-]+\s{_N}(?=\s[A-ZÄÖÜ]|[.,]|$)"),
    re.compile(rf",\s(?:und\s)?mit\s[„\"]?(?P<word>[Jj][Aa]|[Nn][Ee][Ii][Nn])[“\"]?\s{_N}(?=\s[A-ZÄÖÜ]|[.,]|$)"),
    # `Für den Antrag finden sich vier Stimmen`, `8 Hände heben sich dafür`
    re.compile(
        rf"\b(?:(?P<pro>[Ff]ür|[Gg]egen)\s(?:[^.;:,]|\.(?=\s[A-ZÄÖÜ])){{3,80}}?|[Dd]a(?P<da>für|gegen))\s(?:finden|fanden|heben|hoben|erheben|erhoben)\ssich\s{_N}\s(?:Stimmen?|Hände|Arme|[A-ZÄÖÜ][\w-]*mitglieder)\b"
    ),
    re.compile(rf"(?<![\w.,:/-]){_N}\s(?:Hände|Arme)\s(?:heben|hoben|erheben|erhoben)\ssich\sda(?P<da>für|gegen)\b"),
    re.compile(rf"[,;]\s(?:und\s)?da(?P<da>gegen)\s(?:stimmen\s|stimmten\s)?{_N}(?=[\s.,;]|$)"),
    # `Dafür sind neun, dagegen drei`, `Der Vorlage stimmen neun Mitglieder zu`
    re.compile(rf"\b[Dd]a(?P<da>für|gegen)\s(?:sind|waren|ist|war)\s{_N}(?![\w:/-]|[.,]\d)"),
    re.compile(rf"\bstimm(?:en|ten)\s{_N}\s[A-ZÄÖÜ][\w-]+\szu\b"),
    # `…, gegen sie 7 Mitglieder`
    re.compile(rf",\s(?:und\s)?(?P<pro>gegen)\s(?:sie|ihn|es|diese[nrs]?)\s{_N}(?=\s[A-ZÄÖÜ]|[.,]|$)"),
    # `Auf Ja lautet 1 Stimme, auf Nein lauten 10, enthalten hat sich 1 Mitglied`
    re.compile(
        rf"\b[Aa]uf\s[„\"]?(?P<word>[Jj][Aa]|[Nn][Ee][Ii][Nn])[“\"]?\s(?:laute(?:t|n|te|ten)|entfallen|entfielen)\s{_N}(?![\w:/-]|[.,]\d)"
    ),
    re.compile(rf"\b(?P<abstain>[Ee]nthalten)\s(?:hat|haben|hatte|hatten)\ssich\s{_N}(?![\w:/-]|[.,]\d)"),
    # `Dem Einspruch stattgeben wollen drei Mitglieder, zehn lehnen ihn ab.`
    re.compile(
        rf"\b(?P<yes>stattgeben|zustimmen|entsprechen|folgen)\s(?:wollen|wollten|möchten)\s{_N}(?![\w:/-]|[.,]\d)"
    ),
    re.compile(
        rf"(?<![\w.,:/-]){_N}{_WHO}\s(?P<no>lehn(?:en|ten|t|te))\s(?:ihn|sie|es|dies|(?:den|die|das|diese[ns]?)\s[A-ZÄÖÜ][\w-]+)\sab\b"
    ),
    # `Befürwortet von acht, abgelehnt von fünf Räten`
    re.compile(
        rf"\b(?:(?P<yes>[Bb]efürwortet|[Aa]ngenommen)|(?P<no>[Aa]bgelehnt))\svon\s{_N}(?=,|\sund\b|\s[A-ZÄÖÜ]|[.;]|$)"
    ),
    # `…, die beiden übrigen enthalten sich der Stimme`
    re.compile(
        r"\bdie\s(?P<n>zwei|beiden|drei|vier|fünf)\s(?:übrigen|anderen|restlichen|weiteren)(?:\s[A-ZÄÖÜ][\w-]+)?\s(?P<abstain>enth(?:alten|ielten)\ssich)\b"
    ),
    # `. Enthaltungen: 0`
    re.compile(rf"(?<=[.,]\s)(?P<abstain>(?:Stimm)?[Ee]nthaltung(?:en)?)\s?:\s?{_N}(?=[\s.,]|$)"),
    # `…, dagegen 8 bei 1 Enthaltung`
    re.compile(rf"(?<=\d)\sbei\s{_N}\s(?P<abstain>(?:Stimm)?[Ee]nthaltung(?:en)?)\b"),
    re.compile(
        rf"(?<![\w.,:/-]){_N}\s(?:Stimmzettel|Wahlzettel|Stimmen?)\s(?:war|waren|ist|sind|wurde|wurden)\s(?:[a-zäöü]+\s){{0,2}}(?P<invalid>ungültig)\b"
    ),
)
_ALSO = {"eines": 1, "beiden": 2}
_NO = frozenset({"gegen", "nein"})


def read(text: str) -> list[dict[str, int]]:
    """The votes that a text tells so; each has at least two numbers, and only the first of a kind is its own."""
    return [vote for vote in _all(text) if "yes" in vote and len(vote) > 1]


def read_one(text: str) -> list[dict[str, int]]:
    """The only number that a text tells so: how many were for it, or against it."""
    votes = _all(text)
    return votes if len(votes) == 1 and votes[0].keys() in ({"yes"}, {"no"}) else []


def _all(text: str) -> list[dict[str, int]]:
    line = plain(text)[:2_000]
    if not re.search(
        r"\b(?:stimm|gestimm|votier|sprach|sprech|enth|dafür|dagegen|befürwort|lautet|lehnen|lehnten|abgelehnt)\w*\b",
        line,
    ):
        return []
    found: dict[int, tuple[str, int]] = {}
    for form in _FORMS:
        for match in form.finditer(line):
            number = _ALSO.get(match["n"].casefold()) or value(match["n"])
            found.setdefault(match.start("n"), (_kind(match.groupdict()), number))
    votes: list[dict[str, int]] = []
    for _, (kind, number) in sorted(found.items()):
        if not votes or kind in votes[-1]:
            votes.append({})
        votes[-1][kind] = number
    return votes


def _kind(groups: dict[str, str | None]) -> str:
    if groups.get("abstain"):
        return "abstain"
    if groups.get("invalid"):
        return "invalid"
    if groups.get("yes") or groups.get("no"):
        return "yes" if groups.get("yes") else "no"
    side = (groups.get("pro") or groups.get("da") or groups.get("word") or "").casefold()
    return "no" if side in _NO else "yes"
