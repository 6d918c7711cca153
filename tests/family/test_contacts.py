"""The log of contacts: each command is one step, and undo brings back exactly what was there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dhr_desktop.domain.contacts import Contact, Means, Promise, Reached
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import contacts, stakeholders
from dhr_desktop.store import contact_log, involvement
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

DAY = date(2019, 6, 12)
VISIT = Contact(0, DAY, Means.HOME, purpose="terms of reference", said="asked for a term on housing")


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, ReviewFacts("Review of the death of Adult A"))
    yield made
    made.close()
    library.close()


@pytest.fixture
def two(review: Review) -> tuple[int, int]:
    """A mother and a sister, as stakeholders."""
    return tuple(
        stakeholders.involve(review, Person(0, name, Role.FAMILY), Stakeholder(0, 0, Group.FAMILY)).id
        for name in ("Lorraine Marchbank", "Jade Ollerton")
    )  # type: ignore[return-value]


def _whole(review: Review) -> list[object]:
    return [
        table.listing(review)
        for table in (involvement.CONTACTS, involvement.CONTACT_WITH, involvement.PROMISES, involvement.STAKEHOLDERS)
    ]


def _steps(review: Review) -> int:
    return len(review.journal.steps())


def test_a_contact_with_two_and_its_promise_are_one_step(review: Review, two: tuple[int, int]) -> None:
    before, steps = _whole(review), _steps(review)

    made = contacts.log(review, VISIT, two, [Promise(0, "show it to the panel", due_on=date(2019, 6, 19))])

    (logged,) = contact_log.read(review)
    assert (logged.contact, logged.whom) == (made, two)
    assert [each.words for each in logged.promises] == ["show it to the panel"]
    assert _steps(review) == steps + 1
    after = _whole(review)
    review.journal.undo()
    assert _whole(review) == before
    review.journal.redo()
    assert _whole(review) == after


def test_a_promise_to_one_is_theirs(review: Review, two: tuple[int, int]) -> None:
    contacts.log(review, VISIT, two[:1], [Promise(0, "ring again")])

    (promise,) = involvement.PROMISES.listing(review)
    assert promise.stakeholder_id == two[0]


def test_a_contact_with_nobody_is_refused_and_leaves_no_step(review: Review, two: tuple[int, int]) -> None:
    steps = _steps(review)

    with pytest.raises(contacts.WithNobody):
        contacts.log(review, VISIT, ())

    assert _steps(review) == steps
    assert contact_log.read(review) == []
    del two


def test_changing_keeps_what_somebody_else_changed_meanwhile(review: Review, two: tuple[int, int]) -> None:
    made = contacts.log(review, VISIT, two)
    contacts.change(review, replace(made, outcome="agreed"))
    contacts.change(review, replace(made, reached=Reached.NO), made, two[1:])

    (logged,) = contact_log.read(review)
    assert (logged.contact.outcome, logged.contact.reached, logged.whom) == ("agreed", Reached.NO, two[1:])


def test_nothing_to_change_is_no_step(review: Review, two: tuple[int, int]) -> None:
    made = contacts.log(review, VISIT, two)
    steps = _steps(review)

    contacts.change(review, made, made, two)

    assert _steps(review) == steps


def test_removing_a_contact_leaves_what_was_promised_to_each(review: Review, two: tuple[int, int]) -> None:
    made = contacts.log(review, VISIT, two, [Promise(0, "send the terms")])
    before = _whole(review)

    contacts.remove(review, made.id)

    assert contact_log.read(review) == []
    assert [each.stakeholder_id for each in involvement.PROMISES.listing(review)] == list(two)
    review.journal.undo()
    assert _whole(review) == before


def test_a_promise_is_kept_and_opened_again(review: Review, two: tuple[int, int]) -> None:
    made = contacts.promise(review, Promise(0, "ring after the inquest", two[0], due_on=DAY))
    steps = _steps(review)

    contacts.keep_promise(review, made.id, DAY)
    contacts.keep_promise(review, made.id, date(2020, 1, 1))  # was kept already
    assert involvement.PROMISES.get(review, made.id).done_on == DAY
    contacts.reopen_promise(review, made.id)
    assert involvement.PROMISES.get(review, made.id).done_on is None
    assert _steps(review) == steps + 2
    contacts.remove_promise(review, made.id)
    with pytest.raises(contacts.NoLongerThere):
        contacts.keep_promise(review, made.id, DAY)


def test_the_log_is_read_with_the_newest_first(review: Review, two: tuple[int, int]) -> None:
    for day in (date(2019, 3, 6), date(2020, 1, 16), date(2019, 6, 12)):
        contacts.log(review, Contact(0, day, Means.LETTER), two)

    assert [each.contact.on.year for each in contact_log.read(review)] == [2020, 2019, 2019]


def test_contacts_stay_in_the_log_when_somebody_is_left_out(review: Review, two: tuple[int, int]) -> None:
    contacts.log(review, VISIT, two)
    before = _whole(review)

    stakeholders.leave_out(review, two[0])

    (logged,) = contact_log.read(review)
    assert logged.whom == two[1:]
    review.journal.undo()
    assert _whole(review) == before
