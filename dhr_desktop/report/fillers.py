"""What the program can fill into the sections of a report and of its summary from what the store knows."""

from collections.abc import Callable, Iterable, Iterator

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.documents import Block, Bullets, Column, Note, Table, Text, plain
from dhr_desktop.domain.meaning import Inclusion
from dhr_desktop.domain.new_names import is_description
from dhr_desktop.domain.people import Role
from dhr_desktop.domain.phrases import capital
from dhr_desktop.report import figure, genogram, involvement, naming_paragraph
from dhr_desktop.report.material import Material, in_words, period_in_words
from dhr_desktop.report.narrative import by_year
from dhr_desktop.store import kinship, spans

Filler = Callable[[Material, Progress], Iterator[Block | str | Text]]
"""Gives blocks as they are, and paragraphs to be numbered as bare words or as a text."""
_NONE_IN_REPORT = "To be written: which entries belong here. None has been put into the report yet, so all are shown."
_NONE_IN_SUMMARY = (
    "To be written: which entries belong here. None has been put into the summary yet; mark them on the timeline, under"
    " “Include in”."
)


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
    yield from _pseudonyms(material)
    yield from naming_paragraph.paragraph(material)


def _pseudonyms(material: Material) -> Iterator[Block | str | Text]:
    named = [each for each in material.people if each.pseudonym and not is_description(each.pseudonym)]
    family = [person for person in named if person.role is not Role.PROFESSIONAL]
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


def _family(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    yield from involvement.section(material)


def _contributors(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    sent = {submission.agency_id for submission in material.submissions} | material.in_submissions
    rows = sorted(
        (
            (
                material.agency_name(agency.id),
                agency.contribution or ("Chronology" if agency.id in sent else "To be confirmed"),
            )
            for agency in material.agencies.values()
            if agency.id in material.recording
        ),
        key=lambda row: row[0].casefold(),
    )
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
        yield f"{capital(_named(material, Role.VICTIM))} died{_died(material)}."
    family = kinship.family(material.review)
    shown = genogram.figure(family, material.cover, material.edition, material.facts.died_on)
    if shown:
        yield "The figure below shows the family."
        yield shown


def _process(material: Material, _progress: Progress) -> Iterator[Block | str | Text]:
    victim, period = _named(material, Role.VICTIM), period_in_words(material.facts)
    by = f" by {material.cover.cover(material.facts.partnership)}" if material.facts.partnership else ""
    yield (
        f"This summary outlines the process undertaken{by} in the {material.facts.label.value} of the death of"
        f" {victim}{_died(material)}."
    )
    if period:
        yield f"The review considers the contact that agencies had in the period {period}."
    yield from _pseudonyms(material)


def _chronology(material: Material, progress: Progress) -> Iterator[Block | str | Text]:
    """A picture of the chronology, then what was put into the report, year by year, for the chair to shape.

    Until something has been put there, the whole chronology is there to begin with.
    """
    chosen = material.number_in(Inclusion.REPORT)
    into = Inclusion.REPORT if chosen else Inclusion.CHRONOLOGY
    if not chosen and material.number:
        yield Note(plain(_NONE_IN_REPORT))
    picture = figure.read(material.review, into=Inclusion.CHRONOLOGY)
    shown = figure.figure(picture, material.cover)
    if shown:
        shaded = " The longest stretches without a record are shaded." if picture.silences else ""
        yield f"The figure below shows when each agency recorded contact.{shaded}"
        yield shown
    yield from by_year(material, material.happenings(progress, into))


def _summary_chronology(material: Material, progress: Progress) -> Iterator[Block | str | Text]:
    """What was put into the summary, and nothing else: a summary that tells everything is none."""
    if not material.number_in(Inclusion.SUMMARY):
        yield Note(plain(_NONE_IN_SUMMARY))
    yield from by_year(material, material.happenings(progress, Inclusion.SUMMARY))


def _overview(material: Material, progress: Progress) -> Iterator[Block | str | Text]:
    """For each agency: how many of its records the chronology has, and from when to when.

    What the family or an interview told is no agency's contact.
    """
    progress.step(0, 1, "Counting contacts")
    recorded = {entry_id: (agency, date) for entry_id, agency, date in spans.recorded(material.review)}
    dates: dict[int, list[str]] = {}
    for entry_id in material.ids_in(Inclusion.CHRONOLOGY):
        if entry_id in recorded:
            agency, date = recorded[entry_id]
            dates.setdefault(agency, []).append(date)
    rows = [
        (material.agency_name(agency), f"{len(own):,}", _first_known(own), _first_known(reversed(own)))
        for agency, own in sorted(dates.items(), key=lambda item: material.agency_name(item[0]).casefold())
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


def _first_known(dates: Iterable[str]) -> str:
    return next((in_words(date) for date in dates if not parse(date).is_unknown), "")


FILLERS: dict[str, Filler] = {
    "introduction": _introduction,
    "timescales": _timescales,
    "confidentiality": _confidentiality,
    "terms": _terms,
    "methodology": _methodology,
    "family": _family,
    "contributors": _contributors,
    "author": _author,
    "dissemination": _dissemination,
    "background": _background,
    "chronology": _chronology,
    "overview": _overview,
    "process": _process,
    "summary_chronology": _summary_chronology,
}
"""By the name that an outline calls each by."""
