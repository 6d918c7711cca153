"""The side panel: one entry to read and edit, beside the agency's row it was made of."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Doubt, Entry, SourceRow
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.timeline.doubts import fixed
from dhr_desktop.ui.common.elided import ElidedLabel
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import Swatch
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.veil import VeilCover
from dhr_desktop.ui.common.widgets import button, icon_button, label, scrolled
from dhr_desktop.ui.timeline.doubts import DoubtsBox
from dhr_desktop.ui.timeline.fields import EntryFields
from dhr_desktop.ui.timeline.meaning.head import MeaningHead
from dhr_desktop.ui.timeline.meaning.section import MeaningSection
from dhr_desktop.ui.timeline.original import OriginalRow

_SIDE_BY_SIDE = 720
_LINES_FOR_BOTH = 24


class EntryPanel(QWidget):
    """Shows one entry. What the chair does here is told by signals; the page makes steps of it."""

    accepted = Signal(int)
    corrected = Signal(object, object)
    """The entry as a doubt offers it, and as it was shown (both `Entry`)."""
    removal_wanted = Signal(int)
    left_unsaved = Signal(str)
    """What was typed for a date or a time, not understood, when the chair went on to another entry."""
    shown = Signal(object)
    """An `Entry` is shown now, or shown anew."""
    step_wanted = Signal(int)
    """1 for the next entry, -1 for the one before."""

    def __init__(self, inks: Inks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self.fields = EntryFields()
        self.original = OriginalRow(inks)
        self.doubts = DoubtsBox(inks)
        self.meaning_head = MeaningHead()
        self.meaning = MeaningSection()
        self._swatch = Swatch(inks)
        self._date = label(role="heading", wrap=True)
        self._agency = ElidedLabel()
        self._place = label(role="hint")
        self.state = label(role="hint")
        self.state.setAccessibleName(self.tr("Saving"))
        self._parted_by_hand = False
        self.dress: Callable[[Entry], Entry] = lambda entry: entry
        self.dress_row: Callable[[SourceRow, Entry], SourceRow] = lambda row, _: row
        self.file_called: Callable[[str], str] = str
        self.called: Callable[[str], str] = str
        self.veils: Callable[[Entry], bool] = lambda _: False
        """How an entry, its agency's row and other words may be shown now; the page says so."""
        self.veil = VeilCover()
        self._remove = button(self.tr("Remove entry"), "quiet", self._ask_removal)
        self._steps = [
            icon_button(theme, "up", self.tr("Previous entry"), self._go_back),
            icon_button(theme, "down", self.tr("Next entry"), self._go_on),
        ]
        self._build()
        self._place_head()
        self.fields.typing.connect(self.state.clear)
        self.fields.left_unread.connect(self.left_unsaved)
        self.doubts.accepted.connect(self._accept)
        self.doubts.fix_wanted.connect(self._put_right)
        self.show_none()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        words = self.tr("Choose an entry to read it beside the agency’s own row, and to put it right.")
        nothing = label(words, "hint", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(nothing)
        whole = QWidget()
        self._stack.addWidget(whole)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._header())
        self._pinned = QVBoxLayout()
        column.addLayout(self._pinned)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("What is shown of the entry"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in (self.tr("As recorded"), self.tr("Meaning")):
            self.tabs.addTab(words)
        column.addWidget(self.tabs)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.veil, 1)
        self.veil.hide()
        self._upper = QStackedWidget()
        self._splitter.addWidget(self._upper)
        self._editor = self._editing()
        self._upper.addWidget(scrolled(self._editor, self._upper))
        self._upper.addWidget(scrolled(self.meaning, self._upper))
        self.tabs.currentChanged.connect(self._turn)
        self._beside = scrolled(self.original, self._splitter)
        self._splitter.addWidget(self._beside)
        self._splitter.splitterMoved.connect(self._keep_parts)

    def _editing(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.doubts)
        column.addWidget(self.fields)
        column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return inner

    def _header(self) -> QVBoxLayout:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self._date, 1)
        for step in self._steps:
            first.addWidget(step, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self._swatch)
        second.addWidget(self._agency, 1)
        second.addWidget(self.state)
        second.addWidget(self._place)
        header = QVBoxLayout()
        header.setSpacing(2)
        header.addLayout(first)
        header.addLayout(second)
        return header

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order: the steps, the doubts, the fields, and the agency's row last."""
        return [
            *self._steps,
            *self.meaning_head.stops(),
            self.tabs,
            self.veil.show_button,
            self.doubts.fix,
            self.doubts.accept,
            *self.fields.stops(),
            self._remove,
            *self.meaning.stops(),
            *self.original.stops(),
        ]

    @property
    def entry(self) -> Entry | None:
        """The entry shown; None when there is none."""
        return self._entry

    def show_entry(self, entry: Entry, agency: Agency, source: tuple[SourceRow, str] | None, place: str) -> None:
        """Show an entry, the row it came from with its file's name, and where it stands in the list."""
        same = self._entry is not None and self._entry.id == entry.id
        if not same:
            self.fields.commit()
            self.state.clear()
        self._entry = entry
        shown = self.dress(entry)
        words = in_british_words(shown.when)
        self._date.setText(words[:1].upper() + words[1:])
        self._swatch.set_colour(agency.colour)
        self._agency.say(self.called(agency.name))
        self._place.setText(place)
        self.doubts.show_doubts(shown.doubts)
        self.fields.show_entry(shown)
        if source:
            self.original.show_row(self.dress_row(source[0], entry), self.file_called(source[1]))
        else:
            self.original.show_none()
        self._draw_veil(self.veils(entry))
        self._stack.setCurrentIndex(1)
        self.shown.emit(entry)
        self._part()

    def show_meaning(self, *, on: bool = True) -> None:
        """Show what the chair makes of the entry, or the fields as recorded, above the agency's row."""
        self.tabs.setCurrentIndex(int(on))

    def _turn(self, tab: int) -> None:
        self._upper.setCurrentIndex(tab)
        if self._entry:
            self._draw_veil(self.veils(self._entry))
        self._part()

    def _draw_veil(self, veiled: bool) -> None:
        """The cover stands in place of the words; what the chair makes of the entry can be said all the same."""
        had = self._splitter.isAncestorOf(self.focusWidget() or self)
        self._beside.setVisible(not veiled)
        words = veiled and not self.tabs.currentIndex()
        self._splitter.setVisible(not words)
        self.veil.setVisible(words)
        if words and had:
            self.veil.show_button.setFocus()

    def show_none(self) -> None:
        """Show that no entry is chosen."""
        self._entry = None
        self._stack.setCurrentIndex(0)

    def _accept(self) -> None:
        if self._entry:
            self.fields.commit()
            self.accepted.emit(self._entry.id)

    def _put_right(self, doubt: Doubt) -> None:
        if self._entry:
            self.fields.commit()
            self.corrected.emit(fixed(self._entry, doubt), self._entry)

    def _ask_removal(self) -> None:
        if self._entry:
            self.removal_wanted.emit(self._entry.id)

    def _go_on(self) -> None:
        self.step_wanted.emit(1)

    def _go_back(self) -> None:
        self.step_wanted.emit(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is room, the agency's row stands beside the fields in place of below them."""
        super().resizeEvent(event)
        wide = event.size().width() >= _SIDE_BY_SIDE
        self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self._place_head()
        self._part()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters need room at once, before the window grows to give it."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place_head()

    def _place_head(self) -> None:
        """The significance stands above the tabs; where letters are large, it gives its place to the entry's words."""
        roomy = self.height() >= _LINES_FOR_BOTH * self.fontMetrics().lineSpacing()
        place = self._pinned if roomy else self.meaning.top
        if place.indexOf(self.meaning_head) < 0:
            place.addWidget(self.meaning_head)

    def _keep_parts(self) -> None:
        self._parted_by_hand = True

    def _part(self) -> None:
        """Give what is above what it needs, up to three fifths, and the agency's row the rest."""
        if self._parted_by_hand or self._splitter.orientation() is Qt.Orientation.Horizontal:
            return
        room = self._splitter.height()
        above = self.meaning if self._upper.currentIndex() else self._editor
        fields = min(above.sizeHint().height(), room * 3 // 5)
        self._splitter.setSizes([fields, room - fields])

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for a sentence."""
        return QSize(400, 600)
