"""Cells far from the rest: painted ones are nothing, and one with words so far out is told of before it is opened."""

import io
import zipfile

import pytest

from dhr_desktop.importing import problems
from dhr_desktop.importing.reading import read_bytes
from tests.fuzz import seeds
from tests.fuzz.binary_workbook import binary_workbook

SHEET = "xl/worksheets/sheet1.xml"


def with_rows(rows: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seeds.xlsx())) as whole, zipfile.ZipFile(made, "w") as changed:
        for name in whole.namelist():
            part = whole.read(name)
            changed.writestr(name, part.replace(b"</sheetData>", rows + b"</sheetData>") if name == SHEET else part)
    return made.getvalue()


def test_rows_painted_or_hidden_down_to_the_last_are_no_rows():
    painted = b'<row r="1048575"><c r="A1048575" s="1"/></row><row r="1048576" hidden="1"/>'
    assert read_bytes("log.xlsx", with_rows(painted)).counts == read_bytes("log.xlsx", seeds.xlsx()).counts


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        b'<row r="9"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="9"><c r="ZZZZZ9"><v>1</v></c><c r="B9"><v>1</v></c></row>',
    ],
)
def test_a_cell_with_words_too_far_out_is_refused_before_room_is_taken_for_those_between(row):
    with pytest.raises(problems.TooLarge):
        read_bytes("log.xlsx", with_rows(row))


def test_a_binary_workbook_is_read_down_to_its_last_words():
    rows = [["Date", "Event"], ["3/2/16", "Rang twice, no answer."], ["4/2/16", "Came in, seen alone."]]
    assert read_bytes("log.xlsb", binary_workbook("Log", rows)).counts.imported == 2
