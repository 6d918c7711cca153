"""A system that lacks what a window needs is told of in a sentence, before Qt ends the program."""

import shutil
import sys

import pytest

from dhr_desktop.app import screen
from dhr_desktop.app.main import FAILED, main
from dhr_desktop.app.screen import LibrariesMissing, NoScreen, package_of, see_to_the_screen
from tests.house.installer import system

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring what Qt needs")


@pytest.fixture
def desktop(monkeypatch):
    """A desktop on X11, whatever this one is."""
    for variable in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("DISPLAY", ":99")
    return monkeypatch


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libEGL.so.1", "libegl1"),
    ],
)
def test_a_library_is_named_with_the_package_that_the_set_up_would_install(library, package):
    assert package_of(library) == package
    assert package in system._FOR_QT


@ON_LINUX
def test_what_is_missing_is_named_with_the_line_that_installs_it(desktop, tmp_path, capsys):
    (tmp_path / "libqxcb.so").write_bytes(b"no library at all")
    desktop.setattr(screen, "_plugins", lambda: tmp_path)
    desktop.setattr(screen, "lacking", lambda _plugin: ["libxcb-icccm.so.4", "libxcb-keysyms.so.1"])

    assert main([]) == FAILED
    told = capsys.readouterr().err
    assert "this system lacks libxcb-icccm.so.4, libxcb-keysyms.so.1." in told
    assert "sudo apt-get install libxcb-icccm4 libxcb-keysyms1" in told


@ON_LINUX
def test_where_nobody_can_tell_what_is_missing_the_set_up_is_named(desktop, tmp_path):
    (tmp_path / "libqxcb.so").write_bytes(b"no library at all")
    desktop.setattr(screen, "_plugins", lambda: tmp_path)
    desktop.setenv("PATH", "")

    with pytest.raises(LibrariesMissing, match=r"installer/dev\.py run"):
        see_to_the_screen()


@ON_LINUX
@pytest.mark.skipif(not shutil.which("ldd"), reason="without ldd nobody can tell")
def test_a_library_that_is_here_lacks_nothing():
    assert screen.lacking(screen._plugins() / "libqoffscreen.so") == []


@ON_LINUX
def test_without_a_screen_that_is_said(desktop):
    desktop.delenv("DISPLAY")

    with pytest.raises(NoScreen):
        see_to_the_screen()


def test_off_the_screen_nothing_is_asked_of_the_system(desktop):
    desktop.delenv("DISPLAY")
    with pytest.raises(NoScreen):
        see_to_the_screen()

    desktop.setenv("QT_QPA_PLATFORM", "offscreen")
    see_to_the_screen()
