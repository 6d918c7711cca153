"""The agency's row as it stood, to read beside the entry that was made of it."""

import re
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import SourceRow
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.widgets import button, label

_LONG_WORD = re.compile(r"\S{25}(?=\S{5})")
_MAY_BREAK = "\u200b"


class OriginalRow(QWidget):
    """Headings and cells of one row, its file, table and number. Nothing here can be changed."""

    sheet_wanted = Signal()
    """The chair wants to see the sheet around the row."""

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._shown: tuple[SourceRow, str] | None = None
        self._title = label(self.tr("As the agency sent it"), "label")
        self._place = _selectable(label(role="hint", wrap=True))
        self._cells = _selectable(label(wrap=True))
        self._cells.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cells.setTextFormat(Qt.TextFormat.RichText)
        self._cells.setAccessibleName(self.tr("The agency's row as it stood"))
        self._place.setAccessibleName(self.tr("Where the row stands"))
        self.sheet = button(self.tr("Show its &sheet"), "quiet", self.sheet_wanted.emit)
        self.sheet.setToolTip(self.tr("The sheet around this row, as the agency’s file has it  (Ctrl+Shift+O)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(4)
        for each in (self._title, self._place, self._cells):
            column.addWidget(each)
        column.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        inks.changed.connect(self._show_again)

    def show_row(self, row: SourceRow, file_name: str) -> None:
        """Show a row of a file."""
        self._shown = row, file_name
        self._title.setText(self.tr("As the agency sent it"))
        if row.table:
            place = self.tr("{file}, “{table}”, row {row}").format(file=file_name, table=row.table, row=row.row)
        else:
            place = self.tr("{file}, row {row}").format(file=file_name, row=row.row)
        self._place.setText(_breakable(place))
        self._cells.setText(self._table(row))
        self._cells.show()
        self.sheet.show()

    def show_none(self) -> None:
        """Say that no agency's row stands behind the entry."""
        self._shown = None
        self._title.setText(self.tr("Added by you"))
        self._place.setText(self.tr("No agency’s row stands behind this entry."))
        self._cells.hide()
        self.sheet.hide()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self._cells, self.sheet]

    def words(self) -> str:
        """Everything it says, without its marks."""
        shown = QTextDocumentFragment.fromHtml(self._cells.text()).toPlainText() if self._shown else ""
        return f"{self._title.text()}\n{self._place.text()}\n{shown}".replace(_MAY_BREAK, "")

    def _show_again(self) -> None:
        if self._shown:
            self.show_row(*self._shown)

    def _table(self, row: SourceRow) -> str:
        headings = (*row.headings, *(self.tr("(no heading)"),) * (len(row.cells) - len(row.headings)))
        pairs = list(zip(headings, row.cells, strict=False))
        muted = self._inks.ink("muted").name()
        lines = [
            f'<tr><td style="color:{muted}; padding:3px 12px 3px 0" width="34%">{_html(heading)}</td>'
            f'<td style="padding:3px 0">{_html(cell)}</td></tr>'
            for heading, cell in pairs
            if cell.strip()
        ]
        empty = ", ".join(heading for heading, cell in pairs if not cell.strip())
        if empty:
            words = self.tr("Left empty: {headings}").format(headings=empty)
            lines.append(f'<tr><td colspan="2" style="color:{muted}; padding:8px 0 0 0">{_html(words)}</td></tr>')
        return f'<table width="100%" cellspacing="0">{"".join(lines)}</table>'


def _html(text: str) -> str:
    return escape(_breakable(text)).replace("\n", "<br>")


def _breakable(text: str) -> str:
    """With places to break in what has none, such as an address of the web: Qt would make the panel as wide as it."""
    return _LONG_WORD.sub(rf"\g<0>{_MAY_BREAK}", text)


def _selectable(shown: QLabel) -> QLabel:
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return shown
