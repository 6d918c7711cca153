"""The sheet of shortcuts is read from the one table, and the rail and the drop cover do as they say."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QLabel

from dhr_desktop.ui.common.actions import ACTIONS, words_of
from dhr_desktop.ui.shell.drop import files_in
from dhr_desktop.ui.shell.sheets import AboutSheet, ShortcutSheet

NATIVE = QKeySequence.SequenceFormat.NativeText


def said(dialog):
    return [each.text() for each in dialog.findChildren(QLabel)]


def test_every_shortcut_stands_on_the_sheet(main, qtbot):
    sheet = ShortcutSheet(main)
    qtbot.addWidget(sheet)
    words = said(sheet)

    for spec in ACTIONS:
        if spec.shortcut:
            assert words_of(spec) in words
            assert QKeySequence(spec.shortcut).toString(NATIVE) in words


def test_about_says_what_it_is_and_which(main, qtbot):
    sheet = AboutSheet(main)
    qtbot.addWidget(sheet)

    assert any(words.startswith("Version ") for words in said(sheet))


def test_the_rail_can_be_walked_by_keyboard(room, qtbot):
    rail = room.rail
    rail.buttons["overview"].setFocus()

    qtbot.keyClick(rail.buttons["overview"], Qt.Key.Key_Down)
    assert rail.buttons["submissions"].hasFocus()
    qtbot.keyClick(rail.buttons["submissions"], Qt.Key.Key_Space)

    assert room.shown == "submissions"
    assert room.page("submissions").field.hasFocus()  # who has chosen wants to work there


def dragged(*urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def test_only_files_of_this_computer_are_taken(tmp_path):
    here = QUrl.fromLocalFile(str(tmp_path / "one.xlsx"))
    data = dragged("https://example.org/two.xlsx")
    data.setUrls([*data.urls(), here])

    assert files_in(data) == [tmp_path / "one.xlsx"]


def enter(window, data):
    nothing = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(
        QPointF(20, 20).toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, nothing
    )
    window.dragEnterEvent(event)
    return event


def test_files_over_a_review_are_covered_and_taken(inside, room, tmp_path):
    path = tmp_path / "police.xlsx"
    data = dragged()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    enter(inside, data)
    assert inside.cover.isVisible()
    assert inside.cover.size() == inside.size()

    nothing = Qt.KeyboardModifier.NoModifier
    inside.cover.dropEvent(
        QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, nothing)
    )

    assert not inside.cover.isVisible()
    assert room.page("submissions").taken == [Path(path)]


def test_before_the_lock_no_file_is_taken(main, tmp_path):
    data = dragged()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "police.xlsx"))])
    enter(main, data)

    assert not main.cover.isVisible()
