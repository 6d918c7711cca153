"""How the page is parted: picture and table on the left, the chosen or the new entry on the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from dhr_desktop.ui.common.keyboard import one_thing_to_do
from dhr_desktop.ui.timeline.picture.room import PictureRoom

_NARROWEST, _WIDEST = 380, 560


class Panes(QSplitter):
    """Two sides whose edge the chair can move.

    What stands in `below` and `right` is made as their child where it can be, and is put into them where they stand:
    Qt dresses all that is in a widget anew each time the widget is put somewhere.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._parted_by_hand = False
        self.below, self.right = QStackedWidget(), QStackedWidget()
        self.room = PictureRoom(self.below, self)
        self.addWidget(self.room)
        self.addWidget(self.right)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(self._keep_parts)

    def hold(
        self, picture: QWidget, lists: tuple[QWidget, QWidget], forms: tuple[QWidget, QWidget], table: QWidget
    ) -> None:
        """Take what is to be seen."""
        self._table = table
        self.room.hold(picture)
        for widget in lists:
            self.below.addWidget(widget)
        self.right.addWidget(forms[0])
        self.right.addWidget(forms[1])

    @property
    def adding(self) -> bool:
        """Whether the form for a new entry is shown."""
        return self.right.currentIndex() == 1

    def show_form(self, *, adding: bool) -> None:
        """Show the form for a new entry, or the chosen entry."""
        self.right.setCurrentIndex(int(adding))

    def show_list(self, *, empty: bool) -> None:
        """Show the table, or the words that stand for it."""
        moved = self.below.currentIndex() != int(empty)
        focused = self.window().focusWidget()
        here = self.isVisible() and focused is not None and self.below.isAncestorOf(focused)
        self.below.setCurrentIndex(int(empty))
        if here and moved:
            self.give_keyboard()

    def give_keyboard(self) -> None:
        """To the table; to what can be done where it is empty."""
        shown, table = self.below.currentWidget(), self._table
        wanted = table if shown is None or shown.isAncestorOf(table) else one_thing_to_do(shown, table)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The right takes three tenths, within what a sentence needs, until the chair moves the edge."""
        super().resizeEvent(event)
        if not self._parted_by_hand:
            right = min(max(event.size().width() * 3 // 10, _NARROWEST), _WIDEST)
            self.setSizes([event.size().width() - right, right])

    def _keep_parts(self) -> None:
        self._parted_by_hand = True
