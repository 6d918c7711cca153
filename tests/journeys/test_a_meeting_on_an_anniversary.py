"""A chair notes the anniversary that the register proposes, and is warned when a meeting is planned beside it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dhr_desktop.app import sample
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import register, stakeholders
from dhr_desktop.store import involvement
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.shell.window import MainWindow
from tests.journeys.at_the_keyboard import CONTROL, rest
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

MOTHER = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")
VICTIM = Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire", born="1987-08-14", died="2018-11-09")


@pytest.fixture
def review(window, tmp_path) -> Review:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, sample.facts())
    register.add_person(made, VICTIM)
    stakeholders.involve(made, MOTHER, Stakeholder(0, 0, Group.FAMILY))
    window.enter(library)
    window.show_review(made)
    return made


def test_a_meeting_planned_beside_the_anniversary_warns_and_is_moved(
    window: MainWindow, review: Review, qtbot: QtBot
) -> None:
    rest(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_0, CONTROL)
    rest(window, qtbot)
    page = window.room.page("family")
    page.show_person(0, "avoiding")
    rest(window, qtbot)
    offered = [each for each in page.sections["avoiding"].proposed.children() if each.isWidgetType()]
    anniversary = next(each for each in offered if "anniversary of the death" in each.text())
    qtbot.keyClick(anniversary, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert [each.day for each in involvement.DATES_TO_AVOID.listing(review)] == ["--11-09"]

    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    rest(window, qtbot)
    assert page.head.name.text() == "Lorraine Marchbank"
    page.log_contact()
    rest(window, qtbot)
    noting = page.sections["contacts"].noting
    planned = noting.form.editor("next_on")
    planned.setFocus()
    qtbot.keyClicks(planned, "7 November 2027")
    assert noting.avoid.isVisible()
    assert noting.avoid.text().startswith("On 7 November 2027, 2 days before the anniversary of the death, 9 November")

    planned.clear()
    qtbot.keyClicks(planned, "26 November 2027")
    assert not noting.avoid.isVisible()
    noting.give_up()
    rest(window, qtbot)
    review.journal.undo()
    assert involvement.DATES_TO_AVOID.listing(review) == []
