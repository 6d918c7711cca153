"""What the Timeline costs on 100,000 entries: `python tests/benchmarks/timeline_window.py [entries] [alone]`.

Everything goes through the real page in a shown window; QT_QPA_PLATFORM=xcb (with a display) or offscreen. Beside each
figure stands the same deed on the same rows in memory, shown by Qt's QSortFilterProxyModel in a QTableView: no store,
no key, no undo, no marked hits, and one line to a row.

With 'alone' that other table is left out. The last column is the processor's time at the 95th percentile, which other
work on the machine hardly touches; it counts all threads.

- A filter or search counts from when it is applied to when its answer has been painted.
- Of what is typed letter by letter, and of each filter's first time, nothing is held in memory yet.
- Scrolling counts each frame: from the move of the bar to the painted rows, by screens and by leaps.
- An edit counts from when it is committed in its field to when it is on the disk and its row has been painted anew.
- Sorting and standing by event count as filters do; marking many entries to when it is on the disk and all is shown.
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

from dhr_desktop.base.uncollected import seldom_collected, stays
from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.store.sorting import TIMELINE, SortBy, Sorting
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
MANY = 10_000


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
        self._loop = QEventLoop()
        self.spent: list[float] = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the first painting that shows what is waited for."""
        del watched
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = self._held()
            if self._seen:
                QTimer.singleShot(0, self._loop.quit)  # when this painting, and what was due with it, is done
        return False

    def after(self, deed: Callable[[], None], held: Callable[[], bool]) -> float:
        """Milliseconds from the deed to the end of the painting that shows it."""
        self._held, self._seen = held, False
        begun, spent = time.perf_counter(), time.process_time()
        deed()
        self._loop.exec()  # nobody looks again and again: that took the reading thread a fifth of its time
        self.spent.append((time.process_time() - spent) * 1000)
        return (time.perf_counter() - begun) * 1000


def row(name: str, ours: Taken, theirs: Taken | None = None, spent: Taken | None = None) -> None:
    """One line of the table."""
    beside = f"{theirs} | {ours.p95 / theirs.p95:6.2f}" if theirs else f"{'':35}"
    print(f"{name:<38} {ours} | {beside} | {f'{spent.p95:8.1f}' if spent and spent.taken else ''}", flush=True)


def typed(words: str) -> EntryFilter:
    return EntryFilter(text=words)


WISHES: dict[str, EntryFilter] = {
    "search 'p' (7 of 10 entries)": typed("p"),
    "search 'referral'": typed("referral"),
    "search 'health visitor'": typed('"health visitor"'),
    "search 'strangulation' (rare)": typed("strangulation"),
    "search 'the police' (two words)": typed("the police"),
    "search 'zzz' (none)": typed("zzz"),
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
    "one event": EntryFilter(event_ids=frozenset({1})),
    "in no event, not yet read, in scope": EntryFilter(
        grouped=False, in_scope=True, significances=frozenset({Significance.UNREAD})
    ),
    "agency, year and relevant": EntryFilter(
        agency_ids=frozenset({5}),
        earliest="2016-01-01",
        latest="2016-12-31",
        significances=frozenset({Significance.RELEVANT}),
    ),
    "a theme and those beneath it": EntryFilter(theme_ids=frozenset({1})),
    "a line of enquiry": EntryFilter(line_ids=frozenset({1})),
    "a person": EntryFilter(person_ids=frozenset({1})),
    "search 'the' in one agency, key": EntryFilter(
        text="the", agency_ids=frozenset({2}), significances=frozenset({Significance.KEY})
    ),
}


TYPED = ("attended", "medication", "strangulation", "bruise", "partner", "health visitor", "other than")
"""Words that are typed letter by letter; no search is made twice."""


class Ours:
    """The page, and each deed on it until its answer is painted."""

    def __init__(self, page: TimelinePage, context: OpenContext, beside: Review) -> None:
        """What is to be expected is asked of `beside`, or the page's review would hold the answer already."""
        self.page, self._jobs, self._beside = page, context.context.jobs, beside
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

        if not entries.ordered_ids(self._beside, wish):  # nothing is left, and words stand in the table's place
            return self._until_empty(deed)
        return self._painted.after(deed, lambda: self.page.listing is not before)

    def typed(self, words: str) -> list[float]:
        """Type letter by letter, each searched for when what was found for those before it has been shown."""
        taken = [self.wanted(typed(words[:end])) for end in range(1, len(words) + 1) if words[:end].strip()]
        self.wanted(ALL)
        return taken

    def _until_empty(self, deed: Callable[[], None]) -> float:
        before = self.page.listing
        begun, spent = time.perf_counter(), time.process_time()
        deed()
        until(lambda: self.page.listing is not before)
        self.page.empty.repaint()
        self._painted.spent.append((time.process_time() - spent) * 1000)
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

    def arranged(self, deed: Callable[[], None]) -> float:
        """Have the rows stand otherwise."""
        self.settle()
        before = self.page.listing
        return self._painted.after(deed, lambda: self.page.listing is not before)

    def whole(self, deed: Callable[[], None]) -> float:
        """Do something to many entries, until all of it is on the disk and shown."""
        self.settle()
        begun = time.perf_counter()
        deed()
        self.settle()
        return (time.perf_counter() - begun) * 1000

    def spent(self) -> Taken:
        """What the deeds since the last time of asking have cost the processor."""
        found = Taken(self._painted.spent)
        self._painted.spent = []
        return found

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


