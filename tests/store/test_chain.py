"""A change to the record of what was done does not go unnoticed."""

import pytest

from dhr_desktop.store import chain
from tests.store.made import imported


@pytest.fixture
def writer(review):
    """The writer of a review with some history, from which another hand has taken the guards."""
    for name in ("Surgery", "Housing", "Police"):
        imported(review, ["one", "two"], name=name, data=name.encode())
    review.journal.undo()
    for table in ("step", "change"):
        for op in ("insert", "update", "delete"):
            review._writer.execute(f"DROP TRIGGER journal_{table}_{op}")
    return review._writer


def test_an_untouched_journal_is_whole(writer):
    assert chain.first_broken(writer) is None


@pytest.mark.parametrize(
    ("meddling", "broken"),
    [
        ("UPDATE change SET new = replace(new, 'two', 'three') WHERE table_name = 'entry' AND step_id = 2", 2),
        ("UPDATE change SET old = '{}' WHERE step_id = 4 AND op = 'delete'", 4),
        ("UPDATE change SET row_id = row_id + 1 WHERE step_id = 1 AND table_name = 'agency'", 1),
        ("UPDATE change SET table_name = 'person' WHERE step_id = 1 AND table_name = 'agency'", 1),
        ("DELETE FROM change WHERE id = (SELECT max(id) FROM change WHERE step_id = 2)", 2),
        (
            (
                "INSERT INTO change SELECT id + 1, 5, table_name, row_id, op, old, new FROM change"
                " ORDER BY id DESC LIMIT 1"
            ),
            5,
        ),
        ("UPDATE step SET label = 'Import Fire' WHERE id = 3", 3),
        ("UPDATE step SET at = '2020-01-01T00:00:00.000Z' WHERE id = 2", 2),
        ("UPDATE step SET head = 1 WHERE id = 3", 3),
        ("UPDATE step SET of_step = 2 WHERE id = 4", 4),
        ("UPDATE step SET hash = (SELECT hash FROM step WHERE id = 1) WHERE id = 2", 2),
        ("UPDATE step SET changes = changes + 1 WHERE id = 2", 2),
        ("DELETE FROM step WHERE id = 2", 3),
        ("DELETE FROM step WHERE id = 2; DELETE FROM change WHERE step_id = 2", 3),
        ("DELETE FROM step WHERE id = 1; DELETE FROM change WHERE step_id = 1", 2),
    ],
)
def test_whatever_is_changed_is_found_at_its_step(writer, meddling, broken):
    for statement in meddling.split("; "):
        writer.execute(statement)

    assert chain.first_broken(writer) == broken


def test_long_steps_are_read_in_parts_that_join(review, monkeypatch):
    imported(review, [str(number) for number in range(50)])
    monkeypatch.setattr(chain, "_AT_A_TIME", 7)

    assert review.journal.first_broken_step() is None
