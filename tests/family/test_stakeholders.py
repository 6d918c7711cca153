"""Whom the review involves, and what is noted of them: each act one step, undone as one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dhr_desktop.domain.approaches import Approach, ApproachAnswer, Through
from dhr_desktop.domain.children import ChildContribution, ChildRecord, Responsibility
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.stakeholders import (
    Advocacy,
    AdvocacyAnswer,
    Consent,
    DateToAvoid,
    Group,
    NotToBeTold,
    Stakeholder,
    Wish,
)
from dhr_desktop.family import approaches, avoiding, changing, children, register, stakeholders
from dhr_desktop.store import involvement, people
from dhr_desktop.store.library import Library
from dhr_desktop.store.records import Records
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

MOTHER = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield copied.review(library, ReviewFacts("Review of the death of Adult A"))
    library.close()


@pytest.fixture
def mother(review: Review) -> Stakeholder:
    return stakeholders.involve(review, MOTHER, Stakeholder(0, 0, Group.FAMILY, "mother of Kayleigh"))


def steps(review: Review) -> int:
    return len(review.journal.steps())


def test_nobody_is_involved_twice(review: Review, mother: Stakeholder) -> None:
    (person,) = people.listing(review)
    with pytest.raises(stakeholders.InvolvedAlready):
        stakeholders.involve(review, person, Stakeholder(0, person.id, Group.FRIEND))
    assert involvement.STAKEHOLDERS.listing(review) == [mother]


def test_a_consent_that_was_never_answered_is_kept_with_its_words(review: Review, mother: Stakeholder) -> None:
    said = replace(mother, contribute=Consent.NO_REPLY, contribute_words="no reply to two letters")
    stakeholders.change(review, said, mother)
    assert involvement.STAKEHOLDERS.get(review, mother.id) == said


def test_two_changes_of_different_fields_do_not_undo_each_other(review: Review, mother: Stakeholder) -> None:
    stakeholders.change(review, replace(mother, hours="after 7pm"), mother)
    stakeholders.change(review, replace(mother, avoid_means="not by post"), mother)
    kept = involvement.STAKEHOLDERS.get(review, mother.id)
    assert (kept.hours, kept.avoid_means) == ("after 7pm", "not by post")


def test_a_change_of_who_is_no_stakeholder_any_more_is_refused_in_words(review: Review, mother: Stakeholder) -> None:
    stakeholders.leave_out(review, mother.id)
    with pytest.raises(changing.RecordGone):
        stakeholders.change(review, replace(mother, hours="after 7pm"), mother)


Kept = tuple[Records[Any], Any, Any, Callable[..., Any], Callable[..., Any], Callable[..., Any]]
WISH = Wish(0, 1, "a printed copy")
ADVOCACY = Advocacy(0, 1, "Lanternway", "Imelda Foyle-Grant", answer=AdvocacyAnswer.ACCEPTED)
UNTOLD = NotToBeTold(0, 1, "what was said in June")
AVOIDED = DateToAvoid(0, 1, "--11-09", "anniversary of the death")
APPROACH = Approach(0, 1, date(2019, 9, 10), Through.PRISON, "offender manager", "letter")
KINDS: list[Kept] = [
    (
        involvement.WISHES,
        WISH,
        {"answer": "she has one"},
        stakeholders.add_wish,
        stakeholders.change_wish,
        stakeholders.remove_wish,
    ),
    (
        involvement.ADVOCACY,
        ADVOCACY,
        {"began_on": date(2019, 3, 29)},
        stakeholders.add_advocacy,
        stakeholders.change_advocacy,
        stakeholders.remove_advocacy,
    ),
    (
        involvement.NOT_TO_BE_TOLD,
        UNTOLD,
        {"why": "she will hear it from her daughter"},
        stakeholders.add_not_told,
        stakeholders.change_not_told,
        stakeholders.remove_not_told,
    ),
    (involvement.DATES_TO_AVOID, AVOIDED, {"near": 7}, avoiding.add, avoiding.change, avoiding.remove),
    (
        involvement.APPROACHES,
        APPROACH,
        {"answer": ApproachAnswer.DECLINED, "answered_on": date(2019, 9, 26)},
        approaches.add,
        approaches.change,
        approaches.remove,
    ),
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind[0].table)
@pytest.mark.usefixtures("mother")
def test_what_is_noted_is_added_changed_and_removed_by_a_step_each(review: Review, kind: Kept) -> None:
    table, record, fields, add, change, remove = kind
    before = steps(review)
    kept = add(review, record)
    changed = replace(kept, **fields)
    change(review, changed, kept)
    change(review, changed, changed)
    remove(review, kept.id)
    assert table.listing(review) == []
    assert steps(review) == before + 3
    review.journal.undo()
    assert table.listing(review) == [changed]
    review.journal.undo()
    assert table.listing(review) == [kept]
    review.journal.undo()
    assert table.listing(review) == []
    review.journal.redo()
    assert table.listing(review) == [kept]


@pytest.mark.parametrize(
    ("day", "until"), [("soon", ""), ("--02-30", ""), ("2019-06-21", "2019-06-03"), ("2019-06-03", "--06-21")]
)
@pytest.mark.usefixtures("mother")
def test_what_is_no_day_or_no_stretch_is_refused(review: Review, day: str, until: str) -> None:
    with pytest.raises(avoiding.NoSuchDay):
        avoiding.add(review, DateToAvoid(0, None, day, "trial", until))
    kept = avoiding.add(review, DateToAvoid(0, None, "2019-06-03", "trial"))
    with pytest.raises(avoiding.NoSuchDay):
        avoiding.change(review, replace(kept, day=day, until=until), kept)


def test_a_meeting_planned_on_an_anniversary_warns(review: Review, mother: Stakeholder) -> None:
    warned = partial(avoiding.warnings, review, date(2019, 11, 9))
    assert warned({mother.id}) == []
    avoiding.add(review, replace(AVOIDED, stakeholder_id=mother.id))
    assert warned({mother.id}) == ["On the anniversary of the death, 9 November; Lorraine Marchbank asked to avoid it"]
    assert warned({mother.id + 1}) == []
    assert warned() == warned({mother.id})


def test_the_anniversary_that_the_register_gives_warns_before_anybody_has_noted_it(
    review: Review, mother: Stakeholder
) -> None:
    register.add_person(review, Person(0, "Kayleigh Drewitt", Role.VICTIM, died="2018-11-09"))
    warned = partial(avoiding.warnings, review, date(2027, 11, 9), {mother.id})
    assert warned() == ["On the anniversary of the death, 9 November"]
    avoiding.add(review, replace(AVOIDED, stakeholder_id=None))
    assert warned() == ["On the anniversary of the death, 9 November"]


def test_a_child_s_record_comes_with_what_is_noted_first(review: Review) -> None:
    child = register.add_person(review, Person(0, "Poppy Drewitt", Role.CHILD))
    held = children.add_responsibility(review, child.id, Responsibility(0, 0, holder="Aldermarsh Council"))
    record = children.record_of(review, child.id)
    assert record is not None
    assert held.child_id == record.id
    review.journal.undo()
    assert children.record_of(review, child.id) is None

    children.note(review, ChildRecord(0, child.id, living_with="her grandmother"))
    children.note(review, ChildRecord(0, child.id, living_with="a second time"))
    noted = children.record_of(review, child.id)
    assert noted is not None
    asked = replace(noted, contribution=ChildContribution.THROUGH_OTHERS)
    children.note(review, asked, noted)
    before = steps(review)
    children.note(review, asked, asked)
    assert steps(review) == before
    assert involvement.CHILDREN.listing(review) == [asked]


def test_parental_responsibility_is_changed_and_removed(review: Review) -> None:
    child = register.add_person(review, Person(0, "Poppy Drewitt", Role.CHILD))
    held = children.add_responsibility(review, child.id, Responsibility(0, 0, holder="Aldermarsh Council"))
    ended = replace(held, until="2019-03")
    children.change_responsibility(review, ended, held)
    assert involvement.RESPONSIBILITIES.listing(review) == [ended]
    children.remove_responsibility(review, held.id)
    assert involvement.RESPONSIBILITIES.listing(review) == []
