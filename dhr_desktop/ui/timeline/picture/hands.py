"""Mouse and keyboard in the picture: looking closer and along, drawing a stretch, choosing an entry."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.picture import hits
from dhr_desktop.domain.picture.bins import Unit, first_day, month_of
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import tip
from dhr_desktop.ui.timeline.picture.canvas import Canvas

_STEP, _NOTCH = 1.25, 120
_PART, _HALF = 0.1, 0.5
_DRAWN_MS = 350
_PAN_KEYS = {Qt.Key.Key_Left: -_PART, Qt.Key.Key_Right: _PART}
_PAGE_KEYS = {Qt.Key.Key_PageUp: -_HALF, Qt.Key.Key_PageDown: _HALF}
_NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FURTHER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PictureView(Canvas):
    """The picture with hands."""

    def __init__(self, inks: Inks, entry_of: Callable[[int], Entry | None], parent: QWidget | None = None) -> None:
        super().__init__(inks, entry_of, parent)
        self._pressed: QPointF | None = None
        self._dragging = False
        self._drawing_from: float | None = None
        self._moved_to = 0.0
        self._anchor: float | None = None
        self._drawn_for = QTimer(self, singleShot=True, interval=_DRAWN_MS)
        self._drawn_for.timeout.connect(self._tell_days)

    # The mouse.

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Closer or further at the pointer; sideways, or with Shift, along; over the names, the lanes up and down."""
        along, up = event.angleDelta().x(), event.angleDelta().y()
        frame, days = self.frame, self.frame.scale.days
        if event.position().x() < frame.scale.left:
            self.lift(-up / _NOTCH * frame.lane)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(along) > abs(up):
            self.pan(-(along or up) / _NOTCH * days * _PART)
        elif up:
            self.zoom(_STEP ** (up / _NOTCH), event.position().x())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to move along, or, on the scale and with Shift, to draw a stretch."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        place = event.position()
        self._pressed, self._moved_to, self._dragging = place, place.x(), False
        on_scale = place.y() >= self.frame.bottom
        if (on_scale or event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and place.x() >= self.frame.scale.left:
            self._drawing_from = self.frame.scale.day(place.x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move along, draw, or tell what is under the pointer."""
        place = event.position()
        if self._pressed is None:
            self._tell(event)
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance() // 2
        self._dragging = self._dragging or far
        if not self._dragging:
            return
        QToolTip.hideText()
        if self._drawing_from is not None:
            self._draw_to(place.x())
        else:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan((self._moved_to - place.x()) / self.frame.scale.per_day)
        self._moved_to = place.x()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End what was begun; where nothing was moved, what is under the pointer is chosen."""
        if self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        was_drawing, was_dragging = self._drawing_from is not None, self._dragging
        self._pressed, self._drawing_from, self._dragging = None, None, False
        if was_drawing and was_dragging:
            self._tell_days()
        elif not was_dragging:
            self._point_at(event.position())
        self._tell(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Look closer at what a bar counts, or at a silence."""
        found = self.hit(event.position().x(), event.position().y())
        if found.last > found.first:
            air = (found.last - found.first) * _PART
            self.look_at(found.first - air, found.last + 1 + air)
        elif not found.places:
            self.zoom(_STEP**2, event.position().x())

    def _point_at(self, place: QPointF) -> None:
        found = self.hit(place.x(), place.y())
        wanted = [one for one in found.places if self.picture.rows.is_wanted(one)] or list(found.places)
        if wanted:
            # Where several stand, a second click goes on to the next of them.
            following = [one for one in wanted if self.chosen is not None and one > self.chosen]
            chosen = following[0] if self.chosen in wanted and following else wanted[0]
            self.cursor_at = found.lane, chosen
            self.entry_chosen.emit(self.picture.rows.spans.ids[chosen])
            self.update()

    def _tell(self, event: QMouseEvent) -> None:
        place = event.position()
        found = self.hit(place.x(), place.y())
        if place.y() >= self.frame.bottom and place.x() >= self.frame.scale.left:
            shape, said = Qt.CursorShape.SplitHCursor, self.tr("Drag along the scale to narrow the table to a stretch")
        else:
            shape = Qt.CursorShape.PointingHandCursor if found.places else Qt.CursorShape.ArrowCursor
            said = self.words_of(found)
        lane = self.frame.lane_at(place.y())
        if not said and lane is not None and place.x() < self.frame.scale.left:
            said = self.picture.rows.rows[lane].lane.name
        self.setCursor(shape)
        QToolTip.showText(event.globalPosition().toPoint(), tip(said), self)

    # A stretch of days.

    def _draw_to(self, x: float) -> None:
        if self._drawing_from is None:
            return
        scale = self.frame.scale
        day = scale.day(min(max(x, scale.left), scale.right))
        first, last = sorted((int(self._drawing_from), int(day)))
        self.show_days(first, last)

    def _tell_days(self) -> None:
        self._drawn_for.stop()
        self._anchor = None
        if self.drawn_days:
            self.days_chosen.emit(int(self.drawn_days[0]), int(self.drawn_days[1]) - 1)

    def clear_days(self) -> bool:
        """Take the drawn stretch away; says whether there was one."""
        if self.drawn_days is None:
            return False
        self._drawing_from = self._anchor = None
        self.show_days(0, 0)
        self.days_cleared.emit()
        return True

    def _grow(self, by: int) -> None:
        """Shift with an arrow: draw a stretch from the keyboard's place, longer or shorter by a day, month or more."""
        scale = self.frame.scale
        place = self.cursor_at[1] if self.cursor_at else None
        days = hits.day_of(self.picture, place) if place is not None else None
        if self._anchor is None:
            self._anchor = days[0] if days else scale.begin + scale.days / 2
            self._moved_to = self._anchor
        self._moved_to = _beside(int(self._moved_to), self.unit, by)
        first, last = sorted((int(self._anchor), int(self._moved_to)))
        self.show_days(first, last)
        self._drawn_for.start()

    # The keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """See the list of keys in the tip of the picture's corner."""
        key = Qt.Key(event.key())
        if not self._looking(key, event.modifiers()) and not self._going(key, event.modifiers()):
            super().keyPressEvent(event)

    def _looking(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        days = self.frame.scale.days
        if key in _NEARER and not held & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP)
        elif key in _FURTHER and not held & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 / _STEP)
        elif key is Qt.Key.Key_0 and not held & Qt.KeyboardModifier.ControlModifier:
            self.fit()
        elif key in _PAGE_KEYS:
            self.pan(_PAGE_KEYS[key] * days)
        elif key in _PAN_KEYS and held & Qt.KeyboardModifier.ControlModifier:
            self.pan(_PAN_KEYS[key] * days)
        else:
            return False
        return True

    def _going(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in _PAN_KEYS:
            by = 1 if key is Qt.Key.Key_Right else -1
            if held & Qt.KeyboardModifier.ShiftModifier:
                self._grow(by)
            else:
                self._along(by)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._across(1 if key is Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._to_end(last=key is Qt.Key.Key_End)
        elif key in _CHOOSE and self.cursor_at:
            self.entry_chosen.emit(self.picture.rows.spans.ids[self.cursor_at[1]])
        else:
            return key is Qt.Key.Key_Escape and self.clear_days()
        return True

    def _lane(self) -> int:
        return self.cursor_at[0] if self.cursor_at else 0

    def _along(self, by: int) -> None:
        """To the entry before or after; while entries are counted, to that of the bar before or after."""
        if self.cursor_at is None:
            self._across(0)
            return
        lane, place = self.cursor_at
        found = hits.beside(self.picture, lane, place, by)
        while found is not None and self.unit is not Unit.DAY and self._bar(found) == self._bar(place):
            found = hits.beside(self.picture, lane, found, by)
        self._go(lane, found)

    def _bar(self, place: int) -> int:
        days = hits.day_of(self.picture, place)
        return month_of(int(days[0])) // max(self.unit, 1) if days else -1

    def _across(self, by: int) -> None:
        """To the entry of another lane that is nearest in time; lanes without any are passed over."""
        scale = self.frame.scale
        days = hits.day_of(self.picture, self.cursor_at[1]) if self.cursor_at else None
        day = sum(days) / 2 if days else scale.begin + scale.days / 2
        lanes = range(len(self.picture.rows.rows))
        lane = self._lane() + by
        while lane in lanes:
            found = hits.nearest(self.picture, lane, day)
            if found is not None:
                self._go(lane, found)
                return
            lane += by or 1

    def _to_end(self, *, last: bool) -> None:
        lane = self._lane()
        if lane < len(self.picture.rows.rows):
            self._go(lane, hits.nearest(self.picture, lane, self.limits.last if last else self.limits.first))

    def _go(self, lane: int, place: int | None) -> None:
        if place is None:
            return
        self.cursor_at = lane, place
        self._anchor = None
        self.show_lane(lane)
        self.bring(place)
        self.say()
        self._tell_keyboard()
        self.update()

    def _tell_keyboard(self) -> None:
        """The label that the pointer would show, beside the keyboard's place."""
        ring = self.ring(self.frame, *self.cursor_at) if self.cursor_at else None
        if ring is not None and self.hasFocus():
            QToolTip.showText(self.mapToGlobal(ring.bottomRight().toPoint()), tip(self.words_here()), self)


def _beside(day: int, unit: Unit, by: int) -> int:
    """The day a unit further on."""
    if unit is Unit.DAY:
        return day + by
    month = (month_of(day) // unit + by) * unit
    return first_day(month)
