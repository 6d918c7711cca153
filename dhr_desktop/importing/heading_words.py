"""How likely a date in the words above a table is that of the rows below, by the words that stand around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from dhr_desktop.importing.date_points import MONTH
from dhr_desktop.importing.dates import read_date


class Claim(IntEnum):
    """What the words around a date make of it: of something else, unsaid, a title's, or said to be the meeting's."""

    ELSEWHERE = 0
    UNSAID = 1
    TITLED = 2
    SAID = 3


@dataclass(frozen=True, slots=True)
class Claimed:
    """A date among words, as EDTF and as it is written, and how far it claims the rows."""

    edtf: str
    written: str
    claim: Claim


_DATE = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+(?:\d{{4}}|'?\d\d\b(?![:.]\d|\s?[ap]m))|"
    rf"\d{{1,2}}(?P<mark>[/.\-])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d\d)(?!\d)|\d{{4}}-\d\d-\d\d|"
    rf"{MONTH.replace('month', 'm2')}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?,)?\s+\d{{4}}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[a-z0-9)]{2})[.;]\s+(?=[A-Z])|\n+")
_KIND = (
    r"(?:minutes|meetings?|maracs?|mappa|mash|conferences?|panel|strategy|[ir]?cpc|core group|discussion|hearing|"
    r"ta[cf]|forum|session|supervision|professionals|planning|visits?|incidents?|interviews?|handover|ward round|"
    r"tasking|briefing|debrief|cin|plo|huddles?|multi-agency risk assessment|(?:lac|cla|cp|looked[- ]after) reviews?)"
)
_KINDS = re.compile(rf"\b{_KIND}\b")
_DAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?"
_SAID = re.compile(
    rf"\b(?:held|convened|met) on\b|\b{_KIND}\b.*\b(?:held|convened|heard on)\b|\btook place\b|"
    rf"\bdate(?: and time)? of (?:the |this )?(?:{_KIND}|event|call|contact|occurrence|attendance|log|fire|offence)\b|"
    rf"\b(?:{_KIND}|event|call) date\b|^\W*(?:date|held|when|date and time|day|day and date)\W*{_DAY}\W*$|"
    rf"\b{_KIND}\W+(?:of|on|dated)\W+(?:the\W+)?{_DAY}\W*$"
)
_OTHER_MEETING = re.compile(
    r"\b(?:next|last|previous|previously|prior|future|forthcoming|born|birth|d\.?o\.?b|you asked|"
    r"heard before)\b"
)
"""Wherever they stand before a date, it is not the date of this meeting."""
_PAPER = re.compile(
    r"\b(?:sent|print\w*|produced|prepared|completed|compiled|collated|created|export\w*|extracted|as at|as of|run|"
    r"updat\w+|versions?|v\d[\d.]*|draft\w*|issue\w*|circulated|submitted|signed|agreed|approved|request\w*|ask\w*|target|due|"
    r"deadline|template|cop(?:y|ied)|scanned|download\w*|upload\w*|revised|amended|typed|written|received|dated|email\w*|letter|"
    r"phoned?|apologies)\b|"
    r"\b(?:by|from|since|until|till|before|between|expir\w+)\W*(?:the\W*)?$|^\W*(?:from|to|re|cc|subject)\s*:"
)
"""The nearest of these before a date makes it that of the paper, a letter or a task."""
_OF_THE_CASE = re.compile(
    r"\b(?:reports?|referr\w*|referrals?|reviews?|period|scope|deaths?|died|deceased|homicides?|murder\w*|killed|"
    r"after|since|following|arrest\w*|admi\w+|registered|opened|closed|moved|convicted|sentenced)\b"
)
"""The nearest of these makes a date one of the case; with a kind of meeting beside it, it stays unsaid."""
_AGREED = re.compile(
    r"^[^(\[–—]{0,40}?\b(?:agreed|approved|accepted|confirmed|signed|ratified|true record|matters arising|noted|"
    r"circulated)\b"
)
_AFTERWARDS = re.compile(r"\b(?:after|since|following|updates?)\b")
_RECORD = re.compile(r"\b(?:minutes|notes|record|actions)\b")
_BORN_AFTER = re.compile(r"^\W*(?:d\.?o\.?b|born)\b")
_PERSONAL = re.compile(r"\b(?:she|he|they|we|i|you|his|her|attended|told|said|asked)\b")
_TOLD = re.compile(r"\b(?:was|were|had|has|have|did|will|would|is|are|been|please)\b")
_JOINED = re.compile(r"\W*(?:and|to|until|or|&)?\W*")
_RANGE = re.compile(rf"\d(?:st|nd|rd|th)?(?:\s+{MONTH})?\s*(?:-|–|to|and|&|/)\s*$")
_LONGEST_TITLE = 110
_LONGEST_BARE = 60
_LONGEST_LINE, _LONGEST_READ = 200, 1000
"""Characters beyond which a line is prose, whose dates are those of its own story unless it says so, or at all."""


def claims(line: str) -> Iterator[Claimed]:
    """The dates of a line, in order, with what the words around each make of it."""
    if len(line) > _LONGEST_READ:
        return
    least = Claim.TITLED if len(line) > _LONGEST_LINE else Claim.ELSEWHERE
    for sentence in _SENTENCE.split(line):
        yield from (one for one in _in_sentence(sentence) if one.claim >= least)


def _in_sentence(sentence: str) -> Iterator[Claimed]:
    matches = list(_DATE.finditer(sentence))
    starts = [0, *(match.end() for match in matches)]
    ends = [*(match.start() for match in matches[1:]), len(sentence)]
    before = Claim.UNSAID
    for number, match in enumerate(matches):
        lead, after = sentence[starts[number] : match.start()].lower(), sentence[match.end() : ends[number]].lower()
        joined = number > 0 and _JOINED.fullmatch(lead) is not None
        claim = min(before, Claim.UNSAID) if joined else _claim(lead, after, sentence)
        if claim > Claim.UNSAID and (_RANGE.search(lead) or _joins_another(after, last=number == len(matches) - 1)):
            claim = Claim.UNSAID
        before = claim
        reading = read_date(match[0])
        if reading.edtf and not reading.doubts:
            yield Claimed(reading.edtf, match[0], claim)


def _joins_another(after: str, *, last: bool) -> bool:
    """Whether a date is the first of two that stand together, of which either may be meant."""
    return not last and _JOINED.fullmatch(after) is not None


def _claim(lead: str, after: str, sentence: str) -> Claim:
    if _OTHER_MEETING.search(lead) or _BORN_AFTER.search(after):
        return Claim.ELSEWHERE
    if _RECORD.search(lead) and _AGREED.search(after):
        return Claim.ELSEWHERE
    said, paper, case = (_last(pattern, lead) for pattern in (_SAID, _PAPER, _OF_THE_CASE))
    if said > max(paper, case):
        return Claim.UNSAID if _PERSONAL.search(lead) or _AFTERWARDS.search(lead) else Claim.SAID
    kind = _last(_KINDS, lead)
    if paper > case:
        return Claim.UNSAID if kind > paper else Claim.ELSEWHERE
    if case >= 0:
        return Claim.UNSAID if kind >= 0 else Claim.ELSEWHERE
    return _of_a_title(lead, sentence.lower())


def _of_a_title(lead: str, sentence: str) -> Claim:
    """Whether a date stands in a short line that names a kind of meeting, or begins with the date."""
    if _PERSONAL.search(sentence) or _TOLD.search(sentence):
        return Claim.UNSAID
    begins = re.fullmatch(rf"\W*{_DAY}\W*", lead) and len(sentence) <= _LONGEST_BARE
    named = _KINDS.search(sentence) and len(sentence) <= _LONGEST_TITLE
    return Claim.TITLED if begins or named else Claim.UNSAID


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Where the last of a pattern's matches ends; -1 where it has none."""
    return max((match.end() for match in pattern.finditer(words)), default=-1)
