"""One agency's account of a happening on a card: who, when, by which source, and its words, the differing marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.timeline.said_alone import Span
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import Swatch
from dhr_desktop.ui.common.theme import HAIR, MEDIUM, SMALL
from dhr_desktop.ui.common.widgets import Card, label, link_button
from dhr_desktop.ui.common.words import reported


@dataclass(frozen=True, slots=True)
class Account:
    """What a card shows. `said` is a word about its part in the whole, such as that it is in the event already."""

    entry: Entry
    agency: Agency
    marks: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    """The places of differing words in its text, and in the action taken."""
    said: str = ""
    choosing: bool = False
    """Whether it can be ticked."""
    ticked: bool = False
    leaving: bool = False
    """Whether it can be taken out."""
    veiled: bool = False
    """Whether its words are not to be seen until they are asked for."""


class AccountCard(Card):
    """Shows one account. What is done here is told by signals with the entry's id."""

    ticked = Signal(int, bool)
    out_wanted = Signal(int)
    shown_wanted = Signal(int)
    lift_wanted = Signal(int)

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._account: Account | None = None
        self._marking = True
        self.column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.column.setSpacing(SMALL)
        self._swatch = Swatch(inks)
        self.agency = label(role="label", wrap=True)
        self.tick = QCheckBox()
        self.said = label(role="hint", wrap=True)
        self.when = label(wrap=True)
        self.reported = label(role="hint", wrap=True)
        self.written = label(role="hint", wrap=True)
        self.source = label(role="hint", wrap=True)
        self.text = _account_text()
        self.action = _account_text()
        self._covered = label(self.tr("This account is marked as distressing."), "hint", wrap=True)
        self.uncover = link_button(self.tr("Show its words"), self._lift)
        self.show_it = link_button(self.tr("Show on the timeline"), self._show)
        self.take_out = link_button(self.tr("Take out of the event"), self._take_out)
        self.tick.toggled.connect(self._tell_tick)
        inks.changed.connect(self._say_words)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._swatch, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.agency, 1)
        head.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self.said)
        for words in (self.when, self.reported, self.written, self.source):
            self.column.addWidget(words)
        self.column.addSpacing(HAIR)
        self.column.addWidget(self._covered)
        self.column.addWidget(self.uncover, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.text)
        self.column.addWidget(self.action)
        self.column.addStretch(1)
        self.column.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.take_out, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def entry_id(self) -> int:
        """The entry shown; 0 for none."""
        return self._account.entry.id if self._account else 0

    def show_account(self, account: Account, number: int, *, marking: bool) -> None:
        """Show an account; `number` is its place in the row, and the key that ticks it."""
        self._account, self._marking = account, marking
        entry = account.entry
        self._swatch.set_colour(account.agency.colour)
        self.agency.setText(account.agency.name)
        when = in_british_words(entry.when)
        self.when.setText(", ".join(part for part in (when[:1].upper() + when[1:], entry.time) if part))
        told = reported(entry)
        self._say(self.reported, told[:1].upper() + told[1:])
        self._say(self.written, "" if account.veiled else _written(self.tr("Written as “{words}”"), entry))
        self._say(self.source, ", ".join(part for part in (entry.source, entry.reference) if part))
        self._say(self.said, account.said)
        self.tick.blockSignals(True)  # to show an account is not to tick it
        self.tick.setChecked(account.ticked)
        self.tick.blockSignals(False)
        self.tick.setVisible(account.choosing)
        self.tick.setText(str(number) if number <= len("123456789") else "")
        name = self.tr("{agency}, {when}").format(agency=account.agency.name, when=self.when.text())
        self.tick.setAccessibleName(self.tr("Belongs to it: {account}").format(account=name))
        for each, words in (
            (self.show_it, self.tr("Show on the timeline: {account}")),
            (self.take_out, self.tr("Take out of the event: {account}")),
            (self.uncover, self.tr("Show the words of: {account}")),
        ):
            each.setAccessibleName(words.format(account=name))
        self.take_out.setVisible(account.leaving)
        self.setAccessibleName(name)
        self._say_words()

    def mark(self, *, marking: bool) -> None:
        """Mark the differing words, or leave all plain."""
        self._marking = marking
        self._say_words()

    def toggle(self) -> None:
        """Tick it, or take the tick off."""
        if self._account and self._account.choosing:
            self.tick.toggle()

    def _say_words(self) -> None:
        if self._account is None:
            return
        entry, (in_text, in_action) = self._account.entry, self._account.marks
        covered = self._account.veiled
        for each in (self._covered, self.uncover):
            each.setVisible(covered)
        ground, ink = self._inks.ink("doubt_ground"), self._inks.ink("text")
        if covered:
            for each in (self.text, self.action):
                each.clear()
                each.hide()
                each.setAccessibleDescription("")
            return
        self.text.setText(marked(entry.text, in_text if self._marking else (), ground, ink))
        self.text.setVisible(bool(entry.text))
        action = marked(entry.action, in_action if self._marking else (), ground, ink)
        self.action.setText(f"<b>{escape(self.tr('Action taken'))}</b><br>{action}")
        self.action.setVisible(bool(entry.action.strip()))
        alone = [entry.text[start : start + length] for start, length in in_text]
        words = self.tr("Only here: {words}").format(words=", ".join(alone)) if alone and self._marking else ""
        self.text.setAccessibleDescription(words)

    @staticmethod
    def _say(where: QLabel, words: str) -> None:
        where.setText(words)
        where.setVisible(bool(words))

    def _tell_tick(self, on: bool) -> None:
        self.ticked.emit(self.entry_id, on)

    def _take_out(self) -> None:
        self.out_wanted.emit(self.entry_id)

    def _show(self) -> None:
        self.shown_wanted.emit(self.entry_id)

    def _lift(self) -> None:
        self.lift_wanted.emit(self.entry_id)


def marked(text: str, places: Sequence[Span], ground: QColor, ink: QColor) -> str:
    """The text as markup with these places underlined on a ground of their own; every letter of it is escaped."""
    style = f"text-decoration: underline; background-color: {ground.name()}; color: {ink.name()};"
    pieces, at = [], 0
    for start, length in places:
        pieces.append(escape(text[at:start]))
        pieces.append(f'<span style="{style}">{escape(text[start : start + length])}</span>')
        at = start + length
    pieces.append(escape(text[at:]))
    return "".join(pieces).replace("\n", "<br>")


def _account_text() -> QLabel:
    made = label(wrap=True)
    made.setTextFormat(Qt.TextFormat.RichText)  # every word of it is escaped
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made


def _written(words: str, entry: Entry) -> str:
    written = " ".join(" ".join(part for part in (entry.date_written, entry.time_written) if part).split())
    return words.format(words=written) if written else ""
