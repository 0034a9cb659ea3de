"""The rows of the written record."""

from .contributions import Contribution, Speaker
from .corrections import Correction, Objection
from .exports import ExportJob
from .files import PublishedFile
from .house import BarrierReport, HouseFacts, HousePage
from .modules import TextModule
from .notes import Note
from .projected import (
    PublishedAttendance,
    PublishedBallot,
    PublishedItem,
    PublishedItemPaper,
    PublishedMinutes,
    PublishedSeat,
    PublishedVote,
)
from .publications import Audience, Issue, Publication, Withdrawal
from .redactions import Redaction
from .reminders import Reminder
from .workflow import GapReason, Minutes, Remark, SealedRecord, Signature

__all__ = [
    "Audience",
    "BarrierReport",
    "Contribution",
    "Correction",
    "ExportJob",
    "GapReason",
    "HouseFacts",
    "HousePage",
    "Issue",
    "Minutes",
    "Note",
    "Objection",
    "Publication",
    "PublishedAttendance",
    "PublishedBallot",
    "PublishedFile",
    "PublishedItem",
    "PublishedItemPaper",
    "PublishedMinutes",
    "PublishedSeat",
    "PublishedVote",
    "Redaction",
    "Remark",
    "Reminder",
    "SealedRecord",
    "Signature",
    "Speaker",
    "TextModule",
    "Withdrawal",
]
