"""The People page: the register, and what else is known of the people and their names, a view behind each tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import WIDE
from dhr_desktop.ui.common.widgets import PageHeader, separator
from dhr_desktop.ui.people.register_view import RegisterView
from dhr_desktop.ui.people.view import View
from dhr_desktop.ui.people.views import VIEWS


class PeoplePage(QWidget):
    """Makes a view when its tab is first shown."""

    covers_names = True

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._said: dict[str, str] = {}
        self.views: dict[str, View] = {}
        self.tabs = QTabBar()
        self.shown = QStackedWidget()
        self._build()
        self._show_view()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("People"))
        for spec in VIEWS:
            self.tabs.setTabData(self.tabs.addTab(spec.title), spec.key)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Views of the people"))
        bar = QHBoxLayout()
        bar.setContentsMargins(WIDE, 0, WIDE, 0)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(bar)
        outer.addWidget(separator())
        outer.addWidget(self.shown, 1)
        self.tabs.currentChanged.connect(self._show_view)
        Actions.on_page(self, "people.next_view", lambda: self._step(1))
        Actions.on_page(self, "people.view_before", lambda: self._step(-1))
        self._history = Actions.on_page(self, "people.history", self.show_history)

    def view(self, key: str) -> View:
        """The view behind a tab, made when it is first asked for."""
        found = self.views.get(key)
        if found is None:
            spec = next(spec for spec in VIEWS if spec.key == key)
            found = spec.make(self._context)
            self.views[key] = found
            self.shown.addWidget(found)
            found.said.connect(lambda words: self._say(key, words))
            self._say(key, found.told)
            for each in found.buttons:
                self.header.add(each)
            for each in found.lists_people:
                each.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
                each.addAction(self._history)
        return found

    @property
    def view_key(self) -> str:
        """The key of the view that is shown."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    def show_view(self, key: str) -> None:
        """Show a view by its key."""
        self.tabs.setCurrentIndex([spec.key for spec in VIEWS].index(key))

    def show_person(self, person_id: int) -> None:
        """Show somebody of the register."""
        self.show_view("register")
        register = self.view("register")
        if isinstance(register, RegisterView):
            register.show_person(person_id)

    def place(self) -> tuple[int, str]:
        """Who is at hand in the register, and the view that is shown, with where in it one is."""
        register = self.views.get("register")
        person_id = register.form.person.id if isinstance(register, RegisterView) else 0
        return person_id, f"{self.view_key} {self.view(self.view_key).place()}".strip()

    def go_back_to(self, place: tuple[int, str]) -> None:
        """Show that view again with what was at hand in it, and the same person at hand in the register."""
        person_id, (key, _, within) = place[0], place[1].partition(" ")
        if person_id:
            self.show_person(person_id)
        self.show_view(key)
        if within:
            self.view(key).go_back_to(within)

    def take_keyboard(self) -> None:
        """Have the keyboard where the work of the view is done."""
        self.view(self.view_key).take_keyboard()

    def show_history(self) -> None:
        """Beside the page, what was done to whom the view is about."""
        person_id = self.view(self.view_key).person_at_hand()
        if person_id:
            self._context.ways.person_history_wanted.emit(person_id)
        else:
            self._context.messages.show_note(self.tr("Choose a person first; then their history can be shown."))

    def _show_view(self) -> None:
        shown = self.view(self.view_key)
        self.shown.setCurrentWidget(shown)
        for each in self.views.values():
            for one in each.buttons:
                one.setVisible(each is shown and not self._context.panel.on)
        self.header.say(self._said.get(self.view_key, ""))

    def _step(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
        self.take_keyboard()

    def _say(self, key: str, words: str) -> None:
        self._said[key] = words
        if key == self.view_key:
            self.header.say(words)
