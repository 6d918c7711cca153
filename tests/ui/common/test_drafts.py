"""What was typed is given back, and forgotten with the thing it was typed into or with the step that takes it in."""

import pytest
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import register
from dhr_desktop.store import draft_words
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common import drafts as room
from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.jobs import JobRunner, at_once

SOMEBODY = Person(0, "Lorraine Marchbank", Role.FAMILY)


def at_rest(jobs: JobRunner, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not jobs.busy)


def test_words_typed_into_somebody_who_was_removed_are_forgotten_at_an_opening_long_after(
    review: Review, jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = register.add_person(review, SOMEBODY)
    place = f"naming/person/{person.id}/chosen"
    draft_words.keep(review, place, {"names": "Hel"})
    register.remove_person(review, person.id)
    soon = Drafts(review, jobs)
    at_rest(jobs, qtbot)
    assert soon.of(place) == {"names": "Hel"}
    monkeypatch.setattr(room, "_GONE_FOR_GOOD", -1)
    late = Drafts(review, jobs)
    at_rest(jobs, qtbot)
    assert late.of(place) == {}
    assert draft_words.listing(review) == {}


def test_words_are_not_given_back_while_their_step_is_on_its_way_and_are_kept_again_when_it_is_refused(
    review: Review, jobs: JobRunner, qtbot: QtBot
) -> None:
    drafts = Drafts(review, jobs)
    drafts.keep("person/new", {"name": "Lorraine"})
    at_rest(jobs, qtbot)

    def refused() -> Person:
        raise LookupError

    taken = drafts.taken_in_by("person/new", refused)
    assert drafts.of("person/new") == {}
    with pytest.raises(LookupError):
        taken()
    assert draft_words.listing(review) == {"person/new": {"name": "Lorraine"}}
    drafts.keep("person/new", {"name": "Lorraine"})
    at_rest(jobs, qtbot)
    assert drafts.of("person/new") == {"name": "Lorraine"}


def test_words_are_gone_from_the_disk_in_the_very_moment_in_which_their_step_is_there(
    review: Review, jobs: JobRunner, qtbot: QtBot
) -> None:
    drafts = Drafts(review, jobs)
    drafts.keep("person/new", {"name": "Lorraine"})
    at_rest(jobs, qtbot)
    seen: list[object] = []
    review.journal.subscribe(lambda _: seen.append(draft_words.listing(review)))
    add = drafts.taken_in_by("person/new", lambda: register.add_person(review, SOMEBODY))
    jobs.run(at_once(add), "Saving")
    at_rest(jobs, qtbot)
    assert seen == [{}]


def test_words_of_a_command_that_failed_are_given_back_though_nobody_hears_of_the_failure(
    review: Review, jobs: JobRunner, qtbot: QtBot
) -> None:
    drafts = Drafts(review, jobs)
    drafts.keep("person/new", {"name": "Lorraine"})

    def refused() -> Person:
        raise StoreProblem("The disk is full.", "Free some space.")

    jobs.run(at_once(drafts.taken_in_by("person/new", refused)), "Saving")
    at_rest(jobs, qtbot)
    assert drafts.of("person/new") == {"name": "Lorraine"}
    assert draft_words.listing(review) == {"person/new": {"name": "Lorraine"}}


def test_words_whose_step_is_on_disk_are_not_given_back_for_a_fault_after_it(
    review: Review, jobs: JobRunner, qtbot: QtBot
) -> None:
    drafts = Drafts(review, jobs)
    drafts.keep("person/new", {"name": "Lorraine"})
    at_rest(jobs, qtbot)

    def fails_afterwards() -> Person:
        register.add_person(review, SOMEBODY)
        raise LookupError

    taken = drafts.taken_in_by("person/new", fails_afterwards)
    with pytest.raises(LookupError):
        taken()
    assert drafts.of("person/new") == {}
    assert draft_words.listing(review) == {}


def test_words_typed_meanwhile_are_not_written_over_by_those_of_a_command_that_failed(
    review: Review, jobs: JobRunner, qtbot: QtBot
) -> None:
    drafts = Drafts(review, jobs)
    drafts.keep("person/new", {"name": "Lorraine"})
    at_rest(jobs, qtbot)

    def refused() -> Person:
        raise StoreProblem("The disk is full.", "Free some space.")

    taken = drafts.taken_in_by("person/new", refused)
    drafts.keep("person/new", {"name": "Kayleigh"})
    at_rest(jobs, qtbot)
    with pytest.raises(StoreProblem):
        taken()
    assert drafts.of("person/new") == {"name": "Kayleigh"}
    assert draft_words.listing(review) == {"person/new": {"name": "Kayleigh"}}
