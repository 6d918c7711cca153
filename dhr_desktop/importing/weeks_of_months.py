"""Weeks and days counted in their month: 'the second week of March 2016', 'last Friday in June 2015', '2016-W10'."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dhr_desktop.domain.dates import parse
from dhr_desktop.importing.date_points import WEEKDAYS, Context, Point
from dhr_desktop.importing.feasts import weekday_of_month

Reader = Callable[[str, Context], Point | None]

_NUMBERS = {
    **dict.fromkeys(("first", "1st"), 1),
    **dict.fromkeys(("second", "2nd"), 2),
    **dict.fromkeys(("third", "3rd"), 3),
    **dict.fromkeys(("fourth", "4th"), 4),
    **dict.fromkeys(("fifth", "5th"), 5),
    **dict.fromkeys(("last", "final"), -1),
}
_COUNTED = re.compile(
    rf"(?:on |in |during )?(?:the )?(?P<which>{'|'.join(_NUMBERS)}) (?P<what>week|wk|weekend|fortnight|{'|'.join(WEEKDAYS)})s?,? (?:of|in) (?P<rest>.+)"
)
_COUNTED_BARE = re.compile(
    rf"(?:on |in |during )?(?:the )?(?P<which>{'|'.join(_NUMBERS)}) (?P<what>week|wk|weekend),? (?P<rest>[a-z]+\.? (?:19|20)\d\d)"
)
_ISO_WEEK = re.compile(r"(?P<year>(?:19|20)\d\d)-?w(?P<week>\d\d)(?:-?(?P<day>[1-7]))?")
_WEEK, _FORTNIGHT, _SATURDAY = 7, 14, 5
_MONTH = len("2016-03")
_FOURTH = 4


def read_week_of_month(text: str, context: Context, read: Reader) -> Point | None:
    """The days that are counted so; a week of a month is taken by sevens from its first, and about."""
    week = _ISO_WEEK.fullmatch(text)
    if week:
        return _iso_week(int(week["year"]), int(week["week"]), int(week["day"] or 0))
    match = _COUNTED.fullmatch(text) or _COUNTED_BARE.fullmatch(text)
    month = read(match["rest"].strip(), context) if match else None
    if match is None or month is None or len(month.edtf) != _MONTH:
        return None
    whole = parse(month.edtf)
    if whole.earliest is None or whole.latest is None:
        return None
    number, what = _NUMBERS[match["which"]], match["what"]
    if what in WEEKDAYS or what == "weekend":
        weekday = _SATURDAY if what == "weekend" else WEEKDAYS[what]
        found = weekday_of_month(whole.earliest.year, whole.earliest.month, weekday, number)
        if found is None:
            return None
        edtf = f"{found}/{found + timedelta(days=1)}" if what == "weekend" else f"{found}"
        return Point(edtf, month.doubts)
    first, last = _sevens(whole.earliest, whole.latest, number, _FORTNIGHT if what == "fortnight" else _WEEK)
    return Point(f"{first}~/{last}~", month.doubts)


def _sevens(first: date, last: date, number: int, length: int) -> tuple[date, date]:
    if number < 0 or number * length > _FOURTH * _WEEK:
        return last - timedelta(days=length - 1), last
    begins = first + timedelta(days=length * (number - 1))
    return begins, begins + timedelta(days=length - 1)


def _iso_week(year: int, week: int, day: int) -> Point | None:
    try:
        first = date.fromisocalendar(year, week, day or 1)
    except ValueError:
        return None
    return Point(f"{first}" if day else f"{first}/{first + timedelta(days=_WEEK - 1)}")
