"""A revised submission is shown row by row with its changed words, and imported as the chair decides."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QPlainTextEdit, QRadioButton
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
from dhr_desktop.ui.importing.revision_choice import ConflictCard
from dhr_desktop.ui.importing.revision_model import Show

FOLDER = "sample/aldermarsh/submissions"


def _file(name: str):
    return read_file(resources.path(f"{FOLDER}/{name}"))


@pytest.fixture
def first(review: Review) -> int:
    return submit(review, _file("08_Tideway_IDVA_case_notes.xlsx"), "Tideway").submission_id


@pytest.fixture
def view(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> RevisionView:
    made = RevisionView(context, window)
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
        "29 rows are unchanged, 12 reworded, 2 with another date, 5 added, 3 no longer there, 4 in another place."
    )
    assert [view.show_what.itemText(place) for place in range(4)] == [
        "All that has changed (25)",
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


def test_an_entry_that_was_worked_on_goes_with_its_row_only_when_that_is_chosen(view, context, review, qtbot, first):
    entry_id = _edit(review, "Third attempt would breach", comment="Ask about this.")
    _compare(view, context, qtbot, first)
    assert any("You have changed:" in one.text() for one in view.detail.findChildren(QLabel))
    assert view.model.index(0, 0).data() == "No longer there: for you to decide"
    qtbot.keyClick(view.table, Qt.Key.Key_2)
    assert view.model.index(0, 0).data() == "No longer there: goes"
    qtbot.keyClick(view.table, Qt.Key.Key_1)
    assert view.model.index(0, 0).data() == "No longer there: stays"
    _press(view, qtbot, "Remove it too")
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


def test_what_is_refused_can_be_tried_again(view, context, review, qtbot, first):
    _compare(view, context, qtbot, first)
    review.journal.undo()
    with qtbot.waitSignal(context.jobs.refused, timeout=20_000):
        view.accept.click()
    assert view.accept.isEnabled()
    review.journal.redo()
    with qtbot.waitSignal(view.done, timeout=20_000):
        view.accept.click()
    assert submissions.listing(review)[-1].replaces_id == first


def _state(view: RevisionView, row: int = 0) -> str:
    return str(view.model.index(row, 0).data())


def test_the_list_says_what_was_decided_and_how_much_is_left(view, context, review, qtbot, first):
    _edit(review, "GP referral received", text="Referral from the surgery.")
    _edit(review, "First attempt, no answer", text="Tried once.")
    _compare(view, context, qtbot, first)
    assert view.show_what.itemText(0) == "For you to decide (2)"
    assert _state(view) == "Reworded: for you to decide"
    qtbot.keyClick(view.table, Qt.Key.Key_1)
    assert _state(view) == "Reworded: you keep yours"
    assert view.show_what.itemText(0) == "For you to decide (1)"
    view.table.selectRow(1)
    qtbot.keyClick(view.table, Qt.Key.Key_2)
    assert _state(view, 1) == "Reworded: you take theirs"
    assert view.show_what.itemText(0) == "Decided by you (2)"
    qtbot.keyClick(view.table, Qt.Key.Key_3)
    assert _state(view, 1) == "Reworded: you keep yours"  # hers are what other words begin with


def test_a_third_date_can_be_typed_and_is_read_day_first(view, context, review, qtbot, first):
    entry_id = _edit(review, "Locks fitted, says it was today", date_edtf="2016-04-07")
    _compare(view, context, qtbot, first)
    qtbot.keyClick(view.table, Qt.Key.Key_3)
    (line,) = [one for one in view.detail.findChildren(QLineEdit) if one.isVisible()]
    qtbot.waitUntil(line.hasFocus)
    assert line.text() == "7 April 2016"
    line.clear()
    qtbot.keyClicks(line, "some day")
    assert any("Not understood as a date" in one.text() for one in view.detail.findChildren(QLabel))
    assert _state(view) == "Another date: for you to decide"
    line.clear()
    qtbot.keyClicks(line, "8/4/2016")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert view.table.hasFocus()
    assert _state(view) == "Another date: 8 April 2016"
    with qtbot.waitSignal(view.done, timeout=20_000):
        view.accept.click()
    assert entries.get(review, entry_id).date_edtf == "2016-04-08"


def test_a_date_that_was_blank_and_is_written_out_is_for_the_chair_to_decide(view, context, review, qtbot, first):
    rows = [one for one in submissions.rows(review, first) if one.row == 24]
    (entry,) = [one for one in entries.iterate(review) if one.source_row_id == rows[0].id]
    edit.change_entry(review, replace(entry, date_edtf="2016-11-03"))
    _compare(view, context, qtbot, first)
    assert view.show_what.currentData() == Show.DECIDE
    said = [one.text() for one in view.detail.findChildren(QLabel) if one.isVisible()]
    assert "Written “10/24/2016” in the new file" in said
    assert [one.accessibleDescription() for one in view.detail.findChildren(QRadioButton)][:2] == [
        "3 November 2016",
        "24 October 2016",
    ]


def test_mine_and_theirs_stand_beside_each_other_with_the_words_marked_that_only_one_has(
    view, context, review, qtbot, first
):
    _edit(review, "GP referral received", text="GP referral received by post.")
    _compare(view, context, qtbot, first)
    card = view.detail.findChild(ConflictCard)
    qtbot.waitUntil(lambda: card.mine.mapTo(view, card.mine.pos()).x() < card.theirs.mapTo(view, card.theirs.pos()).x())
    assert card.mine.y() == card.theirs.y()
    (mine,) = [one for one in card.findChildren(QLabel) if one.accessibleName() == "GP referral received by post."]
    assert ">by post.</u>" in mine.text()


def test_words_that_look_like_markup_are_shown_as_they_were_written(view, context, review, qtbot, first):
    _edit(review, "GP referral received", text="<b>GP</b> referral & letter")
    _compare(view, context, qtbot, first)
    card = view.detail.findChild(ConflictCard)
    shown = "".join(one.text() for one in card.findChildren(QLabel))
    assert "<b>" not in shown
    assert "&lt;" in shown
    assert "&amp;" in shown


def test_a_row_that_was_only_moved_is_among_what_has_changed_with_where_it_stood(view, context, qtbot, first):
    _compare(view, context, qtbot, first)
    _show(view, Show.MOVED)
    states = [_state(view, row) for row in range(view.model.rowCount())]
    assert states == ["Reworded, moved", "Moved", "Moved", "Moved"]
    view.table.selectRow(1)
    assert "It stood in row 17 and stands in row 18." in view.detail.words.toPlainText()


def test_a_row_whose_entry_the_chair_has_removed_says_so(view, context, review, qtbot, first):
    entry = next(one for one in entries.iterate(review) if "GP referral received" in one.text)
    edit.remove_entry(review, entry.id)
    _compare(view, context, qtbot, first)
    _show(view, Show.CHANGED)
    assert _state(view) == "Reworded: removed by you"
