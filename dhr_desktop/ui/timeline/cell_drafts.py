"""What is typed into a cell of the table and cannot be a step yet: half of a date, until the cell is left."""

from dhr_desktop.ui.common.drafts import Drafts

IN_THE_PANEL = ("date", "time")
"""The fields that stand in the side panel too; what is kept of them is given back there with their entry."""


class CellDrafts:
    """Keeps words for one field of an entry, among the drafts of the review; without any it keeps nothing."""

    def __init__(self) -> None:
        self._drafts: Drafts | None = None

    def keep_in(self, drafts: Drafts) -> None:
        """Keep there from now on."""
        self._drafts = drafts

    def of(self, entry_id: int, name: str) -> str:
        """What is kept for a field of an entry; '' for nothing."""
        return self._drafts.of(_place(entry_id, name)).get(name, "") if self._drafts else ""

    def keep(self, entry_id: int, name: str, typed: str) -> None:
        """Keep what was typed into a field; '' keeps nothing of it any more."""
        if self._drafts is None or self.of(entry_id, name) == typed:
            return
        place = _place(entry_id, name)
        others = {other: words for other, words in self._drafts.of(place).items() if other != name}
        self._drafts.keep(place, {**others, name: typed} if typed else others)


def _place(entry_id: int, name: str) -> str:
    """With what the side panel keeps of the entry, where it has the field; else a place of the table's own."""
    return f"entry/{entry_id}" if name in IN_THE_PANEL else f"cell/{entry_id}"
