"""The words of a cell, cut and laid out once for as long as they stay: shaping letters is most of what a row costs."""

from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from dhr_desktop.base.remembered import remembered
from dhr_desktop.ui.common.signs import smaller
from dhr_desktop.ui.timeline.found_words import hits

_KEPT = 4_000
_ENDLESS = 1e6
_NEXT_LINE = "\N{LINE SEPARATOR}"
_LONGEST = 700
"""More letters than two lines ever hold; the rest need not be measured."""
_AMPLE = 1.6
"""So many times the letters of usual width that a line holds are measured at first; only narrower ones need more."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font with its measures, looked up by the text it is known by."""

    key: str
    font: QFont = field(compare=False)
    metrics: QFontMetricsF = field(compare=False)

    line: int = field(compare=False)
    """From one line to the next."""

    @staticmethod
    def of(font: QFont) -> "Face":
        """This font."""
        metrics = QFontMetricsF(font)
        return Face(font.toString(), QFont(font), metrics, ceil(metrics.lineSpacing()))

    def wide(self, text: str) -> float:
        """How wide a text is; of a long one, as much as is wider than any cell."""
        return _wide(text[:_LONGEST], self)

    def letters_in(self, width: int) -> int:
        """How many letters of usual width have room."""
        return int(width // max(self.metrics.averageCharWidth(), 1))


@dataclass(frozen=True, slots=True)
class Faces:
    """The letters that a table is written in, made once of its font."""

    plain: Face
    italic: Face
    demi: Face
    small: Face

    @staticmethod
    def of(font: QFont) -> "Faces":
        """Those of this font."""
        italic, demi = QFont(font), QFont(font)
        italic.setItalic(True)
        demi.setWeight(QFont.Weight.DemiBold)
        return Faces(*map(Face.of, (font, italic, demi, smaller(font))))


@dataclass(frozen=True, slots=True)
class Hits:
    """What was typed into the search, and the two colours in which it is marked."""

    typed: str
    ground: str
    letters: str


@remembered(_KEPT)
def _wide(text: str, face: Face) -> float:
    return face.metrics.horizontalAdvance(text)


@remembered(_KEPT)
def laid_out(text: str, face: Face, width: int, lines: int, marked: Hits | None = None) -> QTextLayout:
    """The text in at most so many lines of this width, ready to be drawn, with an ellipsis where they end.

    Lines are broken between words. A word wider than a line ends in an ellipsis, and the next word begins below it:
    'Children…' over 'Services' is read at once, 'Childre' over 'n's Ser…' is not.
    """
    metrics = face.metrics
    ample = int(lines * width / max(metrics.averageCharWidth(), 1) * _AMPLE) + 16
    layout = _fitting(text[:ample], face, width, lines, marked)
    end = _end(layout, width)
    if end is None and len(text) > ample:
        layout = _fitting(text, face, width, lines, marked)
        end = _end(layout, width)
    if end is None:
        return layout
    return _broken_into_lines(f"{layout.text()[:end].rstrip()}\u2026", face, width, lines, marked)


def _fitting(text: str, face: Face, width: int, lines: int, marked: Hits | None) -> QTextLayout:
    """Broken into lines of which none but the last is too wide."""
    layout = _broken_into_lines(text, face, width, lines, marked)
    for number in range(layout.lineCount() - 1):
        line = layout.lineAt(number)
        if line.naturalTextWidth() > width:
            start, end = line.textStart(), line.textStart() + line.textLength()
            word = face.metrics.elidedText(layout.text()[start:end].rstrip(), Qt.TextElideMode.ElideRight, width)
            text = f"{layout.text()[:start]}{word}{_NEXT_LINE}{layout.text()[end:]}"
            layout = _broken_into_lines(text, face, width, lines, marked)
    return layout


def _broken_into_lines(text: str, face: Face, width: int, lines: int, marked: Hits | None) -> QTextLayout:
    """The last line holds all that is left, however long."""
    layout = QTextLayout(text, face.font)
    layout.setTextOption(_BROKEN)
    layout.setCacheEnabled(True)
    if marked:
        layout.setFormats([_mark(start, length, marked) for start, length in hits(text, marked.typed)])
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width if number + 1 < lines else _ENDLESS)
        line.setPosition(QPointF(0, number * round(face.metrics.lineSpacing())))
    layout.endLayout()
    return layout


def _end(layout: QTextLayout, width: int) -> int | None:
    """Where an ellipsis must stand for the last line to be no wider than this; None where it is not."""
    last = layout.lineAt(layout.lineCount() - 1)
    if not last.isValid() or last.naturalTextWidth() <= width:
        return None
    room = width - QFontMetricsF(layout.font()).horizontalAdvance("\u2026")
    found = last.xToCursor(room, QTextLine.CursorPosition.CursorOnCharacter)
    return max(int(found), last.textStart())


def _mark(start: int, length: int, marked: Hits) -> QTextLayout.FormatRange:
    mark = QTextLayout.FormatRange()
    mark.start, mark.length = start, length
    look = QTextCharFormat()
    look.setBackground(QColor(marked.ground))
    look.setForeground(QColor(marked.letters))
    mark.format = look
    return mark


def _broken() -> QTextOption:
    """Lines broken between words."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option


_BROKEN = _broken()
