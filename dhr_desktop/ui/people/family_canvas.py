"""The family picture in the window: zoomed and moved about, somebody chosen by mouse or by arrow keys."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from dhr_desktop.domain.genogram import layout, scene, words
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.labels import Naming
from dhr_desktop.domain.genogram.layout import Layout
from dhr_desktop.domain.genogram.legend import legend
from dhr_desktop.domain.genogram.order import Rows
from dhr_desktop.domain.picture.shapes import Shape
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.painting import Brush, Letters
from dhr_desktop.ui.common.signs import smaller

_LEAST, _MOST, _STEP, _PAN = 0.4, 2.5, 1.25, 60.0
_AIR = 8.0
_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class FamilyCanvas(QWidget):
    """Draws a family, and tells who is chosen in it."""

    chosen_changed = Signal(int)
    opened = Signal()
    """Return was pressed: the relations of the chosen person are wanted."""

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._letters = Letters(smaller(self.font()))
        self._family, self._naming = Family(), Naming(lambda person: person.real_name)
        self.layout_shown = Layout()
        self._shapes: list[Shape] = []
        self._legend: tuple[list[Shape], float] = ([], 0.0)
        self.chosen = 0
        self._zoom, self._by_hand = 1.0, False
        self._shift = QPointF()
        self._grabbed: QPointF | None = None
        inks.changed.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.setAccessibleName(self.tr("Family picture"))

    def show_family(self, family: Family, made: Layout, naming: Naming) -> None:
        """Show a family as it was laid out with `letters`."""
        self._family, self._naming, self.layout_shown = family, naming, made
        on = naming.on.isoformat() if naming.on else ""
        self._shapes = list(scene.composed(family, made, self._letters.type, self._letters.measure, on))
        self._refit()
        if not self.chosen:
            self.choose(self._first)
        self.say()
        self.update()

    def laid_out(self, family: Family, naming: Naming, rows: Rows) -> Layout:
        """Lay a family out with the letters of this picture, in the order that was found for it."""
        return layout.laid_out(family, naming, self._letters.type, self._letters.measure, rows)

    def choose(self, person_id: int) -> None:
        """Choose somebody, and bring them into sight."""
        if person_id == self.chosen:
            return
        self.chosen = person_id
        self._bring()
        self.say()
        self.update()
        self.chosen_changed.emit(person_id)

    def say(self) -> None:
        """Tell a screen reader who is chosen, and before that what the picture is."""
        if self.chosen in self.layout_shown.cells:
            said = words.of_person(self._family, self.chosen, self._naming)
        else:
            said = words.of_family(self._family, self._naming)
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @property
    def _first(self) -> int:
        """Whom the picture is about, or the first in it."""
        return next(iter(sorted(self._family.index)), next(iter(self.layout_shown.cells), 0))

    # Where the chair looks.

    def zoom(self, factor: float) -> None:
        """Closer or further, about the middle."""
        before = self._zoom
        self._zoom, self._by_hand = min(max(before * factor, _LEAST), _MOST), True
        middle = QPointF(self.width() / 2, self.height() / 2)
        self._shift = middle - (middle - self._shift) * (self._zoom / before)
        self._keep_in_sight()

    def fit(self) -> None:
        """Everything, no larger than it is drawn."""
        self._by_hand = False
        self._refit()
        self.update()

    def _refit(self) -> None:
        width, height = self.layout_shown.size
        self._legend = legend(self._family, self._letters.type, self._letters.measure, self.width() - 2 * _AIR)
        if self._by_hand or not width:
            return
        room = self.height() - self._legend[1] - 2 * _AIR
        self._zoom = min(max(min(self.width() / width, room / height), _LEAST), 1.0)
        self._shift = QPointF(max((self.width() - width * self._zoom) / 2, 0), max((room - height * self._zoom) / 2, 0))

    def _keep_in_sight(self) -> None:
        width, height = (each * self._zoom for each in self.layout_shown.size)
        room = self.height() - self._legend[1] - 2 * _AIR
        for size, space, at, put in (
            (width, self.width(), self._shift.x(), self._shift.setX),
            (height, room, self._shift.y(), self._shift.setY),
        ):
            put(min(max(at, min(space - size, 0)), max(space - size, 0)))
        self.update()

    def _bring(self) -> None:
        cell = self.layout_shown.cells.get(self.chosen)
        if cell is None:
            return
        x, y = cell.x * self._zoom + self._shift.x(), cell.y * self._zoom + self._shift.y()
        if not (0 <= x <= self.width() and 0 <= y <= self.height() - self._legend[1]):
            self._shift += QPointF(self.width() / 2 - x, self.height() / 2 - y)
            self._by_hand = True
            self._keep_in_sight()

    # Mouse and keyboard.

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose who stands there; begin to move the picture where nobody does."""
        at = (event.position() - self._shift) / self._zoom
        found = self.layout_shown.at(at.x(), at.y())
        if found is not None:
            self.choose(found)
        else:
            self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the picture."""
        if self._grabbed is not None:
            self._shift += event.position() - self._grabbed
            self._grabbed, self._by_hand = event.position(), True
            self._keep_in_sight()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of it."""
        del event
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the relations of who stands there."""
        del event
        self.opened.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """With Ctrl closer or further, else up, down and along."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP if turned.y() > 0 else 1 / _STEP)
            return
        self._shift += QPointF(turned.x() / 2, turned.y() / 2)
        self._by_hand = True
        self._keep_in_sight()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go to the nearest in that direction, with Shift move the picture; + and - zoom, 0 fits."""
        key = Qt.Key(event.key())
        if key in _WAYS:
            x, y = _WAYS[key]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._shift -= QPointF(x * _PAN, y * _PAN)
                self._by_hand = True
                self._keep_in_sight()
            else:
                self._go(x, y)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, x: float, y: float) -> None:
        cells = self.layout_shown.cells
        here = cells.get(self.chosen)
        if here is None:  # somebody who is related to nobody in the picture
            self.choose(self._first)
            return

        def far(key: int) -> float:
            across, down = cells[key].x - here.x, cells[key].y - here.y
            return abs(across) + abs(down) * (1 if y else 100)

        ahead = [
            key
            for key, cell in cells.items()
            if (cell.x - here.x) * x + (cell.row - here.row) * y > 0 and (y or cell.row == here.row)
        ]
        if y and ahead:
            nearest = min(abs(cells[key].row - here.row) for key in ahead)
            ahead = [key for key in ahead if abs(cells[key].row - here.row) == nearest]
        if ahead:
            self.choose(min(ahead, key=far))

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground, the family, who is chosen, and the legend."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._inks.ink("surface"))
        painter.save()
        painter.translate(self._shift)
        painter.scale(self._zoom, self._zoom)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        Brush(painter, self._inks, self._letters).paint(self._shapes)
        cell = self.layout_shown.cells.get(self.chosen)
        if cell is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DotLine
            painter.setPen(QPen(self._inks.ink("accent"), 2, line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(*cell.box).adjusted(-4, -4, 4, 4), 5, 5)
        painter.restore()
        signs, height = self._legend
        painter.fillRect(
            QRectF(0, self.height() - height - _AIR, self.width(), height + _AIR), self._inks.ink("surface")
        )
        painter.translate(_AIR, self.height() - height - _AIR)
        Brush(painter, self._inks, self._letters).paint(signs)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._letters = Letters(smaller(self.font()))
            if self.layout_shown.cells:
                made = self.laid_out(self._family, self._naming, self.layout_shown.rows)
                self.show_family(self._family, made, self._naming)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit anew, unless the chair has looked closer."""
        super().resizeEvent(event)
        self._refit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()
