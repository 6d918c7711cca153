"""Where things stand in the picture, and what a hand does there."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dhr_desktop.ui.timeline.picture.hands import PictureView


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def place(view: PictureView, lane: int, iso: str, share: float = 0.5) -> QPoint:
    frame = view.frame
    return QPointF(frame.scale.x(day(iso) + 0.5), frame.y(lane) + frame.lane * share).toPoint()


def on_scale(view: PictureView, iso: str) -> QPoint:
    return QPoint(round(view.frame.scale.x(day(iso) + 0.5)), round(view.frame.bottom + 6))


def dragged(qtbot: QtBot, view: PictureView, begin: QPoint, end: QPoint, held: Qt.KeyboardModifier) -> None:
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, held, begin)
    for share in (0.3, 0.7, 1.0):
        at = begin + (end - begin) * share
        QApplication.sendEvent(view, moved_to(view, at, held))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, held, end)


def moved_to(view: PictureView, at: QPoint, held: Qt.KeyboardModifier) -> QMouseEvent:
    """A move of the mouse with its button held, which Qt's own helper does not send."""
    where, left = QPointF(at), Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, where, view.mapToGlobal(where), Qt.MouseButton.NoButton, left, held)


def wheeled(view: PictureView, at: QPoint, notches: int, held: Qt.KeyboardModifier) -> None:
    where = QPointF(at)
    event = QWheelEvent(
        where,
        view.mapToGlobal(where),
        QPoint(),
        QPoint(0, notches * 120),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
