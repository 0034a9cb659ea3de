"""In the room: what happens at the sitting itself, told of by nobody: `Im Saal wird Applaus gespendet.` Pure.

A sentence without a name goes on with the speech before it, unless it tells of what there is at a sitting alone, of what
is done, heard, lacking or agreed on there, or of what becomes of the debate and the ballot. What is told in indirect
speech (`Die Kosten lägen höher.`), or of another day (`Der Turm wird ab Mai gezeigt.`), is somebody's words.
"""

import re

from minutes.importers.grammar.indirect_speech import is_reported

_MOST = 300


def _any(words: str, *phrases: str) -> str:
    """Any of the words, or of the phrases, whose words stand in a row."""
    return "(?:" + "|".join([*words.split(), *(phrase.replace(" ", r"\s") for phrase in phrases)]) + ")"


_IS_DONE = _any("wird werden wurde wurden")
_IS = _any("ist sind war waren wird werden wurde wurden")
_END = r"[.!)]*$"

# Who is told of, or goes on: somebody's words.
_OF_SOMEBODY = re.compile(
    r"^(?:Er|Sie|Letztere[r]?)\s|^(?:Ihm|Ihr)\s(?!(?:wird|wurde)\s.*\b(?:erteilt|entzogen|zugesagt|gedankt|gratuliert)\b)|^Diese[r]?\s[a-zäöüß]|\b(?:[a-zäöüß]+t|[a-zäöüß]+te)\ser\s"
)
_ANOTHER_DAY = re.compile(
    r"\b"
    + _any(
        """ab bis künftig jährlich monatlich wöchentlich jede[nrsm]? nächste[nrsm]? kommende[nrsm]? demnächst später
        voraussichtlich seit früher bisher bislang bereits (?:19|20)\\d\\d Euro Prozent Jahr(?:en?)?
        im\\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Früh|Herbst|Sommer|Winter)\\w*"""
    )
    + r"\b|€|%"
)

# --- What there is at a sitting alone ---

# Where people sit and stand there; none of them in `Die Bühne im Bürgersaal wird erneuert.`
_PLACE = _any(
    """Saal Sitzungssaal Ratssaal Sitzungsraum Publikum Tribüne Empore Rednerpult Plenum Runde Rängen Zuhörerschaft
    (?:Zuhörer|Zuschauer|Besucher)(?:n|raum|plätzen|plätze|bänken|bänke|reihen|rängen|tribüne)?"""
)
_NOISE = _any(
    """[Aa]pplaus [Bb]eifall(?:s\\w*)? [Hh]eiterkeit [Gg]elächter [Gg]emurmel [Mm]urren [Rr]aunen [Uu]nruhe [Uu]nmut
    [Kk]lopfen [Zz]wischenrufe?n? [Zz]urufe?n? [Bb]uhrufe [Pp]fiffe [Jj]ubel [Tt]umult [Kk]opfschütteln [Ss]chweigen
    [Ss]chweigeminute"""
)
_THING = _any(
    """Rede(?:zeit|liste) Rednerliste Redner(?:innen)? Sitzungsleitung Tagungsleitung Stimmzettel Wahlurne Wahlkabine
    Sitzungsunterbrechung Zusatzfragen? Fragestunde \\w+fragestunde Gegenprobe Wortmeldung(?:en)? Redebeitr[aä]gen?
    (?:Wahl|Zähl|Stimm)(?:ausschuss|vorstand|kommission|zettel|zähler(?:innen)?) Stimmabgabe"""
)
_RECORDING = _any("(?:Ton|Bild|Film|Video)aufnahmen Mitschnitt Aufzeichnung")
_THERE = (
    # `Im Saal fällt das Licht aus.`, `Von der Tribüne ist Murren zu hören.`, `Zwischenrufe werden gerügt.`
    rf"(?:(?:Im|Aus|(?:Auch\s)?[Aa]uf|Von|Unter|Bei)\s(?:de[mnr]\s)?{_PLACE}|In\sder\s{_PLACE}|(?:(?:Die|Der|Das|Eine?)\s)?(?:[a-zäöüß]+\s)?{_THING}|(?:[A-Z][a-zäöüß]+\s)?{_NOISE})\b",
    # `Es wird ein Wahlausschuss gebildet.`, `Die Stimmen werden geheim abgegeben.`, `Daher ist ein Wahlvorstand zu bilden.`
    rf"(?:Es\s{_IS_DONE}\s(?:eine?\s)?|.{{2,60}}\s(?:ist|war|muss)\seine?\s){_THING}\b|(?:Die|Es)\s(?:{_IS_DONE}\s\S{{1,12}}\s)?(?:gültige\s)?(?:Stimmen|Stimmzettel)\s(?:{_IS_DONE}\s)?(?:.*\s)?(?:abgegeben|ausgezählt|gezählt|eingesammelt|ausgegeben){_END}",
    # `Frau Ohm und Herr Kohl werden in den Wahlausschuss berufen.`
    rf".{{3,160}}\s{_IS_DONE}\s(?:.*\s)?(?:in|als|zu[mr]?)\s(?:den\s|die\s|das\s)?(?:Wahl|Zähl|Stimm)(?:ausschuss|vorstand|kommission|zähler(?:n|in|innen)?|helfer(?:n|in|innen)?)\s(?:berufen|bestimmt|benannt|bestellt|gewählt|vorgeschlagen|eingesetzt){_END}",
    rf"\w{{1,16}}\s(?:abgegebene|gültige|ungültige)\s(?:gültige\s)?(?:Stimmen?|Stimmzettel|Wahlzettel){_END}",
    rf".{{3,120}}\s{_NOISE}(?:\s(?:im|aus|bei|von|auf|zu|unter)?\s?[\w\s]{{2,30}})?{_END}",
    rf".{{2,80}}\b(?:auf|von|aus|in|im|unter)\s(?:de[rnm]\s)?{_PLACE}\b",
    rf".{{0,100}}\sde[rn]\s(?:Saal|Raum|Sitzungssaal|Sitzungsraum)\b.{{0,60}}\b(?:geräumt|gelüftet|abgedunkelt){_END}",
    rf".{{0,80}}\b{_RECORDING}\b.{{0,100}}\b(?:gestattet|untersagt|genehmigt|erlaubt|verboten){_END}",
)

