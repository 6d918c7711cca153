"""The months that a heading of a year covers: '2016 continued', '2016/17', 'Sept 2017 to Aug 2018', 'FY 15/16'."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dhr_desktop.base.remembered import remembered
from dhr_desktop.importing.date_points import MONTH, MONTH_NAMES
from dhr_desktop.importing.date_wording import in_usual_words
from dhr_desktop.importing.year_slips import full_year

_LONGEST = 80
_MOST_WORDS = 9
_MOST_YEARS = 10
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TWO = r"(?P<two>(?:19|20)\d\d|\d\d)"
_TO = r"\s*(?:-|to|until|/|&|and)\s*"
_MONTH_2 = MONTH.replace("month", "month2")
_YEAR_2 = _YEAR.replace("year", "year2")
_GOES_ON = r"(?:\s*[-,(]*\s*(?:continued|cont'?d?\.?)\s*\)?)?"
_SCHOOL = r"(?:academic|school)\s+year:?\s*"
_FINANCIAL = r"(?:financial|fiscal|tax|budget)\s+year:?\s*|f\.?/?y\.?:?\s*"
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_AROUND = re.compile(
    r"the|a|calendar|years?|during|in|of|for|and|all|events?|contacts?|entries|visits?|records?|notes?|"
    r"continued|cont'?d?|chronology|chronologies|diary|log|journal|incidents?|calls?|attendances?|appointments?|"
    r"sessions?|only|part|new"
)
"""Words that may stand beside a year and leave the line a heading of that year and nothing more."""
_OF_ANOTHER_KIND = re.compile(
    r"\b(?:print\w*|produced|prepared|reports?|reported|dated?|versions?|v\d\w*|draft|created|export\w*|as at|run|"
    r"updated?|review\w*|dhrs?|dars?|sent|received|from|since|before|after|prior|pre|until|till|between|period|onwards?|"
    r"next|last|previous|earlier|later|born|birth|d\.?o\.?b|deaths?|died|dead|deceased|killed|murder\w*|homicides?|act|"
    r"regulations|guidance|policy|template|forms?|copyright|gdpr|registered|established|joined|opened|moved|married|"
    r"to date|present|ref(?:erences?)?|case no|no\.|number|revised|submitted|completed|"
    r"compiled|collated|requested|asked)\b|[©@]"
)
"""Words of a line whose year is that of the paper, of a letter, of a life or a law, and not of what is told below."""
_A_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|\d{{1,2}}[/.\-]\d{{1,2}}[/.\-]\d{{2}}|\d{{4}}-\d\d-"
)


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day that dates under a heading can fall on; always whole months."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day falls within it."""
        return self.first <= day <= self.last

    def settles(self, day: date) -> bool:
        """Whether a day falls within it, and would not in any other year."""
        return self.holds(day) and not any(self.holds(_in_year(day, day.year + step)) for step in (-1, 1))

    @property
    def may_repeat(self) -> bool:
        """Whether it is longer than a year, so that some days fall within it twice."""
        return self.last >= _in_year(self.first, self.first.year + 1)

    @property
    def first_year(self) -> date:
        """The last day of the first twelve months, for a date above all others that leans on nothing else."""
        return min(self.last, date(self.first.year, 12, 31) if self.first.month == 1 else _year_on(self.first))


@remembered(4096)
def window_of(text: str) -> Window | None:
    """The window of a line that is a heading of it and says nothing else; None of any other line."""
    words = in_usual_words(text).strip(" *_=~#.:;|-[]()") if len(text) <= _LONGEST else ""
    found = _found(words) if words else None
    if found is None:
        return None
    window, around = found
    return window if all(_AROUND.fullmatch(word) for word in around) else None


@remembered(4096)
def window_in(title: str) -> Window | None:
    """The window that a title gives beside its other words; None where the year may be that of something else."""
    words = in_usual_words(title) if len(title) <= _LONGEST else ""
    if not words or _OF_ANOTHER_KIND.search(_without_ends(words)):
        return None
    found = _found(words)
    if found is None:
        return None
    window, around = found
    return window if len(around) <= _MOST_WORDS and not any(re.search(r"\d", word) for word in around) else None


def is_of_the_paper(title: str) -> bool:
    """Whether a line's dates are those of the paper, a letter, a life or a law."""
    return bool(_OF_ANOTHER_KIND.search(_without_ends(title.lower())))


def _without_ends(words: str) -> str:
    """The words without 'year ending', whose date is the window's own."""
    return re.sub(rf"(?:12|twelve)?\s*\b(?:months|year) (?:ending|ended|end|to)(?: on)? .*?{_YEAR}", "", words)


def _found(words: str) -> tuple[Window, list[str]] | None:
    """The one window that the words name, and the words around it; None where they name none, or more."""
    for pattern, made in _FORMS:
        match = pattern.search(words)
        if match is None:
            continue
        rest = f"{words[: match.start()]} {words[match.end() :]}"
        window = made(match.groupdict())
        if window is None or _ANY_YEAR.search(rest) or _A_DATE.search(rest):
            return None
        return window, re.findall(r"[^\s\-:;,.()\[\]*_=~|/\"]+", rest)
    return None


