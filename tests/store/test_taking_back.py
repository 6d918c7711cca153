"""An old step is taken back without touching what was done since."""

from dataclasses import replace

import pytest

from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.store import agencies, entries, people, submissions
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.taking_back import CannotTakeBack
from tests.store.made import add, agency, entry, imported, snapshot, texts


def reword(review, entry_id: int, text: str) -> None:
    with review.journal.step("Reword entry"):
        entries.change(review, replace(entries.get(review, entry_id), text=text))


def test_an_import_nobody_touched_is_taken_back_whole(review):
    imported(review, ["kept"], name="Police")
    before = snapshot(review)
    step = imported(review, ["one", "two"], name="Aldermarsh Surgery")
    later = imported(review, ["three"], name="Housing", data=b"others")
    taken = review.journal.take_back(step.id)

    assert (taken.kept, taken.needed) == (0, 0)
    assert taken.change.label == "Take back import Aldermarsh Surgery"
    assert texts(review) == ["kept", "three"]
    assert [each.name for each in agencies.listing(review)] == ["Police", "Housing"]
    review.journal.take_back(later.id)
    assert snapshot(review) == before


def test_an_entry_edited_since_stays_with_the_row_and_file_it_needs(review):
    step = imported(review, ["one", "two", "three"])
    reword(review, entries.ordered_ids(review)[1], "two, corrected")
    taken = review.journal.take_back(step.id)

    assert texts(review) == ["two, corrected"]
    assert taken.kept == 1
    assert taken.needed == 4  # the edited entry's row, its table, the submission and the agency
    submission = submissions.listing(review)[0]
    assert [row.cells[1] for row in submissions.rows(review, submission.id)] == ["two"]
    assert submissions.original(review, submission.id) == b"bytes"


def test_an_edit_that_was_undone_does_not_keep_the_entry(review):
    step = imported(review, ["one"])
    reword(review, entries.ordered_ids(review)[0], "changed")
    review.journal.undo()
    taken = review.journal.take_back(step.id)

    assert (taken.kept, texts(review)) == (0, [])


def test_an_entry_removed_since_is_not_counted_as_kept(review):
    step = imported(review, ["one", "two"])
    with review.journal.step("Remove entry"):
        entries.remove(review, entries.ordered_ids(review)[0])
    taken = review.journal.take_back(step.id)

    assert (taken.kept, taken.needed, texts(review)) == (0, 0, [])
    review.journal.undo()
    assert texts(review) == ["two"]
    review.journal.undo()
    assert texts(review) == ["one", "two"]


def test_a_row_that_came_and_went_within_the_step_is_nothing_to_take_back(review):
    agency_id = agency(review)
    with review.journal.step("Add two, drop one") as step:
        dropped, stays = entries.add_many(review, [entry(agency_id, text="one"), entry(agency_id, text="two")])
        entries.remove(review, dropped)
    with review.journal.step("Remove entry"):
        entries.remove(review, stays)

    with pytest.raises(CannotTakeBack):
        review.journal.take_back(step.id)
    assert review.journal.remains(step.id).brought == {("entry", stays)}


def test_an_agency_that_a_later_import_uses_stays(review):
    step = imported(review, ["one"], name="Aldermarsh Surgery")
    imported(review, ["two"], name="Aldermarsh Surgery", data=b"others")
    taken = review.journal.take_back(step.id)

    assert (taken.kept, taken.needed) == (0, 1)
    assert texts(review) == ["two"]
    assert len(agencies.listing(review)) == 1


def test_taking_back_is_a_step_that_can_be_undone_and_redone(review):
    step = imported(review, ["one", "two"])
    reword(review, entries.ordered_ids(review)[0], "one, corrected")
    before = snapshot(review)
    review.journal.take_back(step.id)
    after = snapshot(review)

    assert review.journal.status().undo == "Take back import Aldermarsh Surgery"
    review.journal.undo()
    assert snapshot(review) == before
    review.journal.redo()
    assert snapshot(review) == after
    assert review.journal.first_broken_step() is None


def test_a_step_is_taken_back_once(review):
    step = imported(review, ["one"])
    review.journal.take_back(step.id)
    with pytest.raises(CannotTakeBack, match="already been taken back"):
        review.journal.take_back(step.id)

    review.journal.undo()
    review.journal.take_back(step.id)
    assert texts(review) == []


def test_a_step_that_was_undone_cannot_be_taken_back_until_it_is_redone(review):
    step = imported(review, ["one"])
    review.journal.undo()
    with pytest.raises(CannotTakeBack, match="already been undone"):
        review.journal.take_back(step.id)

    review.journal.redo()
    review.journal.take_back(step.id)
    assert texts(review) == []


