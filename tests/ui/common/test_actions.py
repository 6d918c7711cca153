"""One table of everything that can be asked for: no key asks for two things in one place."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from dhr_desktop.base import resources
from dhr_desktop.ui.common.actions import ACTIONS, PAGES, PROGRAM, REVIEW, Actions, made, words_of

SCOPES = (PROGRAM, REVIEW, "library", *PAGES)


def keys_of(action):
    return [key.toString() for key in action.shortcuts()]


def test_every_action_has_words_a_place_and_an_id_of_its_own():
    assert [spec.id for spec in ACTIONS if not spec.words.strip("&") or spec.scope not in SCOPES] == []
    assert [name for name, times in Counter(spec.id for spec in ACTIONS).items() if times > 1] == []


@pytest.mark.parametrize("page", ["library", *PAGES])
def test_no_key_asks_for_two_things_where_both_could_be_meant(qapp, page):
    # On a page of a review the program's, the review's and the page's own actions are all within reach.
    reach = {page, PROGRAM} if page == "library" else {page, PROGRAM, REVIEW}
    keys = [key for spec in ACTIONS if spec.scope in reach for key in keys_of(made(spec, qapp))]

    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_key_is_one_that_a_keyboard_has(qapp):
    for spec in ACTIONS:
        for key in made(spec, qapp).shortcuts():
            assert key.toString(QKeySequence.SequenceFormat.PortableText), spec.id


def test_every_icon_that_an_action_names_is_drawn():
    assert [spec.icon for spec in ACTIONS if spec.icon and not resources.path(f"icons/{spec.icon}.svg").is_file()] == []


def test_words_for_a_list_carry_no_mark_of_a_menu():
    words = {spec.id: words_of(spec) for spec in ACTIONS}

    assert words["program.lock"] == "Lock now"
    assert words["library.new"] == "New review"


def test_a_page_has_its_own_actions_and_the_window_does_not(window, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    asked = []
    found = Actions.on_page(page, "timeline.find", lambda: asked.append("find"))

    found.trigger()

    assert asked == ["find"]
    assert found in page.actions()
    assert Actions(window).of_scope("timeline") == []


def test_asking_reaches_who_was_named(window):
    actions, asked = Actions(window), []
    actions.on("program.lock", lambda: asked.append("lock"))

    actions["program.lock"].trigger()

    assert asked == ["lock"]
    assert isinstance(window, QMainWindow)
