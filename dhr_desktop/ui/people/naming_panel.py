"""How one name came to be: its steps, and the quick acts that add to them."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from dhr_desktop.domain.naming import NamingAct, NamingStep
from dhr_desktop.domain.naming_log import in_order, open_objections
from dhr_desktop.domain.phrases import capital
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.whole_words import WholeWords
from dhr_desktop.ui.common.widgets import button, dress_table, label, scrolled, separator, usable
from dhr_desktop.ui.people.naming_form import StepForm, place_of
from dhr_desktop.ui.people.naming_model import LogModel
from dhr_desktop.ui.people.naming_reading import NameRow, Names


class NamingPanel(QWidget):
    """`wanted` brings a step to record or to correct, `taking_out` one to take out again.

    `place_wanted` brings a place to change, `place_unwanted` one to have uncovered again;
    `short_names_wanted` brings an agency.
    """

    wanted = Signal(object)
    taking_out = Signal(int)
    place_wanted = Signal(object)
    place_unwanted = Signal(object)
    short_names_wanted = Signal(object)

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self._context = context
        self.row: NameRow | None = None
        self._names: Names | None = None
        self.form: StepForm | None = None
        self.title = label("", "heading", wrap=True)
        self.under = label("", "hint", wrap=True)
        self.checks = label("", wrap=True)
        self.none_yet = label(
            self.tr("It is not recorded yet how this name came to be. Begin with what happened first."),
            "hint",
            wrap=True,
        )
        self.begun = label("", "hint", wrap=True)
        self.begun.hide()
        self.log = LogModel(self)
        self.table = QTableView()
        self.place = button(self.tr("Change this &place…"), "", self._ask_place)
        self.short_names = button(self.tr("Its short &names…"), "", self._ask_short_names)
        self.unplace = button(self.tr("Remove this place…"), "quiet", self._remove_place)
        self.edit = button(self.tr("Ed&it this step"), "quiet", self.correct)
        self.remove = button(self.tr("Take this step ou&t"), "quiet", self._take_out)
        self.acts = {act: button(words, "", partial(self.begin, act)) for act, words in self._act_words().items()}
        self._build()

    def _act_words(self) -> dict[NamingAct, str]:
        return {
            NamingAct.OFFERED: self.tr("&Offered…"),
            NamingAct.PROPOSED: self.tr("Proposed…"),
            NamingAct.CHOSEN: self.tr("&Chosen…"),
            NamingAct.DECLINED: self.tr("&Declined…"),
            NamingAct.ASSIGNED: self.tr("&Assigned…"),
            NamingAct.OBJECTED: self.tr("Ob&jection…"),
            NamingAct.ANSWERED: self.tr("Ans&wered…"),
            NamingAct.AGREED: self.tr("Agreed…"),
            NamingAct.NOT_REACHED: self.tr("Not reached…"),
        }

    def _build(self) -> None:
        self.table.setModel(self.log)
        dress_table(self.table, self.tr("Steps towards the name"))
        self.table.setItemDelegateForColumn(1, WholeWords(self.table))
        self.table.setWordWrap(True)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setMinimumHeight(120)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(WIDE, MEDIUM, WIDE, MEDIUM)
        self._column.setSpacing(SMALL)
        for widget in (self.title, self.under):
            self._column.addWidget(widget)
        self._column.addLayout(_beside(self.place, self.short_names, self.unplace))
        for widget in (self.checks, self.none_yet, self.begun):
            self._column.addWidget(widget)
        self._column.addWidget(self.table, 1)
        self._column.addStretch()
        self._scrolled = scrolled(inner)
        self._acts = self._made_acts()
        self._foot = QVBoxLayout()
        """Where the acts, or the buttons of a form, stand below what scrolls: always seen, and always in one place."""
        self._foot.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        self._foot.addWidget(self._acts)
        self._line = separator()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scrolled, 1)
        outer.addWidget(self._line)
        outer.addLayout(self._foot)
        for each in (self._scrolled, self._line, self._acts):  # until there is a name to show the way to
            each.setVisible(False)
        self.table.selectionModel().currentRowChanged.connect(self._on_step)
        self.table.activated.connect(self.correct)

    def _made_acts(self) -> QWidget:
        acts, flowing = QWidget(), QWidget()
        flow = FlowLayout(SMALL, SMALL, flowing)
        for each in self.acts.values():
            flow.addWidget(each)
        column = QVBoxLayout(acts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(_beside(self.edit, self.remove))
        column.addWidget(flowing)
        return acts

    def show_row(self, row: NameRow | None, names: Names) -> None:
        """Show the way to one name; a step that is being typed towards the same one stays."""
        same = self.row is not None and row is not None and self.row.key == row.key
        if not same:
            self._put_away()
        self.row, self._names = row, names
        for each in (self._scrolled, self._line):
            each.setVisible(row is not None)
        self._acts.setVisible(row is not None and self.form is None)
        if row is None:
            return
        chosen = self._step()
        self.title.setText(row.real_name)
        stands = row.stands_as if row.stands_as != row.real_name else self.tr("its own name")
        self.under.setText(self.tr("{about}. In the report: {stands}").format(about=capital(row.about), stands=stands))
        self.checks.setText("\n".join(each.words for each in row.checks))
        self.checks.setVisible(bool(row.checks) and self.form is None)
        self.log.names = {person.id: person.real_name for person in names.people}
        self.log.put(in_order(row.steps))
        at = next((at for at, each in enumerate(self.log.rows) if chosen and each.id == chosen.id), -1)
        self.table.setCurrentIndex(self.log.index(at, 0) if at >= 0 else QModelIndex())
        self._follow(row)
        self.table.setVisible(bool(row.steps))
        self.none_yet.setVisible(not row.steps and self.form is None)
        nothing_open = self.tr("Nobody's objection to this name is open.")
        usable(self.acts[NamingAct.ANSWERED], "" if open_objections(row.steps) else nothing_open)
        for offered in (self.place, self.unplace):
            offered.setVisible(row.subject == "place")
        self.short_names.setVisible(row.subject == "agency")
        self._say_begun()
        self._on_step()

    def _follow(self, row: NameRow) -> None:
        """What is being corrected is as the log now has it; where it was taken out, there is nothing to correct."""
        if self.form is None or self.form.correcting is None:
            return
        now = next((each for each in row.steps if each.id == self.form.correcting.id), None)
        if now is None:
            self.form.form.rest()
            self._put_away()
        else:
            self.form.follow(now)

    def begin(self, act: NamingAct) -> None:
        """A form for a step of this kind, with the keyboard in it."""
        self._open(act, None)

    def correct(self) -> None:
        """A form for the chosen step as it stands in the log."""
        step = self._step()
        if step is not None:
            self._open(step.act, step)

    def _open(self, act: NamingAct, correcting: NamingStep | None) -> None:
        if self.row is None or self._names is None:
            return
        self._put_away()
        self.form = StepForm(self._context, act, self.row, self._names.known, correcting)
        self.form.wanted.connect(self.wanted)
        self.form.left.connect(self._leave)
        self._column.insertWidget(self._column.count() - 1, self.form)
        self._foot.addWidget(self.form.bar)
        self.form.asks.connect(self._scrolled.ensureWidgetVisible)
        self.form.show()  # at once, for what is not shown yet cannot have the keyboard
        self.form.bar.show()
        QWidget.setTabOrder(self.form.why_kept, self.form.record)
        QWidget.setTabOrder(self.form.record, self.form.give_up)
        self.table.setMaximumHeight(140)
        self._acts.hide()
        self._on_step()
        self.none_yet.hide()
        self.begun.hide()
        self.checks.hide()  # what is to be thought of a name is said beside the one that is typed
        self.form.take_keyboard()

    def recorded(self) -> None:
        """The step is in the review: its form is done with."""
        if self.form is not None:
            self.form.forget()
        self._leave()

    def _leave(self) -> None:
        form = self.form
        self._put_away()
        if form is not None:
            (self.table if form.correcting else self.acts[form.act]).setFocus()

    def _put_away(self) -> None:
        if self.form is not None:
            self.form.form.keep()
            for widget, layout in ((self.form, self._column), (self.form.bar, self._foot)):
                widget.hide()
                layout.removeWidget(widget)
                widget.deleteLater()
            self.form = None
        self.table.setMaximumHeight(16_777_215)
        self._acts.setVisible(self.row is not None)
        self.checks.setVisible(bool(self.checks.text()))
        self.none_yet.setVisible(self.row is not None and not self.row.steps)
        self._say_begun()
        self._on_step()

    def _say_begun(self) -> None:
        """Where a step was begun and not recorded, as before the lock, say that it is kept, and where."""
        row, drafts = self.row, self._context.drafts
        kept = [act for act in self.acts if row and self.form is None and drafts.of(place_of(row, act))]
        acts = ", ".join(f"“{self.acts[act].text().replace('&', '').rstrip('…')}”" for act in kept)
        words = self.tr("Begun here and not recorded yet: {acts}. The button of that name goes on with it.")
        self.begun.setText(words.format(acts=acts))
        self.begun.setVisible(bool(kept))

    def _on_step(self) -> None:
        none = self.tr("No step is recorded yet.") if not self.log.rows else self.tr("Choose a step above first.")
        for each in (self.edit, self.remove):
            usable(each, none if self._step() is None else "")

    def _step(self) -> NamingStep | None:
        """The chosen step of the log."""
        at = self.table.currentIndex().row()
        return self.log.rows[at] if 0 <= at < len(self.log.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the form of a step from wherever in it the keyboard is, its buttons as well."""
        if event.key() == Qt.Key.Key_Escape and self.form is not None:
            self.form.put_away()
        else:
            super().keyPressEvent(event)

    def _take_out(self) -> None:
        step = self._step()
        if step is not None:
            self.taking_out.emit(step.id)

    def _remove_place(self) -> None:
        if self.row is not None:
            self.place_unwanted.emit(self.row)

    def _ask_place(self) -> None:
        if self.row is not None:
            self.place_wanted.emit(self.row.named)

    def _ask_short_names(self) -> None:
        if self.row is not None:
            self.short_names_wanted.emit(self.row.named)


def _beside(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SMALL)
    for each in widgets:
        line.addWidget(each)
    line.addStretch(1)
    return line
