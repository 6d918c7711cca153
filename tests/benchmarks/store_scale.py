"""What the store costs on 100,000 entries: `python tests/benchmarks/store_scale.py [entries]`.

Beside the one edit stands the same edit on a plain SQLite file of the same rows: no key, no journal, no full-text
index, the same synchronous=FULL. The ratio is what secrecy, undo and search cost together.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2

from dhr_desktop.domain.entries import Doubt, Entry, Outcome, SourceRow
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, keyslots, submissions
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review

PASSPHRASE = "six plain words for a benchmark"
COST = keyslots.Cost(memory_kib=64, passes=1, lanes=1)
AGENCIES = (
    "Police",
    "GP practice",
    "Adult Social Care",
    "Children's Services",
    "Housing",
    "Probation",
    "Mental Health Trust",
    "Ambulance",
    "IDVA service",
)
_SENTENCES = (
    "the patient was seen at home by a health visitor who noted that she appeared low in mood and spoke of an argument"
    " with her partner the night before officers attended following report of raised voices no offences disclosed risk"
    " assessment completed as standard referral made to adult social care no further action taken telephone contact"
    " attempted without reply letter sent tenancy breach warning injury bruise appointment missed medication review"
)
WORDS = _SENTENCES.split()
RARE = ("strangulation", "injunction", "Lowmoor", "MARAC", "24/7", "café")


def synthetic(count: int, agency_ids: list[int], submission_id: int, row_ids: list[int]) -> Iterator[Entry]:
    """Entries that look like agencies' records: about 40 words each over six years, some dates uncertain."""
    chance = random.Random(7)
    for number in range(count):
        words = chance.choices(WORDS, k=chance.randint(15, 60))
        if number % 200 == 0:
            words.insert(3, chance.choice(RARE))
        year, month, day = chance.randint(2012, 2018), chance.randint(1, 12), chance.randint(1, 28)
        exact = number % 20 != 0
        yield Entry(
            id=0,
            agency_id=chance.choice(agency_ids),
            date_edtf=f"{year}-{month:02}-{day:02}" if exact else f"{year}-{month:02}",
            date_written=f"{day}/{month}/{year}" if exact else f"{month}/{year}",
            time=f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}" if number % 3 else "",
            text=" ".join(words),
            action=" ".join(chance.choices(WORDS, k=6)),
            source="case notes",
            reference=f"R{number}",
            submission_id=submission_id,
            source_row_id=row_ids[number],
            doubts=() if exact else (Doubt("month-only", "date", "Only the month is given."),),
            source_order=number,
        )


def filled(review: Review, count: int) -> None:
    """One step that brings `count` entries with their rows."""
    with review.journal.step("Import synthetic records"):
        ids = [agencies.add(review, name).id for name in AGENCIES]
        submission = submissions.add(review, submissions.NewSubmission(ids[0], "rows.csv", b"rows", "", ""))
        rows = (
            SourceRow(0, submission, "", n + 2, ("Date", "Event"), (f"{n}", "x" * 150), Outcome.IMPORTED, "")
            for n in range(count)
        )
        row_ids = submissions.add_rows(review, rows)
        entries.add_many(review, synthetic(count, ids, submission, row_ids))


