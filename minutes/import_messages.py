"""Room: minutes. What an import says to people: why a file can't be read, and what a warning of a reading means."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from minutes.importers.source import MAX_BYTES, MAX_PAGES, Unreadable


def refusal(error: Unreadable) -> str:
    """The sentence for a file that is refused."""
    megabytes = MAX_BYTES // (1024 * 1024)
    match error.reason:
        case "empty":
            return _("The file holds no text.")
        case "too_large":
            return _("The file is larger than %(size)d MB.") % {"size": megabytes}
        case "too_long":
            return _("The file holds more text than any minutes do.")
        case "too_many_pages":
            return _("The file has more than %(pages)d pages.") % {"pages": MAX_PAGES}
        case "too_slow":
            return _("Reading the file took too long.")
        case "unknown_format":
            return _("This is a file of the kind %(kind)s. Text, HTML, PDF and DOCX can be read.") % {
                "kind": error.detail
            }
        case "binary":
            return _("This is no text, HTML, PDF or DOCX.")
        case "encrypted":
            return _("The file is protected by a password.")
        case "no_text":
            return _("The PDF holds pictures, but no text. Scans must be recognised (OCR) first.")
        case "bomb":
            return _("Unpacked, the file would be larger than any minutes are.")
        case "dtd":
            return _("The document declares entities of its own, which minutes never need.")
        case "too_deep":
            return _("The page is nested too deeply.")
        case "unreadable":
            return _("The file could not be opened: %(why)s") % {"why": error.detail}
        case _other:
            return _("The file is damaged.")


def warning(code: str) -> str:
    """What a warning of a reading means."""
    sentences = {
        "zero_counts": _("All counts are 0 beside an adopted item: they were not entered."),
        "counts_contradict_vote": _("The counts of the status line are not those of the vote."),
        "counts_of_failed_ballot": _("The counts of the status line are those of a ballot that failed."),
        "outcome_contradicts_result": _("The outcome is not what the vote says."),
        "unknown_outcome": _("The words of the outcome are not known."),
        "outcome_not_told": _("The source gives no result for the resolution: it was taken as adopted."),
        "vote_not_read": _("This looks like a vote, but none was read."),
        "unread_paragraph": _("Some paragraphs found no place."),
        "several_resolutions": _("There is more than one resolution."),
        "names_contradict_counts": _("A list of names is longer or shorter than its count."),
        "groups_contradict_counts": _("The counts of the groups do not add up to the count."),
        "recused_contradict_counts": _("More people declared bias than the counts say."),
        "replaced_characters": _("Some characters could not be decoded."),
        "encoded_twice": _("The text had been encoded twice; this was undone."),
    }
    return sentences.get(code, code)


def summary(items: int, contributions: int, warnings: int) -> str:
    """What was read, in a line."""
    return ", ".join(
        (
            ngettext("%(count)d item", "%(count)d items", items) % {"count": items},
            ngettext("%(count)d contribution", "%(count)d contributions", contributions) % {"count": contributions},
            ngettext("%(count)d warning", "%(count)d warnings", warnings) % {"count": warnings},
        )
    )
