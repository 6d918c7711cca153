"""Questions as a letter: the agency finds its own record by it, and learns nothing that another agency wrote."""

import pytest

from dhr_desktop.domain.events import Question
from dhr_desktop.report.question_letter import Drafted, Letter, draft
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.store import agencies, entries, events, questions
from dhr_desktop.store.review import Review
from tests.report.asked import NOISE, asked_of_police
from tests.store import made


@pytest.fixture
def police(review: Review) -> int:
    found = agencies.find(review, "Police")
    assert found
    return found.id


def put(review: Review, *asked: Question) -> tuple[int, ...]:
    with review.journal.step("Ask"):
        return tuple(questions.add(review, question).id for question in asked)


def words(drafted: Drafted) -> str:
    return " ".join(words_of_docx(drafted.checked.data).split())


def test_a_question_names_the_agency_s_own_record(review: Review, police: int):
    letter = Letter(police, asked_of_police(review))
    said = words(draft(review, letter))
    assert "your entry of 4 May 2016, 21:30 (reference INC 7, source CAD, row 2 of police.csv)" in said


def test_what_another_agency_wrote_is_not_in_it(review: Review, police: int):
    hospital = agencies.find(review, "General Hospital")
    assert hospital
    theirs, other = made.add(
        review,
        made.entry(hospital.id, "2016-05-05", NOISE, reference="H9", source="ED notes"),
        made.entry(hospital.id, "2016-05-05", NOISE),
    )
    with review.journal.step("Group"):
        event = events.add(review, events.Event(0, "What the hospital heard"))
        events.join(review, event.id, [theirs, other])
    asked = put(
        review, Question(0, police, "Who knew?", entry_id=theirs), Question(0, police, "Who came?", event_id=event.id)
    )
    said = words(draft(review, Letter(police, asked)))
    assert said.count("what happened on 5 May 2016") == 2
    for secret in (NOISE, "H9", "ED notes", "What the hospital heard", "General Hospital"):
        assert secret not in said


def test_a_gap_is_told_by_its_days(review: Review, police: int):
    asked = put(review, Question(0, police, "Was there contact?", gap_from="2015-12-13", gap_to="2016-05-03"))
    assert "the time from 13 December 2015 to 3 May 2016" in words(draft(review, Letter(police, asked)))


def test_only_the_questions_that_were_chosen_are_in_it(review: Review, police: int):
    first, _ = put(review, Question(0, police, "Who attended?"), Question(0, police, "Who decided?"))
    said = words(draft(review, Letter(police, (first,), "Inspector Vale", "reviews@example.org", "2021-06-01")))
    assert "Who attended?" in said
    assert "Who decided?" not in said
    assert "To: Inspector Vale, Police" in said
    assert "Please reply by 1 June 2021." in said
    assert "Please reply to reviews@example.org." in said


def test_every_page_is_marked_and_the_file_names_nobody(review: Review, police: int):
    asked = put(review, Question(0, police, "Was Kayleigh Drewitt seen alone?"))
    drafted = draft(review, Letter(police, asked))
    assert "OFFICIAL-SENSITIVE" in words(drafted)
    assert drafted.checked.name.startswith("CSP-DHR-1 Questions to Police - Letter - ")


def test_the_names_that_would_leave_with_it_are_told(review: Review, police: int):
    named, quiet = put(
        review, Question(0, police, "Was Kayleigh Drewitt seen alone?"), Question(0, police, "Who attended?")
    )
    assert "Kayleigh Drewitt" in {each.surface for each in draft(review, Letter(police, (named,))).names}
    assert draft(review, Letter(police, (quiet,))).names == ()


def test_a_question_about_an_entry_that_is_gone_is_still_asked(review: Review, police: int):
    ids = asked_of_police(review)
    with review.journal.step("Remove"):
        entries.remove(review, questions.get(review, ids[0]).entry_id)
    assert "your agency's part in the review as a whole" in words(draft(review, Letter(police, ids)))
