"""What was answered, by the keyboard alone: an offer declined, advocacy signposted, an approach refused, help for a
child, a call in a few keys, and a differing view that the report prints."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.base.clock import today
from dhr_desktop.domain.approaches import ApproachAnswer, Through
from dhr_desktop.domain.contacts import Means
from dhr_desktop.domain.editions import PANEL
from dhr_desktop.domain.offers import OfferAnswer
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Changed
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import register, stakeholders
from dhr_desktop.report import drafts, overview
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.store import contact_log, involvement, people
from tests.journeys.at_the_keyboard import CONTROL, rest

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


class Chair:
    """At the keyboard; every key is counted, and the letters of words apart."""

    def __init__(self, window, qtbot):
        self.window, self._qtbot, self.keys = window, qtbot, 0
        window.room.show_page("family")
        self.page = window.room.page("family")
        rest(window, qtbot)

    def at(self, person_id, section):
        self.page.show_person(person_id, section)
        rest(self.window, self._qtbot)
        assert self.page.section_key == section
        self.page.sections[section].take_keyboard()
        rest(self.window, self._qtbot)
        return self.page.sections[section]

    def press(self, *keys, held=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            self.keys += 1
            self._qtbot.keyClick(QApplication.focusWidget(), key, held)
            rest(self.window, self._qtbot)

    def letter(self, key, opened):
        """Alt and a letter presses a button, which Qt shows for a moment before it does what it is for."""
        self.press(key, held=ALT)
        self._qtbot.waitUntil(lambda: opened.is_open)
        rest(self.window, self._qtbot)

    def type(self, *words):
        """Words into one field after another."""
        for at, each in enumerate(words):
            if at:
                self.press(KEY.Key_Tab)
            self._qtbot.keyClicks(QApplication.focusWidget(), each)
        rest(self.window, self._qtbot)

    def finish(self):
        self.press(KEY.Key_Return, held=CONTROL)


@pytest.fixture
def mother(review):
    return stakeholders.involve(
        review,
        Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim"),
        Stakeholder(0, 0, Group.FAMILY, "mother of the victim"),
    )


@pytest.fixture
def chair(window, review, mother, qtbot):
    del mother
    register.add_people(
        review,
        [
            Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire", died="2018-11-09"),
            Person(0, "Dean Drewitt", Role.PERPETRATOR, "Martin"),
            Person(0, "Alfie Marchbank", Role.CHILD, "Child 1", born="2009-03-02"),
        ],
    )
    rest(window, qtbot)
    return Chair(window, qtbot)


def person(review, name):
    return next(each for each in people.listing(review) if each.real_name == name)


def test_an_offer_is_declined_and_the_next_key_goes_to_why(chair, review, mother):
    section = chair.at(mother.person_id, "offers")
    chair.press(KEY.Key_Down, KEY.Key_D, KEY.Key_Return)
    chair.type("She would rather write.")
    chair.finish()
    (offer,) = involvement.OFFERS.listing(review)
    assert (offer.answer, offer.answered_on, offer.reason) == (
        OfferAnswer.DECLINED,
        today(),
        "She would rather write.",
    )
    assert QApplication.focusWidget() is section.one.table


def test_a_service_is_signposted_by_one_letter_and_its_form(chair, review, mother):
    section = chair.at(mother.person_id, "about")
    chair.letter(KEY.Key_D, section.advocacy)
    chair.type("AAFDA", "", "", "today")
    chair.finish()
    (advocacy,) = involvement.ADVOCACY.listing(review)
    assert (advocacy.service, advocacy.signposted_on, advocacy.offered_on) == ("AAFDA", today(), None)
    assert section.advocacy.model.index(0).data() == "AAFDA"


def test_the_perpetrator_is_asked_through_the_offender_manager_and_refuses(chair, review):
    section = chair.at(person(review, "Dean Drewitt").id, "approach")
    chair.letter(KEY.Key_A, section.list)
    chair.type(
        "10 November 2019",
        "letter",
        "offender",
        "Marcus Teal, Probation",
        "dec",
        "20 November 2019",
        "He did not wish to take part.",
    )
    chair.finish()
    (approach,) = involvement.APPROACHES.listing(review)
    assert (approach.through, approach.through_who) == (Through.OFFENDER_MANAGER, "Marcus Teal, Probation")
    assert (approach.answer, approach.answered_on) == (ApproachAnswer.DECLINED, date(2019, 11, 20))


def test_help_for_a_child_is_noted_where_the_list_leads_to(chair, review):
    child = person(review, "Alfie Marchbank")
    chair.at(person(review, "Dean Drewitt").id, "about")
    chair.page.list.setFocus()
    chair.press(KEY.Key_Up)
    assert (chair.page.whom.key, chair.page.section_key) == (child.id, "child")
    chair.page.sections["child"].take_keyboard()
    chair.type("", "6 March 2019", "the school nurse", "bereavement support", "accepted by his grandmother")
    chair.finish()
    (record,) = involvement.CHILDREN.listing(review)
    assert (record.person_id, record.help_offered_on, record.help_by) == (
        child.id,
        date(2019, 3, 6),
        "the school nurse",
    )
    assert (record.help_kind, record.help_answer) == ("bereavement support", "accepted by his grandmother")


def test_a_call_is_in_the_log_with_four_keys_beside_its_words(chair, review, mother):
    chair.at(mother.person_id, "about")
    before = chair.keys
    chair.press(KEY.Key_N, held=CONTROL)
    chair.press(KEY.Key_T)
    chair.press(KEY.Key_Tab)
    chair.type("She asked when she may read the draft.")
    chair.finish()
    assert chair.keys - before == 4
    (logged,) = contact_log.read(review)
    assert (logged.contact.on, logged.contact.means, logged.whom) == (today(), Means.TELEPHONE, (mother.id,))
    assert logged.contact.said == "She asked when she may read the draft."


def test_a_differing_view_on_a_passage_is_told_in_the_report(chair, review, mother):
    section = chair.at(mother.person_id, "readings")
    chair.letter(KEY.Key_A, section.one.sessions)
    chair.type("16 January 2020", "0.6")
    chair.finish()
    chair.letter(KEY.Key_C, section.one.comments)
    chair.type("14. Analysis", "14.6", "He knew where she was.", "Her account stands beside it.", "rec")
    chair.finish()
    (comment,) = involvement.COMMENTS.listing(review)
    assert (comment.section, comment.paragraph, comment.changed) == ("14. Analysis", "14.6", Changed.RECORDED)
    printed = drafts.draft(review, overview.KEY, PANEL, "docx").data
    told = " ".join(words_of_docx(printed).split())
    _, _, view = told.partition("sees the following differently, and it is recorded in their words:")
    assert view.split("Her account stands beside it.")[0].count("He knew where she was.") == 1
    assert "14. Analysis, 14.6" in view
    assert "Marchbank" not in told
