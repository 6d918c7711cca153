"""A figure in a PDF, with the words for a reader who cannot see it: ReportLab's own pictures have none."""

import hashlib
import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.utils import ImageReader  # noqa: TID253 - as below
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream  # noqa: TID253 - as below
from reportlab.platypus import Image  # noqa: TID253 - this room is opened only by to_pdf, when a PDF is made

from dhr_desktop.domain.documents import Figure
from dhr_desktop.report.to_docx import clean

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EACH_ROW_FOR_ITSELF = 15
"""The predictor of a stream whose rows each say how to read it, as those of a PNG do (ISO 32000-2, 7.4.4.4)."""

_COLOURS = {0: ("DeviceGray", 1), 2: ("DeviceRGB", 3)}
"""By a PNG's type of colour (PNG 3rd edition, 11.2.1): what a PDF calls it, and its numbers for each dot."""


class SpokenImage(Image):  # type: ignore[misc]  # ReportLab is not typed
    """A picture drawn within marked content that holds its alternative description (ISO 32000-2, 14.9.3)."""

    def __init__(self, figure: Figure, width: float) -> None:
        across, up = ImageReader(io.BytesIO(figure.png)).getSize()
        super().__init__(io.BytesIO(figure.png), width, width * up / across)
        self.keepWithNext = True  # its caption stands under it
        self._alternative = clean(figure.alternative)
        self._png = figure.png

    def draw(self) -> None:
        """Draw it between the marks."""
        words = ("\ufeff" + self._alternative).encode("utf-16-be").hex().upper()
        code = self.canv._code  # noqa: SLF001 - ReportLab has no word for marked content
        code.append(f"/Span <</Alt <{words}>>> BDC")
        dots = dots_of(self._png)
        if dots:
            self._draw_as_they_are(dots)
        else:
            super().draw()
        code.append("EMC")

    def _draw_as_they_are(self, dots: "Dots") -> None:
        canvas = self.canv
        name = f"figure-{hashlib.sha256(dots.data).hexdigest()}"
        if not canvas.hasForm(name):
            canvas._doc.addForm(name, _stream(dots))  # noqa: SLF001 - ReportLab has no other word for it
        canvas.saveState()
        canvas.scale(self.drawWidth, self.drawHeight)
        canvas.doForm(name)
        canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Dots:
    """The dots of a PNG, packed as they stand in it, which is how a PDF may hold them too."""

    width: int
    height: int
    colour: str
    numbers: int
    data: bytes


def dots_of(png: bytes) -> Dots | None:
    """The dots of a PNG that a PDF can hold as they are; `None` for one that is clear in parts, interlaced or deep.

    One that was cut off is left to ReportLab too, which says so: as it is, it would be an empty place in the PDF.

    ReportLab unpacks every picture and packs it anew, which takes longer than fifty pages of text.
    """
    if not png.startswith(_SIGNATURE):
        return None
    parts = list(_parts(png))
    if (
        not parts
        or parts[0][0] != b"IHDR"
        or parts[-1][0] != b"IEND"
        or any(kind in {b"tRNS", b"CgBI"} for kind, _ in parts)
    ):
        return None
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", parts[0][1])
    if depth != 8 or interlaced or colour not in _COLOURS:  # noqa: PLR2004 - bits
        return None
    return Dots(width, height, *_COLOURS[colour], b"".join(data for kind, data in parts if kind == b"IDAT"))


def _parts(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at + 8 <= len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        if at + length + 12 > len(png):
            return
        yield kind, png[at + 8 : at + 8 + length]
        at += length + 12


def _stream(dots: Dots) -> PDFStream:
    """The dots as a picture of the file (ISO 32000-2, 8.9.5)."""
    reading = {"Predictor": _EACH_ROW_FOR_ITSELF, "Colors": dots.numbers, "Columns": dots.width}
    head = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": dots.width,
        "Height": dots.height,
        "BitsPerComponent": 8,
        "ColorSpace": PDFName(dots.colour),
        "Filter": PDFName("FlateDecode"),
        "DecodeParms": PDFDictionary(reading),
    }
    return PDFStream(PDFDictionary(head), dots.data)
