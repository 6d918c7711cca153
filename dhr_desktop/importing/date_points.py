"""One point of time as agencies write it: a day, a month, a season, a term, a year; `dates` puts ranges together."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dhr_desktop.base.clock import today
from dhr_desktop.importing.feasts import feast_of
from dhr_desktop.importing.terms import NO_TERMS, TermDates, numbered_term
from dhr_desktop.importing.year_slips import full_year, is_plausible, nearest_slip

_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_EIGHT = len("20170403")
_NEAR_YEARS, _FAR_YEARS = 3, 20
_HALF_A_YEAR = 6
# Not the names of `calendar`, which speaks the computer's language once Qt has set the locale.
MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {name: number for number, full in enumerate(MONTH_NAMES, 1) for name in (full, full[:3])} | {"sept": 9}
MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_YEAR = r"(?P<year>\d{4}|'?\d{2})"
_SEPARATOR = r"\s*[/.\-\\:, ]\s*"
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(_DAY_NAMES)} | {
    short: number
    for number, shorts in enumerate(
        (("mon",), ("tue", "tues"), ("wed", "weds"), ("thu", "thur", "thurs"), ("fri",), ("sat",), ("sun",))
    )
    for short in shorts
}
_WEEKDAY = re.compile(r"\b(" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?,?\s*", re.IGNORECASE)

_NUMERIC = re.compile(rf"(?P<a>\d{{1,2}}){_SEPARATOR}(?P<b>\d{{1,2}}){_SEPARATOR}{_YEAR}")
_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<b>\d{1,2})[-/.](?P<a>\d{1,2})")
_DAY_MONTH_YEAR = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-/.,]*(?:of\s+)?{MONTH}[\s\-/.,]*{_YEAR}")
_MONTH_DAY_YEAR = re.compile(rf"{MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year>\d{{4}})")
_MONTH_YEAR = re.compile(rf"{MONTH}[\s\-/.,]*{_YEAR}")
_NUMERIC_MONTH_YEAR = re.compile(r"(?P<b>\d{1,2})(?:\s*[/.\-]\s*(?P<year>\d{4})|\s+(?P<year2>(?:19|20)\d\d))")
_YEAR_NUMERIC_MONTH = re.compile(r"(?P<year>\d{4})-(?P<b>\d{2})|(?P<year2>(?:19|20)\d\d)[/\-](?P<b2>[1-9])")
_NO_DAY = re.compile(
    r"(?:\?{1,2}|x{1,2}|0{1,2}|-{2}|_{1,2})\s*[/.\-]\s*(?P<b>\d{1,2})\s*[/.\-]\s*(?P<year>(?:19|20)\d\d)"
)
_MISTYPED_YEAR = re.compile(
    r"(?P<a>\d{1,2})(?P<mark>[/.\-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{3}|\d{5})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-/.]+{MONTH}[\s\-/.]+(?P<year2>\d{{3}}|\d{{5}})"
)
_MONTH_AND_SHORT_YEAR = re.compile(r"(?P<b>0?[1-9]|1[0-2])[/\-](?P<year>\d\d)")
_PLACEHOLDERS = {
    *((1, 1, 1), (1601, 1, 1), (1753, 1, 1), (1800, 1, 1), (1899, 12, 30), (1899, 12, 31), (1899, 1, 1)),
    *((2999, 12, 31), (9999, 12, 31), (9999, 1, 1)),
}
"""Days that databases hold for no date: the first or the last that they can, and dates far past any record."""
_COMPACT = re.compile(r"(?P<digits>\d{8}|\d{6})")
_YEAR_ALONE = re.compile(r"(?P<year>\d{4})")
_DECADE = re.compile(r"(?:the\s+)?(?P<decade>\d{3}|'?\d)0'?s|(?P<plain>(?:19|20)\d)x")
_ONE_PART_KNOWN = re.compile(r"\d{1,2}[/.\-](?:\?{1,2}|xx?|00|__?)[/.\-](?P<year>(?:19|20)\d\d)")
_MONTH_ALONE = re.compile(rf"(?:in )?{MONTH}")
_MONTH_AND_TWO = re.compile(rf"{MONTH}\s+(?P<two>\d\d)")
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-/.,]*(?:of\s+)?{MONTH}|"
    rf"{MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?"
)
_NUMERIC_DAY_MONTH = re.compile(r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})")
_SEASON = re.compile(r"(?P<season>spring|summer|autumn|winter)[\s,]*(?:of\s+)?(?P<year>\d{4}|'\d\d)(?:[/-]\d{2,4})?")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a date and may settle it.

    `month_first` is the order of numeric dates in this column, as its evidence decided. `neighbour` is a date of
    the same row or of a row beside it, for a year that is missing or mistyped.
    """

    month_first: bool = False
    neighbour: date | None = None
    terms: TermDates = NO_TERMS
    any_year: bool = False
    """Whether years are meant as they are written, however far off: the reader then mends no slip of them."""
    year_is_sure: bool = False
    """Whether the neighbour's year is that of a heading which these dates stand under."""


