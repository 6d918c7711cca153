"""The lines at the head and foot of printed pages that are the print's own: titles that come again, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from dhr_desktop.importing.page_words import Words, said

_NUMBER = re.compile(r"\d+")
_MANY = 3
"""Pages from which lines that come on most of them are the print's own; two pages may well begin alike."""
_FEW = 2
"""The same for lines that begin with one and the same date, as that of the print."""
_AT_EDGE = 2
_SAME_HEIGHT = 3.0
_LEAST_LINES = 2 * _AT_EDGE
"""Lines below which a page has no head and foot apart from what it says, where all pages are as short."""
_DATED = re.compile(
    r"\W*(?:\w+\W+)?\d{1,2}(?:st|nd|rd|th)?[\W\s]+(?:\d{1,2}|[a-z]{3,9})[\W\s]+(?:19|20)?\d\d\b", re.IGNORECASE
)
_SAYS_SO = re.compile(r"\b(?:printed|print(?:ed)? date|page|run date|report run)\b", re.IGNORECASE)
_OF_PRINTS = re.compile(
    r"\b(?:printed|print|date|run|report|produced|generated|by|on|at|page|of|user|time|the)\b|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|[\d\W_]+",
    re.IGNORECASE,
)
_MOST_NAMES = 3


def without_margins(pages: Sequence[Sequence[Words]]) -> list[list[Words]]:
    """The lines of each page but those at their head and foot that belong to the print.

    Such a line comes again at the same height, or tells of the printing. A title that comes again is kept where it
    stands first.
    """
    short = all(len(page) < _LEAST_LINES for page in pages)
    seen = Counter(key for page in pages for key in {key for line in _edges(page) for key in _keys(line)})
    least = {True: _FEW, False: _MANY}
    often = {
        key
        for key, times in seen.items()
        if not short and len(pages) >= least[bool(_DATED.match(key[0]))] and times > len(pages) / 2
    }
    kept: list[list[Words]] = []
    for number, page in enumerate(pages):
        titles = [said(line) for line in pages[0][:_AT_EDGE]] if number and not short else []
        kept.append([])
        for place, line in enumerate(page):
            words = said(line)
            at_foot = place >= len(page) - _AT_EDGE
            again = (_keys(line)[0] in often and (at_foot or number > 0)) or words in titles[place : place + 1]
            if (at_foot or place < _AT_EDGE) and (again or _is_of_the_print(words)):
                continue
            kept[-1].append(line)
    return kept


def _edges(page: Sequence[Words]) -> list[Words]:
    return [*page[:_AT_EDGE], *page[-_AT_EDGE:]]


def _keys(line: Words) -> list[tuple[str, int]]:
    """A line's words whatever its figures, with its height and those close by.

    A line that begins with a date is a record, and like none but those of the same date.
    """
    words = said(line)
    dated = _DATED.match(words)
    date = dated[0] if dated and not _SAYS_SO.search(words) else ""
    shape = date + _NUMBER.sub("#", words[len(date) :])
    height = round(line[0].middle / _SAME_HEIGHT)
    return [(shape, height), (shape, height - 1), (shape, height + 1)]


def _is_of_the_print(words: str) -> bool:
    """'09/01/2018 11:32 Printed by AB Page 1 of 2': nothing but when, by whom and which page."""
    if not _SAYS_SO.search(words):
        return False
    names = _OF_PRINTS.sub(" ", words).split()
    return len(names) <= _MOST_NAMES and all(name[0].isupper() for name in names)
