"""What is done between steps: it leaves the file small and its words found, and undoes nothing where it is refused."""

from dataclasses import replace

from dhr_desktop.store import entries, search, upkeep
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.store.filters import EntryFilter
from tests.store.made import add, agency, entry

MANY = 40


def reword(review, entry_id, words):
    with review.journal.step("Reword"):
        entries.change(review, replace(entries.get(review, entry_id), text=words))


def parts(review) -> int:
    return review.read.value("SELECT count(DISTINCT segid) FROM entry_words_idx")


def test_the_parts_of_the_index_stay_few_and_every_word_is_found(review):
    (one,) = add(review, entry(agency(review)))
    for number in range(MANY):
        reword(review, one, f"lantern number{number}")

    assert parts(review) < 8
    assert entries.ordered_ids(review, EntryFilter(text="lantern")) == [one]
    assert entries.ordered_ids(review, EntryFilter(text=f"number{MANY - 1} ")) == [one]
    assert entries.ordered_ids(review, EntryFilter(text=f"number{MANY - 2} ")) == []


def test_a_long_log_is_folded_after_the_step(review, monkeypatch):
    monkeypatch.setattr(upkeep, "_LONG_LOG", 20)
    (one,) = add(review, entry(agency(review)))
    waiting = []
    for number in range(MANY):
        reword(review, one, f"Reworded {number}.")
        _, pages, folded = review.read.row("PRAGMA wal_checkpoint(NOOP)")
        waiting.append(pages - folded)

    assert max(waiting) < 20
    assert review.read.value("PRAGMA wal_autocheckpoint")


def test_a_step_stands_though_what_follows_it_is_refused(review, monkeypatch):
    (one,) = add(review, entry(agency(review)))

    def refused(_connection):
        raise StoreProblem("The disk is full.", "Free some space.")

    monkeypatch.setattr(search, "tidy", refused)
    reword(review, one, "Reworded.")
    assert entries.get(review, one).text == "Reworded."


def test_everybody_has_been_told_of_a_step_before_anything_is_tidied(review, monkeypatch):
    (one,) = add(review, entry(agency(review)))
    order = []
    monkeypatch.setattr(search, "tidy", lambda _connection: order.append("tidied"))
    review.journal.subscribe(lambda _change: order.append("told"))
    reword(review, one, "Reworded.")
    assert order == ["told", "tidied"]


def test_what_a_large_step_leaves_in_many_parts_is_made_few_at_once(review, monkeypatch):
    surgery = agency(review)
    ids = add(review, *(entry(surgery, text=f"lantern {number}") for number in range(300)))
    monkeypatch.setattr(search, "_MERGED_AT_A_TIME", 1)
    merged = search.tidy
    monkeypatch.setattr(search, "tidy", lambda _connection: None)
    for number in range(14):
        for_words = " ".join(f"word{number}x{place}" for place in range(600))
        reword(review, ids[number], for_words)
    left = parts(review)
    monkeypatch.setattr(search, "tidy", merged)
    monkeypatch.setattr(search, "_CHANGES_TO_A_PAGE", 1)
    with review.journal.step("Judge"):
        entries.say(review, ids, "significance", 2)

    assert left > 8
    assert parts(review) < 8


def test_upkeep_that_is_refused_is_told_once_as_a_sentence_and_again_when_it_went_well_between(review, monkeypatch):
    (one,) = add(review, entry(agency(review)))
    told = []
    leave = review.journal.subscribe_to_refusals(told.append)

    def refused(_connection):
        raise StoreProblem("The disk is full.", "Free some space.")

    monkeypatch.setattr(search, "tidy", refused)
    reword(review, one, "Reworded.")
    reword(review, one, "Reworded again.")
    assert len(told) == 1
    assert str(told[0]) == (
        "Your last change is saved, but the review’s file could not be put in order after it."
        " Check that the disk has free space; it is tried again after the next change."
    )
    assert entries.get(review, one).text == "Reworded again."
    monkeypatch.undo()
    reword(review, one, "Once more.")
    assert len(told) == 1
    monkeypatch.setattr(search, "tidy", refused)
    reword(review, one, "And once more.")
    assert len(told) == 2
    leave()
