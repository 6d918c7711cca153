"""The form that says who sent a submission, when it came, and what the chair notes about it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.clock import to_local
from dhr_desktop.domain.dates import in_british_words, of_day, parse
from dhr_desktop.domain.reviews import Submission
from dhr_desktop.importing.particulars import Particulars
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.date_field import DateField
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import label

_NOTE_HEIGHT = 84
_WIDTH = 520


class DetailsDialog(QDialog):
    """Asks for what the file itself does not say; `submission` and `agency_name` are there once it was accepted."""

    def __init__(self, told: Particulars, agencies: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Details of the submission"))
        self._before = told.submission
        self._day = _day(told.submission.received_at)
        self.agency = ChoiceBox()
        self.agency.setEditable(True)
        self.agency.addItems(agencies)
        self.agency.setCurrentText(told.agency)
        self.sent_by = QLineEdit(told.submission.sender)
        self.received = DateField(self.tr("Received"))
        self.received.line.setText(self._day)
        self.received.keep_room()
        self.note = QPlainTextEdit(told.submission.note)
        self.problem = label("", "hint", wrap=True)
        self.problem.setProperty("wrong", True)
        self.box = button_box(self, self.tr("Save"))
        self._build(told)

    def _build(self, told: Particulars) -> None:
        self.sent_by.setPlaceholderText(self.tr("who sent it, and how"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(MEDIUM)
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("&Agency"), self.agency, self.agency),
            (self.tr("&Sender"), self.sent_by, self.sent_by),
            (self.tr("&Received"), self.received, self.received.line),
            (self.tr("&Note"), self.note, self.note),
        )
        for words, field, buddy in rows:
            named = QLabel(words)
            named.setBuddy(buddy)
            form.addRow(named, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(told.submission.file_name, "heading", wrap=True))
        words = self.tr("Another agency takes over this one's entries of the file. All of this can be undone.")
        column.addWidget(label(words, "hint", wrap=True))
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(self.box)
        self.setMinimumWidth(_WIDTH)
        self.agency.setFocus()

    @property
    def agency_name(self) -> str:
        """The agency, as it was typed or chosen."""
        return " ".join(self.agency.currentText().split())

    @property
    def submission(self) -> Submission:
        """The submission as it shall be. A day that was left as it stood keeps its hour."""
        received = self._before.received_at
        if self.received.line.text().strip() != self._day:
            first = parse(self.received.edtf).earliest if self.received.edtf else None
            received = first.isoformat() if first else ""
        return replace(
            self._before,
            sender=self.sent_by.text().strip(),
            received_at=received,
            note=self.note.toPlainText().strip(),
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Qt gives a dialog no more than two thirds of a screen by itself, and would squeeze the fields of this one."""
        super().showEvent(event)
        self.resize(self.sizeHint().expandedTo(self.minimumSize()))

    def accept(self) -> None:
        """Save, unless something is missing or not understood."""
        self.received.say()
        if not self.agency_name:
            self._miss(self.tr("Choose the agency that sent it, or type a new name."), self.agency)
        elif self.received.edtf is None or (self.received.edtf and not parse(self.received.edtf).is_exact):
            self._miss(self.tr("Type the day it came as “9 November 2018”, or leave it empty."), self.received)
        else:
            super().accept()

    def _miss(self, words: str, where: QWidget) -> None:
        self.problem.setText(words)
        where.setFocus(Qt.FocusReason.OtherFocusReason)


def _day(moment: str) -> str:
    return in_british_words(of_day(to_local(moment).date())) if moment else ""
