"""While panel view is on, no name of the register is in anything that can be seen or heard on any page."""

from collections.abc import Iterator

import pytest

from dhr_desktop.base.progress import UNWATCHED
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.names import NameCover
from dhr_desktop.family import register
from dhr_desktop.store import entries, questions
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import events
from dhr_desktop.ui.common.actions import PAGES
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE
from tests.ui.shell.sweeping import settle, words_in

app_sample = pytest.importorskip("dhr_desktop.app.sample")
app_work = pytest.importorskip("dhr_desktop.app.work")


def fill(review: Review) -> None:
    """Two agencies' files of the sample with its register, one event, and a question about it."""
    sent = [file for file in app_sample.submissions() if file.name[:2] in ("02", "05")]
    app_work.import_files(review, sent, UNWATCHED)
    register.add_people(review, app_sample.register())
    named = entries.ordered_ids(review, EntryFilter(text="Kayleigh"))
    every = entries.ordered_ids(review)
    ids = [*(named or every)[:2], every[-1]]
    event = events.group(review, ids)
    with review.journal.step("Ask about Kayleigh Drewitt"):
        questions.add(review, Question(0, 1, "Who was with Kayleigh Drewitt?", event_id=event))


@pytest.fixture
def window(qtbot, qapp, tmp_path) -> Iterator[MainWindow]:
    """The window on a review so filled."""
    font, palette = qapp.font(), qapp.palette()
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    review = copied.review(library, app_sample.facts(), filled=fill)
    made = MainWindow(tmp_path / "library", tmp_path / "window.toml", CHEAP)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.enter(library)
    made.show_review(review)
    yield made
    made.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


def names_seen(window, cover: NameCover) -> set[str]:
    return {found.surface for words in words_in(window) for found in cover.find(words)}


@pytest.fixture
def cover() -> NameCover:
    return NameCover(app_sample.register(), Naming.PSEUDONYMS)


def test_no_page_gives_a_name_away(window, cover, qtbot):
    window.room.show_page("timeline")
    settle(qtbot, window)
    assert names_seen(window, cover), "the sample has lost its names"

    window.orders["review.panel_view"].trigger()
    given_away = {}
    for page in PAGES:
        window.room.show_page(page)
        settle(qtbot, window)
        given_away[page] = names_seen(window, cover)

    assert given_away == {page: set() for page in PAGES}


def test_these_pages_can_be_shown_in_panel_view(window, qtbot):
    window.orders["review.panel_view"].trigger()
    shown = []
    for page in PAGES:
        window.room.show_page(page)
        settle(qtbot, window)
        if not window.room.guard.shields:
            shown.append(page)

    assert shown == ["timeline", "events", "disagreements", "questions", "gaps", "people", "family"]


def test_the_lanes_of_the_picture_are_named_by_what_stands_for_people(window, cover, qtbot):
    window.room.show_page("timeline")
    settle(qtbot, window)
    picture = window.room.page("timeline").picture
    picture.by.setCurrentIndex(1)
    settle(qtbot, window)
    window.orders["review.panel_view"].trigger()
    settle(qtbot, window)

    names = " / ".join(row.lane.name for row in picture.view.picture.rows.rows)
    assert names
    assert list(cover.find(names)) == []


def test_the_history_gives_no_name_away_either(window, cover, qtbot):
    window.orders["review.panel_view"].trigger()
    window.orders["review.history"].trigger()
    settle(qtbot, window)

    assert names_seen(window, cover) == set()
