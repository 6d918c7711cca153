"""What dates and spans of them agencies write, from 'c. 2012' to 'between 3 May and 9 June 2016': the grammar of it."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dhr_desktop.base.remembered import remembered
from dhr_desktop.domain.dates import NotEdtf, parse
from dhr_desktop.importing.date_points import MONTH, Context, Point, read_point
from dhr_desktop.importing.leaning_dates import read_leaning
from dhr_desktop.importing.named_times import read_named
from dhr_desktop.importing.our_words import UNKNOWN, marked, read_our_words
from dhr_desktop.importing.weeks_of_months import read_week_of_month
from dhr_desktop.importing.year_slips import full_year

_UNKNOWN = re.compile(
    r"(?:(?:exact\s+)?dates?\s+)?(?:unknown|not\s+known|unk|n/?k|n\.k\.?|not\s+recorded|not\s+stated|not\s+specified|unclear|unspecified|not\s+documented|not\s+dated|not\s+provided|not\s+available|not\s+given|not\s+clear|not\s+sure|don't\s+know|d/?k|illegible|awaited|redacted|none\s+given)(?:\s+date)?"
    r"|undated|no\s+(?:exact\s+)?date(?:\s+(?:given|recorded|stated|known))?|n\.?d\.?|n/?a|tb[ac]|t\.b\.c\.?|to be confirmed|dd/mm/(?:yy)?yy",
    re.IGNORECASE,
)
_UNKNOWN_BEFORE = re.compile(
    rf"(?:{_UNKNOWN.pattern})\s*[,;:\-]?\s+\(?(?:in\s+|but\s+)?(?P<rest>.*\d[^)]*)\)?", re.IGNORECASE
)
_SOME_DAY_IN = re.compile(r"(?:on\s+)?(?:a|some(?= day)|an unknown)\s+(?:date|day|point|time)\s+in\s+(?P<rest>.+)")
_ABOUT = re.compile(
    r"(?:circa|c\.?|ca\.?|approx(?:imately|\.)?|(?:on )?or (?:about|around)|on or (?:about|around)|about|abt\.?|around|roughly|sometime in|some time in|thought to be|believed to be|"
    r"(?P<part>early(?: in)?|mid|middle of|late(?: in)?|beginning of|start of|end of|end|start)|at the (?P<part2>beginning|start|end) of)"
    r"(?:\s+|-\s*|(?=\d))(?:the\s+)?(?P<rest>.+)"
)
_MONTHS_OF_ONE_YEAR = re.compile(r"(\d{4})-\d\d/\1-\d\d")
_AT_FIRST = ("beginning", "start")
_ABOUT_AFTER = re.compile(r"(?P<rest>.+?)\s*(?:\(?approx(?:imately|\.)?\)?|ish|-ish|or thereabouts)")
_UNSURE = re.compile(r"(?:\?+|possibly|probably|perhaps|maybe|poss\.?|prob\.?)\s*(?P<rest>.+)")
_UNSURE_AFTER = re.compile(r"(?P<rest>.+?)\s*(?:\(\?+\)|\?+)")
_WEEK = re.compile(
    r"(?P<which>w[/.\\]?\s?[cb]\b\.?|wk\.?\s*(?:comm(?:encing|\.)?|beg(?:inning|\.)?|of\b)|week\s+(?:commencing|beginning|starting|of|comm\.?|beg\.?)|"
    r"w[/.\\]?\s?e\b\.?|week\s+ending|weekend\s+of|fortnight\s+(?:beginning|commencing|starting|ending|of))\s*[:\-]?\s*(?P<rest>.+)"
)
_BEFORE = re.compile(r"(?:(?:(?:on|in) or )?before|prior to|pre|by|no later than)[\s\-]+(?P<rest>.+)")
_UNTIL = re.compile(r"(?:until|till|up (?:to|until))[\s\-]+(?P<rest>.+)")
_AFTER = re.compile(r"(?:(?:(?:on|in) or )?after|since|post|from|onwards from)[\s\-]+(?P<rest>.+?)(?:\s+on\s?wards?)?")
_ONWARDS = re.compile(r"(?P<rest>.+?)\s+on\s?wards?")
_BETWEEN = re.compile(r"(?:between|from|dates? from|btwn)\s+(?P<first>.+?)\s+(?:and|to|until|till|-|&)\s+(?P<last>.+)")
_TO = re.compile(r"(?P<first>.+?)(?:\s+(?:to|into|until|till|through|thru|/|-)\s+|\s*--\s*)(?P<last>.+)")
_LIST = re.compile(r"(?P<first>.+?)\s*(?:,|;|&|\+|\s+and|\s+or)\s+(?P<last>.+)")
_HAS_A_YEAR = re.compile(r"\d{4}|\d[/.]\d+[/.]\d|'\d\d|century|year -?\d")
BESIDE = re.compile(r"\s+/\s+")
_ONE_ABOVE_ANOTHER = re.compile(r"(?P<first>\d+[/.\-]\d+[/.\-]\d+) (?P<last>\d+[/.\-]\d+[/.\-]\d+)")
_TIGHT = re.compile(r"(?P<first>[^\-]*\d{4}|[^\-]*\d[/.]\d{1,2}[/.]\d{2})\s*-\s*(?P<last>\d.*)")
_DAYS = re.compile(
    rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|/|to|into|and|&|\+)\s*(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?(?P<rest>{MONTH}[\s\-/.,]*(?:\d{{4}}|'?\d\d))"
)
_AND = re.compile(r"^\d+(?:st|nd|rd|th)?\s*(?:and|&|\+)")
_DAYS_WITHOUT_YEAR = re.compile(
    rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|/|to|into|and|&|\+)\s*(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?(?P<rest>{MONTH})"
)
_LIST_OF_DAYS = re.compile(
    rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[,/&+]\s*\d{{1,2}}(?:st|nd|rd|th)?)+\s*(?:,|/|&|\+|and)\s*(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<rest>{MONTH},?\s*(?:\d{{4}}|'?\d\d))"
)
_NUMERIC_DAYS = re.compile(
    r"(?P<first>\d{1,2})\s*(?:-|/|&|\+|to|into)\s*(?P<last>\d{1,2})(?P<rest>[/.]\d{1,2}[/.](?:\d{4}|\d\d))"
)
_MONTHS_OF_A_YEAR = re.compile(
    rf"(?P<first>{MONTH})\s*(?:-|/|to|and|&)\s*(?P<last>{MONTH.replace('month', 'month2')})[\s,]*(?P<year>\d{{4}}|'?\d\d)"
)
_MONTHS_OF_SHORT_YEARS = re.compile(
    rf"(?P<first>{MONTH})[ \-]?(?P<first_year>'?\d\d)\s*(?:-|/|to|and|&)\s*(?P<last>{MONTH.replace('month', 'month2')})[ \-]?(?P<last_year>'?\d\d)"
)
_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)\s*[/\-]\s*(?P<last>\d{4}|\d{2})")
_ONGOING = re.compile(
    r"(?P<rest>.+?)\s*(?:-|/|to|until|till)\s*(?:present|date|now|today|ongoing|current|the present(?: day)?|time of death)|"
    r"(?P<rest2>.+?)\s*[,\-(]*\s*ongoing\)?"
)
_WITHIN = re.compile(
    r"(?:(?:at some (?:point|time) )?(?:during|throughout|in|over)(?: the)?|(?:the )?(?:night|evening|morning|afternoon|day|month)s? of|overnight)"
    r"(?: on)?\s+(?P<rest>.+)"
)
_WEEKDAY_AFTER = re.compile(r"(?P<rest>.*\d)\s*\((?P<words>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\)")
_WEEK_DAYS = 6
_NEAR_YEARS = 3


@remembered(10_000)  # without it, every span tried within a span would double the work
def read_span(text: str, context: Context) -> Point | None:
    """Read lower-case words as a date or a span of dates; None when they are none."""
    for reader in _READERS:
        found = reader(text, context)
        if found and _holds(found.edtf):
            return found
    return None


def _holds(edtf: str) -> bool:
    try:
        parse(edtf)
    except NotEdtf:
        return False
    return True


def _unknown(text: str, context: Context) -> Point | None:
    if _UNKNOWN.fullmatch(text) or not text.strip("? "):
        return Point(UNKNOWN)
    if match := _UNKNOWN_BEFORE.fullmatch(text):
        return read_span(match["rest"].strip(), context)
    some_day = _SOME_DAY_IN.fullmatch(text)
    return read_point(some_day["rest"].strip(), context) if some_day else None


def _about(text: str, context: Context) -> Point | None:
    match = _ABOUT.fullmatch(text) or _ABOUT_AFTER.fullmatch(text)
    point = read_span(match["rest"].strip(), context) if match else None
    if point and match and _MONTHS_OF_ONE_YEAR.fullmatch(point.edtf) and match.re is _ABOUT:
        first, last = point.edtf.split("/")  # of a term, whose end is not the whole of it
        part = match["part"] or match["part2"] or ""
        point = replace(
            point, edtf=first if part.startswith(_AT_FIRST) else last if part.startswith("end") else point.edtf
        )
    return replace(point, edtf=marked(point.edtf, "~")) if point else None


def _unsure(text: str, context: Context) -> Point | None:
    match = _UNSURE.fullmatch(text) or _UNSURE_AFTER.fullmatch(text)
    point = read_span(match["rest"].strip(), context) if match else None
    return replace(point, edtf=marked(point.edtf, "?")) if point else None


def _week(text: str, context: Context) -> Point | None:
    match = _WEEK.fullmatch(text)
    point = read_span(match["rest"].strip(), context) if match else None
    if match is None or point is None:
        return None
    day = parse(point.edtf).earliest
    if day is None or len(point.edtf.rstrip("~?%")) != len("2017-04-03"):
        return point if match["which"].startswith("weekend") else None
    first, last = _week_around(match["which"], day)
    mark = point.edtf[10:]
    return replace(point, edtf=f"{first}{mark}/{last}{mark}")


def _week_around(which: str, day: date) -> tuple[date, date]:
    if which.startswith("weekend"):
        saturday = day - timedelta(days=1 if day.weekday() == _WEEK_DAYS else 0)
        return saturday, saturday + timedelta(days=1)
    if which.startswith("fortnight"):
        fortnight = timedelta(days=2 * _WEEK_DAYS + 1)
        return (day - fortnight, day) if which.endswith("ending") else (day, day + fortnight)
    if which.startswith("week ending") or "e" in which[:4].replace("week", "").replace("wk", ""):
        return day - timedelta(days=_WEEK_DAYS), day
    return day, day + timedelta(days=_WEEK_DAYS)


def _within(text: str, context: Context) -> Point | None:
    """'during 2013', 'the night of 3/4 May 2016', '3 May 2016 (Tuesday)': words that leave the date as it is."""
    match = _WITHIN.fullmatch(text)
    if match:
        return read_span(match["rest"].strip(), context)
    named = _WEEKDAY_AFTER.fullmatch(text)
    return read_span(f"{named['words']} {named['rest']}", context) if named else None


def _in_our_words(text: str, context: Context) -> Point | None:
    return read_our_words(text, context, read_span)


def _named(text: str, context: Context) -> Point | None:
    return read_named(text, context, read_span)


def _counted(text: str, context: Context) -> Point | None:
    return read_week_of_month(text, context, read_span)


def _leaning_on_another(text: str, context: Context) -> Point | None:
    return read_leaning(text, context, read_span)


def _twice(text: str, context: Context) -> Point | None:
    """The same date in two tongues or two ways, '19 Mehefin 2018 / 19 June 2018'; None where the two differ."""
    parts = BESIDE.split(text)
    if len(parts) < 2:  # noqa: PLR2004 - one and the same
        return None
    points = [read_span(part.strip(), context) for part in parts]
    first = points[0]
    return first if first and all(point and point.edtf == first.edtf for point in points) else None


def _ongoing(text: str, context: Context) -> Point | None:
    match = _ONGOING.fullmatch(text)
    rest = (match["rest"] or match["rest2"]) if match else ""
    point = read_span(rest.strip(), context) if rest else None
    if point is None or "/" in point.edtf or point.edtf[0] in "[X":
        return None
    return replace(point, edtf=f"{point.edtf}/..")


def _open_ended(text: str, context: Context) -> Point | None:
    until = _UNTIL.fullmatch(text)
    if until:
        point = read_span(until["rest"].strip(), context)
        return replace(point, edtf=f"../{point.edtf}") if point and not re.search(r"[/\[]|^X", point.edtf) else None
    before = _BEFORE.fullmatch(text)
    if before:
        point = read_span(before["rest"].strip(), context)
        return replace(point, edtf=f"[..{point.edtf.split('/')[0]}]") if point and point.edtf[0] not in "[X" else None
    after = _ONWARDS.fullmatch(text) or _AFTER.fullmatch(text)
    if not after:
        return None
    point = read_span(after["rest"].strip(), context)
    if point is None or "/" in point.edtf or point.edtf == UNKNOWN:
        return None
    return replace(
        point, edtf=f"[{point.edtf}..]" if re.match(r"(?:(?:on|in) or )?after|post", text) else f"{point.edtf}/.."
    )


def _between(text: str, context: Context) -> Point | None:
    match = _BETWEEN.fullmatch(text) or _TO.fullmatch(text) or _TIGHT.fullmatch(text)
    return _from_to(match["first"], match["last"], context) if match else None


def _days_of_a_month(text: str, context: Context) -> Point | None:
    match = _DAYS.fullmatch(text) or _NUMERIC_DAYS.fullmatch(text) or _DAYS_WITHOUT_YEAR.fullmatch(text)
    if not match:
        return None
    ends = [
        read_span(f"{match[end]}{'' if match['rest'].startswith(('/', '.')) else ' '}{match['rest']}", context)
        for end in ("first", "last")
    ]
    found = _interval(*ends)
    apart = found and _AND.search(text) and int(match["last"]) - int(match["first"]) > 1
    return replace(found, doubts=(*found.doubts, "several-dates")) if found and apart else found


def _months_of_a_year(text: str, context: Context) -> Point | None:
    match = _MONTHS_OF_A_YEAR.fullmatch(text)
    if not match:
        return None
    first, last = (read_span(f"{match[end]} {match['year']}", context) for end in ("first", "last"))
    if first and last and first.edtf > last.edtf:  # 'Dec/Jan 2015' began the year before
        first = read_span(f"{match['first']} {full_year(match['year']) - 1}", context)
    return _interval(first, last)


def _months_of_short_years(text: str, context: Context) -> Point | None:
    """'Dec 15/Jan 16': two months and their years rather than two days, where the second then comes after the first."""
    match = _MONTHS_OF_SHORT_YEARS.fullmatch(text)
    if not match:
        return None
    near = context.neighbour.year if context.neighbour else None
    ends = []
    for end in ("first", "last"):
        year = full_year(match[f"{end}_year"])
        if near is not None and abs(year - near) > _NEAR_YEARS:
            return None
        ends.append(read_point(f"{match[end]} {year}", context))
    found = _interval(*ends)
    if found is None or ends[0] is None or ends[1] is None or ends[0].edtf >= ends[1].edtf:
        return None
    sure = "'" in match[0]
    return found if sure else replace(found, doubts=(*found.doubts, "month-or-day"))


def _years(text: str, context: Context) -> Point | None:
    match = _YEARS.fullmatch(text)
    if not match:
        return None
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first - first % 100 + int(match["last"])  # noqa: PLR2004
    if last == first + 1 or (len(match["last"]) == 4 and last > first):  # noqa: PLR2004 - a year in full
        doubts = ("year-pair",) if len(match["last"]) == 2 and int(match["last"]) <= 12 and "-" in text else ()  # noqa: PLR2004
        return Point(f"{first}/{last}", doubts)
    month = int(match["last"])
    return read_point(f"{first}-{month:02}", context) if len(match["last"]) == 2 and 1 <= month <= 12 else None  # noqa: PLR2004


def _several(text: str, context: Context) -> Point | None:
    """Several dates in one cell are the span they lie in, and doubtful: it may be one event or two."""
    match = _LIST_OF_DAYS.fullmatch(text)
    if match:
        found = _interval(*(read_span(f"{match[end]} {match['rest']}", context) for end in ("first", "last")))
        return replace(found, doubts=(*found.doubts, "several-dates")) if found else None
    match = _LIST.fullmatch(text) or _ONE_ABOVE_ANOTHER.fullmatch(text)
    found = _from_to(match["first"], match["last"], context) if match else None
    return replace(found, doubts=(*found.doubts, "several-dates")) if found else None


def _from_to(first: str, last: str, context: Context) -> Point | None:
    """The span between two dates, the first of which may lean on the last for its month and year."""
    end = read_span(last.strip(), context)
    if end is None or end.edtf == UNKNOWN:
        return None
    start = _leaning(first.strip(), last.strip(), end, context)
    if start is None or start.edtf == UNKNOWN:
        return None
    start, end = (_narrowed(side, words) for side, words in ((start, first), (end, last)))
    span = _interval(start, end)
    over_new_year = start.edtf[:4] != end.edtf[:4] and not _HAS_A_YEAR.search(last)
    if span and over_new_year and "year-supplied" not in span.doubts:
        return replace(span, doubts=(*span.doubts, "year-supplied"))  # '31/12 - 1/1': of which of two years?
    return span


def _leaning(first: str, last: str, end: Point, context: Context) -> Point | None:
    whole = read_span(first, context) if _HAS_A_YEAR.search(first) else None
    if whole:
        return whole
    known = parse(end.edtf).earliest or parse(end.edtf).latest
    if known is None:
        return None
    year = f"{known.year:04}"
    tail = re.search(rf"{MONTH}", last)
    tries = [f"{first} {year}", f"{first}/{year}", f"{first} {known.year - 1:04}", f"{first}/{known.year - 1:04}"]
    if re.fullmatch(r"(?:early|mid|late)?\s*\d{1,2}(?:st|nd|rd|th)?", first):
        tries = [f"{first} {tail[0]} {year}" if tail else f"{first}/{known.month}/{year}"]
    found = (read_span(words, context) for words in tries)
    return next((point for point in found if point and _comes_first(point, known)), None)


def _comes_first(point: Point, end: date) -> bool:
    """Whether a date completed from the one after it is no later: '24 Dec - 2 Jan 2016' began in 2015."""
    start = parse(point.edtf).earliest
    return "year-supplied" not in point.doubts and (start is None or start <= end)


def _narrowed(point: Point, words: str) -> Point:
    """'early', 'mid' and 'late' month as a third of it, when it is an end of a span and so must be a day or two."""
    match = re.match(r"\s*(early|mid|late)\b", words)
    bare = point.edtf.rstrip("~")
    if not match or len(bare) != len("2016-01"):
        return point
    bounds = parse(bare)
    if bounds.earliest is None or bounds.latest is None:
        return point
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, bounds.latest.day)}[match[1]]
    return replace(point, edtf=f"{bounds.earliest.replace(day=first)}~/{bounds.earliest.replace(day=last)}~")


def _interval(first: Point | None, last: Point | None) -> Point | None:
    if first is None or last is None:
        return None
    start, end = first.edtf.split("/")[0], last.edtf.split("/")[-1]
    if any(side.startswith(("[", "..")) or side.endswith("]") for side in (start, end)):
        return None
    return Point(start if start == end else f"{start}/{end}", (*first.doubts, *last.doubts))


_READERS = (
    read_point,
    _in_our_words,
    _unknown,
    _days_of_a_month,
    _months_of_a_year,
    _months_of_short_years,
    _years,
    _counted,
    _leaning_on_another,
    _week,
    _named,
    _twice,
    _ongoing,
    _within,
    _unsure,
    _between,
    _about,
    _open_ended,
    _several,
)
