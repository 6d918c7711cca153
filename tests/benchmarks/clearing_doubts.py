"""What the Doubts page costs: `python tests/benchmarks/clearing_doubts.py [rows] [doubts]`.

One sheet of 50,000 rows with 200 doubts spread over it. From each press of Return until the next doubt and its own
sheet have been drawn; beside it stands a floor: one repaint of the same window with nothing changed.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[2]))

from dhr_desktop.domain.entries import Doubt, Entry, Outcome, SourceRow, TableShape
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, doubtful, entries, sheets, submissions
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.doubts.page import DoubtsPage
from tests.benchmarks.store_scale import COST, PASSPHRASE
from tests.benchmarks.timeline_window import shown, until
from tests.ui.timeline.contexts import opened

HEADINGS = ("Date", "Time", "What happened", "Officer")
DOUBT = Doubt("carried-blank", "date", "The date cell is blank; the date of the row above was carried down.")


def fill(review: Review, rows: int, doubts: int) -> None:
    """One sheet of so many rows, of which so many are in doubt."""
    with review.journal.step("Import Housing"):
        agency = agencies.add(review, "Housing")
        submission = submissions.add(review, submissions.NewSubmission(agency.id, "log.xlsx", b"log", "", ""))
        submissions.add_table(review, submission, "Log", HEADINGS, TableShape())
        cells = [
            ("3 May 2016", "10:00", f"Visit {n}. Nobody answered the door; a card was left.", "") for n in range(rows)
        ]
        made = [
            SourceRow(0, submission, "Log", n, HEADINGS, each, Outcome.IMPORTED, "") for n, each in enumerate(cells, 1)
        ]
        ids = submissions.add_rows(review, made)
        submissions.set_counts(review, submission, rows, rows, 0, 0)
        every = max(rows // doubts, 1)
        entries.add_many(
            review,
            [
                Entry(0, agency.id, "2016-05-03", each[2], submission, ids[n], "3 May 2016", "10:00", doubts=(DOUBT,))
                if n % every == 0
                else Entry(0, agency.id, "2016-05-03", each[2], submission, ids[n], "3 May 2016", "10:00")
                for n, each in enumerate(cells)
            ],
        )


def milliseconds(since: float) -> float:
    return (time.perf_counter() - since) * 1000


def measured(library: Library, review: Review, theme: Theme) -> None:
    """Open the page, clear every doubt with Return, and print what each took beside the floor."""
    begun = time.perf_counter()
    rows = submissions.rows(review, 1)
    print(f"floor: every row of the sheet read at once    {milliseconds(begun):7.1f} ms")
    begun = time.perf_counter()
    sheets.around(review, rows[len(rows) // 2].id)
    print(f"what the grid reads to open at a row          {milliseconds(begun):7.1f} ms")
    open_context = opened(library, review, theme)
    begun = time.perf_counter()
    page = DoubtsPage(open_context.context)
    window = shown(page)
    until(lambda: page.sheet.view.sheet_model.at_hand >= 0)
    window.repaint()
    print(f"from nothing to the first doubt and its sheet {milliseconds(begun):7.1f} ms")
    left, taken, floor = len(page.list.order()), [], []
    for _ in range(left):
        begun = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(page.form.date, QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
        window.repaint()
        taken.append(milliseconds(begun))
        QApplication.processEvents()
        begun = time.perf_counter()
        window.repaint()
        floor.append(milliseconds(begun))
    until(lambda: not open_context.context.jobs.busy)
    middle, least = statistics.median(taken), statistics.median(floor)
    print(f"{left} doubts, {left} keys; {doubtful.count(review)} left")
    print(f"from Return to the next, median {middle:.1f} ms, worst {max(taken):.1f} ms; floor {least:.1f} ms")
    print(f"ratio to a bare repaint {middle / least:.1f}")
    open_context.close()


def main() -> None:
    rows, doubts = (int(sys.argv[n]) if len(sys.argv) > n else default for n, default in ((1, 50_000), (2, 200)))
    app = QApplication([])
    app.setStyle("Fusion")
    theme = Theme.load("light")
    theme.apply()
    with tempfile.TemporaryDirectory() as folder:
        library = Library.create(Path(folder) / "library", PASSPHRASE, COST)
        review = library.create_review(ReviewFacts("Adult A"))
        fill(review, rows, doubts)
        measured(library, review, theme)
        library.close()


if __name__ == "__main__":
    main()
