"""The Views button: the present view's name, whether the filters have left it, and the menu of all views."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.views import SavedView
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.widgets import PushButton
from dhr_desktop.ui.timeline.ready_views import ready_views

_WIDEST = 150
_DIGITS = "1234567890"
_NO_SHAPE = "{}"


class ViewsButton(PushButton):
    """Knows which view was chosen last. What it offers to do is told by signals; others do it."""

    view_chosen = Signal(object)
    """A `SavedView` to be shown."""
    save_wanted = Signal()
    replace_wanted = Signal(object)
    """The present `SavedView`, to be made what the filters say."""
    order_wanted = Signal()
    """The saved views are to be renamed, moved or removed."""

    def __init__(self, theme: Theme, panel: PanelView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._theme = theme
        self._saved: list[SavedView] = []
        self._chosen = ready_views()[0]
        self._wanted, self._shape = ALL, _NO_SHAPE
        self.menu_of_views = QMenu(self)
        self.setMenu(self.menu_of_views)
        self.setToolTip(self.tr("Views: filters kept under a name  (Ctrl+Shift+V)"))
        self._fill()
        panel.changed.connect(self._fill)

    @property
    def views(self) -> list[SavedView]:
        """All views in the order of the menu: those always there, then the saved ones."""
        return [*ready_views(), *self._saved]

    @property
    def chosen(self) -> SavedView:
        """The view chosen last, as it is kept."""
        return self._chosen

    @property
    def changed(self) -> bool:
        """Whether the filters, or how the table stands, have left the view that was chosen."""
        stands = self._chosen.shape in (_NO_SHAPE, self._shape) or self._shape == _NO_SHAPE
        return self._chosen.wanted != self._wanted or not stands

    def show_views(self, saved: Sequence[SavedView]) -> None:
        """Offer these views; the chosen one stays chosen as it now is, unless it has gone."""
        self._saved = list(saved)
        kept = {view.id: view for view in self.views}
        self._chosen = kept.get(self._chosen.id) or ready_views()[0]
        self._fill()

    def choose(self, view: SavedView) -> None:
        """Say that a view is shown."""
        self._chosen = view
        self._fill()

    def show_wanted(self, wanted: EntryFilter, shape: str) -> None:
        """Know what the filters say now, and how the table stands."""
        self._wanted, self._shape = wanted, shape
        self._say()

    def action(self, name: str) -> QAction:
        """The line of the menu with this view's name."""
        return next(each for each in self.menu_of_views.actions() if each.data() == name)

    def _fill(self) -> None:
        menu = self.menu_of_views
        for old in menu.actions():
            self.removeAction(old)
        menu.clear()
        for place, view in enumerate(self.views):
            if place == len(ready_views()):
                menu.addSeparator()
            action = menu.addAction(self._panel.shown(view.name).replace("&", "&&"))
            action.setData(view.name)
            action.setCheckable(True)
            action.setChecked(view.id == self._chosen.id)
            if place < len(_DIGITS):
                action.setShortcut(QKeySequence(f"Alt+{_DIGITS[place]}"))
                self.addAction(action)  # a menu alone does not hear its keys while it is closed
            action.triggered.connect(lambda _=False, view=view: self._take(view))
        menu.addSeparator()
        menu.addAction(self.tr("&Save as a view…")).triggered.connect(self.save_wanted)
        self._replace = menu.addAction("")
        self._replace.triggered.connect(lambda: self.replace_wanted.emit(self._chosen))
        self._order = menu.addAction(self.tr("&Rename, order or delete…"))
        self._order.triggered.connect(self.order_wanted)
        self._order.setEnabled(bool(self._saved))
        self._say()

    def _take(self, view: SavedView) -> None:
        self.choose(view)
        self.view_chosen.emit(view)

    def _say(self) -> None:
        saved = self._chosen.id > 0
        name = self._panel.shown(self._chosen.name)
        if not self.changed:
            shown = spoken = name
        elif saved or self._chosen.wanted != ALL:
            shown = self.tr("{view}, changed")
            spoken = shown.format(view=name)
            room = self._theme.scaled(_WIDEST) - self.fontMetrics().horizontalAdvance(shown.format(view=""))
            shown = shown.format(view=self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room))
        else:
            shown = spoken = self.tr("Views")  # filters on all entries are no change of a view
        for line in self.menu_of_views.actions():
            if line.data() == self._chosen.name:
                line.setChecked(saved or self._chosen.wanted != ALL or not self.changed)
        shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, self._theme.scaled(_WIDEST))
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(self.tr("View: {name}").format(name=spoken))
        self._replace.setVisible(saved)
        self._replace.setEnabled(self.changed)
        self._replace.setText(self.tr("&Keep the changes in “{view}”").format(view=name.replace("&", "&&")))
        self.updateGeometry()
