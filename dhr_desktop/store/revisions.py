"""What a revised submission needs to know of the one that it revises."""

from dhr_desktop.store.review import Review


def entries_by_row(review: Review, submission_id: int) -> dict[tuple[str, int, int], int]:
    """The ids of a submission's entries by the table and the row that they came from.

    The third part tells apart the rows of one number in tables of one name, such as two side by side on a sheet: how
    many of them were stored before.
    """
    sql = (
        "WITH stored AS (SELECT source_row.id, name, row,"
        " ROW_NUMBER() OVER (PARTITION BY name, row ORDER BY source_row.id) - 1 AS nth"
        " FROM source_row JOIN source_table ON source_table.id = source_table_id WHERE submission_id = ?1)"
        " SELECT name, row, nth, entry.id FROM entry JOIN stored ON stored.id = source_row_id"
        " WHERE entry.submission_id = ?1"
    )
    return {(table, row, nth): entry_id for table, row, nth, entry_id in review.read.rows(sql, (submission_id,))}


def left_behind(review: Review, submission_id: int) -> list[tuple[int, int]]:
    """The entries that stayed with the versions before a submission, each with the id of the row that it is of."""
    sql = (
        "WITH RECURSIVE earlier (id) AS (SELECT replaces_id FROM submission WHERE id = ?"
        " UNION SELECT replaces_id FROM submission JOIN earlier USING (id))"
        " SELECT entry.id, source_row_id FROM entry JOIN earlier ON earlier.id = submission_id"
        " WHERE source_row_id IS NOT NULL ORDER BY entry.id"
    )
    return [(entry_id, row_id) for entry_id, row_id in review.read.rows(sql, (submission_id,))]


def superseded(review: Review) -> dict[int, int]:
    """The submissions that a later one revises, each with the id of that one; one taken back revises none."""
    sql = "SELECT replaces_id, id FROM submission WHERE replaces_id IS NOT NULL AND taken_back_at = '' ORDER BY id"
    return dict(review.read.rows(sql))
