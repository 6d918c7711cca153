"""A revised submission: what it would change beside the chair's own work, and bringing it in without losing any."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.entries import Doubt, Entry
from dhr_desktop.domain.reviews import Submission
from dhr_desktop.importing import agency_words, comparing, kept
from dhr_desktop.importing.as_then import read_as_then
from dhr_desktop.importing.comparing import Comparison, Kind, Pair
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.entry_agencies import EntryAgencies
from dhr_desktop.importing.fields import NAMES, Field
from dhr_desktop.importing.kept import Place
from dhr_desktop.importing.reading import Reading
from dhr_desktop.importing.record import still_there
from dhr_desktop.importing.restated import DOUBTED, is_restated
from dhr_desktop.importing.rows import EntryReading
from dhr_desktop.importing.submit import Homes, Imported, add_submission, entry_of, refuse_idle, store_rows
from dhr_desktop.store import agencies, entries, events, imports, revisions, submissions
from dhr_desktop.store.review import Review

_FIELDS = {
    "date_edtf": NAMES[Field.DATE],
    "time": NAMES[Field.TIME],
    "reported_edtf": NAMES[Field.REPORTED_DATE],
    "reported_time": NAMES[Field.REPORTED_TIME],
    "text": NAMES[Field.TEXT],
    "action": NAMES[Field.ACTION],
    "source": NAMES[Field.SOURCE],
    "reference": NAMES[Field.REFERENCE],
    "people": NAMES[Field.PEOPLE],
    "comment": NAMES[Field.COMMENT],
}
"""What a revision may change, by the name that the chair knows it by."""
_OF_THE_ROW = ("agency_id", "submission_id", "source_row_id", "source_order", "date_written", "time_written")
"""What of an entry is its row's alone. All else that is no field of the file is what the chair makes of the entry."""
_FEW = 0.25
"""Where less of the older version is found again, the file may well be another one."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that the chair has changed and the agency too: as it was sent, as it is sent now, as the chair has it."""

    entry_id: int
    field: str
    was: str
    theirs: str
    mine: str

    @property
    def name(self) -> str:
        """The field as the chair knows it."""
        return _FIELDS[self.field]


