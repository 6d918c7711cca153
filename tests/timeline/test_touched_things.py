"""The history tells what a step did to events and the like, and which entries it touched."""

import pytest

from dhr_desktop.domain.events import Event
from dhr_desktop.domain.meaning import Significance
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries
from dhr_desktop.store.library import Library
from dhr_desktop.timeline import events, meaning
from dhr_desktop.timeline.touched_things import MOST, touched
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, entry


@pytest.fixture
def review(tmp_path):
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh"))
    library.close()


@pytest.fixture
def told(review):
    with review.journal.step("Import"):
        police, homes = (agencies.add(review, name).id for name in ("Police", "Housing"))
        return entries.add_many(
            review, [entry(police, "2014-06-03", "Attended."), entry(homes, "2014-06-03", "Telephoned.")]
        )


def last(review, number=1):
    return [step.id for step in review.journal.steps(number)]


def test_a_step_over_several_entries_names_each(review, told):
    meaning.judge(review, told, Significance.KEY)
    found = touched(review, last(review))
    assert [each.id for each in found.entries] == told
    assert found.things == ()


def test_a_headline_is_told_as_it_was_and_as_it_became(review, told):
    event = events.group(review, told)
    events.change_event(review, Event(event, "An argument", "2014-06-03"))
    (thing,) = touched(review, last(review)).things
    assert (thing.table, thing.old["headline"], thing.new["headline"]) == ("event", "", "An argument")


def test_what_one_sitting_wrote_is_told_from_first_to_last(review, told):
    event = events.group(review, told)
    for headline in ("An", "An argument", "An argument at home"):
        events.change_event(review, Event(event, headline))
    (thing,) = touched(review, last(review, 3)).things
    assert (thing.old["headline"], thing.new["headline"]) == ("", "An argument at home")


def test_what_was_made_and_taken_away_again_is_not_told(review, told):
    event = events.group(review, told)
    events.dissolve(review, event)
    assert touched(review, last(review, 2)).things == ()


def test_a_step_over_very_many_entries_names_none(review, told):
    with review.journal.step("Import more"):
        agency = entries.get(review, told[0]).agency_id
        entries.add_many(review, [entry(agency, "2014-06-03", f"Visit {place}") for place in range(MOST + 1)])
    assert touched(review, last(review)).entries == ()
