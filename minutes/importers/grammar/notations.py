"""Notations of results that councils write in their own way, as the usual one: `15 J, 2 N` is `15 Ja, 2 Nein`. Pure."""

import re
from collections.abc import Callable
from functools import lru_cache

from minutes.importers.grammar.numbers import NUMBER

_N = rf"(?i:{NUMBER})"
_BOTH = re.compile(r"\bFür\b.*\bGegen\b|\bfür\b.*\bgegen\b")
_FORMS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # `Dafür: neun. Dagegen: drei. Enthaltungen: keine.`
    (
        re.compile(rf"(?<=:\s)(?P<number>{_N})\.\s(?=(?:Dagegen|Nein|Gegen|Enth|Stimmenth)[\w-]*\s?:)"),
        r"\g<number>, ",
    ),
    # `Dafür: 7 Dagegen: 4 Abwesend: 2`: who was not there.
    (
        re.compile(
            r"(?<=\d)[,;/|\s]+(?:[Aa]bwesend|[Ee]ntschuldigt|[Nn]icht\s(?:anwesend|abgestimmt|stimmberechtigt))e?\s?:?\s?\d{1,3}(?=[.\s]*$)"
        ),
        "",
    ),
    # `wird mit 9/2/1 abgelehnt`, `bei 9-2-1 Stimmen`
    (
        re.compile(
            r"\b(?P<with>[Mm]it|[Bb]ei)\s(?P<yes>\d{1,3})(?P<by>\s?[/–-]\s?)(?P<no>\d{1,3})(?P=by)(?P<other>\d{1,3})(?=\sStimmen\b|\s[a-zäöü]{5,}|[.,)]?$)"
        ),
        r"\g<with> \g<yes> : \g<no> : \g<other>",
    ),
    # `bei 8 Befürwortungen, 2 Ablehnungen und 1 Enthaltung`
    (re.compile(rf"\b(?P<number>{_N})\sBefürwortung(?:en)?\b"), r"\g<number> Ja-Stimmen"),
    (re.compile(rf"(?<=[/,] )(?P<number>{_N})\sAblehnung(?:en)?\b"), r"\g<number> Nein-Stimmen"),
    # `Mit 7:4-Stimmen`
    (re.compile(r"(?<=\d)-(?=Stimmen\b)"), " "),
    # `4 + / 2 - / 1 E`
    (
        re.compile(
            r"^(?P<yes>\d{1,3})\s?\+[\s,;/|]+(?P<no>\d{1,3})\s?[-–](?=[\s,;/|]|$)(?:[\s,;/|]+(?P<other>\d{1,3})\s?(?:Enth\.?|E|[oO0°=±])?)?$"
        ),
        r"\g<yes> Ja, \g<no> Nein, \g<other> Enthaltungen",
    ),
    # `19 dafür, 2 dagegen, 3 Mitglieder enthalten sich`
    (
        re.compile(
            rf"(?P<head>\b(?:dafür|dagegen|Ja|Nein|(?:Ja|Nein|Gegen)-?[Ss]timmen?)\b[^.;]{{0,40}}?[,;]\s(?:und\s)?)(?P<number>{_N})(?:\s[A-ZÄÖÜ][\w-]+)?\s(?:enth(?:ält|alten|ielt|ielten)\ssich)(?:\sder\sStimme)?"
        ),
        r"\g<head>\g<number> Enthaltungen",
    ),
    # `Dafür 5, dagegen 0, 2 Enthaltungen`
    (
        re.compile(
            rf"^(?P<head>(?:[Dd]afür|DAFÜR|Ja(?:-Stimmen)?|JA|Zustimmung)\s?:?\s?\d{{1,3}}[,;/]?\s(?:[Dd]agegen|DAGEGEN|Nein(?:-Stimmen)?|NEIN|Ablehnung)\s?:?\s?\d{{1,3}}),?\s(?:und\s|bei\s)?(?P<number>{_N})\s(?:Stimm)?[Ee]nthaltung(?:en)?\.?$"
        ),
        r"\g<head>, Enthaltungen \g<number>",
    ),
    # `14 Stimmberechtigte: 12 dafür`, `Von 14 anwesenden Mitgliedern: 12 Ja`
    (
        re.compile(
            r"^(?:Von\s)?(?:den\s)?\d{1,3}\s(?:[a-zäöü]+\s)?(?:Stimmberechtigten?|Anwesenden?|[A-ZÄÖÜ]?[\w-]*[Mm]itgliedern?)\s?:\s(?=\d)"
        ),
        "",
    ),
    # `Anw. 14 / Für 12 / Gegen 2`
    (
        re.compile(r"^(?:[Aa]nw(?:esende?)?\.?)\s?:?\s?\d{1,3}[\s,;/|]+(?=(?:Für|FÜR|für|Gegen|GEGEN|Ja|JA|Dafür)\b)"),
        "",
    ),
    # `4 Ge- genstimmen`, `9 Ja- Stimmen`: what the end of a line had parted.
    (re.compile(r"(?<=[a-zäöü])-\s(?=genstimm|haltung|stimm|men\b|tung)"), ""),
    (re.compile(r"(?<=[a-zäöü]-)\s(?=Stimmen?\b)"), ""),
    # `22 Gegenstimmen/3 Enthaltungen`
    (re.compile(r"(?<=[a-z])/(?=\d{1,3}\s(?:Ja|Nein|Gegens|Stimm|Enth))"), ", "),
    # `6 : 0 : 1 (J : N : E)`: what the numbers count.
    (
        re.compile(
            r"(?<=\d)\s?\((?:J|[Jj]a|JA)\s?[:/-]\s?(?:N|[Nn]ein|NEIN)\s?[:/-]\s?(?:E|[Ee]nth|ENTH)[\w.]{0,12}\)"
        ),
        "",
    ),
    # `(Ja : Nein : Enthaltung): 6 : 0 : 1`, `Ja/Nein/Enthaltung 6:0:1`: what the numbers count, ahead of them.
    (
        re.compile(
            r"(?:(?<=^)|(?<=\s))\(?(?:J|Ja|JA|Dafür|Für)(?:-Stimmen)?\s?(?P<by>[:/|–-])\s?(?:N|Nein|NEIN|Dagegen|Gegen)(?:-Stimmen)?\s?(?P=by)\s?(?:E|(?:Stimm)?[Ee]nth\w*\.?|ENTH\w*\.?)\)?\s?:?\s*(?P<yes>\d{1,3})\s?[:/|–-]\s?(?P<no>\d{1,3})\s?[:/|–-]\s?(?P<other>\d{1,3})$"
        ),
        r"Ja: \g<yes>, Nein: \g<no>, Enthaltungen: \g<other>",
    ),
    # `11/-/-`, `12/0/–`
    (re.compile(r"(?<=\d/)\s?[-–](?=/|$|\s[A-Za-z(–-])"), "0"),
    (re.compile(r"(?<=\d/0/)\s?[-–](?=$|\s[A-Za-z(–-])"), "0"),
    # `11 + 1 Ja-Stimmen`: council and mayor.
    (
        re.compile(r"\b(?P<yes>\d{1,3})\s?\+\s?1(?=\s(?:Ja|JA|Stimmen|dafür|:))"),
        lambda match: str(int(match["yes"]) + 1),
    ),
    # `dafür gestimmt: 12`
    (re.compile(r"\b(?P<side>[Dd]afür|[Dd]agegen)\s(?:haben\s)?gestimmt(?:\shaben)?\s?(?=:)"), r"\g<side>"),
    # `einstimmig (9 von 9)`
    (re.compile(r"\((?P<yes>\d{1,3})\svon\s(?P=yes)(?:\sStimmen)?\)"), r"(\g<yes> Stimmen)"),
    # `Stimmen insgesamt: 142   Ja: 118`
    (
        re.compile(
            r"^(?:Stimmen\s(?:insgesamt|gesamt)|(?:Gesamt)?[Ss]timmen|Abgegebene\sStimmen)\s?:\s?\d{1,4}[\s,;/|]+(?=(?:Ja|JA|[Dd]afür|Für)\b)"
        ),
        "",
    ),
    # `5 Nein-Stimmen, Rest Ja-Stimmen`, `1 Gegenstimme, übrige dafür`: of those no number is told.
    (
        re.compile(
            r",\s(?:der\s|die\s|alle\s)?(?:Rest|[Üü]brigen?|[Aa]nderen?)\s(?:Ja(?:-?\s?Stimmen)?|dafür|mit\sJa|Zustimmung)\.?$"
        ),
        ", mehrheitlich",
    ),
    # `9 Ja / 4 Nein  -> angenommen`
    (
        re.compile(
            r"\s*(?:->|=>|→|»)\s*(?=(?:damit\s|somit\s)?(?:nicht\s)?(?:angenommen|abgelehnt|beschlossen|zugestimmt))"
        ),
        " – ",
    ),
    # `Ja – 8`, `Nein – 3`
    (
        re.compile(
            r"^(?P<label>Ja|Nein|JA|NEIN|(?:Ja|Nein|Gegen|Für)-?\s?[Ss]timmen|[Dd]afür|[Dd]agegen|(?:Stimm)?[Ee]nthaltung(?:en)?)\s[–-]\s(?P<number>\d{1,3})$"
        ),
        r"\g<label>: \g<number>",
    ),
    # `Ja-Stimmen: -13-`
    (re.compile(r"(?<=:\s)-\s?(\d{1,3})\s?-(?=\s|$)"), r"\1"),
    # `[Ja: 9 | Nein: 0]`
    (re.compile(r"^\[(?P<inside>[^\[\]]{5,80})\]$"), r"\g<inside>"),
    # `gegen die Stimme von Herrn Kohl`: one.
    (
        re.compile(
            r"\bgegen\sdie\sStimme\s(?:von|des|der)\s(?:(?:Herrn|Frau|Rats(?:herrn|frau|mitglieds?)|Stadtverordneten|Stv\.|KTA|Rm|RM|StR|GR|GV)\s)+[A-ZÄÖÜ][\w-]+"
        ),
        r"bei 1 Gegenstimme",
    ),
    # `mit 15 gegen 2 Stimmen`, `mit acht zu drei Stimmen`
    (
        re.compile(rf"\b(?P<yes>{_N})\s(?:Stimmen\s)?(?:gegen|zu)\s(?P<no>{_N})\s(?:Ja-)?Stimmen?\b"),
        r"\g<yes> Ja-Stimmen, \g<no> Nein-Stimmen,",
    ),
    # `mit 9 Stimmen gegen 3 Stimmen`, `mit 9 Stimmen (ABC, XYZ) gegen 3 Stimmen`
    (
        re.compile(
            rf"\b(?P<yes>{_N})\sStimmen(?P<who>\s\([^()]{{2,160}}\))?,?\s(?:gegen|zu)\s(?P<no>{_N})\sStimmen?\b"
        ),
        r"\g<yes> Ja-Stimmen\g<who>, \g<no> Nein-Stimmen",
    ),
    # `mit 7 Stimmen, 1 Gegenstimme`, `mit neun Stimmen bei zwei Enthaltungen angenommen`
    (
        re.compile(
            rf"\b(?P<yes>{_N})[\s-]Stimmen(?=\s?(?:,(?:\sbei)?|\sund|\sbei|\sgegen)\s{_N}\s(?:(?:Gegens|Nein-?[Ss])timmen?|Ablehnung(?:en)?)\b)"
        ),
        r"\g<yes> Ja-Stimmen",
    ),
    (
        re.compile(
            rf"(?<=\b[Mm]it\s)(?P<yes>{_N})\sStimmen(?=(?:,(?:\sbei)?|\sund|\sbei)\s{_N}\s(?:Stimm)?[Ee]nthaltung(?:en)?\b(?![^;:]{{0,80}}\b(?:abgelehnt|ab)\b))"
        ),
        r"\g<yes> Ja-Stimmen",
    ),
    # `mit 7 Stimmen gegen 6 zugestimmt`
    (
        re.compile(
            rf"\b(?P<yes>{_N})\sStimmen\sgegen\s(?P<no>{_N})(?=\s(?!ab\b|abgelehnt|lehn|verworfen|zurückgewiesen|bei\b|und\b)[a-zäöü]{{4,}}|[,;)]|\.?$)"
        ),
        r"\g<yes> Ja-Stimmen, \g<no> Nein-Stimmen",
    ),
    # `Mit je fünf Stimmen dafür und dagegen`
    (
        re.compile(rf"\b(?:je|jeweils)\s(?P<number>{_N})\s(?:Stimmen?\s)?dafür\s(?:und|sowie)\sdagegen\b"),
        r"\g<number> Ja-Stimmen und \g<number> Nein-Stimmen",
    ),
    # `Bei je zehn Ja- und Nein-Stimmen`
    (
        re.compile(
            rf"\b(?:je|jeweils)\s(?P<number>{_N})\s(?:Ja|JA|Für)-\s?(?:und|sowie)\s(?:Nein|NEIN|Gegen)-?\s?[Ss]timmen?\b"
        ),
        r"\g<number> Ja-Stimmen und \g<number> Nein-Stimmen",
    ),
    # `gegen vier Stimmen der ABC-Fraktion`, `bei Enthaltung zweier Stimmen`
    (re.compile(rf"(?<!Stimmen\s)\b[Gg]egen\s(?P<no>{_N})\sStimmen?\b(?!\s(?:dafür|für))"), r"bei \g<no> Gegenstimmen"),
    (
        re.compile(
            rf"\b(?P<word>(?:Stimm)?[Ee]nthaltung(?:en)?)\s(?:von\s)?(?P<number>{_N})\s(?:Stimmen?|(?:\w+m|M)itglied(?:s|es|ern?|er)?)\b"
        ),
        r"\g<number> \g<word>",
    ),
    # `einstimmig (12)`, `einstimmig mit 12 Stimmen`
    (
        re.compile(
            r"\b(?P<all>[Ee]instimmig(?:\s(?:angenommen|beschlossen|zugestimmt|genehmigt))?)(?:,|:)?\s(?:\((?P<yes>\d{1,3})(?:\sStimmen)?\)|mit\s(?P<told>\d{1,3})\sStimmen)(?!\s\w+\s?abgelehnt|\sabgelehnt)"
        ),
        r"\g<all> \g<yes>\g<told> Ja-Stimmen",
    ),
    # `mit 12 Stimmen angenommen, 3 Gegenstimmen`
    (
        re.compile(
            rf"\b[Mm]it\s(?P<yes>{_N})\sStimmen\s(?=(?:angenommen|beschlossen|zugestimmt|genehmigt|gebilligt),\s{_N}\s)"
        ),
        r"mit \g<yes> Ja-Stimmen ",
    ),
    # `mit allen 14 Stimmen`, `mit 14 von 14 Stimmen`
    (
        re.compile(r"\b(?P<with>[Mm]it)\s(?:allen\s(?P<all>\d{1,3})|(?P<yes>\d{1,3})\svon\s\d{1,3})\sStimmen\b"),
        r"\g<with> \g<all>\g<yes> Ja-Stimmen",
    ),
    # `mit einem Stimmenverhältnis von 15 : 2`
    (
        re.compile(
            r"\b(?:Stimm(?:en)?|Abstimmungs)(?:verhältnis|ergebnis)\svon\s(?P<yes>\d{1,3})\s?(?::|zu)\s?(?P<no>\d{1,3})(?!\d|\s?:)"
        ),
        r"\g<yes> Ja-Stimmen, \g<no> Nein-Stimmen",
    ),
    # `9 : 2 bei 1 Enthaltung`
    (
        re.compile(
            rf"^(?P<yes>\d{{1,3}})\s?:\s?(?P<no>\d{{1,3}})(?:\sStimmen)?(?:(?:,|,?\sbei|\sund|\smit)\s|\s\((?:bei\s)?)(?P<other>{_N}\s(?:Stimm)?[Ee]nthaltung(?:en)?)\)?"
        ),
        r"\g<yes> Ja-Stimmen, \g<no> Nein-Stimmen, \g<other>",
    ),
    # `Ja/Nein/Enthaltung: 9/2/1`
    (
        re.compile(
            r"\b(?:Ja|JA|J)\s?/\s?(?:Nein|NEIN|N)\s?/\s?(?:Enth\w*\.?|ENTH\w*\.?|E)\)?\s?:?\s?(?P<yes>\d{1,3})\s?/\s?(?P<no>\d{1,3})\s?/\s?(?P<other>\d{1,3})"
        ),
        r"Ja: \g<yes>, Nein: \g<no>, Enthaltungen: \g<other>",
    ),
    # `J: 9, N: 2, E: 1`
    (re.compile(r"\bJ\s?:?\s?(\d{1,3})[,;/\s]+N\s?:?\s?(\d{1,3})\b"), r"Ja: \1, Nein: \2"),
    (re.compile(r"(?<=\d)[,;/\s]+E\s?:?\s?(\d{1,3})\b"), r", Enthaltungen: \1"),
    # `15 J, 2 N, 1 E`
    (re.compile(r"\b(\d{1,3})\s?J\b[,;/\s]+(\d{1,3})\s?N\b"), r"\1 Ja, \2 Nein"),
    (re.compile(r"(?<=Nein)[,;/\s]+(\d{1,3})\s?E\b"), r", \1 Enthaltungen"),
    # `15x Ja`
    (re.compile(r"(?<=\d)x(?=\s)"), ""),
    # `14 (ja) 2 (nein)`
    (re.compile(r"(?<=\d)\s?\((?P<word>[Jj]a|[Nn]ein|[Ee]nthaltung(?:en)?|[Dd]afür|[Dd]agegen)\)"), r" \g<word>,"),
    # `Ja-Stimme/n: 8 Enthaltung/en: 1`
    (re.compile(r"(?<=[Ss]timme)(?:/n|\(n\))(?!\w)|(?<=nthaltung)(?:/en|\(en\))(?!\w)"), ""),
    # `16 Für-, 3 Gegenstimmen`
    (re.compile(r"\bFür-(?=,|\sund\b)"), "Für-Stimmen"),
    (re.compile(r"\b(?:ohne|keine[rn]?)\s(?:Gegen|Nein-?)stimmen?\b", re.IGNORECASE), "0 Gegenstimmen"),
    (re.compile(r"\b[Oo]hne\s(?:Stimm)?[Ee]nthaltung(?:en)?\b"), "0 Enthaltungen"),
    # `dagegen: 1 ABC`: all of these votes are of one group.
    (
        re.compile(
            r"^(?P<votes>(?:da(?:für|gegen)|Enth(?:altung(?:en)?|\.)?)\s?:?\s?\d{1,3})\s(?P<group>[A-ZÄÖÜ][a-z]?[A-ZÄÖÜ]\w*)$"
        ),
        r"\g<votes> (\g<group>)",
    ),
    # `Zugestimmt: 9, Abgelehnt: 2, Enthalten: 1`
    (re.compile(r"(?<!\d\s)\b[Zz]ugestimmt\s?[:=]?\s(?=\d{1,3}\b(?!\s?[:.]))"), "Ja-Stimmen: "),
    (re.compile(r"(?<=\d)(?P<gap>[,;/|\s–-]+)[Aa]bgelehnt\s?[:=]?\s(?=\d{1,3}\b)"), r"\g<gap>Nein-Stimmen: "),
    (re.compile(r"(?<=\d)(?P<gap>[,;/|\s–-]+)[Ee]nthalten\s?[:=]?\s(?=\d{1,3}\b)"), r"\g<gap>Enthaltungen: "),
    # `bei je einer Gegenstimme und Enthaltung`
    (
        re.compile(
            rf"\bje\s(?P<number>{_N})\s(?P<one>(?:Gegen|Nein-?)[Ss]timmen?|(?:Stimm)?[Ee]nthaltung(?:en)?)\s(?:und|sowie)\s(?P<other>(?:Gegen|Nein-?)[Ss]timmen?|(?:Stimm)?[Ee]nthaltung(?:en)?)\b"
        ),
        r"\g<number> \g<one> und \g<number> \g<other>",
    ),
    # `Ja 7 Nein -- Enthaltung --`
    (
        re.compile(
            r"(?<=\b(?:Nein|NEIN))\s[-–]{1,3}(?=\s(?!\d|damit|somit|nicht|angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt)|$)|(?<=\bEnthaltung)\s[-–]{1,3}(?=\s(?!\d)|$)|(?<=\bEnthaltungen)\s[-–]{1,3}(?=\s(?!\d)|$)"
        ),
        " 0",
    ),
    # `7 Ja-Stimmen, -- Nein-Stimmen`, `10 Ja / - Nein`, `-0- Stimmen dagegen`, `Nein-Stimmen --,`
    (re.compile(r"(?<![\w-])-\s?(\d{1,3})\s?-(?=\s(?:Ja|Nein|Gegen|Enth|Stimm))"), r"\1"),
    (
        re.compile(r"(?:(?<=^)|(?<=[,/(]\s)|(?<=[,/(]))[-–]{1,3}\s(?=(?:Ja|Nein|Gegen|Enth|Stimmenth|Stimmen\sda))"),
        "0 ",
    ),
    (re.compile(r"(?:(?<=timmen)|(?<=ungen))\s[-–]{2,3}(?=\s?(?:[,;]|$))"), " 0"),
    # `Nein-Stimmen:  FDP, SSW (4 Stimmen)`: who they were, and then how many.
    (
        re.compile(
            r"^(?P<kind>Ja-Stimmen|Nein-Stimmen|Gegenstimmen|(?:Stimm)?[Ee]nthaltung(?:en)?|Dafür|Dagegen)\s?:\s+(?P<names>[A-ZÄÖÜ][^():;]{1,200}?)\s\((?P<number>\d{1,3})(?:\sStimmen?)?\)$"
        ),
        r"\g<kind>: \g<number> (\g<names>)",
    ),
    # `mit 10 Ja-Stimmen gegen 3 Stimmen der ABC-Fraktion`
    (re.compile(rf"(?<=timmen\sgegen\s)(?P<number>{_N})\sStimmen?(?=\s(?:der|des|von)\s)"), r"\g<number> Nein-Stimmen"),
    # `Enthaltungen 2. Der Antrag ist abgelehnt.`: the number ends a sentence, and is none of an order.
    (
        re.compile(
            r"\b(?P<counted>(?:(?:Ja|Nein)(?:-Stimmen)?|Gegenstimmen|(?:Stimm)?[Ee]nthaltung(?:en)?|[Dd]afür|[Dd]agegen)\s?:?\s\d{1,3})\.\s(?=[A-ZÄÖÜ])"
        ),
        r"\g<counted>; ",
    ),
    # `Ablehnung, 17 Stimmen gegen den Antrag, 1 Stimme dafür`
    (
        re.compile(
            rf"\b(?P<number>{_N})\sStimmen?\s(?P<side>für|gegen)\s(?:den|die|das)\s(?:Antrag|Vorlage|Vorschlag|Beschlussvorschlag|Satzung|Planung|Vorhaben)(?=(?:,|\sund)\s\w{{1,12}}\sStimmen?\s(?:dafür|dagegen)\b)"
        ),
        lambda match: f"{match['number']} {'Ja' if match['side'] == 'für' else 'Nein'}-Stimmen",
    ),
    # `bei vier Gegenstimmen mit neun Stimmen beschlossen`
    (
        re.compile(rf"(?<=timmen\s)mit\s(?P<yes>{_N})\sStimmen(?=\s(?:beschlossen|angenommen|genehmigt|zugestimmt)\b)"),
        r"mit \g<yes> Ja-Stimmen",
    ),
    # `mit 11/0/2 Stimmen genehmigt`
    (re.compile(r"(?<![\d/.,])(\d{1,3})/(\d{1,3})/(\d{1,3})(?=\sStimmen\b)"), r"\1 : \2 : \3"),
    # `Es stimmten dafür: 9, dagegen: 2`, `Abgestimmt wurde wie folgt: Ja 9, Nein 2`, `Die Abstimmung ergab: 9 Ja, 2 Nein`
    (re.compile(r"^Es\s(?:stimmen|stimmten|haben\sgestimmt)\s(?=(?:dafür|mit\sJa|für\s[^:]{3,60})\s?:\s?\d)"), ""),
    (
        re.compile(
            r"^(?:Abgestimmt\s(?:wird|wurde)(?:\swie\sfolgt)?|Es\s(?:wird|wurde)\s(?:wie\sfolgt\s)?abgestimmt|Die\s(?:\w+\s)?Abstimmung\s(?:ergibt|ergab|bringt|brachte|hat|hatte)(?:\s(?:folgendes|als)\sErgebnis)?|Das\s(?:Abstimmungse|E)rgebnis\s(?:der\sAbstimmung\s)?(?:lautet|lautete|ist|war)(?:\swie\sfolgt)?)\s?:\s(?=\D{0,24}\d)"
        ),
        "",
    ),
    # `Gesamtstimmen 12 - Ja 9 - Nein 2`
    (
        re.compile(
            r"^(?:Gesamtstimmen|Stimmen\sgesamt|(?:Abgegebene|Gültige)\sStimmen)\s?:?\s?\d{1,3}\s?[-–,;/|]\s?(?=(?:Ja|Nein|[Dd]afür|[Dd]agegen)\b)"
        ),
        "",
    ),
    # `mehrheitlich, 9:2, 1 Enth.`
    (
        re.compile(rf"(?<![\d:.])(\d{{1,3}})\s?:\s?(\d{{1,3}}),\s(?=(?:bei\s|und\s)?{_N}\s(?:[Ss]timm)?[Ee]nth)"),
        r"\1 Ja, \2 Nein, ",
    ),
    # `Insgesamt: 40 Ja, 8 Nein`
    (re.compile(r"^(?:Insgesamt|Gesamt|Zusammen|Summe|Gesamtergebnis)\s?:\s(?=\d)"), ""),
    # A dash in a form is a zero.
    (
        re.compile(r"(?<=[a-zäöüß.]:)\s?(?:[-–]|\./\.|-/-|-\.-)(?=\s*(?:[,;|./]|$)|\s[A-ZÄÖÜ][a-z-]+[\w-]*\.?\s?:)"),
        " 0",
    ),
)
# `mit 10 Stimmen bei 2 Enthaltungen angenommen`: of what was refused these would be against it.
_BESIDE_ABSTENTIONS = re.compile(
    rf"\b[Mm]it\s(?P<yes>{_N})\sStimmen(?=(?:,\s|,?\s(?:bei|und|und\sbei)\s){_N}\s(?:Stimm)?[Ee]nthaltung(?:en)?\b)"
)
# `Frau Ohm wird mit 9 Stimmen zur Vorsitzenden gewählt`, where no other name has a number.
_ELECTED = re.compile(rf"\b[Mm]it\s(?P<yes>{_N})\sStimmen(?=\s(?:[^.;,\d]{{0,100}}\s)?(?:wieder)?gewählt\b)")
_REFUSED = re.compile(r"\b(?:abgelehnt|Ablehnung|lehn(?:t|en|te|ten)|dagegen)\b")
# `Der Rat wählt Frau Ohm mit 9 Stimmen zur Vorsitzenden.`
_ELECTS = re.compile(
    rf"(?P<whom>\bwähl(?:t|te|en|ten)\s[^.;,\d]{{2,80}}\s)mit\s(?P<yes>{_N})\sStimmen\b(?!\s(?:gegen|bei|und))"
)
# `9 Ja-Stimmen,2 Nein-Stimmen – 1 Enthaltung`
_PARTED = re.compile(
    rf"(?<=[A-Za-zäöü.])(?:,|\s[–-]\s)(?={_N}[\s-](?:Ja|JA|Nein|NEIN|Gegens|Stimm|[Dd]a(?:für|gegen)|Für-|Enth|Zustimm|Ablehn))"
)
# `22 Ja   5 Nein   0 Enthaltungen   - angenommen -`, `… 1 Enthaltung   (abgelehnt)`
_DECIDED_BEHIND = re.compile(
    r"(?<=[\w.])\s?(?:[-–]\s(?P<dashed>(?:damit\s|somit\s)?(?:nicht\s)?(?:angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt))\s[-–]|\((?P<inside>(?:damit\s|somit\s)?(?:nicht\s)?(?:angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt))\))\.?$"
)
# `– einstimmig bei 2 Enthaltungen –`
_SET_OFF = re.compile(r"^[-–]\s([^–]{3,200}[^\s\d–-])\s[-–]$")
_FOR_AND_AGAINST: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?P<side>Für|Gegen)\s(?:den|die|das)\s[A-ZÄÖÜ]\w+\s?:\s?(?=\d)"), r"\g<side>: "),
    (re.compile(rf"\b(?P<number>{_N})\sStimmen?\sfür\b"), r"\g<number> Ja-Stimmen"),
    (
        re.compile(rf"\b(?P<number>{_N})\sStimmen?\sgegen\b(?:\s(?:den|die|das)\s[A-ZÄÖÜ]\w+)?"),
        r"\g<number> Nein-Stimmen",
    ),
)


