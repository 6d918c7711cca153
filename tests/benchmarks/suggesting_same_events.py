"""How fast same events are suggested in a large review, and in how much memory.

python tests/benchmarks/suggesting_same_events.py [ENTRIES] [AGENCIES]

The entries are those of the fictional Aldermarsh review over and over, on other days, with words changed for others of
the review and for made-up ones. What else runs on the machine counts into the time that passed,
not into the processor's.
"""

import random
import resource
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from dhr_desktop.app import sample
from dhr_desktop.app.inspect import as_entries
from dhr_desktop.domain.entries import Entry
from dhr_desktop.importing.inspect import inspect
from dhr_desktop.timeline.same_event.suggesting import suggest

_YEARS = 5
_CHANGED = 0.3
_MADE_UP = 0.1
_VOCABULARY = 30_000
"""How many made-up words there are, the first of them often: as many as so many records hold."""


def large_review(count: int, agencies: int) -> tuple[list[Entry], dict[int, str]]:
    """So many entries of so many agencies, some of one happening, over five years."""
    chance = random.Random(2014)
    known, names = as_entries(inspect(sample.submissions())["entries"])
    words = [word for entry in known for word in entry.text.split()]
    made: list[Entry] = []
    while len(made) < count:
        shift = timedelta(days=chance.randrange(_YEARS * 365))
        start = chance.randrange(len(known))
        for entry in known[start : start + 20]:
            made.append(_elsewhere(entry, shift, words, agencies, len(made) + 1, chance))
    extra = {number: f"Agency {number}" for number in range(1, agencies + 1)}
    return made[:count], extra | {number: name for number, name in names.items() if number <= agencies}


def _elsewhere(
    entry: Entry, shift: timedelta, words: list[str], agencies: int, number: int, chance: random.Random
) -> Entry:
    text = " ".join(_word(word, words, chance) for word in entry.text.split())
    days = {name: _shifted(getattr(entry, name), shift) for name in ("date_edtf", "reported_edtf")}
    agency = entry.agency_id if chance.random() < 0.7 else chance.randrange(1, agencies + 1)
    return replace(entry, id=number, source_order=number, agency_id=agency, submission_id=agency, text=text, **days)


def _word(word: str, words: list[str], chance: random.Random) -> str:
    if chance.random() < _MADE_UP:
        return f"word{int(_VOCABULARY * chance.random() ** 3)}"
    return chance.choice(words) if chance.random() < _CHANGED else word


def _shifted(edtf: str, shift: timedelta) -> str:
    try:
        day = date.fromisoformat(edtf)
    except ValueError:
        return edtf
    first = date(2014, 1, 1)
    return (first + (day - first + shift) % timedelta(days=_YEARS * 365)).isoformat()


def main() -> None:
    """Make the review, suggest, and say how long that took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    agencies = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    entries, names = large_review(count, agencies)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    passed, spent = time.perf_counter(), time.process_time()
    found = suggest(entries, names)
    passed, spent = time.perf_counter() - passed, time.process_time() - spent
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{len(entries):,} entries of {agencies} agencies: {len(found):,} suggestions")
    print(f"{passed:.2f} s passed, {spent:.2f} s of the processor")
    print(f"{after / 1024:.0f} MB at most in all, {(after - before) / 1024:.0f} MB of it for this")


if __name__ == "__main__":
    main()
