"""Procedure: sentences that nobody says, bias, and who comes and goes. Pure."""

import re
from dataclasses import dataclass
from typing import Literal

from minutes.importers.grammar import clauses, verbs
from minutes.importers.grammar.indirect_speech import is_reported
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.mentions import Mention, find
from minutes.importers.grammar.names import TWO_NAMES, is_full_name
from minutes.importers.grammar.numbers import NUMBER, value

Movement = Literal["arrives", "leaves", "returns"]

_NOBODY = re.compile(
    r"^(?:(?:Die )?(?:Tagesordnungspunkte?|TOPs?|Punkte)\b.{0,120}\b(?:gemeinsam|zusammen|en bloc|im Block|verbunden|vorgezogen|getauscht)"
    r"|.{0,60}\b(?:Widerspruch|Einwände|Einwendungen|Bedenken|Gegenrede|Widerrede)\b.{0,60}\b(?:erhebt sich|erheben sich|erhob sich|erhoben|nicht|kein|keine|keiner)\b"
    r"|.{0,200}\b(?:erhebt sich|erheben sich|erhob sich|erhoben sich|gibt es|gab es|bestehen|bestanden|liegen|lagen|werden|wurden|wird|besteht|ist|sind)\b.{0,40}\b(?:kein|keine|keinen)\b.{0,20}\b(?:Widerspruch|Einwände|Einwendungen|Bedenken|Wortmeldung(?:en)?|Anfragen|(?:Einwohner|Bürger|Rück|Nach)?[Ff]ragen|Mitteilungen|Aussprache|Anträge|Anmerkungen|Ergänzungen|Hinweise|Anregungen|Änderungswünsche|Vorschläge|Zuhörer|Einwohner|Besucher|Gäste|Aktuelle Stunde)"
    r"|(?:Es )?(?:liegen |gibt es |gab es |erfolgen |erfolgten |ergeben sich |ergaben sich |lagen |gibt |gab )?(?:keine|Keine) (?:weiteren |weitere )?(?:Wortmeldung(?:en)?|Aussprache|Anfragen|Fragen|Mitteilungen|Diskussion|Einwendungen)\b"
    r"|(?:Weitere )?(?:Mitteilungen|Anfragen|Wortmeldungen|Einwendungen|Fragen|Anträge|(?:Wahlv|V)orschläge|Bewerbungen|Berichte|Änderungswünsche|Ausschließungsgründe|Änderungen|Bekanntgaben)\b.{0,60}\b(?:liegen|werden|wurden|erfolgen|ergeben|lagen|bestehen|gibt es|gab es)\b.{0,30}\b(?:nicht|keine)\b"
    r"|(?:Fragen|Nachfragen|Rückfragen) .{0,80}\bkonnten\b.{0,60}\b(?:beantwortet|geklärt)\b|(?:Die|Alle) (?:weiteren |gestellten |aufkommenden )?(?:Fragen|Nachfragen|Rückfragen|Anfragen)\b.{0,80}\b(?:werden|wurden|konnten|sind)\b.{0,60}\b(?:beantwortet|geklärt)\b"
    r"|.{0,80}\b(?:werden|wurden|liegen|lagen) (?:weitere )?(?:Änderungswünsche|Einwände|Einwendungen|Wortmeldungen|Anträge|Fragen)\b.{0,60}\bnicht\b"
    r"|(?:Die )?(?:Beschlussfähigkeit|[Oo]rdnungsgemäße (?:Ladung|Einladung))\b.{0,100}\b(?:wird|werden|wurde|wurden|ist|sind)\b.{0,80}\b(?:festgestellt|gegeben)\b"
    r"|.{0,100}\bergibt sich aus der (?:beigefügten |anliegenden )?(?:Anwesenheitsliste|Anlage|Teilnehmerliste)\b"
    r"|(?:Auszeit|Pause|Sitzungspause|Unterbrechung)\s?: .{0,20}\d"
    r"|[^.;,]{0,60}\bwird (?:sodann |nun )?in die (?:Beratung|Diskussion|Aussprache|Abstimmung) eingetreten\b"
    # `Die Folien sind der Niederschrift als Anlage beigefügt.`, `Die Anlage ist Bestandteil des Protokolls.`
    r"|(?:Der|Die|Das|Diese[rs]?|Sie|Er|Es) (?:[^;,]{3,120} )?(?:ist|sind|wird|werden|war|waren) (?:[a-zäöü]+ ){0,2}(?:Bestandteil|Teil) (?:der|des|dieser|dieses) (?:Niederschrift|Protokolls|Beschlusses|Sitzungsniederschrift)\b"
    r"|(?:Der|Die|Das|Eine?) [^;]{3,120}\b(?:ist|sind|wird|werden|liegt|liegen)\b[^;]{0,80}\b(?:Anlage|Niederschrift|Protokoll)\b[^;]{0,60}\b(?:beigefügt|angehängt|beigelegt|bei)\b"
    r"|(?:Die|Eine) Tagesordnung (?:wird|wurde)\b.{0,120}\b(?:erweitert|ergänzt|geändert)\b"
    r"|(?:Der|Die|Das) (?:Sachverhalt|Vorlage|Beschlussvorlage|Antrag|Beschlussvorschlag|Thema) (?:wird|wurde) (?:kurz |ausführlich |nochmals )?(?:erläutert|vorgestellt|vorgetragen|verlesen)\b"
    r"|Ein Antrag auf [^.;]{3,60}\b(?:wird|wurde) gestellt\b"
    r"|Keine?(?: [a-zäöü]+)?(?: [A-ZÄÖÜ][a-zäöüß]+)?\.?$|Entfällt\.?$"
    # `Stimmberechtigt sind jetzt 9 Mitglieder.`
    r"|(?:Anwesend(?: und stimmberechtigt)?|Stimmberechtigt) (?:sind|waren)\b.{0,60}\d"
    r"|Ohne (?:weitere |jede )?(?:Aussprache|Wortmeldung(?:en)?|Diskussion|Beratung|Widerrede|Debatte)"
    r"|(?:Eine|Die) (?:weitere )?(?:Aussprache|Diskussion|Beratung|Debatte|Abstimmung|Einbringung|Vorstellung)\b.{0,40}\b(?:nicht|findet|entfällt|schließt sich|erfolgt|beginnt|eröffnet|geschlossen|beendet)\b"
    r"|(?:(?:Es|Hierüber|Darüber|Hierzu|Dazu|Hieran|Daran|Daraus|Hierauf|Daraufhin|Anschließend|Danach|Sodann|Im Anschluss) )?(?:folgt|folgte|erfolgt|erfolgte|schließt sich|schloss sich|findet|fand|entwickelt sich|entwickelte sich|entsteht|entstand|entspinnt sich|entspann sich|ergibt sich|ergab sich)\b.{0,80}\b(?:Aussprache|Diskussion|Debatte|Austausch|Beratung|Erörterung|Abstimmung|Unterbrechung|Pause)"
    r"|[^.]{0,80}\bwird die Sitzung\b.{0,60}\bunterbrochen|(?:Der|Die|Das) (?:[A-ZÄÖÜ][\w-]*(?:-,? (?:und )?[A-ZÄÖÜ]\w*)?(?:ausschuss|rat|tag|vertretung|versammlung|beirat)|Rat|Ausschuss|Gremium|Anwesenden|(?:Ausschuss|Rats|Kreistags)?[Mm]itglieder|(?:Stadt|Gemeinde|Kreis)(?:vertreter|verordneten|räte))\b.{0,160}\b(?:bittet|bitten|erhebt sich|erheben sich|gedenkt|gedenken|bestätigt|bestätigen|nimmt|nehmen|nahm|nahmen|stimmt|stimmen|stimmte|verständigt|verständigen|folgt|folgen|wählt|berät|diskutiert|diskutieren|beschließt|beschloss|widerspricht|widersprechen|einigt|einigen|spricht sich|sprechen sich|kommt überein|kommen überein)\b"
    r"|(?:Die )?(?:Sitzung(?:sunterbrechung)?|Beratung|Aussprache)\b.{0,80}\b(?:unterbrochen|fortgesetzt|von|geschlossen|Unterbrechung|Pause)|Sitzungspause|Pause von|Unterbrechung (?:der Sitzung )?von"
    r"|(?:Die )?(?:Öffentlichkeit|Nichtöffentlichkeit)\b.{0,60}\b(?:hergestellt|wiederhergestellt|ausgeschlossen|wird|ist)"
    r"|(?:Der|Die|Das) (?:Tagesordnungspunkt|Punkt|TOP|Vorlage|Antrag|Beschlussvorschlag|Antragsteller)\b.{0,80}\bwird\b.{0,80}\b(?:abgesetzt|zurückgestellt|vertagt|vorgezogen|aufgerufen|verlesen|zurückgezogen|verschoben|behandelt|zur Abstimmung gestellt|von der Tagesordnung)"
    r"|(?:Auf|In) (?:eine|die) (?:weitere )?(?:Aussprache|Berichterstattung|Verlesung|Diskussion)\b.{0,40}\bverzichtet"
    r"|(?:Es |Hierüber |Darüber )?(?:besteht|herrscht)\b.{0,30}\bEinvernehmen"
    r"|s(?:iehe|\.) (?:Wortprotokoll|Anlage|TOP|Vorlage)\b"
    r"|(?:(?:Weitere|Sonstige|Andere|Zusätzliche|Eine weitere|Keine weiteren) )?(?:Nachfragen|Rückfragen|Fragen|Anmerkungen|Hinweise|Redebeiträge|Wortbeiträge|Wortmeldung(?:en)?|Einwohner|Bürger|Zuhörer|Anregungen)\b.{0,40}\b(?:liegen|lagen|werden|wurden|erfolgen|erfolgten|erfolgt|erfolgte|ergeben|ergaben|folgen|folgten|gibt es|gab es|melden|meldeten)\b.{0,30}\bnicht\b"
    r"|.{0,60}\b(?:meldet|meldete) sich niemand\b|.{0,80}\b(?:gibt|gab) es keinen (?:\w+)?[Bb]edarf\b"
    r"|(?:Hierfür|Dafür|Hierauf|Es) (?:gibt|gab|folgt|folgte) (?:es )?(?:\w+ )?(?:Beifall|Applaus|Gelächter|Zuspruch)"
    r"|(?:Die )?(?:Sitzung|Beratung|Aussprache|Fragestunde|Besichtigung) (?:endet|endete|beginnt|begann)\b"
    r"|(?:Weiterer |Kein |Ein )?(?:\w+-|\w+)?[Bb]edarf\b.{0,40}\b(?:besteht|bestand)\b.{0,20}"
    r"|Vorgezogen|Siehe TOP|(?:Siehe|Vgl\.) )",
)
_MOVES: tuple[tuple[Movement, str], ...] = (
    ("returns", r"\b(?:nimmt|nehmen|nahm|nahmen)\b.{0,80}\b(?:wieder|erneut)\b.{0,60}\b(?:teil|Platz)\b|\bkehr(?:t|en|te|ten)\b.{0,60}\bzurück\b|\b(?:kommt|kam|kommen|kamen)\b.{0,40}\bwieder\sin\sden\s\w*(?:[Rr]aum|[Ss]aal)\b|^(?!Auf |Zu[mr]? |Hierauf |Darauf ).{0,160}\b(?:kommt|kam|kommen|kamen)\b(?!.{0,40}\bauf\b).{0,40}\bzurück\.?$|\b(?:betritt|betreten|betrat)\b.{0,40}\b(?:wieder|erneut)\b|\b(?:ist|sind)\b.{0,30}\bwieder (?:anwesend|da)\b"),
    ("leaves", r"\b(?:rückt|rückte)\b.{0,40}tisch ab\b|\b(?:entfernt|entfernte) sich\b.{0,30}\bUhr\b|\b(?:nimmt|nehmen|nahm|nahmen)\b.{0,100}\bZu(?:hör|schau)er\w*\b.{0,30}\bPlatz\b|\b(?:verlässt|verlassen|verließ|verließen|verlasse)\b.{0,80}\b(?:Sitzung|Saal|Sitzungssaal|Raum|Sitzungsraum|Sitzungszimmer|Ratssaal|Ausschuss)|\b(?:nimmt|nehmen|nahm|nahmen)\b.{0,60}\bnicht (?:mehr|länger)\b.{0,60}\bteil\b|\b(?:ist|sind)\b.{0,30}\bnicht mehr anwesend|\b(?:verlässt|verließ)\b(?! sich auf).{0,30}$"),
    ("arrives", r"^\d{1,2}[.:]\d\d\sUhr\s?:?\s.{3,60}\b(?:nimmt|nehmen|nahm|nahmen)\b.{0,80}\bteil\b|^(?:Zu|Nach|Vor|Während|Bei)\s[^.;,]{3,80}\s(?:erscheint|erscheinen|erschien|erschienen)\s|\bUhr\b.{0,20}\b(?:erscheint|erscheinen|erschien|erschienen)\b|\b(?:nimmt|nehmen|nahm|nahmen)\b.{0,80}\b(?:ab|seit|um|nunmehr|nun|von)\b.{0,80}\bteil\b|\b(?:erscheint|erscheinen|erschien|erschienen|trifft|treffen|traf|trafen)\b.{0,60}\b(?:Uhr|Sitzung|ein)\b|\b(?:betritt|betreten|betrat)\b.{0,60}\b(?:Sitzung|Saal|Sitzungssaal|Raum|Ratssaal)|\b(?:stößt|stoßen)\b.{0,60}\bSitzung|\b(?:ist|sind)\b.{0,20}\b(?:ab|seit)\b.{0,40}\banwesend|^(?:Um|Ab|Seit)\s[\d.:]{1,5}\sUhr\s(?:nimmt|nehmen|nahm|nahmen)\b.{0,120}\bteil\b|^(?:Herr|Frau)\s.{3,60}\b(?:hinzu)?gekommen$|\b(?:kommt|kommen|kam|kamen)\b.{0,40}\b(?:zur|in die) (?:Sitzung|Beratung)\b|\b(?:kommt|kommen|kam|kamen)\s(?:um|gegen|ab)\s\d{1,2}(?:[.:]\d\d)?\sUhr(?:\s(?:hinzu|dazu))?\.?$|^[^.;,]{3,60}\bist als (?:Gast|Zuhörer(?:in)?) anwesend\b"),
)  # fmt: skip
_MOVING = tuple((kind, re.compile(pattern)) for kind, pattern in _MOVES)
_CHAIR = re.compile(
    r"\b(?:übernimmt|übernahm|übergibt|übergab)\b.{0,60}\b(?:Vorsitz|Sitzungsvorsitz|Sitzungsleitung|Leitung der Sitzung)\b"
    r"|^(?:Den Vorsitz|Die Leitung|Die Sitzungsleitung)\s(?:der Sitzung\s)?(?:übernimmt|übernahm|übernehmen)\b"
)
_OATH = re.compile(r"\bwird\b.{0,120}\b(?:verpflichtet|vereidigt|eingeführt)\b")
_BIAS = re.compile(
    r"\b[Bb]efangen(?:heit)?\b|\bAusschließungsgr(?:und|ünde|undes)|\bMitwirkungsverbot|\bAusschlussgr(?:und|ünde)|§\s?31\s(?:GO|Abs)|§\s?28\s(?:Abs\.\s?2\s)?KrO|§\s?18\sGemO|§\s?41\sNKomVG|§\s?22\sGO|§\s?22\sGemO|§\s?20\sGO|[Ii]nteressenwiderstreit|Sonderinteresse"
)
_DECLARES = re.compile(
    r"\b(?:zeig|erklär|mach|hat|haben|meld|geb|gib|gab|teil|nimmt|nehmen|nahm|nahmen|begibt|begeben|begab|verlässt|verlassen|verließ|wirk|ist|sind|rück|beteilig|enthält)\w*"
)
_ABSTAINS = re.compile(
    r"\b(?:hat|haben)\b.{0,100}\b(?:Beratung|Abstimmung|Beschlussfassung)\b.{0,60}\bnicht\b.{0,20}\b(?:teilgenommen|mitgewirkt|mitgestimmt)\b|"
    r"\b(?:hat|haben)\s(?:wegen|aufgrund)\s(?:\w+\s)?(?:Beteiligung|Befangenheit)\b.{0,60}\bnicht\s(?:mitgewirkt|mitgestimmt|abgestimmt)\b|\b(?:hat|haben)\s(?:gemäß|nach)\s§.{0,60}\bnicht\s(?:mitgewirkt|mitgestimmt|mitgewählt)\b|"
    r"\b(?:nimmt|nehmen|nahm|nahmen|wirkt|wirken)\b.{0,120}\b(?:Beratung|Abstimmung|Beschlussfassung)\b.{0,60}\bnicht\b.{0,20}\b(?:teil|mit)\b|\bnicht an (?:der )?(?:Beratung|Abstimmung)\b"
    r"|\bvon\s(?:der\s)?(?:Beratung|Abstimmung|Beschlussfassung|Mitwirkung)\b[^.;]{0,60}\bausgeschlossen\b"
)
_NO_BIAS = re.compile(
    r"\b(?:kein|keine|keinen|keiner|nicht|niemand)\b.{0,40}\b(?:Befangenheit|befangen|Ausschließungsgr|Mitwirkungsverbot|angezeigt|erklärt)"
)
# `Herr Kohl macht auf das Mitwirkungsverbot aufmerksam.`: of all, and not of himself.
_REMINDS = re.compile(
    r"^(?!.*\b(?:(?:seine|ihre|eigene)\w?\s(?:\w+\s)?Befangenheit|(?:er|sie)\s(?:\w+\s)?befangen)\b).*(?:\b(?:mach|weis|wies|erinner|frag|bitte|bat)\w*\s[^.;]{0,200}\b(?:aufmerksam|hin|anzuzeigen|mitzuteilen|(?:ob|wer)\s[^.;]{0,80}befangen)\b|\bfragt\w*\s(?:nach|ob|wer)\b)"
)
_UNOPPOSED = re.compile(r"\b(?:Widerspruch|Widerrede|Gegenrede|Einwände|Einwendungen|Bedenken)\b")
_TIME = re.compile(r"\b(\d{1,2})[.:](\d{2})\s?Uhr|\b(\d{1,2})\sUhr")
_CONCLUSION = re.compile(
    r"^(?:[Dd]amit|[Ss]omit|Dadurch|Hiermit|(?:Aufgrund|Auf Grund) (?:des|dieses) \w*[Ee]rgebnisses)\b.{0,160}\b(?:gescheitert|abgelehnt|angenommen|gewählt|beschlossen|erledigt|zurückgestellt|verfehlt|erreicht|zugestimmt)"
    r"|^(?:Der|Die|Das)\s(?:\S+\s){0,8}?(?:ist|sind|wird|wurde|gilt|war|wurden)\s(?:damit|somit|dadurch|mithin|hiermit|bei Stimmengleichheit|einstimmig|mehrheitlich|nicht)\b.{0,160}\b(?:gescheitert|abgelehnt|angenommen|gewählt|beschlossen|erledigt)"
    r"|^(?:Die|Das) erforderliche (?:Mehrheit|Quorum)\b|^[^.]{0,80}\b(?:ist|sind)\s(?:damit|somit)\s(?:gewählt|zum|zur|als)\b|^Damit verf(?:ällt|iel)\s[^.;]{3,80}\sder Ablehnung\b|^Es entscheidet das Los\b|^Das Los (?:entscheidet|fällt)"
)
_NOTING = re.compile(
    r"(?:Der|Die|Das) [^.]{1,200}\b(?:nimmt|nehmen|nahm|nahmen)\b[^.]{0,200}\b(?:zur )?Kenntnis\.?$|(?:Der|Die|Das) [^.]{1,200}\b(?:wird|werden|wurde|wurden)\b[^.]{0,80}\bzur Kenntnis genommen\.?$|(?:Der|Die|Das) \w*(?:[Bb]ericht|[Ii]nformation|[Vv]orlage|[Mm]itteilung|[Aa]ntwort)(?:en)?\b[^.,]{0,120} dien(?:t|te|en|ten) zur Kenntnis(?:nahme)?\.?$"
)
_A_BODY = r"(?:[dD]er|[dD]ie|[dD]as)\s(?:[A-ZÄÖÜ][\w-]*(?:ausschuss|rat|tag|vertretung|versammlung|beirat|mitglieder|verordneten|kommission|schaft)|Rat|Ausschuss|Gremium|Mitglieder|Anwesenden)"
_BODY_NOTES = re.compile(
    rf"{_A_BODY}\b[^.;:]{{0,80}}\s(?:hat|haben)\s(?:[^.;:]{{0,160}}\bKenntnis\sgenommen|(?:hiervon|davon)\sKenntnis)\.?"
    rf"|(?:{_A_BODY}\b[^.;:]{{0,80}}\s(?:nimmt|nehmen|nahm|nahmen)|[^.;:]{{0,80}}\b(?:nimmt|nehmen|nahm|nahmen)\s{_A_BODY})\b[^.;:]{{0,200}}\bzur\s(?:\w+\s)?Kenntnis\.?"
    r"|[^.;:]{3,200}\b(?:wird|werden|wurde|wurden)\s(?:[^.;:]{0,120}\b)?(?:zur\s(?:\w+\s)?)?Kenntnis\sgenommen\.?"
)
_NOTED = re.compile(r"(?:Wird|Wurde|Ohne\s\w+)\szur\s(?:\w+\s)?Kenntnis\sgenommen\.?")
_FAILED = re.compile(
    r"\b(?:gescheitert|niemand gewählt|abgelehnt|verfehlt|der Ablehnung|nicht (?:erreicht|angenommen|gewählt|zustande)|durchgefallen|[Mm]ehrheit (?:fehle?|fehlte?|fehlten))\b"
)
_PASSED = re.compile(r"\b(?:angenommen|gewählt|beschlossen|zugestimmt)\b")


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody comes, goes or comes back."""

    kind: Movement
    people: tuple[str, ...]
    time: str = ""


def is_procedure(text: str) -> bool:
    """Whether every sentence of a paragraph is one that nobody says."""
    line = plain(text).strip("-–() ") if plain(text)[:1] in {"-", "–"} else plain(text)
    parts = sentences(line[:1].upper() + line[1:])
    return (
        bool(parts)
        and len(line) < 500
        and all(_NOBODY.match(part.lstrip("(")) and not is_reported(part) for part in parts)
    )


def is_lack(text: str) -> bool:
    """`Es liegen keine Anfragen vor.`: that there is nothing."""
    return bool(re.search(r"\b(?:[Kk]eine?|nicht)\b", plain(text)[:300])) and is_procedure(text)


def is_unopposed(text: str) -> bool:
    """`Gegen die Tagesordnung erhebt sich kein Widerspruch.`"""
    return bool(_UNOPPOSED.search(plain(text))) and is_procedure(text)


def is_oath(text: str) -> bool:
    """`Frau Ohm wird verpflichtet.`: about people, but no speech."""
    parts = sentences(plain(text))
    return bool(parts) and bool(_OATH.search(parts[0])) and len(parts) <= 2


def passes_chair(text: str) -> bool:
    """`Den Vorsitz übernimmt …`: no speech, unless somebody is the subject who hands over or takes the chair."""
    parts = sentences(plain(text))
    return bool(parts) and bool(_CHAIR.search(parts[0])) and len(parts) <= 2


# `Ihm wird der Beschluss mitgeteilt.`
_TO_THEM = re.compile(r"(?:Ihm|Ihr|Ihnen|Diesem|Dieser)\s(?:wird|wurde)\s[^.;]{0,120}\.?$")


# `Damit sind nun 7 von 9 Mitgliedern anwesend.`
_THEN_PRESENT = re.compile(
    r"(?:Damit|Somit|Nun|Jetzt|Es)\s(?:sind|waren)\s[^.;:]{0,60}(?:\d{1,3}|[a-zäöüß]{3,15})\s[^.;:]{0,80}\b(?:anwesend|zugegen|stimmberechtigt)\.?"
)


def moves(text: str, known: frozenset[str] = frozenset()) -> list[Move]:
    """Who comes and goes, if a paragraph tells nothing else; `known` are people who need no role."""
    found: list[Move] = []
    line = plain(text).strip("()")
    if len(line) > 400:
        return []
    for sentence in sentences(line):
        if found and (_TO_THEM.match(sentence) or _THEN_PRESENT.match(sentence)):
            continue
        kind = next((kind for kind, pattern in _MOVING if pattern.search(sentence)), None)
        people = _subjects(sentence, known)
        if kind is None or not people or _BIAS.search(sentence) or _speaks_first(sentence):
            return []
        clock = _TIME.search(sentence)
        found.append(Move(kind, people, _time(clock) if clock else ""))
    return found


def _speaks_first(sentence: str) -> bool:
    """`Frau Ohm berichtet kurz und nimmt danach Platz.`"""
    first = next(iter(find(sentence)), None)
    verb = re.match(r"\s(?P<word>[a-zäöüß]+)\s", sentence[first.end :]) if first and first.start < 5 else None
    return bool(first and verb and verbs.surely_says(sentence[first.end :].lstrip()) and " und " in sentence)


def recusals(text: str) -> tuple[str, ...]:
    """Who declares bias in a paragraph."""
    found: list[str] = []
    line = plain(text)
    if len(line) > 1_500 or not (_BIAS.search(line) or _ABSTAINS.search(line)):
        return ()
    for sentence in sentences(line):
        declared = _BIAS.search(sentence) and _DECLARES.search(sentence) and not _REMINDS.search(sentence)
        if (declared or (_ABSTAINS.search(sentence))) and not _NO_BIAS.search(sentence):
            found += _subjects(sentence)
    return tuple(dict.fromkeys(found))


_EXCLUDED = re.compile(
    rf"\b(?:war|waren|wurde|wurden|ist|sind)\s(?P<number>(?i:{NUMBER}))\s[A-ZÄÖÜ][\w-]*(?:[Mm]itglied(?:er)?|[Vv]ertreter|[Vv]erordnete[r]?|[Rr]äte)?\s[^.;:]{{0,80}}\bvon\s(?:der\s)?(?:Beratung|Abstimmung|Beschlussfassung|Mitwirkung)\b[^.;:]{{0,60}}\bausgeschlossen\.?$"
)


def excluded(text: str) -> int:
    """How many were kept from a vote because of bias, if a line tells no more than that: `… war 1 Mitglied … ausgeschlossen.`"""
    line = plain(text)
    match = _EXCLUDED.search(line) if len(line) < 260 and len(sentences(line)) == 1 else None
    return value(match["number"]) if match else 0


def is_recusal(text: str) -> bool:
    """Whether a paragraph is nothing but a declaration of bias."""
    line = plain(text)
    return (
        bool(recusals(line))
        and bool(
            _ABSTAINS.search(line)
            or re.search(r"Zu(?:hör|schau)er|verl[äi]|verlass|begibt|r[üu]ck|erkl[äa]r|zeig|Befangen:|\bPlatz\b", line)
        )
        and len(sentences(line)) <= 3
    )


_SAYS_BIAS = re.compile(
    r"\b(?:erklär|teil|weis|gib|gab|wies|zeig)\w*[^.;,]{0,60},\s(?:dass|daß)\s"
    r"|\berklär(?:t|te|en|ten)\ssich\b[^.;]{0,120}\bbefangen\b|\bzeig(?:t|te|en|ten)\s[^.;]{0,80}\b(?:Befangenheit|Mitwirkungsverbot)\b[^.;]{0,60}\ban\b"
)


def says_bias(text: str) -> bool:
    """`Herr Kohl erklärt sich für befangen.` is said; `Herr Kohl ist befangen und verlässt den Raum.` is done.

    So is what tells of both: `Herr Kohl erklärt sich für befangen und nimmt an der Beratung nicht teil.`
    """
    line = plain(text)[:400]
    return bool(_SAYS_BIAS.search(line)) and (", dass " in line or not _ABSTAINS.search(line))


# `Uwe Ohm verlässt die Sitzung.`
_WITHOUT_ROLE = re.compile(rf"{TWO_NAMES}(?=\s[a-zäöü])")


def _subjects(sentence: str, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The people in the nominative; those of a list share their case."""
    mentions = [mention for mention in find(sentence) if not mention.loose or not mention.name]
    names = [mention for mention in mentions if not clauses.is_oblique(sentence, mention)]
    kept: list[Mention] = []
    for mention in names:
        before = sentence[: mention.start].rstrip()
        if kept and not before.endswith((",", "und", "sowie", "und die", "und der", "bzw.", "/")):
            break
        kept.append(mention)
    named = _WITHOUT_ROLE.match(sentence) if not kept else None
    if named and (named.group() in known or is_full_name(named.group())):
        return (named.group(),)
    return tuple(mention.speaker for mention in kept)


