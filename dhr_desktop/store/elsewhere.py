"""The names that stand for people in other reviews of the library, read without changing or holding on to those."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dhr_desktop.base.errors import UserError
from dhr_desktop.store.connection import Connection, open_file

_NAMES = (("person", "pseudonym"), ("agency", "pseudonym"), ("place_name", "pseudonym"))


@dataclass(frozen=True, slots=True)
class Used:
    """Names in use elsewhere, each with its review's name, and the reviews that could not be read."""

    names: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()


def used_names(files: Sequence[tuple[str, Path, bytes]]) -> Used:
    """The pseudonyms in these review files, each given with its review's name and its own key.

    A file may be older than the present schema; it is not brought up to date by being looked at.
    """
    names: list[tuple[str, str]] = []
    unread: list[str] = []
    for name, path, key in files:
        try:
            connection = open_file(path, key, query_only=True)
        except (UserError, OSError):
            unread.append(name)
            continue
        try:
            names += [(name, pseudonym) for pseudonym in _pseudonyms(connection)]
        except UserError:
            unread.append(name)
        finally:
            connection.close()
    return Used(tuple(names), tuple(unread))


def _pseudonyms(connection: Connection) -> list[str]:
    found: list[str] = []
    for table, column in _NAMES:
        columns = {row[1] for row in connection.rows(f"PRAGMA table_info({table})")}
        if column in columns:
            found += [row[0] for row in connection.rows(f"SELECT {column} FROM {table} WHERE {column} <> ''")]
    return found
