"""Which words of a text a search marks."""

import pytest

from dhr_desktop.ui.timeline.found_words import found_elsewhere, from_first_hit, hits


def marked(text: str, typed: str) -> list[str]:
    return [text[start : start + length] for start, length in hits(text, typed)]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Police attended. The police left.", "police", ["Police", "police"]),
        ("Policeman attended.", "police", ["Policeman"]),
        ("Policeman attended the police station.", "police ", ["police"]),
        ("Attended with a bruise; bruises seen.", "attended bru", ["Attended", "bruise", "bruises"]),
        ("She said stop. He said no.", '"said no"', ["said no"]),
        ("Said: no.", '"said no"', ["Said: no"]),
        ("A café in Lowmoor", "cafe", ["café"]),
        ("A cafe in Lowmoor", "CAFÉ", ["cafe"]),
        ("Open 24/7 by letter", "24/7", ["24/7"]),
        ("Nothing is typed", "  ", []),
        ("Brackets (mean) only themselves", "(", []),
        ("İstanbul police", "police", ["police"]),
    ],
)
def test_the_words_searched_for_are_marked_and_no_others(text: str, typed: str, found: list[str]) -> None:
    assert marked(text, typed) == found


def test_a_hit_far_into_the_text_is_brought_forward_with_a_few_words_before_it() -> None:
    text = "word " * 100 + "she spoke of strangulation that night"
    shown = from_first_hit(text, "strangulation", 120)
    assert shown.startswith("… ")
    assert shown.index("strangulation") < 40
    assert "spoke of strangulation that night" in shown


def test_a_hit_that_is_seen_anyway_leaves_the_text_as_it_is() -> None:
    assert from_first_hit("She spoke of strangulation.", "strangulation", 120) == "She spoke of strangulation."


def test_what_is_found_in_no_column_shown_is_told_with_its_name():
    parts = [("Action taken", ""), ("People", "PC Harlow"), ("Comment", "Ask the police.")]

    assert found_elsewhere(parts, "polic") == ("Comment", "Ask the police.")
    assert found_elsewhere(parts, "housing") == ("", "")
