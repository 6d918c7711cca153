"""Sets the accounts of one event beside each other and says in what they differ: one finding for each kind."""

from collections.abc import Callable, Mapping, Sequence

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Differs
from dhr_desktop.domain.people import Person
from dhr_desktop.timeline.accounts_differ import dates, injuries, outcomes, places, times
from dhr_desktop.timeline.accounts_differ.accounts import Account, AccountReader
from dhr_desktop.timeline.accounts_differ.found import Difference, Said, difference

_KINDS: Mapping[Differs, Callable[[Sequence[Account]], list[Said]]] = {
    Differs.DATE: dates.differing,
    Differs.TIME: times.differing,
    Differs.PRESENT: places.present_differing,
    Differs.INJURY: injuries.differing,
    Differs.CHILD_SEEN: places.child_differing,
    Differs.OUTCOME: outcomes.differing,
}


class Comparer:
    """Compares the accounts of events, for one register of people and one set of agencies by their ids."""

    def __init__(self, people: Sequence[Person], agencies: Mapping[int, str]) -> None:
        self._accounts = AccountReader(people, agencies)

    def compare(self, event_id: int, entries: Sequence[Entry]) -> list[Difference]:
        """In what the entries of one event differ, which stand in the order of the timeline.

        Only agencies contradict each other: the entries of one tell of one time and another. Silence is no
        contradiction.
        """
        if len({entry.agency_id for entry in entries}) <= 1:
            return []
        accounts = [self._accounts.read(entry) for entry in entries]
        found = (difference(event_id, kind, differing(accounts)) for kind, differing in _KINDS.items())
        return [one for one in found if one is not None]
