"""Readings of the draft and what was said in them: the commands over them, each one step named for the Edit menu."""

from dataclasses import replace

from dhr_desktop.domain.readings import Reading, ReadingComment
from dhr_desktop.family import changing
from dhr_desktop.family.changing import Step
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review


def begin(review: Review, reading: Reading, initiator: object | None = None) -> Reading:
    """Enter a session in which somebody reads a draft; returns it with its id."""
    return changing.add(review, involvement.READINGS, reading, Step("Enter a reading of the draft", initiator))


def change(review: Review, after: Reading, before: Reading | None = None, sitting: object | None = None) -> None:
    """Change what is known of a session; nothing to change leaves no step. Raises `changing.RecordGone`."""
    step = Step("Change a reading of the draft", sitting=sitting)
    changing.change(review, involvement.READINGS, after, step, before)


def remove(review: Review, reading_id: int) -> None:
    """Take a session out with all that was said in it."""
    changing.remove(review, involvement.READINGS, reading_id, Step("Remove a reading of the draft"))


def comment(review: Review, said: ReadingComment, initiator: object | None = None) -> ReadingComment:
    """Enter what a reader said of one passage; returns it with its id."""
    return changing.add(review, involvement.COMMENTS, said, Step("Enter a comment on the draft", initiator))


def change_comment(
    review: Review, after: ReadingComment, before: ReadingComment | None = None, sitting: object | None = None
) -> None:
    """Change a comment, its answer, or whether the text changed. Raises `changing.RecordGone`."""
    step = Step("Change a comment on the draft", sitting=sitting)
    changing.change(review, involvement.COMMENTS, after, step, before)


def remove_comment(review: Review, comment_id: int) -> None:
    """Take a comment out."""
    changing.remove(review, involvement.COMMENTS, comment_id, Step("Remove a comment on the draft"))


def next_after(said: ReadingComment) -> ReadingComment:
    """The comment to be entered next: of the same session and section, for readers go through a draft in its order."""
    return replace(ReadingComment(0, said.reading_id), section=said.section)
