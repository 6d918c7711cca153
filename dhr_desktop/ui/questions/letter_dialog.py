"""Asks whom a letter of questions goes to, which questions stand in it, and where the reply goes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.people import Person
from dhr_desktop.report.question_letter import Letter
from dhr_desktop.timeline.questions import Standing
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.date_field import DateField
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import label
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.questions.letter_names import LetterNames
from dhr_desktop.ui.questions.reading import Listed

_WIDTH = 580
_EACH = 0


class LetterDialog(QDialog):
    """Offers the questions that are `waiting` for an answer.

    `letters` are there once it was accepted; `marks` says whether their questions count as asked today.
    """

    def __init__(
        self,
        waiting: Sequence[Listed],
        agency_id: int = 0,
        register: Sequence[Person] = (),
        contact: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Write a letter"))
        self._listed = list(waiting)
        self.agency, self.which = ChoiceBox(), ChoiceBox()
        self.to, self.contact = QLineEdit(), QLineEdit(contact)
        self.names = LetterNames(register)
        self.due = DateField(self.tr("Reply by"))
        self.due.keep_room()
        self.mark = QCheckBox(self.tr("&Mark these questions as asked today"))
        self.mark.setChecked(True)
        self.said = label("", "hint", wrap=True)
        self.problem = label("", "hint", wrap=True)
        self.problem.setProperty("wrong", True)
        self._offer(agency_id)
        self._build()
        self.agency.currentIndexChanged.connect(self._tell)
        self.which.currentIndexChanged.connect(self._tell)
        self.due.line.textEdited.connect(self.problem.clear)
        self._tell()

    def _offer(self, agency_id: int) -> None:
        names = {one.question.agency_id: one.agency for one in self._listed}
        if len(names) > 1:
            self.agency.addItem(self.tr("Each agency, a letter of its own"), _EACH)
        for key, name in sorted(names.items(), key=lambda item: item[1].casefold()):
            self.agency.addItem(name, key)
        self.agency.setCurrentIndex(max(self.agency.findData(agency_id), 0))
        self.which.addItem(self.tr("Questions that are not answered yet"), (Standing.TO_ASK, Standing.ASKED))
        self.which.addItem(self.tr("Only those still to be asked"), (Standing.TO_ASK,))
        if any(one.standing is Standing.TO_ASK for one in self._listed):
            self.which.setCurrentIndex(1)

    def _build(self) -> None:
        self.to.setPlaceholderText(self.tr("a person or a post, for the head of the letter"))
        self.contact.setPlaceholderText(self.tr("the secure address the reply goes to"))
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(MEDIUM)
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("&Agency"), self.agency, self.agency),
            (self.tr("&Questions"), self.which, self.which),
            (self.tr("&To"), self.to, self.to),
            (self.tr("&Reply to"), self.contact, self.contact),
            (self.tr("Reply &by"), self.due, self.due.line),
            (self.tr("&Names"), self.names.how, self.names.how),
        )
        for words, field, buddy in rows:
            named = QLabel(words)
            named.setMinimumHeight(buddy.sizeHint().height())
            named.setBuddy(buddy)
            buddy.setAccessibleName(words.replace("&", ""))
            form.addRow(named, field)
            form.setAlignment(named, Qt.AlignmentFlag.AlignTop)
        about = self.tr(
            "A Word document to go over and send. Each question says which entry or time it is about, so that the"
            " agency finds its own record; nothing that another agency wrote is put in."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Write a letter with questions"), "title"))
        column.addWidget(label(about, "hint", wrap=True))
        column.addLayout(form)
        for each in (self.names, self.said, self.mark, self.problem):
            column.addWidget(each)
        self.box = button_box(self, self.tr("Write it…"))
        column.addWidget(self.box)
        self.setMinimumWidth(_WIDTH)
        self.agency.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As high as its lines need in this look, which is known only now."""
        super().showEvent(event)
        for line in self.findChildren(QLineEdit):
            line.setMinimumHeight(line.sizeHint().height())
        within = self.layout()
        if within is not None:
            within.activate()
            self.resize(self.width(), max(within.totalHeightForWidth(self.width()), within.sizeHint().height()))

    @property
    def letters(self) -> list[Letter]:
        """A letter for each agency that is wanted."""
        whose = self.agency.currentData()
        by_agency: dict[int, list[int]] = {}
        for one in self._wanted():
            by_agency.setdefault(one.question.agency_id, []).append(one.question.id)
        return [
            Letter(
                agency_id,
                tuple(ids),
                self.to.text().strip() if whose != _EACH else "",
                self.contact.text().strip(),
                self.due.edtf or "",
                self.names.naming,
                self.names.concerned,
            )
            for agency_id, ids in by_agency.items()
        ]

    @property
    def marks(self) -> bool:
        """Whether the questions count as asked today."""
        return self.mark.isChecked()

    def _wanted(self) -> list[Listed]:
        whose, which = self.agency.currentData(), self.which.currentData()
        return [
            one for one in self._listed if whose in (_EACH, one.question.agency_id) and one.standing in tuple(which)
        ]

    def _tell(self) -> None:
        self.to.setEnabled(self.agency.currentData() != _EACH)
        wanted = self._wanted()
        numbers = ", ".join(str(one.question.id) for one in wanted)
        words = counted(len(wanted), self.tr("{n} question: number"), self.tr("{n} questions: numbers"))
        self.said.setText(f"{words} {numbers}." if wanted else self.tr("No question of this kind is left."))
        self.problem.clear()

    def accept(self) -> None:
        """Go on to writing, unless something is missing or not understood."""
        self.due.say()
        if not self._wanted():
            self._miss(self.tr("Choose other questions, or another agency."), self.which)
        elif self.due.edtf is None:
            self._miss(self.tr("The date is not understood. Type it as “9 November 2018”."), self.due.line)
        else:
            super().accept()

    def _miss(self, words: str, where: QWidget) -> None:
        self.problem.setText(words)
        where.setFocus(Qt.FocusReason.OtherFocusReason)