PLAIN = Context()


@dataclass(frozen=True, slots=True)
class Point:
    """EDTF text with the codes of what is doubtful in the reading."""

    edtf: str
    doubts: tuple[str, ...] = ()


def read_point(text: str, context: Context) -> Point | None:
    """Read one point from lower-case words without decoration; None when it is none of the forms known here."""
    weekday, bare = _without_weekday(text)
    feast = feast_of(text)  # before 'Good Friday' loses its weekday
    if feast:
        return _of_a_sane_year(Point(*feast), text, context)
    for reader in _READERS:
        point = reader(bare, context, weekday)
        if point:
            return point
    return None


def _of_a_sane_year(feast: Point, text: str, context: Context) -> Point:
    """A feast in the year meant: Boxing Day 2106 is as much a slip as 26 December 2106 is."""
    written = _FOUR_DIGITS.search(text)
    if not written:
        return feast
    year, slips = _sane_year(int(written[0]), context)
    if not slips or year == int(written[0]):
        return replace(feast, doubts=(*feast.doubts, *slips))
    meant = feast_of(text.replace(written[0], f"{year:04}"))
    return Point(meant[0], (*meant[1], *slips)) if meant else feast


def weekday_of(text: str) -> int | None:
    """The weekday that the words name, 0 for Monday."""
    match = _WEEKDAY.search(text)
    return WEEKDAYS[match.group(1).lower()] if match else None


def _without_weekday(text: str) -> tuple[int | None, str]:
    return weekday_of(text), _WEEKDAY.sub("", text).strip(" ,.")


def _day(year: int, month: int, day: int, weekday: int | None, context: Context) -> Point | None:
    if (year, month, day) in _PLACEHOLDERS and not context.any_year:
        return Point("XXXX", ("placeholder",))
    year, slips = _sane_year(year, context, month)
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    doubts = slips if weekday is None or found.weekday() == weekday else (*slips, "weekday")
    return Point(found.isoformat(), doubts)


def _sane_year(year: int, context: Context, month: int = 0) -> tuple[int, tuple[str, ...]]:
    """The year meant: 2105 is most likely 2015 with two digits changed over, 0014 is 2014, and either says so."""
    if is_plausible(year) or (context.any_year and year):
        return year, ()
    meant = nearest_slip(f"{year:04}", _year_near(month, context))
    return (year, ("year",)) if meant is None else (meant, ("year-slip",))


def _year_near(month: int, context: Context) -> int | None:
    """The year in which the month lies nearest to the neighbour; None without one."""
    near = context.neighbour
    if near is None or not month:
        return near.year if near else None
    return near.year + (near.month - month > _HALF_A_YEAR) - (month - near.month > _HALF_A_YEAR)


