"""The order of each generation from left to right: couples together, few lines that cross, the eldest first."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.genogram.combs import DASHED, combs, inverted, least_crossed, overlapping
from dhr_desktop.domain.genogram.family import Descent, Family
from dhr_desktop.domain.genogram.places import Chain, Widths, placed
from dhr_desktop.domain.genogram.sweeps import begun_from, followed, neighbours
from dhr_desktop.domain.people import Sex
from dhr_desktop.domain.relations import Ending

_CROSSING, _OUT_OF_AGE, _MAN_RIGHT, _PARTED, _TWINS_APART = 600.0, 90.0, 30.0, 2.0, 120.0
_OVER = 0.1
_TRIES, _FINE_TRIES = 12_000, 3_000
"""How much is tried: so many times as go into the number of people, for each try takes longer the more they are."""
_BEST_BEGUN, _BEST_SOUGHT = 6, 2
"""Of so many orders the search goes on: by ranks alone, and then as they will be drawn."""
_MOST_PARTNERS_BESIDE = 2

Rows = list[list[Chain]]


def ordered(family: Family, level: Mapping[int, int], widths: Widths, progress: Progress = UNWATCHED) -> Rows:
    """The chains of each generation in their order. It is the same for the same family.

    It is sought from several sides, for no single move turns a whole family round.
    """
    begun = _begun(family, level)
    mirrored = [[chain[::-1] for chain in reversed(row)] for row in begun]
    ways = {_fixed(rows): rows for each in (begun, mirrored) for rows in begun_from(family, each)}
    by_ranks, number = _watched(partial(_cost_by_ranks, family), progress), max(1, len(family.by_id))
    best = _best(ways.values(), by_ranks, _BEST_BEGUN)
    near = neighbours(family)
    sought = {_fixed(rows): rows for rows in (_sought(each, by_ranks, _TRIES // number, near) for each in best)}
    finer = _watched(partial(_cost, family, widths), progress)
    found = [_sought(each, finer, _FINE_TRIES // number) for each in _best(sought.values(), finer, _BEST_SOUGHT)]
    return _best(found, finer, 1)[0]


Costs = Callable[[Rows], float]


def _watched(cost: Costs, progress: Progress) -> Costs:
    """The same, which can be stopped before each try."""

    def told(rows: Rows) -> float:
        progress.step(0, 1, "Drawing the family")
        return cost(rows)

    return told


def _best(ways: Iterable[Rows], cost: Costs, number: int) -> list[Rows]:
    return sorted(ways, key=lambda rows: (cost(rows), _fixed(rows)))[:number]


def _fixed(rows: Rows) -> tuple[tuple[Chain, ...], ...]:
    return tuple(tuple(row) for row in rows)


def _sought(rows: Rows, cost_of: Costs, most: int, near: Mapping[int, Sequence[int]] | None = None) -> Rows:
    """Move one chain after the other while that makes it better; with `near` also whole branches."""
    tries, best = 0, cost_of(rows)
    better = True
    while better and tries < most:
        better = False
        for row in range(len(rows)):
            for changed in _changes(rows, row, near):
                tries += 1
                cost = cost_of(changed)
                if cost < best - 1e-6:
                    rows, best, better = changed, cost, True
                    break
                if tries >= most:
                    return rows
    return rows


def _changes(rows: Rows, row: int, near: Mapping[int, Sequence[int]] | None) -> Iterator[Rows]:
    for candidate in _moves(rows[row]):
        changed = [*rows[:row], candidate, *rows[row + 1 :]]
        yield changed
        if near is not None:
            yield followed(changed, row, near)


def chains(family: Family, level: Mapping[int, int]) -> list[Chain]:
    """Everyone once, with the partners who can stand at their sides: two at most."""
    beside: dict[int, list[int]] = {person: [] for person in family.by_id}
    end_of = {person: person for person in family.by_id}
    parents = {each.parents for each in family.descents if each.solid}
    for couple in sorted(family.couples, key=lambda each: (each.pair not in parents, _over(each.relation), each.pair)):
        one, other = couple.pair
        full = any(len(beside[each]) == _MOST_PARTNERS_BESIDE for each in couple.pair)
        if full or level[one] != level[other] or end_of[one] == end_of[other]:
            continue
        beside[one].append(other)
        beside[other].append(one)
        kept, gone = end_of[one], end_of[other]
        end_of = {person: kept if group == gone else group for person, group in end_of.items()}
    found, seen = [], set[int]()
    for person in sorted(family.by_id, key=lambda each: (len(beside[each]) > 1, each)):
        if person not in seen:
            chain = tuple(_along(person, beside))
            seen.update(chain)
            found.append(chain)
    return found


def _over(relation: object) -> bool:
    return getattr(relation, "ending", Ending.NONE) is not Ending.NONE


def _along(person: int, beside: Mapping[int, Sequence[int]]) -> Iterator[int]:
    before = None
    here: int | None = person
    while here is not None:
        yield here
        following = [each for each in beside[here] if each != before]
        before, here = here, following[0] if following else None


def _begun(family: Family, level: Mapping[int, int]) -> Rows:
    """From the eldest generation down, each chain where its parents are; the man at the left of a couple."""
    rows: Rows = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for chain in chains(family, level):
        rows[level[chain[0]]].append(_turned(family, chain))
    at: dict[int, int] = {}
    for row in rows:
        keys = {chain: _key(family, chain, at) for chain in row}
        row.sort(key=lambda chain: keys[chain])
        at |= {person: place for place, person in enumerate(person for chain in row for person in chain)}
    return rows


def _key(family: Family, chain: Chain, at: Mapping[int, int]) -> tuple[float, tuple[str, int, int]]:
    above = [at[each] for person in chain for each in family.parents.get(person, ()) if each in at]
    middle = sum(above) / len(above) if above else float(len(at))
    return middle, min(family.age_key(person) for person in chain)


def _turned(family: Family, chain: Chain) -> Chain:
    return chain[::-1] if _men_right(family, chain) > _men_right(family, chain[::-1]) else chain


def _men_right(family: Family, chain: Chain) -> int:
    sexes = [family.by_id[person].sex for person in chain]
    pairs = pairwise(sexes)
    return sum(left is Sex.FEMALE and right is Sex.MALE for left, right in pairs)


def _moves(row: Sequence[Chain]) -> Iterator[list[Chain]]:
    """The same row with one chain turned round, or standing elsewhere."""
    for place, chain in enumerate(row):
        if len(chain) > 1:
            yield [*row[:place], chain[::-1], *row[place + 1 :]]
        rest = [*row[:place], *row[place + 1 :]]
        for to in range(len(row)):
            if to != place:
                yield [*rest[:to], chain, *rest[to:]]
                if len(chain) > 1:
                    yield [*rest[:to], chain[::-1], *rest[to:]]


def _cost(family: Family, widths: Widths, rows: Rows) -> float:
    """What is left to be wished for, as it will be drawn."""
    x = placed(rows, family.descents, widths)
    row_of = {person: row for row, chains_of in enumerate(rows) for chain in chains_of for person in chain}
    cost = _lengths(family.descents, x) + _CROSSING * _crossings(family.descents, x, row_of)
    cost += _wishes(family, rows, x)
    return cost + sum(abs(x[one] - x[other]) for one, other in family.siblings)


def _cost_by_ranks(family: Family, rows: Rows) -> float:
    """The same by the order alone, which is quickly told: what stands further from what is not looked at."""
    x = {person: float(at) for row in rows for at, person in enumerate(each for chain in row for each in chain)}
    row_of = {person: row for row, chains_of in enumerate(rows) for chain in chains_of for person in chain}
    return _CROSSING * inverted(family.descents, x, row_of) + _wishes(family, rows, x)


def _wishes(family: Family, rows: Rows, x: Mapping[int, float]) -> float:
    """Men to the left, children by their age, partners and twins near one another."""
    cost = sum(_MAN_RIGHT * _men_right(family, chain) for row in rows for chain in row if len(chain) > 1)
    for each in family.descents:
        known = [child for child in each.children if family.by_id[child].born]
        cost += _OUT_OF_AGE * sum(x[one] > x[two] for one, two in pairwise(known))
    for pair in family.twins:
        left, right = sorted(x[each] for each in pair)
        row = next(row for row in rows if any(pair[0] in chain for chain in row))
        cost += _TWINS_APART * sum(left < x[each] < right for chain in row for each in chain)
    beside = {frozenset(pair) for row in rows for chain in row for pair in pairwise(chain)}
    for couple in family.couples:
        if frozenset(couple.pair) not in beside:
            cost += _PARTED * abs(x[couple.pair[0]] - x[couple.pair[1]])
    return cost


def _lengths(descents: Sequence[Descent], x: Mapping[int, float]) -> float:
    total = 0.0
    for each in descents:
        middle = sum(x[parent] for parent in each.parents) / len(each.parents)
        weight = 1.0 if each.solid else 0.4
        total += weight * sum(abs(x[child] - middle) for child in each.children)
    return total


def _crossings(descents: Sequence[Descent], x: Mapping[int, float], row_of: Mapping[int, int]) -> float:
    """How many lines from parents to children cross, dashed ones counting less, and a little where bars overlap."""
    total = 0.0
    for one, other in overlapping(combs(descents, x, row_of)):
        total += least_crossed(one, other) * (1.0 if one.solid and other.solid else DASHED) + _OVER
    return total
