"""Pages without rules whose columns stand under headings, read by where their words stand on the page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dhr_desktop.importing.continued import Columns, Piece, but_for_figures, coming_again, longest, opens_record
from dhr_desktop.importing.grid import Grid
from dhr_desktop.importing.layout import looks_like_headings
from dhr_desktop.importing.page_margins import without_margins
from dhr_desktop.importing.page_words import Words, parted, said

_LEAST_COLUMNS = 3
_LEAST_LINES = 3
"""A gap between two columns, as part of the height of the letters; a blank between words is about a quarter."""
_NEAR = 3.0
_MOSTLY = 0.8
_HALF = 0.5
_BLANKS = re.compile(r"\s+")


def grid_of(pages: Sequence[Sequence[Words]]) -> Grid | None:
    """The lines of the pages in columns, a row a line; None where no line heads columns that the others keep to."""
    lines = [line for page in without_margins(pages) for line in page]
    heads = next((number for number, line in enumerate(lines) if _are_headings(line)), None)
    if heads is None:
        return None
    edges = _edges(lines[heads], lines[heads + 1 :])
    body = [line for line in lines[heads + 1 :] if said(line) != said(lines[heads])]
    if not _keep_to(edges, body):
        return None
    text = longest((dict(_cut(line, edges)) for line in body), len(edges) - 1)
    columns = Columns(edges, text)
    titles = coming_again(said(line) for line in lines if _straddles(line, edges))
    for number, line in enumerate(lines):
        again = number > heads and said(line) == said(lines[heads])
        cut = dict(_cut(line, edges))
        if number < heads or (not again and _straddles(line, edges) and not opens_record(cut)):
            columns.add({0: _piece(line)}, apart=True)
            if but_for_figures(said(line)) not in titles:
                columns.end_record()
        else:
            columns.add(cut, heading=number == heads, apart=again)
    return columns.grid("")


def _are_headings(line: Words) -> bool:
    cells = parted(line)
    return len(cells) >= _LEAST_COLUMNS and looks_like_headings([said(cell) for cell in cells])


def _edges(headings: Words, lines: Sequence[Words]) -> list[float]:
    """Where the columns begin: where most words below a heading do, which may stand centred above them."""
    cells = parted(headings)
    starts = Counter(round(cell[0].start) for line in lines for cell in parted(line))
    edges = []
    left = float("-inf")
    for cell in cells:
        start, end = cell[0].start, cell[-1].end
        near = {at: times for at, times in starts.items() if left < at <= end and abs(at - start) > _NEAR}
        most = max(near.values(), default=0)
        own = sum(times for at, times in starts.items() if abs(at - start) <= _NEAR)
        first = min((at for at, times in near.items() if times >= _HALF * most), default=start)  # times end alike
        edges.append(float(first) if most >= max(2 * own, _LEAST_LINES) else start)
        left = end
    return edges


def _keep_to(edges: Sequence[float], lines: Sequence[Words]) -> bool:
    """Whether the words of nearly all lines begin where the columns do, and none runs from one into the next."""
    if len(lines) < _LEAST_LINES:
        return False
    whole = sum(not _straddles(line, edges) for line in lines)
    cells = [piece.start - edges[column] for line in lines for column, piece in _cut(line, edges)]
    at_edge = sum(abs(off) <= _NEAR for off in cells)
    columns = [[column for column, _ in _cut(line, edges)] for line in lines]
    wide = sum(len(line) > 1 for line in columns)
    kept = sum(line != [0] for line in columns)
    enough = wide >= _LEAST_LINES and kept >= _HALF * _HALF * len(lines)
    return whole >= _MOSTLY * len(lines) and at_edge >= _MOSTLY * len(cells) and enough


def _straddles(line: Words, edges: Sequence[float]) -> bool:
    """Whether a word runs over the place where a column begins."""
    return any(word.start < edge - _NEAR and word.end > edge + _NEAR for word in line for edge in edges)


def _cut(line: Words, edges: Sequence[float]) -> Iterator[tuple[int, Piece]]:
    """The pieces of a line, with their columns."""
    cells: dict[int, Words] = {}
    for word in line:
        column = max((place for place, edge in enumerate(edges) if word.start >= edge - _NEAR), default=0)
        cells.setdefault(column, []).append(word)
    for column, words in sorted(cells.items()):
        yield column, _piece(words)


def _piece(words: Words) -> Piece:
    first = words[0]
    return Piece(_BLANKS.sub(" ", said(words)), first.start, words[-1].end, first.end - first.start + first.height / 4)
