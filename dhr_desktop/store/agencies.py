"""Agencies that contribute to the review."""

import json
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store.connection import Row
from dhr_desktop.store.review import Review

_COLUMNS = "id, name, colour, contribution, pseudonym, forms"


class AgencyGone(UserError, LookupError):
    """The agency is no longer in the review, as when the import that brought it was undone meanwhile."""

    code: ClassVar[str] = "S011"


def listing(review: Review) -> list[Agency]:
    """All agencies, in the order in which they were added."""
    return [_agency(row) for row in review.read.rows(f"SELECT {_COLUMNS} FROM agency ORDER BY id")]


def get(review: Review, agency_id: int) -> Agency:
    """One agency. Raises `AgencyGone` when it is not there."""
    row = review.read.row(f"SELECT {_COLUMNS} FROM agency WHERE id = ?", (agency_id,))
    if row is None:
        raise AgencyGone("This agency is no longer in the review.", "Choose another agency, or undo to bring it back.")
    return _agency(row)


def find(review: Review, name: str) -> Agency | None:
    """The agency of this name, whatever its capitals; None when there is none."""
    row = review.read.row(f"SELECT {_COLUMNS} FROM agency WHERE name = ? COLLATE NOCASE", (name,))
    return _agency(row) if row else None


def add(review: Review, name: str, contribution: str = "") -> Agency:
    """Add an agency, with the first colour that no other has."""
    taken = {colour for (colour,) in review.write.rows("SELECT colour FROM agency")}
    colour = next(place for place in range(len(taken) + 1) if place not in taken)
    new = review.write.insert(
        "INSERT INTO agency (name, colour, contribution) VALUES (?, ?, ?)", (name, colour, contribution)
    )
    return Agency(new, name, colour, contribution)


def change(review: Review, agency: Agency) -> None:
    """Make the agency of this id what `agency` says."""
    review.write.execute(
        "UPDATE agency SET name = ?, colour = ?, contribution = ?, pseudonym = ?, forms = ? WHERE id = ?",
        (agency.name, agency.colour, agency.contribution, agency.pseudonym, json.dumps(agency.forms), agency.id),
    )


def _agency(row: Row) -> Agency:
    agency_id, name, colour, contribution, pseudonym, forms = row
    return Agency(agency_id, name, colour, contribution, pseudonym, tuple(json.loads(forms)))
