"""Files that cannot be read: each is refused with what is wrong and what to do."""

import pytest

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.files import FileProblem
from dhr_desktop.importing import problems
from dhr_desktop.importing.reading import read_bytes, read_file
from tests.sheets.made import bomb, csv_text, protected_workbook, rebuilt, word, workbook

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 200


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("empty.xlsx", b"", problems.FileEmpty),
        ("empty.csv", b"", problems.FileEmpty),
        ("blank.txt", b"  \r\n ", problems.FileEmpty),
        ("picture.xlsx", PNG, problems.NotThisKind),
        ("picture.docx", PNG, problems.NotThisKind),
        ("picture.xls", PNG, problems.NotThisKind),
        ("picture.csv", PNG, problems.NotThisKind),
        ("cut.xlsx", workbook(("A", [["Date", "Event"]]))[:800], problems.NotThisKind),
        ("locked.xlsx", protected_workbook(), problems.PasswordNeeded),
        ("bomb.xlsx", bomb, problems.TooLarge),
        ("nothing.docx", word(), problems.NoTable),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", problems.UnknownKind),
        ("print.pdf", b"%PDF-1.7", problems.NotThisKind),
        ("all.zip", b"PK\x03\x04", problems.NotThisKind),
        ("saved.rtf", b"{\\rtf1 Dear chair}", problems.UnknownKind),
        ("noending", b"abc", problems.UnknownKind),
    ],
)
def test_each_is_refused_in_a_sentence_with_a_next_step(name, data, error):
    with pytest.raises(error) as refused:
        read_bytes(name, data() if callable(data) else data)  # one takes seconds to make
    assert name in refused.value.what
    assert refused.value.what.endswith(".")
    assert refused.value.next_step.endswith(".")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("none.xlsx", workbook(("Sheet1", []))),
        ("letter.docx", word("Dear chair")),
        ("headings.xlsx", workbook(("Sheet1", [["Date", "Event", "Action"]]))),
    ],
)
def test_a_file_without_a_row_is_no_success(name, data):
    reading = read_bytes(name, data)
    assert reading.counts.imported == 0
    assert any("No entries were found" in problem for problem in reading.problems)


def test_a_file_that_is_not_there_is_told_of_by_its_name_alone(tmp_path):
    with pytest.raises(FileProblem) as refused:
        read_file(tmp_path / "gone.xlsx")
    assert "gone.xlsx" in refused.value.what
    assert str(tmp_path) not in str(refused.value)


@pytest.mark.parametrize("cut", range(0, 4000, 400))
def test_a_file_cut_off_anywhere_is_read_or_refused_but_never_a_fault(cut):
    data = workbook(("A", [["Date", "Event"], ["1/2/2016", "Seen."]]))
    with pytest.raises(UserError):
        read_bytes("cut.xlsx", data[: min(cut, len(data) - 1)])


def test_a_cell_of_brackets_is_no_heading_and_takes_no_time():
    rows = [["Date", "Event"], ["1/2/2016", "(" * 32_000], ["2/2/2016", "Seen."]]
    assert read_bytes("brackets.csv", csv_text(rows)).counts.imported == 2


def test_a_cell_that_says_it_covers_a_thousand_million_columns_is_given_no_room_for_them():
    data = word([("Date", "Event"), ("1/2/2016", "Seen.")])
    hostile = rebuilt(data, "word/document.xml", b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="999999999"/>')
    assert read_bytes("wide.docx", hostile).counts.imported == 1


def test_a_formula_is_never_worked_out_and_one_without_a_value_is_kept_as_it_is_written():
    link = '=HYPERLINK("http://x","y")'
    rows = [["Date", "Event", "Action"], ["=DATE(2016,3,14)", "Seen.", ""], ["15/03/2016", link, ""]]
    reading = read_bytes("formulas.xlsx", workbook(("A", rows)))
    first, second = (row.entry for row in reading.tables[0].rows if row.entry)
    assert (first.date_edtf, first.date_written) == ("XXXX", "=DATE(2016,3,14)")
    assert [doubt.code for doubt in first.doubts] == ["unreadable"]
    assert second.text == link
    assert any("2 cells hold formulas" in problem for problem in reading.problems)


def test_a_file_that_is_none_of_the_kinds_is_told_to_be_no_file_of_the_kind_that_its_name_says():
    noise = bytes(range(1, 30)) * 40
    with pytest.raises(problems.NotThisKind) as told:
        read_bytes("Chronology.xlsx", noise)
    assert "is not an Excel workbook" in told.value.what
