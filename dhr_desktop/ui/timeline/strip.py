"""The strip above the table: a lane for each agency, its entries month by month, the review's own dates as lines."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import smaller, tip
from dhr_desktop.ui.timeline.months import Lanes, Marks, month_of

_LEAST_NAMES, _MOST_NAMES = 132, 230
_SIDE = 8
_TALLEST_LANE, _LOWEST_LANE, _LANES_HEIGHT = 18, 10, 160
_LEAST_YEAR = 34
_KEYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Strip(QWidget):
    """One widget that draws everything; a month is chosen by click, or with the arrow keys and Return."""

    month_chosen = Signal(int, str)
    """An agency's id and a month, '2016-04'."""

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inks = inks
        self._agencies: Sequence[Agency] = ()
        self._lanes = Lanes()
        self._marks = Marks()
        self._in_view: tuple[int, int] | None = None
        self._cursor: tuple[int, int] | None = None
        self._picture: QPixmap | None = None
        inks.changed.connect(self._draw_anew)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Entries by agency and month"))

    def show_lanes(self, agencies: Sequence[Agency], lanes: Lanes, marks: Marks) -> None:
        """Draw these agencies' entries and the review's dates."""
        self._agencies, self._lanes, self._marks = agencies, lanes, marks
        self._cursor = self._within(*self._cursor) if self._cursor and agencies else None
        self.updateGeometry()
        self._draw_anew()

    def show_view(self, first: int | None, last: int | None) -> None:
        """Shade the months that the table shows at present."""
        found = (first, last) if first is not None and last is not None else None
        if found != self._in_view:
            self._in_view = found
            self.update()

    def words_at(self, lane: int, month: int) -> str:
        """What a month of a lane holds, in words."""
        agency = self._agencies[lane]
        number = self._lanes.count(agency.id, month)
        stretch = self._lanes.stretch
        if month < stretch.first:
            when = self.tr("Before {month}").format(month=_in_words(stretch.first))
        elif month > stretch.last:
            when = self.tr("After {month}").format(month=_in_words(stretch.last))
        else:
            when = _in_words(month)
        if number == 1:
            return self.tr("{month}, {agency}: 1 entry").format(month=when, agency=agency.name)
        return self.tr("{month}, {agency}: {n} entries").format(month=when, agency=agency.name, n=f"{number:,}")

    # Geometry.

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its lanes need."""
        lanes = max(len(self._agencies), 1)
        return QSize(480, round(self._top() + self._lane_height() * lanes + self._line_height() + 6))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It may become narrow, but not lower."""
        return QSize(240, self.sizeHint().height())

    def _name_font(self) -> QFont:
        """No higher than a lane: where there are many agencies or the letters are large, names are set smaller."""
        font = smaller(self.font())
        if QFontMetrics(font).height() > self._lane_height():
            font.setPixelSize(round(self._lane_height() * 0.8))
        return font

    def _line_height(self) -> int:
        return QFontMetrics(smaller(self.font())).height()

    def _top(self) -> float:
        return self._line_height() + 4 if self._marks.known() else 6

    def _lane_height(self) -> float:
        fitting = _LANES_HEIGHT / max(len(self._agencies), 1)
        return min(max(fitting, _LOWEST_LANE), _TALLEST_LANE, max(self._line_height() + 1, _LOWEST_LANE))

    def _left(self) -> float:
        return float(min(max(self.width() // 5, _LEAST_NAMES), _MOST_NAMES))

    def _month_width(self) -> float:
        # One place more at each end, for what lies outside.
        return max((self.width() - self._left() - _SIDE) / (self._lanes.stretch.length + 2), 0.5)

    def _x(self, month: int) -> float:
        return self._left() + (month - self._lanes.stretch.first + 1) * self._month_width()

    def _y(self, lane: int) -> float:
        return self._top() + lane * self._lane_height()

    def _at(self, place: QPointF) -> tuple[int, int] | None:
        lane = math.floor((place.y() - self._top()) / self._lane_height())
        month = self._lanes.stretch.first - 1 + math.floor((place.x() - self._left()) / self._month_width())
        if not 0 <= lane < len(self._agencies) or place.x() < self._left():
            return None
        return self._within(lane, month)

    def _within(self, lane: int, month: int) -> tuple[int, int]:
        return min(max(lane, 0), len(self._agencies) - 1), self._lanes.stretch.clamped(month)

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground, the lanes, the lines, and the place of the keyboard."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.ink("surface"))
        bottom = self._y(len(self._agencies))
        self._draw_ground(painter, bottom)
        if self._picture is None:
            self._picture = self._drawn(bottom)
        painter.drawPixmap(0, 0, self._picture)
        if self._cursor and self.hasFocus():
            lane, month = self._cursor
            painter.setPen(QPen(self.inks.ink("accent"), 2))
            painter.drawRect(QRectF(self._x(month), self._y(lane), max(self._month_width(), 4), self._lane_height()))
        painter.end()

    def _drawn(self, bottom: float) -> QPixmap:
        """Lanes, years and lines, kept while only the shading moves: drawing them takes 4 ms, showing them none."""
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(self._name_font())
        for lane, agency in enumerate(self._agencies):
            self._draw_lane(painter, lane, agency)
        painter.setFont(smaller(self.font()))
        self._draw_years(painter, bottom)
        self._draw_marks(painter, bottom)
        painter.end()
        return picture

    def _draw_ground(self, painter: QPainter, bottom: float) -> None:
        scope_from, scope_to = self._marks.scope_from, self._marks.scope_to
        if scope_from is not None:
            self._tint(painter, self._left(), self._x(scope_from), bottom, "outside")
        if scope_to is not None:
            self._tint(painter, self._x(scope_to + 1), self.width() - _SIDE, bottom, "outside")
        if self._in_view:
            first, last = (self._lanes.stretch.clamped(month) for month in self._in_view)
            self._tint(painter, self._x(first), self._x(last + 1), bottom, "selected")

    def _tint(self, painter: QPainter, left: float, right: float, bottom: float, role: str) -> None:
        painter.fillRect(QRectF(QPointF(left, self._top()), QPointF(right, bottom)), self.inks.ink(role))

    def _draw_lane(self, painter: QPainter, lane: int, agency: Agency) -> None:
        top, height = self._y(lane), self._lane_height()
        names = QRectF(_SIDE, top, self._left() - 2 * _SIDE, height)
        painter.setPen(self.inks.ink("text"))
        name = painter.fontMetrics().elidedText(agency.name, Qt.TextElideMode.ElideRight, int(names.width()))
        painter.drawText(names, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(self.inks.ink("line"))
        painter.drawLine(QPointF(self._left(), top + height - 0.5), QPointF(self.width() - _SIDE, top + height - 0.5))
        colour = self.inks.agency(agency.colour)
        pale = QColor(colour)
        pale.setAlphaF(0.25)
        for counts, ink in ((self._lanes.everything, pale), (self._lanes.wanted, colour)):
            for month, number in counts.get(agency.id, {}).items():
                painter.fillRect(self._bar(month, number, top, height), ink)

    def _bar(self, month: int, number: int, top: float, height: float) -> QRectF:
        # By the root, so that one busy month does not make single entries vanish.
        share = math.sqrt(number / self._lanes.tallest)
        tall = max(3.0, share * (height - 2))
        width = self._month_width()
        return QRectF(self._x(month), top + height - 1 - tall, max(width - (1 if width > 3 else 0), 1.5), tall)  # noqa: PLR2004 - a gap of one where it leaves a bar

    def _draw_years(self, painter: QPainter, bottom: float) -> None:
        stretch = self._lanes.stretch
        every = max(1, math.ceil(_LEAST_YEAR / (self._month_width() * 12)))
        painter.setPen(self.inks.ink("muted"))
        for year in range(stretch.first // 12 + 1, stretch.last // 12 + 1):
            if year % every:
                continue
            x = self._x(year * 12)
            painter.setPen(self.inks.ink("line"))
            painter.drawLine(QPointF(x, self._top()), QPointF(x, bottom + 3))
            painter.setPen(self.inks.ink("muted"))
            if x + 3 + painter.fontMetrics().horizontalAdvance(str(year)) < self.width():
                painter.drawText(QPointF(x + 3, bottom + painter.fontMetrics().ascent() + 2), str(year))

    def _draw_marks(self, painter: QPainter, bottom: float) -> None:
        marks = (
            (self._marks.scope_from, self.tr("Review from"), Qt.PenStyle.DashLine),
            (self._marks.scope_to, self.tr("to"), Qt.PenStyle.DashLine),
            (self._marks.death, self.tr("Death"), Qt.PenStyle.SolidLine),
        )
        metrics = painter.fontMetrics()
        for month, words, style in marks:
            if month is None or (words == self.tr("to") and month == self._marks.death):
                continue
            # A scope ends with its month; what begins or happens is drawn where its month begins.
            x = self._x(month + (month == self._marks.scope_to and style is Qt.PenStyle.DashLine))
            painter.setPen(QPen(self.inks.ink("text"), 1.5, style))
            painter.drawLine(QPointF(x, self._top() - 2), QPointF(x, bottom))
            room = metrics.horizontalAdvance(words)
            left = min(max(x - room / 2, self._left()), self.width() - room - 2)
            painter.drawText(QPointF(left, metrics.ascent() + 1), words)

    # Mouse and keyboard.

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell month and count where the pointer is."""
        found = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), tip(self.words_at(*found)) if found else "", self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the month under the pointer."""
        found = self._at(event.position())
        if found and event.button() is Qt.MouseButton.LeftButton:
            self._move_to(*found)
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move from month to month and lane to lane, Home and End to the ends; Return chooses."""
        key = Qt.Key(event.key())
        if not self._agencies:
            super().keyPressEvent(event)
            return
        lane, month = self._cursor or (0, self._lanes.stretch.first)
        if key in _KEYS:
            self._move_to(lane + _KEYS[key][0], month + _KEYS[key][1])
        elif key is Qt.Key.Key_Home:
            self._move_to(lane, self._lanes.stretch.first)
        elif key is Qt.Key.Key_End:
            self._move_to(lane, self._lanes.stretch.last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin where the table is, so that the keyboard starts from what is being read."""
        super().focusInEvent(event)
        if self._agencies and self._cursor is None:
            self._move_to(0, self._in_view[0] if self._in_view else self._lanes.stretch.first)

    def _move_to(self, lane: int, month: int) -> None:
        self._cursor = self._within(lane, month)
        self.setAccessibleDescription(self.words_at(*self._cursor))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _choose(self) -> None:
        if self._cursor:
            lane, month = self._cursor
            self.month_chosen.emit(self._agencies[lane].id, month_of(month))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A larger font needs a higher strip."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._draw_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width means other places."""
        super().resizeEvent(event)
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._picture = None
        self.update()


def _in_words(month: int) -> str:
    return in_british_words(parse(month_of(month)))
