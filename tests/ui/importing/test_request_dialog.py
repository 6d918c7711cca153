"""A request is written from what is known of the review, without anybody's name unless it is typed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.request import of_review
from dhr_desktop.importing.request_files import DOCUMENT, LETTER, WORKBOOK
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.importing.request_dialog import RequestDialog
from dhr_desktop.ui.importing.submissions_view import SubmissionsView

FACTS = ReviewFacts("Review of the death of Jane Roe", reference="DHR 7", scope_from="2012", scope_to="2018-11-09")


@pytest.fixture
def dialog(theme, qtbot: QtBot) -> RequestDialog:
    del theme
    made = RequestDialog(of_review(FACTS, ""), ["Aldermarsh Surgery", "Housing"])
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_with_what_is_known_and_no_name(dialog: RequestDialog) -> None:
    assert dialog.request.review == "Domestic Homicide Review DHR 7"
    assert (dialog.request.start, dialog.request.end) == ("2012", "2018-11-09")
    assert dialog.request.subjects == ""
    assert dialog.parts == (WORKBOOK, LETTER)


def test_what_is_missing_is_said(dialog: RequestDialog) -> None:
    dialog.agency.setCurrentText("")
    dialog.accept()
    assert "agency" in dialog.problem.text()
    dialog.agency.setCurrentText("Housing")
    dialog.due.line.setText("soon")
    dialog.accept()
    assert "date" in dialog.problem.text()
    dialog.due.line.setText("15 January 2027")
    dialog.workbook.setChecked(False)
    dialog.letter.setChecked(False)
    dialog.accept()
    assert "at least one file" in dialog.problem.text()
    dialog.document.setChecked(True)
    dialog.review.clear()
    dialog.accept()
    assert "review" in dialog.problem.text()
    assert dialog.isVisible()


def test_a_period_that_ends_before_it_begins_is_refused_in_a_sentence(dialog: RequestDialog) -> None:
    dialog.agency.setCurrentText("Housing")
    dialog.start.line.setText("1/4/2018")
    dialog.end.line.setText("31/3/2014")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problem.text() == "The period ends before it begins. Change one of its two dates."
    dialog.start.line.setText("2014")
    dialog.accept()
    assert not dialog.isVisible()


def test_the_files_are_saved_beside_what_is_there_and_never_over_it(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    view = SubmissionsView(context, window)
    window.setCentralWidget(view)
    window.show()
    for _ in range(2):
        view.request.click()
        form = view.dialog
        assert isinstance(form, RequestDialog)
        form.agency.setCurrentText("Aldermarsh Surgery")
        form.document.setChecked(True)
        assert form.parts == (WORKBOOK, DOCUMENT, LETTER)
        answer_next(tmp_path)
        form.accept()
        qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)
    names = sorted(path.name for path in tmp_path.iterdir() if path.suffix in (".xlsx", ".docx"))

    assert len(names) == 6
    assert "Chronology for Domestic Homicide Review DHR 7 - Aldermarsh Surgery (2).xlsx" in names
    assert read_file(tmp_path / names[-1]).counts.imported == 0
    assert "3 files were saved" in context.messages.text


def test_without_a_folder_nothing_is_written(context: ReviewContext, window: QMainWindow) -> None:
    view = SubmissionsView(context, window)
    window.setCentralWidget(view)
    view.ask_for_request()
    assert isinstance(view.dialog, RequestDialog)
    view.dialog.agency.setCurrentText("Housing")
    answer_next(None)
    view.dialog.accept()
    assert view.dialog is None
    assert [job.doing for job in context.jobs.jobs if job.writes] == ["Keeping what was typed"]
    view.ask_for_request()
    assert view.dialog.agency.currentText() == "Housing"
