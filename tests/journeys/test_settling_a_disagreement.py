"""A chair settles one disagreement, turns one into a question, opens one again, and takes all of it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.app import sample
from dhr_desktop.domain.events import Decided, Differs
from dhr_desktop.store import decisions, people, questions
from dhr_desktop.store.library import Library
from dhr_desktop.timeline import events
from tests.store import copied, made
from tests.store.made import CHEAP, PASSPHRASE

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = 60_000


@pytest.fixture
def review(window, tmp_path):
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    found = copied.review(library, sample.facts())
    with found.journal.step("Add people"):
        for person in sample.register():
            people.add(found, person)
    police, hospital = made.agency(found, "Ravenshire Constabulary"), made.agency(found, "Aldermarsh General Hospital")
    told = made.add(
        found,
        made.entry(
            police, "2017-06-03", "Kayleigh had no visible injuries. Dean arrested.", time="21:10", action="Custody."
        ),
        made.entry(hospital, "2017-06-05", "Bruise to left arm. Kayleigh says that Dean was not arrested."),
    )
    events.group(found, told)
    window.enter(library)
    window.show_review(found)
    return found


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_disagreements_are_settled_asked_about_reopened_and_all_of_it_is_undone(window, review, qtbot):
    def at_rest():
        QApplication.processEvents()
        return not window.room.jobs.busy

    def wait():
        for _ in range(3):
            qtbot.waitUntil(at_rest, timeout=LONG)

    def standing():
        return {kind: decision.outcome for (_, kind), decision in decisions.standing(review).items()}

    press(qtbot, Qt.Key.Key_6, CONTROL)
    page = window.room.page("disagreements")
    qtbot.waitUntil(lambda: page.list.count() == 3, timeout=LONG)
    wait()
    page.list.setFocus()
    assert page.current.kind is Differs.DATE

    press(qtbot, Qt.Key.Key_Return)  # to the accounts
    press(qtbot, Qt.Key.Key_Return)  # the first of them is taken to be so
    qtbot.keyClicks(QApplication.focusWidget(), "The police log was written as it happened.")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    wait()
    assert standing() == {Differs.DATE: Decided.SETTLED}
    assert page.current.kind is Differs.INJURY
    assert page.list.hasFocus()

    page.detail.form.agencies.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.room.shown == "questions", timeout=LONG)
    wait()
    (question,) = questions.listing(review)
    assert "“Kayleigh had no visible injuries”" in question.words
    assert standing()[Differs.INJURY] is Decided.ASKED

    press(qtbot, Qt.Key.Key_6, CONTROL)
    page.show_event(decisions.listing(review)[0].event_id)
    wait()
    [row] = [row for row in range(3) if "Date" in page.list.item(row).text()]
    page.list.setCurrentRow(row)
    press(qtbot, Qt.Key.Key_R, CONTROL | SHIFT)
    wait()
    assert standing()[Differs.DATE] is Decided.REOPENED
    assert "because: The police log was written as it happened." in page.detail.history.text()

    for left in (2, 1, 0):
        press(qtbot, Qt.Key.Key_Z, CONTROL)
        qtbot.waitUntil(lambda left=left: len(decisions.listing(review)) == left and at_rest(), timeout=LONG)
    wait()
    assert questions.listing(review) == []
    assert page.filters.states.itemText(0) == "Open (3)"
