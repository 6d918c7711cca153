"""How long it takes to compare the accounts of all events of a large review, at first and after one has changed.

python tests/benchmarks/comparing_accounts.py [ENTRIES] [EVENTS]

The entries are those of the fictional Aldermarsh review over and over, each event of some that stand side by side. They
lie in a real review, so the time to read them counts.
"""

import itertools
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from dhr_desktop.app import sample
from dhr_desktop.app.inspect import as_entries
from dhr_desktop.importing.inspect import inspect
from dhr_desktop.store import agencies, entries, people
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import disagreements, edit, events
from tests.store.made import CHEAP, PASSPHRASE


def large_review(folder: Path, count: int, groups: int) -> Review:
    """A review of so many entries in so many events."""
    known, names = as_entries(inspect(sample.submissions())["entries"])
    known.sort(key=lambda entry: (entry.date_edtf, entry.agency_id))
    review = Library.create(folder, PASSPHRASE, CHEAP).create_review(sample.facts())
    with review.journal.step("Make a large review"):
        ids = {number: agencies.add(review, name).id for number, name in names.items()}
        for person in sample.register():
            people.add(review, person)
        some = itertools.islice(itertools.cycle(known), count)
        made = entries.add_many(
            review, [replace(one, id=0, submission_id=None, agency_id=ids[one.agency_id]) for one in some]
        )
    size = count // groups
    events.group_all(review, [made[place : place + size] for place in range(0, size * groups, size)])
    return review


def main() -> None:
    """Make the review, compare, and say how long that took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    groups = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    with tempfile.TemporaryDirectory() as folder:
        review = large_review(Path(folder) / "library", count, groups)
        compared = disagreements.Compared()
        for doing in ("at first", "again", "after an edit"):
            if doing == "after an edit":
                one = next(entries.iterate(review))
                edit.change_entry(review, replace(one, text=f"{one.text} No injury seen."))
            passed, spent = time.perf_counter(), time.process_time()
            found = disagreements.listing(review, compared=compared)
            passed, spent = time.perf_counter() - passed, time.process_time() - spent
            print(f"{doing}: {len(found):,} disagreements in {passed:.2f} s, {spent:.2f} s of the processor")


if __name__ == "__main__":
    main()
