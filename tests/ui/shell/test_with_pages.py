"""The whole window with the review's own pages: what a chair does on the first day, and on the next."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.base import resources
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import stakeholders
from dhr_desktop.importing.fields import Field
from dhr_desktop.store import entries, submissions
from dhr_desktop.ui.common.actions import PAGES
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.library.new_review import NewReviewDialog
from dhr_desktop.ui.shell.history import HistoryDialog
from dhr_desktop.ui.shell.history_model import WHAT
from dhr_desktop.ui.shell.window import MainWindow
from tests.store.made import CHEAP, PASSPHRASE

LONG = 30_000
SENT = ("02_GP_record_print.txt", "07_Ambulance_CAD_extract.csv")


@pytest.fixture
def sent(tmp_path: Path) -> list[Path]:
    """Two agencies' files, as they lie in the chair's folder."""
    folder = resources.path("sample/aldermarsh/submissions")
    return [Path(shutil.copy(folder / name, tmp_path)) for name in SENT]


@pytest.fixture
def main(qtbot: QtBot, qapp, folder: Path, tmp_path: Path) -> Iterator[MainWindow]:
    font, palette = qapp.font(), qapp.palette()
    made = MainWindow(folder, tmp_path / "settings" / "window.toml", CHEAP)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


def type_passphrase(main: MainWindow, qtbot: QtBot) -> None:
    for field in main.stack.currentWidget().findChildren(QLineEdit):
        qtbot.keyClicks(field, PASSPHRASE)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: main.library is not None)


def begin_review(main: MainWindow, qtbot: QtBot) -> None:
    main.orders["library.new"].trigger()
    dialog = main.findChild(NewReviewDialog)
    qtbot.keyClicks(dialog.name, "Aldermarsh")
    qtbot.keyClicks(dialog.died_on.line, "9/11/18")
    dialog.accept()
    qtbot.waitUntil(lambda: main.room is not None)


def idle(main: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: main.room is not None and not main.room.jobs.busy, timeout=LONG)


def import_files(main: MainWindow, qtbot: QtBot, files: list[Path]) -> None:
    main.cover.dropped.emit(files)
    idle(main, qtbot)
    page = main.room.page("submissions")
    page.import_batch()
    idle(main, qtbot)


@pytest.fixture
def begun(main: MainWindow, qtbot: QtBot, sent: list[Path]) -> MainWindow:
    """The first day, to the moment when two agencies' files are one timeline."""
    type_passphrase(main, qtbot)
    begin_review(main, qtbot)
    import_files(main, qtbot, sent)
    return main


