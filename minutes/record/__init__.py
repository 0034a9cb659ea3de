"""The record of a session: what an audience may see of it, as frozen plain values. The one door out."""

from minutes.record.facts import Audience
from minutes.record.read import read

__all__ = ["Audience", "read"]
