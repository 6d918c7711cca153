"""Letters from the Questions page: nothing is saved before the names in it were seen, nor noted before it is saved."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.store import people
from dhr_desktop.store.distressing import telling
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import questions as asking
from dhr_desktop.ui.common import dialogs
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.questions import letters
from dhr_desktop.ui.questions.letter_dialog import LetterDialog
from dhr_desktop.ui.questions.page import QuestionsPage
from tests.store import made
from tests.ui.questions.using import Settle, stored

TODAY = today().isoformat()


@pytest.fixture
def raised(review: Review, page: QuestionsPage, settle: Settle, police: int, surgery: int) -> list[Question]:
    assert page.is_empty
    questions = [
        asking.raise_question(review, Question(0, agency, words))
        for agency, words in ((police, "Who attended?"), (surgery, "Was Kayleigh seen alone?"))
    ]
    settle()
    return questions


def asked_for(page: QuestionsPage) -> LetterDialog:
    page.letter.click()
    dialog = page.letters.dialog
    assert dialog
    return dialog


def test_a_letter_to_one_agency_is_saved_and_its_questions_are_noted(
    page: QuestionsPage, review: Review, settle: Settle, raised: list[Question], tmp_path: Path, police: int
):
    dialog = asked_for(page)
    assert dialog.agency.currentData() == police, "the agency of the question in the form"
    dialog.to.setText("Inspector Vale")
    dialog.contact.setText("reviews@example.org")
    answer_next(tmp_path / "letter.docx")
    dialog.accept()
    settle()
    words = words_of_docx((tmp_path / "letter.docx").read_bytes())
    assert "Who attended?" in words
    assert "Kayleigh" not in words
    first, second = stored(page)
    assert (first.asked_on, first.asked_of, second.asked_on) == (TODAY, "Inspector Vale", "")
    assert review.journal.status().undo == f"Mark question {raised[0].id} as asked"


def test_each_agency_has_a_letter_of_its_own(
    page: QuestionsPage, review: Review, settle: Settle, raised: list[Question], tmp_path: Path
):
    dialog = asked_for(page)
    dialog.agency.setCurrentIndex(0)
    assert not dialog.to.isEnabled()
    answer_next(tmp_path)
    dialog.accept()
    settle()
    assert len(list(tmp_path.glob("*.docx"))) == 2
    assert review.journal.status().undo == "Mark 2 questions as asked"
    review.journal.undo()
    settle()
    assert stored(page) == raised


def test_a_letter_may_be_written_without_noting_anything(
    page: QuestionsPage, settle: Settle, raised: list[Question], tmp_path: Path
):
    dialog = asked_for(page)
    dialog.mark.setChecked(False)
    answer_next(tmp_path / "letter.docx")
    dialog.accept()
    settle()
    assert stored(page) == raised


def test_names_of_the_register_are_shown_before_a_letter_is_saved(
    page: QuestionsPage, review: Review, settle: Settle, raised: list[Question], tmp_path: Path, surgery: int
):
    with review.journal.step("Register"):
        people.add(review, Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire"))
    for answers in ([False], [True, tmp_path / "letter.docx"]):
        dialog = asked_for(page)
        dialog.agency.setCurrentIndex(dialog.agency.findData(surgery))
        for answer in answers:
            answer_next(answer)
        dialog.accept()
        settle()
        assert (tmp_path / "letter.docx").exists() == answers[0]
        assert bool(stored(page)[1].asked_on) == answers[0]
    assert raised


def test_a_letter_that_is_not_saved_asks_nothing(page: QuestionsPage, settle: Settle, raised: list[Question]):
    dialog = asked_for(page)
    answer_next(None)
    dialog.accept()
    settle()
    assert stored(page) == raised


def test_a_day_that_is_not_understood_stops_the_letter(page: QuestionsPage, raised: list[Question]):
    del raised
    dialog = asked_for(page)
    dialog.due.line.setText("soon")
    dialog.accept()
    assert dialog.isVisible()
    assert "not understood" in dialog.problem.text()
    dialog.due.line.selectAll()
    QTest.keyClicks(dialog.due.line, "7 June 2027")
    assert dialog.problem.text() == ""
    dialog.reject()


@pytest.fixture
def quoting(review: Review, settle: Settle, police: int, surgery: int) -> None:
    """A question to the police with words of the surgery's record."""
    theirs = made.add(review, made.entry(surgery, "2016-05-04", "Seen with a bruise.", time="21:40"))[0]
    asking.raise_question(review, Question(0, police, "Others say “21:40”. Which is right?", entry_id=theirs))
    settle()


