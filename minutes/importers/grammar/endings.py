"""Endings: one plain sentence that says where an item went: `Der Antrag wird an den Bauausschuss verwiesen.` Pure.

A resolution says what shall be, and a vote on it may fail: so this is asked only of items without a status and without a
vote, of a sentence that stands alone, about the item as a whole, and only for what leaves the item undecided here.
"""

import re

from minutes.importers.grammar import decisions, motions, proposals, withdrawals
from minutes.importers.grammar.bodies import BODY
from minutes.importers.grammar.elsewhere import is_negated, is_reported
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.outcomes import OutcomeCode

_WENT = re.compile(
    r"(?:Der|Die|Das|Dieser|Diese|Eine)\s(?:[\w./-]*(?:[Aa]ntrag|[Aa]nregung|[Vv]orlage|[Vv]orschlag|Drucksache|DS|Angelegenheit|Sache|Thema|Tagesordnungspunkt|TOP|Punkt|Eingabe|Petition|Beschluss|Beschlussfassung|Beratung|Entscheidung|Genehmigung|[Vv]oranfrage|[Gg]esuch|[Ee]inspruch|[Bb]eschwerde|Abstimmung)|(?:Tagesordnungsp|P)unkte|TOPs?)\b"
    r"[^!?]{0,300}?\s(?:wird|wurde|werden|wurden)\s[^!?]{0,300}?\b(?P<how>verwiesen|zurückverwiesen|überwiesen|weitergereicht|weitergeleitet|vertagt|zurückgestellt|verschoben|geschoben|ausgesetzt|aufgeschoben|abgesetzt|zurückgezogen|zurückgenommen|zugewiesen|zurückgegeben)\.?"
)
# What somebody wants of the body, and what it treats.
_MATTER = (
    r"(?:[Aa]ntrag|[Aa]nregung|[Vv]orlage|[Aa]nfrage|[Aa]ngelegenheit|Sache|[Tt]hema|Tagesordnungspunkt|TOP|Eingabe|Petition|Punkt"
    r"|[Bb]eschwerde|[Ee]inwendung|[Ee]inwand|[Ee]inspruch|[Ww]iderspruch|[Aa]nliegen|[Gg]esuch|[Bb]itte|Beanstandung|Vorgang|Drucksache)"
)
_SETTLED = re.compile(
    rf"(?:Der|Die|Das|Dieser|Diese)\s(?:[A-ZÄÖÜa-zäöüß]{{4,12}}\s)?(?:[\w./-]*{_MATTER})\b(?:[^.!?,]|(?<=\d)\.){{0,80}}\s"
    r"(?:gilt|ist|hat\ssich|hatte\ssich)\s(?:(?:[^.!?,]|(?<=\d)\.(?=\d)){0,80}\s)?(?:als\s)?erledigt\.?"
    # `Da die Versammlung stattfindet, ist der Antrag gegenstandslos.`, `Damit hat sich eine Abstimmung über den Antrag erübrigt.`
    rf"|(?:(?:Da|Weil|Nachdem)\s[^;:!?]{{3,160}},|Damit|Somit|Dadurch|Hierdurch|(?:Durch|Mit)\s[^;:!?,]{{3,120}}?)\s(?:ist|hat\ssich)\s(?:der|die|das|dieser|diese|eine)\s(?:(?:Abstimmung|Beschlussfassung|Beratung)\süber\s(?:den|die|das)\s)?[\w./-]*(?:{_MATTER}|[Aa]ntrag)\b[^.!?;:]{{0,60}}?\s(?:damit\s|somit\s)?(?:gegenstandslos|hinfällig|erübrigt|erledigt)(?:\sgeworden)?\.?"
    # `Damit hat sich der Antrag erledigt; eine Abstimmung unterbleibt.`
    rf"|(?:Damit|Somit|Dadurch|Hierdurch|Hiermit|Deshalb|Daher)\s(?:hat\ssich|ist|gilt|war)\s(?:der|die|das|ihr|sein|dieser|diese)\s[\w./-]*{_MATTER}\b[^.!?,;]{{0,80}}\s(?:als\s)?erledigt(?:[;,]\s(?!(?:wenn|falls|sobald|sofern)\b)[^.!?;]{{3,100}})?\.?"
    # `…, dass sich der Antrag erledigt hat.`
    r"|[^.!?;]{3,160}\b(?:dass|daß)\s(?:sich\s)?(?:der|die|das)\s[\w./-]*(?:[Aa]ntrag|[Aa]nregung|[Vv]orlage|[Aa]nfrage|Angelegenheit|Eingabe|Petition)\s(?:sich\s)?(?:damit\s|dadurch\s|(?:durch|mit)\s[^.!?;,]{3,80}?\s)?erledigt\s(?:hat|habe|hätte|ist|sei)\.?"
    # `Frau Ohm erklärt ihren Antrag für erledigt.`
    rf"|[A-ZÄÖÜ][^.!?,;]{{0,60}}\b(?:erklärt|erklärte|betrachtet|betrachtete|sieht|sah)\s[^.!?,;]{{0,60}}\b(?:den|die|das|ihren|seinen|ihre|seine|ihr|sein)\s[\w./-]*{_MATTER}\b[^.!?,;]{{0,60}}\s(?:für|als)\serledigt(?:\san)?\.?"
)
# `Der Wirtschaftsplan wird vertagt.`: whatever it is called, of nothing else this is said.
_THING_PUT_OFF = re.compile(
    r"(?:Der|Die|Das)\s[A-ZÄÖÜ][\w-]+(?:\s[\w.-]+){0,5}?\s(?:wird|wurde)\s(?:(?!oder\b)[\w.-]+\s){0,8}?(?P<how>vertagt|zurückgestellt|abgesetzt)\.?"
)
_NOT_SETTLED = re.compile(r"\b(?:nicht|nur|teilweise)\s(?:\w+\s)?(?:als\s)?erledigt")
# Below a vote: `Damit ist die Vorlage zurückgestellt.`
_CONCLUDED = re.compile(
    r"(?:(?:Damit|Somit|Hiermit)\s(?:ist|sind|wird|gilt)\s(?:der|die|das|dieser)|(?:Der|Die|Das)|TOP)\s(?:[^.;:]|(?<=\d)\.(?=\d)){3,120}?\b(?P<how>verwiesen|zurückverwiesen|überwiesen|vertagt|zurückgestellt|verschoben|geschoben|abgesetzt|zurückgezogen)\.?"
)
# `Auf Wunsch der ABC in die Fraktionen gezogen`
_INTO_GROUPS = re.compile(
    r"^(?:Auf\sWunsch\s[^.;:]{2,60}\s)?[Ii]n\sdie\sFraktionen\s(?:gezogen|zurückgezogen|geschoben)\.?$"
)
# `Auf Wunsch der ABC-Fraktion bis zur nächsten Sitzung vertagt`
_ON_WISH = re.compile(
    r"(?!.*\bw[iu]rden?\b)Auf\s(?:Wunsch|Antrag|Bitten?)\s(?:der|des|von|aus)\s[^.;:,]{2,120}?\s(?P<how>verwiesen|überwiesen|vertagt|zurückgestellt|verschoben|abgesetzt|zurückgezogen)\.?"
)
# `Einvernehmlich auf den 15. Februar vertagt.`
_BY_ALL = re.compile(
    r"(?:Einvernehmlich|Einmütig|Ohne\s(?:Aussprache|Beratung|Debatte|Diskussion|Votum|Empfehlung|Beschlussempfehlung|Beschluss))\s(?:[\w.-]+\s){0,8}?(?P<how>verwiesen|überwiesen|weitergeleitet|vertagt|zurückgestellt|verschoben|abgesetzt|zurückgezogen)\.?"
)
# `Verschoben auf die nächste Sitzung.`
_SHORT = re.compile(
    r"(?P<how>Verschoben|Vertagt|Zurückgestellt|Verwiesen|Überwiesen|Abgesetzt|Zurückgezogen)\b(?:\s(?:auf|in|an|bis|von|durch)\s[^.;:]{3,100})?\.?"
)
# `Wird von der Tagesordnung abgesetzt.`
_IS_SHORT = re.compile(
    r"(?:Wird|Wurde|Werden)\s(?:[\w.-]+\s){0,8}?(?P<how>verwiesen|überwiesen|vertagt|zurückgestellt|verschoben|abgesetzt|zurückgezogen)\.?"
)
# `Der Punkt wird in der nächsten Sitzung erneut aufgerufen.`
_AGAIN = re.compile(
    r"(?:[A-ZÄÖÜ][^.;:]{3,100}[,;]\s(?=d))?(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]ieser)\s(?:TOP|Tagesordnungspunkt|Punkt|Antrag|Vorlage|Angelegenheit|Thema|Beratung|Behandlung)\s(?:wird|soll)\s(?:daher\s|deshalb\s|somit\s)?(?:(?:in|auf)\s(?:der|einer)\s(?:(?:nächsten|kommenden|folgenden|späteren)\s\w*[Ss]itzung|\w*[Ss]itzung\s(?:am|im)\s[\w. ]{3,30}?)|im\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Frühjahr|Sommer|Herbst|Winter)|nach\sder\sSommerpause|später|zu\seinem\sspäteren\sZeitpunkt)\s(?:(?:erneut|wieder|nochmals|noch\seinmal|weiter)\s(?:aufgerufen|behandelt|beraten|vorgelegt)|fortgesetzt|weitergeführt)(?:\swerden)?\."
)
# `Der Rat wird sich im Mai erneut mit der Sache befassen.`, `Das Thema kommt nach dem Ortstermin wieder auf die Tagesordnung.`
_BACK = re.compile(
    rf"(?:[A-ZÄÖÜ][^.;:]{{3,100}};\s)?(?i:{BODY})\s(?:wird|will|soll)\ssich\s(?:(?:in|im|auf|nach|am)\s[^;:,]{{3,80}}?\s)?(?:erneut|wieder|nochmals|noch\seinmal|später)\s(?:[^;:,]{{2,60}}\s)?mit\s(?:der|dem|dieser|diesem)\s[^;:,]{{3,60}}\sbefassen\."
    r"|(?:Der|Die|Das|Dieser)\s(?:TOP|Tagesordnungspunkt|Punkt|Antrag|Vorlage|Angelegenheit|Thema|Sache)\s(?:kommt|wird|soll)\s[^;:,]{3,90}?\s?(?:wieder|erneut|nochmals)\s(?:auf\sdie\sTagesordnung|vorgelegt|eingebracht)(?:\s(?:gesetzt|genommen))?(?:\swerden)?\."
)
# `Der Antrag geht zur weiteren Beratung in den Bauausschuss.`
_GOES = re.compile(
    r"(?:Der|Die|Das)\s(?:[\w-]*(?:[Aa]ntrag|[Vv]orlage)|Punkt|TOP|Tagesordnungspunkt|Angelegenheit|Thema|Drucksache)\s(?:geht|ging)\s(?:daher\s|somit\s|damit\s)?(?:zur\s(?:weiteren\s|erneuten\s|abschließenden\s)?(?:Vorb|B)eratung\s|zurück\s)?(?:in|an)\s(?:den|die)\s[^.;:,]{0,40}(?:ausschuss|Ausschuss|beirat|[Ff]raktionen|kommission|[Rr]at|Ausschüsse)(?:\szurück)?\.?"
)
# `Der TOP entfällt.`
_DROPPED = re.compile(
    r"(?:Der|Dieser)\s(?:TOP|Tagesordnungspunkt|Punkt)\s(?:entfällt|entfiel)(?:\s(?:heute|daher|somit))?\.?"
)
# `Sie setzt den Punkt deshalb von der Tagesordnung ab.`
_TAKES_OFF = re.compile(
    r"[A-ZÄÖÜ][^.;:,!?]{1,60}\s(?:setzt|setzte|nimmt|nahm)\s(?:den|diesen|die|das)\s(?:Tagesordnungspunkt|Punkt|TOP|Vorlage|Antrag|Angelegenheit|Thema)\s(?:[a-zäöü]+\s){0,2}von\sder\sTagesordnung(?:\sab)?(?:,\s(?:weil|da)\s[^.;:!?]{3,200})?\.?"
)
# `Der Ausschuss sieht sich dazu nicht in der Lage und vertagt den Antrag.`
_AND_PUTS_OFF = re.compile(
    rf"[A-ZÄÖÜ][^;:!?]{{3,200}}?\b{BODY}\b[^;:!?]{{3,200}}\sund\s(?:vertagt|vertagte|verschiebt|verschob)\s(?:den|die|das|ihn|sie|es)\b[^.;:!?]{{0,120}}\.?"
)
# `Gegenstandslos, da der Antrag zurückgezogen wurde.`
_WITHOUT_OBJECT = re.compile(
    r"(?P<how>Gegenstandslos|Hinfällig|Erledigt|Entfällt|Entfallen|Abgesetzt|Vertagt|Zurückgestellt),\s(?:da|weil|nachdem)\s(?:[^.;!?]|(?<=\d)\.){3,200}\.?"
)
_OBJECTS: dict[str, OutcomeCode] = {
    "Gegenstandslos": "settled",
    "Hinfällig": "settled",
    "Erledigt": "settled",
    "Entfällt": "removed",
    "Entfallen": "removed",
    "Abgesetzt": "removed",
    "Vertagt": "deferred",
    "Zurückgestellt": "deferred",
}
WENT: dict[str, OutcomeCode] = {
    "verwiesen": "referred",
    "zurückverwiesen": "referred",
    "überwiesen": "referred",
    "zugewiesen": "referred",
    "zurückgegeben": "referred",
    "weitergereicht": "referred",
    "weitergeleitet": "referred",
    "vertagt": "deferred",
    "zurückgestellt": "deferred",
    "verschoben": "deferred",
    "geschoben": "deferred",
    "ausgesetzt": "deferred",
    "aufgeschoben": "deferred",
    "abgesetzt": "removed",
    "zurückgezogen": "withdrawn",
    "zurückgenommen": "withdrawn",
}
# `… vertagt (siehe TOP 3).`
_POINTS_ELSEWHERE = re.compile(r"\s\([^()]{1,80}\)(?=\.?$)")
# `wird nicht vertagt`, `wird, soweit …, verwiesen`, `wird in Teilen zurückgestellt`, two things at once.
_DOUBTFUL = re.compile(
    r"\b(?:nicht|kein\w*|falls|wenn|sofern|soweit|teilweise|teils|Teil(?:e[ns]?|s)?|Ziffern?|Punkte|Punkt\s(?:\d|[a-z]\))|beantragt|vorgeschlagen|empfohlen|aber|jedoch|und\s(?:beschlossen|angenommen|abgelehnt|zugestimmt))\b"
)


