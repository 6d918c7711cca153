"""The theme in use: palette, style sheet, type and icons follow it, in every open window."""

import re

import pytest
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QLabel, QPushButton

from dhr_desktop.base import resources
from dhr_desktop.ui.common import icons, pictures
from dhr_desktop.ui.common.scheme import NAMES
from dhr_desktop.ui.common.theme import SPACE, TYPE_SCALE, Theme, system_key


def inks(picture):
    """The colours of all pixels that are fully drawn."""
    image = picture.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("key", NAMES)
def test_the_style_sheet_of_each_theme_is_whole_and_is_understood(theme, qapp, key):
    theme.use(key)  # a warning about the sheet fails the test, for it is in Qt's log

    assert qapp.styleSheet()
    assert "$" not in qapp.styleSheet()
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("window")


def test_the_style_sheet_asks_for_roles_and_writes_no_colour_of_its_own():
    sheet = resources.text("themes/window.qss")

    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|\b(white|black|gr[ae]y)\b", sheet)


def test_the_style_sheet_keeps_to_the_scale_of_type():
    sheet = resources.text("themes/window.qss")

    assert set(re.findall(r"font-size: (\S+);", sheet)) <= {f"$size_{step}" for step in TYPE_SCALE}


def test_spaces_and_sizes_each_have_one_scale():
    assert SPACE == (4, 8, 12, 16, 24, 32)
    assert list(TYPE_SCALE.values()) == sorted(TYPE_SCALE.values())


def test_text_grows_with_the_wish_of_the_chair_and_keeps_its_proportions(theme):
    plain = {step: theme.font(step).pointSizeF() for step in TYPE_SCALE}
    theme.use(theme.key, 200)

    for step, size in plain.items():
        assert theme.font(step).pointSizeF() == pytest.approx(size * 2)


def test_a_twenty_fifth_agency_is_drawn_in_the_first_colour(theme):
    assert theme.agency(24) == theme.agency(0) != theme.agency(1)


def test_the_system_is_followed_where_it_says_nothing_with_the_light_theme(qapp):
    del qapp

    assert system_key() == "light"  # off the screen there is no scheme to follow


def test_a_buttons_icon_follows_the_theme(theme, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    icons.put(theme, button, "lock", "accent")
    light = inks(button.icon().pixmap(24, 24))
    theme.use("dark")

    assert light == {Theme.load("light").colour("accent").name()}
    assert inks(button.icon().pixmap(24, 24)) == {theme.colour("accent").name()}


def test_an_icon_put_anew_takes_the_place_of_the_one_before(theme, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    icons.put(theme, button, "lock", "text")
    icons.put(theme, button, "lock", "doubt")
    theme.use("dark")

    assert inks(button.icon().pixmap(24, 24)) == {theme.colour("doubt").name()}


def test_a_change_of_theme_reaches_for_no_button_that_is_gone(theme, qtbot):
    action = QAction()
    label = QLabel()
    icons.put(theme, action, "lock")
    icons.put_picture(theme, label, "lock")
    with qtbot.waitSignals([action.destroyed, label.destroyed]):
        action.deleteLater()
        label.deleteLater()

    theme.use("dark")


def test_an_action_that_cannot_be_used_has_a_paler_icon(theme):
    icon = theme.icon("undo")

    disabled = inks(icon.pixmap(24, 24, icon.Mode.Disabled))
    assert disabled == {theme.colour("disabled").name()}


ICONS = sorted(path.stem for path in resources.path("icons").glob("*.svg"))


@pytest.mark.parametrize("name", [name for name in ICONS if "-on-" not in name])
def test_every_icon_is_drawn_in_one_hand(name):
    drawing = resources.text(f"icons/{name}.svg")

    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke="currentColor"' in drawing
    assert 'stroke-width="1.75"' in drawing


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_shows_something_and_keeps_within_its_square(theme, name):
    image = pictures.pixmap(name, theme.colour("text").name(), 48).toImage()
    shown = [(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 127]

    assert len(shown) > 40
    assert all(0 < x < 47 and 0 < y < 47 for x, y in shown)
