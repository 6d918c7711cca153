"""Files that wait outlast the lock and an abrupt end, with all that was decided about them; none is lost unsaid."""

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMainWindow, QStackedWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.base import resources
from dhr_desktop.importing.choices import Choices
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.rows import EntryReading
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import draft_words, entries, submissions
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.waiting_files import COMPARED, WAITING
from dhr_desktop.ui.importing.batch import Batch, FileItem
from dhr_desktop.ui.importing.file_view import COUNT
from dhr_desktop.ui.importing.page import SubmissionsPage
from tests.sheets.made import PROTECTED_ZIP, protect, workbook
from tests.ui.at_rest import settled

TIDEWAY = "08_Tideway_IDVA_case_notes.xlsx"
LATER = "08_Tideway_IDVA_case_notes_v2.xlsx"
SHEET = (
    b"Date,Details,Officer\n05/04/2016,Called at the house,PC 12\n06/04/2016,No answer,PC 12\n07/04/2016,Seen,PC 9\n"
)

OPENS = "Ravens 1"


@pytest.fixture
def sample(tmp_path: Path) -> Callable[[str], Path]:
    folder = resources.path("sample/aldermarsh/submissions")
    return lambda name: Path(shutil.copy(folder / name, tmp_path))


@pytest.fixture
def back(
    page: SubmissionsPage, context: ReviewContext, window: QMainWindow, qtbot: QtBot
) -> Callable[..., SubmissionsPage]:
    """The page as it is after the lock, or with `abrupt` after an end at which nothing was flushed."""

    def opened(*, abrupt: bool = False) -> SubmissionsPage:
        if not abrupt:
            context.drafts.flush()
        settled(context, qtbot)
        context.messages.clear()
        object.__setattr__(context, "drafts", Drafts(context.review, context.jobs))
        made = SubmissionsPage(context, window)
        window.setCentralWidget(made)
        made.take_up_files()
        settled(context, qtbot)
        return made

    del page
    return opened


def handed(page: SubmissionsPage, qtbot: QtBot, *paths: Path) -> Batch:
    page.take_files(list(paths))
    settled(page._context, qtbot)
    return page.batch.batch


