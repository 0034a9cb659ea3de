"""Room: minutes, the desk. Whether those whom a text names as speakers can have spoken (rules A1 and B1)."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from minutes.markup import speaker_marks
from minutes.models import Contribution

from . import speakers
from .room import Room


def hindrances(mention: speakers.Mention, kind: str | None, room: Room) -> Iterator[str]:
    """What speaks against it, as sentences: whoever speaks is present, and in a speech not biased.

    The declaration of bias itself is procedure.
    """
    person = mention.person
    if not room.is_present(person):
        where = room.remark(person) or _("not on the list of those present")
        yield _("%(person)s is not there at this item: %(where)s.") % {"person": person, "where": where}
    recusal = room.recusals.get(person.pk)
    if recusal and kind == Contribution.Kind.SPEECH:
        ground = recusal.ground or _("no ground recorded")
        yield _("%(person)s is biased at this item (%(ground)s) and takes no part in the debate.") % {
            "person": person,
            "ground": ground,
        }


def examined(text: str, kind: str, room: Room) -> list[tuple[speakers.Mention | None, str]]:
    """For each mark of a text, in order: whom it names if that can be, and else the sentence that says why not."""
    return [_examined(mark, kind, room) for mark in speaker_marks(text)]


def _examined(mark: str, kind: str, room: Room) -> tuple[speakers.Mention | None, str]:
    try:
        mention = speakers.resolve(mark, room.attendances)
    except ValidationError as error:
        return None, " ".join(error.messages)
    against = " ".join(hindrances(mention, kind, room))
    return (None, against) if against else (mention, "")
