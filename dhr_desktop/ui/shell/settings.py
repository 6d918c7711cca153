"""What this computer remembers about the window. It holds nothing about any review."""

import contextlib
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from dhr_desktop.base import files
from dhr_desktop.base.errors import UserError
from dhr_desktop.ui.common.scheme import NAMES
from dhr_desktop.ui.common.theme import SYSTEM, TEXT_SIZES

FILE_NAME = "window.toml"
LOCK_MINUTES = (5, 10, 15, 30, 60, 0)
"""After how many minutes without use the program may lock by itself; 0 is never."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` is 'system' or a theme's key; `text_size` a percentage; `geometry` Qt's own record, in hexadecimal.

    `lock_minutes` is one of `LOCK_MINUTES`.
    """

    theme: str = SYSTEM
    text_size: int = TEXT_SIZES[0]
    geometry: str = ""
    lock_minutes: int = LOCK_MINUTES[1]


@dataclass(frozen=True, slots=True)
class Found:
    """The settings, and whether a file that could not be understood was put aside."""

    settings: Settings
    put_aside: bool = False


def read(path: Path) -> Found:
    """The settings at `path`; the usual ones where there are none, or where the file makes no sense."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return Found(_checked(table))
    except FileNotFoundError:
        return Found(Settings())
    except (OSError, ValueError, TypeError):
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(".unreadable"))
        return Found(Settings(), put_aside=True)


def write(path: Path, settings: Settings) -> None:
    """Keep the settings. A computer that does not let them be kept is no reason to disturb anyone."""
    lines = [f"{field.name} = {_as_toml(getattr(settings, field.name))}" for field in fields(settings)]
    with contextlib.suppress(UserError):
        files.make_private_folder(path.parent)
        files.write_whole(path, ("\n".join(lines) + "\n").encode())


def _as_toml(value: str | int) -> str:
    return str(value) if isinstance(value, int) else f'"{value}"'


def _checked(table: dict[str, object]) -> Settings:
    known = {field.name for field in fields(Settings)}
    if set(table) - known:
        raise ValueError("a setting that this program does not know")
    usual = Settings()
    theme, size = table.get("theme", usual.theme), table.get("text_size", usual.text_size)
    geometry, minutes = table.get("geometry", usual.geometry), table.get("lock_minutes", usual.lock_minutes)
    if not (isinstance(theme, str) and isinstance(geometry, str)):
        raise TypeError("a setting of another kind")
    if type(size) is not int or type(minutes) is not int:
        raise TypeError("a setting of another kind")
    if theme not in (SYSTEM, *NAMES) or size not in TEXT_SIZES or minutes not in LOCK_MINUTES:
        raise ValueError("a setting outside its range")
    bytes.fromhex(geometry)
    return Settings(theme, size, geometry, minutes)
