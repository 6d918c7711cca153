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
        b"".join(b'<row r="%d"><c><v>1</v></c></row>' % row for row in range(1_048_500, 1_048_576)),
        b'<row r="9"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="9"><c r="ZZZZZ9"><v>1</v></c><c r="B9"><v>1</v></c></row>',
    ],
)
def test_a_cell_with_words_too_far_out_is_refused_before_room_is_taken_for_those_between(row):
    with pytest.raises(problems.TooLarge) as refused:
        read_bytes("log.xlsx", with_rows(row))
    assert "“Log”" in refused.value.what
    assert "Ctrl+End" in refused.value.next_step


def test_a_cell_or_two_far_below_the_rest_are_told_of_and_the_rest_is_read():
    far = b'<row r="1048575"><c r="B1048575"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    reading = read_bytes("log.xlsx", with_rows(far))
    whole = read_bytes("log.xlsx", seeds.xlsx())
    assert reading.counts == whole.counts
    assert [row.cells for row in reading.tables[0].rows] == [row.cells for row in whole.tables[0].rows]
    assert any("B1048575, A1048576" in problem and "not read" in problem for problem in reading.problems)


def test_columns_painted_to_the_last_are_no_columns():
    painted = b"".join(b'<row r="%d"><c r="XFD%d" s="1"/></row>' % (row, row) for row in range(100, 1100))
    assert read_bytes("log.xlsx", with_rows(painted)).counts == read_bytes("log.xlsx", seeds.xlsx()).counts


def test_a_binary_workbook_is_read_down_to_its_last_words():
    rows = [["Date", "Event"], ["3/2/16", "Rang twice, no answer."], ["4/2/16", "Came in, seen alone."]]
    assert read_bytes("log.xlsb", binary_workbook("Log", rows)).counts.imported == 2


@pytest.mark.parametrize("place", ["XL/WORKSHEETS/SHEET1.BIN", "xl/sheets/one.bin"])
def test_a_far_cell_is_found_wherever_the_sheet_lies_in_a_binary_workbook(place):
    data = binary_workbook("Log", [["Date", "Event"], ["3/2/16", *[None] * 20_000, "Rang."]])
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as moved:
        for name in whole.namelist():
            part = whole.read(name).replace(b"worksheets/sheet1.bin", place[3:].encode())
            moved.writestr(place if name == "xl/worksheets/sheet1.bin" else name, part)
    with pytest.raises(problems.TooLarge):
        read_bytes("log.xlsb", made.getvalue())


def test_a_far_cell_is_found_in_a_sheet_whose_name_has_other_capitals():
    row = b'<row r="9"><c r="XFD1048576"><v>1</v></c></row>'
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(with_rows(row))) as whole, zipfile.ZipFile(made, "w") as moved:
        for name in whole.namelist():
            moved.writestr(name.upper() if name == SHEET else name, whole.read(name))
    with pytest.raises(problems.TooLarge):
        read_bytes("log.xlsx", made.getvalue())
