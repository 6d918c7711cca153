"""How an opportunity stands: one word on a day, what is missing, and why, in a sentence."""

from datetime import date

import pytest

from dhr_desktop.domain.offer_standing import Elsewhere, Progress, said_of, says_more, standing
from dhr_desktop.domain.offers import Offer, OfferAnswer, Opportunity, answered
from dhr_desktop.domain.stakeholders import Group, Involvement, Stakeholder

MOTHER = Stakeholder(0, 1, Group.FAMILY)
MARCH, JUNE = date(2019, 3, 6), date(2019, 6, 12)
BLANK = Offer(0, 1, "advocacy")


def opportunity(stage: str) -> Opportunity:
    return Opportunity("advocacy", "Advocacy", "why", "source", (Group.FAMILY,), stage)


def test_an_answer_keeps_the_day_of_the_offer():
    offer = answered(answered(BLANK, OfferAnswer.OFFERED, MARCH), OfferAnswer.ACCEPTED, JUNE)
    assert (offer.offered_on, offer.answered_on, offer.answer) == (MARCH, JUNE, OfferAnswer.ACCEPTED)
    done = answered(offer, OfferAnswer.DONE, date(2019, 7, 3))
    assert said_of(done) == "Offered on 6 March 2019, answered on 12 June 2019, done on 3 July 2019."


def test_taking_it_back_leaves_nothing():
    assert answered(answered(BLANK, OfferAnswer.DECLINED, MARCH), OfferAnswer.NOT_OFFERED, JUNE).says_nothing


def test_what_was_not_offered_after_contact_is_missing_and_says_since_when():
    found = standing(MOTHER, opportunity("scope"), BLANK, Progress(MARCH))
    assert found.missing
    assert found.why == "Not yet offered: first contact was on 6 March 2019."


@pytest.mark.parametrize(
    ("who", "stage", "why"),
    [
        (Stakeholder(0, 1, Group.FAMILY, involvement=Involvement.NOT), "scope", "does not wish to be involved"),
        (Stakeholder(0, 1, Group.FAMILY, involvement=Involvement.LATER), "scope", "wishes to be involved later"),
        (MOTHER, "draft", "nobody has read a draft"),
        (MOTHER, "publication", "before publication"),
    ],
)
def test_what_is_not_due_is_not_missing(who, stage, why):
    found = standing(who, opportunity(stage), BLANK, Progress(MARCH))
    assert not found.missing
    assert why in found.why


def test_once_somebody_has_read_the_draft_it_is_due_for_the_others():
    found = standing(MOTHER, opportunity("draft"), BLANK, Progress(MARCH, draft_read_by_anybody=JUNE))
    assert found.missing
    assert "the draft was first read on 12 June 2019" in found.why


def test_a_reason_answers_for_what_was_not_offered():
    found = standing(MOTHER, opportunity("scope"), Offer(0, 1, "advocacy", reason="not reached"), Progress(MARCH))
    assert not found.missing
    assert found.why == "Not offered: not reached."


def test_what_another_record_tells_is_not_missing():
    elsewhere = Elsewhere("advocacy offered", Offer(0, 1, "advocacy", OfferAnswer.OFFERED))
    assert not standing(MOTHER, opportunity("first"), BLANK, Progress(MARCH), elsewhere).missing
    assert says_more(elsewhere.offer, BLANK)
    assert not says_more(elsewhere.offer, answered(BLANK, OfferAnswer.ACCEPTED, MARCH))
