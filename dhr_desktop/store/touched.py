"""Which rows a step touched, so that a window can show what an undo brought back."""

from dhr_desktop.store.review import Review


def rows_of(review: Review, step_id: int, table: str, limit: int = 2) -> list[int]:
    """The ids of the rows of `table` that the step changed, in the order it changed them; at most `limit`.

    A large import touches thousands, and whoever asks wants to know only whether it was one.
    """
    sql = (
        "SELECT row_id FROM change WHERE +table_name = ?1 AND id <= (SELECT last_change FROM step WHERE id = ?2)"
        " AND id > (SELECT last_change - changes FROM step WHERE id = ?2) GROUP BY row_id ORDER BY min(id) LIMIT ?3"
    )
    return [row_id for (row_id,) in review.read.rows(sql, (table, step_id, limit))]


def entries_of(review: Review, step_id: int, limit: int = 2) -> list[int]:
    """The ids of the entries that the step changed, or whose themes or lines of enquiry it changed; at most `limit`."""
    sql = (
        "SELECT entry_id, min(id) AS first FROM ("
        " SELECT id, CASE table_name WHEN 'entry' THEN row_id"
        "   ELSE coalesce(new ->> '$.entry_id', old ->> '$.entry_id') END AS entry_id"
        " FROM change WHERE +table_name IN ('entry', 'entry_theme', 'entry_line')"
        " AND id <= (SELECT last_change FROM step WHERE id = ?1)"
        " AND id > (SELECT last_change - changes FROM step WHERE id = ?1)"
        ") WHERE entry_id IS NOT NULL GROUP BY entry_id ORDER BY first LIMIT ?2"
    )
    return [entry_id for entry_id, _ in review.read.rows(sql, (step_id, limit))]


def few_entries_of(review: Review, step_id: int, most: int = 50) -> list[int] | None:
    """As `entries_of`, of a step that changed at most so many rows; None of a larger one, which is not looked at."""
    changes = review.read.value("SELECT changes FROM step WHERE id = ?", (step_id,)) or 0
    return None if changes > most else entries_of(review, step_id, most)
