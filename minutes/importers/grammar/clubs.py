"""Clubs: clubs, offices, firms, schools and advisory boards that speak as one: `Der Heimatverein bittet um …`. Pure.

The councils and committees themselves are none of them: what they do is decided, not said.
"""

import re
from collections.abc import Iterator

from minutes.importers.grammar.collectives import NO_SPEAKER, collective
from minutes.importers.grammar.letters import LOWER, UPPER, WORD
from minutes.importers.grammar.verbs import say, says, surely_says

# By these ends their names are built: `Sportverein`, `Jugendbeirat`, `Tiefbauamt`, `DLRG-Ortsgruppe`.
_ENDS = """
verein verband club klub dienst bund arbeitskreis kindergarten bauhof betrieb vorhabenträger werk bereich wehrführung investor investorin
initiative polizei inspektion feuerwehr ortswehr gruppe stelle schule kita firma gesellschaft stiftung kammer agentur kanzlei
sparkasse klinik genossenschaft leitung behörde jugend bewegung gemeinschaft kirchengemeinde elternschaft linksfraktion
amt büro institut bündnis forum referat vorstand vorsitz vorhabenträgerin betreiberin museum theater parlament jobcenter komitee
kuratorium bauherr bauherrin eigentümerversammlung
""".split()
# Alone these are of whatever was told of before.
_BARE = frozenset(
    """verein verband club klub dienst bund initiative gruppe stelle firma gesellschaft stiftung kammer agentur genossenschaft
    leitung behörde bewegung gemeinschaft amt büro institut bündnis forum referat vorstand vorsitz schule betreiberin
    betrieb werk bereich parlament inspektion kanzlei arbeitskreis""".split()
)
_BOARDS = """jugend senioren ausländer integrations migrations behinderten inklusions eltern personal betriebs familien kultur
sport naturschutz frauen präventions schüler kunst denkmal umwelt fahrgast""".split()
_CHOSEN = "schüler senioren eltern personal mieter studierenden mitarbeiter jugend".split()
_ALL_ENDS = rf"(?:{'|'.join(_ENDS)}|(?:{'|'.join(_BOARDS)})(?:bei)?rat|(?:{'|'.join(_CHOSEN)})vertretung)"
# `Haus- und Grundbesitzerverein`
_WORD = rf"(?:[{UPPER}][{LOWER}]+-\s(?:und|u\.)\s|(?:Freiwillige|Evangelische|Katholische|Örtliche|Untere|Obere|Höhere|Städtische|Staatliche|Deutsche|Technische)\s)?(?=[{UPPER}])[{WORD}-]{{0,40}}?(?i:{_ALL_ENDS})(?![{WORD}-])"
_MANY = rf"(?=[{UPPER}])[{WORD}-]{{0,40}}?(?i:vereine|verbände|initiativen|schulen|landfrauen|stadtwerke|wehren)(?![{WORD}-])"
# `Amt für Soziales`, `Bürgerinitiative „Offene Höfe“`, `Büro Plan & Partner`
_CALLED = rf"(?:\s„[^“”\"]{{2,60}}“|\s(?:für|zur|gegen|zum|der|des)\s[{UPPER}][{WORD}-]+(?:,\s[{UPPER}][{WORD}-]+)?(?:\s(?:und|u\.)\s[{UPPER}][{WORD}-]+)?|(?:\s(?:(?:&|\+|und)\s)?[{UPPER}][{WORD}-]*(?:\.(?=[{WORD}\s]\s?[{WORD}]))?){{1,4}})?"
# `Dachbau Kohl GmbH`, `Plan & Partner KG`
_FIRM = rf"[{UPPER}\d][{WORD}\d&.+-]*(?:\s(?:&|\+|und|[{UPPER}\d][{WORD}\d&.+-]*)){{0,5}}\s(?:gGmbH|GmbH(?:\s&\sCo\.?\sKG)?|mbH|AG|KG|eG|e\.\s?V\.|OHG|GbR|UG|AöR|SE)"
# `IHK`, `ADFC`, `PK 35`; but no bodies.
_LETTERS = rf"(?!{NO_SPEAKER})[{UPPER}]{{2,6}}(?:\s\d{{1,3}})?"
_KNOWN = "ADFC|ADAC|NABU|BUND|DLRG|DRK|THW|IHK|HWK|VCD|DGB|AWO|VdK|DEHOGA|VHS"
_ONE = re.compile(rf"(?P<who>(?:Firma\s)?{_FIRM}|{_WORD}{_CALLED}|{_KNOWN})(?=[\s,.;:!?]|$)")
_SHORT = re.compile(rf"(?P<who>{_LETTERS})(?=[\s,])")
_SEVERAL = re.compile(rf"(?P<who>{_MANY}(?:\s[{UPPER}][{LOWER}]+){{0,2}})(?=[\s,.;:!?]|$)")
# What stands between it and its verb: `, der heute nicht vertreten ist,`, `hingegen`
_BETWEEN = re.compile(
    rf"(?:\s?\([^()]{{1,60}}\))?(?:,\s[^,.;:]{{3,90}},)?(?:\s(?:hingegen|dagegen|wiederum|jedoch|aber|selbst|ihrerseits|seinerseits))?\s(?=[{LOWER}])"
)
# More verbs of which a club is hardly the subject unless it is there: `bietet Hilfe an`, `hätte gern einen Schlüssel`
_OF_THEM = re.compile(
    r"(?:bietet|bot|lehnt|lehnte)\s[^.;:]{0,200}\b(?:an|ab)(?=[,.;]|$|\sund)|hätten?\sgerne?\s|(?:schließt|schloss)\ssich\s[^.;:]{0,120}\san\b|(?:sichert|sicherte|sagt|sagte)\s(?:[^.;:]|(?<=\d)\.){0,160}\bzu(?=[,.;]|$|\sund)|würden?\s(?:es|das|dies|[^.;:]{3,80})\s(?:begrüßen|bevorzugen|befürworten)\b"
)
# Who does that is there, whichever it is: `Das Büro stellt die Entwürfe vor.`
_PRESENTS = re.compile(
    r"\s(?:(?:stellt|stellte|trägt|trug|führt|führte|gibt|gab|legt|legte)\s|(?:erläuter|präsentier|bericht|informier|frag|bedank|dank|antwort|schilder|kritisier|beantwort|referier)(?:e?t|e?te)\s)"
)
# `hat Unterschriften gesammelt und fordert den Rat auf`
_AND_SAYS = re.compile(r"(?:hat|haben)\s[^.;:]{3,160}\sund\s(?=[a-zäöüß]+t\s)")
# Of these the article tells that they are the subject, wherever they stand: `erläutert der Wasserverband`
_HE = re.compile(
    rf"(?<![{WORD}-])(?P<verb>[{LOWER}]{{3,}})\s(?:sich\s)?(?:auch\s|dann\s|zudem\s|hingegen\s)?der\s(?=[{WORD} -]{{0,60}}(?:[Vv]erein|[Vv]erband|[Cc]lub|[Dd]ienst|[Bb]und|kreis|garten|hof|[Bb]etrieb|träger|rat)\b)"
)
# So does `sich`: `bedankt sich die Theatergruppe`
_ITS = re.compile(
    rf"(?<![{WORD}-])(?P<verb>[{LOWER}]{{3,}})\s(?:sich|auch|ebenso|ebenfalls)\s(?:auch\s|dann\s|zudem\s|hingegen\s)?(?:die|das|der)\s"
)
# `Bedenken hat auch die Feuerwehr angemeldet.`
_HAS_SAID = re.compile(
    rf"[{UPPER}][{LOWER}]+\s(?:hat|haben|hatte|hatten)\s(?=.*\b(?:angemeldet|geäußert|erhoben|vorgebracht|signalisiert|angekündigt)[.!]?$)"
)
# Thanks are no decision: `Der Gemeinderat dankt den Helfern.`
_BODY_THANKS = re.compile(
    rf"(?P<who>(?:[{UPPER}][{WORD}-]*)?(?:[Rr]at|[Aa]usschuss|[Bb]eirat|tag|[Vv]ertretung|[Vv]ersammlung))(?=\s(?:dankt|dankte|(?:bedankt|bedankte)\ssich|gratuliert|gratulierte)\s)"
)
_ARTICLE = re.compile(r"(?:Auch\s)?(?:der|die|das)\s", re.IGNORECASE)


