"""The rows of what was decided, how, and by whom."""

from .choices import ELECTORAL, Choice, Form, Majority, Outcome
from .decisions import Decision, Recommendation
from .votes import Ballot, Option, Vote, Voter

__all__ = [
    "ELECTORAL",
    "Ballot",
    "Choice",
    "Decision",
    "Form",
    "Majority",
    "Option",
    "Outcome",
    "Recommendation",
    "Vote",
    "Voter",
]