def test_what_was_decided_about_the_columns_and_the_rows_holds_after_the_lock_and_one_is_where_one_was(
    page: SubmissionsPage, back, tmp_path: Path, qtbot: QtBot, context: ReviewContext, sample
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(SHEET)
    first, second = handed(page, qtbot, sample("02_GP_record_print.txt"), path).items
    page.batch.files.setCurrentRow(1)
    columns = page.batch.file.columns
    columns._remap({0: Field.DATE, 1: Field.TEXT, 2: Field.PEOPLE})
    settled(context, qtbot)
    columns._set_fixed({Field.SOURCE: "Case file"})
    settled(context, qtbot)
    columns._mend(3, {0: "8 April 2016"})
    settled(context, qtbot)
    second.agency, second.sender, second.received = "Harbour Police", "A. Clerk", "2019-02-03"
    page.batch.file.steps.setCurrentIndex(COUNT)
    said = second.reading.tables[0].choices
    assert said.mapping
    assert said.cells

    again = back()
    assert again.batch.isVisibleTo(again)
    one, two = again.batch.batch.items
    assert [each.name for each in (one, two)] == [first.name, "log.csv"]
    assert two.reading.tables[0].choices == said
    assert [each.date_edtf for each in readings(two)] == [each.date_edtf for each in readings(second)]
    assert (two.agency, two.sender, two.received) == ("Harbour Police", "A. Clerk", "2019-02-03")
    assert one.agency == first.agency
    assert again.batch.current is two
    assert again.batch.file.steps.currentIndex() == COUNT
    assert "2 files were waiting" in context.messages.text


def test_after_a_pause_they_outlast_an_abrupt_end(
    page: SubmissionsPage, back, tmp_path: Path, qtbot: QtBot, context: ReviewContext
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(SHEET)
    (item,) = handed(page, qtbot, path).items
    page.batch.file.columns._set_fixed({Field.SOURCE: "Case file"})
    settled(context, qtbot)
    page._kept._pauses.due.emit()
    (again,) = back(abrupt=True).batch.batch.items
    assert again.tables[0].choices == item.tables[0].choices == Choices(fixed={Field.SOURCE: "Case file"})


def test_a_file_that_has_changed_meanwhile_is_read_anew_and_its_agency_stays(
    page: SubmissionsPage, back, tmp_path: Path, qtbot: QtBot, context: ReviewContext
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(SHEET)
    (item,) = handed(page, qtbot, path).items
    item.agency = "Harbour Police"
    page.batch.file.columns._set_fixed({Field.SOURCE: "Case file"})
    settled(context, qtbot)
    path.write_bytes(SHEET + b"08/04/2016,Seen again,PC 9\n")
    (again,) = back().batch.batch.items
    assert again.reading.counts.imported == 4
    assert again.tables[0].choices == Choices()
    assert again.agency == "Harbour Police"
    assert "“log.csv” has changed since" in context.messages.text


def test_of_a_file_that_is_gone_a_sentence_says_so_and_when_it_is_there_again_all_that_was_decided_holds(
    page: SubmissionsPage, back, tmp_path: Path, qtbot: QtBot, context: ReviewContext
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(SHEET)
    (item,) = handed(page, qtbot, path).items
    item.agency = "Harbour Police"
    page.batch.file.columns._set_fixed({Field.SOURCE: "Case file"})
    settled(context, qtbot)
    path.unlink()
    back()
    assert "“log.csv” could not be found" in context.messages.text
    again = back()  # a second lock loses no more of it
    (gone,) = again.batch.batch.items
    assert gone.reading is None
    assert "“log.csv” could not be found. Check" in again.batch.file.file.why.text()
    path.write_bytes(SHEET)
    again.batch.file.file.again.click()
    settled(context, qtbot)
    (there,) = again.batch.batch.items
    assert there.tables[0].choices.fixed == {Field.SOURCE: "Case file"}
    assert there.agency == "Harbour Police"


def test_of_a_zip_only_the_files_that_were_not_put_away_wait_again(
    page: SubmissionsPage, back, tmp_path: Path, qtbot: QtBot, context: ReviewContext
) -> None:
    folder = tmp_path / "sent.zip"
    with zipfile.ZipFile(folder, "w") as made:
        for number in (1, 2, 3):
            made.writestr(f"log {number}.csv", SHEET + f"0{number}/05/2016,Seen,PC {number}\n".encode())
    items = handed(page, qtbot, folder).items
    page._put_away(items[1])
    page.batch.files.setCurrentRow(1)
    page.batch.file.columns._set_fixed({Field.SOURCE: "Case file"})
    settled(context, qtbot)
    one, three = back().batch.batch.items
    assert (one.name, three.name) == ("log 1.csv", "log 3.csv")
    assert three.arrival.came_in == "sent.zip"
    assert three.tables[0].choices.fixed == {Field.SOURCE: "Case file"}
    with zipfile.ZipFile(folder, "w") as made:
        made.writestr("log 1.csv", SHEET + b"01/05/2016,Seen,PC 1\n")
    one, three = back().batch.batch.items
    assert one.reading is not None
    assert three.error.what == "“log 3.csv” is not in “sent.zip” any more."


def test_a_pasted_table_is_kept_itself(page: SubmissionsPage, back, qtbot: QtBot, context: ReviewContext) -> None:
    QGuiApplication.clipboard().setText("Date\tDetails\n5 April 2016\tCalled\n6 April 2016\tSeen")
    page.paste()
    settled(context, qtbot)
    page.batch.current.agency = "Harbour Police"
    (again,) = back().batch.batch.items
    assert again.reading.counts.imported == 2
    assert again.agency == "Harbour Police"


def test_what_a_password_has_opened_is_opened_again_without_asking(
    page: SubmissionsPage, back, tmp_path: Path, qtbot: QtBot, context: ReviewContext
) -> None:
    folder, alone = tmp_path / "all.zip", tmp_path / "alone.xlsx"
    folder.write_bytes(PROTECTED_ZIP)
    head = ("Date", "Time", "What happened")
    alone.write_bytes(protect(workbook(("Sheet1", [head, ("14/06/2016", "", "Seen.")])), OPENS))
    for item in list(handed(page, qtbot, folder, alone).items):
        assert item.needs_password
        page._open(item, OPENS)
        settled(context, qtbot)
    again = back().batch.batch.items
    assert [each.reading.counts.imported > 0 for each in again] == [True, True]
    assert OPENS not in repr(again)


def test_what_was_put_away_or_has_come_in_does_not_wait_again(
    page: SubmissionsPage, back, tmp_path: Path, qtbot: QtBot, context: ReviewContext, review: Review
) -> None:
    paths = [tmp_path / name for name in ("one.csv", "two.csv")]
    for number, path in enumerate(paths):
        path.write_bytes(SHEET + f"0{number + 1}/05/2016,Seen,PC 1\n".encode())
    one, two = handed(page, qtbot, *paths).items
    one.agency = two.agency = "Harbour Police"
    page._put_away(one)
    two.as_new = True
    page.import_batch()
    settled(context, qtbot)
    assert len(submissions.listing(review)) == 1
    again = back()
    assert not again.batch.batch.items
    assert WAITING not in draft_words.listing(review)


def test_decisions_about_a_revised_version_hold_after_the_lock_where_one_was(
    page: SubmissionsPage, back, qtbot: QtBot, context: ReviewContext, review: Review, sample
) -> None:
    path = sample(TIDEWAY)
    submit(review, read_bytes(TIDEWAY, path.read_bytes()), "Tideway")
    mine = changed(review, "GP referral received", "Referral from the surgery.")
    other = changed(review, "First attempt, no answer", "Tried once.")
    handed(page, qtbot, sample(LATER))
    page.batch.file.file.shows.click()
    settled(context, qtbot)
    view = page.revision
    view._decide(other, "text", "Tried once, and again.")
    view.table.selectRow(1)

    again = back()
    view = again.revision
    assert view.isVisibleTo(again)
    assert view.model.words == {(other, "text"): "Tried once, and again."}
    assert view.table.currentIndex().row() == 1
    view.left.emit()
    again.batch.file.file.shows.click()  # as after going back, and comparing once more
    settled(context, qtbot)
    assert view.model.words == {(other, "text"): "Tried once, and again."}
    view.accept.click()
    settled(context, qtbot)
    assert entries.get(review, other).text == "Tried once, and again."
    assert entries.get(review, mine).text == "Referral from the surgery."
    assert not draft_words.listing(review)


def test_a_version_chosen_for_a_submission_of_the_list_is_compared_again_after_the_lock(
    page: SubmissionsPage, back, qtbot: QtBot, context: ReviewContext, review: Review, sample
) -> None:
    path = sample(TIDEWAY)
    first = submit(review, read_bytes(TIDEWAY, path.read_bytes()), "Tideway").submission_id
    other = changed(review, "First attempt, no answer", "Tried once.")
    later = sample(LATER)
    page.refresh()
    settled(context, qtbot)
    older = submissions.get(review, first)
    page.listing._compare(older, later, read_bytes(LATER, later.read_bytes()))
    settled(context, qtbot)
    page.listing.revision._decide(other, "text", "Tried once, and again.")
    again = back()
    view = again.listing.revision
    assert view.isVisibleTo(again)
    assert view.model.words == {(other, "text"): "Tried once, and again."}
    later.unlink()
    again = back()
    assert again.listing.table.isVisibleTo(again)
    assert "could not be found" in context.messages.text
    assert COMPARED not in draft_words.listing(review)


def changed(review: Review, words: str, text: str) -> int:
    entry = next(one for one in entries.iterate(review) if words in one.text)
    edit.change_entry(review, replace(entry, text=text))
    return entry.id


def readings(item: FileItem) -> list[EntryReading]:
    return [row.entry for row in item.tables[0].rows if row.entry]


def test_files_that_are_taken_up_behind_another_page_leave_the_keyboard_where_it_is(
    page: SubmissionsPage, tmp_path: Path, qtbot: QtBot, context: ReviewContext, window: QMainWindow
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(SHEET)
    handed(page, qtbot, path)
    context.drafts.flush()
    settled(context, qtbot)
    pages, field = QStackedWidget(), QLineEdit()
    pages.addWidget(field)
    window.setCentralWidget(pages)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    object.__setattr__(context, "drafts", Drafts(context.review, context.jobs))
    made = SubmissionsPage(context, pages)
    pages.addWidget(made)
    made.take_up_files()
    settled(context, qtbot)
    assert field.hasFocus()
    assert "See Submissions." in context.messages.text
    pages.setCurrentWidget(made)
    assert made.batch.isVisible()
    assert made.batch.batch.items