def named(text: str) -> re.Match[str] | None:
    """A club, an office, the administration or a faction at the beginning of a text, without its article."""
    return _ONE.match(text) or _SEVERAL.match(text) or collective(text)


def is_club(who: str) -> bool:
    """Whether somebody who speaks is a club or an office."""
    return bool(_ONE.fullmatch(who) or _SEVERAL.fullmatch(who))


def at_front(text: str) -> re.Match[str] | None:
    """`Der Heimatverein bittet um …`: who is the subject at the beginning of a sentence, and says something."""
    article = _ARTICLE.match(text)
    if not article:
        return None
    if thanks := _BODY_THANKS.match(text, article.end()):
        return thanks
    for form in (_ONE, _SEVERAL, _SHORT):
        match = form.match(text, article.end())
        if match and match["who"].casefold() in _BARE and not _PRESENTS.match(text, match.end()):
            # `Der Verein erbittet einen Euro.`: whichever it is was told before.
            match = None
        verb = _BETWEEN.match(text, match.end()) if match else None
        if match and verb and _says(text[verb.end() :], is_many=form is _SEVERAL):
            return match
    return None


def behind_verb(text: str) -> Iterator[re.Match[str]]:
    """`Hierzu erläutert der Wasserverband …`: subjects behind a verb of speech."""
    for verb in (*_HE.finditer(text), *_ITS.finditer(text)):
        has_said = verb["verb"].startswith("ha") and _HAS_SAID.match(text)
        match = _ONE.match(text, verb.end()) if has_said or says(verb["verb"]) else None
        if match:
            yield match


