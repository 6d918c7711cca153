"""What stands under the pointer, and where the arrows lead."""

import pytest

from dhr_desktop.domain.picture import hits
from dhr_desktop.domain.picture.frame import Frame, Picture
from dhr_desktop.domain.picture.spans import Silence
from tests.domain.picture.made import SURGERY, day, framed, picture

NEAR = ("2016-03-20", "2016-04-20")
FAR = ("2014-01-01", "2019-01-01")


def at(shown: Picture, frame: Frame, lane: int, iso: str, share: float = 0.5) -> hits.Hit:
    return hits.at(shown, frame, frame.scale.x(day(iso) + 0.5), frame.y(lane) + frame.lane * share)


def test_a_mark_is_the_entries_of_its_day() -> None:
    shown = picture()
    found = at(shown, framed(shown, *NEAR), 0, "2016-04-05")

    assert (found.places, found.first, found.last) == ((1, 2), day("2016-04-05"), day("2016-04-05"))


def test_a_mark_is_found_a_little_beside_it_too() -> None:
    shown = picture()
    frame = framed(shown, "2016-01-01", "2016-10-01")

    assert at(shown, frame, 0, "2016-04-06").places == (1, 2)
    assert at(shown, frame, 0, "2016-04-20").places == ()


def test_a_bar_is_the_entries_of_its_month() -> None:
    shown = picture()
    found = at(shown, framed(shown, *FAR), 0, "2016-04-25")

    assert (found.places, found.first, found.last) == ((1, 2), day("2016-04-01"), day("2016-04-30"))


def test_an_uncertain_stretch_is_found_over_all_its_days() -> None:
    shown = picture()
    found = at(shown, framed(shown, "2017-03-01", "2017-09-01"), 1, "2017-05-01", 0.95)

    assert (found.places, found.first, found.last) == ((5,), day("2017-01-01"), day("2017-12-31"))


def test_a_key_date_is_found_at_its_line() -> None:
    shown = picture()
    frame = framed(shown, *FAR)
    found = hits.at(shown, frame, frame.scale.x(day("2018-11-09") + 0.5) + 2, frame.top - 3)

    assert found.key_date is not None
    assert found.key_date.words == "Death"


def test_where_nothing_stands_a_silence_is_told_of() -> None:
    silent = Silence(SURGERY, day("2015-01-01"), day("2015-06-30"), 181, 181)
    shown = picture(silences=(silent,))
    frame = framed(shown, "2015-01-01", "2015-12-31")

    assert at(shown, frame, 1, "2015-03-01", 0.1).silence == silent
    assert at(shown, frame, 0, "2015-03-01", 0.1) == hits.NOTHING


def test_beside_the_lanes_nothing_is_found() -> None:
    shown = picture()
    frame = framed(shown, *NEAR)

    assert hits.at(shown, frame, 20, frame.y(0) + 5) == hits.NOTHING
    assert hits.at(shown, frame, frame.scale.right + 4, frame.y(0) + 5) == hits.NOTHING


@pytest.mark.parametrize(("place", "by", "leads_to"), [(1, 1, 2), (2, -1, 1), (2, 1, 6), (6, 1, None), (1, -1, None)])
def test_arrows_go_along_a_lane_in_the_order_of_the_timeline(place: int, by: int, leads_to: int | None) -> None:
    assert hits.beside(picture(), 0, place, by) == leads_to


def test_the_nearest_entry_of_another_lane_is_found() -> None:
    assert hits.nearest(picture(), 1, day("2016-04-05")) == 3
    assert hits.nearest(picture(), 1, day("2014-06-02")) == 0


def test_an_entry_is_found_in_its_lanes() -> None:
    assert hits.lanes_of(picture(), 3) == [1]
    assert hits.day_of(picture(), 7) is None
