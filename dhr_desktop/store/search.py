"""Search by word: the index over the entries, and queries in which nothing typed has a hidden meaning."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

from dhr_desktop.store.connection import Connection

COLUMNS = ("text", "action", "source", "reference", "people", "comment", "date_written")
_TOUCHED = f"""
SELECT row_id FROM change WHERE id BETWEEN ? AND ? AND +table_name = 'entry'
AND (op <> 'update' OR {" OR ".join(f"json_type(new, '$.{name}') IS NOT NULL" for name in COLUMNS)})
"""

_MERGED_AT_A_TIME = 100
"""Pages of the index written at a time: some 10 ms. An edit alone leaves two or three."""
_CHANGES_TO_A_PAGE = 20
"""A large import leaves an index in many parts: a page more for so many rows, or each of fifty edits would pay it."""

_PIECES = re.compile(r'"([^"]*)"|(\S+)')


def renew(connection: Connection, first: int, last: int) -> None:
    """Bring the index up to date with the changes `first` to `last` of the journal.

    Once for a step, and not by triggers: FTS5 writes its pending words to disk at every savepoint, and SQLite makes
    one for each row that has triggers, so that 20,000 rows took 1.7 s in place of 0.2.
    """
    connection.execute(f"DELETE FROM entry_words WHERE rowid IN ({_TOUCHED} AND op <> 'insert')", (first, last))
    columns = ", ".join(COLUMNS)
    connection.execute(
        f"INSERT INTO entry_words (rowid, {columns}) SELECT id, {columns} FROM entry WHERE id IN ({_TOUCHED})",
        (first, last),
    )


def tidy(connection: Connection) -> None:
    """Merge parts of the index that the last step has left, or most of them; where there are few, nothing is done."""
    changes = connection.value("SELECT changes FROM step ORDER BY id DESC LIMIT 1") or 0
    pages = max(_MERGED_AT_A_TIME, changes // _CHANGES_TO_A_PAGE)
    connection.execute("INSERT INTO entry_words (entry_words, rank) VALUES ('merge', ?)", (pages,))


def matches(connection: Connection, typed: str, among: Collection[int] | None = None) -> list[int] | None:
    """The ids of the entries that hold what was typed, ascending; None when nothing searchable was typed.

    They come as one JSON text: as rows, 70,000 of them take 22 ms to cross into Python; so, 9. Of a few entries,
    `among` which alone they are wanted, only those come.
    """
    words = query(typed)
    if not words:
        return None
    sql = "SELECT json_group_array(rowid) FROM entry_words WHERE entry_words MATCH ?"
    values: list[str] = [words]
    if among is not None:
        # With a + the index is passed through once, and not for each of them.
        sql += " AND +rowid IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(among)))
    found: list[int] = json.loads(connection.value(sql, values))
    return found


def agencies_holding(connection: Connection, phrase: str, moved: Mapping[int, int]) -> frozenset[int]:
    """The agencies of whose entries one holds the phrase word for word, whatever its capitals; it has a word.

    `moved` says of entries that stand under another agency now whose they were at first: theirs they stay.
    """
    found = connection.rows(
        "SELECT DISTINCT iif(id IN (SELECT value FROM json_each(?)), -id, agency_id) FROM entry"
        " WHERE id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)",
        (json.dumps(list(moved)), f'"{phrase}"'),
    )
    return frozenset(moved[-each] if each < 0 else each for (each,) in found)


def holding_any(connection: Connection, phrases: Iterable[str]) -> list[int]:
    """The ids of the entries that hold one of the phrases word for word, whatever their capitals, ascending."""
    cleaned = (phrase.replace("\0", " ").replace('"', " ") for phrase in phrases)
    pieces = [f'"{phrase}"' for phrase in cleaned if any(_is_searched(character) for character in phrase)]
    if not pieces:
        return []
    sql = "SELECT json_group_array(rowid) FROM entry_words WHERE entry_words MATCH ?"
    found: list[int] = json.loads(connection.value(sql, (" OR ".join(pieces),)))
    return found


def query(typed: str) -> str:
    """The FTS5 query for `typed`; '' when it holds nothing to look for.

    Every word must occur, in any order; the last may be unfinished, unless a space or a quotation mark ends it.
    Words between quotation marks stand together. '24/7', 'AND', '*' and brackets mean only themselves.
    """
    cleaned = typed.replace("\0", " ")
    found = [(quoted or word).replace('"', " ") for quoted, word in _PIECES.findall(cleaned)]
    pieces = [piece for piece in found if any(_is_searched(character) for character in piece)]
    if not pieces:
        return ""
    unfinished = not cleaned[-1].isspace() and not cleaned.endswith('"')
    return " ".join(f'"{piece}"' for piece in pieces) + ("*" if unfinished else "")


def _is_searched(character: str) -> bool:
    """Whether the index's tokenizer, unicode61, takes the character as part of a word."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"
