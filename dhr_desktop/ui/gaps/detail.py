"""One gap: in words, with the entries on its sides, those that may fall within, and what was asked about it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.gap_words import how_long
from dhr_desktop.timeline.question_matter import when_of
from dhr_desktop.ui.common.beginnings import beginning
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label, link_button
from dhr_desktop.ui.gaps.reading import Around

_LINK_AIR = 9
"""What the style sheet puts before the words of a link."""


class GapDetail(QWidget):
    """Shows one gap and leads on from it."""

    timeline_wanted = Signal()
    ask_wanted = Signal()
    entries_wanted = Signal(object)
    question_wanted = Signal(object)

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.title = label("", "heading", wrap=True)
        self.words = label("", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.ask = button(self.tr("As&k about this gap…"), "primary", self.ask_wanted.emit)
        self.show_days = button(self.tr("Show on the &timeline"), "", self.timeline_wanted.emit)
        self._parts = QWidget()
        self._column = QVBoxLayout(self._parts)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        buttons = FlowLayout(SMALL, SMALL)
        buttons.addWidget(self.ask)
        buttons.addWidget(self.show_days)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(buttons)
        column.addWidget(self._parts)
        column.addStretch(1)

    def show_around(self, around: Around) -> None:
        """Show a gap with what lies around it."""
        listed = around.listed
        panel = self._context.panel
        self.ask.setVisible(not panel.on)  # no question is written in panel view
        who = panel.called(listed.agency) or self.tr("All agencies together")
        self.title.setText(self.tr("{who}: {days}").format(who=who, days=how_long(listed.gap)))
        self.words.setText(panel.days(around.words(panel.called)))
        self._clear()
        self._questions(listed.questions, around)
        none_before = self.tr("None in the period that is looked at: the gap begins with it.")
        none_after = self.tr("None in the period that is looked at: the gap lasts to its end.")
        self._side(self.tr("The record before it"), around.before, none_before, around)
        self._side(self.tr("The record after it"), around.after, none_after, around)
        self._may(around)

    def _questions(self, asked: Sequence[Question], around: Around) -> None:
        if not asked:
            return
        self._head(self.tr("Asked about it"))
        for question in asked:
            words = self.tr("Question {n}").format(n=question.id)
            self._link(words, partial(self.question_wanted.emit, question))
            self._agency(question.agency_id, around)
            self._say(self._context.panel.shown(question.words))

    def _side(self, title: str, entry: Entry | None, none: str, around: Around) -> None:
        self._head(title)
        if entry is None:
            self._say(none)
            return
        self._entry(entry, around)
        if entry.id in around.listed.gap.may_fall_in:
            self._say(self.tr("Its date is uncertain, so that it may itself fall within the gap."), "hint")

    def _may(self, around: Around) -> None:
        gap = around.listed.gap
        ids = [entry_id for entry_id in gap.may_fall_in if entry_id not in (gap.before_id, gap.after_id)]
        if not ids:
            return
        head = self.tr("A record of uncertain date that may fall within it")
        if len(ids) > 1:
            head = self.tr("{n} records of uncertain date that may fall within it").format(n=f"{len(ids):,}")
        self._head(head)
        shown = [entry for entry in around.may_fall_in if entry.id in set(ids)]
        for entry in shown:
            self._entry(entry, around)
        if len(ids) > len(shown):
            more = self.tr("Show all {n} on the timeline").format(n=f"{len(ids):,}")
            self._link(more, partial(self.entries_wanted.emit, ids))

    def _entry(self, entry: Entry, around: Around) -> None:
        link = self._link(self._context.panel.days(when_of(entry)), partial(self.entries_wanted.emit, [entry.id]))
        link.setToolTip(self.tr("Show this entry on the timeline"))
        self._agency(entry.agency_id, around)
        self._say(beginning(entry, self._context))

    def _agency(self, agency_id: int, around: Around) -> None:
        self._say(self._context.panel.called(around.agencies.get(agency_id, "")), "hint")

    def _head(self, words: str) -> None:
        self._column.addSpacing(HAIR)
        self._column.addWidget(label(words, "label", wrap=True))

    def _say(self, words: str, role: str = "") -> None:
        said = label(words, role, wrap=True)
        said.setContentsMargins(_LINK_AIR, 0, 0, 0)
        self._column.addWidget(said)

    def _link(self, words: str, go: Callable[[], None]) -> QPushButton:
        def pressed() -> None:  # takes nothing, so that Qt hands over nothing
            go()

        made = link_button(words, pressed)
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
