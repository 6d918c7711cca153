"""What the chair calls an event, when she takes it to have been, and her note: written in place, saved at pauses."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from dhr_desktop.domain.dates import UNKNOWN_TEXT, in_british_words, parse
from dhr_desktop.domain.events import Event
from dhr_desktop.ui.common.editors import Editor
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.record_form import RecordForm
from dhr_desktop.ui.common.theme import HAIR, SMALL
from dhr_desktop.ui.common.typed_dates import read_typed_date, read_typed_time
from dhr_desktop.ui.common.veil import veiled_words
from dhr_desktop.ui.common.widgets import label

_NONE = Event(0)
_PLAIN = ("headline", "note")


class EventFields(RecordForm[Event]):
    """An event's fields: 'headline', 'date', 'time' and 'note'."""

    def __init__(self, shown: Callable[[str], str], parent: QWidget | None = None) -> None:
        self._as_shown = shown
        self._covering = self._veiled = False
        self._date, self._time = QLineEdit(), QLineEdit()
        editors: dict[str, Editor] = {
            "headline": QLineEdit(),
            "date": self._date,
            "time": self._time,
            "note": GrowingText(1, 4),
        }
        super().__init__(_NONE, editors, _PLAIN, parent)
        self._hint.hide()
        self._build()

    def _build(self) -> None:
        names = {
            "headline": self.tr("Headline"),
            "date": self.tr("Date"),
            "time": self.tr("Time"),
            "note": self.tr("Note"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(HAIR)
        for column, (name, share) in enumerate((("headline", 6), ("date", 3), ("time", 1))):
            grid.setColumnStretch(column, share)
            self._place(grid, name, names[name], (0, column))
        grid.addWidget(self._hint, 2, 0, 1, 3)
        self._place(grid, "note", names["note"], (3, 0), 3)
        self._time.setPlaceholderText("--:--")

    def _place(self, grid: QGridLayout, name: str, words: str, at: tuple[int, int], across: int = 1) -> None:
        made = label(words, "label")
        made.setBuddy(self._editors[name])
        self._editors[name].setAccessibleName(words)
        grid.addWidget(made, at[0], at[1], 1, across)
        grid.addWidget(self._editors[name], at[0] + 1, at[1], 1, across)

    def show_event(self, event: Event, called: str, moment: str) -> None:
        """Show an event, or the same as it now is; what is being typed into the same one stays.

        `called` and `moment` are what stands for a headline and a date that are not given.
        """
        self.show_record(event)
        for name, words in (("headline", called), ("date", moment)):
            self._editors[name].setPlaceholderText(words)

    def cover(self, *, on: bool, veiled: bool = False) -> None:
        """Cover names, or veil all words, and have nothing written meanwhile; what was being written is saved first."""
        if (on, veiled) == (self._covering, self._veiled):
            return
        if on or veiled:
            self.commit()
        self._covering, self._veiled = on, veiled
        self.set_read_only(on=on or veiled)
        self._show_anew()

    # What the form says of an event.

    def texts_of(self, record: Event) -> dict[str, str]:
        """What stands in each field before anything is typed."""
        date = in_british_words(record.when) if record.date_edtf else ""
        words = _veiled if self._veiled else self._as_shown if self._covering else str
        return {"headline": words(record.headline), "date": date, "time": record.time, "note": words(record.note)}

    def with_typed(self, record: Event, typed: Mapping[str, str]) -> Event:
        """The event with what was typed into these fields; an hour typed after a date is taken too."""
        words: dict[str, Any] = {name: typed[name].strip() for name in typed.keys() & set(_PLAIN)}
        record = replace(record, **words)
        if "date" in typed and (date := read_typed_date(typed["date"])) is not None:
            record = replace(record, date_edtf="" if date.edtf == UNKNOWN_TEXT else date.edtf)
            if date.time and "time" not in typed:
                record = replace(record, time=date.time)
        if "time" in typed and (time := read_typed_time(typed["time"])) is not None:
            record = replace(record, time=time)
        return record

    def understands(self, name: str, typed: str) -> bool:
        """Whether what stands in a field is a date or a time, where it has to be one."""
        if name == "date":
            return read_typed_date(typed) is not None
        return name != "time" or read_typed_time(typed) is not None

    def place_of(self, record: Event) -> str:
        """Every event has a place of its own."""
        return f"event/{record.id}" if record.id else ""

    def words_about(self, wrong: Collection[str]) -> str:
        """What is not understood; else how the date is read."""
        if "date" in wrong:
            return self.tr("Not understood as a date. Try 5 April 2016, early June 2014, spring 2016 or 2016.")
        if "time" in wrong:
            return self.tr("Not understood as a time. Try 21:30 or 9.30pm.")
        typed = read_typed_date(self._date.text()) if "date" in self.unsaved() else None
        return self.tr("Read as {date}").format(date=in_british_words(parse(typed.edtf))) if typed else ""


def _veiled(text: str) -> str:
    return veiled_words() if text else ""
