"""How a house prints: letterhead, logo, accent colour, order of the blocks. Never what a record says."""

from dataclasses import dataclass

from committees.blocks import MINUTES_BLOCKS

SVG = "image/svg+xml"
BLACK = "#000000"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the letterhead: PNG or SVG (``content_type``) and what it shows, in words."""

    content: bytes
    content_type: str
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The house style of a body. The default is plain and always printable.

    ``sender`` are the lines of the letterhead below body and office (street, telephone), ``footer`` those at the foot
    of letters, ``place`` is where those are dated; ``accent`` is a colour ``#rrggbb`` of sufficient contrast on white.
    """

    sender: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    place: str = ""
    logo: Logo | None = None
    accent: str = BLACK
    order: tuple[str, ...] = MINUTES_BLOCKS


PLAIN = Layout()
