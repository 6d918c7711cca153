"""Where what the chair says of entries comes together: from keys and from the panel, to the review, and back shown."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.meaning import Inclusion, LineOfEnquiry, Mark, Significance, Theme
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.store import entries
from dhr_desktop.store import themes as kept
from dhr_desktop.store.journal import Change
from dhr_desktop.timeline import meaning, themes
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.meaning.keys import TagKeys
from dhr_desktop.ui.timeline.meaning.legend import Legend
from dhr_desktop.ui.timeline.meaning.reading import read_told
from dhr_desktop.ui.timeline.meaning.theme_editor import ThemeEditor
from dhr_desktop.ui.timeline.meaning.wordings import (
    JUDGING_KEYS,
    MARKING_KEYS,
    mark_words,
    significance_words,
)
from dhr_desktop.ui.timeline.panel import EntryPanel
from dhr_desktop.ui.timeline.table import TimelineTable
from dhr_desktop.ui.timeline.writing import EntryWriter

_SHOWN_IN = frozenset({"theme", "line_of_enquiry", "question", "event"})
"""What the section shows beside the entry's own row, which the page sees to."""
_KEYS, _GOING_ON = "timeline_keys_shown", "timeline_goes_on"


class MeaningDesk(QObject):
    """Acts are on all chosen entries. Whether a mark goes on or comes off is settled where it is written."""

    next_wanted = Signal()
    unread_wanted = Signal()

    def __init__(
        self, context: ReviewContext, page: QWidget, table: TimelineTable, panel: EntryPanel, writer: EntryWriter
    ) -> None:
        super().__init__(page)
        self._context, self._review = context, context.review
        self._page, self._table, self._panel, self._writer = page, table, panel, writer
        self._tree = ThemeTree()
        self.editor: ThemeEditor | None = None
        self._put_off = False
        self.legend = Legend()
        self.keys = TagKeys(table, panel, lambda: table.chosen() is not None, self)
        self._connect()
        self._show_choices()
        self._read_tree()
        self._count()

    def _connect(self) -> None:
        head, section = self._panel.meaning_head, self._panel.meaning
        self._panel.shown.connect(self._show)
        self.keys.digit.connect(self.press)
        self.keys.space.connect(self.unread_wanted)
        head.judged.connect(self.judge)
        section.themes.turned.connect(self._turn_theme)
        section.themes.new_wanted.connect(self._give_new_theme)
        section.themes.left.connect(self._table.setFocus)
        section.marks.turned.connect(self._mark)
        section.inclusion.turned.connect(self._include)
        section.line_turned.connect(self._bear_on)
        section.note.written.connect(self._write_note)
        section.note.left.connect(self._table.setFocus)
        section.editor_wanted.connect(self.edit_themes)
        section.usual_wanted.connect(self._begin_with_usual)
        section.event_wanted.connect(self._show_event)
        section.suggestions_wanted.connect(self._show_similar)
        section.question_wanted.connect(self._ask)
        self.legend.keys_chosen.connect(partial(self._choose, _KEYS))
        self.legend.going_on_chosen.connect(partial(self._choose, _GOING_ON))
        self._table.selectionModel().selectionChanged.connect(self._show_how_many)
        self._writer.refused.connect(self._take_back)
        self._writer.settled.connect(self._show_put_off)
        self._context.notices.changed.connect(self._on_change)
        self._context.panel.changed.connect(self._show_again)
        self._context.panel.changed.connect(self._show_keys)
        self._context.veil.changed.connect(self._show_again)

    # Who is meant.

    def chosen_ids(self) -> list[int]:
        """The chosen entries: the rows chosen in the table, or the entry in the panel when it is not among them."""
        shown = self._panel.entry
        ids = self._table.chosen_ids()
        return ids if shown is None or shown.id in ids else [shown.id]

    def _how_many(self) -> int:
        """How many rows are chosen, without asking for each of a hundred thousand."""
        chosen = self._table.selectionModel().selection()
        return sum(chosen.at(place).height() for place in range(chosen.count()))

    # What the keys do.

    def press(self, digit: int) -> None:
        """A digit was pressed: judge, mark or give a theme."""
        if digit in JUDGING_KEYS:
            self.judge(JUDGING_KEYS[digit])
        elif digit in MARKING_KEYS:
            self._turn_mark(MARKING_KEYS[digit])
        else:
            self._turn_theme_of(digit)

    def judge(self, significance: Significance) -> None:
        """Say how much the chosen entries matter, and go on to the next where the chair has chosen so."""
        ids = self.chosen_ids()
        if not ids:
            return
        self._writer.act(partial(meaning.judge, self._review, ids, significance, self._page))
        self._announce(significance_words(significance))
        self._panel.meaning_head.show_significance(significance)
        if significance and len(ids) == 1 and self.going_on:
            self.next_wanted.emit()

    @property
    def going_on(self) -> bool:
        """Whether the next entry is chosen after one was judged."""
        return self._context.habits.get(_GOING_ON, usual=False)

    def _turn_mark(self, mark: Mark) -> None:
        ids = self.chosen_ids()
        if ids:
            self._turn(partial(meaning.turn_mark, self._review, ids, mark, self._page), mark_words(mark))

    def turn_distressing(self) -> None:
        """Shift+F5: mark the chosen entries as distressing, or no longer where all of them are so."""
        self._turn_mark(Mark.DISTRESSING)

    def _turn_theme_of(self, digit: int) -> None:
        theme = self._tree.with_digit(digit)
        ids = self.chosen_ids()
        if theme is None:
            words = self.tr("No theme has the key {digit} yet. You can give it one in the tree of themes.")
            self._context.messages.show_note(words.format(digit=digit), self.tr("Themes…"), self.edit_themes)
        elif ids:
            self._turn(partial(meaning.turn_theme, self._review, ids, theme, self._page), theme.name)

    # What the panel does.

    def _mark(self, mark: Mark, on: bool) -> None:
        self._writer.act(partial(meaning.mark, self._review, self.chosen_ids(), mark, on=on, initiator=self._page))

    def _include(self, which: Inclusion, on: bool) -> None:
        self._writer.act(partial(meaning.include, self._review, self.chosen_ids(), which, on=on, initiator=self._page))

    def _turn_theme(self, theme: Theme, on: bool) -> None:
        ids = self.chosen_ids()
        self._writer.act(partial(meaning.give_theme, self._review, ids, theme, on=on, initiator=self._page))

    def _give_new_theme(self, name: str) -> None:
        self._writer.act(partial(meaning.give_new_theme, self._review, self.chosen_ids(), name, self._page))

    def _bear_on(self, line: LineOfEnquiry, on: bool) -> None:
        self._writer.act(partial(meaning.bear_on, self._review, self.chosen_ids(), line, on=on, initiator=self._page))

    def _write_note(self, entry_id: int, words: str, sitting: object) -> None:
        self._writer.act(partial(meaning.write_note, self._review, entry_id, words, self._page, sitting))

    def _begin_with_usual(self) -> None:
        self._writer.act(partial(themes.begin_with_usual, self._review, self._page))

    def edit_themes(self) -> None:
        """Show the tree of themes, to be worked on."""
        if self._context.panel.refuses(self._context.messages):
            return
        self._panel.meaning.note.commit()
        if self.editor is None:
            self.editor = ThemeEditor(self._context, self._page)
            self.editor.finished.connect(self._after_editor)
        self.editor.begin()
        self.editor.open()

    def _after_editor(self) -> None:
        self._page.window().activateWindow()
        self._table.setFocus()

    def add_theme(self) -> None:
        """Put the keyboard where a theme is added to the chosen entry."""
        if self._panel.entry:
            self._panel.show_meaning()
            self._panel.meaning.themes.add.setFocus()

    def _show_event(self) -> None:
        entry = self._panel.entry
        if entry and entry.event_id is not None:
            self._context.ways.event_wanted.emit(entry.event_id)

    def _show_similar(self) -> None:
        if self._panel.entry:
            self._context.ways.suggestions_wanted.emit(self._panel.entry.id)

    def _ask(self) -> None:
        entry = self._panel.entry
        if entry:
            self._context.ways.question_wanted.emit(Question(0, entry.agency_id, "", entry_id=entry.id))

    # What is shown.

    def _show(self, entry: Entry) -> None:
        view, veil = self._context.panel, self._context.veil
        # As it is stored: what is dressed for showing must never come into a field from which it would be written.
        stored = next(iter(entries.page(self._review, [entry.id])), entry)
        told = read_told(self._review, stored).as_shown(self._context.words)
        # The note is for the chair alone, not for a screen that is shared, and may say what is veiled.
        self._panel.meaning.note.setVisible(not view.on and not veil.veils(stored))
        self._panel.meaning_head.show_told(told)
        self._panel.meaning.show_told(told, self._how_many())

    def _show_again(self) -> None:
        self._put_off = self._writer.busy  # what is on disk may be older than what is on its way there
        entry = self._panel.entry
        stored = entries.page(self._review, [entry.id]) if entry and not self._put_off else []
        if stored:
            self._show(stored[0])

    def _show_put_off(self) -> None:
        if self._put_off:
            self._show_again()

    def _show_how_many(self) -> None:
        if self._panel.entry:
            self._panel.meaning.say_several(self._how_many())

    def _take_back(self, error: UserError) -> None:
        """What was pressed but not written is not shown; a note that was not written stays in its field."""
        del error
        entry = self._panel.entry
        stored = entries.page(self._review, [entry.id]) if entry else []
        if stored:
            self._panel.meaning.note.unsave(stored[0].private_note)
            self._show(stored[0])

    def _on_change(self, change: Change) -> None:
        if change.tables & _SHOWN_IN:
            self._show_again()
        if "theme" in change.tables:
            self._read_tree()
        if "entry" in change.tables:
            self._count()

    def _read_tree(self) -> None:
        self._tree = ThemeTree(kept.listing(self._review))
        self._show_keys()

    def _show_keys(self) -> None:
        """The chair may have put a name into the name of a theme."""
        shown = self._context.panel.shown
        self.legend.show_themes(ThemeTree([replace(each, name=shown(each.name)) for each, _ in self._tree.in_order()]))

    def _count(self) -> None:
        review = self._review

        def work(progress: Progress) -> tuple[int, int]:
            del progress
            return entries.count_read(review), entries.count(review)

        self._context.jobs.read(work, self.tr("Counting what has been read"), self._show_count, owner=self._page)

    def _show_count(self, counted: tuple[int, int]) -> None:
        self.legend.show_read(*counted)

    # What is remembered.

    def _choose(self, name: str, on: bool) -> None:
        self._context.habits.choose(name, on=on)
        self._show_choices()

    def turn_keys(self) -> None:
        """Show or hide the keys at the foot."""
        self._choose(_KEYS, not self._context.habits.get(_KEYS, usual=True))

    def _show_choices(self) -> None:
        self.legend.show_choices(keys=self._context.habits.get(_KEYS, usual=True), going_on=self.going_on)

    # How it is done.

    def _turn(self, turn: Callable[[], bool], what: str) -> None:
        self._writer.act(turn, lambda on: self._announce(what if on else self.tr("{mark}: off").format(mark=what)))

    def _announce(self, words: str) -> None:
        """Say to someone who cannot see it what a key did."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._table, self._context.panel.shown(words)))
