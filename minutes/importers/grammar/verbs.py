"""Verbs by which somebody speaks in minutes: their finite forms, and participles of what is no speech. Pure."""

import re

# Weak verbs by their stems: `erklär` is `erklärt`, `erklärte`.
_WEAK = """
antwort appellier argumentier äußer anerkenn bedauer bedank befürwort begründ begrüß beantrag beantwort bejah bekräftig beklag
bemerk bemängel bericht berichtig bestätig beteuer beton bezweifel bezeichn beziffer charakterisier dank dementier differenzier
empfind empör entgegn entschuldig erachte ergänz erinner erkundig erklär erläuter eröffn ermahn ermuntert erwähn erwider erzähl
exemplifizier feststell folger forder formulier frag befrag nachfrag fürcht befürcht garantier gratulier hinterfrag hoff hinweis
informier insistier interpretier kommentier konstatier konkretisier korrigier kritisier lob mahn mein monier mutmaß notier
offenbar opponier plädier präsentier präzisier problematisier protestier quittier reagier referier rechtfertig rekapitulier
relativier resümier revidier rüg sag schilder schlussfolger signalisier skizzier spezifizier thematisier unterricht
unterstreich unterstütz untermauer verabschied verdeutlich verkünd verkündig versicher verteidig vermut vernein vermiss
verurteil veranschaulich verlang verwahr verwunder warn wiederhol widerleg wünsch würdig zitier zweifel zusammenfass
merk teil führ reg mach leg melde wend kündig räum knüpf hak deut zeig beschwer freu wunder pflicht ärger interessier klag droh dräng glaub schätz akzeptier beanstand votier tendier prognostizier vergewisser verweiger bestreit
erörter begehr behaupt unterbreite richte such
assistier beglückwünsch beharr bekund beruhig bescheinig beschwichtig besänftig bezeug bilanzier diagnostizier dozier denk
ereifer erfrag ermunter ermutig explizier gestatt grüß hader honorier illustrier intervenier jammer kalkulier konter lamentier
leugn mecker mokier motivier murr nörgel offerier parier paraphrasier poch polemisier polter postulier prahl pranger
preis proklamier prophezei rapportier rechn reflektier replizier rezitier rühm scherz schimpf schmeichel schwärm
sekundier seufz sondier spekulier spott spött staun stichel stöhn sträub stör suggerier tadel titulier tröst unk unterstell urteil
überleg übermittel verlautbar vermeld vermerk vervollständig wehr weiger witzel wett zeter zöger zürn distanzier
""".split()
_STRONG = """
bittet bat gedenkt gedachte gibt gab hält hielt hebt hob lässt ließ nennt nannte nimmt nahm rät riet ruft rief schlägt schlug
sieht sah spricht sprach stellt stellte trägt trug verliest verlas liest las verweist verwies weist wies widerspricht widersprach
wirft warf empfiehlt empfahl bringt brachte findet fand befindet befand bespricht besprach bezieht bezog bietet bot verspricht
versprach erhebt erhob möchte gesteht gestand bekennt bekannte hinterlässt unterbricht unterbrach schließt
wirbt warb erbittet erbat schwört schwor beschwört beschwor pries dachte weiß wusste umreißt umriss verbittet verbat
vergleicht verglich widerruft widerrief überbringt überbrachte sang greift griff ergreift ergriff erwägt erwog
geht ging zieht zog bestritt beschreibt beschrieb schloss schloß beendet beendete beginnt begann übt übte fasst fasste stimmt stimmte lehnt lehnte erkennt erkannte lädt lud
""".split()
_SEPARATED = "an|auf|aus|dar|ein|fest|heraus|hervor|hin|hinzu|klar|mit|nach|vor|zu|zurück|wieder|gegenüber|bei|zusammen|ab|weiter"
_STEMS = "|".join(map(re.escape, _WEAK))
_SAYS = re.compile(
    rf"(?:{_SEPARATED})?(?:(?:{_STEMS})(?:e?te?)|{'|'.join(_STRONG)})|(?:erwog|erwägt|verneinte|bejahte)"
)
# `erklären`, `anzumerken`, `vorschlagen`; in the plural as well `baten`, `widersprachen`.
_SAY = re.compile(
    rf"(?:{_SEPARATED})?(?:zu)?(?:(?:{_STEMS})e?(?:te)?n|(?:bitt|geb|halt|heb|nenn|nehm|rat|ruf|schlag|seh|sprech|stell|trag|les|verles|verweis|weis"
    r"|widersprech|werf|empfehl|bring|besprech|bezieh|biet|versprech|gesteh|bekenn|werb|erbitt|vertret|wiss|könn|lehn|lehnt|stimm|stimmt|fass|beschreib"
    r"|bat|gab|hielt|hob|nannt|nahm|riet|rief|schlug|sah|sprach|trug|las|verlas|wies|verwies|widersprach|warf|empfahl|bracht|bot|versprach|warb|erbat|vertrat|heiß|hieß)en)"
)
# Verbs of which some other meaning is as common: `Der Verein führt ein Heim`, `Die Firma stellt Zäune her`.
_AMBIGUOUS = frozenset(
    """deut droh dräng führ glaub hak knüpf kündig leg mach melde merk räum reg richte such teil wend zeig stör denk wehr unk wett
    rechn preis stütz unterstütz erachte garantier akzeptier folger verweiger weiger überleg übermittel hader poch pflicht freu schätz""".split()
)
_SURE = re.compile(
    rf"(?:{'|'.join(re.escape(stem) for stem in _WEAK if stem not in _AMBIGUOUS)})(?:e?te?)"
    r"|bittet|bat|rät|riet|verweist|verwies|widerspricht|widersprach|empfiehlt|empfahl|möchte|gesteht|gestand|bekennt|bekannte|verspricht|versprach"
    r"|verliest|verlas|erbittet|erbat|wirbt|warb"
)
# Where the part of a verb stands that was separated: at the end of its clause.
_END = r"(?=[,.;:!?]|\s(?:und|sowie)\b|\s?$)"
_UP_TO = r"\w{0,3}\s(?:[^.;:]{0,200}\s)?"
_TOGETHER = re.compile(
    rf"(?:stell{_UP_TO}(?:(?:vor|dar|klar|fest|heraus){_END}|(?:An|Rück|Nach|Zusatz)?[Ff]ragen?\b|\w*[Aa]nträge?\b|infrage|in\sFrage|in\sAussicht)"
    rf"|(?:träg|trug|trag){_UP_TO}vor{_END}|führ{_UP_TO}(?:aus|an){_END}|w(?:eis|ies){_UP_TO}(?:hin|zurück){_END}"
    rf"|teil{_UP_TO}(?:mit{_END}|Ansicht|Auffassung|Meinung|Bedenken)|(?:reg|merk){_UP_TO}an{_END}"
    rf"|br(?:ing|acht){_UP_TO}(?:(?:vor|ein){_END}|zum\sAusdruck)|schl(?:äg|ug|ag){_UP_TO}vor{_END}|leg{_UP_TO}(?:(?:dar|nahe){_END}|Wert\b)"
    rf"|h(?:äl|iel|al){_UP_TO}(?:für\s|entgegen{_END}|fest{_END}|\w*[Vv]ortrag\b)|mach{_UP_TO}(?:deutlich|geltend|aufmerksam|klar|Vorschl\w+)"
    rf"|g(?:ib|ab|eb){_UP_TO}(?:bekannt|zu\s[Bb]edenken|an{_END}|Auskunft|zu\sProtokoll|\w*[Üü]berblick|Bericht|zu\sverstehen)"
    rf"|n(?:imm|ahm|ehm){_UP_TO}(?:Stellung|Bezug|Anstoß)\b|räum{_UP_TO}ein{_END}|(?:deut|kündig|knüpf){_UP_TO}an{_END}"
    rf"|hak{_UP_TO}(?:nach|ein){_END}|rechn{_UP_TO}vor{_END}|meld\w{{1,3}}\ssich\s|spr(?:ich|ach|ech)\w{{0,2}}\s(?:sich|von|an)\b"
    rf"|s(?:ieh|ah|eh){_UP_TO}(?:kritisch|positiv|Bedarf|Probleme?|Gefahr)\b|w(?:end|and)\w{{0,4}}\s(?:ein|sich)\b|vertr(?:itt|at|et){_UP_TO}(?:Auffassung|Ansicht|Meinung|Standpunkt)|h(?:eiß|ieß){_UP_TO}willkommen\b)"
)
# `hat sich erkundigt`, `hat nachgefragt`
_SAID = re.compile(
    rf"\b(?:{_SEPARATED})?(?:ge)?(?:{'|'.join(map(re.escape, _WEAK))})e?t\b|\b(?:{_SEPARATED})?ge(?:sprochen|beten|nannt|raten|rufen|geben|wiesen|tragen)\b"
)
# Participles that look like those of speech: `wurde von der Bürgermeisterin verpflichtet`.
_ACTS = (
    "verpflichtet|vereidigt|ernannt|gewählt|benannt|bestellt|vertreten|geehrt|eingeladen|geleitet|geführt|wahrgenommen|übernommen|unterzeichnet|überreicht|übergeben"
    "|eingearbeitet|berücksichtigt|umgesetzt|ausgehändigt|verwaltet|betreut|begleitet|erstellt|ausgearbeitet|entworfen|geprüft|gebaut|durchgeführt|vorgenommen|eingeführt|aufgerufen|angenommen|abgelehnt"
    "|genehmigt|beschlossen|gefasst|eingesetzt|beauftragt|bestimmt|vorgeschlagen als|abgesetzt|vertagt|verschoben|genommen|bewirtschaftet|gefertigt|ausgezählt|gezählt|eingesammelt|ausgegeben|verteilt|ausgelegt"
)
_ACTED = re.compile(rf"\b(?:{_ACTS})\b")
# Within a sentence: points of dates and ordinals end none.
_WITHIN = r"(?:[^.;:]|(?<=\d)[.:](?=\s?\w))"
# What somebody does who comes, goes, is missing or votes: right behind the subject.
_PRESENT = re.compile(
    r"\s*(?:[(\[][^()\[\]]{0,80}[)\]]\s*)?(?:(?:fehlt|fehlen|fehlte|fehlten)\b|(?:nimmt|nehmen|nahm|nahmen)\b(?:[^.;:]|(?<=\d)[.:](?=\d)){0,140}\bteil\b"
    r"|(?:kommt|kommen|kam|kamen)\s(?:[^.;:,]|(?<=\d)[.:](?=\d)){0,40}\b(?:später|verspätet|hinzu)\b"
    # Who belongs to a body, joins or leaves it, or follows somebody.
    rf"|(?:gehört|gehörte|gehören)\s{_WITHIN}{{0,100}}\san\b|(?:tritt|treten|trat|traten)\s{_WITHIN}{{0,80}}\b(?:in\sdie\sSitzung|zurück|bei)\b"
    rf"|(?:scheidet|scheiden|schied|schieden)\s{_WITHIN}{{0,100}}\baus\b|(?:rückt|rückte|rücken|rückten)\s{_WITHIN}{{0,100}}\bnach\b"
    rf"|(?:ist|sind|war|waren)\s{_WITHIN}{{0,100}}\b(?:ausgeschieden|verstorben|nachgerückt|zurückgetreten|beschäftigt|tätig)\b"
    r"|(?:verstarb|(?:wohnt|wohnte)(?!\sselbst)|arbeitet|arbeitete|feiert|feierte|heiratete)\b|(?:vertritt|vertrat|ersetzt|ersetzte)\s(?:Herrn|Frau|(?:den|die)\s\w*(?:[Vv]orsitzenden?|[Mm]eister(?:in)?|[Rr]at|[Rr]ätin|[Ll]eiter(?:in)?|[Hh]errn))\s"
    r"|(?:verlässt|verlassen|verließ|verließen|betritt|betreten|betrat|betraten)\b(?:[^.;:]|(?<=\d)[.:](?=\d)){0,60}\b(?:Sitzung|\w*[Ss]aal|\w*[Rr]aum|Gremium|Platz)\b"
    r"|(?:hat|haben|hatte|hatten)\s(?:sich\s)?[^.;:,]{0,140}\b(?:entschuldigt|abgemeldet|gefehlt|verlassen|teilgenommen|mitgewirkt|mitgestimmt|enthalten)\b"
    r"|(?:lässt|lassen|ließ|ließen)\ssich\s(?:[^.;:]|(?<=\d)[.:](?=\d)){0,40}\bentschuldigen\b|(?:ist|sind|war|waren)\s(?:[^.;:,]|(?<=\d)[.:](?=\d)){0,60}\b(?:entschuldigt|verhindert|erkrankt|anwesend|abwesend|erschienen)\b"
    r"|(?:ist|sind|war|waren)\s(?:[^.;:,]|(?<=\d)[.:](?=\d)){0,80}\bnicht\s(?:mehr\s)?im\s(?:\w*[Ss]aal|\w*[Rr]aum)\b|vertreten\sdurch\b"
    r"|(?:erhält|erhalten|erhielt|erhielten|bekommt|bekommen)\s(?:[^.;:]{0,30}\b(?:Rederecht|Redezeit|Wort)|[^.;:]{0,60}\b(?:[A-Z][a-z]+-)?Stimmen?)\b"
    rf"|(?:verfehlt|verfehlte|erreicht|erreichte)\s{_WITHIN}{{0,140}}\b(?:Mehrheit|Stimmen)\b"
    rf"|(?:nimmt|nehmen|nahm|nahmen)\s{_WITHIN}{{0,80}}\bPlatz\b|(?:tauscht|tauschen|tauschte|tauschten)\s(?:die|den|ihre|ihren)\sPl[aä]tze?\b"
    r"|(?:enthält|enthalten|enthielt|enthielten)\ssich\b|(?:stimmt|stimmen|stimmte|stimmten)\s(?:dagegen|dafür|gegen\s(?:den|die|das|diesen?)|mit\s(?:Ja|Nein))\b)"
)

