"""Views: filters under a name, chosen from one button, kept as steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.meaning import Significance, Theme
from dhr_desktop.store import themes, views
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.timeline import views as commands
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.page import TimelinePage
from dhr_desktop.ui.timeline.views_dialog import ViewsDialog
from tests.ui.timeline.made import TEXTS_IN_ORDER
from tests.ui.timeline.using import ALT, Settle, texts

IN_2016 = EntryFilter(earliest="2016-01-01", latest="2016-12-31")


def saved(page: TimelinePage, settle: Settle, name: str) -> None:
    page.viewing.save()
    dialog = page.viewing.naming
    assert dialog
    dialog.name.setText(name)
    dialog.box.buttons()[0].click()
    settle()


@pytest.fixture
def viewed(page: TimelinePage, settle: Settle) -> TimelinePage:
    """The page with one view saved: what happened in 2016."""
    page.filters.set_wanted(IN_2016)
    settle()
    saved(page, settle, "In 2016")
    return page


def names(page: TimelinePage) -> list[str]:
    return [view.name for view in page.filters.views.views]


def test_some_views_are_always_there(page: TimelinePage, settle: Settle) -> None:
    assert names(page) == ["All entries", "Not yet read", "Key entries", "In doubt", "Questions open"]
    page.filters.views.action("In doubt").trigger()
    settle()
    assert texts(page) == [TEXTS_IN_ORDER[0], TEXTS_IN_ORDER[4]]
    assert page.filters.views.text() == "In doubt"
    page.filters.views.action("Key entries").trigger()
    settle()
    assert texts(page) == []
    assert page.filters.wanted == EntryFilter(significances=frozenset({Significance.KEY}))


def test_no_view_is_ticked_where_filters_narrow_all_entries(page: TimelinePage, settle: Settle) -> None:
    everything = page.filters.views.action("All entries")
    assert everything.isChecked()
    page.filters.set_wanted(IN_2016)
    settle()
    assert not everything.isChecked()
    page.filters.clear_all()
    settle()
    assert everything.isChecked()


def test_filters_are_saved_as_a_view_and_the_dialog_closes(viewed: TimelinePage, context: ReviewContext) -> None:
    assert viewed.viewing.naming
    assert not viewed.viewing.naming.isVisible()
    assert [(view.name, view.wanted) for view in views.listing(context.review)] == [("In 2016", IN_2016)]
    assert viewed.filters.views.text() == "In 2016"
    assert context.review.journal.status().undo == "Save view “In 2016”"


def test_the_name_says_when_the_filters_have_left_the_view(viewed: TimelinePage, settle: Settle) -> None:
    viewed.filters.search.setText("shouting")
    viewed.filters.apply()
    settle()
    assert viewed.filters.views.text() == "In 2016, changed"
    viewed.filters.search.clear()
    viewed.filters.apply()
    settle()
    assert viewed.filters.views.text() == "In 2016"


def test_a_view_that_was_left_can_be_kept_as_it_now_is(
    viewed: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    viewed.filters.set_wanted(EntryFilter(text="shouting"))
    viewed.filters.views.replace_wanted.emit(viewed.filters.views.chosen)
    settle()
    assert views.listing(context.review)[0].wanted == EntryFilter(text="shouting")
    assert viewed.filters.views.text() == "In 2016"


def test_a_view_brings_back_its_filters(viewed: TimelinePage, settle: Settle) -> None:
    viewed.filters.clear_all()
    settle()
    assert texts(viewed) == TEXTS_IN_ORDER
    viewed.filters.views.action("In 2016").trigger()
    settle()
    assert viewed.filters.wanted == IN_2016
    assert len(texts(viewed)) == 3


def test_a_view_of_a_theme_that_has_been_removed_says_so(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    with context.review.journal.step("Add a theme"):
        theme = themes.add(context.review, Theme(0, "Escalation"))
    settle()
    page.filters.set_wanted(EntryFilter(theme_ids=frozenset({theme.id})))
    settle()
    saved(page, settle, "Escalating")
    page.filters.clear_all()
    with context.review.journal.step("Remove a theme"):
        themes.remove(context.review, theme.id)
    settle()
    assert "has been removed" not in context.messages.text

    page.filters.views.action("Escalating").trigger()
    settle()

    assert texts(page) == TEXTS_IN_ORDER
    assert context.messages.text.startswith("Something the view “Escalating” asks for has been removed")


@pytest.mark.parametrize("name", ["In 2016", " in  2016 ", "all ENTRIES"])
def test_a_name_that_is_taken_is_refused_and_can_be_put_right(
    viewed: TimelinePage, context: ReviewContext, settle: Settle, name: str
) -> None:
    saved(viewed, settle, name)
    dialog = viewed.viewing.naming
    assert dialog
    assert dialog.isVisible()
    assert "already a view" in dialog.problem.text()
    assert len(views.listing(context.review)) == 1
    dialog.name.setText("Another")
    dialog.box.buttons()[0].click()
    settle()
    assert not dialog.isVisible()
    assert [view.name for view in views.listing(context.review)] == ["In 2016", "Another"]


def test_views_are_renamed_moved_and_deleted_in_their_list(
    viewed: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    saved(viewed, settle, "Second")
    viewed.viewing.order()
    dialog = viewed.viewing.ordering
    assert dialog
    dialog.list.setCurrentRow(1)
    dialog.up.click()
    settle()
    assert [view.name for view in views.listing(context.review)] == ["Second", "In 2016"]
    assert dialog.list.currentItem().text() == "Second"
    dialog.list.item(0).setText("First")
    settle()
    assert [view.name for view in views.listing(context.review)] == ["First", "In 2016"]
    dialog.list.item(0).setText("In 2016")
    settle()
    assert "already a view" in dialog.problem.text()
    qtbot.keyClick(_name_editor(dialog), Qt.Key.Key_Escape)
    assert dialog.list.item(0).text() == "First"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    settle()
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == ["In 2016"]


def _name_editor(dialog: ViewsDialog) -> QLineEdit:
    (editor,) = dialog.list.viewport().findChildren(QLineEdit)
    return editor


def test_a_refused_name_stays_where_it_was_typed_and_is_put_right_there(
    viewed: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    saved(viewed, settle, "Second")
    viewed.viewing.order()
    dialog = viewed.viewing.ordering
    assert dialog
    dialog.list.setCurrentRow(1)
    dialog.rename_it.click()
    _name_editor(dialog).setText("In 2016")
    qtbot.keyClick(_name_editor(dialog), Qt.Key.Key_Return)
    for _ in range(2):  # asked for again as it is, it is refused again
        qtbot.waitUntil(lambda: bool(dialog.list.viewport().findChildren(QLineEdit)) and dialog.problem.isVisible())
        settle()
        assert _name_editor(dialog).text() == "In 2016"
        dialog.problem.hide()
        qtbot.keyClick(_name_editor(dialog), Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.problem.isVisible)
    qtbot.keyClicks(_name_editor(dialog), "In 2016, the spring")
    qtbot.keyClick(_name_editor(dialog), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [view.name for view in views.listing(context.review)] == ["In 2016", "In 2016, the spring"])


def test_the_name_of_a_view_that_is_typed_over_can_be_read(viewed: TimelinePage) -> None:
    viewed.viewing.order()
    dialog = viewed.viewing.ordering
    assert dialog
    dialog.list.editItem(dialog.list.currentItem())
    (field,) = dialog.list.viewport().findChildren(QLineEdit)

    assert field.height() >= field.sizeHint().height()
    dialog.close()


def test_undo_takes_the_views_back_one_by_one(viewed: TimelinePage, context: ReviewContext, settle: Settle) -> None:
    context.review.journal.undo()
    settle()
    assert "In 2016" not in names(viewed)
    assert viewed.filters.wanted == IN_2016
    assert viewed.filters.views.text() == "Views"
    context.review.journal.redo()
    settle()
    assert "In 2016" in names(viewed)


def test_alt_and_a_digit_chooses_a_view(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    commands.save_view(context.review, "In 2016", IN_2016)
    settle()
    qtbot.keyClick(page.table, Qt.Key.Key_4, ALT)
    settle()
    assert page.filters.views.text() == "In doubt"
    qtbot.keyClick(page.table, Qt.Key.Key_6, ALT)
    settle()
    assert page.filters.wanted == IN_2016
    qtbot.keyClick(page.table, Qt.Key.Key_1, ALT)
    settle()
    assert page.filters.wanted == ALL
