"""Keeps what is typed into a dialog among the drafts, so that a lock or an abrupt end does not take it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.editors import Editor, go_on_with
from dhr_desktop.ui.common.pauses import Pauses


class KeptWords(QObject):
    """Gives back at once what was kept for the place, and keeps what says something else than what was offered."""

    def __init__(self, drafts: Drafts, place: str, editors: Mapping[str, Editor], parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._place, self._editors = drafts, place, dict(editors)
        self._offered = {name: editor.text() for name, editor in self._editors.items()}
        self._pauses = Pauses(self)
        for name, text in drafts.of(place).items():
            if name in self._editors:
                go_on_with(self._editors[name], text)
        for editor in self._editors.values():
            editor.textChanged.connect(self._pauses.typed)
        self._pauses.due.connect(self.keep)
        drafts.flushing.connect(self.keep)

    def keep(self) -> None:
        """Keep what is typed now."""
        self._pauses.stop()
        texts = {name: editor.text() for name, editor in self._editors.items()}
        self._drafts.keep(self._place, {name: text for name, text in texts.items() if text != self._offered[name]})

    def end(self, *, given_up: bool = False) -> None:
        """Keep nothing more of what is typed; where it was given up on purpose, nothing at all."""
        self._pauses.stop()
        self._drafts.flushing.disconnect(self.keep)
        if given_up:
            self._drafts.forget(self._place)
