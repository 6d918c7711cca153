"""The dialogs over the list of submissions can be used by keyboard, heard, and read at twice the size."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.importing import particulars, undoing
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.request import of_review
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries, submissions
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.importing.details_dialog import DetailsDialog
from dhr_desktop.ui.importing.request_dialog import RequestDialog
from dhr_desktop.ui.importing.set_aside_dialog import SetAsideDialog
from dhr_desktop.ui.importing.take_back_dialog import TakeBackDialog

HOUSING = b"""Housing chronology,,
Date,Event,Action taken
03/05/2014,Tenancy began.,Welcome visit
14/05/2014,Visit by the housing officer.,None
2015,,
"""
SCREEN = (1366, 768)
USUAL = 100


def _details(review: Review) -> QDialog:
    told = particulars.of(review, 1)
    assert told is not None
    return DetailsDialog(told, ["Housing"])


MAKE: dict[str, Callable[[Review], QDialog]] = {
    "details": _details,
    "rows without an entry": lambda review: SetAsideDialog("housing.csv", submissions.set_aside(review, 1)),
    "taking back": lambda review: TakeBackDialog(undoing.preview(review, 1)),
    "request": lambda _: RequestDialog(of_review(ReviewFacts("Adult A", reference="7"), ""), ["Housing"]),
}


@pytest.fixture
def sized(theme: Theme) -> Iterator[Theme]:
    """The theme, which is of the usual size again when every dialog is gone: a dying one cannot be dressed anew."""
    yield theme
    if theme.scaled(USUAL) != USUAL:
        theme.use("light", USUAL)


@pytest.fixture(params=sorted(MAKE))
def dialog(request, review: Review, sized: Theme, qapp: QApplication) -> Iterator[QDialog]:
    del sized, qapp
    submit(review, read_bytes("housing.csv", HOUSING), "Housing")
    first = entries.get(review, entries.ordered_ids(review)[0])
    edit.change_entry(review, replace(first, comment="ask the officer"))
    made = MAKE[request.param](review)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def stops(dialog: QDialog) -> list[QWidget]:
    """What the keyboard can stop at."""
    return [
        each
        for each in dialog.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisibleTo(dialog)
        and each.isEnabledTo(dialog)
        and each.focusProxy() is None
    ]


def test_whatever_the_keyboard_stops_at_has_a_name(dialog: QDialog) -> None:
    unnamed = []
    for each in stops(dialog):
        spoken = QAccessible.queryAccessibleInterface(each)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            unnamed.append(f"{type(each).__name__} {each.objectName()}")
    assert unnamed == []


def test_tab_reaches_everything(dialog: QDialog) -> None:
    chain, each = [], dialog.nextInFocusChain()
    while each is not dialog and len(chain) < 2_000:
        chain.append(each)
        each = each.nextInFocusChain()
    assert [type(stop).__name__ for stop in stops(dialog) if stop not in chain] == []


def test_no_two_of_its_keys_are_the_same(dialog: QDialog) -> None:
    keys = [
        each.text().split("&", 1)[1][0].lower()
        for each in dialog.findChildren(QPushButton)
        if "&" in each.text() and each.isVisibleTo(dialog)
    ]
    assert len(keys) == len(set(keys))


def test_escape_leaves_everything_as_it_was(dialog: QDialog, review: Review, qtbot: QtBot) -> None:
    steps = len(review.journal.steps())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(review.journal.steps()) == steps


def test_at_twice_the_size_it_still_fits_a_small_screen(dialog: QDialog, sized: Theme) -> None:
    sized.use("light", 200)
    needed = dialog.minimumSizeHint()
    assert (needed.width() <= SCREEN[0], needed.height() <= SCREEN[1]) == (True, True), needed
