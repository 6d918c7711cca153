"""The real window, and in it the fictional review as six of its agencies sent it."""

import pytest

from dhr_desktop.app import sample
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    font, palette = qapp.font(), qapp.palette()
    made = MainWindow(tmp_path / "library", tmp_path / "window.toml", CHEAP)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


def sent_in(review: Review) -> None:
    """Bring in what six agencies sent."""
    for path in sample.submissions()[:6]:
        reading = read_file(path)
        submit(review, reading, reading.agency_guess or path.stem)


@pytest.fixture
def review(window, tmp_path):
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, sample.facts(), filled=sent_in)
    window.enter(library)
    window.show_review(made)
    return made