# --- What is done there ---

# Nowhere else, or hardly.
_DONE = _any(
    """überreicht gespendet (?:be)?klatscht geklatscht applaudiert genickt gelacht geschmunzelt geschwiegen geklopft
    gerügt gedankt gratuliert beglückwünscht quittiert verlesen vorgelesen vorgeführt abgespielt eingespielt
    eingeblendet projiziert hochgehalten (?:herum|weiter)gereicht herumgegeben herumgezeigt ausprobiert ausgehändigt
    ausgeteilt durchgesprochen durchgespielt durchgegangen andiskutiert abgewogen nachgedacht abgesprochen ausgetauscht
    festgehalten protokolliert notiert vermerkt verabredet anberaumt vervielfältigt aufrechterhalten hingenommen
    entgegengenommen hereingebeten hinausgebeten betätigt gelüftet ausgezählt eingesammelt hinterfragt nachgefragt
    thematisiert angesprochen eingegangen gutgeheißen wiederhergestellt
    hereingerufen hereingeführt angestimmt ausgerollt angeheftet""",
    "zu Protokoll (?:genommen|gegeben)",
    "das Wort (?:nicht )?(?:erteilt|entzogen|gegeben)",
    "(?:verschiedene|mehrere|unterschiedliche) [\\w-]+ genannt",
    "im nichtöffentlichen Teil (?:beraten|behandelt|berichtet|gesprochen)",
    "noch in der Sitzung [a-zäöüß]+",
    "(?:noch einmal|nochmals|erneut|gemeinsam) (?:nachgerechnet|aufgelegt|gezählt)",
    "auf (?:das|ein) Verbot .* hingewiesen",
    "gestellt und (?:[a-zäöüß]+ )?beantwortet",
    "mit Dank verabschiedet",
    "willkommen geheißen",
    "in den Raum (?:gerufen|gestellt|geworfen)",
    "(?:in den|aus dem) (?:Saal|Sitzungssaal|Ratssaal|Sitzungsraum|Raum) gebeten",
    "zur Ordnung gerufen",
    "in Frage gestellt",
    "in Aussicht gestellt",
    "in Erinnerung gerufen",
    "in Augenschein genommen",
    "ins Gespräch gebracht",
    "zur Sprache gebracht",
    "um (?:Kürze|Geduld|Ruhe) gebeten",
    "zur Ansicht (?:aufgestellt|ausgelegt|gezeigt)",
    "für (?:richtig|gut|sinnvoll) befunden",
    "(?:ausführlich|kurz|lange|eingehend|lebhaft|kontrovers|rege|gemeinsam) (?:gesprochen|beraten|diskutiert|erörtert|besprochen|debattiert|betrachtet)",
    "(?:unterschiedlich|verschieden|kontrovers|zurückhaltend) (?:beurteilt|gesehen|bewertet)",
    "(?:übereinstimmend|einhellig|einmütig|durchweg|allgemein)(?: als \\w+)? (?:beurteilt|gesehen|bewertet|begrüßt|abgelehnt|befürwortet|empfunden)",
)
# There, or anywhere else on another day.
_DONE_TODAY = _any(
    """aufgestellt aufgehängt übergeben gereicht gezeigt verabschiedet verteilt ausgelegt gewählt abgestimmt aufgerufen
    gesprochen vereinbart geschlossen abgeschlossen unterbrochen ausgeschlossen begrüßt gehört angehört vorgezogen
    untersagt unterbunden gestattet beschränkt begrenzt festgelegt eingeschaltet ausgeschaltet betrachtet angekreuzt
    ausgefüllt eingelegt gefolgt entsprochen nachgekommen stattgegeben"""
)
_PASSIVE = (
    rf"Es\s{_IS_DONE}\s(?:[a-zäöüß]+\s){{0,2}}(?:applaudiert|geklatscht|gelacht|geschmunzelt|geklopft|geschwiegen|gemurrt){_END}",
    rf"(?!Dies\b|Es\b).*\b{_IS_DONE}\b.*\b{_DONE}(?:\sund\s[a-zäöüß]+)?(?:,\s(?:ob|wie|wer|was|dass|wann|warum|der|die|das)\s.*)?{_END}",
    # `Offen gewählt wird nicht.`, `Vorgeschlagen ist Frau Ohm.`
    rf"(?:Gewählt|Abgestimmt|Abgegeben|Ausgegeben|Ausgeteilt|Ausgezählt|Gewünscht|Verlangt|Beantragt|Vorgeschlagen|Benannt)\s{_IS}\b",
    rf"(?:Vereinzelt|Mehrfach|Teils|Teilweise|Überwiegend|Mehrheitlich|Allgemein|Allseits|Einhellig|Verschiedentlich|Wiederholt|Kontrovers|Kritisch)\s{_IS_DONE}\s",
    rf"(?:Schließlich|Zuletzt|Abschließend|Danach|Sodann|Anschließend|Vorab)\s{_IS_DONE}\s(?:.*\s)?(?:angeregt|vorgeschlagen|beantragt|gefragt|gebeten|kritisiert)\b|(?:Zu|Bei|Für)\s.*\s{_IS_DONE}\s.*\b(?:verlangt|beantragt|gewünscht){_END}",
    rf"(?:Die|Der)\sneue[nr]?\s[\w-]+\s{_IS_DONE}\s(?:[a-zäöüß]+\s)?(?:vorgestellt|eingeführt|verpflichtet){_END}",
    rf"(?:Für\sdas\sProtokoll|Nach\sdiesem\s\w+)\s{_IS_DONE}\b|In\s(?:mehreren|einigen|verschiedenen|zahlreichen|den)\s[\w-]*(?:beiträgen|meldungen)\s{_IS_DONE}\b",
    rf"Auf\s(?:.*\s)?[\w-]*(?:[Ww]ahl|[Aa]bstimmung|[Aa]ussprache|[Vv]erlesung|[Vv]erlesen|[Vv]ortrag|[Vv]orstellung|[Dd]iskussion|[Bb]eratung|[Aa]uszählung)\b.*\s{_IS_DONE}\sverzichtet{_END}",
    # `Die Karte wird an der Wand befestigt.`, `Ihnen wird zugesagt, …`
    rf"(?:Der|Die|Das|Eine?)\s[\w-]*(?:[Pp]lan|[Kk]arte|[Pp]lakat|[Ss]kizze|[Zz]eichnung|[Ll]iste)\s(?:.*\s)?{_IS_DONE}\san\sder\s(?:Wand|Tafel|Leinwand|Pinnwand)\s[a-zäöüß]+{_END}",
    rf"(?:Eine?|Ihm|Ihr|Ihnen|Beides)\s(?:\w+\s){{0,2}}{_IS_DONE}\szugesagt(?:,\s.*)?{_END}",
    # `Satz 2 wird gestrichen.`
    rf"(?:Dies|(?:(?:Das|Die|Der)\s)?(?:\w+\s)?(?:Wort|Satz|Halbsatz|Absatz|Passus|Formulierung|Überschrift|Begriff|Zahl|Ziffer))\b.*\s{_IS_DONE}\s.*\b(?:geändert|gestrichen|ersetzt|eingefügt|umformuliert|berichtigt|korrigiert){_END}",
)
_PASSIVE_TODAY = (
    rf"(?!Dies\b|Es\b).*\b{_IS_DONE}\b.*\b{_DONE_TODAY}(?:\sund\s[a-zäöüß]+|,\s(?:was|weil|damit|um)\s.*)?{_END}",
    rf"Dem\s{_IS_DONE}\s(?:nicht\s)?(?:entsprochen|gefolgt|stattgegeben|widersprochen|zugestimmt)\b",
)

