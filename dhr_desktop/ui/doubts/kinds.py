"""What each kind of doubt is called, and which of the doubtful are wanted under which title."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

from dhr_desktop.base import resources
from dhr_desktop.store.doubtful import Doubtful


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the doubtful are shown. What is left empty does not narrow."""

    agency: str = ""
    code: str = ""
    text: str = ""

    def holds(self, one: Doubtful) -> bool:
        """Whether one is among them."""
        entry = one.entry
        if self.agency and one.agency != self.agency:
            return False
        if self.code and all(doubt.code != self.code for doubt in entry.doubts):
            return False
        words = f"{entry.text} {entry.date_written} {entry.people} {entry.source} {one.file_name}".casefold()
        return all(word in words for word in self.text.casefold().split())


@cache
def _names() -> dict[str, str]:
    return resources.toml("importing/doubt_kinds.toml")


def kind_name(code: str) -> str:
    """A kind of doubt in a few words."""
    return _names().get(code) or code.replace("-", " ").capitalize()


def by_submission(one: Doubtful) -> str:
    """The agency, and on a second line its file."""
    return f"{one.agency}\n{one.file_name or QCoreApplication.translate('doubts', 'added by you')}"


def by_kind(one: Doubtful) -> str:
    """The kind of its first doubt."""
    return kind_name(one.entry.doubts[0].code)


def gathered(ones: Iterable[Doubtful], title: Callable[[Doubtful], str]) -> dict[str, list[Doubtful]]:
    """The doubtful under their titles, both in the order in which they come."""
    groups: dict[str, list[Doubtful]] = {}
    for one in ones:
        groups.setdefault(title(one), []).append(one)
    return groups
