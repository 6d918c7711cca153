"""What each question is about, in words: the entry, the event, or the gap in the records."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Event, Question
from dhr_desktop.domain.gap_words import counted, days_in_words
from dhr_desktop.store import entries, events
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Matter:
    """What a question is about. `entry` and `event` are those that are still there; `members` are the event's."""

    entry: Entry | None = None
    event: Event | None = None
    members: list[Entry] = field(default_factory=list)
    gap: tuple[date, date] | None = None

    @property
    def is_general(self) -> bool:
        """Whether it is about the review as a whole."""
        return self.entry is None and self.event is None and self.gap is None

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
        return "The review as a whole"


def matters(review: Review, asked: Sequence[Question]) -> dict[int, Matter]:
    """What each of these questions is about, by its id."""
    of_entries = {one.id: one for one in entries.page(review, [each.entry_id for each in asked if each.entry_id])}
    wanted = {each.event_id for each in asked if each.event_id}
    of_events = {event.id: event for event in events.listing(review) if event.id in wanted} if wanted else {}
    members = {event_id: entries.page(review, events.members_of(review, event_id)) for event_id in of_events}
    return {
        each.id: Matter(
            of_entries.get(each.entry_id), of_events.get(each.event_id), members.get(each.event_id, []), gap_of(each)
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
