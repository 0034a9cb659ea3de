"""Room: minutes, importing. The way back: the archive of a body is looked at, and put into an empty Gremia whole."""

from minutes.importing.archive.opening import Archive, Refused
from minutes.importing.archive.storing import Result, store

__all__ = ["Archive", "Refused", "Result", "store"]
