"""Dates told by another one, 'a few days before 7 March 2016', and times told of often, 'daily in March 2016'."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dhr_desktop.domain.dates import parse
from dhr_desktop.importing.date_points import Context, Point

Reader = Callable[[str, Context], Point | None]

_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_UNITS = {"day": 1, "night": 1, "week": 7, "wk": 7, "fortnight": 14, "month": 30}
_SIDE = r"(?P<side>before|prior to|after|following)"
_ONE_OFF = re.compile(rf"(?:on )?(?:the )?(?:day|night|evening|morning|afternoon) {_SIDE} (?P<rest>.+)")
_COUNTED = re.compile(
    rf"(?:about |approx\.? |around )?(?P<count>\d\d?|{'|'.join(_COUNTS)}) (?P<unit>{'|'.join(_UNITS)})s? {_SIDE} (?P<rest>.+)"
)
_SOME = re.compile(
    rf"(?:in |during )?(?:the )?(?:a )?(?:(?:few|couple of|several|some) )?(?P<unit>{'|'.join(_UNITS)})s? (?:(?:just|immediately|shortly) )?{_SIDE} (?P<rest>.+)"
)
_CLOSE = re.compile(rf"(?:very )?(?:shortly|just|immediately|soon|right) {_SIDE} (?P<rest>.+)")
_FEW = {"day": 7, "night": 7, "week": 28, "wk": 28, "fortnight": 28, "month": 92}
_ONE_UNIT = re.compile(r"(?:in |during )?(?:the )?(?:week|wk|fortnight|month) ")
_TIMES = r"(?:times|dates|occasions|visits|entries|contacts|calls)"
_OFTEN = re.compile(
    rf"(?:on |at )?(?:(?:several|various|numerous|multiple|many|a number of|a few|frequent|repeated|regular|different)(?: {_TIMES})?"
    rf"|(?:\d\d?|two|three|four|five|six) {_TIMES}|regularly|repeatedly|frequently|daily|nightly|weekly|fortnightly|monthly|(?:once or )?twice|x ?\d\d?|\d\d? ?x)"
    r",?:?(?: (?:in|during|throughout|across|over|on|-))?(?: the)? (?P<rest>.*\d.*)"
)


def read_leaning(text: str, context: Context, read: Reader) -> Point | None:
    """The date or the time that the words tell by another date, always with a doubt; None for other words."""
    return _beside(text, context, read) or _often(text, context, read)


def _beside(text: str, context: Context, read: Reader) -> Point | None:
    match = _ONE_OFF.fullmatch(text)
    if match:
        return _moved(read(match["rest"], context), match["side"], 1, 1)
    match = _COUNTED.fullmatch(text)
    if match:
        days = (_COUNTS.get(match["count"]) or int(match["count"])) * _UNITS[match["unit"]]
        exact = _UNITS[match["unit"]] == 1 and not text.startswith(("a", "about"))
        return _moved(read(match["rest"], context), match["side"], days, days, "" if exact else "~")
    match = _SOME.fullmatch(text)
    if match:
        days = _UNITS[match["unit"]] if _ONE_UNIT.match(text) else _FEW[match["unit"]]
        return _moved(read(match["rest"], context), match["side"], 1, days, "~")
    match = _CLOSE.fullmatch(text)
    return _moved(read(match["rest"], context), match["side"], 1, 7, "~") if match else None


def _moved(point: Point | None, side: str, nearest: int, farthest: int, mark: str = "") -> Point | None:
    """From `nearest` to `farthest` days before or after a date whose end on that side is known."""
    if point is None or point.edtf[0] in "[X" or point.edtf.startswith("..") or point.edtf.endswith("/.."):
        return None
    when = parse(point.edtf)
    before = side in ("before", "prior to")
    end = when.earliest if before else when.latest
    if end is None or not date.min.year + 1 < end.year < date.max.year - 1:
        return None
    ends = sorted(end + timedelta(days=-days if before else days) for days in (nearest, farthest))
    edtf = f"{ends[0]}{mark}" if ends[0] == ends[1] else f"{ends[0]}{mark}/{ends[1]}{mark}"
    return Point(edtf, (*point.doubts, "leaned-on"))


def _often(text: str, context: Context, read: Reader) -> Point | None:
    """What came again and again is the time in which it did."""
    match = _OFTEN.fullmatch(text)
    point = read(match["rest"].strip(), context) if match else None
    return replace(point, doubts=(*point.doubts, "several-dates")) if point and point.edtf[0] != "X" else None
