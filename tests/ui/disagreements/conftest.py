"""A review whose agencies differ on one event, shown on the page of disagreements."""

import pytest
from PySide6.QtWidgets import QApplication

from dhr_desktop.domain.events import Event
from dhr_desktop.timeline import events
from dhr_desktop.ui.disagreements.page import DisagreementsPage
from tests.store import made
from tests.ui.disagreements.acting import HOMES, HOSPITAL, POLICE


@pytest.fixture
def told(review):
    """Two events: an assault of which three agencies differ in two things, and a move of which two agree."""
    assault = made.add(
        review,
        made.entry(made.agency(review, POLICE), "2017-03-14", "Attended. No visible injuries.", action="No arrest."),
        made.entry(made.agency(review, HOSPITAL), "2017-03-14", "Bruise to left arm."),
        made.entry(made.agency(review, HOMES), "2017-03-14", "Police say he was arrested <at once>."),
    )
    event = events.group(review, assault)
    events.change_event(review, Event(event, "Assault in the kitchen"))
    return event, assault


@pytest.fixture
def at_rest(qtbot, context):
    def wait():
        for _ in range(3):  # a notice that came last sets off one more reading
            qtbot.waitUntil(lambda: not context.jobs.busy)
            QApplication.processEvents()

    return wait


@pytest.fixture
def open_page(qtbot, context, window, at_rest):
    def opened():
        page = DisagreementsPage(context, window)
        window.setCentralWidget(page)
        window.resize(1366, 768)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        at_rest()
        page.take_keyboard()
        return page

    return opened


@pytest.fixture
def page(told, open_page):
    assert told
    return open_page()
