"""The blank chronology as a workbook: what is typed stays as it was typed, and is checked without being refused."""

import io
from typing import TYPE_CHECKING

from dhr_desktop.base.sheet_text import put
from dhr_desktop.importing import request as wording
from dhr_desktop.importing.request import Column, Request

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import Side
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

_HEADINGS = 5
_FIRST = _HEADINGS + 1
_LAST = 5_000
_INK, _PALE, _LINE = "FF1F3A4D", "FFE8EEF2", "FFB7C3CB"
_GUIDE_WIDTH = 76
_LETTERS_IN_A_LINE = 92
_LINE_HEIGHT = 15
_FONT = "Arial"
_LONGEST_PROMPT = 255  # what a workbook allows
_LONGEST_TITLE = 32
# A full date that lies before 1930 or ahead does not pass; anything else, such as 'early June 2014', does. It is an IF
# because OR looks at all it is given, and one part in error makes the whole an error, which is a warning.
_DATE_CHECK = "=IF(ISERROR(DATEVALUE({cell})),TRUE,AND(DATEVALUE({cell})>=DATE(1930,1,1),DATEVALUE({cell})<=TODAY()))"
_TIME_CHECK = (
    '=OR(NOT(ISERROR(TIMEVALUE({cell}))),ISNUMBER(SEARCH("|"&LOWER(TRIM({cell}))&"|",'
    '"|am|pm|morning|afternoon|evening|night|not recorded|not known|")))'
)


def workbook(request: Request) -> bytes:
    """The form for one agency as .xlsx: the chronology, how to fill it in, and a page for abbreviations.

    The columns are text, so that no spreadsheet turns 'June 2014' into its first day, or 3/5 into the fifth of March.
    """
    import openpyxl

    book = openpyxl.Workbook()
    del book[book.sheetnames[0]]
    _chronology(book.create_sheet(wording.words("sheet")), request)
    _guide(book.create_sheet(wording.words("guide")), request)
    _glossary(book.create_sheet(wording.words("glossary")))
    for each in book.worksheets:
        _page(each, request)
    _say_little(book, request)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _chronology(sheet: "Worksheet", request: Request) -> None:
    from openpyxl.styles import Alignment, Font

    looks = (
        Font(name=_FONT, bold=True, size=14, color=_INK),
        Font(name=_FONT, size=12),
        Font(name=_FONT, italic=True),
    )
    for row, (text, look) in enumerate(zip(wording.titles(request), looks, strict=True), start=1):
        put(sheet.cell(row, 1), text)
        sheet.cell(row, 1).font = look
        sheet.cell(row, 1).alignment = Alignment(wrap_text=False, vertical="center")
    _columns(sheet)
    sheet.row_dimensions[_HEADINGS].height = 3 * _LINE_HEIGHT
    sheet.freeze_panes = f"B{_FIRST}"
    sheet.print_title_rows = f"{_HEADINGS}:{_HEADINGS}"
    sheet.sheet_view.selection[0].activeCell = sheet.sheet_view.selection[0].sqref = f"A{_FIRST}"


def _columns(sheet: "Worksheet") -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    edge = Side(style="thin", color=_LINE)
    for number, column in enumerate(wording.columns(), start=1):
        head = sheet.cell(_HEADINGS, number)
        letter = get_column_letter(number)
        dimension = sheet.column_dimensions[letter]
        dimension.width = column.width
        dimension.number_format = "@"
        dimension.font = Font(name=_FONT, size=10)
        dimension.alignment = Alignment(wrap_text=True, vertical="top")
        put(head, column.heading)
        head.font = Font(name=_FONT, bold=True, color=_INK)
        head.fill = PatternFill("solid", start_color=_PALE)
        head.alignment = Alignment(wrap_text=True, vertical="top")
        head.border = Border(bottom=edge, left=edge, right=edge, top=edge)
        sheet.add_data_validation(_check(column, letter))
    _rule_what_is_filled(sheet, edge)


