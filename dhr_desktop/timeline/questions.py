"""What the chair does with questions to agencies: they are raised, asked, answered, and closed."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from enum import Enum, auto
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Asking, Question
from dhr_desktop.domain.meaning import Origin
from dhr_desktop.store import agencies, entries, questions
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.both_edits import both


class QuestionIncomplete(UserError):
    """A question lacks its words or its agency, or its answer lacks what an entry needs."""

    code: ClassVar[str] = "T030"


class QuestionGone(UserError):
    """The question was removed before this change reached it."""

    code: ClassVar[str] = "T031"


class AlreadyAnEntry(UserError):
    """The answer stands on the timeline already."""

    code: ClassVar[str] = "T032"


class Standing(Enum):
    """How far a question has come."""

    TO_ASK = auto()
    ASKED = auto()
    ANSWERED = auto()
    CLOSED = auto()


def standing(question: Question) -> Standing:
    """How far it has come. What is answered is not closed until the chair says that the answer will do."""
    if question.closed_on:
        return Standing.CLOSED
    if question.answer or question.answered_on:
        return Standing.ANSWERED
    return Standing.ASKED if question.askings else Standing.TO_ASK


def raise_question(
    review: Review, question: Question, initiator: object | None = None, sitting: object | None = None
) -> Question:
    """Add a question to an agency, and return it with its number. Raises `QuestionIncomplete` without words or agency.

    An entry, an event and a gap may each carry several.
    """
    _check(question)
    name = _agency_name(review, question.agency_id)
    with review.journal.step(f"Raise a question to {name}", initiator, sitting):
        return questions.add(review, question)


def change_question(
    review: Review,
    question: Question,
    since: Question | None = None,
    initiator: object | None = None,
    sitting: object | None = None,
) -> None:
    """Make the question of this id what `question` says; one that says the same leaves no step.

    With `since`, the question as the chair saw it, only what differs from that is changed. Steps of one `sitting`
    are undone together. Raises `QuestionGone`, and `QuestionIncomplete` where its words or its agency would be lost.
    """
    before = found(review, question.id)
    after = both(before, question, since)
    if after == before:
        return
    _check(after)
    with review.journal.step(f"Edit {_named(before)}", initiator, sitting):
        questions.change(review, after)


def mark_asked(
    review: Review,
    question_ids: Collection[int],
    on: date,
    asked_of: str = "",
    initiator: object | None = None,
    reply_by: str = "",
) -> None:
    """Note that these questions were asked on a day, in one step; of whom and until when, where it is said.

    What was asked before keeps when that was: this is one more asking. What has gone, or is noted so already, is left
    as it is.
    """

    def asked(question: Question) -> Question:
        noted = replace(question, reply_by=reply_by or question.reply_by)
        askings = question.askings
        if not askings:
            return replace(noted, asked_on=on.isoformat(), asked_of=asked_of or question.asked_of)
        last = askings[-1]
        if last.on == on.isoformat() and asked_of in ("", last.of):
            return noted
        return replace(noted, asked_again=(*question.asked_again, Asking(on.isoformat(), asked_of)))

    _change_all(review, question_ids, asked, "Mark {} as asked", initiator)


def record_answer(
    review: Review, question_id: int, answer: str, answered_on: str, answered_by: str = "", initiator: object = None
) -> None:
    """Keep what the agency answered, when (ISO day or '') and who did. Raises `QuestionGone`."""
    before = found(review, question_id)
    after = replace(before, answer=answer.strip(), answered_on=answered_on, answered_by=answered_by.strip())
    if after == before:
        return
    with review.journal.step(f"Record the answer to {_named(before)}", initiator):
        questions.change(review, after)


def close(review: Review, question_ids: Collection[int], on: date, initiator: object | None = None) -> None:
    """Close these questions on a day, answered or not, in one step; those that are closed stay as they are."""

    def closed(question: Question) -> Question:
        return replace(question, closed_on=question.closed_on or on.isoformat())

    _change_all(review, question_ids, closed, "Close {}", initiator)


def reopen(review: Review, question_ids: Collection[int], initiator: object | None = None) -> None:
    """Open these questions again in one step: they have still to be dealt with."""
    _change_all(review, question_ids, lambda question: replace(question, closed_on=""), "Reopen {}", initiator)


def remove(review: Review, question_id: int, initiator: object | None = None) -> None:
    """Remove a question. An entry made of its answer stays on the timeline. Raises `QuestionGone`."""
    before = found(review, question_id)
    with review.journal.step(f"Remove {_named(before)}", initiator):
        questions.remove(review, question_id)


def answer_as_entry(review: Review, question_id: int, entry: Entry, initiator: object | None = None) -> int:
    """Put the answer on the timeline as an entry of the agency that gave it, in one step; returns the entry's id.

    Date, time and words are those of `entry`; its source says which answer it is, and the question leads to it.
    Raises `QuestionGone`, `AlreadyAnEntry`, and `QuestionIncomplete` when the entry does not say what happened.
    """
    question = found(review, question_id)
    if question.answer_entry_id:
        raise AlreadyAnEntry(
            "This answer is on the timeline already.", "Change the entry there, or remove it before adding it anew."
        )
    if not entry.text.strip():
        raise QuestionIncomplete("The entry does not say what happened.", "Write down what the answer tells.")
    made = replace(
        entry,
        agency_id=question.agency_id,
        origin=Origin.ANSWER,
        source=source_words(review, question),
        submission_id=None,
        source_row_id=None,
    )
    with review.journal.step(f"Add the answer to {_named(question)} to the timeline", initiator):
        new = entries.add_many(review, [made])[0]
        questions.change(review, replace(question, answer_entry_id=new))
    return new


def source_words(review: Review, question: Question) -> str:
    """What an entry made of the answer names as its source."""
    on = f" of {in_british_words(parse(question.answered_on))}" if question.answered_on else ""
    return f"Answer{on} from {_agency_name(review, question.agency_id)} to question {question.id}"


def found(review: Review, question_id: int) -> Question:
    """The question of this id. Raises `QuestionGone`."""
    try:
        return questions.get(review, question_id)
    except LookupError:
        raise QuestionGone("This question has been removed.", "Undo brings it back if that was a mistake.") from None


def _check(question: Question) -> None:
    if not question.words.strip():
        raise QuestionIncomplete("The question has no words.", "Write down what the agency is to be asked.")
    if not question.agency_id:
        raise QuestionIncomplete("The question is to no agency.", "Choose the agency it is to be put to.")


def _change_all(
    review: Review,
    question_ids: Collection[int],
    changed: Callable[[Question], Question],
    words: str,
    initiator: object | None,
) -> None:
    wanted = set(question_ids)
    before = [question for question in questions.listing(review) if question.id in wanted]
    after = [changed(question) for question in before]
    moved = [question for question, earlier in zip(after, before, strict=True) if question != earlier]
    if not moved:
        return
    named = _named(moved[0]) if len(moved) == 1 else f"{len(moved):,} questions"
    with review.journal.step(words.format(named), initiator):
        for question in moved:
            questions.change(review, question)


def _named(question: Question) -> str:
    return f"question {question.id}"


def _agency_name(review: Review, agency_id: int) -> str:
    try:
        return agencies.get(review, agency_id).name
    except LookupError:
        raise QuestionIncomplete(
            "The agency of this question is no longer there.", "Choose the agency it is to be put to."
        ) from None
