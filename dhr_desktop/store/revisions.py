"""What a revised submission needs to know of the one that it revises."""

from dhr_desktop.store.review import Review


def entries_by_row(review: Review, submission_id: int) -> dict[tuple[str, int], int]:
    """The ids of a submission's entries by the table and the row that they came from."""
    sql = (
        "SELECT name, row, entry.id FROM entry JOIN source_row ON source_row.id = source_row_id"
        " JOIN source_table ON source_table.id = source_table_id WHERE entry.submission_id = ?"
    )
    return {(table, row): entry_id for table, row, entry_id in review.read.rows(sql, (submission_id,))}


def superseded(review: Review) -> dict[int, int]:
    """The submissions that a later one revises, each with the id of that one; one taken back revises none."""
    sql = "SELECT replaces_id, id FROM submission WHERE replaces_id IS NOT NULL AND taken_back_at = '' ORDER BY id"
    return dict(review.read.rows(sql))
