"""A revised submission is shown row by row with its changed words, and imported as the chair decides."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QMainWindow, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from dhr_desktop.base import resources
from dhr_desktop.importing.reading import read_bytes, read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries, submissions
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.importing.revision import RevisionView
from dhr_desktop.ui.importing.revision_model import Show

FOLDER = "sample/aldermarsh/submissions"


def _file(name: str):
    return read_file(resources.path(f"{FOLDER}/{name}"))


@pytest.fixture
def first(review: Review) -> int:
    return submit(review, _file("08_Tideway_IDVA_case_notes.xlsx"), "Tideway").submission_id


@pytest.fixture
def view(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> RevisionView:
    made = RevisionView(context)
    window.setCentralWidget(made)
    window.resize(1180, 680)
    window.show()
    qtbot.waitExposed(window)
    return made


def _compare(view: RevisionView, context: ReviewContext, qtbot: QtBot, first: int) -> None:
    view.compare(_file("08_Tideway_IDVA_case_notes_v2.xlsx"), submissions.get(context.review, first))
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)


def _edit(review: Review, words: str, **changes: str) -> int:
    entry = next(one for one in entries.iterate(review) if words in one.text)
    edit.change_entry(review, replace(entry, **changes))
    return entry.id


def _press(view: RevisionView, qtbot: QtBot, words: str) -> None:
    def shown() -> list[QRadioButton]:
        every = view.detail.findChildren(QRadioButton)
        return [one for one in every if one.isVisible() and one.text().replace("&", "") == words]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    shown()[0].click()


def _show(view: RevisionView, what: Show) -> None:
    view.show_what.setCurrentIndex(view.show_what.findData(what))


def test_what_has_changed_is_counted_in_words_and_listed_by_sort(view, context, qtbot, first):
    _compare(view, context, qtbot, first)
    assert view.header.under.text() == (
        "29 rows are unchanged, 12 reworded, 2 with another date, 5 added, 3 no longer there."
    )
    assert [view.show_what.itemText(place) for place in range(4)] == [
        "All that has changed (22)",
        "Reworded (12)",
        "Another date (2)",
        "Added (5)",
    ]
    _show(view, Show.ADDED)
    assert view.model.rowCount() == 5
    assert view.detail.words.toPlainText().startswith("This row is new.")


def test_a_reworded_row_shows_the_words_that_are_gone_struck_out_and_the_new_ones_underlined(
    view, context, qtbot, first
):
    _compare(view, context, qtbot, first)
    _show(view, Show.CHANGED)
    page = view.detail.words.document()
    struck, underlined = "", ""
    block = page.begin()
    while block.isValid():
        for piece in block:
            form = piece.fragment().charFormat()
            struck += piece.fragment().text() if form.fontStrikeOut() else ""
            underlined += piece.fragment().text() if form.fontUnderline() else ""
        block = block.next()
    assert "Pushed" in struck
    assert "29 January" in underlined


def test_where_the_chair_and_the_agency_differ_hers_stays_unless_she_chooses_theirs(
    view, context, review, qtbot, first
):
    mine = _edit(review, "GP referral received", text="Referral from the surgery.")
    other = _edit(review, "First attempt, no answer", text="Tried once.")
    _compare(view, context, qtbot, first)
    assert view.show_what.currentData() == Show.DECIDE
    assert view.model.rowCount() == 2
    view.table.selectRow(1)
    _press(view, qtbot, "Take theirs")
    with qtbot.waitSignal(view.done, timeout=20_000):
        view.accept.click()
    assert entries.get(review, mine).text == "Referral from the surgery."
    assert "standard is 2 working days" in entries.get(review, other).text
    assert review.journal.status().undo == "Import revised Tideway"


def test_words_of_the_chair_s_own_can_be_written_for_a_field_in_conflict(view, context, review, qtbot, first):
    entry_id = _edit(review, "First attempt, no answer", text="Tried once.")
    _compare(view, context, qtbot, first)
    _press(view, qtbot, "Write other words")
    written = view.detail.findChildren(QPlainTextEdit)[-1]
    written.setPlainText("Tried once, seventeen days after the referral.")
    view.table.setFocus()
    with qtbot.waitSignal(view.done, timeout=20_000):
        view.accept.click()
    assert entries.get(review, entry_id).text == "Tried once, seventeen days after the referral."


def test_from_the_list_a_key_chooses_mine_theirs_or_other_words(view, context, review, qtbot, first):
    mine = _edit(review, "GP referral received", text="Referral from the surgery.")
    theirs = _edit(review, "First attempt, no answer", text="Tried once.")
    _compare(view, context, qtbot, first)
    qtbot.keyClick(view.table, Qt.Key.Key_3)
    (written,) = [one for one in view.detail.findChildren(QPlainTextEdit) if one.isVisible()]
    qtbot.waitUntil(written.hasFocus)
    written.insertPlainText("Referred.")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_2)
    with qtbot.waitSignal(view.done, timeout=20_000):
        view.accept.click()
    assert entries.get(review, mine).text == "Referred."
    assert "standard is 2 working days" in entries.get(review, theirs).text


def test_an_entry_that_was_worked_on_goes_with_its_row_only_when_that_is_ticked(view, context, review, qtbot, first):
    entry_id = _edit(review, "Third attempt would breach", comment="Ask about this.")
    _compare(view, context, qtbot, first)
    tick = view.detail.findChildren(QCheckBox)[-1]
    assert not tick.isChecked()
    assert any("You have changed:" in one.text() for one in view.detail.findChildren(QLabel))
    tick.click()
    with qtbot.waitSignal(view.done, timeout=20_000):
        view.accept.click()
    with pytest.raises(LookupError):
        entries.get(review, entry_id)


def test_it_can_be_gone_through_by_keyboard_and_put_away_without_a_trace(view, context, review, qtbot, first):
    _compare(view, context, qtbot, first)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.table.currentIndex().row() == 1
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view.back, Qt.Key.Key_Space)
    assert [one.id for one in submissions.listing(review)] == [first]


def test_a_file_that_hardly_matches_is_asked_about_before_it_replaces_the_earlier_one(
    view, context, review, qtbot, first
):
    before = entries.count(review)
    view.compare(_file("05_Marshland_Homes_CRM_export.csv"), submissions.get(review, first))
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)
    assert view.unlike.isVisible()
    assert "Is it the right file?" in view.unlike.text()
    answer_next(False)
    view.accept.click()
    assert entries.count(review) == before
    assert view.accept.isEnabled()
    answer_next(True)
    with qtbot.waitSignal(view.done, timeout=20_000):
        view.accept.click()
    assert submissions.listing(review)[-1].replaces_id == first
    _compare(view, context, qtbot, submissions.listing(review)[-1].id)
    assert view.unlike.isVisible()


def test_a_file_of_headings_alone_is_refused_at_once_in_a_sentence(view, context, review, qtbot, first):
    with qtbot.waitSignal(view.left, timeout=20_000):
        view.compare(read_bytes("empty.csv", b"Date,Event\n"), submissions.get(review, first))
    assert "no entry below" in context.messages.text
    assert not view.accept.isEnabled()