def _time(match: re.Match[str]) -> str:
    return f"{int(match[1] or match[3]):02d}:{match[2] or '00'}"


def times(text: str) -> list[str]:
    """All times of a text as hh:mm."""
    return [_time(match) for match in _TIME.finditer(plain(text))]


def is_noting(text: str) -> bool:
    """`Der Ausschuss nimmt den Bericht zur Kenntnis.`, alone or at the end of a paragraph."""
    line = plain(text)
    last = sentences(line[-600:])[-1:]
    if _NOTED.fullmatch(line):
        return True
    return bool(_NOTING.match(line)) or any(_BODY_NOTES.fullmatch(sentence) for sentence in last)


def is_conclusion(text: str) -> bool:
    """Whether a paragraph after a vote says what follows from it: `Der Vorschlag ist damit gescheitert.`"""
    return bool(_CONCLUSION.match(plain(text))) and len(plain(text)) < 400


def failed(text: str) -> bool:
    """Whether a conclusion says that the vote failed."""
    return bool(_FAILED.search(plain(text)))


_TELLS_FAILURE = re.compile(
    r"\b(?:\w*[Mm]ehrheit|Quorum)\b[^.;]{0,60}\b(?:fehl(?:t|te|e|en)|(?:wurde\s(?:somit|damit|also)\s)?nicht\s(?:erreicht|erzielt|zustande))\b|\b(?:nicht|niemand)\s(?:zu[mr]\s\w+\s)?gewählt\b|\bdamit\s(?:nicht\sangenommen|abgelehnt|gescheitert)\b"
)


def tells_failure(text: str) -> bool:
    """Whether somebody says after a vote that it failed."""
    return bool(_TELLS_FAILURE.search(plain(text)[:600]))


def passed(text: str) -> bool:
    return bool(_PASSED.search(plain(text))) and not failed(text)
