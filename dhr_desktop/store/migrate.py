"""Brings a file of the store to the schema this program knows, wholly or not at all."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from sqlcipher3 import dbapi2

from dhr_desktop.base.errors import UserError
from dhr_desktop.store.connection import Connection

_ADDS_COLUMN = re.compile(r"^\s*ALTER TABLE (\w+) ADD COLUMN (\w+)", re.MULTILINE)
FOLDER = Path(__file__).parent / "migrations"


class NewerFile(UserError):
    """The file was last written by a newer version of this program."""

    code: ClassVar[str] = "S003"


def scripts(kind: str, folder: Path = FOLDER) -> list[str]:
    """The migrations of 'library' or 'review' files, oldest first; the n-th brings a file to version n."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"{kind}_[0-9]*.sql"))]


def version(connection: Connection) -> int:
    """The schema version that the file says it has; 0 is an empty file."""
    return int(connection.value("PRAGMA user_version"))


def check(connection: Connection, known: int) -> int:
    """The file's version. Raises `NewerFile` when it is beyond what is `known`."""
    found = version(connection)
    if found > known:
        raise NewerFile(
            f"“{connection.path.name}” was last used by a newer version of this program.",
            "Install the newest version on this computer, then open it again.",
        )
    return found


def apply(connection: Connection, steps: list[str], since: int) -> None:
    """Run `steps` after version `since`. The caller holds the transaction and rolls it back when this raises."""
    for number, script in enumerate(steps[since:], start=since + 1):
        for statement in statements(script):
            if not _adds_what_is_there(connection, statement):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
    if connection.rows("PRAGMA foreign_key_check"):
        raise RuntimeError("a migration left rows that point at nothing")


def _adds_what_is_there(connection: Connection, statement: str) -> bool:
    """Whether it adds a column that the file has: a version was amended while nobody but its makers used it."""
    found = _ADDS_COLUMN.search(statement)
    if found is None:
        return False
    table, column = found.groups()
    return bool(connection.rows("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", (table, column)))


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one, so that they can be run inside a transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and dbapi2.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        raise ValueError("a migration ends in the middle of a statement")
