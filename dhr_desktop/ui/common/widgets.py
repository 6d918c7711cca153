"""The plain parts that pages are put together from, so that all pages are spaced and spoken alike."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.actions import ACTIONS
from dhr_desktop.ui.common.held_keys import KEYBOARD, RETURNS
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL, VAST, WIDE, Theme

_EMPTY_WIDTH, _EMPTY_LEAST = 460, 280
_PRESSING = (*RETURNS, Qt.Key.Key_Space)
UNSAVED = "unsaved"
"""The property in which a field that is written while it has the keyboard says whether it holds more than the disk."""
READING_WIDTH = 720
"""About 90 letters: a line of reading no longer than the eye can follow back."""


def label(words: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in a role of the style sheet: 'display', 'title', 'heading', 'label', 'hint' or plain."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what agencies and people wrote is never read as markup
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


class PushButton(QPushButton):
    """Return presses it as Space does; a key held down presses it once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press it, or leave the key to Qt."""
        if not _pressed(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Note that the key was let go."""
        KEYBOARD.let_go(event)
        super().keyReleaseEvent(event)


class ToolButton(QToolButton):
    """As `PushButton`, with a picture in place of words."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press it, or leave the key to Qt."""
        if not _pressed(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Note that the key was let go."""
        KEYBOARD.let_go(event)
        super().keyReleaseEvent(event)


def _pressed(each: QPushButton | QToolButton, event: QKeyEvent) -> bool:
    """Whether the key has been dealt with."""
    if KEYBOARD.swallows(event, _PRESSING):
        return True
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    if event.key() not in RETURNS or not plain:
        return False
    each.click()
    return True


def button(words: str, role: str = "", clicked: Callable[[], object] | None = None) -> QPushButton:
    """A button: 'primary' for the one thing a page is for, 'danger' for what removes, 'quiet', or plain."""
    made = PushButton(words)
    if role:
        made.setProperty("role", role)
    if clicked:
        made.clicked.connect(clicked)
    return made


def usable(each: QWidget, why_not: str = "") -> None:
    """Have a button be used, or stand in its place unused: its tip, and what is read to a listener, then say why."""
    each.setEnabled(not why_not)
    each.setToolTip(why_not)
    each.setAccessibleDescription(why_not)


def link_button(words: str, clicked: Callable[[], object] | None = None) -> QPushButton:
    """A button that looks like a word in a sentence."""
    made = button(words, "link", clicked)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def icon_button(theme: Theme, icon: str, words: str, clicked: Callable[[], object] | None = None) -> QToolButton:
    """A button that shows an icon only; `words` are its name for a screen reader and its tip."""
    made = ToolButton()
    made.setAutoRaise(True)
    made.setAccessibleName(words)
    made.setToolTip(words)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.put(theme, made, icon)
    if clicked:
        made.clicked.connect(clicked)
    return made


def action_button(theme: Theme, action: QAction) -> QToolButton:
    """A button for an action of the table, with the action's icon, words and keys; dimmed when the action is."""
    spec = next(spec for spec in ACTIONS if spec.id == action.objectName())
    made = ToolButton()
    made.setDefaultAction(action)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.keep_size(theme, made)
    icons.put(theme, action, spec.icon)  # the button follows its action in everything
    return made


def dress_table(table: QTableView, name: str) -> None:
    """Make a table a list of rows: whole rows are chosen, Tab leaves it, and no lines are drawn but our own."""
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def scrolled_around(widget: QWidget) -> QScrollArea | None:
    """The area in which a widget scrolls; None where it stands in none."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def separator(*, vertical: bool = False) -> QFrame:
    """A line of one pixel."""
    made = QFrame()
    made.setProperty("role", "separator")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def restyle(*widgets: QWidget) -> None:
    """Let widgets take their look anew after a property that the style sheet asks for has changed."""
    for widget in widgets:
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class PageHeader(QWidget):
    """The head of a page: its title, a line under it, and its buttons at the right."""

    def __init__(self, title: str, under: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(title, "title")
        self.under = label(under, "hint", wrap=True)
        if not under:
            self.under.hide()  # and never shown here: without a parent it would be a window for a moment
        words = QVBoxLayout()
        words.setSpacing(HAIR)
        words.addWidget(self.title)
        words.addWidget(self.under)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        self._row.setSpacing(SMALL)
        self._row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def add(self, widget: QWidget) -> None:
        """Put a button (or a field) at the right."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_side(self, side: int) -> None:
        """Stand `side` pixels in from both sides, in line with what is below."""
        self._row.setContentsMargins(side, LARGE, side, LARGE)

    def say(self, under: str) -> None:
        """Change the line under the title."""
        self.under.setText(under)
        self.under.setVisible(bool(under))


class EmptyState(QWidget):
    """What a page shows when there is nothing yet: what it is for, and the one thing to do; rarely a second."""

    def __init__(self, theme: Theme, icon: str, title: str, words: str, *actions: QPushButton) -> None:
        super().__init__()
        self._actions = actions
        picture = QLabel()
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icons.put_picture(theme, picture, icon)
        self.title = label(title, "heading", wrap=True)
        self.words = label(words, "hint", wrap=True)
        for each in (self.title, self.words):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QWidget()  # of a fixed width, so that its words are as high as they need to be
        self._middle, self._widest = middle, theme.scaled(_EMPTY_WIDTH)
        middle.setFixedWidth(self._widest)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, VAST, 0, VAST)
        column.setSpacing(SMALL)
        column.addStretch(2)
        column.addWidget(picture)
        column.addSpacing(SMALL)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(LARGE if actions else 0)
        for action in actions:
            column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        centred(self, middle)

    def offer(self, *, on: bool) -> None:
        """Offer what there is to do, or not while nothing may be written."""
        for action in self._actions:
            action.setVisible(on)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Large letters make its lines shorter, and no window wider."""
        return QSize(min(self._widest, _EMPTY_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep within what is there."""
        super().resizeEvent(event)
        self._middle.setFixedWidth(min(self._widest, max(event.size().width(), _EMPTY_LEAST)))


