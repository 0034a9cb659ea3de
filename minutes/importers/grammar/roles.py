"""The words by which minutes say as what somebody speaks. Pure.

Three kinds: abbreviations, whole words, and endings (`Baudezernentin`, `Gleichstellungsbeauftragte`): councils invent
offices daily, but build their names from the same ends.
"""

import re

from minutes.importers.grammar.letters import LOWER, UPPER

_ABBREVIATIONS = (
    r"K[Tt]a?bg\.?|Ktab\.|Ktagb?g?\.|KTAbg\.|Kreistagsabg\.|KTA|KTM|KT-Mitglied|Abg\.|KA-Mitglied",
    r"[sSbw]\. ?[BEM]\.|s[BE]|sk[BE]|SKB|SKE|sach[kv]\. ?(?:Bürger|Einw(?:ohner)?|EW|B\.)(?:in)?\.?|bM|bgl\. ?(?:Mitglied|Mitgl\.)",
    r"KA|KAin|R[Hh]r\.|StVe|LVB|OBRV|BzStR|BzBm|BzBgm|MA|MAin|Mitarb\.|VA|LR|LRin|KD|KDin|KDir\.?|Dez\.|BeigO?\.|EBeig\.|1\. ?Beig\.|FBL|FBLin|FDL|[HBOSKFJ]?AL|[HBOSKFJ]?ALin|WL|WLin|WP|WPin|FGL|SGL|AbtL\.?|AmtsL\.?|RL|TL|GF|GFin|BL",
    r"K(?:V|O|OV|BD|VD|VOR|OVR|VR|AR|RVD|VwD)R?|LKVD|LtdKVD|StOVR|StVR|StAR|VwR|BD|LBD|StBD|StBR|OBR|BOR|KBR|RD|LRD|RDir\.?|OAR|StOI|StD|StDir\.?|VwD|OVR|GBL|GSL|TBL|SGL|KGF|ELR|SBM",
    r"[A-ZÄÖÜ][A-Za-z]{0,5}['’]in|Vors\.|AV|AM|AMin|RM|R[Hh]\.?|R[Ff]r?\.?|Stve?\.|StVin|StV|StVO|Ing\.|Frl\.|Ortsbgm\.?|StR|StRin|SR|SRin|GR|GRin|G[Vv]\.?|GVin|KR|KRin|OV|OVin|OR|OVM|OBR|BV|BVin|BVM|BezV|BzV|BzVin|ORM|ORMin|BezBM|BezBgm\.?|Bez\.-Bgm\.?|BezStR|SGB|SGBM|SGAR",
    # A diploma stands for a role, but before one it is a title.
    rf"Dipl\.(?:-\s?[{UPPER}][{LOWER}]+\.?|\s[{UPPER}][{LOWER}]+\.)(?:\s?\((?:FH|TH|TU|BA|Univ\.)\))?(?!\s(?:Herrn?|Frau)\b)",
    r"RV|RVors\.|RVin|Am\.|Rm\.?|Gv\.|Sr\.|Gr\.|Kr\.|MGR|MGRin|Stvo\.?|Krm\.?|Ausschm\.|Kta\.?|Stv\.|Ov\.|Bv\.?|Bezv\.?|Verb\.-Mitgl\.|Beigeo\.|Stadtverord\.|Bürgerm\.|OBgm\.|Bgmin\.?|Stadtv\.|Stadtr\.|Gemeindev\.|(?:Gem|St)\.-?\s?Vertr\.",
    r"GRM|GRMin|MGRM|StRM|OGRM|PHM|PHMin|TB|TBin|EBM|VBgm\.?|Kam\.|BMin|BM|Bm\.?|Bgm\.?|BGM|BGMin|OBin|OB|OBM|Mitgl\.|OP|EV|AfD-Stv\.|Stadtverordn\.|Ratsm\.|Verw\.|Hr\.|Fr\.|Prot\.|Schriftf\.",
)
# `Der Vorsitzende des Haupt- und Finanzausschusses`, `Die Vorsitzende der ABC-Fraktion`
_OF_A_BODY = (
    rf"(?:\s(?:des|der)\s(?:[{UPPER}][{LOWER}]{{2,20}}-\sund\s)?[{UPPER}][{UPPER}{LOWER}/-]{{0,30}}"
    r"(?:[Aa]usschusse?s|[Rr]ate?s|[Bb]eirate?s|[Tt]ages|[Vv]ersammlung|[Vv]ertretung|[Ff]raktion|[Kk]ommission|[Vv]ereine?s|[Vv]erband(?:e?s)|[Ii]nitiative)(?=[\s,.])"
    # `Der Fraktionsvorsitzende der ABC`
    rf"|\s(?:der|von)\s(?:[{UPPER}]{{2,5}}|AfD|[Dd]ie\sLinke|Grünen|Linken|Freien\sWähler)(?=[\s,]))?"
)
_WORDS = (
    r"Herr?(?:n|en)?|Frau(?:en)?|Damen|Herren",
    r"(?:Ober)?[Bb]ürgermeister(?:s|in|innen)?|Landr(?:at|ats|äte|ätin)|Kämmer(?:er|ers|in)|Magistratsmitglied",
    r"Mitglied\s(?:des|der|im|in\sder)\s(?:[A-ZÄÖÜ][a-zäöüß]+)?(?:[Rr]at(?:e?s)?|[Aa]usschuss(?:es)?|[Tt]ag(?:e?s)|[Bb]eirat(?:e?s)?|[Vv]orstand(?:e?s)?|[Pp]arlament(?:e?s)?|[Vv]ertretung|[Vv]ersammlung|[Kk]ommission|[Bb]ürgerschaft)(?=\s)|Mitglied(?:s|er|ern)?|Bürger(?:in|innen)?|Einwohner(?:in|innen)?|Anwohner(?:in|innen)?|Anlieger(?:in)?|Besucher(?:in)?|Fragesteller(?:in)?|Zuhörer(?:in)?|Nachbar(?:in)?|Gast",
    # `Vorsitzender der Gemeindevertretung Kohl`
    rf"Vorsitzende[rnm]?{_OF_A_BODY}(?=\s(?!Herr|Frau)[{UPPER}])",
    # `Investor Herr Kohl`: whatever stands right before this is a role.
    rf"(?!(?:Weit|Gegenüb|Spät|Fern|Ab|Od|Unt|Üb|Auß|Bish|Dah|Vorh|Nachh|Leid|Imm|Hint|Ein|Kein|Dies|Jed|Sein|Ihr|Uns)er\s|(?:Dar|Wor|Hier)in\s|\w+hin\s|Moment|Sein|Ein)[{UPPER}][{LOWER}-]{{3,28}}(?:er|in|or|ent|ant|ist|at|eur|chef)(?=\s(?:Herr|Frau)\s[{UPPER}])",
    r"Vorsitzende[rnm]?|Vorsitzende/r|Vorsteher(?:s|in)?|Vizelandr(?:at|ätin)|Präsident(?:in|en)?|Direktor(?:s|in)?",
    r"Sprecher(?:s|in)?|Leiter(?:s|in)?|Mitarbeiter(?:s|in)?|Mitarbeitende[rn]?|Vertreter(?:s|in)?|Referent(?:in|en)?",
    r"Sachverständige[rnm]?|Expert(?:e|en|in)|Professor(?:in)?|Dozent(?:in|en)?|Kolleg(?:e|en|in)|Architekt(?:in|en)?|Ingenieur(?:in|s)?|Gutachter(?:in|s)?|Planer(?:in|s)?|Moderator(?:in)?|Berichterstatter(?:in)?",
    r"Beigeordnete[rnm]?|Abgeordnete[rnm]?|Stadtverordnete[rnm]?|Stadtverordnete/r|Delegierte[rn]?|Schriftführer(?:in|s)?",
    r"Famili(?:e|en)|Eheleuten?|Ehepaar|Geschwistern?|Gebrüdern?",
    r"Rechtsanwalt|Rechtsanwältin|Notar(?:in)?|Pfarrer(?:in)?|Pastor(?:in)?|Dechant|Superintendent(?:in)?|Schulrat|Schulrätin",
    r"Wirt(?:in)?|Landwirt(?:in)?|Pater|Schwester|Dekan(?:in)?|Propst|Pröpstin|Kaplan|Prälat|Bischof|Bischöfin|Vikar(?:in)?|Imam|Rabbiner(?:in)?|Jugendliche[rn]?|Auszubildende[rn]?|Studierende[rn]?|Betroffene[rn]?|Angehörige[rn]?",
    r"(?:Schul|Kita|Heim|Betriebs|Projekt|Amts|Fachbereichs|Abteilungs|Hort|Einrichtungs|Team|Werk|Bau)-?[Ll]eitung",
    r"Antragsteller(?:in)?|Minister(?:in)?|Staatssekretär(?:in)?|Prokurist(?:in)?|(?:Kon)?[Rr]ektor(?:in)?|Kommandant(?:in)?|Wehrführer(?:in)?|Ratsherr(?:n|en)?|Ratsfrau(?:en)?|Ratsdame",
    r"Amtmann|Amtfrau|Amtsrat|Amtsrätin|Dezernent(?:in|en)?|Senator(?:in)?|Bezirksamtsleiter(?:in)?|Jugendpfleger(?:in)?",
    r"Stadtr(?:at|ats|äte|ätin)|(?:G|K|S|MG|[A-Z]{1,4}-)R(?:at|ätin)|(?:Samtg|G)emeinder(?:at|äte|ätin)|Kreisr(?:at|äte|ätin)|Marktr(?:at|ätin)|Marktgemeinder(?:at|ätin)|Ortschaftsr(?:at|ätin)|(?:Orts|Bezirks)beir(?:at|ätin)|Beirätin|Bezirksr(?:at|ätin)",
)
_ENDINGS = (
    "abgeordnete[rnm]?|verordnete[rnm]?|beigeordnete[rnm]?|vorsitzende[rnm]?|beauftragte[rnm]?|angestellte[rnm]?|bedienstete[rnm]?|mitarbeitende[rnm]?|beamt(?:e[rnm]?|in)",
    "mitglied(?:s|er|ern)?|(?<=[Rr]ats)herr(?:n|en)?|(?<=[Rr]ats)frau(?:en)?|(?<=[Aa]mt)mann|(?<=[Aa]mt)frau|(?<=[Oo]b)mann|(?<=[Oo]b)frau",
    "vorsteher(?:s|in)?|leiter(?:s|in|innen)?|vertreter(?:s|in|innen)?|führer(?:s|in)?|sprecher(?:s|in)?|meister(?:s|in)?|mitarbeiter(?:s|in)?|manager(?:s|in)?",
    "direktor(?:s|in|en)?|dezernent(?:in|en)?|referent(?:in|en)?|präsident(?:in|en)?|ingenieur(?:s|in)?|planer(?:s|in)?|berater(?:s|in)?|betreuer(?:s|in)?|koordinator(?:in)?",
    "amtsrat|amtsrätin|(?<=[a-z])stadtrat|(?<=[a-z])stadträtin|schulrat|schulrätin|baurat|baurätin|oberrat|oberrätin|verwaltungsrat|verwaltungsrätin|verbandsrat|verbandsrätin|verbandsräte|rechtsrat|rechtsrätin|verwaltungsdirektor(?:in)?",
    "kämmerer|kämmerin|archivar(?:in)?|sekretär(?:in)?|kommissar(?:in)?|pfleger(?:in)?|förster(?:in)?|arzt|ärztin|anwalt|anwältin|prüfer(?:in)?|bürger(?:in)?|einwohner(?:in)?|bevollmächtigte[rn]?|inspektor(?:in)?",
    # Callings of guests, and of those who speak for a church, a school or a farm.
    "gärtner(?:in)?|trainer(?:in)?|schüler(?:in)?|klässler(?:in)?|student(?:in)?|händler(?:in)?|unternehmer(?:in)?|winzer(?:in)?|küster(?:in)?|diakon(?:in)?|kantor(?:in)?|chronist(?:in)?|historiker(?:in)?",
    "polizist(?:in)?|journalist(?:in)?|redakteur(?:in)?|statiker(?:in)?|makler(?:in)?|bestatter(?:in)?|imker(?:in)?|züchter(?:in)?|entwickler(?:in)?|gestalter(?:in)?|designer(?:in)?|wissenschaftler(?:in)?|forscher(?:in)?",
    "sportler(?:in)?|helfer(?:in)?|gastronom(?:in)?|hotelier|intendant(?:in)?|dirigent(?:in)?|organist(?:in)?|kurator(?:in)?|bibliothekar(?:in)?|kassierer(?:in)?|hebamme|apotheker(?:in)?|mediziner(?:in)?|therapeut(?:in)?|ausbilder(?:in)?",
    "praktikant(?:in)?|referendar(?:in)?|volontär(?:in)?|kapitän(?:in)?|veterinär(?:in)?|wachtmeister(?:in)?|rentner(?:in)?|pensionär(?:in)?|handwerker(?:in)?|ranger(?:in)?|dolmetscher(?:in)?|begleiter(?:in)?|erzieher(?:in)?|pädagog(?:e|en|in)|psycholog(?:e|en|in)",
    "(?<=[a-z]o)log(?:e|en|in)|(?<=[a-zäöüß])(?:graf|gräfin|vater|mutter|richter|richterin|wart|wartin|hirte|hüter|wächter|beirätin|chef|chefin|loge|nom|nomin)",
    "(?<=[a-z])(?:forst|medizinal|archiv|polizei|studien|veterinär|regierungs|kirchen|justiz|kriminal|vermessungs|gesundheits|sozial|pastoral)(?:rat|rätin)|(?:forst|medizinal|archiv|polizei|studien|veterinär|regierungs|kirchen|justiz|kriminal|vermessungs)(?:rat|rätin)",
    "architekt(?:in)?|justi[tz]iar(?:in)?|(?<=[a-z])wirt(?:in)?|deputierte[rnm]?|techniker(?:in)?|konservator(?:in)?|streetworker(?:in)?|investor(?:in)?|petent(?:in)?|protokollant(?:in)?|lehrer(?:in)?|arbeiter(?:in)?|bearbeiter(?:in)?|verwalter(?:in)?|pächter(?:in)?|förderer|förderin|kandidat(?:in)?|ministerialrat|staatsrat|(?<=[Ss]chieds)mann|(?<=[Ss]chieds)frau",
)
_BEFORE = (
    r"(?:(?:stellv\.|stv\.|Stellv\.|[Ss]tellvertr\.|Stv\.(?= (?:Vor|Aus|Land|Bür))|[Ss]tellvertretende[rnms]?|[Ee]rste[rnms]?|[Zz]weite[rnms]?|[Dd]ritte[rnms]?|[1-9]\.|I{1,3}\.(?=\s\w*(?:[Bb]eig|[Bb]ürgerm|[Ss]tadtr|[Kk]reisr))|ehem\."
    r"|[Ee]hemalige[rnms]?|[Aa]llgemeine[rnms]?|[Ss]achkundige[rnms]?|[Bb]eratende[rnms]?|[Tt]echnische[rnms]?|[Ff]achliche[rnms]?"
    r"|[Zz]uständige[rnms]?|[Aa]mtierende[rnms]?|[Nn]eue[rnms]?|[Ee]hrenamtliche[rnms]?|[Ll]eitende[rnms]?|Ltd\.|ltd\."
    r"|[Tt]echn\.|[Kk]aufm\.|[Bb]erufsm\.|[Bb]erufsmäßige[rnms]?|[Ww]ählbare[rnms]?|[Bb]ürgerliche[rnms]?|[Kk]ommissarische[rnms]?|[Hh]auptamtliche[rnms]?|[Ss]tädtische[rnms]?|[Ss]tädt\.|[Gg]eschäftsleitende[rnms]?|[Gg]eschäftsführende[rnms]?|[Ff]raktionslose[rnms]?|[Bb]etroffene[rnms]?|[Aa]nwesende[rnms]?|[Bb]eauftragte[rnms]?|[Bb]enachbarte[rnms]?|[Aa]ngrenzende[rnms]?|[Kk]ünftige[rnms]?|[Bb]isherige[rnms]?"
    # `Kaufmännische Leiterin`, `Hinzugewähltes Mitglied`
    r"|[\w-]{2,24}(?:nn|[a-zäöü])ische[rnms]?|[Hh]inzugewählte[rnms]?|[Ww]issenschaftliche[rnms]?)\s){0,3}"
)
_GENDER = r"(?:[/:*_]-?(?:in|innen|r|n)|\((?:in|r|n)\))?"
# Capitals alone might be any abbreviation: such a role must be followed by a name, which the pattern of mentions wants.
ROLE = (
    rf"(?:{_BEFORE}(?:(?:{'|'.join(_ABBREVIATIONS)})(?:['’`´]?in)?(?![{UPPER}{LOWER}])|(?:{'|'.join(_WORDS)}){_GENDER}(?![{UPPER}{LOWER}-])"
    rf"|(?=[{UPPER}])(?:[{UPPER}][{UPPER}{LOWER}]*(?:-[{UPPER}{LOWER}]+)*-?)?(?i:{'|'.join(_ENDINGS)}){_GENDER}(?![{UPPER}{LOWER}-])))"
)
_ROLE = re.compile(ROLE)
_GENITIVE = re.compile(
    rf"(?:(?P<article>[Dd]es|[Dd]er|[Dd]em|[Vv]om|[Vv]on\sder|[Vv]on\sdem)\s)(?P<who>{ROLE})(?![{UPPER}{LOWER}-])(?!\s[{UPPER}])"
)
# Roles without a name after them are people only with these; "Mitglied" or "Bürger" alone is a thing that texts speak of.
_ALONE = re.compile(
    rf"(?P<article>Der|Die|der|die)\s(?P<who>{_BEFORE}(?:[{UPPER}][{UPPER}{LOWER}]*-?)?(?i:vorsitzende[r]?|landrat|landrätin|bürgermeister(?:in)?|kreisdirektor(?:in)?|"
    rf"vorsteher(?:in)?|beigeordnete[r]?|kämmer(?:er|in)|dezernent(?:in)?|schriftführer(?:in)?|sitzungsleiter(?:in)?|stadtdirektor(?:in)?)(?![{UPPER}{LOWER}-]){_OF_A_BODY})"
)


