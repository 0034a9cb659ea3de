"""Room: minutes, importing. Single values as servers write them, which is not always as the standard wants it. Pure."""

import html
import re
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

KINDS = (
    *("System", "Body", "LegislativeTerm", "Organization", "Person", "Membership", "Meeting", "AgendaItem", "Paper"),
    *("Consultation", "File", "Location"),
)
MOST_OF_AN_ID = 500
_BERLIN = ZoneInfo("Europe/Berlin")
_BY_NAME = {kind.lower(): kind for kind in KINDS}
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})$")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_NOTHING = frozenset({"", "n/a", "null", "none", "-", "–"})
# Neither database nor XML takes these; half a pair of surrogates can't be written at all.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\ue000\ue001]")


def cleaned(value: Any) -> Any:
    """The same without what is empty, and without characters that are no text."""
    if isinstance(value, str):
        return _CONTROLS.sub("", value)
    if isinstance(value, dict):
        pairs = ((_CONTROLS.sub("", str(name)), cleaned(entry)) for name, entry in value.items())
        return {name: entry for name, entry in pairs if entry not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [entry for entry in map(cleaned, value) if entry not in (None, "", [], {})]
    return value


def listed(value: Any) -> list[Any]:
    """A list, where one is wanted and a single value may have come."""
    if value in (None, "", {}):
        return []
    return value if isinstance(value, list) else [value]


def texts(value: Any) -> list[str]:
    """Those entries that are text."""
    return [found for found in map(text, listed(value)) if found]


def text(value: Any) -> str:
    """A short text on one line, without markup for characters; "N/A" says nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    found = " ".join(str(value).replace("\u00a0", " ").split())
    if _ENTITY.search(found):
        found = " ".join(_CONTROLS.sub("", html.unescape(found)).split())
    return "" if found.lower() in _NOTHING else found


def long_text(value: Any) -> str:
    """A text with its lines."""
    found = value if isinstance(value, str) else ""
    return found.replace("\r\n", "\n").replace("\r", "\n").strip()


def number(value: Any) -> int | None:
    """A whole number that a column can hold."""
    if isinstance(value, bool):
        return None
    try:
        found = int(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return found if 0 <= found < 2**31 else None


def flag(value: Any) -> bool | None:
    """True or false, also as a word; None where nothing is said."""
    if isinstance(value, str):
        return {"true": True, "1": True, "ja": True, "false": False, "0": False, "nein": False}.get(value.lower())
    return bool(value) if isinstance(value, bool | int) else None


def day(value: Any) -> date | None:
    """A day, also of a moment or as 31.12.2026; None for 0000-00-00."""
    if not isinstance(value, str):
        return None
    if found := _DAY.match(value.strip()):
        parts = (int(found[1]), int(found[2]), int(found[3]))
    elif found := _GERMAN_DAY.match(value.strip()):
        parts = (int(found[3]), int(found[2]), int(found[1]))
    else:
        return None
    try:
        return date(*parts) if parts[0] >= 1000 else None
    except ValueError:
        return None


def moment(value: Any) -> datetime | None:
    """A moment; without an offset it is one of Berlin, without an hour midnight there."""
    if not isinstance(value, str) or day(value) is None:
        return None
    try:
        found = datetime.fromisoformat(value.strip())
    except ValueError:
        found = datetime.combine(day(value) or date.min, time())
    if found.tzinfo is None:
        return found.replace(tzinfo=_BERLIN)
    try:
        return found.astimezone(_BERLIN)
    except OverflowError:
        return None


def kind_of(value: Any) -> str:
    """The type of an object by the end of its address: `https://schema.oparl.org/1.1/Meeting`."""
    if not isinstance(value, str):
        return ""
    return _BY_NAME.get(value.rstrip("/").rpartition("/")[2].partition("#")[0].lower(), "")


def id_of(value: Any) -> str:
    """The address of an object, or of one that is only named; empty where it has none that could be kept."""
    if isinstance(value, dict):
        value = value.get("id") or value.get("@id")
    if not isinstance(value, str):
        return ""
    found = _CONTROLS.sub("", value).strip()
    return found if 0 < len(found) <= MOST_OF_AN_ID else ""


def web_address(value: Any) -> str:
    """An address that a reader can be sent to."""
    if not isinstance(value, str) or len(value) > 2_000:
        return ""
    found = value.strip()
    try:
        parts = urlsplit(found)
        is_one = parts.scheme in ("http", "https") and bool(parts.hostname) and not set(found) & set("\"'<> \n\t\\")
    except ValueError:
        return ""
    return found if is_one else ""
