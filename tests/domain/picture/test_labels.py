"""The words of key dates are at their lines, and never over one another."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dhr_desktop.domain.key_dates import KeyDate, KeyKind
from dhr_desktop.domain.picture.frame import Frame, Margins, Picture, day_lines, laid_out
from dhr_desktop.domain.picture.labels import place_of, placed
from dhr_desktop.domain.picture.scale import Scale
from dhr_desktop.report import picture_inks
from tests.domain.picture.made import LETTERS, picture

FIRST, LAST = date(2012, 1, 1), date(2024, 1, 1)
LETTERS_OF_WORDS = st.characters(codec="latin-1", categories=("L", "Zs"))
DAYS = st.dates(FIRST, LAST).map(date.isoformat)
DATES = st.lists(
    st.tuples(
        DAYS,
        st.text(LETTERS_OF_WORDS, min_size=1, max_size=60),
        st.sampled_from(KeyKind),
    ),
    max_size=14,
)
WIDTHS = st.floats(320, 1600)
VIEWS = st.tuples(st.integers(0, 4000), st.integers(5, 5000))


def with_dates(given_dates) -> Picture:
    return replace(picture(), days=day_lines([KeyDate(n, *each) for n, each in enumerate(given_dates)]))


def framed(shown: Picture, width: float, view: tuple[int, int]) -> Frame:
    begin = (FIRST + timedelta(view[0])).toordinal()
    return laid_out((width, 260.0), Margins(120.0), LETTERS, shown, Scale(begin, begin + view[1], 0.0, 1.0))


END = [("2018-11-09", "Review to", KeyKind.SCOPE_TO), ("2018-11-09", "Death", KeyKind.DEATH)]


@given(DATES, WIDTHS, VIEWS)
@example(END, 900.0, (0, 2510))
@example([("2012-01-01", "i", KeyKind.DEATH)], 320.0, (0, 5))
def test_no_two_labels_overlap_and_none_leaves_the_picture(dates, width, view):
    shown = with_dates(dates)
    frame = framed(shown, width, view)
    labels = placed(shown, frame, picture_inks.measure)
    for label in labels:
        assert label.right >= label.left + picture_inks.measure(label.words, bold=label.bold)
        assert frame.scale.left <= label.left
        assert label.right <= frame.width
        assert frame.above <= label.shape(frame).baseline - LETTERS.ascent
    for one, other in combinations(labels, 2):
        assert one.row != other.row or one.right < other.left or other.right < one.left


@pytest.mark.parametrize("view", [(0, 2508), (0, 2515), (0, 4300), (2400, 200)])
def test_the_end_of_the_review_and_the_death_on_one_day_are_both_told_each_at_its_line(view):
    shown = with_dates(END)
    frame = framed(shown, 900.0, view)
    labels = {label.words: label for label in placed(shown, frame, picture_inks.measure)}
    assert set(labels) == {"Review to", "Death"}
    assert labels["Review to"].row != labels["Death"].row
    for label in labels.values():
        assert label.left - 1 <= place_of(label.line, frame) <= max(label.right, frame.scale.right)
