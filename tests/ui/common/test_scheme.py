"""Every theme can be read by everyone, and colour-blind readers can tell the agencies apart."""

from itertools import combinations

import pytest

from dhr_desktop.ui.common.scheme import NAMES, scheme
from tests.ui.common.colours import ALL_COLOURS, DEUTERANOPIA, PROTANOPIA, contrast, distance

TEXT, GRAPHIC = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
STRONG = 7.0  # WCAG 2.2, 1.4.6
GROUNDS = ("window", "surface", "rail", "outside", "hover", "selected")
READ_ON = {
    "text": GROUNDS,
    "muted": ("window", "surface", "rail", "outside", "hover"),
    "accent": ("window", "surface"),
    "on_accent": ("accent", "accent_hover"),
    "found_text": ("found",),
    "doubt": ("doubt_ground", "surface", "window"),
    "refused": ("refused_ground", "surface", "window"),
    "done": ("done_ground", "surface", "window"),
}
SEEN_ON = {
    "edge": ("window", "surface"),
    "focus": GROUNDS,
    "accent": ("rail", "hover"),
}
APART = 15.0
"""How far apart any two of the twelve must be for every eye; colours side by side differ visibly from about 2.3."""


@pytest.fixture(params=NAMES)
def theme(request):
    return scheme(request.param)


def pairs(table):
    return [(front, ground) for front, grounds in table.items() for ground in grounds]


@pytest.mark.parametrize(("front", "ground"), pairs(READ_ON))
def test_words_can_be_read_on_their_ground(theme, front, ground):
    needed = STRONG if theme.key == "contrast" else TEXT

    assert contrast(theme.colours[front], theme.colours[ground]) >= needed


@pytest.mark.parametrize(("front", "ground"), pairs(SEEN_ON))
def test_edges_and_the_focus_ring_can_be_seen(theme, front, ground):
    assert contrast(theme.colours[front], theme.colours[ground]) >= GRAPHIC


def test_every_theme_names_the_same_roles():
    assert {frozenset(scheme(key).colours) for key in NAMES} == {frozenset(scheme("light").colours)}


def test_there_are_twelve_colours_for_agencies_and_each_stands_out_from_its_ground(theme):
    assert len(set(theme.agencies)) == 12
    for colour in theme.agencies:
        for ground in ("surface", "window"):
            assert contrast(colour, theme.colours[ground]) >= GRAPHIC, colour


@pytest.mark.parametrize("eye", [ALL_COLOURS, DEUTERANOPIA, PROTANOPIA], ids=["all colours", "no green", "no red"])
def test_any_two_agencies_can_be_told_apart(theme, eye):
    for one, other in combinations(theme.agencies, 2):
        assert distance(one, other, eye) >= APART, (one, other)