def _rule_what_is_filled(sheet: "Worksheet", edge: "Side") -> None:
    """A line around every row that holds anything, however many there come to be."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Border
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.utils import get_column_letter

    last = get_column_letter(len(wording.columns()))
    look = DifferentialStyle(border=Border(bottom=edge, left=edge, right=edge, top=edge))
    rule = Rule(type="expression", dxf=look, formula=[f"COUNTA($A{_FIRST}:${last}{_FIRST})>0"])
    sheet.conditional_formatting.add(f"A{_FIRST}:{last}{_LAST}", rule)


def _check(column: Column, letter: str) -> "DataValidation":
    """What a cell says when it is entered, and what it warns of; nothing that is typed is ever refused."""
    from openpyxl.worksheet.datavalidation import DataValidation

    cell = f"{letter}{_FIRST}"
    if column.check == "seen":
        check = DataValidation(type="list", formula1=f'"{",".join(wording.words("seen"))}"')
    elif column.check:
        formula = (_DATE_CHECK if column.check == "date" else _TIME_CHECK).format(cell=cell).removeprefix("=")
        check = DataValidation(type="custom", formula1=formula)
    else:
        check = DataValidation()
    if column.check:
        check.showErrorMessage = True
        check.errorStyle = "warning"
        check.errorTitle = column.heading[:_LONGEST_TITLE]
        check.error = wording.words(f"{column.check}_warning")
    check.allow_blank = True
    check.showInputMessage = True
    check.promptTitle = column.heading[:_LONGEST_TITLE]
    check.prompt = column.prompt[:_LONGEST_PROMPT]
    check.add(f"{cell}:{letter}{_LAST}")
    return check


def _guide(sheet: "Worksheet", request: Request) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    row = 1
    for title, paragraphs in [(wording.words("guide"), ()), *wording.guide(request), *_columns_explained()]:
        put(sheet.cell(row, 1), title)
        sheet.cell(row, 1).font = Font(name=_FONT, bold=True, size=14 if row == 1 else 12, color=_INK)
        for paragraph in paragraphs:
            row += 1
            put(sheet.cell(row, 1), paragraph)
            sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
            sheet.cell(row, 1).font = Font(name=_FONT, size=10)
            # Said outright, for not every program works out the height of a row by itself.
            sheet.row_dimensions[row].height = _LINE_HEIGHT * (1 + len(paragraph) // _LETTERS_IN_A_LINE)
        row += 2


def _columns_explained() -> list[tuple[str, tuple[str, ...]]]:
    lines = tuple(f"{column.heading}: {column.prompt}" for column in wording.columns())
    return [(wording.words("columns"), lines)]


def _glossary(sheet: "Worksheet") -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, (heading, width) in enumerate(zip(wording.words("glossary_headings"), (24, 76), strict=True), start=1):
        put(sheet.cell(1, number), heading)
        sheet.cell(1, number).font = Font(name=_FONT, bold=True, color=_INK)
        sheet.cell(1, number).fill = PatternFill("solid", start_color=_PALE)
        dimension = sheet.column_dimensions["AB"[number - 1]]
        dimension.width = width
        dimension.alignment = Alignment(wrap_text=True, vertical="top")
        dimension.number_format = "@"
    sheet.freeze_panes = "A2"


def _page(sheet: "Worksheet", request: Request) -> None:
    """A4 on its side, as wide as the page, marked at the head and foot of each."""
    from openpyxl.worksheet.properties import PageSetupProperties

    wide = sheet.title == wording.words("sheet")
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    if sheet.oddHeader and sheet.oddFooter:
        sheet.oddHeader.center.text = wording.words("marking")
        sheet.oddFooter.left.text = request.review.replace("&", "&&")
        sheet.oddFooter.right.text = "&P / &N"


def _say_little(book: "Workbook", request: Request) -> None:
    book.properties.creator = book.properties.lastModifiedBy = "DHR Desktop"
    book.properties.title = wording.titles(request)[1]
    book.properties.language = "en-GB"
