"""Tables that a case-management system writes as a web page or as old spreadsheet XML and calls a workbook."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import limits, problems
from dhr_desktop.importing.grid import Grid, Spans, Value, rectangular
from dhr_desktop.importing.letters import Letters, decoded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_KIND = "a table that was saved as a web page"
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE
)
_HEAD = 4096
_KEPT_WORDS = 6
_WIDEST_SPAN = 1000
_BLOCKS = {"p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6"}


def read_html(name: str, _suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """Every table of a page that holds no other, with the words before it. Raises `NoTable` when there is none."""
    from lxml import etree, html  # noqa: PLC0415 - slow to import

    letters = _letters(name, data)
    try:
        page = html.document_fromstring(
            letters.text.encode("utf-8", "replace"), html.HTMLParser(encoding="utf-8", no_network=True)
        )
    except etree.ParserError:  # there is nothing in it but blanks and comments
        raise problems.no_table(name) from None
    except (etree.XMLSyntaxError, ValueError):
        raise problems.not_this_kind(name, _KIND) from None
    grids: list[Grid] = []
    tables = _of_records(page)
    for done, table in enumerate(tables):
        progress.step(done, len(tables), "Reading tables")
        grid = _html_table(str(len(grids) + 1), table)
        if grid.rows:
            grids.append(replace(grid, remarks=() if grids else letters.remarks))
    if not grids:
        raise problems.no_table(name)
    return grids


def _letters(name: str, data: bytes) -> Letters:
    """The page's text in the letters that it declares; zeros in it mean nothing, as to a browser."""
    declared = _CHARSET.search(data[:_HEAD])
    told = declared[1].decode() if declared else ""
    for words in (data, data.replace(b"\0", b"")):
        try:
            return decoded(name, words, told)
        except problems.NotThisKind:
            continue
    raise problems.not_this_kind(name, _KIND)


def _of_records(page: "Element") -> list["Element"]:
    """The tables that are not there for the layout of a page: they have columns, and more rows than any inside them.

    What stands in a cell of such a table, be it a small table, is part of that cell.
    """
    found: list[Element] = []
    within: set[Element] = set()
    for table in page.iter("table"):
        inner = list(table.iterdescendants("table"))
        if table in within:
            continue
        rows = _own_rows(table)
        wide = sum(len(list(row.iterchildren("td", "th"))) > 1 for row in rows)
        if not inner or (wide > len(rows) // 2 and len(rows) > max(len(_own_rows(one)) for one in inner)):
            found.append(table)
            within.update(inner)
    return found


def _own_rows(table: "Element") -> list["Element"]:
    return [
        row
        for part in table.iterchildren("tr", "thead", "tbody", "tfoot")
        for row in ([part] if part.tag == "tr" else part.iterchildren("tr"))
    ]


def _html_table(name: str, table: "Element") -> Grid:
    rows: list[list[Value]] = []
    spans = Spans()
    own = _own_rows(table)
    for number, row in enumerate(own):
        cells: list[Value] = []
        for cell in row.iterchildren("td", "th"):
            while spans.from_above(number, len(cells)):
                cells.append(None)
            wide, high = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(own) - number)
            if wide > 1 or high > 1:
                spans.add((number, len(cells)), high, wide)
            cells.extend([_words(cell) or None, *[None] * (wide - 1)])
        rows.append(cells)
    return Grid(name=name, rows=rectangular(rows), spans=spans.cells, context=_before(table))


def _span(cell: "Element", name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), _WIDEST_SPAN) if value.isascii() and value.isdigit() else 1


def _words(element: "Element") -> str:
    """An element's words, a line for each block in it."""
    said: list[str] = []
    for part in element.iter():
        if not isinstance(part.tag, str) or part.tag in {"script", "style"}:
            continue
        if part.tag in _BLOCKS and said:
            said.append("\n")
        elif part.tag in {"td", "th"} and said:
            said.append(" ")
        said.append(" ".join((part.text or "").split(" ")))
        if part is not element:
            said.append(part.tail or "")
    lines = (" ".join(line.split()) for line in "".join(said).replace("\u00a0", " ").split("\n"))
    return "\n".join(line for line in lines if line)


def _before(table: "Element") -> tuple[str, ...]:
    words = [_words(block) for block in table.itersiblings("p", "h1", "h2", "h3", "h4", "div", preceding=True)]
    return tuple(reversed([said for said in words if said][:_KEPT_WORDS]))


def read_sheet_xml(name: str, _suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """The sheets of a workbook in the XML that Excel 2003 wrote and databases still export."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise problems.not_this_kind(name, "a spreadsheet saved as XML") from None
    sheets = list(root.iter(f"{_SS}Worksheet")) if root is not None else []
    if not sheets:
        raise problems.no_table(name)
    progress.step(0, len(sheets), "Reading sheets")
    return [_sheet(name, sheet) for sheet in sheets]


def _sheet(name: str, sheet: "Element") -> Grid:
    rows: list[list[Value]] = []
    spans = Spans()
    hidden: set[int] = set()
    for row in sheet.iter(f"{_SS}Row"):
        at = _number(row, "Index") - 1
        while len(rows) < at and (len(rows) + 1) * 8 < limits.MOST_CELLS:
            rows.append([])
        if row.get(f"{_SS}Hidden") == "1":
            hidden.add(len(rows))
        rows.append(_cells(name, row, len(rows), spans))
    return Grid(
        name=sheet.get(f"{_SS}Name", ""), rows=rectangular(rows), spans=spans.cells, hidden_rows=frozenset(hidden)
    )


def _cells(name: str, row: "Element", number: int, spans: Spans) -> list[Value]:
    cells: list[Value] = []
    for cell in row.iter(f"{_SS}Cell"):
        at = _number(cell, "Index") - 1
        while spans.from_above(number, len(cells)):
            cells.append(None)
        if at > 2**14:
            raise problems.too_large(name)
        cells.extend([None] * (at - len(cells)))
        place = number, len(cells)
        wide, high = min(_number(cell, "MergeAcross"), _WIDEST_SPAN), min(_number(cell, "MergeDown"), _WIDEST_SPAN)
        if wide or high:
            spans.add(place, high + 1, wide + 1)
        cells.extend([_value(cell), *[None] * wide])
    return cells


def _number(element: "Element", name: str) -> int:
    value = element.get(f"{_SS}{name}", "0")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 8 else 0  # noqa: PLR2004 - a row's number


def _value(cell: "Element") -> Value:
    from datetime import datetime  # noqa: PLC0415 - beside its only use

    data = cell.find(f"{_SS}Data")
    if data is None:
        return None
    words = "".join(str(part) for part in data.itertext())
    try:
        if data.get(f"{_SS}Type") == "DateTime":
            return datetime.fromisoformat(words)
        if data.get(f"{_SS}Type") == "Number":
            return float(words)
    except ValueError:
        return words or None
    return words or None
