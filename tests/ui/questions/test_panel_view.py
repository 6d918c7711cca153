"""In panel view questions are read under pseudonyms, and none is written."""

import pytest
from PySide6.QtWidgets import QLabel

from dhr_desktop.domain.events import Question
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.store import people, questions
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import questions as asking
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.questions.page import QuestionsPage
from tests.store import made
from tests.ui.questions.using import Settle, stored

WORDS = "Was Helen Drewitt seen alone?"


@pytest.fixture
def question(review: Review, page: QuestionsPage, settle: Settle, police: int) -> Question:
    assert page.is_empty
    with review.journal.step("Register"):
        people.add(review, Person(0, "Helen Drewitt", Role.VICTIM, "Anna"))
    entry = made.add(review, made.entry(police, text="Helen Drewitt called."))[0]
    raised = asking.raise_question(review, Question(0, police, WORDS, entry_id=entry, answer="Helen was."))
    settle()
    return raised


def seen(page: QuestionsPage) -> str:
    labels = [each.text() for each in page.detail.findChildren(QLabel) if each.isVisible()]
    rows = [" ".join(page.model.cells(row)) for row in page.model.rows]
    return "\n".join([*labels, *rows])


def test_every_word_is_covered_and_what_is_kept_is_not(
    page: QuestionsPage, context: ReviewContext, review: Review, settle: Settle, question: Question
):
    context.panel.turn(on=True)
    settle()
    assert "Was Anna seen alone?" in seen(page)
    assert "Anna called." in seen(page)
    assert "Helen" not in seen(page)
    assert not page.fields.isVisible()
    context.panel.turn(on=False)
    settle()
    assert page.fields.editor("words").text() == WORDS
    assert questions.get(review, question.id) == question


def test_a_question_is_closed_but_none_is_written(
    page: QuestionsPage, context: ReviewContext, settle: Settle, question: Question
):
    context.panel.turn(on=True)
    page.begin_blank()
    assert not page.fields.isVisible()
    page.letter.click()
    assert page.letters.dialog is None
    page.detail.close_it.click()
    settle()
    assert [(one.id, bool(one.closed_on)) for one in stored(page)] == [(question.id, True)]


def test_what_is_distressing_is_not_shown_unasked(page: QuestionsPage, review: Review, settle: Settle, police: int):
    entry = made.add(review, made.entry(police, text="What was found.", distressing=True))[0]
    asking.raise_question(review, Question(0, police, "Who attended?", entry_id=entry))
    settle()
    assert "Marked as distressing" in page.detail.about_words.text()
    assert "What was found." not in seen(page)


def test_a_name_in_the_search_is_put_away(
    page: QuestionsPage, context: ReviewContext, settle: Settle, question: Question
):
    assert question.id
    page.filters.search.setText("Drewitt")
    context.panel.turn(on=True)
    settle()
    assert page.filters.search.text() == ""
