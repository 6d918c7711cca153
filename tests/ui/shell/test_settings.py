"""What this computer remembers of the window: nothing of any review, and no bad file stops the program."""

import pytest

from dhr_desktop.ui.shell import settings
from dhr_desktop.ui.shell.settings import Found, Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / settings.FILE_NAME


@pytest.mark.parametrize("kept", [Settings(), Settings("dark", 150, "00ff"), Settings("contrast", 200, "")])
def test_what_was_kept_is_found_again(path, kept):
    settings.write(path, kept)

    assert settings.read(path) == Found(kept)


def test_where_nothing_was_kept_it_is_as_usual(path):
    assert settings.read(path) == Found(Settings())


@pytest.mark.parametrize(
    "text",
    [
        "theme = ",
        'theme = "pink"',
        "text_size = 7",
        'text_size = "100"',
        'geometry = "zz"',
        'review = "Adult A"',
        "\x00\xff",
    ],
)
def test_a_file_that_makes_no_sense_is_put_aside_and_said(path, text):
    path.parent.mkdir()
    path.write_text(text, encoding="latin-1")

    assert settings.read(path) == Found(Settings(), put_aside=True)
    assert not path.exists()
    assert path.with_suffix(".unreadable").read_text(encoding="latin-1") == text


def test_a_computer_that_lets_nothing_be_kept_disturbs_nobody(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    settings.write(tmp_path / "file" / "window.toml", Settings())


def test_closing_the_window_keeps_its_looks_and_no_word_of_the_review(inside, room, settings_path):
    del room
    inside.appearance.choose_theme("dark")
    inside.appearance.larger()
    inside.close()

    kept = settings.read(settings_path).settings
    assert (kept.theme, kept.text_size) == ("dark", 125)
    assert bytes.fromhex(kept.geometry)
    assert "Adult" not in settings_path.read_text(encoding="utf-8")


def test_text_grows_and_shrinks_within_its_range(inside):
    for _ in range(9):
        inside.orders["program.larger"].trigger()
    assert inside.appearance.settings.text_size == 200

    for _ in range(9):
        inside.orders["program.smaller"].trigger()
    assert inside.appearance.settings.text_size == 100


def test_the_menu_marks_the_theme_in_use(inside):
    inside.appearance.choose_theme("contrast")

    marked = [action.data() for action in inside.menus._themes.actions() if action.isChecked()]
    assert marked == ["contrast"]
    assert inside.theme.key == "contrast"
