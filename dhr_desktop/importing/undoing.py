"""Taking an import back, now or a month later: what would go, what the chair has worked on, told in words."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.meaning import Inclusion, Mark
from dhr_desktop.domain.reviews import Submission
from dhr_desktop.store import entries, imports, submissions
from dhr_desktop.store.imports import Touched
from dhr_desktop.store.review import Review

_MADE = "made by you from a row that had been skipped"
_REFERRED_TO = "other parts of the review refer to it"
_MOVED = "moved within its day"
_CHANGED: dict[str, str] = {
    "text": "the words of what happened changed",
    "action": "the action taken changed",
    "source": "the source changed",
    "reference": "the reference changed",
    "people": "the people changed",
    "other": "its other columns changed",
    "agency_id": "given to another agency",
    "significance": "judged",
    **dict.fromkeys(Mark, "marked, or a mark taken from it"),
    **dict.fromkeys(Inclusion, "put into a document, or left out of one"),
    "private_note": "a private note written",
    "hand": _MOVED,
    "nudge": _MOVED,
}
_WHOSE_ROW = frozenset({"submission_id", "source_row_id"})
"""Columns that say which row an entry is of. They differ where it stayed when a later version was taken back."""

_STAYED = "stayed when a later version was taken back"
_WORKED_OUT = _WHOSE_ROW | frozenset({"rank", "day_from", "day_to", "date_written", "time_written", "source_order"})
"""Columns that follow from others, or that say how a row was read."""

_READ = frozenset({"date_edtf", "time", "reported_edtf", "reported_time"})


@dataclass(frozen=True, slots=True)
class WorkedOn:
    """An entry that is not as the import left it, with what was done to it in words.

    `returns` is whether it was there before the import: letting it go sets it back to what it was then.
    """

    entry_id: int
    date: str
    text: str
    done: tuple[str, ...]
    returns: bool = False


@dataclass(frozen=True, slots=True)
class TakingBack:
    """What taking back an import would do, counted in entries.

    `going` go, `set_back` are set back to what an earlier submission said, `coming_back` return to the timeline, and
    `unchanged` say the same in both and stand by the earlier submission again; `gone` were brought by it and have been
    removed by the chair since.
    """

    submission: Submission
    going: int
    set_back: int
    coming_back: int
    unchanged: int
    gone: int
    worked_on: tuple[WorkedOn, ...]

    @property
    def would_change(self) -> bool:
        """Whether anything would happen if every entry that was worked on stays."""
        return bool(self.going or self.set_back or self.coming_back or self.unchanged or not self.worked_on)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking back did: entries removed, set back and returned, and those that stay; `whole` when none does."""

    removed: int
    set_back: int
    returned: int
    kept: int

    @property
    def whole(self) -> bool:
        """Whether nothing of the import is left, and its submission went with it."""
        return not self.kept


def preview(review: Review, submission_id: int, progress: Progress = UNWATCHED) -> TakingBack:
    """What taking back the import of a submission would do.

    Raises `CannotTakeBack` when it was undone or taken back already, or when a revision of it stands.
    """
    progress.step(0, 1, "Looking at what has been done since")
    left = imports.left(review, submission_id)
    found = {entry.id: entry for entry in entries.page(review, [each.entry_id for each in left.touched])}
    worked_on = []
    for each in left.touched:
        entry = found[each.entry_id]
        done = tuple(_done(each)) or (_STAYED if each.differs.keys() & _WHOSE_ROW else "changed",)
        worked_on.append(WorkedOn(entry.id, _date(entry.date_edtf), entry.text, done, each.how == "altered"))
    return TakingBack(
        submission=submissions.get(review, submission_id),
        going=len(left.untouched),
        set_back=len(left.set_back) - len(left.moved),
        coming_back=len(left.come_back),
        unchanged=len(left.moved),
        gone=len(left.gone),
        worked_on=tuple(worked_on),
    )


def take_back(
    review: Review,
    submission_id: int,
    remove: Collection[int] = (),
    progress: Progress = UNWATCHED,
    initiator: object | None = None,
) -> TakenBack:
    """Take back an import as one step, 'Take back import <agency>', which can be undone.

    Entries nobody touched go. Of those that were worked on, the ones in `remove` go and the others stay, with the
    record of their file around them. Raises `CannotTakeBack`; nothing has then been done.
    """
    before = preview(review, submission_id, progress)
    imports.take_back(review, submission_id, remove, progress, initiator)
    there = {entry.id for entry in entries.page(review, [each.entry_id for each in before.worked_on])}
    wanted = set(remove)
    # An entry that another part of the review may not be without stays, although it was to go.
    gone = sum(each.entry_id not in there for each in before.worked_on)
    returned = sum(each.returns and each.entry_id in wanted for each in before.worked_on)
    return TakenBack(
        removed=before.going + gone,
        set_back=before.set_back + returned,
        returned=before.coming_back,
        kept=len(before.worked_on) - gone - returned,
    )


def _done(touched: Touched) -> list[str]:
    """What was done to an entry, each thing in a few words."""
    done = [_MADE] if touched.how == "made" else []
    # A date or an hour put right ends the doubts about it, which is not a second thing.
    left_out = _WORKED_OUT | ({"doubts"} if touched.differs.keys() & _READ else set())
    for column, (was, now) in touched.differs.items():
        if column not in left_out and (words := _change(column, was, now)):
            done.append(words)
    if touched.used_by:
        done.append(_REFERRED_TO)
    return list(dict.fromkeys(done))


def _change(column: str, was: Any, now: Any) -> str:  # noqa: ANN401 - a cell has any of SQLite's types
    if column in {"date_edtf", "reported_edtf"}:
        name = "the date" if column == "date_edtf" else "the date of the report"
        return f"{name} changed from {_date(was)} to {_date(now)}"
    if column in {"time", "reported_time"}:
        name = "the time" if column == "time" else "the time of the report"
        return f"{name} changed from {was or 'none'} to {now or 'none'}"
    if column == "comment":
        return "the comment changed" if was else "a comment added"
    if column == "doubts":
        return "accepted as read" if len(json.loads(now)) < len(json.loads(was)) else ""
    if column == "event_id":
        return "grouped in an event" if now else "taken out of an event"
    return _CHANGED.get(column, "changed")


def _date(edtf: str) -> str:
    return in_british_words(parse(edtf)) if edtf else "none"
