"""The list of submissions: one told in full, described, copied, and taken back without the chair's own work."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QScrollArea, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.revising import plan, revise
from dhr_desktop.importing.submit import submit
from dhr_desktop.importing.undoing import take_back
from dhr_desktop.store import agencies, entries, original_copies, submissions
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.importing.details_dialog import DetailsDialog
from dhr_desktop.ui.importing.set_aside_dialog import SetAsideDialog
from dhr_desktop.ui.importing.submissions_view import SubmissionsView
from dhr_desktop.ui.importing.take_back_dialog import TakeBackDialog
from tests.sheets.made import workbook

HOUSING = b"""Housing chronology,,
Date,Event,Action taken
03/05/2014,Tenancy began.,Welcome visit
04/05/2014,Visit by the housing officer.,None
2015,,
14/06/2015,Neighbour reported shouting.,Visit
"""
SURGERY = b"Date,Event\n13/05/2014,Seen by the nurse.\n14/05/2014,Seen by the doctor.\n"


@pytest.fixture
def view(context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot) -> SubmissionsView:
    submit(review, read_bytes("housing.csv", HOUSING), "Aldermarsh Housing", "a clerk")
    submit(review, read_bytes("surgery.csv", SURGERY), "Aldermarsh Surgery")
    made = SubmissionsView(context, window)
    window.setCentralWidget(made)
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    made.refresh()
    settled(context, qtbot)
    return made


def settled(context: ReviewContext, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)


def press(view: SubmissionsView, words: str) -> None:
    """Press the button of the details that says this."""
    found = [each for each in view.details.findChildren(QPushButton) if each.text().replace("&", "") == words]
    assert len(found) == 1
    found[0].click()


@pytest.fixture
def opened(view: SubmissionsView, qtbot: QtBot) -> Callable[[str], object]:
    """Press a button of the details and give the dialog that it opens."""

    def by(words: str) -> object:
        press(view, words)
        qtbot.waitUntil(lambda: view.dialog is not None, timeout=20_000)
        return view.dialog

    return by


def test_the_first_submission_is_told_in_full(view: SubmissionsView) -> None:
    told = view.details.text()

    for words in ("Aldermarsh Housing", "housing.csv", "from a clerk", "6 rows: 3 entries, 3 skipped, 0 in error"):
        assert words in told
    assert "Date → Date it happened" in told
    assert "SHA-256" in told
    assert "2 submissions, 5 entries on the timeline." in view.header.under.text()


def test_another_is_told_when_it_is_chosen_and_the_choice_outlasts_a_change(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    view.table.selectRow(1)
    qtbot.waitUntil(lambda: "surgery.csv" in view.details.text())
    with review.journal.step("Add agency"):
        agencies.add(review, "Police")
    settled(context, qtbot)
    assert view.model.submission(view.table.currentIndex().row()).file_name == "surgery.csv"


def test_the_whole_digest_can_be_copied(view: SubmissionsView, review: Review) -> None:
    press(view, "Copy it whole")
    assert QGuiApplication.clipboard().text() == submissions.listing(review)[0].sha256


def test_the_password_that_opened_a_file_can_be_copied_and_is_not_shown(
    context: ReviewContext, review: Review, view: SubmissionsView, qtbot: QtBot
) -> None:
    reading = replace(read_bytes("locked.csv", b"Date,Event\n13/05/2014,Seen at home.\n"), password="orchard lantern")
    submit(review, reading, "School")
    settled(context, qtbot)
    view.table.selectRow(2)
    qtbot.waitUntil(lambda: "locked.csv" in view.details.text())
    assert "orchard" not in view.details.text()
    press(view, "Copy the password of the file")
    assert QGuiApplication.clipboard().text() == "orchard lantern"


def test_sender_day_agency_and_note_can_be_put_right(
    view: SubmissionsView, context: ReviewContext, review: Review, opened, qtbot: QtBot
) -> None:
    dialog = opened("Edit details…")
    assert isinstance(dialog, DetailsDialog)
    dialog.agency.setCurrentText("Marshland Homes")
    dialog.received.line.setText("2 November 2026")
    dialog.note.setPlainText("came by post")
    dialog.accept()
    settled(context, qtbot)

    found = submissions.listing(review)[0]
    assert (found.received_at, found.note, found.sender) == ("2026-11-02", "came by post", "a clerk")
    assert {agency.name for agency in agencies.listing(review)} >= {"Marshland Homes"}
    qtbot.waitUntil(lambda: "came by post" in view.details.text())


def test_details_that_are_not_understood_are_not_saved(review: Review, opened) -> None:
    before = submissions.listing(review)
    dialog = opened("Edit details…")
    dialog.received.line.setText("some time in 2015")
    dialog.accept()
    assert dialog.isVisible()
    assert "9 November 2018" in dialog.problem.text()
    dialog.received.line.clear()
    dialog.agency.setCurrentText("  ")
    dialog.accept()
    assert "agency" in dialog.problem.text()
    dialog.reject()
    assert submissions.listing(review) == before


def test_a_copy_of_the_original_is_saved_after_a_warning(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    answer_next(False)
    press(view, "Save the original…")
    answer_next(True)
    answer_next(tmp_path / "copy.csv")
    press(view, "Save the original…")
    settled(context, qtbot)

    assert (tmp_path / "copy.csv").read_bytes() == HOUSING
    assert len(original_copies.listing(review, submissions.listing(review)[0].sha256)) == 1
    qtbot.waitUntil(lambda: "copy.csv" in view.details.text())
    assert "byte for byte" in context.messages.text


def test_rows_without_an_entry_are_shown_with_their_reason_and_one_can_become_an_entry(
    view: SubmissionsView, context: ReviewContext, review: Review, opened, qtbot: QtBot
) -> None:
    dialog = opened("Show the rows without an entry…")
    assert isinstance(dialog, SetAsideDialog)
    assert dialog.model.rowCount() == 3
    assert all(dialog.model.index(row, 2).data() for row in range(3))
    dialog.table.selectRow(2)
    dialog.make.click()
    settled(context, qtbot)

    assert dialog.model.rowCount() == 2
    assert "marked for a look" in dialog.said.text()
    assert entries.count(review) == 6
    dialog.reject()
    qtbot.waitUntil(lambda: "6 rows: 4 entries, 2 skipped" in view.details.text())


def test_an_untouched_import_is_taken_back_whole_and_undo_is_offered(
    view: SubmissionsView, context: ReviewContext, review: Review, opened, qtbot: QtBot
) -> None:
    dialog = opened("Take back…")
    assert isinstance(dialog, TakeBackDialog)
    assert "3 entries are as they came and go." in dialog.summary.text()
    assert not dialog.table.isVisible()
    dialog.yes.click()
    settled(context, qtbot)

    assert [one.file_name for one in submissions.listing(review)] == ["surgery.csv"]
    assert "taken back" in context.messages.text
    qtbot.waitUntil(lambda: "surgery.csv" in view.details.text())
    review.journal.undo()
    assert len(submissions.listing(review)) == 2


def test_an_import_is_kept_when_the_answer_is_to_keep_it(view: SubmissionsView, review: Review, opened) -> None:
    opened("Take back…").reject()
    assert len(submissions.listing(review)) == 2
    assert view.dialog is None


def test_entries_that_were_worked_on_stay_unless_they_are_ticked(
    view: SubmissionsView, context: ReviewContext, review: Review, opened, qtbot: QtBot
) -> None:
    first, second = entries.ordered_ids(review)[:2]
    edit.change_entry(review, replace(entries.get(review, first), comment="ask"))
    edit.change_entry(review, replace(entries.get(review, second), text="Changed."))
    dialog = opened("Take back…")
    assert dialog.model.rowCount() == 2
    assert dialog.model.index(0, 3).data() == "A comment added"
    assert "2 entries stay" in dialog.outcome.text()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert "1 entry stays" in dialog.outcome.text()
    assert dialog.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Goes too: ticked"
    dialog.yes.click()
    settled(context, qtbot)

    left = [each.text for each in entries.iterate(review) if each.submission_id == 1]
    assert left == ["Changed."]
    qtbot.waitUntil(lambda: "Taken back on" in view.details.text())
    assert "1 entry that you worked on stays." in context.messages.text
    assert view.model.index(0, 1).data() == "housing.csv\nTaken back"


def test_where_everything_was_worked_on_something_must_be_ticked(review: Review, opened) -> None:
    for each in list(entries.iterate(review)):
        edit.change_entry(review, replace(each, comment="noted"))
    dialog = opened("Take back…")
    assert not dialog.yes.isEnabled()
    dialog.model.tick_all(ticked=True)
    assert dialog.yes.isEnabled()
    dialog.model.tick_all(ticked=False)
    assert not dialog.yes.isEnabled()
    dialog.reject()


def test_the_ticks_keep_qt_s_rules(review: Review, opened, qtmodeltester) -> None:
    edit.change_entry(review, replace(entries.get(review, entries.ordered_ids(review)[0]), comment="ask"))
    dialog = opened("Take back…")
    qtmodeltester.check(dialog.model)
    assert not dialog.model.setData(dialog.model.index(0, 1), "x")
    dialog.reject()


def test_a_revised_version_is_compared_before_it_comes_in_and_then_stands_in_the_list(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    revised = tmp_path / "housing v2.csv"
    revised.write_bytes(HOUSING.replace(b"Tenancy began.", b"Tenancy began, joint with her partner."))
    answer_next([])
    press(view, "Revised version…")
    answer_next([revised])
    press(view, "Revised version…")
    qtbot.waitUntil(view.revision.isVisible, timeout=20_000)
    settled(context, qtbot)
    view.revision.back.click()
    assert view.table.isVisible()
    answer_next([revised])
    press(view, "Revised version…")
    qtbot.waitUntil(view.revision.isVisible, timeout=20_000)
    qtbot.waitUntil(view.revision.accept.isEnabled, timeout=20_000)
    view.revision.accept.click()
    qtbot.waitUntil(lambda: len(submissions.listing(review)) == 3, timeout=20_000)
    settled(context, qtbot)

    assert view.model.index(0, 1).data() == "housing.csv\nRevised since"
    qtbot.waitUntil(lambda: "Revises “housing.csv”" in view.details.text())
    view.table.selectRow(0)
    qtbot.waitUntil(lambda: "Revised since by “housing v2.csv”." in view.details.text())
    assert not view.details.revise.isEnabled()


def test_a_revised_version_is_opened_with_the_password_of_the_first(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [["Date", "Event"], *([f"{day}/05/2014", f"Seen at home, visit {day}."] for day in range(13, 18))]
    first, second = workbook(("Log", rows)), workbook(("Log", [*rows, ["18/05/2014", "Seen again."]]))
    submit(review, read_bytes("log.xlsx", _locked(first), password="orchard"), "School")
    (tmp_path / "log v2.xlsx").write_bytes(_locked(second))
    settled(context, qtbot)
    view.table.selectRow(2)
    qtbot.waitUntil(lambda: "log.xlsx" in view.details.text())
    answer_next([tmp_path / "log v2.xlsx"])
    press(view, "Revised version…")
    qtbot.waitUntil(lambda: "1 added" in view.revision.header.under.text(), timeout=20_000)


def _locked(data: bytes) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - heavy libraries are imported where they are used

    made = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt("orchard", made)
    return made.getvalue()


def test_columns_that_tables_share_are_told_once(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    rows = [["Date", "Event"], *([f"{day}/05/2014", f"Seen at home, visit {day}."] for day in range(13, 18))]
    data = workbook(("2014", rows), ("2015", rows), ("Staff", [["Anne"], ["Bea", "Team 2"]]))
    submit(review, read_bytes("visits.xlsx", data), "School")
    settled(context, qtbot)
    view.table.selectRow(2)
    qtbot.waitUntil(lambda: "visits.xlsx" in view.details.text())
    told = view.details.text()

    assert told.count("Date → Date it happened") == 1
    assert "“2014”, “2015”" in told
    assert "“Staff”: no chronology" in told


def test_with_nothing_sent_nothing_is_told(view: SubmissionsView, review: Review, qtbot: QtBot) -> None:
    review.journal.undo()
    review.journal.undo()
    qtbot.waitUntil(lambda: view.details.told is None)
    assert view.chosen is None
    for ask in (
        view.edit_chosen,
        view.save_copy_of_chosen,
        view.show_set_aside,
        view.take_back_chosen,
        view.ask_for_revision,
    ):
        ask()
    assert view.dialog is None


def test_what_was_done_on_another_page_is_told_when_this_one_is_seen_again(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    view.hide()
    edit.remove_entry(review, entries.ordered_ids(review)[0])
    settled(context, qtbot)
    assert "5 entries" in view.header.under.text()
    view.show()
    settled(context, qtbot)
    assert "4 entries" in view.header.under.text()


def test_with_large_text_the_details_stand_below_the_list(view: SubmissionsView, context: ReviewContext) -> None:
    assert view.splitter.orientation() == Qt.Orientation.Horizontal
    context.theme.use("light", 200)
    try:
        assert view.splitter.orientation() == Qt.Orientation.Vertical
    finally:
        context.theme.use("light", 100)
    assert view.splitter.orientation() == Qt.Orientation.Horizontal


def test_the_keyboard_goes_through_the_details(view: SubmissionsView, qtbot: QtBot) -> None:
    (area,) = view.details.findChildren(QScrollArea)
    area.setFocus()
    view.resize(900, 300)
    before = area.verticalScrollBar().value()
    qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > before


def test_what_has_just_come_in_is_chosen(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    assert view.table.currentIndex().row() == 0
    submit(review, read_bytes("school.csv", b"Date,Event\n13/05/2014,Seen at school.\n"), "School")
    settled(context, qtbot)
    qtbot.waitUntil(lambda: "school.csv" in view.details.text())
    view.table.selectRow(0)
    view.refresh()
    assert view.table.currentIndex().row() == 0


def test_an_earlier_version_is_counted_apart_and_the_end_of_a_long_name_is_seen(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    name = "Aldermarsh housing chronology for the review panel v2.csv"
    revised = read_bytes(name, HOUSING.replace(b"Tenancy began.", b"Tenancy began, joint with her partner."))
    second = revise(review, plan(review, submissions.listing(review)[0].id, revised)).submission_id
    settled(context, qtbot)
    assert view.header.under.text() == "2 submissions, 1 earlier version, 5 entries on the timeline."
    old, new = view.model.index(0, 4), view.model.index(2, 1)
    assert "Revised since" in old.data(Qt.ItemDataRole.ToolTipRole)
    assert new.data(Qt.ItemDataRole.ToolTipRole) == name
    option = QStyleOptionViewItem()
    view.table.itemDelegateForColumn(1).initStyleOption(option, new)
    assert option.textElideMode == Qt.TextElideMode.ElideMiddle
    take_back(review, second)
    settled(context, qtbot)
    assert view.header.under.text() == "2 submissions, 5 entries on the timeline."


def test_no_entry_is_made_of_a_row_of_a_version_that_was_revised_since(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    revised = read_bytes("housing v2.csv", HOUSING.replace(b"Tenancy began.", b"Tenancy began, jointly."))
    second = revise(review, plan(review, submissions.listing(review)[0].id, revised)).submission_id
    qtbot.waitUntil(lambda: view.model.rowCount() == 3)
    settled(context, qtbot)
    made = {}
    for row, submission_id in ((0, 1), (2, second)):
        view.table.selectRow(row)
        qtbot.waitUntil(lambda want=submission_id: view.details.told and view.details.told.submission.id == want)
        view.show_set_aside()
        qtbot.waitUntil(lambda: view.dialog is not None)
        assert view.dialog.model.rowCount() == 3
        made[submission_id] = view.dialog.make.isVisible()
        view.dialog.reject()
        settled(context, qtbot)
    assert made == {1: False, second: True}


def test_an_agency_s_name_is_whole_where_the_names_of_the_files_leave_room(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    housing = next(each for each in agencies.listing(review) if each.name == "Aldermarsh Housing")
    with review.journal.step("Rename an agency"):
        agencies.change(review, replace(housing, name="Aldermarsh General Hospital Trust"))
    settled(context, qtbot)
    agency, file = (view.table.horizontalHeader().sectionSize(column) for column in (0, 1))
    assert agency >= view.table.sizeHintForColumn(0)
    assert file >= view.table.sizeHintForColumn(1)


def test_details_that_were_refused_stand_in_the_dialog_when_it_is_opened_again(
    view: SubmissionsView, context: ReviewContext, review: Review, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_label: str, *_: object) -> None:
        raise StoreProblem("The disk is full.", "Free some space.")

    def open_details() -> QLineEdit:
        view.edit_chosen()
        assert isinstance(view.dialog, DetailsDialog)
        return view.dialog.sent_by

    view.table.selectRow(0)
    qtbot.waitUntil(lambda: view.details.told is not None)
    field = open_details()
    field.setText("A different clerk")
    assert view.dialog is not None
    monkeypatch.setattr(review.journal, "step", refuse)
    view.dialog.accept()
    settled(context, qtbot)
    assert open_details().text() == "A different clerk"