def is_role(text: str) -> bool:
    """Whether a text is as what somebody speaks, and nothing more."""
    return _ROLE.fullmatch(text) is not None


def of_whom(text: str, start: int = 0) -> re.Match[str] | None:
    """`des Bürgermeisters`, `vom Planer`: an office without a name in the genitive or dative."""
    return _GENITIVE.match(text, start)


def office(text: str, start: int = 0) -> re.Match[str] | None:
    """`Der Vorsitzende`: an office without a name."""
    return _ALONE.match(text, start)


OFFICES = _ALONE
# `der Seniorenanlage`, `vom Kulturhaus`, `der jetzigen Kita`, `einer Erzieherin`, `aus der 3a`; and which of several: `4`
OF_WHAT = (
    rf"(?:\s(?!aus\sdem\s(?:Publikum|Saal)|aus\sden\sReihen)(?:der|des|von|vom|aus|einer|eines|im|am|beim)\s(?:der\s|dem\s|den\s)?(?:[{LOWER}]{{3,20}}(?:en|er)\s)?[{UPPER}][{UPPER}{LOWER}/-]*(?:\s[{UPPER}0-9][{UPPER}{LOWER}0-9/-]*){{0,2}}(?:\s„[^“”]{{2,40}}“)?"
    rf"|\s\d{{1,2}}(?=\s[{LOWER}]|[,.]))"
)
WHO = rf"(?:{ROLE}|Redner(?:in)?|Besucher(?:in)?|Zuschauer(?:in)?|Passant(?:in)?|Kund(?:e|in)|Fahrgast|Radfahrer(?:in)?|Pendler(?:in)?|Anlieger(?:in)?|Jugendliche[r]?|Fragesteller(?:in)?|Elternteil|Vater|Mutter|Sohn|Tochter|Enkel(?:in)?|Witwer?|Betreiber(?:in)?|Bewohner(?:in)?|Mieter(?:in)?|Inhaber(?:in)?|Eigentümer(?:in)?|Teilnehmer(?:in)?|Einspruchsführer(?:in)?|Beschwerdeführer(?:in)?|(?:Ver)?[Kk]äufer(?:in)?|Erwerber(?:in)?|Bauherr(?:in)?|Bauwerber(?:in)?|Veranstalter(?:in)?|(?:Ver)[Mm]ieter(?:in)?|Kläger(?:in)?|Bewerber(?:in)?|Anfragesteller(?:in)?)"
# Anybody by what they are: they are people only beside a verb of speech: `Der Planer erläutert`, `Ein weiterer Bürger fragt`.
SOMEBODY = re.compile(
    rf"(?<![{UPPER}{LOWER}])(?:[Dd]er\s|[Dd]ie\s|(?P<any>[Ee]ine?\s(?:(?:weitere[rs]?|andere[rs]?|anwesende[rs]?|interessierte[rs]?|betroffene[rs]?|zweite[rs]?|dritte[rs]?)\s){{0,2}}))"
    rf"(?P<who>{WHO})"
    rf"(?P<of>(?:{OF_WHAT}){{1,2}})?(?![{UPPER}{LOWER}-])"
)
BARE_OFFICES = re.compile(
    rf"(?<![{UPPER}{LOWER}-])(?P<who>(?:[{UPPER}][{LOWER}]+)?(?:[Bb]ürgermeister(?:in)?|[Vv]orsitzender|[Vv]orsteher(?:in)?|[Ll]andrat|[Ll]andrätin)|Vorsitzende|BM|Bgm\.?)(?=\s[{LOWER}]|\s?:)"
)
# Before these a number tells which of several it is; before any other role it is that of a point: `2. Herr Kohl fragt`.
_ORDINAL = re.compile(
    r"\d{1,2}\.\s+(?!(?:[a-zäöüß]+\.?\s|Stellv\.\s|Stv\.\s)*\w*(?:[Bb]eigeordn|[Bb]eig\b|[Bb]ürgermeister|[Vv]orsitz|[Vv]ors\.|[Ss]tellvertret|[Vv]orsteher|[Ss]tadtr|[Kk]reisr|[Ss]chriftf|[Bb]eisitz|[Kk]ämmer|[Pp]räsid|[Ll]andr|[Ss]precher|Bgm|BM|Kreisdep|[Kk]reisbeig))"
)


