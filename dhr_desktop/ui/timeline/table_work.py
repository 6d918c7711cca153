"""What is done in the table itself: its columns, many entries at once, the order of a day, and typing into cells."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import entries, events
from dhr_desktop.store.journal import Change
from dhr_desktop.store.sorting import TIMELINE
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.act_menus import ActMenus, Offered, offer
from dhr_desktop.ui.timeline.acts import Acts
from dhr_desktop.ui.timeline.column_button import ColumnButton
from dhr_desktop.ui.timeline.column_menu import ColumnMenu
from dhr_desktop.ui.timeline.inline_editor import InlineEditor
from dhr_desktop.ui.timeline.listing import Listing
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.moving import Moving
from dhr_desktop.ui.timeline.selection_bar import SelectionBar
from dhr_desktop.ui.timeline.shape import from_json
from dhr_desktop.ui.timeline.table import TimelineTable

KEPT_AS = "timeline_table"
_MOST_ASKED = 5_000
"""Of more entries chosen than this it is not asked beforehand what can be done with them: the screen must not wait."""


class TableWork(QObject):
    """Stands between the page and what is done in its table, so that the page need know little of it."""

    edit_wanted = Signal()
    """The chair wants the chosen entry in the side panel."""
    removal_wanted = Signal()
    """The chair wants the one chosen entry off the timeline."""

    def __init__(self, context: ReviewContext, page: QWidget, table: TimelineTable, model: EntriesModel) -> None:
        super().__init__(page)
        self._context, self._table, self._model = context, table, model
        self._offered = Offered()
        self._wanted: frozenset[int] = frozenset()
        self.acts = Acts(context, page)
        self.menus = ActMenus(self.acts, model.cells, table.chosen_ids, self._offers, self)
        self.bar = SelectionBar(self.menus, context.theme)
        self.columns = ColumnMenu(table, model.cells)
        self.button = ColumnButton(context.theme, table)
        self.editor = InlineEditor(table, model)
        self.editor.drafts.keep_in(context.drafts)
        self.moving = Moving(table, model)
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(table, 1)
        column.addWidget(self.bar)
        model.dress, model.cover, model.called = context.shown, context.words, context.panel.called
        for changed in (context.panel.changed, context.veil.changed):
            changed.connect(model.forget)
            changed.connect(self._cover)
        self._connect()
        self._offer_actions(page)
        table.take_shape(replace(from_json(context.habits.text(KEPT_AS)), by_event=False).as_json())
        table.shape_changed.connect(self._keep_shape)

    @property
    def whole(self) -> QWidget:
        """The table with its bar."""
        return self._whole

    def stops(self) -> list[QWidget]:
        """Where Tab stops behind the table, in order."""
        return [self.button, *self.bar.stops()]

    def offer(self, listing: Listing) -> None:
        """What there is to choose from in the menus."""
        self._offered = Offered(list(listing.agencies.values()), listing.themes, listing.lines)

    def _offers(self) -> Offered:
        """With agencies under the names that may be seen; what is done with one goes by its id."""
        return replace(self._offered, agencies=self._context.panel.agencies(self._offered.agencies))

    def _connect(self) -> None:
        table, messages = self._table, self._context.messages
        table.several_chosen.connect(self._tell_bar)
        self._context.notices.changed.connect(self._on_change)
        table.menu_wanted.connect(self._show_menu)
        table.columns.menu_wanted.connect(self.columns.show)
        table.cell_opened.connect(self.editor.begin)
        self.button.clicked.connect(self.show_columns)
        self.bar.group_wanted.connect(self.group)
        self.bar.part_wanted.connect(self.part)
        self.bar.removal_wanted.connect(self.remove)
        self.bar.left.connect(self.choose_one)
        self.moving.wanted.connect(self._move)
        self.moving.refused.connect(messages.show_note)

    def _offer_actions(self, page: QWidget) -> None:
        for action_id, asked in (
            ("timeline.group", self.group),
            ("timeline.part", self.part),
            ("timeline.by_event", self.turn_by_event),
            ("timeline.earlier", lambda: self.moving.move(-1)),
            ("timeline.later", lambda: self.moving.move(1)),
            ("timeline.columns", self.show_columns),
        ):
            Actions.on_page(page, action_id, asked)

    def _keep_shape(self) -> None:
        """For the next day and the next review; sorting and grouping are for now, or for a view that is saved."""
        kept = replace(self._table.columns.shape, sorting=TIMELINE, by_event=False)
        self._context.habits.choose_text(KEPT_AS, kept.as_json())

    # What the actions do.

    def turn_by_event(self) -> None:
        """Have the entries of one event stand together, or each where its date puts it."""
        self._table.columns.set_by_event(by_event=not self._table.by_event)

    def show_columns(self) -> None:
        """Open the menu of columns."""
        self.columns.show(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def group(self) -> None:
        """Make the entries chosen one event."""
        self.acts.group(self._table.chosen_ids())

    def part(self) -> None:
        """Take the entries chosen out of their events."""
        self.acts.part(self._table.chosen_ids())

    def remove(self) -> None:
        """Take the entries chosen off the timeline; the page does it for one alone."""
        ids = self._table.chosen_ids()
        if len(ids) > 1:
            self.acts.remove(ids)
        else:
            self.removal_wanted.emit()

    def choose_one(self) -> None:
        """Choose only the entry that is being read again."""
        row = self._table.currentIndex().row()
        self._table.choose_row(row)
        self._table.setFocus()

    def edit_here(self) -> bool:
        """Open the current cell to type in; False where there is none."""
        return self.editor.begin()

    def _cover(self) -> None:
        """Nothing is typed into a cell in panel view, nor into one that is veiled: its words would stay in sight."""
        if self._context.panel.on or self.editor.hides:
            self.editor.put_away()

    def _move(self, entry_id: int, beside_id: int, before: bool) -> None:
        self.acts.put(entry_id, beside_id, before=before)

    # The bar and the menu of the rows chosen.

    def _tell_bar(self) -> None:
        ids = self._table.chosen_ids()
        self.bar.say(len(ids))
        if len(ids) > 1:
            at_hand = self.bar.window().focusWidget()
            self.bar.allow(*self._why_not(ids))
            if at_hand is not None and self.bar.isAncestorOf(at_hand) and not at_hand.isEnabled():
                self._table.setFocus()  # else the keyboard goes to the button beside it, which undoes what was done

    def _on_change(self, change: Change) -> None:
        if "entry" in change.tables and self.bar.isVisible():
            self._tell_bar()

    def _why_not(self, ids: list[int]) -> tuple[str, str]:
        """Why these entries cannot be grouped, and why they cannot be taken out of an event; '' where they can be."""
        if len(ids) > _MOST_ASKED or self._context.review.closed:
            return "", ""
        held = events.held_by(self._context.review, ids)
        one = "" if len(ids) > 1 else self.tr("Choose two entries or more, with Shift or Ctrl, to group them.")
        if not one and len(held) == 1 and 0 not in held:
            one = self.tr("These entries are one event already.")
        apart = self.tr("This entry is in no event.") if len(ids) == 1 else self.tr("None of these is in an event.")
        return one, apart if held <= {0} else ""

    def _show_menu(self, place: QPoint) -> None:
        ids = self._table.chosen_ids()
        if not ids:
            return
        menu = QMenu(self._table)
        menu.setToolTipsVisible(True)
        at_head = self._model.group(self._table.currentIndex().row()) is not None
        alone = entries.page(self._context.review, ids) if len(ids) == 1 and not at_head else []
        for entry in alone:
            offer(menu, self.tr("Edit in the side panel"), self.edit_wanted.emit, "Return")
            offer(menu, self.tr("Edit in the table"), self.editor.begin, "F2")
            self._offer_day(menu, entry)
            menu.addSeparator()
        for words, fill in self.menus.parts():
            part = menu.addMenu(words)
            fill(part)
        menu.addSeparator()
        one, apart = self._why_not(ids)
        offer(menu, self.tr("Group as one event"), self.group, "Ctrl+G", one)
        offer(menu, self.tr("Take out of event"), self.part, "Ctrl+Shift+G", apart)
        menu.addSeparator()
        offer(menu, self.tr("Remove"), self.remove, "Ctrl+Shift+Delete")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _offer_day(self, menu: QMenu, entry: Entry) -> None:
        menu.addSeparator()
        offer(menu, self.tr("Earlier in its day"), lambda: self.moving.move(-1), "Alt+Shift+Up")
        offer(menu, self.tr("Later in its day"), lambda: self.moving.move(1), "Alt+Shift+Down")
        if entry.hand is not None:
            offer(menu, self.tr("Return to its usual place"), lambda: self.acts.put_back(entry.id))
