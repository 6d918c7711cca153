"""The integrated chronology: every agency's entries in one order, a table for each year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.documents import Band, Block, Column, Document, Heading, Note, Paragraph, Section, Table, plain
from dhr_desktop.domain.editions import Edition, Naming
from dhr_desktop.domain.entries import Entry
from dhr_desktop.report import sources
from dhr_desktop.report.material import (
    Happening,
    Material,
    event_when_in_words,
    gather,
    period_in_words,
    when_in_words,
)
from dhr_desktop.store.review import Review

TITLE = "Integrated chronology"
COLUMNS = (
    Column("No.", 4),
    Column("Date", 12),
    Column("Time", 5),
    Column("Agency", 13),
    Column("What happened", 37),
    Column("Response", 17),
    Column("Source", 12),
)
_NOTHING_YET = "There are no entries yet. Import what agencies have sent, and make this draft again."
_NOTHING_CHOSEN = "Every entry has been left out of the full chronology. Put some in, and make this draft again."


def build(review: Review, edition: Edition, progress: Progress = UNWATCHED) -> Document:
    """The integrated chronology of the review in one edition."""
    material = gather(review, edition)
    dated: list[Block] = []
    held = _Held()
    for year, of_year in groupby(material.happenings(progress), key=lambda each: each.year):
        dated += [Heading(2, year), _year_table(material, list(of_year), held)]
    front = [Heading(1, "About this chronology"), *_about(material, held), *dated]
    return Document(
        title=TITLE,
        subtitle=material.facts.label.value,
        lines=title_lines(material),
        edition=edition,
        sections=(Section(tuple(front), landscape=True),),
    )


def title_lines(material: Material) -> tuple[str, ...]:
    """What stands under the title: partnership, reference, period, edition and the day it was made."""
    found = material.facts
    period = period_in_words(found)
    lines = (
        material.cover.cover(found.partnership),
        f"Reference {found.reference}" if found.reference else "",
        f"Period under review: {period}" if period else "",
        f"{material.edition.name} · {material.edition.naming.value}",
        f"Made on {in_british_words(of_day(today()))}",
    )
    return tuple(line for line in lines if line)


@dataclass(slots=True)
class _Held:
    """What a chronology holds, counted as it is built."""

    entries: int = 0
    told: int = 0
    """How many of the entries are no records, such as what the family told."""
    events: int = 0
    agencies: set[int] = field(default_factory=set)

    def take(self, entry: Entry) -> None:
        """Count an entry."""
        self.entries += 1
        if entry.origin.is_record:
            self.agencies.add(entry.agency_id)
        else:
            self.told += 1


def _year_table(material: Material, happenings: Sequence[Happening], held: _Held) -> Table:
    entries = [entry for happening in happenings for entry in happening.entries]
    places = sources.places(material, entries)
    rows: list[tuple[str, ...]] = []
    bands: dict[int, Band] = {}
    for happening in happenings:
        if happening.event:
            held.events += 1
            bands[len(rows)] = Band(_event_line(material, happening), len(happening.entries))
        for entry in happening.entries:
            held.take(entry)
            rows.append(_row(material, held.entries, entry, places.get(entry.id, "")))
    return Table(COLUMNS, rows, bands=bands)


def _event_line(material: Material, happening: Happening) -> str:
    """'Event, 4 May 2016, 21:30: Call to the home (2 accounts)'."""
    headline = material.cover.cover(happening.event.headline.strip()) if happening.event else ""
    when = event_when_in_words(happening, material.cover)
    number = len(happening.entries)
    head = ", ".join(part for part in ("Event", when) if part)
    accounts = "one account" if number == 1 else f"{number} accounts"
    return f"{head}{f': {headline}' if headline else ''} ({accounts})"


def _row(material: Material, number: int, entry: Entry, place: str) -> tuple[str, ...]:

    def cover(name: str) -> str:
        return material.cover.cover_field(entry.id, name, getattr(entry, name))

    origin = sources.origin_words(entry.origin)
    source = "; ".join(words for words in (origin, cover("source"), cover("reference"), place) if words)
    return (
        str(number),
        when_in_words(entry, material.cover),
        entry.time,
        material.agency_name(entry.agency_id),
        cover("text"),
        cover("action"),
        source,
    )


def _about(material: Material, held: _Held) -> Iterator[Block]:
    if not held.entries:
        yield Note(plain(_NOTHING_CHOSEN if material.number else _NOTHING_YET))
        return
    yield Paragraph(
        plain(
            f"This chronology holds {_counted(held.entries, 'entry', 'entries')} from"
            f" {_counted(len(held.agencies), 'agency', 'agencies')}{_others_in_words(held)}, in the order in which they"
            " happened. Each keeps the agency's own words. On one day, certain dates come before uncertain ones and"
            " known times before unknown ones. Words in quotation marks after a date are the agency's own."
            + _events_in_words(held.events)
            + _left_out_in_words(material.number - held.entries)
            + _naming_in_words(material)
        )
    )
    if material.submissions:
        yield Table(*sources.submission_table(material))


def _others_in_words(held: _Held) -> str:
    """A mother's recollection is not an agency's record, so a reader is told how many are of that kind."""
    if not held.told:
        return ""
    return f" and others ({held.told:,} told by family or in interviews, or written by the chair)"


def _events_in_words(number: int) -> str:
    if not number:
        return ""
    return (
        " Where several agencies tell of one event, their accounts stand together on a tinted ground under the chair's"
        f" headline; there {'is one such event' if number == 1 else f'are {number:,} such events'}."
    )


def _counted(number: int, one: str, several: str) -> str:
    return f"one {one}" if number == 1 else f"{number:,} {several}"


def _left_out_in_words(number: int) -> str:
    """A reader who counts must find the same number."""
    return f" The chair has left {_counted(number, 'further entry', 'further entries')} out of it." if number else ""


def _naming_in_words(material: Material) -> str:
    if material.edition.naming is Naming.REAL:
        return " It holds real names and must be kept accordingly."
    return " Names are covered by the pseudonyms of the review's register of people."
