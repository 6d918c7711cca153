"""What the chair decides about one row of a revised submission: mine, theirs beside it, or words of her own."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QLineEdit, QPlainTextEdit, QRadioButton

from dhr_desktop.domain.dates import UNKNOWN_TEXT, in_british_words, parse
from dhr_desktop.importing.revising import Conflict
from dhr_desktop.importing.word_changes import Fate, word_changes
from dhr_desktop.ui.common.theme import LARGE, SMALL, Theme
from dhr_desktop.ui.common.typed_dates import read_typed_date, read_typed_time
from dhr_desktop.ui.common.widgets import Card, label, restyle

MINE, THEIRS, OTHER = range(3)
"""The answers, in the order of the keys that choose them."""

_LINES = 90
_SIDE = 170
"""What a column of words needs, in pixels at plain size."""
_DATES = frozenset({"date_edtf", "reported_edtf"})
_TIMES = frozenset({"time", "reported_time"})


@dataclass(frozen=True, slots=True)
class Stays:
    """An entry that was worked on and whose row is gone: what the chair has changed in it, and whether it is to go.

    `goes` is None until she has said so or otherwise.
    """

    entry_id: int
    goes: bool | None
    changed: tuple[str, ...]


class ConflictCard(Card):
    """One field that both have changed. `decided` tells the words to keep, None while a typed date is no date."""

    decided = Signal(object)
    written = Signal()
    """The chair has finished what she typed."""

    def __init__(self, theme: Theme, conflict: Conflict, chosen: str | None, sent: str) -> None:
        """`chosen` are the words decided before; `sent` is how the agency wrote a date, where it is one."""
        super().__init__()
        self._theme, self._conflict, self._sent = theme, conflict, sent
        self.column.setSpacing(SMALL)
        self.group = QButtonGroup(self)
        self.mine = _answer(self.tr("Keep &mine"), _shown(conflict, conflict.mine))
        self.theirs = _answer(self.tr("Take &theirs"), _shown(conflict, conflict.theirs))
        self.other = _answer(self._other_words(), "")
        self.field = self._field(chosen)
        self.understood = label("", "hint", wrap=True)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        start = MINE if chosen in (None, conflict.mine) else THEIRS if chosen == conflict.theirs else OTHER
        self.group.button(start).setChecked(True)
        self._show_field()
        self.group.idClicked.connect(self._tell)

    def _build(self) -> None:
        title = self.tr("{field}: you have changed it, and the agency too").format(field=self._conflict.name)
        self.column.addWidget(label(title, "label", wrap=True))
        self._sides.setSpacing(LARGE)
        pieces = word_changes(
            _shown(self._conflict, self._conflict.mine), _shown(self._conflict, self._conflict.theirs)
        )
        for answer, own, under in ((self.mine, Fate.GONE, ""), (self.theirs, Fate.NEW, self._as_sent())):
            side = QBoxLayout(QBoxLayout.Direction.TopToBottom)
            side.setSpacing(SMALL)
            side.addWidget(answer)
            side.addWidget(
                self._words([(each.words, each.fate is own) for each in pieces if each.fate in (own, Fate.SAME)])
            )
            if under:
                side.addWidget(label(under, "hint", wrap=True))
            side.addStretch(1)
            self._sides.addLayout(side, 1)
        self.column.addLayout(self._sides)
        for place, each in enumerate((self.mine, self.theirs, self.other)):
            self.group.addButton(each, place)
        for widget in (self.other, self.field, self.understood):
            self.column.addWidget(widget)

    def _words(self, pieces: list[tuple[str, bool]]) -> QLabel:
        """Words of which those that the other side has not stand on a ground of their own, underlined."""
        ground, ink = self._theme.colour("doubt_ground").name(), self._theme.colour("text").name()
        marked = f'<u style="background-color: {ground}; color: {ink}">{{}}</u>'
        made = label("", wrap=True)
        made.setTextFormat(made.textFormat().RichText)  # every word of it is escaped
        made.setText("".join(_as_html(words, marked if own else "{}") for words, own in pieces))
        made.setAccessibleName("".join(words for words, _ in pieces))
        return made

    def _as_sent(self) -> str:
        return self.tr("Written “{words}” in the new file").format(words=self._sent) if self._sent else ""

    def _other_words(self) -> str:
        if self._conflict.field in _DATES:
            return self.tr("Another &date")
        return self.tr("Another &time") if self._conflict.field in _TIMES else self.tr("Write &other words")

    def _field(self, chosen: str | None) -> QLineEdit | QPlainTextEdit:
        """Where other words, another date or another time are typed."""
        conflict = self._conflict
        own = chosen if chosen not in (None, conflict.mine, conflict.theirs) else conflict.mine
        words = _shown(conflict, own or "")
        name = self.tr("Words to keep for {field}").format(field=conflict.name)
        if conflict.field in _DATES | _TIMES:
            line = QLineEdit(words)
            line.setAccessibleName(name)
            line.textEdited.connect(self._tell)
            line.returnPressed.connect(self.written)
            return line
        text = QPlainTextEdit(words)
        text.setAccessibleName(name)
        text.setTabChangesFocus(True)
        text.setMaximumHeight(self._theme.scaled(_LINES))
        text.textChanged.connect(self._tell)
        return text

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside each other, or one above the other where large text leaves no room for that."""
        super().resizeEvent(event)
        beside = self.width() >= 2 * self._theme.scaled(_SIDE) + LARGE
        way = QBoxLayout.Direction
        self._sides.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _show_field(self) -> None:
        other = self.group.checkedId() == OTHER
        self.field.setVisible(other)
        words, wrong = self._reading() if other else ("", False)
        self.understood.setText(words)
        self.understood.setVisible(bool(words))
        for widget in (self.field, self.understood):
            widget.setProperty("wrong", wrong)
            restyle(widget)
        self.field.setAccessibleDescription(words)

    def _tell(self) -> None:
        self._show_field()
        place = self.group.checkedId()
        self.decided.emit(self._typed() if place == OTHER else (self._conflict.mine, self._conflict.theirs)[place])

    def _typed(self) -> str | None:
        """What was typed as the field keeps it; None when it is not understood."""
        if isinstance(self.field, QPlainTextEdit):
            return self.field.toPlainText()
        words = self.field.text()
        if self._conflict.field in _TIMES:
            return read_typed_time(words)
        read = read_typed_date(words)
        return read.edtf if read and read.edtf != UNKNOWN_TEXT else None

    def _reading(self) -> tuple[str, bool]:
        """How a typed date or time is understood, and whether it is not."""
        if isinstance(self.field, QPlainTextEdit):
            return "", False
        read = self._typed()
        if read is None and self._conflict.field in _TIMES:
            return self.tr("Not understood as a time. Try 21:30 or 9.30pm."), True
        if read is None:
            return self.tr("Not understood as a date. Try 5 April 2016, early June 2014 or w/c 3/4/17."), True
        return self.tr("Read as {words}").format(words=_shown(self._conflict, read) or self.tr("no time")), False


