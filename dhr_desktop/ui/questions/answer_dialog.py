"""Asks what is to stand on the timeline as the answer to a question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.timeline.question_matter import Matter
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.editors import Editor
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.typed_dates import read_typed_date, read_typed_time
from dhr_desktop.ui.common.widgets import label

_WIDTH = 560


class AnswerDialog(QDialog):
    """The date and hour of what the answer tells, and its words; `entry` is there once it was accepted."""

    def __init__(self, question: Question, agency: str, matter: Matter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Put the answer on the timeline"))
        self.date, self.time, self.text = QLineEdit(), QLineEdit(), GrowingText(5, 14)
        self.date.setPlaceholderText(self.tr("date not known"))
        self.time.setPlaceholderText("--:--")
        when = matter.entry.when if matter.entry else matter.event.when if matter.event else None
        self.date.setText(in_british_words(when) if when and not when.is_unknown else "")
        self.text.setText(question.answer)
        self.problem = label("", "hint", wrap=True)
        self.problem.setProperty("wrong", True)
        words = self.tr("It becomes an entry of {agency}, with the answer to question {n} as its source.")
        self._build(words.format(agency=agency, n=question.id))

    def _build(self, words: str) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(HAIR)
        names = ((self.tr("&Date of what it tells"), self.date), (self.tr("&Time"), self.time))
        for place, (name, line) in enumerate(names):
            named = label(name, "label")
            named.setBuddy(line)
            line.setAccessibleName(name.replace("&", ""))
            grid.addWidget(named, 0, place)
            grid.addWidget(line, 1, place)
            grid.setColumnStretch(place, 3 - 2 * place)
        name = self.tr("&What happened")
        said = label(name, "label")
        said.setBuddy(self.text)
        self.text.setAccessibleName(name.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Put the answer on the timeline"), "heading"))
        column.addWidget(label(words, "hint", wrap=True))
        column.addLayout(grid)
        column.addWidget(said)
        column.addWidget(self.text)
        column.addWidget(self.problem)
        self.box = button_box(self, self.tr("Add to the timeline"))
        column.addWidget(self.box)
        self.setMinimumWidth(_WIDTH)
        self.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def editors(self) -> dict[str, Editor]:
        """The fields by name."""
        return {"date": self.date, "time": self.time, "text": self.text}

    @property
    def entry(self) -> Entry:
        """What was typed. The agency's own words for the date are kept beside the reading."""
        date, time = read_typed_date(self.date.text()), read_typed_time(self.time.text())
        return Entry(
            0,
            0,
            date.edtf if date else "XXXX",
            self.text.text().strip(),
            date_written=self.date.text().strip(),
            time=time or (date.time if date else ""),
        )

    def accept(self) -> None:
        """Go on, unless something is missing or not understood."""
        if read_typed_date(self.date.text()) is None:
            self._miss(self.tr("Not understood as a date. Try 5 April 2016, early June 2014 or 2016."), self.date)
        elif read_typed_time(self.time.text()) is None:
            self._miss(self.tr("Not understood as a time. Try 21:30 or 9.30pm."), self.time)
        elif not self.text.text().strip():
            self._miss(self.tr("Say what happened."), self.text)
        else:
            super().accept()

    def _miss(self, words: str, where: QWidget) -> None:
        self.problem.setText(words)
        where.setFocus(Qt.FocusReason.OtherFocusReason)
