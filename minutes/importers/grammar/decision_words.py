"""Words of decisions: the verbs and participles that decide something, and what a body agrees to do with an item. Pure."""

import re

from minutes.importers.grammar.outcomes import OutcomeCode

_BODY_TO = r"(?:an|in)\s(?:den|die|das)\s(?:[\w-]*(?:[Aa]usschuss|[Rr]at|tag|[Ff]raktionen|Gruppen|vertretung|versammlung))(?:\s\w+){0,2}\s"


def _weak(*stems: str) -> str:
    return rf"(?:{'|'.join(stems)})(?:t|te|en|ten)"


_TAKES = r"(?:nimmt|nehmen|nahm|nahmen)"
_SPEAKS = r"(?:spricht|sprechen|sprach|sprachen)"
# A verb, what must stand beside it, and what is decided so.
_NEED: tuple[tuple[str, str, OutcomeCode], ...] = (
    (_weak("lehn"), r"\bab\b", "rejected"),
    (r"(?:weist|weisen|wies|wiesen)", r"\b(?:zurück|ab)\b", "rejected"),
    (_weak("verweiger", "versag"), "", "rejected"),
    (rf"(?:{_weak('stimm', 'votier')}|{_SPEAKS})", r"(?<!Stimmen\s)(?<!Stimme\s)\bdagegen\b(?!.*\bzu\b)|\bgegen\s(?:de[nmr]|die|das|eine[nr]?|diese[nrs]?)\s(?!Stimmen?\b)(?!.*\bzu\b)", "rejected"),
    (r"(?:entscheide[nt]|entschied(?:en)?)", r"\bgegen\s(?:den|die|das|eine[nr]?|diese[nrs]?)\s(?!Stimmen?\b)", "rejected"),
    (_weak("stimm", "votier"), r"\bzu\b|\b(?:dafür|[Ff]ür)\b|\bmit\s[„\"]?[Jj][Aa]\b", "adopted"),
    (_SPEAKS, r"\b(?:da)?für\b.*\baus\b|\bEmpfehlung\b.*\baus\b", "adopted"),
    (r"(?:gibt|geben|gab|gaben)", r"\b(?:Vorlage|Antrag|Angelegenheit|Punkt|TOP|Drucksache)\b.*\b(?:an|in)\s(?:den|die)\s.*\b(?:zurück|weiter|ab)\.?$|\b(?:Vorlage|Antrag|Angelegenheit|Drucksache)\b.*\bohne\s(?:Votum|Empfehlung|Beschlussempfehlung)\s(?:an|in)\s(?:den|die)\b", "referred"),
    (r"(?:gibt|geben|gab|gaben)", r"\b(?:Einverständnis|Zustimmung|Empfehlung|grünes\sLicht)\b|\bStellungnahme\b.*\bab\b", "adopted"),
    (_weak("vertag"), "", "deferred"),
    (r"(?:verschiebt|verschieben|verschob|verschoben)", "", "deferred"),
    (_weak("stell"), r"\bzurück\b", "deferred"),
    (r"(?:(?:ver|über)(?:weist|weisen|wies|wiesen))", r"\b(?:an|in|zurück)\b", "referred"),
    (_weak("setz"), r"\b(?:von\sder\sTagesordnung\s)?ab\b", "removed"),
    (_TAKES, r"\bvon\sder\sTagesordnung\b", "removed"),
    (r"(?:erkennt|erkennen|erkannten?)", r"\b(?:Niederschrift|Protokoll|Tagesordnung|Dringlichkeit|Jahresrechnung)\b.*\ban(?=[.,;]|\sund\b|$)", "adopted"),
    (_TAKES, r"\bKenntnis\b|\bentgegen(?=[.,;]|$)", "noted"),
    (_TAKES, r"\ban(?=[.,;]|$)", "adopted"),
    (_weak("wähl"), r"\b(?:zu[mr]|als|in|durch|per)\b|\b(?:Frau|Herrn?)\b", "elected"),
    (rf"(?:{_weak('bestell')}|beruft|berufen|berief|beriefen)", r"\b(?:zu[mr]|als)\b", "elected"),
    (r"entsende(?:t|te|n|ten)", r"\b(?:in|als)\b", "elected"),
    (_weak("stell", "leg", "setz"), r"\bfest\b", "adopted"),
    (r"(?:hebt|heben|hob|hoben)", r"\bauf\b", "adopted"),
    (r"(?:schließt|schließen|schloss|schlossen)", r"\ban\b", "adopted"),
    (rf"(?:{_weak('erklär')}|ist|sind|war|waren)", r"\beinverstanden\b", "adopted"),
    (r"(?:ist|sind|war|waren)", r"\bdafür\.?$|\bfür\s(?:den|die|das|eine[nr]?)\s[^,;]{2,80}$", "adopted"),
    (r"(?:ist|sind|war|waren)", r"\bdagegen\.?$", "rejected"),
    (
        rf"(?:{_weak('genehmig', 'billig', 'bestätig', 'befürworte', 'befürwort', 'verabschiede', 'verabschied', 'bewillig', 'erteil', 'folg', 'fass', 'ermächtig', 'beauftrag', 'einig', 'verständig', 'unterstütz', 'benenn', 'gewähr')}"
        r"|benannte|benannten|(?:beschließ|beschloss|empfahl|empfehl|erließ|vergab|vergeb|entscheid|entschied)(?:t|en|et)?|empfiehlt|erlässt|erlassen|vergibt)",
        "",
        "adopted",
    ),
)  # fmt: skip
VERBS = tuple((re.compile(verb), re.compile(rest) if rest else None, code) for verb, rest, code in _NEED)
VERB = "|".join(dict.fromkeys(verb for verb, _, _ in _NEED))
# Verbs that decide although nothing is said of a vote.
SURE = re.compile(
    rf"(?:{_weak('stimm', 'lehn', 'genehmig', 'billig', 'beauftrag', 'ermächtig', 'befürworte', 'befürwort', 'bewillig', 'gewähr', 'setz', 'leg')}|(?:beschließ|beschloss|empfahl|empfehl)(?:t|en)?|empfiehlt|vergibt|vergab)\b(?!\s(?:über|darüber|am|heute|morgen|in|erst|jede[nrs]?|jährlich|regelmäßig|stets)\b)|{_weak('erteil')}\b.*\b(?:Einvernehmen|Entlastung|Zustimmung)\b|(?:erkennt|erkennen|erkannten?)\b.*\ban(?=[.,;]|\sund\b|$)|{_weak('folg')}\b.*\b(?:Vorschlag|Empfehlung|Antrag|Beschlussvorschlag)\b"
)
PARTICIPLES: dict[OutcomeCode, str] = {
    "rejected": r"abgelehnt|versagt|verweigert|zurückgewiesen|abgewiesen|verworfen",
    "deferred": r"vertagt|zurückgestellt|verschoben",
    "referred": rf"verwiesen|überwiesen|zurückverwiesen|{_BODY_TO}(?:weitergeleitet|gegeben|abgegeben|geschoben)",
    "removed": r"abgesetzt|von\sder\s(?:heutigen\s)?Tagesordnung\s(?:genommen|gestrichen)",
    "withdrawn": r"zurückgezogen|zurückgenommen",
    "settled": r"(?:für|als)\serledigt\s(?:erklärt|betrachtet|angesehen)",
    "elected": r"gewählt|wiedergewählt|(?<=Vorsitzenden\s)bestimmt|(?<=Mitglied\s)bestimmt|(?<=Vertreter\s)bestimmt|(?<=Vertreterin\s)bestimmt|bestellt|berufen|entsandt",
    "noted": r"zur\s(?:\w+\s)?Kenntnis\sgenommen",
    "adopted": r"angenommen|zugestimmt|nähergetreten|gutgeheißen|akzeptiert|nachgekommen|beigetreten|genehmigt|beschlossen|bestätigt|festgestellt|gebilligt|stattgegeben|entsprochen|empfohlen|gefolgt|befürwortet|gefasst|erteilt|vergeben|verabschiedet|erlassen|festgesetzt|festgelegt|aufgehoben|bewilligt|benannt|beauftragt|ermächtigt|hergestellt|beschränkt|begrenzt",
}
# `…, dass der Punkt vertagt wird`
_THAT = r"\b(?:dass|daß)\s(?:der|die|das|dieser|diese)\s(?:Punkt|TOP|Tagesordnungspunkt|[\w-]*(?:[Vv]orlage|[Aa]ntrag)|Angelegenheit|Thema|Beschlussfassung|Beratung|Entscheidung)\b[^,;:]{0,80}?\b"
# What a body resolves or agrees to do: `…, die Angelegenheit zu vertagen`.
_AIMS: tuple[tuple[OutcomeCode, re.Pattern[str]], ...] = (
    (
        "deferred",
        re.compile(
            rf"{_THAT}(?:vertagt|zurückgestellt|verschoben|aufgeschoben)\s(?:wird|werden)\W*$|\b(?:zu\s(?:vertagen|verschieben)|zurückzustellen)(?:\W*$|,\s(?:bis|da|weil|damit|um|sobald)\s)|\b(?:de[nrm]|die|eine[rn]?)\s(?:Vertagung|Zurückstellung|Vertagungsantrag)\b"
            r"|\b(?:(?:nächste[nr]?|kommende[nr]?|folgende[nr]?)\s[\w-]*[Ss]itzung|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Herbst|Frühjahrs|Sommer)sitzung)\s(?:\S+\s){0,3}zu\s(?:beraten|behandeln|entscheiden)\W*$|\b(?:Punkt|Angelegenheit|Vorlage|Antrag|Thema|TOP)\b[^,;:]{0,60}\b(?:erneut|nochmals|noch\seinmal)\s(?:zu\s(?:beraten|behandeln|besprechen)|aufzurufen)\W*$"
        ),
    ),
    (
        "referred",
        re.compile(
            rf"{_THAT}(?:verwiesen|überwiesen)\s(?:wird|werden)\W*$|\b(?:zu\s(?:verweisen|überweisen)|zurückzuverweisen|weiterzuleiten|an\s(?:den|die|das)\s[^,;:]{{3,60}}\s(?:weiterzugeben|abzugeben|weiterzureichen|weiterzuleiten))(?:\W*$|,\s(?:der|die|das|damit|um)\s)|\b(?:in|an)\s(?:den|die)\s(?:zuständigen\s)?(?:[A-ZÄÖÜ][\w-]*-\s(?:und\s)?)?(?:[A-ZÄÖÜ][\w-]*(?:ausschuss|rat|tag|vertretung|versammlung)|Rat|Ausschuss|Gremien|Fraktionen)(?:\s[^,;:]{{2,60}})?\szu\s(?:geben|verweisen|leiten|schieben|vertagen)\W*$|\b(?:zunächst|zuerst|vorab|vorher|zuvor)\s(?:noch\s)?(?:im|in\s(?:der|den|einer?))\s[^,;:]{{0,30}}(?:[Aa]usschuss|[Bb]eirat|kommission|vertretung|[Rr]at|[Aa]usschüssen|[Ff]raktionen)\b[^,;:]{{0,40}}\szu\s(?:behandeln|beraten|diskutieren)\W*$|\b(?:de[rn]|die|eine[rn]?)\s(?:Verweisung|Überweisung)\b"
        ),
    ),
    ("removed", re.compile(rf"{_THAT}(?:entfällt(?:\W*$|\sund\s)|abgesetzt\s(?:wird|werden)\W*$)|\b(?:abzusetzen|von\sder\sTagesordnung\szu\snehmen)\W*$")),
    ("rejected", re.compile(r"\b(?:abzulehnen|zurückzuweisen|abzuweisen|zu\s(?:versagen|verweigern)|nicht\szu\serteilen)\W*$|\bdie\sAblehnung\s(?:des|der|dieses|dieser)\b")),
)  # fmt: skip
# A motion on the procedure that passed: `Der Antrag auf Vertagung wird angenommen.`
_MOVED: tuple[tuple[OutcomeCode, re.Pattern[str]], ...] = (
    ("deferred", re.compile(r"^(?:Der|Die|Einer)\s(?:Vertagung|Zurückstellung)\b|\b(?:Vertagungs|Zurückstellungs)antrag\b|\bAntrag\b.*\b(?:Vertagung|Zurückstellung|zu\svertagen|zurückzustellen)\b")),
    ("referred", re.compile(r"^(?:Der|Die|Einer)\s(?:(?:Zurückv|V)erweisung|(?:Rückü|Ü)berweisung)\b|\b(?:Verweisungs|Überweisungs)antrag\b|\bAntrag\b.*\b(?:(?:Zurückv|V)erweisung|(?:Rückü|Ü)berweisung|zu\s(?:ver|über)weisen|zurückzuverweisen)\b")),
    ("removed", re.compile(r"^(?:Der|Die|Einer)\sAbsetzung\b|\bAbsetzungsantrag\b|\bAntrag\b.*\b(?:Absetzung|abzusetzen|von\sder\sTagesordnung\szu\s(?:nehmen|streichen))\b")),
)  # fmt: skip
_AMENDED = re.compile(
    r"\b(?:(?:ge|abge)änderte|ergänzte|erweiterte|modifizierte|verschärfte|abgeschwächte|gekürzte|korrigierte|berichtigte|umformulierte)[rnms]?\s(?:Tagesordnung|Niederschrift|Protokoll|[\w-]*[Vv]orlage|[\w-]*[Vv]orschlag|[\w-]*[Aa]ntrag\w*|[\w-]*[Ff]assung|Form|[Bb]eschluss\w*|Drucksache|DS|[Ee]ntwurf|Empfehlung)\b"
    r"|\b(?:so|insoweit|entsprechend|dementsprechend|hiernach|danach|dahingehend)\s(?:geänderte|abgeänderte|ergänzte|erweiterte)[rnms]?\b"
    r"|\b[Mm]it\s(?:einer|de[rn]|diese[rn]|folgende[rn]?|beschlossenen|vorgenannten|genannten)\s(?:(?!\d)[\w-]+\s){0,5}(?:Änderung|Ergänzung|Erweiterung|Maßgabe|Streichung|Korrektur|Berichtigung)(?:en)?\b(?!\sde[rs]\s[\w-]*(?:[Ss]atzung|[Pp]lan))"
    r"|\b[\w-]*(?:[Aa]ntrag|[Vv]orschlag|[Vv]orlage|[Rr]esolution|[Ee]ntwurf|[Ff]assung)\s(?:wird|wurde)\s(?:[^.;,]{0,80}\s)?(?:geändert|ergänzt|erweitert|gekürzt)\sund\s(?:so|in\sdieser|sodann|einstimmig|mehrheitlich|mit|bei)\b"
    r"|\b[Aa]bweichend\s(?:vom|von\s(?:dem|der))\s(?:Beschlussvorschlag|Verwaltungsvorschlag|Vorschlag|Vorlage|Antrag|Entwurf)\b|\bin\sder\sFassung\sder\s(?:Ver)?[Ää]nderungsliste\b"
    r"|,\s(?:ergänzt|erweitert)\sum\s(?:eine[nr]?|den|die|das|folgende)\b"
    r"|\bÄnderung(?:en)?\sgegenüber\s(?:der|dem)\s(?:[Vv]orlage|Verwaltungs\w+|Beschlussvorschlag|Entwurf|Vorschlag)\b"
    r"|\bder\s(?:Ergänzung|Änderung|Erweiterung)\sund\sder\sTagesordnung\b"
    r"|\b[Mm]it\s(?:Änderungen|Ergänzungen)\s(?=einstimmig|mehrheitlich|bei\s|mit\s|gegen\s|angenommen|beschlossen|empfohlen|genehmigt)"
    r"|\bTagesordnung\s(?:wird|wurde)\s(?:daher\s|somit\s)?mit\s(?:dem|der|den|einem|einer)\s[^.;]{0,80}\b(?:Tausch|Umstellung|Erweiterung|Verschiebung|Verlegung)\b"
    r"|\bÄnderung(?:en)?\sder\sTagesordnung\s(?:wird|werden|wurden?)\s(?!.*\b(?:nicht|abgelehnt)\b)(?:[^.;]|(?<=\d)\.(?=\d))*\b(?:beschlossen|angenommen|genehmigt|zugestimmt)\b"
    r"|\((?:ge|abge)ändert\s(?:beschlossen|angenommen|empfohlen|zugestimmt)\)"
    # `mit der genannten Ausnahme`, `mit dem geänderten Termin`, `wird, beschränkt auf Vereine, mit … verabschiedet`
    r"|\b[Mm]it\s(?:diese[rn]|(?:der|den)\s(?:genannten|vorgenannten|besprochenen|vorgeschlagenen|beantragten|erwähnten))\s(?:Ausnahmen?|Erweiterung(?:en)?|Einschränkung(?:en)?|Anpassung(?:en)?|Modifi\w+|Präzisierung(?:en)?|Abweichung(?:en)?)\b"
    r"|\b[Mm]it\s(?:diesem|einem|dem\s(?:genannten|gewünschten|beantragten))\s(?:Zusatz|Nachtrag|Hinweis|Einschub)\s(?:wird|wurde|genehmigt|beschlossen|angenommen|gebilligt)\b"
    r"|^Mit\s(?:dem|der|den)\s(?:ge|abge)änderten\s[A-ZÄÖÜ]"
    r"|\b(?:wird|werden|wurden?),\s(?:beschränkt|begrenzt|gekürzt|reduziert|erhöht|erweitert|ergänzt|geändert|befristet)\s(?:auf|um|bis|durch)\s[^,;.]{2,80},\s"
    r"|\b(?:Tagesordnung|TO)\b(?:[^.;]|(?<=\d)\.){1,160}\b(?:erweitert|ergänzt|geändert|gekürzt|verkürzt|umgestellt)\sund\s(?:so|in\sdieser|einstimmig|mehrheitlich|mit|bei)\b"
    r"|\bohne\s(?:den|die|das)\s(?:zurückgezogene|abgesetzte|gestrichene|zurückgestellte)n?\s"
    r"|\b(?:unter\sBerücksichtigung|einschließlich|inklusive|inkl\.)\sde[rs]\s(?:[\w-]+\s){0,3}(?:Änderung(?:en)?|Ergänzung(?:en)?|[\w-]*[Aa]ntrag(?:e?s)?)\b"
)
_THING = re.compile(
    r"\b(?:(?!Förder)[\w./-]*(?:[Aa]ntrag|[Aa]nregung|[Vv]orlage|[Bb]eschlussvorschlag|[Tt]agesordnungspunkt)|Drucksache|Angelegenheit|Punkt|TOP|Eingabe|Petition|Beschlussfassung|Beratung|Entscheidung|Thema)\b"
)


