"""What the chair does to key dates; each change is one step."""

from dataclasses import replace
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.dates import NotEdtf
from dhr_desktop.domain.key_dates import KeyDate
from dhr_desktop.store import key_dates
from dhr_desktop.store.review import Review


class NoKeyDate(UserError):
    """A key date without a day or without words."""

    code: ClassVar[str] = "T060"


def set_key_date(review: Review, key_date: KeyDate, initiator: object | None = None) -> int:
    """Add a key date (id 0) or make the one of this id what it says; returns its id.

    One that says what it said before leaves no step. Raises `NoKeyDate` for one without a day or words.
    """
    wanted = replace(key_date, words=" ".join(key_date.words.split()))
    if not wanted.words or not _has_a_day(wanted):
        raise NoKeyDate("A key date needs a date and a few words.", "Enter both, such as “5 April 2016” and “Arrest”.")
    before = next((one for one in key_dates.listing(review) if one.id == wanted.id), None)
    if before == wanted:
        return wanted.id
    if before is None:
        with review.journal.step(f"Add key date “{wanted.words}”", initiator):
            return key_dates.add(review, wanted).id
    with review.journal.step(f"Change key date “{before.words}”", initiator):
        key_dates.change(review, wanted)
    return wanted.id


def remove_key_date(review: Review, key_date_id: int, initiator: object | None = None) -> None:
    """Remove a key date; one that has gone already leaves no step."""
    gone = next((one for one in key_dates.listing(review) if one.id == key_date_id), None)
    if gone is None:
        return
    with review.journal.step(f"Remove key date “{gone.words}”", initiator):
        key_dates.remove(review, key_date_id)


def _has_a_day(key_date: KeyDate) -> bool:
    try:
        return not key_date.when.is_unknown
    except NotEdtf:
        return False
