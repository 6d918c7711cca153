"""What tests of same events share: entries of made-up agencies, each in a line."""

import itertools

import pytest

from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline.same_event.suggesting import suggest

AGENCIES = {
    1: "Marlshire Police",
    2: "Marl General Hospital",
    3: "Marlshire Children's Social Care",
    4: "Quayside Homes",
    5: "Marl MARAC",
}
POLICE, HOSPITAL, SOCIAL_CARE, HOMES, MARAC = AGENCIES
ROUTINE = (
    "Attended for review, feeling well. Blood pressure taken.",
    "Telephone call about rent. Payment plan agreed.",
    "Home visit, house tidy, toys out. Nothing raised.",
    "Letter sent with the date of the next appointment.",
    "Enquiry about lost property handed in at the front counter.",
    "Repair to guttering ordered with the contractor.",
    "School meals form received and passed on.",
    "Prescription for antihistamine collected.",
)


class Records:
    """Entries as they are written, numbered in that order."""

    def __init__(self):
        self._numbers = itertools.count(1)
        self.entries = []
        for week, agency in itertools.product(range(1, 13), (POLICE, HOSPITAL, SOCIAL_CARE, HOMES)):
            text = ROUTINE[(week * 3 + agency) % len(ROUTINE)]
            self.write(agency, f"2013-{week:02}-{agency * 3:02}", f"{text} Note {week}{agency}x.")

    def write(self, agency, day, text, **fields):
        """Add an entry and give its number."""
        number = next(self._numbers)
        entry = Entry(number, agency, day, text, submission_id=agency, source_order=number, **fields)
        self.entries.append(entry)
        return number

    def suggested(self, **options):
        """The numbers that are suggested together."""
        return [set(one.entry_ids) for one in self.suggestions(**options)]

    def suggestions(self, **options):
        """The suggestions."""
        return suggest(self.entries, AGENCIES, **options)


@pytest.fixture
def records():
    """A year of routine entries of four agencies, to which a test adds what it is about."""
    return Records()
