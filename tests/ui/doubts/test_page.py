"""The Doubts page as a chair uses it: the keyboard alone, the next one at once, and nothing lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from dhr_desktop.base import resources
from dhr_desktop.domain.entries import Doubt, Entry, Outcome, SourceRow, TableShape
from dhr_desktop.store import agencies, doubtful, entries, submissions
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.typed_dates import read_typed_date
from dhr_desktop.ui.doubts.kinds import kind_name
from dhr_desktop.ui.doubts.page import DoubtsPage

CONTROL = Qt.KeyboardModifier.ControlModifier
HEADINGS = ("Date", "Time", "What happened")
SLIP = Doubt("year-slip", "date", "The year is written as “2105”, which cannot be.", "2015-10-19")
CLOCK = Doubt("clock-unsaid", "time", "The time 09:30 may be UTC.", "10:30")
MAPPING = {"mapping": {"0": "date", "1": "time", "2": "text"}}


def imported(review, name, *each_one_s):
    with review.journal.step(f"Import {name}"):
        agency = agencies.add(review, name)
        layout = {"tables": [{"name": "Log", "headings": list(HEADINGS), "choices": MAPPING}]}
        submission = submissions.add(
            review, submissions.NewSubmission(agency.id, f"{name}.xlsx", name.encode(), "", "", layout)
        )
        submissions.add_table(review, submission, "Log", HEADINGS, TableShape(header=0))
        rows = [SourceRow(0, submission, "Log", 1, HEADINGS, HEADINGS, Outcome.SKIPPED, "headings")]
        rows += [
            SourceRow(
                0, submission, "Log", place, HEADINGS, ("19/10/2105", "09:30", f"Visit {place}"), Outcome.IMPORTED, ""
            )
            for place in range(2, len(each_one_s) + 2)
        ]
        ids = submissions.add_rows(review, rows)[1:]
        submissions.set_counts(review, submission, len(rows), len(ids), 1, 0)
        return entries.add_many(
            review,
            [
                Entry(
                    0, agency.id, "2105-10-19", f"Visit {place}", submission, row_id, "19/10/2105", "09:30", doubts=told
                )
                for place, (row_id, told) in enumerate(zip(ids, each_one_s, strict=True), 2)
            ],
        )


@pytest.fixture
def settle(qtbot, context):
    def until_idle():
        for _ in range(3):  # a notice that came last sets off one more reading
            qtbot.waitUntil(lambda: not context.jobs.busy)
            QApplication.processEvents()

    return until_idle


@pytest.fixture
def opened(context, window, qtbot, settle):
    def with_page():
        page = DoubtsPage(context, window)
        window.setCentralWidget(page)
        window.resize(1366, 768)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        settle()
        return page

    return with_page


def type_into_field(qtbot, keys):
    qtbot.keyClicks(QApplication.focusWidget(), keys)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def press_letter(qtbot, letter):
    """As a keyboard does, to whatever has the keyboard by then."""
    if letter != " " or isinstance(QApplication.focusWidget(), QLineEdit):
        qtbot.keyClicks(QApplication.focusWidget(), letter)


def send(at, what):
    """Return as the system tells of it, with its time and, as on X11 at times, without the mark of a repeat."""
    kind = QEvent.Type.KeyPress if what == "press" else QEvent.Type.KeyRelease
    event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
    event.setTimestamp(at)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def test_return_accepts_and_the_next_is_there_before_the_answer_is_on_disk(context, opened, qtbot, settle):
    first, second, _ = imported(context.review, "Housing", (SLIP,), (SLIP,), (SLIP,))
    page = opened()
    assert page.current.entry.id == first

    press(qtbot, Qt.Key.Key_Return)
    assert page.current.entry.id == second
    settle()

    assert entries.get(context.review, first).doubts == ()
    assert entries.get(context.review, first).date_edtf == "2105-10-19"
    assert page.header.under.text().startswith("2 left of 3.")


def test_two_hundred_doubts_take_one_key_each(context, opened, qtbot, settle):
    imported(context.review, "Housing", *[(SLIP, CLOCK)] * 200)
    opened()

    for _ in range(200):
        press(qtbot, Qt.Key.Key_Return)
    settle()

    assert doubtful.count(context.review) == 0


def test_typing_replaces_what_was_read_and_return_saves_it(context, opened, qtbot, settle):
    first, second = imported(context.review, "Housing", (SLIP,), (SLIP,))
    page = opened()

    type_into_field(qtbot, "19 oct 2015")
    press(qtbot, Qt.Key.Key_Return)
    settle()

    changed = entries.get(context.review, first)
    assert (changed.date_edtf, changed.doubts, changed.date_written) == ("2015-10-19", (), "19/10/2105")
    assert page.current.entry.id == second


def test_what_is_not_understood_is_said_and_nothing_is_written(context, opened, qtbot, settle):
    [first] = imported(context.review, "Housing", (SLIP,))
    page = opened()

    type_into_field(qtbot, "the other day")
    press(qtbot, Qt.Key.Key_Return)
    settle()

    assert page.current.entry.id == first
    assert page.form.date.text() == "the other day"
    assert page.form.date.property("wrong")
    assert entries.get(context.review, first).doubts == (SLIP,)


def test_a_corrected_date_leaves_the_doubt_about_the_time_at_hand(context, opened, qtbot, settle):
    first, _ = imported(context.review, "Housing", (SLIP, CLOCK), (SLIP,))
    page = opened()

    type_into_field(qtbot, "19 oct 2015")
    press(qtbot, Qt.Key.Key_Return)
    settle()

    assert page.current.entry.id == first
    assert page.current.entry.doubts == (CLOCK,)
    assert page.form.time.hasFocus()
    assert (page.form.date.text(), page.form.unsaved()) == ("19 October 2015", "")


def test_control_return_puts_in_what_the_doubt_offers(context, opened, qtbot, settle):
    [first] = imported(context.review, "Housing", (SLIP,))
    page = opened()
    assert page.form.fix.text() == "Set 19 October 2015"

    press(qtbot, Qt.Key.Key_Return, CONTROL)
    settle()

    assert entries.get(context.review, first).date_edtf == "2015-10-19"
    assert page.empty.isVisible()


def test_undo_comes_back_to_the_entry(context, opened, qtbot, settle):
    first, _, third = imported(context.review, "Housing", (SLIP,), (SLIP,), (SLIP,))
    page = opened()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    settle()
    assert page.current.entry.id == third

    context.review.journal.undo()
    context.review.journal.undo()
    settle()

    assert page.current.entry.id == first
    assert page.header.under.text().startswith("3 left of 3.")


def test_later_goes_on_and_leaves_it_in_doubt(context, opened, qtbot, settle):
    first, second = imported(context.review, "Housing", (SLIP,), (SLIP,))
    page = opened()

    page.list.setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.current.entry.id == second
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    settle()

    assert page.list.hasFocus()
    assert page.current.entry.id == first
    assert [bool(entries.get(context.review, each).doubts) for each in (first, second)] == [True, False]


@pytest.mark.parametrize("typed", ["Feb 2016", "spring 2016", "w/c 3/4/17", "September 2015", "5/4/16", "rubbish"])
def test_what_is_typed_over_the_list_begins_a_date_whatever_its_first_letter(context, opened, qtbot, settle, typed):
    first, *_ = imported(context.review, "Housing", *[(SLIP,)] * 9)
    page = opened()

    page.list.setFocus()
    for key in typed:
        press_letter(qtbot, key)

    assert (page.form.date.text(), page.form.date.hasFocus()) == (typed, True)
    assert page.current.entry.id == first
    press(qtbot, Qt.Key.Key_Return)
    settle()
    assert bool(entries.get(context.review, first).doubts) is (typed == "rubbish")
    assert (
        entries.get(context.review, first).date_edtf
        == read_typed_date("2105-10-19" if typed == "rubbish" else typed).edtf
    )


def test_what_is_typed_over_a_button_or_the_sheet_goes_on_in_the_field(context, opened, qtbot):
    imported(context.review, "Housing", (SLIP,), (SLIP,))
    page = opened()

    for where, key in zip((page.list, page.form.accept, page.sheet.view), "5Ma", strict=True):
        where.setFocus()
        assert QApplication.focusWidget() is where
        press_letter(qtbot, key)

    assert page.form.date.text() == "5Ma"


def test_a_key_held_down_clears_one_doubt_and_quick_fingers_clear_many(context, opened):
    imported(context.review, "Housing", *[(SLIP,)] * 60)
    page = opened()
    held = [(0, "press"), *((at, what) for at in range(500, 2000, 33) for what in ("release", "press"))]

    for at, what in held:
        send(at + 1_000, what)
    assert page.header.under.text().startswith("59 left of 60.")

    for at in range(4_000, 5_000, 150):
        send(at, "press")
        send(at + 70, "release")
    assert page.header.under.text().startswith("52 left of 60.")


def test_doubts_that_come_after_the_last_was_cleared_are_answered_by_keyboard(context, window, opened, qtbot, settle):
    imported(context.review, "Housing", (SLIP,))
    page = opened()
    press(qtbot, Qt.Key.Key_Return)
    settle()
    assert window.focusWidget() is page._onward

    [later] = imported(context.review, "Police", (SLIP,))
    settle()

    assert page.form.date.hasFocus()
    type_into_field(qtbot, "5/4/16")
    press(qtbot, Qt.Key.Key_Return)
    settle()
    assert entries.get(context.review, later).date_edtf == "2016-04-05"


def test_going_on_with_words_unsaved_says_so_and_a_function_key_saves_them(context, opened, qtbot, settle):
    first, second = imported(context.review, "Housing", (SLIP,), (SLIP,))
    page = opened()
    type_into_field(qtbot, "1 may 2015")
    page.next_one()
    assert "“1 may 2015” was not saved." in context.messages.words.text()

    type_into_field(qtbot, "2 may 2015")
    next(action for action in page.actions() if action.objectName() == "doubts.accept").trigger()
    settle()

    assert [entries.get(context.review, each).date_edtf for each in (first, second)] == ["2105-10-19", "2015-05-02"]


def test_one_kind_is_answered_in_one_file_and_not_in_another(context, opened, settle):
    imported(context.review, "Housing", (SLIP,), (SLIP, CLOCK))
    [other] = imported(context.review, "Police", (SLIP,))
    page = opened()
    assert page.kind.fix.text() == "Put all 2 right as offered"

    page.kind.fix.click()
    settle()

    left = {one.entry.id: one.entry.doubts for one in doubtful.listing(context.review)}
    assert left[other] == (SLIP,)
    assert sorted(map(len, left.values())) == [1, 1]
    context.review.journal.undo()
    assert doubtful.count(context.review) == 3


def test_filters_narrow_by_agency_and_kind_and_search(context, opened):
    imported(context.review, "Housing", (SLIP,), (CLOCK,))
    [police] = imported(context.review, "Police", (SLIP,))
    page = opened()

    page.filters.agency.setCurrentIndex(page.filters.agency.findData("Police"))
    assert page.list.order() == [police]
    page.filters.search.setText("nothing of the kind")
    assert page.list.order() == []
    page.filters.clear()
    page.filters.kind.setCurrentIndex(page.filters.kind.findData("clock-unsaid"))
    assert [one.entry.doubts for one in page._ones if one.entry.id in page.list.order()] == [(CLOCK,)]


def test_the_sheet_shows_the_row_at_hand_and_marks_the_cell_in_doubt(context, opened, settle):
    imported(context.review, "Housing", (SLIP,), (CLOCK,))
    page = opened()
    model = page.sheet.view.sheet_model

    assert page.sheet.place.text() == "Housing.xlsx, “Log”, row 2"
    assert (model.at_hand, model.is_heading(0), model.is_heading(1)) == (1, True, False)
    page.next_one()
    settle()
    assert model.index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "B3: 09:30, in doubt"


def test_nothing_in_doubt_says_so(opened):
    page = opened()

    assert page.empty.isVisible()
    assert page.empty.title.text() == "No doubts are left."


def test_every_doubt_that_a_reader_gives_has_a_name_of_its_own():
    codes = resources.toml("importing/doubts.toml")

    assert set(resources.toml("importing/doubt_kinds.toml")) <= set(codes)
    assert len({kind_name(code) for code in codes}) == len(codes)


def test_a_date_that_was_changed_elsewhere_is_not_taken_for_typed_here(context, opened, settle):
    first, second = imported(context.review, "Police", (SLIP, CLOCK), (SLIP,))
    page = opened()
    before = page.form.date.text()
    entry = entries.get(context.review, first)
    edit.change_entry(context.review, replace(entry, date_edtf="2014-03-05"), entry)
    settle()
    assert page.form.date.text() == "5 March 2014"
    page.next_one()
    assert page.current.entry.id == second
    context.review.journal.undo()
    settle()
    page._go_on(first)
    assert (page.form.date.text(), page.form.unsaved()) == (before, "")
