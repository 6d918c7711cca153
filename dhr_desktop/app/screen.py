"""Whether a window can open here: asked before Qt, which would end the program with words about its plugins."""

import ctypes
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

from dhr_desktop.base.errors import UserError

_PLUGINS = {"wayland": ("libqwayland.so", "WAYLAND_DISPLAY"), "xcb": ("libqxcb.so", "DISPLAY")}
"""Qt's plugin for each kind of desktop, and the variable in which that kind says that it is there."""
_SONAME = re.compile(r"(?P<name>lib[\w+.-]+?)\.so\.(?P<version>\d+)")


class NoScreen(UserError):
    """There is nothing here for a window to open on."""

    code: ClassVar[str] = "A004"


class LibrariesMissing(UserError):
    """The system lacks libraries that every window of Qt needs."""

    code: ClassVar[str] = "A005"


def see_to_the_screen() -> None:
    """Raise `NoScreen` or `LibrariesMissing` where Qt could not open a window. Only Linux leaves that to its owner."""
    asked = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if not sys.platform.startswith("linux") or asked not in ("", *_PLUGINS):
        return
    shown = [kind for kind, (_, variable) in _PLUGINS.items() if os.environ.get(variable) and asked in ("", kind)]
    plugins = [_plugins() / _PLUGINS[kind][0] for kind in shown]
    if not plugins:
        raise NoScreen(
            "There is no screen here for the window to open on.",
            "Start the program on the desktop; “dhr-desktop --help” tells what can be done without a window.",
        )
    if any(not plugin.exists() or _loads(plugin) for plugin in plugins):
        return
    missing = lacking(plugins[-1])
    packages = " ".join(map(package_of, missing))
    raise LibrariesMissing(
        f"The window cannot open: this system lacks {', '.join(missing) or 'libraries that Qt needs'}.",
        f"On Debian and Ubuntu type “sudo apt-get install {packages}”, then start the program again."
        if packages
        else "Set the program up again with “python3 installer/dev.py run”, which sees to them.",
    )


def lacking(library: Path) -> list[str]:
    """The libraries that one needs, itself or through others, and that are not here."""
    ldd = shutil.which("ldd")
    if ldd is None:
        return []
    asking = [ldd, str(library)]
    told = subprocess.run(asking, capture_output=True, text=True, check=False).stdout  # noqa: S603 - nobody's words
    return sorted({line.split()[0] for line in told.splitlines() if "not found" in line})


def package_of(library: str) -> str:
    """The package of Debian that holds a library, by the rule that its policy sets for their names."""
    match = _SONAME.fullmatch(library)
    if match is None:
        return library
    name = match["name"].lower().replace("_", "-")
    return f"{name}-{match['version']}" if name[-1].isdigit() else f"{name}{match['version']}"


def _plugins() -> Path:
    """Found without loading Qt, which may be what cannot be loaded."""
    spec = find_spec("PySide6")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return Path(folders[0] if folders else "") / "Qt" / "plugins" / "platforms"


def _loads(plugin: Path) -> bool:
    try:
        ctypes.CDLL(str(plugin))
    except OSError:
        return False
    return True
