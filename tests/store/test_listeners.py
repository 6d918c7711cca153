"""A step is on disk whatever becomes of those who are told of it, and of what is put in order after it."""

import pytest

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.store import passages
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.store.journal import Change, UndoStatus
from dhr_desktop.store.listeners import ListenerRefused, StepStands


def write(review, text: str, label: str = "Write") -> None:
    with review.journal.step(label):
        passages.put(review, "overview", "1", text)


def written(review) -> str:
    return passages.get(review, "overview", "1")


def test_a_listener_that_fails_keeps_no_other_from_hearing_and_loses_no_step(review):
    heard: list[Change] = []

    def fail(_: Change) -> None:
        raise ValueError("a page that fails")

    review.journal.subscribe(fail)
    review.journal.subscribe(heard.append)
    with pytest.raises(ValueError, match="a page that fails"):
        write(review, "a")

    assert len(heard) == 1
    assert written(review) == "a"
    assert review.journal.status().undo == "Write"


def test_a_refusal_by_a_listener_is_never_taken_for_one_of_the_step(review):
    def refuse(_: Change) -> None:
        raise StoreProblem("The library cannot be written.", "Free some space.")

    def stop(_: Change) -> None:
        raise Cancelled

    heard: list[Change] = []
    review.journal.subscribe(refuse)
    review.journal.subscribe(stop)
    review.journal.subscribe(heard.append)
    with pytest.raises(ListenerRefused):
        write(review, "a")

    assert len(heard) == 1
    assert written(review) == "a"


def test_an_upkeep_that_fails_is_told_when_every_listener_has_heard_and_the_next_step_goes_its_way(review, monkeypatch):
    def fail(writer) -> None:
        writer.execute("BEGIN")
        raise ValueError("an upkeep that fails")

    heard: list[Change] = []
    review.journal.subscribe(heard.append)
    monkeypatch.setattr(review.journal, "_upkeep", fail)
    with pytest.raises(ValueError, match="an upkeep that fails"):
        write(review, "a")
    monkeypatch.undo()
    write(review, "b")
    review.journal.undo()

    assert [change.kind for change in heard] == ["do", "do", "undo"]
    assert written(review) == "a"


def test_what_a_listener_raised_is_told_though_the_upkeep_failed_too(review, monkeypatch):
    def fail(_: object) -> None:
        raise ValueError("a page that fails")

    def fail_as_well(_: object) -> None:
        raise OSError("an upkeep that fails")

    review.journal.subscribe(fail)
    monkeypatch.setattr(review.journal, "_upkeep", fail_as_well)
    with pytest.raises(ValueError, match="a page that fails"):
        write(review, "a")


def test_a_sitting_is_undone_whole_though_a_listener_fails_at_every_step_of_it(review):
    sitting = object()
    for text in ("a", "ab", "abc"):
        with review.journal.step("Type", sitting=sitting):
            passages.put(review, "overview", "1", text)
    heard: list[Change] = []

    def fail(change: Change) -> None:
        heard.append(change)
        raise ValueError("a page that fails")

    review.journal.subscribe(fail)
    with pytest.raises(ValueError, match="a page that fails"):
        review.journal.undo()

    assert written(review) == ""
    assert len(heard) == 3
    assert review.journal.status() == UndoStatus(None, "Type")


def test_what_of_a_sitting_was_undone_before_the_disk_refused_is_told(review, monkeypatch):
    sitting = object()
    for text in ("a", "ab"):
        with review.journal.step("Type", sitting=sitting):
            passages.put(review, "overview", "1", text)
    heard: list[Change] = []
    review.journal.subscribe(heard.append)
    record, done = review.journal._record, []

    def refuse_the_second(draft):
        if done:
            raise StoreProblem("The disk is full.", "Free some space.")
        done.append(draft)
        return record(draft)

    monkeypatch.setattr(review.journal, "_record", refuse_the_second)
    with pytest.raises(StoreProblem):
        review.journal.undo()

    assert written(review) == "a"
    assert [change.kind for change in heard] == ["undo"]


def test_a_refusal_by_a_listener_is_told_as_a_sentence_and_no_fault_for_the_step_stands(review):
    def refuse(_: Change) -> None:
        raise StoreProblem("The library cannot be written.", "Free some space.")

    told: list[StepStands] = []
    review.journal.subscribe(refuse)
    review.journal.subscribe_to_refusals(told.append)
    write(review, "a")

    assert len(told) == 1
    assert told[0].what.startswith("Your last change is saved")
    assert written(review) == "a"
    assert review.journal.status().undo == "Write"
