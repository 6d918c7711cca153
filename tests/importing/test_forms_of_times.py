"""Every form of a clock time that agencies' records hold is read as that minute, or doubted."""

import re
from pathlib import Path

import pytest

from dhr_desktop.base import resources
from dhr_desktop.importing.times import read_time
from dhr_desktop.importing.typed import day_of_serial, hour_of, is_day, is_hour

_TABLE = Path(__file__).with_name("forms_of_times.txt")


def _forms():
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            written, meant, doubt = (part.strip() for part in line.rsplit("|", 2))
            text = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), written)
            yield pytest.param(text, "" if meant == "-" else meant, doubt == "?", id=written)


@pytest.mark.parametrize(("written", "time", "doubtful"), [*_forms()])
def test_a_form_of_a_time_is_that_minute_or_doubted(written, time, doubtful):
    reading = read_time(written)
    assert (reading.time, bool(reading.doubts)) == (time, doubtful)
    assert set(reading.doubts) <= set(resources.toml("importing/doubts.toml"))


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan"), 1e300])
def test_a_number_that_is_none_is_neither_day_nor_hour(number):
    assert day_of_serial(number) is None
    assert hour_of(number) is None
    assert not is_day(number)
    assert not is_hour(number)
