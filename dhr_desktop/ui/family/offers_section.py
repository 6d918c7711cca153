"""The section 'Offers': what the guidance gives somebody and what became of it, or all of that for everyone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from dhr_desktop.base.progress import Progress
from dhr_desktop.store import offered
from dhr_desktop.store.offered import OffersOf
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.family.offers_everyone import OffersOfEveryone
from dhr_desktop.ui.family.offers_one import OffersOfOne
from dhr_desktop.ui.family.section import Section
from dhr_desktop.ui.family.whom import EVERYONE, Whom


class OffersSection(Section):
    """Reads off the screen's thread, and shows the one or the other."""

    tables = frozenset(
        {
            *("offer", "stakeholder", "person", "advocacy", "contact", "contact_with", "reading", "reading_comment"),
            "naming_step",
        }
    )

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._whom = EVERYONE
        self._asked = 0
        self._wanted = ""
        self._wants_keyboard = False
        self.one = OffersOfOne(context)
        self.everyone = OffersOfEveryone(context)
        self.shown = QStackedWidget()
        self.shown.addWidget(self.everyone)
        self.shown.addWidget(self.one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shown)
        self.everyone.wanted.connect(self._go_to)

    def show_of(self, whom: Whom) -> None:
        """Show the offers to somebody, or to everyone."""
        self._whom = whom
        self._asked += 1
        asked, review, key = self._asked, self.context.review, whom.key
        self.shown.setCurrentWidget(self.one if key else self.everyone)

        def work(progress: Progress) -> list[OffersOf]:
            del progress
            return offered.read(review, key)

        self.context.jobs.read(work, self.tr("Reading the offers"), self._shower(asked), owner=self)

    def take_keyboard(self) -> None:
        """Have the keyboard in the list, once it is there."""
        self._wants_keyboard = True
        table = self.one.table if self._whom.key else self.everyone.table
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> str:
        """The opportunity at hand, or for everyone the cell."""
        if self._whom.key:
            return self._wanted or self.one.at_hand
        row, column = self.everyone.place()
        return f"{row}/{column}"

    def go_back_to(self, place: str) -> None:
        """Have the same at hand."""
        row, of_everyone, column = place.partition("/")
        if of_everyone:
            self.everyone.go_back_to(int(row), int(column))
        else:
            self._wanted = place

    def _shower(self, asked: int) -> Callable[[Sequence[OffersOf]], None]:
        def show(found: Sequence[OffersOf]) -> None:
            if asked != self._asked:
                return
            if self._whom.key:
                self.one.put(found[0] if found else None, self._wanted)
                self._wanted = ""
            else:
                self.everyone.put(found)

        return show

    def _go_to(self, person_id: int, opportunity: str) -> None:
        self._wanted = opportunity
        self.context.ways.involved_wanted.emit(person_id, "offers")
        self.take_keyboard()
        self.one.table.setFocus(Qt.FocusReason.OtherFocusReason)
