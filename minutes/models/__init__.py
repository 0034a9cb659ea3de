"""The rows of the written record."""

from .contributions import Contribution, Speaker
from .modules import TextModule
from .publications import Publication

__all__ = ["Contribution", "Publication", "Speaker", "TextModule"]
