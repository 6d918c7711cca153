"""What the chair says entries mean: one step for one or for many, named so that it is known again, and undone whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.meaning import Inclusion, LineOfEnquiry, Mark, Significance
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import enquiry, entries, touched
from dhr_desktop.store import themes as kept
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit, meaning, themes
from tests.store import copied
from tests.store.made import CHEAP, add, agency, entry, snapshot

TERMS = ("What was known, and when?", "Was she heard?", "How did agencies work together in the months before she died?")


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", "a passphrase", CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh", terms=TERMS))
    library.close()


@pytest.fixture
def ids(review: Review) -> list[int]:
    police = agency(review, "Ravenshire Constabulary")
    return add(review, *(entry(police, f"2016-04-0{day}", f"Note {day}.") for day in (5, 6, 7)))


def last(review: Review) -> str | None:
    return review.journal.status().undo


def test_one_entry_is_judged_by_the_date_it_is_known_by_and_several_by_their_number(
    review: Review, ids: list[int]
) -> None:
    meaning.judge(review, ids[:1], Significance.KEY)
    assert last(review) == "Mark entry of 5 April 2016 as key"
    meaning.judge(review, ids, Significance.ROUTINE)
    assert last(review) == "Mark 3 entries as routine"
    assert [one.significance for one in entries.page(review, ids)] == [Significance.ROUTINE] * 3
    review.journal.undo()
    assert [one.significance for one in entries.page(review, ids)] == [
        Significance.KEY,
        Significance.UNREAD,
        Significance.UNREAD,
    ]


def test_only_those_that_change_are_counted_and_none_is_no_step(review: Review, ids: list[int]) -> None:
    meaning.judge(review, ids[:1], Significance.KEY)
    meaning.judge(review, ids, Significance.KEY)
    assert last(review) == "Mark 2 entries as key"
    step = review.journal.steps(1)[0].id
    meaning.judge(review, ids, Significance.KEY)
    meaning.judge(review, [], Significance.KEY)
    meaning.mark(review, ids, Mark.VOICE, on=False)
    meaning.include(review, ids, Inclusion.CHRONOLOGY, on=True)
    meaning.write_note(review, ids[0], "  ")
    assert review.journal.steps(1)[0].id == step


def test_how_many_are_read_is_how_many_have_been_judged(review: Review, ids: list[int]) -> None:
    assert entries.count_read(review) == 0
    meaning.judge(review, ids[:2], Significance.ROUTINE)
    assert entries.count_read(review) == 2
    meaning.judge(review, ids[:1], Significance.UNREAD)
    assert last(review) == "Mark entry of 5 April 2016 as not yet read"
    assert entries.count_read(review) == 1


@pytest.mark.parametrize(
    ("what", "said", "called"),
    [
        (Mark.VOICE, "the voice of the victim", "voice of the victim"),
        (Mark.GOOD_PRACTICE, "good practice", "good practice"),
        (Mark.MISSED, "a missed opportunity", "missed opportunity"),
        (Mark.DISTRESSING, "distressing", "distressing"),
    ],
)
def test_a_mark_is_put_on_and_taken_off_again(
    review: Review, ids: list[int], what: Mark, said: str, called: str
) -> None:
    assert meaning.turn_mark(review, ids[:1], what)
    assert getattr(entries.get(review, ids[0]), what.value)
    assert last(review) == f"Mark entry of 5 April 2016 as {said}"
    assert not meaning.turn_mark(review, ids[:1], what)
    assert last(review) == f"Take the mark “{called}” from entry of 5 April 2016"
    assert not getattr(entries.get(review, ids[0]), what.value)


def test_a_mark_turned_for_several_goes_on_all_before_it_comes_off_any(review: Review, ids: list[int]) -> None:
    meaning.mark(review, ids[:1], Mark.MISSED, on=True)
    assert meaning.turn_mark(review, ids, Mark.MISSED)
    assert last(review) == "Mark 2 entries as a missed opportunity"
    assert not meaning.turn_mark(review, ids, Mark.MISSED)
    assert last(review) == "Take the mark “missed opportunity” from 3 entries"


def test_a_theme_turned_for_several_goes_to_all_before_it_leaves_any(review: Review, ids: list[int]) -> None:
    fear = themes.add(review, "Fear")
    meaning.give_theme(review, ids[:1], fear, on=True)
    assert last(review) == "Give entry of 5 April 2016 the theme “Fear”"
    assert meaning.turn_theme(review, ids, fear)
    assert last(review) == "Give 2 entries the theme “Fear”"
    assert kept.of_entries(review, ids) == dict.fromkeys(ids, frozenset({fear.id}))
    assert not meaning.turn_theme(review, ids, fear)
    assert last(review) == "Take from 3 entries the theme “Fear”"
    review.journal.undo()
    assert kept.counts(review) == {fear.id: 3}


def test_a_theme_that_is_gone_is_not_given(review: Review, ids: list[int]) -> None:
    fear = themes.add(review, "Fear")
    themes.remove(review, fear.id)
    with pytest.raises(themes.ThemeGone):
        meaning.give_theme(review, ids, fear, on=True)


def test_entries_that_are_gone_are_left_out(review: Review, ids: list[int]) -> None:
    fear, line = themes.add(review, "Fear"), enquiry.listing(review)[0]
    edit.remove_entry(review, ids[0])
    meaning.judge(review, ids, Significance.KEY)
    assert last(review) == "Mark 2 entries as key"
    meaning.give_theme(review, ids, fear, on=True)
    assert last(review) == "Give 2 entries the theme “Fear”"
    meaning.bear_on(review, ids, line, on=True)
    assert last(review) == "Link 2 entries to the line of enquiry “What was known, and when?”"


def test_an_entry_bears_on_a_line_of_enquiry_named_by_its_first_words(review: Review, ids: list[int]) -> None:
    line = enquiry.listing(review)[2]
    meaning.bear_on(review, ids[:1], line, on=True)
    assert last(review) == (
        "Link entry of 5 April 2016 to the line of enquiry “How did agencies work together in the months bef…”"
    )
    meaning.bear_on(review, ids[:1], line, on=False)
    assert (last(review) or "").startswith("Unlink entry of 5 April 2016 from the line of enquiry")
    before = last(review)
    meaning.bear_on(review, ids[:1], LineOfEnquiry(99, "gone"), on=True)
    assert last(review) == before


@pytest.mark.parametrize(
    ("document", "out", "into"),
    [
        (Inclusion.CHRONOLOGY, "Leave entry of 5 April 2016 out of the full chronology", "into the full chronology"),
        (Inclusion.REPORT, "Leave entry of 5 April 2016 out of the report", "into the report"),
        (Inclusion.SUMMARY, "Leave entry of 5 April 2016 out of the summary", "into the summary"),
    ],
)
def test_an_entry_goes_into_a_document_or_is_left_out(
    review: Review, ids: list[int], document: Inclusion, out: str, into: str
) -> None:
    first = getattr(entries.get(review, ids[0]), document.value)
    meaning.include(review, ids[:1], document, on=not first)
    meaning.include(review, ids[:1], document, on=first)
    labels = {step.label for step in review.journal.steps(2)}
    assert labels == {out, f"Put entry of 5 April 2016 {into}"}


def test_the_pauses_of_one_sitting_over_a_note_are_undone_together_and_told_without_its_words(
    review: Review, ids: list[int]
) -> None:
    sitting = object()
    for words in ("Ask", "Ask her sister", "Ask her sister first."):
        meaning.write_note(review, ids[0], words, sitting=sitting)
    assert entries.get(review, ids[0]).private_note == "Ask her sister first."
    assert last(review) == "Write the private note on entry of 5 April 2016"
    assert not [step for step in review.journal.steps(5) if "sister" in step.label]
    review.journal.undo()
    assert entries.get(review, ids[0]).private_note == ""


def test_entries_move_to_an_agency_whatever_its_name_holds(review: Review, ids: list[int]) -> None:
    other = agency(review, "Tideway {IDVA}")
    meaning.move_to_agency(review, ids, other)
    assert last(review) == "Move 3 entries to Tideway {IDVA}"
    assert {one.agency_id for one in entries.page(review, ids)} == {other}


def test_the_undo_of_a_theme_or_a_line_tells_which_entry_it_was_about(review: Review, ids: list[int]) -> None:
    fear, line = themes.add(review, "Fear"), enquiry.listing(review)[0]
    for act in (
        lambda: meaning.give_theme(review, ids[1:2], fear, on=True),
        lambda: meaning.bear_on(review, ids[1:2], line, on=True),
        lambda: meaning.judge(review, ids[1:2], Significance.KEY),
    ):
        act()
        change = review.journal.undo()
        assert change
        assert touched.entries_of(review, change.step_id) == [ids[1]]
        change = review.journal.redo()
        assert change
        assert touched.entries_of(review, change.step_id) == [ids[1]]
    edit.remove_entry(review, ids[1])
    change = review.journal.undo()
    assert change
    assert touched.entries_of(review, change.step_id) == [ids[1]]
    meaning.give_theme(review, ids, fear, on=False)
    change = review.journal.undo()
    assert change
    assert touched.entries_of(review, change.step_id, limit=5) == [ids[1]]


WORDS = st.lists(st.sampled_from(["one", "two", "three", "four", "five"]), max_size=5, unique=True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=WORDS, then=WORDS)
def test_a_line_of_enquiry_keeps_its_entries_wherever_it_goes(
    review: Review, ids: list[int], first: list[str], then: list[str]
) -> None:
    with review.journal.step("Begin"):
        enquiry.put(review, ())
        enquiry.put(review, first)
    for line in enquiry.listing(review):
        meaning.bear_on(review, ids[:1], line, on=True)
    before = snapshot(review)

    with review.journal.step("Reorder"):
        enquiry.put(review, then)

    assert [line.words for line in enquiry.listing(review)] == then
    assert [line.place for line in enquiry.listing(review)] == list(range(len(then)))
    linked = enquiry.of_entries(review, ids[:1]).get(ids[0], frozenset())
    assert {line.words for line in enquiry.listing(review) if line.id in linked} >= set(first) & set(then)
    if first != then:
        review.journal.undo()
    assert snapshot(review) == before


def test_a_line_reworded_in_its_place_keeps_its_entries(review: Review, ids: list[int]) -> None:
    meaning.bear_on(review, ids[:1], enquiry.listing(review)[1], on=True)
    with review.journal.step("Reword"):
        enquiry.put(review, (TERMS[0], "Was Kayleigh heard?", TERMS[2]))
    line = enquiry.listing(review)[1]
    assert line.words == "Was Kayleigh heard?"
    assert enquiry.of_entries(review, ids) == {ids[0]: frozenset({line.id})}


def test_a_line_reworded_keeps_its_entries_though_another_was_added_before_it(review: Review, ids: list[int]) -> None:
    meaning.bear_on(review, ids[:1], enquiry.listing(review)[1], on=True)
    with review.journal.step("Reword"):
        enquiry.put(review, ("Who knew her?", TERMS[0], "Was Kayleigh heard by anyone?", TERMS[2]))
    line = next(line for line in enquiry.listing(review) if "Kayleigh" in line.words)
    assert enquiry.of_entries(review, ids) == {ids[0]: frozenset({line.id})}


def test_a_line_that_takes_the_place_of_another_among_more_of_them_takes_none_of_its_entries(
    review: Review, ids: list[int]
) -> None:
    meaning.bear_on(review, ids[:1], enquiry.listing(review)[1], on=True)
    with review.journal.step("Replace"):
        enquiry.put(review, (TERMS[0], "Housing and money.", "Contact with the school.", TERMS[2]))
    assert enquiry.of_entries(review, ids) == {}
