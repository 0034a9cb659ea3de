"""Room: minutes, the pictures. A year by its days: a row for each month, a mark for each day with sessions."""

import calendar
import datetime
from collections.abc import Mapping, Sequence

from minutes.pictures import svg

_CELL, _LEFT, _TOP = 10.0, 26.0, 12.0
_SIZES = (0.0, 5.0, 7.0, 9.0)


def draw(
    year: int,
    counts: Mapping[datetime.date, int],
    *,
    months: Sequence[str],
    title: str,
    description: str,
    today: datetime.date | None = None,
) -> str:
    """Days with sessions, larger and darker the more there are; ``months`` are the short names of the twelve.

    Raises ValueError for a year that a calendar does not have.
    """
    parts = [svg.words(_LEFT + (day - 0.5) * _CELL, 8, str(day), anchor="middle", size=7) for day in (1, 10, 20, 30)]
    for month in range(1, 13):
        y = _TOP + (month - 0.5) * _CELL
        parts.append(svg.words(0, y + 3, svg.shortened(months[month - 1], 5)))
        for day in range(1, calendar.monthrange(year, month)[1] + 1):
            date = datetime.date(year, month, day)
            x = _LEFT + (day - 0.5) * _CELL
            parts.append(_mark(x, y, counts.get(date, 0), is_weekend=date.weekday() > 4))
            if date == today:
                parts.append(
                    f'<rect class="picture__today" x="{x - 5:g}" y="{y - 5:g}" width="10" height="10" fill="none" '
                    'stroke="#404040" stroke-width="1"/>'
                )
    width, height = _LEFT + 31 * _CELL, _TOP + 12 * _CELL
    return svg.framed("year", width, height, "".join(parts), title=title, description=description)


def _mark(x: float, y: float, count: int, *, is_weekend: bool) -> str:
    if count < 1:
        radius = 0.5 if is_weekend else 0.9
        return f'<circle class="picture__faint" cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="#8a8a8a"/>'
    level = min(count, 3)
    size = _SIZES[level]
    opacity = ("", "0.7", "0.85", "1")[level]
    return (
        f'<rect class="picture__day" x="{x - size / 2:g}" y="{y - size / 2:g}" width="{size:g}" height="{size:g}" '
        f'fill="#1f4e79" fill-opacity="{opacity}"/>'
    )
