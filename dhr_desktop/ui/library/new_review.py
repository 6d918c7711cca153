"""The form for a new review. Only a name is needed; everything else can be said later."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.contradictions.reviews import of_the_review
from dhr_desktop.domain.reviews import Label, ReviewFacts
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.date_field import DateField
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import label


class NewReviewDialog(QDialog):
    """Asks for the facts of a review; `facts` are there once it was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New review"))
        self.name = QLineEdit()
        self.kind = ChoiceBox()
        for kind in Label:
            self.kind.addItem(kind.value, kind)
        self.reference = QLineEdit()
        self.partnership = QLineEdit()
        self.chair = QLineEdit()
        self.died_on = DateField(self.tr("Date of death"))
        self.scope_from = DateField(self.tr("Period under review, from"))
        self.scope_to = DateField(self.tr("Period under review, to"))
        self.problem = label("", "hint", wrap=True)
        self.problem.setProperty("wrong", True)
        self.box = button_box(self, self.tr("Begin the review"))
        self._build()

    def _build(self) -> None:
        self.name.setPlaceholderText(self.tr("a working name, such as “Review of the death of Adult A”"))
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(MEDIUM)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("&Name"), self.name),
            (self.tr("&Kind"), self.kind),
            (self.tr("&Reference"), self.reference),
            (self.tr("Community safety &partnership"), self.partnership),
            (self.tr("&Chair"), self.chair),
            (self.tr("&Date of death"), self.died_on),
            (self.tr("Period under review, &from"), self.scope_from),
            (self.tr("Period under review, &to"), self.scope_to),
        )
        for words, field in rows:
            named = QLabel(words)
            named.setBuddy(field.line if isinstance(field, DateField) else field)
            form.addRow(named, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("New review"), "title"))
        column.addWidget(
            label(self.tr("Only the name is needed now. Everything else can be filled in later."), "hint", wrap=True)
        )
        column.addSpacing(MEDIUM)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.problem)
        column.addWidget(self.box)
        self.setMinimumWidth(560)
        self.name.setFocus()

    def facts(self) -> ReviewFacts:
        """What was typed."""
        return ReviewFacts(
            name=" ".join(self.name.text().split()),
            label=Label(self.kind.currentData()),
            reference=self.reference.text().strip(),
            partnership=self.partnership.text().strip(),
            chair=self.chair.text().strip(),
            died_on=self.died_on.edtf or "",
            scope_from=self.scope_from.edtf or "",
            scope_to=self.scope_to.edtf or "",
        )

    def accept(self) -> None:
        """Begin the review, unless something is missing or not understood."""
        if not self.name.text().strip():
            self._miss(self.tr("Give the review a name to work with."), self.name)
            return
        for field in (self.died_on, self.scope_from, self.scope_to):
            field.say()
            if field.edtf is None:
                self._miss(self.tr("A date is not understood. Type it as “9 November 2018”."), field)
                return
        for wrong in of_the_review(self.facts()):
            self._miss(wrong.words, self.scope_from)
            return
        super().accept()

    def _miss(self, words: str, where: QWidget) -> None:
        self.problem.setText(words)
        where.setFocus(Qt.FocusReason.OtherFocusReason)
