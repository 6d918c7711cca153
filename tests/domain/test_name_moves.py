"""What was said of a form at its place stays with the place, however the words around it are changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain.name_moves import moved

WORDS = "Seen at 9 AM. AM cried and would not eat. Rang AM at 10 AM to ask."


@pytest.mark.parametrize(
    ("after", "nth", "now"),
    [
        (WORDS, 1, 1),
        ("At 8 AM rang. " + WORDS, 1, 2),
        (WORDS + " AM slept.", 3, 3),
        (WORDS.replace("9 AM. ", "9. "), 1, 0),
        (WORDS.replace("9 AM. ", "9. "), 0, None),
        (WORDS.replace("AM cried", "AMY cried"), 1, None),
        (WORDS.replace("cried", "wept").replace("to ask", "to say so"), 2, 2),
        (WORDS.replace("Seen", "Called AM; seen").replace("ask", "ask AM"), 1, 2),
        ("", 1, None),
        ("Nothing of it is left.", 2, None),
    ],
)
def test_a_place_is_found_again_or_told_to_be_gone(after: str, nth: int, now: int | None) -> None:
    assert moved(WORDS, after, "AM", nth) == now


def test_words_put_before_a_form_that_begin_with_it_are_not_taken_for_it() -> None:
    assert moved("AM cried.", "AM rang. AM cried.", "AM", 0) == 1


@given(st.text("AM .", max_size=30), st.text("AM .", max_size=30), st.integers(0, 6))
def test_a_place_that_is_told_is_one_of_the_form(before: str, after: str, nth: int) -> None:
    now = moved(before, after, "AM", nth)
    assert now is None or 0 <= now < after.count("AM")
