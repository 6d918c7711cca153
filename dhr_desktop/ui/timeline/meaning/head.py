"""How much the entry matters, always in sight above its words, and in a line what else has been said of it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.domain.meaning import Mark, Significance
from dhr_desktop.ui.common.elided import ElidedLabel
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import HAIR
from dhr_desktop.ui.common.widgets import button
from dhr_desktop.ui.timeline.meaning.reading import Told
from dhr_desktop.ui.timeline.meaning.wordings import digit_of, mark_words, significance_words

_BETWEEN = " · "
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_STOP, _NO_STOP = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus


class MeaningHead(QWidget):
    """Four buttons of which one is down. What is pressed is told; what is shown is what the review says."""

    judged = Signal(object)
    """The `Significance` the chair gives."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Significance"))
        self.buttons = {which: button(significance_words(which), "segment") for which in Significance}
        for which, each in self.buttons.items():
            each.setCheckable(True)
            each.setToolTip(self.tr("Key {digit} while the table has the keyboard").format(digit=digit_of(which)))
            each.setAccessibleDescription(self.tr("How much the entry matters"))
            each.installEventFilter(self)
            each.clicked.connect(lambda _=False, which=which: self._tell(which))
        self.said = ElidedLabel()  # always a line high, so that nothing moves from one entry to the next
        self.said.setProperty("role", "hint")
        row = FlowLayout(HAIR, HAIR)
        for each in self.buttons.values():
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addLayout(row)
        column.addWidget(self.said)

    def show_told(self, told: Told) -> None:
        """Show what the review says of an entry."""
        self.show_significance(told.entry.significance)
        self.said.say(self._words(told))

    def show_significance(self, significance: Significance) -> None:
        """Have one of the four down."""
        for which, each in self.buttons.items():
            each.setChecked(which is significance)
            # One stop for Tab, as a row of which one is down; the others are a step to the side.
            each.setFocusPolicy(_STOP if which is significance else _NO_STOP)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return list(self.buttons.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The arrow keys go along the row; Space or Return says what has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            row = list(self.buttons.values())
            at = next((place for place, each in enumerate(row) if each is watched), 0)
            row[min(max(at + _STEPS[Qt.Key(event.key())], 0), len(row) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _tell(self, which: Significance) -> None:
        self.show_significance(which)
        self.judged.emit(which)

    def _words(self, told: Told) -> str:
        entry = told.entry
        parts = [mark_words(mark) for mark in Mark if getattr(entry, mark.value)]
        parts += [theme.name for theme, _ in told.tree.in_order() if theme.id in told.theme_ids]
        if told.line_ids:
            several = self.tr("{number} lines of enquiry").format(number=len(told.line_ids))
            parts.append(self.tr("1 line of enquiry") if len(told.line_ids) == 1 else several)
        if entry.private_note:
            parts.append(self.tr("Private note"))
        if not entry.in_chronology:
            parts.append(self.tr("Left out of the full chronology"))
        return _BETWEEN.join(parts)