def filters_measured(ours: Ours, theirs: PlainTable | None) -> None:
    """Words as they are typed; each filter, and back to everything."""
    ours.spent()
    letters = [each for words in TYPED for each in ours.typed(words)]
    row("typed, letter by letter", Taken(letters), None, ours.spent())
    every: list[float] = []
    back: list[float] = []
    cost: list[float] = []
    firsts: list[float] = []
    for name, wish in WISHES.items():
        taken, spent = [], []
        for time_of_it in range(TIMES):
            ours.spent()
            taken.append(ours.wanted(wish))
            if not time_of_it:
                firsts.append(taken[0])
            spent += ours.spent().taken
            back.append(ours.wanted(ALL))
        every += taken
        cost += spent
        row(name, Taken(taken), theirs.measured(wish, 3) if theirs else None, Taken(spent))
    row("each for the first time", Taken(firsts))
    row("back to everything", Taken(back), Taken(theirs.back) if theirs else None)
    row("ALL FILTERS AND SEARCHES", Taken([*every, *back]), theirs.all if theirs else None, Taken(cost))


def edits_measured(ours: Ours, theirs: PlainTable | None) -> None:
    """Rewording entries from end to end, with every entry shown and with a filter on."""
    page = ours.page
    stops = [page.model.rowCount() * number // EDITS for number in range(EDITS)]
    ours.spent()
    taken = Taken([ours.edited(stop) for stop in stops])
    row("edit, committed and painted", taken, theirs.edited(stops) if theirs else None, ours.spent())
    ours.wanted(EntryFilter(significances=frozenset({Significance.UNREAD})))
    stops = [page.model.rowCount() * number // EDITS for number in range(EDITS)]
    ours.spent()
    row("the same with a filter on", Taken([ours.edited(stop) for stop in stops]), None, ours.spent())
    ours.wanted(ALL)


def arranging_measured(ours: Ours) -> None:
    """Other orders, first and again; events together; a filter while another column leads; thousands marked at once."""
    page = ours.page
    for by in (SortBy.AGENCY, SortBy.SIGNIFICANCE, SortBy.TIME, SortBy.TEXT, SortBy.THEMES):
        ours.spent()
        row(f"sort by {by}", Taken([ours.arranged(lambda by=by: page.table.columns.sort_by(Sorting(by)))]))
        taken = []
        for _ in range(3):
            taken.append(ours.wanted(EntryFilter(in_scope=True)))
            taken.append(ours.wanted(ALL))
        row("  filters while it is", Taken(taken), None, ours.spent())
    ours.arranged(lambda: page.table.columns.sort_by(TIMELINE))
    ours.spent()
    taken = [ours.arranged(page.work.turn_by_event) for _ in range(6)]
    row("by event, and not", Taken(taken), None, ours.spent())
    every = entries.ordered_ids(page._review)
    many = every[len(every) // 5 : len(every) // 5 + MANY]
    for significance in (Significance.KEY, Significance.ROUTINE):
        taken = [ours.whole(lambda said=significance: page.work.acts.judge(many, said))]
        row(f"{len(many):,} entries made {significance.name.lower()}", Taken(taken))


def measured(library: Library, review_id: int, theme: Theme, theirs: PlainTable | None) -> None:
    """Open, filter, scroll, edit and arrange; print each beside the plain table."""
    begun = time.perf_counter()
    context = opened(library, library.open_review(review_id), theme)
    page = TimelinePage(context.context)
    window = shown(page)
    until(lambda: page.model.rowCount() > 0)
    page.table.viewport().repaint()
    heads = f"{'median':>8} {'p95':>8} {'worst':>8}"
    print(f"{'':38} {heads} | {heads} |  ratio | CPU p95 (ms)")
    row("open to the first rows", Taken([(time.perf_counter() - begun) * 1000]))
    beside = library.open_review(review_id)
    entries.ordered_ids(beside)
    ours = Ours(page, context, beside)
    ours.settle()
    stays()  # as the room does when a page has been made
    filters_measured(ours, theirs)
    frames = Taken([ours.frame(stop) for stop in leaps(page.table)])
    row("scroll, each frame", frames, theirs.scrolled(leaps) if theirs else None)
    edits_measured(ours, theirs)
    arranging_measured(ours)
    window.close()
    context.close()
    beside.close()


def main() -> None:
    count = next((int(each) for each in sys.argv[1:] if each.isdigit()), 100_000)
    sys.setswitchinterval(0.0005)  # as app.main does
    seldom_collected()  # as it does too
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
        theirs = None if "alone" in sys.argv else PlainTable(list(entries.iterate(review, ALL)), names)
        review.close()
        shown_beside = shown(theirs.view) if theirs else None
        measured(library, review.id, theme, theirs)
        if shown_beside:
            shown_beside.close()
        library.close()


if __name__ == "__main__":
    main()
