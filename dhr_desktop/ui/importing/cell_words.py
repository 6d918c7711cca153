"""What the chair types into a cell of the preview: how it is understood, and how it is told."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.importing.put_right import read_typed
from dhr_desktop.ui.common.typed_dates import read_typed_date, read_typed_time

translate = QCoreApplication.translate


class Kind(Enum):
    """What a cell holds."""

    DATE = auto()
    TIME = auto()
    WORDS = auto()


def understood(kind: Kind, typed: str) -> str | None:
    """How words are read, day first as in Britain; None when they are no date, or no time."""
    if kind is Kind.WORDS:
        return typed
    if kind is Kind.TIME:
        return read_typed_time(typed)
    date = read_typed_date(typed)
    return None if date is None else f"{in_british_words(parse(date.edtf))} {date.time}".strip()


def kept(kind: Kind, typed: str) -> str:
    """The words to keep: as typed, or in full where only the window knows how they are meant."""
    if kind is Kind.TIME:
        return read_typed_time(typed) or ""
    date = read_typed_date(typed) if kind is Kind.DATE else None
    if date is None or read_typed(typed) == (date.edtf, date.time):
        return typed
    return f"{date.edtf} {date.time}".strip()


def told(kind: Kind, typed: str) -> str:
    """What is said below the table while a cell is typed into."""
    if kind is Kind.WORDS:
        return translate("cell_words", "Return saves it, Shift+Return begins a new line, Escape leaves it as it was.")
    said = understood(kind, typed)
    if said is not None:
        return translate("cell_words", "Read as {words}").format(words=said or translate("cell_words", "no time"))
    if kind is Kind.TIME:
        return translate("cell_words", "Not understood as a time. Try 21:30 or 9.30pm. Escape leaves it as it was.")
    return translate(
        "cell_words",
        "Not understood as a date. Try 5 April 2016, early June 2014, w/c 3/4/17 or spring 2016."
        " Escape leaves it as it was.",
    )
