"""Moments as programs write them, 'Mon Mar 07 2016 14:30:00 GMT+0000' or with another offset, in British time."""

import re
from datetime import datetime, timedelta

from dhr_desktop.importing.british_time import to_british
from dhr_desktop.importing.date_points import MONTH, MONTH_NAMES

_CLOCK = r"(?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?"
_OFFSET = r"(?P<sign>[+\-])(?P<hours>\d\d):?(?P<minutes>\d\d)"
_ISO = re.compile(rf"(?P<iso>\d{{4}}-\d\d-\d\d)(?:t| ){_CLOCK} ?{_OFFSET}")
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_SCRIPT = re.compile(
    rf"{_WEEKDAY} {MONTH} (?P<day>\d{{1,2}}),? (?P<year>\d{{4}}) {_CLOCK}(?: ?(?P<zone>gmt|utc|bst)?(?:{_OFFSET})?)?(?: \(.*\))?"
)
_UNIX = re.compile(rf"{_WEEKDAY} {MONTH} (?P<day>\d{{1,2}}) {_CLOCK} (?:(?P<zone>gmt|utc|bst) )?(?P<year>\d{{4}})")


def in_plain_order(text: str) -> str:
    """Lower-case words of a moment as a day, a British clock time and 'z' where it is UTC; other words as they are."""
    match = _ISO.fullmatch(text)
    if match:
        return _told(match["iso"], match, match[0])
    match = _SCRIPT.fullmatch(text) or _UNIX.fullmatch(text)
    if not match:
        return text
    month = next(number for number, name in enumerate(MONTH_NAMES, 1) if name.startswith(match["month"][:3]))
    return _told(f"{match['year']}-{month:02}-{int(match['day']):02}", match, match[0])


def _told(day: str, match: re.Match[str], as_it_is: str) -> str:
    parts = match.groupdict()
    offset = f"{parts.get('sign') or ''}{parts.get('hours') or ''}{parts.get('minutes') or ''}"
    if offset in ("+0000", "-0000") or (not offset and parts.get("zone") in ("gmt", "utc")):
        return f"{day} {match['clock']}z"
    if not offset:
        return f"{day} {match['clock']}"
    away = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"]))
    try:
        local = datetime.fromisoformat(f"{day}T{match['clock']}")
        british = to_british(local - away if match["sign"] == "+" else local + away)
    except (ValueError, OverflowError):
        return as_it_is
    return f"{british:%Y-%m-%d %H:%M}"
