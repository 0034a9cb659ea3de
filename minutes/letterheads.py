"""Room: minutes. The house style of a body, from its rows to what documents are laid out by.

Whatever stands in the database, there is a layout: a field that can't be printed is printed as by default.
"""

from collections.abc import Sequence
from functools import lru_cache

from committees import colours, logos
from committees.blocks import MINUTES_BLOCKS
from committees.models import Body, HouseStyle, RuleProfile
from committees.validators import LONGEST_LINE
from minutes.documents import Rendered, specimen
from minutes.documents.layout import BLACK, Layout, Logo
from minutes.documents.letterhead import fits_foot
from minutes.record.values import BodyValue

_MOST_LINES = {"sender": 8, "footer": 4}


def layout_of(body: Body | BodyValue) -> Layout:
    """The layout of the documents of a body, which a record names as well; one query."""
    return layout_from(HouseStyle.objects.filter(profile__bodies__key=body.key).first() or HouseStyle())


def layout_from(style: HouseStyle) -> Layout:
    """The layout of a style, stored or not yet."""
    return Layout(
        sender=_lines(style, "sender"),
        footer=tuple(line for line in _lines(style, "footer") if fits_foot(line)),
        place=style.place if isinstance(style.place, str) and len(style.place) <= LONGEST_LINE else "",
        logo=_logo(style),
        accent=_accent(style.accent),
        order=_order(style.order),
    )


def _lines(style: HouseStyle, name: str) -> tuple[str, ...]:
    lines = tuple(line.strip() for line in str(getattr(style, name) or "").splitlines() if line.strip())
    fits = len(lines) <= _MOST_LINES[name] and all(len(line) <= LONGEST_LINE for line in lines)
    return lines if fits else ()


def _accent(value: object) -> str:
    return value if isinstance(value, str) and colours.is_colour(value) and colours.is_readable(value) else BLACK


def _order(value: object) -> tuple[str, ...]:
    names = tuple(str(name) for name in value) if isinstance(value, list) else ()
    return names if sorted(names) == sorted(MINUTES_BLOCKS) else MINUTES_BLOCKS


def _logo(style: HouseStyle) -> Logo | None:
    content = bytes(style.logo or b"")
    # Without words for those who do not see it, a picture has no place in an accessible document.
    if not content or not style.logo_text or not _is_sound(content, style.logo_type):
        return None
    return Logo(content=content, content_type=style.logo_type, text=style.logo_text)


@lru_cache(maxsize=16)
def _is_sound(content: bytes, content_type: str) -> bool:
    """Looked at once for each logo: each document asks."""
    return logos.is_sound(content, content_type)


def sample(style: HouseStyle, *, signatories: Sequence[str], document: str = "minutes") -> Rendered:
    """Sample minutes, or the sample of an invitation, of a body that prints by this style, stored or not.

    Raises DocumentError.
    """
    body = style.profile.bodies.first()
    name, office = (body.name, body.office) if body else ("Kreis Musterland", "")
    if document == "invitation":
        return specimen.printed(specimen.invitation(name, office), layout_from(style), document=document)
    wordings = specimen.Wordings(
        opening=style.opening_wording,
        closing=style.closing_wording,
        signatories=signatories,
        roles={role: style.role(role) for role in RuleProfile.Signatory.values},
    )
    return specimen.printed(specimen.record(name, office, wordings), layout_from(style), document="minutes")