def _whole_months(year: int, month: int, last_year: int, last_month: int) -> Window | None:
    if (year, month) > (last_year, last_month):
        return None
    return Window(date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]))


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


def _year_on(day: date) -> date:
    """The last day of the year that begins with the first of a month."""
    return date.fromordinal(date(day.year + 1, day.month, 1).toordinal() - 1)


def _number(month: str) -> int:
    return next(number for number, name in enumerate(MONTH_NAMES, 1) if name.startswith(month[:3]))


def _second_year(first: int, written: str) -> int:
    """The year that ends a pair: in full, or the two figures of the first year at or after the first with them."""
    return int(written) if len(written) == len("2017") else first + (int(written) - first) % 100


_Named = dict[str, str]


def _year(found: _Named) -> Window | None:
    return _whole_months(int(found["year"]), 1, int(found["year"]), 12)


def _of_two_years(first_month: int, last_month: int) -> Callable[[_Named], Window | None]:
    """A year of school or of money, which begins in one year and ends in the next."""

    def made(found: _Named) -> Window | None:
        year = full_year(found["year"])
        last = _second_year(year, found["two"])
        return _whole_months(year, first_month, last, last_month) if last == year + 1 else None

    return made


def _pair(found: _Named) -> Window | None:
    """'2016/17' may be a year of money, from April, or of school, until August: both are within it."""
    year = int(found["year"])
    last = _second_year(year, found["two"])
    if last == year + 1 and len(found["two"]) == len("17"):
        return _whole_months(year, 4, last, 8)
    return _whole_months(year, 1, last, 12) if year < last < year + _MOST_YEARS else None


def _month(found: _Named) -> Window | None:
    month = _number(found["month"])
    return _whole_months(full_year(found["year"]), month, full_year(found["year"]), month)


def _months(found: _Named) -> Window | None:
    first, last, last_year = _number(found["month"]), _number(found["month2"]), int(found["year2"])
    year = int(found["year"]) if found["year"] else last_year - (first > last)
    return _whole_months(year, first, last_year, last)


def _months_within(found: _Named) -> Window | None:
    return _months({**found, "year2": found["year"]})


def _until(found: _Named) -> Window | None:
    return _whole_months(int(found["year"]), 1, int(found["year"]), _number(found["month"]))


def _onwards(found: _Named) -> Window | None:
    return _whole_months(int(found["year"]), _number(found["month"]), int(found["year"]), 12)


def _ending(found: _Named) -> Window | None:
    year, month = int(found["year"]), _number(found["month"])
    return _whole_months(year - 1, month + 1, year, month) if month < 12 else _whole_months(year, 1, year, 12)  # noqa: PLR2004


_TERMS = {"autumn term": (9, 12), "spring term": (1, 4), "summer term": (4, 8)}
_TERMS |= {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}


def _term(found: _Named) -> Window | None:
    first, last = _TERMS[found["term"]]
    return _whole_months(int(found["year"]), first, int(found["year"]), last)


_YEAR_ENDING = (
    r"(?:12|twelve)?\s*(?:months|year) (?:ending|ended|end|to)(?: on)?:? "
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{MONTH}\s+{_YEAR}"
)
_ALONE = r"(?<![\w/.\-]){}(?![\w/]|[.\-]\w)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Named], Window | None]], ...] = tuple(
    (re.compile(_ALONE.format(pattern)), made)
    for pattern, made in (
        (_YEAR_ENDING, _ending),
        (rf"{_SCHOOL}(?P<year>(?:19|20)?\d\d){_TO}{_TWO}", _of_two_years(9, 8)),
        (rf"(?:{_FINANCIAL})(?P<year>(?:19|20)?\d\d){_TO}{_TWO}", _of_two_years(4, 3)),
        (rf"{MONTH}(?:,?\s*{_YEAR})?{_TO}{_MONTH_2},?\s*{_YEAR_2}", _months),
        (rf"{_YEAR}\s*\(\s*{MONTH}{_TO}{_MONTH_2}\)?", _months_within),
        (rf"{_YEAR}\s*\(?\s*(?:up )?to (?:end (?:of )?)?{MONTH}\)?", _until),
        (rf"{_YEAR}\s*\(?\s*from {MONTH}(?: onwards?)?\)?", _onwards),
        (rf"(?P<term>{'|'.join(_TERMS)}),?\s*{_YEAR}", _term),
        (rf"{MONTH},?\s*(?:of\s+)?{_YEAR}", _month),
        (rf"{_YEAR},?\s*[-:]?\s*{MONTH}", _month),
        (rf"{MONTH}\s*(?P<year>'\d\d)", _month),
        (rf"{_YEAR}{_GOES_ON}{_TO}{_TWO}", _pair),
        (_YEAR, _year),
    )
)
