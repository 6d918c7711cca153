"""The Timeline page: filters, picture and table on the left, the chosen entry on the right."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import entries, touched
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.widgets import separator
from dhr_desktop.ui.timeline.beginning import Beginning
from dhr_desktop.ui.timeline.bringing import choose, choose_what_is_read, letting_through, row_beside
from dhr_desktop.ui.timeline.delegate import EntryDelegate
from dhr_desktop.ui.timeline.empty import EmptyWords
from dhr_desktop.ui.timeline.filter_bar import FilterBar
from dhr_desktop.ui.timeline.gap_view import around_gap, days_around
from dhr_desktop.ui.timeline.going_on import GoingOn
from dhr_desktop.ui.timeline.listing import OF_ENTRIES, SHOWN_IN, Listing, read_listing
from dhr_desktop.ui.timeline.meaning_desk import MeaningDesk
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.narrowing_left import NarrowingLeft
from dhr_desktop.ui.timeline.new_entry import NewEntryForm
from dhr_desktop.ui.timeline.original_sheet import Originals, source_of
from dhr_desktop.ui.timeline.panel import EntryPanel
from dhr_desktop.ui.timeline.panes import Panes
from dhr_desktop.ui.timeline.picture.pane import PicturePane
from dhr_desktop.ui.timeline.showing import Showing
from dhr_desktop.ui.timeline.table import TimelineTable
from dhr_desktop.ui.timeline.table_work import TableWork
from dhr_desktop.ui.timeline.viewing import Viewing
from dhr_desktop.ui.timeline.writing import EntryWriter
from dhr_desktop.ui.timeline.writing_desk import WritingDesk

_BY_EVENT = "by event"


class TimelinePage(QWidget):
    """Where a chair spends months. Every change made here is one step; nothing here waits on a long query."""

    covers_names = True

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review = context.review
        self._listing = Listing()
        self._asked = 0
        self._asked_at = 0.0
        self._go_to = 0
        self._turned = 0
        self._last_row = -1
        self._put_off = False
        self._to_show: list[int] = []
        self.originals = Originals(context, self)
        self._held_back = False
        inks = Inks(context.theme, self)
        self._writer = EntryWriter(context, self)
        self._delegate = EntryDelegate(inks, self)
        self.model = EntriesModel(self._review, self)
        self.filters = FilterBar(inks, context.theme, context.panel)
        self.picture = PicturePane(context, inks)
        self.table = TimelineTable(self.model, self._delegate)
        self.empty = EmptyWords(context)
        self.panes = Panes(self)
        self.panel = EntryPanel(inks, context.theme, self.panes.right)
        self.new_entry = NewEntryForm()
        self.panel.fields.keeps_in(context.drafts)
        context.notices.changed.connect(self._on_change)  # before those who read for what stands beside the rows
        self.desk = WritingDesk(context, self, self.panel, self.model, self._writer)
        self.work = TableWork(context, self, self.table, self.model)
        self.meaning = MeaningDesk(context, self, self.table, self.panel, self._writer)
        self._build()
        self.beginning = Beginning(context, self, self)
        self.showing = Showing(context, self, self)
        self.on = GoingOn(context, self.filters, self.table, self.model, self.panel)
        self.viewing = Viewing(context, self.filters, self.table, self)
        narrowing = NarrowingLeft(context.drafts, self.filters)
        self.keep_narrowing, self.narrow_again = narrowing.keep, narrowing.take_up
        self._connect()
        self._offer_actions()
        self.refresh()

    def _build(self) -> None:
        self.panes.hold(self.picture, (self.work.whole, self.empty), (self.panel, self.new_entry), self.table)
        self.setFocusProxy(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.filters)
        outer.addWidget(separator())
        outer.addWidget(self.panes, 1)
        outer.addWidget(separator())
        outer.addWidget(self.meaning.legend)
        below = (*self.picture.stops(), self.table, *self.work.stops(), self.empty.bring_in, self.empty.clear)
        beside = (*self.panel.stops(), *self.new_entry.stops())
        stops = [*self.filters.stops(), *below, *beside, *self.meaning.legend.stops()]
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.filters.add_wanted.connect(self.begin_new_entry)
        self.filters.left.connect(self._into_table)
        self.picture.entry_chosen.connect(self._point_at)
        self.picture.days_chosen.connect(self._narrow_to)
        self.picture.room_wanted.connect(self.panes.room.fit)
        self.picture.days_cleared.connect(lambda: self._narrow_to("", ""))
        self.table.entry_chosen.connect(self._show)
        self.table.view_moved.connect(self._tell_picture)
        self.table.opened.connect(self.edit_chosen)
        self.table.arranged.connect(self.refresh)
        self.work.edit_wanted.connect(self.edit_chosen)
        self.work.removal_wanted.connect(self._remove_read)
        self.work.editor.committed.connect(self._save_cell)
        self.work.editor.unwritten.connect(self.desk.say_unwritten)
        self.work.editor.dropped.connect(self.desk.keep_unread)
        self.work.editor.ended.connect(self._read_held_back)
        self.panel.fields.left.connect(self._into_table)
        self.panel.step_wanted.connect(self.go)
        self.panel.original.sheet_wanted.connect(self.show_original)
        self.new_entry.wanted.connect(self._writer.add)
        self.new_entry.left.connect(self.end_new_entry)
        self.empty.clear_wanted.connect(self.filters.clear_all)
        self.desk.next_wanted.connect(self._show_next)
        self.beginning.hears(self._writer)
        self._writer.settled.connect(self._show_put_off)
        self.meaning.next_wanted.connect(self.next_entry)
        self.meaning.unread_wanted.connect(self.on.unread)

    def _offer_actions(self) -> None:
        for action_id, asked in (
            ("timeline.find", self.focus_search),
            ("timeline.new", self.begin_new_entry),
            ("timeline.edit", self.edit_here),
            ("timeline.next", self.next_entry),
            ("timeline.previous", self.previous_entry),
            ("timeline.accept", self.accept_chosen),
            ("timeline.remove", self.remove_chosen),
            ("timeline.clear", self.filters.clear_all),
            ("timeline.filter", self.filters.open_filters),
            ("timeline.views", self.filters.open_views),
            ("timeline.next_doubt", self.on.doubt),
            ("timeline.original", self.show_original),
            ("timeline.history", self.show_history),
            ("timeline.unveil", self.showing.unveil),
            ("timeline.distressing", self.meaning.turn_distressing),
            ("timeline.next_unread", self.on.unread),
            ("timeline.add_theme", self.meaning.add_theme),
            ("timeline.themes", self.meaning.edit_themes),
            ("timeline.keys", self.meaning.turn_keys),
        ):
            Actions.on_page(self, action_id, asked)
        self.picture.offer_actions(self, self.panes.room.turn)

    # What the actions do.

    def take_keyboard(self) -> None:
        """Have the keyboard in the table, or on what there is to do where it is empty."""
        self.panes.give_keyboard()

    def focus_search(self) -> None:
        """Ctrl+F: put the keyboard into the search field, with what is in it chosen."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def go(self, by: int) -> None:
        """Go `by` entries on, saving what was changed in the present one; the keyboard stays where it is."""
        self.panel.fields.commit()
        row = row_beside(self.model, self.table.currentIndex().row(), self._last_row, by)
        if row is not None:
            self.table.choose_row(row)

    def next_entry(self) -> None:
        """Alt+Down."""
        self.go(1)

    def previous_entry(self) -> None:
        """Alt+Up."""
        self.go(-1)

    def show_history(self) -> None:
        """Ctrl+Shift+H: what was done to the chosen entry."""
        if self.panel.entry:
            self.panel.fields.commit()
            self._context.ways.history_wanted.emit(self.panel.entry.id)

    def show_original(self) -> None:
        """Ctrl+Shift+O: the agency's sheet around the row of the chosen entry."""
        if self.panel.entry is None or not self.showing.may_see_the_file():
            return
        self.originals.show(self.panel.entry)

    def edit_here(self) -> None:
        """F2: type into the current cell of the table, or, where the keyboard is not there, into the side panel."""
        if self.showing.may_edit() and not (self.table.hasFocus() and self.work.edit_here()):
            self.edit_chosen()

    def edit_chosen(self) -> None:
        """Put the keyboard into the text of the chosen entry."""
        if self.panel.entry and self.showing.may_edit():
            self.showing.unveil()
            self.end_new_entry()
            self.panel.show_meaning(on=False)
            self.panel.fields.focus_first()

    def accept_chosen(self) -> None:
        """Clear the doubts of the chosen entry."""
        if self.panel.entry and self.panel.entry.doubts:
            self._writer.accept(self.panel.entry.id)

    def remove_chosen(self) -> None:
        """Take what is chosen off the timeline."""
        self.work.remove()

    def _remove_read(self) -> None:
        if self.panel.entry:
            self.desk.remove(self.panel.entry.id)

    def begin_new_entry(self) -> None:
        """Show the form for an entry of the chair's own."""
        if self.showing.may_edit():
            self.panel.fields.commit()
            self.beginning.begin()

    def end_new_entry(self) -> None:
        """Go back to the chosen entry; what was begun stays in the form."""
        self.beginning.end()

    def go_to_entry(self, entry_id: int) -> None:
        """Show an entry, also where the filters leave it out of the table."""
        self.model.unfold_for(entry_id)
        row = self.model.row_of(entry_id)
        if row >= 0:
            self.table.choose_row(row)
        else:
            self.table.clearSelection()
        self._show_by_id(entry_id)  # also when its row was chosen already, for it may say something else now

    def place(self) -> tuple[int, str]:
        """The entry that is read, and whether by event; none while another is being written, which comes by itself."""
        read = self.panel.entry.id if self.panel.entry and not self.panes.adding else 0
        return read, _BY_EVENT if self.table.by_event else ""

    def go_back_to(self, place: tuple[int, str]) -> None:
        """Read that entry again, once the timeline is there, grouped as it was."""
        if place[1] == _BY_EVENT:
            self.table.columns.set_by_event(by_event=True)
        if place[0]:
            self._show_next(place[0])

    def show_again(self) -> None:
        """Show the chosen entry anew, for it may be shown in other words now."""
        if self.panel.entry:
            self._show_by_id(self.panel.entry.id)

    def show_gap(self, first: str, last: str, agency_id: int = 0) -> None:
        """Show a gap between two ISO days, of one agency or of all: the record before it is read."""
        self.picture.look_at_days(*days_around(first, last))
        self._show_found(lambda: around_gap(self._review, first, last, agency_id))

    def show_entries(self, entry_ids: Sequence[int]) -> None:
        """Choose these entries, the first of them to be read; the filters that leave one of them out are taken off."""
        review, wanted, wished = self._review, self.filters.wanted, list(entry_ids)
        self._show_found(lambda: (letting_through(review, wanted, wished), wished))

    def _show_found(self, find: Callable[[], tuple[EntryFilter, list[int]]]) -> None:
        def show(found: tuple[EntryFilter, list[int]]) -> None:
            fitting, self._to_show = found
            self.filters.set_wanted(fitting)
            self.refresh()
            self._into_table()

        self.end_new_entry()
        self._context.jobs.read(at_once(find), self.tr("Looking for the entries"), show, owner=self)

    @property
    def listing(self) -> Listing:
        """What was last read."""
        return self._listing

    # Reading.

    def refresh(self) -> None:
        """Read the timeline anew for the present filters; only the last asked for is shown."""
        self._asked += 1
        self._asked_at = perf_counter()
        asked, wanted, review, turned = self._asked, self.filters.wanted, self._review, self._turned
        by, by_event = self.table.sorting, self.table.by_event

        def work(progress: Progress) -> tuple[int, Listing]:
            del progress
            if asked != self._asked:
                raise Cancelled  # while it waited, the chair has typed on
            return asked, read_listing(review, wanted, turned, by, by_event=by_event)

        self._context.jobs.read(work, self.tr("Reading the timeline"), self._shown, owner=self)

    def _shown(self, found: tuple[int, Listing]) -> None:
        asked, listing = found
        if asked != self._asked:
            return
        self._held_back = self.work.editor.editing
        if self._held_back:
            return  # rows stay under what is being typed into one of them
        self._listing = listing
        self.filters.took((perf_counter() - self._asked_at) * 1000)
        marked_anew, self._delegate.typed = self._delegate.typed != listing.wanted.text, listing.wanted.text
        place = self.table.place()
        self.work.offer(listing)
        themes = {each.id: each.name for each in listing.themes}
        moved = self.model.show(listing.ids, listing.agencies, listing.arranged, themes)
        if moved:
            self.table.go_back_to(place)
        if self.panel.entry and not self._writer.busy:
            choose_what_is_read(self.table, self.model, self.panel.entry.id)
        self.empty.say(any_at_all=listing.total > 0)
        self.panes.show_list(empty=not listing.ids)
        stays = self._settle(listing.brought_back or self._go_to)
        self._go_to = self._turned = 0
        choose(self.table, [self.model.row_of(entry_id) for entry_id in self._to_show])
        self._to_show = []
        self.beginning.come_back()
        self.filters.show_names(listing.names)
        self.filters.show_count(len(listing.ids), listing.total)
        if moved or marked_anew:
            self.table.viewport().repaint()  # the answer is seen before the entry beside it, and the picture, are
        if stays and stays.id == (self.panel.entry.id if self.panel.entry else 0):
            self._show(stays)
        self._show_picture(listing)

    def _show_picture(self, listing: Listing) -> None:
        self.picture.show_days(listing.wanted.earliest, listing.wanted.latest)
        self.picture.show_wanted(None if listing.wanted == ALL else listing.ids)
        self.picture.setVisible(listing.total > 0)
        self._tell_picture()

    def _settle(self, entry_id: int) -> Entry | None:
        """Choose the entry asked for, else the one that was; returns what is read where it is to be shown anew."""
        stays = None
        if entry_id:
            self.go_to_entry(entry_id)
        elif self.panel.entry and self._writer.busy:
            self._put_off = True  # what is on disk is older than what stands in the fields
        elif self.panel.entry:
            stays = self.model.by_id(self.panel.entry.id)
            if stays is None:
                self.panel.show_none()
        if not self.panel.entry and self.model.rowCount() and not self.model.group(self.table.currentIndex().row()):
            self.table.choose_row(max(min(self._last_row, self.model.rowCount() - 1), 0))
        return stays

    def _save_cell(self, after: Entry, since: Entry) -> None:
        editor = self.work.editor
        self._writer.save(after, since, editor.sitting, partial(editor.give_back, after, since, editor.sitting))

    def _read_held_back(self) -> None:
        if self._held_back:
            self._held_back = False
            self.refresh()

    def _show_put_off(self) -> None:
        if self._put_off and self.panel.entry:
            self._show_by_id(self.panel.entry.id)
        self._put_off = False

    def _show_by_id(self, entry_id: int) -> None:
        found = entries.page(self._review, [entry_id])
        if found:
            self._show(found[0])
        else:
            self.panel.show_none()

    def _show(self, entry: Entry | None) -> None:
        if entry is None:
            self.panel.fields.commit()
            self.panel.show_none()
            return
        row = self.model.row_of(entry.id)
        if row >= 0:
            self._last_row = row
            number, whole = self.model.place_of(row)
            place = self.tr("{row} of {rows}").format(row=f"{number:,}", rows=f"{whole:,}")
        else:
            place = self.tr("Left out by the filters")
        self.picture.view.show_chosen(entry.id)
        self.panel.show_entry(entry, self.model.agency(entry.agency_id), source_of(self._review, entry), place)
        self.originals.follow(entry)

    def _tell_picture(self) -> None:
        if self._review.closed:
            return
        first, last = (entry.id if entry else 0 for entry in self.table.ends_in_view())
        self.picture.view.show_view(first, last)

    def _point_at(self, entry_id: int) -> None:
        self.end_new_entry()
        self.go_to_entry(entry_id)

    def _narrow_to(self, earliest: str, latest: str) -> None:
        """Narrow the table to a stretch of days, or no longer to any."""
        self.filters.set_wanted(replace(self.filters.wanted, earliest=earliest, latest=latest))

    def _into_table(self) -> None:
        self.panes.room.show_both()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.currentIndex().isValid():
            self.table.choose_row(0)

    # What has changed.

    def _show_next(self, entry_id: int) -> None:
        """Have the next refresh end at an entry; one that came with the notice may have been shown already."""
        self.end_new_entry()
        self._go_to = entry_id
        self.refresh()

    def _on_change(self, change: Change) -> None:
        if self._review.closed or not change.tables & SHOWN_IN:
            return  # what was saved on leaving is told of when the file may be closed already
        few = touched.few_entries_of(self._review, change.step_id) if change.tables <= OF_ENTRIES else None
        if few is None:
            self.model.forget()
        else:
            self.model.forget_these(few)
            self.table.draw_now(few)
        if change.initiator is not self:
            self.panel.state.clear()
            if change.kind != "do":
                self._turned = change.step_id
        self.refresh()