def test_from_the_first_passphrase_to_one_timeline(begun, qtbot):
    review = begun.room.review
    assert len(submissions.listing(review)) == len(SENT)

    begun.activateWindow()
    qtbot.waitUntil(begun.isActiveWindow)
    qtbot.keyClick(begun, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    idle(begun, qtbot)

    assert begun.room.shown == "timeline"
    assert begun.room.page("timeline").model.rowCount() == entries.count(review) == 60 + 19


def test_an_import_is_undone_and_done_again_from_the_keyboard(begun, qtbot):
    review = begun.room.review
    before = entries.count(review)

    begun.orders["review.undo"].trigger()
    idle(begun, qtbot)
    assert entries.count(review) < before
    assert "Import" in begun.orders["review.redo"].text()

    begun.orders["review.redo"].trigger()
    idle(begun, qtbot)
    assert entries.count(review) == before


HOUSING = "05_Marshland_Homes_CRM_export.csv"


def test_control_z_in_the_wizard_takes_back_its_own_last_decision_and_no_import(begun, qtbot):
    review = begun.room.review
    undo, redo = begun.orders["review.undo"], begun.orders["review.redo"]
    begun.room.take_files([resources.path(f"sample/aldermarsh/submissions/{HOUSING}")])
    idle(begun, qtbot)
    page = begun.room.page("submissions")
    assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("&Undo", False, False)

    page.batch.file.columns.fixed.changed.emit({Field.SOURCE: "Case file"})
    idle(begun, qtbot)
    assert undo.text() == "&Undo Change the value where there is none"
    undo.trigger()
    (item,) = page.batch.batch.items
    assert not item.tables[0].choices.fixed
    assert len(submissions.listing(review)) == len(SENT)
    redo.trigger()
    assert item.tables[0].choices.fixed == {Field.SOURCE: "Case file"}

    begun.room.show_page("timeline")
    assert "Import" in undo.text()


def test_the_library_is_not_gone_back_to_over_files_that_wait_unless_the_chair_says_so(begun, qtbot):
    begun.room.take_files([resources.path(f"sample/aldermarsh/submissions/{HOUSING}")])
    idle(begun, qtbot)
    answer_next(False)
    begun.show_library()
    assert len(begun.room.page("submissions").batch.batch.items) == 1
    answer_next(True)
    begun.show_library()
    assert begun.room is None


def test_files_that_waited_when_the_program_was_locked_are_read_again_from_the_disk(begun, qtbot, tmp_path):
    path = Path(shutil.copy(resources.path(f"sample/aldermarsh/submissions/{HOUSING}"), tmp_path))
    begun.room.take_files([path])
    idle(begun, qtbot)
    begun.room.page("submissions").batch.file.columns._set_fixed({Field.SOURCE: "Case file"})
    idle(begun, qtbot)
    begun.lock()
    assert not [each for each in begun.findChildren(QWidget) if HOUSING in each.accessibleName()]
    for field in begun.stack.currentWidget().findChildren(QLineEdit):
        qtbot.keyClicks(field, PASSPHRASE)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: begun.room is not None, timeout=20_000)
    idle(begun, qtbot)
    assert begun.room.shown == "submissions"
    (item,) = begun.room.page("submissions").batch.batch.items
    assert item.path == path
    assert item.tables[0].choices.fixed == {Field.SOURCE: "Case file"}
    assert "was waiting when the program was locked" in begun.room.messages.text


def test_files_that_wait_are_taken_up_where_they_are_and_the_chair_stays_on_the_page_that_was_left(begun, qtbot):
    begun.room.take_files([resources.path(f"sample/aldermarsh/submissions/{HOUSING}")])
    idle(begun, qtbot)
    begun.room.show_page("timeline")
    idle(begun, qtbot)
    begun.lock()
    type_passphrase(begun, qtbot)
    qtbot.waitUntil(lambda: begun.room is not None, timeout=20_000)
    idle(begun, qtbot)
    assert begun.room.shown == "timeline"
    assert [item.name for item in begun.room.page("submissions").batch.batch.items] == [HOUSING]


def test_files_that_were_put_away_on_leaving_do_not_come_back(begun, qtbot):
    begun.room.take_files([resources.path(f"sample/aldermarsh/submissions/{HOUSING}")])
    idle(begun, qtbot)
    begun.room.context.drafts.flush()
    review_id = begun.room.review.id
    answer_next(True)
    begun.show_library()
    begun.stack.currentWidget().open_review(review_id)
    qtbot.waitUntil(lambda: begun.room is not None, timeout=20_000)
    idle(begun, qtbot)
    assert begun.room.context.drafts.under("import/") == []
    assert not begun.room.page("submissions").batch.batch.items


def test_whom_the_family_page_showed_when_the_program_was_locked_it_shows_again(begun, qtbot):
    review = begun.room.review
    who = Stakeholder(0, 0, Group.FAMILY)
    made = [
        stakeholders.involve(review, Person(0, name, Role.FAMILY), who) for name in ("Lorraine Marchbank", "Jade Vale")
    ]
    begun.room.show_page("family")
    idle(begun, qtbot)
    sister = (made[1].person_id, "letters")
    begun.room.page("family").show_person(*sister)
    qtbot.waitUntil(lambda: begun.room.page("family").place() == sister, timeout=LONG)
    begun.lock()
    type_passphrase(begun, qtbot)
    qtbot.waitUntil(lambda: begun.room is not None, timeout=LONG)
    assert begun.room.shown == "family"
    qtbot.waitUntil(lambda: begun.room.page("family").place() == sister, timeout=LONG)


