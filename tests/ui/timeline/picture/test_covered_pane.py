"""What the picture keeps from being seen in panel view, and where the keyboard goes when it stands alone."""

import pytest
from PySide6.QtCore import Qt

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family.register import add_person
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.page import TimelinePage
from dhr_desktop.ui.timeline.picture.hands import PictureView
from dhr_desktop.ui.timeline.picture.saving import SaveDialog
from tests.ui.timeline.using import Settle

SHIFT = Qt.KeyboardModifier.ShiftModifier
POLICE, SURGERY, HOMES = 0, 1, 2


def test_panel_view_covers_the_lanes_at_once_and_no_picture_is_saved_in_it(
    page: TimelinePage, context: ReviewContext, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_person(context.review, Person(0, "Officers", Role.PROFESSIONAL, "PC 1"))
    page.picture.by.setCurrentIndex(1)
    settle()
    monkeypatch.setattr(SaveDialog, "exec", lambda _: pytest.fail("asked how to save it"))

    context.panel.turn(on=True)
    lanes = [row.lane.name for row in page.picture.view.picture.rows.rows]
    page.picture.save_picture()

    assert lanes == ["PC 1"]
    assert "not saved in panel view" in context.messages.text


def test_alone_the_picture_has_the_keyboard_until_something_is_to_be_read_in_the_table(
    page: TimelinePage, view: PictureView, settle: Settle
) -> None:
    page.table.setFocus()
    page.panes.room.turn()
    page.panes.room.turn()
    assert not page.table.isVisible()
    assert view.hasFocus()

    page.show_gap("2016-01-01", "2016-12-31")
    settle()

    assert page.table.isVisible()
    assert page.table.hasFocus()
