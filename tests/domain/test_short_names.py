"""Agencies are called by short names where room is scarce, and never two alike."""

import pytest

from dhr_desktop.domain.short_names import short_names


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Aldermarsh Borough Council – Children's Social Care", "Children's Social Care"),
        ("Aldermarsh General Hospital NHS Trust", "Aldermarsh General Hospital"),
        ("St Oswin's C of E Primary School", "St Oswin's Primary School"),
        ("Ravenshire Constabulary", "Ravenshire Constabulary"),
        ("Marsh-View Care Home", "Marsh-View Care Home"),
        ("Marshland Homes – HQ", "Marshland Homes – HQ"),
        ("", ""),
    ],
)
def test_a_name_is_shortened_to_what_tells_it_from_others(name, short):
    assert short_names([name]) == {name: short}


def test_two_that_would_be_called_alike_keep_their_names():
    names = ["Aldermarsh Council – Housing", "Fenwick Council – Housing", "Marshland Homes Limited"]
    assert short_names(names) == {names[0]: names[0], names[1]: names[1], names[2]: "Marshland Homes"}
