"""The places at which a form stands, in the words around it, and what it means at each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from dhr_desktop.domain.name_forms.passages import Passage, Place
from dhr_desktop.domain.people import Person
from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.common.veil import Veil, veiled_words
from dhr_desktop.ui.common.widgets import dress_table

_ROOM = 60
_BEFORE, _FORM, _AFTER, _WHERE, _MEANS = range(5)
_MOST_PEOPLE = 9


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A place with the words around it. `said` tells that something was said of it, `person` who it is."""

    place: Place
    passage: Passage
    agency: str
    said: bool = False
    person: Person | None = None


class PlacesModel(TextTable):
    """One row a place, with the form in the middle so that the eye runs down it."""

    def __init__(self, veils: Callable[[int], bool], parent: QObject | None = None) -> None:
        """`veils` says whether the words of an entry are not to be seen, for it is marked as distressing."""
        super().__init__(parent)
        self._veils = veils

    def draw_anew(self) -> None:
        """Draw every cell again, for what may be seen has changed."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return (
            self.tr("Words before"),
            self.tr("Form"),
            self.tr("Words after"),
            self.tr("Where"),
            self.tr("Means here"),
        )

    def cells(self, row: PlaceShown) -> tuple[str, ...]:
        """The words around a place, whose record it is, and what it means there."""
        text, place = row.passage.text, row.place
        before, after = text[: place.start][-_ROOM:], text[place.end :][:_ROOM]
        if self._veils(place.entry_id):
            before, after = "", veiled_words()
        return before, text[place.start : place.end], after, row.agency, self._meaning(row)

    def beside(self, row: PlaceShown, column: int, role: int) -> object:
        """The form is bold, and the words before it end where it begins."""
        del row
        if column == _FORM and role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        if column == _BEFORE and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _meaning(self, row: PlaceShown) -> str:
        if not row.said:
            return ""
        return row.person.real_name if row.person else self.tr("nobody’s name")


class _CutBefore(QStyledItemDelegate):
    """Words before the form lose their beginning, where they are too long, and not the end that stands beside it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        """Qt asks how a cell is drawn."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class PlacesTable(QTableView):
    """A key says what the form means at the place at hand: 1 to 9 one of `candidates`, 0 nobody."""

    said = Signal(object, object)
    """A `Place`, and the id of a person or None."""

    def __init__(self, veil: Veil, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._veil = veil
        self.places = PlacesModel(veil.tells_of, self)
        veil.changed.connect(self.places.draw_anew)
        self.setModel(self.places)
        self.selectionModel().currentRowChanged.connect(self._go_on)
        self.candidates: list[Person] = []
        dress_table(self, self.tr("Places where the form stands"))
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._cut = _CutBefore(self)
        self.setItemDelegateForColumn(_BEFORE, self._cut)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_FORM, QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # by the rows in sight: the form is as wide in all of them

    def show_places(self, shown: list[PlaceShown], candidates: list[Person], *, asked: bool) -> None:
        """Show these; the column of meanings only where the places are asked one by one."""
        row = self.currentIndex().row()
        self.candidates = candidates if asked else []
        self.places.put(shown)
        self.setColumnHidden(_MEANS, not asked and not any(each.said for each in shown))
        self.setCurrentIndex(self.places.index(min(max(row, 0), len(shown) - 1), _FORM) if shown else QModelIndex())

    @property
    def at_hand(self) -> PlaceShown | None:
        """The place that is chosen."""
        row = self.currentIndex().row()
        return self.places.rows[row] if 0 <= row < len(self.places.rows) else None

    def lift(self) -> None:
        """Show the words around the place at hand, which are veiled, until another is gone to."""
        if self.at_hand and self.at_hand.place.entry_id:
            self._veil.lift(self.at_hand.place.entry_id)

    def _go_on(self) -> None:
        if self.isVisible():  # elsewhere the chair may have asked for something else
            self._veil.choose(*((self.at_hand.place.entry_id,) if self.at_hand else ()))

    def say(self, number: int) -> None:
        """It is the candidate of this number from 1, or with 0 nobody; the next place is at hand then."""
        shown = self.at_hand
        if shown is None or not self.candidates or number > len(self.candidates):
            return
        person_id = self.candidates[number - 1].id if number else None
        row = self.currentIndex().row()
        if row + 1 < len(self.places.rows):
            self.setCurrentIndex(self.places.index(row + 1, _FORM))
        self.said.emit(shown.place, person_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Numbers answer; Return gives the first answer."""
        typed = event.text()
        if typed.isdigit() and typed.isascii() and int(typed) <= _MOST_PEOPLE:
            self.say(int(typed))
        elif event.key() in RETURNS and self.candidates and not event.modifiers():
            self.say(1)
        else:
            super().keyPressEvent(event)


class Presses(QObject):
    """Has `confirm` and `refuse` called for Return and Delete in a list."""

    confirm = Signal()
    refuse = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt tells what is pressed in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if event.key() in RETURNS and not event.modifiers():
                self.confirm.emit()
                return True
            if event.key() == Qt.Key.Key_Delete and not event.modifiers():
                self.refuse.emit()
                return True
        return super().eventFilter(watched, event)
