"""Agencies' names and first words share the rows of a list: names are moved down whole before they are cut."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from dhr_desktop.ui.events.tags import TAG, Tag, in_rows, placed

ROOM = 300
pytestmark = pytest.mark.usefixtures("qapp")


def test_two_short_names_stand_beside_each_other():
    assert placed([90, 100], ROOM) == ([Tag(0, 0, 90), Tag(0, TAG + 90 + 12, 100)], 0)


def test_a_name_that_has_no_room_beside_another_stands_beneath_it_whole():
    assert placed([140, 150], ROOM) == ([Tag(0, 0, 140), Tag(1, 0, 150)], 0)


def test_a_name_wider_than_a_row_is_cut_to_the_row():
    tags, left_out = placed([400], ROOM)
    assert (tags, left_out) == ([Tag(0, 0, ROOM - TAG)], 0)


def test_what_two_rows_cannot_hold_is_counted():
    tags, left_out = placed([200, 200, 200, 200], ROOM)
    assert ([tag.row for tag in tags], left_out) == ([0, 1], 2)


def test_no_name_stands_beyond_the_row():
    for widths in ([60] * 9, [130, 90, 220, 40], [281, 20, 20], [10, 290, 10]):
        tags, left_out = placed(widths, ROOM)
        assert all(tag.left + TAG + tag.width <= ROOM for tag in tags)
        assert len(tags) + left_out == len(widths)


def test_words_run_over_the_rows_and_end_in_an_ellipsis():
    metrics = QFontMetrics(QFont())
    words = "Strategy discussion with police and school, section 47 agreed, single agency."
    width = metrics.horizontalAdvance("Strategy discussion with")
    rows = in_rows(words, metrics, width, 2)
    assert rows[0] == "Strategy discussion with"
    assert rows[1].endswith("…")
    assert all(metrics.horizontalAdvance(row) <= width for row in rows)


def test_few_words_take_one_row_and_none_take_none():
    metrics = QFontMetrics(QFont())
    assert in_rows("Officers attended.", metrics, 500, 2) == ["Officers attended."]
    assert in_rows("", metrics, 500, 2) == []
    assert in_rows("Officers attended.", metrics, 500, 0) == []
