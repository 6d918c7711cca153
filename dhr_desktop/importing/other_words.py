"""Other words for the same: 'wk beg', 'hols', 'FY 15/16' and the like in the words that the grammar of dates knows."""

import re
from collections.abc import Callable

from dhr_desktop.importing.date_points import MONTH, WEEKDAYS
from dhr_desktop.importing.year_slips import full_year

_PAIR = r"(?P<first>(?:(?:19|20))?\d\d)\s?[/\-]\s?(?P<last>(?:(?:19|20))?\d\d)"
_NAMED_YEAR = re.compile(
    rf"(?P<kind>academic|school|financial|tax|f\.?y\.?|a\.?y\.?) ?(?:ye?a?r)?,? ?{_PAIR}|{_PAIR.replace('first', 'first2').replace('last', 'last2')}"
    r",? (?P<kind2>academic|school|financial|tax) (?:year|yr)"
)
_SCHOOL_YEAR = re.compile(rf"(?:(?:year|yr) ?\d{{1,2}}|reception|nursery)(?: year)?,?(?: -)? \(?{_PAIR}\)?")
_QUARTER = re.compile(
    rf"(?:q|quarter |qtr )(?P<number>[1-4]),? (?:of )?(?:f\.?y\.? ?)?{_PAIR}|{_PAIR.replace('first', 'first2').replace('last', 'last2')},? (?:q|quarter |qtr )(?P<number2>[1-4])"
)
_TERM_OF_PAIR = re.compile(
    rf"(?P<season>autumn|aut|spring|spr|summer|sum)\b(?P<rest>.*(?:term|[12]))(?: of)?,? {_PAIR}"
)
_SHORT_YEAR = re.compile(
    r"(?P<rest>(?:early |mid |late )?(?:(?:autumn|spring|summer|winter)(?: term)?|easter(?: \w+)?|christmas(?: \w+)?|new year(?:'?s \w+)?|xmas(?: \w+)?|nye|boxing day|good friday))"
    r",? (?:of )?'?(?P<year>\d\d)(?P<pair>[/\-]\d\d)?"
)
_HALF_TERMS = {"autumn": "october ", "spring": "february ", "summer": "may "}
_WEEKDAYS = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_PART = r"(?:early|mid|late|start|end|beginning|middle)"


def in_other_words(text: str) -> str:
    """Lower-case words with the short and the less usual ones among them in the usual words."""
    for pattern, usual in _SAME:
        text = pattern.sub(usual, text)
    return text


def _year_pair(first: str, last: str) -> str | None:
    """The pair in full, where the second year follows the first; None for other numbers."""
    start = full_year(first)
    return f"{start}/{(start + 1) % 100:02}" if int(last) % 100 == (start + 1) % 100 else None


def _named_year(match: re.Match[str]) -> str:
    pair = _year_pair(match["first"] or match["first2"], match["last"] or match["last2"])
    kind = (match["kind"] or match["kind2"]).replace(".", "")
    return f"{ {'fy': 'financial', 'ay': 'academic'}.get(kind, kind) } year {pair}" if pair else match[0]


def _school_year(match: re.Match[str]) -> str:
    pair = _year_pair(match["first"], match["last"])
    return f"academic year {pair}" if pair else match[0]


def _quarter(match: re.Match[str]) -> str:
    pair = _year_pair(match["first"] or match["first2"], match["last"] or match["last2"])
    return f"q{match['number'] or match['number2']} {pair}" if pair else match[0]


def _term_of_pair(match: re.Match[str]) -> str:
    """The spring term of 2015/16 is in 2016, its autumn term in 2015."""
    pair = _year_pair(match["first"], match["last"])
    year = int(pair[:4]) + (not match["season"].startswith("aut")) if pair else 0
    return f"{match['season']}{match['rest']} {year}" if pair else match[0]


def _short_year(match: re.Match[str]) -> str:
    return f"{match['rest']} {full_year(match['year'])}{match['pair'] or ''}"


