"""Initials as columns of people list them: 'JS', 'JS/AB', 'JS; AB'."""

import re
from collections.abc import Collection, Iterator

from dhr_desktop.domain.name_forms.lore import Lore
from dhr_desktop.domain.name_forms.mentions import Mention

_PARTS = re.compile(r"[^;,/&+\n]+")
_INITIALS = re.compile(r"[A-Z]{2,4}")
LISTED = "listed"
"""Said as the relation of a mention that a column of people lists."""


def measures_listed(text: str, lore: Lore) -> Iterator[str]:
    """Abbreviations of measures, small, that stand alone in a cell of people, where they are somebody's initials."""
    for part in _PARTS.finditer(text):
        word = part[0].strip()
        if _INITIALS.fullmatch(word) and word.casefold() in lore.measures:
            yield word.casefold()


def in_short(text: str, abbreviations: Collection[str]) -> Iterator[Mention]:
    """The initials of a cell that lists people; a cell with other words lists none."""
    for part in _PARTS.finditer(text):
        word = part[0].strip()
        if _INITIALS.fullmatch(word) and word.casefold() not in abbreviations:
            start = part.start() + part[0].index(word)
            yield Mention(start, start + len(word), word, initials=word, kin=LISTED)
