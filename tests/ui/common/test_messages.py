"""What the bar says, how long, and what can be done about it."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.ui.common.messages import MessageBar


class Refused(UserError):
    code = "Z001"


@pytest.fixture
def page(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    page.bar, page.field = MessageBar(theme), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(page.bar)
    column.addWidget(page.field)
    page.show()
    return page


def refused():
    return Refused("“rows.xlsx” could not be read.", "Save it again as .xlsx, then try again.")


def test_with_nothing_to_say_there_is_no_bar(page):
    assert page.bar.isHidden()
    assert page.bar.text == ""


def test_a_failure_is_told_with_its_next_step_and_code_and_stays(page):
    page.bar.show_error(refused())

    assert page.bar.text == "“rows.xlsx” could not be read. Save it again as .xlsx, then try again."
    assert page.bar.code.text() == "Z001"
    assert not page.bar._timer.isActive()


def test_the_details_to_copy_are_the_words_the_code_and_the_version(page):
    page.bar.show_error(refused())
    page.bar.copy.click()

    copied = QGuiApplication.clipboard().text()
    assert "rows.xlsx" in copied
    assert "[Z001] DHR Desktop" in copied


def test_good_news_offers_one_thing_to_do_and_goes_by_itself(page):
    done = []
    page.bar.show_done("412 entries imported.", "Undo", lambda: done.append("undone"))
    assert page.bar._timer.isActive()

    page.bar.action.click()

    assert done == ["undone"]
    assert page.bar.isHidden()


def test_news_takes_the_place_of_what_was_said_before(page):
    page.bar.show_error(refused())
    page.bar.show_done("412 entries imported.")

    assert page.bar.text == "412 entries imported."
    assert page.bar.code.isHidden()
    assert page.bar.copy.isHidden()


def test_what_is_said_is_said_to_a_screen_reader_too(page):
    page.bar.show_done("412 entries imported.")

    assert page.bar.accessibleName() == "412 entries imported."


def test_a_message_put_away_by_keyboard_leaves_the_keyboard_in_the_page(page, qtbot):
    qtbot.waitUntil(page.isActiveWindow)
    page.bar.show_error(refused())
    page.bar.close_button.setFocus()

    page.bar.close_button.click()

    assert page.field.hasFocus()


def test_words_of_agencies_are_never_read_as_markup(page):
    page.bar.show_note("<b>Police</b> & housing")

    assert page.bar.words.textFormat().name == "PlainText"


def test_what_is_said_moves_nothing_and_covers_nothing_to_press(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    name, away, field = QLabel("Adult A"), QPushButton("Lock"), QLineEdit()
    head = QHBoxLayout()
    head.addWidget(name, 1)
    head.addWidget(away)
    column = QVBoxLayout(page)
    column.addLayout(head)
    column.addWidget(field)
    bar = MessageBar(theme)
    bar.stand_over(name, page)
    page.resize(900, 300)
    page.show()
    places = [each.geometry() for each in (name, away, field)]

    for say in (bar.clear, lambda: bar.show_error(refused()), lambda: bar.show_done("412 entries imported.")):
        say()
        assert [each.geometry() for each in (name, away, field)] == places
        assert not bar.geometry().intersects(away.geometry())
    page.resize(700, 300)
    assert (bar.x(), bar.width()) == (name.x(), name.width())


def test_many_words_are_shown_whole(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    name = QLabel("Adult A")
    column = QVBoxLayout(page)
    column.addWidget(name)
    column.addStretch(1)
    bar = MessageBar(theme)
    bar.stand_over(name, page)
    page.resize(500, 300)
    page.show()

    bar.show_note("A sentence that says what is wrong and what to do about it. " * 5)

    assert bar.words.height() >= bar.words.heightForWidth(bar.words.width())
    assert bar.geometry().bottom() <= page.height()
