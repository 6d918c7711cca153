"""What is to be drafted: the document, its edition and its format."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QWidget

from dhr_desktop.domain.editions import EDITIONS, Edition, Naming
from dhr_desktop.report.drafts import DRAFTS, FORMATS
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import SMALL
from dhr_desktop.ui.common.widgets import Card, button, label
from dhr_desktop.ui.report.holding import Holding


class DraftChoice(Card):
    """Three choices and two things to do with them. `document_chosen` has the key of the document."""

    draft_wanted = Signal()
    document_chosen = Signal(str)
    seal_wanted = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = _combo(DRAFTS)
        self.edition = _combo({key: edition.name for key, edition in EDITIONS.items()})
        self.format = _combo(FORMATS)
        self.holding = Holding(context)
        self.about = label("", "hint", wrap=True)
        self.found = label("", "warning", wrap=True)
        self.found.hide()
        self.make = button(self.tr("&Make the draft…"), "primary", self.draft_wanted.emit)
        self.seal = button(self.tr("Make a &sealed copy…"), "", self.seal_wanted.emit)
        self.seal.setIcon(context.theme.icon("seal"))
        fields = QFormLayout()
        fields.setVerticalSpacing(SMALL)
        fields.addRow(self.tr("&Document"), self.document)
        fields.addRow(self.holding)
        fields.addRow(self.tr("Ed&ition"), self.edition)
        fields.addRow(self.tr("Forma&t"), self.format)
        row = QHBoxLayout()
        row.addWidget(self.make)
        row.addWidget(self.seal)
        row.addStretch(1)
        self.column.addWidget(label(self.tr("Make a draft"), "heading"))
        self.column.addLayout(fields)
        self.column.addWidget(self.about)
        self.column.addWidget(self.found)
        self.column.addLayout(row)
        self.document.currentIndexChanged.connect(self._turn_to)
        self._turn_to()
        self.edition.currentIndexChanged.connect(self._tell)
        self._tell()

    @property
    def chosen(self) -> tuple[str, Edition, str]:
        """The document's key, the edition and the format's key."""
        return self.document.currentData(), EDITIONS[self.edition.currentData()], self.format.currentData()

    def show_found(self, words: str) -> None:
        """Say which names were left in a file that was not made; '' when there is nothing to say."""
        self.found.setText(words)
        self.found.setVisible(bool(words))

    def busy(self, *, making: bool) -> None:
        """Whether something is being made; nothing else can be asked for meanwhile."""
        self.make.setDisabled(making)
        self.seal.setDisabled(making)

    def _turn_to(self) -> None:
        document = self.document.currentData()
        self.holding.say_of(document)
        self.document_chosen.emit(document)

    def _tell(self) -> None:
        self.show_found("")
        edition = EDITIONS[self.edition.currentData()]
        if edition.naming is Naming.REAL:
            words = self.tr("This edition holds real names. Keep it where you keep the records themselves.")
        else:
            words = self.tr(
                "This edition covers every name in the register of people. The finished file is read again, and it is"
                " not made while one of them is left in it. Addresses, numbers and names that are not in the register"
                " are not covered: read it before you share it."
            )
        self.about.setText(words)


def _combo(choices: dict[str, str]) -> QComboBox:
    made = ChoiceBox()
    for key, words in choices.items():
        made.addItem(words, key)
    return made
