"""The view of what is grouped: the events in the order of the timeline, and the one at hand."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Event
from dhr_desktop.timeline.events import title as called
from dhr_desktop.ui.common import dialogs
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.keyboard import one_thing_to_do
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE, Theme
from dhr_desktop.ui.common.widgets import EmptyState, button, label
from dhr_desktop.ui.events.card import Account
from dhr_desktop.ui.events.event_view import LEAST, EventView
from dhr_desktop.ui.events.line_list import LineList
from dhr_desktop.ui.events.lines import Key, Line
from dhr_desktop.ui.events.reading import Standing
from dhr_desktop.ui.events.saying import (
    accounts_counted,
    agencies_counted,
    days,
    first_words,
    moment,
    owners,
    told_in_words,
)
from dhr_desktop.ui.events.seen import Seen
from dhr_desktop.ui.events.side_by_side import accounts_of
from dhr_desktop.ui.events.writing import EventWriter

_MOST_NAMED = 6


class GroupedTab(QWidget):
    """One event chosen is shown with its accounts; several are offered to be merged."""

    question_wanted = Signal(int, int)
    """An agency and an event, by their ids."""
    disagreements_wanted = Signal(int)
    left_unread = Signal(str)
    """What was typed for a date or a time, not understood, when another event was gone to."""
    entries_wanted = Signal(object)
    """The ids of entries to show on the timeline."""
    suggestions_wanted = Signal()

    def __init__(
        self, inks: Inks, theme: Theme, writer: EventWriter, seen: Seen, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._writer, self._theme, self._seen = writer, theme, seen
        self._standing = Standing()
        self._events: dict[int, Event] = {}
        self.list = LineList(inks, self.tr("Events"), self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view = EventView(inks, theme, seen.words)
        self.merge = button(self.tr("Merge into one event"), "primary", self._merge)
        self.chosen_words = label(role="heading", wrap=True)
        self.chosen_names = label(wrap=True)
        self._to_suggested = button(self.tr("&Look at what is suggested"), "primary", self.suggestions_wanted.emit)
        self._build()
        self.list.chosen.connect(self._show_one)
        self.list.accepted.connect(self.edit)
        self.list.numbered.connect(self.view.accounts.toggle)
        self.view.fields.committed.connect(self._save)
        self.view.fields.left.connect(self.take_keyboard)
        self.view.fields.left_unread.connect(self.left_unread)
        self.view.accounts.out_wanted.connect(self._take_out)
        self.view.accounts.shown_wanted.connect(self._show_entry)
        self.view.accounts.lift_wanted.connect(seen.veil.lift)
        self.view.show_wanted.connect(self._show_all)
        self.view.disagreements_wanted.connect(lambda: self.disagreements_wanted.emit(self.event_id))
        self.view.question_wanted.connect(lambda agency_id: self.question_wanted.emit(agency_id, self.event_id))
        self.view.split_off_wanted.connect(lambda: self._writer.split_off(self.view.ticked()))
        self.view.dissolve_wanted.connect(self.dissolve)

    def _build(self) -> None:
        several = QWidget()
        column = QVBoxLayout(several)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        under = self.tr("Every account, question and decision stays. The headline of the oldest of them stands.")
        for each in (self.chosen_words, self.chosen_names, label(under, "hint", wrap=True)):
            column.addWidget(each)
        column.addWidget(self.merge, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.several = several
        self.empty = EmptyState(self._theme, "events", "", "", self._to_suggested)
        self.right = QStackedWidget()
        for page in (self.view, several, self.empty):
            self.right.addWidget(page)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.list)
        across.addWidget(self.right)
        across.setChildrenCollapsible(False)
        across.setStretchFactor(1, 1)
        across.setSizes([self._theme.scaled(350), self._theme.scaled(810)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(across)
        for earlier, later in pairwise([self.list, *self.view.stops()]):
            QWidget.setTabOrder(earlier, later)

    # What it is given.

    @property
    def number(self) -> int:
        """How many events there are."""
        return len(self._events)

    @property
    def event_id(self) -> int:
        """The event at hand; 0 for none."""
        key = self.list.key
        return key[0] if key else 0

    def show_all(self, standing: Standing, wanted: int = 0) -> None:
        """Show the events as they now are; the place in the list is kept."""
        self._standing = standing
        self._events = {event.id: event for event in standing.events}
        self.list.show_keys([(event.id,) for event in standing.events], (wanted,) if wanted else ())

    def search(self, typed: str) -> None:
        """Leave the events whose headline or accounts hold what was typed."""
        self.list.search(typed)

    def show_event(self, event_id: int) -> bool:
        """Go to an event. Returns whether it is there."""
        return self.list.choose((event_id,))

    def take_keyboard(self) -> None:
        """Have the keyboard in the list, or on the way to a first event."""
        wanted = one_thing_to_do(self.empty, self.list) if self.right.currentWidget() is self.empty else self.list
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the chair does.

    def edit(self) -> None:
        """Write the headline of the event at hand."""
        if self.right.currentWidget() is self.view:
            self.view.fields.editor("headline").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dissolve(self) -> None:
        """Part all entries of the event at hand; asked first where the chair's own words would go with it."""
        event = self._events.get(self.event_id)
        if event is None:
            return
        self.view.fields.commit()
        if event.headline or event.note:
            question = dialogs.Question(
                self.tr("Dissolve this event?"),
                self.tr(
                    "Its entries stay on the timeline, and what was settled about it is kept with them. Its headline"
                    " and its note go."
                ),
                self.tr("Dissolve"),
                danger=True,
            )
            if not dialogs.ask(question, self):
                return
        self._writer.dissolve(event.id)

    def show_again(self) -> None:
        """Show everything as it may be seen now."""
        self.show_all(self._standing)

    def unsave(self) -> None:
        """What was typed of the event at hand could not be written: it stands in its fields, unsaved again."""
        stored = next((event for event in self._standing.events if event.id == self.event_id), None)
        if stored is not None:
            self._events[stored.id] = stored
            self.view.fields.unsave(stored)

    def say_saved(self) -> None:
        """Say that what was typed is on disk."""
        self.view.state.setText(self.tr("Saved"))

    def _save(self, event: Event, since: Event) -> None:
        self._events[event.id] = event
        fields = self.view.fields
        self._writer.save(event, since, fields.sitting, partial(fields.keep_refused, event, since))

    def _take_out(self, entry_id: int) -> None:
        self._writer.split([entry_id])

    def _merge(self) -> None:
        self._writer.merge([key[0] for key in self.list.keys_chosen])

    def _show_entry(self, entry_id: int) -> None:
        self.entries_wanted.emit([entry_id])

    def _show_all(self) -> None:
        if self.event_id:
            self.entries_wanted.emit(list(self._standing.members.get(self.event_id, ())))

    # Showing.

    def _accounts(self, event_id: int) -> list[Entry]:
        ids = self._standing.members.get(event_id, ())
        return [self._standing.entries[one] for one in ids if one in self._standing.entries]

    def line(self, key: Key) -> Line:
        """What the list says of an event."""
        event = self._events[key[0]]
        found = self._seen_accounts(event.id)
        agencies = tuple(map(self._seen.agency, owners(found, self._standing.agencies)))
        note = " ".join(self._seen.told(event.note, self._accounts(event.id)).split())
        words = first_words(found) if event.headline else note
        aside = agencies_counted(len(agencies))
        return Line(
            *(key, self._called(event, found), self._moment(event, found), agencies, words, aside),
            short=self._standing.short,
        )

    def searched(self, key: Key) -> str:
        """What the search looks in: the chair's words, the accounts as they may be seen, the agencies and the days."""
        event = self._events[key[0]]
        found = self._seen_accounts(event.id)
        names = [self._seen.agency(agency).name for agency in owners(found, self._standing.agencies)]
        written = (self._seen.told(words, self._accounts(event.id)) for words in (event.headline, event.note))
        mine = " ".join((*written, self._moment(event, found[:1])))
        return " ".join([mine, *names, *map(told_in_words, found)]).lower()

    def _seen_accounts(self, event_id: int) -> list[Entry]:
        """The accounts as a list may show them."""
        return [self._seen.line(entry) for entry in self._accounts(event_id)]

    def _moment(self, event: Event, found: Sequence[Entry]) -> str:
        return self._seen.panel.days(moment(event, found))

    def _called(self, event: Event, found: Sequence[Entry]) -> str:
        return self._seen.told(called(event, found), self._accounts(event.id))

    def _show_one(self) -> None:
        keys = self.list.keys_chosen
        event = self._events.get(self.event_id)
        if len(keys) >= LEAST:
            self._offer_merging([self._events[key[0]] for key in keys])
        elif event is None:
            self.view.fields.commit()
            self._say_nothing()
        else:
            self._show_event(event)

    def _show_event(self, event: Event) -> None:
        found = self._accounts(event.id)
        self._seen.go_to(found, self)
        self.view.fields.cover(on=self._seen.panel.on, veiled=self._seen.veil.veils_any(found))
        splits = len(found) >= LEAST + LEAST
        made = accounts_of(found, self._standing.agencies, self._seen)
        cards = [replace(one, leaving=True, choosing=splits) for one in made]
        self._keep_ticks(event.id, cards)
        agencies = [self._seen.agency(each) for each in owners(found, self._standing.agencies)]
        told = self.tr("{accounts} of {agencies}").format(
            accounts=accounts_counted(len(found)), agencies=agencies_counted(len(agencies))
        )
        bare = self._called(replace(event, headline=""), self._seen_accounts(event.id))
        self.view.show_event(
            event, (bare, self._seen.panel.days(days(one.when for one in found)), told), cards, agencies
        )
        self.right.setCurrentWidget(self.view)

    def _keep_ticks(self, event_id: int, cards: list[Account]) -> None:
        """What is ticked stays ticked when the same event is shown as it now is."""
        if self._shown == event_id:
            ticked = set(self.view.ticked())
            cards[:] = [replace(card, ticked=card.entry.id in ticked) for card in cards]
        self._shown = event_id

    _shown = 0

    def _offer_merging(self, events: Sequence[Event]) -> None:
        self.view.fields.commit()
        names = []
        for event in events:
            found = self._seen_accounts(event.id)
            names.append(f"{self._called(event, found)} ({self._moment(event, found)})")
        more = len(names) - _MOST_NAMED
        if more > 0:
            names = [*names[:_MOST_NAMED], self.tr("and {n} more").format(n=f"{more:,}")]
        self.chosen_words.setText(self.tr("{n} events are chosen").format(n=f"{len(events):,}"))
        self.chosen_names.setText("\n".join(names))
        self.right.setCurrentWidget(self.several)

    def _say_nothing(self) -> None:
        if self.list.lines.total:
            title, words = self.tr("No event holds these words"), self.tr("Try fewer words, or clear the search.")
        elif not self._standing.total:
            title = self.tr("No entries yet")
            words = self.tr("Import the agencies’ files on the page of submissions. Events are made of their entries.")
        else:
            title = self.tr("No events yet")
            words = self.tr(
                "An event groups what several agencies recorded of one happening. Accept what is suggested, "
                "or choose entries on the timeline and group them."
            )
        self._to_suggested.setVisible(bool(self._standing.total) and not self.list.lines.total)
        self.empty.title.setText(title)
        self.empty.words.setText(words)
        self.right.setCurrentWidget(self.empty)