_NO_MAJORITY = re.compile(r"\b(?:keine|nicht\sdie)\s(?:\w+\s){0,2}(?:Mehrheit|Zustimmung)\.?$")

# Another item than this one: `Der Tagesordnungspunkt 5 wurde zurückgezogen.`
_NUMBERED = re.compile(r"(?:Der\s)?(?:Tagesordnungspunkt|TOP)\s(?:[ÖN]\s)?(?P<number>\d{1,3}(?:\.\d{1,3})*)\b")
_GRANTED = re.compile(
    r"(?:(?:Dem|Diesem)\s(?:[\w-]*(?:[Aa]ntrag|[Vv]orschlag))|Der\s(?:[\w-]*(?:[Vv]orlage|[Ee]mpfehlung|[Ss]atzung)))\b[^.!?,;]{0,120}?\s(?:wird|wurde)\s(?:[a-zäöü]+\s){0,2}(?:zugestimmt|stattgegeben|entsprochen|gefolgt)\.?"
    r"|(?:Der|Dieser)\s[\w-]*[Aa]ntrag\b[^.!?,;]{0,120}?\s(?:wird|wurde)\s(?:[a-zäöü]+\s){0,2}angenommen\.?"
)
_REFUSED = re.compile(
    r"(?:Der|Dieser|Die|Diese)\s[\w-]*(?:[Aa]ntrag|[Ww]iderspruch|[Ee]inspruch|[Bb]eschwerde|[Ee]ingabe|[Pp]etition|[Aa]nregung|[Ee]inwendung)\b[^.!?,;]{0,120}?\s(?:wird|wurde)\s(?:[a-zäöü]+\s){0,3}(?:abgelehnt|zurückgewiesen|abgewiesen)\.?"
    r"|(?:Dem|Diesem|Der|Dieser)\s[\w-]*(?:[Aa]ntrag|[Vv]orschlag|[Ww]unsch|[Aa]nregung|[Bb]itte|[Ee]ingabe|[Pp]etition|[Bb]eschwerde|[Ff]orderung|[Ee]inwendung)\b[^.!?,;]{0,120}?\s(?:wird|wurde)\snicht\s(?:zugestimmt|stattgegeben|entsprochen|gefolgt)\.?"
)
# `Der Umbau wird zurückgestellt, bis die Kosten ermittelt sind.`
_PUT_OFF = re.compile(
    r"[^.!?,;]{3,160}\s(?:wird|werden)\s(?:[^.!?,;]{0,80}\s)?(?:zurückgestellt|vertagt)\b[^.!?;]{0,200}\.?"
)


