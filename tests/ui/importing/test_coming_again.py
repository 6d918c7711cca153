"""In the window: a revision is taken back, the earlier version is current again, and the file can come in again."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.revising import plan, revise
from dhr_desktop.importing.submit import submit
from dhr_desktop.importing.undoing import take_back
from dhr_desktop.store import entries
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.importing.page import SubmissionsPage

FIRST = "Date,Event\n03/05/2014,Attended with her sister.\n14/05/2014,Telephoned the surgery about sleep.\n"
SECOND = FIRST.replace("sleep.", "sleep and worry.") + "27/07/2014,Seen by the doctor for the first time.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    made = tmp_path / "surgery.csv", tmp_path / "surgery v2.csv"
    for path, words in zip(made, (FIRST, SECOND), strict=True):
        path.write_text(words)
    return made


@pytest.fixture
def page(
    context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> SubmissionsPage:
    """Both versions came in, the chair worked on an entry that the second one brought, and took the second one back."""
    first = submit(review, read_file(files[0]), "Surgery").submission_id
    second = revise(review, plan(review, first, read_file(files[1]))).submission_id
    (found,) = [each for each in entries.iterate(review) if "doctor" in each.text]
    edit.change_entry(review, replace(found, comment="Which doctor?"))
    take_back(review, second)
    made = SubmissionsPage(context, window)
    window.setCentralWidget(made)
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    settled(context, qtbot)
    return made


def settled(context: ReviewContext, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)


def listed(page: SubmissionsPage) -> list[str]:
    return [str(page.model.index(row, 1).data()) for row in range(page.model.rowCount())]


def test_the_earlier_version_can_be_revised_again_when_its_revision_was_taken_back(page: SubmissionsPage) -> None:
    assert listed(page) == ["surgery.csv", "surgery v2.csv\nTaken back"]
    page.table.selectRow(0)
    assert page.listing.details.revise.isEnabled()


def test_a_file_whose_import_was_taken_back_comes_in_again_and_nothing_stands_twice(
    page: SubmissionsPage, context: ReviewContext, review: Review, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    page.take_files([files[1]])
    settled(context, qtbot)
    (item,) = page.batch.batch.items
    assert not item.already
    assert item.is_revision
    page.batch.file.file.shows.click()
    settled(context, qtbot)
    page.revision.accept.click()
    settled(context, qtbot)
    assert [each.text for each in entries.iterate(review)][1:] == [
        "Telephoned the surgery about sleep and worry.",
        "Seen by the doctor for the first time.",
    ]
    assert [each.comment for each in entries.iterate(review)][-1] == "Which doctor?"
    assert listed(page) == ["surgery.csv\nRevised since", "surgery v2.csv\nTaken back", "surgery v2.csv"]
    assert page.table.hasFocus()
    assert page.table.currentIndex().row() == len(listed(page)) - 1
    page.table.selectRow(1)
    qtbot.waitUntil(lambda: "No entry on the timeline is of this file any more." in page.listing.details.text())
    assert not page.listing.details.take_back.isEnabled()
