"""A warning of a date to avoid takes room below the form of a contact, and none of the field that is typed into."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.base.clock import today
from dhr_desktop.domain.stakeholders import DateToAvoid, Stakeholder
from dhr_desktop.family import avoiding
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.family.contacts_section import ContactsSection
from tests.ui.at_rest import settled, shown
from tests.ui.family.shown import mother_of


@pytest.mark.parametrize("height", [500, 470])
def test_the_day_of_a_promise_stays_in_sight_above_its_warning(
    context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot, height: int
) -> None:
    mother = mother_of(review)
    stakeholder = mother.stakeholder
    assert isinstance(stakeholder, Stakeholder)
    avoiding.add(review, DateToAvoid(0, stakeholder.id, "--11-09", "anniversary of the death"))
    section = ContactsSection(context)
    shown(section, window, qtbot, (960, height))
    section.show_of(mother)
    settled(context, qtbot)
    section.begin()
    settled(context, qtbot)
    noting = section.noting
    line = noting.form.editor("promised_by")
    line.setFocus()
    qtbot.keyClicks(line, f"9 November {today().year + 1}")
    qtbot.waitUntil(noting.avoid.isVisible)
    for _ in range(5):
        QApplication.processEvents()
    foot = line.mapTo(section, QPoint(0, line.height())).y()
    assert foot <= noting.avoid.mapTo(section, QPoint(0, 0)).y()
    assert line.visibleRegion().boundingRect().height() == line.height()
