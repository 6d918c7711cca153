"""Open questions to one agency as a letter: each with what it is about, so that the agency finds its own record.

The letter holds the chair's words and where the agency's own records stand. What another agency wrote is never in it,
nor what it is called in the review's event: the chair alone decides what of that a question says.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from dhr_desktop.base import resources
from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.dates import in_british_words, of_day, parse
from dhr_desktop.domain.documents import Block, Column, Document, Heading, Paragraph, Run, Section, Table, plain
from dhr_desktop.domain.editions import Edition, Naming
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.meaning import Origin
from dhr_desktop.domain.names import NameCover, Named
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.phrases import listed
from dhr_desktop.domain.reviews import Agency, ReviewFacts, Submission
from dhr_desktop.report import file_names, leak_check, others_words
from dhr_desktop.report.leak_check import Finding
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.store import agencies, covered, entries, events, facts, people, questions, removed, submissions
from dhr_desktop.store.review import Review

EDITION = Edition("letter", "Letter", Naming.REAL, "OFFICIAL-SENSITIVE")
"""It goes to those who hold the records, and says what the chair has written: real names where those stand in it."""
COVERED = Edition("covered letter", "Letter", Naming.PSEUDONYMS, "OFFICIAL-SENSITIVE")
"""The same with pseudonyms, for one who knows whom they stand for or need not know."""
_ROOM = "\N{NO-BREAK SPACE}"
"""What stands in an empty line that has to be kept."""
_THE = re.compile(r"^the\s+", re.IGNORECASE)
"""A post has its article in an address, 'The Chief Executive', and none where it is greeted."""
_OWN = (Origin.AGENCY, Origin.ANSWER)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Someone whose records are to be found: the real name, other forms of it, and the date of birth where known."""

    name: str
    others: tuple[str, ...] = ()
    born: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one agency. `to` is a person or post there, `contact` where to reply, `due` an EDTF date or ''.

    `concerned` are those whom it names so that records are found; `naming` is how it names everybody else.
    """

    agency_id: int
    question_ids: tuple[int, ...]
    to: str = ""
    contact: str = ""
    due: str = ""
    naming: Naming = Naming.REAL
    concerned: tuple[Concerned, ...] = ()

    @property
    def edition(self) -> Edition:
        """The edition that it is printed in."""
        return EDITION if self.naming is Naming.REAL else COVERED


@dataclass(frozen=True, slots=True)
class Drafted:
    """A letter as a finished file, with the names of the register that stand in it beside those listed.

    `others` has what its questions say in the words of other agencies' records, by the question's number.
    """

    letter: Letter
    checked: CheckedFile
    names: tuple[Finding, ...]
    others: dict[int, list[str]] = field(default_factory=dict)


def draft(review: Review, letter: Letter, progress: Progress = UNWATCHED) -> Drafted:
    """Make the Word file and read it back. It holds real names if the chair's questions do; `names` says which.

    Raises `store.agencies.AgencyGone`; `leak_check.LeakFound` or `leak_check.NothingCovered` where it is to hold none.
    """
    document = build(review, letter)
    data = to_docx(document, progress)
    name = file_names.file_name(facts.get(review).reference, document.title, document.edition, "docx")
    checked = leak_check.check(name, "docx", data, document.edition, _named(review, letter))
    # Whom the chair has listed is known to them; told is who else is named.
    unlisted = to_docx(build(review, replace(letter, concerned=()))) if letter.concerned else data
    names = leak_check.find_names(words_of_docx(unlisted), people.listing(review))
    others = {one.id: others_words.found(review, one) for one in _questions(review, letter)}
    carried = {number: passages for number, passages in others.items() if passages}
    return Drafted(letter, replace(checked, document="question letter"), tuple(names), carried)


def build(review: Review, letter: Letter) -> Document:
    """The letter as a document, dated today. Questions keep the numbers they have in the review."""
    known = facts.get(review)
    agency = agencies.get(review, letter.agency_id)
    asked = _questions(review, letter)
    shown = NameCover(_named(review, letter), letter.naming).cover
    blocks: list[Block] = [*_opening(known, letter, len(asked)), *_concerned(letter)]
    for question in asked:
        blocks += _question(review, letter, question, shown)
    blocks += _closing(known, letter)
    return Document(
        title=_said("title", agency=agency.name),
        subtitle=known.label.value,
        lines=_lines(known, agency, letter),
        edition=letter.edition,
        sections=(Section(tuple(blocks)),),
    )


def _named(review: Review, letter: Letter) -> list[Named]:
    """Whom and what a covered letter covers; the agency that it goes to is called by its own name."""
    to = agencies.get(review, letter.agency_id).name
    return [each for each in covered.listing(review) if isinstance(each, Person) or each.real_name != to]


def _questions(review: Review, letter: Letter) -> list[Question]:
    """Those of the letter; one that is put to another agency by now is in none of this agency's letters."""
    return [
        question
        for question in questions.listing(review)
        if question.id in letter.question_ids and question.agency_id == letter.agency_id
    ]


