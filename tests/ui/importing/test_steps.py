"""What a file waits for, and what the chair decides about it, before it is imported."""

import zipfile

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from dhr_desktop.base import resources
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries, submissions
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.importing.file_view import COLUMNS, COUNT, FILE
from dhr_desktop.ui.importing.preview_model import WRITTEN, Shown
from tests.sheets.made import PROTECTED_ZIP, csv_text, protect, workbook

SAMPLE = resources.path("sample/aldermarsh/submissions")
NOTES = SAMPLE / "08_Tideway_IDVA_case_notes.xlsx"
REVISED = SAMPLE / "08_Tideway_IDVA_case_notes_v2.xlsx"
HEAD = ("Date", "Time", "What happened")
FIRE = csv_text(
    [("Date (GMT)", "Time", "What happened"), ("14/06/2016", "23:30", "Call."), ("14/12/2016", "09:00", "Visit.")]
)
UNSAID = csv_text([HEAD, ("03/04/2017", "", "Home visit."), ("05/06/2017", "", "Telephone call.")])


def _press(within: QWidget, words: str) -> None:
    found = [one for one in within.findChildren(QPushButton) if one.text().replace("&", "") == words]
    found[-1].click()


def _days(review: Review) -> list[str]:
    return [entry.date_edtf for entry in entries.iterate(review)]