# `Da Herr Kohl fehlt, wird der TOP nicht behandelt und somit zurückgestellt.`: the same in another order.
_TURNED = re.compile(
    r"^(?:(?:Da|Weil|Nachdem)\s[^;:!?.]{3,160},|(?:Auf|Aus|Wegen|Im|In|Mit|Nach|Daher|Deshalb|Somit|Damit|Hierauf)\b[^,;:!?.]{0,100})\s(?P<verb>wird|wurde)\s(?P<thing>(?:der|die|das|dieser|diese)\s(?:[\w./-]+\s){1,3}?)(?P<rest>[^;:!?]{0,160})$"
)
# What came before: `Da noch keine Zahlen vorlagen, hat der Rat …`
_CAUSE = re.compile(r"^(?:Da|Weil|Nachdem)\s[^,;:]{3,200},\s(?=(?:hat|haben)\s)")
# Where it goes: `in den Fachausschuss Umwelt`.
_TO_COMMITTEE = re.compile(r"\s(?:in|an)\s(?:den|die)\s(?:zuständigen\s)?Fachauss\w+(?=\s)")
# The day to which it is put off: `in die Sitzung am 22.04.2026`.
_INTO_SESSION = re.compile(
    r"\s(?:in|auf|bis\szu[mr]?)\s(?:die|der|den)?\s?(?:\w+\s)?[\w-]*[Ss]itzung\s(?:am|vom|im)\s(?:\d[\d.]*(?:\s\d[\d.]*)*\s?)?(?:[A-ZÄÖÜ][a-zäöü]+(?:\s\d{4})?)?(?=\s)"
)
_NOT_TREATED = re.compile(r"\bnicht\s(?:behandelt|beraten|aufgerufen)\s(?:und|sondern)\s")
# `Der Überweisung wird zugestimmt.`
_PASSED = re.compile(
    r"(?:(?:Der|Die|Einer|Dem|Dem\sAntrag\sauf|Der\sAntrag\sauf)\s(?:(?P<referred>(?:Über|Zurückver|Rücküber|Ver)weisung(?:santrag)?)|(?P<deferred>(?:Vertag|Zurückstell)ung(?:santrag)?)|(?P<removed>Absetzung(?:santrag)?)))\b[^.!?,;]{0,120}?\s(?:wird|wurde)\s(?:mit\s[^.!?;]{3,80}?\s|(?:[a-zäöü]+\s){0,2})(?:zugestimmt|beschlossen|angenommen|gefolgt|entsprochen)\.?$"
)
# Why, or until when: `…, weil die Zahlen noch nicht vorliegen.`
_REASON = re.compile(r";\s|,\s(?=(?:weil|da|bis|damit|um|denn|nachdem|sobald)\s)|\sund\s(?=soll(?:en)?\s)")
# Of the procedure, not of the item.
_OF_PROCEDURE = re.compile(
    r"\b(?:Geschäftsordnungs-?[Aa]ntrag|GO-Antrag|Verfahrensantrag|Antrag\s(?:zur\sGeschäftsordnung|auf\s(?:Schluss|Ende|Unterbrechung|geheime|namentliche)))"
)
_NOT_GRANTED = re.compile(r"\bnicht\s(?=(?:zugestimmt|stattgegeben|entsprochen|gefolgt)\b)")


