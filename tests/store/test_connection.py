"""Each connection is opened as SECURITY.md says, and what SQLite refuses is told in words."""

import subprocess
import sys

import pytest
from sqlcipher3 import dbapi2

from dhr_desktop.base.errors import UserError
from dhr_desktop.store import connection
from dhr_desktop.store.connection import FileDamaged, StoreProblem, open_file

KEY = bytes(32)


@pytest.fixture
def path(tmp_path):
    place = tmp_path / "50% of “A & B”? #1.dhr"
    place.touch()
    made = open_file(place, KEY, new=True)
    made.execute("CREATE TABLE kept (words TEXT)")
    made.execute("PRAGMA user_version = 1")
    made.close()
    return place


def refused(code: int) -> dbapi2.Error:
    problem = dbapi2.OperationalError("as the machine says it")
    problem.sqlite_errorcode = code
    return problem


def test_the_writer_is_durable_and_leaves_nothing_of_what_was_deleted(path):
    writer = open_file(path, KEY)
    found = {
        name: writer.value(f"PRAGMA {name}")
        for name in (
            *("journal_mode", "synchronous", "secure_delete", "temp_store", "foreign_keys", "trusted_schema"),
            *("recursive_triggers", "query_only"),
        )
    }
    writer.close()

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "recursive_triggers": 1,
        "query_only": 0,
    }


def test_a_reader_cannot_write(path):
    reader = open_file(path, KEY, query_only=True)

    with pytest.raises(UserError):
        reader.execute("INSERT INTO kept VALUES ('x')")
    reader.close()


def test_another_key_finds_the_file_damaged_and_leaves_it_as_it_was(path):
    before = path.read_bytes()

    with pytest.raises(FileDamaged, match="is damaged"):
        open_file(path, bytes([1]) * 32)
    assert path.read_bytes() == before


def test_a_key_of_another_length_is_a_fault_of_ours(path):
    with pytest.raises(ValueError, match="32 bytes"):
        open_file(path, b"short")


def test_a_missing_file_is_not_made(tmp_path):
    with pytest.raises(StoreProblem, match="could not be opened"):
        open_file(tmp_path / "gone.dhr", KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_holds_is_said_to_be_in_use(path, monkeypatch):
    monkeypatch.setattr(connection, "_BUSY_MILLISECONDS", 1)
    first, second = open_file(path, KEY), open_file(path, KEY)
    first.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreProblem, match="Another program is using"):
        second.execute("BEGIN IMMEDIATE")
    first.execute("ROLLBACK")
    first.close()
    second.close()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (dbapi2.SQLITE_BUSY, "Another program is using"),
        (dbapi2.SQLITE_READONLY, "does not allow"),
        (dbapi2.SQLITE_IOERR, "The disk failed"),
        (dbapi2.SQLITE_IOERR | (13 << 8), "The disk failed"),
        (dbapi2.SQLITE_FULL, "The disk is full"),
        (dbapi2.SQLITE_CANTOPEN, "could not be opened"),
        (dbapi2.SQLITE_CORRUPT, "is damaged"),
        (dbapi2.SQLITE_NOTADB, "is damaged"),
    ],
)
def test_what_the_chair_can_act_on_is_told_in_words(path, code, words):
    told = connection.explained(refused(code), path)

    assert words in told.what
    assert path.name in told.what
    assert str(path.parent) not in str(told)
    assert "as the machine says it" not in str(told)


@pytest.mark.parametrize("code", [dbapi2.SQLITE_ERROR, dbapi2.SQLITE_CONSTRAINT, dbapi2.SQLITE_MISUSE])
def test_a_fault_of_ours_stays_one(path, code):
    assert connection.explained(refused(code), path) is None


def test_an_error_in_a_statement_is_not_dressed_up_as_the_chairs_problem(path):
    opened = open_file(path, KEY)

    with pytest.raises(dbapi2.OperationalError, match="no such table"):
        opened.rows("SELECT * FROM elsewhere")
    opened.close()


def test_nothing_is_said_on_standard_error_when_a_key_does_not_fit(path):
    script = (
        "import sys; from pathlib import Path\n"
        "from dhr_desktop.base.errors import UserError; from dhr_desktop.store.connection import open_file\n"
        "try: open_file(Path(sys.argv[1]), bytes([1]) * 32)\n"
        "except UserError: print('refused')"
    )
    said = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)

    assert (said.stdout, said.stderr) == ("refused\n", "")
