"""Which line of enquiry a reworded one goes on from, so that it keeps the entries that bear on it."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from dhr_desktop.domain.meaning import LineOfEnquiry

_WORD = re.compile(r"\w+")
_KNOWN_AGAIN = 0.5
"""So many of the words of two lines are shared when one is the other reworded."""


def gone_on_from(before: Sequence[LineOfEnquiry], lines: Sequence[str]) -> dict[int, LineOfEnquiry]:
    """Which line each place of the new list goes on from; a place that begins a new line is left out."""
    alike = sorted(
        (-_likeness(line.words, words), abs(was - place), place, was)
        for was, line in enumerate(before)
        for place, words in enumerate(lines)
    )
    pairs = [(place, was) for unlike, _, place, was in alike if unlike <= -_KNOWN_AGAIN]
    if len(before) == len(lines):
        pairs += [(place, place) for place in range(len(lines))]
    kept: dict[int, LineOfEnquiry] = {}
    taken: set[int] = set()
    for place, was in pairs:
        if place not in kept and was not in taken:
            kept[place] = before[was]
            taken.add(was)
    return kept


def _likeness(one: str, other: str) -> float:
    """2 for the same line, 1 for the same words whatever their marks, 0 where no word is shared."""
    if one == other:
        return 2
    words, others = _WORD.findall(one.casefold()), _WORD.findall(other.casefold())
    return SequenceMatcher(None, words, others, autojunk=False).ratio()
