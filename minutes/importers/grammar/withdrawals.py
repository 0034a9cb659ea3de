"""Withdrawals: sentences that say that somebody takes a motion or paper back: `Frau Ohm zieht den Antrag zurück.` Pure."""

import re

from minutes.importers.grammar.elsewhere import is_negated

# `Frau Ohm zieht den Antrag ihrer Fraktion zurück.`, `…, dass noch Hinweise fehlen, und nimmt die Vorlage zurück.`
_WITHDRAWS = re.compile(
    r"\b(?:zieht|ziehen|zog|zogen|nimmt|nehmen|nahm|nahmen)\s(?P<told>(?:[^,;:!?.]|\.(?=\s[A-ZÄÖÜ])){0,90}?\b(?:den|die|das|ihren|seinen|diesen|ihre|seine)\s(?:[\w-]+\s){0,2}?"
    r"(?!Änderungs|Ergänzungs|Zusatz|Vertagungs|Geschäftsordnungs|Verweisungs|Alternativ|Gegen)[\w-]*(?:[Aa]ntrag|[Aa]nfrage|[Vv]orlage|Drucksache|DS|Beschlussvorschlag)\b(?:[^,;:!?.]|\.(?=\s?[\dA-ZÄÖÜ])){0,120}?)\szurück(?:,\s[^;:!?]{3,200})?\.?$"
)
# `Frau Ohm begründet den Antrag und zieht ihn nach der Zusage von Herrn Kohl zurück.`
_WITHDRAWS_IT = re.compile(
    r"\b(?:den|die|ihren|seinen|diesen|ihre|seine)\s(?:[\w-]+\s){0,2}?(?!Änderungs|Ergänzungs|Zusatz|Vertagungs|Geschäftsordnungs|Verweisungs|Alternativ|Gegen)[\w-]*(?:[Aa]ntrag|[Aa]nfrage|[Vv]orlage|Drucksache|Beschlussvorschlag)\b"
    r"[^.;:!?]{0,120}?\s(?:und|,)\s?(?:zieht|ziehen|zog|zogen|nimmt|nahm)\s(?:ihn|sie|diesen|diese)\s(?P<told>[^;:!?]{0,160}?),?\s?\bzurück\.?$"
)
# `…, dass sich der Antrag erübrigt habe, und zieht ihn zurück.`
_AND_WITHDRAWS_IT = re.compile(
    r"\b(?:dass|daß)\s(?:sich\s)?(?:der|die|ihr|sein)\s(?!Änderungs|Ergänzungs|Zusatz|Gegen|Geschäftsordnungs)[\w-]*(?:[Aa]ntrag|[Aa]nfrage|[Vv]orlage|Drucksache|Eingabe)\b[^.;:!?]{3,160},\sund\s(?:zieht|zog|nimmt|nahm)\s(?:ihn|sie|diesen|diese)\s(?P<told>[^;:!?,]{0,80}?)\s?\bzurück\.?$"
)
# `Der Steg ist gebaut; der Antrag gilt als zurückgezogen.`
_COUNTS_AS = re.compile(
    r"(?:.*;\s)?(?:[Dd]er|[Dd]ie|[Dd]as)\s(?!Änderungs|Ergänzungs|Zusatz|Gegen)[A-ZÄÖÜ][\w-]+\sgilt\s(?:damit\s|somit\s)?als\szurückgezogen\.?"
)
# `Der Antrag wird nicht länger aufrechterhalten und gilt als zurückgezogen.`
_NOT_HELD = re.compile(
    r"(?:Der|Die|Das|Dieser|Diese)\s[\w-]*(?:[Aa]ntrag|[Aa]nfrage|[Vv]orlage|Eingabe)\b[^.;:!?]{0,160}\s(?:nicht\s(?:(?:länger|mehr|weiter)\s)?(?:aufrechterhalten|verfolgt)|gilt\s(?:damit\s|somit\s)?als\szurückgezogen)\.?"
)
# `Frau Ohm berichtet, dass der Verein den Antrag vor der Sitzung zurückgezogen hat.`
_SAID_WITHDRAWN = re.compile(
    r"[A-ZÄÖÜ][^;:!?]{3,160},\s(?:dass|daß)\s(?:[^,;:!?]{2,80}\s(?:den|die|ihren|seinen|ihre|seine)|der|die)\s[\w-]*(?:[Aa]ntrag|[Aa]nfrage|[Vv]orlage|Drucksache|Eingabe)\b(?<!Änderungsantrag)(?<!Ergänzungsantrag)(?:(?!\bnicht\b)[^,;:!?]){0,100}\s"
    r"(?<!nicht\s)(?:zurückgezogen|zurückgenommen)\s(?:hat|habe|hätte|haben|hätten|wurde|worden\s(?:ist|sei)|ist|sei)\.?"
)
# `Herr Kohl erklärt, seine Gruppe ziehe den Antrag zurück.`, `Frau Ohm berichtet, der Bauherr habe den Antrag zurückgenommen.`
_SAYS_WITHDRAWN = re.compile(
    r"[A-ZÄÖÜ][^;:!?,]{3,120},\s[^;:!?,]{3,80}?\s(?:(?:ziehe|ziehen|nehme|nehmen)\s(?:den|die|ihren|seinen|ihre|seine|diesen)\s(?!Änderungs|Ergänzungs|Zusatz|Gegen|Geschäftsordnungs)[\w-]*(?:[Aa]ntrag|[Aa]nfrage|[Vv]orlage|Drucksache|Eingabe)\b(?:(?!\bnicht\b)[^,;:!?]){0,80}\szurück"
    r"|habe[n]?\s(?:den|die|ihren|seinen|ihre|seine|diesen)\s(?!Änderungs|Ergänzungs|Zusatz|Gegen|Geschäftsordnungs)[\w-]*(?:[Aa]ntrag|[Aa]nfrage|[Vv]orlage|Drucksache|Eingabe)\b(?:(?!\bnicht\b)[^,;:!?]){0,80}\s(?:zurückgezogen|zurückgenommen))\.?"
)
# `…, da der Antrag zurückgezogen wurde`
_TAKEN_BACK = re.compile(r"\b(?:zurückgezogen|zurückgenommen)\s(?:hat|haben|hatte|hatten|wurde|ist|worden)\b")
# `Der Antragsteller hat den Antrag vor der Sitzung zurückgezogen.`
_HAS_WITHDRAWN = re.compile(
    r"[A-ZÄÖÜ][^.;:,!?]{2,80}\s(?:hat|haben)\s(?:den|die|ihren|seinen|ihre|seine)\s[\w-]*(?:[Aa]ntrag|[Aa]nfrage|[Vv]orlage|Drucksache|Eingabe)\b(?<!Änderungsantrag)(?<!Ergänzungsantrag)[^.;:,!?]{0,100}\szurückgezogen\.?"
)


def are_told(line: str) -> bool:
    """Whether the sentence says that it was withdrawn, or counts as that."""
    if any(form.fullmatch(line) for form in (_HAS_WITHDRAWN, _SAID_WITHDRAWN, _SAYS_WITHDRAWN, _COUNTS_AS, _NOT_HELD)):
        return True
    # Why it is withdrawn, behind a comma, may deny something.
    withdrawn = (
        (_WITHDRAWS.search(line) or _WITHDRAWS_IT.search(line) or _AND_WITHDRAWS_IT.search(line))
        if len(line) <= 500
        else None
    )
    return withdrawn is not None and line[:1].isupper() and not is_negated(withdrawn["told"])


def is_reason(line: str) -> bool:
    """`Entfällt, da der Antrag zurückgezogen wurde.`"""
    return bool(_TAKEN_BACK.search(line))
