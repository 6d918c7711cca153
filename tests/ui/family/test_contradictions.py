"""The Family page says where what is noted lies outside a life, before the death, or cannot be at once."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from dhr_desktop.base.clock import today
from dhr_desktop.domain.approaches import Approach
from dhr_desktop.domain.contacts import Contact, Means, Promise
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Reading
from dhr_desktop.domain.stakeholders import Stakeholder
from dhr_desktop.family import contacts, readings, register
from dhr_desktop.store import contact_log, involvement, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.spec_form import SpecForm
from dhr_desktop.ui.family.approach_section import ApproachSection
from dhr_desktop.ui.family.contact_noting import ContactNoting
from dhr_desktop.ui.family.contact_reading import read
from dhr_desktop.ui.family.page import FamilyPage
from dhr_desktop.ui.family.promise_card import PromiseCard
from dhr_desktop.ui.family.readings_section import ReadingsSection

Wait = Callable[[], None]


def named(review: Review, name: str) -> Person:
    return next(each for each in people.listing(review) if each.real_name == name)


def typed(form: SpecForm, **words: str) -> str:
    for name, text in words.items():
        form.editor(name).setText(text)
    return form.doubt.text()


def test_an_approach_after_a_death_is_said_and_saved(page: FamilyPage, review: Review, settled: Wait) -> None:
    register.change_person(
        review, Person(named(review, "Dean Drewitt").id, "Dean Drewitt", Role.PERPETRATOR, died="2019-01-05")
    )
    page.show_person(named(review, "Dean Drewitt").id, "approach")
    settled()
    section = page.sections["approach"]
    assert isinstance(section, ApproachSection)
    section.list.begin()
    assert "after Dean Drewitt had died, 5 January 2019" in typed(section.list.form, on="6 January 2019")
    assert "before the death that the review is about" in typed(section.list.form, on="8 November 2018")
    assert typed(section.list.form, on="1 December 2018") == ""
    typed(section.list.form, on="6 January 2019")
    section.list.submit()
    settled()
    assert [each.on for each in involvement.APPROACHES.listing(review)] == [date(2019, 1, 6)]


def test_an_answer_before_the_approach_is_held_in_the_form_until_it_fits(
    page: FamilyPage, review: Review, settled: Wait
) -> None:
    page.show_person(named(review, "Dean Drewitt").id, "approach")
    settled()
    section = page.sections["approach"]
    assert isinstance(section, ApproachSection)
    section.list.begin()
    typed(section.list.form, on="6 March 2019", answered_on="5 March 2019")
    section.list.submit()
    settled()
    assert section.list.is_open
    assert involvement.APPROACHES.listing(review) == []
    typed(section.list.form, answered_on="7 March 2019")
    section.list.submit()
    settled()
    (kept,) = involvement.APPROACHES.listing(review)
    assert (kept.on, kept.answered_on) == (date(2019, 3, 6), date(2019, 3, 7))


@pytest.fixture
def noting(context: ReviewContext, review: Review, mother: Stakeholder, settled: Wait, qtbot) -> ContactNoting:
    made = ContactNoting(context)
    qtbot.addWidget(made)
    settled()
    made.begin(read(review), mother.id)
    made.show()
    return made


def test_a_contact_that_is_still_to_come_is_not_logged_as_having_reached_somebody(
    noting: ContactNoting, review: Review, settled: Wait
) -> None:
    when = today() + timedelta(days=40)
    noting.form.editor("on").setText(f"{when:%d/%m/%Y}")
    noting.form.editor("said").setText("She asked how long it takes.")
    noting.submit()
    settled()
    assert contact_log.read(review) == []
    assert "still to come" in noting.missing.text()
    assert noting.form.editor("said").text() == "She asked how long it takes."
    noting.form.editor("on").setText("3 June 2019")
    noting.submit()
    settled()
    assert [each.contact.on for each in contact_log.read(review)] == [date(2019, 6, 3)]


def test_a_promise_is_not_due_before_it_was_made(noting: ContactNoting, review: Review, settled: Wait) -> None:
    noting.form.editor("on").setText("3 June 2019")
    noting.form.editor("promised").setText("Send the leaflet")
    noting.form.editor("promised_by").setText("3 May 2019")
    noting.submit()
    settled()
    assert contact_log.read(review) == []
    assert "due before the contact" in noting.missing.text()


def test_a_promise_that_is_moved_before_its_contact_is_said_and_saved(
    context: ReviewContext, review: Review, mother: Stakeholder, settled: Wait, qtbot
) -> None:
    contacts.log(review, Contact(0, date(2019, 6, 3), Means.TELEPHONE), [mother.id], [Promise(0, "Ring")])
    card = PromiseCard(context)
    qtbot.addWidget(card)
    card.know(read(review))
    (promise,) = involvement.PROMISES.listing(review)
    card.open(promise)
    assert "due before it was promised, 3 June 2019" in typed(card.form, due_on="2 June 2019")
    card.leave()
    settled()
    assert [each.due_on for each in involvement.PROMISES.listing(review)] == [date(2019, 6, 2)]


def test_a_comment_answered_before_the_draft_was_read_is_said(
    page: FamilyPage, review: Review, mother: Stakeholder, settled: Wait
) -> None:
    readings.begin(review, Reading(0, mother.id, date(2020, 3, 2), "Overview report", "2"))
    page.show_person(named(review, "Lorraine Marchbank").id, "readings")
    settled()
    section = page.sections["readings"]
    assert isinstance(section, ReadingsSection)
    section.one.comments.begin()
    assert "before the draft was read, 2 March 2020" in typed(section.one.comments.form, answered_on="1 March 2020")


def test_a_new_death_in_the_register_is_known_to_an_open_form(page: FamilyPage, review: Review, settled: Wait) -> None:
    dean = named(review, "Dean Drewitt")
    page.show_person(dean.id, "approach")
    settled()
    section = page.sections["approach"]
    assert isinstance(section, ApproachSection)
    section.list.begin()
    assert typed(section.list.form, on="6 March 2019") == ""
    register.change_person(review, Person(dean.id, dean.real_name, dean.role, died="2019-02-01"))
    settled()
    assert "after Dean Drewitt had died" in section.list.form.doubt.text()
    assert section.list.form.as_typed() == Approach(0, dean.id, date(2019, 3, 6))
