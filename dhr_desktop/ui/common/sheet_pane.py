"""The sheet around the row that an entry was made of, with the cells in doubt marked."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.entries import Entry
from dhr_desktop.importing.choices import Choices
from dhr_desktop.importing.fields import Field
from dhr_desktop.store import sheets, submissions
from dhr_desktop.store.review import Review
from dhr_desktop.store.sheets import Sheet
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.sheet_view import SheetView
from dhr_desktop.ui.common.theme import HAIR
from dhr_desktop.ui.common.widgets import label

_FIELDS = {
    "date": (Field.DATE, Field.END_DATE),
    "time": (Field.TIME,),
    "reported": (Field.REPORTED_DATE, Field.REPORTED_TIME),
}
Mapping = dict[int, Field]


class SheetPane(QWidget):
    """Says which file, table and row it shows. A table is read once, off the window's thread."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entry: Entry | None = None
        self._sheet: Sheet | None = None
        self._mapping: Mapping = {}
        self.place = label(role="label", wrap=True)
        self.view = SheetView(context.review, context.theme)
        self.view.sheet_model.dress = context.veil.cell
        context.veil.changed.connect(self.view.sheet_model.draw_anew)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.place)
        column.addWidget(self.view, 1)

    def show_entry(self, entry: Entry | None) -> None:
        """Show the row that an entry was made of; where there is none, say so."""
        self._entry = entry
        if entry is None or entry.source_row_id is None:
            self.view.show_none()
            self._sheet = None
            self.place.setText(self.tr("No agency’s row stands behind this entry.") if entry else "")
            self.view.hide()
            return
        self.view.show()
        if self._sheet and entry.source_row_id in self._sheet.row_ids:
            self._show(self._sheet, entry)
            return
        review, row_id = self._context.review, entry.source_row_id

        def work(progress: Progress) -> tuple[Sheet, Mapping]:
            del progress
            sheet = sheets.around(review, row_id)
            return sheet, _mapping(review, sheet)

        self._context.jobs.read(work, self.tr("Reading the agency’s sheet"), self._read, owner=self)

    def _read(self, found: tuple[Sheet, Mapping]) -> None:
        entry = self._entry
        if entry is None or entry.source_row_id not in found[0].row_ids:
            return  # the chair has gone on meanwhile
        self._sheet, self._mapping = found
        self._show(self._sheet, entry)

    def _show(self, sheet: Sheet, entry: Entry) -> None:
        row_id = entry.source_row_id or 0
        number = sheet.numbers[sheet.place_of(row_id)]
        if sheet.table:
            words = self.tr("{file}, “{table}”, row {row}").format(file=sheet.file_name, table=sheet.table, row=number)
        else:
            words = self.tr("{file}, row {row}").format(file=sheet.file_name, row=number)
        if sheet.shape.hidden:
            words = self.tr("{place} (the file hides this sheet)").format(place=words)
        self.place.setText(words)
        self.view.show_row(sheet, row_id, self._doubted(entry))

    def _doubted(self, entry: Entry) -> set[int]:
        """The columns in doubt; a time may stand in the date's own column."""
        found: set[int] = set()
        for doubt in entry.doubts:
            wanted = _FIELDS.get(doubt.field, ())
            columns = {column for column, field in self._mapping.items() if field in wanted}
            found |= columns or {column for column, field in self._mapping.items() if field is Field.DATE}
        return found


def _mapping(review: Review, sheet: Sheet) -> Mapping:
    """Which field each column of the table was read into."""
    tables = submissions.layout(review, sheet.submission_id).get("tables", [])
    found = [table for table in tables if table.get("name") == sheet.table]
    same = [table for table in found if tuple(table.get("headings", ())) == sheet.headings]
    return Choices.from_json((same or found)[0].get("choices", {})).mapping if found else {}