# `Für 9, Gegen 2`, `9 für, 2 gegen`, where the line is nothing else.
_SIDE = r"(?:[Ff]ür|FÜR|[Gg]egen|GEGEN)"
_OTHERS = r"(?:[Ee]nthaltung(?:en)?|[Ss]timmenthaltung(?:en)?|[Ee]nth\.|[Uu]ngültig)"
_END = r"(?:[,;/|\s.–-]+|$)"
_SIDES_AHEAD = re.compile(
    rf"(?:(?:{_SIDE}(?:\s(?:den|die|das)\s[A-ZÄÖÜ]\w+)?|{_OTHERS})\s?[:=]?\s?\d{{1,3}}{_END}){{2,5}}"
)
_SIDES_BEHIND = re.compile(
    rf"(?:\d{{1,3}}(?:\s?x)?\s(?:{_SIDE}(?:\s(?:den|die|das)\s[A-ZÄÖÜ]\w+)?|{_OTHERS}){_END}){{2,5}}"
)
_WITH_OBJECT = re.compile(rf"(?P<side>{_SIDE})(?:\s(?:den|die|das)\s[A-ZÄÖÜ]\w+)?")
_SIDES = {"f": "Ja-Stimmen", "g": "Nein-Stimmen"}


def _named(match: re.Match[str]) -> str:
    return _SIDES[match["side"][0].casefold()]


