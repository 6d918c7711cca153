"""The formats that a drawn picture can leave in."""

from collections.abc import Callable, Sequence

from dhr_desktop.domain.picture.shapes import Shape
from dhr_desktop.report.figure import DrawnPicture
from dhr_desktop.report.picture_png import to_png
from dhr_desktop.report.picture_svg import to_svg

FORMATS = {"png": "PNG", "svg": "SVG"}
_WRITERS: dict[str, Callable[[Sequence[Shape], tuple[float, float], str, str], bytes]] = {"png": to_png, "svg": to_svg}


def written(picture: DrawnPicture, form: str) -> bytes:
    """The bytes of a picture in one of `FORMATS`."""
    return _WRITERS[form](picture.shapes, picture.size, picture.title, picture.description)
