"""A small review as three agencies' files would make it, for tests of the Timeline page."""

from dhr_desktop.domain.entries import Doubt, Entry, Outcome, SourceRow
from dhr_desktop.store import agencies, entries, submissions
from dhr_desktop.store.review import Review

HEADINGS = ("Date", "Time", "What happened", "Officer")
DOUBT = Doubt("approximate", "date", "The agency gives only about when this happened.")
POLICE = (
    ("2016-04-05", "21:30", "Neighbour reports shouting. Officers attended.", ()),
    ("2016-04-05", "", "Log closed with no further action.", ()),
    ("2018-11-09", "23:50", "Called to the address by ambulance control.", ()),
)
SURGERY = (
    ("2014-06~", "", "Attended with a bruise to the left arm.", (DOUBT,)),
    ("2016-04-07", "10:00", "Telephone call. Said she had fallen.", ()),
)
HOUSING = (("2017", "", "Complaint about noise, not dated.", (DOUBT,)),)
TEXTS_IN_ORDER = [text for _, _, text, _ in (SURGERY[0], POLICE[0], POLICE[1], SURGERY[1], HOUSING[0], POLICE[2])]


def imported(review: Review, agency_name: str, rows: tuple[tuple[str, str, str, tuple[Doubt, ...]], ...]) -> list[int]:
    """One agency's file in one step."""
    with review.journal.step(f"Import {agency_name}"):
        agency = agencies.add(review, agency_name)
        new = submissions.NewSubmission(agency.id, f"{agency_name}.csv", agency_name.encode(), "", "")
        submission = submissions.add(review, new)
        sources = [
            SourceRow(0, submission, "", number, HEADINGS, (f"as {day}", time, text, ""), Outcome.IMPORTED, "")
            for number, (day, time, text, _) in enumerate(rows, start=2)
        ]
        row_ids = submissions.add_rows(review, sources)
        submissions.set_counts(review, submission, len(rows), len(rows), 0, 0)
        return entries.add_many(
            review,
            [
                Entry(0, agency.id, day, text, submission, row_id, f"as {day}", time, doubts=doubts, source_order=place)
                for place, ((day, time, text, doubts), row_id) in enumerate(zip(rows, row_ids, strict=True))
            ],
        )


def fill(review: Review) -> None:
    """Three agencies and six entries."""
    imported(review, "Ravenshire Constabulary", POLICE)
    imported(review, "Millpond Surgery", SURGERY)
    imported(review, "Marshland Homes", HOUSING)


def many(review: Review, count: int) -> None:
    """One agency with `count` entries, one a day."""
    rows = tuple(
        (f"{2000 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}", "", f"Visit {n}", ()) for n in range(count)
    )
    imported(review, "Ravenshire Constabulary", rows)
