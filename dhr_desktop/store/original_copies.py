"""The register of originals that were saved outside the review."""

from dataclasses import replace

from dhr_desktop.domain.reviews import OriginalCopy
from dhr_desktop.store.review import Review

_FIELDS = "sha256, file_name, saved_at"


def listing(review: Review, sha256: str) -> list[OriginalCopy]:
    """The copies that were saved of these bytes, in the order in which they were saved."""
    found = review.read.rows(f"SELECT id, {_FIELDS} FROM original_copy WHERE sha256 = ? ORDER BY id", (sha256,))
    return [OriginalCopy(*row) for row in found]


def add(review: Review, copy: OriginalCopy) -> OriginalCopy:
    """Add a copy, inside a step; returns it with its id."""
    new = review.write.insert(
        f"INSERT INTO original_copy ({_FIELDS}) VALUES (?, ?, ?)", (copy.sha256, copy.file_name, copy.saved_at)
    )
    return replace(copy, id=new)
