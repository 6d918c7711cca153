"""What is worked out from what entries tell is worked out again when that has changed, and not for anything else."""

from dataclasses import replace

from dhr_desktop.domain.meaning import Significance
from dhr_desktop.store import agencies, entries, entry_changes, events
from dhr_desktop.timeline import edit, meaning
from dhr_desktop.timeline import events as timeline
from tests.store.made import add, agency, entry


def test_nothing_has_changed_where_nothing_was_done(review):
    assert entry_changes.latest_step(review) == 0
    assert not entry_changes.since(review, 0)
    add(review, entry(agency(review)))
    assert entry_changes.since(review, 0)
    assert not entry_changes.since(review, entry_changes.latest_step(review))


def test_words_that_come_change_and_go_are_changes(review):
    (only,) = add(review, entry(agency(review)))
    for change in (
        lambda: edit.change_entry(review, replace(entries.get(review, only), text="Attended alone.")),
        lambda: edit.change_entry(review, edit.redated(entries.get(review, only), "2016-04-06")),
        lambda: edit.remove_entry(review, only),
        review.journal.undo,
    ):
        before = entry_changes.latest_step(review)
        change()
        assert entry_changes.since(review, before)


def test_what_the_chair_makes_of_entries_is_no_change_of_what_they_tell(review):
    ids = add(review, entry(agency(review)), entry(agency(review, "Housing")))
    before = entry_changes.latest_step(review)
    timeline.group(review, ids)
    meaning.judge(review, ids, Significance.KEY)
    edit.change_entry(review, replace(entries.get(review, ids[0]), comment="Ask."))
    review.journal.undo()
    assert events.listing(review)
    assert not entry_changes.since(review, before)


def test_another_name_of_an_agency_is_a_change_for_records_name_agencies(review):
    found = agencies.get(review, agency(review))
    before = entry_changes.latest_step(review)
    with review.journal.step("Rename"):
        agencies.change(review, replace(found, name="Aldermarsh Health Centre"))
    assert entry_changes.since(review, before)
