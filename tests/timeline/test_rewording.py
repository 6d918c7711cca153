"""Of two texts the words are marked that the other lacks, and nothing of either is lost."""

from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.timeline.rewording import Piece, pieces


def test_only_the_words_that_differ_are_marked():
    before, after = pieces("She had a bruise.", "She had two bruises.")

    assert [piece.words for piece in before if piece.differs] == ["a", "bruise"]
    assert [piece.words for piece in after if piece.differs] == ["two", "bruises"]


def test_what_came_or_went_is_marked_whole():
    assert pieces("", "Visit.") == ([], [Piece("Visit.", differs=True)])
    assert pieces("Visit.", "Visit.") == ([Piece("Visit.")], [Piece("Visit.")])


@given(st.text(), st.text())
def test_the_pieces_put_together_are_the_texts(before, after):
    left, right = pieces(before, after)

    assert ("".join(each.words for each in left), "".join(each.words for each in right)) == (before, after)


def test_very_long_texts_are_marked_whole_rather_than_compared_for_minutes():
    before, after = pieces("word " * 5_000, "other " * 5_000)

    assert [len(before), len(after)] == [1, 1]
