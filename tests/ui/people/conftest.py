"""Who stands in the register in its tests, and the register shown."""

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person
from dhr_desktop.family import register
from dhr_desktop.store import people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.people.register_view import RegisterView
from tests.ui.at_rest import shown
from tests.ui.people.registered import MOTHER, NEIGHBOUR


@pytest.fixture
def page(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> RegisterView:
    """The register of an empty review."""
    made = RegisterView(context)
    shown(made, window, qtbot, (1200, 700))
    return made


@pytest.fixture
def two(review: Review, page: RegisterView, qtbot: QtBot) -> list[Person]:
    """Two people in the register, shown."""
    register.add_people(review, [MOTHER, NEIGHBOUR])
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    return people.listing(review)
