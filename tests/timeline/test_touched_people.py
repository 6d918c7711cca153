"""What a step did to people: whose each record is, and all that is somebody’s, also when it is gone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dhr_desktop.domain.contacts import Promise
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.family import contacts, register, stakeholders
from dhr_desktop.store import belonging, last_known
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import history
from dhr_desktop.timeline.history import Wanted
from dhr_desktop.timeline.touched_people import PEOPLE, touched_people
from tests.family.every_command import COMMANDS, Known, filled
from tests.store.made import CHEAP, PASSPHRASE

_NOBODYS = frozenset({"place_name", "agency", "panel_member", "letter_template", "refused_form", "household"})


@pytest.fixture
def reviewed(tmp_path: Path) -> Iterator[tuple[Review, Known]]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield filled(library, ReviewFacts("Review of the death of Adult A"))
    library.close()


@pytest.fixture
def review(reviewed: tuple[Review, Known]) -> Review:
    return reviewed[0]


@pytest.fixture
def everyone(reviewed: tuple[Review, Known]) -> Known:
    return reviewed[1]


def labels(review: Review, person_id: int) -> list[str]:
    return [line.newest.label for line in history.read(review, Wanted(person_id=person_id)).lines]


def newest(review: Review) -> list[int]:
    return [review.journal.steps(1)[0].id]


def test_whose_a_record_is_is_known_of_every_kind_and_still_when_it_is_gone(review: Review, everyone: Known) -> None:
    for table in PEOPLE:
        ids = [row for (row,) in review.read.rows(f"SELECT id FROM {table}")]
        whose = belonging.whose(review, table, ids)
        if table not in _NOBODYS:
            assert set(whose) == set(ids), table
            assert all(whose.values()), table
    told = touched_people(review, [step.id for step in review.journal.steps(1_000)])
    before = {(each.thing.table, each.thing.row_id): each.whose for each in told.told}
    register.remove_person(review, everyone.mother.id)
    gone = touched_people(review, newest(review)).told
    assert {each.thing.table for each in gone} >= {"person", "wish", "offer", "reading_comment", "relation"}
    for each in gone:
        if each.thing.table in _NOBODYS:  # the household in which she lived alone goes with her
            continue
        if each.removed and (each.thing.table, each.thing.row_id) in before:
            assert everyone.mother.id in each.whose, each.thing.table


def test_the_history_of_a_person_has_all_that_is_theirs_and_nothing_of_another(review: Review, everyone: Known) -> None:
    of_sister = labels(review, everyone.sister.id)
    assert of_sister == ["Log a contact", "Involve somebody", "Add a person"]
    of_mother = labels(review, everyone.mother.id)
    for label in ("Note a wish", "Enter a comment on the draft", "Note what was offered", "Note a date to avoid"):
        assert label in of_mother
        assert label not in of_sister
    assert "Note parental responsibility" in labels(review, everyone.child.id)


def test_the_history_of_somebody_who_was_removed_keeps_everything_with_the_removal_on_top(
    review: Review, everyone: Known
) -> None:
    before = labels(review, everyone.mother.id)
    register.remove_person(review, everyone.mother.id)
    assert labels(review, everyone.mother.id) == ["Remove a person", *before]
    review.journal.undo()
    assert labels(review, everyone.mother.id)[1:] == ["Remove a person", *before]


def test_words_and_person_narrow_the_history_together(review: Review, everyone: Known) -> None:
    found = history.read(review, Wanted("note", person_id=everyone.child.id)).lines
    assert {line.newest.label for line in found} == {"Note something of a child", "Note parental responsibility"}


def test_a_promise_to_several_is_in_the_history_of_each(review: Review, everyone: Known) -> None:
    (several,) = [each for each in touched_people(review, _of(review, "Log a contact")).told if _is(each, "promise")]
    assert set(several.whose) == {everyone.mother.id, everyone.sister.id}
    contacts.promise(review, Promise(0, "For her alone", everyone.other.id))
    assert "Note a promise" in labels(review, everyone.sister.id)
    assert labels(review, everyone.mother.id).count("Note a promise") == 1


def _of(review: Review, label: str) -> list[int]:
    return [step.id for step in review.journal.steps(1_000) if step.label == label]


def _is(told, table: str) -> bool:
    return told.thing.table == table


def test_who_has_gone_is_known_by_the_name_and_forms_they_had(review: Review, everyone: Known) -> None:
    register.remove_person(review, everyone.victim.id)
    gone = last_known.everybody(review)[everyone.victim.id]
    assert (gone.real_name, gone.role, gone.forms) == ("Kayleigh Drewitt", Role.VICTIM, everyone.victim.forms)
    assert "Kayleigh Drewitt" in [each.real_name for each in last_known.of_other_names(review)]


def test_who_has_gone_is_known_by_a_name_that_was_changed_before_too(review: Review, everyone: Known) -> None:
    register.change_person(review, replace(everyone.victim, real_name="Kaylee Drewett"))
    register.remove_person(review, everyone.victim.id)
    names = {each.real_name for each in last_known.of_other_names(review)}
    assert {"Kayleigh Drewitt", "Kaylee Drewett"} <= names


def test_a_name_that_was_changed_is_known_as_another_name_of_the_same_person(review: Review, everyone: Known) -> None:
    assert last_known.of_other_names(review) == []
    register.change_person(review, Person(everyone.victim.id, "Kate Rowan", Role.VICTIM, "Sian"))
    found = {(each.id, each.real_name, each.pseudonym) for each in last_known.of_other_names(review)}
    assert found == {(everyone.victim.id, name, "Sian") for name in ("Kayleigh Drewitt", "Kaylee", "Kay")}


def test_what_one_sitting_wrote_is_told_from_first_to_last(review: Review, everyone: Known) -> None:
    sitting, since = object(), everyone.who
    for words in ("H", "Her", "Heart"):
        changed = replace(since, caution=words)
        stakeholders.change(review, changed, since, sitting=sitting)
        since = changed
    (told,) = touched_people(review, [step.id for step in review.journal.steps(3)]).told
    assert (told.thing.old, told.thing.new) == ({"caution": "Heart condition"}, {"caution": "Heart"})


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told_of_and_its_undoing_the_other_way_round(
    review: Review, everyone: Known, name: str
) -> None:
    COMMANDS[name](review, everyone)
    done = touched_people(review, newest(review)).told
    review.journal.undo()
    undone = {(each.thing.table, each.thing.row_id): each.thing for each in touched_people(review, newest(review)).told}
    assert done
    for each in done:
        back = undone[(each.thing.table, each.thing.row_id)]
        if not {"left", "joined"} & ((each.thing.old or {}).keys() | (each.thing.new or {}).keys()):
            assert (back.old, back.new) == (each.thing.new, each.thing.old)


def test_a_contact_that_is_logged_is_told_once_with_those_who_had_part(review: Review, everyone: Known) -> None:
    contacts.log(review, everyone.contact, [everyone.who.id])
    (told,) = touched_people(review, newest(review)).told
    assert (told.thing.table, told.whose) == ("contact", (everyone.mother.id,))
