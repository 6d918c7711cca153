"""Asks the sex of several people at once: what the register's words show stands there, one key says it of the rest."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from dhr_desktop.domain.people import Person, Sex
from dhr_desktop.family.sex_shown import sex_shown
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, dress_table, label

_KEYS = {Qt.Key.Key_F: Sex.FEMALE, Qt.Key.Key_M: Sex.MALE, Qt.Key.Key_A: Sex.ANOTHER}
_NONE = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_HIGH, _WIDE = 300, 620


class _Rows(TextTable):
    """Each person, who they are, and what their sex will be."""

    changed = Signal()

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__()
        self.put(people)
        self.shown = {each.id: found for each in people if (found := sex_shown(each))}
        self.sexes = {key: sex for key, (sex, _word) in self.shown.items()}

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self.tr("Name"), self.tr("Who they are"), self.tr("Sex")

    def cells(self, row: Person) -> tuple[str, ...]:
        """What is known, and why a sex is proposed."""
        sex, shown = self.sexes.get(row.id), self.shown.get(row.id)
        words = sex.value if sex else self.tr("not said")
        if sex and shown and shown[0] is sex:
            words = self.tr("{sex}: “{word}” says so").format(sex=sex.value, word=shown[1])
        return row.real_name, row.relationship or row.role.value, words

    def say(self, rows: Sequence[int], sex: Sex | None) -> None:
        """Have the people of these rows be of a sex; None leaves it unsaid."""
        for at in rows:
            person_id = self.rows[at].id
            if sex is None:
                self.sexes.pop(person_id, None)
            else:
                self.sexes[person_id] = sex
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 2))
        self.changed.emit()

    def as_kept(self) -> str:
        """What was said of each, in words for the drafts."""
        return ",".join(f"{person_id}={sex.name}" for person_id, sex in sorted(self.sexes.items()))

    def go_on_with(self, words: str) -> None:
        """Say again what was said of those of whom it is still asked."""
        said = dict(each.split("=") for each in words.split(",") if each)
        for at, person in enumerate(self.rows):
            name = said.get(str(person.id))
            self.say([at], Sex[name] if name else None)


class _Table(QTableView):
    """A letter says the sex of all who are chosen."""

    said = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """F, M and A say it, Delete leaves it unsaid."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier or key not in _KEYS.keys() | _NONE:
            super().keyPressEvent(event)
        else:
            self.said.emit(_KEYS.get(key))


class SexesDialog(QDialog):
    """Everyone whose sex is not said; `sexes` is what was said of them, by their ids."""

    def __init__(self, people: Sequence[Person], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Sex of several people")
        self.setWindowTitle(title)
        self.model = _Rows(people)
        self.model.setParent(self)
        self.table = _Table()
        self.table.setModel(self.model)
        dress_table(self.table, title)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setWordWrap(False)
        self.table.setMinimumHeight(_HIGH)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.said.connect(self.say)
        words = self.tr(
            "It decides the symbol in the family picture. Choose one or several people, then press F for female, M for"
            " male, A for another, or Delete to leave it unsaid. What the register’s words show stands there already."
        )
        acts = QHBoxLayout()
        acts.setSpacing(SMALL)
        for text, sex in (
            (self.tr("&Female"), Sex.FEMALE),
            (self.tr("&Male"), Sex.MALE),
            (self.tr("&Another"), Sex.ANOTHER),
            (self.tr("&Not said"), None),
        ):
            acts.addWidget(button(text, "", partial(self.say, sex)))
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(title, "heading"))
        column.addWidget(label(words, wrap=True))
        column.addWidget(self.table)
        column.addLayout(acts)
        column.addWidget(button_box(self, self.tr("Save"), self.tr("Cancel")))
        self.setMinimumWidth(_WIDE)
        first = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(0, 0), first)
        self.table.setFocus()

    @property
    def sexes(self) -> dict[int, Sex]:
        """What was said of each."""
        return dict(self.model.sexes)

    def say(self, sex: Sex | None) -> None:
        """Say the sex of all who are chosen."""
        self.model.say([each.row() for each in self.table.selectionModel().selectedRows()], sex)
