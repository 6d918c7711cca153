"""What one record cannot say: an end before its beginning, an answer before the question, a day that is yet to come.

Each rule is a line of `RULES`. Two days of one record that cannot both be right are refused: what was typed stays in
its field as a draft until one of them is put right. What is odd and may be so all the same is said, and saved.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dhr_desktop.domain.approaches import Approach, ApproachAnswer
from dhr_desktop.domain.children import ChildContribution, ChildRecord, Responsibility
from dhr_desktop.domain.contacts import Contact, Direction, Promise, Reached
from dhr_desktop.domain.contradictions.sure import surely_before
from dhr_desktop.domain.identifiers import Identifier
from dhr_desktop.domain.naming import NamingStep
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.pregnancies import Outcome, Pregnancy
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.relations import HouseholdMember, Relation
from dhr_desktop.domain.stakeholders import (
    Advocacy,
    AdvocacyAnswer,
    DateToAvoid,
    Involvement,
    Stakeholder,
    Wish,
)
from dhr_desktop.domain.ties import Stay, Tie

MEND = "Put one of the two right; until then what was typed stays here and is not saved."
LOOK = "It is saved as it stands; look at both once more."
TO_COME = "This day is still to come. Look whether the year is right."


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A sentence with its next step, and the fields it is about. `refused` says that they cannot be right together."""

    words: str
    fields: tuple[str, ...] = ()
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """`then` must not be before `first`."""

    first: str
    then: str
    words: str
    refused: bool = True

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it is about."""
        return self.first, self.then

    @property
    def sentence(self) -> str:
        """What is said, with the next step."""
        return f"{self.words} {MEND if self.refused else LOOK}"

    def broken(self, record: object, today: date) -> bool:
        """Whether the record surely says otherwise."""
        del today
        return surely_before(getattr(record, self.then), getattr(record, self.first))


@dataclass(frozen=True, slots=True)
class Past:
    """What has happened has a day that has come."""

    field: str
    words: str = TO_COME
    where: Callable[[Any], bool] = bool
    refused: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The field it is about."""
        return (self.field,)

    @property
    def sentence(self) -> str:
        """What is said, with the next step."""
        return self.words

    def broken(self, record: object, today: date) -> bool:
        """Whether the day is surely yet to come."""
        return self.where(record) and surely_before(today, getattr(record, self.field))


@dataclass(frozen=True, slots=True)
class AtOdds:
    """A choice that what else is noted speaks against. It is never refused: a choice is made with the field open."""

    fields: tuple[str, ...]
    when: Callable[[Any], bool]
    sentence: str
    refused: bool = False

    def broken(self, record: object, today: date) -> bool:
        """Whether the record says both."""
        del today
        return self.when(record)


Rule = Order | Past | AtOdds


def _chosen(field: str, *values: object) -> Callable[[Any], bool]:
    return lambda record: getattr(record, field) in values


def _with(test: Callable[[Any], bool], *noted: str) -> Callable[[Any], bool]:
    """The test, where something is noted in one of these fields too."""
    return lambda record: test(record) and any(_says(getattr(record, name)) for name in noted)