# --- What is lacking ---

_NOT = _any("nicht keine[rnsm]? kein niemand(?:em)? aus nichts")
_WISH = _any(
    """[\\w-]*(?:[Ff]ragen?|[Ww]ünsche?|[Vv]orschl[aä]ge?|[Aa]nregung(?:en)?|[Mm]eldung(?:en)?|[Bb]edarf|[Hh]inweise?|[Bb]eitr[aä]ge?|[Aa]ntr[aä]ge?)
    [\\w-]*(?:[Aa]ussprache|[Dd]iskussion|[Dd]ebatte|[Bb]eratung|[Bb]esprechung|[Ee]rörterung) Anliegen Namen? Bewerb(?:er|ungen)
    [\\w-]*[Kk]andidat(?:en|uren) Bedenken Einwände? Einwendungen Kritik Stimmen Berichtigungen Beanstandungen
    Widerspr[uü]che? Gegenrede Anmerkungen Ergänzungen Änderungen Wahl Abstimmung [\\w-]*[Aa]uffassung Vorgehen(?:sweise)?
    Verfahren Alternativen Wort Antwort Auskunft"""
)
_COMES = _any(
    """wird werden wurde wurden gibt gab liegen lagen liegt lag kommen kamen kommt kam besteht bestand bestehen bestanden ergeben
    ergaben erheben erhebt regt regte meldet melden finden fallen fällt fiel folgen erfolgt blieb blieben bleibt bleiben""",
    "(?:sind|waren|ist|war) (?=nicht)",
    "(?:gibt|gab|bedarf|bedurfte) es",
)
_LACKING = (
    rf"(?:Sonst|Ansonsten|Weiterhin|Hierzu|Dazu)?\s?[Kk]eine\s(?:weiteren\s)?{_WISH}{_END}",
    rf"Es\s{_COMES}\skeine?[nr]?\s(?:[a-zäöüß]+\s)?{_WISH}\b",
    rf"(?:[A-ZÄÖÜ]\w*\s)?(?:[\w,-]+\s){{0,3}}?{_WISH}\b.{{0,100}}?\s{_COMES}\b.{{0,60}}?\b{_NOT}\b",
    # `Vorschläge von Einwohnern sind in der Frist nicht eingegangen.`
    rf"(?:[A-ZÄÖÜ]\w*\s)?{_WISH}\b.{{0,80}}?\s(?:sind|waren)\s.{{0,80}}?\bnicht\s(?:eingegangen|erfolgt|vorgebracht|abgegeben|erhoben|gestellt){_END}",
    r"(?:.*\s)?(?:regt|regte|erhebt|erhob|rührt|rührte|meldet|meldete|findet|fand)\ssich\s.*\b(?:kein\w*|niemand)\b",
    rf"(?:Der|Die|Das)\s(?:\w*[Aa]usschuss|\w*[Rr]at|\w*[Vv]ertretung|\w*[Mm]itglieder|Gremium|Anwesenden|Fraktionen|Zuhörer)\s(?:hat|haben|hatte|hatten)\s.*\bkeine?\s(?:\w+\s)?{_WISH}\b",
    rf"(?:Da|Weil|Nachdem)\s.*\bkeine\s(?:\w+\s)?{_WISH}\b.*\s{_IS_DONE}\s|(?:Dazu|Hierzu|Darauf)\s(?:konnte|kann)\s.*\bkeine\s{_WISH}\b",
    rf"[^:]{{4,40}}:\s[Kk]eine\s{_WISH}{_END}|(?:Einwohner|Zuhörer|Gäste|Bürger)(?:innen)?\s(?:sind|waren)\snicht\s|.*\s{_IS_DONE}\s(?:nicht|kaum)\s(?:weiter\s|näher\s)?(?:diskutiert|beraten|erörtert|vertieft|debattiert){_END}|Sonst\snichts{_END}|Nichts\sweiter{_END}|Niemand\s(?:spricht|sprach|meldet|meldete|erhebt|erhob|widerspricht|widersprach|äußert|äußerte|stimmt|stimmte)\b|(?:Dagegen|Dafür|Hiergegen|Hierzu|Dazu)\s(?:spricht|sprach|stimmt|stimmte|äußert|äußerte|redet)\s(?:sich\s)?niemand{_END}|(?:(?:Alle|Die|Einzelne|Einige|Mehrere|Weitere|Verschiedene|Zahlreiche)\s)?[\w-]*[Ff]ragen\s(?:(?:zu[rm]?|aus|von|der|des)\s.*)?{_IS_DONE}\s(?:durch\s(?:die|das)\s[\w-]+\s)?(?:[a-zäöüß]+\s)?(?:gestellt|beantwortet|geklärt){_END}",
)

