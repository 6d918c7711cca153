"""Family and others in the small review of the report tests, with everything that can be recorded of them."""

from dataclasses import replace
from datetime import date

from dhr_desktop.domain.approaches import Approach, ApproachAnswer, Through
from dhr_desktop.domain.contacts import Contact, Direction, Means, Promise, Reached
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.stakeholders import Advocacy, AdvocacyAnswer, Consent, Group, Involvement, Stakeholder
from dhr_desktop.family import contacts, stakeholders
from dhr_desktop.store import involvement, people
from dhr_desktop.store.review import Review


def involved(review: Review) -> Review:
    """A mother who reads the draft, a father of a child who does not answer, a friend not yet approached."""
    mother = _involve(review, "Lorraine Marchbank", "Helen", Group.FAMILY, "mother of Kayleigh")
    father = _involve(review, "Ryan Coldwell", "Peter", Group.FAMILY, "father of a child")
    _involve(review, "Donna Speakman", "", Group.FRIEND, "friend")
    stakeholders.change(review, _told(mother))
    by_hand = "delivered by family liaison officer"
    contacts.log(
        review,
        Contact(0, date(2019, 3, 6), Means.BY_HAND, means_words=by_hand, by="chair", purpose="introduction"),
        [mother.id],
    )
    contacts.log(
        review,
        Contact(
            0,
            date(2019, 6, 12),
            Means.HOME,
            time="14:30",
            by="chair with advocate",
            purpose="terms of reference",
            said="Lorraine Marchbank spoke in confidence of Kayleigh.",
            outcome="a term on housing was added",
            minutes=90,
            next_on=date(2019, 7, 3),
        ),
        [mother.id],
        [Promise(0, "send Lorraine the terms", due_on=date(2019, 6, 19))],
    )
    contacts.log(
        review,
        Contact(0, date(2019, 6, 20), Means.TELEPHONE, direction=Direction.FROM, by="Lorraine Marchbank"),
        [mother.id],
    )
    for day in (date(2019, 5, 14), date(2019, 7, 2)):
        contacts.log(review, Contact(0, day, Means.LETTER, reached=Reached.NO, by="chair"), [father.id])
    with review.journal.step("Fill"):
        involvement.ADVOCACY.add(
            review,
            Advocacy(
                0,
                mother.id,
                "Lanternway",
                offered_on=date(2019, 3, 6),
                answer=AdvocacyAnswer.ACCEPTED,
                began_on=date(2019, 3, 29),
            ),
        )
        (perpetrator,) = (each for each in people.listing(review) if each.role is Role.PERPETRATOR)
        sent, answered = date(2019, 9, 10), date(2019, 9, 26)
        involvement.APPROACHES.add(
            review,
            Approach(
                0,
                perpetrator.id,
                sent,
                Through.PRISON,
                "the prison offender manager",
                answer=ApproachAnswer.DECLINED,
                answered_on=answered,
            ),
        )
        done = date(2020, 1, 16)
        involvement.OFFERS.add(review, Offer(0, mother.id, "draft", OfferAnswer.DONE, done_on=done))
        involvement.OFFERS.add(review, Offer(0, mother.id, "photograph", OfferAnswer.DECLINED))
        involvement.OFFERS.add(review, Offer(0, mother.id, "panel", OfferAnswer.NOT_OFFERED))
        read = involvement.READINGS.add(
            review, Reading(0, mother.id, done, version="0.6", place="at home", supported_by="her advocate")
        )
        for said, changed in (
            ("Kayleigh ran the cake stall.", Changed.YES),
            ("It could have been prevented.", Changed.RECORDED),
        ):
            involvement.COMMENTS.add(
                review,
                ReadingComment(0, read.id, "Conclusions", "15.2", said, "Set out beside the text", changed=changed),
            )
    return review


def _involve(review: Review, name: str, pseudonym: str, group: Group, relation: str) -> Stakeholder:
    role = Role.FAMILY if group is Group.FAMILY else Role.FRIEND
    return stakeholders.involve(review, Person(0, name, role, pseudonym), Stakeholder(0, 0, group, relation))


def _told(mother: Stakeholder) -> Stakeholder:
    return replace(
        mother,
        involvement=Involvement.INVOLVED,
        contribute=Consent.GIVEN,
        contribute_words="a pen portrait of Kayleigh and her diary of 2018",
    )
