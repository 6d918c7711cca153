"""From the register, from the names and from Family a key leads to what was done to the person at hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import register, stakeholders
from dhr_desktop.store import people
from dhr_desktop.store.library import Library
from dhr_desktop.ui.people.page import PeoplePage
from dhr_desktop.ui.shell.history import HistoryDialog
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import copied
from tests.store.made import CHEAP

LONG = 30_000


@pytest.fixture
def main(qtbot: QtBot, qapp, folder: Path, tmp_path: Path, library: Library) -> Iterator[MainWindow]:
    font, palette = qapp.font(), qapp.palette()
    made = MainWindow(folder, tmp_path / "settings" / "window.toml", CHEAP)
    qtbot.addWidget(made)
    review = copied.review(library, ReviewFacts("Aldermarsh"))
    stakeholders.involve(review, Person(0, "Lorraine Vance", Role.FAMILY), Stakeholder(0, 0, Group.FAMILY))
    register.add_people(review, [Person(0, "Jade Orme", Role.FRIEND)])
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.enter(library)
    made.show_review(review)
    yield made
    made.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


def _idle(main: MainWindow, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: main.room is not None and not main.room.jobs.busy, timeout=LONG)
        QApplication.processEvents()


def _asked_by_key(main: MainWindow, qtbot: QtBot) -> int:
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget() or main, Qt.Key.Key_H, held)
    _idle(main, qtbot)
    dialog = main.findChild(HistoryDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog.wanted.person_id


def test_a_key_leads_from_people_and_from_family_to_a_persons_history(main: MainWindow, qtbot: QtBot) -> None:
    room = main.room
    assert room is not None
    known = {each.real_name: each.id for each in people.listing(room.review)}
    room.show_page("people")
    page = room.page("people")
    assert isinstance(page, PeoplePage)
    page.show_person(known["Jade Orme"])
    _idle(main, qtbot)
    assert _asked_by_key(main, qtbot) == known["Jade Orme"]

    room.show_page("family")
    room.page("family").show_person(known["Lorraine Vance"])
    _idle(main, qtbot)
    assert _asked_by_key(main, qtbot) == known["Lorraine Vance"]

    room.page("family").show_person(0)
    _idle(main, qtbot)
    assert _asked_by_key(main, qtbot) == 0, "of everyone the whole history"


def test_the_button_below_the_form_and_the_word_at_the_head_lead_there_too(main: MainWindow, qtbot: QtBot) -> None:
    room = main.room
    assert room is not None
    asked: list[int] = []
    room.ways.person_history_wanted.connect(asked.append)
    known = {each.real_name: each.id for each in people.listing(room.review)}
    page = room.page("people")
    assert isinstance(page, PeoplePage)
    page.show_person(known["Jade Orme"])
    page.view("register").form.history.click()  # type: ignore[attr-defined]  # the register
    room.show_page("family")
    room.page("family").show_person(known["Lorraine Vance"])
    _idle(main, qtbot)
    room.page("family").head.history.click()
    assert asked == [known["Jade Orme"], known["Lorraine Vance"]]