# --- What becomes of the debate, the sitting and the ballot ---

_DEBATE = _any(
    "[\\w-]*(?:[Aa]ussprache|[Dd]iskussion|[Dd]ebatte|[Bb]eratung|[Ff]ragen|[Aa]ustausch) Gespräch Wortgefecht"
)
_MATTER = _any(
    """(?:öffentliche\\s|nichtöffentliche\\s)?Sitzung Tagesordnung(?:spunkt)? Punkt TOP Protokoll Niederschrift Auszählung
    Wahlgang [\\w-]*[Ff]ragerunde [\\w-]*[Ff]ragestunde Öffentlichkeit Ladung Einladung Pause [\\w-]*(?:[Aa]bstimmung|[Ww]ahl|[Aa]ussprache|[Dd]iskussion|[Dd]ebatte|[Bb]eratung)"""
)
_COURSE = (
    rf"(?:.*\s)?(?:[Dd]ie|[Dd]er|[Dd]as|[Ee]ine)\s(?:[a-zäöüß]+\s)?{_MATTER}\b.*?\s{_IS}\b.*\b(?:geschlossen|abgeschlossen|eröffnet|unterbrochen|fortgesetzt|wiederholt|beendet|geführt|erschöpft|genehmigt|durchgeführt|wiederaufgenommen|wiederhergestellt|ausgeschlossen|eingelegt|festgestellt|behandelt){_END}",
    rf".*\s(?:wird|muss|musste|wurde|ist|war)\s(?:die|der)\s{_MATTER}\b.*\b(?:wiederholt|unterbrochen|fortgesetzt|geschlossen|beendet|eingelegt)\b",
    rf"(?:Die|Der)\s(?:[a-zäöüß]+\s)?{_MATTER}\s(?:ruht|ruhte|dreht|drehte|ging|geht|erging|erfolgte|lag)\b|(?:Das\sErgebnis\s(?:der|des))\s.*\s{_IS_DONE}\b|Die\sSitzungsleitung\s",
    rf"(?:.*\s)?(?:schlie(?:ß|ss)(?:t|en)|schloss(?:en)?|entspinnt|entspann|entwickelt|entwickelte|ergibt|ergab|entsteht|entstand|kommt|kam|folgt|folgte|folgen|gibt|gab)\s(?:es\s|sich\s|zu\s)*(?:.{{0,40}}\s)?(?:{_DEBATE}|{_NOISE}|Wortmeldungen|Redebeiträge|Unmutsäußerungen|Wortwechseln?)\b",
    # `In der Aussprache ging es um die Kosten.`, `Gegenstand der Debatte ist die Zufahrt.`
    rf"(?:In|Bei|Während)\s(?:der|einer|dieser)\s(?:[a-zäöüß]+\s)?{_DEBATE}\b(?!.*\b(?:er|sie)\b).*\s(?:geht|ging|gehen|gingen|steht|stehen|stand|standen|spiel\w+|kommt|kam|kommen|kamen)\s",
    rf"(?:Im\s(?:Mittelpunkt|Vordergrund)|Gegenstand|Inhalt|Haupt\w+|Them(?:a|en)|Schwerpunkte?)\s(?:der|dieser|einer)\s(?:[a-zäöüß]+\s)?{_DEBATE}\s",
    rf"(?:Im|In\sder)\s(?:weiteren\s|anschließenden\s)?(?:Verlauf|Gang|Zuge|Fortgang|Folge)\s(?:der\s\w+\s)?(?:{_IS_DONE}|kommt)\b|Nach\s(?:Wiederaufnahme|Wiedereröffnung|Fortsetzung)\sder\s",
    rf"Folgende[rs]?\s(?:[a-zäöüß]+\s)?[\w-]*(?:[Bb]eschluss|[Bb]eschlüsse|[Ee]mpfehlung|[Ee]ntscheidung)\s{_IS_DONE}\s(?:\w+\s)?(?:gefasst|getroffen|ausgesprochen|verlesen)\s?:?$",
    rf"(?:Damit|Hiermit)\s(?:hat|hatte|ist|war)\sd(?:ieser|er)\s(?:Punkt|Tagesordnungspunkt)\s|(?:Kurze\s)?(?:Pause|Sitzungspause|Unterbrechung|Gedenkminute)(?:\s(?:von|für)\s.*)?{_END}",
    rf"{_DEBATE}\s(?:der|über|zu|im|in|mit|unter)\s[^:]{{3,80}}(?::|$)|{_DEBATE}\s(?:beendet|geschlossen|eröffnet)\b|(?:Ende|Schluss|Beginn)\sder\s{_DEBATE}\b|Die\sFrage\s(?:bleibt|blieb)\b|Offen\s(?:bleibt|blieb)\sin\sder\s{_DEBATE}\b",
    # `Hiernach fasst der Ausschuss folgenden Beschluss:`, above the label of the resolution.
    r".*\b(?:fasst|fasste|fassen|fassten|ergeht|erging|trifft|traf|gibt|gab)\s(?:.*\s)?(?:folgende[nrs]?|nachstehende[nrs]?)\s(?:[a-zäöüß]+\s)?[\w-]*(?:[Bb]eschluss|[Bb]eschlüsse|[Ee]ntscheidung|[Ee]mpfehlung)\b[^.;:]{0,60}:?$",
)

