"""The Family page over a real store, with the people of the sample."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import register, stakeholders
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.family.page import FamilyPage

MOTHER = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")
SISTER = Person(0, "Jade Ollerton", Role.FAMILY, "Rachel", "younger sister")
VICTIM = Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire", "", born="1987-08-14", died="2018-11-09")
CHILD = Person(0, "Poppy Drewitt", Role.CHILD, "Child 1", "daughter", born="2014-12-06")
PERPETRATOR = Person(0, "Dean Drewitt", Role.PERPETRATOR, "Martin", "husband")


@pytest.fixture
def mother(review: Review) -> Stakeholder:
    return stakeholders.involve(review, MOTHER, Stakeholder(0, 0, Group.FAMILY, "mother of Kayleigh"))


@pytest.fixture
def everybody(review: Review, mother: Stakeholder) -> dict[str, Stakeholder]:
    """The mother and the sister as stakeholders; the victim, a child and the perpetrator in the register."""
    sister = stakeholders.involve(review, SISTER, Stakeholder(0, 0, Group.FAMILY, "younger sister"))
    register.add_people(review, [VICTIM, CHILD, PERPETRATOR])
    return {"mother": mother, "sister": sister}


@pytest.fixture
def settled(context: ReviewContext, qtbot: QtBot) -> Callable[[], None]:
    """Waits until all that was asked for has been read and written."""

    def wait() -> None:
        for _ in range(4):
            qtbot.waitUntil(lambda: not context.jobs.busy)
            qtbot.wait(0)

    return wait


@pytest.fixture
def page(
    context: ReviewContext, window: QMainWindow, everybody: object, settled: Callable[[], None], qtbot: QtBot
) -> FamilyPage:
    del everybody
    made = FamilyPage(context, window)
    window.setCentralWidget(made)
    window.resize(1366, 768)
    window.show()
    qtbot.waitActive(window)
    settled()
    return made
