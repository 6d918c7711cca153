"""A first overview report: the sections of the model layout, filled with what the store knows."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.documents import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Note,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    plain,
)
from dhr_desktop.domain.editions import Edition
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.meaning import Inclusion
from dhr_desktop.domain.people import Role
from dhr_desktop.report import figure
from dhr_desktop.report.chronology import title_lines
from dhr_desktop.report.material import Material, gather, in_words, period_in_words, when_in_words
from dhr_desktop.report.outline import OutlineSection, sections
from dhr_desktop.store import passages
from dhr_desktop.store.review import Review

TITLE = "Overview report"
KEY = "overview"

_Filler = Callable[[Material, Progress], Iterator[Block | str | Text]]


def build(review: Review, edition: Edition, progress: Progress = UNWATCHED) -> Document:
    """The overview report of the review in one edition. Paragraphs are numbered by section: 4.2."""
    material = gather(review, edition)
    written = passages.listing(review, KEY)
    blocks: list[Block] = []
    for number, section in enumerate(sections(), 1):
        blocks += _section(material, section, number, written.get(section.key, ""), progress)
    return Document(
        title=TITLE,
        subtitle=material.facts.label.value,
        lines=title_lines(material),
        edition=edition,
        sections=(Section(tuple(blocks)),),
        contents=True,
    )


def _section(material: Material, section: OutlineSection, number: int, written: str, progress: Progress) -> list[Block]:
    """A section's heading, the chair's own text, what the store knows, and a note of what has still to be written."""
    found: list[Block | str | Text] = [material.cover.cover(text) for text in written.split("\n\n") if text.strip()]
    if section.fill:
        found += _FILLERS[section.fill](material, progress)
    blocks: list[Block] = [Heading(1, section.heading, str(number))]
    paragraph = 0
    for part in found:
        if isinstance(part, (str, tuple)):
            paragraph += 1
            text = plain(" ".join(part.split("\n"))) if isinstance(part, str) else part
            blocks.append(Paragraph(text, f"{number}.{paragraph}"))
        else:
            blocks.append(part)
    if not written.strip():
        blocks.append(Note(plain(f"To be written: {section.to_write}.")))
    return blocks


def _introduction(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    victim = _named(material, Role.VICTIM)
    period = period_in_words(material.facts)
    yield (
        f"This report of a {material.facts.label.value} examines how agencies responded to and supported {victim}"
        f"{', resident in the area,' if victim else ''} before {victim}'s death{_died(material)}."
    )
    if period:
        yield f"The review considers the contact that agencies had in the period {period}."


def _named(material: Material, role: Role) -> str:
    found = [person for person in material.people if person.role is role]
    return material.cover.cover(found[0].real_name) if found else role.value


def _died(material: Material) -> str:
    return f" on {in_words(material.facts.died_on)}" if material.facts.died_on else ""


def _timescales(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    received = sorted(submission.received_at for submission in material.submissions)
    if received:
        counted = "One submission has" if len(received) == 1 else f"{len(received)} submissions from agencies have"
        yield f"{counted} been brought into the review."
    yield "Statutory guidance expects a review to be completed within six months unless another time is agreed."


def _confidentiality(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    yield (
        "The findings of this review are confidential. Until it is approved for publication, information is available"
        " only to participating officers and professionals and their line managers."
    )
    family = [person for person in material.people if person.role is not Role.PROFESSIONAL and person.pseudonym]
    if family:
        yield "The following pseudonyms are used in this report to protect the identity of those concerned."
        rows = [(person.pseudonym, material.cover.cover(person.relationship or person.role.value)) for person in family]
        yield Table((Column("Pseudonym", 30), Column("Relationship", 70)), rows)


def _terms(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    yield (
        "The purpose of the review is to establish what lessons are to be learned, within and between agencies; to act"
        " on them; to prevent domestic abuse and improve the response to it; and to highlight good practice. It does"
        " not inquire into how the person died or who is culpable."
    )
    if material.facts.terms:
        yield "The key lines of enquiry are:"
        yield Bullets(tuple(plain(material.cover.cover(term)) for term in material.facts.terms))


def _methodology(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    if material.submissions:
        total = sum(submission.imported for submission in material.submissions)
        number = len(material.submissions)
        yield (
            "Agencies were asked for chronologies of their contact."
            f" {'Their submission' if number == 1 else f'Their {number} submissions'} gave"
            f" {total:,} entries, which were merged into one integrated chronology that keeps each agency's own words."
        )


def _contributors(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    sent = {submission.agency_id for submission in material.submissions} | material.in_submissions
    rows = [
        (agency.name, agency.contribution or ("Chronology" if agency.id in sent else "To be confirmed"))
        for agency in sorted(material.agencies.values(), key=lambda one: one.name.casefold())
    ]
    if rows:
        yield "The following agencies contributed to the review."
        yield Table((Column("Agency", 55), Column("Contribution", 45)), rows)


def _author(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    if material.facts.chair:
        yield f"The review was chaired, and this report written, by {material.facts.chair}."


def _dissemination(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    yield (
        "Copies go to the family, to the agencies that contributed, to the Home Office and, as section 9(3B) of the"
        " Domestic Violence, Crime and Victims Act 2004 requires, to the Domestic Abuse Commissioner."
    )
    if material.facts.partnership:
        yield f"{material.cover.cover(material.facts.partnership)} publishes the report once it has been approved."


def _background(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    if material.facts.died_on:
        yield f"{_capital(_named(material, Role.VICTIM))} died{_died(material)}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _chronology(material: Material, progress: Progress) -> Iterator[Block | str | Text]:
    """A picture of all entries, then those put into the report, year by year, for the chair to shape.

    Until some have been put there, the whole chronology is there to begin with.
    """
    chosen = material.number_in(Inclusion.REPORT)
    into = Inclusion.REPORT if chosen else Inclusion.CHRONOLOGY
    if not chosen and material.number:
        yield Note(
            plain("To be written: which entries belong here. None has been put into the report yet, so all are shown.")
        )
    shown = figure.figure(figure.read(material.review), material.cover)
    if shown:
        yield "The figure below shows when each agency recorded contact."
        yield shown
    for year, entries in groupby(material.entries(progress, into), key=_year):
        yield Heading(2, year)
        for entry in entries:
            yield _told(material, entry)


def _year(entry: Entry) -> str:
    day = entry.when.earliest or entry.when.latest
    return str(day.year) if day else "Date not known"


def _told(material: Material, entry: Entry) -> Text:
    """An entry as a paragraph: its date stands out, so that the eye can run down the days."""
    when = _capital(when_in_words(entry, material.cover)) + (f", {entry.time}" if entry.time else "")
    words = _sentence(material.cover.cover_field(entry.id, "text", entry.text))
    answer = (
        f" {_sentence(material.cover.cover_field(entry.id, 'action', entry.action))}"
        if entry.action.strip(" -")
        else ""
    )
    told = " ".join(f" ({material.agency_name(entry.agency_id)}): {words}{answer}".split("\n"))
    return Run(when, bold=True), Run(told)


def _sentence(words: str) -> str:
    text = words.strip()
    return text if text.endswith((".", "!", "?", "”", '"')) else f"{text}."


def _overview(material: Material, progress: Progress) -> Iterator[Block | str | Text]:
    """For each agency: how many entries, and from when to when."""
    counts: Counter[int] = Counter()
    first: dict[int, Entry] = {}
    last: dict[int, Entry] = {}
    for entry in material.entries(progress):
        counts[entry.agency_id] += 1
        if not entry.when.is_unknown:
            first.setdefault(entry.agency_id, entry)
            last[entry.agency_id] = entry
    rows = [
        (material.agency_name(agency), f"{count:,}", _date_of(first.get(agency)), _date_of(last.get(agency)))
        for agency, count in sorted(counts.items(), key=lambda item: material.agency_name(item[0]).casefold())
    ]
    if rows:
        yield "The contact that each agency recorded is summarised below."
        yield Table(_CONTACT_COLUMNS, rows)


_CONTACT_COLUMNS = (
    Column("Agency", 40),
    Column("Entries", 12),
    Column("First contact", 24),
    Column("Last contact", 24),
)


def _date_of(entry: Entry | None) -> str:
    return in_words(entry.date_edtf) if entry else ""


_FILLERS: dict[str, _Filler] = {
    "introduction": _introduction,
    "timescales": _timescales,
    "confidentiality": _confidentiality,
    "terms": _terms,
    "methodology": _methodology,
    "contributors": _contributors,
    "author": _author,
    "dissemination": _dissemination,
    "background": _background,
    "chronology": _chronology,
    "overview": _overview,
}
