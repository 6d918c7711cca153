"""The words of a cell, cut and laid out once for as long as they stay: shaping letters is most of what a row costs."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from dhr_desktop.base.remembered import remembered
from dhr_desktop.ui.timeline.found_words import hits

_KEPT = 4_000
_AMPLE = 1.6
"""So many times the letters of usual width that a line holds are measured at first; only narrower ones need more."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What was typed into the search, and the two colours in which it is marked."""

    typed: str
    ground: str
    letters: str


@remembered(_KEPT)
def laid_out(text: str, font: str, width: int, lines: int, marked: Hits | None = None) -> QTextLayout:
    """The text in at most so many lines of this width, ready to be drawn. `font` is what `QFont.toString` gives."""
    face = QFont()
    face.fromString(font)
    metrics = QFontMetricsF(face)
    shown = _cut(text, face, metrics, width, lines)
    layout = QTextLayout(shown, face)
    layout.setTextOption(_broken())
    layout.setCacheEnabled(True)
    if marked:
        layout.setFormats([_mark(start, length, marked) for start, length in hits(shown, marked.typed)])
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        # The last line is as long as it was cut to be: breaking it again could only lose its end.
        line.setLineWidth(width if number + 1 < lines else 1e6)
        line.setPosition(QPointF(0, number * round(metrics.lineSpacing())))
    layout.endLayout()
    return layout


def _cut(text: str, face: QFont, metrics: QFontMetricsF, width: int, lines: int) -> str:
    """The text with an ellipsis where the lines end."""
    ample = int(lines * width / max(metrics.averageCharWidth(), 1) * _AMPLE) + 16
    if len(text) > ample:
        shown = _fitted(text[:ample], face, metrics, width, lines)
        if shown != text[:ample]:
            return shown
    return _fitted(text, face, metrics, width, lines)


def _fitted(text: str, face: QFont, metrics: QFontMetricsF, width: int, lines: int) -> str:
    if lines == 1:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(text, face)
    layout.setTextOption(_broken())
    layout.beginLayout()
    first = layout.createLine()
    if first.isValid():
        first.setLineWidth(width)
    layout.endLayout()
    if not first.isValid() or first.textLength() >= len(text):
        return text
    end = first.textLength()
    return text[:end] + metrics.elidedText(text[end:], Qt.TextElideMode.ElideRight, width)


def _mark(start: int, length: int, marked: Hits) -> QTextLayout.FormatRange:
    mark = QTextLayout.FormatRange()
    mark.start, mark.length = start, length
    look = QTextCharFormat()
    look.setBackground(QColor(marked.ground))
    look.setForeground(QColor(marked.letters))
    mark.format = look
    return mark


def _broken() -> QTextOption:
    """Lines broken between words, and inside one that is wider than the line."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
