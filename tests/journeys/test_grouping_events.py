"""A chair decides what agencies tell of one happening, by keyboard alone; what she rejected is never asked again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.app import sample
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries, events
from dhr_desktop.store.library import Library
from dhr_desktop.ui.events.accept_all import AcceptAllDialog
from dhr_desktop.ui.events.page import GROUPED
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, snapshot

SLOW = 60_000
CONTROL = Qt.KeyboardModifier.ControlModifier
UNTOUCHED = ("entry", "event", "kept_apart", "question", "decision")


@pytest.fixture
def library(tmp_path, window):
    """The library with the review of Aldermarsh, as six of its agencies sent it."""
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, sample.facts())
    for path in sample.submissions()[:6]:
        reading = read_file(path)
        submit(made, reading, reading.agency_guess or path.stem)
    window.enter(library)
    return library, made


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


class Chair:
    """Works in the window."""

    def __init__(self, window, qtbot):
        self._window, self._qtbot = window, qtbot

    def rest(self):
        """Wait until everything is on disk and shown."""

        def at_rest():
            QApplication.processEvents()
            return not self._window.room.jobs.busy

        for _ in range(4):
            self._qtbot.waitUntil(at_rest, timeout=SLOW)
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=SLOW)

    def opens_events(self, review):
        """Open the review and go to its events."""
        self._window.show_review(review)
        press(self._qtbot, Qt.Key.Key_5, CONTROL)
        self.rest()
        return self._window.room.page("events")

    def undoes(self):
        """Take back the last step."""
        press(self._qtbot, Qt.Key.Key_Z, CONTROL)
        self.rest()


def suggested(page):
    return [page.suggested.list.lines.key(row) for row in range(page.suggested.list.lines.rowCount())]


def test_suggestions_are_accepted_rejected_and_all_taken_back(window, library, qtbot):
    library, review = library
    chair = Chair(window, qtbot)
    before = {table: rows for table, rows in snapshot(review).items() if table in UNTOUCHED}
    page = chair.opens_events(review)
    first, second, *rest = suggested(page)
    assert len(rest) > 10
    assert page.suggested.list.hasFocus()

    press(qtbot, Qt.Key.Key_Return)
    assert page.suggested.list.key == second
    press(qtbot, Qt.Key.Key_Delete)
    assert page.suggested.list.key == rest[0]
    chair.rest()
    assert [set(ids) for ids in events.members(review).values()] == [set(first)]
    assert suggested(page) == rest

    # On another day.
    number = review.id
    window.show_library()
    review = library.open_review(number)
    page = chair.opens_events(review)
    assert not {frozenset(one) for one in suggested(page)} & {frozenset(first), frozenset(second)}
    kept = {one for one in suggested(page) if set(second) <= set(one)}
    assert kept == set()

    press(qtbot, Qt.Key.Key_A, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    (dialog,) = window.findChildren(AcceptAllDialog)
    qtbot.waitUntil(dialog.score.hasFocus)
    number_above = len(dialog.wanted)
    assert f"{number_above} suggestions would be accepted" in dialog.count.text()
    press(qtbot, Qt.Key.Key_Return)
    chair.rest()
    assert len(events.listing(review)) == 1 + number_above
    assert (review.journal.status().undo or "").endswith(f"as {number_above} suggested events")
    assert page.tabs.tabText(GROUPED) == f"Grouped ({1 + number_above})"

    chair.undoes()
    assert len(events.listing(review)) == 1
    chair.undoes()
    chair.undoes()
    assert (events.listing(review), events.kept_apart(review)) == ([], set())
    after = {table: rows for table, rows in snapshot(review).items() if table in UNTOUCHED}
    assert after == before
    assert {first, second} <= set(suggested(page))
    assert review.journal.first_broken_step() is None
    assert all(entry.event_id is None for entry in entries.iterate(review))
