"""Puts the words of a date cell into the usual form, so that the grammar of dates has one way of each to know."""

import re
import unicodedata
from collections.abc import Callable

from dhr_desktop.importing import welsh
from dhr_desktop.importing.date_points import MONTH, MONTH_NAMES
from dhr_desktop.importing.moments import in_plain_order
from dhr_desktop.importing.other_words import in_other_words
from dhr_desktop.importing.year_slips import full_year

_LONGEST = 160
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]")
_FOOTNOTES = re.compile(r"[\u00b9\u00b2\u00b3\u2070-\u2079]+|\[\d{1,2}\]|(?<=[a-z\d])\*+$")
_NOT_KNOWN = re.compile(
    r"(?<=\d)\s*[,\-(]*\s*(?:exact |precise )?(?:date|day|month)s? (?:is |was )?(?:unknown|not known|unclear|n/?k|not recorded|tbc)\)?$"
)
_ENCLOSED = ("()", "[]", '""', "''", "“”")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN_MONTH = re.compile(rf"(?<=\d)([\s/.\-]+)({'|'.join(sorted(_ROMAN, key=len, reverse=True))})([\s/.\-]+)(?=\d)")
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth"),
)
_ORDINALS = (
    {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)}
    | {"twentieth": 20, "thirtieth": 30, "thirty-first": 31, "thirty first": 31}
    | {f"twenty{mark}{word}": 20 + number for number, word in enumerate(_ONES, 1) for mark in "- "}
)
_ORDINAL = re.compile(
    rf"\b({'|'.join(sorted(_ORDINALS, key=len, reverse=True))})(?=\s+(?:day\s+)?(?:of\s+)?{MONTH}(?:\b|$))"
)
_NO_DAY = re.compile(
    r"^(?:\?{1,2}|x{1,2}|00?|-{2}|_{1,2})\s*[/.\-]\s*(?P<b>\d{1,2})\s*[/.\-]\s*(?P<year>(?:19|20)?\d\d)$"
)
_DATE_OF_BLANKS = re.compile(
    r"(?:\?{1,2}|x{1,2}|00?|_{1,2}|-{2})(?P<m>[/.\-])(?:\?{1,2}|x{1,2}|00?|_{1,2}|-{2})(?P=m)(?P<year>\d{4}|\d\d|\?+|x+|_+|-+)"
)
_DAY_OF_BLANKS = re.compile(rf"(?<![\w?])(?:\?{{1,2}}|xx?|00|__?)[\s\-/]+(?={MONTH}\b)")
_DOUBT_WITHIN = re.compile(r"(?P<a>\d{1,2})(?P<q>\?)?(?P<m>[/.\-])(?P<b>\d{1,2})(?(q)|\?)(?P=m)(?P<c>\d{4}|\d\d)")
_TO_CONFIRM = re.compile(r"(?<=\d)\s*[\-,]?\s*\(?(?:tbc|to be confirmed|provisional)\)?$")
_ESTIMATED_AFTER = re.compile(r"(?<=\d)\s*(?:\(?(?:est\.?|estimated?)\)?|~)$")
_ESTIMATED = re.compile(r"^(?:(?:est\.?|estimated)\s+(?=.*\d)|~\s*(?=\d))")
_YEAR_FIRST = re.compile(rf"^(?P<year>(?:19|20)\d\d)[\s\-/]{MONTH}[\s\-/](?P<day>\d{{1,2}})(?:st|nd|rd|th)?$")
_YEAR_FIRST_NUMBERS = re.compile(r"((?:19|20)\d\d) (\d\d) (\d\d)")
_MONTH_THE_DAY = re.compile(rf"{MONTH} the (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})")
_MONTH_DAYS_YEAR = re.compile(
    rf"{MONTH}\s+(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s*(?P<mark>-|to|and|&)\s*(?P<last>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
)
_NO_YEAR_TO_YEAR = re.compile(r"(\d{1,2}/\d{1,2})\s*-\s*(\d{1,2}/\d{1,2}/(?:\d{4}|\d\d))")
_MONTHS_BESIDE = re.compile(rf"{MONTH},?\s*(?P<year>(?:19|20)\d\d)\s*/\s*(?P<rest>{MONTH.replace('month', 'm2')}.*)")
_ISO_SPAN = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)/(\d{4}-\d\d(?:-\d\d)?)")
_RUN_ISO = re.compile(
    r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:t([0-2]\d)([0-5]\d)(?:[0-5]\d)?|([0-2]\d)([0-5]\d)[0-5]\d)(z)?"
)
_WEEKDAY_DASH = re.compile(r"^((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[\s,]*(?:-\s+|\s+the\s+)(?=\d)")
_DASH_WEEKDAY = re.compile(r"(?<=\d)\s+-\s+((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)$")
_PART_OF_DAY = re.compile(
    r"^(?:in |during )?(?:the )?(?:early hours|(?:early |late |mid[ -]?)?(?:morning|afternoon|evening|night)|[ap]\.?m\.?)(?! before| prior| after| following)(?: of| on)?(?: the)? (?=.*\d)"
)
_ALIASES = (
    (re.compile(r"\bhallowe'en\b"), "halloween"),
    (re.compile(r"\bnye\b"), "new year's eve"),
    (re.compile(r"\bnyd\b"), "new year's day"),
    (re.compile(r"\bguy fawkes(?:'?s?)?(?: night| day)?\b"), "bonfire night"),
    (re.compile(r"\bmother'?s'? day\b"), "mothering sunday"),
    (re.compile(r"\bfather'?s'? day\b"), "fathers day"),
    (re.compile(r"^(?:the )?year (?=(?:19|20)\d\d$)"), ""),
    (re.compile(r"^(?:at )?some ?(?:time|point) (?=before|after|prior|since|between)"), ""),
    (re.compile(r"^(?:towards? |near )(?=the (?:end|beginning|start|middle))"), "at "),
    (re.compile(r"^from (?=.+ on\s?wards?$)"), ""),
)

