"""The form for an entry of the chair's own, such as what a family member told."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.meaning import Origin
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.timeline.cells import Cells
from dhr_desktop.ui.timeline.fields import EntryFields

_NEW = Entry(id=0, agency_id=0, date_edtf="XXXX", text="")


class NewEntryForm(QWidget):
    """Asks for an agency, known or new, and the entry's fields.

    What has been typed is there again whenever the form is, until it was added or is given up by Cancel.
    """

    wanted = Signal(str, object)
    """The agency's name and the entry (an `Entry`)."""
    cancelled = Signal()
    left = Signal()
    """Escape: the chair goes elsewhere, and may come back to what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_its_way = False
        self.agency = QComboBox(editable=True)
        self.agency.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.origin = QComboBox()
        for origin, words in Cells(self).origins().items():
            self.origin.addItem(words, origin.value)
        self.fields = EntryFields()
        self.fields.saves_on_leaving = False
        self.add = button(self.tr("Add to the timeline"), "primary", self.submit)
        self.add.setToolTip(self.tr("Ctrl+Return"))
        self.cancel = button(self.tr("Cancel"), clicked=self._give_up)
        self.missing = label(role="hint", wrap=True)
        self.missing.setProperty("wrong", True)
        self._build()
        self.fields.finished.connect(self.submit)
        self.fields.left.connect(self.left)

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
        """Start with empty fields and nothing chosen, or go on with what was begun."""
        begun, typed = self.begun, self.agency.currentText()
        self.agency.clear()
        self.agency.addItems([agency.name for agency in agencies])
        self.agency.setCurrentIndex(-1)
        if begun:
            self.agency.setCurrentIndex(self.agency.findText(typed))
            self.agency.setEditText(typed)
        else:
            self.forget()
        where = self.fields.editor("text") if typed and begun else self.agency
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def begun(self) -> bool:
        """Whether anything has been typed that is not on its way to the timeline."""
        return not self._on_its_way and bool(self.fields.unsaved() or self.agency.currentText().strip())

    def forget(self) -> None:
        """Empty the form: what stood in it is on the timeline, or is given up."""
        self._on_its_way = False
        self.agency.setCurrentIndex(-1)
        self.agency.setEditText("")
        self.origin.setCurrentIndex(self.origin.findData(Origin.CHAIR.value))
        self.fields.show_entry(_NEW)
        self.fields.revert()
        self.missing.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the form from its choices and buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def let_again(self) -> None:
        """It could not be written: it may be asked for again."""
        self._on_its_way = False

    def _give_up(self) -> None:
        self.forget()
        self.cancelled.emit()

    def submit(self) -> None:
        """Ask for the entry to be added, once, or say what is missing."""
        if self._on_its_way:
            return
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
            self._on_its_way = True
            self.wanted.emit(name, entry)

    def _miss(self, words: str, where: QWidget | None) -> None:
        self.missing.setText(words)
        if where:
            where.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fields.focus_first()
