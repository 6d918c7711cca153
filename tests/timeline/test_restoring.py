"""An entry can be brought back to how it stood, with what hangs on it, and an entry that was removed comes back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dhr_desktop.domain.events import Question
from dhr_desktop.domain.meaning import Mark, Significance, Theme
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, enquiry, entries, events, questions, submissions, themes, trail
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.store.taking_back import CannotTakeBack
from dhr_desktop.timeline import edit, meaning, placing, restoring, versions
from dhr_desktop.timeline import events as grouping
from dhr_desktop.timeline import questions as asking
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, add, entry, imported, snapshot
from tests.store.made import agency as made_agency


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh"))
    library.close()


@pytest.fixture
def police(review):
    return made_agency(review, "Ravenshire Constabulary")


@pytest.fixture
def visit(review, police):
    (new,) = add(review, entry(police, "2014-06-03", "She had a bruise."))
    return new


def reword(review, entry_id, **to):
    edit.change_entry(review, replace(entries.get(review, entry_id), **to))


def steps_of(review, entry_id):
    return [version.step_id for version in versions.of_entry(review, entry_id)]


def test_each_step_that_touched_an_entry_is_a_version_of_it_with_what_it_changed(review, visit):
    reword(review, visit, text="She had two bruises.")
    meaning.judge(review, [visit], Significance.KEY)

    judged, reworded, added = versions.of_entry(review, visit)

    assert judged.fields == ("significance",)
    assert (reworded.before.entry.text, reworded.after.entry.text) == ("She had a bruise.", "She had two bruises.")
    assert reworded.fields == ("text",)
    assert (added.before, added.after.entry.text) == (None, "She had a bruise.")


def test_a_version_holds_the_themes_and_lines_the_entry_had_then(review, visit):
    with review.journal.step("Begin"):
        theme = themes.add(review, Theme(0, "Coercive control"))
        enquiry.put(review, ["Was risk assessed?"])
    (line,) = enquiry.listing(review)
    meaning.give_theme(review, [visit], theme, on=True)
    meaning.bear_on(review, [visit], line, on=True)
    meaning.give_theme(review, [visit], theme, on=False)

    held = [(version.after.themes, version.after.lines) for version in versions.of_entry(review, visit)]

    assert held == [
        (set(), {line.id}),
        ({theme.id}, {line.id}),
        ({theme.id}, set()),
        (set(), set()),
    ]


def test_an_entry_is_made_what_it_was_in_one_step_that_says_so_and_can_be_undone(review, visit):
    first = steps_of(review, visit)[0]
    reword(review, visit, text="She had two bruises.", date_edtf="2014-06-04")
    meaning.mark(review, [visit], Mark.MISSED, on=True)
    before, number = snapshot(review), len(review.journal.steps())

    restored = restoring.restore(review, visit, first)

    found = entries.get(review, visit)
    assert (found.text, found.date_edtf, found.missed_opportunity) == ("She had a bruise.", "2014-06-03", False)
    assert len(review.journal.steps()) == number + 1
    assert restored.step_id
    assert review.journal.steps()[0].label.startswith("Restore entry of 3 June 2014 as it stood on ")
    review.journal.undo()
    assert snapshot(review) == before


def test_themes_come_back_with_the_version_that_had_them(review, visit):
    with review.journal.step("Begin"):
        theme = themes.add(review, Theme(0, "Coercive control"))
    meaning.give_theme(review, [visit], theme, on=True)
    with_it = steps_of(review, visit)[0]
    meaning.give_theme(review, [visit], theme, on=False)

    restoring.restore(review, visit, with_it)

    assert themes.of_entries(review, [visit]) == {visit: {theme.id}}


def test_what_stands_so_already_leaves_no_step(review, visit):
    number = len(review.journal.steps())

    restored = restoring.restore(review, visit, steps_of(review, visit)[0])

    assert restored.step_id == 0
    assert len(review.journal.steps()) == number
    assert restoring.stands_so(review, versions.of_entry(review, visit)[0])


def test_an_entry_that_was_removed_comes_back_under_its_id_with_row_and_event(review):
    imported(review, ["one", "two", "three"])
    first, second, third = (each.id for each in entries.iterate(review))
    event = grouping.group(review, [first, second, third])
    before = entries.get(review, first)
    edit.remove_entry(review, first)
    last = next(each for each in versions.of_entry(review, first) if each.after)

    restored = restoring.restore(review, first, last.step_id)

    assert entries.get(review, first) == before
    assert restored.left == ()
    assert events.members_of(review, event) == [first, second, third]
    review.journal.undo()
    assert events.members_of(review, event) == [second, third]


def test_with_an_entry_come_back_the_questions_about_it_and_what_it_was_kept_apart_from(review, police):
    one, other = add(review, entry(police, text="one"), entry(police, text="other"))
    grouping.reject(review, [one, other])
    with review.journal.step("Ask"):
        asked = questions.add(review, Question(0, police, "Who attended?", entry_id=one))
    last = steps_of(review, one)[0]
    edit.remove_entry(review, one)
    assert events.kept_apart(review) == set()
    assert questions.get(review, asked.id).entry_id == 0

    restoring.restore(review, one, last)

    assert events.kept_apart(review) == {frozenset({one, other})}
    assert questions.get(review, asked.id).entry_id == one


def test_where_its_event_was_dissolved_the_entry_comes_back_alone_and_that_is_said(review, police):
    one, other = add(review, entry(police, text="one"), entry(police, text="other"))
    grouping.group(review, [one, other])
    edit.remove_entry(review, one)  # which leaves one entry, and that is no event
    last = next(each for each in versions.of_entry(review, one) if each.after and each.after.entry.event_id)

    restored = restoring.restore(review, one, last.step_id)

    assert restored.left == ("The event it belonged to has been dissolved.",)
    assert entries.get(review, one).event_id is None


def test_an_entry_on_the_timeline_stays_in_the_event_it_is_in(review, police):
    one, other = add(review, entry(police, text="one"), entry(police, text="other"))
    first = steps_of(review, one)[0]
    reword(review, one, text="reworded")
    event = grouping.group(review, [one, other])

    restoring.restore(review, one, first)

    assert (entries.get(review, one).text, entries.get(review, one).event_id) == ("one", event)


def test_an_entry_whose_submission_was_taken_back_is_refused_with_what_to_do(review):
    step = imported(review, ["one", "two"])
    (first, _) = (each.id for each in entries.iterate(review))
    with review.journal.step("Keep the agency"):
        agencies.change(review, replace(agencies.listing(review)[0], contribution="Chronology"))
    review.journal.take_back(step.id)
    assert submissions.listing(review) == []
    last = next(each for each in versions.of_entry(review, first) if each.after)

    with pytest.raises(restoring.CannotRestore, match="submission it came from"):
        restoring.restore(review, first, last.step_id)


def test_an_entry_whose_agency_has_gone_is_refused_with_what_to_do(review, police):
    other = made_agency(review, "Millpond Surgery")
    (new,) = add(review, entry(other))
    first = steps_of(review, new)[0]
    meaning.move_to_agency(review, [new], police)
    with review.journal.step("Remove an agency"):
        review.write.execute("DELETE FROM agency WHERE id = ?", (other,))

    with pytest.raises(restoring.CannotRestore, match="agency it stood under"):
        restoring.restore(review, new, first)


def test_a_version_in_which_it_was_gone_cannot_be_restored(review, visit):
    edit.remove_entry(review, visit)

    with pytest.raises(restoring.CannotRestore, match="was not on the timeline"):
        restoring.restore(review, visit, steps_of(review, visit)[0])


def test_a_record_without_the_columns_of_today_is_read_with_what_they_begin_with():
    found = versions.whole(7, {"agency_id": 1, "text": "Visit.", "date_edtf": "2014", "gone_since": 1, "rank": 5})

    assert (found.id, found.text, found.significance, found.in_chronology) == (7, "Visit.", Significance.UNREAD, True)


def test_the_trail_tells_what_stands_and_what_does_not(review, visit):
    reword(review, visit, text="a")
    reword(review, visit, text="b")
    review.journal.undo()
    step = imported(review, ["one"])
    review.journal.take_back(step.id)

    told = [(each.kind, each.stands, each.taken_back) for each in trail.steps(review, 10)]

    assert told[:5] == [
        ("take back", True, False),
        ("do", False, True),
        ("undo", False, False),
        ("do", False, False),
        ("do", True, False),
    ]


def test_the_trail_can_be_narrowed_to_words_and_to_one_entry(review, visit, police):
    (other,) = add(review, entry(police, "2015", "Other."), label="Add another")
    meaning.judge(review, [visit], Significance.KEY)
    meaning.judge(review, [visit, other], Significance.ROUTINE)

    assert [each.label for each in trail.steps(review, 10, words="ANOTHER")] == ["Add another"]
    assert [each.label for each in trail.steps(review, 10, entry_id=other)] == [
        "Mark 2 entries as routine",
        "Add another",
    ]
    assert [each.entry_id for each in trail.steps(review, 3)] == [0, visit, other]


def test_the_trail_of_an_entry_has_what_was_done_to_the_questions_about_it(review, visit, police):
    asked = asking.raise_question(review, Question(0, police, "Was she seen alone?", entry_id=visit))
    asking.change_question(review, replace(asked, words="Was she seen on her own?"))

    found = trail.steps(review, 10, entry_id=visit)

    assert [(each.label, each.entry_id) for each in found[:2]] == [
        ("Edit question 1", visit),
        ("Raise a question to Ravenshire Constabulary", visit),
    ]


def test_a_version_put_by_hand_within_its_day_comes_back_to_that_place(review, visit, police):
    (other,) = add(review, entry(police, "2014-06-03", "A call."))
    placing.put_after(review, visit, other)
    by_hand = steps_of(review, visit)[0]
    reword(review, visit, date_edtf="2014-06-04")

    restoring.restore(review, visit, by_hand)

    assert entries.ordered_ids(review) == [other, visit]
    assert entries.get(review, visit).hand is not None
    assert restoring.stands_so(review, versions.of_entry(review, visit)[0])


def test_what_was_taken_back_once_cannot_be_taken_back_again(review):
    step = imported(review, ["one"])
    review.journal.take_back(step.id)

    with pytest.raises(CannotTakeBack):
        review.journal.take_back(step.id)