def granted(text: str) -> OutcomeCode | None:
    """`Dem Antrag wird zugestimmt.` as the whole of what was resolved."""
    line = plain(text)
    if len(line) > 250 or _OF_PROCEDURE.search(line) or _DOUBTFUL.search(_NOT_GRANTED.sub("", line)):
        return None
    if _REFUSED.fullmatch(line):
        return "rejected"
    return "adopted" if _GRANTED.fullmatch(line) else None


def adopted(text: str) -> OutcomeCode | None:
    """What became of an item whose resolution of one sentence was adopted: that it is put off, or that it is refused."""
    line = plain(text).lstrip("-– ")
    if _PUT_OFF.fullmatch(line) and not is_negated(line):
        return "deferred"
    code = code_of(text) or granted(text) or _went_first(line)
    return code if code in {"deferred", "removed", "rejected", "referred", "withdrawn"} else None


_AGREE = re.compile(r"\b(?:Einvernehmen|Einigkeit|überein|einig)\b")


def put_off(text: str) -> OutcomeCode | None:
    """`Die Entscheidung wurde vertagt. Zuvor soll …`: that the item is put off, whatever is said of the next time."""
    line = plain(text)
    if _went_first(line) == "deferred":
        return "deferred"
    first = sentences(line)[0] if line else ""
    agreed = decisions.read(first) if _AGREE.search(first) else None
    return "deferred" if agreed and agreed.code == "deferred" else None