class LeavingCard(Card):
    """An entry whose row is gone and which the chair has worked on. `removal` tells whether it goes."""

    removal = Signal(bool)

    def __init__(self, stays: Stays) -> None:
        super().__init__()
        self.column.setSpacing(SMALL)
        words = self.tr("You have worked on this entry, so it stays although its row is gone.")
        self.column.addWidget(label(words, wrap=True))
        if stays.changed:
            done = self.tr("You have changed: {fields}.").format(fields=", ".join(stays.changed))
            self.column.addWidget(label(done, "hint", wrap=True))
        self.group = QButtonGroup(self)
        self.stay = _answer(self.tr("&Let it stay, marked for a look"), "")
        self.go = _answer(self.tr("&Remove it too"), "")
        for place, each in enumerate((self.stay, self.go)):
            self.group.addButton(each, place)
            self.column.addWidget(each)
        self.group.button(int(bool(stays.goes))).setChecked(True)
        self.group.idClicked.connect(lambda place: self.removal.emit(bool(place)))


def _answer(words: str, description: str) -> QRadioButton:
    made = QRadioButton(words)
    made.setAccessibleDescription(description)
    return made


def _as_html(words: str, form: str) -> str:
    return form.format(escape(words).replace("\n", "<br>"))


def _shown(conflict: Conflict, words: str) -> str:
    """A field's words as the chair reads them."""
    if conflict.field in _DATES:
        return in_british_words(parse(words)) if words else ""
    return words
