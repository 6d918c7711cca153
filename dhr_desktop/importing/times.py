"""Reads clock times as agencies write them: '0930hrs', '9.30am', 'approx 14:00', 'PM', 'not recorded'."""

import re
import unicodedata
from dataclasses import dataclass

from dhr_desktop.base.remembered import remembered
from dhr_desktop.importing import welsh

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:\s?[:.;h]\s?(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.\d+)?)?)?\s*(?P<half>a\.?m\.?|p\.?m\.?)?\s*(?P<word>h(?:ou)?rs?\.?|h|o'?clock)?"
)
_RUN = re.compile(r"(?P<hour>\d{1,2})(?P<minute>\d{2})\s*(?P<half>a\.?m\.?|p\.?m\.?)?\s*(?P<word>h(?:ou)?rs?\.?|h)?")
_NAMED = {"midnight": "00:00", "noon": "12:00", "midday": "12:00", "12 noon": "12:00", "12 midnight": "00:00"}
_NOON_OR_MIDNIGHT = re.compile(r"12(?:[:.]00)? ?(?=noon|midnight|midday)")
_LONGEST = 100
_DAY_FIRST = re.compile(r"^(?:\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4})(?:t| )(?=\d)")
"""A day before the hour, as an export writes both into a column of times: its year is no hour."""
_BESIDE = re.compile(r"\s+/\s+|(?<=[apm])/(?=[apm])")
_ABOUT = re.compile(
    r"(?:approx(?:imately|\.)?|about|around|circa|c\.?|ca\.?|roughly|abt\.?|at|@|\?|~|between|from|(?:just |shortly )?(?:after|before))\s*(?=\d|noon|mid)"
)
_RANGE = re.compile(r"(?P<first>.+?)\s*(?:-|/|to|until|and)\s*(?P<last>\d.*)")
_NO_CLOCK = re.compile(
    r"a\.?m\.?|p\.?m\.?|(?:early |late |mid[ -]?)?(?:morning|morn|afternoon|aft|evening|eve|night)\.?|overnight|lunch\s?time|daytime|tea\s?time|early hours|"
    r"unknown|(?:time )?(?:not|un)\s*(?:known|recorded|stated|specified|documented|given|noted|provided|available)|no time(?: (?:given|recorded))?|n/?k|n\.k\.?|n/?a|unk|tbc|nil|none|-+|\?+|various|all day|(?:early|late) [ap]\.?m\.?|(?:before|after|during) school|school run|home ?time|break ?time",
)
_AT_THE_END = re.compile(
    r"(?P<rest>.*[\d)\"”]|.*\d{4}|ditto|do\.|.*[a-z])(?:\s*,?\s+(?:at\s+|@\s*|approx\.?\s+|about\s+|around\s+|c\.?\s*|-\s+)?|t)"
    r"(?P<time>\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:a\.?m\.?|p\.?m\.?)?\s*(?:h(?:ou)?rs?\.?)?|\d{1,2}\s*(?:a\.?m\.?|p\.?m\.?)|\d{3}\s*[ap]\.?m\.?|\d{4}\s*h(?:ou)?rs?\.?|\d{4}|noon|midnight|midday)"
    r"\s*(?P<zone>z|utc|gmt|[+-]00:?00)?(?:\+01:?00|bst)?"
)
_IN_BRACKETS = re.compile(
    r"(?P<rest>.*\d) ?\((?P<time>\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2}[:.]?\d{2} ?h(?:ou)?rs?|\d{1,2} ?[ap]m)\)"
)
_DASHED = re.compile(r"(\d{1,2})[-, ](\d{2}) ?(?=[ap]\.?m|h(?:ou)?rs?\b)")
_APART = re.compile(r"([01]?\d|2[0-3]) ([0-5]\d)")
_AROUND = re.compile(r"[\(\[](.*\d.*)[\)\]]|'(?=\d)")
_SEVERAL = re.compile(r"(?P<first>\d{1,2}[:.]\d{2})\s*(?:&|,|;|\+|or)\s*\d{1,2}[:.]\d{2}")
_FRACTION = re.compile(r"0?\.\d{1,3}")
_LETTERS = str.maketrans({"o": "0", "l": "1", "i": "1"})
_LETTERED = re.compile(r"(?=.*\d)[\doli]{1,2}[:.]?[\doli]{2}(?:hrs)?")
_QUARTERS = 96
_ENDS_THE_DAY = re.compile(r"24[:.h]?00\s*(?:h.*)?")
_HALF_AT_THE_END = re.compile(
    r"(?P<rest>.*\d)\s*,?\s+(?:- )?\(?(?P<words>(?:early |late )?[ap]\.?m\.?|(?:early |late |mid[ -]?)?(?:morning|afternoon|evening|eve|night)|overnight|early hours|lunch ?time|tea ?time|tea-time|(?:exact )?time (?:is )?(?:unknown|n/?k|not (?:known|recorded|stated|given))|(?:unknown|no) time(?: (?:given|recorded))?)\)?"
)
_UNTIL_AT_THE_END = re.compile(
    r"(?P<rest>.*\s\d{1,2}[:.]?\d{2})\s*(?P<half>[ap]m)?\s*(?:h(?:ou)?rs)?\s*(?:-|to|until)\s*\d{1,2}[:.]?\d{2}\s*(?P<last>[ap]m)?\s*(?:h(?:ou)?rs)?"
)
_HOURS_AT_THE_END = re.compile(
    r"(?P<rest>.*\d),?\s(?:at |from |between )?(?P<hours>\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m)?\s?(?:-|to|until|and)\s?\d{1,2}(?:[:.]\d\d)?\s?[ap]m)"
)
_YEAR_AT_THE_END = re.compile(r"(?<![\d:])\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} (?:19|20)\d\d$")
"""The year of a day that no month has, '31 June 2016', is no time."""
_TWELVE = re.compile(r" 12(?:[:.]00)? ?(?=(?:noon|midnight|midday)$)")
_ABOUT_AT_THE_END = re.compile(
    r"(\d[:.]\d\d(?: ?[ap]\.?m\.?)?|\d ?[ap]\.?m\.?|\d\d ?h(?:ou)?rs)(?: \(?approx(?:imately)?\.?\)?|-?ish)$"
)
_EXPORT_MIDNIGHT = re.compile(r"0?0:00:00(?:\.0+)?")
"""What a database writes after a date that has no time; a person who means midnight writes no seconds."""
_NOON = 12
_DAY_HOURS, _HOUR_MINUTES = 24, 60


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A clock time as 'HH:MM', or '' where none can be told; `doubts` are codes."""

    time: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parted:
    """A cell parted into its date and the time that followed; `utc` when the cell itself says so."""

    rest: str
    time: str
    utc: bool
    ends_the_day: bool = False


BLANK = TimeReading()


@remembered(20_000)
def read_time(written: str) -> TimeReading:
    """Read the words of one time cell. Words for a part of the day are no clock time and no doubt either."""
    text = _tidied(written)
    if len(text) > _LONGEST:
        return TimeReading("", ("time-unreadable",))
    text = _DAY_FIRST.sub("", welsh.in_english(text))
    parts = _BESIDE.split(text)
    if len(parts) > 1:
        return _said_twice([read_time(part) for part in parts], parts)
    if text not in _NAMED and (not text or _NO_CLOCK.fullmatch(text)):
        return BLANK
    if _FRACTION.fullmatch(text) and (float(text) * _QUARTERS).is_integer():
        minutes = round(float(text) * _DAY_HOURS * _HOUR_MINUTES)
        return TimeReading(f"{minutes // _HOUR_MINUTES:02}:{minutes % _HOUR_MINUTES:02}", ("part-of-day",))
    bare = _ABOUT.sub("", text, count=1).strip(" ?")
    found = _clock(bare)
    if found:
        return TimeReading(found, ("day-ends",) if _ENDS_THE_DAY.fullmatch(bare) else ())
    span = _RANGE.fullmatch(bare)
    turned = span and _over_noon(span["first"].strip(), span["last"])
    if turned:
        return TimeReading(turned, ("half-of-day",))
    first = span and (_clock(span["first"].strip()) or _clock(_with_half_of(span["first"], span["last"])))
    if first:
        return TimeReading(first)
    without_words = re.sub(
        r"-?ish\b|\(.*\)|z$|\b(?:gmt|utc|bst)\b|\b(?:approx(?:imately)?\b\.?|or so|or thereabouts|est\b\.?)", "", bare
    ).strip()
    found = _clock(without_words) if without_words != bare else None
    return TimeReading(found) if found else _slipped(bare)


def _tidied(written: str) -> str:
    """Lower-case words with one kind of dash, colon and space, without brackets around them."""
    text = unicodedata.normalize("NFKC", written).replace("\u2236", ":").replace("’", "'")
    text = (
        re.sub(r"[\u2010-\u2015\u2212]", "-", re.sub(r"\s+", " ", text)).strip().lower().rstrip(",;.") or text.strip()
    )
    if len(text) > _LONGEST:
        return text
    around = _AROUND.fullmatch(text)
    text = around[1] or text if around else re.sub(r"^'(?=\d)", "", text)
    text = _NOON_OR_MIDNIGHT.sub("", re.sub(r"\s+on\s?wards$", "", text))
    return _APART.sub(r"\1:\2", text) if _APART.fullmatch(text) else _DASHED.sub(_with_colon, text)


def _with_colon(match: re.Match[str]) -> str:
    """'9-30am' is half past nine; '11-12pm' is an hour."""
    return (
        match[0] if match[0].count("-") and int(match[2]) <= _NOON and match[2][0] != "0" else f"{match[1]}:{match[2]}"
    )


def _slipped(text: str) -> TimeReading:
    """A time with letters for figures, or the first of several: read, and doubtful; else none."""
    several = _SEVERAL.fullmatch(text)
    found = _clock(several["first"]) if several else None
    if found:
        return TimeReading(found, ("several-times",))
    found = _clock(text.translate(_LETTERS)) if _LETTERED.fullmatch(text) else None
    return TimeReading(found, ("time-mistyped",)) if found else TimeReading("", ("time-unreadable",))


def _over_noon(first: str, last: str) -> str | None:
    """The first of '11-1pm', which is before noon though only the last is marked; None where the mark fits both."""
    if not re.fullmatch(r"\d{1,2}(?:[:.]\d{2})?", first) or not re.search(r"[ap]\.?m", last):
        return None
    start, end = _clock(_with_half_of(first, last)), _clock(last.strip())
    if not start or not end or start <= end or "p" not in last:
        return None
    return _clock(f"{first}am")


def _said_twice(readings: list[TimeReading], parts: list[str]) -> TimeReading:
    """A time in two tongues or two ways, '9:35 yp/pm': read where both agree, or where only one is a clock time."""
    found = {reading.time for reading in readings if reading.time}
    halves = all(
        reading.time or part in {"am", "pm"} or not reading.doubts
        for reading, part in zip(readings, parts, strict=True)
    )
    if len(found) == 1 and halves:
        return TimeReading(found.pop())
    return BLANK if not found and halves else TimeReading("", ("time-unreadable",))


def parted(text: str) -> Parted | None:
    """Part lower-case words into a date and the time at their end; None when no time stands there."""
    text = _ABOUT_AT_THE_END.sub(r"\1", _TWELVE.sub(" ", text))
    hours = _HOURS_AT_THE_END.fullmatch(text)
    if hours and (reading := read_time(hours["hours"])).time and not reading.doubts:
        return Parted(hours["rest"].strip(" ,-"), reading.time, utc=False)
    span = _UNTIL_AT_THE_END.fullmatch(text)
    if span:
        return parted(span["rest"] + (span["half"] or span["last"] or ""))
    match = _IN_BRACKETS.fullmatch(text)
    if match and (time := _clock(match["time"])):
        return Parted(match["rest"], time, utc=False)
    match = None if _YEAR_AT_THE_END.search(text) else _AT_THE_END.fullmatch(text)
    if match and _EXPORT_MIDNIGHT.fullmatch(match["time"].strip()):
        return Parted(match["rest"].strip(" ,-"), "", utc=False)
    if match and (time := _clock(match["time"].strip())):
        ends = bool(_ENDS_THE_DAY.fullmatch(match["time"].strip()))
        return Parted(match["rest"].strip(" ,-"), time, bool(match["zone"]), ends)
    half = _HALF_AT_THE_END.fullmatch(text)
    return Parted(half["rest"].strip(" ,"), "", utc=False) if half else None


def _with_half_of(first: str, last: str) -> str:
    half = re.search(r"[ap]\.?m", last)
    return f"{first.strip()}{half[0] if half else ''}"


def _clock(text: str) -> str | None:
    if text in _NAMED:
        return _NAMED[text]
    match = _CLOCK.fullmatch(text) or _RUN.fullmatch(text)
    if not match:
        return None
    if match["minute"] is None and not match["half"] and not (match["word"] or "").startswith("o"):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "")[:1]
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour == _DAY_HOURS and minute == 0:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < _DAY_HOURS and minute < _HOUR_MINUTES else None
