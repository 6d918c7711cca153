"""Days that records never speak of but plans do: far ahead, or said from today, such as 'tomorrow' or 'in 2 weeks'.

The reader of agencies' dates takes a year that is still to come for a slip of the keys, which in a plan it is not.
"""

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SAID = {"yesterday": -1, "today": 0, "tomorrow": 1}
_FULL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4})", re.IGNORECASE)
_AHEAD = re.compile(r"(?:in\s+|\+\s?)?(\d{1,3})\s*(days?|d|weeks?|w)", re.IGNORECASE)
_WEEK = 7


def read_near_day(typed: str, today: date) -> date | None:
    """The day that was typed where it is said from today, or lies in a year to come; None for every other."""
    text = " ".join(typed.split()).casefold()
    if text in _SAID:
        return today + timedelta(_SAID[text])
    if text[:3] in _WEEKDAYS and _is_weekday(text):
        return today + timedelta((_WEEKDAYS.index(text[:3]) - today.weekday() - 1) % _WEEK + 1)
    ahead = _AHEAD.fullmatch(text)
    if ahead:
        return today + timedelta(int(ahead[1]) * (_WEEK if ahead[2].startswith("w") else 1))
    full = _FULL.fullmatch(text)
    return _to_come(full, today) if full else None


def _is_weekday(text: str) -> bool:
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return len(text) == len("mon") or text in names


def _to_come(full: re.Match[str], today: date) -> date | None:
    month = int(full[2]) if full[2].isdecimal() else _month(full[2])
    try:
        day = date(int(full[3]), month, int(full[1]))
    except ValueError:
        return None
    return day if day > today else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0
