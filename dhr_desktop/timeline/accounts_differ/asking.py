"""Drafts the question to an agency about a difference: neutral, in both accounts' own words, and saying no more."""

from collections.abc import Sequence

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Differs, Event
from dhr_desktop.timeline.accounts_differ.found import Difference, Said

_ON = {
    Differs.DATE: "the day on which it happened",
    Differs.TIME: "the time at which it happened",
    Differs.PRESENT: "who was present",
    Differs.INJURY: "injuries",
    Differs.CHILD_SEEN: "whether the child or children were there and were seen",
    Differs.OUTCOME: "what was done and what came of it",
}
_MOST = 3
"""So many quotations of others are enough to see what is asked."""


def drafted(difference: Difference, event: Event, entries: Sequence[Entry], agency_id: int) -> str:
    """The question, to be read and changed by the chair before it is sent.

    Other agencies are not named, and of their records stands only what this one is asked to look at again.
    """
    own = [one for one in difference.said if one.agency_id == agency_id]
    said_too = {(one.matter, one.about, one.value) for one in own}
    others = [
        one
        for one in difference.said
        if one.agency_id != agency_id and (one.matter, one.about, one.value) not in said_too
    ]
    matter = _ON[difference.kind]
    about = f"About {_named(event, [entry for entry in entries if entry.agency_id == agency_id])}: "
    if not own:
        return (
            f"{about}other records differ on {matter}: {_quoted(others)}. Please tell us what your records say of it."
        )
    return (
        f"{about}on {matter}, your record says {_quoted(own)}. Other information given to the review says"
        f" {_quoted(others)}. Please look at your records again and tell us which is right, and what it rests on."
    )


def _named(event: Event, own: Sequence[Entry]) -> str:
    """The event by the day the asked agency gives it, for that is where it will look."""
    when = own[0].when if own else event.when
    return "an event whose date is not known" if when.is_unknown else f"the event of {in_british_words(when)}"


def _quoted(said: Sequence[Said]) -> str:
    words = list(dict.fromkeys(f"“{one.reading}”" for one in said))[:_MOST]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
