"""Questions to an agency of the small review, with a record of its own that they are about."""

from dhr_desktop.domain.entries import Outcome, SourceRow
from dhr_desktop.domain.events import Question
from dhr_desktop.store import agencies, entries, questions, submissions
from dhr_desktop.store.review import Review
from tests.store import made

NOISE = "Neighbour heard a door."


def asked_of_police(review: Review) -> tuple[int, ...]:
    """Two questions: about an entry of the police's own file, and about a gap."""
    police = agencies.find(review, "Police")
    assert police
    with review.journal.step("Ask"):
        file = submissions.add(review, submissions.NewSubmission(police.id, "police.csv", b"rows", "", ""))
        row = SourceRow(0, file, "", 2, ("Date",), ("4/5/16",), Outcome.IMPORTED, "")
        row_id = submissions.add_rows(review, [row])[0]
        entry = made.entry(
            police.id,
            "2016-05-04",
            time="21:30",
            reference="INC 7",
            source="CAD",
            submission_id=file,
            source_row_id=row_id,
        )
        about = entries.add_many(review, [entry])[0]
        first = questions.add(review, Question(0, police.id, "Who attended, and was she seen alone?", about))
        second = questions.add(
            review,
            Question(
                0,
                police.id,
                "Was there any contact in this time?",
                gap_from="2016-05-05",
                gap_to="2018-11-08",
                asked_on="2026-10-20",
            ),
        )
    return first.id, second.id
