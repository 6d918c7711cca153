"""What SQLCipher's locked and wiped memory would cost: `python tests/benchmarks/store_memory_security.py [entries]`.

`PRAGMA cipher_memory_security = ON` locks every allocation of SQLite in memory and wipes it when it is freed. It
holds for a whole process, so each way is measured in one of its own. `store.connection` states the decision.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import connection, entries
from dhr_desktop.store.library import Library
from tests.benchmarks.store_scale import COST, PASSPHRASE, edits, filled, median_ms, told


def secured(way: str) -> None:
    """Have every connection of this process opened with the pragma in this way."""
    unlock = connection._unlock

    def with_pragma(opened: connection.Connection, key: bytes) -> None:
        opened.execute(f"PRAGMA cipher_memory_security = {way}")
        unlock(opened, key)

    connection._unlock = with_pragma


def measure(way: str, count: int) -> None:
    """Import, edit, search and read in one process."""
    secured(way)
    with tempfile.TemporaryDirectory() as place:
        library = Library.create(Path(place) / "library", PASSPHRASE, COST)
        review = library.create_review(ReviewFacts("Synthetic"))
        told(f"{way}: import {count:,} entries", median_ms(lambda: filled(review, count), times=1))
        told(f"{way}: one edit", median_ms(edits(review, count), times=200))
        wanted = entries.EntryFilter(text="the")
        told(f"{way}: search 'the'", median_ms(lambda: entries.ordered_ids(review, wanted)))
        told(f"{way}: read every entry", median_ms(lambda: sum(1 for _ in entries.iterate(review)), times=3))
        library.close()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measure(sys.argv[1], int(sys.argv[2]))
    else:
        entries_wanted = sys.argv[1] if len(sys.argv) > 1 else "20000"
        for each in ("OFF", "ON"):
            subprocess.run([sys.executable, __file__, each, entries_wanted], check=True)
