"""What one record cannot say. Every rule is broken once, kept once, and left open where a date is not known."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dhr_desktop.domain.approaches import Approach, ApproachAnswer
from dhr_desktop.domain.children import ChildContribution, ChildRecord, Responsibility
from dhr_desktop.domain.contacts import Contact, Direction, Means, Promise, Reached
from dhr_desktop.domain.contradictions.within import RULES, AtOdds, Order, Past, contradictions, held_back
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.pregnancies import Outcome, Pregnancy
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.relations import HouseholdMember, Relation, RelationKind
from dhr_desktop.domain.stakeholders import (
    Advocacy,
    AdvocacyAnswer,
    DateToAvoid,
    Group,
    Involvement,
    Stakeholder,
    Wish,
)
from dhr_desktop.domain.ties import Stay, Tie

TODAY = date(2026, 11, 26)
EARLY, LATE, TO_COME = date(2019, 3, 1), date(2019, 9, 1), date(2027, 1, 5)
BLANK: dict[type, Any] = {
    Person: Person(0, "Ann", Role.FAMILY),
    Identifier: Identifier(0, 1, IdentifierKind.ADDRESS, "14 Mill Lane"),
    Stay: Stay(0, 1, "Home"),
    HouseholdMember: HouseholdMember(0, 1, 1),
    Responsibility: Responsibility(0, 1),
    Tie: Tie(0, 1),
    Relation: Relation(0, 1, RelationKind.MARRIED, 2),
    Pregnancy: Pregnancy(0, 1),
    Stakeholder: Stakeholder(0, 1, Group.FAMILY, involvement=Involvement.INVOLVED),
    Advocacy: Advocacy(0, 1, "AAFDA", answer=AdvocacyAnswer.ACCEPTED),
    Wish: Wish(0, 1, "To see the draft"),
    Contact: Contact(0, EARLY, Means.LETTER),
    Promise: Promise(0, "Send the leaflet"),
    Offer: Offer(0, 1, "advocacy", OfferAnswer.DONE),
    ChildRecord: ChildRecord(0, 1, contribution=ChildContribution.ASKED),
    Reading: Reading(0, 1, None),
    ReadingComment: ReadingComment(0, 1, answer="It was changed.", changed=Changed.YES),
    Approach: Approach(0, 1, answer=ApproachAnswer.DECLINED),
    DateToAvoid: DateToAvoid(0, None, "", "trial"),
    NamingStep: NamingStep(0, Subject.PERSON, 1, NamingAct.OFFERED),
}
ORDERS = [(kind, rule) for kind, rules in RULES.items() for rule in rules if isinstance(rule, Order)]
PASTS = [(kind, rule) for kind, rules in RULES.items() for rule in rules if isinstance(rule, Past)]
_TEXTS = frozenset({Person, Identifier, Stay, HouseholdMember, Responsibility, Tie, Relation, Pregnancy, DateToAvoid})


def kept(kind: type, day: date | None) -> date | str | None:
    """A day as this kind of record keeps it."""
    if kind in _TEXTS:
        return day.isoformat() if day else ""
    return day


def told(record: Any) -> list[str]:
    return [each.words for each in contradictions(record, TODAY)]


def test_every_kind_that_has_rules_is_tried_here() -> None:
    assert BLANK.keys() == RULES.keys()
    for blank in BLANK.values():
        assert told(blank) == []


@pytest.mark.parametrize(("kind", "rule"), ORDERS)
def test_what_comes_after_is_not_before(kind: type, rule: Order) -> None:
    def with_days(first: date | None, then: date | None) -> Any:
        return replace(BLANK[kind], **{rule.first: kept(kind, first), rule.then: kept(kind, then)})

    (found,) = [each for each in contradictions(with_days(LATE, EARLY), TODAY) if each.words == rule.sentence]
    assert found.fields == (rule.first, rule.then)
    assert found.refused is rule.refused
    for first, then in ((EARLY, LATE), (EARLY, EARLY), (None, EARLY)):
        if first or kind is not Contact:
            assert rule.sentence not in told(with_days(first, then))


@pytest.mark.parametrize(("kind", "rule"), [(k, r) for k, r in ORDERS if k in _TEXTS - {DateToAvoid}])
@pytest.mark.parametrize(
    ("first", "then", "says"),
    [("2019", "2018", True), ("2019", "2018~", False), ("2019?", "2018", False), ("2019", "2019-03", False)],
)
def test_an_uncertain_end_is_before_no_uncertain_beginning(
    kind: type, rule: Order, first: str, then: str, says: bool
) -> None:
    assert (rule.sentence in told(replace(BLANK[kind], **{rule.first: first, rule.then: then}))) is says


@pytest.mark.parametrize(("kind", "rule"), PASTS)
def test_what_has_happened_has_a_day_that_has_come(kind: type, rule: Past) -> None:
    blank = BLANK[kind]
    if kind is Contact and rule.refused is False:
        blank = replace(blank, reached=Reached.WAITING)
    assert rule.sentence in told(replace(blank, **{rule.field: kept(kind, TO_COME)}))
    assert rule.sentence not in told(replace(blank, **{rule.field: kept(kind, TODAY)}))
    if kind in _TEXTS:
        assert rule.sentence not in told(replace(blank, **{rule.field: "2027?"}))


def test_a_contact_to_come_has_reached_nobody_but_a_letter_may_be_dated_ahead() -> None:
    contact = Contact(0, TO_COME, Means.LETTER)
    assert held_back(contradictions(contact, TODAY), {"on", "said"}) == {"on"}
    waiting = replace(contact, reached=Reached.WAITING)
    assert held_back(contradictions(waiting, TODAY), {"on"}) == set()
    assert "Next contact planned" in told(waiting)[0]
    from_them = replace(waiting, direction=Direction.FROM)
    assert held_back(contradictions(from_them, TODAY), {"on"}) == {"on"}


AT_ODDS = [
    (
        Approach(0, 1, EARLY, answer=ApproachAnswer.WAITING, answered_on=LATE),
        {"answer": ApproachAnswer.AGREED},
        "none is chosen",
    ),
    (
        Approach(0, 1, EARLY, answer=ApproachAnswer.NO_REPLY, answered_on=LATE),
        {"answered_on": None},
        "none is chosen",
    ),
    (
        Approach(0, 1, EARLY, answer=ApproachAnswer.WAITING, answer_words="No, thank you."),
        {"answer": ApproachAnswer.DECLINED},
        "still awaited",
    ),
    (
        Approach(0, 1, EARLY, answer=ApproachAnswer.NOT_APPROACHED, reason="Too soon"),
        {"on": None},
        "not approached, but a day",
    ),
    (
        Offer(0, 1, "photograph", offered_on=EARLY),
        {"answer": OfferAnswer.OFFERED},
        "‘not yet offered’ is chosen",
    ),
    (
        Offer(0, 1, "photograph", OfferAnswer.OFFERED, answered_on=LATE),
        {"answer": OfferAnswer.DECLINED},
        "but no answer",
    ),
    (
        Offer(0, 1, "photograph", OfferAnswer.DECLINED, done_on=LATE),
        {"answer": OfferAnswer.DONE},
        "‘done’ is not chosen",
    ),
    (
        Advocacy(0, 1, "AAFDA", answer=AdvocacyAnswer.NO_REPLY, answered_on=LATE),
        {"answer": AdvocacyAnswer.LATER},
        "but no answer",
    ),
    (
        Advocacy(0, 1, "AAFDA", answer=AdvocacyAnswer.DECLINED, began_on=LATE),
        {"answer": AdvocacyAnswer.ACCEPTED},
        "was declined, and has begun",
    ),
    (
        Stakeholder(0, 1, Group.FAMILY, asked_on=EARLY),
        {"involvement": Involvement.UNDECIDED},
        "‘not yet asked’ is chosen",
    ),
    (
        ChildRecord(0, 1, contribution=ChildContribution.NOT_ASKED, asked_on=EARLY),
        {"contribution": ChildContribution.DECLINED},
        "but not that they were",
    ),
    (ReadingComment(0, 1, answered_on=LATE), {"answer": "It was put right."}, "day of your answer"),
    (Pregnancy(0, 1, ended="2014"), {"outcome": Outcome.MISCARRIAGE}, "but not how"),
]


@pytest.mark.parametrize(("record", "mended", "words"), AT_ODDS)
def test_a_choice_that_the_days_speak_against_is_said_and_saved(
    record: Any, mended: dict[str, object], words: str
) -> None:
    (found,) = contradictions(record, TODAY)
    assert words in found.words
    assert not found.refused
    assert told(replace(record, **mended)) == []


def test_every_rule_of_a_choice_is_tried_here() -> None:
    broken = {(type(record), found.fields) for record, _, _ in AT_ODDS for found in contradictions(record, TODAY)}
    rules = {(kind, rule.fields) for kind, each in RULES.items() for rule in each if isinstance(rule, AtOdds)}
    assert broken == rules


def test_only_what_was_typed_just_now_is_held_back() -> None:
    found = contradictions(Stay(1, 1, "Home", since="2019", until="2018"), TODAY)
    assert held_back(found, {"until"}) == {"until"}
    assert held_back(found, {"since", "until", "household"}) == {"since", "until"}
    assert held_back(found, {"household"}) == set()


def test_every_sentence_ends_and_says_what_to_do_next() -> None:
    for rules in RULES.values():
        for rule in rules:
            assert rule.sentence.endswith(".")
            assert rule.sentence.count(". ") >= 1, rule.sentence
