"""The form for a new review. Only a name is needed; everything else can be said later."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.reviews import Label, ReviewFacts
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import label, restyle

_PAUSE = 250


class DateField(QWidget):
    """A date typed in any British form, with how it is understood below it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(self.tr("such as 9 November 2018, or March 2014"))
        self.understood = label("", "hint")
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.line)
        column.addWidget(self.understood)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.say)
        self.line.textChanged.connect(self._timer.start)
        self.line.editingFinished.connect(self.say)
        self.understood.hide()

    @property
    def edtf(self) -> str | None:
        """The date as EDTF, '' for nothing typed, None when it is not understood."""
        typed = self.line.text().strip()
        return _read(typed) or None if typed else ""

    def say(self) -> None:
        """Show how it is understood."""
        edtf = self.edtf
        self._timer.stop()
        if edtf:
            words = in_british_words(parse(edtf))
        elif edtf is None:
            words = self.tr("This is not understood as a date yet.")
        else:
            words = ""
        self.understood.setText(words)
        self.understood.setVisible(bool(words))
        for widget in (self.line, self.understood):
            widget.setProperty("wrong", edtf is None)
            restyle(widget)


def _read(typed: str) -> str:
    from dhr_desktop.importing.dates import read_date  # noqa: PLC0415 - its grammar costs a tenth of a second

    return read_date(typed).edtf


class NewReviewDialog(QDialog):
    """Asks for the facts of a review; `facts` are there once it was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New review"))
        self.name = QLineEdit()
        self.kind = QComboBox()
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
        super().accept()

    def _miss(self, words: str, where: QWidget) -> None:
        self.problem.setText(words)
        where.setFocus(Qt.FocusReason.OtherFocusReason)
