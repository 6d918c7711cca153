"""How the history speaks of one kind of record, whichever it is."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class RecordWords:
    """A kind of record: what it is called, of somebody ('{who}') and of nobody, and its columns that are told."""

    of: str
    alone: str
    columns: dict[str, str]
    one: str
    many: str
    """A number of them."""


def tr(words: str) -> str:
    """The words in the language of the program."""
    return QCoreApplication.translate("HistoryFields", words)


def since() -> dict[str, str]:
    """The columns of what holds for a time."""
    return {"since": tr("Since"), "until": tr("Until")}
