"""Everything the chair can say of one entry apart from its own fields; what is said is told by signals."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dhr_desktop.domain.meaning import Inclusion, Mark
from dhr_desktop.ui.common.theme import HAIR, MEDIUM, SMALL
from dhr_desktop.ui.common.widgets import button, label, link_button
from dhr_desktop.ui.timeline.meaning.checks import Box, CheckRow, LongCheck
from dhr_desktop.ui.timeline.meaning.fold import Fold
from dhr_desktop.ui.timeline.meaning.note import PrivateNote
from dhr_desktop.ui.timeline.meaning.reading import Told
from dhr_desktop.ui.timeline.meaning.theme_field import ThemeField
from dhr_desktop.ui.timeline.meaning.wordings import digit_of, inclusion_words, mark_words

_IN_LINE = -9
"""Brings the word of a link, which stands within the edge of a button, in line with the words above."""


class MeaningSection(QWidget):
    """Themes and marks first, for they are said of most entries; lines of enquiry are folded away."""

    line_turned = Signal(object, bool)
    """A `LineOfEnquiry`, and whether the entry bears on it."""
    event_wanted = Signal()
    suggestions_wanted = Signal()
    question_wanted = Signal()
    editor_wanted = Signal()
    usual_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.top = QVBoxLayout()
        """Takes what has no room elsewhere."""
        self.several = label(role="hint", wrap=True)
        self.themes = ThemeField()
        self.usual = button(self.tr("Begin with the usual themes"), "", self.usual_wanted.emit)
        self.edit = link_button(self.tr("Edit the themes…"), self.editor_wanted.emit)
        self.marks = CheckRow(Box(mark, mark_words(mark), self._key_tip(mark)) for mark in Mark)
        self.note = PrivateNote()
        self._lines_inside = QWidget()
        self._lines: dict[int, LongCheck] = {}
        self._lines_shown: tuple[tuple[int, str], ...] | None = None
        self.lines = Fold(self.tr("Lines of enquiry"), self._lines_inside)
        self.inclusion = CheckRow(Box(which, inclusion_words(which)) for which in Inclusion)
        self.belongs = label(wrap=True)
        self.show_event = link_button(self.tr("Show the event"), self.event_wanted.emit)
        self.similar = link_button(self.tr("Similar records"), self.suggestions_wanted.emit)
        self.questions = label(wrap=True)
        self.ask = link_button(self.tr("Ask a question…"), self.question_wanted.emit)
        self._build()

    def _build(self) -> None:
        inside = QVBoxLayout(self._lines_inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SMALL, SMALL)
        column.setSpacing(MEDIUM)
        column.addLayout(self.top)
        column.addWidget(self.several)
        column.addLayout(_titled(self._title(self.tr("Themes"), self.themes.add), self.themes, self.usual, self.edit))
        column.addLayout(_titled(self._title(self.tr("It shows")), self.marks))
        column.addWidget(self.note)
        column.addWidget(self.lines)
        column.addLayout(_titled(self._title(self.tr("Include in")), self.inclusion))
        column.addLayout(_beside(self.belongs, self.show_event, self.similar))
        column.addLayout(_beside(self.questions, self.ask))
        column.addStretch(1)
        self.several.hide()

    def show_told(self, told: Told, chosen: int = 1) -> None:
        """Show what is said of an entry; where several are chosen, say that what is said now is said of all."""
        entry = told.entry
        self.say_several(chosen)
        self.usual.setVisible(not len(told.tree))
        self.edit.setVisible(bool(len(told.tree)))
        self.themes.show_themes(told.tree, told.theme_ids)
        self.marks.show_which(lambda mark: bool(getattr(entry, str(mark))))
        self.inclusion.show_which(lambda which: bool(getattr(entry, str(which))))
        self.note.show_note(entry.id, entry.private_note)
        self._show_lines(told)
        self._show_event(told)
        self._show_questions(told)

    def say_several(self, chosen: int) -> None:
        """Say that what is said now is said of several entries, where several are chosen."""
        self.several.setVisible(chosen > 1)
        words = self.tr("{number} entries are chosen: what you say here is said of all of them.")
        self.several.setText(words.format(number=f"{chosen:,}"))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [
            *(self.themes.add, self.usual, self.edit),
            *self.marks.stops(),
            self.note.editor,
            self.lines.heading,
            *self.inclusion.stops(),
            *(self.show_event, self.similar, self.ask),
        ]

    def _show_lines(self, told: Told) -> None:
        wanted = tuple((line.id, line.words) for line in told.lines)
        if wanted != self._lines_shown:
            self._lines_shown = wanted
            self._rebuild_lines(told)
        for line_id, check in self._lines.items():
            check.box.setChecked(line_id in told.line_ids)
        self.lines.say(len(told.line_ids))

    def _rebuild_lines(self, told: Told) -> None:
        column = self._lines_inside.layout()
        while column is not None and (item := column.takeAt(0)):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._lines = {}
        before: QWidget = self.lines.heading
        for line in told.lines:
            check = self._lines[line.id] = LongCheck(line.words)
            check.turned.connect(lambda on, line=line: self.line_turned.emit(line, on))
            if column is not None:
                column.addWidget(check)
            QWidget.setTabOrder(before, check.box)
            before = check.box
        if not told.lines and column is not None:
            words = self.tr("The Overview has none yet. Add them there, from the terms of reference.")
            column.addWidget(label(words, "hint", wrap=True))

    def line_boxes(self) -> dict[int, LongCheck]:
        """The box of each line of enquiry, by its id."""
        return dict(self._lines)

    def _show_event(self, told: Told) -> None:
        event = told.event
        self.show_event.setVisible(event is not None)
        if event is None:
            self.belongs.setText(self.tr("In no event."))
            return
        named = f"“{event.headline}”" if event.headline else self.tr("an event without a headline")
        words = self.tr("In {event}, with {number} more.")
        self.belongs.setText(words.format(event=named, number=max(told.with_it - 1, 0)))

    def _show_questions(self, told: Told) -> None:
        if not told.asked:
            words = self.tr("No question about it.")
        elif not told.open_questions:
            words = self.tr("{number} asked, none open.").format(number=told.asked)
        elif told.open_questions == 1:
            words = self.tr("1 open question.")
        else:
            words = self.tr("{number} open questions.").format(number=told.open_questions)
        self.questions.setText(words)

    def _title(self, words: str, buddy: QWidget | None = None) -> QLabel:
        made = label(words, "label")
        if buddy:
            made.setBuddy(buddy)
        return made

    def _key_tip(self, mark: Mark) -> str:
        if mark is Mark.DISTRESSING:
            return self.tr("Shift+F5 anywhere on the timeline")
        digit = digit_of(mark)
        return self.tr("Key {digit} while the table has the keyboard").format(digit=digit) if digit else ""


def _titled(title: QLabel, *inner: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(HAIR)
    column.addWidget(title)
    for each in inner:
        if each.property("role") == "link":
            row = QHBoxLayout()
            row.setContentsMargins(_IN_LINE, 0, 0, 0)
            row.addWidget(each)
            row.addStretch(1)
            column.addLayout(row)
        else:
            column.addWidget(each)
    return column


def _beside(words: QLabel, *links: QWidget) -> QVBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_IN_LINE, 0, 0, 0)
    row.setSpacing(0)
    for link in links:
        row.addWidget(link)
    row.addStretch(1)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(words)
    column.addLayout(row)
    return column
