"""Words that are only half a thing yet outlive the lock, the way back to the library, quitting, and an abrupt end."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.domain.events import Event
from dhr_desktop.store import decisions, draft_words, entries, questions
from dhr_desktop.store.library import Library
from dhr_desktop.timeline import events
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import made
from tests.store.made import CHEAP, PASSPHRASE

SLOW = 60_000
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ROOT = Path(__file__).parents[2]


class Chair:
    """What the chair does with the window, and how she comes back to it."""

    def __init__(self, window, review, qtbot, tmp_path):
        self.window, self.qtbot, self.folder = window, qtbot, tmp_path / "library"
        self.number = review.id

    def at_rest(self):
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not self.window.room.jobs.busy, timeout=SLOW)
            QApplication.processEvents()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def go(self, digit):
        self.press(digit, CONTROL)
        self.at_rest()
        return self.window.room.stack.currentWidget()

    def type_into(self, editor, words):
        editor.setFocus()
        editor.selectAll()
        self.qtbot.keyClicks(editor, words)

    def lock(self):
        self.press(Qt.Key.Key_L, CONTROL)
        assert self.window.room is None

    def go_back_to_the_library(self):
        self.window.show_library()
        assert self.window.room is None

    def quit(self):
        self.window.close()
        self.window = MainWindow(self.folder, self.folder.with_name("window.toml"), CHEAP)
        self.qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def come_back(self):
        library = self.window.library or Library.open(self.folder, PASSPHRASE)
        if self.window.library is None:
            self.window.enter(library)
        self.window.show_review(library.open_review(self.number))
        self.window.activateWindow()
        self.at_rest()
        return self.window.room.review


@pytest.fixture
def chair(window, review, qtbot, tmp_path):
    made_ = Chair(window, review, qtbot, tmp_path)
    made_.at_rest()
    yield made_
    made_.window.close()


@pytest.fixture(params=["lock", "go_back_to_the_library", "quit"])
def leave(request, chair):
    """Leave in the middle of a word, in each of the ways there are, and come back."""

    def leave_and_come_back():
        getattr(chair, request.param)()
        return chair.come_back()

    return leave_and_come_back


def test_half_an_entry_is_there_again_and_becomes_an_entry(chair, leave, review):
    before = entries.count(review)
    page = chair.go(Qt.Key.Key_4)
    chair.press(Qt.Key.Key_N, CONTROL)
    page.new_entry.agency.setEditText("Her sister")
    chair.type_into(page.new_entry.fields.editor("date"), "early Ju")
    chair.type_into(page.new_entry.fields.editor("text"), "She no longer dro")
    steps = len(review.journal.steps())

    again = leave()
    page = chair.go(Qt.Key.Key_4)
    form = page.new_entry
    assert form.isVisible()
    assert (form.agency.currentText(), form.fields.editor("date").text()) == ("Her sister", "early Ju")
    assert form.fields.editor("text").text() == "She no longer dro"
    assert page.table.hasFocus(), "the keyboard is where one arrives, and typing goes on only when that is wanted"
    assert len(again.journal.steps()) == steps, "a draft is no step"

    chair.qtbot.keyClicks(form.fields.editor("text"), "ve.")
    chair.type_into(form.fields.editor("date"), "early June 2016")
    chair.press(Qt.Key.Key_Return, CONTROL)
    chair.at_rest()
    assert entries.count(again) == before + 1
    assert "She no longer drove." in made.texts(again)
    assert draft_words.listing(again) == {}


def test_a_question_to_no_agency_is_there_again_and_escape_does_not_empty_it(chair, leave):
    page = chair.go(Qt.Key.Key_7)
    chair.press(Qt.Key.Key_N, CONTROL)
    chair.type_into(page.fields.editor("words"), "Was she seen alo")

    again = leave()
    page = chair.go(Qt.Key.Key_7)
    words = page.fields.editor("words")
    assert (words.text(), words.isVisible(), words.hasFocus()) == ("Was she seen alo", True, True)
    for _ in range(2):
        chair.press(Qt.Key.Key_Escape)
    assert "is kept" in chair.window.room.messages.text
    chair.at_rest()
    chair.press(Qt.Key.Key_N, CONTROL)
    assert words.text() == "Was she seen alo"

    chair.qtbot.keyClicks(words, "ne?")
    page.fields.agency.setCurrentIndex(1)
    page.fields.agency.activated.emit(1)
    chair.at_rest()
    assert [one.words for one in questions.listing(again)] == ["Was she seen alone?"]
    assert draft_words.listing(again) == {}


def test_a_question_that_could_be_asked_already_comes_once(chair, leave):
    page = chair.go(Qt.Key.Key_7)
    chair.press(Qt.Key.Key_N, CONTROL)
    page.fields.agency.setCurrentIndex(1)
    chair.type_into(page.fields.editor("words"), "Was she seen alone?")
    again = leave()
    page = chair.go(Qt.Key.Key_7)
    assert [one.words for one in questions.listing(again)] == ["Was she seen alone?"]
    assert draft_words.listing(again) == {}
    assert not page.fields.is_new


@pytest.fixture
def differing(review):
    """An event of which two agencies differ, and another."""
    first, other = (made.agency(review, name) for name in ("Marlshire Police", "Marl General Hospital"))
    told = made.add(
        review,
        made.entry(first, "2017-03-14", "Attended. No visible injuries."),
        made.entry(other, "2017-03-14", "Bruise to left arm."),
        made.entry(first, "2018-03-14", "A call."),
        made.entry(other, "2018-03-14", "A call of hers."),
    )
    event, second = events.group(review, told[:2]), events.group(review, told[2:])
    events.change_event(review, Event(event, "Assault in the kitchen"))
    return event, second


def test_what_is_half_decided_is_there_again(chair, differing, leave):
    assert differing
    page = chair.go(Qt.Key.Key_6)
    chair.type_into(page.detail.form.finding, "There was a bruise")
    page.detail.form.reason.setFocus()
    chair.qtbot.keyClicks(page.detail.form.reason, "The hospital examined h")
    again = leave()
    page = chair.go(Qt.Key.Key_6)
    assert page.detail.form.written() == ("There was a bruise", "The hospital examined h")
    chair.qtbot.keyClicks(page.detail.form.reason, "er.")
    page.detail.form.submit()
    chair.at_rest()
    assert [one.reason for one in decisions.listing(again)] == ["The hospital examined her."]
    assert draft_words.listing(again) == {}


def test_a_date_that_is_not_understood_stays_with_its_event(chair, differing, leave):
    event, second = differing
    page = chair.go(Qt.Key.Key_5)
    page.show_event(event)
    chair.at_rest()
    chair.type_into(page.grouped.view.fields.editor("date"), "the week of the wedd")
    page.grouped.show_event(second)
    assert page.grouped.view.fields.editor("date").text() == ""
    assert "is kept with its event" in chair.window.room.messages.text
    page.grouped.show_event(event)
    assert page.grouped.view.fields.editor("date").text() == "the week of the wedd"

    leave()
    page = chair.go(Qt.Key.Key_5)
    page.show_event(event)
    chair.at_rest()
    date = page.grouped.view.fields.editor("date")
    assert date.text() == "the week of the wedd"
    assert date.property("wrong")
    assert "Not understood as a date." in date.accessibleDescription()


def test_to_give_up_what_was_begun_takes_a_deliberate_act_and_can_be_undone(chair, review):
    page = chair.go(Qt.Key.Key_4)
    chair.press(Qt.Key.Key_N, CONTROL)
    page.new_entry.agency.setEditText("Her sister")
    chair.type_into(page.new_entry.fields.editor("text"), "She no longer drove.")
    page.new_entry.cancel.click()
    chair.at_rest()
    assert draft_words.listing(review) == {}
    chair.window.room.messages.action.click()
    assert (page.new_entry.agency.currentText(), page.new_entry.isVisible()) == ("Her sister", True)
    assert page.new_entry.fields.editor("text").text() == "She no longer drove."

    page = chair.go(Qt.Key.Key_7)
    chair.press(Qt.Key.Key_N, CONTROL)
    chair.type_into(page.fields.editor("words"), "Was she seen alone?")
    page.detail.remove.click()
    chair.at_rest()
    assert list(draft_words.listing(review)) == ["entry/new"]
    chair.window.room.messages.action.click()
    assert page.fields.editor("words").text() == "Was she seen alone?"
    chair.at_rest()
    assert list(draft_words.listing(review)) == ["entry/new", "question/new"]


KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from dhr_desktop.store.library import Library
from dhr_desktop.ui.shell.window import MainWindow
from tests.store.made import CHEAP, PASSPHRASE

app = QApplication([])
folder = Path(sys.argv[1])
window = MainWindow(folder, folder.with_name("window.toml"), CHEAP)
window.show()
library = Library.open(folder, PASSPHRASE)
window.enter(library)
review = library.open_review(int(sys.argv[2]))
window.show_review(review)
window.room.show_page("timeline")
page = window.room.page("timeline")
while window.room.jobs.busy:
    app.processEvents()
page.begin_new_entry()
editor = page.new_entry.fields.editor("text")
editor.setFocus()
QTest.keyClicks(editor, "She no longer drove")
from dhr_desktop.store import draft_words
while not draft_words.listing(review):
    app.processEvents()
QTest.keyClicks(editor, " and")
os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))
"""


def test_an_abrupt_end_costs_at_most_what_was_typed_since_the_last_pause(chair):
    chair.lock()
    killed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(chair.folder), str(chair.number)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=120,
    )
    assert killed.returncode == -signal.SIGKILL if hasattr(signal, "SIGKILL") else killed.returncode
    chair.come_back()
    page = chair.go(Qt.Key.Key_4)
    assert page.new_entry.isVisible()
    assert page.new_entry.fields.editor("text").text() == "She no longer drove"
