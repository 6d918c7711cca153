"""What was found beside entries' columns, held while it stands: a word is looked for once, and then looked up."""

from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import itemgetter
from threading import Lock
from weakref import WeakKeyDictionary

from dhr_desktop.base.remembered import forgets
from dhr_desktop.store.filters import Look
from dhr_desktop.store.review import Review

_FEW = 2_000
"""So many are held as they are; of more, each has a mark in a table by its id, which takes a byte for each entry."""
_KEPT = 48
"""So many looks are held of a review: 5 MB of 100,000 entries."""
_FEW_CHANGED = 20
_CHANGED = "SELECT DISTINCT table_name, row_id FROM change WHERE id > ? LIMIT ?"


@dataclass(frozen=True, slots=True)
class Found:
    """The entries that fit a look. Nobody changes them."""

    few: frozenset[int] | None
    marks: bytes = b""
    """Where they are not few, 1 at the id of each and else 0; those beyond the end do not fit."""

    def sifted(self, ids: Sequence[int]) -> list[int]:
        """Those of these ids that fit, in their order."""
        if self.few is not None:
            return list(filter(self.few.__contains__, ids))
        return _marked(ids, self.marks)


@dataclass(frozen=True, slots=True)
class _Held:
    found: Found
    last: int
    """The change of the journal up to which it stands."""


def of(ids: Collection[int]) -> Found:
    """These ids, ready to be looked up."""
    if len(ids) <= _FEW:
        return Found(frozenset(ids))
    marks = bytearray(max(ids) + 1)
    for entry_id in ids:
        marks[entry_id] = 1
    return Found(None, bytes(marks))


def by(review: Review, look: Look) -> Found:
    """The entries that fit, as they are now. What was found before is held, and only what changed is asked anew."""
    with review.read.snapshot():
        last = int(review.read.value("SELECT max(id) FROM change") or 0)
        held = _kept(review, look)
        found = _still(review, look, held) if held and held.last < last else held.found if held else None
        found = found or of(look.ids(review))
    with _LOCK:
        kept = _FOUND.setdefault(review, OrderedDict())
        kept[look.asked] = _Held(found, last)
        kept.move_to_end(look.asked)
        while len(kept) > _KEPT:
            kept.popitem(last=False)
    return found


def is_held(review: Review, look: Look) -> bool:
    """Whether it has been looked for already."""
    return _kept(review, look) is not None


def forget() -> None:
    """Hold nothing any more, for what was asked holds words of a review."""
    with _LOCK:
        _FOUND.clear()


def _kept(review: Review, look: Look) -> _Held | None:
    with _LOCK:
        return _FOUND.get(review, OrderedDict()).get(look.asked)


def _still(review: Review, look: Look, held: _Held) -> Found | None:
    """What was found, with what has changed since; None where it must be looked for anew."""
    changed = review.read.rows(_CHANGED, (held.last, _FEW_CHANGED + 1))
    touched = {row_id for table, row_id in changed if table in look.tables}
    if len(changed) <= _FEW_CHANGED and not touched:
        return held.found
    if len(changed) > _FEW_CHANGED or look.ids_among is None:
        return None
    fitting = look.ids_among(review, touched)
    if held.found.few is not None:
        return replace(held.found, few=(held.found.few - touched) | frozenset(fitting))
    marks = bytearray(held.found.marks)
    marks.extend(bytes(max(max(touched) + 1 - len(marks), 0)))
    for entry_id in touched:
        marks[entry_id] = entry_id in fitting
    return Found(None, bytes(marks))


def _marked(ids: Sequence[int], marks: bytes) -> list[int]:
    if not ids:
        return []
    if len(ids) == 1:
        return list(ids) if ids[0] < len(marks) and marks[ids[0]] else []
    try:
        return list(compress(ids, itemgetter(*ids)(marks)))
    except IndexError:  # some have been added since
        return _marked(ids, marks + bytes(max(ids) + 1 - len(marks)))


_LOCK = Lock()
_FOUND: "WeakKeyDictionary[Review, OrderedDict[tuple[object, ...], _Held]]" = WeakKeyDictionary()
forgets(forget)
