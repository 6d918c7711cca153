"""The words of agencies' files that stand around the entries: titles, lists of people, keys, footnotes."""

import json

from dhr_desktop.store.review import Review

_DUMB = ("blank row", "headings", "headings repeated")


def words(review: Review) -> list[tuple[int, str]]:
    """The words of each row that is no entry, and of each footnote, with the agency that sent them."""
    found = [
        (agency_id, "\t".join(cell for cell in json.loads(cells) if cell.strip()))
        for agency_id, cells in review.read.rows(
            "SELECT submission.agency_id, cells FROM source_row JOIN source_table ON source_table.id = source_table_id"
            " JOIN submission ON submission.id = submission_id"
            f" WHERE outcome <> 'imported' AND reason NOT IN ({', '.join('?' * len(_DUMB))}) AND taken_back_at = ''"
            " AND NOT EXISTS (SELECT 1 FROM entry WHERE source_row_id = source_row.id) ORDER BY source_row.id",
            _DUMB,
        )
    ]
    notes: dict[tuple[int, str], None] = {}
    for agency_id, shape in review.read.rows(
        "SELECT submission.agency_id, shape FROM source_table JOIN submission ON submission.id = submission_id"
        " WHERE taken_back_at = '' ORDER BY source_table.id"
    ):
        for note in json.loads(shape or "{}").get("notes", {}).values():
            notes[agency_id, note] = None
    return [*found, *notes]


def abbreviations(review: Review) -> list[str]:
    """The abbreviations that agencies explain in their files."""
    return [term for (term,) in review.read.rows("SELECT DISTINCT term FROM glossary_term ORDER BY term")]
