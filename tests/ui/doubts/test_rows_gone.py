"""An entry whose row is no longer in the agency's file can be taken off the timeline where the doubt is answered."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.revising import plan, revise
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.doubts.page import DoubtsPage

FIRST = "Date,Event\n13/05/2014,Seen by the nurse.\n14/05/2014,Telephoned about sleep.\n31/02/2014,Letter read.\n"


def settled(context: ReviewContext, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: not context.jobs.busy)
        QApplication.processEvents()


@pytest.fixture
def page(context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot) -> DoubtsPage:
    first = submit(review, read_bytes("v1.csv", FIRST.encode()), "Surgery").submission_id
    (noted,) = [each for each in entries.iterate(review) if "sleep" in each.text]
    edit.change_entry(review, replace(noted, comment="Ask her."))
    second = FIRST.replace("14/05/2014,Telephoned about sleep.\n", "")
    revise(review, plan(review, first, read_bytes("v2.csv", second.encode())))
    made = DoubtsPage(context, window)
    window.setCentralWidget(made)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    settled(context, qtbot)
    return made


def test_it_is_removed_from_the_doubt_and_undo_brings_it_back(
    page: DoubtsPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    places = {one.entry.text: one.entry.id for one in page._ones}
    page.list.chosen.emit(places["Telephoned about sleep."])
    assert page.form.remove.isVisible()
    page.form.remove.setFocus()
    qtbot.keyClick(page.form.remove, Qt.Key.Key_Return)
    settled(context, qtbot)
    assert [each.text for each in entries.iterate(review)] == ["Seen by the nurse.", "Letter read."]
    assert "removed" in context.messages.text
    assert page.current is not None
    assert not page.form.remove.isVisible()  # what comes up next has its row
    review.journal.undo()
    assert len(list(entries.iterate(review))) == 3