def _says(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _has_reached(contact: Any) -> bool:  # noqa: ANN401 - a contact, or what a form has of one
    return contact.direction is Direction.FROM or contact.reached is Reached.YES


def _not_reached(contact: Any) -> bool:  # noqa: ANN401 - as above
    return not _has_reached(contact)


_SINCE = Order("since", "until", "It ends before it began.")
_RELATION = Order("began", "ended", "The relation ended before it began.")
_OFFERED_ONLY = _chosen("answer", OfferAnswer.NOT_OFFERED, OfferAnswer.OFFERED)
_NO_ANSWER = _chosen("answer", AdvocacyAnswer.NONE, AdvocacyAnswer.NO_REPLY)

RULES: Mapping[type, tuple[Rule, ...]] = {
    Person: (
        Past("born", "This birth is still to come. Look whether the year is right."),
        Past("died", "This death is still to come. Look whether the year is right."),
    ),
    Identifier: (_SINCE, Past("since")),
    Stay: (_SINCE, Past("since")),
    HouseholdMember: (_SINCE, Past("since")),
    Responsibility: (_SINCE, Past("since")),
    Tie: (_RELATION, Past("began"), Past("ended")),
    Relation: (_RELATION, Past("began"), Past("ended")),
    Pregnancy: (
        Order("began", "ended", "The pregnancy ended before it began."),
        Past("began"),
        Past("ended", "This day is still to come. What is expected belongs under ‘Expected’."),
        AtOdds(
            ("outcome", "ended"),
            _with(_chosen("outcome", Outcome.EXPECTED), "ended"),
            "A day on which it ended is noted, but not how. Choose it.",
        ),
    ),
    Stakeholder: (
        Order("asked_on", "ask_again_on", "They are to be asked again before they were asked."),
        Past("asked_on"),
        Past("officer_consulted_on"),
        AtOdds(
            ("involvement", "asked_on"),
            _with(_chosen("involvement", Involvement.NOT_ASKED), "asked_on"),
            "The day on which they were asked is noted, but ‘not yet asked’ is chosen. Choose what they said.",
        ),
    ),
    Advocacy: (
        Order("offered_on", "answered_on", "It was answered before it was offered."),
        Order("began_on", "ended_on", "The advocate ended before they began."),
        Order("offered_on", "began_on", "The advocate began before one was offered.", refused=False),
        Past("signposted_on"),
        Past("offered_on"),
        Past("answered_on"),
        AtOdds(
            ("answer", "answered_on"),
            _with(_NO_ANSWER, "answered_on"),
            "The day of an answer is noted, but no answer. Choose what they answered.",
        ),
        AtOdds(
            ("answer", "began_on"),
            _with(_chosen("answer", AdvocacyAnswer.DECLINED), "began_on"),
            "An advocate was declined, and has begun. If they thought again, choose ‘accepted’.",
        ),
    ),
    Wish: (
        Order("said_on", "met_on", "The wish was met before it was said."),
        Past("said_on"),
        Past("met_on"),
    ),
    Contact: (
        Past(
            "on",
            "This day is still to come, so that nobody can have been reached on it. Put the day right, or plan it as"
            " the next contact; until then it is not saved.",
            _has_reached,
            refused=True,
        ),
        Past(
            "on",
            "This day is still to come. It is saved as it stands; what is only planned belongs in ‘Next contact"
            " planned’.",
            _not_reached,
        ),
        Order("on", "next_on", "The next contact is planned for a day before this one."),
    ),
    Promise: (Past("done_on", "It is noted as done on a day that is still to come. Look whether the year is right."),),
    Offer: (
        Order("offered_on", "answered_on", "It was answered before it was offered."),
        Order("offered_on", "done_on", "It was done before it was offered.", refused=False),
        Past("offered_on"),
        Past("answered_on"),
        Past("done_on"),
        AtOdds(
            ("answer", "offered_on"),
            _with(_chosen("answer", OfferAnswer.NOT_OFFERED), "offered_on"),
            "A day on which it was offered is noted, but ‘not yet offered’ is chosen. Choose how it stands.",
        ),
        AtOdds(
            ("answer", "answered_on"),
            _with(_OFFERED_ONLY, "answered_on"),
            "The day of an answer is noted, but no answer. Choose how it stands.",
        ),
        AtOdds(
            ("answer", "done_on"),
            _with(_chosen("answer", *(each for each in OfferAnswer if each is not OfferAnswer.DONE)), "done_on"),
            "A day on which it was done is noted, but ‘done’ is not chosen. Choose how it stands.",
        ),
    ),
    ChildRecord: (
        Past("help_offered_on"),
        Past("asked_on"),
        AtOdds(
            ("contribution", "asked_on"),
            _with(
                _chosen("contribution", ChildContribution.NOT_CONSIDERED, ChildContribution.NOT_ASKED),
                "asked_on",
            ),
            "The day on which they were asked is noted, but not that they were. Choose what came of it.",
        ),
    ),
    Reading: (Past("on", "This day is still to come. It is saved as a reading that is planned."),),
    ReadingComment: (
        Past("answered_on"),
        AtOdds(
            ("changed", "answer", "answered_on"),
            lambda comment: (
                comment.changed is Changed.OPEN and not comment.answer.strip() and comment.answered_on is not None
            ),
            "The day of your answer is noted, but no answer. Write it, or choose what became of the text.",
        ),
    ),
    Approach: (
        Order("on", "answered_on", "It was answered before they were approached."),
        Past("on"),
        Past("answered_on"),
        AtOdds(
            ("answer", "answered_on"),
            _with(_chosen("answer", ApproachAnswer.WAITING, ApproachAnswer.NO_REPLY), "answered_on"),
            "The day of an answer is noted, but none is chosen. Choose what they answered.",
        ),
        AtOdds(
            ("answer", "answer_words"),
            lambda approach: (
                approach.answer is ApproachAnswer.WAITING
                and bool(approach.answer_words.strip())
                and approach.answered_on is None
            ),
            "Something was said, but an answer is still awaited. If that was the answer, choose which it was.",
        ),
        AtOdds(
            ("answer", "on"),
            _with(_chosen("answer", ApproachAnswer.NOT_APPROACHED), "on", "answered_on"),
            "It says that they were not approached, but a day is noted. Choose what came of it, or take the day out.",
        ),
    ),
    DateToAvoid: (Order("day", "until", "The last day is before the first."),),
    NamingStep: (Past("on"),),
}


def contradictions(record: object, today: date, of: type | None = None) -> list[Contradiction]:
    """What a record says that cannot be, or is odd. `of` names the kind whose rules hold, where it is not its own."""
    rules = RULES.get(of or type(record), ())
    return [Contradiction(rule.sentence, rule.fields, rule.refused) for rule in rules if rule.broken(record, today)]


def held_back(found: Collection[Contradiction], typed: Collection[str]) -> set[str]:
    """Which of the typed fields cannot be saved as they stand; what was saved before stays."""
    return {name for each in found if each.refused for name in each.fields if name in typed}
