"""Progress for a terminal: one line, written over itself, and only where someone is looking."""

import sys


class SpokenProgress:
    """Tells a terminal how far the work is; silent when the output goes to a file or another program."""

    def __init__(self) -> None:
        self._watched = sys.stderr is not None and sys.stderr.isatty()
        self._last = ""

    def step(self, done: int, total: int, doing: str) -> None:
        """Write the line when it has changed."""
        line = f"{doing} {100 * done // max(total, 1)}%"
        if self._watched and line != self._last:
            self._last = line
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    def finish(self) -> None:
        """Clear the line."""
        if self._watched and self._last:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._last = ""
