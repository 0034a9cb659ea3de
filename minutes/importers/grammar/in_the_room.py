"""In the room: what happens at the sitting itself, told of by nobody: `Im Saal wird Applaus gespendet.` Pure.

A paragraph without a name goes on with the speech before it, unless its verb is one of what people do in a meeting room
(`wird herumgereicht`), or what is told of exists there alone (`Die Rednerliste`). What is told in indirect speech
(`Die Kosten lägen höher.`) is always said.
"""

import re

from minutes.importers.grammar.letters import LOWER

_IS_DONE = r"(?:wird|werden|wurde|wurden)"
_WITHIN = r"(?:[^.;:]|(?<=\d)\.)"
# Indirect speech, and who goes on by a pronoun.
_REPORTED = re.compile(
    r"\b(?:sei|seien|habe|hätten?|werde|würden?|wäre|wären|müsse|müssten?|könne|könnten?|solle|wolle|dürfe|dürften?|gebe|gäbe|komme|käme|gehe|ginge|liege|lägen?|stehe|bleibe|blieben|lasse|brauche|mache|halte)\b|^(?:Er|Sie|Ihm|Ihr|(?:Dieser|Diese|Letztere[r]?)(?=\s[a-zäöü]))\s"
)
# What exists at a sitting alone.
_THERE = (
    r"(?:Saal|Sitzungssaal|Publikum|Tribüne|Empore|Zuhörer(?:plätzen?|bänken?|reihen?|raum)|Zuschauer(?:plätzen?|bänken?|reihen?|raum)|Zuhörerschaft"
    r"|Rede(?:zeit|liste)|Redner(?:liste|pult)|Wortmeldungen?|Zwischenrufe?n?|Applaus|Beifall|Heiterkeit|Gelächter|Gemurmel|Murren|Unruhe|Klopfen|Zusatzfragen?|Tagungsleitung|Sitzungsleitung|Stimmzettel|Wahlurne|Wahlkabine)"
)
_NOISE = (
    r"(?:Applaus|Beifall|Heiterkeit|Gelächter|Gemurmel|Murren|Unruhe|Klopfen|Zwischenrufe?|Schweigen|Schweigeminute)"
)
# What people do in a meeting room, and hardly anywhere else.
_DONE_THERE = (
    r"(?:überreicht|übergeben|gespendet|(?:be)?klatscht|geklatscht|applaudiert|genickt|gelacht|geklopft|verlesen|vorgelesen|vorgeführt|abgespielt|eingespielt|eingeblendet|projiziert|aufgehängt|hochgehalten"
    r"|(?:herum|weiter|aus)?gereicht|herumgegeben|ausprobiert|herumgezeigt|gezeigt|gerügt|gedankt|gratuliert|mit\sDank\sverabschiedet|durchgesprochen|durchgespielt|andiskutiert|nachgedacht|abgesprochen|festgehalten|verabredet|vereinbart"
    r"|vervielfältigt|quittiert|aufrechterhalten|in\sden\sRaum\s(?:gerufen|gestellt)|zur\sOrdnung\sgerufen|in\sFrage\sgestellt|in\sErinnerung\sgerufen|geschmunzelt|geschwiegen|hingenommen|notiert|eingeschaltet|ausgeschaltet|zur\sAnsicht\s(?:aufgestellt|ausgelegt|gezeigt)|angekreuzt|ausgefüllt|eingesammelt|ausgeteilt|verteilt|ausgezählt|aufgerufen|abgefragt|begrüßt\sund\s[a-zäöü]+|willkommen\sgeheißen|vorgestellt\sund\serörtert"
    r"|(?:ausführlich\s|kurz\s|lange\s|eingehend\s|lebhaft\s|kontrovers\s|rege\s|gemeinsam\s)(?:gesprochen|beraten|diskutiert|erörtert|besprochen|debattiert|betrachtet|abgewogen))"
)
_PASSIVE = re.compile(
    rf"(?!Dies\b){_WITHIN}{{3,200}}?\s{_IS_DONE}\b{_WITHIN}{{0,160}}\b{_DONE_THERE}(?:\sund\s[{LOWER}]+)?[.!]?$"
)
# `Auf eine geheime Wahl wird verzichtet.`, `Im weiteren Verlauf wird auch über eine Badeinsel gesprochen.`
_TALKED = re.compile(
    rf"(?:Über|Auf|Zu[mr]?)\s{_WITHIN}{{3,120}}?\s{_IS_DONE}\s(?:[{LOWER}]+\s){{0,3}}(?:gesprochen|nachgedacht|beraten|diskutiert|abgestimmt|gesprochen|eingegangen)[.!]?$"
    rf"|Auf\s{_WITHIN}{{0,60}}(?:Wahl|Abstimmung|Aussprache|Verlesung|Verlesen|Vortrag|Vorstellung|Diskussion|Beratung|Erläuterung|Auszählung)\b{_WITHIN}{{0,60}}\s{_IS_DONE}\sverzichtet[.!]?$"
    rf"|(?:Im\sweiteren\s(?:Verlauf|Gang|Fortgang)|Im\sVerlauf|In\sder\sFolge)\b{_WITHIN}{{0,60}}?\s{_IS_DONE}\b"
    rf"|(?:Dies|Das|Diese\s\w+|Dieser\s\w+)\s{_IS_DONE}\s(?:[{LOWER}]+\s){{0,4}}(?:in\sFrage\sgestellt|begrüßt|gelobt|unterstützt|kritisiert|bemängelt|beklagt|bezweifelt)[.!]?$"
)
# `Die Redezeit wird auf drei Minuten beschränkt.`, `Von der Tribüne ist Murren zu hören.`, `Gelächter im Saal.`
_OF_THERE = re.compile(
    rf"(?:(?:Die|Der|Das|Eine?|Im|Aus\sdem|Von\sder|Auf\s(?:der|den)|In\sder|Unter\sden)\s)?(?:[A-ZÄÖÜ]?[{LOWER}]+\s)?{_THERE}\b"
    rf"|{_WITHIN}{{3,80}}\slöst\s{_WITHIN}{{3,40}}\s{_NOISE}\saus[.!]?$|(?:Ton|Bild|Film|Video)aufnahmen\b{_WITHIN}{{0,80}}\b(?:gestattet|untersagt|genehmigt|erlaubt|verboten)[.!]?$|(?:Ein\sMitschnitt|Die\sAufzeichnung)\b{_WITHIN}{{0,100}}\b(?:gestattet|untersagt|genehmigt|erlaubt|verboten)[.!]?$"
    rf"|{_WITHIN}{{3,80}}\s{_IS_DONE}\sder\s(?:Saal|Raum|Sitzungssaal|Sitzungsraum)\b{_WITHIN}{{0,60}}\b(?:geräumt|gelüftet|verlassen|abgedunkelt)[.!]?$|{_WITHIN}{{0,80}}\bverfolg(?:t|te|en|ten)\s(?:{_WITHIN}{{0,30}}\s)?die\s(?:Aussprache|Sitzung|Debatte|Beratung|Diskussion)[.!]?$"
    rf"|{_WITHIN}{{0,80}}\b{_NOISE}\b{_WITHIN}{{0,40}}[.!]?$"
    rf"|{_WITHIN}{{2,80}}\b(?:auf|von|aus|in|im|unter)\s(?:der|den|dem)?\s?{_THERE}\b"
)
# `Andere Wünsche wurden nicht vorgetragen.`, `Rückfragen blieben aus.`, `Ein dritter Name fällt nicht.`, `Das Gremium hat keine Fragen.`
_ABSENT = re.compile(
    rf"(?:(?:Weitere|Andere|Sonstige|Zusätzliche|Eine|Ein|Kritische|Weiterer)\s)?(?:[{LOWER}]+\s)?(?:[\w-]*(?:[Ww]ünsche|[Vv]orschläge|[Vv]orschlag|[Ff]ragen?|[Ss]timmen|[Bb]edarf|[Aa]nträge|[Ee]inwände|[Hh]inweise|[Mm]eldungen|[Nn]amen?|[Bb]ewerb(?:er|ungen)|[Kk]andidat(?:en|uren)|[Bb]eiträge|[Ww]iderspruch|[Aa]ntwort(?:en)?|[Ww]ort))\b{_WITHIN}{{0,60}}\b(?:nicht|aus)\b{_WITHIN}{{0,30}}[.!]?$"
    rf"|(?:Weitere|Andere|Sonstige)\s[\w-]*(?:[Vv]orschläge|[Ff]ragen|[Ww]ünsche|[Mm]eldungen|[Bb]ewerb\w+|[Kk]andidat\w+|[Aa]nträge|[Bb]eiträge)\s(?:gibt|gab)\ses\snicht"
    rf"|(?:Das\sGremium|Der\s\w*[Aa]usschuss|Der\s\w*[Rr]at|Die\s\w*[Mm]itglieder|Die\sAnwesenden)\s(?:hat|haben|hatte|hatten)\s(?:[{LOWER}]+\s){{0,3}}keine?\s"
    rf"|Gegen\s{_WITHIN}{{3,60}}\s(?:regt|regte|erhebt|erhob)\ssich\b"
    rf"|(?:Eine?\s)?(?:geheime|schriftliche|namentliche|offene)\s(?:Wahl|Abstimmung)\s{_IS_DONE}\snicht\b"
    rf"|(?:Dazu|Hierzu|Darauf|Hierauf)\s(?:konnte|kann)\s(?:in\sder\sSitzung\s|derzeit\s)?keine\s|Ein\sAntrag\sauf\s{_WITHIN}{{3,60}}\s{_IS_DONE}\snicht\b"
)
# `Über die Freistellung herrschte Einigkeit.`, `Die Meinungen gehen auseinander.`
_AGREED = re.compile(
    rf"{_WITHIN}{{0,100}}\b(?:herrscht|herrschte|besteht|bestand)\b{_WITHIN}{{0,40}}\b(?:Einigkeit|Einvernehmen|Konsens|Übereinstimmung)\b"
    r"|(?:Einigkeit|Einvernehmen|Konsens|Übereinstimmung)\s(?:herrscht|herrschte|besteht|bestand)\b"
    rf"|(?:Die\s)?(?:Meinungen|Ansichten)\s{_WITHIN}{{0,40}}\b(?:auseinander|geteilt)\b"
    rf"|{_WITHIN}{{0,60}}\b(?:sind|waren)\ssich\s(?:hierüber\s|darüber\s|darin\s)?alle\s{_WITHIN}{{0,40}}\beinig\b"
    rf"|(?:Dieser|Der|Die|Diese)\s(?:Vorschlag|Antrag|Gedanke|Idee|Anregung)\s(?:stieß|stößt|trifft|traf|findet|fand)\s"
)
# What becomes of the sitting, of who is there, and of a vote.
_SITTING = re.compile(
    rf"(?:Die\s|Der\s)?(?:öffentliche\s|nichtöffentliche\s)?(?:Sitzung|Fragestunde|Bürgerfragestunde|Einwohnerfragestunde|Aussprache|Diskussion|Debatte|Redeliste|Rednerliste|Beratung)\s(?:{_IS_DONE}|ist|war)\b{_WITHIN}{{0,80}}\b(?:geschlossen|eröffnet|unterbrochen|fortgesetzt|beendet|geführt|erschöpft|eröffnet)[.!]?$"
    rf"|{_WITHIN}{{3,120}},?\s{_IS_DONE}\sdie\s(?:Sitzung|Fragestunde|Bürgerfragestunde|Einwohnerfragestunde|Aussprache|Diskussion|Debatte|Redeliste|Rednerliste)\b"
    rf"|{_WITHIN}{{0,80}}\b(?:erheben|erhoben)\ssich\s(?:alle|die|von)\b|(?:Es\s)?(?:kam|kommt)\s(?:es\s)?zu\s(?:[{LOWER}]+\s)?(?:Zwischenrufen|Wortwechseln?|Unmutsäußerungen|Tumult)"
    rf"|{_WITHIN}{{0,80}}\bgedach(?:t|te|ten)\s(?:die\s(?:Anwesenden|Mitglieder)|der\s\w*(?:rat|ausschuss)|man)\b|{_WITHIN}{{0,80}}\bgedenk(?:t|en)\s(?:die\s(?:Anwesenden|Mitglieder)|man)\b|Es\s(?:gibt|gab|folgen|folgten)\s(?:[{LOWER}]+\s)?(?:Wortmeldungen|Wortbeiträge|Redebeiträge)\b"
    rf"|(?:Der|Die)\s(?:Ladung|Einladung)\s(?:ging|geht|erging|erfolgte|ist|wurde)\b|(?:Die\s)?(?:[{LOWER}]+\s)?Ladung\s{_IS_DONE}\b"
    rf"|{_WITHIN}{{0,80}}\b(?:ist|sind|war|waren)\s{_WITHIN}{{0,60}}\b(?:beschlussfähig|erschienen)\b|{_WITHIN}{{3,80}}\bsind\salle\sMitglieder\s(?:wieder\s)?anwesend\b"
    rf"|{_WITHIN}{{0,80}}\b(?:muss|musste)\sdie\s(?:Abstimmung|Wahl|Auszählung)\s{_WITHIN}{{0,40}}\bwiederholt\b|{_WITHIN}{{3,140}},?\s{_IS_DONE}\sin\seinem\sWahlgang\sgewählt"
    rf"|(?:Vereinzelt|Mehrfach|Teils|Überwiegend|Allgemein|Verschiedentlich|Wiederholt)\s{_IS_DONE}\s|(?:Schließlich|Zuletzt|Abschließend|Danach|Sodann|Anschließend)\s{_IS_DONE}\s(?:angeregt|vorgeschlagen|beantragt|gefragt|gebeten|kritisiert)\b|(?:Der|Die)\s(?:Ladung|Einladung|Vorlage)\s(?:lag|lagen)\b{_WITHIN}{{3,100}}\sbei[.!]?$"
    rf"|{_WITHIN}{{0,60}}\b(?:schließen|schlossen|schließt|schloss)\ssich\s[\w\s-]{{0,30}}(?:[Ff]ragen|Aussprache|Diskussion|Debatte)\b|(?:Im\sAnschluss\sdaran|Daran|Hieran|Danach|Daraus)\s(?:entspinnt|entspann|entwickelt|entwickelte)\ssich\b|Offen\s(?:bleibt|blieb)\sin\sder\s(?:Aussprache|Diskussion|Debatte)\b"
    rf"|(?:Gewählt|Abgestimmt|Vorgeschlagen|Benannt)\s(?:{_IS_DONE}|ist|sind)\b"
    rf"|(?:Die\s)?Sitzungsleitung\s(?:wechselt|geht|liegt)\b|{_WITHIN}{{3,100}}\sziehen\ssich\sdie\sFraktionen\b"
)
# `Das Protokoll wird genehmigt.`, `Dem wird nicht widersprochen.`, `Die Frage wird unterschiedlich beurteilt.`
_TREATED = re.compile(
    rf"(?:Das|Die|Der|Ein|Eine)\s(?:[{LOWER}]+\s)?(?:[\w-]*(?:[Pp]rotokoll|[Nn]iederschrift|[Tt]agesordnung(?:spunkt)?|[Aa]bstimmung|[Ww]ahl|[Aa]uszählung|[Bb]eratung|[Gg]egenprobe)|Ergebnis\s(?:der|des)\s(?:[{LOWER}]+\s)?(?:Wahl|Auszählung|Abstimmung|Wahlgangs|Losentscheids)|Wort|Frage|Vorschlag|Gedanke|Idee|Kritik|Einwand|Öffentlichkeit|Meinung|Bitte|Plan|Modell|Lageplan|Entwurf|Antrag\szur\sGeschäftsordnung)\s{_IS_DONE}\s"
    rf"(?:[\wäöüß.]+\s){{0,5}}?(?:genehmigt|abgeschlossen|vertagt|wiederholt|durchgeführt|bekannt\s?gegeben|verkündet|gestellt|gewünscht|erteilt|entzogen|begrüßt|unterstützt|kritisiert|gelobt|geteilt|bezweifelt|(?:unterschiedlich|verschieden|kontrovers|zurückhaltend)\s(?:beurteilt|gesehen|bewertet)|aufgenommen|wiederhergestellt|ausgeschlossen|in\sAugenschein\sgenommen|betrachtet|erklärt)[.!]?$"
    rf"|(?:Dem|Der\sBitte|Dieser\sBitte|Dem\sWunsch|Diesem\sWunsch|Dem\sVorschlag)\s{_IS_DONE}\s(?:[{LOWER}]+\s){{0,3}}(?:widersprochen|zugestimmt|gefolgt|entsprochen|stattgegeben|nachgekommen)[.!]?$"
    rf"|{_WITHIN}{{3,80}}?\s{_IS_DONE}\sdie\s(?:Abstimmung|Wahl|Auszählung|Sitzung)\s(?:wiederholt|unterbrochen|fortgesetzt|verschoben)[.!]?$"
    rf"|Für\sdas\sProtokoll\s{_IS_DONE}\b|Die\sRedner(?:innen)?\s{_IS_DONE}\b|(?:Die|Der)\sneue[nr]?\s[\w-]+\s{_IS_DONE}\s(?:kurz\s)?(?:vorgestellt|begrüßt|eingeführt|verpflichtet)[.!]?$"
    r"|(?:Eine|Die)\s(?:Einigung|Mehrheit|Verständigung|Klärung|Annäherung)\s(?:kommt|kam|gelingt|gelang|findet|fand|ist|war)\b|(?:Ein|Der)\sKompromiss\s(?:zeichnet|zeichnete)\ssich\b|Die\sFrage\s(?:bleibt|blieb)\b"
)
# `Mehrere Mitglieder melden sich zu Wort.`, `Der Lageplan hängt aus.`, `Die Übertragung fällt aus.`
_DO = re.compile(
    rf"(?:Die|Alle|Mehrere|Einige|Viele|Beide|Zwei|Drei|Eine?|Der)\s(?:[{LOWER}]+\s)?(?:[\w-]*(?:[Mm]itglied(?:er)?|[Zz]uhörer(?:in|innen)?|[Zz]uschauer(?:in|innen)?|[Bb]esucher(?:in|innen)?|[Gg]äste|[Gg]ast|[Rr]edner|[Kk]inder|[Ss]chüler(?:innen)?|[Ss]chülergruppe|[Ss]chulklasse)|Anwesenden|Vertreter(?:in)?\sder\sPresse)\s{_WITHIN}{{0,60}}?"
    r"\b(?:melde(?:n|t|te|ten)\ssich|verlassen|verlässt|verließen|verließ|klatsch\w+|applaudier\w+|lach\w+|nick(?:t|en|te|ten)|besichtig\w+|betracht\w+|überreich\w+|verfolg\w+|fotografier\w+|erheben|erhoben|nehmen|nahmen|nimmt|macht\sFotos|machen\sFotos|spend\w+|zeig(?:t|en|te|ten)\s(?:Plakate|Transparente|Schilder))\b"
    r"|(?:Der|Die|Das|Ein|Eine)\s[\w-]*(?:[Pp]lan|[Pp]läne|[Kk]arte|[Ll]iste|[Ff]otos?|[Mm]uster|[Mm]odell|[Ee]ntwurf|[Ee]ntwürfe|[Pp]lakat)\b[^.;,]{0,40}\s(?:hängt|hängen|hing|hingen|liegt|liegen|lag|lagen|steht|stehen|geht|gehen|ging|gingen|läuft|laufen)\s(?:[^.;,]{0,40}\s)?(?:aus|herum|um|bereit|durch\sdie\sReihen|über\s(?:den|die)\s(?:Bildschirm|Leinwand))[.!]?$"
    r"|(?:Die|Der|Das)\s(?:Übertragung|Technik|Mikrofon(?:anlage)?|Licht|Ton|Beamer|Lautsprecheranlage|Strom)\s(?:fällt|fiel|streikt|streikte|versagt|versagte)\b|Im\sSaal\s"
)
# `Hiernach fasst der Ausschuss folgenden Beschluss:`, above the label of the resolution.
_LEADS_IN = re.compile(
    r"[^.;:]{0,160}\b(?:fasst|fasste|fassen|fassten|ergeht|erging|trifft|traf|gibt|gab)\s(?:[^.;:]{0,80}\s)?(?:folgende[nrs]?|nachstehende[nrs]?)\s(?:[a-zäöü]+\s)?[\w-]*(?:[Bb]eschluss|[Bb]eschlüsse|[Ee]ntscheidung|[Ee]mpfehlung|[Bb]eschlussempfehlung)\b[^.;:]{0,60}:?$"
)
# `Nach eingehender Diskussion einigt sich der Ausschuss darauf, …`
_COME_TO_TERMS = re.compile(
    rf"(?:{_WITHIN}{{3,100}}\s)?(?:einigt|einigte|einigen|einigten|verständigt|verständigte|verständigen|verständigten)\ssich\s(?:(?:der|die|das)\s[\w-]*(?:ausschuss|rat|tag|vertretung|versammlung|beirat|mitglieder|verordneten|fraktionen|[Aa]usschuss|[Rr]at|Gremium|Mitglieder|Anwesenden|Fraktionen)|alle|man)\b"
    rf"|(?:Der|Die|Das)\s[\w-]*(?:ausschuss|rat|tag|vertretung|versammlung|beirat|mitglieder|verordneten|fraktionen|[Aa]usschuss|[Rr]at|Gremium|Mitglieder|Anwesenden|Fraktionen)\s{_WITHIN}{{0,60}}?(?:einigt|einigte|einigen|einigten|verständigt|verständigte|verständigen|verständigten)\ssich\b"
)
_PATTERNS = (_PASSIVE, _TALKED, _OF_THERE, _ABSENT, _AGREED, _SITTING, _TREATED, _DO, _LEADS_IN, _COME_TO_TERMS)


def happens(sentence: str) -> bool:
    """Whether a sentence tells what happens at the sitting."""
    told = sentence[:600]
    return not _REPORTED.search(told) and any(pattern.match(told) for pattern in _PATTERNS)