def _mistyped_year(text: str, context: Context, weekday: int | None) -> Point | None:
    """'07/03/20016' and '07/03/201': a digit too many or too few in the year."""
    match = _MISTYPED_YEAR.fullmatch(text)
    if not match or context.any_year:
        return None
    month = _MONTHS[match["month"]] if match["month"] else int(match["a"] if context.month_first else match["b"])
    year = nearest_slip(match["year"] or match["year2"], _year_near(month, context))
    if year is None:
        return None
    if match["month"]:
        point = _day(year, month, int(match["day"]), weekday, context)
    else:
        point = ordered_day(int(match["a"]), int(match["b"]), year, weekday, context)
    return Point(point.edtf, (*point.doubts, "year-slip")) if point else None


def _month_and_short_year(text: str, context: Context, _weekday: int | None) -> Point | None:
    """'3/16', where the second number can be no month: March 2016 most likely, and marked."""
    match = _MONTH_AND_SHORT_YEAR.fullmatch(text)
    year = full_year(match["year"]) if match else 0
    near = context.neighbour.year if context.neighbour else today().year
    if not match or int(match["year"]) <= 12 or abs(year - near) > _FAR_YEARS:  # noqa: PLR2004 - months
        return None
    return Point(f"{year}-{int(match['b']):02}", ("month-or-day",))


def _numeric(text: str, context: Context, weekday: int | None) -> Point | None:
    match = _NUMERIC.fullmatch(text)
    if not match:
        return None
    return ordered_day(int(match["a"]), int(match["b"]), full_year(match["year"]), weekday, context)


def ordered_day(first: int, second: int, year: int, weekday: int | None, context: Context) -> Point | None:
    """The day of two numbers in the column's order; in the other order, and marked so, where only that can be."""
    day, month = (second, first) if context.month_first else (first, second)
    point = _day(year, month, day, weekday, context)
    if point:
        return point
    turned = _day(year, day, month, weekday, context)
    return Point(turned.edtf, (*turned.doubts, "order")) if turned else None


def _iso(text: str, context: Context, weekday: int | None) -> Point | None:
    match = _ISO.fullmatch(text)
    return _day(int(match["year"]), int(match["b"]), int(match["a"]), weekday, context) if match else None


def _named_day(text: str, context: Context, weekday: int | None) -> Point | None:
    match = _DAY_MONTH_YEAR.fullmatch(text) or _MONTH_DAY_YEAR.fullmatch(text)
    if not match:
        return None
    return _day(full_year(match["year"]), _MONTHS[match["month"]], int(match["day"]), weekday, context)


def _month(text: str, context: Context, _weekday: int | None) -> Point | None:
    match = _MONTH_YEAR.fullmatch(text)
    if match:
        month, written = _MONTHS[match["month"]], match["year"]
    else:
        match = _NUMERIC_MONTH_YEAR.fullmatch(text) or _YEAR_NUMERIC_MONTH.fullmatch(text)
        if not match:
            return None
        parts = match.groupdict()
        month, written = int(parts["b"] or parts["b2"]), parts["year"] or parts["year2"]
    year, doubts = _sane_year(full_year(written), context)
    if _YEAR_NUMERIC_MONTH.fullmatch(text) and month == (year + 1) % 100:  # '2009-10' may be two years
        doubts = (*doubts, "year-pair")
    return Point(f"{year:04}-{month:02}", doubts) if 1 <= month <= 12 else None  # noqa: PLR2004 - months


def _day_after_month(text: str, context: Context, _weekday: int | None) -> Point | None:
    """'May 16' beside dates of 2019 is the sixteenth; beside dates of 2016 it may be either, and is marked."""
    match = _MONTH_AND_TWO.fullmatch(text)
    if not match or context.neighbour is None or not 1 <= int(match["two"]) <= 31:  # noqa: PLR2004 - days
        return None
    apart = abs(full_year(match["two"]) - context.neighbour.year)
    if apart > _NEAR_YEARS or (apart and context.year_is_sure):
        return _without_year(text, context, _weekday)
    return Point(f"{full_year(match['two'])}-{_MONTHS[match['month']]:02}", ("month-or-day",))


