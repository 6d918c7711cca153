"""What this computer remembers of how the chair has made a page. It holds nothing of any review."""

from collections.abc import Callable


class Memory:
    """Texts under names; `keep` is called with each that is new, so that it outlives the program."""

    def __init__(self, kept: dict[str, str] | None = None, keep: Callable[[str, str], object] | None = None) -> None:
        self._kept = dict(kept or {})
        self._keep = keep

    def get(self, name: str) -> str:
        """What is remembered under a name; '' for nothing."""
        return self._kept.get(name, "")

    def put(self, name: str, text: str) -> None:
        """Remember this under a name."""
        if self.get(name) == text:
            return
        self._kept[name] = text
        if self._keep:
            self._keep(name, text)
