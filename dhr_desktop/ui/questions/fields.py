"""The form of one question: what is typed is saved at each pause and as a field is left."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.domain.dates import exact_day, in_british_words, parse
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.editors import Editor
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.record_form import RecordForm
from dhr_desktop.ui.common.theme import HAIR, SMALL
from dhr_desktop.ui.common.typed_dates import Years, read_typed_date
from dhr_desktop.ui.common.widgets import label
from dhr_desktop.ui.questions.begun import about_words, asked_about, place_of

_BLANK = Question(0, 0, "")
_PLAIN = ("words", "asked_of", "answer", "answered_by")
_DAYS = ("asked_on", "answered_on")
_AGENCY_LETTERS = 16


class QuestionFields(RecordForm[Question]):
    """Edits a `Question`.

    One with id 0 is told once, when it has words and an agency; until then it is a draft, and what is typed until it
    has come into the review waits.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.agency = ChoiceBox()
        self._offered = ""
        self._words = GrowingText(3, 10)
        editors: dict[str, Editor] = {
            "words": self._words,
            "asked_on": QLineEdit(),
            "asked_of": QLineEdit(),
            "answer": GrowingText(3, 14),
            "answered_on": QLineEdit(),
            "answered_by": QLineEdit(),
        }
        super().__init__(_BLANK, editors, _PLAIN, parent)
        self._build()
        self.also = self._about
        self.given_back.connect(self._choose_again)
        self.show_question(_BLANK)
        self.agency.activated.connect(self.commit)

    def _build(self) -> None:
        names = {
            "agency": self.tr("&Agency"),
            "words": self.tr("&Question"),
            "asked_on": self.tr("Asked &on"),
            "asked_of": self.tr("Aske&d of"),
            "answer": self.tr("Ans&wer"),
            "answered_on": self.tr("Answe&red on"),
            "answered_by": self.tr("Answered &by"),
        }
        self.agency.setMinimumContentsLength(_AGENCY_LETTERS)
        self.agency.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._editors["asked_of"].setPlaceholderText(self.tr("a person or a post"))
        for name in _DAYS:
            self._editors[name].setPlaceholderText(self.tr("such as 3 May 2021"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        for name in ("agency", "words"):
            self._place(column, name, names)
        self._place_pair(column, ("asked_on", "asked_of"), names)
        self._place(column, "answer", names)
        self._place_pair(column, ("answered_on", "answered_by"), names)
        column.addWidget(self._hint)

    def _place(self, column: QVBoxLayout, name: str, names: dict[str, str]) -> None:
        column.addWidget(self._label(name, names))
        column.addWidget(self._field(name))
        column.addSpacing(SMALL)

    def _place_pair(self, column: QVBoxLayout, pair: tuple[str, str], names: dict[str, str]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(HAIR)
        for place, name in enumerate(pair):
            grid.setColumnStretch(place, 1)
            grid.addWidget(self._label(name, names), 0, place)
            grid.addWidget(self._field(name), 1, place)
        column.addLayout(grid)
        column.addSpacing(SMALL)

    def _field(self, name: str) -> QWidget:
        return self.agency if name == "agency" else self._editors[name]

    def _label(self, name: str, names: dict[str, str]) -> QLabel:
        made = label(names[name], "label")
        field = self._field(name)
        made.setBuddy(field)
        field.setAccessibleName(names[name].replace("&", ""))
        return made

    # What the page does with it.

    @property
    def question(self) -> Question:
        """The question as it was told last."""
        return self.record

    def offer(self, agencies: Sequence[Agency]) -> None:
        """Offer these agencies; what was chosen stays chosen."""
        names = [(0, self.tr("Choose an agency")), *((agency.id, agency.name) for agency in agencies)]
        if [(self.agency.itemData(at), self.agency.itemText(at)) for at in range(self.agency.count())] == names:
            return
        before = self.agency.currentData() or self._record.agency_id
        with QSignalBlocker(self.agency):
            self.agency.clear()
            for agency_id, name in names:
                self.agency.addItem(name, agency_id)
        self._choose_agency(before)

    def show_question(self, question: Question) -> None:
        """Show another question, or the same as it now is; what is being typed into the same one stays."""
        self.show_record(question)

    def begin(self, question: Question) -> None:
        """Begin a new question, or go on with what was begun about the same matter.

        It is told once the form is left and it is complete.
        """
        self.show_record(replace(question, words=""))
        if not self._words.text().strip():
            self._words.setText(question.words)
        self._offered = question.words
        self._words.moveCursor(QTextCursor.MoveOperation.End)
        self._pauses.stop()
        self._say()
        first = self._words if self._agency_id else self.agency
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_by(self) -> bool:
        """Put the question away that is only begun. Returns whether anything was typed; that is kept as a draft."""
        typed = any(text.text().strip() for name, text in self._editors.items() if name != "words")
        kept = typed or self._words.text().strip() not in ("", self._offered.strip())
        if kept:
            self._keep_draft()
        else:
            self.discard()
        self.rest()
        return kept

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.agency, *super().stops()]

    @property
    def _agency_id(self) -> int:
        return int(self.agency.currentData() or self.record.agency_id)

    def _choose_agency(self, agency_id: int) -> None:
        with QSignalBlocker(self.agency):
            self.agency.setCurrentIndex(max(self.agency.findData(agency_id), 0))

    def _about(self) -> dict[str, str]:
        """What a draft of a new question needs to be gone on with: to whom it is, and about what."""
        if not self.is_new or not self.unsaved():
            return {}
        return about_words(replace(self.record, agency_id=self._agency_id))

    # What the form says of a question.

    def texts_of(self, record: Question) -> dict[str, str]:
        """What stands in each field before anything is typed."""
        words = {name: str(getattr(record, name)) for name in _PLAIN}
        days = {name: str(getattr(record, name)) for name in _DAYS}
        return {**words, **{name: in_british_words(parse(day)) if day else "" for name, day in days.items()}}

    def with_typed(self, record: Question, typed: Mapping[str, str]) -> Question:
        """The question with what was typed into these fields, and to the agency that is chosen."""
        said: dict[str, Any] = {
            name: text.strip() if name in _PLAIN else _read_day(text) for name, text in typed.items()
        }
        return replace(record, agency_id=int(self.agency.currentData() or record.agency_id), **said)

    def understands(self, name: str, typed: str) -> bool:
        """Whether it is one day, where it has to be one; a question that is there needs words."""
        if name in _DAYS:
            return _read_day(typed) is not None
        return name != "words" or self.is_new or bool(typed.strip())

    def may_be_told(self, record: Question) -> bool:
        """Whether it has words and an agency."""
        return bool(record.words.strip() and record.agency_id)

    def place_of(self, record: Question) -> str:
        """Every question has a place of its own; one that is being begun has it by what it is about."""
        return place_of(record)

    def also_of(self, record: Question) -> dict[str, str]:
        """What a draft of a new question needs to be gone on with."""
        return {} if record.id else about_words(record)

    def show_also(self, record: Question) -> None:
        """Choose its agency."""
        self._choose_agency(record.agency_id)

    def _choose_again(self, words: Mapping[str, str]) -> None:
        """Choose the agency that was chosen when the words were kept."""
        if self.is_new:
            self._choose_agency(asked_about(words).agency_id)

    def words_about(self, wrong: Collection[str]) -> str:
        """What is not understood, or missing."""
        if "words" in wrong:
            return self.tr("A question needs words. Escape puts back those it had.")
        if wrong:
            return self.tr("Not understood as one day. Try 3 May 2021.")
        if self.is_new and not self._waiting and not self._agency_id:
            return self.tr("Choose the agency it is to be put to. Until then it is kept here, not in the review.")
        answered = _read_day(self._editors["answered_on"].text())
        return self.tr("The day of the answer is still to come.") if answered and answered > _now() else ""


def _now() -> str:
    return today().isoformat()


def _read_day(typed: str) -> str | None:
    """An ISO day, '' for nothing typed, None for what is no one day."""
    if not typed.strip():
        return ""
    date = read_typed_date(typed, Years.WORK)
    return date.edtf if date and exact_day(date.edtf) else None
