"""What a revised submission needs to know of the one that it revises."""

from dhr_desktop.store.review import Review


def entries_by_row(review: Review, submission_id: int) -> dict[tuple[str, int, int], int]:
    """The ids of a submission's entries by the table and the row that they came from.

    The third part tells apart the rows of one number in tables of one name, such as two side by side on a sheet: how
    many of them were stored before. An entry that stayed with a later version, when that was taken back, is still the
    entry of the row which it was of before.
    """
    sql = (
        "WITH stored AS (SELECT source_row.id, name, row,"
        " ROW_NUMBER() OVER (PARTITION BY name, row ORDER BY source_row.id) - 1 AS nth"
        " FROM source_row JOIN source_table ON source_table.id = source_table_id WHERE submission_id = ?1),"
        " stayed AS (SELECT entry.id AS entry_id, (SELECT json_extract(old, '$.source_row_id') AS before FROM change"
        " WHERE table_name = 'entry' AND row_id = entry.id AND op = 'update' AND before IN (SELECT id FROM stored)"
        " ORDER BY change.id DESC LIMIT 1) AS before"
        " FROM entry JOIN submission ON submission.id = submission_id"
        " WHERE taken_back_at <> '' AND submission_id <> ?1)"
        " SELECT name, row, nth, entry_id FROM stayed JOIN stored ON stored.id = before UNION ALL"
        " SELECT name, row, nth, entry.id FROM entry JOIN stored ON stored.id = source_row_id"
        " WHERE entry.submission_id = ?1"
    )
    return {(table, row, nth): entry_id for table, row, nth, entry_id in review.read.rows(sql, (submission_id,))}


def left_behind(review: Review, submission_id: int) -> list[tuple[int, int]]:
    """The entries that stayed with other files of a submission's agency, each with the id of the row that it is of.

    They stayed with the versions before it when their row was gone from a later one, or with a file of the agency
    that was taken back.
    """
    sql = (
        "WITH RECURSIVE earlier (id) AS (SELECT replaces_id FROM submission WHERE id = ?1"
        " UNION SELECT replaces_id FROM submission JOIN earlier USING (id)),"
        " others (id) AS (SELECT id FROM earlier UNION SELECT id FROM submission WHERE id <> ?1 AND taken_back_at <> ''"
        " AND (replaces_id = ?1 OR replaces_id IN (SELECT id FROM earlier)"
        " OR agency_id = (SELECT agency_id FROM submission WHERE id = ?1)))"
        " SELECT entry.id, source_row_id FROM entry JOIN others ON others.id = submission_id"
        " WHERE source_row_id IS NOT NULL ORDER BY entry.id"
    )
    return [(entry_id, row_id) for entry_id, row_id in review.read.rows(sql, (submission_id,))]


def of_taken_back(review: Review, agency_id: int) -> list[tuple[int, int]]:
    """The entries that stayed when a file of an agency was taken back, each with the id of the row that it is of."""
    sql = (
        "SELECT entry.id, source_row_id FROM entry JOIN submission ON submission.id = submission_id"
        " WHERE taken_back_at <> '' AND submission.agency_id = ? AND source_row_id IS NOT NULL ORDER BY entry.id"
    )
    return [(entry_id, row_id) for entry_id, row_id in review.read.rows(sql, (agency_id,))]


def superseded(review: Review) -> dict[int, int]:
    """The submissions that a later one revises, each with the id of that one; one taken back revises none."""
    sql = "SELECT replaces_id, id FROM submission WHERE replaces_id IS NOT NULL AND taken_back_at = '' ORDER BY id"
    return dict(review.read.rows(sql))