def median_ms(work: Callable[[], object], times: int = 15) -> tuple[float, float]:
    """The median and the worst of some runs, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), max(taken)


def told(name: str, figures: tuple[float, float]) -> None:
    """Print one line."""
    print(f"{name:<52} {figures[0]:>9.2f} ms median {figures[1]:>9.2f} ms worst")


def edits(review: Review, count: int) -> Callable[[], None]:
    """One reworded entry, in a step of its own."""
    chance = random.Random(11)

    def edit() -> None:
        entry = entries.get(review, chance.randint(1, count))
        with review.journal.step("Reword entry"):
            entries.change(review, replace(entry, text=f"{entry.text} and {chance.random()}"))

    return edit


def floor(folder: Path, review: Review) -> Callable[[], None]:
    """The same edit on a plain SQLite file with the same rows and nothing else."""
    plain = dbapi2.connect(str(folder / "plain.db"), isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, text TEXT, action TEXT)")
    plain.execute("BEGIN")
    plain.executemany("INSERT INTO entry VALUES (?, ?, ?)", review.read.rows("SELECT id, text, action FROM entry"))
    plain.execute("COMMIT")
    count = plain.execute("SELECT count(*) FROM entry").fetchone()[0]
    chance = random.Random(11)

    def edit() -> None:
        entry_id = chance.randint(1, count)
        text = plain.execute("SELECT text FROM entry WHERE id = ?", (entry_id,)).fetchone()[0]
        plain.execute("UPDATE entry SET text = ? WHERE id = ?", (f"{text} and {chance.random()}", entry_id))

    return edit


def searches(review: Review) -> None:
    """Search as you type: for rare words and for the commonest."""
    for typed in ("strangul", "MARAC ", "24/7", "t", "th", "the", "the p", "was seen at", '"health visitor"', "zzz"):
        wanted = EntryFilter(text=typed)
        found = len(entries.ordered_ids(review, wanted))
        told(
            f"search {typed!r} ({found:,} found)", median_ms(lambda wanted=wanted: entries.ordered_ids(review, wanted))
        )

    both = EntryFilter(agency_ids=frozenset({2}), earliest="2015-01-01", text="the")
    told("search 'the' in one agency since 2015", median_ms(lambda: entries.ordered_ids(review, both)))


def journal_share(library: Library, count: int = 20_000) -> None:
    """What recording costs an import: the same rows with the journal's trigger on entries and without it."""
    for words in ("with", "without"):
        review = library.create_review(ReviewFacts("Synthetic"))
        if words == "without":
            review._writer.execute("DROP TRIGGER journal_entry_insert")
        with review.journal.step("Import"):
            agency = agencies.add(review, "Police")
            rows = synthetic(count, [agency.id], 0, [0] * count)
            new = [replace(entry, submission_id=None, source_row_id=None) for entry in rows]
            start = time.perf_counter()
            entries.add_many(review, new)
            taken = (time.perf_counter() - start) * 1000
        told(f"insert {count:,} entries {words} the journal", (taken, taken))
        review.close()


def reading(review: Review) -> None:
    """What the timeline reads."""
    ids = entries.ordered_ids(review)
    middle = len(ids) // 2
    told("ordered_ids, all", median_ms(lambda: entries.ordered_ids(review)))
    one = EntryFilter(agency_ids=frozenset({2}))
    told("ordered_ids, one agency", median_ms(lambda: entries.ordered_ids(review, one)))
    days = EntryFilter(earliest="2015-01-01", latest="2015-12-31")
    told("ordered_ids, one year", median_ms(lambda: entries.ordered_ids(review, days)))
    told("page of 100", median_ms(lambda: entries.page(review, ids[middle : middle + 100])))
    told("months, all", median_ms(lambda: entries.months(review)))
    told("count", median_ms(lambda: entries.count(review)))
    told("iterate over all", median_ms(lambda: sum(1 for _ in entries.iterate(review)), times=1))


def main(count: int) -> None:
    """Build, measure, print."""
    told("unlock: Argon2id at the standard cost", median_ms(lambda: keyslots.wrap(bytes(32), PASSPHRASE), times=5))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        library = Library.create(folder / "library", PASSPHRASE, COST)
        review = library.create_review(ReviewFacts("Synthetic"))
        told(f"import {count:,} entries with rows, one step", median_ms(lambda: filled(review, count), times=1))
        review_id = review.id
        library.close()
        size = sum(path.stat().st_size for path in (folder / "library").rglob("*"))
        print(f"size on disk: {size / 1e6:.0f} MB")

        library = Library.open(folder / "library", PASSPHRASE, COST)

        def first_page() -> None:
            opened = library.open_review(review_id)
            entries.page(opened, entries.ordered_ids(opened)[:100])
            entries.months(opened)
            opened.close()

        told("open review to first page and strip", median_ms(first_page, times=5))
        review = library.open_review(review_id)
        reading(review)
        searches(review)
        edit = edits(review, count)
        ours = median_ms(edit, times=300)
        told("one edit, committed", ours)
        told("undo of one edit", median_ms(review.journal.undo, times=50))
        least = median_ms(floor(folder, review), times=300)
        told("floor: the same edit on plain SQLite", least)
        print(f"one edit costs {ours[0] / least[0]:.1f} times the floor")
        journal_share(library)
        with review.journal.step("Import more") as more:
            rows = entries.page(review, entries.ordered_ids(review)[: count // 5])
            entries.add_many(review, rows)
        told(f"take back {len(rows):,} entries", median_ms(lambda: review.journal.take_back(more.id), times=1))
        told("undo of that", median_ms(review.journal.undo, times=1))
        told("check the chain of hashes", median_ms(review.journal.first_broken_step, times=1))
        library.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