def usual(line: str) -> str:
    """The line with its numbers in the usual notation."""
    return line if len(line) > 600 else _usual(line)


# Each line is asked for by several readers, one right after the other.
@lru_cache(maxsize=512)
def _usual(line: str) -> str:
    line = _DECIDED_BEHIND.sub(r" \g<dashed>\g<inside>", line)
    line = _PARTED.sub(", ", _SET_OFF.sub(r"\1", line))
    for pattern, replacement in _FORMS:
        line = pattern.sub(replacement, line)
    if not _REFUSED.search(line):
        if line.count("timmen") == 1 and not re.search(r"\b(?:entf[ai]\w+|erh[aiä]\w+)\b", line):
            line = _ELECTS.sub(r"\g<whom>mit \g<yes> Ja-Stimmen", _ELECTED.sub(r"mit \g<yes> Ja-Stimmen", line))
        line = _BESIDE_ABSTENTIONS.sub(r"mit \g<yes> Ja-Stimmen", line)
    if len(line) <= 120 and (_SIDES_AHEAD.fullmatch(line) or _SIDES_BEHIND.fullmatch(line)):
        return _WITH_OBJECT.sub(_named, line)
    if _BOTH.search(line):
        for pattern, replacement in _FOR_AND_AGAINST:
            line = pattern.sub(replacement, line)
    return line