def _lines(known: ReviewFacts, agency: Agency, letter: Letter) -> tuple[str, ...]:
    lines = (
        _said("confidential"),
        _said("to", to=letter.to, agency=agency.name) if letter.to else _said("to_agency", agency=agency.name),
        _said("reference", reference=known.reference) if known.reference else "",
        _said("dated", day=in_british_words(of_day(today()))),
        _said("due", due=in_british_words(parse(letter.due))) if letter.due else "",
    )
    return tuple(line for line in lines if line)


def _opening(known: ReviewFacts, letter: Letter, number: int) -> Iterator[Block]:
    dear = _said("dear", to=_THE.sub("", letter.to)) if letter.to else _said("dear_colleague")
    yield Paragraph(plain(f"\n{dear}"))
    partnership = _said("partnership", partnership=known.partnership) if known.partnership else ""
    yield Paragraph(plain(_said("opening", partnership=partnership)))
    yield Paragraph(plain(_said("one") if number == 1 else _said("several", number=number)))
    yield Paragraph(plain(_said("how")))


def _concerned(letter: Letter) -> Iterator[Block]:
    """Whose records they are, so that they are found: never in the head, the title or the file's name."""
    if not letter.concerned:
        return
    yield Heading(2, _said("concerned"))
    yield Paragraph(plain(_said("concerned_use")))
    name, others, born = _wording()["concerned_columns"]
    rows = [(each.name, ", ".join(each.others), each.born) for each in letter.concerned]
    if any(each.born for each in letter.concerned):
        yield Table((Column(name, 35), Column(others, 40), Column(born, 25)), rows)
    else:
        yield Table((Column(name, 45), Column(others, 55)), [row[:2] for row in rows])


def _question(review: Review, letter: Letter, question: Question, shown: Callable[[str], str]) -> Iterator[Block]:
    yield Heading(2, _said("question", number=question.id))
    yield Paragraph((Run(shown(question.words.strip()), bold=True),))
    yield from (Paragraph(plain(_said("about", what=shown(what)))) for what in _about(review, letter, question))
    if question.askings:
        first, *again = (in_british_words(parse(each.on)) for each in question.askings)
        words = _said("asked_before", day=first) if not again else _said("asked_often", day=first, again=listed(again))
        yield Paragraph(plain(words))
    room = "\n".join([_ROOM] * int(_wording()["lines"]))
    yield Table((Column(_said("answer"), 70), Column(_said("found_in"), 30)), [(room, "")])


