"""The way in: what a passphrase protects, that it must be typed alike twice, and that a wrong one touches nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dhr_desktop.store.library import Library
from dhr_desktop.ui.unlock.forms import LONG_ENOUGH, ChooseForm, EnterForm
from dhr_desktop.ui.unlock.page import UnlockPage
from tests.store.made import CHEAP, PASSPHRASE


@pytest.fixture
def page_for(qtbot, folder, theme, jobs):
    def made():
        page = UnlockPage(folder, theme, jobs, CHEAP)
        page.entered = []
        page.opened.connect(page.entered.append)
        qtbot.addWidget(page)
        page.show()
        page.setFocus()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return made


@pytest.fixture
def first_day(page_for):
    return page_for()


@pytest.fixture
def later(page_for, library):
    library.close()
    return page_for()


def choose(qtbot, page, once, again):
    qtbot.keyClicks(page.form.field.line, once)
    qtbot.keyClicks(page.form.again.line, again)
    page.form.go.click()


def close(page):
    for library in page.entered:
        library.close()


def test_the_first_day_says_what_is_protected_and_that_nobody_can_recover_it(first_day):
    assert isinstance(first_day.form, ChooseForm)
    said = " ".join(each.text() for each in first_day.findChildren(QLabel))
    assert "encrypted" in said
    assert "Nobody can recover it" in said


def test_a_passphrase_typed_alike_twice_makes_the_library(first_day, folder, qtbot):
    choose(qtbot, first_day, PASSPHRASE, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(first_day.entered))
    close(first_day)

    assert Library.exists(folder)
    Library.open(folder, PASSPHRASE, CHEAP).close()


def test_a_short_passphrase_is_not_taken(first_day, folder, qtbot):
    short = "x" * (LONG_ENOUGH - 1)
    choose(qtbot, first_day, short, short)

    assert first_day.form.problem.text() == f"It needs at least {LONG_ENOUGH} letters."
    assert first_day.form.field.line.hasFocus()
    assert not Library.exists(folder)


def test_two_that_differ_are_not_taken(first_day, folder, qtbot):
    choose(qtbot, first_day, PASSPHRASE, PASSPHRASE + "x")

    assert "not alike" in first_day.form.problem.text()
    assert first_day.form.again.line.hasFocus()
    assert not Library.exists(folder)


def test_advice_follows_what_is_typed(first_day, qtbot):
    form = first_day.form
    qtbot.keyClicks(form.field.line, "x" * (LONG_ENOUGH - 1))
    assert form.problem.text() == "1 more letter needed."

    qtbot.keyClicks(form.field.line, "x")
    assert form.problem.text() == "Long enough. Now type the same again."

    qtbot.keyClicks(form.again.line, form.field.text)
    assert form.problem.text() == "Long enough, and both are alike."


def test_the_right_passphrase_opens_the_library(later, qtbot):
    assert isinstance(later.form, EnterForm)
    qtbot.keyClicks(later.form.field.line, PASSPHRASE)
    qtbot.keyClick(later.form.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(later.entered))
    close(later)


def test_a_wrong_passphrase_is_said_and_can_be_typed_over(later, qtbot):
    qtbot.keyClicks(later.form.field.line, "not the passphrase")
    later.form.go.click()
    assert not later.form.isEnabled()
    qtbot.waitUntil(later.form.isEnabled)

    assert later.entered == []
    assert "does not open the library" in later.form.problem.text()
    assert later.form.field.line.hasFocus()
    assert later.form.field.line.selectedText()

    qtbot.keyClicks(later.form.field.line, "x")
    assert (later.form.field.text, later.form.problem.text()) == ("x", "")


def test_a_wrong_passphrase_changes_no_file(later, folder, qtbot):
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    qtbot.keyClicks(later.form.field.line, "not the passphrase")
    later.form.go.click()
    qtbot.waitUntil(later.form.isEnabled)

    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_nothing_typed_is_not_tried(later):
    later.form.go.click()

    assert later.form.problem.text() == "Type your passphrase first."
    assert later.form.field.line.hasFocus()


def test_a_passphrase_is_hidden_until_it_is_asked_to_be_shown(later, qtbot):
    field = later.form.field
    qtbot.keyClicks(field.line, PASSPHRASE)
    assert field.line.displayText() != PASSPHRASE

    field.eye.click()

    assert field.line.displayText() == PASSPHRASE
    assert field.eye.accessibleName() == "Hide what is typed"


def test_a_library_that_another_window_holds_open_is_said(page_for, library, qtbot):
    page = page_for()
    qtbot.keyClicks(page.form.field.line, PASSPHRASE)
    page.form.go.click()
    qtbot.waitUntil(page.form.isEnabled)

    assert page.form.problem.text()
    assert library.reviews() == []
