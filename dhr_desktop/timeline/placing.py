"""What the chair does to the order of one day: entries are put before or after one another by hand.

An entry put by hand takes the rank of the one it was put beside (`Entry.hand`) and a place of its own among those of
that rank (`Entry.nudge`). The others keep theirs: what is imported for that day later finds its usual place among them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import days, ordering
from dhr_desktop.store.days import Standing
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.edit import found
from dhr_desktop.timeline.naming import named


class AnotherDay(UserError):
    """Two entries of different days stand as their dates say."""

    code: ClassVar[str] = "T050"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where among those of one rank, and what others of it must be nudged so that there is a place."""

    nudge: float
    others: tuple[tuple[int, float], ...] = ()


def put_before(review: Review, entry_id: int, beside_id: int, initiator: object | None = None) -> None:
    """Have an entry stand just before another of its day; one that stands there already leaves no step.

    Raises `AnotherDay` where the other is of another day, and `EntryGone`.
    """
    _put(review, entry_id, beside_id, before=True, initiator=initiator)


def put_after(review: Review, entry_id: int, beside_id: int, initiator: object | None = None) -> None:
    """Have an entry stand just after another of its day. Raises as `put_before` does."""
    _put(review, entry_id, beside_id, before=False, initiator=initiator)


def put_back(review: Review, entry_id: int, initiator: object | None = None) -> None:
    """Have an entry stand where its hour puts it again; one that nobody moved leaves no step. Raises `EntryGone`."""
    entry, day = _with_its_day(review, entry_id)
    if entry.hand is None:
        return
    rank = ordering.rank(entry.when, entry.time)
    [own] = [each for each in day if each.id == entry_id]
    others = [each for each in day if each.id != entry_id]
    ties = [each for each in others if each.rank == rank]
    place = _usual(ties, own)
    if not any(each.by_hand for each in others):
        # What gave way stands in the order of its file, with or without the room.
        place = _Place(0.0, tuple((each.id, 0.0) for each in others if each.nudge))
    with review.journal.step(f"Put {named(entry)} back into the usual order", initiator):
        days.nudge(review, place.others)
        days.put(review, entry_id, rank, None, place.nudge)


def _put(review: Review, entry_id: int, beside_id: int, *, before: bool, initiator: object | None) -> None:
    entry, day = _with_its_day(review, entry_id)
    order = [each.id for each in day]
    if beside_id not in order:
        raise AnotherDay(
            "Entries can be moved by hand only among those of the same day.",
            "To have it stand elsewhere, change its date.",
        )
    was, beside = order.index(entry_id), order.index(beside_id)
    if was == beside or was == beside + (-1 if before else 1):
        return
    [target] = [each for each in day if each.id == beside_id]
    ties = [each for each in day if each.rank == target.rank and each.id != entry_id]
    place = _between(ties, ties.index(target) + (0 if before else 1))
    direction = "earlier" if beside < was else "later"
    with review.journal.step(f"Move {named(entry)} {direction} in its day", initiator):
        days.nudge(review, place.others)
        days.put(review, entry_id, target.rank, ordering.within_day(target.rank), place.nudge)


def _usual(ties: Sequence[Standing], own: Standing) -> _Place:
    """Its place before the first of the ties that nobody moved and that its file puts behind it."""
    behind = (at for at, each in enumerate(ties) if not each.by_hand and each.file_order > own.file_order)
    at = next(behind, len(ties))
    usual = (0.0, own.file_order)
    after_those_before = at == 0 or (ties[at - 1].nudge, ties[at - 1].file_order) < usual
    before_those_behind = at == len(ties) or usual < (ties[at].nudge, ties[at].file_order)
    return _Place(0.0) if after_those_before and before_those_behind else _between(ties, at)


def _between(ties: Sequence[Standing], at: int) -> _Place:
    """A place before the tie at `at`, or after the last.

    Where two ties leave no room between them, those before give way: what is imported later comes behind them all, and
    so it finds its usual place among those that stayed.
    """
    if at == len(ties):
        return _Place(ties[-1].nudge + 1)
    behind = ties[at].nudge
    if at == 0:
        return _Place(behind - 1)
    middle = (ties[at - 1].nudge + behind) / 2
    if ties[at - 1].nudge < middle < behind:
        return _Place(middle)
    lowest, others = behind - 1, []
    for each in reversed(ties[:at]):
        if each.nudge < lowest:
            break
        lowest -= 1
        others.append((each.id, lowest))
    return _Place(behind - 1, tuple(others))


def _with_its_day(review: Review, entry_id: int) -> tuple[Entry, list[Standing]]:
    return found(review, entry_id), days.around(review, entry_id)
