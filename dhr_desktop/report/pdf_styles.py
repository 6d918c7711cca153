"""Fonts and paragraph styles of our PDF files."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from reportlab import rl_config  # noqa: TID253 - this room is opened only by to_pdf, when a PDF is made
from reportlab.lib.colors import HexColor  # noqa: TID253 - as above
from reportlab.lib.styles import ParagraphStyle  # noqa: TID253 - as above
from reportlab.lib.units import mm  # noqa: TID253 - as above
from reportlab.pdfbase import pdfmetrics  # noqa: TID253 - as above

from dhr_desktop.base import resources
from dhr_desktop.report.pdf_fonts import MeasuredFont

REGULAR, BOLD = "LiberationSans", "LiberationSans-Bold"
_ITALIC, _BOLD_ITALIC = "LiberationSans-Italic", "LiberationSans-BoldItalic"
_FILES = {REGULAR: "Regular", BOLD: "Bold", _ITALIC: "Italic", _BOLD_ITALIC: "BoldItalic"}


@contextmanager
def binary_streams() -> Iterator[None]:
    """Have ReportLab leave the streams of a file binary while one is written.

    As text (base 85) they are a quarter larger and half a second slower in a long report. It is left as it was, for
    ReportLab cannot draw a picture within a line while it holds.
    """
    usual, rl_config.useA85 = rl_config.useA85, 0
    try:
        yield
    finally:
        rl_config.useA85 = usual


@cache
def register_fonts() -> None:
    """Make the fonts known to ReportLab, once; it embeds of each the letters that a file uses."""
    for name, face in _FILES.items():
        pdfmetrics.registerFont(MeasuredFont(name, str(resources.path(f"fonts/LiberationSans-{face}.ttf"))))


@cache
def ink(name: str) -> HexColor:
    """A colour of printed documents by its name in resources/report/inks.toml."""
    return HexColor(f"#{resources.toml('report/inks.toml')['word'][name]}")


@cache
def styles() -> dict[str, ParagraphStyle]:
    """The paragraph styles by name; sizes and spaces are those of the Word files."""
    made = (
        _style("title", 24, before=60, after=8, bold=True),
        _style("subtitle", 14, after=18, quiet=True),
        _style("front", 11, after=3),
        _style("contents", 14, before=24, after=8, bold=True),
        _style("contents_line", 11, after=4, hanging=12),
        _style("heading1", 15, before=20, after=8, bold=True, hanging=12, keep=True),
        _style("heading1_plain", 15, before=20, after=8, bold=True, keep=True),
        _style("heading2", 12.5, before=14, after=6, bold=True, keep=True),
        _style("heading3", 11, before=10, after=4, bold=True, keep=True),
        _style("normal", 11, after=8),
        _style("numbered", 11, after=8, hanging=12),
        _style("bullet", 11, after=4, hanging=6, indent=12),
        _style("quote", 11, before=4, after=4, indent=12, italic=True),
        _style("quote_source", 10, after=8, indent=12, quiet=True),
        _style("note", 10, before=2, after=8, indent=12, italic=True, quiet=True),
        _style("caption", 10, before=8, after=4, bold=True, keep=True),
    )
    return {style.name: style for style in made}


def face(style: ParagraphStyle, *, bold: bool, italic: bool) -> str:
    """The font of a stretch of text in a style: what the style is by itself, and bold or italic beside."""
    own = style.fontName
    return _FACES[bold or own in {BOLD, _BOLD_ITALIC}, italic or own in {_ITALIC, _BOLD_ITALIC}]


def _style(  # noqa: PLR0913 - a row of the table above
    name: str,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
    italic: bool = False,
    hanging: float = 0,
    indent: float = 0,
    quiet: bool = False,
    keep: bool = False,
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=BOLD if bold else _ITALIC if italic else REGULAR,
        fontSize=size,
        leading=size * 1.32,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=(indent + hanging) * mm if name in _LABELLED else indent * mm,
        bulletIndent=indent * mm,
        bulletFontName=BOLD if bold else REGULAR,
        bulletFontSize=size,
        textColor=ink("quiet" if quiet else "text"),
        keepWithNext=keep,
        rightIndent=_NUMBER_ROOM_MM * mm if name == "contents_line" else 0,
    )


_FACES = {
    (False, False): REGULAR,
    (True, False): BOLD,
    (False, True): _ITALIC,
    (True, True): _BOLD_ITALIC,
}
"""The fonts by whether they are bold and whether they are italic."""

_NUMBER_ROOM_MM = 12
_LABELLED = ("contents_line", "numbered", "bullet", "heading1")
