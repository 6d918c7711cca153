"""Builds a document by its outline: each section has the chair's own text and what the store knows."""

from collections.abc import Mapping

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.documents import Block, Document, Heading, Note, Paragraph, Section, Text, plain
from dhr_desktop.domain.editions import Edition
from dhr_desktop.report.chronology import title_lines
from dhr_desktop.report.fillers import FILLERS
from dhr_desktop.report.material import Material, gather
from dhr_desktop.report.outline import OutlineSection, sections
from dhr_desktop.report.written import written_for
from dhr_desktop.store.review import Review


def outlined(review: Review, key: str, title: str, edition: Edition, progress: Progress) -> Document:
    """The document of this key in one edition. Paragraphs are numbered by section: 4.2."""
    material = gather(review, edition)
    written = written_for(review, key)
    blocks: list[Block] = []
    for number, section in enumerate(sections(key), 1):
        blocks += _section(material, section, number, written, progress)
    return Document(
        title=title,
        subtitle=material.facts.label.value,
        lines=title_lines(material),
        edition=edition,
        sections=(Section(tuple(blocks)),),
        contents=True,
    )


def _section(
    material: Material, section: OutlineSection, number: int, written: Mapping[str, str], progress: Progress
) -> list[Block]:
    """A section's heading, the chair's own text, what the store knows, and a note of what has still to be written."""
    own = written.get(section.key, "")
    found: list[Block | str | Text] = [material.cover.cover(text) for text in own.split("\n\n") if text.strip()]
    if section.fill:
        found += FILLERS[section.fill](material, progress)
    blocks: list[Block] = [Heading(1, section.heading, str(number))]
    paragraph = 0
    for part in found:
        if isinstance(part, (str, tuple)):
            paragraph += 1
            text = plain(" ".join(part.split("\n"))) if isinstance(part, str) else part
            blocks.append(Paragraph(text, f"{number}.{paragraph}"))
        else:
            blocks.append(part)
    if not own.strip():
        blocks.append(Note(plain(f"To be written: {section.to_write}.")))
    return blocks
