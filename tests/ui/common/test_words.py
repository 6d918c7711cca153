"""Words that several pages say alike."""

import pytest

from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.common.words import reported


@pytest.mark.parametrize(
    ("day", "hour", "words"),
    [
        ("", "", ""),
        ("2017-09-19", "14:15", ""),
        ("2017-09-19", "", ""),
        ("2017-09-19", "16:50", "reported 16:50"),
        ("", "16:50", "reported 16:50"),
        ("2017-09-20", "", "reported 20 September 2017"),
        ("2017-09-20", "14:15", "reported 20 September 2017, 14:15"),
    ],
)
def test_when_it_was_reported_is_said_where_that_is_not_when_it_happened(day: str, hour: str, words: str) -> None:
    entry = Entry(1, 1, "2017-09-19", "Seen.", time="14:15", reported_edtf=day, reported_time=hour)
    assert reported(entry) == words