# --- What all agree on ---

_ACCORD = _any("Einigkeit Uneinigkeit Einvernehmen Einverständnis Einmütigkeit Übereinstimmung Konsens")
_STANDS = _any("herrscht herrschte besteht bestand bestehen", "gibt es")
_BODY = _any(
    """(?:der|die|das)\\s(?:anwesenden\\s)?[\\w-]*(?:[Aa]usschuss|[Rr]at|tag|[Vv]ertretung|versammlung|[Bb]eirat|[Mm]itglieder|[Vv]erordneten|[Aa]bgeordneten|[Ff]raktionen|Gremium|Anwesenden)
    alle man"""
)
_SETTLE = _any(
    """einigt einigte einigen einigten verständigt verständigte verständigen verständigten entscheidet entscheiden
    entschied entschieden"""
)
_COME = _any("kommt kommen kam kamen")
_DECLARE = _any("ist sind war waren", "zeig(?:t|te|en|ten) sich", "erklär(?:t|te|en|ten) sich")
_AGREED = (
    rf"(?:.*\s)?{_STANDS}\s(?:.*\s)?{_ACCORD}\b|{_ACCORD}\s(?:{_STANDS}|{_IS_DONE})\b|.*\b(?:sind|waren)\ssich\s(?:[a-zäöüß]+\s)?(?:alle|beide|die\s\w+)\b.*\beinig\b",
    rf"(?:.*\s)?{_SETTLE}\ssich\s{_BODY}\b|(?i:{_BODY})\s(?:.*\s)?{_SETTLE}\ssich\b|Es\s{_IS_DONE}\s(?:vereinbart|verabredet|abgesprochen)\b",
    # `Nach kurzer Pause kommt der Rat überein, …`, `Der Ausschuss war mit der Reihenfolge einverstanden.`
    rf"(?:.*\s)?{_COME}\s(?:.*\s)?{_BODY}\s(?:.*\s)?überein\b|(?i:{_BODY})\s(?:.*\s)?{_COME}\s(?:.*\s)?überein\b",
    rf"(?i:{_BODY})\s(?:.*\s)?{_DECLARE}\s(?:.*\s)?einverstanden\b|(?:Damit|Hiermit|Mit)\s(?:.*\s)?{_DECLARE}\s{_BODY}\s(?:.*\s)?einverstanden\b",
    rf"Die\s(?:Meinungen|Ansichten|Auffassungen)\s(?:.*\s)?(?:auseinander|geteilt)\b|Die\sStimmung\s|Ein\sStimmungsbild\s|(?:Ein|Der)\sKompromiss\szeichne|(?:Damit|Hiermit|Dagegen|Dafür)\s(?:ist|sind|war|waren)\s(?:alle|die|der|das)\s.*\s(?:einverstanden|nichts\seinzuwenden){_END}|(?:Eine|Die)\s(?:Einigung|Verständigung|Annäherung)\s(?:kommt|kam|gelingt|gelang|ist|war)\b",
    # `Der Entwurf hat bei den Mitgliedern keinen Anklang gefunden.`
    rf"(?:Diese[rs]?|Der|Die|Das)\s.{{3,120}}\s(?:hat|haben|hatte|hatten)\s.*\b(?:Anklang|Zustimmung|Zuspruch|Unterstützung|Beifall|Gegenliebe)\sgefunden{_END}",
    rf"(?:Diese[rs]?|Der|Die|Das)\s(?:\w+\s)?[A-ZÄÖÜ][\w-]+\s(?:stößt|stieß|trifft|traf|findet|fand)\s(?:bei\s\w+\s\w+\s)?(?:auf\s)?(?:\w+\s){{0,2}}(?:Gegenliebe|Zustimmung|Zuspruch|Anklang|Ablehnung|Widerstand|Skepsis|Verständnis|Interesse){_END}",
    rf".*\s{_IS_DONE}\s(?:von\sallen|allseits|allgemein|durchweg|einhellig|überwiegend|mehrheitlich)\s(?:\w+\s){{0,3}}(?:begrüßt|unterstützt|geteilt|befürwortet|befunden|abgelehnt|gewünscht){_END}",
    rf"Die\s(?:Frage|Bitte|Kritik|Meinung)\s{_IS_DONE}\s(?:[a-zäöüß]+\s){{0,2}}(?:begrüßt|unterstützt|geteilt|bezweifelt){_END}",
)