_SAME: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # one mark for another, or one left out
    (re.compile(r"(?<=\d)\|(?=\d)"), "/"),
    (re.compile(rf"^({_WEEKDAYS})\.?(?=\d)"), r"\1 "),
    (re.compile(r"^(\d{1,2}[/.,]\d{1,2}[/.,])((?:19|20)\d\d)(?=\d{1,2}[:.]\d\d)"), r"\1\2 "),
    (re.compile(r"^(\d{4}-\d\d-\d\d)(?=\d\d:\d\d)"), r"\1 "),
    (re.compile(r"^(\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d))(?:/|-|_|; ?)(?=\d{1,2}[:.]\d\d(?![\d/.]))"), r"\1 "),
    (re.compile(r"^(\d{1,2})\.(\d{1,2})(?:, ?| )((?:19|20)\d\d)$"), r"\1.\2.\3"),
    (re.compile(r"(\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d))[/,](?=\d{1,2}[/.]\d{1,2}[/.]\d\d)"), r"\1, "),
    (re.compile(r"^(\d{1,2}\.\d{1,2})\s*-\s*(\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d))$"), r"\1 - \2"),
    (re.compile(rf"({MONTH},? ?(?:19|20)\d\d)-(?={MONTH.replace('month', 'm2')})"), r"\1 - "),
    (re.compile(rf"^({MONTH})(?:/{MONTH.replace('month', 'm2')})+/(?={MONTH.replace('month', 'm3')} )"), r"\1 - "),
    (re.compile(rf"(?<=\w)\s?/\s?(?={_PART}\b)"), " - "),
    (re.compile(rf"^({_PART}) - ({_PART}) (?=.*\d)"), r"\1 to \2 "),
    (
        re.compile(rf"^({_WEEKDAYS})(?: early| late)? (?:morning|afternoon|evening|night|am|pm),? (?:the )?(?=\d)"),
        r"\1 ",
    ),
    # weeks
    (re.compile(r"\bw(?:k|eek)?\.?\s?/\s?(?:c|b|comm?(?:encing)?|beg(?:inning)?)\b\.?"), "w/c"),
    (re.compile(r"\bwk ?[cb]\b"), "w/c"),
    (re.compile(r"\b(?:w|wk|week)\s?/?\s?ending\b|\bwk ?/ ?e\b"), "week ending"),
    (re.compile(r"^w/e of (?=\d{1,2}(?:st|nd|rd|th)?\s?[/&\-]\s?\d)|^weekend (?=\d)"), "weekend of "),
    # short words
    (re.compile(r"\bhols\b"), "holidays"),
    (re.compile(r"\bbank hol\b"), "bank holiday"),
    (re.compile(r"\bhrs of\b"), "hours of"),
    (re.compile(r"\bearly hrs\b"), "early hours"),
    (re.compile(r"\bxmas\b(?= (?:day|eve|hol))"), "christmas"),
    (re.compile(r"\b(academic|school|financial|tax) yr\b"), r"\1 year"),
    (re.compile(r"^circa\.\s*"), "circa "),
    (re.compile(r"\bapproximate(?: date)?\b|\bapprox\.? date\b"), "approx"),
    (re.compile(r"^on/about\b"), "on or about"),
    (re.compile(r",? \(?(?:inclusive|incl\.?|inc\.?)\)?$"), ""),
    # parts of a year or a month
    (re.compile(r"^beg\.?(?: of)? (?=[a-z\d])"), "beginning of "),
    (re.compile(r"^(early|mid|late)[ \-]'?(\d\d)$"), lambda found: f"{found[1]} {full_year(found[2])}"),
    (re.compile(r"^later in (?=.*\d)"), "late "),
    (re.compile(r"^earlier in (?=.*\d)"), "early "),
    (re.compile(r"^(?:early|mid) to (?:mid|late) (?=(?:the )?'?(?:\d\d)?\d0'?s$)"), "about "),
    (re.compile(r"^(early|mid|late) to (mid|late) (?=[a-z]+|\d{4}$)(.+)$"), r"\1 \3 to \2 \3"),
    (re.compile(r"^ongoing (?=since\b)"), ""),
    (re.compile(r"^from (.+) to (?:the )?present$"), r"since \1"),
    (re.compile(r"^early on in\b|^(?:the )?(?:early|first) part of\b"), "early"),
    (re.compile(r"^(?:the )?(?:latter|later|last) part of\b"), "late"),
    (re.compile(r"^(?:the )?middle part of\b"), "mid"),
    (re.compile(r"^(?P<date>.*\d) \((?P<part>early|mid|late)\)$"), r"\g<part> \g<date>"),
    (re.compile(r"^(?:end|start|beginning) of (?:school )?term,? (?=[a-z])"), "about "),
    (re.compile(r"^some ?time (?:around|about)\b"), "about"),
    (re.compile(rf"^some ?time (?={MONTH}\b|(?:19|20)\d\d$)"), "some time in "),
    # years that go by a name
    (re.compile(rf"^{_NAMED_YEAR.pattern}$"), _named_year),
    (re.compile(rf"^{_SCHOOL_YEAR.pattern}$"), _school_year),
    (re.compile(rf"^{_QUARTER.pattern}$"), _quarter),
    (re.compile(rf"^{_TERM_OF_PAIR.pattern}$"), _term_of_pair),
    (re.compile(rf"^{_SHORT_YEAR.pattern}$"), _short_year),
    (re.compile(r"^half[ -]?term \((.+)\)$"), r"half term \1"),
    (re.compile(r"^(autumn|spring|summer) (?=half[ -]?term\b)"), lambda found: _HALF_TERMS[found[1]]),
)
