"""Every form of a date that agencies' records hold is read as what it means, or doubted."""

import re
from datetime import date
from pathlib import Path

import pytest

from dhr_desktop.base import resources
from dhr_desktop.domain.dates import parse
from dhr_desktop.importing.dates import PLAIN, Context, read_date

_TABLE = Path(__file__).with_name("forms_of_dates.txt")
_BESIDE = Context(neighbour=date(2016, 3, 20))


def _forms():
    context = PLAIN
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("##"):
            context = _BESIDE if "BESIDE" in line else PLAIN
        elif line and not line.startswith("#"):
            written, meant, doubt = (part.strip() for part in line.rsplit("|", 2))
            yield pytest.param(_characters(written), meant, doubt, context, id=written)


def _characters(written):
    text = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), written)
    return text.replace("\\\\", "\\")


@pytest.mark.parametrize(("written", "meant", "doubt", "context"), [*_forms()])
def test_a_form_is_read_as_what_it_means_or_doubted(written, meant, doubt, context):
    reading = read_date(written, context)
    read = " ".join(part for part in (reading.edtf, reading.time) if part) or "-"
    assert (read, bool(reading.doubts), reading.ditto) == (meant, "?" in doubt, "ditto" in doubt)


@pytest.mark.parametrize(("written", "meant", "doubt", "context"), [*_forms()])
def test_each_meaning_is_edtf_and_each_doubt_has_words(written, meant, doubt, context):
    words = resources.toml("importing/doubts.toml")
    day = meant.split(" ")[0]
    assert day == "-" or parse(day).edtf == day
    assert set(read_date(written, context).doubts) <= set(words), doubt
