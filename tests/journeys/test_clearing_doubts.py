"""A chair clears what the import left in doubt by the keyboard alone, takes one back, and goes on to the timeline."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.app import sample
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import doubtful
from dhr_desktop.store.library import Library
from dhr_desktop.ui.shell.window import MainWindow
from tests.store.made import CHEAP, PASSPHRASE

SLOW = 60_000


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    font, palette = qapp.font(), qapp.palette()
    made = MainWindow(tmp_path / "library", tmp_path / "window.toml", CHEAP)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def review(window, tmp_path):
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = library.create_review(sample.facts())
    for path in sample.submissions()[:6]:
        reading = read_file(path)
        submit(made, reading, reading.agency_guess or path.stem)
    window.enter(library)
    window.show_review(made)
    return made


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_everything_in_doubt_is_cleared_with_one_key_each_and_one_is_taken_back(window, review, qtbot):
    def at_rest():
        QApplication.processEvents()
        return not window.room.jobs.busy

    press(qtbot, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = window.room.page("doubts")
    number = doubtful.count(review)
    qtbot.waitUntil(lambda: len(page.list.order()) == number and at_rest(), timeout=SLOW)
    assert number > 5
    assert page.form.date.hasFocus()

    for _ in range(number):
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(at_rest, timeout=SLOW)
    assert doubtful.count(review) == 0
    assert page.empty.isVisible()
    assert window.room.rail.buttons["doubts"].accessibleName() == "Doubts"

    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.list.order()) == 1 and at_rest(), timeout=SLOW)
    assert page.form.date.hasFocus()

    qtbot.keyClicks(page.form.date, "early june 2014")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(at_rest, timeout=SLOW)
    assert doubtful.count(review) == 0
    assert review.journal.status().undo.startswith("Edit entry of ")
