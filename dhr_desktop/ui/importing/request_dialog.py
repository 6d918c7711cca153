"""The form for a request to an agency: what is asked for, and in which files."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.importing.request import Request
from dhr_desktop.importing.request_files import DOCUMENT, LETTER, WORKBOOK
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.date_field import DateField
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import label, scrolled

_WIDTH = 600
_OF_THE_SCREEN = 0.9


class RequestDialog(QDialog):
    """Asks for the facts of a request; `request` and `parts` are there once it was accepted."""

    def __init__(self, known: Request, agencies: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Write a request to an agency"))
        self._known = known
        self.agency = ChoiceBox()
        self.agency.setEditable(True)
        self.agency.addItems(agencies)
        self.agency.setCurrentText(known.agency)
        self.review = QLineEdit(known.review)
        self.start = DateField(self.tr("Period, from"))
        self.end = DateField(self.tr("Period, to"))
        self.due = DateField(self.tr("To be returned by"))
        self.contact = QLineEdit()
        self.subjects = QLineEdit()
        self.workbook = QCheckBox(self.tr("A blank chronology as a &workbook (.xlsx)"))
        self.document = QCheckBox(self.tr("A blank chronology for Wor&d (.docx)"))
        self.letter = QCheckBox(self.tr("A covering &letter (.docx)"))
        self.problem = label("", "hint", wrap=True)
        self.problem.setProperty("wrong", True)
        self.box = button_box(self, self.tr("Choose where to save…"))
        self._middle = QWidget()
        self._area = scrolled(self._middle)
        self._build()

    def _build(self) -> None:
        for day, edtf in ((self.start, self._known.start), (self.end, self._known.end)):
            day.line.setText(in_british_words(parse(edtf)) if edtf else "")
        for day in (self.start, self.end, self.due):
            day.keep_room()
        self.workbook.setChecked(True)
        self.letter.setChecked(True)
        self.contact.setPlaceholderText(self.tr("whom to ask, and the secure address to return it to"))
        self.subjects.setPlaceholderText(self.tr("left empty, no name is written"))
        parts = QVBoxLayout()
        parts.setSpacing(HAIR)
        parts.addWidget(label(self.tr("Files to write"), "label"))
        for part in (self.workbook, self.document, self.letter):
            parts.addWidget(part)
        words = self.tr(
            "For agencies that ask for a form. What comes back filled in is read like any other file; so is whatever"
            " an agency sends in a layout of its own."
        )
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(WIDE, WIDE, WIDE, 0)
        middle.setSpacing(MEDIUM)
        middle.addWidget(label(self.tr("Write a request to an agency"), "title"))
        middle.addWidget(label(words, "hint", wrap=True))
        middle.addLayout(self._form())
        middle.addLayout(parts)
        middle.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(WIDE, MEDIUM, WIDE, LARGE)
        foot.addWidget(self.problem)
        foot.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addLayout(foot)
        self.setMinimumWidth(_WIDTH)
        self.agency.setFocus()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(MEDIUM)
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("&Agency"), self.agency, self.agency),
            (self.tr("&Review"), self.review, self.review),
            (self.tr("Period, &from"), self.start, self.start.line),
            (self.tr("Period, &to"), self.end, self.end.line),
            (self.tr("To be returned &by"), self.due, self.due.line),
            (self.tr("&Questions to"), self.contact, self.contact),
            (self.tr("&People concerned"), self.subjects, self.subjects),
        )
        for words, field, buddy in rows:
            named = QLabel(words)
            named.setBuddy(buddy)
            form.addRow(named, field)
        return form

    @property
    def request(self) -> Request:
        """What was typed."""
        return Request(
            agency=" ".join(self.agency.currentText().split()),
            review=" ".join(self.review.text().split()),
            start=self.start.edtf or "",
            end=self.end.edtf or "",
            due=self.due.edtf or "",
            contact=self.contact.text().strip(),
            chair=self._known.chair,
            partnership=self._known.partnership,
            subjects=self.subjects.text().strip(),
        )

    @property
    def parts(self) -> tuple[str, ...]:
        """The files that are wanted."""
        boxes = ((WORKBOOK, self.workbook), (DOCUMENT, self.document), (LETTER, self.letter))
        return tuple(part for part, box in boxes if box.isChecked())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As high as its fields need, and no higher than the screen: with large text the fields are scrolled to."""
        super().showEvent(event)
        wanted = self.sizeHint().height() - self._area.sizeHint().height() + self._middle.sizeHint().height()
        self.resize(
            max(self.width(), self._middle.sizeHint().width()),
            min(wanted, int(self.screen().availableGeometry().height() * _OF_THE_SCREEN)),
        )

    def accept(self) -> None:
        """Go on to saving, unless something is missing or not understood."""
        wrong = next((field for field in (self.start, self.end, self.due) if field.edtf is None), None)
        for field in (self.start, self.end, self.due):
            field.say()
        if not self.request.agency:
            self._miss(self.tr("Choose the agency, or type its name."), self.agency)
        elif not self.request.review:
            self._miss(self.tr("Say how the review is called, without the name of a person."), self.review)
        elif wrong:
            self._miss(self.tr("A date is not understood. Type it as “9 November 2018”."), wrong)
        elif _runs_backwards(self.request):
            self._miss(self.tr("The period ends before it begins. Change one of its two dates."), self.end.line)
        elif not self.parts:
            self._miss(self.tr("Tick at least one file to write."), self.workbook)
        else:
            super().accept()

    def _miss(self, words: str, where: QWidget) -> None:
        self.problem.setText(words)
        where.setFocus(Qt.FocusReason.OtherFocusReason)


def _runs_backwards(request: Request) -> bool:
    """Whether no day lies in the period; years and months count as long as they are."""
    if not (request.start and request.end):
        return False
    first, last = parse(request.start).earliest, parse(request.end).latest
    return first is not None and last is not None and last < first
