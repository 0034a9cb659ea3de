"""Elsewhere: whether a sentence tells of another day, of another body, of what might be, or what somebody said; or denies. Pure."""

import re

_WORDS = re.compile(
    r"\b(?:hat|habe|haben|hatte|hatten|worden|sei|seien|wäre|würde|würden|soll|sollen|sollte|sollten|könnte|falls|wenn|dass|daß|ob|bereits|seinerzeit|damals|zuletzt|letzten|letzte|"
    r"vergangene\w*|vorige\w*|Fachausschuss\w*|(?:[Ii]m|[Dd]urch\sden)\s\w*[Aa]usschuss|[Vv]om\s(?:\w+a|(?<!wird\svom\s)A)usschuss|einstimmige[nrms]\s(?!Beschluss)|berichtet\w*|erinnert\w*|Sitzung\s(?:am|vom)|Bundes(?:rat|tag)\w*|Landtag\w*|Mitgliederversammlung)\b"
    r"|\b(?:am|vom)\s\d{1,2}\.|\b(?:im\sJahre?|in|wurden?)\s(?:19|20)\d\d\b"
)
_RELATIVE = re.compile(r",\s(?:der|die|das|den|dem|deren|dessen|welche[rsnm]?)\s[^,;]{3,200},")
# `Der Antrag, dass der Zaun gebaut wird, wird mit … angenommen.`
_CONTENT = re.compile(
    r"(?<=^)(?P<thing>(?:Der|Dem|Den|Die|Das)\s[\w-]*(?:[Aa]ntrag|[Vv]orschlag|[Ee]mpfehlung|[Aa]nregung|[Bb]eschluss)[^,;]{0,80}),\s(?:dass|daß|ob|[^,;]{0,80}\szu)\s[^;]{3,300}?,(?=\s(?:wird|wurde|werden|wurden)\s)"
)
# `beschließt die Satzung mit der Änderung, dass § 4 entfällt, bei 2 Gegenstimmen`
_CHANGE = re.compile(
    r"(?P<thing>\b[Mm]it\s(?:der|einer|folgender)\s(?:Änderung|Ergänzung|Maßgabe|Auflage|Bedingung|Abweichung)),\s(?:dass|daß)\s[^;]{3,300}?,(?=\s)"
)
_FIRST = re.compile(r"^(?:Nachdem|Da|Weil|Obwohl|Während)\b.{3,260}?,\s(?=(?:wird|werden|wurde|wurden|[a-zäöü]+)\s)")
# The day is that of the minutes which are approved now, or of the motion, not of the vote.
_DATED = re.compile(
    r"\b(?:Niederschrift(?:en)?|Protokolle?s?)\b[^;]{0,200}?(?=\s(?:wird|werden|wurde|wurden)\b)"
    # `genehmigt die Niederschrift über die 3. Sitzung am 4. Mai 2026`
    r"|\b(?:Niederschrift(?:en)?|Protokolle?s?)(?:\s(?:der|des|über|zur|zu|von|die|den|(?:nicht)?öffentliche[nrs]?|letzte[nr]?|\d{1,3}\.|Nr\.|\d{1,3}(?:/\d{2,4})?|[A-ZÄÖÜ][\w-]+)){0,8}\s(?:vom|am)\s\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ]\w+)?\s?(?:\d{2,4})?"
    r"|\bvom\s\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ]\w+)?\s?(?:\d{2,4})?(?=.*\b(?:wird|werden|wurde|wurden)\b)"
)
# `mit 17 Ja-Stimmen und keiner Gegenstimme` counts, and denies nothing.
_NEGATED = re.compile(r"\b(?:nicht|kein\w*(?!\s(?:(?:Gegen|Nein-?|Ja-?)[Ss]timme|(?:Stimm)?[Ee]nthaltung)))\b")


def is_reported(text: str) -> bool:
    """Whether the sentence reports; its relative clauses and what came before it do not count."""
    return bool(
        _WORDS.search(
            _DATED.sub(
                "", _RELATIVE.sub("", _CHANGE.sub(r"\g<thing>", _CONTENT.sub(r"\g<thing>", _FIRST.sub("", text))))
            )
        )
    )


def is_negated(text: str) -> bool:
    """Whether something in it is denied."""
    return bool(_NEGATED.search(text))
