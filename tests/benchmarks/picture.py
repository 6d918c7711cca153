"""How fluid the picture is: `python tests/benchmarks/picture.py [entries ...]`, by default 10,000 and 100,000.

Through the real widget, in a window of the size that the tall picture has on a screen of 1366x768: each frame is one
step of zooming or panning and the whole painting after it. Beside it stands a floor in the same window: a widget that
paints so many plain boxes, and does nothing else. Figures are milliseconds; late is a frame of more than 16.7.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

sys.path.insert(0, str(Path(__file__).parents[2]))

from dhr_desktop.domain.meaning import Significance
from dhr_desktop.domain.picture import rows
from dhr_desktop.domain.picture.frame import limits_of
from dhr_desktop.domain.picture.spans import LaneBy
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import entries, pictured
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.events import group_all
from dhr_desktop.timeline.meaning import judge
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.timeline.picture.hands import PictureView
from dhr_desktop.ui.timeline.picture.reading import Reader
from tests.benchmarks.store_scale import COST, PASSPHRASE, filled

SIZE = (980, 560)
FRAMES = 240


class Plain(QWidget):
    """So many boxes, and nothing else: what painting costs whoever asks for it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        chance = random.Random(7)
        self.boxes = [QRectF(chance.randint(0, SIZE[0]), chance.randint(0, SIZE[1]), 4, 9) for _ in range(number)]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.darkCyan)
        painter.drawRects(self.boxes)
        painter.end()


def shown(widget: QWidget) -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(widget)
    window.resize(*SIZE)
    window.show()
    QApplication.processEvents()
    return window


def frames(widget: QWidget, step: Callable[[int], None], number: int = FRAMES) -> list[tuple[float, float]]:
    """The milliseconds of each frame: a step, and what Qt has to do until it is on the screen.

    By the clock, and of the processor's time alone, which other work on the machine lengthens less.
    """
    found = []
    for each in range(number):
        begun, busy = time.perf_counter(), time.thread_time()
        step(each)
        widget.repaint()
        QApplication.processEvents()
        found.append(((time.perf_counter() - begun) * 1000, (time.thread_time() - busy) * 1000))
    return found


def told(name: str, found: list[tuple[float, float]]) -> None:
    said = []
    for kind, figures in zip(("clock", "processor"), zip(*found, strict=True), strict=True):
        ordered = sorted(figures)
        late = sum(1 for each in ordered if each > 1000 / 60) / len(ordered)
        said.append(
            f"{kind}: median {statistics.median(ordered):5.1f}  p95 {ordered[int(len(ordered) * 0.95)]:5.1f}"
            f"  max {ordered[-1]:5.1f}  late {late:4.0%}"
        )
    print(f"  {name:<32} {'   '.join(said)}")


def wheel(view: PictureView, notches: float, x: float) -> None:
    place = QPointF(x, view.height() / 2)
    event = QWheelEvent(
        place,
        place,
        QPointF(0, 0).toPoint(),
        QPointF(0, notches * 120).toPoint(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(event)


def made(library: Library, count: int) -> Review:
    """A review with events across agencies and entries marked key, as a chair has it after months."""
    review = library.create_review(ReviewFacts("Synthetic", died_on="2018-11-09", scope_from="2012-01-01"))
    filled(review, count)
    ids = entries.ordered_ids(review)
    group_all(review, [ids[at : at + 3] for at in range(0, len(ids), 40)])
    judge(review, ids[::50], Significance.KEY)
    return review


def timed(work: Callable[[], object], times: int = 5) -> float:
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return statistics.median(found)


def reading(review: Review) -> None:
    """What the worker does before anything can be drawn."""
    spans, lanes = pictured.of(review), pictured.lanes(review, LaneBy.AGENCY)
    held = rows.made(spans, lanes)
    half = set(list(spans.ids)[::2])

    def anew() -> None:
        pictured._held.clear()
        pictured.of(review)

    print(f"  read all from the store {timed(anew):.0f} ms, as held {timed(lambda: pictured.of(review)):.2f} ms")
    print(f"  lanes made {timed(lambda: rows.made(spans, lanes)):.0f} ms")
    print(f"  narrowed by filters {timed(lambda: rows.narrowed(held, half)):.0f} ms")


def measured(review: Review, theme: Theme, *, half: bool) -> None:
    reader = Reader(review)
    ids = entries.ordered_ids(review)
    picture = reader.read(LaneBy.AGENCY, ids[::2] if half else None)
    view = PictureView(Inks(theme), lambda _entry_id: None)
    window = shown(view)
    view.show_picture(picture)
    view.show_silences(reader.silences(LaneBy.AGENCY))
    QApplication.processEvents()
    print(f"  {'half of them left out by filters' if half else 'everything wanted'}:")
    limits = limits_of(picture)
    view.fit()
    told("zoom in and out at the pointer", frames(view, lambda n: wheel(view, 0.5 if n % 80 < 40 else -0.5, 640)))
    for days in (1500, 800, 300, 120, 30):
        view.look_at(limits.first + 400, limits.first + 400 + days)
        way = days / 200
        told(f"pan over {days} days", frames(view, lambda n, way=way: view.pan(way if n % 80 < 40 else -way)))
    told("the table's place moves", frames(view, lambda n: view.show_view(ids[n], ids[n + 12])))
    window.close()


def main() -> None:
    counts = [int(each) for each in sys.argv[1:]] or [10_000, 100_000]
    app = QApplication([])
    app.setStyle("Fusion")
    theme = Theme.load("light")
    theme.apply()
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            library = Library.create(Path(folder) / "library", PASSPHRASE, COST)
            review = made(library, count)
            print(f"{count:,} entries of nine agencies, on {app.platformName()}")
            reading(review)
            for number in (min(count, 3_000), min(count, 10_000)):
                plain = Plain(number)
                window = shown(plain)
                told(f"floor: {number:,} plain boxes", frames(plain, lambda _n: None))
                window.close()
            for half in (False, True):
                measured(review, theme, half=half)
            review.close()
            library.close()


if __name__ == "__main__":
    main()
