"""A paragraph for PDF: lines broken once, with its label in the hanging indent, that parts between its lines."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle  # noqa: TID253 - this room is opened only by to_pdf, when a PDF is made
from reportlab.pdfbase.pdfmetrics import getAscent, stringWidth  # noqa: TID253 - as above
from reportlab.platypus import Flowable  # noqa: TID253 - as above

from dhr_desktop.report.pdf_lines import Line, Piece, broken

_LEAST_LINES = 2
"""As few lines of a paragraph stay at the foot of a page, or stand at the head of the next, unless it has no more."""

_AFTER_LABEL = 0.6
"""The least space after a label, in its sizes: where the label is longer than the indent, the first line gives way."""

_HAIR = 1e-6


class LinedText(Flowable):  # type: ignore[misc]  # ReportLab is not typed
    """A paragraph in one style whose pieces may differ in font; aligned to the left."""

    def __init__(self, pieces: Sequence[Piece], style: ParagraphStyle, label: str = "") -> None:
        super().__init__()
        self.style = style
        self._pieces = pieces
        self._label = label
        self._lines: Sequence[Line] | None = None

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """ReportLab asks for the size: the full width, and the height of all lines."""
        if self._lines is None:
            room = available_width - self.style.leftIndent - self.style.rightIndent
            self._lines = broken(self._pieces, self.style.fontSize, room, room - self._given_way)
        self.width, self.height = available_width, len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """ReportLab asks for a part that fits and the rest; nothing where it should begin on the next page."""
        self.wrap(available_width, available_height)
        lines = self._lines or ()
        fitting = int(available_height / self.style.leading + _HAIR)
        if fitting >= len(lines):
            return [self]
        fitting = min(fitting, len(lines) - _LEAST_LINES)
        if fitting < _LEAST_LINES:
            return []
        return [self._part(lines[:fitting], self._label), self._part(lines[fitting:], "")]

    def draw(self) -> None:
        """ReportLab asks for the ink."""
        style, canvas = self.style, self.canv
        baseline = self.height - getAscent(style.fontName, style.fontSize)
        text = canvas.beginText(style.bulletIndent, baseline)
        text.setFillColor(style.textColor)
        if self._label:
            text.setFont(style.bulletFontName, style.bulletFontSize)
            text.textOut(self._label)
        text.setTextOrigin(style.leftIndent + self._given_way, baseline)
        text.setFont(style.fontName, style.fontSize, style.leading)
        for number, line in enumerate(self._lines or ()):
            if number == 1 and self._given_way:
                text.setTextOrigin(style.leftIndent, baseline - style.leading)
            self._write(text, line)
        canvas.drawText(text)

    def _write(self, text: Any, line: Line) -> None:  # noqa: ANN401 - ReportLab is not typed
        *before, (last, words) = line or ((self.style.fontName, ""),)
        for font, said in before:
            self._set(text, font)
            text.textOut(said)
        self._set(text, last)
        text.textLine(words)

    def _set(self, text: Any, font: str) -> None:  # noqa: ANN401 - as above
        if text._fontname != font:  # noqa: SLF001 - ReportLab has no other word for it
            text.setFont(font, self.style.fontSize, self.style.leading)

    @property
    def _given_way(self) -> float:
        """How far the first line begins after the others, for a label longer than the indent."""
        if not self._label:
            return 0.0
        size = self.style.bulletFontSize
        end = self.style.bulletIndent + stringWidth(self._label, self.style.bulletFontName, size) + _AFTER_LABEL * size
        return max(0.0, float(end - self.style.leftIndent))

    def _part(self, lines: Sequence[Line], label: str) -> "LinedText":
        part = LinedText((), self.style, label)
        part._lines = lines
        return part