@dataclass(frozen=True, slots=True)
class Revision:
    """What importing a revised file would do.

    `entry_of` gives the entry of a pair by its old place; a row whose entry the chair has removed has none, and
    stays removed. `stays` are entries of rows that are gone, on which the chair has worked; they are marked for a look.
    """

    submission: Submission
    older: Reading = field(repr=False)
    """The submission's file, as it was read then."""
    reading: Reading = field(repr=False)
    comparison: Comparison
    entry_of: dict[Place, int]
    conflicts: tuple[Conflict, ...]
    goes: frozenset[int]
    stays: frozenset[int]
    edited: dict[int, frozenset[str]]
    returned: dict[Place, int] = field(default_factory=dict)
    """The entries that stayed when their row was gone from an earlier version, by the place of the row that is back."""

    @property
    def hardly_matches(self) -> bool:
        """Whether so few of the older rows are in the file that it may be no version of them at all."""
        return self.comparison.found_again < _FEW

    def changed(self, entry_id: int) -> list[str]:
        """What the chair has changed in an entry, by the names that she knows."""
        return [name for field, name in _FIELDS.items() if field in self.edited.get(entry_id, ())]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the chair has decided.

    `words` are what a field in conflict is to say; without an entry there, the chair's own stays. `remove` are the
    entries, of those that were worked on, that go with their rows.
    """

    words: Mapping[tuple[int, str], str] = field(default_factory=dict)
    remove: frozenset[int] = frozenset()


def plan(review: Review, submission_id: int, reading: Reading, progress: Progress = UNWATCHED) -> Revision:
    """Compare a revised file with the submission as it was read then, and with the chair's work on it since.

    Raises LookupError when the submission is not there, and a `UserError` when its import was taken back, or when the
    file would bring nothing.
    """
    refuse_idle(review, reading)
    progress.step(0, 3, "Reading the earlier file again")
    submission = submissions.get(review, submission_id)
    # The scope of the review now holds for both, so that a doubt about it is known to be the same one.
    # What the chair put right before importing is the chair's own, as is what was edited since.
    old = read_as_then(review, submission_id, scope=reading.scope, put_right=False)
    progress.step(1, 3, "Comparing the rows")
    comparison = comparing.compare(old, reading)
    progress.step(2, 3, "Looking at what you have changed")
    entry_ids = revisions.entries_by_row(review, submission_id)
    touched = {each.entry_id: each for each in imports.left(review, submission_id).touched}
    edited = {entry_id: frozenset(each.differs) for entry_id, each in touched.items()}
    for entry_id, names in _set_by_hand(review, comparison, entry_ids).items():
        edited[entry_id] = edited.get(entry_id, frozenset()) | names
    removed = {entry_ids[at] for pair in comparison.of(Kind.REMOVED) if (at := _old_place(pair)) in entry_ids}
    return Revision(
        submission=submission,
        older=old,
        reading=reading,
        comparison=comparison,
        entry_of=entry_ids,
        conflicts=tuple(_conflicts(review, comparison, entry_ids, edited)),
        goes=frozenset(removed - edited.keys()),
        stays=frozenset(removed & edited.keys()),
        edited=edited,
        returned=_returned(review, submission_id, reading, comparison, entry_ids),
    )


def _returned(
    review: Review, submission_id: int, reading: Reading, comparison: Comparison, entry_ids: dict[Place, int]
) -> dict[Place, int]:
    """The entries left behind by other versions whose row is in the file again, word for word."""
    known = set(entry_ids.values())
    left = [(entry, row) for entry, row in revisions.left_behind(review, submission_id) if entry not in known]
    rows = [pair.new for pair in comparison.pairs if pair.new]
    added = {pair.new.place for pair in comparison.of(Kind.ADDED) if pair.new}
    found = kept.come_back(review, left, reading, rows) if left and added else {}
    return {place: entry for place, entry in found.items() if place in added}


def _set_by_hand(review: Review, comparison: Comparison, entry_ids: dict[Place, int]) -> dict[int, frozenset[str]]:
    """The fields of each entry that do not say what its row says, because the chair set them before this version too.

    The last import knows only what was done since; what the chair did on a version before it came through unchanged.
    """
    rows = {
        entry_ids[at]: pair.old.entry for pair in comparison.pairs if pair.old and (at := _old_place(pair)) in entry_ids
    }
    found = {}
    for mine in entries.page(review, list(rows)):
        row = rows[mine.id]
        names = {name for name in _FIELDS if str(getattr(mine, name)) != str(getattr(row, name))}
        settled = {(one.code, one.field) for one in row.doubts} - {(one.code, one.field) for one in mine.doubts}
        if names or settled:
            found[mine.id] = frozenset(names | ({"doubts"} if settled else set()))
    return found


def _old_place(pair: Pair) -> Place:
    return pair.old.place if pair.old else ("", 0, 0)


def _conflicts(
    review: Review, comparison: Comparison, entry_ids: dict[Place, int], edited: dict[int, frozenset[str]]
) -> list[Conflict]:
    found = []
    for pair in comparison.pairs:
        entry_id = entry_ids.get(_old_place(pair))
        if entry_id is None or entry_id not in edited:
            continue
        mine = entries.get(review, entry_id)
        for name, (was, theirs) in _sent_anew(pair).items():
            own = str(getattr(mine, name))
            if name in edited[entry_id] and own != theirs:
                found.append(Conflict(entry_id, name, was, theirs, own))
    return found


def _sent_anew(pair: Pair) -> dict[str, tuple[str, str]]:
    """The fields that the agency has changed, as they were and as they are.

    A date that was carried down or in doubt, and that it has written out since, is among them whatever the day.
    """
    if pair.old is None or pair.new is None:
        return {}
    old, new = pair.old.entry, pair.new.entry
    both = {name: (str(getattr(old, name)), str(getattr(new, name))) for name in _FIELDS}
    return {name: values for name, values in both.items() if values[0] != values[1] or is_restated(pair, name)}


def revise(  # noqa: PLR0913 - what was decided, who sent it and who watches
    review: Review,
    revision: Revision,
    decisions: Decisions | None = None,
    sender: str = "",
    *,
    received: str = "",
    progress: Progress = UNWATCHED,
    initiator: object | None = None,
) -> Imported:
    """Import a revised file as one step, 'Import revised <agency>', which can be undone or taken back.

    Entries keep their identity and all that the chair has done to them, and point at their new rows; the older
    submission stays in the record with its own rows. Raises as `submit` does, and `SubmissionGone` where the earlier
    version was taken back while the two were compared.
    """
    reading, said = revision.reading, decisions or Decisions()
    refuse_idle(review, reading)
    agency = agencies.get(review, still_there(review, revision.submission.id).agency_id)
    pairs = iter([pair for pair in revision.comparison.pairs if pair.new])
    homes, older = Homes(review, reading, agency), EntryAgencies(revision.older, agency.name)
    with review.journal.step(f"Import revised {agency.name}", initiator) as step:
        submission_id = add_submission(review, reading, agency.id, sender, received, revision.submission.id)
        for rows, ids, start in store_rows(review, reading, submission_id, progress):
            fresh = []
            for place, (row, row_id) in enumerate(zip(rows, ids, strict=True), start):
                if row.entry is None:
                    continue
                made = entry_of(row.entry, agency.id, submission_id, row_id, place)
                pair = next(pairs)
                if pair.old is None and pair.new and pair.new.place in revision.returned:
                    kept.put_back(review, revision.returned[pair.new.place], made)
                elif pair.old is None:
                    fresh.append(replace(made, agency_id=homes.of(row.entry)))
                elif (entry_id := revision.entry_of.get(_old_place(pair))) is not None:
                    mine = entries.get(review, entry_id)
                    home = _home(homes, older.of(pair.old.entry), mine, row.entry)
                    _renew(review, revision, said, mine, (pair.old.entry, replace(made, agency_id=home)))
            entries.add_many(review, fresh)
        going = sorted(revision.goes | (revision.stays & said.remove))
        events.leave(review, going)
        for entry_id in going:
            entries.remove(review, entry_id)
        for mine in entries.page(review, sorted(revision.stays - said.remove)):
            entries.change(review, replace(mine, doubts=(*mine.doubts, doubt(kept.ROW_GONE, "row", reading.file_name))))
    counts = reading.counts
    return Imported(submission_id, step.id, agency.name, counts.read, counts.imported, counts.skipped, counts.error)


def _home(homes: Homes, was: str, mine: Entry, new: EntryReading) -> int:
    """The agency of an entry: another one where its row now names another and the chair has not moved the entry."""
    if agency_words.key(was) == agency_words.key(homes.named(new)) or homes.find(was) != mine.agency_id:
        return mine.agency_id
    return homes.of(new)


def _renew(
    review: Review, revision: Revision, decisions: Decisions, mine: Entry, told: tuple[EntryReading, Entry]
) -> None:
    """Bring an entry up to its new row, leaving what the chair has set."""
    old, made = told
    edited = revision.edited.get(mine.id, frozenset())
    values: dict[str, Any] = {name: getattr(made, name) for name in _OF_THE_ROW}
    for name in (*_FIELDS, "other"):
        if name in edited:
            values[name] = decisions.words.get((mine.id, name), getattr(mine, name))
        else:
            values[name] = getattr(made, name)
    hers = frozenset(
        name
        for name in edited & values.keys()
        if values[name] == getattr(mine, name) or values[name] != getattr(made, name)
    )
    entries.change(
        review,
        replace(mine, **values, doubts=_doubts(old, mine, made, hers)),
    )


def _doubts(old: EntryReading, mine: Entry, made: Entry, hers: frozenset[str]) -> tuple[Doubt, ...]:
    """The doubts of the new reading, without those that the chair has settled about a field that stays as it was.

    Of the fields in `hers` the chair's own value stands; where she has taken the agency's, its doubts come with it.
    """
    settled = {(one.code, one.field) for one in old.doubts} - {(one.code, one.field) for one in mine.doubts}
    by_hand = {DOUBTED[name] for name in hers if name in DOUBTED}
    same = {DOUBTED[name] for name in DOUBTED if getattr(old, name) == getattr(made, name)}
    return tuple(
        one
        for one in made.doubts
        if one.field not in by_hand and not ((one.code, one.field) in settled and one.field in same)
    )
