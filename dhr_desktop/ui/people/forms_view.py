"""Names in the records: forms that the agencies wrote, confirmed with one key or said to be no name."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.name_forms.passages import Place
from dhr_desktop.domain.name_forms.proposals import Proposal
from dhr_desktop.domain.name_places import Said
from dhr_desktop.domain.people import Role
from dhr_desktop.family import name_forms
from dhr_desktop.family.forms_found import FormsFound, forms_left, unsaid
from dhr_desktop.store import own_words
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, dress_table
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.people.form_detail import FormDetail
from dhr_desktop.ui.people.form_places import Presses
from dhr_desktop.ui.people.forms_model import LIKELY, VERY_LIKELY, FormsModel
from dhr_desktop.ui.people.forms_states import FormsStates
from dhr_desktop.ui.people.view import View

_READ_FROM = (
    frozenset(
        {
            "entry",
            "submission",
            "agency",
            "person",
            "name_form",
            "identifier",
            "refused_form",
            "form_place",
            "form_line",
        }
    )
    | own_words.TABLES
)
_WHY = 4
_PAUSE = 300
"""Milliseconds after a change before the records are read again, so that many changes are read once."""


class FormsView(View):
    """The proposals that are left at the left, the one at hand with its places at the right."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._review = context.review
        self._found: FormsFound | None = None
        self._left_at = ""
        self._asked = 0
        self._writing = 0
        self._stale = True
        self._stopped = False
        self.model = FormsModel(self)
        self.table = QTableView()
        self.search = QLineEdit()
        self.detail = FormDetail(context.veil, context.drafts)
        self.all = button(self.tr("Confirm &all that are…"))
        self._stack = QStackedWidget()
        self._pause = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.put_in_head(self.all)
        self._menu = QMenu(self.all)
        self._very = self._menu.addAction(self.tr("Ver&y likely"), partial(self.confirm_all, VERY_LIKELY))
        self._likely = self._menu.addAction(self.tr("&Likely or more"), partial(self.confirm_all, LIKELY))
        self.all.setMenu(self._menu)
        self.search.setPlaceholderText(self.tr("Find in the forms"))
        self.search.setAccessibleName(self.tr("Find in the forms"))
        self.search.setClearButtonEnabled(True)
        above = QHBoxLayout()
        above.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        above.addWidget(self.search)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Forms of names found in the records"))
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.detail)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([300, 300])
        self.states = FormsStates(self.context.theme, self.refresh)
        for each in (*self.states.all, self.splitter):
            self._stack.addWidget(each)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self.search.textChanged.connect(self._find)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self._presses = Presses(self)
        self.table.installEventFilter(self._presses)
        self._presses.confirm.connect(self._confirm_or_ask)
        self._presses.refuse.connect(self.refuse)
        self.detail.confirmed.connect(self.confirm)
        self.detail.refused.connect(self.refuse)
        self.detail.given_to.connect(self._give)
        self.detail.given_to_new.connect(self._give_new)
        self.detail.place_said.connect(self._say_place)
        self.context.notices.changed.connect(self._on_change)
        self.context.panel.changed.connect(self._show_state)
        Actions.on_page(self, "people.find", self.search.setFocus)
        Actions.on_page(self, "people.confirm_form", self._confirm_or_ask)
        Actions.on_page(self, "people.lift", self.detail.places.lift)
        Actions.on_page(self, "people.refuse_form", self.refuse)
        Actions.on_page(self, "people.ask_places", self.detail.places.setFocus)

    # Reading.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The records are read when the view is first looked at, and after they have changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Read the records again; the list stays as it is until that is done."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._asked += 1
        asked, review = self._asked, self._review

        def work(progress: Progress) -> tuple[int, FormsFound]:
            return asked, forms_left(review, progress)

        job = self.context.jobs.read(work, self.tr("Looking for names in the records"), self._read, owner=self)
        job.cancelled.connect(partial(self._stop, asked))
        self._stopped = False
        self._show_state()

    def _stop(self, asked: int) -> None:
        """The chair wants no more of it for now: what was found before stays, and it can be begun again."""
        self._stopped = asked == self._asked
        self._show_state()

    def _read(self, result: tuple[int, FormsFound]) -> None:
        asked, found = result
        if asked != self._asked or self._writing:
            return
        self._found = found
        self._show(list(found.proposals))

    def _show(self, proposals: list[Proposal]) -> None:
        at_hand = self.detail.proposal
        answering = self.detail.places.hasFocus()
        row = max(0, self.table.currentIndex().row())
        self.model.show(proposals)
        again = self.model.row_of(at_hand.form) if at_hand else -1
        if self._left_at:
            again = next((at for at, each in enumerate(self.model.rows) if _place_of(each) == self._left_at), again)
            self._left_at = ""
        self._choose(again if again >= 0 else row)
        self._show_state()
        self._count()
        if answering and not self.detail.places.candidates:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, row: int) -> None:
        row = min(row, len(self.model.rows) - 1)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)
        self._show_chosen()

    def _find(self, words: str) -> None:
        self.model.find(words)
        self._choose(0)

    def _show_chosen(self) -> None:
        row = self.table.currentIndex().row()
        shown = 0 <= row < len(self.model.rows)
        self.detail.setVisible(shown)
        if shown and self._found:
            self.detail.show_proposal(self.model.proposal(row), self._found)

    def _show_state(self) -> None:
        if self.context.panel.on:
            shown: QWidget = self.states.covered
        elif self._found is None:
            shown = self.states.stopped if self._stopped else self.states.reading
            self.said.emit(self.tr("Not read to their end") if self._stopped else self.tr("Looking for names"))
        else:
            shown = self.splitter if self.model.everything else self.states.nothing
        self._stack.setCurrentWidget(shown)
        self.all.setEnabled(shown is self.splitter)

    def _count(self) -> None:
        left = self.model.everything
        self._very.setEnabled(bool(self._sure(VERY_LIKELY)))
        self._likely.setEnabled(bool(self._sure(LIKELY)))
        known = sum(bool(each.person_id) for each in left)
        words = self.tr("{forms} left to look at, {known} of people in the register.")
        forms = counted(len(left), self.tr("{n} form"), self.tr("{n} forms"))
        self.said.emit(words.format(forms=forms, known=f"{known:,}") if left else "")

    def _on_change(self, change: Change) -> None:
        if change.tables & _READ_FROM:
            self._pause.start()

    def take_keyboard(self) -> None:
        """Have the keyboard in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def person_at_hand(self) -> int:
        """Whose the form at hand seems to be, where they are in the register."""
        return self.at_hand.person_id if self.at_hand else 0

    def place(self) -> str:
        """The form at hand, by where it stands first: the form itself is a word of the records."""
        return self._left_at or (_place_of(self.at_hand) if self.at_hand else "")

    def go_back_to(self, place: str) -> None:
        """Have that form at hand, once the records have been read."""
        self._left_at = place
        if self._found is not None:
            self._show(list(self._found.proposals))

    # What the chair says.

    @property
    def at_hand(self) -> Proposal | None:
        """The form that is shown."""
        row = self.table.currentIndex().row()
        shown = self._stack.currentWidget() is self.splitter and 0 <= row < len(self.model.rows)
        return self.model.proposal(row) if shown else None

    def confirm(self) -> None:
        """It is as proposed; of somebody who is not in the register, they are entered."""
        proposal = self.at_hand
        if proposal is None:
            return
        if proposal.person_id:
            self._write(partial(name_forms.confirm, self._review, [proposal]), [proposal])
        elif proposal.whom:
            self._write(partial(name_forms.confirm_new, self._review, proposal, proposal.whom), [proposal])
        else:
            self.detail.begin_other()

    def _confirm_or_ask(self) -> None:
        """A key confirms what means one person, and leads to the places of what may mean several or a word."""
        if self.at_hand is not None and self.detail.places.candidates:
            self.detail.places.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.confirm()

    def refuse(self) -> None:
        """It is no name."""
        proposal = self.at_hand
        if proposal is not None:
            self._write(partial(name_forms.refuse, self._review, [proposal]), [proposal])

    def confirm_all(self, least: float) -> None:
        """All that are shown, of people in the register and at least so likely, are as proposed: one step."""
        wanted = self._sure(least)
        if wanted:
            self._write(partial(name_forms.confirm, self._review, wanted), wanted)
            forms = counted(len(wanted), self.tr("{n} form"), self.tr("{n} forms"))
            words = self.tr("{forms} confirmed.").format(forms=forms)
            self.context.messages.show_done(words, self.tr("Undo"), self.context.actions["review.undo"].trigger)

    def _sure(self, least: float) -> list[Proposal]:
        return [each for each in self.model.rows if each.person_id and each.sure >= least and not each.ambiguous]

    def _give(self, person_id: int) -> None:
        proposal = self.at_hand
        if proposal is not None:
            self._write(partial(name_forms.confirm_as, self._review, proposal, person_id), [proposal])

    def _give_new(self, name: str, role: Role) -> None:
        proposal = self.at_hand
        if proposal is not None:
            self._write(partial(name_forms.confirm_new, self._review, proposal, name, role), [proposal])

    def _say_place(self, place: Place, person_id: int | None) -> None:
        proposal = self.at_hand
        if proposal is not None and self._found is not None:
            said = replace(self._found.spot(place, proposal.form), person_id=person_id)
            self._write(partial(name_forms.say_places, self._review, [said]), [])
            self._note(said)

    def _note(self, said: Said) -> None:
        """Show at once what was said of a place; the store has it a moment later."""
        if self._found:
            self._found.said[unsaid(said)] = said
            self._show_chosen()

    def _write(self, command: Callable[[], object], answered: list[Proposal]) -> None:
        self._writing += 1
        self.context.jobs.run(at_once(command), self.tr("Saving"), self._written, self._refused, owner=self)
        if answered:
            row, gone = self.table.currentIndex().row(), {(each.form, each.figure) for each in answered}
            self.model.show([each for each in self.model.everything if (each.form, each.figure) not in gone])
            self._choose(max(0, row))
            self._show_state()
            self._count()

    def _written(self, _result: object) -> None:
        self._writing -= 1
        self._pause.start()

    def _refused(self, error: Exception) -> None:
        self._writing -= 1
        if isinstance(error, UserError):
            self.context.messages.show_error(error)
        self._pause.start()


def _place_of(proposal: Proposal) -> str:
    """Where in the entries it stands first, and whose it seems to be; two forms share no such place."""
    first = next((each for each in proposal.places if each.entry_id), None)
    return f"{first.entry_id}/{first.start}/{first.end}" if first else ""
