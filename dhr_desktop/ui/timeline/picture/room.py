"""The room that picture and table share: the chair moves the edge between them, or one key does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_TALL, _SMALL_AT_MOST = 0.62, 0.42


class PictureRoom(QSplitter):
    """The picture above, small at first; the key makes it tall, then leaves nothing but it, then small again."""

    def __init__(self, below: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._below = below
        self._picture: QWidget | None = None
        self._by_hand = False
        self.step = 0
        self.addWidget(below)
        self.splitterMoved.connect(self._keep)

    def hold(self, picture: QWidget) -> None:
        """Put the picture above what is there."""
        self._picture = picture
        self.insertWidget(0, picture)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)

    def turn(self) -> None:
        """Small, tall, nothing but the picture, and small again."""
        self.step = (self.step + 1) % 3
        self._by_hand = False
        had_keyboard = self._below.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._below.setVisible(self.step != 2)  # noqa: PLR2004 - the third of three
        self.fit()
        if self.step == 2 and had_keyboard and self._picture:  # noqa: PLR2004 - as above
            self._picture.setFocus()

    def show_both(self) -> None:
        """Show the table again, for something is to be read in it."""
        if self.step == 2:  # noqa: PLR2004 - the third of three
            self.turn()

    def fit(self) -> None:
        """Give the picture what it needs, until the chair moves the edge."""
        if self._by_hand or self._picture is None:
            return
        height = self.height()
        usual = min(self._picture.sizeHint().height(), int(height * _SMALL_AT_MOST))
        upper = int(height * _TALL) if self.step == 1 else usual
        self.setSizes([upper, max(height - upper, 0)])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another height is shared anew."""
        super().resizeEvent(event)
        self.fit()

    def _keep(self) -> None:
        self._by_hand = True
