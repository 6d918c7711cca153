"""The register of people: everyone on the left, one person on the right."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.clock import today
from dhr_desktop.base.files import read_bytes
from dhr_desktop.domain import kin_checks
from dhr_desktop.domain.contradictions import within
from dhr_desktop.domain.identifiers import Identifier
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.ties import seen_from
from dhr_desktop.family import known_lives, register
from dhr_desktop.family.hanging import hangs_on
from dhr_desktop.family.name_checks import Known, checks
from dhr_desktop.family.register_file import read_all
from dhr_desktop.store import agencies, facts, naming, people
from dhr_desktop.store import kinship as kinship_store
from dhr_desktop.store.journal import Change
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.columns import SharedWidths
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask, choose_files
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.keyboard import one_thing_to_do
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, button, dress_table, scrolled
from dhr_desktop.ui.people.form import NOBODY, PersonForm
from dhr_desktop.ui.people.identifiers_list import IdentifiersList
from dhr_desktop.ui.people.model import PeopleModel
from dhr_desktop.ui.people.view import View

T = TypeVar("T")
_REAL_NAME, _RELATIONSHIP, _FORMS = 0, 3, 4
_SHOWN_IN = frozenset(
    {"person", "name_form", "identifier", "relation", "agency", "panel_member", "place_name", "review"}
)
_CLASHING = frozenset({"real", "pseudonym"})
"""The checks that say again what a clash says already."""
_BEGUN = "person/new"
_MINUTE_MS = 60_000


class RegisterView(View):
    """The register of people. Real names are shown here, and nowhere in an edition that covers them."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._context = context
        self._review: Review = context.review
        self._entering = False
        self._gone = self._instead = 0
        self.model = PeopleModel(context.panel.shown, self)
        self.table = QTableView()
        self.search = QLineEdit()
        self.form = PersonForm()
        self.identifiers = IdentifiersList(context)
        self.form.below.addWidget(self.identifiers)
        self._numbers: list[Identifier] = []
        self._known = Known(())
        self.reveal = button(self.tr("&Show real names for one minute…"), "", self.ask_to_reveal)
        self.reveal.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._revealed = QTimer(self, singleShot=True, interval=_MINUTE_MS)
        self._revealed.timeout.connect(self._cover)
        self.add = button(self.tr("&New person"), "primary", self.begin_person)
        self.bring_in = button(self.tr("&Bring in a register…"), "", self.ask_for_register)
        self._stack = QStackedWidget()
        self._build()
        self._dress_table()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.put_in_head(self.bring_in, self.add)
        self.lists_people = [self.table]
        self.search.setPlaceholderText(self.tr("Find a person"))
        self.search.setAccessibleName(self.tr("Find a person"))
        self.search.setClearButtonEnabled(True)
        above = QHBoxLayout()
        above.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        above.addWidget(self.search, 1)
        above.addWidget(self.reveal)
        above.addStretch(0)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(left)
        self._scrolled = scrolled(self.form)
        said = QVBoxLayout()
        said.setContentsMargins(WIDE, SMALL, WIDE, 0)
        self.form.warning.setMinimumWidth(1)  # a name of 400 letters in it takes no room from the table
        said.addWidget(self.form.warning)
        self._side = QWidget()
        beside = QVBoxLayout(self._side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addLayout(said)
        beside.addWidget(self._scrolled, 1)
        self.splitter.addWidget(self._side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([810, 390])
        self.empty = EmptyState(
            self._context.theme,
            "people",
            self.tr("No one has been entered yet"),
            self.tr(
                "Enter the people whom the records name, with every form their names take. The panel edition"
                " covers these names with pseudonyms; without a register it cannot be made."
            ),
            button(self.tr("Enter the f&irst person"), "primary", self.begin_person),
        )
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.splitter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._stack, 1)

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Register of people"))
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        SharedWidths(self.table, {_REAL_NAME: 5, _RELATIONSHIP: 4}, most=126)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(lambda *_: self._stay_with(self.form.person.id))

    def _connect(self) -> None:
        self.search.textChanged.connect(self.model.find)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.form.committed.connect(self._save)
        self.form.left.connect(self._on_left)
        self.form.escaped.connect(self.leave_form)
        self.form.history_wanted.connect(self.context.ways.person_history_wanted)
        self._context.drafts.flushing.connect(self._keep_typed)
        self.form.removal_wanted.connect(self._ask_removal)
        self._context.notices.changed.connect(self._on_change)
        self._context.panel.changed.connect(self._cover)
        self._cover()
        Actions.on_page(self, "people.new", self.begin_person)
        Actions.on_page(self, "people.find", self.search.setFocus)

    # Being led here, and the keyboard.

    def show_person(self, person_id: int) -> None:
        """Show somebody, whatever the search leaves."""
        self.search.clear()
        row = self.model.row_of(person_id)
        if row >= 0:
            self._choose(row)

    def person_at_hand(self) -> int:
        """Who is shown."""
        return self.form.person.id

    def take_keyboard(self) -> None:
        """Have the keyboard in the register, in the form of somebody new, or on the way to a first person."""
        nobody = self._stack.currentWidget() is self.empty
        shown = one_thing_to_do(self.empty, self.add) if nobody else self.table
        (self.form.name if self._entering else shown).setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing the register.

    def refresh(self) -> None:
        """Read the register again, keeping the chosen person."""
        self._numbers = kinship_store.IDENTIFIERS.listing(self._review)
        self._known = _known(self._review)
        register_now = people.listing(self._review)
        self.form.offer_agencies([(each.id, each.name) for each in agencies.listing(self._review)])
        self.model.show(register_now, _also_found_by(self._review, register_now, self._numbers))
        total = len(self.model.everyone)
        covered = sum(bool(person.pseudonym) for person in self.model.everyone)
        self.said.emit(_how_many(total, covered) if total else "")
        if self._entering:
            return  # someone new is being typed in, and stays in the form
        if not total:
            self._show_nobody()
            self._stack.setCurrentWidget(self.empty)
            return
        self._stack.setCurrentWidget(self.splitter)
        self._stay_with(self._wanted_now())
        self._instead = self.form.person.id

    def _wanted_now(self) -> int:
        """Who is shown; or who was, and is back in the register, as by an undo, before anybody else was chosen."""
        there, shown = {person.id for person in self.model.everyone}, self.form.person.id
        if shown and shown not in there:
            self._gone = shown
        elif shown != self._instead:
            self._gone = 0
        return self._gone if self._gone in there else shown

    def _stay_with(self, person_id: int) -> None:
        """Keep showing a person, also where the search leaves them out; the first one when they are gone."""
        row = self.model.row_of(person_id)
        person = next((each for each in self.model.everyone if each.id == person_id), None)
        if row < 0 and person:
            self._show(person)
        else:
            self._choose(max(0, row))

    def _choose(self, row: int) -> None:
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self._show(self.model.person(row))

    def _show(self, person: Person) -> None:
        if self._entering:
            self._keep_typed()
        self._entering = False
        another = person.id != self.form.person.id
        if another:
            self._keep_unread()
        self.form.show_person(person)
        if another:
            self.form.give_back_dates(self._context.drafts.of(_of(person)))
        self._say_warnings()  # last, for what stands in the form is looked at as well
        self.identifiers.show_of(person, self._numbers)

    def _show_nobody(self) -> None:
        self.form.show_person(NOBODY)
        self.form.warn([])

    def _keep_unread(self) -> None:
        """Keep a date that is not understood for when its person is shown again; one put right is kept no more."""
        if self.form.person.id:
            self._context.drafts.keep(_of(self.form.person), self.form.unread_dates())

    def _keep_typed(self) -> None:
        """Save what is typed; of somebody new who has no name yet, keep the words for when they are gone on with."""
        self.form.commit()
        if self._entering and not self.form.waiting:
            self._context.drafts.keep(_BEGUN, self.form.begun())
        self._keep_unread()

    def _warnings(self, person: Person) -> list[str]:
        everyone = self.model.everyone
        clashes = register.clashes(person, everyone)
        thought_of = checks(person.pseudonym, person, replace(self._known, people=everyone))
        return [
            *clashes,
            *(each.words for each in thought_of if not (each.prompt or (clashes and each.code in _CLASHING))),
            *kin_checks.of_person(person),
            *(each.words for each in within.contradictions(person, today())),
            *dict.fromkeys(each.words for each in known_lives.about(self._review, person)),
            *kin_checks.of_numbers(person.id, self._numbers, everyone, lambda other: other.real_name),
            *self.form.not_understood(),
        ]

    def _cover(self) -> None:
        """In panel view the register shows who stands for whom to nobody: no real name, and no form of one."""
        on = self._context.panel.on
        if on:
            self.form.commit()
            self.search.clear()
        self._revealed.stop()
        self.empty.offer(on=not on)
        self.reveal.setVisible(on)
        for each in (self.search, self.add, self.bring_in, self._side):  # in the head stand those of what is shown
            each.setVisible(not on and (each not in self.buttons or not self.isHidden()))
        for column in (_REAL_NAME, _FORMS):
            self.table.setColumnHidden(column, on)
        self.model.cover(on=on)
        self.refresh()

    def ask_to_reveal(self) -> None:
        """In panel view, and only when it is meant: show the real names in the table for one minute."""
        question = Question(
            self.tr("Show real names in the register?"),
            self.tr(
                "Everyone who sees this screen will see them. They are covered again after one minute, when you"
                " leave the register, or with F6. All other pages stay covered."
            ),
            self.tr("Show real names"),
            self.tr("Keep them covered"),
            danger=True,
        )
        if self._context.panel.on and ask(question, self):
            self.reveal.hide()
            self.table.setColumnHidden(_REAL_NAME, False)
            self.model.cover(on=False)
            self._revealed.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What was shown for a minute is covered as soon as the register is left."""
        super().hideEvent(event)
        if self._revealed.isActive():
            self._cover()

    def _on_change(self, change: Change) -> None:
        if change.tables & _SHOWN_IN:
            self.refresh()

    # Changing it.

    def begin_person(self) -> None:
        """Ctrl+N: an empty form, with the keyboard in it; not in panel view, which shows no real name."""
        if self._context.panel.on:
            return
        self.form.commit()
        self._stack.setCurrentWidget(self.splitter)
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())
        self._keep_typed()
        self._show_nobody()
        self.identifiers.show_of(NOBODY, ())
        self._entering = True
        begun = self._context.drafts.of(_BEGUN)
        if begun:
            self.form.give_back(begun)
            self.form.warn([self.tr("These words were kept when you left. They are not in the review yet.")])
        self.form.name.setFocus()

    def leave_form(self) -> None:
        """Go back to the list. Of somebody new, what is typed is kept, and comes back when they are gone on with."""
        if self._entering and not self.form.waiting:
            self._context.drafts.keep(_BEGUN, self.form.begun())
            self._entering = False
            self._show_nobody()  # left as it stands, it would be entered as the keyboard goes
            self.refresh()
        self.take_keyboard()

    def _save(self, person: Person) -> None:
        if person.id:
            self._write(partial(register.change_person, self._review, person), self._say_clashes)
        else:
            self._write(partial(register.add_person, self._review, person), self._added)

    def _say_clashes(self, _result: object) -> None:
        self._say_warnings()

    def _on_left(self) -> None:
        self._keep_unread()
        self._say_warnings()

    def _say_warnings(self) -> None:
        self.form.warn(self._warnings(self.form.person))

    def _added(self, person: Person) -> None:
        if not self._entering:
            return  # the chair has gone on to somebody else meanwhile
        self.form.take_in(person)
        self._entering = False
        self._context.drafts.forget(_BEGUN)
        self.refresh()

    def _ask_removal(self, person: Person) -> None:
        hanging = hangs_on(self._review, person.id)
        goes = self.tr("With them goes what hangs on them: {what}. ").format(what=", ".join(hanging)) if hanging else ""
        question = Question(
            self.tr("Remove this person from the register?"),
            goes + self.tr("Documents with pseudonyms will no longer cover their name. This can be undone."),
            self.tr("Remove"),
            self.tr("Keep"),
            danger=True,
        )
        if ask(question, self):
            self._write(partial(register.remove_person, self._review, person.id))

    def ask_for_register(self) -> None:
        """Choose a CSV file of people and enter those who are not there yet."""
        found = choose_files(self, self.tr("A register of people"), self.tr("CSV files (*.csv);;All files (*)"))
        if found:
            self._write(partial(_bring_in, self._review, found[0]), self._brought_in)

    def _brought_in(self, number: int) -> None:
        self._context.messages.show_done(
            self.tr("{number} people were entered.").format(number=number),
            self.tr("Undo"),
            self._context.actions["review.undo"].trigger,
        )

    def _write(self, work: Callable[[], T], done: Callable[[T], None] | None = None) -> None:
        self._context.jobs.run(at_once(work), self.tr("Saving"), done, owner=self)


def _of(person: Person) -> str:
    """Where the drafts keep what is typed for somebody and cannot be saved."""
    return f"person/{person.id}"


def _how_many(total: int, covered: int) -> str:
    everyone = _tr("1 person") if total == 1 else _tr("{total} people").format(total=total)
    return _tr("{everyone}, {covered} with a pseudonym.").format(everyone=everyone, covered=covered)


def _tr(words: str) -> str:
    return QCoreApplication.translate("RegisterView", words)


def _known(review: Review) -> Known:
    """What a pseudonym is held against beside the register; the chair's other reviews are read with the names."""
    members = [facts.get(review).chair, *(each.name for each in naming.PANEL.listing(review))]
    panel = tuple(dict.fromkeys(each for each in members if each))
    return Known((), panel, agencies.listing(review), naming.PLACES.listing(review))


def _also_found_by(review: Review, register_now: list[Person], numbers: list[Identifier]) -> dict[int, str]:
    """By whose identifiers and relations somebody is found; a number is found with and without its spaces."""
    found: dict[int, list[str]] = {person.id: [] for person in register_now}
    names = {person.id: person.real_name for person in register_now}
    for each in numbers:
        found[each.person_id] += [each.value, each.value.replace(" ", ""), each.note]
    for relation in kinship_store.RELATIONS.listing(review):
        for one in (relation.person_id, relation.other_id):
            tie = seen_from(relation, one)
            found[one].append(f"{tie.kind.value} {names[tie.other_id]}")
    return {key: " ".join(words).casefold() for key, words in found.items()}


def _bring_in(review: Review, path: Path) -> int:
    return register.add_registered(review, read_all(read_bytes(path)))
