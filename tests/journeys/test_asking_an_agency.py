"""A chair finds the longest gap, asks about it, writes the letter, takes in the answer, closes it, undoes it all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.domain.meaning import Origin
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.store import entries, questions
from dhr_desktop.ui.common.dialogs import answer_next

SLOW = 60_000
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at_rest(window, qtbot):
    def wait():
        for _ in range(3):
            qtbot.waitUntil(lambda: not window.room.jobs.busy, timeout=SLOW)
            QApplication.processEvents()

    return wait


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


class Journey:
    """The steps of the journey, each of which leaves the window as the next one finds it."""

    def __init__(self, window, review, qtbot, at_rest):
        self.room, self.review, self.qtbot, self.at_rest = window.room, review, qtbot, at_rest

    def back_in_the_window(self):
        """What a window manager does when a dialog has gone; off the screen there is none."""
        self.at_rest()
        self.room.window().activateWindow()
        self.qtbot.waitUntil(self.room.window().isActiveWindow)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        press(self.qtbot, key, modifier)
        self.at_rest()

    def question(self):
        (found,) = questions.listing(self.review)
        return found

    def find_the_longest_gap(self):
        self.press(Qt.Key.Key_8, CONTROL)
        gaps = self.room.page("gaps")
        assert gaps.table.hasFocus()
        longest = max(one.gap.days for one in gaps.model.rows)
        while gaps.chosen.gap.days < longest:
            self.press(Qt.Key.Key_Down)
        assert f"{gaps.chosen.agency} recorded no contact for" in gaps.detail.words.text()
        return gaps.chosen

    def ask_about_it(self):
        self.press(Qt.Key.Key_N, CONTROL)
        assert self.room.shown == "questions"
        assert self.room.page("questions").fields.editor("words").hasFocus()
        self.press(Qt.Key.Key_Return, CONTROL)

    def write_the_letter(self, place):
        self.press(Qt.Key.Key_P, CONTROL)
        answer_next(place)
        self.room.page("questions").letters.dialog.accept()
        self.back_in_the_window()

    def take_in_the_answer(self, day):
        page = self.room.page("questions")
        page.fields.editor("answer").setFocus()
        self.qtbot.keyClicks(QApplication.focusWidget(), "A home visit was made and not written up.")
        press(self.qtbot, Qt.Key.Key_Tab)
        self.qtbot.keyClicks(QApplication.focusWidget(), "3 May 2021")
        self.press(Qt.Key.Key_Tab)
        page.detail.entry.click()
        page.answering.dialog.date.setText(f"{day.day}/{day.month}/{day.year}")
        page.answering.dialog.accept()
        self.back_in_the_window()


@pytest.fixture
def journey(window, review, qtbot, at_rest):
    return Journey(window, review, qtbot, at_rest)


def test_the_longest_gap_becomes_a_question_a_letter_an_answer_and_an_entry(journey, review, tmp_path):
    before = entries.count(review)
    longest = journey.find_the_longest_gap()
    gap = longest.gap

    journey.ask_about_it()
    assert (journey.question().agency_id, journey.question().gap_from) == (gap.agency_id, gap.first.isoformat())

    journey.write_the_letter(tmp_path / "letter.docx")
    assert longest.agency in words_of_docx((tmp_path / "letter.docx").read_bytes())
    assert journey.question().asked_on

    journey.take_in_the_answer(gap.first)
    made = entries.get(review, journey.question().answer_entry_id)
    assert made.origin is Origin.ANSWER
    assert made.source == f"Answer of 3 May 2021 from {longest.agency} to question {journey.question().id}"

    journey.press(Qt.Key.Key_8, CONTROL)
    there = [(one.gap.agency_id, one.gap.first) for one in journey.room.page("gaps").model.rows]
    assert (gap.agency_id, gap.first) not in there, "the answer has shortened the gap"

    journey.press(Qt.Key.Key_7, CONTROL)
    journey.press(Qt.Key.Key_F9)
    assert questions.count_open(review) == 0

    while questions.listing(review):
        journey.press(Qt.Key.Key_Z, CONTROL)
    assert entries.count(review) == before
    assert journey.room.page("questions").empty.isVisible()
