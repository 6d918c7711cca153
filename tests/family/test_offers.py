"""Offers over a real store: one word is one step, nothing to note is none, and other records are not typed twice."""

from datetime import date

import pytest

from dhr_desktop.domain.contacts import Contact, ContactWith, Means
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.stakeholders import Advocacy, AdvocacyAnswer, Group, Stakeholder
from dhr_desktop.family import offers, readings, stakeholders
from dhr_desktop.store import involvement, offered
from dhr_desktop.store.review import Review

MARCH, JUNE = date(2019, 3, 6), date(2019, 6, 12)


@pytest.fixture
def mother(review: Review) -> Stakeholder:
    return stakeholders.involve(review, Person(0, "Lorraine Marchbank", Role.FAMILY), Stakeholder(0, 0, Group.FAMILY))


def found(review: Review, key: str):
    (of,) = offered.read(review)
    return next(each for each in of.standings if each.opportunity.key == key)


def steps(review: Review) -> int:
    return len(review.journal.steps())


def test_one_word_is_one_step_and_undo_takes_it_back(review: Review, mother: Stakeholder):
    before = steps(review)
    offers.mark(review, mother.id, "terms", OfferAnswer.OFFERED, MARCH)
    assert found(review, "terms").why == "Offered on 6 March 2019."
    assert steps(review) == before + 1
    offers.mark(review, mother.id, "terms", OfferAnswer.OFFERED, JUNE)
    assert steps(review) == before + 1, "it was offered already"
    review.journal.undo()
    assert involvement.OFFERS.listing(review) == []


def test_taking_an_answer_back_leaves_no_record(review: Review, mother: Stakeholder):
    offers.mark(review, mother.id, "terms", OfferAnswer.DECLINED, MARCH)
    offers.mark(review, mother.id, "terms", OfferAnswer.NOT_OFFERED, JUNE)
    assert involvement.OFFERS.listing(review) == []
    review.journal.undo()
    assert found(review, "terms").offer.answered_on == MARCH


def test_what_a_contact_began_and_nobody_has_offered_is_missing(review: Review, mother: Stakeholder):
    with review.journal.step("Write"):
        contact = involvement.CONTACTS.add(review, Contact(0, MARCH, Means.LETTER, by="chair"))
        involvement.CONTACT_WITH.add(review, ContactWith(0, contact.id, mother.id))
    terms = found(review, "terms")
    assert terms.missing
    assert terms.why.endswith("first contact was on 6 March 2019.")
    letter = found(review, "letter")
    assert letter.elsewhere
    assert letter.elsewhere.words == "letter on 6 March 2019"


def test_advocacy_that_is_recorded_is_taken_over_with_its_days(review: Review, mother: Stakeholder):
    with review.journal.step("Advocacy"):
        involvement.ADVOCACY.add(
            review,
            Advocacy(
                0, mother.id, "Lanternway", offered_on=MARCH, answer=AdvocacyAnswer.ACCEPTED, began_on=date(2019, 3, 29)
            ),
        )
    told = found(review, "advocacy").elsewhere
    assert told
    before = steps(review)
    offers.take_over(review, [told.offer])
    assert steps(review) == before + 1
    (offer,) = involvement.OFFERS.listing(review)
    assert (offer.answer, offer.offered_on, offer.done_on) == (OfferAnswer.DONE, MARCH, date(2019, 3, 29))
    assert found(review, "advocacy").elsewhere is None, "there is nothing more to take over"
    offers.take_over(review, [told.offer])
    assert steps(review) == before + 1


def test_a_reading_and_its_comments_tell_of_three_offers(review: Review, mother: Stakeholder):
    session = readings.begin(review, Reading(0, mother.id, JUNE, version="0.6"))
    readings.comment(review, ReadingComment(0, session.id, said="He was not.", answer="Put in.", changed=Changed.YES))
    waiting = readings.comment(review, ReadingComment(0, session.id, said="It was preventable."))
    draft, comments = found(review, "draft").elsewhere, found(review, "comments").elsewhere
    assert draft
    assert comments
    assert draft.words == "draft 0.6 read on 12 June 2019"
    assert comments.offer.answer is OfferAnswer.OFFERED
    assert "1 not answered yet" in comments.words
    answered = ReadingComment(waiting.id, session.id, said=waiting.said, answer="Both said.", changed=Changed.RECORDED)
    readings.change_comment(review, answered)
    assert found(review, "comments").elsewhere.offer.answer is OfferAnswer.DONE
    assert found(review, "differing").elsewhere.offer.answer is OfferAnswer.DONE


def test_what_the_chair_has_written_stays_when_more_is_taken_over(review: Review, mother: Stakeholder):
    offers.put(review, Offer(0, mother.id, "draft", OfferAnswer.OFFERED, MARCH, "by telephone", note="asked twice"))
    readings.begin(review, Reading(0, mother.id, JUNE, place="at home"))
    offers.take_over(review, [found(review, "draft").elsewhere.offer])
    offer = found(review, "draft").offer
    assert (offer.answer, offer.offered_on, offer.means, offer.note, offer.done_on) == (
        OfferAnswer.DONE,
        MARCH,
        "by telephone",
        "asked twice",
        JUNE,
    )


def test_the_bereaved_stand_before_the_perpetrators_side(review: Review):
    stakeholders.involve(review, Person(0, "Dean Drewitt", Role.PERPETRATOR), Stakeholder(0, 0, Group.PERPETRATOR))
    stakeholders.involve(review, Person(0, "Donna Speakman", Role.FRIEND), Stakeholder(0, 0, Group.FRIEND))
    stakeholders.involve(review, Person(0, "Lorraine Marchbank", Role.FAMILY), Stakeholder(0, 0, Group.FAMILY))

    assert [of.person.real_name for of in offered.read(review)] == [
        "Donna Speakman",
        "Lorraine Marchbank",
        "Dean Drewitt",
    ]
