"""What the chair does to events, on a real review; each is one step that is undone and done again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dhr_desktop.domain.events import Decided, Decision, Differs, Event, Question
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.revising import Decisions, plan, revise
from dhr_desktop.importing.submit import submit
from dhr_desktop.importing.undoing import preview, take_back
from dhr_desktop.store import decisions, entries, events, questions
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit
from dhr_desktop.timeline import events as timeline
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, add, agency, entry, snapshot

POLICE, HOSPITAL, HOMES = "Ravenshire Constabulary", "Aldermarsh Infirmary", "Marshland Homes"


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh"))
    library.close()


@pytest.fixture
def ids(review: Review) -> list[int]:
    """Two accounts of the police, two of the hospital and one of the landlord, of five days."""
    owners = [POLICE, HOSPITAL, HOMES, POLICE, HOSPITAL]
    return add(
        review,
        *(entry(agency(review, name), f"2016-04-0{day}", f"Account {day}.") for day, name in enumerate(owners, 1)),
    )


def one_step(review: Review, command: Callable[[], object]) -> None:
    """Do it, and see that Undo restores everything and Redo does the same again."""
    before, stood = snapshot(review), review.journal.status().undo
    command()
    after = snapshot(review)
    assert after != before
    review.journal.undo()
    assert (snapshot(review), review.journal.status().undo) == (before, stood)
    review.journal.redo()
    assert snapshot(review) == after


def grouped(review: Review) -> list[list[int]]:
    return sorted(events.members(review).values())


def asked(review: Review, **about: int) -> Question:
    hospital = agency(review, HOSPITAL)
    with review.journal.step("Raise a question"):
        return questions.add(review, Question(0, hospital, "Who was present?", **about))


def settled(review: Review, event_id: int) -> Decision:
    with review.journal.step("Settle a disagreement"):
        made = Decision(0, event_id, Differs.TIME, Decided.SETTLED, "21:30", "The log.", {1: "21:30"}, "2026-05-01")
        return decisions.add(review, made)


def test_entries_are_grouped_and_every_agency_s_words_stay(review: Review, ids: list[int]) -> None:
    told = [each.text for each in entries.page(review, ids)]
    one_step(review, lambda: timeline.group(review, ids[:3]))
    assert grouped(review) == [ids[:3]]
    assert [each.text for each in entries.page(review, ids)] == told
    assert review.journal.status().undo == "Group 3 entries as one event"


def test_one_entry_alone_is_no_event(review: Review, ids: list[int]) -> None:
    before = snapshot(review)
    for too_few in ([], ids[:1], [ids[0], ids[0]], [ids[0], 999]):
        with pytest.raises(timeline.NotAnEvent):
            timeline.group(review, too_few)
    assert snapshot(review) == before


def test_grouping_what_is_one_event_already_leaves_no_step(review: Review, ids: list[int]) -> None:
    timeline.group(review, ids[:2])
    before = review.journal.steps()
    timeline.group(review, ids[:2])
    assert review.journal.steps() == before


def test_an_entry_joins_the_event_there_is(review: Review, ids: list[int]) -> None:
    event_id = timeline.group(review, ids[:2])
    one_step(review, lambda: timeline.group(review, [ids[1], ids[2]]))
    assert events.members(review) == {event_id: ids[:3]}


def test_merging_loses_nothing_that_was_written_asked_or_settled(review: Review, ids: list[int]) -> None:
    kept, other = timeline.group(review, ids[:2]), timeline.group(review, ids[2:4])
    timeline.change_event(review, Event(kept, "The call", "2016-04-01", "21:00", "Ask for the recording."))
    timeline.change_event(review, Event(other, "The shouting", "2016-04-03", "", "See the letter."))
    question, decision = asked(review, event_id=other), settled(review, other)
    one_step(review, lambda: timeline.merge(review, [other, kept]))

    assert events.members(review) == {kept: ids[:4]}
    found = events.get(review, kept)
    assert (found.headline, found.date_edtf, found.time) == ("The call", "2016-04-01", "21:00")
    assert found.note == "Ask for the recording.\nSee the letter.\nThe shouting\n3 April 2016"
    assert questions.of_event(review, kept) == [replace(question, event_id=kept)]
    assert decisions.of_event(review, kept) == [replace(decision, event_id=kept)]


def test_what_the_kept_event_does_not_say_is_taken_from_the_other(review: Review, ids: list[int]) -> None:
    kept, other = timeline.group(review, ids[:2]), timeline.group(review, ids[2:4])
    timeline.change_event(review, Event(other, "The shouting", "", "21:30", ""))
    timeline.group(review, ids[1:3])
    assert events.listing(review) == [Event(kept, "The shouting", "", "21:30", "")]


def test_an_hour_without_a_date_is_not_lost_in_merging(review: Review, ids: list[int]) -> None:
    kept, other = timeline.group(review, ids[:2]), timeline.group(review, ids[2:4])
    timeline.change_event(review, Event(kept, time="21:30"))
    timeline.change_event(review, Event(other, date_edtf="2016-04-03"))
    timeline.merge(review, [kept, other])
    assert events.get(review, kept) == Event(kept, "", "", "21:30", "3 April 2016")


def test_many_suggestions_are_accepted_as_one_step(review: Review, ids: list[int]) -> None:
    made = []
    one_step(review, lambda: made.append(timeline.group_all(review, [ids[:2], ids[2:4]])))
    assert (made[0], grouped(review)) == (2, [ids[:2], ids[2:4]])
    assert review.journal.status().undo == "Group 4 entries as 2 suggested events"


def test_groups_that_share_an_entry_become_one_event(review: Review, ids: list[int]) -> None:
    assert timeline.group_all(review, [ids[:2], ids[3:5], ids[1:4]]) == 1
    assert grouped(review) == [ids]


def test_groups_whose_entries_have_gone_meanwhile_are_left(review: Review, ids: list[int]) -> None:
    edit.remove_entry(review, ids[3])
    assert timeline.group_all(review, [ids[:2], ids[2:4], [ids[4], ids[4]]]) == 1
    assert grouped(review) == [ids[:2]]
    before = review.journal.steps()
    assert timeline.group_all(review, [[ids[3], ids[4]], []]) == 0
    assert review.journal.steps() == before


def test_what_is_left_out_of_a_suggestion_is_kept_apart_from_the_rest(review: Review, ids: list[int]) -> None:
    one_step(review, lambda: timeline.accept(review, ids[:2], ids[2:4]))
    assert grouped(review) == [ids[:2]]
    assert events.kept_apart(review) == {frozenset((one, other)) for one in ids[:2] for other in ids[2:4]}


def test_an_entry_taken_out_is_kept_apart_from_those_that_stay(review: Review, ids: list[int]) -> None:
    timeline.group(review, ids[:3])
    one_step(review, lambda: timeline.split(review, [ids[2]]))
    assert grouped(review) == [ids[:2]]
    assert events.kept_apart(review) == {frozenset((ids[0], ids[2])), frozenset((ids[1], ids[2]))}
    assert review.journal.status().undo == "Take 1 entry out of an event"


def test_an_event_left_with_one_entry_is_dissolved(review: Review, ids: list[int]) -> None:
    timeline.group(review, ids[:2])
    one_step(review, lambda: timeline.split(review, [ids[0]]))
    assert (events.listing(review), grouped(review)) == ([], [])


def test_part_of_an_event_becomes_an_event_of_its_own(review: Review, ids: list[int]) -> None:
    first = timeline.group(review, ids[:4])
    one_step(review, lambda: timeline.split_off(review, ids[2:4]))
    assert events.members(review)[first] == ids[:2]
    assert grouped(review) == [ids[:2], ids[2:4]]
    assert frozenset(ids[2:4]) not in events.kept_apart(review)
    assert len(events.kept_apart(review)) == 4


def test_grouping_by_hand_what_was_kept_apart_ends_that(review: Review, ids: list[int]) -> None:
    timeline.reject(review, ids[:2])
    one_step(review, lambda: timeline.group(review, ids[:2]))
    assert events.kept_apart(review) == set()


def test_a_dissolved_event_leaves_its_entries_and_its_questions(review: Review, ids: list[int]) -> None:
    event_id = timeline.group(review, ids[:3])
    question = asked(review, event_id=event_id)
    one_step(review, lambda: timeline.dissolve(review, event_id))
    assert (events.listing(review), grouped(review), events.kept_apart(review)) == ([], [], set())
    assert questions.get(review, question.id) == replace(question, event_id=0, entry_id=ids[1])  # the hospital's


def test_what_is_rejected_is_kept_apart_but_for_lines_of_one_agency(review: Review, ids: list[int]) -> None:
    one_step(review, lambda: timeline.reject(review, [ids[0], ids[1], ids[3]]))
    assert events.kept_apart(review) == {frozenset(ids[:2]), frozenset((ids[1], ids[3]))}


def test_entries_of_one_agency_alone_can_be_kept_apart(review: Review, ids: list[int]) -> None:
    timeline.reject(review, [ids[0], ids[3]])
    assert events.kept_apart(review) == {frozenset((ids[0], ids[3]))}


def test_rejecting_an_addition_to_an_event_leaves_the_event(review: Review, ids: list[int]) -> None:
    timeline.group(review, ids[:2])
    timeline.reject(review, ids[:3])
    assert grouped(review) == [ids[:2]]
    assert events.kept_apart(review) == {frozenset((ids[0], ids[2])), frozenset((ids[1], ids[2]))}


def test_what_was_rejected_may_be_asked_again(review: Review, ids: list[int]) -> None:
    timeline.reject(review, ids[:2])
    timeline.reject(review, ids[1:3])
    newest, older = events.kept_apart_by_step(review)
    assert (newest[1], older[1]) == ([frozenset(ids[1:3])], [frozenset(ids[:2])])
    one_step(review, lambda: timeline.ask_again(review, older[1]))
    assert events.kept_apart(review) == {frozenset(ids[1:3])}
    before = review.journal.steps()
    timeline.ask_again(review, older[1])
    assert review.journal.steps() == before


def test_a_headline_is_one_undoable_edit_and_names_the_next(review: Review, ids: list[int]) -> None:
    event_id = timeline.group(review, ids[:2])
    one_step(review, lambda: timeline.change_event(review, Event(event_id, "The call")))
    assert review.journal.status().undo == "Edit event of 1 April 2016"
    timeline.change_event(review, Event(event_id, "The call of 1 April"))
    assert review.journal.status().undo == "Edit event “The call”"
    before = review.journal.steps()
    timeline.change_event(review, Event(event_id, "The call of 1 April"))
    assert review.journal.steps() == before


def test_two_edits_made_from_one_sight_of_an_event_both_stand(review: Review, ids: list[int]) -> None:
    seen = events.get(review, timeline.group(review, ids[:2]))
    timeline.change_event(review, replace(seen, headline="The call"), since=seen)
    timeline.change_event(review, replace(seen, note="Ask for it."), since=seen)
    assert events.get(review, seen.id) == replace(seen, headline="The call", note="Ask for it.")


def test_an_event_that_was_dissolved_meanwhile_is_said_to_be(review: Review, ids: list[int]) -> None:
    event_id = timeline.group(review, ids[:2])
    timeline.dissolve(review, event_id)
    for late in (
        lambda: timeline.dissolve(review, event_id),
        lambda: timeline.merge(review, [event_id, 999]),
        lambda: timeline.change_event(review, Event(event_id, "The call")),
    ):
        with pytest.raises(timeline.EventGone):
            late()


def test_an_event_without_a_headline_is_called_by_its_first_account(review: Review, ids: list[int]) -> None:
    accounts = entries.page(review, ids[:2])
    assert timeline.title(Event(1, " The\ncall "), accounts) == "The call"
    assert timeline.title(Event(1), accounts) == "Account 1."
    assert timeline.title(Event(1), []) == ""
    long = replace(accounts[0], text="Officers attended the address " * 9)
    assert timeline.title(Event(1), [long]) == "Officers attended the address Officers attended the address …"


def test_removing_an_entry_dissolves_the_event_it_leaves_with_one(review: Review, ids: list[int]) -> None:
    timeline.group(review, ids[:3])
    one_step(review, lambda: edit.remove_entry(review, ids[0]))
    assert grouped(review) == [ids[1:3]]
    one_step(review, lambda: edit.remove_entry(review, ids[1]))
    assert events.listing(review) == []
    assert entries.get(review, ids[2]).event_id is None


def rows(*texts: str) -> bytes:
    days = "".join(f"{place:02}/05/2014,{text}\n" for place, text in enumerate(texts, 3))
    return f"Date,Event\n{days}".encode()


@pytest.fixture
def imported(review: Review) -> tuple[int, list[int], list[int]]:
    """A submission of the surgery, its entries, and two of the police."""
    names = ("Attended with her sister.", "Telephoned the surgery.", "Seen by the nurse.")
    made = submit(review, read_bytes("surgery.csv", rows(*names)), "Aldermarsh Surgery").submission_id
    of_surgery = entries.ordered_ids(review)
    officers = agency(review, POLICE)
    return made, of_surgery, add(review, *(entry(officers, "2014-05-03", f"Call {n}.") for n in (1, 2)))


def test_what_is_in_an_event_counts_as_worked_on_and_stays(
    review: Review, imported: tuple[int, list[int], list[int]]
) -> None:
    submission, surgery, police = imported
    timeline.group(review, [surgery[0], police[0]])
    assert [each.done for each in preview(review, submission).worked_on] == [("grouped in an event",)]
    one_step(review, lambda: take_back(review, submission))
    assert grouped(review) == [[surgery[0], police[0]]]


def test_taking_back_what_is_in_events_leaves_no_event_of_one_entry_or_none(
    review: Review, imported: tuple[int, list[int], list[int]]
) -> None:
    submission, surgery, police = imported
    timeline.group(review, [surgery[0], police[0]])
    timeline.group(review, [*surgery[1:]])
    one_step(review, lambda: take_back(review, submission, remove=surgery))
    assert events.listing(review) == []
    assert [each.id for each in entries.iterate(review)] == police
    assert {each.event_id for each in entries.iterate(review)} == {None}


def test_an_event_that_keeps_two_entries_outlives_a_taking_back(
    review: Review, imported: tuple[int, list[int], list[int]]
) -> None:
    submission, surgery, police = imported
    event_id = timeline.group(review, [surgery[0], *police])
    one_step(review, lambda: take_back(review, submission, remove=surgery))
    assert events.members(review) == {event_id: police}


def test_a_rejected_suggestion_does_not_hold_an_entry(
    review: Review, imported: tuple[int, list[int], list[int]]
) -> None:
    submission, surgery, police = imported
    timeline.reject(review, [surgery[0], police[0]])
    assert preview(review, submission).worked_on == ()
    one_step(review, lambda: take_back(review, submission))
    assert (events.kept_apart(review), entries.ordered_ids(review)) == (set(), police)


def test_a_question_about_an_entry_holds_it_when_its_import_is_taken_back(
    review: Review, imported: tuple[int, list[int], list[int]]
) -> None:
    submission, surgery, _ = imported
    asked(review, entry_id=surgery[1])
    take_back(review, submission)
    assert surgery[1] in entries.ordered_ids(review)
    assert surgery[0] not in entries.ordered_ids(review)


def revised(review: Review, submission: int, *texts: str) -> int:
    reading = read_bytes("surgery 2.csv", rows(*texts))
    revision = plan(review, submission, reading)
    return revise(review, revision, Decisions(remove=frozenset(revision.stays))).submission_id


def test_a_revised_file_leaves_entries_in_their_events_and_what_the_chair_made_of_them(
    review: Review, imported: tuple[int, list[int], list[int]]
) -> None:
    submission, surgery, police = imported
    event_id = timeline.group(review, [surgery[0], police[0]])
    edit.change_entry(
        review, replace(entries.get(review, surgery[0]), private_note="Read again.", missed_opportunity=True)
    )
    one_step(
        review,
        lambda: revised(review, submission, "Attended alone.", "Telephoned the surgery.", "Seen by the nurse."),
    )
    found = entries.get(review, surgery[0])
    assert (found.text, found.event_id) == ("Attended alone.", event_id)
    assert (found.private_note, found.missed_opportunity) == ("Read again.", True)


def test_a_row_that_a_revised_file_leaves_out_leaves_its_event(
    review: Review, imported: tuple[int, list[int], list[int]]
) -> None:
    submission, surgery, police = imported
    timeline.group(review, [surgery[2], police[0]])
    before = grouped(review)
    later = revised(review, submission, "Attended with her sister.", "Telephoned the surgery.")
    assert events.listing(review) == []

    told = preview(review, later)
    assert (told.coming_back, told.set_back) == (1, 0)
    take_back(review, later)
    assert grouped(review) == before


def test_taking_back_a_revision_makes_no_event_of_one_entry(
    review: Review, imported: tuple[int, list[int], list[int]]
) -> None:
    submission, surgery, police = imported
    timeline.group(review, [surgery[2], police[0]])
    later = revised(review, submission, "Attended with her sister.", "Telephoned the surgery.")
    other = timeline.group(review, police)
    one_step(review, lambda: take_back(review, later))
    assert events.members(review) == {other: police}
    assert entries.get(review, surgery[2]).event_id is None


def test_a_merge_of_no_events_is_refused_in_words(review: Review) -> None:
    with pytest.raises(timeline.NotAnEvent):
        timeline.merge(review, [])


def test_a_merge_says_into_which_event(review: Review, ids: list[int]) -> None:
    kept, other = timeline.group(review, ids[:2]), timeline.group(review, ids[2:4])
    timeline.change_event(review, Event(kept, "The call"))
    timeline.merge(review, [other, kept])
    assert review.journal.status().undo == "Merge another event into event “The call”"


def test_no_step_quotes_what_an_account_says(review: Review, ids: list[int]) -> None:
    event_id = timeline.group(review, ids[:2])
    timeline.dissolve(review, event_id)
    assert [step.label for step in review.journal.steps() if "Account" in step.label] == []


def test_what_was_settled_outlasts_the_event_and_comes_back_when_its_entries_are_grouped_again(
    review: Review, ids: list[int]
) -> None:
    event_id = timeline.group(review, ids[:3])
    weighed = dict.fromkeys(ids[:2], "21:30")
    with review.journal.step("Settle a disagreement"):
        made = Decision(0, event_id, Differs.TIME, Decided.SETTLED, "21:30", "The log.", weighed, "2026-05-01")
        decision = decisions.add(review, made)
    one_step(review, lambda: timeline.dissolve(review, event_id))
    assert decisions.of_dissolved(review) == [decision]

    other = timeline.group(review, ids[1:3])
    assert decisions.of_event(review, other) == [], "one of the accounts it weighed is not there"
    one_step(review, lambda: timeline.group(review, ids[:2]))
    assert decisions.of_event(review, other) == [replace(decision, event_id=other)]
    assert decisions.of_dissolved(review) == []


def test_undoing_that_an_event_was_dissolved_leaves_its_decisions_as_they_were(review: Review, ids: list[int]) -> None:
    event_id = timeline.group(review, ids[:2])
    decision = settled(review, event_id)
    timeline.dissolve(review, event_id)
    review.journal.undo()
    assert decisions.of_event(review, event_id) == [decision]