def withdrawn(text: str) -> OutcomeCode | None:
    """`Frau Ohm zieht den Antrag zurück. Er werde überarbeitet.`: that it is withdrawn, and a sentence on that."""
    parts = sentences(plain(text)[:600])
    return "withdrawn" if len(parts) < 3 and any(code_of(part) == "withdrawn" for part in parts) else None


def taken_off(text: str) -> OutcomeCode | None:
    """`Der Punkt wird abgesetzt. Das Gutachten liegt noch nicht vor.`: that nothing is decided, and a sentence on that."""
    line = plain(text)
    code = _went_first(line) if line and len(sentences(line)) < 4 else None
    return code if code in {"removed", "withdrawn"} else None


def sent_on(text: str) -> OutcomeCode | None:
    """`Die Vorlage wird in die Fraktionen verwiesen. Danach soll …`: that the item goes to somebody else, whatever follows."""
    return "referred" if _went_first(plain(text)) == "referred" else None


def _went_first(line: str) -> OutcomeCode | None:
    """`Die Entscheidung wird vertagt. Die Verwaltung soll …`, `Der Punkt wird abgesetzt, weil … nicht …`: the main clause."""
    first = sentences(line)[0]
    turned = _TURNED.match(first)
    if turned:
        first = f"{turned['thing'][:1].upper()}{turned['thing'][1:]}{turned['verb']} {turned['rest']}"
    told = _REASON.split(first)[0].rstrip(".")
    told = _INTO_SESSION.sub("", _NOT_TREATED.sub("", told))
    if _DOUBTFUL.search(told) or is_reported(_TO_COMMITTEE.sub(" ", told)):
        return None
    if passed := _PASSED.match(told):
        return proposals.aim(passed)
    match = None if motions.is_named(told) else _WENT.fullmatch(told)
    return WENT[match["how"]] if match else None