def without_point(role: str) -> str:
    """The role without the number of a point that stands before it."""
    return _ORDINAL.sub("", role, count=1) if _ORDINAL.match(role) else role


# The ending of `der Ersten Beigeordneten`, before a name.
_WEAK = re.compile(
    r"\b(?P<stem>Erste|Zweite|Dritte|[Ss]tellvertretende|\w*(?:[Bb]eigeordnete|[Vv]orsitzende|[Aa]bgeordnete|[Vv]erordnete|[Bb]eauftragte))[nm](?=\s)"
    r"|\b(?P<weak>\w*(?:[Pp]räsident|[Dd]ezernent|[Rr]eferent))en(?=\s)"
)


# `Bürgermeisters`, `Landrates`, `Vorsitzenden`, `Präsidenten`, alone.
_ALONE_WEAK = re.compile(
    r"(?P<stem>.+(?:er|or|[aä]r|eur|ist|chef|mann|wirt|anwalt|herr))e?s|(?P<rat>.+rat)e?s|(?P<weak>.+(?:ent|ant|at|ist|log))en|(?P<adjective>.+(?:ende|nete|tragte|tigte|dige|llte|tierte|liche))n"
)


def alone(office: str) -> str:
    """The nominative of an office that stands without a name: `Bürgermeister` of `Bürgermeisters`."""
    match = _ALONE_WEAK.fullmatch(office)
    return next(filter(None, match.groups())) if match else office


def nominative(speaker: str) -> str:
    """`Von Herrn Kohl wird angeregt, …`: who says that is Herr Kohl, and the Ersten Beigeordneten Ohm is Erste Beigeordnete Ohm."""
    named = re.sub(r"\b([Rr]atsherr|Herr)n(?=\s)", r"\1", speaker)
    return named if " + " in named else _WEAK.sub(lambda word: word["stem"] or word["weak"], named)


_FEMALE = re.compile(r"(?:^|\s)(?:Frau\b|Eine\s)|(?:in|frau|dame)(?=\s|$)")
_MALE = re.compile(r"(?:^|\s)(?:Herrn?\b|Ein\s)|(?:er|herr|mann|rat|or|ent|anwalt|wirt)(?=\s|$)|ter\s[1-9A-Z]")


def may_be(speaker: str, pronoun: str) -> bool:
    """Whether `Er` or `Sie` may mean this speaker: what their role says of them must not contradict it."""
    if " + " in speaker:
        return pronoun != "Er"
    role = " ".join(word for word in speaker.split()[:-1]) or speaker
    female, male = bool(_FEMALE.search(role)), bool(_MALE.search(role))
    return not (female and not male) if pronoun == "Er" else not (male and not female) if pronoun == "Sie" else True
