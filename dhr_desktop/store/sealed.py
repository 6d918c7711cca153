"""The register of sealed copies."""

from dataclasses import replace

from dhr_desktop.domain.sealed import SealedCopy
from dhr_desktop.store.review import Review

_FIELDS = "recipient, file_name, format, edition, sha256, sealed_at"


def listing(review: Review) -> list[SealedCopy]:
    """All sealed copies, in the order in which they were made."""
    return [SealedCopy(*row) for row in review.read.rows(f"SELECT id, {_FIELDS} FROM sealed_copy ORDER BY id")]


def add(review: Review, copy: SealedCopy) -> SealedCopy:
    """Add a copy, inside a step; returns it with its id."""
    new = review.write.insert(
        f"INSERT INTO sealed_copy ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?)",
        (copy.recipient, copy.file_name, copy.format, copy.edition, copy.sha256, copy.sealed_at),
    )
    return replace(copy, id=new)
