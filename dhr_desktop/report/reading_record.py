"""Readings of the draft as a document: each session, and what the reader said of each passage with the answer."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.documents import Block, Column, Document, Heading, Note, Paragraph, Section, Table, plain
from dhr_desktop.domain.editions import Edition, Naming
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.readings import Reading, ReadingComment, in_order
from dhr_desktop.report import file_names, leak_check
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf
from dhr_desktop.store import covered, facts, involvement, people
from dhr_desktop.store.review import Review

TITLE = "Readings of the draft"
_RENDERERS = {"docx": to_docx, "pdf": to_pdf}
_NARROW = ("Where", "What was said", "Answer", "The text")


def draft(
    review: Review, edition: Edition, form: str, wanted: Collection[int] = (), progress: Progress = UNWATCHED
) -> CheckedFile:
    """Make the record of these sessions, of all where none is named, in an edition and a format.

    Raises `leak_check.LeakFound` or `leak_check.NothingCovered` where the edition covers names.
    """
    named = covered.listing(review)
    days = covered.cover(review, edition.naming, named).days
    document = days.taken_out(build(review, edition, wanted))
    data = _RENDERERS[form](document, progress)
    name = file_names.file_name(facts.get(review).reference, TITLE, edition, form)
    return replace(leak_check.check(name, form, data, edition, named, days=days), document=TITLE)


def build(review: Review, edition: Edition, wanted: Collection[int] = ()) -> Document:
    """The record as a document: sessions in the order of their days."""
    known = facts.get(review)
    cover = covered.cover(review, edition.naming)
    shown = cover.cover
    readers = _readers(review, cover)
    chosen = [each for each in involvement.READINGS.listing(review) if not wanted or each.id in wanted]
    blocks: list[Block] = []
    for reading in sorted(chosen, key=lambda each: (each.on is None, str(each.on or ""), each.id)):
        blocks += _session(review, reading, readers.get(reading.stakeholder_id, ""), shown)
    if not blocks:
        blocks.append(Note(plain("No reading of the draft has been entered yet.")))
    lines = (
        f"Reference: {known.reference}" if known.reference else "",
        f"Chair: {known.chair}" if known.chair else "",
        f"Printed on {in_british_words(of_day(today()))}",
    )
    return Document(
        title=TITLE,
        subtitle=shown(known.name) if edition.naming is Naming.REAL else known.label.value,
        lines=tuple(line for line in lines if line),
        edition=edition,
        sections=(Section(tuple(blocks), landscape=True),),
    )


def _readers(review: Review, cover: NameCover) -> dict[int, str]:
    by_id = {person.id: person for person in people.listing(review)}
    return {who.id: cover.person(by_id[who.person_id]) for who in involvement.STAKEHOLDERS.listing(review)}


def _session(review: Review, reading: Reading, reader: str, shown: Callable[[str], str]) -> Iterator[Block]:
    when = in_british_words(of_day(reading.on)) if reading.on else "Day not noted"
    yield Heading(1, f"{when}: {reader}" if reader else when)
    told = [words for words in (_what(reading, shown), _how(reading, shown)) if words]
    for words in told:
        yield Paragraph(plain(words))
    if reading.note:
        yield Paragraph(plain(shown(reading.note)))
    comments = in_order(involvement.COMMENTS.listing(review, reading_id=reading.id))
    if not comments:
        yield Note(plain("No comment was made."))
        return
    columns = tuple(Column(name, share) for name, share in zip(_NARROW, (18, 34, 34, 14), strict=True))
    yield Table(columns, [_row(each, shown) for each in comments], caption=_counted(comments))


def _what(reading: Reading, shown: Callable[[str], str]) -> str:
    document = shown(reading.document) or "the draft"
    document = f"{document[:1].upper()}{document[1:]}"
    version = f", version {shown(reading.version)}" if reading.version else ""
    how_long = f" They had {_minutes(reading.minutes)}." if reading.minutes else ""
    place = f" Where: {shown(reading.place)}." if reading.place else ""
    private = " In private." if reading.private else " Not in private."
    return f"{document}{version}.{place}{private}{how_long}"


def _how(reading: Reading, shown: Callable[[str], str]) -> str:
    said = (
        ("Copies", reading.copies),
        ("Supported by", reading.supported_by),
        ("Also present", reading.present),
    )
    return " ".join(f"{name}: {shown(words).rstrip('.')}." for name, words in said if words)


def _minutes(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append("1 hour" if hours == 1 else f"{hours} hours")
    if rest or not hours:
        parts.append("1 minute" if rest == 1 else f"{rest} minutes")
    return " and ".join(parts)


def _row(comment: ReadingComment, shown: Callable[[str], str]) -> tuple[str, ...]:
    where = ", ".join(part for part in (shown(comment.section), shown(comment.paragraph)) if part)
    answered = f"\n({in_british_words(of_day(comment.answered_on))})" if comment.answered_on else ""
    return where, shown(comment.said), f"{shown(comment.answer)}{answered}".strip(), comment.became


def _counted(comments: list[ReadingComment]) -> str:
    number = "1 comment" if len(comments) == 1 else f"{len(comments)} comments"
    not_answered = sum(each.waits for each in comments)
    return number if not not_answered else f"{number}, of which {not_answered} not answered yet"
