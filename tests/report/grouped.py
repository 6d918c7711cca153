"""An event of two agencies over the small review, with what the mother told of it."""

from dataclasses import replace

from dhr_desktop.domain.entries import Entry, Outcome, SourceRow
from dhr_desktop.domain.events import Event
from dhr_desktop.domain.meaning import Inclusion, Origin
from dhr_desktop.store import agencies, entries, events, passages, submissions
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import meaning

HEADLINE = "Dean Drewitt is arrested"
TOLD = "She told her mother that she was afraid."


def grouped(review: Review) -> Review:
    """The small review with an event, an entry from a file, one from family, some in report and summary."""
    police = agencies.find(review, "Police")
    assert police
    call, seen = (_id(review, text) for text in ("Call to Kayleigh Drewitt & <others>.", "KD seen."))
    with review.journal.step("Group"):
        file = submissions.add(
            review,
            submissions.NewSubmission(police.id, "Kayleigh_Drewitt.csv", b"rows", "", "2026-10-01T09:00:00+00:00"),
        )
        row = SourceRow(0, file, "Log", 12, ("Date",), ("12/3/16",), Outcome.IMPORTED, "")
        row_id = submissions.add_rows(review, [row])[0]
        submissions.set_counts(review, file, 1, 1, 0, 0)
        entries.change(review, replace(entries.get(review, call), submission_id=file, source_row_id=row_id))
        mother = agencies.add(review, "Claire's mother")
        entries.add_many(review, [Entry(0, mother.id, "2016-03-13", TOLD, origin=Origin.FAMILY)])
        event = events.add(review, Event(0, HEADLINE, "2016-03-12", "22:30"))
        events.join(review, event.id, [call, seen])
        passages.put(review, "overview", "conclusions", "Kayleigh was not asked alone.")
    for into in (Inclusion.REPORT, Inclusion.SUMMARY):
        meaning.include(review, [call, _id(review, TOLD)], into, on=True)
    meaning.include(review, [seen], Inclusion.REPORT, on=True)
    return review


def _id(review: Review, text: str) -> int:
    return next(entry.id for entry in entries.iterate(review) if entry.text == text)
