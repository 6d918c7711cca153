"""Files dragged onto the window: a cover over everything says what letting go will do, and takes them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.theme import MEDIUM, Theme
from dhr_desktop.ui.common.widgets import label


def files_in(data: QMimeData) -> list[Path]:
    """The files of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropCover(QFrame):
    """Shown while files are over the window; a field below would otherwise take them for text."""

    dropped = Signal(list)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._covered = window
        self.setProperty("role", "cover")
        self.setAcceptDrops(True)
        picture = QLabel()
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icons.put_picture(theme, picture, "drop", "accent", 48)
        words = label(self.tr("Let go to add these files as submissions"), "title")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(MEDIUM)
        column.addStretch(1)
        column.addWidget(picture)
        column.addWidget(words)
        column.addStretch(1)
        window.installEventFilter(self)
        self.hide()

    def offer(self, event: QDragEnterEvent) -> None:
        """Cover the window when files are dragged into it."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()
            self.setGeometry(self._covered.rect())
            self.show()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Cover all of a window whose size changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible() and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Uncover the window."""
        super().dragLeaveEvent(event)
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the files on."""
        self.hide()
        found = files_in(event.mimeData())
        if found:
            event.acceptProposedAction()
            self.dropped.emit(found)
