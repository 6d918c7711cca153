"""The journal's triggers follow from the schema, whatever it holds."""

import pytest
from sqlcipher3 import dbapi2

from dhr_desktop.store import migrate, triggers
from dhr_desktop.store.connection import Connection, open_file
from dhr_desktop.store.journal import Journal

PLAIN = "CREATE TABLE {} (id INTEGER PRIMARY KEY AUTOINCREMENT, {})"


def opened(tmp_path, *tables: str) -> Connection:
    """A file with the journal's own tables and these."""
    path = tmp_path / "any.dhr"
    path.touch()
    made = open_file(path, bytes(32), new=True)
    whole = migrate.scripts("review")[0]
    for statement in migrate.statements(whole[: whole.index("-- The review.")]):
        made.execute(statement)
    for table in tables:
        made.execute(table)
    made.execute("BEGIN")
    triggers.refresh(made)
    made.execute("COMMIT")
    return made


@pytest.fixture
def connect(tmp_path):
    made: list[Connection] = []

    def connected(*tables: str) -> tuple[Connection, Journal]:
        made.append(opened(tmp_path, *tables))
        return made[-1], Journal(made[-1], lambda: made[-1], lambda *_: None, lambda _: None)

    yield connected
    for each in made:
        each.close()


def test_a_row_is_recorded_as_it_was_and_as_it_is(connect):
    file, journal = connect(PLAIN.format("note", "words TEXT, place INTEGER"))
    with journal.step("Add"):
        file.execute("INSERT INTO note (words, place) VALUES ('a “b” \\ \n', NULL)")
    with journal.step("Change"):
        file.execute("UPDATE note SET place = 7")
    with journal.step("Remove"):
        file.execute("DELETE FROM note")

    changes = [(change.label, change.old, change.new) for change in journal.history_of("note", 1)]
    assert changes == [
        ("Remove", {"words": "a “b” \\ \n", "place": 7}, None),
        ("Change", {"place": None}, {"place": 7}),
        ("Add", None, {"words": "a “b” \\ \n", "place": None}),
    ]


def test_columns_named_like_words_of_sql_are_recorded(connect):
    file, journal = connect(PLAIN.format('"order"', '"group" TEXT, "select" INTEGER'))
    with journal.step("Add"):
        file.execute('INSERT INTO "order" ("group", "select") VALUES (\'a\', 1)')
    with journal.step("Change"):
        file.execute('UPDATE "order" SET "select" = 2')
    journal.undo()
    journal.undo()
    journal.redo()

    assert file.rows('SELECT "group", "select" FROM "order"') == [("a", 1)]


def test_computed_columns_are_not_recorded(connect):
    file, journal = connect(PLAIN.format("note", "words TEXT, size INTEGER AS (length(words)) VIRTUAL"))
    with journal.step("Add"):
        file.execute("INSERT INTO note (words) VALUES ('abc')")
    journal.undo()
    journal.redo()

    assert journal.history_of("note", 1)[0].new == {"words": "abc"}
    assert file.rows("SELECT words, size FROM note") == [("abc", 3)]


@pytest.mark.parametrize(
    "op", ["INSERT INTO note (words) VALUES ('x')", "DELETE FROM note", "UPDATE note SET words = 'x'"]
)
def test_every_write_outside_a_step_is_refused(connect, op):
    file, journal = connect(PLAIN.format("note", "words TEXT"))
    with journal.step("Add"):
        file.execute("INSERT INTO note (words) VALUES ('a')")

    with pytest.raises(dbapi2.IntegrityError, match="outside a step"):
        file.execute(op)
    assert file.rows("SELECT words FROM note") == [("a",)]


def test_a_row_keeps_its_id(connect):
    file, journal = connect(PLAIN.format("note", "words TEXT"))

    with journal.step("Add"):
        file.execute("INSERT INTO note (words) VALUES ('a')")
        with pytest.raises(dbapi2.IntegrityError, match="keeps its id"):
            file.execute("UPDATE note SET id = 2")


def test_a_replaced_row_is_recorded_as_removed_and_added(connect):
    file, journal = connect(PLAIN.format("note", "words TEXT UNIQUE, place INTEGER"))
    with journal.step("Add"):
        file.execute("INSERT INTO note (words, place) VALUES ('a', 1)")
    with journal.step("Replace"):
        file.execute("INSERT OR REPLACE INTO note (words, place) VALUES ('a', 2)")
    journal.undo()

    assert file.rows("SELECT id, words, place FROM note") == [(1, "a", 1)]


def test_kept_bytes_are_added_in_a_step_and_never_changed_or_removed(connect):
    file, journal = connect(
        "CREATE TABLE picture (name TEXT PRIMARY KEY, data BLOB)", PLAIN.format("note", "words TEXT")
    )
    with pytest.raises(dbapi2.IntegrityError, match="outside a step"):
        file.execute("INSERT INTO picture VALUES ('a', x'00')")
    with journal.step("Add"):
        file.execute("INSERT INTO picture VALUES ('a', x'00')")
        file.execute("INSERT INTO note (words) VALUES ('a')")
        for op in ("UPDATE picture SET data = x'01'", "DELETE FROM picture"):
            with pytest.raises(dbapi2.IntegrityError, match="never changed or removed"):
                file.execute(op)
    journal.undo()

    assert file.rows("SELECT name, data FROM picture") == [("a", b"\0")]
    assert journal.steps()[0].changes == 1