# `Der Sportverein beantragt einen Zuschuss.`
_ASKS = re.compile(
    r"\b(?:(?:bean|er|an)?(?:bitte|trage?)[tn]|bat|baten|beantragten?|erbat|möchten?|wünsch\w+|forder\w+|such\w+|begehr\w+|spricht\ssich|plant|will|wollen)\b"
)
# Parties to a contract or a building, of whom papers tell.
_PARTY = re.compile(r"(?:Bauwerber|Käufer|Verkäufer|Erwerber|Bauherr|Vermieter|Veranstalter)(?:in)?")
_OWNER = re.compile(r"(?:Eigentümer|Inhaber|Bewerber|Kläger|Betreiber|Mieter|Bewohner)")


def asks(who: str, text: str) -> bool:
    """Whether a club or an owner asks for something: before anybody has spoken, that is told by the paper."""
    if _PARTY.fullmatch(who):
        return True
    return bool(((is_club(who) and not collective(who)) or _OWNER.match(who)) and _ASKS.search(text[:300]))


# `…, teilt er mit.`, `…, wie sie betonte.`
_ITSELF = re.compile(
    rf",\s(?:wie\s(?:er|sie|es)\s(?P<behind>[{LOWER}]+)|(?P<verb>[{LOWER}]+)\s(?:er|sie|es)(?:\s[{LOWER}]+){{0,3}})[.!]?$"
)
_TOWN = re.compile(r"(?P<who>Stadt|Gemeinde|Samtgemeinde|Verbandsgemeinde)(?=\s)")
_FOR = re.compile(r"(?:Für\s)?(?:Der|Die|Das|der|die|das|den)\s")


def says_itself(sentence: str) -> str:
    """`Der Sportbund hat keine Einwände, teilt er mit.`: who is the subject at the front, and says so at the end."""
    article, itself = _FOR.match(sentence), _ITSELF.search(sentence)
    verb = (itself["behind"] or itself["verb"]) if itself else ""
    if not article or not (says(verb) or say(verb)):
        return ""
    rest = sentence[article.end() :]
    match = named(rest) or _TOWN.match(rest)
    return match["who"] if match else ""


def _says(rest: str, *, is_many: bool) -> bool:
    word = re.match(rf"[{LOWER}]+", rest)
    if is_many:
        return bool(word and word.group().endswith("n") and say(word.group()))
    then = _AND_SAYS.match(rest)
    return surely_says(rest) or bool(_OF_THEM.match(rest)) or bool(then and surely_says(rest[then.end() :]))
