"""Small choices of how somebody likes to work, kept on this computer. They hold nothing about any review."""

import contextlib
import json
import tomllib
from pathlib import Path

from dhr_desktop.base import files
from dhr_desktop.base.errors import UserError

FILE_NAME = "habits.toml"


class Habits:
    """What was chosen, by name: yes or no, or a text. Without a path they last as long as the program runs."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._chosen: dict[str, bool | str] = {}
        if path is not None:
            with contextlib.suppress(OSError, ValueError):  # what cannot be read is as good as never chosen
                found = tomllib.loads(path.read_text(encoding="utf-8"))
                self._chosen = {name: value for name, value in found.items() if isinstance(value, bool | str)}

    def get(self, name: str, *, usual: bool) -> bool:
        """What was chosen; `usual` where nothing was."""
        found = self._chosen.get(name)
        return found if isinstance(found, bool) else usual

    def text(self, name: str) -> str:
        """The text that was chosen; '' where none was."""
        found = self._chosen.get(name)
        return found if isinstance(found, str) else ""

    def choose(self, name: str, *, on: bool) -> None:
        """Keep a choice. A computer that does not let it be kept is no reason to disturb anyone."""
        self._keep(name, on)

    def choose_text(self, name: str, text: str) -> None:
        """Keep a text, as `choose` does."""
        self._keep(name, text)

    def _keep(self, name: str, value: bool | str) -> None:
        if self._chosen.get(name) == value:
            return
        self._chosen[name] = value
        if self._path is not None:
            lines = [f"{known} = {json.dumps(value)}\n" for known, value in sorted(self._chosen.items())]
            with contextlib.suppress(UserError):
                files.make_private_folder(self._path.parent)
                files.write_whole(self._path, "".join(lines).encode())
