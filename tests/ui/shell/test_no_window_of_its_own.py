"""Making a page shows no window but the one there is: another, if only for a moment, takes the keyboard away."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from dhr_desktop.app import sample
from dhr_desktop.family import register
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.actions import PAGES
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE


class Watch(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {getattr(watched, 'text', str)()}")
        return False


@pytest.fixture
def watch(qapp: QApplication):
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def with_people(review: Review) -> None:
    register.add_people(review, sample.register()[:12])


@pytest.fixture
def window(qtbot, tmp_path):
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    review = copied.review(library, sample.facts(), filled=with_people)
    made = MainWindow(tmp_path / "library", tmp_path / "window.toml", CHEAP)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.enter(library)
    made.show_review(review)
    yield made
    made.close()


def rested(window, qtbot) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.room.jobs.busy, timeout=60_000)
        qtbot.wait(10)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_made_within_the_window(window, watch, qtbot, name: str):
    window.room.show_page(name)
    rested(window, qtbot)
    page = window.room.page(name)
    for tabs in page.findChildren(QTabBar):
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            rested(window, qtbot)

    assert watch.shown == []
