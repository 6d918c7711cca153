"""A text box that is as high as what is in it, within limits."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class GrowingText(QPlainTextEdit):
    """Grows with its words from `least` to `most` lines. Tab leaves it, as it leaves every field of a form."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """What is in it, as a line edit would say."""
        return self.toPlainText()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Put this in place of what is in it."""
        self.setPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrower means more lines."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It may become as narrow as the form wants."""
        return QSize(80, super().minimumSizeHint().height())

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        air = 2 * (self.document().documentMargin() + self.frameWidth()) + self._padding()
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + air))

    def _padding(self) -> float:
        """What the style sheet puts around the words, where there is one."""
        return max(0, self.height() - self.viewport().height() - 2 * self.frameWidth())
