"""British clocks: an hour ahead of UTC between the last Sundays of March and October."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.importing.british_time import to_british

zoneinfo = pytest.importorskip("zoneinfo")


@pytest.mark.parametrize(
    ("utc", "british"),
    [
        ("2016-03-27T00:59", "2016-03-27T00:59"),
        ("2016-03-27T01:00", "2016-03-27T02:00"),
        ("2016-10-30T00:59", "2016-10-30T01:59"),
        ("2016-10-30T01:00", "2016-10-30T01:00"),
        ("2014-09-13T23:20", "2014-09-14T00:20"),
    ],
)
def test_the_clocks_go_forward_and_back_at_one_in_the_morning_utc(utc, british):
    assert to_british(datetime.fromisoformat(utc)) == datetime.fromisoformat(british)


def test_before_the_rule_nothing_is_worked_out():
    with pytest.raises(ValueError, match="1995"):
        to_british(datetime.fromisoformat("1995-06-01T12:00"))


@given(st.datetimes(datetime.fromisoformat("1996-01-01"), datetime.fromisoformat("2037-12-31")))
def test_it_agrees_with_the_zone_database(moment):
    try:
        zone = zoneinfo.ZoneInfo("Europe/London")
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip("this computer has no zone database")
    aware = moment.replace(tzinfo=zoneinfo.ZoneInfo("UTC")).astimezone(zone)
    assert to_british(moment) - moment == aware.utcoffset()
