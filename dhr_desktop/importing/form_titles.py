"""Where a form begins whose labels come in another order than the first one's: below its title, or at a label again."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dhr_desktop.importing.columns import heading_scores
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.form_lines import Pair, is_known, is_short, name_of
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty

_LEAST_TITLES = 2
_LEAST_LABELS = 2
_OF_NOTES = {Field.TEXT, Field.ACTION, Field.COMMENT}
_FIGURES = re.compile(r"\d+")

Lines = Sequence[tuple[Pair, ...]]


def is_title(row: Sequence[Value], pairs: tuple[Pair, ...]) -> bool:
    """Whether a row is blank, or one short text where labels stand and none itself, as 'Contact 2' above a form."""
    if pairs:
        return False
    filled = [column for column, value in enumerate(row) if not is_empty(value)]
    return not filled or (len(row) > 1 and filled == [0] and is_short(as_text(row[0])))


def numbered(grid: Grid, lines: Lines) -> list[int]:
    """The rows of titles right above labels that are alike but for their figures: 'Contact 1', 'Contact 2'.

    A title that comes again with the same figure, as 'Part 2' does, is that of a part of each form.
    """
    said = {
        number: as_text(row[0]).strip().casefold()
        for number, (row, pairs, below) in enumerate(zip(grid.rows, lines, lines[1:], strict=False))
        if row and below and not is_empty(row[0]) and is_title(row, pairs)
    }
    same = Counter(said.values())
    alike = Counter(_FIGURES.sub("0", words) for words in said.values())
    again = {_FIGURES.sub("0", words) for words, times in same.items() if times > 1}
    often = {shape for shape, times in alike.items() if times >= _LEAST_TITLES} - again
    return [number for number, words in said.items() if _FIGURES.sub("0", words) in often]


def below_titles(lines: Lines, starts: Sequence[int], titles: Sequence[int]) -> list[int]:
    """The starts with those under a title moved up to it; labels under a title without a start are a form too."""
    found = [start for start in starts if start < titles[0]]
    for title, end in zip(titles, [*titles[1:], len(lines)], strict=True):
        within = [start for start in starts if title < start < end]
        if within or _tells_what(lines[title + 1 : end]):
            found += [title + 1, *within[1:]]
    return found


def where_labels_come_again(grid: Grid, lines: Lines, starts: Sequence[int]) -> list[int]:
    """The starts with each moved up over lines whose labels the form above has already, and its own form lacks.

    What was done, or said besides, may well come twice in one form.
    """
    found = list(starts[:1])
    for start, end in pairwise([*starts[1:], len(lines)]):
        own = _names(lines[start:end])
        first = start
        for number in range(start - 1, found[-1], -1):
            names = _names(lines[number : number + 1])
            if is_title(grid.rows[number], lines[number]) or names & own or _may_come_twice(names):
                break
            if names and not names <= _names(lines[found[-1] : number]):
                break
            first = number if names else first
        found.append(first)
    return found


def _names(lines: Lines) -> set[str]:
    return {name_of(pair) for pairs in lines for pair in pairs}


def _may_come_twice(names: set[str]) -> bool:
    return any(_OF_NOTES & heading_scores(name).keys() for name in names)


def _tells_what(lines: Lines) -> bool:
    """Whether lines hold several known labels, one of them for what happened."""
    known = {pair[0] for pairs in lines for pair in pairs if is_known(pair[0])}
    return len(known) >= _LEAST_LABELS and any(Field.TEXT in heading_scores(label) for label in known)
