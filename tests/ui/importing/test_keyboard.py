"""The wizard by keyboard: what is decided leaves the keyboard where it was, and Tab goes as the eye does."""

from PySide6.QtWidgets import QApplication

from dhr_desktop.importing.fields import Field
from dhr_desktop.ui.importing.file_view import COLUMNS, COUNT, FILE
from tests.sheets.made import csv_text, protect, workbook

HEAD = ("Date", "Time", "What happened", "Source")
UNSAID = csv_text([HEAD, ("03/04/2017", "", "Home visit.", "File"), ("05/06/2017", "", "Telephone call.", "File")])


def test_the_keyboard_stays_on_the_column_whose_field_is_changed(page, hand, settle):
    hand("Housing notes.csv", UNSAID)
    choice = page.batch.file.columns.mapping.choices[3]
    choice.setFocus()
    choice.setCurrentIndex(choice.findData(Field.COMMENT))
    choice.activated.emit(choice.currentIndex())
    settle()
    assert QApplication.focusWidget() is page.batch.file.columns.mapping.choices[3]


def test_the_keyboard_stays_where_the_order_of_day_and_month_was_turned(page, hand, settle):
    hand("Housing notes.csv", UNSAID)
    orders = page.batch.file.columns.orders
    day, month = orders.stops()
    assert [each.text().replace("&", "") for each in (day, month)] == ["Day first is right", "Read month first"]
    month.setFocus()
    month.click()
    settle()
    (day,) = orders.stops()
    assert QApplication.focusWidget() is day
    assert day.text().replace("&", "") == "Read day first"


def test_that_day_first_is_right_can_be_said_once_for_the_column(page, hand, settle):
    item = hand("Housing notes.csv", UNSAID)
    assert item.doubtful == 2
    page.batch.file.columns.orders.stops()[0].click()
    settle()
    assert item.doubtful == 0
    assert item.tables[0].rows[1].entry.date_edtf == "2017-04-03"


def test_tab_goes_through_the_columns_before_the_buttons_below(page, hand):
    hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    chain, each = [], page.batch.files.nextInFocusChain()
    while each is not page.batch.files:
        chain.append(each)
        each = each.nextInFocusChain()
    stops = [
        page.batch.file.steps,
        columns.header.row,
        *columns.orders.stops(),
        *columns.mapping.choices.values(),
        columns.fixed.words,
        columns.shown,
        columns.rows,
        page.batch.cancel,
        page.batch.onward,
        page.batch.accept,
    ]
    assert [chain.index(stop) for stop in stops] == sorted(chain.index(stop) for stop in stops)


def test_once_a_password_is_right_the_keyboard_is_on_no_button_that_puts_the_file_away(page, hand, settle):
    locked = protect(workbook(("Sheet1", [HEAD[:3], ("14/06/2016", "", "Seen.")])), "Ravens 1")
    hand("Probation chronology.xlsx", locked)
    field = page.batch.file.file.password
    field.setFocus()
    field.setText("Ravens 1")
    field.returnPressed.emit()
    settle()
    assert QApplication.focusWidget() is page.batch.file.steps


def test_an_import_leaves_the_keyboard_on_what_is_seen_next(page, hand, settle):
    hand("Housing notes.csv", UNSAID)
    page.batch.accept.setFocus()
    page.batch.accept.click()
    settle()
    assert QApplication.focusWidget() is page.table


def test_a_file_of_headings_alone_says_so_at_its_columns(page, hand):
    hand("Housing headings.csv", csv_text([HEAD]))
    assert page.batch.file.steps.currentIndex() == COLUMNS
    assert page.batch.file.columns.whole.text()
    assert page.batch.file.steps.isTabEnabled(COUNT)
    assert page.batch.file.steps.isTabEnabled(FILE)
