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


def superseded(review: Review) -> dict[int, int]:
    """The submissions that a later one revises, each with the id of that one; one taken back revises none."""
    sql = "SELECT replaces_id, id FROM submission WHERE replaces_id IS NOT NULL AND taken_back_at = '' ORDER BY id"
    return dict(review.read.rows(sql))
