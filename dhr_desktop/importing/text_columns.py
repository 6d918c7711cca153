"""Pages whose running text stands in two columns side by side, as a newsletter or a small print does."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from dhr_desktop.importing import narratives
from dhr_desktop.importing.page_words import Words, said

_LEAST_LINES = 6
_INNER = 0.25
"""The part of the width at either side in which no gap between two columns stands."""
_GAP = 0.8
_WIDEST = 10_000
"""Points that no page is wide: words beyond are placed by damage."""
_ACROSS = 0.1
"""How many of the lines, as titles, may run across the gap."""


def one_after_another(lines: Sequence[Words]) -> list[Words]:
    """The lines of a page with those of its right column after those of its left, where both hold records.

    Dates in both halves tell such a page from a table, whose dates stand in one column.
    """
    gap = _gap(lines) if len(lines) >= _LEAST_LINES else None
    if gap is None:
        return list(lines)
    parts = [_halves(line, gap) for line in lines]
    across = [any(left < gap < right for left, right in _stretches(line)) for line in lines]
    left = [one for (one, _), over in zip(parts, across, strict=True) if one and not over]
    right = [two for (_, two), over in zip(parts, across, strict=True) if two and not over]
    if min(len(left), len(right)) < _LEAST_LINES or not all(
        narratives.records_in([said(line) for line in part]) for part in (left, right)
    ):
        return list(lines)
    return _in_order(parts, across, lines)


def _in_order(parts: Sequence[tuple[Words, Words]], across: Sequence[bool], lines: Sequence[Words]) -> list[Words]:
    """Left before right, within each part of the page between lines that run across."""
    made: list[Words] = []
    right: list[Words] = []
    for (one, two), over, line in zip(parts, across, lines, strict=True):
        if over:
            made += [*right, line]
            right = []
            continue
        made += [one] if one else []
        right += [two] if two else []
    return [*made, *right]


def _halves(line: Words, gap: float) -> tuple[Words, Words]:
    return [word for word in line if word.centre < gap], [word for word in line if word.centre >= gap]


def _gap(lines: Sequence[Words]) -> float | None:
    """The middle of the widest place in the inner part of the page that hardly any line runs across."""
    start = min(line[0].start for line in lines)
    width = max(line[-1].end for line in lines) - start
    if not width < _WIDEST:
        return None
    steps = [0] * (int(width) + 2)
    for line in lines:
        for left, right in _stretches(line):
            steps[max(int(left - start), 0)] += 1
            steps[min(int(right - start) + 1, len(steps) - 1)] -= 1
    best = (0, 0)
    begun = -1
    most = _ACROSS * len(lines)
    for at, running in enumerate(accumulate(steps)):
        if running <= most and _INNER * width < at < (1 - _INNER) * width:
            begun = at if begun < 0 else begun
            best = max(best, (at - begun + 1, begun))
        else:
            begun = -1
    wide, at = best
    return start + at + wide / 2 if wide >= _GAP * lines[0][0].height else None


def _stretches(line: Words) -> Iterator[tuple[float, float]]:
    """The parts of a line without a gap in them."""
    left = line[0].start
    for word, after in pairwise(line):
        if after.start - word.end >= _GAP * word.height:
            yield left, word.end
            left = after.start
    yield left, line[-1].end
