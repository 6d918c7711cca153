"""A large fictional review for benchmarks: twelve agencies' entries, and what a chair has made of some of them."""

import random
from collections.abc import Iterator
from dataclasses import replace

from dhr_desktop.domain.entries import Entry, Outcome, SourceRow
from dhr_desktop.domain.events import Event, Question
from dhr_desktop.domain.meaning import Origin, Significance, Theme
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.store import agencies, enquiry, entries, events, people, questions, submissions, themes
from dhr_desktop.store.review import Review
from tests.benchmarks.store_scale import synthetic

AGENCIES = (
    *("Ravenshire Constabulary", "Millpond Surgery", "Aldermarsh Adult Social Care", "Marshland Homes"),
    *("Aldermarsh Children's Services", "Fen Probation", "Eastmere Mental Health Trust", "Ravenshire Ambulance"),
    *("Harbour IDVA Service", "Aldermarsh Primary School", "St Botolph's Hospital", "Lowmoor Alcohol Service"),
)
_WORDS = "seen by the nurse, " * 8
NAMES = ("Marian Thorne", "Daniel Thorne", "Ruth Ashby")
_JUDGED = (*[Significance.UNREAD] * 8, *[Significance.ROUTINE] * 6, *[Significance.RELEVANT] * 3, Significance.KEY)


def filled(review: Review, count: int) -> None:
    """One step that brings `count` entries with their rows, people, themes, events and questions."""
    with review.journal.step("Import fictional records"):
        ids = [agencies.add(review, name).id for name in AGENCIES]
        new = submissions.NewSubmission(ids[0], "rows.csv", b"rows", "", "")
        submission = submissions.add(review, new)
        rows = (
            SourceRow(0, submission, "", n + 2, ("Date", "Event"), (f"{n}", _WORDS), Outcome.IMPORTED, "")
            for n in range(count)
        )
        row_ids = submissions.add_rows(review, rows)
        for name in NAMES:
            first, last = name.split()
            forms = (NameForm(name, FormKind.FULL), NameForm(first, FormKind.FIRST))
            people.add(review, Person(0, name, Role.OTHER, forms=(*forms, NameForm(f"Ms {last}", FormKind.TITLED))))
        grouped = [events.add(review, Event(0, f"Happening {n}")).id for n in range(count // 100)]
        made = entries.add_many(review, _meant(synthetic(count, ids, submission, row_ids), grouped))
        _tied(review, made, ids)


def _meant(records: Iterator[Entry], grouped: list[int]) -> Iterator[Entry]:
    chance = random.Random(5)
    for number, entry in enumerate(records):
        named = f" {chance.choice(NAMES)} was present." if number % 25 == 0 else ""
        yield replace(
            entry,
            text=f"{entry.text}{named}",
            significance=chance.choice(_JUDGED),
            missed_opportunity=chance.random() < 0.02,
            in_report=chance.random() < 0.1,
            event_id=chance.choice(grouped) if grouped and number % 40 == 0 else None,
            origin=Origin.FAMILY if number % 500 == 0 else Origin.AGENCY,
        )


def _tied(review: Review, made: list[int], agency_ids: list[int]) -> None:
    """Themes, a line of enquiry and open questions."""
    chance = random.Random(3)
    top = themes.add(review, Theme(0, "Coercion and control"))
    beneath = themes.add(review, Theme(0, "Isolation", top.id))
    themes.give(review, chance.sample(made, len(made) // 20), top.id)
    themes.give(review, chance.sample(made, len(made) // 20), beneath.id)
    enquiry.put(review, ["Was risk understood?"])
    enquiry.give(review, chance.sample(made, len(made) // 10), enquiry.listing(review)[0].id)
    for entry_id in chance.sample(made, min(200, len(made))):
        questions.add(review, Question(0, agency_ids[0], "What followed?", entry_id=entry_id))
