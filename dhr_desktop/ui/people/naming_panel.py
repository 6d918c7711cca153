"""How one name came to be: its steps, and the quick acts that add to them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from dhr_desktop.domain.naming import NamingAct
from dhr_desktop.domain.naming_log import in_order, open_objections
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, dress_table, label, scrolled
from dhr_desktop.ui.people.naming_form import StepForm
from dhr_desktop.ui.people.naming_model import LogModel
from dhr_desktop.ui.people.naming_reading import NameRow, Names


class NamingPanel(QWidget):
    """`wanted` brings a step to record, `taking_out` one to take out again, `place_wanted` a place to change."""

    wanted = Signal(object)
    taking_out = Signal(int)
    place_wanted = Signal(object)

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self._context = context
        self.row: NameRow | None = None
        self._names: Names | None = None
        self.form: StepForm | None = None
        self.title = label("", "heading", wrap=True)
        self.under = label("", "hint", wrap=True)
        self.checks = label("", wrap=True)
        self.log = LogModel(self)
        self.table = QTableView()
        self.place = button(self.tr("Change this &place…"), "", self._ask_place)
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
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setMinimumHeight(120)
        acts = QWidget()
        flow = FlowLayout(SMALL, SMALL, acts)
        for each in self.acts.values():
            flow.addWidget(each)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(WIDE, MEDIUM, WIDE, MEDIUM)
        self._column.setSpacing(SMALL)
        for widget in (self.title, self.under, self.checks):
            self._column.addWidget(widget)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.place, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(acts)
        self._column.addStretch()
        self._acts = acts
        self._scrolled = scrolled(inner)
        self._foot = QVBoxLayout()
        """Where the buttons of a form stand, below what scrolls: however much there is to think of, they are seen."""
        self._foot.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scrolled, 1)
        self._scrolled.setVisible(False)  # until there is a name to show the way to
        outer.addLayout(self._foot)
        self.table.selectionModel().currentRowChanged.connect(self._on_step)

    def show_row(self, row: NameRow | None, names: Names) -> None:
        """Show the way to one name; a step that is being typed towards the same one stays."""
        same = self.row is not None and row is not None and self.row.key == row.key
        if not same:
            self._put_away()
        self.row, self._names = row, names
        self.setEnabled(row is not None)
        self._scrolled.setVisible(row is not None)
        if row is None:
            return
        self.title.setText(row.real_name)
        stands = row.stands_as if row.stands_as != row.real_name else self.tr("its own name")
        self.under.setText(self.tr("{about}. In the report: {stands}").format(about=_capital(row.about), stands=stands))
        self.checks.setText("\n".join(each.words for each in row.checks))
        self.checks.setVisible(bool(row.checks) and self.form is None)
        self.log.names = {person.id: person.real_name for person in names.people}
        self.log.put(in_order(row.steps))
        self.table.setVisible(bool(row.steps))
        self.acts[NamingAct.ANSWERED].setEnabled(bool(open_objections(row.steps)))
        self.place.setVisible(row.subject == "place")
        self._on_step()

    def begin(self, act: NamingAct) -> None:
        """A form for a step of this kind, with the keyboard in it."""
        if self.row is None or self._names is None:
            return
        self._put_away()
        self.form = StepForm(self._context, act, self.row, self._names.known)
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
        self.checks.hide()  # what is to be thought of a name is said beside the one that is typed
        self.form.take_keyboard()

    def recorded(self) -> None:
        """The step is in the review: its form is done with."""
        if self.form is not None:
            self.form.forget()
        self._leave()

    def _leave(self) -> None:
        act = self.form.act if self.form else None
        self._put_away()
        if act is not None:
            self.acts[act].setFocus()

    def _put_away(self) -> None:
        if self.form is not None:
            self.form.form.keep()
            for widget, layout in ((self.form, self._column), (self.form.bar, self._foot)):
                widget.hide()
                layout.removeWidget(widget)
                widget.deleteLater()
            self.form = None
        self.table.setMaximumHeight(16_777_215)
        self._acts.show()
        self.checks.setVisible(bool(self.checks.text()))

    def _on_step(self) -> None:
        self.remove.setVisible(self.table.currentIndex().isValid() and self.table.isVisibleTo(self))

    def _take_out(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.taking_out.emit(self.log.rows[index.row()].id)

    def _ask_place(self) -> None:
        if self.row is not None:
            self.place_wanted.emit(self.row.named)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
