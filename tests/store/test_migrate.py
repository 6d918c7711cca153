"""A file is brought to the present schema wholly or not at all, and never back."""

import shutil

import pytest

from dhr_desktop.store import entries, facts, migrate, triggers
from dhr_desktop.store.connection import open_file
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review, bring_up_to_date
from tests.store.made import CHEAP, PASSPHRASE, imported

KEY = bytes(32)
PRESENT = len(migrate.scripts("review"))
SECOND = """
-- A second version, as a later program might have it.
ALTER TABLE agency ADD COLUMN contact TEXT NOT NULL DEFAULT 'nobody; yet';
UPDATE agency SET contact = name;
CREATE TABLE visit (id INTEGER PRIMARY KEY AUTOINCREMENT, words TEXT);
"""
FAILS = "ALTER TABLE agency ADD COLUMN contact TEXT;\nUPDATE agency SET nowhere = 1;\n"
ORPHANS = "PRAGMA defer_foreign_keys = ON;\nUPDATE entry SET agency_id = 99;\n"


def schema(connection) -> list[tuple[str, str]]:
    return connection.rows("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY name")


@pytest.fixture
def later(tmp_path, monkeypatch):
    """Give the program one migration more."""

    def with_second(script: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(migrate.FOLDER, folder, dirs_exist_ok=True)
        (folder / f"review_{PRESENT + 1:04}.sql").write_text(script)
        steps = migrate.scripts("review", folder)
        monkeypatch.setattr(migrate, "scripts", lambda _: steps)

    return with_second


@pytest.fixture
def old(review):
    """A file of the first version with an import in it, closed."""
    imported(review, ["one", "two"])
    review.close()
    return review


def reopened(old) -> Review:
    return Review(old.id, old.path, old._key)


def test_a_migrated_file_has_the_schema_of_a_new_one(old, later, tmp_path):
    later(SECOND)
    migrated = reopened(old)
    (tmp_path / "new.dhr").touch()
    new = open_file(tmp_path / "new.dhr", KEY, new=True)
    new.execute("BEGIN")
    migrate.apply(new, migrate.scripts("review"), 0)
    triggers.refresh(new)
    new.execute("COMMIT")

    assert schema(migrated.read) == schema(new)
    assert migrate.version(migrated.read) == migrate.version(new) == PRESENT + 1
    migrated.close()
    new.close()


def test_a_migration_keeps_the_rows_and_may_write_without_a_step(old, later):
    later(SECOND)
    migrated = reopened(old)

    assert migrated.read.rows("SELECT name, contact FROM agency") == [("Aldermarsh Surgery", "Aldermarsh Surgery")]
    assert len(migrated.journal.steps()) == 1
    assert migrated.journal.first_broken_step() is None
    migrated.close()


def test_a_step_of_the_old_schema_is_undone_and_redone_in_the_new(old, later):
    later(SECOND)
    migrated = reopened(old)
    migrated.journal.undo()
    assert entries.count(migrated) == 0
    migrated.journal.redo()

    assert [each.text for each in entries.iterate(migrated)] == ["one", "two"]
    migrated.close()


def test_a_column_that_a_migration_took_away_does_not_stop_undo(old, later):
    later("ALTER TABLE submission DROP COLUMN sender;\n")
    migrated = reopened(old)
    migrated.journal.undo()
    migrated.journal.redo()

    assert entries.count(migrated) == 2
    migrated.close()


def test_new_tables_are_journalled(old, later):
    later(SECOND)
    migrated = reopened(old)
    with migrated.journal.step("Visit"):
        migrated.write.execute("INSERT INTO visit (words) VALUES ('a')")
    migrated.journal.undo()

    assert migrated.read.rows("SELECT * FROM visit") == []
    migrated.close()


@pytest.mark.parametrize("script", [FAILS, ORPHANS, "CREATE TABLE half ("])
def test_a_migration_that_fails_leaves_the_old_file(old, later, script):
    before = open_file(old.path, old._key)
    expected = schema(before), before.rows("SELECT * FROM entry"), migrate.version(before)
    before.close()
    later(script)
    with pytest.raises(Exception, match=r"no such column|point at nothing|middle of a statement"):
        reopened(old)

    after = open_file(old.path, old._key)
    assert (schema(after), after.rows("SELECT * FROM entry"), migrate.version(after)) == expected
    after.close()


def test_a_library_is_migrated_when_it_is_opened(folder, monkeypatch):
    Library.create(folder, PASSPHRASE, CHEAP).close()
    steps = [*migrate.scripts("library"), "ALTER TABLE review ADD COLUMN closed_at TEXT NOT NULL DEFAULT '';\n"]
    monkeypatch.setattr(migrate, "scripts", lambda _: steps)
    library = Library.open(folder, PASSPHRASE, CHEAP)

    assert migrate.version(library._connection) == len(steps)
    assert library._connection.rows("SELECT closed_at FROM review") == []
    library.close()


def test_every_migration_is_numbered_without_a_gap():
    for kind in ("library", "review"):
        names = sorted(path.name for path in migrate.FOLDER.glob(f"{kind}_*.sql"))
        assert names == [f"{kind}_{number:04}.sql" for number in range(1, len(names) + 1)]
        assert len(migrate.scripts(kind)) == len(names)


def test_statements_are_told_apart_also_inside_triggers_and_quotations():
    script = (
        "-- a; comment;\nCREATE TABLE a (b TEXT DEFAULT ';');\n"
        "CREATE TRIGGER t AFTER INSERT ON a\nBEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\n"
    )

    assert [part.strip().split("\n")[-1] for part in migrate.statements(script)] == [
        "CREATE TABLE a (b TEXT DEFAULT ';');",
        "END;",
    ]


def test_the_tables_that_hold_the_index_of_words_are_not_journalled(review):
    assert not [shape.name for shape in triggers.shapes(review.read) if shape.name.startswith("entry_words")]


def test_a_file_that_is_up_to_date_is_not_written(review):
    before = review._writer.value("PRAGMA data_version"), schema(review.read)
    bring_up_to_date(review._writer)

    assert (review._writer.value("PRAGMA data_version"), schema(review.read)) == before


def test_lines_of_enquiry_that_were_a_list_become_rows(tmp_path):
    path = tmp_path / "old.dhr"
    path.touch()
    connection = open_file(path, KEY, new=True)
    connection.execute("BEGIN")
    migrate.apply(connection, migrate.scripts("review")[:2], 0)
    connection.execute(
        "INSERT INTO review VALUES (1, 'Grey', 'Domestic Homicide Review', '', '', '', '', '', '', ?)",
        ('["Was risk seen?", "Who asked?"]',),
    )
    connection.execute("COMMIT")
    connection.close()

    migrated = Review(1, path, KEY)
    assert facts.get(migrated).terms == ("Was risk seen?", "Who asked?")
    migrated.close()


def filled(connection, table: str, **values: object) -> None:
    """Insert a row with nothing in the columns that must have something."""
    needed = connection.rows(
        'SELECT name FROM pragma_table_info(?) WHERE "notnull" AND dflt_value IS NULL AND NOT pk', (table,)
    )
    row = {**{name: "" for (name,) in needed}, **values}
    connection.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
    )


