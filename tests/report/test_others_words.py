"""What a question takes from another agency's records is found, however it is quoted and however much there is."""

import pytest

from dhr_desktop.domain.events import Question
from dhr_desktop.report import others_words
from dhr_desktop.store import agencies, questions
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import meaning
from tests.store import made

OWN = "Officers attended the home address and spoke to both."
SECRET = "she told the nurse that he locked her in"


@pytest.fixture
def police(review: Review) -> int:
    found = agencies.find(review, "Police")
    assert found
    return found.id


@pytest.fixture
def hospital(review: Review) -> int:
    found = agencies.find(review, "General Hospital")
    assert found
    return found.id


def found_in(review: Review, question: Question) -> list[str]:
    with review.journal.step("Ask"):
        asked = questions.add(review, question)
    return others_words.found(review, asked)


def test_it_is_found_however_many_of_the_agency_s_own_records_say_the_rest(
    review: Review, police: int, hospital: int
) -> None:
    made.add(review, *(made.entry(police, "2016-05-04", OWN) for _ in range(60)))
    made.add(review, made.entry(hospital, "2016-05-04", SECRET))
    words = f"{OWN} Did they know that {SECRET}?"
    assert found_in(review, Question(0, police, words)) == [SECRET]
    assert found_in(review, Question(0, hospital, words)) == [OWN.rstrip(".")]


@pytest.mark.parametrize("quoted", ["'he won’t'", "‘he won’t’", "“he won’t”", '"he won\'t"', "'he won't'"])
def test_all_quotation_marks_quote(review: Review, police: int, hospital: int, quoted: str) -> None:
    (theirs,) = made.add(review, made.entry(hospital, "2016-05-04", "Asked to leave, he won’t."))
    (passage,) = found_in(review, Question(0, police, f"The officers' notes: who said {quoted}?", theirs))
    assert passage.replace("'", "’") == "he won’t"


def test_an_apostrophe_of_another_kind_hides_nothing(review: Review, police: int, hospital: int) -> None:
    made.add(review, made.entry(hospital, "2016-05-04", "She said she didn’t want him told of it."))
    assert found_in(review, Question(0, police, "Did you know she didn't want him told of it?")) == [
        "she didn't want him told of it"
    ]


def test_what_was_moved_to_the_agency_is_still_another_s(review: Review, police: int, hospital: int) -> None:
    (theirs,) = made.add(review, made.entry(hospital, "2016-05-04", f"Asleep, as {SECRET}."))
    meaning.move_to_agency(review, [theirs], police)
    assert found_in(review, Question(0, police, f"Is it so that {SECRET}?")) == [SECRET]
    assert found_in(review, Question(0, police, "What was 'Asleep'?", theirs)) == ["Asleep"]