# What was said, as a participle: `wird darauf hingewiesen`, `hat mitgeteilt`.
TOLD = (
    r"(?:hingewiesen|mitgeteilt|erläutert|(?:ange|nachge|ge)fragt|angeregt|angemerkt|erklärt|berichtet|vorgeschlagen|beantragt|ausgeführt|vorgetragen|vorgestellt|dargestellt"
    r"|dargelegt|ergänzt|betont|bestätigt|gebeten|festgestellt|begründet|klargestellt|verlesen|kritisiert|bemängelt|entgegnet|eingewandt|eingewendet|erwidert|geantwortet|beantwortet|bejaht|verneint"
    r"|zugesagt|informiert|gesagt|gemeldet|bekannt\s?gegeben|gewünscht|empfohlen|signalisiert|geäußert|verwiesen|zugestimmt|abgelehnt|geschildert|angesprochen|erinnert|gedankt|bedankt|gelobt|begrüßt|versichert|zugesichert|angekündigt|angeboten|eröffnet|angegeben|verdeutlicht|hervorgehoben|angezweifelt|bezweifelt|infrage\sgestellt|in\sFrage\sgestellt|zu\sbedenken\sgegeben|in\sAussicht\sgestellt|gewarnt|geworben|widersprochen)"
)
_TOLD = re.compile(rf"\b{TOLD}\b")
_PERFECT = re.compile(
    r"\b(?:hat|haben|hatte|hatten)\b(?:[^.;:]|(?<=\d)[.:](?=\s?\w)){0,400}\b(?!\w*gegen\b)[a-zäöüß]*(?:ge[a-zäöüß]{2,}(?:t|en)|(?:be|er|ver|ent|zer|unter|über)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]{2,}iert)\b"
)
# `hat mit Schreiben vom 3. Mai beantragt, …`: what somebody wrote is no speech.
_WRITTEN = re.compile(
    r"\b(?:hat|haben|hatte|hatten)\s(?:[^.;,]|(?<=\d)\.){0,60}\b(?:mit|per|in)\s(?:\w+\s){0,2}(?:Schreiben|E-Mail|Mail|Brief)\b"
)
_SHALL = re.compile(r"\s(?:soll|sollen|sollte|sollten|möge|mögen)\b(?!\s(?:man|es|er|sie)\b)")


