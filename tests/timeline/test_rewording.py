"""Of two texts the words are marked that the other lacks, and nothing of either is lost."""

from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.timeline.rewording import Piece, pieces, shortened


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


def test_of_a_long_text_what_differs_stays_with_a_little_of_what_stands_beside_it_in_whole_words():
    long = "She spoke of the garden. " * 40
    left, right = pieces(f"{long}It was raining. {long}", f"{long}It was snowing. {long}")
    was = "".join(piece.words for piece in shortened(left))
    assert was.startswith("…")
    assert was.endswith("…")
    assert "It was raining. She spoke" in was
    assert len(was) < 200
    assert all(
        word in {"She", "spoke", "of", "the", "garden.", "It", "was", "raining."} for word in was.strip("…").split()
    )
    assert [piece.words for piece in shortened(right) if piece.differs] == ["snowing"]


def test_a_text_that_is_not_long_is_told_whole():
    left, right = pieces("She asked when she may read the draft.", "She asked when she may read it. Then she slept.")
    assert (shortened(left), shortened(right)) == (left, right)


def test_what_is_new_and_very_long_is_told_by_its_beginning():
    (cut,) = shortened([Piece("word " * 500, differs=True)])
    assert cut.differs
    assert cut.words.endswith("word…")
    assert len(cut.words) < 410
    (one_word,) = shortened([Piece("x" * 5_000)])
    assert len(one_word.words) < 410
