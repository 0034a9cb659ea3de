"""Sittings: applause, what is handed round, that nobody asks anything, what all agree on, and how a debate goes on. Pure."""

import re

from minutes.importers.grammar.letters import LOWER

_IS = r"(?:wird|werden|wurde|wurden)"
_W = r"(?:[^.;:]|(?<=\d)[.:])"
# `Ein Film wird vorgeführt.`: done nowhere but in a session.
_DONE = (
    r"(?:gerügt|überreicht|herumgereicht|herumgegeben|herumgezeigt|vorgeführt|hochgehalten|ausprobiert|projiziert|eingeblendet|verlesen|vorgelesen|ausgehändigt|ausgeteilt|durchgesprochen|durchgespielt|durchgegangen|abgewogen|nachgedacht|geklatscht|genickt|gelacht|geschmunzelt"
    r"|gedankt|gratuliert|quittiert|vervielfältigt|abgesprochen|ausgetauscht|notiert|vermerkt|festgehalten|protokolliert|entgegengenommen|hinzugezogen|hereingebeten|hinausgebeten|betätigt|gelüftet|ausgezählt|eingesammelt|hinterfragt"
    r"|verabredet|anberaumt|wiederhergestellt|gutgeheißen|in\sAussicht\sgestellt|ins\sGespräch\sgebracht|in\sden\sRaum\s(?:gestellt|gerufen|geworfen)|zur\sSprache\sgebracht|angesprochen|thematisiert|beglückwünscht|nachgefragt|eingegangen|für\s(?:richtig|gut|sinnvoll)\sbefunden)"
)
# Done in a session, or anywhere else: `Die Angebote werden gezeigt.`, but `Der Turm wird ab Mai gezeigt.`
_DONE_TODAY = (
    r"(?:aufgestellt|aufgehängt|übergeben|gereicht|verabschiedet|verteilt|ausgelegt|gewählt|abgestimmt|aufgerufen|gesprochen|vereinbart|geschlossen|abgeschlossen|unterbrochen|ausgeschlossen|begrüßt|gehört|angehört|vorgezogen|untersagt|unterbunden|gestattet"
    r"|beschränkt|begrenzt|festgelegt|geräumt|eingeschaltet|betrachtet|angekreuzt|gespendet|angesehen|eingelegt|gefolgt|entsprochen|nachgekommen|stattgegeben)"
)
_LATER = re.compile(
    r"\b(?:ab|bis|künftig|jährlich|monatlich|wöchentlich|jede[nrsm]?|nächste[nrsm]?|kommende[nrsm]?|demnächst|später|voraussichtlich|seit|früher|bisher|bislang|bereits|(?:19|20)\d\d|Euro|Prozent|Jahr(?:en?)?|im\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\w*|im\s(?:Früh|Herbst|Sommer|Winter)\w*)\b|€|%"
)
_NEVER = r"(?:nicht(?:\smehr|\sweiter|\sgewünscht)?|keine[rnsm]?|kein|niemand(?:em)?)"
# What may be lacking in a debate.
_LACKING = (
    r"(?:[\w-]*(?:[Ff]ragen?|[Ww]ünsche?|[Vv]orschl[aä]ge?|[Aa]nregung(?:en)?|[Mm]eldung(?:en)?|[Bb]edarf|[Aa]ussprache|[Dd]iskussion|[Dd]ebatte|[Bb]eratung|[Ee]rörterung|[Hh]inweise?|[Bb]eiträge)|Anliegen|Namen?|Bewerbungen|Kandidaten|Bedenken|Einwände?|Einwendungen|Kritik|Stimmen|Berichtigungen|Beanstandungen"
    r"|Widerspr[uü]che?|Widerspruch|Gegenrede|[\w-]*[Aa]nträge|Anmerkungen|Ergänzungen|Änderungen|(?:Geheime\s|geheime\s)?Wahl|Abstimmung|Rechtsauffassung|Auffassung|Vorgehen|Vorgehensweise|Verfahren|Einzelheiten|Alternativen|Gegenkandidaten)"
)
_THE_PUBLIC = r"(?:Saal|Sitzungssaal|Ratssaal|Raum|Sitzungsraum|Rund|Runde|Tribüne|Empore|Publikum|Zuhörerraum|Zuschauerraum|(?:Zuhörer|Zuschauer|Besucher)(?:n|plätzen|bänken|reihen|rängen|schaft|tribüne)?|Gästen|Reihen|Rängen|Plenum)"
_NOISE = r"(?:[Hh]eiterkeit|[Gg]elächter|[Bb]eifall(?:s\w*)?|[Aa]pplaus|[Zz]wischenrufe?n?|[Uu]nruhe|[Mm]urren|[Ss]chweigen|[Rr]aunen|[Kk]lopfen|[Uu]nmut|[Pp]rotest|[Bb]uhrufe|[Pp]fiffe|[Gg]emurmel|[Tt]umult|[Uu]mtrunk|[Ss]tille|[Kk]opfschütteln|[Zz]uruf(?:e|en)?)"
_SESSION = r"(?:(?:öffentliche[nr]?\s|nichtöffentliche[nr]?\s)?(?:Sitzung|Beratung|Aussprache|Versammlung|Debatte|Diskussion|Fragestunde|[A-ZÄÖÜ]\w*fragestunde|Tagesordnungspunkt|Punkt|TOP|Rednerliste|Redeliste|Redezeit|Sitzungsleitung|Sitzungsunterbrechung|Abstimmung|Auszählung|Wahlgang))"

