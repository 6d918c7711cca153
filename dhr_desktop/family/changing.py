"""How records of people and involvement are added, changed and removed: in one step, none where nothing changes."""

from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, TypeVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.store.records import Record, Records
from dhr_desktop.store.review import Review

R = TypeVar("R", bound=Record)


class RecordGone(UserError):
    """What was to be changed was removed before the change reached it."""

    code: ClassVar[str] = "P010"


@dataclass(frozen=True, slots=True)
class Step:
    """What the Edit menu calls a step, who did it, and the sitting whose steps are undone together."""

    words: str
    initiator: object | None = None
    sitting: object | None = None


def add(review: Review, table: Records[R], record: R, step: Step) -> R:
    """Add a record; returns it with its id."""
    with review.journal.step(step.words, step.initiator, step.sitting):
        return table.add(review, record)


def change(review: Review, table: Records[R], record: R, step: Step, since: R | None = None) -> None:
    """Make the record of this id what `record` says.

    With `since`, the record as the chair saw it, only what differs from that is changed. Raises `RecordGone`.
    """
    try:
        before = table.get(review, record.id)
    except LookupError as error:
        raise RecordGone(
            "This was removed before the change reached it.", "Undo brings it back; then change it again."
        ) from error
    after = record if since is None else _both(before, record, since)
    if after != before:
        with review.journal.step(step.words, step.initiator, step.sitting):
            table.change(review, after)


def remove(review: Review, table: Records[R], record_id: int, step: Step) -> None:
    """Remove a record and what hangs on it; nothing where it is gone already."""
    with review.journal.step(step.words, step.initiator, step.sitting):
        table.remove(review, record_id)


def _both(before: R, after: R, since: R) -> R:
    names = [field.name for field in fields(since)]
    changed: dict[str, Any] = {
        name: getattr(after, name) for name in names if getattr(after, name) != getattr(since, name)
    }
    made: R = replace(before, **changed)
    return made
