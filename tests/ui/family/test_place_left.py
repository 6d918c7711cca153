"""Each section of Family is come back to behind the lock with what was at hand in it."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.approaches import Approach
from dhr_desktop.domain.contacts import Contact, Means, Promise
from dhr_desktop.domain.readings import Reading, ReadingComment
from dhr_desktop.domain.stakeholders import DateToAvoid, Stakeholder, Wish
from dhr_desktop.family import approaches, avoiding, contacts, readings, stakeholders
from dhr_desktop.store import people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.family.page import FamilyPage
from tests.ui.at_rest import shown

Wait = Callable[[], None]


class Chair:
    """Goes to a section, and comes back to it behind the lock."""

    def __init__(self, page: FamilyPage, context: ReviewContext, window: QMainWindow, settled: Wait, qtbot: QtBot):
        self.page, self._context, self._window, self._settled, self._qtbot = page, context, window, settled, qtbot

    def go(self, person_id: int, section: str):
        self.page.show_person(person_id, section)
        self._settled()
        assert self.page.section_key == section
        return self.page.sections[section]

    def back(self):
        left = self.page.place()
        self.page = FamilyPage(self._context)
        shown(self.page, self._window, self._qtbot, (1366, 768))
        self.page.go_back_to(left)
        assert self.page.place() == left, "locked again before it was read"
        self._settled()
        assert self.page.place() == left
        return self.page.sections[self.page.section_key]


@pytest.fixture
def chair(page: FamilyPage, context: ReviewContext, window: QMainWindow, settled: Wait, qtbot: QtBot) -> Chair:
    return Chair(page, context, window, settled, qtbot)


def test_the_contact_and_the_promise(chair: Chair, review: Review, mother: Stakeholder) -> None:
    for day in (3, 4, 5):
        on = date(2019, 6, day)
        contacts.log(review, Contact(0, on, Means.LETTER), [mother.id], [Promise(0, f"send no. {day}", due_on=on)])
    section = chair.go(mother.person_id, "contacts")
    section.table.selectRow(1)
    again = chair.back()
    assert again.table.currentIndex().row() == 1
    section = chair.go(mother.person_id, "due")
    section.table.selectRow(2)
    promise = section.chosen.promise
    assert chair.back().chosen.promise == promise


def test_the_opportunity_of_one_and_the_cell_of_everyone(chair: Chair, mother: Stakeholder) -> None:
    section = chair.go(mother.person_id, "offers")
    section.one.table.setCurrentIndex(section.one.model.index(5, 1))
    key = section.one.at_hand
    assert chair.back().one.at_hand == key
    section = chair.go(0, "offers")
    section.everyone.table.setCurrentIndex(section.everyone.model.index(1, 4))
    at = chair.back().everyone.table.currentIndex()
    assert (at.row(), at.column()) == (1, 4)


def test_the_reading_with_its_comment(chair: Chair, review: Review, mother: Stakeholder) -> None:
    for day in (3, 4):
        reading = readings.begin(review, Reading(0, mother.id, date(2019, 6, day)))
        for words in ("That is not how it was.", "She was never told."):
            comment = readings.comment(review, ReadingComment(0, reading.id, said=words))
    section = chair.go(mother.person_id, "readings")
    section.one.sessions.list.setCurrentIndex(section.one.sessions.model.index(1))
    section.one.comments.list.setCurrentIndex(section.one.comments.model.index(1, 0))
    one = chair.back().one
    assert (one.sessions.record, one.comments.record) == (reading, comment)
    section = chair.go(0, "readings")
    section.everyone.table.selectRow(1)
    assert chair.back().everyone.chosen == reading.id


def test_the_occasion_of_a_letter_and_its_template(chair: Chair, mother: Stakeholder) -> None:
    section = chair.go(mother.person_id, "letters")
    section.desk.occasion.setCurrentIndex(2)
    key = section.key
    again = chair.back()
    assert (again.key, again.on_template) == (key, False)
    again.desk.of_template.setChecked(True)
    again = chair.back()
    assert (again.key, again.on_template, again.desk.text.toPlainText() != "") == (key, True, True)


def test_the_date_the_approach_and_the_wish(chair: Chair, review: Review, mother: Stakeholder) -> None:
    dean = next(each for each in people.listing(review) if each.real_name == "Dean Drewitt")
    for day in (3, 4):
        avoiding.add(review, DateToAvoid(0, mother.id, f"--06-0{day}", "a birthday"))
        approaches.add(review, Approach(0, dean.id, date(2019, 6, day)))
        stakeholders.add_wish(review, Wish(0, mother.id, f"wish no. {day}"))
    section = chair.go(mother.person_id, "avoiding")
    section.list.list.setCurrentIndex(section.list.model.index(1))
    day = section.list.record
    assert chair.back().list.record == day
    section = chair.go(mother.person_id, "about")
    section.wishes.list.setCurrentIndex(section.wishes.model.index(1))
    wish = section.wishes.record
    assert chair.back().wishes.record == wish
    section = chair.go(dean.id, "approach")
    section.list.list.setCurrentIndex(section.list.model.index(1))
    approach = section.list.record
    assert chair.back().list.record == approach
