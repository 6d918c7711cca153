"""The picture itself: one widget that draws everything, and is looked around in by mouse and by keyboard."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.picture import hits, scene
from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.domain.picture.frame import (
    Frame,
    Margins,
    Picture,
    first_view,
    height_for,
    laid_out,
    limits_of,
)
from dhr_desktop.domain.picture.hits import Hit
from dhr_desktop.domain.picture.marks import band_of
from dhr_desktop.domain.picture.scale import Limits, Scale
from dhr_desktop.domain.picture.shapes import Boxes, Ink, Strokes
from dhr_desktop.domain.picture.spans import Silence
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.painting import Brush, Letters
from dhr_desktop.ui.common.signs import smaller
from dhr_desktop.ui.timeline.picture import words
from dhr_desktop.ui.timeline.picture.key import CHOSEN, IN_VIEW

_LEAST_NAMES, _MOST_NAMES, _NAMES_SHARE, _MOST_SHARE = 132, 260, 0.23, 0.4
_USUAL_LANE, _LEAST_USUAL_LANE, _USUAL_LANES = 18.0, 14.0, 160.0
_SETTLED_MS = 250
_RING = 3.0
_FEW = 4
"""So many entries of one day are told one by one."""


class Canvas(QWidget):
    """What is shown, from which day to which, and what is chosen in it. `hands` bring mouse and keyboard to it."""

    entry_chosen = Signal(int)
    """The id of an entry that the chair has pointed at."""
    days_chosen = Signal(int, int)
    """The first and last day (ordinals) of a stretch that the chair has drawn."""
    days_cleared = Signal()
    view_changed = Signal()

    def __init__(self, inks: Inks, entry_of: Callable[[int], Entry | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks, self.entry_of = inks, entry_of
        self.picture = Picture()
        self.limits = Limits()
        self.least_head = 0.0
        self.least_names = 0.0
        self._scale = Scale(0.0, 365.0, 0.0, 1.0)
        self._fresh = True
        self._shift = 0.0
        self._letters = Letters(smaller(self.font()))
        self._frame: Frame | None = None
        self._content: QPixmap | None = None
        self._in_view: tuple[int, int] | None = None
        self.covers: Callable[[str], str] = str
        """Gives words about days as they may be seen now."""
        self.drawn_days: tuple[float, float] | None = None
        self.chosen: int | None = None
        self.cursor_at: tuple[int, int] | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle.timeout.connect(self.say)
        inks.changed.connect(self.draw_anew)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Picture of the timeline"))

    # What is shown.

    def show_picture(self, picture: Picture) -> None:
        """Show this; the view stays, unless there was nothing to be seen before."""
        cursor = self.cursor_at
        if picture.rows.by is not self.picture.rows.by:
            self._shift, self.cursor_at = 0.0, None
        elif cursor and (cursor[0] >= len(picture.rows.rows) or cursor[1] >= len(picture.rows.spans)):
            self.cursor_at = None
        if not picture.silences and picture.rows.by is self.picture.rows.by:
            picture = replace(picture, silences=self.picture.silences)
        empty = not len(self.picture.rows.spans)
        if self.chosen is not None:  # entries may have come and gone before it, or it has gone itself
            self.chosen = picture.rows.place_of.get(self.picture.rows.spans.ids[self.chosen])
        self.picture = picture
        self.limits = limits_of(picture)
        if empty or self._fresh:
            self._scale = self._scale.showing(*first_view(picture), self.limits)
            self._fresh = not len(picture.rows.spans)
        else:
            self._scale = self._scale.moved(0.0, self.limits)
        self.updateGeometry()
        self._changed()

    def show_silences(self, found: list[Silence]) -> None:
        """Shade these, which are found later than the rest."""
        if found != self.picture.silences:
            self.picture = replace(self.picture, silences=found)
            self.draw_anew()

    def show_chosen(self, entry_id: int) -> None:
        """Mark the entry that is chosen in the table; 0 for none.

        The picture goes along with the reading, from one entry to the next; the first that is chosen leaves it where
        it begins, at the years of which there is most to see.
        """
        place = self.picture.rows.place_of.get(entry_id)
        if place != self.chosen:
            before, self.chosen = self.chosen, place
            if before is not None and place is not None:
                self.bring(place)
            self.update()

    def show_view(self, first_id: int, last_id: int) -> None:
        """Shade the days that the table shows at present, from the one entry to the other."""
        place_of, spans = self.picture.rows.place_of, self.picture.rows.spans
        first, last = place_of.get(first_id), place_of.get(last_id)
        found = None
        if first is not None and last is not None:
            begin = spans.firsts[first] or spans.lasts[first]
            end = spans.firsts[last] or spans.lasts[last]  # where it stands, however long it may have been
            found = (begin, end) if 0 < begin <= end else None
        if found != self._in_view:
            self._in_view = found
            self.update()

    def show_days(self, first: int, last: int) -> None:
        """Mark the stretch that the table is narrowed to; 0 and 0 for none."""
        found = (float(first), float(last + 1)) if first and last else None
        if found != self.drawn_days:
            self.drawn_days = found
            self.update()

    # Where the chair looks.

    def look(self, scale: Scale) -> None:
        """Show these days."""
        if (scale.begin, scale.end) != (self._scale.begin, self._scale.end):
            self._scale = scale
            self._changed()
            self.view_changed.emit()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Closer by `factor` at a place; at the chosen entry or the middle where none is given."""
        scale = self.frame.scale
        at = x
        if at is None:
            place = self.cursor_at[1] if self.cursor_at else self.chosen
            days = hits.day_of(self.picture, place) if place is not None else None
            at = scale.x(sum(days) / 2) if days else 0.0
            at = at if scale.left <= at <= scale.right else scale.left + scale.width / 2
        self.look(scale.zoomed(factor, at, self.limits))

    def pan(self, days: float) -> None:
        """Along by so many days."""
        self.look(self.frame.scale.moved(days, self.limits))

    def fit(self) -> None:
        """Everything there is."""
        self.look(self.frame.scale.showing(self.limits.first, self.limits.last, self.limits))

    def look_at(self, first: float, last: float) -> None:
        """From one day to another."""
        self.look(self.frame.scale.showing(first, last, self.limits))

    def bring(self, place: int) -> None:
        """Move as little as brings an entry into sight."""
        days = hits.day_of(self.picture, place)
        scale = self.frame.scale
        if days is None or scale.begin <= days[0] <= scale.end or scale.begin <= days[1] <= scale.end:
            return
        self.look(scale.moved(sum(days) / 2 - (scale.begin + scale.end) / 2, self.limits))

    def lift(self, by: float) -> None:
        """Move the lanes up or down, where there are more than fit."""
        shift = min(max(self._shift + by, 0.0), self.frame.most_shift)
        if shift != self._shift:
            self._shift = shift
            self.draw_anew()

    def show_lane(self, lane: int) -> None:
        """Bring a lane into sight."""
        frame = self.frame
        top, bottom = frame.y(lane), frame.y(lane) + frame.lane
        if top < frame.top:
            self.lift(top - frame.top)
        elif bottom > frame.bottom:
            self.lift(bottom - frame.bottom)

    @property
    def unit(self) -> Unit:
        """What is drawn one by one."""
        return Unit.at(self.frame.scale.per_day)

    @property
    def frame(self) -> Frame:
        """Where everything stands."""
        if self._frame is None:
            size = float(self.width()), float(self.height())
            made = laid_out(size, self._margins(), self._letters.type, self.picture, self._scale)
            self._shift = min(self._shift, made.most_shift)
            self._frame = replace(made, shift=self._shift)
            self._scale = self._frame.scale
        return self._frame

    def _margins(self) -> Margins:
        least = max(min(self.least_names, self.width() * _MOST_SHARE), _LEAST_NAMES)
        names = max(min(self.width() * _NAMES_SHARE, _MOST_NAMES), least)
        return Margins(float(round(names)), least_head=self.least_head)

    @property
    def names_width(self) -> int:
        """How wide the names of the lanes are."""
        return int(self._margins().names)

    @property
    def head_height(self) -> int:
        """How high it is above the lanes."""
        return int(self.frame.top)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its lanes need to be read, while they are not many."""
        lanes = max(len(self.picture.rows.rows), 1)
        lane = min(max(_USUAL_LANES / lanes, _LEAST_USUAL_LANE), max(_USUAL_LANE, self._letters.type.line + 1))
        height = height_for(self.picture, lane, self._letters.type, self._margins())
        return QSize(480, round(min(height, 1.5 * _USUAL_LANES)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Small enough to leave the table its room."""
        return QSize(240, round(self.least_head + 3 * self._letters.type.least_lane + self._letters.type.line + 6))

    # Words.

    def hit(self, x: float, y: float) -> Hit:
        """What stands at a point."""
        return hits.at(self.picture, self.frame, x, y)

    def words_of(self, hit: Hit) -> str:
        """What stands there, in words."""
        few = hit.places if len(hit.places) <= (_FEW if self.unit is Unit.DAY else 1) else ()
        found = [self.entry_of(self.picture.rows.spans.ids[place]) for place in few]
        return self.covers(words.of_hit(self.picture, hit, [entry for entry in found if entry], self.unit))

    def words_here(self) -> str:
        """What the keyboard is at, in words."""
        if self.cursor_at is None:
            return ""
        lane, place = self.cursor_at
        spans = self.picture.rows.spans
        return self.words_of(Hit(lane, (place,), spans.firsts[place], spans.lasts[place]))

    def say(self) -> None:
        """Tell a screen reader what is shown, and what the keyboard is at."""
        said = self.covers(words.of_view(self.picture, self.frame))
        if self.cursor_at and self.hasFocus():
            said = f"{self.words_here()} {said}"
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # Drawing.

    def draw_anew(self) -> None:
        """Draw everything again, for colours, sizes or entries have changed."""
        self._frame = self._content = None
        self.update()

    def _changed(self) -> None:
        self.draw_anew()
        self._settle.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground, the entries, and what is chosen."""
        del event
        frame = self.frame
        painter = QPainter(self)
        if self._content is None:
            self._content = self._drawn(frame)
        painter.drawPixmap(0, 0, self._content)
        self._paint_stretches(Brush(painter, self._inks, self._letters), frame)
        self._paint_places(painter, frame)
        painter.end()

    def _drawn(self, frame: Frame) -> QPixmap:
        """All that does not change while only the table scrolls."""
        content = QPixmap(self.size() * self.devicePixelRatioF())
        content.setDevicePixelRatio(self.devicePixelRatioF())
        content.fill(self._inks.ink("surface"))  # nothing shows through it, so that showing it costs least
        painter = QPainter(content)
        brush = Brush(painter, self._inks, self._letters)
        brush.paint(scene.ground(self.picture, frame))
        brush.paint(scene.composed(self.picture, frame, self._letters.measure))
        painter.end()
        return content

    def _paint_stretches(self, brush: Brush, frame: Frame) -> None:
        if self._in_view:
            left, top, width, height = scene.stretch(frame, self._in_view[0], self._in_view[1] + 1)
            brush.paint([Boxes(Ink("accent", IN_VIEW), [(left, top, max(width, 2), height)])])
        if self.drawn_days:
            left, top, width, height = scene.stretch(frame, *self.drawn_days)
            edges = [(x, top, x, top + height + 4) for x in (left, left + width)]
            chosen = Boxes(Ink("accent", CHOSEN), [(left, top, width, height)])
            brush.paint([chosen, Strokes(Ink("accent"), edges, 2)])

    def _paint_places(self, painter: QPainter, frame: Frame) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chosen is not None:
            for lane in hits.lanes_of(self.picture, self.chosen):
                self._paint_ring(painter, frame, lane, self.chosen, Qt.PenStyle.SolidLine)
        if self.cursor_at and self.hasFocus() and self.cursor_at[1] != self.chosen:
            self._paint_ring(painter, frame, *self.cursor_at, Qt.PenStyle.DotLine)

    def _paint_ring(self, painter: QPainter, frame: Frame, lane: int, place: int, line: Qt.PenStyle) -> None:
        """A ring about what is chosen; a dotted one where the keyboard is and nothing is chosen yet."""
        ring = self.ring(frame, lane, place)
        if ring is None:
            return
        painter.setPen(QPen(self._inks.ink("accent"), 2, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, 3, 3)

    def ring(self, frame: Frame, lane: int, place: int) -> QRectF | None:
        """Where a ring about an entry stands; None where it is out of sight."""
        days = hits.day_of(self.picture, place)
        if days is None or lane not in frame.in_sight():
            return None
        scale, band = frame.scale, band_of(frame, lane, self.picture.rows.rows[lane])
        sure = self.picture.rows.spans.sure[place]
        left, right = scale.x(days[0]), scale.x(days[1])
        if right < scale.left or left > scale.right:
            return None
        left, right = max(left, scale.left), min(right, scale.right)
        least = max(band.mark + 2 * _RING, right - left)
        middle = (left + right) / 2
        top = frame.y(lane) + 0.5 if sure else band.soft_top - 2
        height = frame.lane - 2 if sure else band.soft + 3
        return QRectF(middle - least / 2, top, least, height)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A larger font needs a higher picture."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._letters = Letters(smaller(self.font()))
            self.updateGeometry()
            self.draw_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width means other places."""
        super().resizeEvent(event)
        self._changed()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the entry that is chosen, so that the keyboard starts from what is being read."""
        super().focusInEvent(event)
        if self.cursor_at is None and self.chosen is not None:
            lanes = hits.lanes_of(self.picture, self.chosen)
            if lanes:
                self.cursor_at = lanes[0], self.chosen
        self.say()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The place of the keyboard is no longer shown."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()
