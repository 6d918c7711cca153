"""The main job through the real window: a passphrase, a review, nine agencies' files, a correction, drafts, a lock."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dhr_desktop.app import sample
from dhr_desktop.family.register import add_people
from dhr_desktop.store import entries, people, sealed
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.keyslots import Cost
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common import dialogs
from dhr_desktop.ui.shell.window import MainWindow
from dhr_desktop.ui.unlock.page import UnlockPage

PASSPHRASE = "a long and quiet passphrase"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
SLOW = 30_000


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    font, palette = qapp.font(), qapp.palette()
    made = MainWindow(tmp_path / "library", tmp_path / "settings" / "window.toml", CHEAP)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


def _at_rest(window: MainWindow) -> bool:
    return window.room is not None and not window.room.jobs.busy


def _choose_a_passphrase(window: MainWindow, qtbot: QtBot) -> None:
    form = window.stack.currentWidget().form
    for field in (form.field, form.again):
        qtbot.keyClicks(field.line, PASSPHRASE)
    qtbot.keyClick(form.again.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.library is not None, timeout=SLOW)


def _unlock(window: MainWindow, qtbot: QtBot) -> None:
    form = window.stack.currentWidget().form
    qtbot.keyClicks(form.field.line, PASSPHRASE)
    qtbot.keyClick(form.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.library is not None, timeout=SLOW)


def _import_the_sample(window: MainWindow, qtbot: QtBot) -> None:
    window.room.take_files(sample.submissions())
    page = window.room.page("submissions")
    qtbot.waitUntil(lambda: len(page.batch.batch.items) == 9, timeout=SLOW)
    page.batch.accept.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 9 and _at_rest(window), timeout=SLOW)


def _saved_draft(window: MainWindow, qtbot: QtBot, path: Path, edition: str, form: str) -> bytes:
    page = window.room.page("report")
    page.choice.edition.setCurrentIndex(page.choice.edition.findData(edition))
    page.choice.format.setCurrentIndex(page.choice.format.findData(form))
    dialogs.answer_next(path)
    page.choice.make.click()
    qtbot.waitUntil(lambda: path.exists() and _at_rest(window), timeout=SLOW)
    return path.read_bytes()


def _words(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read("word/document.xml").decode()


def test_a_chair_goes_from_a_first_passphrase_to_drafts_and_finds_all_of_it_again(window, qtbot, tmp_path):
    _choose_a_passphrase(window, qtbot)
    window.stack.currentWidget().make_review(sample.facts())
    qtbot.waitUntil(lambda: window.room is not None, timeout=SLOW)
    review = window.room.review

    _import_the_sample(window, qtbot)
    assert entries.count(review) == 447

    window.orders["go.timeline"].trigger()
    timeline = window.room.page("timeline")
    qtbot.waitUntil(lambda: timeline.model.rowCount() == 447, timeout=SLOW)
    timeline.table.choose_row(0)
    qtbot.waitUntil(lambda: timeline.panel.entry is not None, timeout=SLOW)
    entry_id, before = timeline.panel.entry.id, timeline.panel.entry.text
    timeline.edit_chosen()
    timeline.panel.fields.editor("text").setText("As the chair now understands it.")
    timeline.panel.fields.commit()
    qtbot.waitUntil(lambda: entries.get(review, entry_id).text != before and _at_rest(window), timeout=SLOW)

    assert review.journal.status().undo.startswith("Edit entry of")
    window.orders["review.undo"].trigger()
    qtbot.waitUntil(lambda: entries.get(review, entry_id).text == before and _at_rest(window), timeout=SLOW)
    window.orders["review.redo"].trigger()
    qtbot.waitUntil(lambda: entries.get(review, entry_id).text != before and _at_rest(window), timeout=SLOW)

    add_people(review, sample.register())
    word = _saved_draft(window, qtbot, tmp_path / "confidential.docx", "confidential", "docx")
    panel = _saved_draft(window, qtbot, tmp_path / "panel.docx", "panel", "docx")
    pdf = _saved_draft(window, qtbot, tmp_path / "panel.pdf", "panel", "pdf")
    assert "As the chair now understands it." in _words(word)
    assert "Kayleigh" in _words(word)
    assert "Kayleigh" not in _words(panel)
    assert pdf.startswith(b"%PDF-")

    window.orders["program.lock"].trigger()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), UnlockPage), timeout=SLOW)
    assert window.windowTitle() == "DHR Desktop"
    _unlock(window, qtbot)
    qtbot.waitUntil(lambda: window.room is not None, timeout=SLOW)
    assert window.room.shown == "timeline"
    again = window.room.review
    assert entries.get(again, entry_id).text == "As the chair now understands it."
    assert len(people.listing(again)) == len(sample.register())
    assert sealed.listing(again) == []


def test_a_typed_edit_is_saved_when_the_window_is_closed_over_it(window, qtbot, tmp_path):
    _choose_a_passphrase(window, qtbot)
    window.stack.currentWidget().make_review(sample.facts())
    qtbot.waitUntil(lambda: window.room is not None, timeout=SLOW)
    window.room.take_files(sample.submissions()[4:5])
    page = window.room.page("submissions")
    qtbot.waitUntil(lambda: len(page.batch.batch.items) == 1, timeout=SLOW)
    page.batch.accept.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and _at_rest(window), timeout=SLOW)
    window.orders["go.timeline"].trigger()
    timeline = window.room.page("timeline")
    qtbot.waitUntil(lambda: timeline.model.rowCount() == 50, timeout=SLOW)
    timeline.table.choose_row(3)
    qtbot.waitUntil(lambda: timeline.panel.entry is not None, timeout=SLOW)
    entry_id = timeline.panel.entry.id
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    timeline.edit_chosen()
    editor = timeline.panel.fields.editor("text")
    qtbot.waitUntil(editor.hasFocus)
    editor.selectAll()
    qtbot.keyClicks(editor, "Typed just before closing.")

    window.close()

    library = Library.open(tmp_path / "library", PASSPHRASE, CHEAP)
    review = library.open_review(library.reviews()[0].id)
    assert entries.get(review, entry_id).text == "Typed just before closing."
    library.close()


def test_the_overview_leads_to_the_entries_in_doubt_and_to_no_others(window, qtbot):
    _choose_a_passphrase(window, qtbot)
    window.stack.currentWidget().make_review(sample.facts())
    qtbot.waitUntil(lambda: window.room is not None, timeout=SLOW)
    window.room.take_files(sample.submissions()[4:5])
    page = window.room.page("submissions")
    qtbot.waitUntil(lambda: len(page.batch.batch.items) == 1, timeout=SLOW)
    page.batch.accept.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and _at_rest(window), timeout=SLOW)

    window.orders["go.doubts"].trigger()

    doubts = window.room.page("doubts")
    doubtful = entries.ordered_ids(window.room.review, EntryFilter(doubtful_only=True))
    assert doubtful
    qtbot.waitUntil(lambda: len(doubts.list.order()) == len(doubtful), timeout=SLOW)
    assert window.room.shown == "doubts"
    assert window.room.rail.buttons["doubts"].accessibleName() == f"Doubts, {len(doubtful)} left"
