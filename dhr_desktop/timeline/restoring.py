"""Brings an entry back to how it stood after an earlier step, or back onto the timeline from which it was removed."""

from dataclasses import dataclass, fields, replace
from typing import ClassVar

from dhr_desktop.base.clock import to_local
from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import agencies, enquiry, entries, events, questions, submissions, themes, trail
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import versions
from dhr_desktop.timeline.naming import named
from dhr_desktop.timeline.versions import Standing, Version

_LINKS = ("event_id", "submission_id", "source_row_id", "source_order")
"""What an entry that is on the timeline keeps: the row it comes from now, and the event it is in now."""


class CannotRestore(UserError):
    """The entry cannot stand again as it stood then."""

    code: ClassVar[str] = "T070"


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of a wish to restore. `step_id` is 0 where the entry stood so already."""

    step_id: int = 0
    left: tuple[str, ...] = ()
    """What could not come back with it, each in a sentence."""


def restore(review: Review, entry_id: int, step_id: int, initiator: object | None = None) -> Restored:
    """Make an entry what it was after step `step_id`, as one step; where it is so already there is none.

    One that is on the timeline keeps its event and its agency's row. One that was removed comes back under its own
    id, with its themes, lines of enquiry, questions and event where those are still there. Raises `CannotRestore`.
    """
    version = _version(review, entry_id, step_id)
    then = version.after
    if then is None:
        raise CannotRestore(
            "The entry was not on the timeline at that time.", "Choose a version in which it stood there."
        )
    _require_what_it_stands_on(review, then.entry)
    found = entries.page(review, [entry_id])
    if found:
        return _set_back(review, found[0], then, _label(version, then.entry), initiator)
    return _bring_back(review, then, _label(version, then.entry), initiator)


def stands_so(review: Review, version: Version) -> bool:
    """Whether the entry is now what it was after this version's step, as far as restoring it would go."""
    then = version.after
    found = entries.page(review, [then.entry.id]) if then else []
    if not (then and found):
        return False
    kept, _ = _still_there(review, then)
    return _as_it_was(found[0], then.entry) == found[0] and _tags(review, then.entry.id) == (kept.themes, kept.lines)


def _version(review: Review, entry_id: int, step_id: int) -> Version:
    found = next((each for each in versions.of_entry(review, entry_id) if each.step_id == step_id), None)
    if found is None:
        raise CannotRestore("That step did nothing to this entry.", "Choose another version of the entry.")
    return found


def _require_what_it_stands_on(review: Review, entry: Entry) -> None:
    if not any(agency.id == entry.agency_id for agency in agencies.listing(review)):
        raise CannotRestore(
            "The agency it stood under is no longer in the review.",
            "Bring the agency’s file in again, or undo what took it away, and then restore the entry.",
        )


def _require_its_file(review: Review, entry: Entry) -> None:
    there = {submission.id for submission in submissions.listing(review)}
    row_there = entry.source_row_id is None or submissions.has_row(review, entry.source_row_id)
    if (entry.submission_id is not None and entry.submission_id not in there) or not row_there:
        raise CannotRestore(
            "The submission it came from is no longer in the review.",
            "Undo the step that took the submission away, or bring its file in again.",
        )


def _set_back(review: Review, now: Entry, then: Standing, label: str, initiator: object | None) -> Restored:
    kept, left = _still_there(review, then)
    after = _as_it_was(now, then.entry)
    if after == now and _tags(review, now.id) == (kept.themes, kept.lines):
        return Restored(left=left)
    with review.journal.step(label, initiator) as step:
        entries.change(review, after)
        _tag(review, now.id, kept)
    return Restored(step.id, left)


def _bring_back(review: Review, then: Standing, label: str, initiator: object | None) -> Restored:
    _require_its_file(review, then.entry)
    kept, left = _still_there(review, then)
    event_id = then.entry.event_id
    if event_id is not None and all(event.id != event_id for event in events.listing(review)):
        event_id = None
        left = (*left, "The event it belonged to has been dissolved.")
    with review.journal.step(label, initiator) as step:
        entries.put_back(review, replace(then.entry, event_id=event_id))
        _tag(review, then.entry.id, kept)
        _point_at_it_again(review, then.entry.id)
    return Restored(step.id, left)


def _point_at_it_again(review: Review, entry_id: int) -> None:
    """Give it back the questions about it and the pairs it was kept apart in, which its removal took, inside a step."""
    about = trail.lost_with(review, entry_id, "question", "entry_id")
    answers = trail.lost_with(review, entry_id, "question", "answer_entry_id")
    for question in questions.listing(review):
        if question.id in about and not question.entry_id:
            questions.change(review, replace(question, entry_id=entry_id))
        if question.id in answers and not question.answer_entry_id:
            questions.change(review, replace(questions.get(review, question.id), answer_entry_id=entry_id))
    pairs = [
        (columns["first_id"], columns["other_id"])
        for column in ("first_id", "other_id")
        for columns in trail.lost_with(review, entry_id, "kept_apart", column).values()
    ]
    there = {entry.id: entry.event_id for entry in entries.page(review, [one for pair in pairs for one in pair])}
    events.keep_apart(
        review,
        (
            (one, other)
            for one, other in pairs
            if one in there and other in there and (there[one] is None or there[one] != there[other])
        ),
    )


def _as_it_was(now: Entry, then: Entry) -> Entry:
    said = {field.name: getattr(then, field.name) for field in fields(Entry) if field.name not in _LINKS}
    return replace(now, **said)


def _still_there(review: Review, then: Standing) -> tuple[Standing, tuple[str, ...]]:
    """What hung on it then and can do so again, and what has gone meanwhile, in sentences."""
    known = {theme.id for theme in themes.listing(review)}
    lines = {line.id for line in enquiry.listing(review)}
    left = []
    if then.themes - known:
        left.append("A theme it had is no longer in the tree of themes.")
    if then.lines - lines:
        left.append("A line of enquiry it stood beside is no longer in the terms of reference.")
    return Standing(then.entry, then.themes & known, then.lines & lines), tuple(left)


def _tags(review: Review, entry_id: int) -> tuple[frozenset[int], frozenset[int]]:
    nothing: frozenset[int] = frozenset()
    return (
        themes.of_entries(review, [entry_id]).get(entry_id, nothing),
        enquiry.of_entries(review, [entry_id]).get(entry_id, nothing),
    )


def _tag(review: Review, entry_id: int, wanted: Standing) -> None:
    """Have the entry hold these themes and lines, and no others, inside a step."""
    had_themes, had_lines = _tags(review, entry_id)
    for theme_id in had_themes ^ wanted.themes:
        (themes.give if theme_id in wanted.themes else themes.take)(review, [entry_id], theme_id)
    for line_id in had_lines ^ wanted.lines:
        (enquiry.give if line_id in wanted.lines else enquiry.take)(review, [entry_id], line_id)


def _label(version: Version, entry: Entry) -> str:
    at = to_local(version.at)
    return f"Restore {named(entry)} as it stood on {in_british_words(of_day(at.date()))} at {at:%H:%M}"
