"""What the filters call by name: agencies, people, themes, lines of enquiry and events, read with the listing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dhr_desktop.domain.meaning import LineOfEnquiry, Theme
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store import agencies, enquiry, events, people, themes
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Names:
    """Those there are, by id, in the order in which they are offered; `depths` says how deep a theme stands."""

    agencies: Mapping[int, Agency] = field(default_factory=dict)
    people: Mapping[int, Person] = field(default_factory=dict)
    themes: Mapping[int, Theme] = field(default_factory=dict)
    depths: Mapping[int, int] = field(default_factory=dict)
    lines: Mapping[int, LineOfEnquiry] = field(default_factory=dict)
    events: Mapping[int, str] = field(default_factory=dict)
    """Of events only those that are wanted, by their headline."""

    def still_there(self, wanted: EntryFilter) -> EntryFilter:
        """The filter without what has gone since, so that nothing is left out for a reason nobody can see."""
        there = {
            "agency_ids": self.agencies,
            "person_ids": self.people,
            "theme_ids": self.themes,
            "line_ids": self.lines,
            "event_ids": self.events,
        }
        return replace(wanted, **{name: getattr(wanted, name) & found.keys() for name, found in there.items()})


def read_names(review: Review, wanted: EntryFilter) -> Names:
    """Read the names; safe in any thread."""
    ordered = dict(_tree(themes.listing(review)))
    return Names(
        agencies={agency.id: agency for agency in agencies.listing(review)},
        people={person.id: person for person in people.listing(review)},
        themes={theme.id: theme for theme in ordered},
        depths={theme.id: depth for theme, depth in ordered.items()},
        lines={line.id: line for line in enquiry.listing(review)},
        events=_headlines(review, wanted.event_ids) if wanted.event_ids else {},
    )


def _tree(found: list[Theme]) -> Iterable[tuple[Theme, int]]:
    """Each theme before those beneath it, with its depth."""
    beneath: dict[int, list[Theme]] = {}
    for theme in found:
        beneath.setdefault(theme.parent_id, []).append(theme)
    waiting = [(theme, 0) for theme in reversed(beneath.get(0, []))]
    while waiting:
        theme, depth = waiting.pop()
        yield theme, depth
        waiting += [(child, depth + 1) for child in reversed(beneath.get(theme.id, []))]


def _headlines(review: Review, event_ids: frozenset[int]) -> dict[int, str]:
    return {event.id: event.headline for event in events.listing(review) if event.id in event_ids}
