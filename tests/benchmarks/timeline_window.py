"""What the Timeline page costs on 100,000 entries: `python tests/benchmarks/timeline_window.py [entries]`.

Opening is from the review's key to the first rows on the screen. A heartbeat timer of 1 ms tells the longest time
for which the event loop answered nobody while the table was scrolled, filtered and edited. Beside each stands a floor:
the same view over a list of plain strings in memory, with Qt's own drawing and no store.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QEventLoop, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

sys.path.insert(0, str(Path(__file__).parents[2]))

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import entries
from dhr_desktop.store.filters import ALL
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.benchmarks.store_scale import COST, PASSPHRASE, filled
from tests.ui.timeline.contexts import OpenContext, opened

BEAT = 1
SIZE = (1366, 768)


class Heartbeat:
    """Beats every millisecond and keeps the longest silence."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self.worst = 0.0

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000 - BEAT)
        self._last = now

    def during(self, work: Callable[[], None]) -> tuple[float, float]:
        """How long the work took and the longest silence in it, in milliseconds."""
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer.start()
        begun = time.perf_counter()
        work()
        taken = (time.perf_counter() - begun) * 1000
        self._beat()
        self._timer.stop()
        return taken, self.worst


class Plain(QAbstractListModel):
    """Strings in memory: what a view costs whatever feeds it."""

    def __init__(self, rows: list[str]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._rows[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


def until(reached: Callable[[], bool]) -> None:
    """Let the event loop run until something holds."""
    loop = QEventLoop()
    look = QTimer(interval=0)
    look.timeout.connect(lambda: loop.quit() if reached() else None)
    look.start()
    loop.exec()
    look.stop()


def scrolled(view: QTableView) -> Callable[[], None]:
    """From top to bottom in 300 jumps and then a screen at a time, as a held key does."""

    def work() -> None:
        bar = view.verticalScrollBar()
        stops = [bar.maximum() * n // 300 for n in range(301)]
        stops += [bar.maximum() // 2 + n * bar.pageStep() for n in range(200)]
        left = iter(stops)

        def step() -> bool:
            stop = next(left, None)
            if stop is None:
                return True
            bar.setValue(stop)
            return False

        until(step)

    return work


def shown(widget: QWidget) -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(widget)
    window.resize(*SIZE)
    window.show()
    return window


def told(name: str, figures: tuple[float, float], floor: tuple[float, float] | None = None) -> None:
    """Print one line."""
    beside = f"   floor {floor[0]:>8.0f} ms {floor[1]:>7.1f} ms" if floor else ""
    print(f"{name:<44} {figures[0]:>8.0f} ms, longest silence {figures[1]:>7.1f} ms{beside}")


def filtered(page: TimelinePage) -> dict[str, Callable[[], None]]:
    """What a chair does to narrow the timeline, each until the answer is on the screen."""

    def typed(text: str) -> Callable[[], None]:
        def work() -> None:
            before = page.listing
            page.filters.search.setText(text)
            until(lambda: page.listing is not before)

        return work

    def toggled() -> None:
        before = page.listing
        page.filters.doubtful.toggle()
        until(lambda: page.listing is not before)

    return {
        "search 'p' (half of all)": typed("p"),
        "search 'police' (none) ": typed("police"),
        "search 'strangulation' (rare)": typed("strangulation"),
        "search cleared": typed(""),
        "doubtful only": toggled,
        "all again": toggled,
    }


def edited(page: TimelinePage) -> Callable[[], None]:
    """One entry reworded, until the table has read it again."""

    def work() -> None:
        before = page.listing
        editor = page.panel.fields.editor("text")
        editor.setText(f"{editor.text()} Reworded.")
        page.panel.fields.commit()
        until(lambda: page.listing is not before)

    return work


def floors(rows: list[str], beat: Heartbeat) -> tuple[tuple[float, float], tuple[float, float]]:
    """Opening and scrolling a plain table of as many rows."""
    view = QTableView()
    kept: list[object] = []

    def open_plain() -> None:
        model = Plain(rows)
        view.setModel(model)
        kept.extend((model, shown(view)))
        QApplication.processEvents()

    return beat.during(open_plain), beat.during(scrolled(view))


def measured(library: Library, review_id: int, theme: Theme, rows: list[str]) -> None:
    """Open, scroll, filter and edit; print each beside its floor."""
    beat = Heartbeat()
    floor_open, floor_scroll = floors(rows, beat)
    found: list[tuple[OpenContext, TimelinePage, QMainWindow]] = []

    def open_it() -> None:
        context = opened(library, library.open_review(review_id), theme)
        page = TimelinePage(context.context)
        found.append((context, page, shown(page)))
        until(lambda: page.model.rowCount() == len(rows))
        page.table.viewport().repaint()

    told("open to a usable timeline", beat.during(open_it), floor_open)
    context, page, _window = found[0]
    until(lambda: not context.context.jobs.busy)
    told("scroll from end to end and by screens", beat.during(scrolled(page.table)), floor_scroll)
    for name, work in filtered(page).items():
        told(name, beat.during(work))
    told("edit one entry", beat.during(edited(page)))
    context.close()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sys.setswitchinterval(0.0005)  # as app.main does
    app = QApplication([])
    app.setStyle("Fusion")
    theme = Theme.load("light")
    theme.apply()
    with tempfile.TemporaryDirectory() as folder:
        library = Library.create(Path(folder) / "library", PASSPHRASE, COST)
        review = library.create_review(ReviewFacts("Synthetic", died_on="2018-11-09", scope_from="2014-01-01"))
        filled(review, count)
        rows = [entry.text for entry in entries.iterate(review, ALL)]
        review.close()
        measured(library, review.id, theme, rows)
        library.close()


if __name__ == "__main__":
    main()
