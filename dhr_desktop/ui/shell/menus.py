"""The menu bar, put together from the table of actions."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from dhr_desktop.ui.common.actions import PAGES, Actions
from dhr_desktop.ui.common.scheme import NAMES
from dhr_desktop.ui.common.theme import SYSTEM, TEXT_SIZES
from dhr_desktop.ui.shell.settings import LOCK_MINUTES


class Menus(QObject):
    """The menus of the window. What cannot be asked for at present stands there, dimmed."""

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    lock_minutes_chosen = Signal(int)

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        bar = window.menuBar()
        self._menus: list[QMenu] = []
        self._actions = actions
        self._themes = QActionGroup(self)
        self._sizes = QActionGroup(self)
        self._minutes = QActionGroup(self)
        go = tuple(f"go.{page}" for page in PAGES)
        files = bar.addMenu(self.tr("&File"))
        self._add(files, "library.new", "program.library", "", "review.add", "review.folder", "review.paste")
        self._add(files, "review.request", "", "program.lock")
        self._add_minutes(files.addMenu(self.tr("Lock &after")))
        self._add(files, "", "program.quit")
        self._add(bar.addMenu(self.tr("&Edit")), "review.undo", "review.redo", "", "review.history")
        self._add(bar.addMenu(self.tr("&Go")), *go)
        view = bar.addMenu(self.tr("&View"))
        self._add_choices(view)
        self._add(view, "program.larger", "program.smaller", "", "review.panel_view", "review.distressing")
        self._add(view, "", "program.full_screen")
        self._add(bar.addMenu(self.tr("&Help")), "program.shortcuts", "", "program.about")

    def _add(self, menu: QMenu, *action_ids: str) -> None:
        for action_id in action_ids:
            if action_id:
                menu.addAction(self._actions[action_id])
            else:
                menu.addSeparator()

    def _add_choices(self, view: QMenu) -> None:
        names = {
            SYSTEM: self.tr("&As the system"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
            "contrast": self.tr("&High contrast"),
        }
        themes = view.addMenu(self.tr("&Theme"))
        for key in (SYSTEM, *NAMES):
            self._choice(themes, self._themes, names[key], key)
        sizes = view.addMenu(self.tr("Te&xt size"))
        for size in TEXT_SIZES:
            self._choice(sizes, self._sizes, f"{size} %", size)
        self._themes.triggered.connect(self._choose_theme)
        self._sizes.triggered.connect(self._choose_size)

    def _add_minutes(self, menu: QMenu) -> None:
        for minutes in LOCK_MINUTES:
            words = self.tr("{n} minutes without use").format(n=minutes) if minutes else self.tr("&Never by itself")
            self._choice(menu, self._minutes, words, minutes)
        self._minutes.triggered.connect(lambda action: self.lock_minutes_chosen.emit(action.data()))

    def _choice(self, menu: QMenu, group: QActionGroup, words: str, data: str | int) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setData(data)
        group.addAction(action)

    def mark(self, theme: str, text_size: int, lock_minutes: int) -> None:
        """Show what is chosen."""
        for group, chosen in ((self._themes, theme), (self._sizes, text_size), (self._minutes, lock_minutes)):
            for action in group.actions():
                action.setChecked(action.data() == chosen)

    def _choose_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())

    def _choose_size(self, action: QAction) -> None:
        self.text_size_chosen.emit(action.data())