def is_deed(clause: str) -> bool:
    """`hat drei Varianten ausgearbeitet`: what somebody has done, and not said."""
    is_said = _TOLD.search(clause) or _SAID.search(clause)
    return bool(_WRITTEN.search(clause)) or (bool(_PERFECT.search(clause)) and not is_said)


_AND_THEN = re.compile(r"(?:\sund|,)\s(?P<word>[a-zäöüß]+)\s(?=\S+\s)")
# No participle (`hat den Antrag gestellt und begründet`), and no verb of what is done.
_IN_PRESENT = re.compile(
    r"sieht|sah|hält|hielt|kann|plant|plante|rechnet|rechnete|erwartet|erwartete|will|wollte|möchte"
)
_HOLDS = re.compile(
    r"\s(?:ist|sind|war|waren)\s(?:(?:seit|bisher|bislang|auch|weiterhin|ebenfalls|zugleich|künftig|seit \d{4}|stellvertretende[srn]?)\s)*"
    r"(?!Befürworter|Gegner|Meinung|Ansicht)[A-ZÄÖÜ]"
)


# `hatte zuvor beantragt, …`: in this session.
_EARLIER = re.compile(
    r"\s(?:hatte|hatten)\s(?:\w+\s){0,3}?(?:zuvor|vorher|vorab|eingangs|zunächst|vorhin|anfangs|zu\sBeginn\sder\sSitzung|in\s(?:dieser|der\sheutigen)\sSitzung)\b(?!\s(?:schriftlich|per))"
)


