"""A field for a date typed in any British form, which says how it is understood."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.ui.common.theme import HAIR
from dhr_desktop.ui.common.widgets import label, restyle

_PAUSE = 250


class DateField(QWidget):
    """A date typed in any British form, with how it is understood below it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(self.tr("such as 9 November 2018, or March 2014"))
        self.understood = label("", "hint")
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.line)
        column.addWidget(self.understood)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.say)
        self.line.textChanged.connect(self._timer.start)
        self.line.editingFinished.connect(self.say)
        self.understood.hide()

    @property
    def edtf(self) -> str | None:
        """The date as EDTF, '' for nothing typed, None when it is not understood."""
        typed = self.line.text().strip()
        return _read(typed) or None if typed else ""

    def keep_room(self) -> None:
        """Keep a line free for how a date is understood, in a form that cannot grow while it is filled in."""
        policy = self.understood.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.understood.setSizePolicy(policy)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is said of a date that nobody sees: its dialog may be gone by the time."""
        self._timer.stop()
        super().hideEvent(event)

    def say(self) -> None:
        """Show how it is understood."""
        if not isValid(self) or not isValid(self.line) or not isValid(self.understood):
            return  # a field that dies with the keyboard in it says once more that it has been edited
        window = self.window()  # held, so that no collection of garbage takes it away meanwhile
        edtf = self.edtf
        self._timer.stop()
        if edtf:
            said = in_british_words(parse(edtf))
            words = "" if said == self.line.text().strip() else said
        elif edtf is None:
            words = self.tr("This is not understood as a date yet.")
        else:
            words = ""
        self.understood.setText(words)
        self.understood.setVisible(bool(words))
        for widget in (self.line, self.understood):
            widget.setProperty("wrong", edtf is None)
            restyle(widget)
        del window


def _read(typed: str) -> str:
    from dhr_desktop.importing.dates import read_date  # noqa: PLC0415 - its grammar costs a tenth of a second

    return read_date(typed).edtf
