"""Keeps what is typed or chosen in a dialog, so that a lock or an abrupt end does not take it."""

from collections.abc import Mapping
from itertools import dropwhile
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QDialog

from dhr_desktop.ui.common.kept_fields import Field, changes_of, fields_of, go_on_with, leads_others, said_in
from dhr_desktop.ui.common.pauses import Pauses


@runtime_checkable
class Flushes(Protocol):
    """What can have everything kept that is being typed."""

    def flush(self) -> None:
        """Have it kept now, before what it is typed into is closed."""


class Keeping(Protocol):
    """Where what is typed is kept: the drafts of a review, or those of the library before any review is open."""

    flushing: SignalInstance

    def of(self, place: str) -> Mapping[str, str]:
        """What is kept for a place, by field."""

    def keep(self, place: str, words: Mapping[str, str]) -> None:
        """Keep this in the stead of what was kept there."""

    def forget(self, place: str) -> None:
        """Keep nothing for a place any more."""


def kept_in_dialog(
    dialog: QDialog, drafts: Keeping, place: str, fields: Mapping[str, Field] | None = None
) -> "KeptWords":
    """Have all that a dialog asks for outlast the lock: it stands there again when the dialog is next opened.

    Whoever closes the dialog has given it up, or what was typed is on disk by then. `fields` are those that are kept;
    left out, they are all that the dialog has.
    """
    kept = KeptWords(drafts, place, fields_of(dialog) if fields is None else fields, dialog)
    dialog.finished.connect(kept.close)
    return kept


def kept_until_written(dialog: QDialog, drafts: Keeping, place: str, fields: Mapping[str, Field] | None = None) -> None:
    """As `kept_in_dialog`, for a dialog whose words are written only when it has been accepted.

    They stay kept then, so that a refusal does not lose them: the write takes them in by `Drafts.taken_in_by`. Must
    be called before others connect to the dialog's `accepted`, for what they write is to come after.
    """
    kept = KeptWords(drafts, place, fields_of(dialog) if fields is None else fields, dialog)
    dialog.accepted.connect(kept.hand_over)
    dialog.rejected.connect(kept.close)


def put_away(dialog: QDialog) -> None:
    """Close a dialog that the chair has not closed herself: what is typed in it is there again when she opens it."""
    for each in dialog.findChildren(KeptWords):
        each.outlast()
    dialog.close()


class KeptWords(QObject):
    """Gives back at once what was kept for the place, and keeps what says something else than what was offered.

    What follows a choice that was changed is kept with it in any case, for the choice may offer other words for it.
    """

    def __init__(
        self,
        drafts: Keeping,
        place: str,
        fields: Mapping[str, Field],
        parent: QObject,
        offered: Mapping[str, str] | None = None,
    ) -> None:
        """`offered` is what stands there of itself, where something else has been typed already."""
        super().__init__(parent)
        self._drafts, self._place, self._fields = drafts, place, dict(fields)
        self._offered = dict(offered or {name: said_in(field) for name, field in self._fields.items()})
        self._outlasts = False
        self._pauses = Pauses(self)
        kept = drafts.of(place)
        for name, field in self._fields.items():
            if name in kept:
                go_on_with(field, kept[name])
        for field in self._fields.values():
            changes_of(field).connect(self._changed)
        self._pauses.due.connect(self.keep)
        drafts.flushing.connect(self.outlast)

    def offer(self, offered: Mapping[str, str]) -> None:
        """Something else stands there of itself from now on, before it is put there."""
        self._offered = dict(offered)

    def keep(self) -> None:
        """Keep what stands there now."""
        self._pauses.stop()
        self._drafts.keep(self._place, self._to_keep())

    def end(self, *, given_up: bool = False) -> None:
        """Keep nothing more of what is typed; where it was given up on purpose, nothing at all."""
        self._pauses.stop()
        self._drafts.flushing.disconnect(self.outlast)
        for field in self._fields.values():
            changes_of(field).disconnect(self._changed)
        if given_up:
            self._drafts.forget(self._place)

    def hand_over(self) -> None:
        """Keep what stands there, and nothing more: as for who writes it, or where the fields go to something else."""
        self.keep()
        self.end()
        self.deleteLater()

    def outlast(self) -> None:
        """Keep what stands there now, also when the dialog is closed next: nobody has given it up."""
        self.keep()
        self._outlasts = True

    def close(self) -> None:
        """The dialog has been closed: by the chair, or by the program, which gives nothing up."""
        self.end(given_up=not self._outlasts)
        self.deleteLater()

    def _to_keep(self) -> dict[str, str]:
        said = {name: said_in(field) for name, field in self._fields.items()}
        changed = {name for name, words in said.items() if words != self._offered[name]}
        led = dropwhile(lambda name: name not in changed or not leads_others(self._fields[name]), said)
        return {name: said[name] for name in said if name in changed | set(led)}

    def _changed(self) -> None:
        self._pauses.typed()
