"""What the system itself must provide: asked for politely, installed only where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# What PySide6's own libraries and its X11 and Wayland plugins need beside what they bring, by `ldd`.
_FOR_QT = [
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "fonts-dejavu-core",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-xcb1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
]
_READERS = {"pdftotext": "poppler-utils", "qpdf": "qpdf"}
_ALWAYS = ("lib/libQt6Widgets.so.6", "lib/libQt6Svg.so.6", "plugins/platforms/libqoffscreen.so")


class Missing(Exception):
    """The system lacks something that only its owner may install; the message holds the line to type."""


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def see_to_qt(python: str, *, shown: bool) -> None:
    """Make sure that Qt can start: in a window when `shown`, else off the screen. Linux alone needs anything."""
    if not sys.platform.startswith("linux"):
        return
    lacking = _lacking(python, shown=shown)
    if lacking:
        install(_FOR_QT, f"for the program's windows (Qt lacks {', '.join(lacking)})")
        still = _lacking(python, shown=shown)
        if still:
            raise Missing(f"Qt still lacks {', '.join(still)}. Install the packages that hold them, then try again.")


def see_to_readers() -> None:
    """Other programs that open our PDF files in the tests. Without them those tests are skipped, and say so."""
    missing = [package for command, package in _READERS.items() if not shutil.which(command)]
    if missing and sys.platform.startswith("linux"):
        try:
            install(missing, "so that other programs check our PDF files")
        except Missing as problem:
            print(f"Some tests will be skipped. {problem}", flush=True)


def see_to_venv() -> None:
    """Install what Debian's Python lacks to make an environment, and what Qt will lack on so bare a system."""
    packages = ["python3-venv", f"python3.{sys.version_info[1]}-venv", *_FOR_QT]
    install(packages, "for Python's private environment and the program's windows (Qt)")


def line_for_python() -> str:
    """The line that installs a Python that fits."""
    if sys.platform == "win32":
        return "winget install Python.Python.3.12"
    if sys.platform == "darwin":
        return "brew install python@3.12"
    if shutil.which("apt-get"):
        return "sudo apt-get install -y python3.11 python3.11-venv"
    return "sudo dnf install -y python3.12"


def install(packages: list[str], purpose: str) -> None:
    """Install Debian packages where that is allowed without a question. Raises `Missing` with the line to type."""
    line = f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    apt = _apt()
    if not apt:
        raise Missing(f"These are needed {purpose}. Install them, then try again:\n\n    {line}\n")
    print(f"Installing {purpose}: {' '.join(packages)}", flush=True)
    command = [*apt, "install", "-y", "-qq", "--no-install-recommends", *packages]
    if _quietly(command).returncode == 0:
        return
    _quietly([*apt, "update", "-qq"])  # a fresh machine has no list of packages yet
    done = _quietly(command)
    if done.returncode:
        raise Missing(f"{done.stdout}\nTry this line, then the same words again:\n\n    {line}\n")


def _quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def _apt() -> list[str]:
    """apt-get as this user may run it without being asked anything; empty where that may not be."""
    if sys.platform == "win32" or not shutil.which("apt-get"):
        return []
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if os.geteuid() == 0:
        return quietly
    allowed = shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0
    return ["sudo", "-n", *quietly] if allowed else []


def _lacking(python: str, *, shown: bool) -> list[str]:
    """The libraries that Qt looks for and does not find."""
    asking = "import importlib.util; print(importlib.util.find_spec('PySide6').submodule_search_locations[0])"
    qt = Path(subprocess.check_output([python, "-c", asking], text=True).strip()) / "Qt"
    looked_at = [qt / name for name in _ALWAYS]
    if shown:
        plugin = "libqxcb.so" if os.environ.get("DISPLAY") else "libqwayland.so"
        looked_at.append(qt / "plugins" / "platforms" / plugin)
    found = subprocess.run(
        ["ldd", *map(str, looked_at)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False
    )
    return sorted({line.split()[0] for line in found.stdout.splitlines() if "not found" in line})
