"""Fonts of PDF files that remember how wide a word is: a long report asks for the same words many times over."""

from reportlab.pdfbase.ttfonts import TTFont  # noqa: TID253 - this room is opened only by to_pdf, when a PDF is made

from dhr_desktop.base.remembered import forgets

_MOST_KEPT = 50_000
_THOUSAND = 1_000


class MeasuredFont(TTFont):  # type: ignore[misc]  # ReportLab is not typed
    """A TrueType font whose words are measured once each."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._widths: dict[str, float] = {}
        forgets(self._widths.clear)

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:  # noqa: N802 - ReportLab's
        """The width in points of a text at a size."""
        words = text if isinstance(text, str) else text.decode(encoding)
        width = self._widths.get(words)
        if width is None:
            if len(self._widths) >= _MOST_KEPT:
                self._widths.clear()
            width = self._widths[words] = super().stringWidth(words, _THOUSAND, encoding)
        return width * size / _THOUSAND
