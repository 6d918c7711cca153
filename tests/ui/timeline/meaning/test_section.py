"""The panel's Meaning: what is said there is written, what stands in the store is shown, and ways lead on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.events import Event, Question
from dhr_desktop.domain.meaning import Inclusion, Mark, Significance, Theme
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.store import enquiry, entries, events, people, questions
from dhr_desktop.store import themes as kept
from dhr_desktop.timeline import events as grouping
from dhr_desktop.timeline import meaning, themes
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import TEXTS_IN_ORDER, fill
from tests.ui.timeline.using import CONTROL, Settle, opened, stored


def last(context: ReviewContext) -> str | None:
    return context.review.journal.status().undo


def test_a_press_on_the_row_judges_the_entry(page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
    page.panel.meaning_head.buttons[Significance.RELEVANT].click()
    settle()
    assert stored(context, page).significance is Significance.RELEVANT
    down = [which for which, each in page.panel.meaning_head.buttons.items() if each.isChecked()]
    assert down == [Significance.RELEVANT]


def test_the_arrow_keys_go_along_the_row_and_space_presses(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    buttons = page.panel.meaning_head.buttons
    buttons[Significance.UNREAD].setFocus()
    qtbot.keyClick(buttons[Significance.UNREAD], Qt.Key.Key_Right)
    assert buttons[Significance.ROUTINE].hasFocus()
    qtbot.keyClick(buttons[Significance.ROUTINE], Qt.Key.Key_Space)
    settle()
    assert stored(context, page).significance is Significance.ROUTINE
    assert buttons[Significance.ROUTINE].hasFocus()


def test_letters_are_enough_to_add_a_theme_and_a_press_takes_it_off(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_M, CONTROL)
    field = page.panel.meaning.themes
    assert field.add.hasFocus()
    qtbot.keyClicks(field.add, "fear")
    qtbot.keyClick(field.add, Qt.Key.Key_Return)
    settle()
    assert last(context) == "Give entry of about June 2014 the theme “Fear expressed”"
    assert field.add.text() == ""
    assert field.add.hasFocus()
    assert [chip.accessibleName() for chip in field.chips()] == ["Take off the theme Fear expressed"]
    field.chips()[0].click()
    settle()
    assert last(context) == "Take from entry of about June 2014 the theme “Fear expressed”"
    assert field.chips() == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Risk", "Risk"), ("ref", "Referral"), ("EXPR", "Fear expressed"), ("res", "Response"), ("zzz", None), ("", None)],
)
def test_the_theme_meant_is_the_one_so_called_before_one_that_begins_so(
    page: TimelinePage, typed: str, name: str | None
) -> None:
    found = page.panel.meaning.themes.best(typed)
    assert (found.name if found else None) == name


def test_a_theme_chosen_from_the_list_that_opens_is_given_once(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    page.meaning.add_theme()
    field = page.panel.meaning.themes
    qtbot.keyClicks(field.add, "e")
    popup = field.completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    wanted = popup.currentIndex().data()
    before = context.review.journal.steps(1)[0].id
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    settle()
    assert context.review.journal.steps(1)[0].id == before + 1
    assert field.add.text() == ""
    given = kept.of_entries(context.review, [stored(context, page).id])
    assert sum(map(len, given.values())) == 1
    assert page.panel.meaning_head.said.words == wanted.split("  (")[0]


def test_a_name_that_no_theme_has_is_added_only_on_purpose(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    page.meaning.add_theme()
    field = page.panel.meaning.themes
    qtbot.keyClicks(field.add, "Locks changed")
    assert field.hint.text() == "No theme is so called. Ctrl+Return adds it to the tree."
    before = last(context)
    qtbot.keyClick(field.add, Qt.Key.Key_Return)
    settle()
    assert last(context) == before
    assert field.add.text() == "Locks changed"
    qtbot.keyClick(field.add, Qt.Key.Key_Return, CONTROL)
    settle()
    assert last(context) == "Give entry of about June 2014 the new theme “Locks changed”"
    assert page.panel.meaning_head.said.words == "Locks changed"
    context.review.journal.undo()
    settle()
    assert "Locks changed" not in {theme.name for theme in kept.listing(context.review)}


def test_escape_clears_the_field_and_then_goes_back_to_the_table(page: TimelinePage, qtbot: QtBot) -> None:
    page.meaning.add_theme()
    field = page.panel.meaning.themes.add
    qtbot.keyClicks(field, "zzz")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_boxes_say_what_an_entry_shows_and_where_it_goes(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.panel.show_meaning()
    page.panel.meaning.marks.boxes[Mark.DISTRESSING].click()
    page.panel.meaning.inclusion.boxes[Inclusion.CHRONOLOGY].click()
    page.panel.meaning.inclusion.boxes[Inclusion.REPORT].click()
    settle()
    entry = stored(context, page)
    assert (entry.distressing, entry.in_chronology, entry.in_report, entry.in_summary) == (True, False, True, False)
    assert page.panel.meaning_head.said.words == "Distressing · Left out of the full chronology"
    page.next_entry()
    assert not page.panel.meaning.marks.boxes[Mark.DISTRESSING].isChecked()
    assert page.panel.meaning.inclusion.boxes[Inclusion.CHRONOLOGY].isChecked()


def test_lines_of_enquiry_are_those_of_the_overview_and_are_folded_away(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.panel.show_meaning()
    section, review = page.panel.meaning, context.review
    boxes = section.line_boxes()
    assert [check.box.accessibleName() for check in boxes.values()] == ["What was known, and when?", "Was she heard?"]
    assert not any(check.box.isVisible() for check in boxes.values())
    section.lines.heading.click()
    second = list(boxes)[1]
    boxes[second].box.click()
    settle()
    assert section.lines.heading.text() == "Lines of enquiry  (1)"
    assert last(context) == "Link entry of about June 2014 to the line of enquiry “Was she heard?”"
    with review.journal.step("Change the review's details"):
        enquiry.put(review, ("Was Kayleigh heard by anyone?", "What was known, and when?"))
    settle()
    changed = section.line_boxes()
    assert next(check.box.accessibleName() for check in changed.values()) == "Was Kayleigh heard by anyone?"
    assert [check.box.isChecked() for check in changed.values()] == [True, False]


def test_a_private_note_is_written_when_typing_rests_and_undone_as_one(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    page.panel.show_meaning()
    note = page.panel.meaning.note
    note.editor.setFocus()
    qtbot.keyClicks(note.editor, "Ask her ")
    note.keep()
    settle()
    assert stored(context, page).private_note == "Ask her"
    assert note.editor.text() == "Ask her "
    qtbot.keyClicks(note.editor, "sister.")
    assert note.unsaved
    page.table.setFocus()
    settle()
    assert stored(context, page).private_note == "Ask her sister."
    context.jobs.run(lambda _: context.review.journal.undo(), "Undoing")
    settle()
    assert stored(context, page).private_note == ""
    assert note.editor.text() == ""


def test_a_note_goes_with_its_own_entry_when_the_chair_goes_on(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    first = stored(context, page)
    page.panel.show_meaning()
    note = page.panel.meaning.note
    note.editor.setFocus()
    qtbot.keyClicks(note.editor, "Of the first.")
    page.next_entry()
    settle()
    assert entries.get(context.review, first.id).private_note == "Of the first."
    assert note.editor.text() == ""
    assert stored(context, page).private_note == ""


def test_escape_puts_the_note_back_as_it_was(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    meaning.write_note(context.review, stored(context, page).id, "As it was.")
    settle()
    page.panel.show_meaning()
    note = page.panel.meaning.note
    note.editor.setFocus()
    note.editor.setText("Something else")
    note.keep()
    qtbot.keyClick(note.editor, Qt.Key.Key_Escape)
    settle()
    assert stored(context, page).private_note == "As it was."
    qtbot.keyClick(note.editor, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_what_is_typed_into_the_note_survives_a_change_from_elsewhere(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.panel.meaning.note.editor.setText("Half a sen")
    context.jobs.run(lambda _: themes.add(context.review, "Fear"), "Adding")
    settle()
    assert page.panel.meaning.note.editor.text() == "Half a sen"


def test_an_entry_s_event_is_named_and_shown(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    section = page.panel.meaning
    page.panel.show_meaning()
    assert section.belongs.text() == "In no event."
    assert not section.show_event.isVisible()
    ids = entries.ordered_ids(context.review)
    event_id = grouping.group(context.review, ids[:3])
    grouping.change_event(context.review, Event(event_id, "A call to the house"))
    settle()
    assert section.belongs.text() == "In “A call to the house”, with 2 more."
    with qtbot.waitSignal(context.ways.event_wanted) as wanted:
        section.show_event.click()
    assert wanted.args == [event_id]
    with qtbot.waitSignal(context.ways.suggestions_wanted) as wanted:
        section.similar.click()
    assert wanted.args == [ids[0]]
    assert events.get(context.review, event_id).headline == "A call to the house"


def test_questions_about_an_entry_are_counted_and_another_can_be_asked(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    entry, section = stored(context, page), page.panel.meaning
    assert section.questions.text() == "No question about it."
    with qtbot.waitSignal(context.ways.question_wanted) as wanted:
        section.ask.click()
    assert wanted.args == [Question(0, entry.agency_id, "", entry_id=entry.id)]
    with context.review.journal.step("Ask"):
        questions.add(context.review, Question(0, entry.agency_id, "Who was there?", entry_id=entry.id))
    settle()
    assert section.questions.text() == "1 open question."


def test_without_themes_the_usual_ones_are_offered_and_come_as_one_step(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    fill(context.review)
    page = opened(context, window, qtbot, settle)
    page.panel.show_meaning()
    assert page.panel.meaning.usual.isVisible()
    page.panel.meaning.usual.click()
    settle()
    assert last(context) == "Begin with the usual themes"
    assert not page.panel.meaning.usual.isVisible()
    assert page.panel.meaning.themes.best("strang")
    assert page.panel.entry
    assert page.panel.entry.text == TEXTS_IN_ORDER[0]


def test_what_could_not_be_written_is_not_shown_as_said(
    page: TimelinePage, context: ReviewContext, settle: Settle, tree: dict[str, Theme]
) -> None:
    themes.remove(context.review, tree["Referral"].id)
    page.panel.meaning.themes.turned.emit(tree["Referral"], True)
    settle()
    assert "no longer in the tree" in context.messages.text
    assert page.panel.meaning_head.said.words == ""


def test_in_panel_view_names_are_covered_and_the_note_is_out_of_sight(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    review = context.review
    meaning.write_note(review, stored(context, page).id, "Ask Kayleigh Drewitt’s sister.")
    with review.journal.step("Enter"):
        people.add(review, Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire"))
        enquiry.put(review, ("Was Kayleigh Drewitt heard?",))
    settle()
    page.panel.show_meaning()
    section = page.panel.meaning
    assert section.note.isVisible()

    context.panel.turn(on=True)
    settle()
    assert not section.note.isVisible()
    (check,) = section.line_boxes().values()
    assert check.box.accessibleName() == "Was Claire heard?"
    check.box.click()
    settle()
    assert last(context) == "Link entry of about June 2014 to the line of enquiry “Was Kayleigh Drewitt heard?”"

    context.panel.turn(on=False)
    settle()
    assert section.note.isVisible()
    assert section.note.editor.text() == "Ask Kayleigh Drewitt’s sister."
    assert stored(context, page).private_note == "Ask Kayleigh Drewitt’s sister."


def test_the_note_on_a_distressing_entry_is_veiled_with_it_and_stays_as_it_was(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    entry = stored(context, page)
    meaning.write_note(context.review, entry.id, "Not before lunch.")
    meaning.mark(context.review, [entry.id], Mark.DISTRESSING, on=True)
    settle()
    page.panel.show_meaning()
    note = page.panel.meaning.note
    assert not note.isVisible()
    assert note.editor.text() == "Not before lunch."
    context.veil.lift(entry.id)
    settle()
    assert note.isVisible()
    note.editor.setFocus()
    note.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(note.editor, " Or after.")
    page.table.setFocus()
    settle()
    assert stored(context, page).private_note == "Not before lunch. Or after."