# --- Who is there, and what they do ---

_WHO = _any(
    """[\\w-]*(?:[Mm]itglied(?:er)?|[Vv]ertreter(?:in)?|[Zz]uhörer(?:innen)?|[Zz]uschauer(?:innen)?|[Bb]esucher(?:innen)?|[Ss]chüler(?:innen)?|[Ss]chülergruppe|[Ss]chulklasse)
    [\\w-]*[Vv]orsitzenden [\\w-]*[Cc]hor [\\w-]*[Kk]apelle [\\w-]*[Ee]nsemble Klasse Kindergruppe Geehrten beiden
    Bewerber(?:innen)? Kandidaten Kandidatinnen [\\w-]*[Kk]inder Anwesenden Gast Gäste Nachbarn Anlieger Eltern Ausschuss Gremium Rat"""
)
_ACT = _any(
    """verlassen verlässt verließen verließ betreten betritt betrat klatsch\\w+ applaudier\\w+ lach\\w+ nick(?:t|en|te|ten)
    besichtig\\w+ betracht\\w+ begutacht\\w+ überreich\\w+ verfolg\\w+ fotografier\\w+ erheben erhoben gedenken gedachten""",
    "melde(?:n|t|te|ten) sich",
    "(?:erhält|erhalten|erhielt|erhielten|bekommt|bekommen|bekam|bekamen) Gelegenheit",
    "begeben sich",
    "haben Platz genommen",
    "tausch(?:en|ten) die Plätze",
    "machen Fotos",
    "(?:sing(?:t|en)|sang(?:en)?|spiel(?:t|en|te|ten)) .*\\b(?:Lied|Lieder|Stücke?|Ständchen)",
    "begleite(?:t|n|te|ten) .*\\b(?:musikalisch|mit (?:einem|zwei|drei) (?:Stück|Stücken|Lied|Liedern))",
    "tr(?:ägt|agen|ug|ugen) .*\\b(?:Lied|Lieder|Gedichte?|Stück) .*vor",
    "tr(?:agen|ugen|ägt|ug) sich .*[Bb]uch .*ein",
    "(?:seh|sieh|sah)(?:t|en)? sich .*\\b\\w*(?:[Pp]l[aä]ne?|[Bb]ilder|[Mm]odell|[Ff]ilm|[Ee]ntw[uü]rfe?|[Ff]otos?|[Kk]arte|[Mm]uster)\\b.*an",
    "probier(?:t|en|te|ten) (?:die|das|den) .*aus",
    "(?:erhält|erhalten|erhielt|erhielten|bekommt|bekommen|bekamen) .*\\b(?:[\\w-]*karten?|Blumen|[\\w-]*[Uu]rkunden?|Präsent|Geschenke?|Strauß|Blumenstrauß)",
)
_THING_SHOWN = _any(
    "[\\w-]*(?:[Pp]lan|[Pp]läne|[Kk]arte|[Ll]iste|[Ff]otos?|[Mm]uster|[Mm]odell|[Ee]ntw[uü]rfe?|[Pp]lakat)"
)
_PRESENT = (
    rf"(?:(?:Die|Alle|Mehrere|Einige|Viele|Beide|Zwei|Drei|Vier|Eine?|Der|Das|Zahlreiche|Etwa\s\w+|Rund\s\w+)\s)?(?:[a-zäöüß]+\s)?{_WHO}\b(?:.*\s)?{_ACT}\b",
    r".*\b(?:erheb(?:t|en)|erhoben)\ssich\s(?:alle|die|von)\b|.*\b(?:gedenk(?:t|en)|gedach(?:te|ten))\s(?:die\s(?:Anwesenden|Mitglieder)|der\s\w*(?:rat|ausschuss)|man)\b|.*\stausch(?:t|en|ten)\s(?:die|ihre)\sPlätze\b",
    r".*\s(?:verlass?en|verläss?t|verließ(?:en)?|betreten|betritt)\s(?:.*\s)?(?:Saal|Raum|Sitzung|Sitzungssaal|Sitzungsraum|Sitzungstisch)\b|(?:Schriftführer|Protokollführer|Wahlleiter|Stimmzähler)(?:in|innen)?\s(?:ist|sind|war|waren)\s|.*\sbilde(?:n|ten)\s(?:.*\s)?(?:Wahlausschuss|Wahlvorstand|Zählkommission)\b",
    rf".*\b(?:ist|sind|war|waren)\s(?:.*\s)?(?:beschlussfähig|erschienen|zugegen)\b|.*\bsind\salle\sMitglieder\b.*\banwesend\b|.*\bverfolg(?:t|te|en|ten)\s(?:.*\s)?die\s{_DEBATE}\b",
    rf"(?:Der|Die|Das|Ein|Eine)\s(?:.*\s)?{_THING_SHOWN}\b.*\s(?:hängt|hängen|hing|hingen|liegt|liegen|lag|lagen|steht|stehen|geht|gehen|ging|gingen)\s(?:.*\s)?(?:aus|herum|bereit|durch\sdie\sReihen){_END}|.*\smach(?:t|en|te|ten)\sdie\sRunde\b|.*\s(?:läuft|laufen|lief|liefen)\s(?:.*\s)?über\s(?:den\sBildschirm|die\sLeinwand)\b",
    rf"(?:Die|Der|Das)\s(?:Übertragung|Technik|Mikrofon(?:anlage)?|Licht|Ton|Beamer|Lautsprecheranlage|Strom)\s(?:fällt|fiel|streikt|streikte|versagt|versagte)\b|(?:Die|Der)\s(?:\w*[Vv]erbindung|Übertragung|Videoschaltung)\s(?:bricht|brach|reißt|riss)\s(?:zwischenzeitlich|kurz|kurzzeitig|zeitweise|mehrfach|wiederholt|für)\b|(?:Gegen|Um|Kurz|Während|Für|Zwischenzeitlich|Zeitweise|Mehrfach|Zweimal)\s(?:.*\s)?(?:fällt|fiel)\s(?:.*\s)?(?:der\sStrom|das\sLicht|der\sTon|die\sTechnik|die\sHeizung)\saus\b|(?:\w+\s)?(?:Hände|Arme)\s(?:gehen|gingen|heben|hoben)\s|Es\s(?:ist|war|wird|wurde)\s(?:kurz\s|für\s.*\s|einen\s\w+\s)?(?:still|laut|unruhig)(?:\sim\s(?:Saal|Raum|Publikum))?{_END}|.*\s(?:liegt|liegen|lag|lagen)\s(?:.*\s)?(?:auf|an)\sde[nmr]\s(?:Tisch(?:en?)?|Plätzen|Eingang|Tür)\s(?:aus|bereit){_END}|(?:Der|Die|Das)\s\w*(?:[Bb]ericht|[Vv]ortrag|[Ss]tellungnahme|[Pp]räsentation|[Gg]utachten)\s(?:liegt|lag)\s(?:.*\s)?(?:schriftlich|als\sTischvorlage)\svor\b|.*\sziehen\ssich\sdie\sFraktionen\b|Die\sFraktionen\s(?:beraten|berieten|ziehen|zogen)\ssich\s",
)

