"""The timeline as a table model."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from dhr_desktop.store import agencies, entries
from dhr_desktop.store.review import Review
from dhr_desktop.ui.timeline.model import PAGE, Column, EntriesModel
from tests.ui.timeline.made import TEXTS_IN_ORDER, fill, many


def shown(review: Review) -> EntriesModel:
    model = EntriesModel(review)
    model.show(entries.ordered_ids(review), {agency.id: agency for agency in agencies.listing(review)})
    return model


def said(model: EntriesModel, row: int, column: Column, role: Qt.ItemDataRole) -> object:
    return model.data(model.index(row, column), role)


def test_the_model_keeps_qt_s_rules(review: Review, qtmodeltester: ModelTester) -> None:
    fill(review)
    model = shown(review)
    qtmodeltester.check(model)
    model.show([], {})
    qtmodeltester.check(model)


def test_entries_stand_in_the_order_of_the_timeline(review: Review) -> None:
    fill(review)
    model = shown(review)
    texts = [said(model, row, Column.WHAT, Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())]
    assert texts == TEXTS_IN_ORDER


def test_every_cell_says_in_words_what_it_shows(review: Review) -> None:
    fill(review)
    model = shown(review)
    words = [said(model, 0, column, Qt.ItemDataRole.AccessibleTextRole) for column in Column]
    assert words[:3] == ["about June 2014", "Time: nothing", "Millpond Surgery"]
    assert words[Column.DOUBT] == "In doubt"
    why = said(model, 0, Column.DOUBT, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert why == "The agency gives only about when this happened."
    assert said(model, 0, Column.DATE, Qt.ItemDataRole.AccessibleDescriptionRole) == "Written as “as 2014-06~”"
    assert all(said(model, row, column, Qt.ItemDataRole.AccessibleTextRole) for row in range(6) for column in Column)


def test_only_the_pages_that_are_looked_at_are_fetched(review: Review) -> None:
    many(review, 5 * PAGE)
    model = shown(review)
    for row in (3 * PAGE, 3 * PAGE + 1, 4 * PAGE - 1):
        entry = model.entry(row)
        assert entry
        assert entry.text == f"Visit {row}"
    assert set(model._pages) == {3}


def test_of_an_entry_that_was_changed_its_row_alone_is_read_anew(review: Review) -> None:
    many(review, 2 * PAGE)
    model = shown(review)
    changed, beside = model.entry(3), model.entry(4)
    assert changed
    with review.journal.step("Reword"):
        entries.change(review, replace(changed, text="Reworded."))

    model.forget_these([changed.id])
    assert said(model, 3, Column.WHAT, Qt.ItemDataRole.DisplayRole) == "Reworded."
    assert model.entry(4) is beside


def test_an_entry_that_has_gone_is_no_longer_shown_by_its_row(review: Review) -> None:
    many(review, PAGE)
    model = shown(review)
    gone = model.entry(3)
    assert gone
    with review.journal.step("Remove"):
        entries.remove(review, gone.id)

    model.forget_these([gone.id])
    assert model.entry(3) is None


def test_the_same_rows_with_other_contents_are_only_drawn_anew(review: Review) -> None:
    fill(review)
    model = shown(review)
    assert model.show(entries.ordered_ids(review), {}) is False
    assert model.show(entries.ordered_ids(review)[1:], {}) is True


def test_an_entry_that_has_gone_leaves_an_empty_row_until_the_next_reading(review: Review) -> None:
    fill(review)
    model = shown(review)
    first = model.entry(0)
    assert first
    with review.journal.step("Remove entry"):
        entries.remove(review, first.id)
    model.forget()
    assert model.entry(0) is None
    assert said(model, 0, Column.WHAT, Qt.ItemDataRole.DisplayRole) is None
