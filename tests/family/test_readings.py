"""Readings of the draft: each act is one step, and comments go with their session and come back with it."""

from dataclasses import replace
from datetime import date

import pytest

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import readings, stakeholders
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review


@pytest.fixture
def session(review: Review) -> Reading:
    who = stakeholders.involve(review, Person(0, "Ada Example", Role.FAMILY), Stakeholder(0, 0, Group.FAMILY))
    return readings.begin(review, Reading(0, who.id, date(2020, 1, 16), "overview report", "0.6"))


def test_nothing_to_change_is_no_step(review: Review, session: Reading):
    said = readings.comment(review, ReadingComment(0, session.id, "11. Background", said="She ran the stall."))
    before = len(review.journal.steps())
    readings.change(review, session)
    readings.change_comment(review, said)
    assert len(review.journal.steps()) == before
    readings.change_comment(review, replace(said, answer="Put in.", changed=Changed.YES), said)
    assert len(review.journal.steps()) == before + 1


def test_a_session_goes_with_its_comments_and_comes_back_with_them(review: Review, session: Reading):
    said = readings.comment(review, ReadingComment(0, session.id, said="She ran the stall."))
    readings.remove(review, session.id)
    assert involvement.COMMENTS.listing(review) == []
    review.journal.undo()
    assert involvement.COMMENTS.listing(review) == [said]


def test_the_next_comment_begins_in_the_same_section():
    said = ReadingComment(4, 2, "12. Chronology", "12.3", "It was the Friday.", changed=Changed.YES)
    assert readings.next_after(said) == ReadingComment(0, 2, "12. Chronology")