_ALWAYS = [re.compile(each) for each in (*_THERE, *_PASSIVE, *_LACKING, *_COURSE, *_AGREED, *_PRESENT)]
_TODAY = [re.compile(each) for each in _PASSIVE_TODAY]
_ALL_AGREE = re.compile(
    rf"(?:Es|Hierüber|Darüber)\s{_STANDS}\s(?:[a-zäöüß]+\s)?{_ACCORD}\b|Es\s{_IS_DONE}\s(?:vereinbart|verabredet|abgesprochen)\b"
    rf"|(?i:{_BODY})\s(?:einig|verständig)(?:t|te|en|ten)\ssich\sdarauf,|(?i:{_BODY})\s(?:schließt|schließen|schloss|schlossen)\ssich\s(?:diesem|dem)\s(?:Vorgehen|Verfahren)\san\b|(?i:{_BODY})\s(?:schließt|schließen|schloss|schlossen)\ssich\sdieser\s(?:Vorgehens|Verfahrens)weise\san\b"
)


def happens(sentence: str) -> bool:
    """Whether a sentence tells what happens at the sitting."""
    if len(sentence) > _MOST or is_reported(sentence) or _OF_SOMEBODY.search(sentence):
        return False
    is_today = not _ANOTHER_DAY.search(sentence)
    return any(each.match(sentence) for each in _ALWAYS) or (is_today and any(each.match(sentence) for each in _TODAY))


def is_agreed(sentence: str) -> bool:
    """`Es besteht Einvernehmen, den Zaun zu bauen.`: what all agree on is no decision yet."""
    return bool(_ALL_AGREE.match(sentence))
