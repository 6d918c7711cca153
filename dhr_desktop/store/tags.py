"""What entries are tagged with, themes and lines of enquiry alike: a table of pairs of an entry and what it has."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Tags:
    """The pairs of one table; `column` names what an entry has."""

    table: str
    column: str

    def of_entries(self, review: Review, entry_ids: Collection[int]) -> dict[int, frozenset[int]]:
        """The ids of what each of these entries has; an entry that has nothing is left out."""
        rows = review.read.rows(
            f"SELECT entry_id, {self.column} FROM {self.table} WHERE entry_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(entry_ids)),),
        )
        found: dict[int, frozenset[int]] = {}
        for entry_id, tag_id in rows:
            found[entry_id] = found.get(entry_id, frozenset()) | {tag_id}
        return found

    def give(self, review: Review, entry_ids: Collection[int], tag_id: int) -> None:
        """Have these entries have it, inside a step; those that do already stay as they are."""
        review.write.execute(
            f"INSERT INTO {self.table} (entry_id, {self.column}) SELECT value, ?1 FROM json_each(?2)"
            f" WHERE value NOT IN (SELECT entry_id FROM {self.table} WHERE {self.column} = ?1)",
            (tag_id, json.dumps(list(entry_ids))),
        )

    def take(self, review: Review, entry_ids: Collection[int], tag_id: int) -> None:
        """Have these entries have it no longer, inside a step."""
        review.write.execute(
            f"DELETE FROM {self.table} WHERE {self.column} = ? AND entry_id IN (SELECT value FROM json_each(?))",
            (tag_id, json.dumps(list(entry_ids))),
        )
