"""The section of letters: filled in, warned about, saved, noted; the chair's own words are never lost."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.base.clock import today
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import DateToAvoid
from dhr_desktop.family import letters, register
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.store import involvement, letter_templates, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, QuestionDialog, answer_next
from dhr_desktop.ui.common.pauses import PAUSE
from dhr_desktop.ui.family import letters_section
from dhr_desktop.ui.family.letters_section import LettersSection
from dhr_desktop.ui.family.whom import Whom
from tests.ui.at_rest import settled, shown
from tests.ui.family.shown import mother_of


@pytest.fixture
def mother(review: Review) -> Whom:
    register.add_person(review, Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire"))
    return mother_of(review, "Lorraine")


@pytest.fixture
def section(context: ReviewContext, window: QMainWindow, mother: Whom, qtbot: QtBot) -> LettersSection:
    made = LettersSection(context)
    context.notices.changed.connect(lambda change: change.tables & made.tables and made.show_of(mother))
    shown(made, window, qtbot, (900, 600))
    made.show_of(mother)
    settled(context, qtbot)
    return made


def text(section: LettersSection) -> str:
    return section.desk.text.toPlainText()


def test_the_letter_is_filled_in_and_what_is_open_is_said(
    section: LettersSection, context: ReviewContext, qtbot: QtBot
) -> None:
    assert text(section).startswith("Dear Lorraine,")
    assert "{contact}" in section.desk.said.text()
    section.desk.fields["contact"].setText("01632 960100")
    section.desk.fields["contact"].editingFinished.emit()
    settled(context, qtbot)
    assert "You can reach me at 01632 960100." in text(section)
    assert "{contact}" not in section.desk.said.text()


def test_what_was_typed_for_one_reader_stays_theirs_while_it_is_typed_for_another(
    section: LettersSection, context: ReviewContext, mother: Whom, qtbot: QtBot
) -> None:
    """It takes longer than most, for it waits for a pause in the typing."""
    meeting = section.desk.fields["meeting"]
    meeting.setText("At her sister's house")
    register.add_person(context.review, Person(0, "Jade Ollerton", Role.FAMILY, "Rachel"))
    section.show_of(replace(mother, person=people.listing(context.review)[-1]))
    meeting.setText("At the town hall")
    qtbot.wait(PAUSE + PAUSE // 10)
    section.show_of(mother)
    assert meeting.text() == "At her sister's house"


def test_what_is_changed_in_a_letter_is_there_again_and_is_put_back(
    section: LettersSection, context: ReviewContext, mother: Whom, qtbot: QtBot
) -> None:
    before = text(section)
    section.desk.text.setPlainText("Dear Lorraine,\n\nOnly this.")
    section.desk.occasion.setCurrentIndex(1)
    settled(context, qtbot)
    assert "Only this." not in text(section)
    section.desk.occasion.setCurrentIndex(0)
    settled(context, qtbot)
    assert text(section) == "Dear Lorraine,\n\nOnly this."
    section.show_of(mother)
    settled(context, qtbot)
    assert text(section) == "Dear Lorraine,\n\nOnly this."
    section.desk.again.click()
    settled(context, qtbot)
    assert text(section) == before


def test_the_template_is_rewritten_as_a_step_and_reset(
    section: LettersSection, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    section.desk.of_template.setChecked(True)
    settled(context, qtbot)
    section.desk.text.setPlainText("Dear {name}, this is all.")
    section.keep()
    settled(context, qtbot)
    assert letter_templates.template(review, "first-family").body == "Dear {name}, this is all."
    section.desk.of_letter.setChecked(True)
    settled(context, qtbot)
    assert text(section) == "Dear Lorraine, this is all."
    section.desk.of_template.setChecked(True)
    settled(context, qtbot)
    section.desk.again.click()
    settled(context, qtbot)
    assert letter_templates.template(review, "first-family").id == 0
    assert text(section) == letter_templates.template(review, "first-family").body


def test_who_can_help_is_the_chair_s_to_rewrite_too_and_stands_in_the_letter(
    section: LettersSection, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    assert section.desk.occasion.findData("help-family") < 0
    section.desk.of_template.setChecked(True)
    section.desk.occasion.setCurrentIndex(section.desk.occasion.findData("help-family"))
    settled(context, qtbot)
    assert "AAFDA" in text(section)
    assert "{advocate}" in section.desk.hint.text()
    section.desk.text.setPlainText("The Fenland Trust helps {victim}’s family.")
    section.keep()
    settled(context, qtbot)
    section.desk.of_letter.setChecked(True)
    settled(context, qtbot)
    assert section.key == "first-family"
    assert "The Fenland Trust helps Kayleigh’s family." in text(section)
    review.journal.undo()
    settled(context, qtbot)
    assert "AAFDA" in text(section)


def test_what_is_typed_while_a_template_is_being_saved_stays(
    section: LettersSection, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    section.desk.of_template.setChecked(True)
    settled(context, qtbot)
    section.desk.text.setPlainText("Dear {name},")
    section.keep()
    section.desk.text.setPlainText("Dear {name}, and this.")
    settled(context, qtbot)
    assert text(section) == "Dear {name}, and this."
    assert letter_templates.template(review, "first-family").body == "Dear {name}, and this."


def test_the_letter_is_read_off_the_screen_s_thread(
    section: LettersSection, mother: Whom, monkeypatch: pytest.MonkeyPatch, context: ReviewContext, qtbot: QtBot
) -> None:
    threads = set()
    read = letters.addressed

    def watched(*given):
        threads.add(threading.current_thread() is threading.main_thread())
        return read(*given)

    monkeypatch.setattr(letters, "addressed", watched)
    section.show_of(mother)
    settled(context, qtbot)
    assert threads == {False}


def test_it_is_saved_after_what_speaks_against_it_was_said_and_may_be_noted(
    section: LettersSection,
    context: ReviewContext,
    review: Review,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    day = f"--{today():%m-%d}"
    with review.journal.step("Avoid"):
        involvement.DATES_TO_AVOID.add(review, DateToAvoid(0, None, day, "anniversary of the death"))
    settled(context, qtbot)
    assert "the anniversary of the death" in section.desk.said.text()
    asked: list[Question] = []
    monkeypatch.setattr(letters_section, "ask", lambda question, _: asked.append(question))
    section.save("docx")
    settled(context, qtbot)
    monkeypatch.undo()
    dialog = QuestionDialog(asked[0])
    qtbot.addWidget(dialog)
    assert dialog.no.isDefault(), "Return does what is safe"
    target = tmp_path / "letter.docx"
    answer_next(True)
    answer_next(target)
    section.save("docx")
    settled(context, qtbot)
    assert "Dear Lorraine," in words_of_docx(target.read_bytes())
    assert "Nothing was sent" in context.messages.text
    assert involvement.CONTACTS.listing(review) == []
    section.note_saved()
    settled(context, qtbot)
    (contact,) = involvement.CONTACTS.listing(review)
    assert contact.on == today()


def test_in_panel_view_no_letter_is_shown(section: LettersSection, context: ReviewContext, qtbot: QtBot) -> None:
    context.panel.turn(on=True)
    assert text(section) == ""
    assert section.empty.isVisible()
    context.panel.turn(on=False)
    settled(context, qtbot)
    assert text(section).startswith("Dear Lorraine,")
