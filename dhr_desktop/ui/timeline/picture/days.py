"""Between the days of the picture, which are numbers, and those of the filters, which are ISO text."""

from datetime import date

from dhr_desktop.domain.picture.scale import Limits


def iso(day: int) -> str:
    """The day as ISO text."""
    return date.fromordinal(min(max(day, date.min.toordinal()), date.max.toordinal())).isoformat()


def ordinals(earliest: str, latest: str, limits: Limits) -> tuple[int, int]:
    """Two ISO days as numbers, an open end as that of the picture; 0 and 0 where both are open."""
    if not earliest and not latest:
        return 0, 0
    first = date.fromisoformat(earliest).toordinal() if earliest else int(limits.first)
    last = date.fromisoformat(latest).toordinal() if latest else int(limits.last)
    return (first, last) if first <= last else (0, 0)
