"""Questions to agencies."""

import json
from collections.abc import Collection
from dataclasses import replace

from dhr_desktop.domain.events import Asking, Question
from dhr_desktop.store.connection import Row
from dhr_desktop.store.review import Review

_COLUMNS = (
    "agency_id, words, entry_id, event_id, gap_from, gap_to, asked_on, asked_of, answer, answered_on, answered_by,"
    " closed_on, answer_entry_id, reply_by, asked_again"
)
_SELECT = (
    "SELECT id, agency_id, words, ifnull(entry_id, 0), ifnull(event_id, 0), gap_from, gap_to, asked_on, asked_of,"
    " answer, answered_on, answered_by, closed_on, ifnull(answer_entry_id, 0), reply_by, asked_again FROM question"
)


def listing(review: Review) -> list[Question]:
    """All questions, in the order in which they were raised."""
    return [_question(row) for row in review.read.rows(f"{_SELECT} ORDER BY id")]


def get(review: Review, question_id: int) -> Question:
    """One question. Raises LookupError when it is not there."""
    row = review.read.row(f"{_SELECT} WHERE id = ?", (question_id,))
    if row is None:
        raise LookupError(question_id)
    return _question(row)


def of_entry(review: Review, entry_id: int) -> list[Question]:
    """The questions about one entry, in the order in which they were raised."""
    return [_question(row) for row in review.read.rows(f"{_SELECT} WHERE entry_id = ? ORDER BY id", (entry_id,))]


def of_event(review: Review, event_id: int) -> list[Question]:
    """The questions about one event, in the order in which they were raised."""
    return [_question(row) for row in review.read.rows(f"{_SELECT} WHERE event_id = ? ORDER BY id", (event_id,))]


def count_open(review: Review) -> int:
    """How many questions have still to be closed."""
    return int(review.read.value("SELECT count(*) FROM question WHERE closed_on = ''"))


def about_entries(review: Review, entry_ids: Collection[int]) -> list[Question]:
    """The questions about any of these entries, in the order in which they were raised."""
    sql = f"{_SELECT} WHERE entry_id IN (SELECT value FROM json_each(?)) ORDER BY id"
    return [_question(row) for row in review.read.rows(sql, (json.dumps(list(entry_ids)),))]


def add(review: Review, question: Question) -> Question:
    """Add a question, inside a step, whatever id it carries."""
    new = review.write.insert(f"INSERT INTO question ({_COLUMNS}) VALUES ({', '.join('?' * 15)})", _values(question))
    return replace(question, id=new)


def change(review: Review, question: Question) -> None:
    """Make the question of this id what `question` says, inside a step."""
    review.write.execute(
        "UPDATE question SET agency_id = ?, words = ?, entry_id = ?, event_id = ?, gap_from = ?, gap_to = ?,"
        " asked_on = ?, asked_of = ?, answer = ?, answered_on = ?, answered_by = ?, closed_on = ?,"
        " answer_entry_id = ?, reply_by = ?, asked_again = ? WHERE id = ?",
        (*_values(question), question.id),
    )


def remove(review: Review, question_id: int) -> None:
    """Remove a question, inside a step."""
    review.write.execute("DELETE FROM question WHERE id = ?", (question_id,))


def _values(question: Question) -> Row:
    return (
        question.agency_id,
        question.words,
        question.entry_id or None,
        question.event_id or None,
        question.gap_from,
        question.gap_to,
        question.asked_on,
        question.asked_of,
        question.answer,
        question.answered_on,
        question.answered_by,
        question.closed_on,
        question.answer_entry_id or None,
        question.reply_by,
        json.dumps([[asking.on, asking.of] for asking in question.asked_again], ensure_ascii=False),
    )


def _question(row: Row) -> Question:
    asked_again = tuple(Asking(*each) for each in json.loads(row[-1]))
    return replace(Question(*row[:-1]), asked_again=asked_again)
