"""Fonts of PDF files that remember how wide a word is: a long report asks for the same words many times over."""

from typing import Any

from reportlab.pdfbase.ttfonts import TTFont  # noqa: TID253 - this room is opened only by to_pdf, when a PDF is made

from dhr_desktop.base.remembered import forgets

_MOST_KEPT = 50_000
THOUSAND = 1_000
"""The size in points at which widths are kept."""


class MeasuredFont(TTFont):  # type: ignore[misc]  # ReportLab is not typed
    """A TrueType font whose words are measured once each, and whose letters are told quickly once they are in use."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._widths: dict[str, float] = {}
        forgets(self._widths.clear)

    def thousandths(self, words: str) -> float:
        """The width of a text in thousandths of the size it is set at."""
        width = self._widths.get(words)
        if width is None:
            if len(self._widths) >= _MOST_KEPT:
                self._widths.clear()
            width = self._widths[words] = float(super().stringWidth(words, THOUSAND))
        return width

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:  # noqa: N802 - ReportLab's
        """The width in points of a text at a size."""
        words = text if isinstance(text, str) else text.decode(encoding)
        return self.thousandths(words) * size / THOUSAND

    def splitString(  # noqa: N802 - ReportLab's
        self,
        text: str | bytes,
        doc: Any,  # noqa: ANN401 - ReportLab is not typed
        encoding: str = "utf-8",
    ) -> list[tuple[int, bytes]]:
        """The text as codes of the file's own parts of the font.

        Where every letter is in use already and in the first of those parts, as nearly always, it is looked up at
        once; anything else is ReportLab's to assign.
        """
        if isinstance(text, str) and text and doc in self.state:
            try:
                return [(0, bytes(map(self.state[doc].assignments.__getitem__, map(ord, text))))]
            except (KeyError, ValueError):
                pass
        split: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return split
