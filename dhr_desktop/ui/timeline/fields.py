"""The form in which an entry is edited: what is left is saved, what is not understood is said."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.common.editors import Editor
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.record_form import RecordForm
from dhr_desktop.ui.common.typed_dates import read_typed_date, read_typed_time
from dhr_desktop.ui.common.widgets import label
from dhr_desktop.ui.timeline.typed import with_typed
from dhr_desktop.ui.timeline.writing import NEW

_BLANK = Entry(id=0, agency_id=0, date_edtf="XXXX", text="")
_PLAIN = ("text", "action", "source", "reference", "comment")


class EntryFields(RecordForm[Entry]):
    """An entry's fields: 'date', 'time', 'text', 'action', 'source', 'reference' and 'comment'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._date, self._time = QLineEdit(), QLineEdit()
        editors: dict[str, Editor] = {
            "date": self._date,
            "time": self._time,
            "text": GrowingText(3, 14),
            "action": GrowingText(1, 8),
            "source": QLineEdit(),
            "reference": QLineEdit(),
            "comment": GrowingText(2, 8),
        }
        super().__init__(_BLANK, editors, _PLAIN, parent)
        self._build()
        self.show_entry(_BLANK)

    def _build(self) -> None:
        self._date.setPlaceholderText(self.tr("date not known"))
        self._time.setPlaceholderText("--:--")
        names = self._names()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._place_pair(column, ("date", "time"), names, (3, 1))
        column.addWidget(self._hint)
        for name in ("text", "action"):
            column.addSpacing(8)
            column.addWidget(self._label(name, names))
            column.addWidget(self._editors[name])
        column.addSpacing(8)
        self._place_pair(column, ("source", "reference"), names, (3, 2))
        column.addSpacing(8)
        column.addWidget(self._label("comment", names))
        column.addWidget(self._editors["comment"])

    def _place_pair(
        self, column: QVBoxLayout, pair: tuple[str, str], names: dict[str, str], shares: tuple[int, int]
    ) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, name in enumerate(pair):
            grid.setColumnStretch(place, shares[place])
            grid.addWidget(self._label(name, names), 0, place)
            grid.addWidget(self._editors[name], 1, place)
        column.addLayout(grid)

    def _label(self, name: str, names: dict[str, str]) -> QLabel:
        made = label(names[name], "label")
        made.setBuddy(self._editors[name])
        self._editors[name].setAccessibleName(names[name])
        return made

    def _names(self) -> dict[str, str]:
        return {
            "date": self.tr("Date"),
            "time": self.tr("Time"),
            "text": self.tr("What happened"),
            "action": self.tr("Action taken"),
            "source": self.tr("Source"),
            "reference": self.tr("Reference"),
            "comment": self.tr("Comment"),
        }

    def show_entry(self, entry: Entry) -> None:
        """Show another entry, or the same as it now is; what is being typed into the same entry stays."""
        self.show_record(entry)

    def focus_first(self, name: str = "text") -> None:
        """Put the keyboard into a field, after what is in it."""
        self._editors[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What the form says of an entry.

    def texts_of(self, record: Entry) -> dict[str, str]:
        """What stands in each field before anything is typed."""
        when = record.when
        texts = {name: str(getattr(record, name)) for name in _PLAIN}
        return {"date": "" if when.is_unknown else in_british_words(when), "time": record.time, **texts}

    def with_typed(self, record: Entry, typed: Mapping[str, str]) -> Entry:
        """The entry with what was typed into these fields; an hour typed after a date is taken too."""
        for name in sorted(typed):
            record = with_typed(record, name, typed[name].strip(), time_too="time" not in typed) or record
        return record

    def understands(self, name: str, typed: str) -> bool:
        """Whether what stands in a field is a date or a time, where it has to be one."""
        if name == "date":
            return read_typed_date(typed) is not None
        return name != "time" or read_typed_time(typed) is not None

    def place_of(self, record: Entry) -> str:
        """Every entry has a place of its own; so has the one that is being begun."""
        if record.id:
            return f"entry/{record.id}"
        return "" if self.saves_on_leaving else NEW

    def words_about(self, wrong: Collection[str]) -> str:
        """What is not understood; else how the date is read, and what the agency wrote."""
        if "date" in wrong:
            return self.tr(
                "Not understood as a date. Try 5 April 2016, early June 2014, w/c 3/4/17, spring 2016 or 2016."
            )
        if "time" in wrong:
            return self.tr("Not understood as a time. Try 21:30 or 9.30pm.")
        typed = read_typed_date(self._date.text())
        if typed and "date" in self.unsaved():
            return self.tr("Read as {date}").format(date=in_british_words(parse(typed.edtf)))
        if self._record.date_written and self._record.source_row_id:
            written = " ".join(part for part in (self._record.date_written, self._record.time_written) if part)
            return self.tr("The agency wrote “{words}”").format(words=" ".join(written.split()))
        return ""
