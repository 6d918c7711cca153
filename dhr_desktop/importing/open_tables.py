"""Borders that a ruled table leaves out: at its sides, or between columns that stand between level rules alone."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dhr_desktop.importing.layout import looks_like_headings
from dhr_desktop.importing.page_marks import Rule
from dhr_desktop.importing.page_rules import NEAR, Cell, joined
from dhr_desktop.importing.page_words import Word, Words, lines_of, parted, said

_LEAST_LEVEL = 3
_LEAST_COLUMNS = 3
_MOSTLY = 0.6
_SWEEP = 1.0


def with_borders(upright: Sequence[Rule], level: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """The rules with the outer borders of tables whose inner rules run on to where those would be."""
    more_upright: list[Rule] = []
    more_level: list[Rule] = []
    for uprights, levels in _groups(upright, level):
        if len(uprights) + len(levels) <= _LEAST_LEVEL:
            continue  # two lines that cross are no table
        left = min(rule.start for rule in levels)
        right = max(rule.end for rule in levels)
        top = min(rule.start for rule in uprights)
        bottom = max(rule.end for rule in uprights)
        for side in (left, right):
            more_upright += _border(side, top, bottom, uprights, levels)
        for side in (top, bottom):
            more_level += _border(side, left, right, levels, uprights)
    return joined([*upright, *more_upright]), joined([*level, *more_level])


def _groups(upright: Sequence[Rule], level: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Upright and level rules that hang together, each of them crossing another."""
    left = list(range(len(upright)))
    crossing = {
        one: {two for two, other in enumerate(level) if _cross(rule, other)} for one, rule in enumerate(upright)
    }
    while left:
        ours, levels = {left.pop()}, set[int]()
        grown = True
        while grown:
            levels |= {two for one in ours for two in crossing[one]}
            more = [one for one in left if crossing[one] & levels]
            left = [one for one in left if one not in more]
            ours.update(more)
            grown = bool(more)
        if levels:
            yield [upright[one] for one in sorted(ours)], [level[two] for two in sorted(levels)]


def _cross(rule: Rule, other: Rule) -> bool:
    along = other.start - NEAR <= rule.at <= other.end + NEAR
    return along and rule.start - NEAR <= other.at <= rule.end + NEAR


def _border(at: float, start: float, end: float, along: Sequence[Rule], across: Sequence[Rule]) -> Iterator[Rule]:
    """The parts of one outer border that are missing, between rules that reach it and have another beside it."""
    reaching = {rule.at for rule in across if rule.start - NEAR <= at <= rule.end + NEAR}
    if len(reaching) < max(2, _MOSTLY * len({rule.at for rule in across})):
        return
    places = sorted({start, end, *reaching})
    for one, two in pairwise(places):
        beside = [rule for rule in along if rule.start <= one + NEAR and rule.end >= two - NEAR]
        closed = any(abs(rule.at - at) <= NEAR for rule in beside)
        met = any(abs(one - place) <= NEAR or abs(two - place) <= NEAR for place in reaching)
        if two - one > NEAR and beside and met and not closed:
            yield Rule(at, one, two)


def columns_between(upright: Sequence[Rule], level: Sequence[Rule], words: Sequence[Word]) -> list[Rule]:
    """Upright rules for tables that have level ones alone, where headings stand apart and no word lies across."""
    made = []
    for group in _alike(level):
        first, last = group[0], group[-1]
        if any(_cross(rule, other) for rule in upright for other in group):
            continue
        inside = [word for word in words if first.at < word.middle < last.at]
        inside = [word for word in inside if first.start - NEAR <= word.centre <= first.end]
        made += [Rule(edge, first.at, last.at) for edge in _edges(lines_of(inside), first)]
    return made


def _alike(level: Sequence[Rule]) -> list[list[Rule]]:
    """Level rules that begin and end at the same places, in order."""
    groups: list[list[Rule]] = []
    for rule in level:
        for group in groups:
            if abs(group[0].start - rule.start) <= NEAR and abs(group[0].end - rule.end) <= NEAR:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) >= _LEAST_LEVEL]


def _edges(lines: Sequence[Words], rule: Rule) -> list[float]:
    """The outer borders and those between columns; nothing where the first line heads none or words lie across."""
    heads = parted(lines[0]) if lines else []
    if len(heads) < _LEAST_COLUMNS or not looks_like_headings([said(head) for head in heads]):
        return []
    edges = [min(rule.start, heads[0][0].start - 1)]
    for one, two in pairwise(heads):
        gap = _widest_gap([word for line in lines for word in line], one[0].start, two[-1].end)
        if gap is None:
            return []
        edges.append(gap)
    return [*edges, rule.end]


def _widest_gap(words: Sequence[Word], start: float, end: float) -> float | None:
    """The right end of the widest place between two points that no word lies across."""
    best, at = _SWEEP, None
    reach = start
    for word in sorted((word for word in words if word.end > start and word.start < end), key=lambda word: word.start):
        if word.start - reach > best:
            best, at = word.start - reach, word.start - 1
        reach = max(reach, word.end)
    return at


def with_words_beside(cells: Sequence[Cell], words: Sequence[Word]) -> list[Cell]:
    """The cells of a table with one more column at a side where most of its rows have words outside its rules."""
    left, right = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    more: list[Cell] = []
    for at, side in ((left, 0), (right, 2)):
        bands = sorted({(cell[1], cell[3]) for cell in cells if abs(cell[side] - at) <= NEAR})
        found = {band: _outside(words, band, at, left_of=side == 0) for band in bands}
        filled = [one for row in found.values() for one in row]
        if sum(bool(row) for row in found.values()) < max(2, _MOSTLY * len(bands)):
            continue
        if side == 0:
            edge = min(word.start for word in filled) - 1
            more += [(edge, top, at, bottom) for top, bottom in bands]
        else:
            edge = max(word.end for word in filled) + 1
            more += [(at, top, edge, bottom) for top, bottom in bands]
    return [*cells, *more]


def _outside(words: Sequence[Word], band: tuple[float, float], at: float, *, left_of: bool) -> Words:
    top, bottom = band
    beside = [word for word in words if (word.end <= at + NEAR if left_of else word.start >= at - NEAR)]
    return [word for word in beside if top <= word.top + NEAR and word.bottom - NEAR <= bottom]