@pytest.mark.usefixtures("quoting")
def test_what_another_agency_wrote_goes_only_by_the_chair_s_own_wish(
    page: QuestionsPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    place = tmp_path / "letter.docx"
    put: list[dialogs.Question] = []

    def asked(question: dialogs.Question, parent: QWidget | None) -> bool:
        put.append(question)
        return dialogs.ask(question, parent)

    monkeypatch.setattr(letters, "ask", asked)
    answer_next(False)
    asked_for(page).accept()
    settle()
    assert [one.danger for one in put] == [True], "Return goes back"
    assert not place.exists()
    assert not stored(page)[0].asked_on
    answer_next(True)
    answer_next(place)
    asked_for(page).accept()
    settle()
    assert "21:40" in words_of_docx(place.read_bytes())


def test_a_warning_of_another_agency_s_words_shows_none_that_are_marked_as_distressing(
    page: QuestionsPage, review: Review, settle: Settle, police: int, surgery: int, monkeypatch: pytest.MonkeyPatch
):
    told = "a bruise below her left eye that she would not explain"
    plain = made.add(review, made.entry(surgery, "2016-05-04", "Seen with her mother.", time="21:40"))[0]
    made.add(review, made.entry(surgery, "2016-05-05", f"Seen with {told}.", distressing=True))
    asking.raise_question(review, Question(0, police, f"Was there {told}? And “21:40”?", entry_id=plain))
    settle()
    page._context.veil.know(telling(review))
    warned: list[str] = []
    monkeypatch.setattr(letters, "ask", lambda question, _: warned.append(question.words))
    asked_for(page).accept()
    settle()
    assert "words marked as distressing" in warned[0]
    assert "bruise" not in warned[0]
    assert "“21:40”" in warned[0]


def test_the_names_in_a_letter_are_a_choice(
    page: QuestionsPage, review: Review, settle: Settle, raised: list[Question], tmp_path: Path
):
    del raised
    with review.journal.step("Enter a person"):
        kayleigh = people.add(review, Person(0, "Kayleigh Drewitt", Role.VICTIM, "Anna"))
    place = tmp_path / "letter.docx"
    dialog = asked_for(page)
    dialog.names.born[kayleigh.id].setText("3 May 1988")
    answer_next(place)
    dialog.accept()
    settle()
    said = words_of_docx(place.read_bytes())
    assert "Kayleigh Drewitt" in said
    assert "3 May 1988" in said

    dialog = asked_for(page)
    dialog.which.setCurrentIndex(0)
    dialog.names.how.setCurrentIndex(1)
    assert dialog.letters[0].concerned == ()
    dialog.names.how.setCurrentIndex(2)
    assert dialog.letters[0].naming is Naming.PSEUDONYMS
    dialog.reject()


def test_where_replies_go_is_kept_for_the_next_letter_and_until_when_is_noted(
    page: QuestionsPage, settle: Settle, raised: list[Question], tmp_path: Path
):
    del raised
    dialog = asked_for(page)
    dialog.contact.setText("reviews@example.org")
    soon = today() + timedelta(days=30)
    dialog.due.line.setText(in_british_words(of_day(soon)))
    answer_next(tmp_path / "letter.docx")
    dialog.accept()
    settle()
    assert stored(page)[0].reply_by == soon.isoformat()
    assert asked_for(page).contact.text() == "reviews@example.org"
    page.letters.dialog.reject()


def test_to_whom_an_agencys_letter_goes_stands_in_its_dialog_again_when_it_could_not_be_written(
    page: QuestionsPage, settle: Settle, raised: list[Question], tmp_path: Path
):
    dialog = asked_for(page)
    dialog.to.setText("The designated nurse")
    answer_next(tmp_path / "no such folder" / "letter.docx")
    dialog.accept()
    settle()
    page.letters.ask(page._known.waiting, raised[0].agency_id + 1)
    assert page.letters.dialog
    assert not page.letters.dialog.to.text()
    page.letters.dialog.reject()
    dialog = asked_for(page)
    assert dialog.to.text() == "The designated nurse"
    answer_next(tmp_path / "letter.docx")
    dialog.accept()
    settle()
    assert not asked_for(page).to.text()
    assert page.letters.dialog
    page.letters.dialog.reject()
