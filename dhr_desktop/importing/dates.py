"""Reads a date as an agency wrote it into EDTF, with every doubt named. It never guesses in silence.

General date libraries cannot be used here: they read '2017-04-03' as 4 March, '1-3 May 2015' as 2001 and
'22.05/16' as this year, and know nothing of 'w/c 3/4/17' or 'early June 2014'.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta

from dhr_desktop.base.remembered import remembered
from dhr_desktop.domain.dates import LAST_DAY, parse
from dhr_desktop.importing import embedded_dates, times, welsh
from dhr_desktop.importing.date_points import MONTH, PLAIN, Context, Point, read_point
from dhr_desktop.importing.date_spans import BESIDE, read_span
from dhr_desktop.importing.date_wording import in_usual_words
from dhr_desktop.importing.our_words import UNKNOWN

__all__ = ["PLAIN", "UNKNOWN", "Context", "DateReading", "read_date"]

_LONGEST = 160
"""Characters of a cell that may be a date; longer ones are prose, and would take the readers of spans for ever."""
_DITTO = re.compile(
    r"(?:-?\s?ditto\s?-?|-?do\.?-?|idem|id\.?|ibid\.?|as (?:previous|prev\.?|before)|previous date|see above|d/o|same day \([ap]\.?m\.?\)|\(?(?:cont\.?|cont'?d\.?|continued)\)?|as above|(?:later |earlier )?(?:the )?same (?:day|date|morning|afternoon|evening|night)|same(?: as above)?|"
    r'same (?:day|date) as above|later that (?:day|morning|afternoon|evening|night)|that (?:day|evening|night)|"+(?: ?")?|-? ?["“”″\'’`\u2032〃]{1,3} ?-?|,,|〃|↓|\^|later (?:the )?same (?:day|date|evening|night))(?: \.)?',
    re.IGNORECASE,
)
_DASH = re.compile(r"-{1,3}")
_NEXT_DAY = re.compile(
    r"(?:the )?(?:next|following) (?:day|morning|afternoon|evening)|(?:the )?day after|(?P<many>\d\d?|an?|one|two|three|four|five|six|ten) (?P<unit>day|week|fortnight)s? later"
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_DTG = re.compile(
    rf"(?P<day>\d{{2}})\s?(?P<hour>\d{{2}})(?P<minute>\d{{2}})\s*(?P<zone>[za])?\s*{MONTH}\s*(?P<year>\d{{4}}|\d{{2}})"
)
"""A date-time group as control rooms write it: day, hour and minute, zone, month, year (ACP 121)."""
_TIME_FIRST = re.compile(
    r"(?:at )?(?P<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:h(?:ou)?rs?\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{4}\s*h(?:ou)?rs?\.?)"
    r"(?:\s*,\s*|\s+-\s+|\s+on\s+(?:the\s+)?|\s+)(?P<rest>.+)"
)


_MOMENTS = re.compile(
    r"(?P<first>.+\d.*?)\s*(?:-|–|\bto\b|\buntil\b|\btill\b|\binto\b|/|&|\band\b)\s+(?P<last>(?:[a-z]{3,9} )?\d.+)"
)
_DAY = len("2016-03-07")


@dataclass(frozen=True, slots=True)
class DateReading:
    """What one cell says of a date.

    `edtf` is '' for a blank, for a ditto and for words that are no date at all; `ditto` and `unreadable` tell
    these apart. `time` is a clock time that stood in the same cell, 'HH:MM' or ''. `doubts` are codes, worded
    in resources/importing/doubts.toml.
    """

    edtf: str = ""
    time: str = ""
    doubts: tuple[str, ...] = ()
    ditto: bool = False
    unreadable: bool = False
    utc: bool = False
    later: int = 0
    """Days after the row above, where a ditto says 'the next day'."""
    day_words: str = field(default="", compare=False)
    """The words that the day was read from, without its clock: four figures in them are a year, never '1430' hours."""


BLANK = DateReading()


_STAMP = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d\d?/\d\d?/\d{4})[T ](?P<time>(?!00:00)(?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?P<zone>Z)?"
)
"""A whole day and a clock time, as systems write them."""


def read_date(written: str, context: Context = PLAIN) -> DateReading:
    """Read the words of one date cell."""
    return _kept(written, context) if len(written) <= _LONGEST else _read(written, context)


@remembered(50_000)
def _kept(written: str, context: Context) -> DateReading:
    """The reading of a cell, kept for the next cell that says the same; prose is not kept."""
    stamp = _STAMP.fullmatch(written)
    if stamp is None:
        return _read(written, context)
    # The days of a long export are few beside its moments, and each is read once.
    day = read_date(stamp["day"], context)
    return replace(day, time=stamp["time"], utc=bool(stamp["zone"])) if day.edtf else _read(written, context)


def _read(written: str, context: Context) -> DateReading:
    text = in_usual_words(written)
    if not text:
        return BLANK
    if len(text) > _LONGEST:
        return _in_prose(text, context)
    leaning = _leaning_on_the_row_above(text)
    if leaning:
        return leaning
    first = _time_first(text, context)
    if first:
        return first
    whole = read_span(text, context)
    if whole:
        doubts = (*whole.doubts, "two-meanings") if welsh.has_two_meanings(written.lower()) else whole.doubts
        return DateReading(whole.edtf, doubts=doubts, day_words=text)
    parted = times.parted(text)
    if parted:
        point = read_span(parted.rest, context)
        if point and parted.ends_the_day:
            return replace(_after_midnight(point, parted.time), day_words=parted.rest)
        if point:
            return DateReading(point.edtf, parted.time, point.doubts, utc=parted.utc, day_words=parted.rest)
        if _DITTO.fullmatch(parted.rest):
            return DateReading(time=parted.time, ditto=True)
    return _date_time_group(text, context) or _two_moments(text, context) or _in_words(text, context)


def _in_prose(text: str, context: Context) -> DateReading:
    """A cell of prose is no date, unless it is the date's own, with a long note in brackets after it."""
    date, bracket, note = text.partition("(")
    point = read_span(date.strip(), context) if bracket and note.endswith(")") and len(date) < _LONGEST else None
    if point is None:
        return DateReading(unreadable=True, doubts=("unreadable",))
    return DateReading(point.edtf, doubts=(*point.doubts, "among-words"), day_words=date)


