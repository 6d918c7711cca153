"""The integrated chronology: every agency's entries in one order, a table for each year."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from dhr_desktop.base.clock import to_local, today
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.documents import Block, Column, Document, Heading, Note, Paragraph, Section, Table, plain
from dhr_desktop.domain.editions import Edition, Naming
from dhr_desktop.domain.entries import Entry
from dhr_desktop.report.material import Material, gather, period_in_words, when_in_words
from dhr_desktop.store.review import Review

TITLE = "Integrated chronology"
COLUMNS = (
    Column("No.", 4),
    Column("Date", 12),
    Column("Time", 5),
    Column("Agency", 13),
    Column("What happened", 37),
    Column("Response", 19),
    Column("Source", 10),
)
_UNDATED = "Date not known"
_NOTHING_YET = "There are no entries yet. Import what agencies have sent, and make this draft again."
_NOTHING_CHOSEN = "Every entry has been left out of the full chronology. Put some in, and make this draft again."


def build(review: Review, edition: Edition, progress: Progress = UNWATCHED) -> Document:
    """The integrated chronology of the review in one edition."""
    material = gather(review, edition)
    dated: list[Block] = []
    number, agencies = 0, set[int]()
    for year, of_year in groupby(material.entries(progress), key=_year):
        entries = list(of_year)
        agencies.update(entry.agency_id for entry in entries)
        dated += [Heading(2, year), Table(COLUMNS, [_row(material, *each) for each in enumerate(entries, number + 1)])]
        number += len(entries)
    front = [Heading(1, "About this chronology"), *_about(material, number, len(agencies)), *dated]
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


def _year(entry: Entry) -> str:
    day = entry.when.earliest or entry.when.latest
    return str(day.year) if day else _UNDATED


def _row(material: Material, number: int, entry: Entry) -> tuple[str, ...]:

    def cover(name: str) -> str:
        return material.cover.cover_field(entry.id, name, getattr(entry, name))

    source = "; ".join(words for words in (cover("source"), cover("reference")) if words)
    return (
        str(number),
        when_in_words(entry, material.cover),
        entry.time,
        material.agency_name(entry.agency_id),
        cover("text"),
        cover("action"),
        source,
    )


def _about(material: Material, number: int, agencies: int) -> Iterator[Block]:
    if not number:
        yield Note(plain(_NOTHING_CHOSEN if material.number else _NOTHING_YET))
        return
    yield Paragraph(
        plain(
            f"This chronology holds {_counted(number, 'entry', 'entries')} from"
            f" {_counted(agencies, 'agency', 'agencies')}, in the order in which they happened. Each keeps the agency's"
            " own words. On one day, certain dates come before uncertain ones and known times before unknown ones."
            " Words in quotation marks after a date are the agency's own."
            + _left_out_in_words(material.number - number)
            + _naming_in_words(material)
        )
    )
    if material.submissions:
        yield Table(_SUBMISSION_COLUMNS, list(_submission_rows(material)), "The submissions it is built from")


def _counted(number: int, one: str, several: str) -> str:
    return f"one {one}" if number == 1 else f"{number:,} {several}"


def _left_out_in_words(number: int) -> str:
    """A reader who counts must find the same number."""
    return f" The chair has left {_counted(number, 'further entry', 'further entries')} out of it." if number else ""


def _naming_in_words(material: Material) -> str:
    if material.edition.naming is Naming.REAL:
        return " It holds real names and must be kept accordingly."
    return " Names are covered by the pseudonyms of the review's register of people."


_SUBMISSION_COLUMNS = (
    Column("Agency", 40),
    Column("Received", 22),
    Column("Rows sent", 12),
    Column("Entries", 12),
    Column("Headings and blanks", 16),
    Column("In error", 12),
)


def _submission_rows(material: Material) -> Iterable[tuple[str, ...]]:
    for submission in material.submissions:
        yield (
            material.agency_name(submission.agency_id),
            _day_of(submission.received_at),
            f"{submission.rows:,}",
            f"{submission.imported:,}",
            f"{submission.skipped:,}",
            f"{submission.errors:,}",
        )


def _day_of(moment: str) -> str:
    return in_british_words(of_day(to_local(moment).date()))
