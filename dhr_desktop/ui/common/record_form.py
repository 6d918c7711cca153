"""The rules of every form in which a record is written in place: kept at pauses, put back, settled, never lost."""

from collections.abc import Callable, Collection, Mapping
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.editors import Editor, go_on_with, put_back, settle, show_text
from dhr_desktop.ui.common.form_fields import FormFields


class Numbered(Protocol):
    """What a form can show: a frozen record whose id is 0 until it is in the review."""

    @property
    def id(self) -> int:
        """Its id."""


R = TypeVar("R", bound=Numbered)


class RecordForm(FormFields, Generic[R]):
    """A change is told when a field is left or Ctrl+Return is pressed. Escape puts the field back.

    Words are told at each pause too, so that they are on disk while the chair thinks about the next. A date or a
    time waits until its field is left, for half of one reads as another: "1/4/20" on the way to "1/4/2016".

    What cannot be told, because it is not understood, not complete or not yet asked for, is kept among the drafts
    of the review at the same moments, and given back when the same record is shown again.
    """

    committed = Signal(object, object)
    """The record as it should now be, and as it was."""
    given_back = Signal(object)
    """What the drafts had of the record that is shown, by field; what `also` gave is in it."""
    left_unread = Signal(str)
    """What was typed for a date or a time, not understood, when another record was gone to; it stays with its own."""
    typing = Signal()
    """Something stands in a field that has not been told yet."""

    def __init__(
        self, blank: R, editors: Mapping[str, Editor], plain: Collection[str], parent: QWidget | None = None
    ) -> None:
        """Be a form of these fields. Those named in `plain` are words; the others are read, as dates are."""
        super().__init__(editors, plain, parent)
        self._record = blank
        self._began: dict[str, str] = {}
        self._kept = self._waiting = self._read_only = self._owed = self._resting = False
        self._drafts: Drafts | None = None
        self.sitting: object = object()
        """What is told from a field's being entered to its being left; it is undone together."""
        self.also: Callable[[], dict[str, str]] = dict
        """What else belongs to a draft though it is in no field, such as a choice; the draft has it by these names."""

    # What each form says of its record.

    def texts_of(self, record: R) -> dict[str, str]:
        """What stands in each field before anything is typed."""
        raise NotImplementedError

    def with_typed(self, record: R, typed: Mapping[str, str]) -> R:
        """The record with what was typed into these fields, each of which is understood."""
        raise NotImplementedError

    def may_be_told(self, record: R) -> bool:
        """Whether there is enough of it."""
        return bool(record.id)

    def held_back(self, typed: Mapping[str, str]) -> set[str]:
        """Which of these fields, each of them understood, cannot be told together: they contradict one another."""
        del typed
        return set()

    def place_of(self, record: R) -> str:
        """Under which name the drafts keep what is typed here; '' for nowhere."""
        raise NotImplementedError

    def also_of(self, record: R) -> dict[str, str]:
        """What `also` gives of a record that is shown no more."""
        del record
        return {}

    def show_also(self, record: R) -> None:
        """Show what of the record is in no field, such as a choice."""

    # What a page does with it.

    def keeps_in(self, drafts: Drafts) -> None:
        """Keep there what cannot be told, and give back what is there of the record that is shown."""
        self._drafts = drafts
        drafts.flushing.connect(self.commit)
        self._give_back()
        self._say()

    def show_record(self, record: R) -> None:
        """Show another record, or the same as it now is; what is being typed into the same one stays."""
        same = bool(record.id) and record.id == self._record.id
        if not same:
            self._go_from()
        typed = self.unsaved() if same else set()
        self._record, self._waiting, self._resting = record, False, False
        self.show_also(record)
        for name, text in self.texts_of(record).items():
            editor = self._editors[name]
            if same and name in self._plain and editor.hasFocus() and editor.text().strip() == text:
                self._shown[name] = editor.text()  # our own words come back, but for the space after the last
                continue
            if text != self._shown.get(name, "").strip():
                self._began[name] = text
            self._shown[name] = text
            if name not in typed:
                show_text(editor, text)
        if not same:
            self._given_back = False
            self._begin_sitting()
        if not same or self._owed:
            self._give_back()
        self._say()

    @property
    def record(self) -> R:
        """The record as it was told last."""
        return self._record

    @property
    def is_new(self) -> bool:
        """Whether it is one that has not come into the review."""
        return not self._record.id

    def as_typed(self) -> R:
        """The record as the fields say it; what is not understood stays as it was."""
        return self.with_typed(self._record, self._to_be_told())

    def _to_be_told(self) -> dict[str, str]:
        """What is typed, is understood, and contradicts nothing."""
        typed = {name: self._editors[name].text() for name in self.unsaved()}
        understood = {name: text for name, text in typed.items() if self.understands(name, text)}
        held = self.held_back(understood)
        return {name: text for name, text in understood.items() if name not in held}

    def not_understood(self) -> list[str]:
        """The fields that hold what could not be told, or what contradicts another."""
        wrong = super().not_understood()
        typed = {name: self._editors[name].text() for name in self.unsaved() if name not in wrong}
        held = self.held_back(typed)
        return [name for name in self._editors if name in wrong or name in held]

    def unsave(self, record: R) -> None:
        """Hold what is typed for unsaved again, for it could not be written; the record is still as given."""
        if self._read_only or record.id != self._record.id:
            return
        self._record, self._waiting, self._resting = record, False, False
        self._shown = self.texts_of(record)
        self._keep_draft()
        self._say()

    def keep_refused(self, after: R, before: R) -> None:
        """What was told could not be written: where its record is shown no more, it is a draft of that record."""
        if self._drafts is None or (after.id == self._record.id and self.place_of(after) == self._draft_place):
            return
        place, was = self.place_of(after), self.texts_of(before) if before.id else {}
        told = {name: text for name, text in self.texts_of(after).items() if text != was.get(name, "")}
        self._drafts.keep(place, {**self._drafts.of(place), **told, **self.also_of(after)})

    def take_in(self, record: R) -> None:
        """The new record has come into the review; what was typed meanwhile is saved after it."""
        if self._drafts is not None and self._draft_place:
            self._drafts.forget(self._draft_place)
        self._record, self._waiting = record, False
        self._shown = self.texts_of(record)
        self._say()
        self.keep()

    def discard(self) -> None:
        """Give up what is typed and not told: nothing of it is kept."""
        self._pauses.stop()
        for name, text in self._shown.items():
            show_text(self._editors[name], text)
        self.show_also(self._record)  # what was chosen is given up as what was typed is
        self._pauses.stop()
        if self._drafts and self._draft_place:
            self._drafts.forget(self._draft_place)
        self._given_back = self._resting = False
        self._begin_sitting()
        self._say()

    def rest(self) -> None:
        """Be put away: nothing is told or kept until a record is shown again."""
        self._pauses.stop()
        self._resting = True

    def fill(self, words: Mapping[str, str]) -> None:
        """Have these words stand as typed and not told, such as those that were given up a moment ago."""
        for name in self._editors.keys() & words.keys():
            go_on_with(self._editors[name], words[name])
        self._keep_draft()

    def typed_also(self) -> None:
        """What `also` gives has changed."""
        self._pauses.typed()

    def set_read_only(self, *, on: bool) -> None:
        """Have nothing typed and nothing told, for the fields show other words than the record holds; or let it be."""
        self._pauses.stop()
        self._owed = self._read_only and not on
        self._read_only = on
        for editor in self._editors.values():
            editor.setReadOnly(on)

    def keep(self) -> None:
        """Tell the words that were changed, and leave the cursor and the field's own undo as they are."""
        self._pauses.stop()
        if self._idle:
            return
        due = {
            name: text
            for name, text in self._to_be_told().items()
            if name in self._plain or not self._editors[name].hasFocus()
        }
        for name in self.held_back(due):  # what fits only with the one that is being typed waits for it
            del due[name]
        before, after = self._record, self.with_typed(self._record, due)
        if self._may_tell(after):
            self._take(after)
            told = self.texts_of(after)
            self._shown |= {name: text if name in self._plain else told[name] for name, text in due.items()}
            for name in due.keys() - set(self._plain):
                show_text(self._editors[name], told[name])
            if after != before:
                self._tell(after, before)
        self._keep_draft()
        self._say()

    def commit(self) -> None:
        """Tell all that was changed and is understood; what comes next is another sitting."""
        self._pauses.stop()
        if self._idle:
            return
        before, after = self._record, self.as_typed()
        if self._may_tell(after) and (after != before or self._kept or self.unsaved()):
            self._take(after)
            wrong = self.not_understood()
            told = self.texts_of(after)
            self._shown = {**told, **{name: self._editors[name].text() for name in self._plain if name not in wrong}}
            for name, editor in self._editors.items():
                if name in self._read and name not in wrong and editor.text() != told[name]:
                    editor.setText(told[name])
                if name in self._plain and name not in wrong:
                    settle(editor)
            if after != before:
                self._tell(after, before)
        self._keep_draft()
        if not self._waiting:
            self._begin_sitting()
        self._say()

    def revert(self, only: str = "") -> bool:
        """Put back what stood there when the sitting began, in all fields or in one. Returns whether anything else did.

        The field's own undo brings back what was typed. Of a record that is only begun nothing is put back: there
        that would be to empty it.
        """
        if self.is_new:
            return False
        began = {name: text for name, text in self._began.items() if only in ("", name)}
        changed = [name for name, text in began.items() if self._editors[name].text() != text]
        for name in changed:
            put_back(self._editors[name], began[name])
        self.keep()
        return bool(changed)

    def _show_anew(self) -> None:
        """Show the record in other words than before, as those that may be seen now; the draft comes back with them."""
        self._shown = self.texts_of(self._record)
        for name, text in self._shown.items():
            show_text(self._editors[name], text)
        self._begin_sitting()
        self._give_back()
        self._say()

    # Telling and keeping.

    def _go_from(self) -> None:
        """Before another record is shown: what of this one cannot be told stays with it, and that is said."""
        self.commit()
        unread = [self._editors[name].text() for name in self.not_understood() if name in self._read]
        if unread and not self.is_new and not self._idle:
            self.left_unread.emit(", ".join(unread))

    @property
    def _draft_place(self) -> str:
        return self.place_of(self._record)

    def _may_tell(self, after: R) -> bool:
        return self.saves_on_leaving and not self._waiting and self.may_be_told(after)

    def _take(self, after: R) -> None:
        """Hold the record for told; one that is new is so once it has come back with its id, and a draft until then."""
        if self.is_new:
            self._keep_draft()
        else:
            self._record = after

    @property
    def _idle(self) -> bool:
        return self._read_only or self._resting

    def _tell(self, after: R, before: R) -> None:
        self._kept = True
        self._waiting = self.is_new
        self._say()
        self.committed.emit(after, before)

    def _begin_sitting(self) -> None:
        self._pauses.stop()
        self.sitting, self._kept = object(), False
        self._began = dict(self._shown)

    def _keep_draft(self) -> None:
        """What is typed and not told is the draft, and nothing else is."""
        if self._drafts is None or self._idle or not self._draft_place:
            return
        typed = {name: self._editors[name].text() for name in self.unsaved()}
        if self._waiting and typed:  # what was typed since is told as soon as it has come in, unless the end is sooner
            typed = {name: editor.text() for name, editor in self._editors.items()}
        elif self._waiting:
            return
        emptied_on_purpose = {name for name, text in typed.items() if not self.is_new and self.understands(name, text)}
        worth = {name: text for name, text in typed.items() if text.strip() or name in emptied_on_purpose}
        self._drafts.keep(self._draft_place, {**worth, **self.also()})

    def _give_back(self) -> None:
        """Show what the drafts have of this record, as typed and not told."""
        if self._drafts is None or self._read_only or not self._draft_place:
            return
        self._owed = False
        words = self._drafts.of(self._draft_place)
        if not words:
            return
        for name in self._editors.keys() & words.keys():
            go_on_with(self._editors[name], words[name])
        self.given_back.emit(words)
        self._pauses.stop()
        self._given_back = bool(self.unsaved())

    @property
    def _lines_commit(self) -> bool:
        return not self.is_new

    @property
    def _says_something(self) -> bool:
        return bool(self.unsaved() or self.also())

    def _on_typing(self) -> None:
        if self._idle:
            return
        self._say()
        unsaved = bool(self.unsaved())
        if unsaved and self.saves_on_leaving and self.may_be_told(self._record):
            self.typing.emit()
        if unsaved or (self._drafts is not None and self._draft_place and self._drafts.of(self._draft_place)):
            self._pauses.typed()
