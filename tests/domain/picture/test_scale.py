"""Days along a line: zooming, moving, and what cannot be left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain.picture.scale import LEAST_DAYS, Limits, Scale

LIMITS = Limits(1000.0, 5000.0)
SCALE = Scale(2000.0, 3000.0, 100.0, 500.0)
FACTORS, PLACES, STEPS = st.floats(0.05, 20.0), st.floats(100.0, 600.0), st.floats(-9000.0, 9000.0)


@given(st.floats(2000.0, 3000.0))
def test_a_day_and_its_place_are_the_same_thing(day: float) -> None:
    assert SCALE.day(SCALE.x(day)) == pytest.approx(day)


@given(PLACES, st.floats(1.0, 8.0))
def test_zooming_in_keeps_the_day_under_the_pointer(place: float, factor: float) -> None:
    assert SCALE.zoomed(factor, place, LIMITS).day(place) == pytest.approx(SCALE.day(place), abs=1e-6)


@given(FACTORS, PLACES, STEPS)
def test_whatever_is_done_the_picture_stays_within_its_days(factor: float, place: float, step: float) -> None:
    seen = SCALE.zoomed(factor, place, LIMITS).moved(step, LIMITS)

    assert seen.begin >= LIMITS.first - 1e-6
    assert seen.end <= LIMITS.last + 1e-6
    assert LEAST_DAYS - 1e-6 <= seen.days <= LIMITS.days + 1e-6


def test_a_stretch_asked_for_is_what_is_shown() -> None:
    seen = SCALE.showing(2500.0, 2600.0, LIMITS)

    assert (seen.begin, seen.end) == (2500.0, 2600.0)


def test_another_width_shows_the_same_days() -> None:
    seen = SCALE.on(180.0, 700.0)

    assert (seen.begin, seen.end, seen.right) == (2000.0, 3000.0, 880.0)