# `hat drei Angebote eingeholt`: who looked into something for the session tells of it.
_LOOKED_INTO = re.compile(
    r"\b(?:mitgebracht|gezählt|befragt|eingeholt|recherchiert|telefoniert|besichtigt|verglichen|zusammengestellt|ausgewertet|nachgesehen|gemessen|nachgemessen|angeschrieben|kontaktiert|gesammelt|nachgerechnet|fotografiert|durchgesehen|abgestimmt\sund|beobachtet|untersucht|angeschaut|angesehen|erstellt|erarbeitet|zusammengetragen|aufgelistet|entworfen|berechnet|ermittelt|nachgeschaut|nachgefragt)\b"
)


def tells_deed(rest: str) -> bool:
    """` hat sein Mandat niedergelegt`, ` war Mitglied`, right behind the subject: what somebody is or did before."""
    done = re.match(r"\s(?:hat|haben)\s", rest) and is_deed(rest) and not (_and_says(rest) or _LOOKED_INTO.search(rest))
    # The pluperfect tells of another session, even of what was said there, unless it names an item of this one.
    before = (
        re.match(r"\s(?:hatte|hatten)\s(?!(?:unter|zu|bei)\s(?:TOP|Tagesordnungspunkt|Punkt)\b)", rest)
        and _PERFECT.search(rest)
        and not (_EARLIER.match(rest) and _TOLD.search(rest))
    )
    return bool(_HOLDS.match(rest) or done or before)


