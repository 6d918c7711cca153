"""Alt and a letter does one thing: no page takes a letter of the menu bar, nor one letter twice."""

import ast
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenuBar, QTabBar, QWidget

from dhr_desktop.base import resources
from tests.house.source import every_node
from tests.house.test_access import PLACES, Tour, settle, tour

__all__ = ["tour"]

MARK = re.compile(r"&([^&\s])")
LONG = 60_000
SENT = ("02_GP_record_print.txt", "07_Ambulance_CAD_extract.csv")
OF_WINDOWS_OF_THEIR_OWN = ("dialog", "new_review", "/shell/", "actions.py")


def marked(words: str) -> list[str]:
    """The letters that stand behind an ampersand."""
    return [letter.lower() for letter in MARK.findall(words.replace("&&", ""))]


def words_of(widget: QWidget) -> list[str]:
    if isinstance(widget, QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QLabel):
        return [widget.text()] if widget.buddy() else []
    if isinstance(widget, QTabBar):
        return [widget.tabText(place) for place in range(widget.count())]
    return []


def letters(place: QWidget) -> Counter[str]:
    """The letters in use in a place as it is shown, those of its menu bar among them."""
    shown = [each for each in place.findChildren(QWidget) if each.isVisibleTo(place) and each.window() is place]
    words = [words for each in shown for words in words_of(each)]
    bars = [each for each in shown if isinstance(each, QMenuBar)]
    words += [action.text() for bar in bars for action in bar.actions()]
    return Counter(letter for each in words for letter in marked(each))


def taken_twice(place: QWidget) -> list[str]:
    return [letter for letter, times in letters(place).items() if times > 1]


@pytest.mark.parametrize("place", PLACES)
def test_no_letter_stands_for_two_things_in_one_place(tour: Tour, qtbot, place: str):
    shown = tour.go(place)
    settle(qtbot, tour.window)

    assert taken_twice(shown) == []


def test_no_letter_stands_for_two_things_while_files_are_taken_in(tour: Tour, qtbot, tmp_path: Path):
    tour.go("submissions")
    room = tour.window.room
    assert room is not None
    folder = resources.path("sample/aldermarsh/submissions")
    room.take_files([Path(shutil.copy(folder / name, tmp_path)) for name in SENT])
    qtbot.waitUntil(lambda: not room.jobs.busy, timeout=LONG)
    view = room.page("submissions").batch
    seen = 0
    for row in range(view.files.count()):
        view.files.setCurrentRow(row)
        for step in range(view.file.steps.count()):
            view.file.steps.setCurrentIndex(step)
            seen += 1
            assert taken_twice(tour.window) == [], view.file.steps.tabText(step)
    assert seen == 3 * len(SENT)


def test_no_page_takes_a_letter_of_the_menu_bar(tour: Tour):
    bar = {letter for action in tour.window.menuBar().actions() for letter in marked(action.text())}
    assert bar == set("fegvh")
    for module, node in every_node():
        if (
            "/ui/" in module
            and not any(part in module for part in OF_WINDOWS_OF_THEIR_OWN)
            and isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("tr", "translate")
        ):
            for each in node.args:
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    assert not bar & set(marked(each.value)), f"{module}: {each.value}"