THIRD_AS_AMENDED = """
ALTER TABLE question ADD COLUMN reply_by TEXT NOT NULL DEFAULT '';
ALTER TABLE question ADD COLUMN asked_again TEXT NOT NULL DEFAULT '[]';
ALTER TABLE decision ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
CREATE INDEX entry_distressing ON entry (id, event_id, source_row_id) WHERE distressing;
"""


@pytest.mark.parametrize("amended", ["", THIRD_AS_AMENDED])
def test_a_file_of_the_third_version_keeps_its_questions_and_decisions_and_is_wholly_brought_up(tmp_path, amended):
    steps = migrate.scripts("review")
    files = {}
    for name in ("old", "new"):
        (tmp_path / name).touch()
        files[name] = open_file(tmp_path / name, KEY, new=True)
        files[name].execute("BEGIN")
    old, new = files["old"], files["new"]
    migrate.apply(old, [*steps[:2], steps[2] + amended], 0)
    filled(old, "agency", id=1)
    filled(old, "event", id=1)
    filled(old, "question", agency_id=1, words="x")
    filled(old, "decision", id=7, event_id=1, outcome="settled", finding="f")
    migrate.apply(old, steps, 3)
    migrate.apply(new, steps, 0)

    assert old.rows("SELECT words, reply_by, asked_again FROM question") == [("x", "", "[]")]
    assert old.rows("SELECT id, finding, decided_by FROM decision") == [(7, "f", "")]
    wanted = [(table, new.rows(f"SELECT * FROM pragma_table_info('{table}')")) for table, _ in schema(new)]
    assert [(table, old.rows(f"SELECT * FROM pragma_table_info('{table}')")) for table, _ in schema(old)] == wanted
    assert [row[2] for row in old.rows("SELECT * FROM pragma_foreign_key_list('decision')")] == ["question"]
    for each in files.values():
        each.execute("ROLLBACK")
        each.close()
