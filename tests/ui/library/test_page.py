"""The list of reviews, and how a new one is begun."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from dhr_desktop.domain.reviews import Label, ReviewFacts
from dhr_desktop.store import facts
from dhr_desktop.ui.library.new_review import NewReviewDialog
from dhr_desktop.ui.library.page import LibraryPage

NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page_for(library, theme, jobs, qtbot):
    def made():
        page = LibraryPage(library, theme, jobs)
        page.entered = []
        page.opened.connect(page.entered.append)
        qtbot.addWidget(page)
        page.show()
        page.setFocus()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return made


@pytest.fixture
def dialog(theme, qtbot):
    del theme
    made = NewReviewDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_empty_library_says_what_to_do_and_offers_it(page_for):
    page = page_for()

    assert page.first.isVisible()
    assert page.first.hasFocus()
    assert not page.list.isVisible()


def test_reviews_are_listed_with_reference_and_when_they_were_opened(page_for, library):
    library.create_review(ReviewFacts("Adult A", reference="DHR 7"))
    page = page_for()

    index = page.model.index(0)
    assert index.data() == "Adult A"
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Adult A, DHR 7, Opened today at ")


def test_return_opens_the_review_that_is_chosen(page_for, library, qtbot):
    library.create_review(ReviewFacts("Adult A")).close()
    page = page_for()

    QApplication.sendEvent(page.list, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NO_KEYS))
    qtbot.waitUntil(lambda: bool(page.entered))

    assert [facts.get(review).name for review in page.entered] == ["Adult A"]


def test_a_review_that_is_being_opened_is_not_opened_again(page_for, library, jobs, qtbot):
    library.create_review(ReviewFacts("Adult A")).close()
    page = page_for()

    for _ in range(2):
        page.open_review(library.reviews()[0].id)
    qtbot.waitUntil(lambda: bool(page.entered) and not jobs.busy)

    [review] = page.entered
    assert facts.get(review).name == "Adult A"


def test_a_new_review_is_made_with_its_facts_and_opened(page_for, qtbot):
    page = page_for()
    page.make_review(ReviewFacts("Adult A", Label.DARDR, "DARDR 2", "Ravenshire", "A Chair", "2018-11-09"))
    qtbot.waitUntil(lambda: bool(page.entered))

    [review] = page.entered
    assert facts.get(review).label is Label.DARDR
    assert facts.get(review).died_on == "2018-11-09"


def test_the_list_of_reviews_is_sound(page_for, library, qtmodeltester):
    library.create_review(ReviewFacts("Adult A"))

    page = page_for()
    qtmodeltester.check(page.model)


def test_only_a_name_is_needed(dialog):
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.problem.text() == "Give the review a name to work with."
    assert dialog.name.hasFocus()

    dialog.name.setText("  Adult   A ")
    dialog.accept()

    assert dialog.facts() == ReviewFacts("Adult A")
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_dates_are_read_in_british_and_shown_as_understood(dialog):
    dialog.died_on.line.setText("9/11/18")
    dialog.died_on.say()

    assert dialog.died_on.understood.text() == "9 November 2018"
    assert dialog.facts().died_on == "2018-11-09"


def test_a_date_that_is_not_understood_is_said_and_keeps_the_form_open(dialog):
    dialog.name.setText("Adult A")
    dialog.scope_to.line.setText("when it was over")
    dialog.accept()

    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.scope_to.line.hasFocus()
    assert dialog.scope_to.understood.text() == "This is not understood as a date yet."


def test_every_field_has_a_name_for_a_screen_reader(dialog):
    fields = [dialog.name, dialog.kind, dialog.reference, dialog.partnership, dialog.chair]
    named = {label.buddy() for label in dialog.findChildren(type(dialog.problem)) if label.buddy()}

    assert set(fields) <= named
    assert all(date.line in named for date in (dialog.died_on, dialog.scope_from, dialog.scope_to))


def test_a_new_review_whose_period_ends_before_it_begins_is_not_begun_and_the_dialog_says_why(dialog):
    dialog.name.setText("Adult A")
    dialog.scope_from.line.setText("11 May 2018")
    dialog.scope_to.line.setText("1 January 2015")
    dialog.accept()
    assert not dialog.result()
    assert "ends before it begins" in dialog.problem.text()
    dialog.scope_to.line.setText("1 January 2019")
    dialog.accept()
    assert dialog.result()
