"""How far the looking for names has come: parts that take about as long as each other, and may be stopped in each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
Step = Callable[[int, int], None]
_PARTS = 4
"""Learning the words, finding what is written as a name, matching it, and telling whose the numbers are."""
_OF_A_PART = 1_000
LEARNING, FINDING, MATCHING, NUMBERS = range(_PARTS)


def unwatched(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""
    del done, total


class Course:
    """Tells `step` how far the work is. What `step` raises stops it."""

    def __init__(self, step: Step = unwatched) -> None:
        self._step = step
        self._begins, self._share = 0.0, 1.0

    def part(self, part: int, turn: int = 0, turns: int = 1) -> None:
        """A part begins, or the turn of it with this number from 0."""
        self._begins, self._share = part + turn / turns, 1 / turns
        self._tell(0.0)

    def over(self, each: Sequence[T], every: int) -> Iterator[T]:
        """These one by one; it is told how far that is at every so many."""
        for number, one in enumerate(each):
            if number % every == 0:
                self._tell(number / len(each))
            yield one

    def stoppable(self, each: Iterable[T]) -> Iterator[T]:
        """These one by one, without getting any further by them."""
        for one in each:
            self._tell(1.0)
            yield one

    def _tell(self, done: float) -> None:
        self._step(int(_OF_A_PART * (self._begins + done * self._share)), _OF_A_PART * _PARTS)