_PLAIN = re.compile(
    rf"(?:[12]\d|3[01]|0?[1-9])(?:[/.\-](?:1[0-2]|0?[1-9])[/.\-](?:\d{{4}}|\d\d)|(?:st|nd|rd|th)? {MONTH} \d{{4}})"
    r"|\d{4}-\d\d-\d\d",
    re.ASCII | re.IGNORECASE,
)
"""What most cells hold: a day that is in its usual form already."""


def in_usual_words(written: str) -> str:
    """Lower-case words with one kind of dash, space and digit, without footnote marks and enclosing brackets."""
    if _PLAIN.fullmatch(written):
        return written.lower()
    text = _FOOTNOTES.sub("", _UNSEEN.sub("", written))
    if not text.isascii():
        text = _in_plain_marks(text)
    text = welsh.in_english(re.sub(r"\s+", " ", text).strip().lower())
    text = text.rstrip(",;:") or text
    if len(text) > _LONGEST:
        return text
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)(?=[/.]\d)", "", _unwrapped(text))
    text = re.sub(r"^(?:date|on|the|dated)[:\s]+(?!or (?:before|after))(?=\S)", "", text)
    text = _reworded(_NOT_KNOWN.sub("", _unwrapped(text)))
    return re.sub(r"^(\d{1,2}(?:st|nd|rd|th)?) of ", r"\1 ", text).rstrip(".") if text != "do." else text


def _in_plain_marks(text: str) -> str:
    """Full-width digits, odd dashes, strokes and quotation marks as a British keyboard has them."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    return re.sub(r"[\u2044\u2215]", "/", text).replace("’", "'").replace("‘", "'")


def _unwrapped(text: str) -> str:
    """The text without the brackets or quotation marks around all of it, or an apostrophe that keeps it text."""
    if len(text) > len("()") and any(text[0] == mark[0] and text[-1] == mark[1] for mark in _ENCLOSED):
        inside = text[1:-1].strip()
        if re.search(r"\w", inside) and not re.search(r"[()\[\]\"]", inside):
            return inside
    return re.sub(r"^'(?=\d{1,4}[/.\-])", "", text)


def _reworded(text: str) -> str:
    text = in_other_words(in_plain_order(text))
    for pattern, usual in _REWORDINGS:
        text = pattern.sub(usual, text)
    blanks = _DATE_OF_BLANKS.fullmatch(text)
    if blanks:
        return _year_of(blanks["year"])
    return text


def _year_of(written: str) -> str:
    """The year of a date that has no day and no month; 'unknown' where it is blank too."""
    if not written.isdigit() or not int(written):
        return "unknown"
    return written if len(written) > len("14") else f"{full_year(written)}"


def _without_day(match: re.Match[str]) -> str:
    return f"{MONTH_NAMES[int(match['b']) - 1]} {full_year(match['year'])}" if 1 <= int(match["b"]) <= 12 else match[0]  # noqa: PLR2004 - months


def _days_of_the_month(match: re.Match[str]) -> str:
    return f"{match['first']} - {match['last']} {match['month']} {match['year']}"


_REWORDINGS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    *_ALIASES,
    (_ROMAN_MONTH, lambda found: f" {MONTH_NAMES[_ROMAN.index(found[2])]} "),
    (_ORDINAL, lambda found: str(_ORDINALS[found[1]])),
    (_DAY_OF_BLANKS, ""),
    (_NO_DAY, _without_day),
    (_DOUBT_WITHIN, r"? \g<a>/\g<b>/\g<c>"),
    (_TO_CONFIRM, "?"),
    (_ESTIMATED_AFTER, " approx"),
    (_ESTIMATED, "about "),
    (_YEAR_FIRST, r"\g<day> \g<month> \g<year>"),
    (_YEAR_FIRST_NUMBERS, r"\1-\2-\3"),
    (_MONTH_THE_DAY, r"\g<day> \g<month> \g<year>"),
    (_MONTH_DAYS_YEAR, _days_of_the_month),
    (_NO_YEAR_TO_YEAR, r"\1 - \2"),
    (_MONTHS_BESIDE, r"\g<month> \g<year> - \g<rest>"),
    (_ISO_SPAN, r"\1 to \2"),
    (
        _RUN_ISO,
        lambda found: f"{found[1]}-{found[2]}-{found[3]} {found[4] or found[6]}:{found[5] or found[7]}{found[8] or ''}",
    ),
    (_WEEKDAY_DASH, r"\1 "),
    (_DASH_WEEKDAY, r" \1"),
    (_PART_OF_DAY, ""),
)
