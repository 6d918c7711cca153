"""On the timeline names are covered in panel view, and what is distressing is veiled until it is asked for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from dhr_desktop.domain.meaning import Mark
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.store import entries, people
from dhr_desktop.timeline import edit, meaning, themes
from dhr_desktop.ui.common.veil import veiled_words
from dhr_desktop.ui.timeline.model import Column
from tests.ui.timeline.made import TEXTS_IN_ORDER

NELL = Person(0, "Helen Drewitt", Role.VICTIM, "Anna", forms=(NameForm("Nell", FormKind.NICKNAME),))
HURTS = "Nell said that he had held her by the throat."


@pytest.fixture
def named(page, context, settle):
    """The first entry names somebody."""
    first = page.panel.entry
    edit.change_entry(context.review, replace(first, text=HURTS, action="Nell taken home.", private_note="About Nell."))
    with context.review.journal.step("Add person"):
        people.add(context.review, NELL)
    settle()
    return first.id


@pytest.fixture
def veiled(context, settle, named):
    meaning.mark(context.review, [named], Mark.DISTRESSING, on=True)
    settle()
    return named


def said(place: QWidget) -> str:
    """Every word that can be seen or heard in a place as it is shown now."""
    words = []
    for each in [place, *place.findChildren(QWidget)]:
        if not each.isVisible():
            continue
        words += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        if isinstance(each, QLabel | QLineEdit):
            words.append(each.text())
        if isinstance(each, QPlainTextEdit):
            words.append(each.toPlainText())
    return "\n".join(words)


def cells(page) -> str:
    roles = (
        *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole),
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
    return "\n".join(
        str(page.model.index(row, column).data(role) or "")
        for row in range(page.model.rowCount())
        for column in Column
        for role in roles
    )


def test_in_panel_view_no_name_is_in_the_table_or_the_panel(page, context, named, settle):
    assert named
    assert "Nell" in cells(page)
    assert "Nell" in said(page)

    context.panel.turn(on=True)
    settle()

    assert "Nell" not in cells(page)
    assert "Nell" not in said(page)
    assert "Anna said that he had held her" in cells(page)
    assert page.panel.fields.editor("text").text().startswith("Anna said")


def test_in_panel_view_texts_are_not_edited_and_the_entry_stays_as_it_was_written(page, context, named, settle, qtbot):
    context.panel.turn(on=True)
    settle()

    page.edit_chosen()
    assert context.messages.text.startswith("Texts are not edited in panel view")
    field = page.panel.fields.editor("text")
    assert field.isReadOnly()
    field.setFocus()
    qtbot.keyClicks(field, "x")
    page.next_entry()
    page.previous_entry()
    settle()
    context.panel.turn(on=False)
    settle()

    assert entries.get(context.review, named).text == HURTS
    assert entries.get(context.review, named).private_note == "About Nell."
    assert page.panel.fields.editor("text").text() == HURTS
    assert not field.isReadOnly()
    assert context.review.journal.status().undo == "Add person"


def test_what_was_being_typed_is_saved_as_it_was_typed(page, context, named, settle):
    field = page.panel.fields.editor("text")
    field.setFocus()
    field.setText("Nell rang.")

    context.panel.turn(on=True)
    settle()

    assert entries.get(context.review, named).text == "Nell rang."
    assert field.text() == "Anna rang."


def test_what_is_typed_into_a_cell_is_saved_and_out_of_sight_in_panel_view(page, context, named, settle, qtbot):
    page.table.setFocus()
    page.table.choose_row(0)
    page.edit_here()
    page.work.editor.editor.selectAll()
    qtbot.keyClicks(page.work.editor.editor, "Nell rang.")

    context.panel.turn(on=True)
    settle()

    assert not page.work.editor.editing
    assert page.table.hasFocus()
    assert "Nell" not in said(page)
    assert entries.get(context.review, named).text == "Nell rang."


def test_records_can_be_judged_in_panel_view_and_nothing_else_of_them_is_written(page, context, named, settle):
    context.panel.turn(on=True)
    settle()

    page.meaning.press(3)
    settle()

    found = entries.get(context.review, named)
    assert (found.significance, found.text, found.private_note) == (3, HURTS, "About Nell.")


def test_an_agency_s_whole_sheet_is_not_shown_in_panel_view(page, context, named, settle):
    assert named
    context.panel.turn(on=True)
    settle()

    page.show_original()

    assert page.originals.sheet is None
    assert context.messages.text.startswith("An agency’s sheet is not shown")


def test_what_is_copied_in_panel_view_is_what_is_shown(page, context, named, settle):
    assert named
    context.panel.turn(on=True)
    settle()

    field = page.panel.fields.editor("text")
    field.selectAll()
    field.copy()

    assert QGuiApplication.clipboard().text().startswith("Anna said")


def test_what_is_opened_to_be_edited_stays_closed_in_panel_view(page, context, named, settle):
    assert named
    context.panel.turn(on=True)
    settle()

    page.meaning.edit_themes()
    page.picture.edit_key_dates()

    assert [each for each in page.window().findChildren(QDialog) if each.isVisible()] == []
    assert "not changed in panel view" in context.messages.text


def test_what_is_typed_into_a_cell_is_kept_and_put_away_in_panel_view(page, context, named, settle):
    page.go_to_entry(named)
    settle()
    assert page.work.editor.begin()
    page.work.editor.editor.setText("Nell rang twice.")
    context.panel.turn(on=True)
    settle()

    assert not page.work.editor.editing
    assert entries.get(context.review, named).text == "Nell rang twice."
    assert "Nell" not in said(page)


def test_the_key_of_a_theme_bears_no_name_in_panel_view(page, context, named, settle):
    assert named
    theme = themes.add(context.review, "Nell’s account")
    themes.give_digit(context.review, theme.id, 7)
    settle()
    assert "Nell" in page.meaning.legend.keys.words()
    context.panel.turn(on=True)

    assert "Nell" not in page.meaning.legend.keys.words()
    assert "Nell" not in page.meaning.legend.keys.accessibleName()


def test_a_name_in_the_search_is_put_away(page, context, named, settle):
    assert named
    page.filters.search.setText("Nell")
    context.panel.turn(on=True)
    settle()

    assert page.filters.search.text() == ""


def test_what_is_distressing_is_veiled_in_the_table_the_panel_and_the_agency_s_row(page, veiled):
    assert veiled
    assert "throat" not in cells(page)
    assert veiled_words() in cells(page)
    assert "throat" not in said(page)
    assert page.panel.veil.isVisible()
    assert not page.panel.original.isVisible()
    assert not page.panel.fields.isVisible()


def test_one_key_shows_it_until_another_entry_is_chosen(page, veiled, qtbot, settle):
    assert veiled
    qtbot.keyClick(page.table, Qt.Key.Key_F5)
    settle()
    assert "throat" in cells(page)
    assert page.panel.fields.editor("text").text() == HURTS
    assert page.panel.original.isVisible()

    page.next_entry()
    settle()
    assert "throat" not in cells(page)
    page.previous_entry()
    settle()
    assert page.panel.veil.isVisible()


def test_what_it_means_can_be_said_without_reading_it_again(page, veiled, settle, context):
    page.panel.show_meaning()
    assert page.panel.meaning.isVisible()
    page.meaning.press(3)
    settle()

    assert entries.get(context.review, veiled).significance == 3
    assert entries.get(context.review, veiled).text == HURTS


def test_to_edit_it_is_to_ask_for_it(page, veiled, settle):
    assert veiled
    page.edit_chosen()
    settle()

    assert page.panel.fields.editor("text").hasFocus()
    assert page.panel.fields.editor("text").text() == HURTS


def test_in_panel_view_an_entry_that_is_asked_for_has_its_names_covered(page, context, veiled, settle):
    assert veiled
    context.panel.turn(on=True)
    page.showing.unveil()
    settle()

    assert page.panel.fields.editor("text").text() == "Anna said that he had held her by the throat."


def test_with_the_choice_to_show_always_nothing_is_veiled(page, context, veiled, settle):
    assert veiled
    context.veil.show_always(on=True)
    settle()

    assert "throat" in cells(page)
    assert not page.panel.veil.isVisible()


def test_what_is_veiled_is_not_changed_by_what_stands_in_its_place(page, context, veiled, settle):
    page.next_entry()
    settle()
    page.previous_entry()
    settle()
    page.showing.unveil()
    page.next_entry()
    settle()

    assert entries.get(context.review, veiled).text == HURTS
    assert TEXTS_IN_ORDER[1] in cells(page)