def _closing(known: ReviewFacts, letter: Letter) -> Iterator[Block]:
    yield Heading(2, _said("reply_heading"))
    contact = _said("contact", contact=letter.contact.rstrip(".")) if letter.contact else _said("no_contact")
    yield Paragraph(plain(_said("reply", contact=contact)))
    by, post, day = _wording()["answered_by"]
    yield Table((Column(by, 40), Column(post, 35), Column(day, 25)), [("\n", "", "")])
    yield Paragraph(plain(_said("care")))
    yield Paragraph(plain(_said("sincerely")))
    partnership = _said("chair_for", partnership=known.partnership) if known.partnership else ""
    signed = ("", "", known.chair, _said("chair", review=known.label.value), partnership, letter.contact)
    yield Paragraph(plain("\n".join(("", "", *(line for line in signed if line)))))


def _about(review: Review, letter: Letter, question: Question) -> Iterator[str]:
    """What a question is about, a line for each record of the agency's own."""
    found = entries.page(review, [question.entry_id]) if question.entry_id else []
    found += removed.asked_about(review, [question]).values()
    if found:
        yield _entry(review, letter, question, found[0])
    elif question.event_id:
        yield from _event(review, letter, question)
    elif question.gap_from and question.gap_to:
        first, last = (in_british_words(parse(day)) for day in (question.gap_from, question.gap_to))
        yield _said("gap", first=first, last=last)
    else:
        yield _said("general")


def _event(review: Review, letter: Letter, question: Question) -> Iterator[str]:
    members = entries.page(review, events.members_of(review, question.event_id))
    own = [entry for entry in members if _is_own(review, question, entry)]
    if own:
        yield from (_entry(review, letter, question, entry) for entry in own)
        return
    chosen = next((event.when for event in events.listing(review) if event.id == question.event_id), None)
    when = next((each for each in (chosen, *(entry.when for entry in members)) if each and not each.is_unknown), None)
    yield _said("event", when=in_british_words(when)) if when else _said("event_undated")


def _entry(review: Review, letter: Letter, question: Question, entry: Entry) -> str:
    """Where an entry stands: for the agency's own its date, hour, reference, source and row, of another's the date."""
    when = "" if entry.when.is_unknown else in_british_words(entry.when)
    if not _is_own(review, question, entry):
        return _said("other_entry", when=when) if when else _said("other_entry_undated")
    hour = ", ".join(part for part in (when, entry.time) if part)
    what = _said("own_entry", when=hour) if when else _said("own_entry_undated")
    places = ", ".join(_places(review, letter, question, entry))
    return what + (_said("place", place=places) if places else "")


def _places(review: Review, letter: Letter, question: Question, entry: Entry) -> Iterator[str]:
    if entry.reference:
        yield _said("reference_of_entry", reference=entry.reference)
    if entry.source:
        yield _said("source_of_entry", source=entry.source)
    submission = _file_of(review, entry)
    if submission is None or entry.source_row_id is None or not submissions.has_row(review, entry.source_row_id):
        return
    if submission.agency_id == question.agency_id:  # a file of somebody else's is none the agency could look into
        row = submissions.row(review, entry.source_row_id)
        # A file may be named after a person in any spelling, so that its name stands only where names may.
        file = submission.file_name if letter.naming is Naming.REAL else _said("file")
        where = {"row": row.row, "table": row.table, "file": file}
        yield _said("row_in_table" if row.table else "row", **where)


def _is_own(review: Review, question: Question, entry: Entry) -> bool:
    """Whether the agency asked gave this record itself: what was moved to it is still what another has told."""
    if entry.agency_id != question.agency_id or entry.origin not in _OWN:
        return False
    submission = _file_of(review, entry)
    sent_by_it = submission is not None and submission.agency_id == question.agency_id
    return sent_by_it or removed.came_in_under(review, entry) == question.agency_id


def _file_of(review: Review, entry: Entry) -> Submission | None:
    """The submission it came in with; None where there was none, or it has gone."""
    if entry.submission_id is None:
        return None
    try:
        return submissions.get(review, entry.submission_id)
    except LookupError:
        return None


@cache
def _wording() -> dict[str, Any]:
    return resources.toml("report/question_letter.toml")


def _said(name: str, **facts_of_it: object) -> str:
    return str(_wording()[name]).format(**facts_of_it)