def _leaning_on_the_row_above(text: str) -> DateReading | None:
    if all(_DITTO.fullmatch(part) for part in BESIDE.split(text)) and text:
        return DateReading(ditto=True)
    if _DASH.fullmatch(text):
        return DateReading(ditto=True, doubts=("dash",))
    later = _NEXT_DAY.fullmatch(text)
    if not later:
        return None
    many = later["many"] or "1"
    days = (_NUMBERS.get(many) or int(many)) * _DAYS_OF[later["unit"] or "day"]
    return DateReading(ditto=True, later=days, doubts=("next-day",))


def _after_midnight(point: Point, time: str) -> DateReading:
    """'14/03/2014 24:00' is the midnight that ends the fourteenth, and so the first moment of the day after."""
    when = parse(point.edtf)
    if not when.is_exact or when.earliest is None or when.earliest == LAST_DAY:
        return DateReading(point.edtf, time, (*point.doubts, "day-ends"))
    return DateReading((when.earliest + timedelta(days=1)).isoformat(), time, (*point.doubts, "day-ends"))


def _date_time_group(text: str, context: Context) -> DateReading | None:
    match = _DTG.fullmatch(text)
    point = read_point(f"{match['day']} {match['month']} {match['year']}", context) if match else None
    if not match or not point or int(match["hour"]) > 23 or int(match["minute"]) > 59:  # noqa: PLR2004 - a clock
        return None
    time = f"{match['hour']}:{match['minute']}"
    return DateReading(point.edtf, time, point.doubts, utc=match["zone"] == "z", day_words=match["year"])


def _two_moments(text: str, context: Context) -> DateReading | None:
    """'07/03/2016 23:50 - 08/03/2016 01:10': the days with the first of the times, doubtful where they are two."""
    match = _MOMENTS.fullmatch(text)
    if not match:
        return None
    first, last = times.parted(match["first"]), times.parted(match["last"])
    days = [read_span(part.rest, context) for part in (first, last) if part]
    if not first or len(days) != len(match.groups()) or not days[0] or not days[1]:
        return None
    start, end = (day.edtf for day in days if day)
    if len(start) != _DAY or len(end) != _DAY or start > end:
        return None
    if start == end:
        return DateReading(start, first.time, days[0].doubts, utc=first.utc, day_words=first.rest)
    return DateReading(f"{start}/{end}", first.time, (*days[0].doubts, "several-dates"), day_words=first.rest)


def _is_dotted_day(words: str, context: Context) -> bool:
    """Whether what could be a time with its seconds is a day, as '12.05.15' in '12.05.15 - 14.05.15' is."""
    return words.count(".") == 2 and read_point(words.strip(), context) is not None  # noqa: PLR2004 - day, month, year


def _time_first(text: str, context: Context) -> DateReading | None:
    match = _TIME_FIRST.fullmatch(text)
    if match is None or _is_dotted_day(match["time"], context):
        return None
    point = read_span(match["rest"], context)
    time = times.read_time(match["time"]).time
    return DateReading(point.edtf, time, point.doubts, day_words=match["rest"]) if point and time else None


def _in_words(text: str, context: Context) -> DateReading:
    """A date among other words, or one with a slip of the keys in it: read, and always doubtful."""
    mended = embedded_dates.mended(text)
    tries = (
        ("misspelt", mended if mended != text else ""),
        ("among-words", embedded_dates.find(text)),
        ("among-words", embedded_dates.before_a_note(text)),
    )
    for doubt, words in tries:
        point = read_span(words, context) if words else None
        if point:
            return DateReading(point.edtf, doubts=(*point.doubts, doubt), day_words=words)
    return DateReading(unreadable=True, doubts=("unreadable",))
