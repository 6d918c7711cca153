"""The bar that says how something went, without moving anything under the chair's hand."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.ui.common.pictures import pixmap
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.widgets import icon_button, link_button, restyle
from dhr_desktop.ui.common.words import details

_STAYS = 12_000
"""Milliseconds that good news stays; a failure stays until it is put away."""

_LOOKS = {"done": "check", "refused": "warning", "note": "info"}


class MessageBar(QFrame):
    """Shows one message at a time; hidden when there is nothing to say."""

    said = Signal()
    """Something else is said now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._act: Callable[[], object] | None = None
        self._error: UserError | None = None
        self._place: QWidget | None = None
        self.shown: Callable[[str], str] = str
        """How words may be seen now, where names are covered."""
        self.setProperty("role", "message")
        self.picture = QLabel()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)  # a file's name is never read as markup
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.code = QLabel()
        self.code.setProperty("role", "hint")
        self.action = link_button("")
        self.copy = link_button(self.tr("Copy details"))
        self.close_button = icon_button(theme, "close", self.tr("Put this message away"))
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._timer.timeout.connect(self.clear)
        self.action.clicked.connect(self._do)
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.clear)
        theme.changed.connect(self._tint)
        self._look = "note"
        self._build()
        self.hide()

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, SMALL, SMALL, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(self.picture)
        row.addWidget(self.words, 1)
        for widget in (self.code, self.action, self.copy, self.close_button):
            row.addWidget(widget)

    def stand_over(self, place: QWidget, within: QWidget) -> None:
        """Have the room of `place` while there is something to say, so that nothing moves; many words reach below it.

        `place` holds nothing to press, and `within` is the page or the dialog around it.
        """
        self._place = place
        self.setParent(within)
        self._row.setContentsMargins(LARGE, 0, SMALL, 0)
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the place."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        within = self.parentWidget()
        if self._place is None or within is None or self.isHidden():
            return
        corner = self._place.mapTo(within, QPoint(0, 0))
        width = min(self._place.width(), within.width() - corner.x())
        height = max(self._place.height(), self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.raise_()

    @property
    def text(self) -> str:
        """What it says at present; '' when it is put away."""
        return "" if self.isHidden() else self.words.text()

    @property
    def offers(self) -> str:
        """What can be done about what it says, in its words; '' for nothing."""
        return "" if self.isHidden() or self.action.isHidden() else self.action.text()

    def withdraw(self) -> None:
        """Offer nothing more, for it would act on something else by now; what was said stays."""
        if self.action.hasFocus():
            self.focusNextChild()
        self._act = None
        self.action.hide()

    def show_error(self, error: UserError) -> None:
        """Say what is wrong and what to do; it stays until it is put away."""
        self._show("refused", f"{error.what} {error.next_step}")
        self._error = error
        self.code.setText(error.code)
        self.code.show()
        self.copy.show()

    def show_done(self, words: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say that something is done, with one thing to do about it, such as 'Undo'."""
        self._show("done", words)
        self._offer(action, act)
        self._timer.start()

    def show_note(self, words: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say something that is neither good nor bad, with one thing to do about it; it stays until it is put away."""
        self._show("note", words)
        self._offer(action, act)

    def _offer(self, action: str, act: Callable[[], object] | None) -> None:
        if action and act:
            self._act = act
            self.action.setText(action)
            self.action.show()

    def clear(self) -> None:
        """Put the message away."""
        focused = QApplication.focusWidget()
        if focused and self.isAncestorOf(focused):
            self.focusNextChild()
        self._timer.stop()
        self.hide()
        self._act = None
        self._error = None

    def _show(self, look: str, told: str) -> None:
        self.clear()
        words = self.shown(told)
        for widget in (self.code, self.action, self.copy):
            widget.hide()
        self._look = look
        self.setProperty("look", look)
        restyle(self, self.words)
        self._tint()
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()
        self._fit()
        self.said.emit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _tint(self) -> None:
        role = {"note": "muted"}.get(self._look, self._look)
        self.picture.setPixmap(pixmap(_LOOKS[self._look], self._theme.colour(role).name(), self._theme.scaled(20)))

    def _do(self) -> None:
        act = self._act
        self.clear()
        if act:
            act()

    def _copy(self) -> None:
        if self._error:
            QGuiApplication.clipboard().setText(details(self._error))
