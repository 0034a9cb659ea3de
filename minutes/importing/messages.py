"""Room: minutes, importing. What an import says to people: what would be stored, whom it means, what is odd."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.models import Session
from minutes import import_messages
from minutes.importing.history import Happened, Kept
from minutes.importing.texts import draft as drafts
from minutes.importing.texts.draft import Draft
from minutes.importing.texts.people import Match
from minutes.importing.texts.storing import Plan
from minutes.record import Audience


def oddity(code: str) -> str:
    """What does not fit to where a text is to be stored."""
    sentences = {
        "another_session_that_day": _("The committee has another session on that day already."),
        "other_committee": _("The text names another committee."),
        "other_reference": _("The text gives its session the number of another committee."),
        "yet_to_come": _("The day of the session is yet to come."),
        "non_public_inside": _(
            "Something that is not public begins inside of the item; all of it counts as not public."
        ),
        "no_number": _("An item has no number in the text; it was counted."),
    }
    return sentences.get(code) or import_messages.warning(code)


def warnings(draft: Draft) -> list[str]:
    """The contradictions and gaps of a text, as sentences with the words that they are about."""
    return [
        (f"TOP {warning['item']}: " if warning["item"] else "") + _warning(warning) for warning in draft["warnings"]
    ]


def warnings_of(draft: Draft, at: int) -> list[str]:
    """Those of the item at this place."""
    return [_warning(warning) for warning in draft["warnings"] if warning.get("at") == at]


def _warning(warning: dict[str, str]) -> str:
    about = f" ({warning['about']})" if warning["about"] else ""
    return f"{oddity(warning['code'])}{about}"


def of_plan(plan: Plan, draft: Draft) -> str:
    """What would be stored, in a line: IntA/7/2026 (new), 7 items, 13 contributions, …"""
    session = plan.found.session
    state = _("new") if plan.found.is_new else _("known")
    counts = import_messages.summary(len(draft["items"]), drafts.contributions(draft), len(draft["warnings"]))
    shown = plan.records.get(Audience.PUBLIC)
    number = sum(1 for _item in shown.items()) if shown else 0
    public = ngettext("%(count)d item public", "%(count)d items public", number) % {"count": number}
    return f"{session.reference}, {session.date:%d.%m.%Y} ({state}), {counts}, {public}"


def details(plan: Plan, draft: Draft) -> list[str]:
    """Who was found and who is unclear, what is odd and what stayed unread; a line each."""
    matched = sum(match.person is not None for match in plan.cast.matches)
    total = len(plan.cast.matches)
    lines = [_("%(matched)d of %(total)d people are in the directory") % {"matched": matched, "total": total}]
    lines += [of_match(match) for match in plan.cast.unclear]
    lines += [oddity(code) for code in plan.oddities]
    lines += warnings(draft)
    lines += [f"{_('unread')}: {text}" for text in draft["unread"]]
    return [f"  {line}" for line in lines]


def of_match(match: Match) -> str:
    """Why somebody is unclear."""
    name = match.name.key
    if not match.candidates:
        return _("%(name)s is not in the directory; the name stays as written") % {"name": name}
    others = "; ".join(person.sort_name for person in match.candidates)
    return _("%(name)s may be several, or had no seat: %(others)s; the name stays as written") % {
        "name": name,
        "others": others,
    }


def unclear(matches: Iterable[Match]) -> str:
    """Why a file is not stored: who is unclear."""
    return _("It is unclear who is meant by: %(names)s") % {"names": "; ".join(match.name.key for match in matches)}


def of_kept(kept: dict[Audience, Kept], session: Session) -> str:
    """What was stored."""
    happened = {one.happened for one in kept.values()}
    if happened == {Happened.SAME}:
        return _("%(session)s is the same as before") % {"session": session}
    return _("%(session)s is stored") % {"session": session}
