"""The log of contacts as a record: every contact with one stakeholder or with everyone, in the order they happened.

It is for the chair's own file and holds real names, what was said included.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain import contact_rules
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.contact_rules import Logged, how
from dhr_desktop.domain.contacts import Contact, Direction, Promise
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.documents import Block, Column, Document, Heading, Paragraph, Run, Section, Table, plain
from dhr_desktop.domain.editions import Edition, Naming
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.phrases import listed
from dhr_desktop.domain.stakeholders import Stakeholder
from dhr_desktop.report import file_names, leak_check
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf
from dhr_desktop.store import contact_log, facts, involvement, people
from dhr_desktop.store.review import Review

TITLE = "Record of contacts"
EDITION = Edition("record", "Confidential record", Naming.REAL, "OFFICIAL-SENSITIVE")
_RENDERERS = {"docx": to_docx, "pdf": to_pdf}


def draft(review: Review, form: str, stakeholder_id: int = 0, progress: Progress = UNWATCHED) -> CheckedFile:
    """The record as a finished file, of one stakeholder or with 0 of everyone."""
    data = _RENDERERS[form](build(review, stakeholder_id), progress)
    name = file_names.file_name(facts.get(review).reference, TITLE, EDITION, form)
    checked = leak_check.check(name, form, data, EDITION, people.listing(review))
    return replace(checked, document="record of contacts")


def build(review: Review, stakeholder_id: int = 0) -> Document:
    """The record as a document, dated today."""
    known = facts.get(review)
    everyone = involvement.STAKEHOLDERS.listing(review)
    register = {person.id: person for person in people.listing(review)}
    named = {each.id: register[each.person_id] for each in everyone}
    log = contact_log.read(review)
    shown = [each for each in everyone if stakeholder_id in (0, each.id)]
    own = contact_rules.of_one(log, stakeholder_id) if stakeholder_id else log
    lines = (
        f"Reference: {known.reference}" if known.reference else "",
        f"Chair: {known.chair}" if known.chair else "",
        f"With {_name(named, stakeholder_id)}" if stakeholder_id else "With everyone whom the review involves",
        f"Printed on {in_british_words(of_day(today()))}",
    )
    promises = involvement.PROMISES.listing(review)
    blocks = [*_standings(shown, log, named), *_contacts(list(reversed(own)), named), *_promises(promises, own, named)]
    return Document(
        title=TITLE,
        subtitle=known.label.value,
        lines=tuple(line for line in lines if line),
        edition=EDITION,
        sections=(Section(tuple(blocks)),),
    )


def _standings(shown: Sequence[Stakeholder], log: Sequence[Logged], named: dict[int, Person]) -> Iterator[Block]:
    """How often each was in contact: every attempt counted, and how many of them reached."""
    rows = []
    for each in shown:
        own = contact_rules.of_one(log, each.id)
        stands = contact_rules.standing(each, own, today())
        missed = sum(not one.reached for one in own)
        tried = stands.attempts
        open_ = f"{tried.number} since {in_british_words(of_day(tried.since))}" if tried.since else ""
        last = in_british_words(of_day(stands.last_reached)) if stands.last_reached else "not yet"
        who = f"{_name(named, each.id)}\n{each.relation}".strip()
        rows.append((who, str(len(own)), str(missed), last, open_))
    yield Heading(1, "Where contact stands")
    if not rows:
        yield Paragraph(plain("Nobody is involved yet."))
        return
    yield Table(
        (
            Column("With", 36),
            Column("Contacts", 13),
            Column("Not answered", 15),
            Column("Last reached", 18),
            Column("Unanswered attempts", 18),
        ),
        rows,
    )


def _contacts(log: Sequence[Logged], named: dict[int, Person]) -> Iterator[Block]:
    yield Heading(1, "Contacts")
    if not log:
        yield Paragraph(plain("No contact has been logged."))
    for each in log:
        contact = each.contact
        moment = ", ".join(part for part in (in_british_words(of_day(contact.on)), contact.time) if part)
        yield Heading(2, f"{moment}: {how(contact)}")
        with_whom = listed([_name(named, one) for one in each.whom]) or "nobody who is involved now"
        yield Paragraph((Run("With ", bold=True), Run(f"{with_whom}; {_result(contact)}")))
        for head, words in _said(each):
            yield Paragraph((Run(f"{head}: ", bold=True), Run(" ".join(words.split()))))


def _result(contact: Contact) -> str:
    """Whether it reached them, who made it and how long it took, in one line."""
    from_them = contact.direction is Direction.FROM
    parts = (
        contact.direction.value if from_them else contact.reached.value,
        f"made by {contact.by.strip()}" if contact.by.strip() else "",
        f"{contact.minutes} minutes" if contact.minutes else "",
    )
    return ", ".join(part for part in parts if part)


def _said(each: Logged) -> Iterator[tuple[str, str]]:
    contact = each.contact
    planned = ": ".join(
        part
        for part in (in_british_words(of_day(contact.next_on)) if contact.next_on else "", contact.next_words)
        if part
    )
    for head, words in (
        ("Purpose", contact.purpose),
        ("What was said", contact.said),
        ("Outcome", contact.outcome),
        ("Next contact planned", planned),
        ("Promised", "; ".join(_promised(promise) for promise in each.promises)),
    ):
        if words.strip():
            yield head, words


def _promises(promises: Sequence[Promise], own: Sequence[Logged], named: dict[int, Person]) -> Iterator[Block]:
    items = [contact_rules.promised(each, own, today()) for each in promises]
    whom = {one for each in own for one in each.whom}
    rows = [
        (_name_all(named, item.whom), _promised(item.promise), item.when.value)
        for item in items
        if item.promise and (not item.whom or whom & set(item.whom))
    ]
    if rows:
        yield Heading(1, "What was promised")
        yield Table((Column("To", 30), Column("What", 52), Column("How it stands", 18)), rows)


def _promised(promise: Promise) -> str:
    kept, due = promise.done_on, promise.due_on
    if kept:
        return f"{promise.words} (done on {in_british_words(of_day(kept))})"
    return f"{promise.words} (by {in_british_words(of_day(due))})" if due else promise.words


def _name_all(named: dict[int, Person], whom: Sequence[int]) -> str:
    return listed([_name(named, each) for each in whom])


def _name(named: dict[int, Person], stakeholder_id: int) -> str:
    return named[stakeholder_id].real_name if stakeholder_id in named else ""
