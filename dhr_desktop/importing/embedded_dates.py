"""Finds the one date among other words, and mends slips of the keys. What rests on either is always doubtful."""

import difflib
import re

from dhr_desktop.importing.date_points import MONTH

_LONGEST = 60
_FULL = re.compile(
    r"(?<![\w/.])(?:\d{1,2}(?P<mark>[/.\-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d)(?![\d/])|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+(?:\d{{4}}|'\d\d)"
)
_DAY = (
    rf"\d{{1,2}}\s?[/.\-]\s?\d{{1,2}}(?:\s?[/.\-]\s?(?:\d{{4}}|\d\d))?(?![\d/])|\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b(?:,?\s+(?:\d{{4}}|'?\d\d(?![\d:.])))?"
)
_TOLD_LATE = re.compile(
    r"\W*(?:late|retrospective|delayed|retro|backdated|belated)(?:ly)?\s+(?:entry|entries|note|notes|recording|record|addition|added|entered|recorded|written)\b"
    r"(?:\s+(?:made|written|added|recorded|entered))?[\s:;,.()*\-]*(?:(?:for|of|from|re|regarding|relating to|dated|on|date of (?:event|contact|visit)|event (?:date|of))\b[\s:]*)*(?:the\s+)?"
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?P<date>{_DAY})",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:d\.?o\.?b|born|birth|due|next|until|before|prior|since|after|from|between|not)\b")
_NOTED = re.compile(r"(?P<date>[^()\[\]]*\d[^()\[\]]*?)\s*[(\[].*[)\]]")
_WORD = re.compile(r"[a-z]{4,}")
_MONTHS = (
    *("january", "february", "march", "april", "june", "july", "august", "september", "october", "november"),
    "december",
)
_ALIKE = 0.8
_NO_SLIPS = {"marac"}
"""Words of the work that look like a month mistyped."""
_LETTERS = str.maketrans({"o": "0", "l": "1", "i": "1"})
_NUMBERLIKE = re.compile(r"(?=.*\d)[\doli]{1,4}(?:[/.\-][\doli]{1,4}){2}")
_DOUBLED = re.compile(r"([/.\-])\1+")


def find(text: str) -> str:
    """The only whole date in a few lower-case words; '' when there is none, or several, or it is of something else."""
    if len(text) > _LONGEST or _OTHERS.search(text):
        return ""
    found = {match[0] for match in _FULL.finditer(text)}
    return found.pop() if len(found) == 1 else ""


def told_late(text: str) -> str:
    """The date of which a row's words begin by saying that they tell it late, as it stands there; '' where none do.

    'Late entry for 10/03/2016: ...' and 'Retrospective entry: on 11 March ...' were put down under another day than
    the one on which it happened.
    """
    match = _TOLD_LATE.match(text)
    return match["date"].strip(" ,.") if match else ""


def before_a_note(text: str) -> str:
    """What stands before a note in brackets, '12/04/2016 (late entry 14/04/2016)'; '' without such a note."""
    match = _NOTED.fullmatch(text)
    return match["date"].strip() if match else ""


def mended(text: str) -> str:
    """The text with months spelt rightly, letters among numbers taken as numbers, and doubled marks made one."""
    if len(text) > _LONGEST:
        return text
    single = _DOUBLED.sub(r"\1", text)
    if _NUMBERLIKE.fullmatch(single):
        return single.translate(_LETTERS)
    return _WORD.sub(_month_meant, single)


def _month_meant(word: re.Match[str]) -> str:
    if word[0] in _NO_SLIPS:
        return word[0]
    close = difflib.get_close_matches(word[0], _MONTHS, n=1, cutoff=_ALIKE)
    return close[0] if close else word[0]
