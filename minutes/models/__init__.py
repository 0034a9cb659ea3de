"""The rows of the written record."""

from .contributions import Contribution, Speaker
from .modules import TextModule
from .publications import Publication
from .redactions import Redaction

__all__ = ["Contribution", "Publication", "Redaction", "Speaker", "TextModule"]
