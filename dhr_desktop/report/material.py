"""What a document is made from: the review's facts, people and agencies, and its entries as one edition shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.editions import Edition
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Event
from dhr_desktop.domain.meaning import Inclusion
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.reviews import Agency, ReviewFacts, Submission
from dhr_desktop.store import agencies, covered, entries, facts, grouping, spans, submissions
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.review import Review

_AT_A_TIME = 500
_UNDATED = "Date not known"


@dataclass(frozen=True, slots=True)
class Happening:
    """What stands at one place of a chronology: an event with those of its accounts that go in, or a single entry."""

    event: Event | None
    entries: tuple[Entry, ...]

    @property
    def year(self) -> str:
        """The year it stands in: that of an event's chosen date, or else of its first entry."""
        chosen = self.event.when if self.event else None
        when = self.entries[0].when if chosen is None or chosen.is_unknown else chosen
        day = when.earliest or when.latest
        return str(day.year) if day else _UNDATED


@dataclass(frozen=True, slots=True)
class Material:
    """A review as a document in one edition sees it."""

    review: Review
    edition: Edition
    facts: ReviewFacts
    agencies: dict[int, Agency]
    submissions: list[Submission]
    people: list[Person]
    cover: NameCover
    in_submissions: frozenset[int] = frozenset()
    """The agencies whose entries came in a file, be it another's."""
    recording: frozenset[int] = frozenset()
    """The agencies that keep records: a person whose words the chair has entered is a contributor and no agency."""

    def number_in(self, into: Inclusion) -> int:
        """How many entries the chair has put into a document."""
        return len(self.ids_in(into))

    @property
    def number(self) -> int:
        """How many entries there are, whether any document holds them or not."""
        return entries.count(self.review)

    def agency_name(self, agency_id: int) -> str:
        """The name of an agency, as reviews name them; that of a person, or one with a pseudonym, is covered."""
        agency = self.agencies[agency_id]
        asked = self.cover.called if agency_id in self.recording else self.cover.cover
        return asked(agency.name)

    def entries(self, progress: Progress, into: Inclusion = Inclusion.CHRONOLOGY) -> Iterator[Entry]:
        """The entries that the chair has put into a document, in the order of the timeline.

        They are as they stand in the store. What the chair keeps to themselves is not for any document: nobody who
        builds one asks for `private_note`.
        """
        yield from self._read(self.ids_in(into), progress)

    def happenings(self, progress: Progress, into: Inclusion = Inclusion.CHRONOLOGY) -> Iterator[Happening]:
        """The same entries with those of one event together, at the place where the chair's date puts the event.

        An event that has neither a headline nor a second account here says no more than its one entry.
        """
        arranged = grouping.by_event(self.review, self.ids_in(into))
        rows = iter(arranged.rows)
        found = self._read([row for row in arranged.rows if row > 0], progress)
        for row in rows:
            if row > 0:
                yield Happening(None, (next(found),))
                continue
            group = arranged.groups[row]
            accounts = tuple(islice(found, len(group.entry_ids)))
            next(islice(rows, len(accounts) - 1, None))  # past the ids of its accounts
            says_more = len(accounts) > 1 or group.event.headline.strip()
            yield Happening(group.event if says_more else None, accounts)

    def ids_in(self, into: Inclusion) -> list[int]:
        """The ids of the entries that the chair has put into a document, in the order of the timeline."""
        return list(entries.ordered_ids(self.review, EntryFilter(included=frozenset({into}))))

    def _read(self, ids: Sequence[int], progress: Progress) -> Iterator[Entry]:
        for start in range(0, len(ids), _AT_A_TIME):
            progress.step(start, len(ids), "Gathering entries")
            yield from entries.page(self.review, ids[start : start + _AT_A_TIME])


def gather(review: Review, edition: Edition) -> Material:
    """Read from the store what every document needs."""
    named = covered.listing(review)
    return Material(
        review=review,
        edition=edition,
        facts=facts.get(review),
        agencies={agency.id: agency for agency in agencies.listing(review)},
        submissions=submissions.listing(review),
        people=[each for each in named if isinstance(each, Person)],
        cover=covered.cover(review, edition.naming, named),
        in_submissions=submissions.agencies_in(review),
        recording=frozenset(spans.agencies_that_record(review)),
    )


def in_words(edtf: str) -> str:
    """A stored date in British words; '' for none."""
    return in_british_words(parse(edtf)) if edtf else ""


def event_when_in_words(happening: Happening, cover: NameCover) -> str:
    """When an event was: its chosen date and hour, or else the date of its first account; '' where neither is known."""
    event = happening.event
    if event and not event.when.is_unknown:
        return ", ".join(part for part in (in_british_words(event.when), event.time) if part)
    first = happening.entries[0]
    return "" if first.when.is_unknown else when_in_words(first, cover)


def when_in_words(entry: Entry, cover: NameCover) -> str:
    """The date of an entry as a reader of a report should have it.

    A date that is not one certain day is followed by the agency's own words, and a doubtful one says so.
    """
    words = in_words(entry.date_edtf)
    written = entry.date_written.strip("() ")
    if not entry.when.is_exact and any(letter.isalpha() for letter in written) and written.lower() not in _DITTO:
        own = cover.cover_field(entry.id, "date_written", written)
        words = words if own.casefold() == words.casefold() else f"{words} (“{own}”)"
    return f"{words} [date to be confirmed]" if any(doubt.field == "date" for doubt in entry.doubts) else words


_DITTO = ("ditto", "do.", "do", "as above", "unknown", "not recorded", "date not recorded", "n/k")


def period_in_words(facts_of_review: ReviewFacts) -> str:
    """The period under review, or '' when it is not set."""
    first, last = in_words(facts_of_review.scope_from), in_words(facts_of_review.scope_to)
    if first and last:
        return f"{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else ""
