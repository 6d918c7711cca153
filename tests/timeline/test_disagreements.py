"""What the chair decides about disagreements: each decision is one step, the newest stands, the older are history."""

from dataclasses import replace

import pytest

from dhr_desktop.domain.events import Decided, Differs, Event
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import decisions, entries, facts, people, questions
from dhr_desktop.store.agencies import AgencyGone
from dhr_desktop.store.library import Library
from dhr_desktop.timeline import disagreements, edit, events
from dhr_desktop.timeline.disagreements import Compared, NoDifference, State, Undecided
from dhr_desktop.timeline.events import EventGone
from tests.store import copied, made

POLICE, HOSPITAL, HOMES = "Marlshire Police", "Marl General Hospital", "Quayside Homes"


@pytest.fixture
def review(tmp_path):
    library = Library.create(tmp_path / "library", made.PASSPHRASE, made.CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh"))
    library.close()


@pytest.fixture
def agencies(review):
    return {name: made.agency(review, name) for name in (POLICE, HOSPITAL, HOMES)}


@pytest.fixture
def told(review, agencies):
    """Two accounts of one happening that differ on an injury; the ids of their entries."""
    return made.add(
        review,
        made.entry(agencies[POLICE], "2017-03-14", "Attended. No visible injuries."),
        made.entry(agencies[HOSPITAL], "2017-03-14", "Bruise to left arm."),
    )


@pytest.fixture
def event(review, told):
    made_of = events.group(review, told)
    events.change_event(review, Event(made_of, "Argument in the kitchen"))
    return made_of


def reworded(review, entry_id, text):
    return replace(entries.get(review, entry_id), text=text)


def listed(review):
    return [(one.kind, one.state) for one in disagreements.listing(review)]


def settle(review, event, finding="bruise to left arm", reason="The hospital examined her."):
    disagreements.settle(review, event, Differs.INJURY, finding, reason)


def test_entries_that_are_no_event_do_not_disagree(review, told):
    assert told
    assert listed(review) == []


def test_a_disagreement_is_listed_with_the_words_of_each_account(review, event, told):
    assert event
    (one,) = disagreements.listing(review)
    assert (one.event.headline, one.kind, one.state) == ("Argument in the kitchen", Differs.INJURY, State.OPEN)
    assert one.difference.accounts == {told[0]: "No visible injuries", told[1]: "Bruise to left arm"}


def test_settling_keeps_what_is_taken_to_be_so_and_why_and_what_was_said(review, event, told):
    settle(review, event)
    (one,) = disagreements.listing(review)
    assert one.state is State.SETTLED
    assert (one.decision.finding, one.decision.reason) == ("bruise to left arm", "The hospital examined her.")
    assert one.decision.accounts == {told[0]: "No visible injuries", told[1]: "Bruise to left arm"}
    assert one.decision.decided_at
    assert review.journal.status().undo == "Settle the injury of event “Argument in the kitchen”"


def test_settling_is_one_step_that_can_be_undone_and_done_again(review, event):
    settle(review, event)
    review.journal.undo()
    assert listed(review) == [(Differs.INJURY, State.OPEN)]
    review.journal.redo()
    assert listed(review) == [(Differs.INJURY, State.SETTLED)]


def test_settling_the_same_way_again_leaves_no_step(review, event):
    settle(review, event)
    steps = len(review.journal.steps())
    settle(review, event)
    assert len(review.journal.steps()) == steps


@pytest.mark.parametrize(("finding", "reason"), [("", "Because."), ("A bruise.", " ")])
def test_nothing_is_settled_without_a_finding_and_a_reason(review, event, finding, reason):
    with pytest.raises(Undecided):
        settle(review, event, finding, reason)
    assert listed(review) == [(Differs.INJURY, State.OPEN)]


def test_a_settled_matter_comes_back_when_the_words_of_an_account_change(review, event, told):
    settle(review, event)
    edit.change_entry(review, reworded(review, told[1], "Bruise and swelling to left arm."))
    (one,) = disagreements.listing(review)
    assert one.state is State.CHANGED
    assert one.decision.accounts[told[1]] == "Bruise to left arm"
    assert one.decision.finding == "bruise to left arm"


def test_a_settled_matter_stays_settled_when_an_account_changes_in_something_else(review, event, told):
    settle(review, event)
    edit.change_entry(review, reworded(review, told[1], "Seen at ten. Bruise to left arm."))
    assert listed(review) == [(Differs.INJURY, State.SETTLED)]


def test_a_settled_matter_comes_back_when_an_account_joins_the_event(review, event, told, agencies):
    settle(review, event)
    (joining,) = made.add(review, made.entry(agencies[HOMES], "2017-03-14", "Tenant has a cut lip."))
    events.group(review, [*told, joining])
    assert listed(review) == [(Differs.INJURY, State.CHANGED)]


def test_a_settled_matter_stays_known_when_the_accounts_come_to_agree(review, event, told):
    settle(review, event)
    edit.change_entry(review, reworded(review, told[0], "Attended."))
    (one,) = disagreements.listing(review)
    assert (one.state, one.difference) == (State.SETTLED, None)
    with pytest.raises(NoDifference):
        settle(review, event, "another")


def test_reopening_leaves_the_decision_as_history(review, event):
    settle(review, event)
    disagreements.reopen(review, event, Differs.INJURY)
    assert listed(review) == [(Differs.INJURY, State.OPEN)]
    assert [each.outcome for each in decisions.of_event(review, event)] == [Decided.SETTLED, Decided.REOPENED]
    steps = len(review.journal.steps())
    disagreements.reopen(review, event, Differs.INJURY)
    assert len(review.journal.steps()) == steps


def test_a_question_to_an_agency_is_made_and_linked_in_one_step(review, event, agencies):
    asked = disagreements.ask(review, event, Differs.INJURY, agencies[POLICE])
    (one,) = disagreements.listing(review)
    assert (one.state, one.question) == (State.ASKED, asked)
    assert questions.of_event(review, event) == [asked]
    review.journal.undo()
    assert questions.listing(review) == []
    assert listed(review) == [(Differs.INJURY, State.OPEN)]


def test_the_drafted_question_quotes_both_accounts_and_names_no_other_agency(review, event, agencies):
    words = disagreements.ask(review, event, Differs.INJURY, agencies[POLICE]).words
    assert "your record says “No visible injuries”" in words
    assert "“Bruise to left arm”" in words
    assert "14 March 2017" in words
    assert HOSPITAL not in words


def test_a_matter_is_open_again_when_its_question_is_taken_away(review, event, agencies):
    asked = disagreements.ask(review, event, Differs.INJURY, agencies[POLICE])
    with review.journal.step("Remove question"):
        questions.remove(review, asked.id)
    assert listed(review) == [(Differs.INJURY, State.OPEN)]


def test_nothing_is_decided_about_an_event_that_has_gone(review, event):
    events.dissolve(review, event)
    with pytest.raises(EventGone):
        settle(review, event)


def test_a_name_in_the_register_makes_accounts_differ_that_did_not(review, agencies):
    ids = made.add(
        review,
        made.entry(agencies[POLICE], "2017-03-14", "Rowan not present."),
        made.entry(agencies[HOMES], "2017-03-14", "Rowan at home."),
    )
    events.group(review, ids)
    compared = Compared()
    assert disagreements.listing(review, compared=compared) == []
    with review.journal.step("Add person"):
        people.add(review, Person(0, "Rowan Hale", Role.PERPETRATOR))
    assert [one.kind for one in disagreements.listing(review, compared=compared)] == [Differs.PRESENT]


def test_what_was_compared_before_is_compared_again_only_where_it_has_changed(review, event, told):
    assert event
    compared = Compared()
    (one,) = disagreements.listing(review, compared=compared)
    (same,) = disagreements.listing(review, compared=compared)
    assert one.difference is same.difference
    edit.change_entry(review, reworded(review, told[0], "Attended."))
    assert disagreements.listing(review, compared=compared) == []


def test_a_question_about_the_day_gives_the_days_as_they_were_read(review, agencies):
    ids = made.add(
        review,
        made.entry(agencies[POLICE], "2017-03-14", "Argument.", date_written="Tues"),
        made.entry(agencies[HOMES], "2017-03-17", "Tenant rang: argument on Wednesday."),
    )
    event = events.group(review, ids)
    words = disagreements.ask(review, event, Differs.DATE, agencies[POLICE]).words
    assert "your record says “14 March 2017”. Other information given to the review says “15 March 2017”." in words


def test_a_question_quotes_what_another_agency_says_of_a_matter_that_the_asked_one_does_not_speak_of(review, agencies):
    event = events.group(
        review,
        made.add(
            review,
            made.entry(agencies[POLICE], "2017-03-14", "Dean was arrested and charged with assault."),
            made.entry(agencies[HOSPITAL], "2017-03-14", "Police took no further action."),
        ),
    )
    words = disagreements.ask(review, event, Differs.OUTCOME, agencies[POLICE]).words
    assert "charged" in words
    assert "no further action" in words


def test_a_decision_says_who_made_it_even_when_another_chair_follows(review, event):
    sign(review, "Imogen Vale")
    settle(review, event)
    sign(review, "Hugh Ansell")
    disagreements.reopen(review, event, Differs.INJURY)
    assert [each.decided_by for each in decisions.of_event(review, event)] == ["Imogen Vale", "Hugh Ansell"]


def test_the_same_decision_by_another_chair_leaves_no_step(review, event):
    settle(review, event)
    sign(review, "Hugh Ansell")
    before = review.journal.steps()
    settle(review, event)
    assert review.journal.steps() == before


def test_what_was_settled_about_a_dissolved_event_is_still_listed_and_says_so(review, event, told):
    settle(review, event)
    events.dissolve(review, event)
    (one,) = disagreements.listing(review)
    assert (one.state, one.dissolved, one.title) == (State.SETTLED, True, "Argument in the kitchen")
    assert [entry.id for entry in one.members] == told
    assert one.decision.finding == "bruise to left arm"

    events.group(review, told)
    (one,) = disagreements.listing(review)
    assert (one.state, one.dissolved, one.difference is None) == (State.SETTLED, False, False)


def test_what_was_only_asked_about_a_dissolved_event_is_no_open_matter(review, event, agencies):
    disagreements.ask(review, event, Differs.INJURY, agencies[POLICE])
    events.dissolve(review, event)
    assert disagreements.listing(review) == []


def test_to_ask_an_agency_that_has_gone_is_refused_in_words(review, event):
    with pytest.raises(AgencyGone) as refused:
        disagreements.ask(review, event, Differs.INJURY, 999)
    assert refused.value.next_step


def sign(review, chair):
    with review.journal.step("Change the review's details"):
        facts.put(review, replace(facts.get(review), chair=chair))
