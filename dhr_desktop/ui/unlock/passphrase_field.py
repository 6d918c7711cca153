"""A field for a passphrase that can be shown while it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.theme import HAIR, Theme
from dhr_desktop.ui.common.widgets import icon_button


class PassphraseField(QWidget):
    """The keyboard goes to the line; the button beside it shows and hides what is typed."""

    changed = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.eye = icon_button(theme, "show", self.tr("Show what is typed"), self._turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HAIR)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    @property
    def shown(self) -> bool:
        """Whether what is typed can be read."""
        return self.line.echoMode() == QLineEdit.EchoMode.Normal

    def clear(self) -> None:
        """Forget what was typed, and hide what will be."""
        self.line.clear()
        if self.shown:
            self._turn()

    def _turn(self) -> None:
        hide = self.shown
        self.line.setEchoMode(QLineEdit.EchoMode.Password if hide else QLineEdit.EchoMode.Normal)
        words = self.tr("Show what is typed") if hide else self.tr("Hide what is typed")
        icons.put(self._theme, self.eye, "show" if hide else "hide")
        self.eye.setAccessibleName(words)
        self.eye.setToolTip(words)
