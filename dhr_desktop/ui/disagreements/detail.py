"""The disagreement at hand: the accounts side by side, what has been decided, and what is to be decided."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.timeline.disagreements import Disagreement, State
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL, WIDE, Theme
from dhr_desktop.ui.common.widgets import label, link_button, scrolled
from dhr_desktop.ui.disagreements.accounts import Accounts
from dhr_desktop.ui.disagreements.decide_form import DecideForm
from dhr_desktop.ui.disagreements.seeing import Seeing
from dhr_desktop.ui.disagreements.words import by_whom, decided, kind_name


class Detail(QWidget):
    """Scrolls as a whole; what is being decided stands below what it is decided on."""

    event_wanted = Signal()
    entries_wanted = Signal()
    question_wanted = Signal()

    def __init__(self, theme: Theme, seeing: Seeing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seeing = seeing
        self.headline = label("", "heading", wrap=True)
        self.under = label("", "hint", wrap=True)
        self.standing = label("", wrap=True)
        self._standing_box = QWidget()
        self.accounts = Accounts(theme, seeing)
        self.form = DecideForm(theme)
        self.history = label("", "hint", wrap=True)
        self.show_event = link_button(self.tr("Show the eve&nt"), self.event_wanted.emit)
        self.show_entries = link_button(self.tr("Show on the timel&ine"), self.entries_wanted.emit)
        self.show_question = link_button(self.tr("Show the &question"), self.question_wanted.emit)
        self._build()

    def _build(self) -> None:
        self._standing_box.setProperty("role", "doubt")
        inside = QHBoxLayout(self._standing_box)
        inside.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        inside.addWidget(self.standing, 1)
        links = QHBoxLayout()
        links.setSpacing(SMALL)
        for each in (self.show_event, self.show_entries, self.show_question):
            links.addWidget(each)
        links.addStretch(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE, MEDIUM, WIDE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(self.headline)
        column.addWidget(self.under)
        column.addLayout(links)
        column.addWidget(self._standing_box)
        column.addWidget(self.accounts)
        column.addSpacing(SMALL)
        column.addWidget(self.form)
        column.addSpacing(HAIR)
        column.addWidget(self.history)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(inner, self)
        outer.addWidget(self._area)
        self.form.gone_to.connect(self._area.ensureWidgetVisible)

    def show_one(self, one: Disagreement, agencies: Mapping[int, Agency], written: tuple[str, str]) -> None:
        """Show a disagreement, with what has been written about it and not been settled."""
        shown = self._seeing.shown
        self.show_event.setVisible(not one.dissolved)
        self.show_entries.setVisible(bool(one.members))
        self.headline.setText(self._seeing.title(one))
        number = len(dict.fromkeys(entry.agency_id for entry in one.members))
        under = self.tr("{kind}: {when}, told of by {n} agencies")
        if one.dissolved:
            under = self.tr("{kind}: {when}, of an event that has been dissolved")
        self.under.setText(under.format(kind=kind_name(one.kind), when=shown(in_british_words(one.when)), n=number))
        self.accounts.show_accounts(one, agencies)
        standing = self._stands(one)
        self.standing.setText(standing)
        self._standing_box.setVisible(bool(standing))
        self.show_question.setVisible(one.question is not None)
        said = one.difference.said if one.difference else ()
        values: dict[str, dict[str, None]] = {}
        unseen = {entry.id for entry in one.members if self._seeing.veils(entry)}
        for each in said:
            if each.entry_id in unseen:
                continue
            values.setdefault(each.reading, {})[_name(each.agency_id, agencies)] = None
        asked = dict.fromkeys((*(each.agency_id for each in said), *(each.agency_id for each in one.members)))
        self.form.offer(
            [(words, shown(words), ", ".join(whose)) for words, whose in values.items()],
            [(agency_id, _name(agency_id, agencies)) for agency_id in asked],
            may_reopen=one.state is not State.OPEN and not one.dissolved,
            decidable=one.difference is not None,
        )
        veiled = self._seeing.veils_any(one)
        self.form.put(*(self._seeing.told(words, one) for words in written))
        self.form.setVisible(not one.dissolved)  # nothing is left to decide there
        self.form.cover(on=self._seeing.names_covered, veiled=veiled)
        lines = [decided(each, shown, veiled=veiled) for each in reversed(one.history)]
        self.history.setText("\n".join([self.tr("What was decided, the newest first"), *lines]) if lines else "")
        self.history.setVisible(bool(lines))

    def _stands(self, one: Disagreement) -> str:
        """What stands above the accounts where something has been decided."""
        if one.decision is not None and one.state is not State.OPEN and self._seeing.veils_any(one):
            kept = self.tr("What was decided tells of an account that is marked as distressing. F5 shows it.")
            return "\n".join((kept, *self._what_became(one)))
        return self._seeing.shown(self._decided(one))

    def _what_became(self, one: Disagreement) -> list[str]:
        """What has become of the accounts since, without a word of them."""
        if one.dissolved:
            return [
                self.tr(
                    "Its event has been dissolved. The decision is kept with its entries, and comes back when they"
                    " are grouped again."
                )
            ]
        return [self.tr("The accounts no longer differ in this.")] if one.difference is None else []

    def _decided(self, one: Disagreement) -> str:
        decision = one.decision
        if decision is None or one.state is State.OPEN:
            return ""
        if one.question is not None:
            words = self.tr("Asked: {words}").format(words=one.question.words)
            if one.question.answer:
                words += "\n" + self.tr("Answered: {answer}").format(answer=one.question.answer)
            return words
        settled = self.tr("Settled as “{finding}”, because: {reason}")
        words = settled.format(finding=decision.finding, reason=decision.reason)
        words += "\n" + by_whom(decision)
        if one.difference is None:
            return "\n".join((words, *self._what_became(one)))
        if one.state is State.CHANGED:
            before = "; ".join(f"“{said}”" for said in decision.accounts.values())
            changed = self.tr("The accounts have changed since. Then they said: {before}.")
            return words + "\n" + changed.format(before=before)
        return words


def _name(agency_id: int, agencies: Mapping[int, Agency]) -> str:
    agency = agencies.get(agency_id)
    return agency.name if agency else ""
