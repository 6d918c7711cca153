"""The picture above the table, by mouse and by keyboard, and what passes between the two."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
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
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.timeline.key_dates import set_key_date
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.timeline.page import TimelinePage
from dhr_desktop.ui.timeline.picture.hands import PictureView
from dhr_desktop.ui.timeline.picture.reading import Reader
from dhr_desktop.ui.timeline.picture.saving import SaveDialog
from tests.ui.timeline.made import TEXTS_IN_ORDER
from tests.ui.timeline.using import Settle, chosen, narrowed, texts

SHIFT = Qt.KeyboardModifier.ShiftModifier
POLICE, SURGERY, HOMES = 0, 1, 2


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


@pytest.fixture
def page(page: TimelinePage, settle: Settle) -> TimelinePage:
    settle()
    return page


@pytest.fixture
def view(page: TimelinePage) -> PictureView:
    return page.picture.view


def place(view: PictureView, lane: int, iso: str, share: float = 0.5) -> QPoint:
    frame = view.frame
    return QPointF(frame.scale.x(day(iso) + 0.5), frame.y(lane) + frame.lane * share).toPoint()


def on_scale(view: PictureView, iso: str) -> QPoint:
    return QPoint(round(view.frame.scale.x(day(iso) + 0.5)), round(view.frame.bottom + 6))


def dragged(qtbot: QtBot, view: PictureView, begin: QPoint, end: QPoint, held: Qt.KeyboardModifier) -> None:
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, held, begin)
    for share in (0.3, 0.7, 1.0):
        at = begin + (end - begin) * share
        QApplication.sendEvent(view, moved_to(view, at, held))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, held, end)


def moved_to(view: PictureView, at: QPoint, held: Qt.KeyboardModifier) -> QMouseEvent:
    """A move of the mouse with its button held, which Qt's own helper does not send."""
    where, left = QPointF(at), Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, where, view.mapToGlobal(where), Qt.MouseButton.NoButton, left, held)


def wheeled(view: PictureView, at: QPoint, notches: int, held: Qt.KeyboardModifier) -> None:
    where = QPointF(at)
    event = QWheelEvent(
        where,
        view.mapToGlobal(where),
        QPoint(),
        QPoint(0, notches * 120),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


NOTHING = Qt.KeyboardModifier.NoModifier


# Looking.


def test_the_wheel_looks_closer_at_what_is_under_the_pointer(view: PictureView) -> None:
    at = place(view, POLICE, "2016-04-05")
    before, under = view.frame.scale.days, view.frame.scale.day(at.x())
    wheeled(view, at, 4, NOTHING)

    assert view.frame.scale.days < before / 2
    assert view.frame.scale.day(at.x()) == pytest.approx(under, abs=0.5)


def test_with_shift_the_wheel_goes_along(view: PictureView) -> None:
    view.look_at(day("2016-01-01"), day("2016-12-31"))
    begin, days = view.frame.scale.begin, view.frame.scale.days
    wheeled(view, place(view, POLICE, "2016-04-05"), -1, SHIFT)

    assert view.frame.scale.begin > begin
    assert view.frame.scale.days == pytest.approx(days)


def test_dragging_moves_along_and_chooses_nothing(page: TimelinePage, view: PictureView, qtbot: QtBot) -> None:
    before = chosen(page)
    view.look_at(day("2016-03-01"), day("2016-12-31"))
    begin = view.frame.scale.begin
    dragged(qtbot, view, place(view, HOMES, "2016-10-01", 0.2), place(view, HOMES, "2016-07-01", 0.2), NOTHING)

    assert view.frame.scale.begin - begin == pytest.approx(day("2016-10-01") - day("2016-07-01"), abs=3)
    assert chosen(page) == before


def test_far_out_entries_are_counted_and_near_they_stand_alone(view: PictureView) -> None:
    view.fit()
    assert view.unit is not Unit.DAY
    view.look_at(day("2016-04-01"), day("2016-04-30"))
    assert view.unit is Unit.DAY


def test_a_double_click_looks_closer_at_what_a_bar_counts(view: PictureView, qtbot: QtBot) -> None:
    view.fit()
    at = place(view, POLICE, "2016-04-05")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)

    assert view.unit is Unit.DAY
    assert view.frame.scale.begin < day("2016-04-05") < view.frame.scale.end


def test_what_was_looked_at_stays_when_entries_change(page: TimelinePage, view: PictureView, settle: Settle) -> None:
    view.look_at(day("2016-04-01"), day("2016-04-30"))
    before = view.frame.scale.begin
    page.accept_chosen()
    page.refresh()
    settle()

    assert view.frame.scale.begin == before


# Choosing.


def test_a_click_on_a_mark_chooses_its_entry_in_the_table(page: TimelinePage, view: PictureView, qtbot: QtBot) -> None:
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, SURGERY, "2016-04-07", 0.4))

    assert chosen(page) == "Telephone call. Said she had fallen."


def test_clicks_on_several_entries_go_through_them(page: TimelinePage, view: PictureView, qtbot: QtBot) -> None:
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    seen = []
    for _ in range(3):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, POLICE, "2016-04-05"))
        seen.append(chosen(page))

    assert seen == [TEXTS_IN_ORDER[1], TEXTS_IN_ORDER[2], TEXTS_IN_ORDER[1]]


