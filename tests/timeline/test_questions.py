"""Questions to agencies: raised, asked, answered, put on the timeline, closed, and all of it undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Asking, Question
from dhr_desktop.domain.meaning import Origin
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import entries, questions
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit, events, restoring, versions
from dhr_desktop.timeline import questions as asking
from dhr_desktop.timeline.question_days import askings_in_words, days_overdue, overdue
from dhr_desktop.timeline.question_matter import matters
from dhr_desktop.timeline.questions import Standing, standing
from tests.store import copied, made

TODAY = date(2021, 5, 3)


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", made.PASSPHRASE, made.CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh"))
    library.close()


@pytest.fixture
def police(review: Review) -> int:
    return made.agency(review, "Ravenshire Constabulary")


@pytest.fixture
def question(review: Review, police: int) -> Question:
    return asking.raise_question(review, Question(0, police, "Who attended?"))


def last_step(review: Review) -> str | None:
    return review.journal.status().undo


def test_raising_a_question_is_one_step_named_for_its_agency(review: Review, question: Question):
    assert last_step(review) == "Raise a question to Ravenshire Constabulary"
    review.journal.undo()
    assert questions.listing(review) == []
    review.journal.redo()
    assert questions.listing(review) == [question]


@pytest.mark.parametrize("incomplete", [Question(0, 1, "  "), Question(0, 0, "Who attended?"), Question(0, 99, "Who?")])
def test_a_question_needs_words_and_an_agency(review: Review, incomplete: Question):
    with pytest.raises(asking.QuestionIncomplete):
        asking.raise_question(review, incomplete)
    assert questions.listing(review) == []


def test_an_entry_an_event_and_a_gap_carry_several_questions(review: Review, police: int):
    one, other = made.add(review, made.entry(police), made.entry(police, "2016-04-06"))
    event = events.group(review, [one, other])
    for place in ({"entry_id": one}, {"event_id": event}, {"gap_from": "2016-05-01", "gap_to": "2016-07-01"}):
        for words in ("Who attended?", "Why is nothing recorded?"):
            asking.raise_question(review, Question(0, police, words, **place))
    assert len(questions.of_entry(review, one)) == len(questions.of_event(review, event)) == 2
    said = [matter.words for matter in matters(review, questions.listing(review)).values()]
    assert said[::2] == [
        "Entry of 5 April 2016",
        "Event of 5 April 2016",
        "62 days without a record, 1 May 2016 to 1 July 2016",
    ]


def test_how_far_a_question_has_come(question: Question):
    asked = replace(question, asked_on="2021-05-03")
    answered = replace(asked, answer="Two officers.")
    closed = replace(answered, closed_on="2021-06-01")
    assert [standing(each) for each in (question, asked, answered, closed)] == list(Standing)


def test_several_questions_are_asked_in_one_step(review: Review, police: int, question: Question):
    other = asking.raise_question(review, Question(0, police, "When was the log closed?", asked_of="The inspector"))
    asking.mark_asked(review, [question.id, other.id], TODAY, "The records officer")
    assert {each.asked_on for each in questions.listing(review)} == {"2021-05-03"}
    assert last_step(review) == "Mark 2 questions as asked"
    review.journal.undo()
    assert questions.listing(review) == [question, other]


def test_asked_again_a_question_keeps_when_it_was_first_asked(review: Review, question: Question):
    asking.mark_asked(review, [question.id], date(2025, 3, 3), "The records officer")
    asking.mark_asked(review, [question.id], date(2025, 5, 4), reply_by="2025-06-01")
    stored = questions.get(review, question.id)
    assert (stored.asked_on, stored.asked_of) == ("2025-03-03", "The records officer")
    assert stored.askings == (Asking("2025-03-03", "The records officer"), Asking("2025-05-04"))
    assert askings_in_words(stored) == (
        "First asked on 3 March 2025 of The records officer, asked again on 4 May 2025."
    )
    review.journal.undo()
    assert questions.get(review, question.id).askings == (Asking("2025-03-03", "The records officer"),)


def test_a_question_that_waits_too_long_is_overdue(question: Question):
    asked = replace(question, asked_on="2025-03-03")
    named = replace(asked, reply_by="2025-03-20")
    vague = replace(asked, reply_by="2025-03")
    assert days_overdue(asked, date(2025, 4, 14)) == 0, "six weeks are not over"
    assert days_overdue(asked, date(2025, 4, 15)) == 1
    assert days_overdue(named, date(2025, 3, 20)) == 0, "the day itself is in time"
    assert days_overdue(named, date(2025, 3, 22)) == 2
    assert days_overdue(vague, date(2025, 3, 31)) == 0, "the whole month is in time"
    assert overdue([asked, named, vague], date(2025, 4, 16)) == [named, vague, asked]


def test_what_is_asked_again_answered_or_closed_is_not_overdue(question: Question):
    late = replace(question, asked_on="2025-03-03")
    now = date(2025, 6, 1)
    assert days_overdue(late, now)
    assert not days_overdue(replace(late, asked_again=(Asking("2025-05-20"),)), now)
    assert not days_overdue(replace(late, answer="Two officers."), now)
    assert not days_overdue(replace(late, closed_on="2025-05-30"), now)
    assert not days_overdue(question, now), "nobody was asked yet"


def test_what_is_asked_already_leaves_no_step(review: Review, question: Question):
    asking.mark_asked(review, [question.id], TODAY)
    asking.close(review, [question.id], TODAY)
    asking.close(review, [question.id], date(2021, 7, 1))
    assert questions.get(review, question.id).closed_on == "2021-05-03"
    assert last_step(review) == f"Close question {question.id}"


def test_a_question_is_closed_and_opened_again(review: Review, question: Question):
    asking.close(review, [question.id], TODAY)
    assert questions.count_open(review) == 0
    asking.reopen(review, [question.id])
    assert questions.get(review, question.id) == question


def test_two_edits_of_one_question_both_stand(review: Review, question: Question):
    asking.change_question(review, replace(question, asked_of="The inspector"), question)
    asking.change_question(review, replace(question, words="Who attended, and when?"), question)
    found = questions.get(review, question.id)
    assert (found.words, found.asked_of) == ("Who attended, and when?", "The inspector")


def test_a_question_keeps_its_words(review: Review, question: Question):
    with pytest.raises(asking.QuestionIncomplete):
        asking.change_question(review, replace(question, words=" "))
    assert questions.get(review, question.id) == question


def test_a_removed_question_cannot_be_changed(review: Review, question: Question):
    asking.remove(review, question.id)
    with pytest.raises(asking.QuestionGone):
        asking.change_question(review, replace(question, words="Who?"))
    review.journal.undo()
    assert questions.listing(review) == [question]


def test_an_answer_becomes_an_entry_of_its_agency_with_its_own_source(review: Review, police: int, question: Question):
    asking.record_answer(review, question.id, "Two officers attended.", "2021-05-03", "Inspector Vale")
    new = asking.answer_as_entry(review, question.id, Entry(0, 0, "2016-04-05", "Two officers attended."))
    entry = entries.get(review, new)
    assert (entry.agency_id, entry.origin) == (police, Origin.ANSWER)
    assert entry.source == f"Answer of 3 May 2021 from Ravenshire Constabulary to question {question.id}"
    assert questions.get(review, question.id).answer_entry_id == new
    assert last_step(review) == f"Add the answer to question {question.id} to the timeline"
    review.journal.undo()
    assert entries.count(review) == 0
    assert questions.get(review, question.id).answer_entry_id == 0


def test_an_answer_is_put_on_the_timeline_once(review: Review, question: Question):
    new = asking.answer_as_entry(review, question.id, Entry(0, 0, "2016-04-05", "Two officers attended."))
    with pytest.raises(asking.AlreadyAnEntry):
        asking.answer_as_entry(review, question.id, Entry(0, 0, "2016-04-05", "Two officers attended."))
    edit.remove_entry(review, new)
    assert questions.get(review, question.id).answer_entry_id == 0, "it may be added anew"
    review.journal.undo()
    assert questions.get(review, question.id).answer_entry_id == new


def test_an_answer_that_tells_nothing_is_no_entry(review: Review, question: Question):
    with pytest.raises(asking.QuestionIncomplete):
        asking.answer_as_entry(review, question.id, Entry(0, 0, "2016-04-05", " "))
    assert entries.count(review) == 0


def test_a_question_outlives_the_entry_it_is_about(review: Review, police: int):
    entry = made.add(review, made.entry(police))[0]
    question = asking.raise_question(review, Question(0, police, "Who attended?", entry_id=entry))
    edit.remove_entry(review, entry)
    left = questions.get(review, question.id)
    assert left.entry_id == 0
    review.journal.undo()
    assert questions.get(review, question.id).entry_id == entry


def test_a_question_keeps_what_it_was_about_when_that_is_taken_off_the_timeline(review: Review, police: int):
    entry = made.add(review, made.entry(police, "2016-05-04", time="21:30"))[0]
    question = asking.raise_question(review, Question(0, police, "Who attended?", entry_id=entry))
    general = asking.raise_question(review, Question(0, police, "Who decided?"))
    stood = entries.get(review, entry)
    edit.change_entry(review, replace(stood, text="Call to the address, and a visit."))
    edit.remove_entries(review, [entry])

    matter = matters(review, questions.listing(review))[question.id]
    assert matter.words == "Entry of 4 May 2016, 21:30 of Ravenshire Constabulary, no longer on the timeline"
    assert matter.gone is not None
    assert matter.gone.text == "Call to the address, and a visit.", "as it stood last"
    assert matters(review, questions.listing(review))[general.id].is_general

    restoring.restore(review, entry, versions.of_entry(review, entry)[1].step_id)
    back = matters(review, questions.listing(review))[question.id]
    assert (back.entry is not None, back.gone) == (True, None)
