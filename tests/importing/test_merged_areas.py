"""Merged areas that claim more than any table has: a small file takes no great room, and its rows are read."""

import io
import tracemalloc
import zipfile

import pytest

from dhr_desktop.importing.reading import read_bytes

_MUCH = 200_000_000
"""Bytes: the room that all the merged areas of a table may take, and the file's own few."""
_DATES = ["2016-03-14", "2016-03-15"]
_ROWS = (("Date", "Event"), ("14/03/2016", "Home visit."), ("15/03/2016", "Telephone call."))
_SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("table", "text"))


def _page() -> bytes:
    rows = [f"<tr>{''.join(f'<td>{words}</td>' for words in row)}</tr>" for row in _ROWS]
    trap = "<tr><td colspan=1000 rowspan=1000>Note</td><td colspan=1000 rowspan=1000>Note</td></tr>"
    return f"<html><body><table>{''.join(rows)}{trap * 4}</table></body></html>".encode()


def _old_sheet() -> bytes:
    cell = '<Cell{}><Data ss:Type="String">{}</Data></Cell>'
    rows = ["".join(cell.format("", words) for words in row) for row in _ROWS]
    rows += [cell.format(' ss:MergeAcross="900" ss:MergeDown="900"', "Note") * 4]
    table = "".join(f"<Row>{row}</Row>" for row in rows)
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    sheet = f'<Worksheet ss:Name="Log"><Table>{table}</Table></Worksheet>'
    return f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">{sheet}</Workbook>'.encode()


def _text(last: str) -> bytes:
    rows = ["".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in row) for row in _ROWS]
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in [*rows, last])
    space = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    body = f"<office:body><office:text><table:table>{table}</table:table></office:text></office:body>"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        content = f'<office:document-content xmlns:office="{space}" {_SPACES}>{body}</office:document-content>'
        out.writestr("content.xml", content)
    return made.getvalue()


_WIDE = "<table:table-cell table:number-columns-spanned='2400' table:number-rows-spanned='900'/>"
_BLANKS = (
    "<table:table-cell><text:p>16/03/2016</text:p></table:table-cell>"
    "<table:table-cell><text:p>Letter<text:s text:c='300000000'/>sent.</text:p></table:table-cell>"
)


@pytest.mark.parametrize(
    ("name", "data", "dates"),
    [
        ("log.html", _page(), _DATES),
        ("log.xml", _old_sheet(), _DATES),
        ("log.odt", _text(_WIDE), _DATES),
        ("blanks.odt", _text(_BLANKS), [*_DATES, "2016-03-16"]),
    ],
)
def test_a_small_file_takes_no_great_room_and_its_rows_are_read(name, data, dates):
    read_bytes(name, data)
    tracemalloc.start()
    reading = read_bytes(name, data)
    taken = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    read = [row.entry.date_edtf for table in reading.tables for row in table.rows if row.entry]
    assert read[: len(dates)] == dates
    assert taken < _MUCH
