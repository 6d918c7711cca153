"""The family picture on the left; on the right what ties the chosen person to the others."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.labels import Naming
from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.family import register
from dhr_desktop.store import facts, kinship
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.kept_words import kept_until_written
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, button, label, scrolled
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.people.family_canvas import FamilyCanvas
from dhr_desktop.ui.people.family_laying import FamilyLaying, Ordered
from dhr_desktop.ui.people.family_saving import FamilySaver
from dhr_desktop.ui.people.sexes_dialog import SexesDialog
from dhr_desktop.ui.people.ties_list import TiesList
from dhr_desktop.ui.people.view import View

_SHOWN_IN = frozenset({"person", "name_form", "relation", "household", "household_member", "pregnancy", "review"})

_SEXES = "sexes"
"""Where what is said of several people is kept until it is written."""


class FamilyView(View):
    """Reads the family off the screen's thread, and draws it anew when anything of it has changed."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._asked, self._stale = 0, True
        self.family, self._died_on = Family(), ""
        self._ordered = Ordered()
        """What the picture shows, which is of the family as it was until its new order is found."""
        self._laying = FamilyLaying(context.jobs, self)
        self.canvas = FamilyCanvas(Inks(context.theme, self))
        self.who = ChoiceBox()
        self.ties = TiesList(context)
        self.pseudonyms = QCheckBox(self.tr("As pseudonyms"))
        self._saver = FamilySaver(context, self)  # held: Qt does not keep what a signal leads to
        self.save = button(self.tr("&Save the picture…"), "", self._saver.ask)
        self.sexes = button(self.tr("Se&x of several people…"), "quiet", self.ask_sexes)
        self.nothing = label("", "hint", wrap=True)
        self.lists_people = [self.canvas]
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self.context.theme
        self.put_in_head(self.save)
        bar = QHBoxLayout()
        bar.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        bar.setSpacing(SMALL)
        bar.addWidget(self.pseudonyms)
        bar.addWidget(self.sexes)
        bar.addStretch(1)
        for sign, words, factor in (("-", self.tr("Smaller picture"), 0.8), ("+", self.tr("Larger picture"), 1.25)):
            made = button(sign, "quiet", partial(self.canvas.zoom, factor))
            made.setAccessibleName(words)
            made.setToolTip(words)
            bar.addWidget(made)
        bar.addWidget(button(self.tr("Show it all"), "quiet", self.canvas.fit))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMargin(WIDE)
        self.drawing = QStackedWidget()
        self.drawing.addWidget(self.canvas)
        self.drawing.addWidget(self.nothing)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.drawing, 1)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(WIDE, SMALL, WIDE, WIDE)
        side.setSpacing(SMALL)
        name = label(self.tr("&Person"), "label")
        name.setBuddy(self.who)
        self.who.setAccessibleName(self.tr("Person whose relations are shown"))
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for each in (name, self.who, self.ties):
            side.addWidget(each)
        side.addStretch(1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(left)
        shown = scrolled(right)
        shown.setMinimumWidth(theme.scaled(320))
        across.addWidget(shown)
        across.setStretchFactor(0, 1)
        across.setChildrenCollapsible(False)
        across.setSizes([theme.scaled(780), theme.scaled(360)])
        self.empty = EmptyState(
            theme,
            "people",
            self.tr("No one has been entered yet"),
            self.tr("Enter the people in the register first. Then say here how they belong together."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(across)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def _connect(self) -> None:
        self.who.activated.connect(lambda: self.canvas.choose(int(self.who.currentData() or 0)))
        self.canvas.chosen_changed.connect(self._show_chosen)
        self.canvas.opened.connect(self.ties.ties.take_keyboard)
        self.pseudonyms.toggled.connect(self._draw)
        self._laying.made.connect(self._put)
        self.context.panel.changed.connect(self._cover)
        self.context.notices.changed.connect(self._on_change)
        self._cover()

    def take_keyboard(self) -> None:
        """Have the keyboard in the picture, or where the first person is chosen."""
        drawn = self.drawing.currentWidget() is self.canvas
        (self.canvas if drawn else self.who).setFocus(Qt.FocusReason.OtherFocusReason)

    def person_at_hand(self) -> int:
        """Who is chosen."""
        return max(self.canvas.chosen, 0)

    def place(self) -> str:
        """Who is chosen in the picture."""
        return str(self.canvas.chosen or "")

    def go_back_to(self, place: str) -> None:
        """Have them chosen again."""
        self.canvas.choose(int(place))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what has changed since it was last seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What is not seen is not drawn; it is when the view is seen again."""
        super().hideEvent(event)
        self._stale |= self._laying.stop()

    def refresh(self) -> None:
        """Read the family again; what is being laid out is of the family as it was."""
        self._laying.stop()
        self._asked, self._stale = self._asked + 1, False
        asked, review = self._asked, self.context.review

        def work(progress: Progress) -> tuple[int, Family, str]:
            del progress
            return asked, kinship.family(review), facts.get(review).died_on

        self.context.jobs.read(work, self.tr("Reading the family"), self._read, owner=self)

    def _read(self, found: tuple[int, Family, str]) -> None:
        asked, family, died_on = found
        if asked != self._asked:
            return
        self.family, self._died_on = family, died_on
        self.stack.setCurrentIndex(0 if family.people else 1)
        if self.canvas.chosen not in {each.id for each in family.people} | family.unborn.keys():
            victims = [each.id for each in family.people if each.role is Role.VICTIM]
            self.canvas.chosen = next(iter(victims or [each.id for each in family.people]), 0)
        self._offer_sexes()
        number = len(family.by_id) - len(family.unborn)
        self.said.emit(self.tr("{number} people in the picture.").format(number=number) if number else "")
        self._show_chosen()
        self._laying.order(family)

    def _put(self, found: Ordered) -> None:
        self._ordered = found
        self._draw()

    def _draw(self) -> None:
        naming, found = self._naming(), self._ordered
        called = self.context.panel.household
        households = [replace(each, name=called(each.name)) for each in found.family.households]
        family = replace(found.family, households=households)
        made = None if found.circle else self.canvas.laid_out(family, naming, found.rows)
        if made is None:
            names = {each.id: naming.name(each) for each in family.people}
            way = self.tr(", who is above ").join(names[each] for each in (*found.circle, found.circle[0]))
            self.nothing.setText(
                self.tr("This cannot be drawn, for somebody is their own ancestor: {way}.").format(way=way)
            )
        elif not made.cells:
            what_to_do = self.tr("Choose a person at the right, and add their first relation.")
            nobody = self.tr("Nobody is related to anybody yet.")
            self.nothing.setText(nobody if self.context.panel.on else f"{nobody} {what_to_do}")
            made = None
        if made is not None:
            self.canvas.show_family(family, made, naming)
        self.save.setEnabled(made is not None)
        self.drawing.setCurrentWidget(self.canvas if made is not None else self.nothing)
        self._show_chosen()

    def _offer_sexes(self) -> None:
        """Offered while it is not said of somebody; not in panel view, where nothing is written."""
        self.sexes.setVisible(bool(self._unsaid()) and not self.context.panel.on)

    def _unsaid(self) -> list[Person]:
        """Those who may come into the picture, whoever is in it first; professionals do not come into it."""
        drawn = self.family.by_id
        found = [each for each in self.family.people if each.sex is Sex.NOT_SAID]
        return [
            *(each for each in found if each.id in drawn),
            *(each for each in found if each.id not in drawn and each.role is not Role.PROFESSIONAL),
        ]

    def ask_sexes(self) -> None:
        """Ask the sex of all of whom it is not said, and note it as one step."""
        unsaid = self._unsaid()
        if not unsaid or self.context.panel.refuses(self.context.messages):
            return
        dialog, drafts = SexesDialog(unsaid, self), self.context.drafts
        kept_until_written(dialog, drafts, _SEXES)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if not dialog.sexes:
            drafts.forget(_SEXES)
            return
        take = drafts.taken_in_by(_SEXES, partial(register.take_sexes, self.context.review, dialog.sexes))
        self.context.jobs.run(at_once(take), self.tr("Saving"), self._say_taken, owner=self)

    def _say_taken(self, number: int) -> None:
        one, many = self.tr("The sex of {n} person was noted."), self.tr("The sex of {n} people was noted.")
        words = counted(number, one, many)
        self.context.messages.show_done(words, self.tr("Undo"), self.context.actions["review.undo"].trigger)

    def _naming(self) -> Naming:
        on = parse(self._died_on).earliest if self._died_on else None
        if self.context.panel.on:
            return Naming(self.context.panel.person, years=False, on=on)
        if self.pseudonyms.isChecked():
            return Naming(lambda person: person.stands_as, years=False, on=on)
        return Naming(lambda person: person.real_name, on=on)

    def _show_chosen(self) -> None:
        self.who.clear()
        for each in self.family.people:
            self.who.addItem(self._called(each), each.id)
        person_id = self.family.whose(self.canvas.chosen)
        self.who.setCurrentIndex(self.who.findData(person_id))
        self.ties.setVisible(self.who.currentIndex() >= 0)
        self.ties.show_of(self.family, person_id)

    def _called(self, person: Person) -> str:
        return self.context.panel.person(person)

    def _cover(self) -> None:
        """Panel view shows what stands for names, whatever was chosen."""
        self.pseudonyms.setVisible(not self.context.panel.on)
        self._offer_sexes()
        if self._ordered.family.people:
            self._draw()
        self._show_chosen()

    def _on_change(self, change: Change) -> None:
        if change.tables & _SHOWN_IN:
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True