# Minutes and agenda are approved without a vote, unless somebody objects.
_APPROVED = re.compile(r"(?:Die|Das)\s(?:\w+\s)?(?:Niederschrift|Protokoll|Tagesordnung)\b[^,;:]{0,160}\sgenehmigt\.?")


_CONSENT = re.compile(r"\bEinvernehmen\b.*\b(?:erteilt|versagt|verweigert|hergestellt)\.?$")
_CONCLUDES = re.compile(r"\b(?:[Dd]amit|[Ss]omit|[Hh]iermit|gilt|gelten)\b")


def is_sure(text: str) -> bool:
    """Whether a passive sentence decides although nothing is said of a vote."""
    concludes = bool(_CONCLUDES.search(text)) and is_of_item(text)
    return concludes or bool(_APPROVED.fullmatch(text) or _CONSENT.search(text))


# `Der Rat stimmt der Planung zu mit der Bitte, die Einengung zu verschieben.`
_APPROVES_WITH = re.compile(
    r"\bstimm(?:t|te|en|ten)\s[^.;:,]{3,120}\szu,?\s(?:mit|unter)\s(?:der|dem)\s(?:Bitte|Maßgabe|Hinweis|Auflage|Bedingung|Zusatz)\b"
)


def aim(text: str) -> OutcomeCode | None:
    """What is to become of the item by what is resolved."""
    if _APPROVES_WITH.search(text):
        return None
    return next((code for code, pattern in _AIMS if pattern.search(text)), None)


def moved(text: str) -> OutcomeCode | None:
    """What becomes of the item where a motion on the procedure passed."""
    return next((code for code, pattern in _MOVED if pattern.search(text)), None)


def is_amended(text: str) -> bool:
    return bool(_AMENDED.search(text))


def is_of_item(text: str) -> bool:
    """Whether the sentence is about the item as such: the motion, the paper, the matter."""
    return bool(_THING.search(text))
