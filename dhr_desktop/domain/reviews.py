"""The review itself and the agencies that contribute to it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dhr_desktop.domain.scope import Scope, scope_of


class Label(StrEnum):
    """What this review is called. Both names are live: the law of 2004 says one, newer guidance the other."""

    DHR = "Domestic Homicide Review"
    DARDR = "Domestic Abuse Related Death Review"


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What is known of a review as a whole. Dates are EDTF text or ''; `terms` are the lines of enquiry."""

    name: str
    label: Label = Label.DHR
    reference: str = ""
    partnership: str = ""
    chair: str = ""
    died_on: str = ""
    scope_from: str = ""
    scope_to: str = ""
    terms: tuple[str, ...] = ()

    @property
    def scope(self) -> Scope:
        """The days that the review looks at."""
        return scope_of(self.scope_from, self.scope_to)

    @property
    def died_by(self) -> date | None:
        """The last day on which the death can have been; None where nothing is known of it."""
        return scope_of("", self.died_on).last


@dataclass(frozen=True, slots=True)
class Agency:
    """A contributor to the review. `colour` is a place in the theme's agency palette, counted from 0."""

    id: int
    name: str
    colour: int
    contribution: str = ""
    pseudonym: str = ""
    """What an anonymised edition calls it; '' where it stands under its own name."""
    forms: tuple[str, ...] = ()
    """The short names and abbreviations by which records call it, as the chair has recorded them."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A file that an agency sent. The counts always add up: rows = imported + skipped + errors."""

    id: int
    agency_id: int
    file_name: str
    sha256: str
    size: int
    received_at: str
    rows: int
    imported: int
    skipped: int
    errors: int
    step_id: int | None = None
    replaces_id: int | None = None
    """The submission that this one is a revision of."""
    sender: str = ""
    note: str = ""
    taken_back_at: str = ""
    """When its import was taken back while entries of it stay; '' while it stands."""


@dataclass(frozen=True, slots=True)
class OriginalCopy:
    """A copy of an agency's file that was saved outside the review, where its real names are no longer sealed."""

    id: int
    sha256: str
    file_name: str
    saved_at: str
