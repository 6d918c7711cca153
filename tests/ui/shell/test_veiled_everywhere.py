"""What is marked as distressing is in nothing that can be seen or heard on any page, until it is asked for there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.progress import UNWATCHED
from dhr_desktop.domain.entries import Doubt
from dhr_desktop.domain.events import Differs, Event, Question
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.importing.reading import read_file
from dhr_desktop.store import entries, submissions
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import disagreements, edit, events, meaning, questions
from dhr_desktop.timeline.meaning import Mark
from dhr_desktop.ui.common.actions import PAGES
from dhr_desktop.ui.importing.file_view import COLUMNS
from dhr_desktop.ui.importing.preview_model import TEXT
from dhr_desktop.ui.importing.revision_model import Show
from dhr_desktop.ui.people.views import VIEWS
from dhr_desktop.ui.shell.history import HistoryDialog
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import copied, made
from tests.store.made import CHEAP, PASSPHRASE
from tests.ui.shell.sweeping import settle, words_in

app_work = pytest.importorskip("dhr_desktop.app.work")

HURTS = "zzvelvet"
"""A word that stands in nothing but what is marked, and in what the chair wrote about it."""
SENT = f"Date,Time,What happened\n14/03/2017,{HURTS} at ten,No visible injuries; {HURTS} was said.\n"
POLICE, HOSPITAL = "Marlshire Police", "Marl General Hospital"


def told_in_full(review: Review) -> None:
    """Two accounts of one event, and all that the chair can write about them."""
    with TemporaryDirectory() as place:
        sent = Path(place, "Marlshire Police.csv")
        sent.write_text(SENT)
        app_work.import_files(review, [sent], UNWATCHED)
    (marked,) = entries.ordered_ids(review)
    told = entries.get(review, marked)
    doubt = Doubt("unread-time", "time", f"“{HURTS} at ten” was not read.")
    words = {"action": f"{HURTS} noted.", "people": f"the {HURTS}", "comment": HURTS, "other": {"Note": HURTS}}
    edit.change_entry(review, replace(told, **words, doubts=(doubt,)))
    meaning.write_note(review, marked, f"Write of the {HURTS}.")
    hospital = made.agency(review, HOSPITAL)
    other, _ = made.add(
        review,
        made.entry(hospital, "2017-03-14", "Bruise to left arm."),
        made.entry(hospital, "2018-11-02", "Seen for a cold."),
    )
    event = events.group(review, [marked, other])
    for headline in (f"The first {HURTS}", f"The {HURTS} in the kitchen"):
        events.change_event(review, Event(event, headline, note=f"Think of {HURTS}."))
    disagreements.settle(review, event, Differs.INJURY, f"it was {HURTS}", f"The {HURTS} was seen by both.")
    police = entries.get(review, marked).agency_id
    for about in ({"event_id": event}, {"entry_id": marked}):
        raised = questions.raise_question(review, Question(0, police, f"What of the {HURTS}?", **about))
        questions.record_answer(review, raised.id, f"The {HURTS} is so.", "2020-01-02", "A clerk")


@pytest.fixture
def window(qtbot, qapp, tmp_path) -> Iterator[MainWindow]:
    font, palette = qapp.font(), qapp.palette()
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    review = copied.review(library, ReviewFacts("Aldermarsh", chair="Imogen Vale"), filled=told_in_full)
    window = MainWindow(tmp_path / "library", tmp_path / "window.toml", CHEAP)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    window.enter(library)
    window.show_review(review)
    yield window
    window.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def review(window):
    return window.room.review


@pytest.fixture
def marked(review) -> int:
    return next(one.id for one in entries.iterate(review) if HURTS in one.text)


@pytest.fixture
def veiled(review, marked) -> int:
    """The entry, marked as distressing; what comes last, so that its name is what Undo offers."""
    events.change_event(review, replace(events.found(review, entries.get(review, marked).event_id), note=HURTS))
    meaning.mark(review, [marked], Mark.DISTRESSING, on=True)
    return marked


@pytest.fixture
def go(qtbot, window):
    def to(page: str) -> QWidget:
        window.room.show_page(page)
        settle(qtbot, window)
        return window.room.page(page)

    return to


def hurting(place: QWidget) -> list[str]:
    return sorted({words for words in words_in(place) if HURTS in words})


def choose(page: QWidget, name: str, review: Review, marked: int) -> None:
    """Come to what tells of the entry, on a page that does not begin with it."""
    event = entries.get(review, marked).event_id
    if name == "timeline":
        page.go_to_entry(marked)
    elif name in {"events", "disagreements"}:
        page.show_event(event)


SHOWS = ("doubts", "timeline", "events", "disagreements", "questions")
"""The pages that show words of entries, or of the chair about them."""


def test_without_the_mark_its_words_stand_on_every_page_that_shows_entries(go, window, review, marked, qtbot):
    for name in SHOWS:
        choose(go(name), name, review, marked)
        settle(qtbot, window)
        assert hurting(window), name


def test_no_page_shows_or_speaks_the_words(go, window, review, veiled, qtbot):
    given_away = {}
    for name in PAGES:
        choose(go(name), name, review, veiled)
        settle(qtbot, window)
        given_away[name] = hurting(window)
    assert given_away == {name: [] for name in PAGES}


@pytest.mark.usefixtures("veiled")
@pytest.mark.parametrize("kind", ["suggested", "grouped"])
def test_neither_does_an_event_whether_it_is_suggested_or_grouped(kind, go, window, qtbot):
    page = go("events")
    page.tabs.setCurrentIndex(["suggested", "grouped"].index(kind))
    settle(qtbot, window)
    assert hurting(page) == []


@pytest.mark.usefixtures("veiled")
def test_neither_does_the_timeline_where_events_stand_together(go, window, qtbot):
    page = go("timeline")
    page.work.turn_by_event()
    settle(qtbot, window)
    assert page.model.group(0) is not None
    assert hurting(page) == []


def test_neither_does_undo_nor_what_is_said_of_it(go, window, review, veiled, qtbot):
    go("timeline")
    window.orders["review.undo"].trigger()
    settle(qtbot, window)
    assert window.orders["review.undo"].text() != ""
    meaning.mark(review, [veiled], Mark.DISTRESSING, on=True)
    events.change_event(review, replace(events.found(review, entries.get(review, veiled).event_id), time="09:00"))
    settle(qtbot, window)
    window.orders["review.undo"].trigger()
    settle(qtbot, window)
    assert "marked as distressing" in window.room.messages.text
    assert hurting(window) == []
    assert [order.text() for order in window.orders.of_scope("review") if HURTS in order.text() + order.toolTip()] == []


@pytest.mark.usefixtures("veiled")
def test_neither_does_the_history_though_its_steps_are_named_after_older_headlines(go, window, qtbot):
    go("timeline")
    window.orders["review.history"].trigger()
    settle(qtbot, window)
    (dialog,) = window.findChildren(HistoryDialog)
    for row in range(dialog.model.rowCount()):
        dialog.table.selectRow(row)
        settle(qtbot, window)
        assert hurting(dialog) == []


@pytest.mark.usefixtures("veiled")
def test_neither_does_the_label_at_the_pointer_in_the_picture(go, qtbot):
    view = go("timeline").picture.view
    qtbot.waitUntil(lambda: bool(view.picture.rows.spans.ids))  # it follows the table a moment later
    told = [view.entry_of(one).text for one in view.picture.rows.spans.ids]
    assert "Seen for a cold." in told
    assert [words for words in told if HURTS in words] == []


@pytest.mark.usefixtures("veiled")
def test_neither_does_any_view_of_the_people(go, window, qtbot):
    page = go("people")
    for spec in VIEWS:
        page.show_view(spec.key)
        settle(qtbot, window)
        assert hurting(window) == [], spec.key


@pytest.fixture
def sent_again(tmp_path) -> Path:
    """The file as the agency sends it again, with a row more."""
    (tmp_path / "Marlshire Police v2.csv").write_text(f"{SENT}15/03/2017,09:00,Called again.\n")
    return tmp_path / "Marlshire Police v2.csv"


def choose_the_veiled_row(page: QWidget) -> None:
    """Come to the row in the preview of a file, in its columns."""
    columns = page.batch.file.columns
    columns.rows.setCurrentIndex(columns.preview.index(0, TEXT))


@pytest.mark.usefixtures("veiled")
@pytest.mark.parametrize("again", [False, True])
def test_neither_does_the_preview_of_the_file_that_it_was_sent_in(again, go, sent_again, tmp_path, qtbot):
    page = go("submissions")
    (tmp_path / "Marlshire Police.csv").write_text(SENT)
    page.take_files([sent_again if again else tmp_path / "Marlshire Police.csv"])
    settle(qtbot, page.window())
    page.batch.file.steps.setCurrentIndex(COLUMNS)
    choose_the_veiled_row(page)
    settle(qtbot, page.window())
    preview = page.batch.file.columns.preview
    assert preview.rowCount()
    assert hurting(page) == []
    assert not preview.flags(preview.index(0, TEXT)) & Qt.ItemFlag.ItemIsEditable

    lift(page.window(), "submissions", qtbot)
    assert hurting(page)
    assert preview.flags(preview.index(0, TEXT)) & Qt.ItemFlag.ItemIsEditable


def test_neither_does_the_comparison_with_a_revised_version(go, review, veiled, sent_again, qtbot):
    page = go("submissions")
    view = page.listing.revision
    reading = read_file(sent_again, UNWATCHED)
    page.listing._compare(submissions.listing(review)[0], sent_again, reading)
    settle(qtbot, page.window())
    view.show_what.setCurrentIndex(view.show_what.findData(Show.ALL))
    assert view.model.rowCount()
    for row in range(view.model.rowCount()):
        view.table.selectRow(row)
        assert hurting(page) == []

    row = next(at for at, pair in enumerate(view.model.rows) if view.model.entry_of(pair) == veiled)
    view.table.selectRow(row)
    lift(page.window(), "submissions", qtbot)
    assert hurting(page)


def test_neither_does_the_question_whether_an_import_is_taken_back(go, veiled, qtbot):
    page = go("submissions")
    page.table.selectRow(0)
    settle(qtbot, page.window())
    page.listing.take_back_chosen()
    settle(qtbot, page.window())
    assert veiled in {row.entry_id for row in page.listing.dialog.model.rows}
    assert hurting(page.listing.dialog) == []


@pytest.mark.usefixtures("veiled")
def test_neither_does_a_row_that_was_set_aside_because_it_says_the_same(go, review, qtbot):
    page = go("submissions")
    told = next(row for row in submissions.rows(review, submissions.listing(review)[0].id) if HURTS in str(row.cells))
    one = SimpleNamespace(submission=submissions.listing(review)[0], replaced_by=(), taken_back=None)
    page.listing._show_rows(one, [told])
    settle(qtbot, page.window())
    assert hurting(page.listing.dialog) == []


# What is asked for is shown where it is asked for, and no longer than that.


def lift(window, name: str, qtbot) -> None:
    page = window.room.page(name)
    (action,) = [each for each in page.actions() if each.shortcut().toString() == "F5"]
    action.trigger()
    settle(qtbot, window)


@pytest.mark.parametrize("name", SHOWS)
def test_f5_shows_the_words_on_the_page_where_they_are_asked_for_and_on_no_other(
    name, go, window, review, veiled, qtbot
):
    choose(go(name), name, review, veiled)
    settle(qtbot, window)
    lift(window, name, qtbot)
    assert hurting(window.room.page(name))

    for other in PAGES:
        if other != name:
            go(other)
            assert hurting(window) == [], other
    go(name)
    assert hurting(window) == [], "it is veiled again when the page is come back to"


@pytest.mark.parametrize("name", SHOWS)
def test_panel_view_ends_what_was_asked_for(name, go, window, review, veiled, qtbot):
    choose(go(name), name, review, veiled)
    settle(qtbot, window)
    lift(window, name, qtbot)
    window.orders["review.panel_view"].trigger()
    settle(qtbot, window)
    assert hurting(window) == []
    window.orders["review.panel_view"].trigger()
    settle(qtbot, window)
    assert hurting(window) == []


def test_locking_ends_what_was_asked_for(go, window, veiled, qtbot):
    page = go("timeline")
    page.go_to_entry(veiled)
    lift(window, "timeline", qtbot)
    window.lock()
    assert hurting(window) == []


def test_what_the_page_was_asked_for_is_not_shown_in_the_history_nor_offered_by_undo(go, window, review, veiled, qtbot):
    choose(go("disagreements"), "disagreements", review, veiled)
    events.change_event(review, replace(events.found(review, entries.get(review, veiled).event_id), time="09:00"))
    settle(qtbot, window)
    lift(window, "disagreements", qtbot)
    window.orders["review.history"].trigger()
    settle(qtbot, window)
    (dialog,) = window.findChildren(HistoryDialog)
    assert hurting(dialog) == []
    assert HURTS not in window.orders["review.undo"].toolTip() + window.orders["review.undo"].text()
    assert "marked as distressing" in window.orders["review.undo"].text()


def test_what_the_history_was_asked_for_is_not_shown_on_the_page(go, window, veiled, qtbot):
    page = go("timeline")
    page.go_to_entry(veiled)
    page.show_history()
    settle(qtbot, window)
    (dialog,) = window.findChildren(HistoryDialog)
    dialog.search.setText("Edit entry")
    qtbot.waitUntil(lambda: dialog.wanted.words == "Edit entry")
    settle(qtbot, window)
    dialog.detail.unveil.click()
    settle(qtbot, window)
    assert hurting(dialog.detail)
    assert hurting(page) == []
    go("gaps")
    assert hurting(dialog.detail) == []


def test_the_form_of_a_disagreement_never_takes_the_veil_for_what_was_written(go, window, review, veiled, qtbot):
    page = go("disagreements")
    choose(page, "disagreements", review, veiled)
    settle(qtbot, window)
    assert not page.detail.form.settle.isEnabled()
    go("timeline")
    go("disagreements")
    lift(window, "disagreements", qtbot)
    assert page.detail.form.written() == (f"it was {HURTS}", f"The {HURTS} was seen by both.")


def test_a_headline_is_not_overwritten_by_its_veil(go, window, review, veiled, qtbot):
    page = go("events")
    choose(page, "events", review, veiled)
    settle(qtbot, window)
    go("timeline")
    go("events")
    page.grouped.view.fields.commit()
    settle(qtbot, window)
    assert events.found(review, entries.get(review, veiled).event_id).headline == f"The {HURTS} in the kitchen"
    lift(window, "events", qtbot)
    assert page.grouped.view.fields.editor("headline").text() == f"The {HURTS} in the kitchen"


def test_who_writes_a_question_about_it_goes_on_seeing_what_they_write(go, window, review, veiled, qtbot):
    page = go("questions")
    police = entries.get(review, veiled).agency_id
    page.show_question(Question(0, police, "", entry_id=veiled))
    settle(qtbot, window)
    page.fields.editor("words").setText("Who was with her?")
    page.fields.commit()
    settle(qtbot, window)
    assert page.fields.isVisible()
    assert page.fields.question.id
