"""One journal gives undo, redo, the audit trail and change notices: a step is all of these at once."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from dhr_desktop.base.clock import now
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.store import chain, reversal, taking_back
from dhr_desktop.store.connection import Connection
from dhr_desktop.store.listeners import Listeners, StepStands

Settle = Callable[[Connection, int, int], taking_back.Spared]
"""Decides, inside a step, which rows stay when its changes (first to last) are taken back."""


class WriteOutsideStep(RuntimeError):
    """A fault of ours: something tried to write without saying what the chair would undo."""


class NestedStep(RuntimeError):
    """A fault of ours: a step was begun inside a step, so that one of them could not be undone alone."""


@dataclass(frozen=True, slots=True)
class Step:
    """The open step. `id` can be stored beside what it brings, to find the step again."""

    id: int
    label: str


@dataclass(frozen=True, slots=True)
class Change:
    """What the windows are told after a step is on disk. Who passed itself as `initiator` ignores its own echo."""

    step_id: int
    label: str
    kind: str
    tables: frozenset[str]
    initiator: object | None


@dataclass(frozen=True, slots=True)
class UndoStatus:
    """The labels of the steps that Undo and Redo would act on; None when there is none."""

    undo: str | None
    redo: str | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A step taken back: `kept` rows had been changed since and stay, `needed` stay because those need them."""

    change: Change
    kept: int
    needed: int


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One line of the audit trail.

    `kind` is 'do', 'undo', 'redo' or 'take back'; `reverses` is the step that the last three acted on.
    """

    id: int
    kind: str
    label: str
    at: str
    changes: int
    reverses: int | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One change to one row. An update tells only the columns that changed; None is a row that was not there."""

    at: str
    label: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class _Last:
    """Where the journal stands: its last step, and what Undo and Redo would act on."""

    id: int = 0
    hash: str = chain.START
    last_change: int = 0
    head: int | None = None
    ahead: int | None = None


@dataclass(slots=True)
class Carried:
    """What a step takes along in its transaction, and whether one has."""

    write: Callable[[Connection], None]
    done: bool = False


