"""Prints whose columns stand one below another with blanks between them, and no delimiter."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dhr_desktop.importing.continued import Columns, Line, Piece, but_for_figures, coming_again, longest, opens_record
from dhr_desktop.importing.grid import Grid
from dhr_desktop.importing.layout import looks_like_headings

_LEAST_LINES = 4
_LEAST_COLUMNS = 3
_GAP = 2
_NEAR = 20
"""How far from a column's edge two blanks are still taken for the gap before it."""
_SLIPS = 0.02
"""How many of the lines may have words where the others have blanks."""
_INDENTED = 0.2
_LONGEST = 1000
_SAMPLE = 500
_BLANKS = re.compile(r"(?<=\S) {2,}")
_RULE = re.compile(r"[\s\-=_+|]*[-=_]{3}[\s\-=_+|]*")


def grid_of(lines: Sequence[str]) -> Grid | None:
    """The lines as a row each; None where they do not stand in three columns or more.

    A line without such blanks, as a title is, stays whole in the first cell, unless it opens a record. One with words
    only where what happened stands goes on from the line above, if no other line stands between that comes only
    once. Where many lines with blanks in them are indented, they are no columns.
    """
    sample = [line for line in lines if "  " in line.strip()][:_SAMPLE]
    if len(sample) < _LEAST_LINES or max(map(len, sample)) > _LONGEST:
        return None
    gaps = _gaps(sample)
    indented = sum(line.startswith(" ") for line in sample)
    if len(gaps) + 1 < _LEAST_COLUMNS or indented > _INDENTED * len(sample):
        return None
    cut = [{} if _RULE.fullmatch(line) else _pieces(line, gaps) for line in lines]
    columns = Columns([0, *(end for _, end in gaps)], longest(cut))
    whole = [set(pieces) == {0} and _is_whole(line, gaps) for line, pieces in zip(lines, cut, strict=True)]
    again = coming_again(line for line, apart in zip(lines, whole, strict=True) if apart)
    for line, pieces, apart in zip(lines, cut, whole, strict=True):
        columns.add(pieces, heading=_is_heading(pieces), apart=apart)
        if apart and but_for_figures(line) not in again:
            columns.end_record()
    return columns.grid("")


def _is_heading(pieces: Line) -> bool:
    return len(pieces) >= _LEAST_COLUMNS and looks_like_headings([piece.words for piece in pieces.values()])


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


def _is_whole(line: str, gaps: Sequence[tuple[int, int]]) -> bool:
    return any(line[start:end].strip() for start, end in gaps)


def _pieces(line: str, gaps: Sequence[tuple[int, int]]) -> dict[int, Piece]:
    edges = [end for _, end in gaps]
    if not _is_whole(line, gaps):
        return _cut(line, edges)
    found = _cut(line, [_blank_near(line, gap) for gap in gaps])
    return found if opens_record(found) else {0: _piece(line, 0)}


def _cut(line: str, edges: Sequence[int]) -> dict[int, Piece]:
    found = {}
    for column, (start, end) in enumerate(pairwise([0, *edges, max(len(line), edges[-1])])):
        if line[start:end].strip():
            found[column] = _piece(line[start:end], start)
    return found


def _blank_near(line: str, gap: tuple[int, int]) -> int:
    """Where a line that runs over the gap before a column is cut: at blanks near it, rather two than one."""
    start, end = gap
    if not line[start:end].strip():
        return end
    wide = [match.end() for match in _BLANKS.finditer(line) if start < match.end() <= end + _NEAR]
    blanks = wide or [at + 1 for at, sign in enumerate(line) if sign == " " and at >= start]
    return min(blanks, key=lambda at: abs(at - end), default=end)


def _piece(cut: str, at: int) -> Piece:
    words = cut.strip()
    start = at + len(cut) - len(cut.lstrip())
    return Piece(words, start, start + len(words), 1 + len(words.split(maxsplit=1)[0]))
