"""The Submissions page, with the sample's files and a real store."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from dhr_desktop.base import resources
from dhr_desktop.importing.fields import Field
from dhr_desktop.store import agencies, submissions
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.importing.batch import FileItem
from dhr_desktop.ui.importing.file_view import FILE
from dhr_desktop.ui.importing.page import SubmissionsPage
from dhr_desktop.ui.importing.preview_model import Shown

SAMPLE = resources.path("sample/aldermarsh/submissions")
POLICE = SAMPLE / "01_Ravenshire_Constabulary_DHR_chronology.xlsx"
HOUSING = SAMPLE / "05_Marshland_Homes_CRM_export.csv"


def _settled(qtbot: QtBot, context: ReviewContext) -> None:
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)


def _handed_over(page: SubmissionsPage, context: ReviewContext, qtbot: QtBot, *paths: Path) -> list[FileItem]:
    page.take_files(list(paths))
    _settled(qtbot, context)
    return page.batch.batch.items


def _imported(page: SubmissionsPage, context: ReviewContext, qtbot: QtBot, *paths: Path) -> None:
    _handed_over(page, context, qtbot, *paths)
    page.batch.accept.click()
    _settled(qtbot, context)


def test_a_review_without_submissions_says_what_to_do(page: SubmissionsPage) -> None:
    assert page.empty.isVisible()
    assert "Drop" in page.empty.title.text()


def test_nothing_is_in_the_review_until_it_is_imported(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    items = _handed_over(page, context, qtbot, POLICE, HOUSING)
    assert [item.agency for item in items] == ["Ravenshire Constabulary", "Marshland Homes"]
    assert page.batch.accept.text().replace("&", "") == "Import 2 files"
    assert submissions.listing(review) == []


def test_each_file_is_imported_as_a_step_of_its_own_and_its_rows_add_up(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    _imported(page, context, qtbot, POLICE, HOUSING)
    assert page.table.isVisible()
    assert [step.label for step in review.journal.steps()] == [
        "Import Marshland Homes",
        "Import Ravenshire Constabulary",
    ]
    for row in range(page.model.rowCount()):
        read, *kinds = (int(page.model.index(row, column).data().replace(",", "")) for column in range(3, 7))
        assert read == sum(kinds) > 0
    assert "2 files" in context.messages.text


def test_the_agency_can_be_named_otherwise_before_importing(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    _handed_over(page, context, qtbot, HOUSING)
    page.batch.file.file.agency.setEditText("Marshland Housing Trust")
    page.batch.accept.click()
    _settled(qtbot, context)
    assert [agency.name for agency in agencies.listing(review)] == ["Marshland Housing Trust"]


def test_a_file_without_an_agency_is_not_imported(page: SubmissionsPage, context: ReviewContext, qtbot: QtBot) -> None:
    _handed_over(page, context, qtbot, HOUSING)
    page.batch.file.file.agency.setEditText("  ")
    assert not page.batch.accept.isEnabled()
    assert "1 file" in page.batch.told.text()


def test_a_file_that_cannot_be_read_has_its_sentence_and_stops_no_other(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    items = _handed_over(page, context, qtbot, picture, HOUSING)
    assert items[0].error is not None
    assert page.batch.file.counts.text() == items[0].error.what
    assert page.batch.file.problems.text() == items[0].error.next_step
    page.batch.accept.click()
    _settled(qtbot, context)
    assert [one.file_name for one in submissions.listing(review)] == [HOUSING.name]


def test_a_column_can_be_read_as_something_else(page: SubmissionsPage, context: ReviewContext, qtbot: QtBot) -> None:
    (item,) = _handed_over(page, context, qtbot, POLICE)
    column = next(column for column, field in item.tables[0].mapping.items() if field is Field.ACTION)
    choice = page.batch.file.columns.mapping.choices[column]
    _choose(choice, Field.COMMENT)
    _settled(qtbot, context)
    assert item.tables[0].mapping[column] is Field.COMMENT
    assert page.batch.file.columns.mapping.choices[column].currentData() == Field.COMMENT


def test_a_second_date_column_takes_the_place_of_the_first(
    page: SubmissionsPage, context: ReviewContext, qtbot: QtBot
) -> None:
    (item,) = _handed_over(page, context, qtbot, POLICE)
    before = dict(item.tables[0].mapping)
    reported = next(column for column, field in before.items() if field is Field.REPORTED_DATE)
    happened = next(column for column, field in before.items() if field is Field.DATE)
    _choose(page.batch.file.columns.mapping.choices[reported], Field.DATE)
    _settled(qtbot, context)
    assert item.tables[0].mapping[reported] is Field.DATE
    assert item.tables[0].mapping[happened] is Field.OTHER


def _choose(choice: QComboBox, field: Field) -> None:
    choice.setCurrentIndex(choice.findData(field))
    choice.activated.emit(choice.currentIndex())


def test_rows_that_are_no_entries_are_shown_with_their_reason(
    page: SubmissionsPage, context: ReviewContext, qtbot: QtBot
) -> None:
    (item,) = _handed_over(page, context, qtbot, POLICE)
    view = page.batch.file.columns
    view.shown.setCurrentIndex(view.shown.findData(Shown.NOT_ENTRIES))
    counts = item.tables[0].counts
    assert view.preview.rowCount() == counts.skipped + counts.error
    assert all(view.preview.index(row, 5).data() for row in range(view.preview.rowCount()))


def test_the_chosen_row_is_told_in_full_with_why_it_needs_a_look(
    page: SubmissionsPage, context: ReviewContext, qtbot: QtBot
) -> None:
    (item,) = _handed_over(page, context, qtbot, POLICE)
    view = page.batch.file.columns
    view.shown.setCurrentIndex(view.shown.findData(Shown.DOUBTFUL))
    first = item.tables[0].doubtful[0].entry
    assert first is not None
    assert first.doubts[0].words in view.whole.text()
    assert first.text[:100] in view.whole.text()


def test_a_folder_is_taken_as_the_files_in_it(
    page: SubmissionsPage, context: ReviewContext, qtbot: QtBot, tmp_path: Path
) -> None:
    shutil.copy(HOUSING, tmp_path / "housing.csv")
    (tmp_path / "photograph.png").write_bytes(b"PNG")
    items = _handed_over(page, context, qtbot, tmp_path)
    assert [item.name for item in items] == ["housing.csv"]


def test_a_folder_without_such_files_says_so(
    page: SubmissionsPage, context: ReviewContext, qtbot: QtBot, tmp_path: Path
) -> None:
    _handed_over(page, context, qtbot, tmp_path)
    assert "no file in that folder" in context.messages.text
    assert page.empty.isVisible()


def test_files_dropped_later_join_those_that_are_being_looked_at(
    page: SubmissionsPage, context: ReviewContext, qtbot: QtBot
) -> None:
    (police,) = _handed_over(page, context, qtbot, POLICE)
    page.batch.file.file.agency.setEditText("Ravenshire Police")
    items = _handed_over(page, context, qtbot, POLICE, HOUSING)
    assert [item.path for item in items] == [POLICE, HOUSING]
    assert items[0] is police
    assert police.agency == "Ravenshire Police"


def test_a_file_that_is_in_the_review_already_is_shown_as_such(
    page: SubmissionsPage, context: ReviewContext, qtbot: QtBot
) -> None:
    _imported(page, context, qtbot, HOUSING)
    _handed_over(page, context, qtbot, HOUSING)
    assert "imported already" in page.batch.files.item(0).text()
    assert "byte for byte" in page.batch.file.problems.text()
    assert not page.batch.accept.isEnabled()


def test_a_copy_in_the_same_batch_is_named_as_such_at_once_and_not_counted(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    twin = tmp_path / "the same again.csv"
    shutil.copy(HOUSING, twin)
    _handed_over(page, context, qtbot, HOUSING, twin)
    assert page.batch.accept.text().replace("&", "") == "Import 1 file"
    assert f"the same as “{HOUSING.name}”" in page.batch.files.item(1).text()
    page.batch.files.setCurrentRow(1)
    assert "the same file, byte for byte" in page.batch.file.problems.text()
    page.batch.accept.click()
    _settled(qtbot, context)
    assert len(submissions.listing(review)) == 1
    assert [item.path for item in page.batch.batch.items] == [twin]
    assert "imported already" in page.batch.files.item(0).text()
    assert "1 of 2 files" in context.messages.text


def test_a_copy_takes_the_place_of_the_file_that_is_put_away(
    page: SubmissionsPage, context: ReviewContext, qtbot: QtBot, tmp_path: Path
) -> None:
    twin = tmp_path / HOUSING.name
    shutil.copy(HOUSING, twin)
    _handed_over(page, context, qtbot, HOUSING, twin)
    page.batch.files.setCurrentRow(0)
    page.batch.cancel.click()
    assert [item.can_be_imported for item in page.batch.batch.items] == [True]


def test_what_was_not_imported_stays_in_sight_whatever_the_reason_and_the_rest_can_be_undone(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    names = ("empty.csv", "picture.xlsx", "Two rows.csv")
    for name, data in zip(
        names, (b"", b"\x89PNG\r\n\x1a\n" + bytes(64), b"Date,Note\n14/06/2016,Seen.\n"), strict=True
    ):
        (tmp_path / name).write_bytes(data)
    _handed_over(page, context, qtbot, HOUSING, *(tmp_path / name for name in names))
    page.batch.accept.click()
    _settled(qtbot, context)
    assert [item.name for item in page.batch.batch.items] == list(names)
    assert "1 of 4 files were imported" in context.messages.text
    context.messages.action.click()
    _settled(qtbot, context)
    assert submissions.listing(review) == []


def test_a_file_that_was_written_since_it_was_read_is_not_imported_and_can_be_read_again(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    growing = tmp_path / "Housing.csv"
    growing.write_bytes(b"Date,What happened\n14/06/2016,Seen.\n")
    _handed_over(page, context, qtbot, growing)
    growing.write_bytes(b"Date,What happened\n14/06/2016,Seen.\n15/06/2016,Rang.\n")
    page.batch.accept.click()
    _settled(qtbot, context)
    assert submissions.listing(review) == []
    assert "has changed since it was read" in page.batch.file.file.why.text()
    page.batch.file.file.again.click()
    _settled(qtbot, context)
    page.batch.accept.click()
    _settled(qtbot, context)
    assert [one.imported for one in submissions.listing(review)] == [2]


def test_a_file_in_which_nothing_names_an_agency_asks_whose_it_is(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "two rows.csv"
    path.write_bytes(b"Date,What happened\n14/06/2016,Seen.\n15/06/2016,Rang.\n")
    (item,) = _handed_over(page, context, qtbot, path)
    step = page.batch.file
    assert item.agency == ""
    assert step.steps.currentIndex() == FILE
    assert "whose is it?" in page.batch.files.item(0).text()
    assert not page.batch.accept.isEnabled()
    assert step.file.suggested.text() == "Use “two rows”"
    step.file.suggested.click()
    assert item.agency == "two rows"
    assert not step.file.suggested.isVisible()
    page.batch.accept.click()
    _settled(qtbot, context)
    assert [agency.name for agency in agencies.listing(review)] == ["two rows"]
    other = tmp_path / "Two Rows.csv"
    other.write_bytes(b"Date,What happened\n16/06/2016,Wrote.\n")
    (item,) = _handed_over(page, context, qtbot, other)
    assert item.agency == "Two Rows"


def test_undoing_an_import_takes_it_off_the_list(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    _imported(page, context, qtbot, HOUSING)
    review.journal.undo()
    qtbot.waitUntil(page.empty.isVisible)


def test_files_can_be_chosen_from_the_keyboard(page: SubmissionsPage, context: ReviewContext, qtbot: QtBot) -> None:
    answer_next([HOUSING])
    qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    _settled(qtbot, context)
    assert [item.path for item in page.batch.batch.items] == [HOUSING]


def test_put_away_takes_one_file_off_the_list_and_can_be_undone(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    police, housing = _handed_over(page, context, qtbot, POLICE, HOUSING)
    page.batch.files.setCurrentRow(0)
    page.batch.cancel.click()
    assert page.batch.batch.items == [housing]
    assert page.batch.file.columns.table is housing.tables[0]
    context.messages.action.click()
    assert page.batch.batch.items == [police, housing]
    assert page.batch.files.currentRow() == 0
    page.batch.cancel.click()
    page.batch.cancel.click()
    assert page.empty.isVisible()
    assert review.journal.steps() == []
    context.messages.action.click()
    assert page.batch.batch.items == [housing]
    assert page.batch.isVisible()


def test_all_files_are_put_away_only_when_the_chair_says_so(
    page: SubmissionsPage, context: ReviewContext, qtbot: QtBot
) -> None:
    _handed_over(page, context, qtbot, POLICE, HOUSING)
    answer_next(False)
    page.batch.cancel_all.click()
    assert len(page.batch.batch.items) == 2
    answer_next(True)
    page.batch.cancel_all.click()
    assert page.batch.batch.items == []
    assert page.empty.isVisible()
