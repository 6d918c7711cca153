"""A letter to somebody whom the review involves, as a Word or PDF file in which nothing but the letter stands.

It goes to one reader, so it holds real names. The file's own name and properties hold none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.documents import Block, Document, Paragraph, Section, plain
from dhr_desktop.domain.editions import Edition, Naming
from dhr_desktop.domain.letters import paragraphs
from dhr_desktop.report import file_names, leak_check
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf
from dhr_desktop.store import facts, people
from dhr_desktop.store.review import Review

EDITION = Edition("letter", "Letter", Naming.REAL, "In confidence")
_GREETING = 60
_ROOM_TO_SIGN = "\n\n"
_RENDERERS = {"docx": to_docx, "pdf": to_pdf}


@dataclass(frozen=True, slots=True)
class PersonLetter:
    """A letter as it is to be printed. `occasion` names the file, `dated` is the day in words."""

    occasion: str
    body: str
    reader: str
    address: str = ""
    dated: str = ""
    reference: str = ""


def draft(review: Review, letter: PersonLetter, form: str, progress: Progress = UNWATCHED) -> CheckedFile:
    """Make the file. It holds real names, for it goes to somebody who knows them."""
    document = build(letter)
    data = _RENDERERS[form](document, progress)
    name = file_names.file_name(facts.get(review).reference, letter.occasion, EDITION, form)
    return replace(leak_check.check(name, form, data, EDITION, people.listing(review)), document="letter to a person")


def build(letter: PersonLetter) -> Document:
    """The letter as a document: address, day and reference, then the paragraphs as they were written."""
    head = [letter.reader, *(line.strip() for line in letter.address.replace(",", "\n").split("\n"))]
    blocks: list[Block] = [_lines(head)] if letter.address else []
    below = [letter.dated, f"Our reference: {letter.reference}" if letter.reference else ""]
    blocks.append(_lines(below))
    blocks += [Paragraph(plain(each)) for each in _with_room_to_sign(paragraphs(letter.body))]
    return Document(
        title=letter.occasion,
        subtitle="",
        lines=(),
        edition=EDITION,
        sections=(Section(tuple(blocks)),),
        letter=True,
    )


def _with_room_to_sign(said: Sequence[str]) -> list[str]:
    """The paragraphs with room below the greeting at the end, which is the last that ends with a comma."""
    ends = [at for at, words in enumerate(said) if at and words.endswith(",") and len(words) <= _GREETING]
    return [f"{words}{_ROOM_TO_SIGN}" if ends and at == ends[-1] else words for at, words in enumerate(said)]


def _lines(lines: Sequence[str]) -> Paragraph:
    return Paragraph(plain("\n".join([*(line for line in lines if line), ""])))
