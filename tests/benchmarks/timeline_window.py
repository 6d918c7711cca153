"""What the Timeline costs on 100,000 entries of 12 agencies: `python tests/benchmarks/timeline_window.py [entries]`.

Everything goes through the real page in a shown window; QT_QPA_PLATFORM=xcb (with a display) or offscreen. Beside each
figure stands the same deed on the same rows in memory, shown by Qt's QSortFilterProxyModel in a QTableView: no store,
no key, no undo, no marked hits, and one line to a row.

- A filter or search counts from when it is applied to when its answer has been painted.
- Scrolling counts each frame: from the move of the bar to the painted rows, by screens and by leaps.
- An edit counts from when it is committed in its field to when it is on the disk and its row has been painted anew.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

sys.path.insert(0, str(Path(__file__).parents[2]))

from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.benchmarks.busy_review import AGENCIES, filled
from tests.benchmarks.plain_table import PlainTable, Taken
from tests.benchmarks.store_scale import COST, PASSPHRASE
from tests.ui.timeline.contexts import OpenContext, opened

SIZE = (1366, 768)
TIMES = 12
EDITS = 60
FRAMES = 150


def until(reached: Callable[[], bool]) -> None:
    """Let the event loop run until something holds."""
    loop = QEventLoop()
    look = QTimer(interval=1)  # a look without a pause would take the reading thread's time
    look.timeout.connect(lambda: loop.quit() if reached() else None)
    look.start()
    loop.exec()
    look.stop()


def shown(widget: QWidget) -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(widget)
    window.resize(*SIZE)
    window.show()
    return window


class Painted(QObject):
    """Tells when a view has been painted after something holds."""

    def __init__(self, view: QTableView) -> None:
        super().__init__()
        self._view = view
        self._held: Callable[[], bool] = lambda: True
        self._seen = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the first painting that shows what is waited for."""
        del watched
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = self._held()
        return False

    def after(self, deed: Callable[[], None], held: Callable[[], bool]) -> float:
        """Milliseconds from the deed to the end of the painting that shows it."""
        self._held, self._seen = held, False
        begun = time.perf_counter()
        deed()
        until(lambda: self._seen)  # the look comes after the painting that was seen to begin
        return (time.perf_counter() - begun) * 1000


def row(name: str, ours: Taken, theirs: Taken | None) -> None:
    """One line of the table."""
    beside = f" | {theirs} | {ours.p95 / theirs.p95:6.2f}" if theirs else ""
    print(f"{name:<38} {ours}{beside}", flush=True)


def typed(words: str) -> EntryFilter:
    return EntryFilter(text=words)


WISHES: dict[str, EntryFilter] = {
    "search 'p' (7 of 10 entries)": typed("p"),
    "search 'referral'": typed("referral"),
    "search 'health visitor'": typed('"health visitor"'),
    "search 'strangulation' (rare)": typed("strangulation"),
    "one agency of twelve": EntryFilter(agency_ids=frozenset({2})),
    "three agencies": EntryFilter(agency_ids=frozenset({2, 3, 4})),
    "one year": EntryFilter(earliest="2015-01-01", latest="2015-12-31"),
    "within the scope": EntryFilter(in_scope=True),
    "not yet read (half)": EntryFilter(significances=frozenset({Significance.UNREAD})),
    "key": EntryFilter(significances=frozenset({Significance.KEY})),
    "missed opportunity": EntryFilter(marks=frozenset({Mark.MISSED})),
    "distressing (none)": EntryFilter(marks=frozenset({Mark.DISTRESSING})),
    "in the report": EntryFilter(included=frozenset({Inclusion.REPORT})),
    "from the family": EntryFilter(origins=frozenset({Origin.FAMILY})),
    "in doubt": EntryFilter(doubtful_only=True),
    "question open": EntryFilter(question_open=True),
    "in an event": EntryFilter(grouped=True),
    "a theme and those beneath it": EntryFilter(theme_ids=frozenset({1})),
    "a line of enquiry": EntryFilter(line_ids=frozenset({1})),
    "a person": EntryFilter(person_ids=frozenset({1})),
    "search 'the' in one agency, key": EntryFilter(
        text="the", agency_ids=frozenset({2}), significances=frozenset({Significance.KEY})
    ),
}


