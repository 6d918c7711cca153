"""The desk at which a letter is written: occasion and what it needs at the left, the text at the right."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.domain.letters import FIELDS, FIELDS_OF_PIECES
from dhr_desktop.store import letter_templates
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import HAIR, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label, scrolled

_SIDE = 320


class LettersDesk(QWidget):
    """Only widgets: the section says what stands in them."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self._theme = context.theme
        self.rewritten = False
        self.occasion = ChoiceBox()
        self.of_letter = QRadioButton(self.tr("This letter"))
        self.of_template = QRadioButton(self.tr("The template of this review"))
        self.of_letter.setChecked(True)
        self._asked = {
            "contact": (self.tr("How to reach you"), self.tr("telephone, e-mail or address")),
            "meeting": (self.tr("Meeting"), self.tr("Tuesday 4 June at 2 pm, at your home")),
            "publication": (self.tr("Day of publication"), self.tr("4 June 2020")),
            "news": (self.tr("What has happened since"), ""),
            "next": (self.tr("What happens next"), ""),
        }
        self.fields = {name: QLineEdit() for name in self._asked}
        self._rows: dict[str, QWidget] = {}
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The letter"))
        self.said = label("", wrap=True)
        self.hint = label("", "hint", wrap=True)
        self.again = button(self.tr("Put back the words of the template"))
        self.word = button(self.tr("Save as Word…"), "primary")
        self.pdf = button(self.tr("Save as PDF…"))
        self._build()

    def _build(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(WIDE, SMALL, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(_named(self.tr("Occasion"), self.occasion))
        column.addWidget(self.of_letter)
        column.addWidget(self.of_template)
        for name, (words, hint) in self._asked.items():
            self.fields[name].setPlaceholderText(hint)
            self._rows[name] = _named(words, self.fields[name])
            column.addWidget(self._rows[name])
        column.addWidget(self.said)
        column.addWidget(self.hint)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(SMALL, SMALL, WIDE, MEDIUM)
        beside.setSpacing(SMALL)
        beside.addWidget(self.text, 1)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.pdf)
        acts.addWidget(self.word)
        beside.addLayout(acts)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(scrolled(side))
        across.addWidget(right)
        across.setStretchFactor(1, 1)
        across.setSizes([self._theme.scaled(_SIDE), self._theme.scaled(600)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(across)

    def show_fields(self, body: str) -> None:
        """Show the fields that this letter has."""
        for name, row in self._rows.items():
            row.setVisible(bool(re.search(rf"\{{\s*{name}\s*\}}", body)))

    def show_side(self, *, key: str, template: bool, rewritten: bool) -> None:
        """Say what is edited, and what can be put back."""
        self.rewritten = rewritten
        for each in (self.word, self.pdf):
            each.setVisible(not template)
        if template:
            for row in self._rows.values():
                row.hide()
            self.hint.setText(self._about_fields(key))
            self.again.setText(self.tr("Put back the program’s own words"))
        else:
            self.hint.setText(self.tr("What you change here is kept for this letter. The program sends nothing."))
            self.again.setText(self.tr("Put back the words of the template"))

    def _about_fields(self, key: str) -> str:
        """What may stand in braces in a template, or in a piece of one."""
        piece = any(each.key == key for each in letter_templates.pieces())
        known = {name: words for name, words in FIELDS.items() if not piece or name != "advocate"}
        said = self.tr(
            "This is kept for this review alone, and every letter that you have not changed by hand follows it."
        )
        if piece:
            known = {**FIELDS_OF_PIECES, **known}
            said = self.tr("This stands in letters in the place of {advocate}. It is kept for this review alone.")
        fields = "\n".join(
            f"{{{name}}}: {words}" for name, words in known.items() if not (piece and name == "advocate")
        )
        return said + "\n\n" + self.tr("Words in braces are filled in for each reader.") + f"\n\n{fields}"

    def say(self, warnings: Sequence[str]) -> None:
        """Say what speaks against sending this letter."""
        self.said.setText("\n\n".join(warnings))
        self.said.setVisible(bool(warnings))


def _named(words: str, field: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HAIR)
    name = label(words, "label")
    name.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    column.addWidget(name)
    column.addWidget(field)
    return holder
