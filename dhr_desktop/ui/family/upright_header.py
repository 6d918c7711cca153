"""A heading whose words stand upright, so that many narrow columns have names that can be read whole."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from dhr_desktop.ui.common.theme import SMALL


class UprightHeader(QHeaderView):
    """Turns the words of every section but the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its longest name is wide."""
        hint = super().sizeHint()
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(self._words(at)) for at in range(1, self.count())), default=0)
        return QSize(hint.width(), max(hint.height(), longest + 2 * SMALL + SMALL))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Draw the section's own surface, and its words from below to above."""
        painter.save()
        painter.fillRect(rect, self.palette().window())
        painter.setPen(self.palette().windowText().color())
        if logicalIndex == 0:
            at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(rect.adjusted(SMALL, SMALL, -SMALL, -SMALL), at, self._words(0))
        else:
            painter.translate(rect.left(), rect.bottom())
            painter.rotate(-90)
            upright = QRect(SMALL, 0, rect.height() - SMALL, rect.width())
            at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(upright, at, self._words(logicalIndex))
        painter.restore()

    def _words(self, section: int) -> str:
        model = self.model()
        return str(model.headerData(section, Qt.Orientation.Horizontal) or "") if model else ""