def _month_alone(text: str, context: Context, _weekday: int | None) -> Point | None:
    """A month without a year: the neighbour's year, or the year before where it would come later; marked."""
    match = _MONTH_ALONE.fullmatch(text)
    if not match or context.neighbour is None:
        return None
    month = _MONTHS[match["month"]]
    year = context.neighbour.year - (month > context.neighbour.month)
    return Point(f"{year}-{month:02}", _supplied(year, context))


def _supplied(year: int, context: Context) -> tuple[str, ...]:
    return () if context.year_is_sure and context.neighbour and context.neighbour.year == year else ("year-supplied",)


def _dayless(text: str, _context: Context, _weekday: int | None) -> Point | None:
    """'??/05/2016': the month alone, the day being marked as not known."""
    known = _ONE_PART_KNOWN.fullmatch(text)
    if known:
        return Point(known["year"], ("part-known",))
    match = _NO_DAY.fullmatch(text)
    if not match or not 1 <= int(match["b"]) <= 12:  # noqa: PLR2004 - months
        return None
    return Point(f"{match['year']}-{int(match['b']):02}")


def _compact(text: str, context: Context, weekday: int | None) -> Point | None:
    match = _COMPACT.fullmatch(text)
    if not match:
        return None
    digits = match["digits"]
    if len(digits) == _EIGHT and digits.startswith(("19", "20")):
        point = _iso(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}", context, weekday)
        if point:
            return point
    point = ordered_day(int(digits[:2]), int(digits[2:4]), full_year(digits[4:]), weekday, context)
    return Point(point.edtf, (*point.doubts, "run-together")) if point else None


def _year(text: str, context: Context, _weekday: int | None) -> Point | None:
    match = _YEAR_ALONE.fullmatch(text)
    if not match or not (match["year"].startswith(("19", "20", "21")) or context.any_year):
        return None
    year, doubts = _sane_year(int(match["year"]), context)
    return Point(f"{year:04}", doubts)


def _decade(text: str, context: Context, _weekday: int | None) -> Point | None:
    match = _DECADE.fullmatch(text)
    if not match:
        return None
    decade = (match["decade"] or match["plain"]).lstrip("'")
    if len(decade) == 1:
        decade = ("20" if int(decade) <= today().year % 100 // 10 else "19") + decade
    return Point(f"{decade}X") if decade.startswith(("19", "20")) or context.any_year else None


def _season(text: str, _context: Context, _weekday: int | None) -> Point | None:
    match = _SEASON.fullmatch(text)
    return Point(f"{full_year(match['year'])}-{SEASONS[match['season']]}") if match else None


def _term(text: str, context: Context, _weekday: int | None) -> Point | None:
    found = context.terms.read(text)
    if found:
        return Point(found)
    numbered = numbered_term(text)
    return Point(numbered, ("term",)) if numbered else None


def _without_year(text: str, context: Context, weekday: int | None) -> Point | None:
    """A day and month alone: the year is the neighbour's, so that the day falls on or shortly before it; marked."""
    if context.neighbour is None:
        return None
    numbers = _day_and_month(text, context)
    if not numbers:
        return None
    tried = [_try_date(context.neighbour.year + step, *numbers) for step in (0, -1, 1)]
    fitting = [day for day in tried if day and (weekday is None or day.weekday() == weekday)]
    near = [day for day in fitting or [day for day in tried if day] if day <= context.neighbour] or fitting
    return Point(near[0].isoformat(), _supplied(near[0].year, context)) if near else None


def _day_and_month(text: str, context: Context) -> tuple[int, int] | None:
    match = _DAY_MONTH.fullmatch(text)
    if match:
        return _MONTHS[match["month"] or match["month2"]], int(match["day"] or match["day2"])
    match = _NUMERIC_DAY_MONTH.fullmatch(text)
    if not match:
        return None
    first, second = int(match["a"]), int(match["b"])
    return (first, second) if context.month_first else (second, first)


def _try_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_READERS = (
    _iso,
    _numeric,
    _named_day,
    _term,
    _dayless,
    _season,
    _day_after_month,
    _month,
    _compact,
    _decade,
    _year,
    _without_year,
    _month_alone,
    _mistyped_year,
    _month_and_short_year,
)