class Ours:
    """The page, and each deed on it until its answer is painted."""

    def __init__(self, page: TimelinePage, context: OpenContext) -> None:
        self.page, self._jobs = page, context.context.jobs
        self._painted = Painted(page.table)

    def settle(self) -> None:
        """Let everything that is still being read be shown, the picture too."""
        for _ in range(2):
            until(lambda: not self._jobs.busy and not self.page.picture.follows)
            QApplication.processEvents()

    def wanted(self, wish: EntryFilter) -> float:
        """Apply a filter."""
        self.settle()
        before = self.page.listing
        if wish.text and replace(wish, text="") == ALL:

            def deed() -> None:
                self.page.filters.search.setText(wish.text)
                self.page.filters.apply()

        else:

            def deed() -> None:
                self.page.filters.set_wanted(wish)

        if not entries.ordered_ids(self.page._review, wish):  # nothing is left, and words stand in the table's place
            return self._until_empty(deed)
        return self._painted.after(deed, lambda: self.page.listing is not before)

    def _until_empty(self, deed: Callable[[], None]) -> float:
        before = self.page.listing
        begun = time.perf_counter()
        deed()
        until(lambda: self.page.listing is not before)
        self.page.empty.repaint()
        return (time.perf_counter() - begun) * 1000

    def edited(self, row: int) -> float:
        """Reword the entry of a row in its field."""
        self.page.table.choose_row(row)
        self.settle()
        editor = self.page.panel.fields.editor("text")
        words = f"{editor.text()} Reworded."
        editor.setText(words)

        def told() -> bool:
            entry = self.page.model.entry(row)
            return entry is not None and entry.text == words

        return self._painted.after(self.page.panel.fields.commit, told)

    def frame(self, value: int) -> float:
        """Move the bar and paint."""
        begun = time.perf_counter()
        self.page.table.verticalScrollBar().setValue(value)
        self.page.table.viewport().repaint()
        QApplication.processEvents()
        return (time.perf_counter() - begun) * 1000


def leaps(view: QTableView) -> Iterator[int]:
    """From end to end by leaps, then screen by screen, as a held key does."""
    bar = view.verticalScrollBar()
    yield from (bar.maximum() * number // FRAMES for number in range(FRAMES + 1))
    yield from (bar.maximum() // 2 + number * bar.pageStep() for number in range(FRAMES))


def filters_measured(ours: Ours, theirs: PlainTable) -> None:
    """Each filter, and back to everything."""
    every: list[float] = []
    back: list[float] = []
    for name, wish in WISHES.items():
        taken = []
        for _ in range(TIMES):
            taken.append(ours.wanted(wish))
            back.append(ours.wanted(ALL))
        every += taken
        row(name, Taken(taken), theirs.measured(wish, 3))
    row("back to everything", Taken(back), Taken(theirs.back))
    row("ALL FILTERS AND SEARCHES", Taken([*every, *back]), theirs.all)


def measured(library: Library, review_id: int, theme: Theme, theirs: PlainTable) -> None:
    """Open, filter, scroll and edit; print each beside the plain table."""
    begun = time.perf_counter()
    context = opened(library, library.open_review(review_id), theme)
    page = TimelinePage(context.context)
    window = shown(page)
    until(lambda: page.model.rowCount() > 0)
    page.table.viewport().repaint()
    print(f"{'':38} {'median':>8} {'p95':>8} {'worst':>8} | {'median':>8} {'p95':>8} {'worst':>8} | ratio of p95 (ms)")
    row("open to the first rows", Taken([(time.perf_counter() - begun) * 1000]), None)
    ours = Ours(page, context)
    ours.settle()
    filters_measured(ours, theirs)
    row("scroll, each frame", Taken([ours.frame(stop) for stop in leaps(page.table)]), theirs.scrolled(leaps))
    rows = page.model.rowCount()
    stops = [rows * number // EDITS for number in range(EDITS)]
    row("edit, committed and painted", Taken([ours.edited(stop) for stop in stops]), theirs.edited(stops))
    ours.wanted(EntryFilter(significances=frozenset({Significance.UNREAD})))
    stops = [page.model.rowCount() * number // EDITS for number in range(EDITS)]
    row("the same with a filter on", Taken([ours.edited(stop) for stop in stops]), None)
    window.close()
    context.close()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sys.setswitchinterval(0.0005)  # as app.main does
    app = QApplication([])
    app.setStyle("Fusion")
    theme = Theme.load("light")
    theme.apply()
    print(f"{count:,} entries of {len(AGENCIES)} agencies, {SIZE[0]}x{SIZE[1]}, Qt platform {app.platformName()}")
    with tempfile.TemporaryDirectory() as folder:
        library = Library.create(Path(folder) / "library", PASSPHRASE, COST)
        facts = ReviewFacts("Fictional", died_on="2018-11-09", scope_from="2014-01-01", scope_to="2018-11-09")
        review = library.create_review(facts)
        filled(review, count)
        names = {agency.id: agency.name for agency in agencies.listing(review)}
        theirs = PlainTable(list(entries.iterate(review, ALL)), names)
        review.close()
        shown_beside = shown(theirs.view)
        measured(library, review.id, theme, theirs)
        shown_beside.close()
        library.close()


if __name__ == "__main__":
    main()
