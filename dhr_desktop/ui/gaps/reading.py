"""What the Gaps page shows, read off the window's thread: the silences, and what lies around one of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.gap_words import Beside, in_words, silence_words
from dhr_desktop.domain.gaps import Gap
from dhr_desktop.domain.period import Period
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store import agencies, entries, questions, silences
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.question_matter import gap_of

_MOST = 12
"""So many of the records that may fall in a gap are shown one by one; what there is beyond is counted."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A gap as it stands in the list. `agency` is '' for all of them together."""

    gap: Gap
    agency: str
    beside: Beside
    questions: tuple[Question, ...] = ()

    def words(self, called: Callable[[str], str]) -> str:
        """The gap in a sentence, with the agency as it is `called` where the sentence is shown."""
        return silence_words(self.gap, called(self.agency), self.beside)


@dataclass(frozen=True, slots=True)
class Found:
    """All the gaps of a review, with what the page says of them as a whole."""

    period: Period | None = None
    listed: list[Listed] = field(default_factory=list)
    agencies: list[Agency] = field(default_factory=list)
    undated: int = 0
    records: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """What lies around a gap: the entries on its sides, and some of those that may fall within."""

    listed: Listed
    beside: Beside
    before: Entry | None
    after: Entry | None
    may_fall_in: list[Entry]
    agencies: dict[int, str]

    def words(self, called: Callable[[str], str]) -> str:
        """The gap in two or three sentences, with the agency as it is `called` where they are shown."""
        return in_words(self.listed.gap, called(self.listed.agency), self.beside)


def read_gaps(review: Review, shortest: int) -> Found:
    """Find the gaps and put each into words; those of all agencies together come first, then the longest."""
    found = silences.find(review, shortest)
    every = agencies.listing(review)
    names = {agency.id: agency.name for agency in every}
    bounding = {entry_id for gap in found.found for entry_id in (gap.before_id, gap.after_id) if entry_id}
    dates = {entry.id: in_british_words(entry.when) for entry in entries.page(review, sorted(bounding))}
    asked = [(question, gap) for question in questions.listing(review) if (gap := gap_of(question))]
    listed = [
        Listed(
            gap,
            names.get(gap.agency_id, ""),
            Beside(dates.get(gap.before_id, ""), dates.get(gap.after_id, "")),
            tuple(
                question
                for question, (first, last) in asked
                if gap.agency_id in (0, question.agency_id) and first <= gap.last and last >= gap.first
            ),
        )
        for gap in found.found
    ]
    listed.sort(key=lambda one: one.gap.agency_id != 0)
    return Found(found.period, listed, every, found.undated, found.records)


def read_around(review: Review, listed: Listed) -> Around:
    """Read the entries around a gap."""
    gap = listed.gap
    may = entries.page(review, gap.may_fall_in)
    sides = {entry.id: entry for entry in entries.page(review, [gap.before_id, gap.after_id])}
    before, after = sides.get(gap.before_id), sides.get(gap.after_id)
    beside = Beside(_when(before), _when(after), [_when(entry) for entry in may])
    names = {agency.id: agency.name for agency in agencies.listing(review)}
    return Around(listed, beside, before, after, may[:_MOST], names)


def _when(entry: Entry | None) -> str:
    return in_british_words(entry.when) if entry else ""
