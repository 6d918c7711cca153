"""The record of every decision on a name, for the chair's own file: real names stand in it, in Word."""

from collections.abc import Iterator
from dataclasses import replace

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.documents import Block, Column, Document, Heading, Paragraph, Section, Table, plain
from dhr_desktop.domain.editions import CONFIDENTIAL
from dhr_desktop.domain.naming import NamingStep, Subject
from dhr_desktop.domain.naming_log import how_it_stands, in_order
from dhr_desktop.domain.phrases import by_means, sentence
from dhr_desktop.report import file_names, leak_check
from dhr_desktop.report.chronology import title_lines
from dhr_desktop.report.material import Material, gather
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.store import covered, facts, naming
from dhr_desktop.store.review import Review

TITLE = "Record of names for the report"
_COLUMNS = (
    Column("Date", 14),
    Column("Step", 14),
    Column("By whom", 20),
    Column("Names", 18),
    Column("Particulars", 34),
)
_NOTHING = "No step towards a name has been recorded yet."


def build(review: Review, progress: Progress = UNWATCHED) -> Document:
    """Everybody, every agency and every place towards whose name a step was taken, with all steps in order."""
    del progress
    material = gather(review, CONFIDENTIAL)
    blocks: list[Block] = []
    for name, stands_as, steps in _all(material):
        blocks.append(Heading(2, f"{name}: {stands_as}" if stands_as else name))
        stands = how_it_stands(steps, stands_as)
        blocks += [Paragraph(plain(f"How it stands: {stands.standing.value}.")), _table(material, steps)]
    return Document(
        title=TITLE,
        subtitle=material.facts.label.value,
        lines=title_lines(material),
        edition=CONFIDENTIAL,
        sections=(Section(tuple(blocks) or (Paragraph(plain(_NOTHING)),), landscape=True),),
    )


def record_file(review: Review, progress: Progress = UNWATCHED) -> CheckedFile:
    """The record as a Word file in the confidential edition."""
    data = to_docx(build(review, progress), progress)
    name = file_names.file_name(facts.get(review).reference, TITLE, CONFIDENTIAL, "docx")
    checked = leak_check.check(name, "docx", data, CONFIDENTIAL, covered.listing(review))
    return replace(checked, document="record of names")


def _all(material: Material) -> Iterator[tuple[str, str, list[NamingStep]]]:
    steps: dict[tuple[Subject, int], list[NamingStep]] = {}
    for step in naming.STEPS.listing(material.review):
        steps.setdefault((step.subject, step.subject_id), []).append(step)
    known = [
        *((Subject.PERSON, each.id, each.real_name, each.pseudonym) for each in material.people),
        *((Subject.AGENCY, each.id, each.name, each.pseudonym) for each in material.agencies.values()),
        *(
            (Subject.PLACE, each.id, each.real_name, each.pseudonym or each.stands_as)
            for each in naming.PLACES.listing(material.review)
        ),
    ]
    for subject, number, name, stands_as in known:
        if (subject, number) in steps:
            yield name, stands_as, steps[subject, number]


def _table(material: Material, steps: list[NamingStep]) -> Table:
    names = {person.id: person.real_name for person in material.people}
    return Table(_COLUMNS, [_row(step, names) for step in in_order(steps)])


def _row(step: NamingStep, names: dict[int, str]) -> tuple[str, ...]:
    to = f"To {names[step.to_id]}." if step.to_id in names else ""
    means = sentence(by_means(step.means))
    kept = f"Kept in spite of: {' '.join(step.warned)} Because: {sentence(step.why_kept)}" if step.why_kept else ""
    particulars = " ".join(part for part in (to, means, sentence(step.reason), kept) if part)
    on = in_british_words(of_day(step.on)) if step.on else "not dated"
    by = names.get(step.by_id, step.by) if step.by_id else step.by
    return on, step.act.value, by, ", ".join(step.names), particulars
