"""The first step for a file: whose it is, who sent it and when; its password, and whether it is a revised version."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.date_field import DateField
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL
from dhr_desktop.ui.common.widgets import READING_WIDTH, Card, button, label, link_button, scrolled
from dhr_desktop.ui.importing.batch import FileItem

_EXACT = len("2016-03-15")
_KILO, _MEGA = 1024, 1024 * 1024


class FileStep(QWidget):
    """Shows what a file is; `changed` tells that its agency, sender or day was changed."""

    changed = Signal()
    named = Signal()
    """The agency's name is complete."""
    opened = Signal(str)
    """A password was typed."""
    compare = Signal()
    """The file is to be compared with the one that it revises."""
    read_afresh = Signal()
    """The file is not to be read as the agency's last one was."""
    read_again = Signal()
    """The file is to be read from the disk again."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: FileItem | None = None
        self.facts = label("", "hint", wrap=True)
        self.agency = ChoiceBox()
        self.agency.setEditable(True)
        self.agency.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if line := self.agency.lineEdit():
            line.setPlaceholderText(self.tr("Whose is it? Choose or type the agency's name"))
        self.suggested = link_button("", self._take_suggestion)
        self.sent_by = QLineEdit()
        self.sent_by.setPlaceholderText(self.tr("a name or an office, if you wish to keep it"))
        self.received = DateField(self.tr("Received on"))
        self.received.keep_room()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.refused = label("", "hint", wrap=True)
        self.asked = Card()
        self.failed = Card()
        self.why = label("", wrap=True)
        self.again = button(self.tr("Read it &again"), "", self.read_again.emit)
        self.revised = Card()
        self.as_revision = QRadioButton(self.tr("It is the &revised version: keep my work, and show what has changed"))
        self.as_new = QRadioButton(self.tr("It is a &new submission: import all of its rows"))
        self.shows = button(self.tr("&Compare the two versions…"), "primary", self.compare.emit)
        self.as_before = QWidget()
        self._build(context)
        self._connect()

    def _build(self, context: ReviewContext) -> None:
        middle = QWidget()
        middle.setMaximumWidth(context.theme.scaled(READING_WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, MEDIUM, 0, MEDIUM)
        column.setSpacing(LARGE)
        column.addWidget(self.facts)
        self._ask_password()
        self._offer_revision()
        form = QFormLayout()
        form.setSpacing(SMALL)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for words, widget in (
            (self.tr("&Agency"), self.agency),
            (self.tr("Receive&d on"), self.received),
            (self.tr("&Sent by"), self.sent_by),
        ):
            name = label(words)
            name.setBuddy(widget)
            form.addRow(name, widget)
            if widget is self.agency:
                line = QHBoxLayout()
                line.addWidget(self.suggested)
                line.addStretch(1)
                form.addRow("", line)
        self._form = QWidget()
        self._form.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        again = QHBoxLayout(self.as_before)
        again.setContentsMargins(0, 0, 0, 0)
        again.addWidget(label(self.tr("Its columns are read as you had them read last time."), "hint", wrap=True), 1)
        again.addWidget(button(self.tr("Read the&m afresh"), "quiet", self.read_afresh.emit))
        for each in (self.asked, self.failed, self.revised, self._form, self.as_before):
            column.addWidget(each)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(middle, 1)
        across.addStretch(0)
        outer.addWidget(scrolled(holder, self))

    def _ask_password(self) -> None:
        self.asked.column.setSpacing(SMALL)
        words = label(self.tr("Pass&word of the file"), "label")
        words.setBuddy(self.password)
        self.asked.column.addWidget(words)
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self.password, 1)
        line.addWidget(button(self.tr("&Open"), "primary", self._open))
        self.asked.column.addLayout(line)
        self.asked.column.addWidget(self.refused)
        self.failed.column.setSpacing(SMALL)
        self.failed.column.addWidget(self.why)
        self.failed.column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def _offer_revision(self) -> None:
        self.revised.column.setSpacing(SMALL)
        self.likeness = label("", wrap=True)
        self.revised.column.addWidget(self.likeness)
        for each in (self.as_revision, self.as_new):
            self.revised.column.addWidget(each)
        self.revised.column.addWidget(self.shows, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.agency.editTextChanged.connect(self._name_agency)
        self.agency.activated.connect(self.named)
        if line := self.agency.lineEdit():
            line.editingFinished.connect(self.named)
        self.sent_by.textChanged.connect(self._name_sender)
        self.received.line.textChanged.connect(self._set_day)
        self.password.returnPressed.connect(self._open)
        self.as_new.toggled.connect(self._take_as_new)

    def show_item(self, item: FileItem, agencies: list[str]) -> None:
        """Show one file of the batch."""
        self._item = item
        with QSignalBlocker(self.agency), QSignalBlocker(self.sent_by), QSignalBlocker(self.received.line):
            self.agency.clear()
            self.agency.addItems(agencies)
            self.agency.setEditText(item.agency)
            self.sent_by.setText(item.sender)
            self.received.line.setText(in_british_words(parse(item.received)) if item.received else "")
            self.received.say()
        self.password.clear()
        self._tell(item)

    def _tell(self, item: FileItem) -> None:
        kind = item.path.suffix.lstrip(".").upper() or self.tr("file")
        parts = [self.tr("{kind} file, {size}").format(kind=kind, size=_size(len(item.arrival.data)))]
        if item.arrival.came_in:
            parts.append(self.tr("from “{place}”").format(place=item.arrival.came_in))
        self.facts.setText(", ".join(parts) + ".")
        self.facts.setVisible(bool(item.arrival.data))
        self.asked.setVisible(item.needs_password)
        self.refused.setText(f"{item.error.what} {item.error.next_step}" if item.error and item.needs_password else "")
        failed = item.error if not item.needs_password else None
        self.failed.setVisible(failed is not None)
        self.why.setText(f"{failed.what} {failed.next_step}" if failed else "")
        self.again.setVisible(item.arrival.path is not None)
        self._suggest(item)
        self._form.setVisible(item.reading is not None)
        self._form.setEnabled(item.reading is not None)
        self.as_before.setVisible(item.remembered)
        self.revised.setVisible(bool(item.revises or item.follows))
        if item.revises or item.follows:
            self.likeness.setText(self._like_what(item))
            with QSignalBlocker(self.as_new), QSignalBlocker(self.as_revision):
                self.as_revision.setChecked(not item.as_new)
                self.as_new.setChecked(item.as_new)
            self.shows.setVisible(bool(item.revises) and not item.as_new)

    def _like_what(self, item: FileItem) -> str:
        if item.revises:
            words = self.tr("Most of its rows are in “{file}”, which you have imported already.")
            return words.format(file=item.revises[0].file_name)
        words = self.tr(
            "Many of its rows are in “{file}”, which is to be imported too. This one waits until that has come in, and"
            " is then compared with it."
        )
        return words.format(file=item.follows)

    def _suggest(self, item: FileItem) -> None:
        """Offer what is left of the file's name where nothing in the file says whose it is."""
        self.suggested.setText(self.tr("Use “{name}”").format(name=item.suggested.replace("&", "&&")))
        self.suggested.setVisible(bool(item.suggested) and not item.agency.strip())

    def _take_suggestion(self) -> None:
        if self._item:
            self.agency.setFocus()
            self.agency.setEditText(self._item.suggested)
            self.named.emit()

    def _open(self) -> None:
        if self.password.text():
            self.opened.emit(self.password.text())

    def _name_agency(self, name: str) -> None:
        if self._item:
            self._item.agency = name
            self._suggest(self._item)
            self.changed.emit()

    def _name_sender(self, name: str) -> None:
        if self._item:
            self._item.sender = name.strip()

    def _set_day(self) -> None:
        edtf = self.received.edtf
        if self._item:
            self._item.received = edtf if edtf and len(edtf) == _EXACT else today().isoformat()

    def _take_as_new(self, on: bool) -> None:
        if self._item:
            self._item.as_new = on
            self.shows.setVisible(bool(self._item.revises) and not on)
            self.changed.emit()


def _size(number: int) -> str:
    if number < _KILO:
        return f"{number} bytes"
    return f"{number / _KILO:,.0f} KB" if number < _MEGA else f"{number / _MEGA:,.1f} MB"
