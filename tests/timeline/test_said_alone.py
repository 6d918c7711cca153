"""What only one account says is marked; what accounts share stays plain."""

import pytest

from dhr_desktop.timeline.said_alone import said_alone


def marked(*texts: str) -> list[list[str]]:
    found = said_alone(texts)
    return [[text[start : start + length] for start, length in spans] for text, spans in zip(texts, found, strict=True)]


def test_what_only_one_says_is_marked_and_neighbours_are_one_place() -> None:
    assert marked("Neighbour heard shouting at the flat.", "Caller heard loud banging at the flat.") == [
        ["Neighbour", "shouting"],
        ["Caller", "loud banging"],
    ]


def test_accounts_that_say_the_same_have_nothing_marked() -> None:
    assert marked("Officers attended.", "officers attending", "Officer attends") == [[], [], []]


def test_a_word_is_plain_as_soon_as_one_other_account_has_it() -> None:
    assert marked("Bruise to the arm.", "Bruise.", "Arm painful.") == [[], [], ["painful"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at 21:30", "at 9.30pm"),
        ("at 21:30", "at 2130 hrs"),
        ("at 9.30", "at 21:30"),
        ("at 7pm", "at 19:00"),
        ("at 12.15 a.m.", "at 00:15"),
        ("about 09:30", "about 9:30"),
    ],
)
def test_one_hour_written_in_two_ways_is_one(one: str, other: str) -> None:
    assert marked(one, other) == [[], []]


@pytest.mark.parametrize(
    ("one", "other"), [("at 21:30", "at 21:50"), ("at 9.30am", "at 9.30pm"), ("at 09:30", "at 21:30")]
)
def test_two_hours_are_two(one: str, other: str) -> None:
    assert marked(one, other) == [[one.removeprefix("at ")], [other.removeprefix("at ")]]


def test_a_name_spelt_in_two_ways_is_one_but_another_name_is_not() -> None:
    assert marked("Mr Dastgir", "Mr Dastigir", "Mr Danvers") == [[], [], ["Danvers"]]


def test_numbers_are_never_taken_for_one_another() -> None:
    assert marked("Flat 12345", "Flat 12346") == [["12345"], ["12346"]]


def test_words_that_join_others_are_never_marked() -> None:
    assert marked("She was with him and the children.", "Children seen.") == [[], ["seen"]]


def test_one_account_alone_differs_from_nothing() -> None:
    assert marked("Officers attended.") == [[]]
    assert said_alone([]) == []


def test_every_place_lies_within_its_text() -> None:
    texts = ("“Don’t”, she said\n— twice…", "", "Ünruhig; 25:99 <b>bold</b>")
    for text, spans in zip(texts, said_alone(texts), strict=True):
        assert all(0 <= start < start + length <= len(text) for start, length in spans)
