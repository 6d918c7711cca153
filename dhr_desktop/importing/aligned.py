"""Prints whose columns stand one below another with blanks between them, and no delimiter."""

from collections.abc import Sequence
from itertools import pairwise

from dhr_desktop.importing.grid import Value, rectangular

_LEAST_LINES = 4
_LEAST_COLUMNS = 3
_GAP = 2
_SLIPS = 0.02
"""How many of the lines may have words where the others have blanks."""
_INDENTED = 0.2
_LONGEST = 1000
_SAMPLE = 500


def rows_of(lines: Sequence[str]) -> tuple[tuple[Value, ...], ...]:
    """The cells of each line; nothing where the lines do not stand in three columns or more.

    A line without such blanks, as a title is, stays whole in the first cell. Where many
    lines are indented they go on from the line above, and are not rows.
    """
    sample = [line for line in lines if "  " in line.strip()][:_SAMPLE]
    if len(sample) < _LEAST_LINES or max(map(len, sample)) > _LONGEST:
        return ()
    gaps = _gaps(sample)
    indented = sum(line.startswith(" ") for line in sample)
    if len(gaps) + 1 < _LEAST_COLUMNS or indented > _INDENTED * len(sample):
        return ()
    return rectangular([_cells(line, gaps) for line in lines])


def _gaps(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Where nearly all lines have two blanks or more: the first place of each gap, and the place after its last."""
    found = []
    start = 0
    for at in range(max(map(len, lines))):
        reaching = [line[at] for line in lines if len(line) > at]
        if len(reaching) - reaching.count(" ") <= _SLIPS * len(reaching):
            continue
        if 0 < start <= at - _GAP and len(reaching) > len(lines) // 2:
            found.append((start, at))
        start = at + 1
    return found


def _cells(line: str, gaps: Sequence[tuple[int, int]]) -> list[Value]:
    if any(line[start:end].strip() for start, end in gaps):
        return [line.strip() or None]
    edges = [0, *(end for _, end in gaps), max(len(line), gaps[-1][1])]
    return [line[start:end].strip() or None for start, end in pairwise(edges)]
