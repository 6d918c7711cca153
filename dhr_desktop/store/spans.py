"""What a reckoning over all entries needs of each: its agency and its date, and nothing that takes long to read."""

from dhr_desktop.domain.meaning import Origin
from dhr_desktop.store.connection import Connection
from dhr_desktop.store.review import Review

_RECORDED = tuple(origin for origin in Origin if origin.is_record)


def recorded(review: Review) -> list[tuple[int, int, str]]:
    """Id, agency and date (EDTF) of each entry that is a record; what family or an interview told is none."""
    return recorded_by(review.read)


def recorded_by(connection: Connection) -> list[tuple[int, int, str]]:
    """The same, over a connection that is at hand."""
    places = ", ".join("?" * len(_RECORDED))
    sql = f"SELECT id, agency_id, date_edtf FROM entry WHERE origin IN ({places})"
    return list(connection.rows(sql, _RECORDED))


def told(review: Review) -> frozenset[int]:
    """The ids of the entries that are no record: what family or an interview told, or the chair has written."""
    places = ", ".join("?" * len(_RECORDED))
    rows = review.read.rows(f"SELECT id FROM entry WHERE origin NOT IN ({places})", _RECORDED)
    return frozenset(entry_id for (entry_id,) in rows)


def agencies_that_record(review: Review) -> list[int]:
    """The agencies whose silence says something: those of which there are records, and those that sent none.

    Who has sent a file in which nothing was to be found has looked, and recorded nothing. Who has sent nothing, or
    nothing that was not taken back, and has no record is not known to keep any: a person whom the chair heard, whose
    entry was taken off again.
    """
    places = ", ".join("?" * len(_RECORDED))
    sql = (
        "SELECT id FROM agency WHERE EXISTS"
        f" (SELECT 1 FROM entry WHERE agency_id = agency.id AND origin IN ({places}))"
        " OR EXISTS (SELECT 1 FROM submission WHERE agency_id = agency.id AND taken_back_at = '')"
        " AND NOT EXISTS (SELECT 1 FROM entry WHERE agency_id = agency.id) ORDER BY id"
    )
    return [agency_id for (agency_id,) in review.read.rows(sql, _RECORDED)]
