"""What the history shows, read off the window's thread: its lines, and what one of them did to an entry."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import agencies, entries, facts, submissions
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import history, restoring, versions
from dhr_desktop.timeline.history import Line, Told, Wanted
from dhr_desktop.timeline.touched_people import Known, TouchedPeople, known, touched_people
from dhr_desktop.timeline.touched_things import Touched, touched
from dhr_desktop.timeline.versions import Version
from dhr_desktop.ui.shell.history_words import Names, names_in


@dataclass(frozen=True, slots=True)
class Read:
    """The lines that are wanted, newest first."""

    told: Told
    imports: Mapping[int, int]
    """The submission that each step brought."""
    chair: str
    """'' where nobody has said who it is."""
    entry: Entry | None
    """The entry that the history is narrowed to; None where it is not, or where that is off the timeline."""
    agency: str
    """The agency of that entry."""
    known: Known
    """Whom the history can be narrowed to; nobody where it is not."""

    def called(self, agency: Callable[[str], str]) -> str:
        """How the entry is called that the history is narrowed to; '' where there is none.

        `agency` says how an agency is called where it is shown.
        """
        if self.entry is None:
            return ""
        when = in_british_words(self.entry.when)
        return f"{when[:1].upper()}{when[1:]}, {agency(self.agency)}"


@dataclass(frozen=True, slots=True)
class Detail:
    """What one line did to its entry."""

    newest: Version | None
    oldest: Version | None
    names: Names
    stands: bool
    """Whether the entry is still as the line left it."""
    marked: Entry | None
    """The entry as it last stood, where that is marked as distressing: its older words hurt no less."""


def read_lines(review: Review, wanted: Wanted, steps: int) -> Read:
    """Read the newest `steps` steps that are wanted."""
    found = entries.page(review, [wanted.entry_id]) if wanted.entry_id else []
    return Read(
        history.read(review, wanted, steps),
        {each.step_id: each.id for each in submissions.listing(review) if each.step_id},
        facts.get(review).chair,
        found[0] if found else None,
        agencies.get(review, found[0].agency_id).name if found else "",
        known(review) if wanted.person_id else Known(),
    )


@dataclass(frozen=True, slots=True)
class Things:
    """What one line did that was not about one entry alone."""

    found: Touched
    agencies: Mapping[int, str]
    people: TouchedPeople


def read_things(review: Review, line: Line) -> Things:
    """Read what the steps of a line did to events, questions and the like, to which entries, and to people."""
    steps = [step.id for step in line.steps]
    named = {each.id: each.name for each in agencies.listing(review)}
    return Things(touched(review, steps), named, touched_people(review, steps))


def read_detail(review: Review, line: Line, entry_id: int) -> Detail:
    """Read what the steps of a line did to an entry."""
    every = versions.of_entry(review, entry_id)
    found = [each for each in every if line.oldest.id <= each.step_id <= line.newest.id]
    last = next((standing.entry for each in every for standing in (each.after, each.before) if standing), None)
    return Detail(
        found[0] if found else None,
        found[-1] if found else None,
        names_in(review, found),
        bool(found) and restoring.stands_so(review, found[0]),
        last if last and last.distressing else None,
    )
