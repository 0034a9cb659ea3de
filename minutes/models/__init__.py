"""The rows of the written record."""

from .contributions import Contribution, Speaker
from .corrections import Correction, Objection
from .exports import ExportJob
from .files import PublishedFile
from .modules import TextModule
from .projected import (
    PublishedAttendance,
    PublishedBallot,
    PublishedItem,
    PublishedItemPaper,
    PublishedMinutes,
    PublishedSeat,
    PublishedVote,
)
from .projected_oparl import OparlObject
from .publications import Audience, Issue, Publication, Withdrawal
from .redactions import Redaction
from .reminders import Reminder
from .workflow import GapReason, Minutes, Remark, SealedRecord, Signature

__all__ = [
    "Audience",
    "Contribution",
    "Correction",
    "ExportJob",
    "GapReason",
    "Issue",
    "Minutes",
    "Objection",
    "OparlObject",
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
