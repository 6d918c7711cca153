"""What is still to be asked of the suggestions."""

from dhr_desktop.timeline.proposals import at_or_above, still_to_ask
from dhr_desktop.timeline.same_event.suggesting import Suggestion

FIRST, SECOND = Suggestion((1, 2, 3), 0.9, ("both on 5 April 2016",)), Suggestion((4, 5), 0.6, ())


def asked(members=None, apart=()):
    return still_to_ask([FIRST, SECOND], members or {}, {frozenset(pair) for pair in apart})


def test_what_nobody_has_decided_is_asked_in_the_order_of_the_scores():
    assert [one.entry_ids for one in asked()] == [(1, 2, 3), (4, 5)]
    assert asked()[0].reasons == FIRST.reasons
    assert (asked()[0].into, asked()[0].grouped) == ((), frozenset())


def test_what_is_one_event_already_is_nothing_to_ask():
    assert [one.entry_ids for one in asked({7: [1, 2, 3, 8]})] == [(4, 5)]


def test_what_would_add_to_an_event_says_so():
    one = asked({7: [2, 3]})[0]
    assert (one.into, one.grouped, one.merges) == ((7,), frozenset({2, 3}), False)


def test_what_would_make_one_of_two_events_says_so():
    one = asked({7: [1, 9], 8: [2, 3]})[0]
    assert (one.into, one.merges) == ((7, 8), True)


def test_what_holds_two_that_are_kept_apart_is_not_asked():
    assert [one.entry_ids for one in asked(apart=[(1, 3)])] == [(4, 5)]
    assert len(asked(apart=[(1, 4), (3, 5)])) == 2


def test_an_entry_kept_apart_from_one_of_an_event_is_not_offered_to_it():
    assert [one.entry_ids for one in asked({7: [1, 2, 9]}, apart=[(3, 9)])] == [(4, 5)]


def test_all_above_a_score_leaves_what_would_merge_events():
    every = asked({7: [1, 9], 8: [2, 3]})
    assert [one.entry_ids for one in at_or_above(every, 0.5)] == [(4, 5)]
    assert [one.entry_ids for one in at_or_above(asked(), 0.9)] == [(1, 2, 3)]
    assert at_or_above(asked(), 0.91) == []


def test_a_score_counts_as_it_is_shown():
    (shown_as_ninety,) = still_to_ask([Suggestion((1, 2), 0.8961, ())], {}, set())
    assert at_or_above([shown_as_ninety], 0.9) == [shown_as_ninety]
    assert at_or_above([shown_as_ninety], 0.91) == []
