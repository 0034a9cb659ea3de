"""The rows of the written record."""

from .contributions import Contribution, Speaker
from .corrections import Correction, Objection
from .exports import ExportJob
from .files import PublishedFile
from .following import Alert, Follower, PrivateFeed, Subscription
from .house import BarrierReport, HouseFacts, HousePage
from .importing import ImportedObject, ImportProblem, ImportRun
from .issues import Issue
from .modules import TextModule
from .notes import Note
from .projected import (
    PublicState,
    PublishedAttendance,
    PublishedBallot,
    PublishedItem,
    PublishedItemPaper,
    PublishedMinutes,
    PublishedSeat,
    PublishedVote,
)
from .projected_oparl import OparlObject
from .publications import Audience, Publication, Withdrawal
from .redactions import Redaction
from .reminders import Reminder
from .search import (
    EntryKind,
    InternalEntry,
    InternalPart,
    InternalStem,
    InternalWord,
    PublicEntry,
    PublicPart,
    PublicStem,
    PublicWord,
    SearchDue,
)
from .text_imports import TextImport
from .workflow import GapReason, Minutes, Remark, SealedRecord, Signature

__all__ = [
    "Alert",
    "Audience",
    "BarrierReport",
    "Contribution",
    "Correction",
    "EntryKind",
    "ExportJob",
    "Follower",
    "GapReason",
    "HouseFacts",
    "HousePage",
    "ImportProblem",
    "ImportRun",
    "ImportedObject",
    "InternalEntry",
    "InternalPart",
    "InternalStem",
    "InternalWord",
    "Issue",
    "Minutes",
    "Note",
    "Objection",
    "OparlObject",
    "PrivateFeed",
    "PublicEntry",
    "PublicPart",
    "PublicState",
    "PublicStem",
    "PublicWord",
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
    "SearchDue",
    "Signature",
    "Speaker",
    "Subscription",
    "TextImport",
    "TextModule",
    "Withdrawal",
]
