"""How a review stands in the list: its name, its reference, and when it was last opened."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dhr_desktop.base.clock import to_local, today
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.store.library import ReviewListing
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
LISTING = Qt.ItemDataRole.UserRole + 1


class ReviewsModel(QAbstractListModel):
    """The reviews of the library, the one opened last first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reviews: list[ReviewListing] = []

    def show(self, reviews: list[ReviewListing]) -> None:
        """List these reviews."""
        self.beginResetModel()
        self._reviews = reviews
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many there are."""
        return 0 if parent.isValid() else len(self._reviews)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name for the eye, everything for a screen reader."""
        if not index.isValid():
            return None
        review = self._reviews[index.row()]
        if role == LISTING:
            return review
        if role == Qt.ItemDataRole.DisplayRole:
            return review.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(words for words in (review.name, review.reference, self.when(review)) if words)
        return None

    def when(self, review: ReviewListing) -> str:
        """When it was last opened, as a person would say it."""
        opened = to_local(review.opened_at)
        days = (today() - opened.date()).days
        clock = f"{opened:%H:%M}"
        if days == 0:
            return self.tr("Opened today at {clock}").format(clock=clock)
        if days == 1:
            return self.tr("Opened yesterday at {clock}").format(clock=clock)
        return self.tr("Opened on {day}").format(day=in_british_words(of_day(opened.date())))


class ReviewDelegate(QStyledItemDelegate):
    """Draws a review in two quiet lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """Two lines and the air around them."""
        del option, index
        return QSize(200, self._height("heading") + self._height("small") + HAIR + 2 * MEDIUM + 1)

    def _height(self, step: str) -> int:
        return QFontMetrics(self._theme.font(step)).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one review."""
        review = index.data(LISTING)
        model = index.model()
        if not isinstance(review, ReviewListing) or not isinstance(model, ReviewsModel):
            return
        painter.save()
        painter.setClipRect(option.rect)
        self._ground(painter, option)
        inside = option.rect.adjusted(LARGE, MEDIUM, -LARGE, -MEDIUM - 1)
        self._line(painter, inside, review.name, "heading", "text")
        inside.setTop(inside.top() + self._height("heading") + HAIR)
        words = "   ·   ".join(each for each in (review.reference, model.when(review)) if each)
        self._line(painter, inside, words, "small", "muted")
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colour = self._theme.colour
        rect = QRect(option.rect)
        ground = "surface"
        if option.state & QStyle.StateFlag.State_Selected:
            ground = "selected"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        painter.fillRect(rect, colour(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        if ground == "selected":
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), colour("accent"))

    def _line(self, painter: QPainter, inside: QRect, words: str, step: str, role: str) -> None:
        font = self._theme.font(step)
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
