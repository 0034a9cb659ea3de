"""Together: several who speak at once, and who holds an office that is named beside them. Pure."""

import re

from minutes.importers.grammar import clauses
from minutes.importers.grammar.letters import LOWER
from minutes.importers.grammar.mentions import Mention

_AND = re.compile(
    r"\s*(?:[(\[][^()\[\]]{0,60}[)\]])?\s*(?P<and>,|und|sowie|als|bzw\.|u\.|&|/)\s+(?:auch\s+)?(?:der\s+|die\s+)?$"
)
_SET_APART = re.compile(
    rf"(?:\s?[(\[][^()\[\]]{{1,60}}[)\]])?(?:,\s(?!und\b|sowie\b)(?:[{LOWER}]|[A-ZÄÖÜ][{LOWER}]+ung(?:en)?\s)|[.;!]?$)"
)
# `…, Beigeordnete Kohl die Sitzung`: without the second comma an object must follow, and no verb.
_RUNS_ON = re.compile(
    r"(?:\s?[(\[][^()\[\]]{1,60}[)\]])?\s(?:die|den|das|dem|um|zur|zum|auf|über|mit|für|allen|alle|bei|nach|einen|eine|ein|sich)\s"
)
_SHARED = re.compile(r"\s*(?:,|und|sowie)\s+(?P<name>(?:Dr\.\s)?[A-ZÄÖÜ][\wäöüß-]+)(?=[\s,])")
# `Die Ratsmitglieder Kohl, Ohm (ABC) und Dr. Uhde`: one role, several names.
_PLURAL = re.compile(
    r"(?:Herren|Damen|Frauen|[a-zäöü](?:mitglieder|herren|frauen|räte|rätinnen|bürger|verordneten|vertreter(?:innen)?|abgeordneten|vorsitzenden|meister))$|Mitglieder$"
)
_A_NAME = r"(?:Dr\.\s)?[A-ZÄÖÜ][\wäöüß-]+(?:\s?\([^()]{1,30}\))?"
_LIST = re.compile(
    rf"(?:\s?\([^()]{{1,30}}\))?(?P<middle>(?:,\s{_A_NAME}){{1,8}}),?\s(?:und|sowie)\s(?P<last>{_A_NAME})(?=[\s,])"
)


def _named_on(sentence: str, mention: Mention) -> tuple[int, list[str]]:
    """Where a list of names ends that share the role of the first, and these names; none if it is no such list."""
    match = _LIST.match(sentence, mention.end) if _PLURAL.search(mention.role) else None
    if match is None:
        return mention.end, []
    names = [*match["middle"].strip(", ").split(", "), match["last"]]
    return match.end(), [re.sub(r"\s?\([^()]*\)", "", name) for name in names]


def _holder(sentence: str, mention: Mention, mentions: list[Mention]) -> Mention:
    """Who holds an office that stands without a name: `lässt der Vorsitzende, Ktabg. Kohl (CDU), abstimmen`."""
    for other in mentions if not mention.name else ():
        if (
            other.name
            and sentence[mention.end : other.start] == ", "
            and (_SET_APART.match(sentence, other.end) or _RUNS_ON.match(sentence, other.end))
        ):
            return other
    return mention


def last_of_list(sentence: str, first: Mention, mentions: list[Mention]) -> Mention:
    """The last of `A, B und C` that begins with a mention."""
    end, names = _named_on(sentence, first)
    if names:
        return Mention(end - 1, end, first.role, names[-1])
    last = first
    for mention in mentions:
        if mention.start > last.end and _AND.match(sentence[last.end : mention.start]):
            if sentence[last.end : mention.start].strip().startswith(",") and not _continues_list(
                sentence, mention, mentions
            ):
                break
            last = mention
    shared = _SHARED.match(sentence, last.end)
    if shared and shared["name"] and sentence[last.end :].lstrip().startswith(("und", "sowie")):
        return Mention(shared.start("name"), shared.end("name"), last.role, shared["name"])
    return last


def _continues_list(sentence: str, mention: Mention, mentions: list[Mention]) -> bool:
    """After a comma a mention goes on with a list only if an "und" follows, maybe after others: else it begins a clause."""
    last = mention
    for later in mentions:
        if later.start <= last.end:
            continue
        between = re.sub(r"^\s?[(\[][^()\[\]]{1,60}[)\]]", "", sentence[last.end : later.start])
        if re.fullmatch(r"\s*(?:und|sowie)\s+(?:der\s|die\s)?", between):
            return True
        if not re.fullmatch(r"\s*,\s+(?:der\s|die\s)?", between):
            return False
        last = later
    return False


def joined(sentence: str, mention: Mention, mentions: list[Mention]) -> tuple[str, str]:
    """The speaker, joined with those who speak at once, and the party."""
    mention = _holder(sentence, mention, mentions)
    _, names = _named_on(sentence, mention)
    if names:
        return " + ".join([mention.speaker, *(f"{mention.role} {name}" for name in names)]), mention.party
    speakers = [mention.speaker]
    last = mention
    for other in mentions:
        between = sentence[last.end : other.start] if other.start > last.end else ""
        if between and _AND.match(between):
            if between.strip().startswith(",") and not _continues_list(sentence, other, mentions):
                break
            speakers.append(other.speaker)
            last = other
    shared = _SHARED.match(sentence, last.end)
    if (
        shared
        and mention.role
        and mention.name
        and sentence[last.end :].lstrip().startswith(("und", "sowie"))
        and clauses.has_verb(sentence[shared.end() :])
    ):
        others = [other for other in mentions if other.start <= last.start and other.role]
        speakers.append(f"{others[-1].role if others else mention.role} {shared['name']}")
    return " + ".join(dict.fromkeys(speakers)), mention.party
