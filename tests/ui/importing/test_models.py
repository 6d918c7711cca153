"""The tables of the Submissions page keep Qt's rules and speak to a screen reader."""

import pytest
from PySide6.QtCore import Qt

from dhr_desktop.base import resources
from dhr_desktop.domain.reviews import Agency, Submission
from dhr_desktop.importing.reading import TableReading, read_file
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.importing.preview_model import PreviewModel, Shown
from dhr_desktop.ui.importing.submissions_model import SubmissionsModel

HOSPITAL = resources.path("sample/aldermarsh/submissions/03_Aldermarsh_General_Hospital_chronology.xls")


@pytest.fixture
def table() -> TableReading:
    return next(table for table in read_file(HOSPITAL).tables if table.mapping)


def test_the_preview_keeps_qt_s_rules(theme: Theme, table: TableReading, qtmodeltester) -> None:
    model = PreviewModel(theme)
    qtmodeltester.check(model)
    for shown in Shown:
        model.show(table, shown)


def test_the_preview_names_each_cell_and_gives_its_doubt_in_words(theme: Theme, table: TableReading) -> None:
    model = PreviewModel(theme)
    model.show(table, Shown.DOUBTFUL)
    entry = table.doubtful[0].entry
    assert entry is not None
    read_as = model.index(0, 2)
    assert str(read_as.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Read as: ")
    assert entry.doubts[0].words in read_as.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_every_row_of_a_file_is_shown_once_as_an_entry_or_not(theme: Theme, table: TableReading) -> None:
    model = PreviewModel(theme)
    rows = []
    for shown in (Shown.ENTRIES, Shown.NOT_ENTRIES):
        model.show(table, shown)
        rows += [int(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert len(rows) == len(set(rows)) == table.counts.read


def test_the_list_of_submissions_keeps_qt_s_rules(theme: Theme, qtmodeltester) -> None:
    model = SubmissionsModel(theme)
    qtmodeltester.check(model)
    submission = Submission(1, 1, "chronology.xlsx", "", 10, "2026-11-23T09:30:00.125Z", 12, 9, 2, 1)
    model.show([submission], [Agency(1, "Marshland Homes", 0)])
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Agency: Marshland Homes"
    assert model.index(0, 3).data() == "12"


def test_a_submission_whose_day_is_not_known_is_shown_without_one(theme: Theme) -> None:
    model = SubmissionsModel(theme)
    model.show([Submission(1, 1, "chronology.xlsx", "", 10, "", 1, 1, 0, 0)], [Agency(1, "Marshland Homes", 0)])
    assert model.index(0, 2).data() == ""
