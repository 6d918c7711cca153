"""A mother of the small review, who read the draft twice and said two things of it."""

from datetime import date

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import readings, stakeholders
from dhr_desktop.store.review import Review

MOTHER = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the person who died")


def read_by_the_mother(review: Review) -> tuple[int, int]:
    """The ids of both sessions."""
    who = stakeholders.involve(review, MOTHER, Stakeholder(0, 0, Group.FAMILY, next_of_kin=True))
    first = readings.begin(
        review,
        Reading(
            0,
            who.id,
            date(2020, 1, 16),
            "overview report",
            "0.6",
            "at home",
            minutes=180,
            copies="printed, numbered, collected afterwards",
            supported_by="her advocate",
        ),
    )
    said = "Kayleigh ran the cake stall. Dean Drewitt never came."
    answer = "Rewritten with Lorraine's words."
    readings.comment(
        review, ReadingComment(0, first.id, "11. Background", "11.2", said, answer, date(2020, 2, 3), Changed.YES)
    )
    readings.comment(review, ReadingComment(0, first.id, "15. Conclusions", said="It could have been prevented."))
    second = readings.begin(review, Reading(0, who.id, date(2020, 2, 25), "overview report", "0.8", private=False))
    return first.id, second.id
