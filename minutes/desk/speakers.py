"""Room: minutes, the desk. Speaker marks ⟨Ktabg. Kohaus⟩ in a text, and the people whom they name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from committees.models import Attendance, Person
from minutes.markup import SPEAKER_CLOSE, SPEAKER_OPEN
from minutes.models import Speaker

_MARK = re.compile(rf"{SPEAKER_OPEN}([^{SPEAKER_OPEN}{SPEAKER_CLOSE}\n]+){SPEAKER_CLOSE}")
_TYPED = re.compile(r"<([^<>\n]+)>")
_ROLE_LENGTH = Speaker._meta.get_field("role").max_length


@dataclass(frozen=True, slots=True)
class Mention:
    """Whom a mark names, and in what role."""

    person: Attendance
    role: str


def names(person: Person) -> tuple[str, ...]:
    """How a mark may name somebody: Müller; E. Müller or Eva Müller where two have the same name."""
    initial = f"{person.academic_title} {person.first_name[:1]}. {person.last_name}".strip()
    return (person.short_name, initial, person.full_name)


def printed(person: Attendance, role: str, people: Sequence[Attendance]) -> str:
    """Role and name as a mark, with the initial if the name alone would fit somebody else in the same role."""
    short, initial, _full = names(person.person)
    rivals = [other for other in people if other.person.short_name == short and other.role == person.role]
    return f"{role} {initial if len(rivals) > 1 else short}".strip()


def mentions(text: str, people: Sequence[Attendance]) -> list[Mention]:
    """Whom the marks of a text name, in order. Raises ValidationError for a mark that fits nobody, or several."""
    return [resolve(found, people) for found in _MARK.findall(text)]


def with_typed_marks(text: str, people: Sequence[Attendance]) -> str:
    """The text with <Ktabg. Kohaus>, easy to type, turned into a mark; other angle brackets are text."""

    def marked(found: re.Match[str]) -> str:
        fits = len({mention.person.pk for mention in _candidates(found[1], people)}) == 1
        return f"{SPEAKER_OPEN}{found[1]}{SPEAKER_CLOSE}" if fits else found[0]

    return _TYPED.sub(marked, text)


def contains(text: str, name: str) -> bool:
    """Whether the name stands in the text."""
    return _place_of(name, text) is not None


def with_speaker(text: str, name: str) -> str:
    """The text with `name` marked: where it stands first, or else put before the text."""
    found = _place_of(name, text)
    if found is None:
        return f"{SPEAKER_OPEN}{name}{SPEAKER_CLOSE} {text}"
    return _replaced(text, found, f"{SPEAKER_OPEN}{found[0]}{SPEAKER_CLOSE}")


def with_other_name(text: str, place: int, name: str) -> str:
    """The text with the name in the mark at `place`, counted from 0, replaced."""
    return _replaced(text, list(_MARK.finditer(text))[place], f"{SPEAKER_OPEN}{name}{SPEAKER_CLOSE}")


def without_mark(text: str, place: int) -> str:
    """The text with the mark at `place`, counted from 0, taken off its name."""
    found = list(_MARK.finditer(text))[place]
    return _replaced(text, found, found[1])


def _place_of(name: str, text: str) -> re.Match[str] | None:
    """Where a name stands first; white space inside it may be any, so that a no-break space in the text survives."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.search(rf"(?<!\w){words}(?!\w)", text)


def _replaced(text: str, found: re.Match[str], words: str) -> str:
    return text[: found.start()] + words + text[found.end() :]


def _candidates(mark: str, people: Sequence[Attendance]) -> list[Mention]:
    """Everybody whom a mark may name: the longest fitting name wins, then the role on the list."""
    words = " ".join(mark.split())
    fitting = [
        (len(name), Mention(person, words[: -len(name)].strip()))
        for person in people
        for name in names(person.person)
        if words == name or words.endswith(f" {name}")
    ]
    longest = max((length for length, _mention in fitting), default=0)
    found = [mention for length, mention in fitting if length == longest]
    same_role = [mention for mention in found if mention.role == mention.person.role]
    return same_role if len(same_role) == 1 else found


def resolve(mark: str, people: Sequence[Attendance]) -> Mention:
    """Whom a mark names. Raises ValidationError for one that fits nobody, or several."""
    found = _candidates(mark, people)
    known = ", ".join(printed(person, person.role, people) for person in people)
    if not found:
        message = _("“%(mark)s” is nobody of this session. Known are: %(known)s.")
        raise ValidationError(message % {"mark": mark, "known": known or "–"})
    if len({mention.person.pk for mention in found}) > 1:
        message = _("“%(mark)s” fits several people; write the first name or its initial: %(known)s.")
        full = ", ".join(mention.person.person.full_name for mention in found)
        raise ValidationError(message % {"mark": mark, "known": full})
    if len(found[0].role) > _ROLE_LENGTH:
        raise ValidationError(_("The role in “%(mark)s” is too long.") % {"mark": mark})
    return found[0]
