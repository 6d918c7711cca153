"""The Family page: whom the review involves on the left; on the right one of them, or everyone, section by section."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.keyboard import one_thing_to_do
from dhr_desktop.ui.common.theme import WIDE
from dhr_desktop.ui.common.two_lines import TwoLines
from dhr_desktop.ui.common.widgets import EmptyState, PageHeader, button, separator
from dhr_desktop.ui.family.begin import begin_stakeholder
from dhr_desktop.ui.family.head import Head
from dhr_desktop.ui.family.people_list import PeopleList
from dhr_desktop.ui.family.section import Section
from dhr_desktop.ui.family.sections import SECTIONS
from dhr_desktop.ui.family.whom import EVERYONE, Band, Whom, find, read_everyone

_SHOWN_IN = frozenset(
    {"person", "stakeholder", "child_record", "not_to_be_told", "date_to_avoid", "contact", "contact_with", "promise"}
)


class FamilyPage(QWidget):
    """Reads the list off the screen's thread; a section is made when its tab is first shown."""

    covers_names = True

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self._stale = True
        self._wanted: int | None = None
        self._wanted_section = ""
        self._left_at: tuple[int, str] | None = None
        self.whom: Whom = EVERYONE
        self.model = PeopleList(context.panel, self)
        self.list = QListView()
        self.tabs = QTabBar()
        self.sections: dict[str, Section] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Family and others"))
        self.add = button(self.tr("&Involve somebody…"), "primary", self.begin)
        self.header.add(self.add)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Whom the review involves"))
        self.list.setMinimumWidth(self._context.theme.scaled(210))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(TwoLines(self._context.theme, self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head = Head(self._context.panel)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Sections"))
        self.shown = QStackedWidget()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(WIDE, 0, WIDE, 0)
        bar.addWidget(self.tabs, 1)
        column.addWidget(self.head)
        column.addLayout(bar)
        column.addWidget(separator())
        column.addWidget(self.shown, 1)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.addWidget(self.list)
        self._across.addWidget(right)
        self._across.setChildrenCollapsible(False)
        self._across.setStretchFactor(1, 1)
        self._across.setSizes([self._context.theme.scaled(224), self._context.theme.scaled(936)])
        self.empty = EmptyState(
            self._context.theme,
            "family",
            self.tr("Nobody is involved yet"),
            self.tr(
                "The family are key stakeholders: they help to set the scope, hear how the review goes on, choose the"
                " pseudonym and read the draft. Begin with whom the police family liaison officer has named."
            ),
            button(self.tr("Involve the first person…"), "primary", self.begin),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._across)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(separator())
        outer.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.tabs.currentChanged.connect(self._show_section)
        self._context.notices.changed.connect(self._on_change)
        self._context.panel.changed.connect(self._cover)
        Actions.on_page(self, "family.new", self.begin)
        Actions.on_page(self, "family.contact", self.log_contact)
        Actions.on_page(self, "family.next_section", lambda: self._step_section(1))
        Actions.on_page(self, "family.section_before", lambda: self._step_section(-1))
        history = Actions.on_page(self, "family.history", self.show_history)
        self.head.history.clicked.connect(self.show_history)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addAction(history)
        self._cover()

    # Being led here, and the keyboard.

    def show_person(self, person_id: int, section: str = "") -> None:
        """Show somebody, or everyone with 0, and one section of theirs where it is named."""
        self._wanted, self._wanted_section = person_id, section
        self.refresh()

    def place(self) -> tuple[int, str]:
        """Of whom which section is shown, and where in it one is."""
        section = self.sections.get(self.section_key)
        within = section.place() if section else ""
        return self._left_at or (self.whom.key, f"{self.section_key} {within}".strip())

    def go_back_to(self, place: tuple[int, str]) -> None:
        """Show that section of them again, with what was at hand in it."""
        self._left_at = place
        self.show_person(place[0], place[1].partition(" ")[0])

    def take_keyboard(self) -> None:
        """Have the keyboard in the list, or on the one thing to do."""
        nobody = self._stack.currentWidget() is self.empty
        target = one_thing_to_do(self.empty, self.add) if nobody else self.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what has changed since the page was last seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def begin(self) -> None:
        """Ask whom to involve; not in panel view, where no real name is shown."""
        if self._context.panel.refuses(self._context.messages):
            return
        begin_stakeholder(self._context, self, self.show_person)

    def log_contact(self) -> None:
        """Note a contact down with whom is chosen, from whichever section is shown."""
        at = next((at for at in range(self.tabs.count()) if self.tabs.tabData(at) == "contacts"), -1)
        if at < 0:
            self._context.messages.show_note(self.tr("Involve them first; then contacts with them can be logged."))
            return
        self.tabs.setCurrentIndex(at)
        self.sections["contacts"].begin()

    def show_history(self) -> None:
        """Beside the page, what was done to whom is chosen; of everyone the whole history."""
        self._context.ways.person_history_wanted.emit(self.whom.key)

    def refresh(self) -> None:
        """Read the list again, keeping the chosen person."""
        self._asked += 1
        self._stale = False
        asked, review = self._asked, self._context.review

        def work(progress: Progress) -> tuple[int, list[Whom]]:
            del progress
            return asked, read_everyone(review)

        self._context.jobs.read(work, self.tr("Reading whom the review involves"), self._read, owner=self)

    def _read(self, found: tuple[int, list[Whom]]) -> None:
        asked, rows = found
        if asked != self._asked:
            return
        wanted = self.whom.key if self._wanted is None else self._wanted
        self.model.put_rows(rows)
        nobody = len(rows) == 1
        self._stack.setCurrentWidget(self.empty if nobody else self._across)
        whom = find(rows, wanted)
        gone, section = whom.key != wanted, self._wanted_section or self.section_key
        self.list.selectionModel().setCurrentIndex(
            self.model.index(self.model.row_of(whom.key)), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        # Who has gone is wanted again as soon as they are back, for an undo should be seen where the work is done.
        self._wanted_section = section
        self._show(whom)
        self._left_at = None
        self._wanted, self._wanted_section = (wanted, section) if gone else (None, "")

    def _choose(self) -> None:
        whom = self.model.whom(self.list.currentIndex().row())
        if whom is not None and whom != self.whom:
            self._wanted, self._wanted_section = None, ""
            if whom.band is Band.CHILDREN and whom.stakeholder is None and self.section_key == "about":
                self._wanted_section = "child"  # of a child who is no stakeholder there is nothing to say there
            self._show(whom)

    def _show(self, whom: Whom) -> None:
        self.whom = whom
        self.head.say(self.whom)
        fitting = [spec for spec in SECTIONS if spec.fits(whom)]
        keys = [spec.key for spec in fitting]
        before = self._wanted_section if self._wanted_section in keys else self.section_key
        self._wanted_section = ""
        if [self.tabs.tabData(at) for at in range(self.tabs.count())] != keys:
            self.tabs.blockSignals(True)
            while self.tabs.count():
                self.tabs.removeTab(0)
            for spec in fitting:
                self.tabs.setTabData(self.tabs.addTab(spec.title), spec.key)
            self.tabs.blockSignals(False)
        self.tabs.setCurrentIndex(keys.index(before) if before in keys else 0)
        self._show_section()

    @property
    def section_key(self) -> str:
        """The key of the section that is shown; '' for none."""
        return str(self.tabs.tabData(self.tabs.currentIndex()) or "")

    def _show_section(self) -> None:
        spec = next((spec for spec in SECTIONS if spec.key == self.section_key), None)
        if spec is None:
            return
        section = self.sections.get(spec.key)
        if section is None:
            section = self.sections[spec.key] = spec.make(self._context)
            self.shown.addWidget(section)
            section.left.connect(self.list.setFocus)
        self.shown.setCurrentWidget(section)
        if self._left_at is not None and self._left_at[0] == self.whom.key:
            key, _, within = self._left_at[1].partition(" ")
            if within and key == spec.key:
                self._left_at = None
                section.go_back_to(within)
        section.show_of(self.whom)

    def _step_section(self, step: int) -> None:
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
            self.sections[self.section_key].take_keyboard()

    def _cover(self) -> None:
        self.add.setVisible(not self._context.panel.on)
        self.empty.offer(on=not self._context.panel.on)
        self.model.cover()
        self.head.say(self.whom)

    def _on_change(self, change: Change) -> None:
        if change.tables & _SHOWN_IN:
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True
        for key, section in self.sections.items():
            if change.tables & section.tables and (key == self.section_key):
                section.show_of(self.whom)