def _and_says(rest: str) -> bool:
    """`hat den Planer eingeladen und bittet ihn um seinen Bericht`: who did something speaks as well."""
    then = [match["word"] for match in _AND_THEN.finditer(rest)]
    return any(says(word) or _IN_PRESENT.fullmatch(word) for word in then)


def is_demand(rest: str) -> bool:
    """`soll um eine Verlängerung bitten`, right behind the subject: who shall do something is not who says so."""
    return bool(_SHALL.match(rest))


def says(word: str) -> bool:
    """Whether a finite verb is one of speech: `eröffnet`, `merkt`, `anmerkt`."""
    return bool(_SAYS.fullmatch(word))


def say(word: str) -> bool:
    """Whether a verb of speech stands in the plural or the infinitive: `erklären`, `widersprachen`, `anzumerken`."""
    return bool(_SAY.fullmatch(word))


def surely_says(text: str) -> bool:
    """Whether a text begins with a verb that is of speech, whatever else it may mean: `bittet`, `stellt … vor`."""
    word = re.match(r"[a-zäöüß]+", text)
    return bool(word and (_SURE.fullmatch(word.group()) or _TOGETHER.match(text)))


_PAST = frozenset(
    "bat gab wies sprach schlug verlas las nahm hielt fand hob ließ rief sah trug brachte bezog bot erhob ging zog schloss stand riet".split()
)


def tells_past(text: str) -> bool:
    """Whether somebody spoke, in the past: `Herr Kohl erklärte, …`; by the first verb of speech."""
    word = next((word for word in re.findall(r"(?<![\w-])[a-zäöüß]+", text[:600]) if says(word)), "")
    return word in _PAST or word.endswith("te")


def is_acted(clause: str) -> bool:
    """Whether what is done in the passive is certainly no speech."""
    return bool(_ACTED.search(clause))


# `…, will aber niemandem im Wege stehen`, `… und berichtet vom Bau`, `stimmt dagegen, weil …`
_BUT_SAYS = re.compile(
    r"(?:,|,?\sund|,?\saber|\ssowie)\s(?:(?:aber|jedoch|daher|daraufhin|zugleich|dabei|nun|dann)\s)?(?=(?P<word>[a-zäöüß]+)\s)"
)
_WISHES = frozenset("will wollte möchte wünscht hofft bleibt".split())
_WHY = re.compile(r"(?:stimmt|stimmte|enthält\ssich|enthielt\ssich)\b[^.;]{0,80},\s(?:weil|da|denn)\s")


def is_presence(rest: str) -> bool:
    """Whether what follows a subject tells that somebody is there or missing, comes or goes, or how they vote."""
    match = _PRESENT.match(rest)
    if match is None:
        return False
    if match.group().endswith(("Wort", "Rederecht", "Redezeit")):
        # `erhält das Wort und erläutert den Plan`
        says_then = re.match(r"\s(?:daraufhin\s)?und\s(?P<word>[a-zäöüß]+)\b", rest[match.end() :])
        return not (says_then and says(says_then["word"]))
    return not (and_then_says(rest[match.start() :]) or _WHY.match(rest.lstrip()))


def and_then_says(rest: str) -> bool:
    """Whether somebody who comes, goes or is there speaks as well: ` ist verhindert, bittet aber um …`"""
    return any(
        surely_says(rest[then.start("word") :]) or (then["word"] in _WISHES and "aber" in rest[: then.end() + 40])
        for then in _BUT_SAYS.finditer(rest)
    )