@pytest.mark.parametrize("table", ["step", "change"])
@pytest.mark.parametrize("op", ["DELETE FROM {}", "UPDATE {} SET id = id + 100"])
def test_the_journal_only_grows(connect, table, op):
    file, journal = connect(PLAIN.format("note", "words TEXT"))
    with journal.step("Add"):
        file.execute("INSERT INTO note (words) VALUES ('a')")
        file.execute("UPDATE note SET words = 'b'")

    with journal.step("Meddle"), pytest.raises(dbapi2.IntegrityError, match="only grows"):
        file.execute(op.format(table))


def test_a_table_without_an_id_that_is_never_used_again_is_refused(connect):
    with pytest.raises(ValueError, match="AUTOINCREMENT"):
        connect("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")


def test_triggers_of_another_making_are_renewed(connect):
    file, _ = connect(PLAIN.format("note", "words TEXT"))
    before = file.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
    file.execute("DROP TRIGGER journal_note_insert")
    file.execute("DROP TRIGGER journal_note_update")
    file.execute("CREATE TRIGGER journal_note_update AFTER UPDATE ON note BEGIN SELECT 1; END")
    file.execute("CREATE TRIGGER journal_gone_delete AFTER DELETE ON note BEGIN SELECT 1; END")
    file.execute("BEGIN")
    triggers.refresh(file)
    file.execute("COMMIT")

    assert file.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name") == before


@pytest.mark.parametrize("on_delete", ["CASCADE", "SET NULL", "SET DEFAULT"])
def test_what_a_foreign_key_does_on_delete_is_recorded_and_undone(connect, on_delete):
    file, journal = connect(
        PLAIN.format("parent", "words TEXT"),
        PLAIN.format(
            "child", f"parent_id INTEGER DEFAULT NULL REFERENCES parent (id) ON DELETE {on_delete}, words TEXT"
        ),
        PLAIN.format("grandchild", "child_id INTEGER REFERENCES child (id) ON DELETE CASCADE"),
    )
    with journal.step("Add"):
        file.execute("INSERT INTO parent (words) VALUES ('a'), ('b')")
        file.execute("INSERT INTO child (parent_id, words) VALUES (1, 'c'), (1, 'd'), (2, 'e')")
        file.execute("INSERT INTO grandchild (child_id) VALUES (1), (2), (3)")
    before = [file.rows(f"SELECT * FROM {table}") for table in ("parent", "child", "grandchild")]
    with journal.step("Remove"):
        file.execute("DELETE FROM parent WHERE id = 1")
    after = [file.rows(f"SELECT * FROM {table}") for table in ("parent", "child", "grandchild")]

    journal.undo()
    assert [file.rows(f"SELECT * FROM {table}") for table in ("parent", "child", "grandchild")] == before
    journal.redo()
    assert [file.rows(f"SELECT * FROM {table}") for table in ("parent", "child", "grandchild")] == after


@pytest.mark.parametrize("when", ["", "DEFERRABLE INITIALLY DEFERRED"])
def test_rows_that_point_at_one_another_are_put_back(connect, when):
    file, journal = connect(PLAIN.format("place", f"above INTEGER REFERENCES place (id) {when}, words TEXT"))
    with journal.step("Add"):
        file.execute("INSERT INTO place (above, words) VALUES (2, 'a'), (1, 'b'), (3, 'c')")
    before = file.rows("SELECT * FROM place")
    with journal.step("Remove"):
        file.execute("DELETE FROM place")
    journal.undo()
    assert file.rows("SELECT * FROM place") == before

    journal.undo()
    assert file.rows("SELECT * FROM place") == []
    journal.redo()
    assert file.rows("SELECT * FROM place") == before


def test_names_that_changed_places_through_a_third_change_back(connect):
    file, journal = connect(PLAIN.format("note", "words TEXT UNIQUE"))
    with journal.step("Add"):
        file.execute("INSERT INTO note (words) VALUES ('a'), ('b')")
    with journal.step("Swap"):
        for words, row in (("third", 1), ("a", 2), ("b", 1)):
            file.execute("UPDATE note SET words = ? WHERE id = ?", (words, row))
    journal.undo()
    assert file.rows("SELECT id, words FROM note ORDER BY id") == [(1, "a"), (2, "b")]

    journal.redo()
    assert file.rows("SELECT id, words FROM note ORDER BY id") == [(1, "b"), (2, "a")]


@pytest.mark.parametrize(
    "value", ["a\0b", "", "\U0001f5c2", "'", '"', "\\u0000", "\x1e\x1f", -(2**63), 2**63 - 1, None, 1.5]
)
def test_every_value_survives_undo_and_redo(connect, value):
    file, journal = connect(PLAIN.format("note", "words"))
    with journal.step("Add"):
        file.execute("INSERT INTO note (words) VALUES (?)", (value,))
    with journal.step("Change"):
        file.execute("UPDATE note SET words = 'other'")
    journal.undo()
    assert file.value("SELECT words FROM note") == value
    journal.undo()
    journal.redo()

    assert file.value("SELECT words FROM note") == value
    assert journal.first_broken_step() is None
