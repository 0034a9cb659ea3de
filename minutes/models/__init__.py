"""The rows of the written record."""

from .contributions import Contribution, Speaker
from .corrections import Correction, Objection
from .exports import ExportJob
from .files import PublishedFile
from .following import Alert, Follower, PrivateFeed, Subscription
from .modules import TextModule
from .publications import Audience, Issue, Publication, Withdrawal
from .redactions import Redaction
from .reminders import Reminder
from .workflow import GapReason, Minutes, Remark, SealedRecord, Signature

__all__ = [
    "Alert",
    "Audience",
    "Contribution",
    "Correction",
    "ExportJob",
    "Follower",
    "GapReason",
    "Issue",
    "Minutes",
    "Objection",
    "PrivateFeed",
    "Publication",
    "PublishedFile",
    "Redaction",
    "Remark",
    "Reminder",
    "SealedRecord",
    "Signature",
    "Speaker",
    "Subscription",
    "TextModule",
    "Withdrawal",
]
