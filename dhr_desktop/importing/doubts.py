"""Doubts in the words that a chair reads, from the codes that the readers give."""

from functools import cache

from dhr_desktop.base import resources
from dhr_desktop.base.remembered import remembered
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Doubt


@cache
def _words() -> dict[str, str]:
    return resources.toml("importing/doubts.toml")


@remembered(4096)
def doubt(code: str, field: str, written: str, read: str = "", fix: str = "") -> Doubt:
    """A doubt about `field`; `read` is EDTF, or other words where the doubt is not about a date.

    `fix` is what one click would set instead: EDTF or 'HH:MM'.
    """
    return Doubt(code, field, _words()[code].format(written=written, read=_said(read)), fix)


def _said(read: str) -> str:
    try:
        return in_british_words(parse(read))
    except ValueError:
        return read