def concluded(text: str) -> OutcomeCode | None:
    """Where an item went by a sentence below the vote on that."""
    line = plain(text)
    match = _CONCLUDED.fullmatch(line) if len(line) < 240 and not is_negated(line) else None
    return WENT[match["how"]] if match and not is_reported(line) else None


# `Eine Beschlussfassung entfällt.`, behind what became of the item
_NO_VOTE = re.compile(
    r"(?:Eine|Die)\s(?:Beschlussfassung|Abstimmung|Beratung|Behandlung|Aussprache|Entscheidung)\s(?:(?:hierüber|darüber|damit|daher|somit|heute)\s)?(?:entfällt|entfiel|unterbleibt|unterblieb|erübrigt\ssich|(?:findet|fand)\s(?:\w+\s)?nicht\sstatt|erfolgte?\s(?:\w+\s)?nicht|ist\s(?:\w+\s)?nicht\s(?:mehr\s)?(?:erforderlich|nötig))\.?"
)


def last_of(text: str) -> str:
    """The last sentence of a paragraph, but for one that only says that nothing is voted on."""
    parts = sentences(text, 40)
    return parts[-2] if len(parts) > 1 and _NO_VOTE.fullmatch(parts[-1]) else parts[-1]


def is_of_another(text: str, number: str) -> bool:
    """Whether an ending names an item by a number that is not this one's."""
    named = _NUMBERED.match(plain(text))
    return named is not None and named["number"] != number


