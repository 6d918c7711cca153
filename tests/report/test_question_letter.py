"""Questions as a letter: the agency finds its own record by it, and learns nothing that another agency wrote."""

from dataclasses import replace

import pytest

from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.entries import Outcome, SourceRow
from dhr_desktop.domain.events import Asking, Question
from dhr_desktop.report.question_letter import Concerned, Drafted, Letter, build, draft
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.store import agencies, entries, events, facts, questions, submissions
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


def test_a_question_about_an_entry_that_is_gone_still_names_the_record(review: Review, police: int):
    ids = asked_of_police(review)
    with review.journal.step("Remove"):
        entries.remove(review, questions.get(review, ids[0]).entry_id)
    said = words(draft(review, Letter(police, ids)))
    assert "your entry of 4 May 2016, 21:30 (reference INC 7, source CAD, row 2 of police.csv)" in said


def test_a_record_that_was_moved_from_another_agency_is_told_by_its_date_alone(review: Review, police: int):
    hospital = agencies.find(review, "General Hospital")
    assert hospital
    (moved,) = made.add(review, made.entry(hospital.id, "2016-05-05", NOISE, reference="H9", source="ED notes"))
    asked = put(review, Question(0, police, "Who knew?", entry_id=moved))
    with review.journal.step("Move"):
        entries.change(review, replace(entries.get(review, moved), agency_id=police))
    said = words(draft(review, Letter(police, asked)))
    assert "what happened on 5 May 2016" in said
    for secret in (NOISE, "H9", "ED notes", "your entry"):
        assert secret not in said


def test_a_record_that_was_moved_away_and_back_is_the_agency_s_own(review: Review, police: int):
    asked = asked_of_police(review)
    hospital = agencies.find(review, "General Hospital")
    assert hospital
    about = entries.get(review, questions.get(review, asked[0]).entry_id)
    for agency_id in (hospital.id, police):
        with review.journal.step("Move"):
            entries.change(review, replace(about, agency_id=agency_id))
    assert "your entry of 4 May 2016, 21:30 (reference INC 7" in words(draft(review, Letter(police, asked)))


def test_what_a_question_takes_from_another_agency_s_record_is_told(review: Review, police: int):
    hospital = agencies.find(review, "General Hospital")
    assert hospital
    (theirs,) = made.add(
        review,
        made.entry(hospital.id, "2016-05-05", "The neighbour heard a door and later a raised voice.", time="23:40"),
    )
    quoting, telling, quiet = put(
        review,
        Question(0, police, "Other information says “23:40”. Which is right?", entry_id=theirs),
        Question(0, police, "Did you know that the neighbour heard a door and later a raised voice?"),
        Question(0, police, "Was anything said of a “door” to you?"),
    )
    assert draft(review, Letter(police, (quoting, telling, quiet))).others == {
        quoting: ["23:40"],
        telling: ["the neighbour heard a door and later a raised voice"],
    }


def test_what_the_agency_has_recorded_too_gives_nothing_away(review: Review, police: int):
    hospital = agencies.find(review, "General Hospital")
    assert hospital
    words_of_both = "The neighbour heard a door and later a raised voice."
    made.add(review, made.entry(hospital.id, text=words_of_both), made.entry(police, text=words_of_both))
    asked = put(review, Question(0, police, "You recorded that the neighbour heard a door and later a raised voice?"))
    assert draft(review, Letter(police, asked)).others == {}


def test_whose_records_they_are_stands_in_the_letter_and_never_in_its_head(review: Review, police: int):
    asked = put(review, Question(0, police, "Who attended?"))
    concerned = (Concerned("Kayleigh Drewitt", ("K. Marsh",), "3 May 1988"),)
    letter = Letter(police, asked, concerned=concerned)
    drafted = draft(review, letter)
    said = words(drafted)
    for part in ("Whose records", "Kayleigh Drewitt", "K. Marsh", "Date of birth", "3 May 1988"):
        assert part in said
    assert "Date of birth" not in words(draft(review, replace(letter, concerned=(Concerned("Kayleigh Drewitt"),))))
    assert drafted.names == (), "who was listed is known to the chair"
    document = build(review, letter)
    assert "Drewitt" not in " ".join((document.title, document.subtitle, *document.lines, drafted.checked.name))


def test_with_pseudonyms_no_real_name_leaves_with_it(review: Review, police: int):
    asked = put(review, Question(0, police, "Was Kayleigh Drewitt seen alone?"))
    drafted = draft(review, Letter(police, asked, naming=Naming.PSEUDONYMS))
    assert "Drewitt" not in words(drafted)
    assert drafted.checked.edition.naming is Naming.PSEUDONYMS
    assert drafted.names == ()


def test_a_file_named_after_a_person_is_not_named_among_pseudonyms(review: Review, police: int):
    with review.journal.step("Bring in"):
        file = submissions.add(review, submissions.NewSubmission(police, "KayleighDrewitt.csv", b"rows", "", ""))
        row = SourceRow(0, file, "", 2, ("Date",), ("4/5/16",), Outcome.IMPORTED, "")
        row_id = submissions.add_rows(review, [row])[0]
    (about,) = made.add(review, made.entry(police, "2016-05-04", submission_id=file, source_row_id=row_id))
    asked = put(review, Question(0, police, "Who attended?", about))
    covered = words(draft(review, Letter(police, asked, naming=Naming.PSEUDONYMS)))
    assert "KayleighDrewitt" not in covered
    assert "your entry of 4 May 2016 (row 2 of the file you sent)" in covered
    assert "row 2 of KayleighDrewitt.csv" in words(draft(review, Letter(police, asked)))


def test_a_question_that_is_put_to_another_agency_by_now_stays_out(review: Review, police: int):
    hospital = agencies.find(review, "General Hospital")
    assert hospital
    asked = put(review, Question(0, police, "Who attended?"), Question(0, hospital.id, "For the hospital alone."))
    said = words(draft(review, Letter(police, asked)))
    assert "Who attended?" in said
    assert "For the hospital alone." not in said


def test_a_question_that_was_asked_before_says_when(review: Review, police: int):
    again = (Asking("2025-05-04", "The clerk"), Asking("2025-06-01"))
    asked = put(review, Question(0, police, "Who attended?", asked_on="2025-03-03", asked_again=again))
    said = words(draft(review, Letter(police, asked)))
    assert "First asked on 3 March 2025, and again on 4 May 2025 and 1 June 2025." in said
    assert "The clerk" not in said


def test_it_begins_and_ends_as_a_letter_does(review: Review, police: int):
    asked = put(review, Question(0, police, "Who attended?"))
    known = facts.get(review)
    with review.journal.step("Say who chairs"):
        facts.put(review, replace(known, chair="Jo Marlowe", partnership="Ravenshire Partnership"))
    letter = Letter(police, asked, "Inspector Vale", "reviews@example.org")
    said = words(draft(review, letter))
    assert "Dear Inspector Vale," in said
    assert "Please file securely" in said
    ending = "Yours sincerely, Jo Marlowe Independent chair, Domestic Homicide Review for Ravenshire Partnership"
    assert f"{ending} reviews@example.org" in said
    assert "Dear colleague," in words(draft(review, replace(letter, to="")))
    post = words(draft(review, replace(letter, to="The Chief Executive")))
    assert "To: The Chief Executive" in post
    assert "Dear Chief Executive," in post
