"""Whatever the program writes into a spreadsheet goes through the one place that keeps text text."""

import re

from tests.house.source import PACKAGE

_MAKES_A_SPREADSHEET = re.compile(r"openpyxl\.Workbook\(|import xlsxwriter|csv\.(?:writer|DictWriter)\(|odf\.")
_PUTS_TEXT_ITSELF = re.compile(r"\.cell\([^)]*\bvalue=|\.append\(\[|\.value = |\.writerow|\.write_string\(")
_THE_ONE_PLACE = "sheet_text.py"


def test_text_reaches_a_spreadsheet_only_through_the_place_that_keeps_it_text():
    makers = [path for path in PACKAGE.rglob("*.py") if _MAKES_A_SPREADSHEET.search(path.read_text(encoding="utf-8"))]

    assert makers
    for path in makers:
        text = path.read_text(encoding="utf-8")
        assert "from dhr_desktop.base.sheet_text import put" in text, path.name
        assert path.name == _THE_ONE_PLACE or not _PUTS_TEXT_ITSELF.search(text), path.name
