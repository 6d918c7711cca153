"""The trail of a review as the chair reads it: what was typed into one entry in one go is one line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from dhr_desktop.base.clock import to_local
from dhr_desktop.store import belonging, taking_back, trail
from dhr_desktop.store.review import Review
from dhr_desktop.store.trail import TrailStep

_PAUSE = timedelta(minutes=10)
"""Steps with the same name about the same entry belong to one sitting when no more than this lies between them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the history: a step, or several of one sitting, newest first."""

    steps: tuple[TrailStep, ...]

    @property
    def newest(self) -> TrailStep:
        """The last of its steps, for which the line stands."""
        return self.steps[0]

    @property
    def oldest(self) -> TrailStep:
        """The first of its steps."""
        return self.steps[-1]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are wanted: those with these words in their name, those about this entry or person (0 for any)."""

    words: str = ""
    entry_id: int = 0
    person_id: int = 0


ALL = Wanted()


@dataclass(frozen=True, slots=True)
class Told:
    """Lines newest first, and whether there are older ones."""

    lines: tuple[Line, ...] = ()
    more: bool = False
    steps: int = 0
    """How many steps were read for them."""


def read(review: Review, wanted: Wanted = ALL, steps: int = 200) -> Told:
    """The newest `steps` steps that are wanted, as lines; safe in any thread.

    Typing that was taken back to the same words is no line: the journal has it, and nothing came of it.
    """
    rows = belonging.rows_of(review, wanted.person_id) if wanted.person_id else None
    found = trail.steps(review, steps, words=wanted.words, entry_id=wanted.entry_id, rows=rows)
    voided = taking_back.voided(review.read)
    return Told(tuple(folded(step for step in found if step.id not in voided)), len(found) == steps, len(found))


def folded(steps: Iterable[TrailStep]) -> list[Line]:
    """The steps, newest first, as lines."""
    lines: list[list[TrailStep]] = []
    for step in steps:
        if lines and _same_sitting(lines[-1][-1], step):
            lines[-1].append(step)
        else:
            lines.append([step])
    return [Line(tuple(line)) for line in lines]


def _same_sitting(later: TrailStep, earlier: TrailStep) -> bool:
    alike = (later.kind, later.label, later.entry_id, later.stands) == (
        *(earlier.kind, earlier.label, earlier.entry_id, earlier.stands),
    )
    if not (alike and later.entry_id and later.kind != "take back"):
        return False
    return to_local(later.at) - to_local(earlier.at) <= _PAUSE
