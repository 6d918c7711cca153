"""Moments are kept in UTC and shown where the chair sits."""

import os
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from dhr_desktop.base import clock


@pytest.fixture
def london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if os.name == "nt":
        pytest.skip("Windows has no variable for the time zone")
    monkeypatch.setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_the_present_moment_is_utc_to_the_millisecond():
    moment = clock.now()

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", moment)
    assert abs(datetime.now(tz=UTC) - datetime.fromisoformat(moment)) < timedelta(minutes=1)


def test_moments_sort_as_text():
    moments = [clock.now() for _ in range(50)]

    assert sorted(moments) == moments


@pytest.mark.usefixtures("london")
def test_a_moment_is_shown_in_summer_time_in_summer():
    assert clock.to_local("2026-07-01T12:00:00.000Z").strftime("%H:%M") == "13:00"
    assert clock.to_local("2026-12-01T12:00:00.000Z").strftime("%H:%M") == "12:00"


@pytest.mark.usefixtures("london")
def test_today_is_the_day_of_the_moment_shown():
    before, today, after = clock.to_local(clock.now()).date(), clock.today(), clock.to_local(clock.now()).date()

    assert before <= today <= after