def test_a_protected_file_asks_for_its_password_in_place(page, hand, settle, review, qtbot):
    locked = protect(workbook(("Sheet1", [HEAD, ("14/06/2016", "", "Seen.")])), "Ravens 1")
    item = hand("Probation chronology.xlsx", locked)
    assert "password" in page.batch.files.item(0).text()
    assert page.batch.file.steps.currentIndex() == FILE
    field = page.batch.file.file.password
    assert field.isVisible()
    qtbot.keyClicks(field, "ravens 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert "does not open" in page.batch.file.file.refused.text()
    qtbot.keyClicks(field, "Ravens 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert page.batch.batch.items[0] is not item
    page.batch.file.file.agency.setEditText("Probation")
    page.batch.accept.click()
    settle()
    (kept,) = submissions.listing(review)
    assert submissions.original(review, kept.id) == locked
    assert submissions.layout(review, kept.id)["password"] == "Ravens 1"


def test_a_file_whose_times_may_be_utc_waits_for_an_answer(page, hand, settle, review):
    hand("Fire service log.csv", FIRE)
    page.batch.file.file.agency.setEditText("Fire service")
    assert page.batch.file.steps.currentIndex() == COLUMNS
    assert not page.batch.accept.isEnabled()
    _press(page.batch.file.columns.orders, "Change to British time")
    settle()
    assert page.batch.accept.isEnabled()
    page.batch.accept.click()
    settle()
    assert [(entry.date_edtf, entry.time) for entry in entries.iterate(review)] == [
        ("2016-06-15", "00:30"),
        ("2016-12-14", "09:00"),
    ]


def test_the_order_of_day_and_month_is_turned_in_one_click_and_back_again(page, hand, settle):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    assert item.doubtful == 2
    _press(columns.orders, "Read month first")
    settle()
    assert item.doubtful == 0
    assert item.tables[0].rows[1].entry.date_edtf == "2017-03-04"
    columns.take_back.click()
    assert item.tables[0].rows[1].entry.date_edtf == "2017-04-03"
    assert not columns.take_back.isEnabled()


def test_what_was_decided_about_a_layout_is_offered_for_the_agency_s_next_file(page, hand, settle):
    hand("Housing first.csv", UNSAID)
    page.batch.file.file.agency.setEditText("Housing")
    _press(page.batch.file.columns.orders, "Read month first")
    settle()
    page.batch.accept.click()
    settle()
    item = hand("Housing second.csv", csv_text([HEAD, ("07/08/2017", "", "Another visit.")]))
    assert item.tables[0].rows[1].entry.date_edtf == "2017-08-07"
    page.batch.file.file.agency.setEditText("Housing")
    page.batch.file.file.agency.lineEdit().editingFinished.emit()
    assert item.remembered
    assert item.tables[0].rows[1].entry.date_edtf == "2017-07-08"
    page.batch.file.steps.setCurrentIndex(FILE)
    _press(page.batch.file.file, "Read them afresh")
    assert item.tables[0].rows[1].entry.date_edtf == "2017-08-07"


def test_a_doubtful_date_is_put_right_as_offered_or_as_typed(page, hand, settle):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    columns.shown.setCurrentIndex(columns.shown.findData(Shown.DOUBTFUL))
    columns.rows.selectRow(0)
    assert columns.fix.text().replace("&", "") == "Set 4 March 2017"
    columns.fix.click()
    settle()
    assert item.tables[0].rows[1].entry.date_edtf == "2017-03-04"
    assert item.tables[0].rows[1].cells[0] == "03/04/2017"
    index = columns.preview.index(0, WRITTEN)
    assert columns.preview.setData(index, "early June 2017")
    settle()
    assert item.tables[0].rows[2].entry.date_edtf == "2017-06~"


def test_a_row_can_be_left_out_and_taken_in_again_and_the_count_follows(page, hand, settle, qtbot):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    columns.rows.selectRow(0)
    columns.rows.setFocus()
    qtbot.keyClick(columns.rows, Qt.Key.Key_Delete)
    settle()
    assert item.reading.counts.imported == 1
    page.batch.file.steps.setCurrentIndex(COUNT)
    assert "left out by the chair" in page.batch.file.count.reasons.text()
    columns.shown.setCurrentIndex(columns.shown.findData(Shown.NOT_ENTRIES))
    columns.rows.selectRow(1)
    columns.leave_out.click()
    settle()
    assert item.reading.counts.imported == 2


def test_a_value_can_be_fixed_for_a_field_that_the_file_does_not_have(page, hand, settle):
    item = hand("Housing notes.csv", UNSAID)
    fixed = page.batch.file.columns.fixed
    fixed.words.setText("Session notes")
    fixed.words.editingFinished.emit()
    settle()
    assert {row.entry.source for row in item.tables[0].rows if row.entry} == {"Session notes"}


def test_a_revised_version_is_compared_and_not_imported_beside_the_first(page, settle, review):
    submit(review, read_file(NOTES), "Tideway")
    page.take_files([REVISED])
    settle()
    assert "revised version?" in page.batch.files.item(0).text()
    assert not page.batch.accept.isEnabled()
    _press(page.batch.file.file, "Compare the two versions…")
    settle()
    assert page.revision.isVisible()
    page.revision.accept.click()
    settle()
    assert [one.replaces_id for one in submissions.listing(review)] == [None, 1]
    assert entries.count(review) == 48


def test_a_likely_revision_can_come_in_as_a_submission_of_its_own(page, settle, review):
    submit(review, read_file(NOTES), "Tideway")
    page.take_files([REVISED])
    settle()
    page.batch.file.file.as_new.click()
    page.batch.accept.click()
    settle()
    assert [one.replaces_id for one in submissions.listing(review)] == [None, None]


def test_of_two_versions_handed_over_together_the_later_waits_and_is_then_compared(page, settle, review):
    page.take_files([REVISED, NOTES])
    settle()
    states = {item.name: item.can_be_imported for item in page.batch.batch.items}
    assert states == {REVISED.name: False, NOTES.name: True}
    row = [item.name for item in page.batch.batch.items].index(REVISED.name)
    assert "a later version?" in page.batch.files.item(row).text()
    page.batch.files.setCurrentRow(row)
    assert f"“{NOTES.name}”" in page.batch.file.file.likeness.text()
    assert "waits until that has come in" in page.batch.file.file.likeness.text()
    assert not page.batch.file.file.shows.isVisible()

    page.batch.accept.click()
    settle()
    assert [item.name for item in page.batch.batch.items] == [REVISED.name]
    assert "revised version?" in page.batch.files.item(0).text()
    _press(page.batch.file.file, "Compare the two versions…")
    settle()
    page.revision.accept.click()
    settle()
    assert [one.replaces_id for one in submissions.listing(review)] == [None, 1]
    assert entries.count(review) == 48


def test_where_the_import_of_the_earlier_version_is_undone_the_later_has_nothing_to_be_compared_with(
    page, context, settle, review
):
    page.take_files([REVISED, NOTES])
    settle()
    page.batch.accept.click()
    settle()
    assert page.batch.file.file.shows.isVisible()
    context.messages.action.click()
    settle()
    (later,) = page.batch.batch.items
    assert submissions.listing(review) == []
    assert not page.batch.file.file.shows.isVisible()
    assert later.can_be_imported


def test_a_later_version_whose_earlier_one_is_put_away_waits_no_more(page, settle):
    page.take_files([NOTES, REVISED])
    settle()
    earlier, later = sorted(page.batch.batch.items, key=lambda item: item.name == REVISED.name)
    assert later.is_revision
    page.batch.take_out(earlier)
    assert not later.is_revision
    assert later.can_be_imported


def test_of_two_versions_the_chair_may_have_both_as_submissions_of_their_own(page, settle, review):
    page.take_files([NOTES, REVISED])
    settle()
    page.batch.files.setCurrentRow([item.name for item in page.batch.batch.items].index(REVISED.name))
    page.batch.file.file.as_new.click()
    page.batch.accept.click()
    settle()
    assert [one.replaces_id for one in submissions.listing(review)] == [None, None]


def test_a_table_is_pasted_with_the_keyboard(page, settle, qtbot):
    copied = QMimeData()
    copied.setText("Date\tWhat happened\n14/06/2016\tSeen.\n15/06/2016\tRang.")
    QGuiApplication.clipboard().setMimeData(copied)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    (item,) = page.batch.batch.items
    assert item.reading.counts.imported == 2


def test_a_clipboard_without_a_table_says_what_to_copy(page, context):
    QGuiApplication.clipboard().setText("word")
    page.paste()
    assert "no table on the clipboard" in context.messages.text


def test_a_zip_of_submissions_is_a_batch(page, hand, tmp_path):
    path = tmp_path / "made.zip"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("a/Housing.csv", UNSAID)
        parts.writestr("b/Fire.csv", FIRE)
    hand("all.zip", path.read_bytes())
    assert [item.name for item in page.batch.batch.items] == ["Housing.csv", "Fire.csv"]


def test_a_protected_zip_asks_for_its_password_and_gives_its_files(page, hand, settle, qtbot):
    hand("all.zip", PROTECTED_ZIP)
    field = page.batch.file.file.password
    qtbot.keyClicks(field, "Ravens 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    (item,) = page.batch.batch.items
    assert item.name == "a.csv"
    assert item.reading.counts.imported == 1
    assert item.reading.password == ""


def test_a_whole_batch_is_undone_in_one_go(page, settle, review, context):
    page.take_files([NOTES, SAMPLE / "05_Marshland_Homes_CRM_export.csv"])
    settle()
    page.batch.accept.click()
    settle()
    assert len(submissions.listing(review)) == 2
    assert "2 files" in context.messages.text
    context.messages.action.click()
    settle()
    assert submissions.listing(review) == []
    assert entries.count(review) == 0


def test_who_sent_it_and_when_it_came_are_kept(page, hand, settle, review):
    hand("Housing.csv", csv_text([HEAD, ("14/06/2016", "", "Seen.")]))
    step = page.batch.file
    step.steps.setCurrentIndex(FILE)
    step.file.agency.setEditText("Housing")
    step.file.sent_by.setText("A. Clerk")
    step.file.received.line.setText("3 March 2019")
    page.batch.accept.click()
    settle()
    (kept,) = submissions.listing(review)
    assert (kept.sender, kept.received_at) == ("A. Clerk", "2019-03-03")


def test_next_goes_through_the_steps_and_then_the_files(page, settle, qtbot):
    page.take_files([NOTES, SAMPLE / "05_Marshland_Homes_CRM_export.csv"])
    settle()
    step = page.batch.file.steps
    step.setCurrentIndex(FILE)
    qtbot.keyClick(page.batch.onward, Qt.Key.Key_Space)
    assert step.currentIndex() == COLUMNS
    page.batch.onward.click()
    assert step.currentIndex() == COUNT
    page.batch.onward.click()
    assert page.batch.files.currentRow() == 1


def test_a_folder_can_be_chosen(page, settle, tmp_path):
    (tmp_path / "Housing.csv").write_bytes(UNSAID)
    answer_next(tmp_path)
    page.ask_for_folder()
    settle()
    assert [item.name for item in page.batch.batch.items] == ["Housing.csv"]


def test_a_file_without_entries_is_never_called_a_success(page, hand):
    item = hand("Cover.xlsx", workbook(("Sheet1", [["Chronology for the review"], ["Prepared by", "A"]])))
    assert not item.can_be_imported
    assert "No entries were found" in page.batch.file.problems.text()
    assert not page.batch.accept.isEnabled()


def test_decisions_made_faster_than_the_file_is_read_all_stand(page, hand, settle):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    columns.orders.turned.emit(0, True)
    columns.preview.mended.emit(3, {0: "early June 2017"})
    columns.fixed.changed.emit({Field.SOURCE: "Session notes"})
    settle()
    first, second = (row.entry for row in item.tables[0].rows if row.entry)
    assert (first.date_edtf, second.date_edtf, second.source) == ("2017-03-04", "2017-06~", "Session notes")


def test_the_count_says_which_agencies_the_entries_go_to(page, hand, settle, review):
    rows = [
        (f"{day:02}/03/2015", ("Saltmarsh Homes", "Thornwick Council")[day % 3 == 0], "Visit.") for day in range(1, 9)
    ]
    item = hand("combined.csv", csv_text([("Date", "Agency", "What happened"), *rows]))
    step = page.batch.file
    assert step.count.agencies.text() == "Entries go to two agencies: Saltmarsh Homes (6), Thornwick Council (2)."
    item.decide(0, item.reading.tables[0].remap({0: Field.DATE, 1: Field.SOURCE, 2: Field.TEXT}))
    step.count.show_item(item)
    assert step.count.agencies.text() == ""
    item.take_back()
    page.batch.accept.click()
    settle()
    assert len({entry.agency_id for entry in entries.iterate(review)}) == 2
