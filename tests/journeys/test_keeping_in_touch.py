"""A chair sees on the overview that a mother is owed word, rings her, promises something, and takes it all back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from dhr_desktop.base.clock import today
from dhr_desktop.domain.contacts import Contact, Means
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import contacts, stakeholders
from dhr_desktop.store import contact_log, involvement
from tests.journeys.at_the_keyboard import CONTROL, rest

KEY = Qt.Key


@pytest.fixture
def mother(review):
    """She was reached five weeks ago, and wishes to hear every four."""
    person = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")
    made = stakeholders.involve(review, person, Stakeholder(0, 0, Group.FAMILY, "mother of the victim", update_days=28))
    contacts.log(review, Contact(0, today() - timedelta(35), Means.TELEPHONE), [made.id])
    return made


@pytest.fixture
def keys(window, qtbot):
    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        rest(window, qtbot)

    return press


def told(page):
    return " ".join(each.text() for each in page.stand.findChildren(QLabel))


def log_a_call(keys, qtbot):
    """What the chair does while the receiver goes down: six keys beside the words."""
    keys(KEY.Key_N, CONTROL)
    keys(KEY.Key_T)
    for words in ("She asked when she may read the draft.", "send the dates", "in 2 weeks"):
        keys(KEY.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), words)
    keys(KEY.Key_Return, CONTROL)


def test_an_update_that_is_owed_leads_to_a_call_with_a_promise_and_back(window, review, mother, keys, qtbot):
    room = window.room
    rest(window, qtbot)
    keys(KEY.Key_1, CONTROL)
    overview = room.page("overview")
    assert "1 agreed update is overdue." in told(overview)
    before = contact_log.read(review)

    room.page("overview")._context.ways.involved_wanted.emit(mother.person_id, "due")
    rest(window, qtbot)
    family = room.page("family")
    assert (room.shown, family.whom.key, family.section_key) == ("family", mother.person_id, "due")
    family.sections["due"].take_keyboard()
    log_a_call(keys, qtbot)

    newest, *_ = contact_log.read(review)
    assert (newest.contact.on, newest.contact.means, newest.whom) == (today(), Means.TELEPHONE, (mother.id,))
    (promise,) = newest.promises
    assert (promise.words, promise.due_on) == ("send the dates", today() + timedelta(14))
    keys(KEY.Key_1, CONTROL)
    assert "update" not in told(overview)

    keys(KEY.Key_Z, CONTROL)
    assert contact_log.read(review) == before
    assert involvement.PROMISES.listing(review) == []
    assert "1 agreed update is overdue." in told(overview)