def test_the_entry_chosen_in_the_table_is_marked_in_the_picture(page: TimelinePage, view: PictureView) -> None:
    page.table.choose_row(TEXTS_IN_ORDER.index("Called to the address by ambulance control."))
    spans = view.picture.rows.spans

    assert view.chosen is not None
    assert spans.firsts[view.chosen] == day("2018-11-09")


def test_what_the_table_shows_is_shaded(page: TimelinePage, view: PictureView) -> None:
    assert view._in_view == (day("2014-06-01"), day("2018-11-09"))
    assert page.model.rowCount() == len(TEXTS_IN_ORDER)


# Narrowing.


@pytest.mark.parametrize("way", ["along the scale", "with Shift"])
def test_a_stretch_drawn_in_the_picture_narrows_the_table(
    page: TimelinePage, view: PictureView, qtbot: QtBot, settle: Settle, way: str
) -> None:
    view.look_at(day("2016-03-01"), day("2016-06-01"))
    if way == "with Shift":
        dragged(qtbot, view, place(view, HOMES, "2016-04-01"), place(view, HOMES, "2016-04-06"), SHIFT)
    else:
        dragged(qtbot, view, on_scale(view, "2016-04-01"), on_scale(view, "2016-04-06"), NOTHING)
    settle()
    qtbot.waitUntil(lambda: len(texts(page)) == 2)

    assert texts(page) == TEXTS_IN_ORDER[1:3]
    assert page.filters.wanted.earliest == "2016-04-01"
    assert page.filters.wanted.latest == "2016-04-06"


def test_escape_takes_the_stretch_away(page: TimelinePage, view: PictureView, qtbot: QtBot, settle: Settle) -> None:
    view.look_at(day("2016-03-01"), day("2016-06-01"))
    dragged(qtbot, view, on_scale(view, "2016-04-01"), on_scale(view, "2016-04-06"), NOTHING)
    qtbot.waitUntil(lambda: len(texts(page)) == 2)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(texts(page)) == len(TEXTS_IN_ORDER))
    settle()

    assert view.drawn_days is None


def test_a_stretch_can_be_drawn_with_the_keyboard(page: TimelinePage, view: PictureView, qtbot: QtBot) -> None:
    page.table.choose_row(TEXTS_IN_ORDER.index("Telephone call. Said she had fallen."))
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    view.setFocus()
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    qtbot.waitUntil(lambda: len(texts(page)) == 3)

    assert (page.filters.wanted.earliest, page.filters.wanted.latest) == ("2016-04-05", "2016-04-07")


def test_days_the_filters_are_given_are_marked_in_the_picture(
    page: TimelinePage, view: PictureView, qtbot: QtBot
) -> None:
    page.filters.set_wanted(EntryFilter(earliest="2016-04-01"))
    qtbot.waitUntil(lambda: view.drawn_days is not None)
    assert view.drawn_days is not None
    assert view.drawn_days[0] == day("2016-04-01")
    page.filters.clear_all()
    qtbot.waitUntil(lambda: view.drawn_days is None)


def test_what_the_filters_leave_out_stays_in_the_picture(
    page: TimelinePage, view: PictureView, qtbot: QtBot, settle: Settle
) -> None:
    narrowed(page, qtbot, settle, "shouting")
    settle()
    flags = [view.picture.rows.is_wanted(place) for place in range(len(TEXTS_IN_ORDER))]

    assert flags == [text.startswith("Neighbour") for text in TEXTS_IN_ORDER]


# The keyboard.


def test_keys_look_closer_further_along_and_at_everything(view: PictureView, qtbot: QtBot) -> None:
    view.setFocus()
    days = [view.frame.scale.days]
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(view, key)
        days.append(view.frame.scale.days)
    begin = view.frame.scale.begin
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    moved = view.frame.scale.begin
    qtbot.keyClick(view, Qt.Key.Key_0)

    assert days[2] < days[1] < days[0]
    assert days[3] == pytest.approx(days[1])
    assert moved > begin
    assert (view.frame.scale.begin, view.frame.scale.end) == (view.limits.first, view.limits.last)


def test_arrows_go_from_entry_to_entry_and_lane_to_lane_and_return_chooses(
    page: TimelinePage, view: PictureView, qtbot: QtBot
) -> None:
    page.table.choose_row(1)
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "Log closed with no further action." in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert "7 April 2016, 10:00, Millpond Surgery: Telephone call." in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen(page) == "Telephone call. Said she had fallen."
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen(page) == "Attended with a bruise to the left arm."
    assert view.frame.scale.begin < day("2014-06-30")


def test_the_picture_says_what_it_shows(view: PictureView) -> None:
    view.look_at(day("2016-04-01"), day("2016-04-30"))
    view.say()

    assert view.accessibleName() == "Picture of the timeline"
    assert (
        view.accessibleDescription() == "3 lanes, one for each agency. 1 April 2016 to 30 April 2016, single entries."
    )


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
    assert "not encrypted" in context.messages.text


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
