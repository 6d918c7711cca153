"""The words that a revision changed are told apart from those it left."""

from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.importing.word_changes import Fate, word_changes


def _told(old, new):
    return [(piece.fate.value, piece.words) for piece in word_changes(old, new)]


def test_a_word_put_in_place_of_another_stands_beside_it():
    assert _told("Seen at home.", "Seen at school.") == [
        ("same", "Seen at "),
        ("gone", "home"),
        ("new", "school"),
        ("same", "."),
    ]


def test_words_changed_one_after_another_are_one_change():
    assert _told("she went away early", "she stayed in early") == [
        ("same", "she "),
        ("gone", "went away"),
        ("new", "stayed in"),
        ("same", " early"),
    ]


@given(st.text("ab c.\n", max_size=40), st.text("ab c.\n", max_size=40))
def test_both_texts_can_be_read_from_the_pieces(old, new):
    pieces = word_changes(old, new)
    assert "".join(piece.words for piece in pieces if piece.fate is not Fate.NEW) == old
    assert "".join(piece.words for piece in pieces if piece.fate is not Fate.GONE) == new
