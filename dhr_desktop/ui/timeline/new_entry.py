"""The form for an entry of the chair's own, such as what a family member told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.domain.meaning import Origin
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL
from dhr_desktop.ui.common.widgets import button, label, scrolled, separator
from dhr_desktop.ui.timeline.cells import Cells
from dhr_desktop.ui.timeline.fields import EntryFields


class NewEntryForm(QWidget):
    """Asks for an agency, known or new, and the entry's fields.

    What has been typed is there again whenever the form is, also after the program was locked or left, until it was
    added or is given up by Cancel.
    """

    wanted = Signal(str, object)
    """The agency's name and the entry (an `Entry`)."""
    cancelled = Signal(object)
    """What stood in the form when it was given up, by field; nothing where nothing was begun."""
    left = Signal()
    """Escape: the chair goes elsewhere, and may come back to what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_its_way = False
        self.agency = ChoiceBox()
        self.agency.setEditable(True)
        self.agency.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.origin = ChoiceBox()
        for origin, words in Cells(self).origins().items():
            self.origin.addItem(words, origin.value)
        self.fields = EntryFields()
        self.fields.saves_on_leaving = False
        self.fields.also = self._chosen
        self.add = button(self.tr("Add to the timeline"), "primary", self.submit)
        self.add.setToolTip(self.tr("Ctrl+Return"))
        self.cancel = button(self.tr("Cancel"), clicked=self._give_up)
        self.missing = label(role="hint", wrap=True)
        self.missing.setProperty("wrong", True)
        self._build()
        self._say_missing("")
        self.fields.finished.connect(self.submit)
        self.fields.left.connect(self.left)
        self.fields.given_back.connect(self._choose_again)
        self.agency.editTextChanged.connect(self.fields.typed_also)
        self.origin.activated.connect(self.fields.typed_also)

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
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, SMALL)
        column.setSpacing(SMALL)
        for widget in (title, name, self.agency, origin, self.origin, self.fields):
            column.addWidget(widget)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(LARGE, SMALL, LARGE, MEDIUM)
        foot.setSpacing(SMALL)
        foot.addWidget(self.missing)
        foot.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(asked), 1)
        outer.addWidget(separator())
        outer.addLayout(foot)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.agency, self.origin, *self.fields.stops(), self.cancel, self.add]

    def begin(self, agencies: Sequence[Agency], *, keyboard: bool = True) -> None:
        """Start with empty fields and nothing chosen, or go on with what was begun, with the keyboard in it or not."""
        begun, typed = self.begun or self._on_its_way, self.agency.currentText()
        with QSignalBlocker(self.agency):
            self.agency.clear()
            self.agency.addItems([agency.name for agency in agencies])
            self.agency.setCurrentIndex(-1)
        if begun:
            self._name(typed)
        else:
            self.forget()
        if not keyboard:
            return
        where = self.fields.editor("text") if typed and begun else self.agency
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def begun(self) -> bool:
        """Whether anything has been typed that is not on its way to the timeline."""
        return not self._on_its_way and bool(self.fields.unsaved() or self.agency.currentText().strip())

    def forget(self) -> None:
        """Empty the form: what stood in it is on the timeline, or is given up."""
        self._on_its_way = False
        self._name("")
        self.origin.setCurrentIndex(self.origin.findData(Origin.CHAIR.value))
        self.fields.discard()
        self._say_missing("")

    def go_on(self, words: Mapping[str, str]) -> None:
        """Have these words in the form again, as they were given up."""
        self._choose_again(words)
        self.fields.fill(words)

    def words(self) -> dict[str, str]:
        """All that stands in the form, by field."""
        typed = {name: self.fields.editor(name).text() for name in self.fields.unsaved()}
        return {**typed, **self._chosen()}

    def _name(self, name: str) -> None:
        with QSignalBlocker(self.agency):
            self.agency.setCurrentIndex(self.agency.findText(name) if name else -1)
            self.agency.setEditText(name)

    def _chosen(self) -> dict[str, str]:
        """What of a draft is in no field: who told of it, and how the chair has it."""
        name, origin = self.agency.currentText().strip(), str(self.origin.currentData())
        if not (name or self.fields.unsaved()):
            return {}
        return {"agency": name, "origin": origin}

    def _choose_again(self, words: Mapping[str, str]) -> None:
        self._name(words.get("agency", ""))
        self.origin.setCurrentIndex(max(self.origin.findData(words.get("origin", "")), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the form from its choices and buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def let_again(self) -> None:
        """It could not be written: it is a draft again, and may be asked for again."""
        if self._on_its_way:
            self._on_its_way = False
            self.fields.unsave(self.fields.record)

    def _give_up(self) -> None:
        words = self.words() if self.begun else {}
        self.forget()
        self.cancelled.emit(words)

    def submit(self) -> None:
        """Ask for the entry to be added, once, or say what is missing."""
        if self._on_its_way:
            return
        entry = replace(self.fields.as_typed(), origin=Origin(self.origin.currentData()))
        name = self.agency.currentText().strip()
        if not name:
            self._miss(self.tr("Say which agency or person it comes from."), self.agency)
        elif not entry.text:
            self._miss(self.tr("Say what happened."), None)
        elif self.fields.not_understood():
            first = self.fields.editor(self.fields.not_understood()[0])
            self._miss(self.tr("The date or the time is not understood yet."), first)
        else:
            self._say_missing("")
            self._on_its_way = True
            self.fields.rest()
            self.wanted.emit(name, entry)

    def _say_missing(self, words: str) -> None:
        self.missing.setText(words)
        self.missing.setVisible(bool(words))

    def _miss(self, words: str, where: QWidget | None) -> None:
        self._say_missing(words)
        if where:
            where.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fields.focus_first()
