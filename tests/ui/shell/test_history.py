"""The audit trail can be read, and an old import taken back out of it."""

import pytest

from dhr_desktop.store import agencies, entries, submissions
from dhr_desktop.store.submissions import NewSubmission
from dhr_desktop.ui.shell.history import HistoryDialog
from tests.store.made import entry


def bring(review, name):
    with review.journal.step(f"Import {name}"):
        agency = agencies.add(review, name)
        submissions.add(review, NewSubmission(agency.id, f"{name}.csv", name.encode(), "", ""))
        entries.add_many(review, [entry(agency.id, text=f"{name} attended.")])


@pytest.fixture
def history(context, review, window, qtbot):
    bring(review, "Police")
    bring(review, "Housing")
    made = HistoryDialog(context, window)
    qtbot.addWidget(made)
    made.show()
    return made


def column(history, number):
    return [history.model.index(row, number).data() for row in range(history.model.rowCount())]


def test_the_newest_step_comes_first(history):
    assert column(history, 1) == ["Import Housing", "Import Police"]


def test_an_old_import_is_taken_back_and_the_trail_says_so(history, review, context, qtbot):
    history.table.selectRow(1)
    assert history.take_back.isEnabled()

    history.take_back.click()
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert [agency.name for agency in agencies.listing(review)] == ["Housing"]
    assert column(history, 1)[0] == "Take back Import Police"
    assert history.messages.text == "Take back Import Police is done."


def test_what_has_been_taken_back_is_not_offered_again(history, context, qtbot):
    history.table.selectRow(1)
    history.take_back.click()
    qtbot.waitUntil(lambda: not context.jobs.busy)

    history.table.selectRow(2)

    assert not history.take_back.isEnabled()


def test_only_an_import_can_be_taken_back(history, review):
    with review.journal.step("Rename an agency"):
        agencies.add(review, "Probation")

    history.table.selectRow(0)

    assert column(history, 1)[0] == "Rename an agency"
    assert not history.take_back.isEnabled()


def test_the_table_is_sound(history, qtmodeltester):
    qtmodeltester.check(history.model)
