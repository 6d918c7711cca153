"""Those who have, or could have, a name for the report, as a table; and the log of one of them."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from dhr_desktop.domain.naming import NamingStep
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.people.naming_reading import NameRow, Names
from dhr_desktop.ui.people.naming_words import day_words, standing_words, step_words


class NamesModel(TextTable):
    """One row for each person, agency and place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[NameRow, ...] = ()
        self._names: dict[int, str] = {}
        self._wanted = ""
        self.shown: Callable[[str], str] | None = None
        """How words may be seen in panel view; None outside it."""

    def show(self, names: Names) -> None:
        """Show these, as far as the search leaves them."""
        self._all = names.rows
        self._names = {person.id: person.real_name for person in names.people}
        self.find(self._wanted)

    def find(self, words: str) -> None:
        """Show those whose name, or whatever stands for it, holds `words`."""
        self._wanted = words
        wanted = words.casefold().strip()
        self.put([row for row in self._all if wanted in f"{row.real_name} {row.stands_as} {row.about}".casefold()])

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self.tr("Real name"), self.tr("In the report"), self.tr("How it stands"), self.tr("To think of")

    def cells(self, row: NameRow) -> tuple[str, ...]:
        """What is shown of one; in panel view nothing that tells whose name it is."""
        if self.shown is not None:
            return self.tr("covered in panel view"), self._covered(row, self.shown), row.stands.standing.value, ""
        number = len(row.checks)
        thoughts = "" if not number else self.tr("1 thing") if number == 1 else self.tr("{n} things").format(n=number)
        stands_as = row.stands_as if row.stands_as != row.real_name else self.tr("its own name")
        return row.real_name, stands_as, standing_words(row.stands, self._names), thoughts

    def _covered(self, row: NameRow, shown: Callable[[str], str]) -> str:
        """A pseudonym as it was chosen; what somebody is may name another."""
        return row.named.pseudonym or shown(row.stands_as)


class LogModel(TextTable):
    """The steps towards one name, in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: dict[int, str] = {}

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self.tr("Date"), self.tr("What happened")

    def cells(self, row: NamingStep) -> tuple[str, ...]:
        """One step."""
        return day_words(row), step_words(row, self.names)
