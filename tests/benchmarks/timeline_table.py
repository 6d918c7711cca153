"""What the table of 100,000 entries costs beyond scrolling and searching: `python tests/benchmarks/timeline_table.py`.

Each line is one thing a chair asks of the table, with the longest time in which the window answered nothing.
"""

import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dhr_desktop.base.uncollected import seldom_collected
from dhr_desktop.domain.events import Event
from dhr_desktop.domain.meaning import Significance
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import entries, events
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.store.sorting import TIMELINE, SortBy, Sorting
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.timeline.columns import Column
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.benchmarks.store_scale import COST, PASSPHRASE, filled
from tests.benchmarks.timeline_window import Heartbeat, scrolled, shown, told, until
from tests.ui.timeline.contexts import opened

EVENTS, MANY = 5_000, 10_000


def grouped(review: Review) -> None:
    """Every twentieth entry begins an event with the two after it; one event in ten has a date of its own."""
    ids = entries.ordered_ids(review)
    chance = random.Random(7)
    with review.journal.step("Group"):
        for number, start in enumerate(range(0, len(ids) - 3, max(len(ids) // EVENTS, 3))):
            date = f"201{chance.randint(2, 8)}" if number % 10 == 0 else ""
            made = events.add(review, Event(0, f"Event {number}", date))
            events.join(review, made.id, ids[start : start + 3])


def asked(page: TimelinePage) -> dict[str, Callable[[], None]]:
    """What is asked of the table, each until the answer is on the screen."""

    def read(ask: Callable[[], object]) -> Callable[[], None]:
        def work() -> None:
            before = page.listing
            ask()
            until(lambda: page.listing is not before)
            page.table.viewport().repaint()

        return work

    def chosen(first: int, count: int) -> Callable[[], None]:
        def work() -> None:
            ids = [page.model.id_at(row) for row in range(first, first + count)]
            page.table.choose_ids(frozenset(ids))
            until(lambda: len(page.table.chosen_ids()) >= count)

        return work

    def all_chosen() -> None:
        page.table.selectAll()
        until(page.work.bar.isVisible)

    columns = page.table.columns
    return {
        "sorted by agency": read(lambda: columns.sort_by(Sorting(SortBy.AGENCY))),
        "sorted by significance": read(lambda: columns.sort_by(Sorting(SortBy.SIGNIFICANCE, descending=True))),
        "sorted by what happened": read(lambda: columns.sort_by(Sorting(SortBy.TEXT))),
        "the timeline's order again": read(lambda: columns.sort_by(TIMELINE)),
        f"grouped by {EVENTS:,} events": read(lambda: columns.set_by_event(by_event=True)),
        "scrolled while grouped": scrolled(page.table),
        "all events folded": lambda: page.table.fold_all(folded=True),
        "all events unfolded": lambda: page.table.fold_all(folded=False),
        "one event folded": lambda: page.model.fold(0, folded=True),
        "not grouped again": read(lambda: columns.set_by_event(by_event=False)),
        "themes, events and questions shown": lambda: [
            columns.show_column(column, shown=True) for column in (Column.THEMES, Column.EVENT, Column.QUESTION)
        ],
        "scrolled with them": scrolled(page.table),
        "all rows chosen": all_chosen,
        f"{MANY:,} rows chosen": chosen(500, MANY),
        f"{MANY:,} marked as key": read(lambda: page.work.acts.judge(page.table.chosen_ids(), Significance.KEY)),
    }


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sys.setswitchinterval(0.0005)  # as app.main does
    seldom_collected()  # as it does too
    app = QApplication([])
    app.setStyle("Fusion")
    theme = Theme.load("light")
    theme.apply()
    with tempfile.TemporaryDirectory() as folder:
        library = Library.create(Path(folder) / "library", PASSPHRASE, COST)
        review = library.create_review(ReviewFacts("Synthetic", died_on="2018-11-09", scope_from="2014-01-01"))
        filled(review, count)
        grouped(review)
        context = opened(library, review, theme)
        page = TimelinePage(context.context)
        window = shown(page)
        until(lambda: page.model.rowCount() == count and not context.context.jobs.busy)
        beat = Heartbeat()
        for name, work in asked(page).items():
            told(name, beat.during(work))
            until(lambda: not context.context.jobs.busy)
        context.close()
        window.close()
        library.close()


if __name__ == "__main__":
    main()