def code_of(text: str) -> OutcomeCode | None:
    """The outcome that a paragraph tells, if it is such a sentence and nothing else."""
    line = _POINTS_ELSEWHERE.sub("", plain(text))
    if len(line) < 160 and _SETTLED.fullmatch(line) and not _NOT_SETTLED.search(line):
        return "settled"
    if _INTO_GROUPS.search(line):
        return "deferred"
    short = _SHORT.fullmatch(line) or _ON_WISH.fullmatch(line) or _BY_ALL.fullmatch(line) or _IS_SHORT.fullmatch(line)
    if short:
        return WENT[short["how"].casefold()]
    if _AGAIN.fullmatch(line) or (len(line) <= 400 and _BACK.fullmatch(line)):
        return "deferred"
    if _GOES.fullmatch(line):
        return "referred"
    if _DROPPED.fullmatch(line):
        return "removed"
    if dropped := _WITHOUT_OBJECT.fullmatch(line):
        return "withdrawn" if withdrawals.is_reason(line) else _OBJECTS[dropped["how"]]
    if len(line) <= 500 and _AND_PUTS_OFF.fullmatch(line):
        return "deferred"
    if _TAKES_OFF.fullmatch(line):
        return "removed"
    if withdrawals.are_told(line):
        return "withdrawn"
    if len(line) <= 500 and (went := _went_first(line)) and len(sentences(line)) == 1:
        return went
    if (
        len(line) > 500
        or len(sentences(line)) != 1
        or _DOUBTFUL.search(_CAUSE.sub("", _NO_MAJORITY.sub("", line)))
        or motions.is_named(line)
    ):
        return None
    told = decisions.read(line)
    if told or is_reported(line):
        return told.code if told else None
    match = _WENT.fullmatch(line) or _THING_PUT_OFF.fullmatch(line)
    return WENT[match["how"]] if match else None
