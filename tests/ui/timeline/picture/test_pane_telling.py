"""What the picture tells, goes along with and is made of: labels, gaps, lanes, key dates, and saving it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.key_dates import KeyDate, KeyKind
from dhr_desktop.domain.meaning import Significance
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.picture import hits
from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.domain.picture.spans import LaneBy
from dhr_desktop.family.register import add_person
from dhr_desktop.store import entries, key_dates
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.timeline.key_dates import set_key_date
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.timeline.page import TimelinePage
from dhr_desktop.ui.timeline.picture.hands import PictureView
from dhr_desktop.ui.timeline.picture.reading import Reader
from dhr_desktop.ui.timeline.picture.saving import SaveDialog
from tests.ui.timeline.picture.pointing import day, place
from tests.ui.timeline.using import Settle

SHIFT = Qt.KeyboardModifier.ShiftModifier
POLICE, SURGERY, HOMES = 0, 1, 2
NOTHING = Qt.KeyboardModifier.NoModifier


def test_the_picture_goes_along_when_an_entry_out_of_its_sight_is_chosen(
    page: TimelinePage, view: PictureView, settle: Settle
) -> None:
    page.table.choose_row(1)
    view.look_at(day("2010-01-01"), day("2010-12-31"))
    page.table.choose_row(2)
    settle()
    days = hits.day_of(view.picture, view.chosen or 0)
    assert days
    assert view.frame.scale.begin <= days[0] <= view.frame.scale.end


def test_the_picture_stays_where_an_entry_in_its_sight_is_chosen(page: TimelinePage, view: PictureView) -> None:
    page.table.choose_row(1)
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    begin = view.frame.scale.begin
    page.table.choose_row(2)
    assert view.frame.scale.begin == begin


# Words.


def test_hovering_tells_date_and_first_words_of_an_entry(view: PictureView) -> None:
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    one, two = (place(view, lane, iso, 0.4) for lane, iso in ((SURGERY, "2016-04-07"), (POLICE, "2016-04-05")))

    assert view.words_of(view.hit(one.x(), one.y())) == (
        "7 April 2016, 10:00, Millpond Surgery: Telephone call. Said she had fallen."
    )
    assert view.words_of(view.hit(two.x(), two.y())).splitlines() == [
        "5 April 2016, Ravenshire Constabulary: 2 entries",
        "– 21:30  Neighbour reports shouting. Officers attended.",
        "– Log closed with no further action.",
    ]


def test_a_bar_that_counts_entries_is_told_by_its_number_alone(view: PictureView) -> None:
    view.look_at(day("2010-01-01"), day("2020-01-01"))
    at = place(view, POLICE, "2016-04-05")
    assert view.unit is not Unit.DAY
    assert "\n" not in view.words_of(view.hit(at.x(), at.y()))


def test_what_the_keyboard_comes_to_is_told_beside_it(page: TimelinePage, view: PictureView, qtbot: QtBot) -> None:
    page.table.choose_row(1)
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "Ravenshire Constabulary: Log closed with no" in QToolTip.text()
    page.table.setFocus()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_what_is_distressing_is_not_told_unasked(context: ReviewContext, view: PictureView, settle: Settle) -> None:
    found = next(entry for entry in entries.iterate(context.review) if entry.text.startswith("Telephone"))
    with context.review.journal.step("Mark"):
        entries.change(context.review, replace(found, distressing=True))
    settle()
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    at = place(view, SURGERY, "2016-04-07", 0.4)

    assert view.words_of(view.hit(at.x(), at.y())).endswith("Surgery: Marked as distressing. F5 shows it.")


def test_a_silence_is_told_with_what_of_it_is_certain(page: TimelinePage, view: PictureView, settle: Settle) -> None:
    page.picture._find_silences()
    settle()
    frame = view.frame
    found = hits.at(view.picture, frame, frame.scale.x(day("2017-06-01")), frame.y(POLICE) + 2)

    assert view.words_of(found).startswith("6 April 2016 to 8 November 2018: no contact recorded by")
    assert "Ravenshire Constabulary for 947 days" in view.words_of(found)


@pytest.mark.usefixtures("page")
def test_gaps_are_looked_for_anew_when_a_date_has_changed_and_not_for_a_judgement(context: ReviewContext) -> None:
    reader = Reader(context.review)
    held = reader.silences(LaneBy.AGENCY)
    one = next(entry for entry in entries.iterate(context.review) if entry.date_edtf == "2016-04-05")
    with context.review.journal.step("Judge"):
        entries.change(context.review, replace(one, significance=Significance.KEY))
    assert reader.silences(LaneBy.AGENCY) is held
    with context.review.journal.step("Redate"):
        entries.change(context.review, replace(one, date_edtf="2016-04-05~"))
    assert reader.silences(LaneBy.AGENCY) is not held


def test_an_edit_that_moves_nothing_leaves_the_picture_as_it_was_drawn(
    context: ReviewContext, page: TimelinePage, view: PictureView, settle: Settle
) -> None:
    drawn = view.picture
    one = next(entries.iterate(context.review))
    with context.review.journal.step("Reword"):
        entries.change(context.review, replace(one, text="Reworded."))
    settle()
    assert view.picture is drawn

    page.filters.set_wanted(EntryFilter(agency_ids=frozenset({one.agency_id})))
    settle()
    assert view.picture is not drawn
    assert view.picture.rows.wanted is not None


# Lanes and key dates.


def test_lanes_can_stand_for_people(page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
    add_person(context.review, Person(0, "Officers", Role.PROFESSIONAL, "PC 1"))
    settle()
    page.picture.by.setCurrentIndex(1)
    settle()
    (lane,) = page.picture.view.picture.rows.rows

    assert lane.lane.name == "Officers"
    assert len(lane.places) == 1


def test_a_key_date_appears_as_soon_as_it_is_set_and_goes_when_it_is_undone(
    context: ReviewContext, view: PictureView, settle: Settle
) -> None:
    set_key_date(context.review, KeyDate(0, "2016-08", "Separation", KeyKind.SEPARATION))
    settle()
    assert "Separation" in [line.words for line in view.picture.days]
    context.review.journal.undo()
    settle()
    assert "Separation" not in [line.words for line in view.picture.days]


def test_a_key_date_that_is_begun_outlasts_the_lock_and_is_given_up_with_the_dialog(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.picture.edit_key_dates()
    dialog = page.picture._dialog
    assert dialog is not None
    dialog.words.setText("They sep")
    context.drafts.flush()
    dialog.reject()
    settle()
    page.picture.edit_key_dates()
    assert dialog.words.text() == "They sep"
    dialog.reject()
    settle()
    page.picture.edit_key_dates()
    assert not dialog.words.text()


def test_key_dates_are_added_changed_and_removed_in_their_dialog(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.picture.edit_key_dates()
    dialog = page.picture._dialog
    assert dialog is not None
    dialog.day.line.setText("August 2016")
    dialog.words.setText("Separation")
    dialog.save.click()
    settle()
    assert [(each.date_edtf, each.words) for each in key_dates.listing(context.review)] == [("2016-08", "Separation")]
    dialog.list.setCurrentRow(0)
    assert dialog.day.line.text() == "August 2016"
    dialog.words.setText("They separate")
    dialog.save.click()
    settle()
    assert [each.words for each in key_dates.listing(context.review)] == ["They separate"]
    dialog.list.setCurrentRow(0)
    dialog.remove.click()
    settle()
    assert key_dates.listing(context.review) == []
    dialog.close()


# The room and the file.


def test_the_picture_grows_and_shrinks_with_one_key(page: TimelinePage) -> None:
    heights = []
    for _ in range(4):
        heights.append(page.picture.height())
        page.panes.room.turn()
        QApplication.processEvents()

    assert heights[0] < heights[1] < heights[2]
    assert heights[3] == heights[0]


def test_the_table_keeps_its_room_at_first(page: TimelinePage) -> None:
    assert page.picture.height() < page.panes.room.height() * 0.45


@pytest.mark.parametrize("form", ["png", "svg"])
def test_the_picture_is_saved_where_the_chair_says(
    page: TimelinePage, context: ReviewContext, settle: Settle, tmp_path, monkeypatch, form
) -> None:
    add_person(context.review, Person(0, "Officers", Role.PROFESSIONAL, "PC 1"))
    settle()

    def accept(dialog: SaveDialog) -> int:
        dialog.format.setCurrentIndex(dialog.format.findData(form))
        return SaveDialog.DialogCode.Accepted.value

    monkeypatch.setattr(SaveDialog, "exec", accept)
    answer_next(tmp_path / "Picture")
    page.picture.save_picture()
    settle()

    assert [file.name for file in tmp_path.glob("Picture*")] == [f"Picture.{form}"]
    assert "Its names are pseudonyms, and it is not encrypted." in context.messages.text


# Panel view.


def test_in_panel_view_lanes_and_words_bear_pseudonyms_and_key_dates_are_not_opened(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    add_person(context.review, Person(0, "Officers", Role.PROFESSIONAL, "PC 1"))
    page.picture.by.setCurrentIndex(1)
    page.picture.edit_key_dates()
    dialog = page.picture._dialog
    context.panel.turn(on=True)
    settle()
    view = page.picture.view
    page.picture.edit_key_dates()

    assert [row.lane.name for row in view.picture.rows.rows] == ["PC 1"]
    assert dialog is not None
    assert not dialog.isVisible()
    assert "F6 leaves it" in context.messages.text


def test_a_new_key_date_that_was_refused_stands_in_its_dialog_and_when_it_is_opened_again(
    page: TimelinePage, context: ReviewContext, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_label: str, *_: object) -> None:
        raise StoreProblem("The disk is full.", "Free some space.")

    monkeypatch.setattr(context.review.journal, "step", refuse)
    page.picture.edit_key_dates()
    dialog = page.picture._dialog
    assert dialog is not None
    dialog.day.line.setText("August 2016")
    dialog.words.setText("Separation")
    dialog.save.click()
    settle()
    assert (dialog.day.line.text(), dialog.words.text()) == ("August 2016", "Separation")
    assert dialog.save.isEnabled()
    dialog.save.click()
    dialog.accept()
    settle()
    page.picture.edit_key_dates()
    assert (dialog.day.line.text(), dialog.words.text()) == ("August 2016", "Separation")
    monkeypatch.undo()
    dialog.save.click()
    dialog.save.click()
    settle()
    assert [each.words for each in key_dates.listing(context.review)] == ["Separation"]
    assert not dialog.words.text()
    assert not context.drafts.of("keydate/new")


def test_a_key_date_that_is_being_typed_stands_where_its_window_comes_back_from_being_minimised(
    page: TimelinePage, context: ReviewContext
) -> None:
    class ComesBack(QShowEvent):
        def spontaneous(self) -> bool:
            return True

    page.picture.edit_key_dates()
    dialog = page.picture._dialog
    assert dialog is not None
    dialog.words.setText("First arrest")
    dialog.showEvent(ComesBack())
    assert dialog.words.text() == "First arrest"
    dialog.reject()
    assert context.drafts.of("keydate/new") == {}