def test_the_entry_that_was_read_when_the_program_was_locked_is_read_again(begun, qtbot):
    begun.room.show_page("timeline")
    idle(begun, qtbot)
    read = entries.ordered_ids(begun.room.review)[40]
    begun.room.page("timeline").go_to_entry(read)
    begun.lock()
    type_passphrase(begun, qtbot)
    qtbot.waitUntil(lambda: begun.room is not None, timeout=LONG)
    assert begun.room.shown == "timeline"
    qtbot.waitUntil(lambda: begun.room.page("timeline").place() == (read, ""), timeout=LONG)
    idle(begun, qtbot)
    page = begun.room.page("timeline")
    assert page.table.currentIndex().row() == page.model.row_of(read) == 40


def test_while_two_versions_are_compared_there_is_nothing_to_undo(begun):
    page = begun.room.page("submissions")
    undo = begun.orders["review.undo"]
    begun.room.show_page("submissions")
    assert undo.isEnabled()
    page.listing._stack.setCurrentWidget(page.listing.revision)
    assert not undo.isEnabled()
    page.listing.show_list()
    assert undo.isEnabled()


def test_files_are_imported_from_the_file_menu_on_any_page(begun, qtbot, tmp_path):
    Path(shutil.copy(resources.path(f"sample/aldermarsh/submissions/{HOUSING}"), tmp_path))
    begun.room.show_page("timeline")
    answer_next(tmp_path)
    begun.orders["review.folder"].trigger()
    idle(begun, qtbot)
    assert begun.room.shown == "submissions"
    page = begun.room.page("submissions")
    assert HOUSING in [item.name for item in page.batch.batch.items]
    assert [action.text().replace("&", "") for action in page.ways.menu().actions()] == [
        "Add a folder…",
        "Paste a table",
    ]


def test_the_first_of_two_imports_is_taken_back_from_the_history(begun, qtbot):
    review = begun.room.review
    begun.orders["review.history"].trigger()
    history = begun.findChild(HistoryDialog)
    idle(begun, qtbot)
    imports = (
        row
        for row in reversed(range(history.model.rowCount()))
        if str(history.model.index(row, WHAT).data()).startswith("Import")
    )
    history.table.selectRow(next(imports))
    idle(begun, qtbot)
    history.detail.take_back.click()
    idle(begun, qtbot)

    [left] = submissions.listing(review)
    assert left.file_name == SENT[1]
    history.close()


def test_the_next_day_everything_is_there(begun, qtbot):
    kept = entries.count(begun.room.review)

    begun.orders["program.lock"].trigger()
    assert begun.windowTitle() == "DHR Desktop"
    type_passphrase(begun, qtbot)
    page = begun.stack.currentWidget()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: begun.room is not None)

    qtbot.waitUntil(lambda: begun.windowTitle() == "Aldermarsh – DHR Desktop")
    assert entries.count(begun.room.review) == kept


@pytest.mark.parametrize("size", [100, 200])
def test_every_page_can_be_shown_at_every_size_of_text_in_every_theme(begun, qtbot, size):
    begun.appearance.choose_text_size(size)
    for theme in ("dark", "contrast", "light"):
        begun.appearance.choose_theme(theme)
        for page in PAGES:
            begun.orders[f"go.{page}"].trigger()
            idle(begun, qtbot)
            assert begun.room.shown == page
    assert QApplication.instance().font().pointSizeF() > 0


def test_the_foot_calls_saved_only_what_is_on_disk(begun: MainWindow, qtbot: QtBot) -> None:
    room = begun.room
    assert room is not None
    room.show_page("timeline")
    idle(begun, qtbot)
    page = room.page("timeline")
    qtbot.waitUntil(lambda: page.panel.entry is not None)
    begun.activateWindow()
    qtbot.waitUntil(begun.isActiveWindow)
    editor = page.panel.fields.editor("comment")
    editor.setFocus()
    qtbot.keyClicks(editor, "Ask the surgery.")
    assert begun.status.saved.text() == ""
    page.refresh()
    qtbot.waitUntil(lambda: not room.jobs.busy)
    assert begun.status.saved.text() == ""

    qtbot.waitUntil(lambda: begun.status.saved.text() == "All changes saved")
    assert editor.hasFocus()
    assert entries.get(room.review, page.panel.entry.id).comment == "Ask the surgery."
