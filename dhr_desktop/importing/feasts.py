"""Days and nights that go by a name: feasts, bank holidays, and days that move with Easter or a month's weekdays."""

import re
from datetime import date, timedelta

Named = tuple[str, tuple[str, ...]]
"""EDTF and the doubts of it."""

_YEAR = r"[\s,]*(?:of\s+)?(?P<year>\d{4})(?P<pair>\s?[/\-]\s?(?:\d{4}|\d\d))?"
_FEASTS = {
    "christmas": ((12, 24), (12, 26)),
    "xmas": ((12, 24), (12, 26)),
    "christmas eve": ((12, 24), (12, 24)),
    "christmas day": ((12, 25), (12, 25)),
    "boxing day": ((12, 26), (12, 26)),
    "new year's eve": ((12, 31), (12, 31)),
    "new years eve": ((12, 31), (12, 31)),
    "new year's day": ((1, 1), (1, 1)),
    "new years day": ((1, 1), (1, 1)),
    "burns night": ((1, 25), (1, 25)),
    "valentine's day": ((2, 14), (2, 14)),
    "valentines day": ((2, 14), (2, 14)),
    "st david's day": ((3, 1), (3, 1)),
    "st patrick's day": ((3, 17), (3, 17)),
    "st george's day": ((4, 23), (4, 23)),
    "halloween": ((10, 31), (10, 31)),
    "bonfire night": ((11, 5), (11, 5)),
    "armistice day": ((11, 11), (11, 11)),
    "remembrance day": ((11, 11), (11, 11)),
    "st andrew's day": ((11, 30), (11, 30)),
}
_FEAST = re.compile(rf"(?P<feast>new year|{'|'.join(sorted(_FEASTS, key=len, reverse=True))}){_YEAR}")
_FESTIVE = re.compile(
    rf"(?:the )?(?:(?:christmas|xmas)(?: (?:period|time|season|week|break)|time)|(?:christmas|xmas) ?(?:/|and|&|-) ?new year(?:'?s)?(?: period)?|festive (?:period|season)){_YEAR}"
)
_MOVABLE = {
    "easter": (-2, 1),
    "easter weekend": (-2, 1),
    "easter bank holiday": (-2, 1),
    "easter bank holiday weekend": (-2, 1),
    "good friday": (-2, -2),
    "easter saturday": (-1, -1),
    "easter sunday": (0, 0),
    "easter monday": (1, 1),
    "easter bank holiday monday": (1, 1),
    "shrove tuesday": (-47, -47),
    "pancake day": (-47, -47),
    "ash wednesday": (-46, -46),
    "mothering sunday": (-21, -21),
    "palm sunday": (-7, -7),
    "maundy thursday": (-3, -3),
    "ascension day": (39, 39),
    "whit sunday": (49, 49),
    "whit monday": (50, 50),
    "whitsun": (48, 50),
    "whit weekend": (48, 50),
}
_MOVED = re.compile(rf"(?P<name>{'|'.join(sorted(_MOVABLE, key=len, reverse=True))}){_YEAR}")
_DOUBTFUL = {"whitsun", "whit weekend"}
"""Meant of late May as often as of Pentecost since the bank holiday parted from it in 1971."""
_OF_A_MONTH = {"fathers day": (6, 3), "remembrance sunday": (11, 2)}
_SUNDAY = re.compile(rf"(?P<name>{'|'.join(_OF_A_MONTH)}){_YEAR}")
_BANK_HOLIDAY = re.compile(
    rf"(?:the )?(?P<name>early may|may day|late may|end of may|may|whitsun|spring|late summer|summer|late august|august) bank holiday(?P<span> weekend)?(?: monday)?{_YEAR}"
)
_LATE_MAY = {"late may", "end of may", "whitsun", "spring"}
_WEEK = 7
_SATURDAY_TO_MONDAY = 2
_MOVED_TO_FRIDAY = {1995: date(1995, 5, 8), 2020: date(2020, 5, 8)}
"""The early May bank holidays that were moved to the anniversary of 8 May 1945."""


def feast_of(text: str) -> Named | None:
    """The days that the words name with their year; None where they name none."""
    match = _FESTIVE.fullmatch(text)
    if match:
        year = int(match["year"])
        return f"{year}-12-24/{year + 1}-01-01", ("feast",)
    return _fixed(text) or _moved(text) or _bank_holiday(text)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of Nature, 20 April 1876)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    leap, leap_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    quarter, quarter_rest = divmod(rest, 4)
    weekday = (32 + 2 * leap_rest + 2 * quarter - moon - quarter_rest) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def weekday_of_month(year: int, month: int, weekday: int, number: int) -> date | None:
    """The first, second ... such weekday of a month, or the last with -1; None where the month has no fifth."""
    if number > 0:
        first = date(year, month, 1)
        found = first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (number - 1))
        return found if found.month == month else None
    next_month = date(year + month // 12, month % 12 + 1, 1)
    return next_month - timedelta(days=(next_month.weekday() - weekday - 1) % _WEEK + 1)


def _fixed(text: str) -> Named | None:
    match = _FEAST.fullmatch(text)
    if not match:
        return None
    year = int(match["year"])
    if match["feast"] == "new year":
        year += bool(match["pair"])
        return f"{year - 1}-12-31/{year}-01-01", ("feast",)
    if match["feast"].startswith("new year") and match["feast"].endswith("day"):
        year += bool(match["pair"])
    first, last = (date(year, *end).isoformat() for end in _FEASTS[match["feast"]])
    return (first, ()) if first == last else (f"{first}/{last}", ("feast",))


def _moved(text: str) -> Named | None:
    match = _SUNDAY.fullmatch(text)
    if match and not match["pair"]:
        found = weekday_of_month(int(match["year"]), _OF_A_MONTH[match["name"]][0], 6, _OF_A_MONTH[match["name"]][1])
        return (found.isoformat(), ()) if found else None
    match = _MOVED.fullmatch(text)
    if not match or match["pair"]:
        return None
    sunday = easter(int(match["year"]))
    first, last = (sunday + timedelta(days=days) for days in _MOVABLE[match["name"]])
    doubts = ("feast",) if match["name"] in _DOUBTFUL else ()
    return (f"{first}" if first == last else f"{first}/{last}"), doubts


def _bank_holiday(text: str) -> Named | None:
    """The Monday, or the weekend with it; May alone where it may be either of the two in it."""
    match = _BANK_HOLIDAY.fullmatch(text)
    if not match or match["pair"]:
        return None
    year, name = int(match["year"]), match["name"]
    if name == "may":
        return f"{year}-05", ("bank-holiday",)
    if name in ("early may", "may day"):
        monday = _MOVED_TO_FRIDAY.get(year) or weekday_of_month(year, 5, 0, 1)
    else:
        monday = weekday_of_month(year, 5 if name in _LATE_MAY else 8, 0, -1)
    if monday is None:
        return None
    first = monday - timedelta(days=_SATURDAY_TO_MONDAY) if match["span"] else monday
    return (f"{monday}" if first == monday else f"{first}/{monday}"), ("bank-holiday",)
