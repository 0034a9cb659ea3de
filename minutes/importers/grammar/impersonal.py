"""Impersonal: sentences in which things happen and nobody is named: `Aus der Mitte des Rates wird angeregt, …`. Pure."""

import re
from functools import lru_cache

from minutes.importers.grammar import in_the_room
from minutes.importers.grammar.letters import LOWER, plain, sentences
from minutes.importers.grammar.verbs import TOLD

_IS_DONE = r"(?:wird|werden|wurde|wurden)"
# Points of dates end no sentence.
_WITHIN = r"(?:[^.;]|(?<=\d)\.)"
_SAID = rf"\b{_IS_DONE}\b{_WITHIN}{{0,300}}?\b(?:{TOLD}|diskutiert|beraten|besprochen|erörtert|debattiert|abgestimmt|gefordert|moniert|gesprochen(?!\swerden)|hinterfragt|verständigt|vereinbart|verzichtet|zur\sAbstimmung\sgestellt|wie\sfolgt\s(?:beschlossen|entschieden|verfahren))\b"
# `Es wird darauf hingewiesen, …`, `Hierzu wurde gefragt, …`, `Als Nachfolger wird … vorgeschlagen`
_TOLD_BY_NOBODY = re.compile(
    rf"(?:Es|Hierzu|Im\sAnschluss|Danach|Hierauf|Darüber|Dazu|Dabei|Auch|Dagegen|Demgegenüber|Hingegen|Kritisch|Positiv|Lobend|Darüber hinaus|Auf\s(?:Nachfragen?|Rückfragen?|Anfragen?|Fragen?|die\sFragen?|den\sHinweis|Hinweis)\b[^.;,]{{0,80}}?|Weiterhin|Ferner|Außerdem|Zudem|Anschließend|Sodann|Daraufhin|Als\s[^.;,]{{2,60}}?|Nach\s(?!Auffassung|Ansicht|Meinung|derzeitig|jetzig|heutig|aktuell)[^.;,]{{2,80}}?|Vor\s(?:Eintritt|Beginn)\s[^.;,]{{2,60}}?|(?:Über|Zu[mr]?)\s(?:den|die|das|dem|der|diese[nsmr]?)?\s?[^.;,]{{2,80}}?|(?:Da|Nachdem|Weil)\s[^.;:]{{3,160}},)\s{_SAID}"
    # `Vorgeschlagen wird Frau Ohm.`, `Angeregt wurde, …`
    rf"|(?:[A-ZÄÖÜ][{LOWER}]+\s)?(?=[A-ZÄÖÜ]|(?<=\s))(?i:{TOLD})\s{_IS_DONE}\b"
    # `In der Aussprache wurde die Zufahrt kritisch gesehen.`
    rf"|(?:In|Während|Bei|Im\s(?:Rahmen|Laufe|Verlaufe?|Zuge))\s(?:der|einer|dieser)\s(?:[a-zäöüß]+\s){{0,3}}[\w-]*(?:[Aa]ussprache|[Dd]iskussion|[Dd]ebatte|[Bb]eratung|[Ee]rörterung)\b[^.;]{{0,40}}\b(?:{_IS_DONE}|(?:bleib|besteh|herrsch)(?:t|en)|blieb(?:en)?|(?:zeigt|zeigte|ergibt|ergab|ergeben)\ssich)\b"
)
# `Man verständigt sich darauf, …`, `Nach kurzer Pause war man sich einig, …`
_ONE = re.compile(
    rf"(?:[^.;,]{{2,80}}\s)?(?:[Mm]an\s(?:verständigt|einigt)e?\ssich|(?:verständigt|einigt)e?\sman\ssich|[Mm]an\s(?:ist|war)\ssich\s(?:[{LOWER}]+\s){{0,2}}einig|(?:ist|war)\sman\ssich\s(?:[{LOWER}]+\s){{0,2}}einig|(?:kommt|kam)\sman\süberein|[Mm]an\s(?:kommt|kam)\süberein|(?:lässt|ließ|stimmt|stimmte|diskutiert|diskutierte|berät|beriet)\sman)\b"
)
# `Die Anregung wird aufgegriffen und geprüft.`
_TAKEN_UP = re.compile(
    rf"(?:[^.;,]{{3,100}},\s)?(?:{_IS_DONE}\s)?(?:Die|die|Der|der|Ein|Eine)\s(?:[{LOWER}]+\s)?(?:Anregung|Frage|Anfrage|Hinweis|Bitte|Schreiben)\b[^.;,]{{0,60}}?(?:\s{_IS_DONE})?\s[^.;,]{{0,80}}?\b(?:aufgegriffen|aufgenommen|zugeleitet|weitergeleitet|weitergegeben|schriftlich\sbeantwortet)\b"
)
# `Das Thema wird ausführlich erörtert.`
_TALKED_OVER = re.compile(
    rf"(?:Der|Die|Das|das|der|die)\s[^.;,]{{2,80}}\s{_IS_DONE}\s(?:[{LOWER}]+\s){{0,3}}(?:ausführlich|kurz|eingehend|intensiv|lange|kontrovers|lebhaft|umfassend)\s(?:[{LOWER}]+\s){{0,2}}(?:beraten|erörtert|diskutiert|besprochen|debattiert)\b"
)
# `Aus der Mitte des Rates wird …`, `Seitens der Verwaltung wurde …`, `Von den Fraktionen wird …`
_BY_ALL = re.compile(
    rf"(?:Aus\s(?:der|dem|den)\s(?:Mitte|Reihen?|Kreis|Gremium|[A-ZÄÖÜ]?[a-zäöü]*[Rr]at|Plenum|[A-ZÄÖÜ]?[a-zäöü]*[Aa]usschuss|Publikum|Zuhörerschaft|Bevölkerung|Versammlung|Runde|Fraktionen|Elternschaft|Bürgerschaft)|Seitens\s(?:der|des)|Von\s?[Ss]eiten\s(?:der|des)|Von\s(?:mehreren|einigen|verschiedenen|vielen|den))\b[^.;]{{0,120}}?\b(?:{_IS_DONE}|kommt|kam)\b"
    # `Um Zeit zu sparen, wurde aus der Runde angeregt, …`
    rf"|[^.;]{{3,200}}\s{_IS_DONE}\saus\s(?:der|dem|den)\s(?:Mitte|Runde|Reihen?|Kreis|Gremium|Rat|Plenum|Ausschuss|Publikum|Zuhörerschaft)\b[^.;]{{0,80}}?\b{TOLD}\b"
)
# `Vom Förderverein wird auf die Unterschriften hingewiesen.`
_BY_ONE = re.compile(rf"(?:Vom|Von\sder|Durch\s(?:den|die|das))\s[A-ZÄÖÜ][^.;,]{{2,60}}?\s{_SAID}")
# `Von der ABC-Fraktion wird Frau Ohm benannt.`
_NAMED_BY_ALL = re.compile(
    rf"(?:Von|Seitens)\s(?:der|den|des)\s[^.;]{{2,80}}\s{_IS_DONE}\s[^.;]{{3,160}}\b(?:benannt|vorgeschlagen|entsandt)\b"
)
# `Die anschließende Aussprache macht deutlich, dass …`
_SHOWN = re.compile(
    rf"(?:Die|In\sder|Aus\sder)\s(?:[{LOWER}]+\s){{0,2}}(?:Aussprache|Diskussion|Debatte|Beratung|Erörterung)\s(?:macht|machte|zeigt|zeigte|ergibt|ergab|dreht|drehte|befasst|befasste|betrifft|betraf|bezieht|bezog)\b"
)
# `Dies wird seitens der Verwaltung bejaht.`, `Dies wird zugesagt.`
_SAID_BY_ALL = re.compile(
    rf"(?:Dies|Dieses|Das|Dem|Die\sFrage|Diese\sFrage)\s{_IS_DONE}\s(?:[{LOWER}]+\s){{0,2}}(?:seitens|von\s?[Ss]eiten)\s(?:der|des)\s"
    rf"|(?:Dies|Das|Die\sFrage)\s{_IS_DONE}\s(?:[{LOWER}]+\s){{0,2}}(?:zugesagt|zugesichert|versprochen|bejaht|verneint)\.?$"
)
# `Dies wird vom anwesenden Planer beantwortet.`
_ANSWERED = re.compile(
    rf"(?:Dies|Dieses|Das|Die\sFragen?|Diese\sFragen?)\s{_IS_DONE}\s(?:vom|von\s(?:den?|dem|einem|einer|mehreren))\s[^.;:]{{3,120}}\b(?:beantwortet|bejaht|verneint|bestätigt|zugesagt|begrüßt|bezweifelt|bestritten)\.?$"
)
# `Es wird die Frage gestellt, wann …`
_ASKS = re.compile(
    rf"Es\s{_IS_DONE}\s(?:[{LOWER}]+\s){{0,2}}(?:die\sFrage\sgestellt|(?:an|nach)?gefragt|berichtet|mitgeteilt)\b"
)
# `Dieser Vorschlag findet breite Zustimmung.`, `Das Gutachten wird während der Sitzung verteilt.`, `Es schließt sich eine Pause an.`
_MET = re.compile(
    r"(?:(?:Der|Die|Das|Dieser|Diese|Dieses)\s[A-ZÄÖÜ][\w-]+|Dies|Das)\s(?:findet|fand|stößt|stieß|trifft|traf)\s[^.;]{0,60}\b(?:Zustimmung|Zuspruch|Anklang|Unterstützung|Beifall|Ablehnung|Kritik)\.?$"
    rf"|(?:Der|Die|Das|Eine?)\s[^.;,]{{2,80}}\s{_IS_DONE}\s(?:[^.;,]{{0,60}}\s)?(?:verteilt|ausgehändigt|ausgelegt|herumgereicht|gestreift|eingelegt)\.?$|Es\s{_IS_DONE}\s[^.;,]{{3,80}}\s(?:verteilt|ausgehändigt|herumgereicht)\.?$|Es\s(?:folgen|folgten)\s(?:[a-zäöüß]+\s)?(?:Wortbeiträge|Wortmeldungen|Redebeiträge|Fragen|Beiträge)\b"
    # `Eine Aussprache schließt sich an.`, `Es kommt die Frage auf, ob …`
    r"|(?:Eine?|Die|Der)\s(?:[a-zäöüß]+\s)?[\w-]*(?:[Aa]ustausch|[Aa]ussprache|[Dd]iskussion|[Dd]ebatte|[Bb]eratung|[Ff]ragerunde|[Pp]ause|[Bb]esichtigung|[Rr]undgang)\s(?:schließt|schloss)\ssich\s(?:\w+\s)?an\b"
    r"|(?:Es\s(?:kommt|kam|taucht|tauchte)\s(?:\w+\s)?(?:die|eine)\sFrage|Die\sFrage\s(?:kommt|kam|taucht|tauchte))\s(?:\w+\s){0,2}auf\b"
    r"|[^.;,]{0,60}\sschließ(?:t|en)\ssich\s(?!de[mr]\s|diese[mr]\s(?!Vorgehen|Verfahren)|(?:seine[mr]|ihre[mr])\s)[^.;,]{3,60}\san\.?$"
)
# `Auf Vorschlag von Herrn Kohl wird das Wort gestrichen.`
_ON_MOTION = re.compile(
    rf"Auf\s(?:einstimmigen\s)?(?:Vorschlag|Antrag|Wunsch|Anregung|Bitten?|Initiative)\s(?:von|der|des|aus)\b[^;]{{2,160}}?\s(?:{_IS_DONE}|soll|sollen)\s"
)
# What happens at a vote or an election, and who presides: `Die Wahl findet geheim statt.`
_BALLOT = re.compile(
    rf"(?:Die\s(?:(?:offene|geheime|schriftliche)\s)?(?:Wahl|Abstimmung|Auszählung|Stimmabgabe)\s(?:findet|fand|erfolgt|erfolgte|ist|war|{_IS_DONE})\b(?![^.;]{{0,80}}\b(?:ergibt|ergab)\b)"
    rf"|(?:Zu[mr]?|Als)\s(?:Stimm|Wahl)[a-zäöü]+\s{_IS_DONE}\b|Die\s(?:Stimm|Wahl)zettel\s{_IS_DONE}\b|Nach\sder\s(?:geheimen\s)?(?:Wahl|Abstimmung|Stimmabgabe|Auszählung)\s{_IS_DONE}\b"
    rf"|Für\s(?:die|eine)\s(?:geheime|offene|schriftliche)\s(?:Wahl|Abstimmung)\s{_IS_DONE}\b|Nach\s(?:Abgabe|Auszählung)\s[^.;,]{{3,60}}?\s{_IS_DONE}\b|[^.;]{{3,60}}\s{_IS_DONE}\s[^.;]{{3,160}}\b(?:zur\sStimmabgabe|an\sdie\sWahlkabinen?|zur\sWahlurne)\b"
    r"|Von\s(?:den\s)?\w+\s(?:abgegebenen\s|gültigen\s){0,2}Stimmen\s(?:entfallen|entfielen|entfällt|entfiel)\s|In\s(?:offener|geheimer)\s(?:Wahl|Abstimmung)\s|(?:Die|Eine)\s(?:[a-zäöüß]+\s)?(?:Aus|Nach)?[Zz]ählung\s(?:ergibt|ergab)\s[^.;]{0,60}\banwesende?\b|Auf\s(?:Frau|Herrn|den|die)\s[^;]{2,80}?\s(?:entfallen|entfielen|entfällt|entfiel)\s"
    rf"|Um\s[\d.:]{{1,5}}\sUhr\s{_IS_DONE}\b|(?:Danach|Sodann|Nun|Anschließend|Hierauf|Daraufhin|Es)\s{_IS_DONE}\s(?:[{LOWER}]+\s){{0,2}}gewählt\.?$"
    # `Anschließend zählen die Stimmzähler, Herr Kohl und Frau Ohm, die Stimmen aus.`
    r"|Nach\s(?:der\s|Ende\sder\s)?(?:Stimm(?:en)?)?[Aa]uszählung\s(?:liegt|lag|steht|stand|ergibt|ergab)\b|(?:[A-ZÄÖÜ][a-zäöüß]+\s)?(?:zählen|zählten|zählt|zählte)\sd(?:ie|er)\s(?:Stimm(?:en)?zähler(?:innen)?|Wahlvorstand|Wahlausschuss)\b"
    rf"|(?:Die|Alle)\s[^.;,]{{3,60}}\s{_IS_DONE}\s[^.;]{{0,120}}\baufgerufen\b"
    r"|(?:Der\s(?:Sitzungsv|V)orsitz|Die\s(?:Sitzungsl|L)eitung(?:\sder\s(?:Sitzung|Versammlung|Wahl))?)\s(?:geht|ging|wird|wurde)\b|Der\s(?:offenen|geheimen)\sWahl\swird\b)"
)
# `Es sind 24 Mitglieder anwesend.`, `Gegen Form und Frist wird nichts eingewandt.`, `Die nächste Sitzung findet am 3. Mai statt.`
_LIES = re.compile(
    r"Es\s(?:liegt|liegen|lag|lagen)\s[^.;]{3,160}\svor\b|Es\s(?:sind|waren)\s[^.;]{3,80}\banwesend\b"
    # `Zur Vorlage ergeben sich folgende Wortmeldungen:`
    r"|(?:[A-ZÄÖÜ][^.;:]{1,80}\s)?(?:ergeben|ergaben|ergibt|ergab|erheben|erhoben)\ssich\s(?:[a-zäöüß]+\s)?folgende[rs]?\s[\w-]*(?:[Ff]ragen?|[Aa]nregung(?:en)?|[Mm]eldung(?:en)?|[Hh]inweise?|[Aa]nmerkung(?:en)?|[Dd]iskussion|[Aa]ussprache|[Bb]eitr[aä]ge?|[Ee]inwände)\s?:?$"
    r"|(?:Hierzu|Dazu|Darüber|Hierüber)\s(?:liegen|lagen|liegt|lag|bestehen|bestanden|gibt\ses|gab\ses)\s(?:noch\s|bisher\s|derzeit\s)?kein\w*\s"
    r"|(?:Nach\s[^.;]{3,120}|Es|Sodann|Hierauf|Daraufhin|Hierzu|Danach|Anschließend)\s(?:ergeht|erging|ergehen|ergingen)\s(?:sodann\s)?folgende[rn]?\b"
    # `Der Bauhof wird verständigt.`
    r"|(?:Der|Die|Das)\s[A-ZÄÖÜ][\w-]+\s(?:wird|werden|soll|sollen)\s(?:[a-zäöü]+\s){0,2}(?:verständigt|angewiesen|informiert|unterrichtet)(?:\swerden)?\.?$"
    # `Dieser liegt den Mitgliedern als Tischvorlage vor.`
    r"|(?:Dieser?|Dieses|(?:Der|Die|Das)\s[A-ZÄÖÜ][\w-]+)\s(?:liegt|liegen|lag|lagen)\s(?:[^.;,]{3,80}\s)?(?:als\s(?:Tischvorlage|Kopie)|in\sKopie|schriftlich)\svor\.?$"
    r"|Gegen\s[^.;,]{3,80}\s(?:wird|wurde|werden|wurden)\s(?:nichts|kein\w*\s\w+)\b|Die\snächste\s[\w-]*[Ss]itzung\s(?:ist|findet|fand|wird)\b"
)
# `Zur Auszählung wurden Herr Kohl und Frau Ohm bestimmt.`, in minutes that tell in the past who said what.
_WAS_DONE = re.compile(r"(?!Er\b|Sie\b)[^,;:]{2,160}?\s(?:wurde|wurden)\s")
_BEFORE_NOW = re.compile(
    r"\b(?:er|sie|bereits|bisher|bislang|seit|zuletzt|inzwischen|damals|zunächst|letzte[nrms]?|vergangene\w*|vorige\w*|(?:19|20)\d\d)\b"
)
# `Von 17.50 Uhr bis 18.10 Uhr findet die Fragestunde statt.`
_HAPPENS = re.compile(
    r"(?:Im\sAnschluss|Anschließend|Sodann|Danach|Daraufhin|Hierauf|(?:In\sder\sZeit\s)?[Vv]on\s[\d.:]{1,5}(?:\sUhr)?|Um\s[\d.:]{1,5}\sUhr)\b[^;]{0,160}?\b(?:findet|fand|wird|wurde)\b[^;]{0,120}\b(?:statt|durchgeführt|unterbrochen|fortgesetzt|eingelegt)[.!]?$"
)
_OPENS = re.compile(r"(?:[-–(•*·]|\d{1,2}[.)]\s)\s?(?=\w)")


