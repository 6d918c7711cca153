"""What the review is, in fields that are saved as they are left."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from dhr_desktop.domain.contradictions.reviews import of_the_review
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.reviews import Label, ReviewFacts
from dhr_desktop.importing.dates import read_date
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.theme import SMALL
from dhr_desktop.ui.common.widgets import Card, label


class FactsForm(Card):
    """Edits `ReviewFacts`; `committed` brings them when a field is left that was changed."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = ReviewFacts("")
        self.label = ChoiceBox()
        for each in Label:
            self.label.addItem(each.value, each)
        self.name, self.reference, self.partnership, self.chair = (QLineEdit() for _ in range(4))
        self.scope_from, self.scope_to, self.died_on = (QLineEdit() for _ in range(3))
        self.terms = QPlainTextEdit()
        self.terms.setTabChangesFocus(True)
        self.terms.setMinimumHeight(110)
        self.terms.setPlaceholderText(self.tr("One on each line"))
        self.unread = label("", "hint", wrap=True)
        self.unread.hide()
        self.contradicted = label("", "doubt", wrap=True)
        self.contradicted.hide()
        fields = QFormLayout()
        fields.setVerticalSpacing(SMALL)
        fields.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for words, field in (
            (self.tr("&Kind of review"), self.label),
            (self.tr("&Working name"), self.name),
            (self.tr("Refere&nce"), self.reference),
            (self.tr("&Partnership"), self.partnership),
            (self.tr("&Chair"), self.chair),
            (self.tr("Period f&rom"), self.scope_from),
            (self.tr("Period &to"), self.scope_to),
            (self.tr("&Date of death"), self.died_on),
            (self.tr("Lines of en&quiry"), self.terms),
        ):
            fields.addRow(words, field)
            if field is self.died_on:
                fields.addRow(self.contradicted)
        self.column.addWidget(label(self.tr("This review"), "heading"))
        self.column.addLayout(fields)
        self.column.addWidget(self.unread)
        self.label.activated.connect(self.commit)
        for line in (self.name, self.reference, self.partnership, self.chair, *self._dates):
            line.editingFinished.connect(self.commit)
        self.terms.installEventFilter(self)

    @property
    def _dates(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.scope_from, self.scope_to, self.died_on

    def show_facts(self, found: ReviewFacts) -> None:
        """Show what the store knows; the field that is being typed in is left alone until it is left."""
        before, self._facts = self._lines(self._facts), found
        self.label.setCurrentIndex(list(Label).index(found.label))
        for field, text in self._lines(found).items():
            being_typed = field.hasFocus() and field.text() != before[field]
            if field.text() != text and not being_typed:
                field.setText(text)
        terms = "\n".join(found.terms)
        if self.terms.toPlainText() != terms and not self.terms.hasFocus():
            self.terms.setPlainText(terms)
        wrong = " ".join(each.words for each in of_the_review(found))
        self.contradicted.setText(wrong)
        self.contradicted.setVisible(bool(wrong))

    def _lines(self, found: ReviewFacts) -> dict[QLineEdit, str]:
        return {
            self.name: found.name,
            self.reference: found.reference,
            self.partnership: found.partnership,
            self.chair: found.chair,
            self.scope_from: _in_words(found.scope_from),
            self.scope_to: _in_words(found.scope_to),
            self.died_on: _in_words(found.died_on),
        }

    def typed(self) -> ReviewFacts:
        """The facts as the form has them; a date that cannot be read stays as it was, and that is said."""
        dates = [
            self._date(field, before)
            for field, before in zip(
                self._dates, (self._facts.scope_from, self._facts.scope_to, self._facts.died_on), strict=True
            )
        ]
        terms = (" ".join(line.split()) for line in self.terms.toPlainText().splitlines())
        return replace(
            self._facts,
            label=Label(self.label.currentData()),  # Qt gives back a plain text
            name=self.name.text().strip() or self._facts.name,
            reference=self.reference.text().strip(),
            partnership=self.partnership.text().strip(),
            chair=self.chair.text().strip(),
            scope_from=dates[0],
            scope_to=dates[1],
            died_on=dates[2],
            terms=tuple(term for term in terms if term),
        )

    def unread_dates(self) -> dict[str, str]:
        """What was typed for a date and cannot be read, by field: it is no step, and is not to be lost."""
        typed = {name: field.text().strip() for name, field in self._days().items()}
        return {name: text for name, text in typed.items() if text and not read_date(text).edtf}

    def give_back(self, typed: Mapping[str, str]) -> None:
        """Have what was typed for a date stand there again, and say that it is not read."""
        for name, field in self._days().items():
            if name in typed:
                field.setText(typed[name])
        self.typed()

    def _days(self) -> dict[str, QLineEdit]:
        return dict(zip(("scope_from", "scope_to", "died_on"), self._dates, strict=True))

    def commit(self) -> None:
        """Save what was typed, where it differs."""
        self.unread.hide()
        typed = self.typed()
        if typed != self._facts:
            self._facts = typed
            self.committed.emit(typed)

    def _date(self, field: QLineEdit, before: str) -> str:
        text = field.text().strip()
        if not text:
            return ""
        if text == _in_words(before):
            return before
        reading = read_date(text)
        if not reading.edtf:
            self.unread.setText(
                self.tr("“{text}” could not be read as a date. Write it like 9 November 2018.").format(text=text)
            )
            self.unread.show()
            return before
        return reading.edtf

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Qt tells what happens in the box of lines of enquiry: leaving it saves."""
        if watched is self.terms and event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)


def _in_words(edtf: str) -> str:
    return in_british_words(parse(edtf)) if edtf else ""
