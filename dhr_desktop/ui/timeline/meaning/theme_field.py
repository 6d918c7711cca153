"""An entry's themes as chips, and the field that adds one: it completes from the tree as one types, Return adds."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import HAIR
from dhr_desktop.ui.common.widgets import UNSAVED, button, label

_FEW = 8


class ThemeField(QWidget):
    """What is added or taken off is told; what is shown is what the review says."""

    turned = Signal(object, bool)
    """A `Theme`, and whether the entry should have it."""
    new_wanted = Signal(str)
    """A name that no theme has, which the chair wants to add to the tree and give."""
    left = Signal()
    """Escape in the empty field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = ThemeTree()
        self._has: frozenset[int] = frozenset()
        self._offered: dict[str, Theme] = {}
        self.add = QLineEdit()
        self.add.setPlaceholderText(self.tr("Add a theme"))
        self.add.setProperty(UNSAVED, False)  # what is typed here looks for a theme; it is nothing to be kept
        self.add.setAccessibleName(self.tr("Add a theme"))
        self.add.setToolTip(self.tr("Type some letters; Return adds the first that fits  (Ctrl+M)"))
        self.hint = label(role="hint", wrap=True)
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setMaxVisibleItems(_FEW)
        self.add.setCompleter(self.completer)
        self.add.installEventFilter(self)
        self._chips = QWidget()
        self._row = FlowLayout(HAIR, HAIR, self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        for each in (self._chips, self.add, self.hint):
            column.addWidget(each)
        self.completer.activated.connect(self._take)  # told the words, as the first of its two forms
        self.add.returnPressed.connect(self._take_typed)
        self.add.textChanged.connect(self._say)
        self._say()

    def show_themes(self, tree: ThemeTree, has: frozenset[int]) -> None:
        """Show which themes of the tree the entry has, and offer the others."""
        self._tree, self._has = tree, has
        self._offered = {self._path(theme): theme for theme, _ in tree.in_order() if theme.id not in has}
        if self._names.stringList() != list(self._offered):
            self._names.setStringList(list(self._offered))
        self._show_chips([theme for theme, _ in tree.in_order() if theme.id in has])
        self._say()

    def chips(self) -> list[QWidget]:
        """The chips, in the order of the tree."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        return [found for item in items if item and (found := item.widget())]

    def _show_chips(self, shown: list[Theme]) -> None:
        held = [chip.hasFocus() for chip in self.chips()]
        while item := self._row.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        before: QWidget = self.add
        for theme in shown:
            chip = button(f"{theme.name}  ×", "chip", partial(self._take_off, theme))
            chip.setAccessibleName(self.tr("Take off the theme {name}").format(name=theme.name))
            chip.setToolTip(self.tr("{path}: press to take it off").format(path=self._path(theme)))
            self._row.addWidget(chip)
            QWidget.setTabOrder(before, chip)
            before = chip
        self._chips.setVisible(bool(shown))
        if any(held):
            left = self.chips()
            (left[min(held.index(True), len(left) - 1)] if left else self.add).setFocus()

    def _take_off(self, theme: Theme) -> None:
        self.turned.emit(theme, False)

    def _path(self, theme: Theme) -> str:
        above = self._tree.way_to(theme.parent_id)
        return f"{theme.name}  ({' – '.join(above)})" if above else theme.name

    def best(self, typed: str) -> Theme | None:
        """The theme meant by what is typed: the one so called, else the first that begins so, else that holds it."""
        sought = " ".join(typed.casefold().split())
        if not sought:
            return None
        ranked = sorted(
            (_rank(sought, theme.name.casefold(), path.casefold()), place, theme)
            for place, (path, theme) in enumerate(self._offered.items())
            if sought in " ".join(path.casefold().split())
        )
        return ranked[0][2] if ranked else None

    def _take_typed(self) -> None:
        typed = " ".join(self.add.text().split())
        found = self.best(typed)
        if found:
            self._give(found)
        elif self._held(typed):
            self.add.clear()

    def _take(self, path: str) -> None:
        found = self._offered.get(path)
        if found:
            self._give(found)

    def _give(self, theme: Theme) -> None:
        self._offered = {path: one for path, one in self._offered.items() if one.id != theme.id}
        self.turned.emit(theme, True)
        self.add.clear()
        QTimer.singleShot(0, self.add, self.add.clear)  # the completer writes what was chosen into the field after this

    def _held(self, typed: str) -> bool:
        return any(
            theme.name.casefold() == typed.casefold() for theme, _ in self._tree.in_order() if theme.id in self._has
        )

    def _say(self) -> None:
        typed = " ".join(self.add.text().split())
        words = ""
        if typed and self._held(typed) and not self.best(typed):
            words = self.tr("The entry has this theme.")
        elif typed and not self.best(typed):
            words = self.tr("No theme is so called. Ctrl+Return adds it to the tree.")
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.add.setAccessibleDescription(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ctrl+Return adds a new theme; Escape clears what is typed, then leaves."""
        if watched is self.add and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
                self._add_new()
                return True
            if key == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def _add_new(self) -> None:
        typed = " ".join(self.add.text().split())
        if typed and not self.best(typed) and not self._held(typed):
            self.new_wanted.emit(typed)
            self.add.clear()

    def _leave(self) -> None:
        if self.add.text():
            self.add.clear()
        else:
            self.left.emit()


def _rank(sought: str, name: str, path: str) -> int:
    """0 for the very name, 1 for its beginning, 2 for the beginning of a word of it, 3 within it, 4 above it."""
    if name == sought:
        return 0
    if name.startswith(sought):
        return 1
    if f" {sought}" in name:
        return 2
    return 3 if sought in name else 4 if sought in path else 5
