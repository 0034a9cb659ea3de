"""Nameless: who is called by what they are alone, beside a verb of speech: `Ein Einwohner fragt`, `Mehrere Räte bemängeln`. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes.importers.grammar import clubs
from minutes.importers.grammar.given_names import GIVEN
from minutes.importers.grammar.letters import LOWER, UPPER, WORD
from minutes.importers.grammar.roles import BARE_OFFICES, ROLE, SOMEBODY
from minutes.importers.grammar.verbs import say, says, surely_says


@dataclass(frozen=True, slots=True)
class Nameless:
    """Somebody without a name: where they stand, and as what they speak."""

    start: int
    end: int
    who: str


# `Ein Bürger wollte wissen, …`, `Die Antragstellerin übernimmt den Vorschlag.`
_WANTS = frozenset("will wollte wollten übernimmt übernahm sichert sicherte setzt setzte übergibt übergab".split())
# `Eine Sprecherin der ABC-Fraktion war damit einverstanden.`, `Lutz Ohm ist anderer Meinung.`
_OPINION = (
    r"\s(?:[a-zäöüß]+\s){0,2}(?:einverstanden|dafür|dagegen|Meinung|Ansicht|Auffassung|Überzeugung|überzeugt|bereit|skeptisch|froh|dankbar"
    r"|zufrieden|unzufrieden|enttäuscht|erfreut|verwundert|besorgt|überrascht|unsicher|sicher)\b"
)
_IS_FOR_IT = re.compile(
    rf",?\s(?:ist|war|zeigt\ssich|zeigte\ssich){_OPINION}"
    r"|\s(?:hat|hatte)\s[^.;:,]{0,60}\b(?:nichts\s(?:hinzuzufügen|einzuwenden|dagegen)|keine\s(?:weiteren\s)?(?:Bedenken|Einwände|Einwendungen|Fragen|Anmerkungen|Ergänzungen))\b"
    r"|\s(?:sorgt|sorgte|stört|störte|fürchtet|fürchtete)\ssich\b"
    r"|\skann\ssich\s(?:[a-zäöüß]+\s){0,3}vorstellen\b|\s(?:erhält|erhielt|bekommt|bekam)\s(?:Gelegenheit|das\sWort|Rederecht)\s[^.;:,]{0,60}\bund\s(?=[a-zäöüß]+\s)"
)
_ARE_FOR_IT = re.compile(rf",?\s(?:sind|waren|zeigen\ssich|zeigten\ssich){_OPINION}")
# `Damit sind die Antragsteller einverstanden.`
_AGREE = re.compile(
    rf"(?:Damit|Hiermit|Dazu|Dafür)\s(?:ist|sind|war|waren|(?:zeigt|zeigte|zeigen|zeigten|erklärt|erklärte|erklären|erklärten)\ssich)\s(?:auch\s)?(?:der|die)\s(?P<who>{ROLE})"
    r"\s(?:[a-zäöüß]+\s){0,2}(?:einverstanden|bereit|zufrieden)\b"
)
# `Der Gemeinderat bestätigte …`: of a person it would be said with the name.
_BODY = re.compile(
    r"(?:[Ss]tadt|[Gg]emeinde|[Kk]reis|[Mm]arkt|[Oo]rts|[Oo]rtschafts|[Bb]ezirks|[Bb]ei)rat(?:es|s)?$|räte$|^(?:GV|BV|OV|OBR|StV|StVV|KA|GR|SR)$"
)
# Behind a verb `die` or a feminine may be the object: `begrüßt die Mitglieder`, `dankt der Amtsleiterin`.
_NOMINATIVE = re.compile(r"(?!der\s\S*(?:in|innen)\b|\S+\s\S*(?:en|ern|innen|glieder|leute)\b)(?:der|eine?)\s")
# `Sodann stellt die Präsidentin …`: after verbs that are done to no person.
_SHE = re.compile(
    rf"^[{UPPER}][{LOWER}]+\s(?:stellt|stellte|ruft|rief|lässt|ließ|eröffnet|eröffnete|schließt|schloss|weist|wies|teilt|teilte|erklärt|erklärte|führt|führte|schlägt|schlug|regt|regte|erläutert|erläuterte)\sdie\s$"
)
# At the front, or behind a verb that stands behind a comma.
_GIVEN_NAME = re.compile(
    rf"(?:^|[,“»]\s(?P<verb>[{LOWER}]{{3,}})\s)(?P<who>[{UPPER}][{LOWER}]+)(?=\s?[,.!(]|\s(?:aus|von|vom|und)\s|\s[{LOWER}]{{3,}}\b|$)"
)
_SOME = (
    r"(?:Alle|Beide|Mehrere|Einige|Viele|Einzelne|Verschiedene|Manche|Etliche|Zahlreiche|Zwei|Drei|Vier|Fünf|Sämtliche)"
)
_PUBLIC = r"(?:Redner|Fraktionen|Einwohner|Bürger|Anwohner|Anlieger|Zuhörer|Besucher|Eltern|Jugendliche|Schüler|Anwesende|Teilnehmer|Betroffene|Nachbarn|Landwirte|Gäste|Vereine)"
# By these ends people are many: `Zwei Schülersprecher`, `Mehrere Anwohnerinnen`.
_PEOPLE = (
    rf"[{UPPER}][{LOWER}-]*?(?:er|innen|leute|ende|enten|isten|oren|eure|kinder|herren|frauen|männer|tekten|eltern)"
)
# Guests who present or want something: `Die Planer zeigen …`
_GUESTS = rf"(?:[{UPPER}][{LOWER}]+)?(?i:planer|architekten|gutachter|ingenieure|investoren|antragsteller|eigentümer|veranstalter|betreiber|bauherren|referenten|schülersprecher|sachverständigen|initiatoren)"
_MEMBERS = rf"(?:[{UPPER}][{LOWER}]*)?(?:[Mm]itglieder|[Rr]äte|[Rr]atsherren|[Rr]ätinnen|[Vv]erordneten?|[Aa]bgeordneten?|[Vv]ertreter|[Vv]orsitzenden?)"
# `Vertreter:innen`, `Bürger*innen`, `Anwohner/-innen`
_INNEN = r"(?:(?:[:*_]|/-?)?innen)"
_AND = rf"{_INNEN}?(?:\sund\s[{UPPER}][{LOWER}]+)?(?:\s(?:de[rs]|aller|beider|mehrerer)\s[{UPPER}][\w-]+(?:\s(?:[{UPPER}][\w-]+|\d{{1,2}}[a-z]?)){{0,2}}?)?"
# `Mehrere Einwohner bemängeln, dass …`, `Einige Ausschussmitglieder fragen …`, `Die Fraktionen loben …`, `Zwei Schülerinnen stellen …`
_MANY = re.compile(
    rf"(?:(?P<some>{_SOME}\s(?:[{LOWER}]{{4,20}}e\s)?)|Die\s)?(?P<who>(?:{_PUBLIC}|{_GUESTS}|(?:(?<=Zwei\s)|(?<=Drei\s)|(?<=Vier\s)|(?<=Mehrere\s)|(?<=Einige\s)|(?<=Beide\s)|(?<=Verschiedene\s)|(?<=Einzelne\s))(?P<people>{_PEOPLE})|(?P<members>{_MEMBERS}|[{UPPER}][{LOWER}-]+?(?={_INNEN}))){_AND})\s(?P<verb>[{LOWER}]{{4,20}}n)\b"
)
# `Einhellig verlangen die Fraktionen …`
_MANY_BEHIND = re.compile(
    rf"(?:[{UPPER}][{LOWER}]+(?:\s[{LOWER}]+){{0,2}}?|In\s(?:ihren|den|mehreren)\s[{UPPER}][{LOWER}]+)\s(?P<verb>[{LOWER}]{{4,20}}n)\s(?:sich\s)?(?:(?P<some>alle|beide|mehrere|einige|viele|verschiedene)\s|die\s)(?P<who>(?:{_PUBLIC}|(?P<members>{_MEMBERS})){_AND})(?=\s)"
)
# Of all members of a body this is said, and not decided.
_NOT_DECIDED = frozenset(
    """schildern schilderten fragen fragten äußern äußerten loben lobten danken dankten bedanken bedankten kritisieren kritisierten
    bemängeln bemängelten gratulieren gratulierten berichten berichteten monieren monierten beklagen beklagten hinterfragen erkundigen
    erkundigten plädieren plädierten begrüßen begrüßten betonen betonten bedauern bedauerten erinnern wünschen heißen hießen""".split()
)


def find(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Nameless]:
    """Everybody of a text without a name, apart from where others stand."""

    def is_free(start: int, end: int) -> bool:
        return not any(begin < end and start < stop for begin, stop in taken)

    for match in SOMEBODY.finditer(text):
        if is_free(match.start(), match.end()) and _speaks(text, match):
            start = match.start() if match["any"] else match.start("who")
            who = " ".join(text[start : match.end()].split())
            yield Nameless(start, match.end(), who[:1].upper() + who[1:] if match["any"] else who)
    for match in _GIVEN_NAME.finditer(text):
        if match["who"] in GIVEN and is_free(match.start("who"), match.end("who")) and _a_child_speaks(text, match):
            yield Nameless(match.start("who"), match.end("who"), match["who"])
    for club in clubs.behind_verb(text):
        if is_free(club.start("who"), club.end("who")):
            yield Nameless(club.start("who"), club.end("who"), club["who"])
    if all(start for start, _end in taken):
        yield from _at_front(text)
    # `Ratsvorsitzender bedankt sich`, `lässt Bürgermeister abstimmen`: an office that has lost its article.
    for match in BARE_OFFICES.finditer(text):
        if not is_free(match.start(), match.end()):
            continue
        behind = re.match(rf"\s(?P<word>[{LOWER}]+)", text[match.end() :])
        before = re.search(rf"(?<![{WORD}])(?P<word>[{LOWER}]+)\s(?:sich\s)?$", text[: match.start()])
        # `Antwort Bürgermeister: Im Mai.`
        answers = text[: match.start()] in {"Antwort ", "Frage ", ""} and text[match.end() :].lstrip().startswith(":")
        leads = match.start() == 0 and behind and says(behind["word"])
        if answers or leads or (before and says(before["word"]) and behind):
            yield Nameless(match.start(), match.end(), match["who"])


def opens_clause(before: str) -> bool:
    """Whether a clause begins behind this: nothing, a comma, `und`."""
    return not before.strip() or bool(re.search(r"(?:[,;:.–-]|\bund|\bAuch)\s$", before))


def is_for_it(text: str, at: int) -> bool:
    """Whether it is told there of what opinion somebody is: ` ist dafür`, ` war anderer Meinung`."""
    return bool(_IS_FOR_IT.match(text, at) or _ARE_FOR_IT.match(text, at))


def is_body(who: str) -> bool:
    """Whether a word is of a body, not of its member: `Gemeinderat` without a name."""
    return bool(_BODY.search(who))


def _a_child_speaks(text: str, match: re.Match[str]) -> bool:
    """`Mia (9) fragt`, `…, sagt Jonas.`, `Mia und Jonas von der 3b erzählen`: a given name alone, beside a verb of speech."""
    if match["verb"]:
        return says(match["verb"])
    rest = text[match.end() :]
    other = re.match(rf"\sund\s(?P<who>[{UPPER}][{LOWER}]+)", rest)
    rest = rest[other.end() :] if other and other["who"] in GIVEN else rest
    behind = re.match(
        rf"(?:\s?\(\d{{1,2}}\))?(?:\s(?:aus|von|vom)\s(?:der\s|dem\s)?[{UPPER}\d][{WORD}\d-]*)?\s(?P<word>[{LOWER}]+)\b",
        rest,
    )
    return bool(behind and (says(behind["word"]) or (other and say(behind["word"]))))


def _speaks(text: str, match: re.Match[str]) -> bool:
    # The comma is wrong, but common: `Eine Einwohnerin, möchte wissen …`
    rest = text[match.end() :]
    behind = re.match(rf"(?:\s?\([^()]{{1,60}}\))?,?\s(?P<word>[{LOWER}]+)", rest)
    if not (behind and says(behind["word"])):
        # `Die Pächterin des Kiosks, seit Mai im Dorf, fragt …`
        behind = re.match(rf",\s[^,.;:]{{3,120}},\s(?P<word>[{LOWER}]+)", rest) or behind
    before = re.search(rf"(?<![{WORD}])(?P<word>[{LOWER}]+)\s(?:sich\s)?$", text[: match.start()])
    agrees = _IS_FOR_IT.match(text, match.end())
    leads = (
        behind and (agrees or says(behind["word"]) or behind["word"] in _WANTS) and opens_clause(text[: match.start()])
    )
    # `meldet sich die Pächterin`: behind `sich` it is the subject.
    is_subject = before and (_NOMINATIVE.match(match.group()) or before.group().endswith("sich "))
    follows = before and is_subject and says(before["word"])
    leads = leads or bool(_SHE.search(text[: match.start("who")]))
    # `Der Käufer trägt die Kosten.`
    bears = leads and behind and behind["word"] in {"trägt", "trug"} and not surely_says(rest.lstrip())
    return bool(leads or follows) and not bears and not is_body(match["who"])


def _surely_say(verb: str, rest: str) -> bool:
    """Whether a verb in the plural is one of speech, whatever else it may mean: `berichten`, `stellten … vor`."""
    stem = verb.removesuffix("n").removesuffix("e")
    return any(surely_says(f"{each}{rest}") for each in (f"{stem}t", f"{stem}et", f"{stem}e"))


def _at_front(text: str) -> Iterator[Nameless]:
    """Several at once, firms, and who agrees, at the beginning of a sentence."""
    agree = _AGREE.match(text)
    if agree and not re.search(r"[Mm]itglieder", agree["who"]):
        yield Nameless(agree.start("who"), agree.end("who"), agree["who"])
        return
    for form in (_MANY, _MANY_BEHIND):
        match = form.match(text)
        if match and say(match["verb"]) and (not match["members"] or match["some"] or match["verb"] in _NOT_DECIDED):
            if form is _MANY and match["people"] and not _surely_say(match["verb"], text[match.end() :]):
                # `Zwei Fenster zeigen zur Straße.`
                continue
            if match["verb"] in {"heißen", "hießen"} and "willkommen" not in text:
                continue
            if match["verb"] in {"melden", "meldeten"} and "zu Wort" in text:
                # Who they were and what they say comes later.
                continue
            start = match.start("some" if match["some"] else "who")
            who = text[start : match.end("who")]
            yield Nameless(start, match.end("who"), who[:1].upper() + who[1:])
            return
    club = clubs.at_front(text)
    if club:
        yield Nameless(club.start("who"), club.end("who"), club["who"])
        return