_PASSIVE = re.compile(
    rf"(?:[A-ZÄÖÜ]{_W}{{1,200}}?\s)?{_IS}\s(?:{_W}{{0,200}}\s)?{_DONE}(?:\sund\s[{LOWER}]+)?[.!]?$|[A-ZÄÖÜ]{_W}{{2,160}}?\s{_IS}\s(?:{_W}{{0,160}}\s)?{_DONE},\s(?:ob|wie|wer|was|dass|wann|warum)\s"
)
_PASSIVE_TODAY = re.compile(
    rf"(?:[A-ZÄÖÜ]{_W}{{1,200}}?\s)?{_IS}\s(?:{_W}{{0,200}}\s)?{_DONE_TODAY}(?:\sund\s[{LOWER}]+|,\s(?:was|weil|damit|um)\s{_W}{{3,120}})?[.!]?$|Dem\s{_IS}\s(?:entsprochen|gefolgt|stattgegeben)\b"
)
_NOTHING = re.compile(
    rf"(?:(?:Die|Das|Der|Ein|Eine|Diese[rsm]?|Gegen|Zu|Über|Auf|Von|Aus|An|Seitens)\s)?(?:[\w-]+\s){{0,4}}?{_LACKING}\b{_W}{{0,100}}?\s(?:{_IS}|gibt\ses|gab\ses|liegen|lagen|kommen|kamen|kommt|kam|besteht|bestand|bestehen|bestanden|ergeben|ergaben|erheben|erhebt|regt|regte|melden|meldet|finden|fallen|fällt|fiel|folgen|erfolgt|erfolgen|bedarf|bedurfte)\s{_W}{{0,80}}?\b{_NEVER}\b"
    rf"|(?:{_W}{{2,80}}\s)?(?:regt|regte|erhebt|erhob|rührt|rührte|meldet|meldete|findet|fand)\ssich\s{_W}{{0,40}}\b(?:kein\w*|niemand)\b|(?:[\w-]+\s){{0,3}}{_LACKING}\b{_W}{{0,60}}\s(?:blieb|bleibt|bleiben|blieben)\saus\.?$"
    rf"|(?:[\w-]+\s){{0,2}}?{_LACKING}\s(?:bedarf|bedurfte)\ses\s{_W}{{0,20}}\bnicht\b|Ein\s\w+\s(?:Name|Vorschlag)\s(?:fällt|fiel)\snicht\b"
    rf"|(?:Dazu|Hierzu|Darauf|Hierauf)\s(?:konnte|kann)\s{_W}{{0,60}}\bkeine\s(?:Antwort|Auskunft)\s(?:gegeben|erteilt)\b"
    # `Das Gremium hat hierzu keine Fragen.`
    rf"|(?:Der|Die|Das)\s(?:[A-ZÄÖÜ][\w-]*(?:ausschuss|rat|tag|vertretung|versammlung|beirat|mitglieder)|Rat|Ausschuss|Gremium|Anwesenden|Mitglieder|Fraktionen|Zuhörer)\s(?:hat|haben|hatte|hatten)\s{_W}{{0,40}}\bkeine\s(?:\w+\s)?{_LACKING}\b"
    rf"|(?:Seite|S\.|Zu|Punkt|Nr\.)\s[^:]{{1,30}}:\s[Kk]eine\s{_LACKING}\.?$"
    rf"|(?:Da|Weil|Nachdem)\s{_W}{{0,60}}\bkeine\s(?:\w+\s)?{_LACKING}\b{_W}{{0,80}}\s{_IS}\s"
)
_ASKED = re.compile(
    rf"(?={_W}{{0,200}}\b(?:{_IS}|sind|waren|konnten)\b)(?:Es\s{_IS}\s)?(?:[\w-]+\s){{0,3}}?[\w-]*[Ff]ragen\b{_W}{{0,80}}?\s(?:{_IS}\s)?(?:{_W}{{0,60}}\s)?(?:gestellt|beantwortet|geklärt|erörtert)\b"
    rf"|In\s(?:mehreren|einigen|verschiedenen|zahlreichen|den)\s[\w-]*(?:[Bb]eiträgen|[Mm]eldungen)\s{_IS}\s|Aus\sde[mrn]\s(?:\w+\s)?(?:Ausschuss|Rat|Gremium|Publikum|Plenum|Mitte|Runde|Reihen)\s(?:[\w]+\s){{0,3}}?(?:kommen|kam|kommt|kamen|gibt\ses)\s"
)
_HEARD = re.compile(
    rf"[(–-]?\s?(?:[A-ZÄÖÜ][{LOWER}]+(?:e[rs]?|es)\s)?(?i:{_NOISE})(?:\s(?:im|aus|bei|von|in|auf|der|dem|den|unter|und)\s{_W}{{2,80}})?[.!)]*$"
    rf"|{_W}{{0,120}}\b(?:gibt|gab|folgt|folgte|kommt|kam|herrscht|herrschte|entsteht|entstand|löst|löste|lösen|erntet|erntete|brandet|brandete|erhält|erhielt|quittiert|erklingt|ertönt|ist|war)\s(?:{_W}{{0,80}}\s)?{_NOISE}(?:\s(?:aus|auf|zu\shören|zu\svernehmen|im\s\w+|unter\s\w+))?[.!]?$"
    rf"|(?:Im|Auf\sder|Auf\sden|Von\sder|Von\sden|Aus\sdem|Aus\sder|Aus\sden|Bei\sden|Auch\sauf\sden|Unter\sden)\s(?:[{LOWER}]+\s)?{_THE_PUBLIC}\s(?:[a-zäöü]+t(?:e|en)?|[a-zäöü]+en|ist|war|wird|wurde|fällt|gibt\ses|kommt|kommen)\b(?!\s(?:Herr|Frau|der\s[A-ZÄÖÜ]|die\s[A-ZÄÖÜ])){_W}{{2,160}}[.!]?$"
    rf"|Nach\sdiesem\s\w+\s{_IS}\s|Die\sStimmung\s(?:ist|war)\s"
)
_AGREED = re.compile(
    rf"(?:Über\s{_W}{{3,100}}\s|Hierüber\s|Darüber\s|Es\s|In\s{_W}{{3,60}}\s|Hierin\s|Dabei\s)?(?:(?:herrscht|herrschte|besteht|bestand|bestehen)\s{_W}{{0,60}}\b(?:Einigkeit|Einvernehmen|Einverständnis|Übereinstimmung|Konsens|Einmütigkeit)\b|(?:sind|waren)\ssich\s(?:alle|die\s\w+|beide)\s(?:\w+\s){{0,2}}einig\b)"
    rf"|(?:Einigkeit|Einvernehmen|Konsens|Übereinstimmung|Einverständnis|Uneinigkeit)\s(?:besteht|bestand|herrscht|herrschte|gibt\ses|wird|wurde)\b|Die\s(?:Meinungen|Ansichten|Auffassungen)\s(?:hierzu\s|dazu\s|darüber\s)?(?:gehen|gingen|sind|waren|bleiben|blieben)\b"
    rf"|(?:Dieser|Diese|Dieses|Der|Die|Das)\s[A-ZÄÖÜ][\w-]+\s(?:stößt|stieß|trifft|traf|findet|fand)\s(?:bei\s\w+\s\w+\s)?(?:auf\s)?(?:\w+\s){{0,2}}(?:Gegenliebe|Zustimmung|Zuspruch|Anklang|Ablehnung|Widerstand|Skepsis|Verständnis|Interesse)\.?$|{_W}{{3,160}}\s{_IS}\s(?:von\sallen|allseits|allgemein|durchweg|einhellig|überwiegend|mehrheitlich)\s(?:\w+\s){{0,3}}(?:begrüßt|unterstützt|geteilt|befürwortet|befunden|abgelehnt|gewünscht)\.?$"
    rf"|(?:Vereinzelt|Teilweise|Überwiegend|Mehrheitlich|Allgemein|Allseits|Einhellig|Mehrfach|Verschiedentlich|Wiederholt|Kontrovers|Kritisch|Ausführlich|Kurz|Eingehend|Lebhaft|Schließlich|Anschließend|Abschließend|Vorab)\s{_IS}\s{_W}{{3,200}}\b(?:angesehen|gesehen|gewünscht|bezweifelt|begrüßt|befürwortet|abgelehnt|bewertet|beurteilt|eingeschätzt|durchgespielt|angeregt|vorgeschlagen|bemängelt|gelobt|bedauert|gefragt|gefordert|besprochen|beraten)\b"
    rf"|Offen\s(?:bleibt|blieb)\sin\sder\s|(?:Damit|Hiermit|Dagegen|Dafür)\s(?:ist|sind|war|waren)\s(?:alle|die|der|das)\s{_W}{{3,60}}\s(?:einverstanden|nichts\seinzuwenden)\.?$|Es\s(?:herrscht|besteht)\s(?:Konsens|Einigkeit|Einvernehmen|Einverständnis)\b|Es\s{_IS}\s(?:vereinbart|verabredet|abgesprochen)\b"
)
_GOES_ON = re.compile(
    rf"(?:Die|Der|Das|Diese[rs]?|Nach\s{_W}{{3,60}}\s{_IS}\sdie)\s{_SESSION}\b{_W}{{0,60}}?\s(?:ruht|ruhte|wechselt|wechselte|ist\s(?:\w+\s){{0,2}}(?:erschöpft|beendet|geschlossen|eröffnet|abgeschlossen|unterbrochen)|{_IS}\s(?:{_W}{{0,120}}\s)?(?:geführt|beschränkt|begrenzt|geschlossen|abgeschlossen|fortgesetzt|unterbrochen|wiederholt|verlängert|eröffnet|beendet|wiederaufgenommen|aufgenommen|behandelt|beraten|zurückgezogen))\b"
    rf"|(?:Damit|Hiermit)\s(?:hat|hatte|ist|war)\sd(?:ieser|er)\s(?:Punkt|Tagesordnungspunkt)\s(?:sein\sBewenden|abgeschlossen|beendet)|{_W}{{3,80}}\smuss(?:te)?\sdie\s(?:Abstimmung|Auszählung|Wahl)\swiederholt\swerden|{_W}{{3,80}}\sziehen\ssich\s{_W}{{3,60}}\s(?:zurück|zur\s\w*[Bb]eratung)"
    rf"|Nach\s(?:Wiederaufnahme|Wiedereröffnung|Fortsetzung|Ende)\sder\s(?:Beratung|Sitzung|Pause)\s(?:sind|waren|{_IS})\s|(?:Im|In\sdem)\s(?:weiteren\s|anschließenden\s|folgenden\s)?(?:Verlauf|Gang|Zuge|Fortgang)\s?(?:der\s\w+\s)?(?:{_IS}|kommt|kommen|geht)\s|(?:Kurze\s|Kleine\s)?(?:Pause|Sitzungspause|Unterbrechung|Schweigeminute|Gedenkminute)(?:\s(?:von|für)\s{_W}{{2,40}})?[.!]?$"
    rf"|{_W}{{2,120}}\s(?:schließt|schließen|schloss|schlossen|entspinnt|entspann|entwickelt|entwickelte|ergibt|ergab|entsteht|entstand|entfaltet)\s(?:sich\s)?(?:{_W}{{0,40}}\s)?(?:eine?|kurze|rege|lebhafte)?\s?(?:[{LOWER}]+\s)?(?:\w*[Ff]ragen|Aussprache|Diskussion|Debatte|Austausch|Beratung|Gespräch)\b|Es\s(?:kommt|kam|folgt|folgte|folgen)\s(?:zu\s)?(?:eine[rn]?\s)?(?:[{LOWER}]+\s)?(?:Aussprache|Diskussion|Debatte|Austausch|Gespräch|Wortgefecht|Zwischenrufen?)\b"
    rf"|(?:Eine|Die)\s(?:[{LOWER}]+\s){{0,2}}(?:Aussprache|Diskussion|Debatte)\s(?:schließt\ssich|folgt|folgte|entsteht|entbrennt|kommt)\b|Nach\s(?:[{LOWER}]+\s)?(?:Diskussion|Aussprache|Debatte|Beratung)\s(?:besteht|bestand|herrscht)\s|Ein\sStimmungsbild\s|(?:Diskussion|Aussprache|Debatte|Beratung|Austausch)\s(?:der|über|zu|im|in|mit|unter)\s{_W}{{3,80}}(?::|$)|(?:Zu|Bei|Für)\s{_W}{{3,80}}\s{_IS}\s{_W}{{3,80}}\b(?:verlangt|beantragt|gewünscht)\.?$"
)
_THERE = re.compile(
    rf"(?:Eine?|Der|Die|Das|Mehrere|Einige|Viele|Zahlreiche|Etwa\s\w+|Rund\s\w+|Nachbarn|Anlieger|Eltern|Vertreter|Zuhörer)\b{_W}{{0,80}}?\s(?:war|waren|ist|sind|saß|saßen|sitzt|sitzen|verfolgt|verfolgen|verfolgte|verfolgten|haben)\s{_W}{{0,60}}\b(?:zugegen|Zu(?:hör|schau)er\w*|Sitzungssaal|Saal|Tribüne|Aussprache|Beratung|Debatte|Sitzung|Platz\sgenommen|vertreten)\b{_W}{{0,40}}[.!]?$"
    rf"|{_W}{{0,80}}\bsind\s(?:nun\s|damit\s|jetzt\s)?(?:\w+\s){{0,3}}(?:da|erschienen|anwesend|zugegen)\b|Für\s{_W}{{3,80}}\sist\s{_W}{{3,60}}\serschienen\.?$|(?:Der|Die|Das)\s(?:[A-ZÄÖÜ][\w-]*(?:ausschuss|rat|tag|vertretung|versammlung|beirat)|Rat|Ausschuss|Gremium)\s(?:ist|war)\s{_W}{{0,80}}\bbeschlussfähig\b"
    rf"|(?:Der|Die|Eine?|Ein)\s{_W}{{3,60}}\s(?:verlässt|verlassen|verließ|verließen|betritt|betreten|betrat|betraten)\s{_W}{{0,60}}\b(?:Sitzung|Saal|Sitzungssaal|Raum)\b|Die\s(?:Ladung|Einladung)\s(?:ging|geht|erging|erfolgte|ist|war|wurde)\b|{_W}{{0,100}}\b(?:tauschten|tauschen|tauscht)\s(?:die|ihre)\sPlätze\b|(?:Schriftführer|Protokollführer|Wahlleiter|Sitzungsleiter|Stimmzähler)(?:in|innen)?\s(?:ist|sind|war|waren)\s"
    rf"|{_W}{{0,120}}\berheb(?:t|en)\ssich\s(?:alle|die\sAnwesenden|die\sMitglieder)\b|(?:Die|Das|Der)\s(?:Mitglieder|Ausschuss|Gremium|Rat|Ausschussmitglieder|Ratsmitglieder|Kinder|Anwesenden|Teilnehmer)\s(?:besichtig|begeb|betracht|begutacht|überreich|erhalt|erhäl|verfolg|seh|probier|begleit)\w*\s"
    rf"|(?:Gewählt|Abgestimmt|Gewünscht|Verlangt|Beantragt|Vorgeschlagen|Benannt)\s(?:wird|werden|wurde|wurden|ist|sind)\b"
)
# `Satz 2 wird gestrichen.`, `Dies wird in „Anlieger“ geändert.`
_EDITED = re.compile(
    rf"(?:Dies|(?:Das|Die|Der)\s(?:\w+\s)?(?:Wort|Satz|Halbsatz|Absatz|Passus|Formulierung|Überschrift|Begriff|Zahl|Wörter)|Satz|Absatz|Ziffer|Punkt|§|Das\sWort)\b{_W}{{0,60}}\s{_IS}\s{_W}{{0,120}}\b(?:geändert|gestrichen|ersetzt|eingefügt|umformuliert|berichtigt|korrigiert)\.?$"
)
_HANDED = re.compile(
    rf"{_W}{{3,100}}\s(?:geht|gehen|ging|gingen)\sdurch\sdie\s(?:Reihen|Bänke)\b|{_W}{{3,100}}\s(?:macht|machen|machte|machten)\sdie\sRunde\b|{_W}{{3,100}}\s(?:läuft|laufen|lief|liefen|flimmer\w+)\s(?:\w+\s)?(?:über\sden|auf\sdem)\s(?:Bildschirm|Leinwand)|(?:Die|Der|Das|Eine?)\s{_W}{{3,80}}\s(?:liegt|liegen|lag|lagen)\s(?:zur\sEinsicht(?:nahme)?\s|vor\sder\sSitzung\s|im\sSaal\s|allen\svor|zur\sSitzung\s|schriftlich\s)?(?:aus|vor)\.?$"
)
_FORMS = (_PASSIVE, _NOTHING, _ASKED, _HEARD, _AGREED, _GOES_ON, _THERE, _HANDED, _EDITED)


# `Es besteht Einvernehmen, …`: what all agree on is no decision yet.
_ALL_AGREE = re.compile(
    rf"(?:Es|Hierüber|Darüber)\s(?:besteht|bestand|herrscht|herrschte)\s(?:[{LOWER}]+\s)?(?:Einvernehmen|Einigkeit|Konsens|Einverständnis)\b|Es\s{_IS}\s(?:vereinbart|verabredet|abgesprochen)\b"
)


def is_agreed(sentence: str) -> bool:
    """`Es besteht Einvernehmen, den Zaun zu bauen.`"""
    return bool(_ALL_AGREE.match(sentence))


def happens(sentence: str) -> bool:
    """Whether a sentence tells what happens in the room: `Im Saal wird Applaus gespendet.`"""
    if len(sentence) > 300 or re.match(r"(?:Er|Sie|Ihm|Ihr|Dieser|Diese)\s[a-zäöü]", sentence):
        return False
    return any(form.match(sentence) for form in _FORMS) or bool(
        _PASSIVE_TODAY.match(sentence) and not _LATER.search(sentence)
    )
