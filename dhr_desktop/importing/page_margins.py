"""The lines at the head and foot of printed pages that are the print's own: titles that come again, page numbers."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

Line = TypeVar("Line")

_NUMBER = re.compile(r"\d+")
_MANY = 3
"""Pages from which lines that come on most of them are the print's own; two pages may well begin alike."""
_AT_EDGE = 2
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


def without_margins(pages: Sequence[Sequence[Line]], said: Callable[[Line], str]) -> list[Line]:
    """The lines of all pages but those at their head and foot that belong to the print.

    A title that comes again is kept where it stands first.
    """
    seen = Counter(shape for page in pages for shape in {_shape(said(line)) for line in _edges(page)})
    often = {shape for shape, times in seen.items() if len(pages) >= _MANY and times > len(pages) / 2}
    short = all(len(page) < _LEAST_LINES for page in pages)
    if short:
        often = set()
    kept: list[Line] = []
    for number, page in enumerate(pages):
        titles = [said(line) for line in pages[0][:_AT_EDGE]] if number and not short else []
        for place, line in enumerate(page):
            words = said(line)
            at_foot = place >= len(page) - _AT_EDGE
            again = (_shape(words) in often and (at_foot or number > 0)) or words in titles[place : place + 1]
            if (at_foot or place < _AT_EDGE) and (again or _is_of_the_print(words)):
                continue
            kept.append(line)
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    return [*page[:_AT_EDGE], *page[-_AT_EDGE:]]


def _shape(words: str) -> str:
    """A line's words whatever its figures; but a line that begins with a date is a record, and like no other."""
    return words if _DATED.match(words) and not _SAYS_SO.search(words) else _NUMBER.sub("#", words)


def _is_of_the_print(words: str) -> bool:
    """'09/01/2018 11:32 Printed by AB Page 1 of 2': nothing but when, by whom and which page."""
    if not _SAYS_SO.search(words):
        return False
    names = _OF_PRINTS.sub(" ", words).split()
    return len(names) <= _MOST_NAMES and all(name[0].isupper() for name in names)
