"""In every section of Family and every view of People, with its forms open too: each stop of the keyboard has a name
and is reached from top to bottom, and no letter stands for two things."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from dhr_desktop.domain.naming import NamingAct
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Reading
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import readings, register, stakeholders
from dhr_desktop.store import people
from tests.house.test_access import names_of, stops
from tests.house.test_menu_keys import taken_twice
from tests.journeys.at_the_keyboard import rest


@pytest.fixture
def mother(review):
    made = stakeholders.involve(
        review, Person(0, "Lorraine Marchbank", Role.FAMILY), Stakeholder(0, 0, Group.FAMILY, "mother of the victim")
    )
    readings.begin(review, Reading(0, made.id, None, version="0.6"))
    told = [Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire"), Person(0, "Alfie Marchbank", Role.CHILD, "Child 1")]
    register.add_people(review, told)
    return made


def unnamed(place: QWidget) -> list[str]:
    return [f"{type(each).__name__} {each.objectName()}" for each in stops(place) if not names_of(each)]


def unreached(place: QWidget) -> list[str]:
    """The stops at which no Tab from the page arrives."""
    chain, each = [], place.nextInFocusChain()
    while each is not place and len(chain) < 5000:
        chain.append(each)
        each = each.nextInFocusChain()
    return [names_of(stop) for stop in stops(place) if stop is not place and stop not in chain]


def backwards(form: QWidget) -> list[tuple[str, str]]:
    """Where within a form the next Tab goes to a line above the one that it leaves."""
    shown, chain, each = stops(form), [], form.nextInFocusChain()
    while each is not form and len(chain) < 5000:
        if each in shown:
            chain.append(each)
        each = each.nextInFocusChain()
    tops = [(stop.mapTo(form, QPoint(0, 0)).y(), names_of(stop)) for stop in chain]
    return [(one[1], other[1]) for one, other in pairwise(tops) if other[0] < one[0] - 30]


def problems(window, place):
    return {"unnamed": unnamed(place), "unreached": unreached(place), "letters": taken_twice(window)}


NONE = {"unnamed": [], "unreached": [], "letters": []}


def test_the_sections_of_family_with_their_forms(window, review, mother, qtbot):
    room = window.room
    room.show_page("family")
    page = room.page("family")
    rest(window, qtbot)
    child = next(each for each in people.listing(review) if each.role is Role.CHILD)

    def at(person_id, key):
        page.show_person(person_id, key)
        rest(window, qtbot)
        assert page.section_key == key
        assert problems(window, page) == NONE, key
        return page.sections[key]

    about = at(mother.person_id, "about")
    contacts = at(mother.person_id, "contacts")
    contacts.begin()
    rest(window, qtbot)
    assert problems(window, page) == NONE, "a new contact"
    assert backwards(contacts.noting.form) == []
    contacts.noting.give_up()
    due = at(mother.person_id, "due")
    due.begin_promise()
    rest(window, qtbot)
    assert problems(window, page) == NONE, "a promise"
    assert backwards(due.card) == []
    due.card.leave()
    at(mother.person_id, "offers")
    read = at(mother.person_id, "readings")
    at(mother.person_id, "letters")
    avoiding = at(mother.person_id, "avoiding")
    approach = at(mother.person_id, "approach")
    of_child = at(child.id, "child")
    for key, person_id, lists in (
        ("about", mother.person_id, (about.not_told, about.advocacy, about.wishes)),
        ("readings", mother.person_id, (read.one.sessions, read.one.comments)),
        ("avoiding", mother.person_id, (avoiding.list,)),
        ("approach", mother.person_id, (approach.list,)),
        ("child", child.id, (of_child.held,)),
    ):
        at(person_id, key)
        for each in lists:
            each.begin()
            rest(window, qtbot)
            assert problems(window, page) == NONE, each.heading.text()
            assert backwards(each.card) == [], each.heading.text()
            each.cancel()
    for key in ("contacts", "due", "offers", "readings", "avoiding"):
        at(0, key)


def test_the_views_of_people_with_their_forms(window, mother, qtbot):
    del mother
    room = window.room
    room.show_page("people")
    page = room.page("people")
    for key in ("register", "forms", "picture", "names"):
        page.show_view(key)
        rest(window, qtbot)
        assert problems(window, page) == NONE, key
    names = page.view("names")
    for act in NamingAct:
        if names.panel.acts[act].isEnabled():
            names.panel.begin(act)
            rest(window, qtbot)
            assert problems(window, page) == NONE, act
            assert backwards(names.panel.form.form) == []
            qtbot.keyClick(names.panel.form.give_up, Qt.Key.Key_Escape)
    page.show_view("picture")
    rest(window, qtbot)
    ties = page.view("picture").ties
    for each in (ties.ties, ties.stays):
        each.begin()
        rest(window, qtbot)
        assert problems(window, page) == NONE, each.heading.text()
        assert backwards(each.card) == []
        each.cancel()
    page.show_view("register")
    page.view("register").begin_person()
    rest(window, qtbot)
    assert problems(window, page) == NONE
    assert backwards(page.view("register").form) == []
