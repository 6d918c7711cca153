"""Workbooks of Excel 97-2003 and older: by their own streams, with their own forms, counted from their own year."""

import pytest

from dhr_desktop.importing import problems, sector_chains
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made_old import compound, excel_4, excel_97

_DATE, _OWN_FORM, _HOURS = 14, 50, 46
_ROWS = [
    ["Date", "Event", "Score"],
    [(42443, _DATE), "Home visit.", (14.06, _OWN_FORM)],
    [(42444, _DATE), "Telephone call.", (2.5, _OWN_FORM)],
]
_DATES = ["2016-03-14", "2016-03-15"]


def _dates(data, name="log.xls"):
    return [row.entry.date_edtf for table in read_bytes(name, data).tables for row in table.rows if row.entry]


def _cells(data):
    return [row.cells for row in read_bytes("log.xls", data).tables[0].rows]


def test_what_is_embedded_in_a_workbook_or_an_e_mail_does_not_make_it_a_document():
    assert _dates(compound({"Workbook": excel_97(_ROWS)}, {"WordDocument": b"letter"})) == _DATES
    with pytest.raises(problems.UnknownKind, match="E-mails are not read"):
        read_bytes("sent.msg", compound({"__properties_version1.0": b"facts"}, {"WordDocument": b"letter"}))
    with pytest.raises(problems.UnknownKind, match="Word 97-2003"):
        read_bytes("sent.xls", compound({"WordDocument": b"letter"}, {"Workbook": b"figures"}))


def test_a_table_of_short_sectors_that_is_counted_and_not_there_is_no_damage():
    data = compound({"Workbook": excel_97(_ROWS)}, short=0xFFFFFFFE)
    assert sector_chains.all_end(data)
    assert _dates(data) == _DATES


def test_streams_at_the_root_are_told_and_a_directory_in_a_ring_is_left():
    data = compound({"Workbook": b"w", "Other": b"o"}, {"Book": b"b"})
    assert sector_chains.root_streams(data) == {"Workbook", "Other"}
    assert sector_chains.root_streams(data[:600]) == frozenset()


def test_a_number_in_a_form_of_the_workbooks_own_is_no_date_though_such_a_form_is_usually_one():
    """Form 50 is a date in East Asia, and '0.0' where the workbook says so."""
    assert [row[2] for row in _cells(excel_97(_ROWS, {_OWN_FORM: "0.0"}))] == ["Score", "14.06", "2.5"]


def test_hours_that_run_on_past_a_day_are_no_date():
    rows = [["Date", "Event", "Length"], [(42443, _DATE), "Home visit.", (1.25, _HOURS)]]
    assert _cells(excel_97(rows, {_HOURS: "[h]:mm:ss"}))[1][2] == "30:00"


@pytest.mark.parametrize("form", [_DATE, 0], ids=["typed", "bare"])
def test_a_workbook_that_counts_from_1904_is_read_by_its_own_days(form):
    rows = [["Date", "Event"], [(42443 - 1462, form), "Home visit."], [(42444 - 1462, form), "Telephone call."]]
    assert _dates(excel_97(rows, since_1904=True)) == _DATES


def test_a_sheet_of_excel_4_is_read():
    assert _dates(excel_4(_ROWS)) == _DATES
    assert _dates(excel_4(_ROWS), "log") == _DATES


def test_rows_only_painted_to_the_end_of_an_old_sheet_are_no_rows():
    blank = b"\x01\x02\x06\x00\xff\xff\xff\x00\x00\x00"
    data = excel_97(_ROWS)
    assert _dates(data[:-4] + blank + data[-4:]) == _DATES


def test_cells_far_out_in_an_old_sheet_are_told_of_by_sheet_and_place():
    rows = [*_ROWS, *[[]] * 65_000, [None] * 200 + ["far"]]
    with pytest.raises(problems.TooLarge, match="its sheet “Log” reaches down to row 65,004 and across to column GS"):
        read_bytes("log.xls", excel_97(rows))