def centred(holder: QWidget, middle: QWidget) -> None:
    """Put `middle`, which has a width of its own, in the middle of `holder`.

    Stretches stand at its sides, for Qt works out the height of words wrongly for what is merely aligned.
    """
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 0, 0, 0)
    across.addStretch(1)
    across.addWidget(middle)
    across.addStretch(1)


class Card(QFrame):
    """A surface with a thin edge that holds things belonging together; `column` takes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self.column.setSpacing(MEDIUM)


class _UpAndDown(QScrollArea):
    """As wide as what is in it needs, for it does not scroll sideways.

    When something that comes below takes room from it, what has the keyboard stays in sight, with its name above it.
    """

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll to what has the keyboard, where there is less room than before."""
        super().resizeEvent(event)
        inner, focused = self.widget(), self.window().focusWidget()
        if event.size().height() < event.oldSize().height() and inner and focused and inner.isAncestorOf(focused):
            top = focused.mapTo(inner, QPoint(0, 0)).y()
            for y, air in ((top + focused.height(), SMALL), (top, VAST)):
                self.ensureVisible(0, y, 0, air)
            self.ensureWidgetVisible(focused)  # of a long text, the line that is typed

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the bar at the side is always kept."""
        inner = self.widget()
        width = inner.minimumSizeHint().width() if inner else 0
        return QSize(width + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())


def let_go(widget: QWidget) -> None:
    """Take a widget out of where it stands, for good.

    It is hidden first: one that was put in only just now is still to be shown, and would be as a window of its own,
    which takes the keyboard away.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def scrolled(inner: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """`inner` in an area that scrolls up and down; the area itself is no stop for the keyboard.

    With its `parent` from the start, Qt need not dress all that is in it once more when it is put there.
    """
    area = _UpAndDown(parent)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def icon_size(points: int) -> QSize:
    """A square size for an icon."""
    return QSize(points, points)
