"""The view of what is suggested: the list of suggestions, and the one at hand with its accounts side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Event
from dhr_desktop.timeline.events import title as called
from dhr_desktop.timeline.proposals import Proposal, still_to_ask
from dhr_desktop.timeline.same_event.reasons import Reason
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.held_keys import RETURNS, OnePressEach
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.kept_words import kept_in_dialog
from dhr_desktop.ui.common.keyboard import one_thing_to_do
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.widgets import EmptyState, button, separator
from dhr_desktop.ui.events.accept_all import AcceptAllDialog
from dhr_desktop.ui.events.card import Account
from dhr_desktop.ui.events.line_list import LineList
from dhr_desktop.ui.events.lines import Key, Line
from dhr_desktop.ui.events.reading import KeptApart, Looked, Standing
from dhr_desktop.ui.events.saying import accounts_counted, days, first_words, owners, surely, told_in_words
from dhr_desktop.ui.events.seen import Seen
from dhr_desktop.ui.events.side_by_side import accounts_of
from dhr_desktop.ui.events.suggestion_view import SuggestionView
from dhr_desktop.ui.events.writing import EventWriter

_DECIDING = (*RETURNS, Qt.Key.Key_Delete, Qt.Key.Key_F9)


class SuggestedTab(QWidget):
    """Return accepts, Delete rejects, and the next one is at hand at once: the decision is written meanwhile."""

    look_wanted = Signal()
    files_wanted = Signal()
    """There are no entries yet: the chair wants to bring some in."""
    """The chair wants the suggestions to be looked for, after she had that stopped."""
    entries_wanted = Signal(object)
    """The ids of entries to show on the timeline."""

    def __init__(
        self, inks: Inks, theme: Theme, writer: EventWriter, seen: Seen, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._writer, self._seen = writer, seen
        self._standing = Standing()
        self._looked: Looked | None = None
        self._proposals: dict[Key, Proposal] = {}
        self._apart: dict[Key, KeptApart] = {}
        self._entries: dict[int, Entry] = {}
        self._decided: set[Key] = set()
        self._stopped = False
        self.list = LineList(inks, self.tr("Suggested events"), self)
        self.view = SuggestionView(inks, theme)
        self.which = ChoiceBox()
        self.all_above = button(self.tr("&Accept all at or above …"), "", self.ask_accept_all)
        self._theme = theme
        self._build()
        self.list.chosen.connect(self._show_one)
        self.list.accepted.connect(self.accept)
        self.list.refused.connect(self.reject)
        self.list.numbered.connect(self.view.accounts.toggle)
        self.view.accept_wanted.connect(self.accept)
        self.view.reject_wanted.connect(self.reject)
        self.view.later_wanted.connect(self.later)
        self.view.again_wanted.connect(self.ask_again)
        self.view.accounts.lift_wanted.connect(seen.veil.lift)
        self.view.accounts.shown_wanted.connect(lambda entry_id: self.entries_wanted.emit([entry_id]))
        self.which.currentIndexChanged.connect(self._show_lines)
        # A key held down must not decide what nobody has looked at.
        OnePressEach(_DECIDING, (self.list, *self.view.stops()), self)

    def _build(self) -> None:
        self.which.addItem(self.tr("To decide"))
        self.which.addItem(self.tr("Kept apart"))
        self.which.setAccessibleName(self.tr("Which suggestions are listed"))
        choices = QWidget()
        row = FlowLayout(SMALL, SMALL, choices)
        row.addWidget(self.which)
        row.addWidget(self.all_above)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        above = QVBoxLayout()
        above.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        above.addWidget(choices)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(separator())
        column.addWidget(self.list, 1)
        self._bring_in = button(self.tr("&Bring in what agencies sent"), "primary", self.files_wanted.emit)
        self.empty = EmptyState(self._theme, "events", "", "", self._bring_in)
        self._look = button(self.tr("&Look for events"), "primary", self.look_wanted.emit)
        self.stopped = EmptyState(
            self._theme,
            "events",
            self.tr("The looking was stopped"),
            self.tr("Nothing is suggested until all entries have been compared."),
            self._look,
        )
        self.right = QStackedWidget()
        for each in (self.view, self.empty, self.stopped):
            self.right.addWidget(each)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(left)
        across.addWidget(self.right)
        across.setChildrenCollapsible(False)
        across.setStretchFactor(1, 1)
        across.setSizes([self._theme.scaled(350), self._theme.scaled(810)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(across)
        for earlier, later in pairwise([self.which, self.all_above, self.list, *self.view.stops()]):
            QWidget.setTabOrder(earlier, later)

    # What it is given.

    @property
    def number(self) -> int:
        """How many suggestions there are to decide."""
        return len(self._proposals)

    @property
    def proposal(self) -> Proposal | None:
        """The suggestion at hand."""
        return None if self._rejected else self._proposals.get(self.list.key)

    @property
    def _rejected(self) -> bool:
        return self.which.currentIndex() == 1

    def show_all(self, standing: Standing, looked: Looked | None) -> None:
        """Show what is still to ask, now that entries are grouped so; the place in the list is kept."""
        before = set(self._proposals)
        self._standing, self._looked = standing, looked
        self._stopped = self._stopped and looked is None
        self._entries = {**(looked.entries if looked else {}), **standing.entries}
        found = still_to_ask(looked.found if looked else (), standing.members, standing.pairs_apart)
        self._proposals = {one.entry_ids: one for one in found if set(one.entry_ids) <= self._entries.keys()}
        self._apart = {one.entry_ids: one for one in standing.apart if len(one.entry_ids) > 1}
        back = [key for key in self._proposals if key in self._decided and key not in before]
        self._decided -= self._proposals.keys()
        self.which.setItemText(0, self.tr("To decide ({n})").format(n=f"{len(self._proposals):,}"))
        self.which.setItemText(1, self.tr("Kept apart ({n})").format(n=f"{len(self._apart):,}"))
        self._show_lines(wanted=back[0] if len(back) == 1 else ())

    def say_stopped(self) -> None:
        """The chair has had the looking stopped before there was anything to show."""
        self._stopped = True
        self._show_one()

    def search(self, typed: str) -> None:
        """Leave the suggestions whose accounts hold what was typed."""
        self.list.search(typed)

    def show_entry(self, entry_id: int) -> bool:
        """Go to the first suggestion that holds an entry. Returns whether there is one."""
        self.which.setCurrentIndex(0)
        row = self.list.lines.first(lambda key: entry_id in key)
        return row >= 0 and self.list.choose(self.list.lines.key(row))

    def place(self) -> str:
        """Which suggestion is at hand, and in which of the two lists."""
        return f"{self.which.currentIndex()}:{','.join(map(str, self.list.key))}" if self.list.key else ""

    def go_back_to(self, place: str) -> None:
        """Have that suggestion at hand again; where it is there no more the list begins at the top."""
        which, _, ids = place.partition(":")
        self.which.setCurrentIndex(int(which))
        self.list.choose(tuple(map(int, ids.split(","))))

    def take_keyboard(self) -> None:
        """Have the keyboard where decisions are made, or on what there is to do where there are none."""
        shown = self.right.currentWidget()
        wanted = one_thing_to_do(shown, self.list) if shown in (self.empty, self.stopped) else self.list
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the chair decides.

    def accept(self) -> None:
        """What is ticked is one event; go on to the next."""
        one = self.proposal
        if one is None or not self.view.accept.isEnabled():
            return
        ticked, left = self.view.ticks()
        self._writer.accept([*sorted(one.grouped), *ticked], left)
        self._forget(one.entry_ids)

    def reject(self) -> None:
        """These are not the same; go on to the next."""
        one = self.proposal
        if one is not None:
            self._writer.reject(list(one.entry_ids))
            self._forget(one.entry_ids)

    def later(self) -> None:
        """Leave it, and go on to the next."""
        self.list.step(1)

    def ask_again(self) -> None:
        """Let what was kept apart be suggested again."""
        kept = self._apart.get(self.list.key) if self._rejected else None
        if kept is not None:
            self._writer.ask_again(list(kept.pairs))
            self.list.drop(kept.entry_ids)

    def ask_accept_all(self) -> None:
        """Ask from which score on all are to be accepted."""
        if not self._proposals or self._rejected:
            return
        dialog = AcceptAllDialog(list(self._proposals.values()), self.window())
        kept_in_dialog(dialog, self._writer.drafts, "suggestions/acceptall")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._writer.accept_all([one.entry_ids for one in dialog.wanted]))
        dialog.finished.connect(self._take_back_keyboard)
        dialog.open()

    def _take_back_keyboard(self) -> None:
        self.window().activateWindow()
        self.take_keyboard()

    def _forget(self, key: Key) -> None:
        self._decided.add(key)
        self._proposals.pop(key, None)
        self.which.setItemText(0, self.tr("To decide ({n})").format(n=f"{len(self._proposals):,}"))
        self.list.drop(key)

    # Showing.

    def _show_lines(self, _index: int = 0, wanted: Key = ()) -> None:
        self.all_above.setVisible(not self._rejected)
        self.all_above.setEnabled(bool(self._proposals))
        if self._rejected:
            self.list.show_keys(list(self._apart))
        else:
            self.list.show_keys(list(self._proposals), wanted)

    def line(self, key: Key) -> Line:
        """What the list says of a suggestion, or of what was kept apart."""
        if not self._rejected:
            one = self._proposals[key]
            title, aside = surely(one.score), self._aside(one)
        else:
            on = in_british_words(parse(self._apart[key].at[: len("2026-11-26")]))
            title, aside = self.tr("Kept apart on {day}").format(day=on), ""
        found = self._found(key)
        agencies = tuple(map(self._seen.agency, owners(found, self._standing.agencies)))
        return Line(
            *(
                key,
                title,
                self._seen.panel.days(days(entry.when for entry in found)),
                agencies,
                first_words(found),
                aside,
            ),
            short=self._standing.short,
        )

    def searched(self, key: Key) -> str:
        """What the search looks in: the accounts as they may be seen, the agencies and the days."""
        found = self._found(key)
        names = [self._seen.agency(agency).name for agency in owners(found, self._standing.agencies)]
        return " ".join([*names, *map(told_in_words, found)]).lower()

    def _found(self, key: Key) -> list[Entry]:
        return [self._seen.line(self._entries[entry_id]) for entry_id in key]

    def _aside(self, one: Proposal) -> str:
        if one.merges:
            return self.tr("joins events")
        return self.tr("adds to an event") if one.into else ""

    def _show_one(self) -> None:
        key = self.list.key
        one, kept = self.proposal, self._apart.get(key) if self._rejected else None
        if one is not None:
            self._show_proposal(one)
        elif kept is not None:
            self._show_kept(kept)
        else:
            self.empty.title.setText(self._nothing()[0])
            self.empty.words.setText(self._nothing()[1])
            self._bring_in.setVisible(self._looked is not None and not self._standing.total)
            self.right.setCurrentWidget(self.stopped if self._stopped and not self._rejected else self.empty)

    def _show_proposal(self, one: Proposal) -> None:
        found = [self._entries[entry_id] for entry_id in one.entry_ids]
        others = [
            self._entries[entry_id]
            for event_id in one.into
            for entry_id in self._standing.members.get(event_id, ())
            if entry_id not in one.entry_ids and entry_id in self._entries
        ]
        already = dict.fromkeys(one.grouped | {entry.id for entry in others}, self.tr("In the event already"))
        title = self.tr("{surely}: {accounts} of one happening?").format(
            surely=surely(one.score), accounts=accounts_counted(len(found))
        )
        self._seen.go_to((*found, *others), self)
        accounts = self._cards([*found, *others], already)
        # A reason that quotes the accounts would lift the veil over them.
        veiled = any(account.veiled for account in accounts)
        reasons = [self._reason(reason) for reason in one.reasons if not (veiled and "“" in reason)]
        self.view.show_suggestion(title, self._into(one), reasons, accounts)
        self.right.setCurrentWidget(self.view)

    def _reason(self, reason: Reason) -> Reason:
        """As it may be seen, with the agencies by their short names: the cards beneath give the whole ones."""
        words, short = str(reason), self._standing.short
        for name in sorted(short, key=len, reverse=True):
            seen = self._seen.panel.called(name)
            words = words.replace(name, short[name] if seen == name else seen)
        return Reason(self._seen.words(words), reason.about)

    def _into(self, one: Proposal) -> str:
        by_id = {event.id: event for event in self._standing.events}
        names = [
            self.tr("“{event}”").format(event=self._called(by_id[event_id]))
            for event_id in one.into
            if event_id in by_id
        ]
        if len(names) > 1:
            return self.tr("This would make one event of {events}.").format(events=self.tr(" and ").join(names))
        return self.tr("This would add to the event {event}.").format(event=names[0]) if names else ""

    def _called(self, event: Event) -> str:
        found = [self._seen.line(entry) for entry in self._members(event.id)]
        return self._seen.told(called(event, found), self._members(event.id))

    def _members(self, event_id: int) -> list[Entry]:
        ids = self._standing.members.get(event_id, ())
        return [self._entries[entry_id] for entry_id in ids if entry_id in self._entries]

    def _show_kept(self, kept: KeptApart) -> None:
        found = [self._entries[entry_id] for entry_id in kept.entry_ids]
        self._seen.go_to(found, self)
        title = self.tr("You have kept these {accounts} apart.").format(accounts=accounts_counted(len(found)))
        self.view.show_suggestion(title, "", (), accounts_of(found, self._standing.agencies, self._seen), rejected=True)
        self.right.setCurrentWidget(self.view)

    def _cards(self, found: Sequence[Entry], already: Mapping[int, str]) -> list[Account]:
        return [
            replace(one, choosing=one.entry.id not in already, ticked=one.entry.id not in already)
            for one in accounts_of(found, self._standing.agencies, self._seen, already)
        ]

    def _nothing(self) -> tuple[str, str]:
        if self.list.lines.total:
            return self.tr("None of them holds these words"), self.tr("Try fewer words, or clear the search.")
        if self._rejected:
            return (
                self.tr("Nothing is kept apart"),
                self.tr("What you say is not the same is listed here, and can be asked again."),
            )
        if self._looked is None:
            return self.tr("Comparing the agencies’ records"), self.tr(
                "What seems to be one happening will stand here."
            )
        if not self._standing.total:
            return (
                self.tr("No entries yet"),
                self.tr("Once the files of two agencies are in, what both tell of one happening is suggested here."),
            )
        if self._standing.events:
            return (
                self.tr("Nothing is left to decide"),
                self.tr("Every suggestion has been answered. The view “Grouped” holds the events."),
            )
        return (
            self.tr("Nothing is suggested"),
            self.tr(
                "No two agencies seem to tell of one happening. On the timeline you can choose entries and "
                "group them by hand."
            ),
        )
