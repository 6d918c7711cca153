"""The plain parts: spoken names, plain text, and an empty page that says what to do."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.widgets import (
    Card,
    EmptyState,
    PageHeader,
    action_button,
    button,
    icon_button,
    label,
    scrolled,
)
from dhr_desktop.ui.common.words import details


@pytest.fixture
def seen(qtbot):
    def add(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return add


def test_what_agencies_wrote_is_never_read_as_markup(seen):
    assert seen(label("<b>Police</b>")).textFormat() == Qt.TextFormat.PlainText


def test_a_button_with_only_an_icon_has_a_name_and_can_be_reached_by_keyboard(seen, theme):
    made = seen(icon_button(theme, "close", "Close the panel"))

    assert made.accessibleName() == made.toolTip() == "Close the panel"
    assert made.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_icon_of_an_action_s_button_grows_and_shrinks_with_the_text(seen, theme):
    window = seen(QWidget())
    made = seen(action_button(theme, Actions(window)["program.lock"]))
    usual = made.iconSize().width()

    theme.use(theme.key, 200)
    assert made.iconSize().width() == 2 * usual
    theme.use(theme.key, 100)
    assert made.iconSize().width() == usual


@pytest.mark.parametrize("picture", [False, True])
def test_return_presses_a_button_that_has_the_keyboard_as_space_does(seen, theme, qtbot, picture):
    pressed = []
    made = seen(icon_button(theme, "close", "Close") if picture else button("Close"))
    made.clicked.connect(lambda: pressed.append(1))

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(made, key)
    assert len(pressed) == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_held_down_presses_a_button_once(seen, key):
    pressed = []
    made = seen(button("Remove", "", lambda: pressed.append(1)))
    kinds = (QEvent.Type.KeyRelease, QEvent.Type.KeyPress)

    for at, kind in [(1_000, kinds[1]), *((at, kind) for at in range(1_500, 3_000, 33) for kind in kinds)]:
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at)
        QApplication.sendEvent(made, event)

    assert len(pressed) == 1


def test_a_page_says_its_name_and_what_it_holds(seen):
    header = seen(PageHeader("Timeline"))
    assert not header.under.isVisibleTo(header)

    header.say("1,204 entries of nine agencies")

    assert header.under.isVisibleTo(header)
    assert header.title.text() == "Timeline"


def test_an_empty_page_says_what_to_do_and_offers_it(seen, theme):
    asked = []
    action = button("Add files…", "primary", lambda: asked.append("files"))
    page = seen(EmptyState(theme, "submissions", "No submissions yet", "Drop agencies' files here.", action))

    page.findChildren(type(action))[0].click()

    assert asked == ["files"]
    assert any(each.pixmap() and not each.pixmap().isNull() for each in page.findChildren(QLabel))


def test_a_card_keeps_its_things_off_its_edge(seen):
    card = Card()
    card.column.addWidget(label("Police"))
    seen(card)

    assert card.findChild(QLabel).geometry().left() >= 16


def test_a_scrolled_page_is_no_stop_for_the_keyboard(seen):
    assert seen(scrolled(QLabel("long"))).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_details_of_a_failure_hold_its_sentence_and_code():
    class Refused(UserError):
        code = "Z001"

    assert details(Refused("It failed.", "Try again.")).startswith("It failed. Try again.\n[Z001] DHR Desktop")