def test_a_step_that_never_was_cannot_be_taken_back(review):
    with pytest.raises(CannotTakeBack):
        review.journal.take_back(99)
    assert review.journal.steps() == []


def test_a_step_all_of_which_was_changed_since_is_refused_in_words(review):
    surgery = agency(review)
    (new,) = add(review, entry(surgery, text="as added"), label="Add entry")
    step = review.journal.steps()[0]
    reword(review, new, "changed")
    before = snapshot(review)

    with pytest.raises(CannotTakeBack, match="changed since"):
        review.journal.take_back(step.id)
    assert snapshot(review) == before
    assert review.journal.status().undo == "Reword entry"


def test_a_taking_back_can_itself_be_taken_back(review):
    step = imported(review, ["one"])
    taken = review.journal.take_back(step.id)
    agency(review, "Housing")
    review.journal.take_back(taken.change.step_id)

    assert texts(review) == ["one"]


def test_an_old_rewording_is_taken_back_alone(review):
    surgery = agency(review)
    (new,) = add(review, entry(surgery, text="as received"))
    reword(review, new, "reworded")
    step = review.journal.steps()[0]
    with review.journal.step("Comment"):
        entries.change(review, replace(entries.get(review, new), comment="ask the surgery"))
    taken = review.journal.take_back(step.id)

    found = entries.get(review, new)
    assert (taken.kept, found.text, found.comment) == (0, "as received", "ask the surgery")


def test_a_removed_entry_comes_back_when_its_removal_is_taken_back(review):
    surgery = agency(review)
    (new,) = add(review, entry(surgery, text="removed in error"))
    with review.journal.step("Remove entry") as step:
        entries.remove(review, new)
    add(review, entry(surgery, text="later"))
    review.journal.take_back(step.id)

    assert texts(review) == ["removed in error", "later"]


def test_a_row_that_the_files_rules_keep_out_is_counted_as_kept(review):
    with review.journal.step("Add agencies"):
        agencies.add(review, "Housing")
        police = agencies.add(review, "Police")
    with review.journal.step("Rename") as step:
        agencies.change(review, replace(police, name="County Police"))
    with review.journal.step("Add the name again"):
        agencies.add(review, "Police")
    with pytest.raises(CannotTakeBack):
        review.journal.take_back(step.id)

    assert [each.name for each in agencies.listing(review)] == ["Housing", "County Police", "Police"]


def test_an_entry_moved_to_a_new_agency_goes_back_before_the_agency_goes(review):
    surgery = agency(review)
    (new,) = add(review, entry(surgery))
    with review.journal.step("Move to a new agency") as step:
        housing = agencies.add(review, "Housing")
        entries.change(review, replace(entries.get(review, new), agency_id=housing.id))
    add(review, entry(surgery, text="later"))
    taken = review.journal.take_back(step.id)

    assert (taken.kept, taken.needed) == (0, 0)
    assert [each.name for each in agencies.listing(review)] == ["Aldermarsh Surgery"]


def test_a_person_whose_name_got_another_form_since_stays(review):
    with review.journal.step("Add person") as step:
        person = people.add(review, Person(0, "Jane Roe", Role.FRIEND, forms=(NameForm("Jane", FormKind.FIRST),)))
    with review.journal.step("Add form"):
        forms = (*person.forms, NameForm("J", FormKind.INITIALS))
        people.change(review, replace(person, forms=forms))
    before = people.listing(review)
    with pytest.raises(CannotTakeBack):
        review.journal.take_back(step.id)

    assert people.listing(review) == before


def test_what_was_taken_back_is_no_longer_found_by_its_words(review):
    step = imported(review, ["a lantern", "an orchard"])
    reword(review, entries.ordered_ids(review)[1], "an orchard wall")
    review.journal.take_back(step.id)

    assert entries.ordered_ids(review, EntryFilter(text="lantern")) == []
    assert len(entries.ordered_ids(review, EntryFilter(text="orchard"))) == 1


def test_every_column_that_the_step_wrote_is_compared_however_often_it_wrote(review):
    surgery = agency(review)
    (new,) = add(review, entry(surgery, text="as received"))
    with review.journal.step("Reword, then comment") as step:
        entries.change(review, replace(entries.get(review, new), text="reworded"))
        entries.change(review, replace(entries.get(review, new), comment="noted"))
        entries.add_many(review, [entry(surgery, text="added")])
    reword(review, new, "reworded again")
    taken = review.journal.take_back(step.id)

    found = entries.get(review, new)
    assert (taken.kept, found.text, found.comment) == (1, "reworded again", "noted")
