"""The section of readings: comments are entered one after another by keyboard, and the record is printed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.family import readings
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.family.readings_section import ReadingsSection
from dhr_desktop.ui.family.whom import EVERYONE, Whom
from tests.ui.at_rest import settled, shown
from tests.ui.family.shown import mother_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def mother(review: Review) -> Whom:
    return mother_of(review)


@pytest.fixture
def section(context: ReviewContext, window: QMainWindow, mother: Whom, qtbot: QtBot) -> ReadingsSection:
    made = ReadingsSection(context)
    context.notices.changed.connect(lambda change: change.tables & made.tables and made.show_of(mother))
    shown(made, window, qtbot, (900, 600))
    made.show_of(mother)
    settled(context, qtbot)
    return made


@pytest.fixture
def session(review: Review, section: ReadingsSection, mother: Whom, context: ReviewContext, qtbot: QtBot) -> Reading:
    del section
    made = readings.begin(review, Reading(0, mother.stakeholder.id, None, "overview report", "0.6"))
    settled(context, qtbot)
    return made


def typed(qtbot: QtBot, words: str, tabs: int = 0) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), words)
    for _ in range(tabs):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def test_comments_are_entered_one_after_another_and_the_section_goes_on(
    section: ReadingsSection, session: Reading, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    section.one.comments.begin()
    typed(qtbot, "12. Chronology", 2)
    typed(qtbot, "We left on the Friday.")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    settled(context, qtbot)
    assert section.one.comments.is_open
    assert section.one.comments.form.editor("section").text() == "12. Chronology"
    section.one.comments.form.editor("said").setFocus()
    typed(qtbot, "He had her phone in May.")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    settled(context, qtbot)
    said = involvement.COMMENTS.listing(review, reading_id=session.id)
    assert [(each.section, each.said) for each in said] == [
        ("12. Chronology", "We left on the Friday."),
        ("12. Chronology", "He had her phone in May."),
    ]
    assert said[0].changed is Changed.OPEN


@pytest.mark.usefixtures("session")
def test_the_record_is_printed_for_the_panel_under_pseudonyms(
    section: ReadingsSection, context: ReviewContext, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "readings.docx"
    answer_next(target)
    section.print.click()
    settled(context, qtbot)
    said = words_of_docx(target.read_bytes())
    assert "Helen" in said
    assert "Lorraine" not in said


@pytest.mark.usefixtures("session")
def test_everyone_s_readings_stand_in_a_table_that_leads_to_each(
    section: ReadingsSection, context: ReviewContext, mother: Whom, qtbot: QtBot
) -> None:
    section.show_of(EVERYONE)
    settled(context, qtbot)
    assert [section.everyone.model.index(0, at).data() for at in (1, 2, 4)] == ["Lorraine Marchbank", "0.6", "none"]
    with qtbot.waitSignal(context.ways.involved_wanted) as led:
        qtbot.keyClick(section.everyone.table, Qt.Key.Key_Return)
    assert led.args == [mother.key, "readings"]
    context.panel.turn(on=True)
    assert section.everyone.model.index(0, 1).data() == "Helen"


def test_without_a_reading_there_is_nothing_to_print(section: ReadingsSection) -> None:
    assert not section.print.isEnabled()
    assert section.one.sessions.empty.isVisible()
    assert not section.one.comments.isVisible()


def test_what_was_said_stands_in_a_table_in_the_order_of_the_draft_with_how_much_is_not_answered(
    section: ReadingsSection, session: Reading, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    for where, said, answer, changed in (
        ("14. Analysis", "It reads as if nobody knew.", "", Changed.OPEN),
        ("12. Chronology", "We left on the Friday.", "Now the 21st.", Changed.YES),
    ):
        readings.comment(review, ReadingComment(0, session.id, where, "", said, answer, changed=changed))
    settled(context, qtbot)
    model = section.one.comments.model
    rows = [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(2)]
    assert rows == [
        ["12. Chronology", "We left on the Friday.", "Now the 21st.", "changed"],
        ["14. Analysis", "It reads as if nobody knew.", "", "not yet answered"],
    ]
    assert section.one.comments.heading.text().endswith("2 comments, 1 not answered yet")
    readings.change_comment(review, replace(involvement.COMMENTS.listing(review)[0], changed=Changed.NO))
    settled(context, qtbot)
    assert section.one.comments.heading.text().endswith("2 comments, all answered")


def test_the_keyboard_comes_to_the_readings_once_they_have_been_read(
    section: ReadingsSection, session: Reading, mother: Whom, context: ReviewContext, qtbot: QtBot
) -> None:
    del session
    section.one.sessions.show_records([], Reading(0, mother.stakeholder.id, None))
    section.take_keyboard()
    assert section.one.sessions.add.hasFocus()
    section.show_of(mother)
    settled(context, qtbot)
    assert section.one.sessions.list.hasFocus()
