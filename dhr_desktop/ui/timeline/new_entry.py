"""The form for an entry of the chair's own, such as what a family member told."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.meaning import Origin
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.timeline.cells import Cells
from dhr_desktop.ui.timeline.fields import EntryFields

_NEW = Entry(id=0, agency_id=0, date_edtf="XXXX", text="")


class NewEntryForm(QWidget):
    """Asks for an agency, known or new, and the entry's fields."""

    wanted = Signal(str, object)
    """The agency's name and the entry (an `Entry`)."""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agency = QComboBox(editable=True)
        self.agency.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.origin = QComboBox()
        for origin, words in Cells(self).origins().items():
            self.origin.addItem(words, origin.value)
        self.fields = EntryFields()
        self.fields.saves_on_leaving = False
        self.add = button(self.tr("Add to the timeline"), "primary", self.submit)
        self.add.setToolTip(self.tr("Ctrl+Return"))
        self.cancel = button(self.tr("Cancel"), clicked=self.cancelled.emit)
        self.missing = label(role="hint", wrap=True)
        self.missing.setProperty("wrong", True)
        self._build()
        self.fields.finished.connect(self.submit)
        self.fields.left.connect(self.cancelled)

    def _build(self) -> None:
        title = label(self.tr("New entry"), "heading")
        name = label(self.tr("Agency or person"), "label")
        name.setBuddy(self.agency)
        self.agency.setAccessibleName(name.text())
        line = self.agency.lineEdit()
        if line:
            line.setAccessibleName(name.text())
            line.setPlaceholderText(self.tr("Choose, or type a new name"))
        origin = label(self.tr("Where it comes from"), "label")
        origin.setBuddy(self.origin)
        self.origin.setAccessibleName(origin.text())
        source = self.fields.editor("source")
        source.setPlaceholderText(self.tr("such as a letter"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (title, name, self.agency, origin, self.origin, self.fields, self.missing):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)
        QWidget.setTabOrder(self.agency, self.origin)
        QWidget.setTabOrder(self.origin, self.fields.stops()[0])

    def begin(self, agencies: Sequence[Agency]) -> None:
        """Start with empty fields and nothing chosen."""
        self.agency.clear()
        self.agency.addItems([agency.name for agency in agencies])
        self.agency.setCurrentIndex(-1)
        self.agency.setEditText("")
        self.origin.setCurrentIndex(self.origin.findData(Origin.CHAIR.value))
        self.fields.show_entry(_NEW)
        self.fields.revert()
        self.missing.clear()
        self.agency.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Ask for the entry to be added, or say what is missing."""
        entry = replace(self.fields.entry(), origin=Origin(self.origin.currentData()))
        name = self.agency.currentText().strip()
        if not name:
            self._miss(self.tr("Say which agency or person it comes from."), self.agency)
        elif not entry.text:
            self._miss(self.tr("Say what happened."), None)
        elif self.fields.not_understood():
            self._miss(self.tr("The date or the time is not understood yet."), self.fields.not_understood()[0])
        else:
            self.missing.clear()
            self.wanted.emit(name, entry)

    def _miss(self, words: str, where: QWidget | None) -> None:
        self.missing.setText(words)
        if where:
            where.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fields.focus_first()
