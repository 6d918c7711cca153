"""A figure in a PDF, with the words for a reader who cannot see it: ReportLab's own pictures have none."""

import io

from reportlab.lib.utils import ImageReader  # noqa: TID253 - as below
from reportlab.platypus import Image  # noqa: TID253 - this room is opened only by to_pdf, when a PDF is made

from dhr_desktop.domain.documents import Figure
from dhr_desktop.report.to_docx import clean


class SpokenImage(Image):  # type: ignore[misc]  # ReportLab is not typed
    """A picture drawn within marked content that holds its alternative description (ISO 32000-2, 14.9.3)."""

    def __init__(self, figure: Figure, width: float) -> None:
        across, up = ImageReader(io.BytesIO(figure.png)).getSize()
        super().__init__(io.BytesIO(figure.png), width, width * up / across)
        self.keepWithNext = True  # its caption stands under it
        self._alternative = clean(figure.alternative)

    def draw(self) -> None:
        """Draw it between the marks."""
        words = ("\ufeff" + self._alternative).encode("utf-16-be").hex().upper()
        code = self.canv._code  # noqa: SLF001 - ReportLab has no word for marked content
        code.append(f"/Span <</Alt <{words}>>> BDC")
        super().draw()
        code.append("EMC")
