"""What pictures in files are drawn with: colours on white paper, and one font with its measures."""

from functools import cache
from typing import TYPE_CHECKING

from dhr_desktop.base import resources
from dhr_desktop.base.remembered import remembered
from dhr_desktop.domain.picture.frame import Type
from dhr_desktop.domain.picture.shapes import Ink

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SIZE = 12.0
"""The size of letters in the units of a picture, of which 96 are an inch."""
FAMILY = "Liberation Sans"
_MEASURED_AT = 10
"""Widths are measured in large letters, since those of small ones are rounded to whole dots."""


@cache
def _roles() -> dict[str, str]:
    found: dict[str, str] = resources.toml("report/inks.toml")["picture"]
    return found


@cache
def _agencies() -> tuple[str, ...]:
    return tuple(resources.toml("themes/light.toml")["agencies"]["colours"])


def colour(ink: Ink) -> str:
    """The colour of an ink as six digits, without what is let through."""
    if isinstance(ink.role, int):
        return _agencies()[ink.role % len(_agencies())].removeprefix("#")
    return _roles()[ink.role]


def rgb(ink: Ink) -> tuple[int, int, int]:
    """The colour of an ink as red, green and blue."""
    written = colour(ink)
    red, green, blue = (int(written[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


@cache
def font(size: int, *, bold: bool = False) -> "FreeTypeFont":
    """The font in a size."""
    from PIL import ImageFont  # noqa: PLC0415 - only where a picture is made

    face = "Bold" if bold else "Regular"
    return ImageFont.truetype(str(resources.path(f"fonts/LiberationSans-{face}.ttf")), size)


@remembered(4096)
def measure(words: str, *, bold: bool = False) -> float:
    """How wide words are."""
    return font(round(SIZE * _MEASURED_AT), bold=bold).getlength(words) / _MEASURED_AT


def letters() -> Type:
    """The measures of the font."""
    ascent, descent = (part / _MEASURED_AT for part in font(round(SIZE * _MEASURED_AT), bold=True).getmetrics())
    return Type(ascent + descent, ascent, measure("0"))
