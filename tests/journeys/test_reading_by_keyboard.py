"""A chair reads, tags and groups ten entries of a real review by keyboard alone, and then takes all of it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.app import sample
from dhr_desktop.domain.meaning import Significance
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries, events
from dhr_desktop.store import themes as kept
from dhr_desktop.store.library import Library
from dhr_desktop.timeline import themes
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, snapshot

SLOW = 60_000
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
ROUTINE, RELEVANT, KEY = Significance.ROUTINE, Significance.RELEVANT, Significance.KEY
TEN = (ROUTINE, KEY, RELEVANT, ROUTINE, KEY, RELEVANT, ROUTINE, ROUTINE, KEY, RELEVANT)
MARKED = {2: Qt.Key.Key_4, 5: Qt.Key.Key_6}
DIGITS = {ROUTINE: Qt.Key.Key_1, RELEVANT: Qt.Key.Key_2, KEY: Qt.Key.Key_3}


@pytest.fixture
def review(window, tmp_path):
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, sample.facts(), themes.usual())
    for path in sample.submissions()[:2]:
        reading = read_file(path)
        submit(made, reading, reading.agency_guess or path.stem)
    window.enter(library)
    window.show_review(made)
    return made


class Chair:
    """Has nothing but the keyboard: every key goes to what has it."""

    def __init__(self, window, qtbot):
        self._room, self._qtbot = window.room, qtbot

    @property
    def page(self):
        return self._room.page("timeline")

    @property
    def editor(self):
        return self.page.meaning.editor

    def press(self, key, modifier=NONE):
        self._qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def write(self, words):
        self._qtbot.keyClicks(QApplication.focusWidget(), words)

    def tab_to(self, widget):
        for _ in range(20):
            if widget.hasFocus():
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError("Tab does not lead there")

    def rest(self):
        for _ in range(2):
            QApplication.processEvents()
            self._qtbot.waitUntil(lambda: not self._room.jobs.busy, timeout=SLOW)

    def wait(self, until):
        self._qtbot.waitUntil(until, timeout=SLOW)


@pytest.fixture
def chair(window, review, qtbot):
    assert window.room.review is review
    found = Chair(window, qtbot)
    found.press(Qt.Key.Key_4, CONTROL)
    found.rest()
    assert found.page.table.hasFocus()
    return found


def give_a_theme_the_key_seven(chair):
    """Into the tree, down to the theme, and its key chosen by its digit."""
    chair.press(Qt.Key.Key_M, CONTROL | SHIFT)
    chair.wait(lambda: chair.editor is not None and chair.editor.view.hasFocus())
    chair.press(Qt.Key.Key_Down)
    chair.tab_to(chair.editor.digit)
    chair.press(Qt.Key.Key_7)
    chair.rest()
    chair.press(Qt.Key.Key_Escape)
    chair.wait(chair.page.table.hasFocus)


def read_ten(chair, ids):
    """Each is judged and some are marked; Space goes on to the next that nobody has read."""
    for number, significance in enumerate(TEN):
        assert chair.page.panel.entry.id == ids[number]
        chair.press(DIGITS[significance])
        if significance is KEY:
            chair.press(Qt.Key.Key_7)
        if number in MARKED:
            chair.press(MARKED[number])
        chair.rest()
        if number + 1 < len(TEN):
            chair.press(Qt.Key.Key_Space)
            chair.rest()


def add_a_theme_and_a_note(chair):
    """By its letters, and by Tab on to the private note; Escape goes back to the table."""
    chair.press(Qt.Key.Key_M, CONTROL)
    chair.write("strang")
    chair.press(Qt.Key.Key_Return)
    chair.rest()
    chair.tab_to(chair.page.panel.meaning.note.editor)
    chair.write("Ask the surgery.")
    chair.press(Qt.Key.Key_Return, CONTROL)
    chair.press(Qt.Key.Key_Escape)
    chair.rest()
    assert chair.page.table.hasFocus()


def group_three(chair):
    """The first three, chosen with Shift and an arrow, become one event."""
    chair.press(Qt.Key.Key_Home)
    chair.press(Qt.Key.Key_Down, SHIFT)
    chair.press(Qt.Key.Key_Down, SHIFT)
    chair.press(Qt.Key.Key_G, CONTROL)
    chair.rest()


def take_all_back(chair, review, before):
    """Undo until nothing is left of it; returns the entries that were shown on the way."""
    shown = []
    while snapshot(review) != before:
        assert len(shown) < 30, "undo does not come back to where the reading began"
        chair.press(Qt.Key.Key_Z, CONTROL)
        chair.rest()
        shown.append(chair.page.panel.entry.id)
    return shown


def test_ten_entries_are_read_tagged_and_grouped_by_keyboard_alone_and_all_is_taken_back(chair, review):
    before, ids = snapshot(review), entries.ordered_ids(review)
    legend = chair.page.meaning.legend
    assert legend.read.text() == f"0 of {len(ids)} read"

    give_a_theme_the_key_seven(chair)
    (seven,) = [theme for theme in kept.listing(review) if theme.digit]
    assert (seven.name, seven.digit) == ("Coercive or controlling behaviour", 7)

    read_ten(chair, ids)
    add_a_theme_and_a_note(chair)
    group_three(chair)

    ten, given = entries.page(review, ids[:10]), kept.of_entries(review, ids[:10])
    names = {theme.id: theme.name for theme in kept.listing(review)}
    assert tuple(entry.significance for entry in ten) == TEN
    assert (ten[2].voice_of_victim, ten[5].missed_opportunity) == (True, True)
    assert [seven.id in given.get(entry.id, ()) for entry in ten] == [each is KEY for each in TEN]
    assert {names[theme] for theme in given[ids[9]]} == {"Strangulation or suffocation"}
    assert ten[9].private_note == "Ask the surgery."
    assert legend.read.text() == f"10 of {len(ids)} read"

    assert list(events.members(review).values()) == [ids[:3]]

    shown = take_all_back(chair, review, before)
    assert ids[9] in shown
    assert set(ids[:10]) <= set(shown)
    assert legend.read.text() == f"0 of {len(ids)} read"