class Journal:
    """The journal of one review. Any thread may use it; steps of several threads wait for one another."""

    def __init__(
        self,
        writer: Connection,
        reader: Callable[[], Connection],
        derive: Callable[[Connection, int, int], None],
        upkeep: Callable[[Connection], None],
    ) -> None:
        """Keep the journal of the file that `writer` writes.

        `derive` brings what follows from other rows up to date, such as the index of words; it is given the first
        and the last change of each step before the step is committed. `upkeep` is called when all have been told.
        """
        self._writer = writer
        self._derive = derive
        self._upkeep = upkeep
        self._reader = reader
        self._lock = threading.RLock()
        self._owner: int | None = None
        self._sittings: dict[int, object] = {}
        self._carried: dict[int, Carried] = {}
        self._listeners = Listeners[Change]()
        self._refusals = Listeners[StepStands]()
        self._refused = False

    @property
    def open_here(self) -> bool:
        """Whether a step is open in the calling thread."""
        return self._owner == threading.get_ident()

    @contextmanager
    def step(self, label: str, initiator: object | None = None, sitting: object | None = None) -> Iterator[Step]:
        """One transaction, one undo step and one notice, named `label` for the Edit menu.

        It is on disk when the block has ended; an exception or `Cancelled` inside leaves nothing, and so does a
        block that changes nothing. Raises `NestedStep`, and `StoreProblem` when the disk refuses. What a listener
        raises is raised when all have been told; what it refuses is told to `subscribe_to_refusals`, for the step is
        done.

        Steps of one `sitting`, such as the pauses of somebody who types, are undone and redone together for as long
        as the review stays open. The trail keeps each of them, for each was on disk. Where the last of them leaves
        all as the first found it, there is nothing of them to undo, and Undo acts on what was done before them.
        """
        with self._written("do", initiator) as draft:
            draft.label, draft.sitting = label, sitting
            yield Step(draft.id, label)
        if draft.change and sitting is not None:
            self._sittings[draft.id] = sitting
        self._tell(draft.change)

    @contextmanager
    def carrying(self, write: Callable[[Connection], None]) -> Iterator[Carried]:
        """Have `write` done within the first step that this thread makes in the block, for what is no part of it.

        It is on disk with the step or not at all, so that an abrupt end parts the two nowhere. It is not undone.
        """
        thread = threading.get_ident()
        carried = self._carried[thread] = Carried(write)
        try:
            yield carried
        finally:
            self._carried.pop(thread, None)

    def undo(self, initiator: object | None = None) -> Change | None:
        """Reverse the newest step that stands, and those of its sitting; None when there is none."""
        return self._turn_sitting("undo", initiator)

    def redo(self, initiator: object | None = None) -> Change | None:
        """Do again what was undone last; None after a new step, or when nothing was undone."""
        return self._turn_sitting("redo", initiator)

    def take_back(
        self,
        step_id: int,
        initiator: object | None = None,
        *,
        settle: Settle = taking_back.spared,
        mend: Callable[[], None] | None = None,
        again: bool = False,
        progress: Progress = UNWATCHED,
    ) -> TakenBack:
        """Reverse one old step, leaving the rows that `settle` spares: changed since, or needed by rows that stay.

        `mend` puts right, inside the step, what cannot stand as the reversal leaves it.
        With `again`, also a step of which a part was taken back before. Raises `CannotTakeBack` when the step does
        not stand (undone, taken back) or nothing of it is left.
        """
        with self._written("take back", initiator) as draft:
            taking_back.require_standing(self._writer, draft.last.head, step_id, again=again)
            label = self._writer.value("SELECT label FROM step WHERE id = ?", (step_id,))
            first, last = taking_back.changes_of(self._writer, step_id)
            spared = settle(self._writer, first, last)
            refused = reversal.reverse(self._writer, first, last, spared.all, progress)
            if mend:
                mend()
            draft.label, draft.of_step = f"Take back {label[:1].lower()}{label[1:]}", step_id
        if draft.change is None:
            raise taking_back.CannotTakeBack(
                "Everything this step brought has been changed since.", "Change or remove those entries one by one."
            )
        self._tell(draft.change)
        return TakenBack(draft.change, len(spared.changed | refused), len(spared.needed))

    def remains(self, step_id: int, *, again: bool = False) -> taking_back.Remains:
        """What an old step did, and what of it no longer stands as it left it. Raises `CannotTakeBack`."""
        reader = self._reader()
        taking_back.require_standing(reader, _last(reader).head, step_id, again=again)
        return taking_back.remains(reader, *taking_back.changes_of(reader, step_id))

    def status(self) -> UndoStatus:
        """What Undo and Redo would act on, for the Edit menu."""
        last = _last(self._reader())
        return UndoStatus(self._label(last.head), self._label(last.ahead))

    def steps(self, limit: int = 200, before: int | None = None) -> list[StepRecord]:
        """The audit trail, newest first: at most `limit` steps, all older than step `before`."""
        found = self._reader().rows(
            "SELECT id, kind, label, at, changes, of_step FROM step WHERE id < ? ORDER BY id DESC LIMIT ?",
            (before if before is not None else 1 << 62, limit),
        )
        return [StepRecord(*row) for row in found]

    def history_of(self, table: str, row_id: int) -> list[RowChange]:
        """Everything that ever happened to one row, newest first."""
        found = self._reader().rows(
            "SELECT step.at, step.label, old, new FROM change JOIN step ON step.id = change.step_id"
            " WHERE table_name = ? AND row_id = ? ORDER BY change.id DESC",
            (table, row_id),
        )
        return [RowChange(at, label, _parsed(old), _parsed(new)) for at, label, old, new in found]

    def first_broken_step(self) -> int | None:
        """The first step whose record is not what was written; None when the chain of hashes is whole."""
        return chain.first_broken(self._reader())

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Have `listener` told of every step after it is on disk, in the thread that wrote it; returns the way out."""
        return self._listeners.subscribe(listener)

    def subscribe_to_refusals(self, listener: Callable[[StepStands], None]) -> Callable[[], None]:
        """Have `listener` told when what comes after a step is refused, once until it is done again; the way out.

        The command that made the step is not told, for it was done.
        """
        return self._refusals.subscribe(listener)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep steps of other threads waiting, for closing the file, or for writing what is no step."""
        with self._lock:
            if self._owner is not None:
                raise NestedStep("the file was held inside a step")
            yield

    def _label(self, step_id: int | None) -> str | None:
        if step_id is None:
            return None
        return str(self._reader().value("SELECT label FROM step WHERE id = ?", (step_id,)))

    def _turn_sitting(self, kind: str, initiator: object | None) -> Change | None:
        """Turn one step, and then its neighbours of the same sitting, each in a step of its own."""
        further, sitting = self._turn(kind, initiator)
        turned = []
        try:
            while further:
                turned.append(further)
                further = self._turn(kind, initiator, sitting)[0] if sitting is not None else None
        finally:
            self._tell(*turned)  # also of those that are on disk when a later one of them is refused
        return turned[-1] if turned else None

    def _turn(
        self, kind: str, initiator: object | None, sitting: object | None = None
    ) -> tuple[Change | None, object | None]:
        """Turn the next step, where a sitting is given only one of it; also returns the sitting it belongs to."""
        with self._written(kind, initiator) as draft:
            target = draft.last.head if kind == "undo" else draft.last.ahead
            found = self._sittings.get(target) if target is not None else None
            if target is not None and (sitting is None or found is sitting):
                # Nothing stands above the step that is turned, so every row is as the step left it. The order in
                # which rows point at one another is judged at the end.
                self._writer.execute("PRAGMA defer_foreign_keys = ON")
                if reversal.reverse(self._writer, *taking_back.changes_of(self._writer, target)):
                    raise RuntimeError("a step could not be turned whole")
                draft.label = self._writer.value("SELECT label FROM step WHERE id = ?", (target,))
                draft.of_step = target
        return draft.change, found

    @contextmanager
    def _written(self, kind: str, initiator: object | None) -> "Iterator[_Draft]":
        """Hold the lock and a transaction around a step; write its record at the end, or leave no trace of it."""
        with self._lock:
            if self._owner is not None:
                raise NestedStep("a step was begun inside a step")
            self._owner = threading.get_ident()
            try:
                self._writer.execute("BEGIN IMMEDIATE")
                draft = _Draft(kind, _last(self._writer), initiator)
                self._writer.execute("INSERT INTO open_step (id, kind) VALUES (?, ?)", (draft.id, kind))
                yield draft
                draft.change = self._record(draft)
                carried = self._carried.get(threading.get_ident()) if draft.change else None
                if carried and not carried.done:
                    carried.write(self._writer)
                self._writer.execute("COMMIT" if draft.change else "ROLLBACK")
                if carried:
                    carried.done = True
            except BaseException:
                self._writer.roll_back()
                raise
            finally:
                self._owner = None

    def _record(self, draft: "_Draft") -> Change | None:
        last_change = self._writer.value("SELECT max(id) FROM change") or 0
        if last_change == draft.last.last_change:
            return None
        self._derive(self._writer, draft.last.last_change + 1, last_change)
        head, ahead = self._stack_after(draft)
        step = (draft.id, draft.kind, draft.label, now(), draft.of_step, head, ahead, last_change)
        first = draft.last.last_change + 1
        digest = chain.digest(self._writer, draft.last.hash, (*step, last_change - first + 1), first)
        self._writer.execute(
            "INSERT INTO step (id, kind, label, at, of_step, head, ahead, last_change, changes, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*step, digest.changes, digest.hash),
        )
        self._writer.execute("DELETE FROM open_step")
        return Change(draft.id, draft.label, draft.kind, digest.tables, draft.initiator)

    def _stack_after(self, draft: "_Draft") -> tuple[int | None, int | None]:
        """What Undo and Redo would act on after this step.

        Each step stores its answer, so both stacks live in the append-only journal: below a step lies what stood
        before it was first done; above one that is redone lies what stood there before it was undone.
        """
        if draft.kind == "do" and draft.sitting is not None and (before := self._before_typing(draft)):
            return before.head, None
        if draft.of_step is None or draft.kind == "take back":
            return draft.id, None
        if draft.kind == "undo":
            return self._before(draft.of_step).head, draft.of_step
        return draft.of_step, self._before(taking_back.latest(self._writer, draft.of_step)).ahead

    def _before_typing(self, draft: "_Draft") -> _Last | None:
        """Where the journal stood before the sitting of this step, if the step takes back all that the sitting did."""
        before, parts = draft.last, [(draft.last.last_change + 1, 1 << 62)]
        while before.head is not None and self._sittings.get(before.head) is draft.sitting:
            parts.append(taking_back.changes_of(self._writer, before.head))
            before = self._before(before.head)
        return before if len(parts) > 1 and taking_back.come_to_nothing(self._writer, parts[::-1]) else None

    def _before(self, step_id: int) -> _Last:
        return _last(self._writer, step_id)

    def _tell(self, *changes: Change | None) -> None:
        told = [change for change in changes if change is not None]
        if told:
            refusal = self._listeners.tell(told, self._keep_up)
            first, self._refused = refusal is not None and not self._refused, refusal is not None
            if first:
                self._refusals.tell([StepStands()], lambda: None)

    def _keep_up(self) -> None:
        with self._lock:
            if self._owner is not None or self._writer.closed or self._writer.in_transaction:
                return
            try:
                self._upkeep(self._writer)
            except BaseException:
                self._writer.roll_back()  # the next step begins with a transaction of its own
                raise


class _Draft:
    """A step being written."""

    def __init__(self, kind: str, last: _Last, initiator: object | None) -> None:
        self.id = last.id + 1
        self.kind = kind
        self.last = last
        self.initiator = initiator
        self.label = ""
        self.of_step: int | None = None
        self.sitting: object | None = None
        self.change: Change | None = None


def _last(connection: Connection, before: int = 1 << 62) -> _Last:
    found = connection.row(
        "SELECT id, hash, last_change, head, ahead FROM step WHERE id < ? ORDER BY id DESC LIMIT 1", (before,)
    )
    return _Last(*found) if found else _Last()


def _parsed(text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    found: dict[str, Any] = json.loads(text)
    return found