_PATTERNS = (
    _TOLD_BY_NOBODY,
    _ONE,
    _TAKEN_UP,
    _TALKED_OVER,
    _BY_ALL,
    _BY_ONE,
    _NAMED_BY_ALL,
    _SHOWN,
    _SAID_BY_ALL,
    _ANSWERED,
    _MET,
    _ON_MOTION,
    _BALLOT,
    _LIES,
    _HAPPENS,
)


@lru_cache(maxsize=32)
def is_impersonal(text: str) -> bool:
    """Whether the first sentence of a paragraph tells what is done or said, and not by whom."""
    line = plain(text)[:1_200]
    opening = _OPENS.match(line)
    line = line[opening.end() :] if opening else line
    first = next(iter(sentences(line, 1)), "")
    return any(pattern.match(first) for pattern in _PATTERNS) or in_the_room.happens(first)


def asks(text: str) -> bool:
    """`Es wird gefragt, …`: no resolution begins so."""
    return bool(_ASKS.match(plain(text)[:200]))


def was_done(text: str) -> bool:
    """Whether the first sentence tells in the past what was done, by nobody."""
    first = next(iter(sentences(plain(text)[:1_200], 1)), "")
    return bool(_WAS_DONE.match(first)) and not _BEFORE_NOW.search(first)


def happens(text: str) -> bool:
    """Whether a paragraph tells only that something else took place then: no resolution goes on with that."""
    return bool(_HAPPENS.match(plain(text)[:400]))
