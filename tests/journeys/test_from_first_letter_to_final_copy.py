"""One family member with an advocate, by keyboard: a letter, advocacy, the draft and what she said of it, her copy."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.domain.offers import OfferAnswer
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Changed
from dhr_desktop.domain.stakeholders import Advocacy, AdvocacyAnswer, Group, Stakeholder
from dhr_desktop.family import changing, register, stakeholders
from dhr_desktop.family.changing import Step
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.store import involvement
from dhr_desktop.ui.common.dialogs import answer_next
from tests.journeys.at_the_keyboard import CONTROL, rest


def press(window, qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    rest(window, qtbot)


class Journey:
    """The steps of the journey, each of which leaves the window as the next one finds it."""

    def __init__(self, window, review, qtbot):
        self.window, self.review, self.qtbot = window, review, qtbot
        self.room = window.room

    def involve_the_mother(self):
        register.add_person(self.review, Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire"))
        who = Stakeholder(0, 0, Group.FAMILY, "mother of Kayleigh", next_of_kin=True, preferred_name="Lorraine")
        self.who = stakeholders.involve(self.review, Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen"), who)
        self.show("letters")

    def show(self, section):
        self.room.show_page("family")
        self.room.page("family").show_person(self.who.person_id, section)
        rest(self.window, self.qtbot)
        self.section = self.room.page("family").sections[section]
        self.section.take_keyboard()
        rest(self.window, self.qtbot)

    def write_the_first_letter(self, place):
        contact = self.section.desk.fields["contact"]
        contact.setFocus()
        self.qtbot.keyClicks(contact, "01632 960100")
        press(self.window, self.qtbot, Qt.Key.Key_Tab)
        assert self.section.still_open == () or "{partnership}" in self.section.still_open
        if self.section.still_open:
            answer_next(True)
        answer_next(place)
        self.section.desk.word.click()
        rest(self.window, self.qtbot)
        self.section.note_saved()
        rest(self.window, self.qtbot)

    def her_advocate_begins(self):
        made = Advocacy(
            0, self.who.id, "Lanternway", "Imelda Foyle-Grant", offered_on=date(2019, 3, 6), began_on=date(2019, 3, 29)
        )
        made = replace(made, answer=AdvocacyAnswer.ACCEPTED)
        changing.add(self.review, involvement.ADVOCACY, made, Step("Note advocacy"))
        rest(self.window, self.qtbot)

    def she_reads_the_draft(self):
        self.show("readings")
        self.section.one.sessions.begin()
        for words in ("16 January 2020", "0.6"):
            self.qtbot.keyClicks(QApplication.focusWidget(), words)
            self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        press(self.window, self.qtbot, Qt.Key.Key_Return, CONTROL)

    def and_says_what_is_wrong(self):
        self.section.one.comments.begin()
        self.qtbot.keyClicks(QApplication.focusWidget(), "15. Conclusions")
        for _ in range(2):
            self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        self.qtbot.keyClicks(QApplication.focusWidget(), "It could have been prevented.")
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        self.qtbot.keyClicks(QApplication.focusWidget(), "Her view is set out in full.")
        press(self.window, self.qtbot, Qt.Key.Key_Return, CONTROL)
        press(self.window, self.qtbot, Qt.Key.Key_Escape)
        (said,) = involvement.COMMENTS.listing(self.review)
        step = Step("Answer")
        changing.change(self.review, involvement.COMMENTS, replace(said, changed=Changed.RECORDED), step)
        rest(self.window, self.qtbot)

    def what_is_recorded_is_taken_over(self):
        self.show("offers")
        self.section.one.take_all_over()
        rest(self.window, self.qtbot)

    def she_has_her_copy(self):
        table = self.section.one.table
        table.selectRow(self.section.one.model.row_of("final"))
        table.setFocus()
        press(self.window, self.qtbot, Qt.Key.Key_O)
        press(self.window, self.qtbot, Qt.Key.Key_X)

    @property
    def offers(self):
        return {each.opportunity: each.answer for each in involvement.OFFERS.listing(self.review)}


@pytest.mark.usefixtures("review")
def test_from_first_letter_to_final_copy(window, review, qtbot, tmp_path):
    journey = Journey(window, review, qtbot)
    journey.involve_the_mother()
    begun = len(review.journal.steps())

    journey.write_the_first_letter(tmp_path / "letter.docx")
    letter = words_of_docx((tmp_path / "letter.docx").read_bytes())
    assert "Dear Lorraine," in letter
    assert "about Kayleigh." in letter
    assert len(involvement.CONTACTS.listing(review)) == 1

    journey.her_advocate_begins()
    journey.she_reads_the_draft()
    (session,) = involvement.READINGS.listing(review)
    assert (session.on, session.version) == (date(2020, 1, 16), "0.6")
    journey.and_says_what_is_wrong()

    journey.what_is_recorded_is_taken_over()
    journey.she_has_her_copy()
    done = {"letter", "advocacy", "draft", "comments", "differing", "final"}
    assert {key for key, answer in journey.offers.items() if answer is OfferAnswer.DONE} == done
    missing = {one.opportunity.key for one in journey.section.one.model.rows if one.missing}
    assert {"leaflet_family", "pseudonym", "panel"} <= missing

    while involvement.CONTACTS.listing(review):
        assert review.journal.undo()
    rest(window, qtbot)
    for table in (involvement.OFFERS, involvement.READINGS, involvement.COMMENTS, involvement.ADVOCACY):
        assert table.listing(review) == []
    assert [each.id for each in involvement.STAKEHOLDERS.listing(review)] == [journey.who.id]
    assert len(review.journal.steps()) > begun, "the journal only grows"
