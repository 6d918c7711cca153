"""What each question is about, in words: the entry, the event, or the gap in the records."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Event, Question
from dhr_desktop.domain.gap_words import counted, days_in_words
from dhr_desktop.store import agencies, entries, events, removed
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Matter:
    """What a question is about. `entry` and `event` are those that are still there; `members` are the event's.

    `gone` is the entry that it was about until that was taken off the timeline, as it stood then, `gone_of` the name
    of its agency.
    """

    entry: Entry | None = None
    event: Event | None = None
    members: list[Entry] = field(default_factory=list)
    gap: tuple[date, date] | None = None
    gone: Entry | None = None
    gone_of: str = ""

    @property
    def is_general(self) -> bool:
        """Whether it is about the review as a whole."""
        return self.entry is None and self.event is None and self.gap is None and self.gone is None

    @property
    def words(self) -> str:
        """A line about it: 'entry of 4 May 2016', 'event “Call to the address”', '143 days without a record'."""
        if self.entry is not None:
            return f"Entry of {when_of(self.entry)}"
        if self.event is not None:
            return _event_words(self.event, self.members)
        if self.gap is not None:
            first, last = self.gap
            return f"{counted((last - first).days + 1)} without a record, {days_in_words(first, last)}"
        if self.gone is not None:
            of = f" of {self.gone_of}" if self.gone_of else ""
            return f"Entry of {when_of(self.gone)}{of}, no longer on the timeline"
        return "The review as a whole"


def matters(review: Review, asked: Sequence[Question]) -> dict[int, Matter]:
    """What each of these questions is about, by its id."""
    of_entries = {one.id: one for one in entries.page(review, [each.entry_id for each in asked if each.entry_id])}
    wanted = {each.event_id for each in asked if each.event_id}
    of_events = {event.id: event for event in events.listing(review) if event.id in wanted} if wanted else {}
    members = {event_id: entries.page(review, events.members_of(review, event_id)) for event_id in of_events}
    gone = removed.asked_about(review, asked)
    names = {agency.id: agency.name for agency in agencies.listing(review)} if gone else {}
    return {
        each.id: Matter(
            of_entries.get(each.entry_id),
            of_events.get(each.event_id),
            members.get(each.event_id, []),
            gap_of(each),
            gone.get(each.id),
            names.get(gone[each.id].agency_id, "") if each.id in gone else "",
        )
        for each in asked
    }


def gap_of(question: Question) -> tuple[date, date] | None:
    """The first and last day of the gap that it is about."""
    if not (question.gap_from and question.gap_to):
        return None
    return date.fromisoformat(question.gap_from), date.fromisoformat(question.gap_to)


def when_of(entry: Entry) -> str:
    """Its date and time in words: '4 May 2016, 21:30'."""
    return ", ".join(part for part in (in_british_words(entry.when), entry.time) if part)


def _event_words(event: Event, members: list[Entry]) -> str:
    if event.headline:
        return f"Event “{event.headline}”"
    if event.date_edtf:
        return f"Event of {in_british_words(parse(event.date_edtf))}"
    return f"Event of {when_of(members[0])}" if members else "An event"
