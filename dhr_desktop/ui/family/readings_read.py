"""What is read for the section 'Readings', in one go and off the screen's thread."""

from dataclasses import dataclass

from dhr_desktop.domain.people import Person
from dhr_desktop.domain.readings import Reading, ReadingComment, in_order
from dhr_desktop.store import involvement, people
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One session with its reader and what was said in it."""

    reading: Reading
    person: Person
    comments: tuple[ReadingComment, ...]

    @property
    def unanswered(self) -> int:
        """How many comments have not been answered yet."""
        return sum(each.waits for each in self.comments)


@dataclass(frozen=True, slots=True)
class ReadingsFound:
    """Sessions in the order of their days."""

    rows: tuple[ReadingRow, ...]


def read_readings(review: Review, stakeholder_id: int = 0) -> ReadingsFound:
    """The sessions of one stakeholder, or all of them with 0."""
    register = {person.id: person for person in people.listing(review)}
    who = {each.id: register[each.person_id] for each in involvement.STAKEHOLDERS.listing(review)}
    where = {"stakeholder_id": stakeholder_id} if stakeholder_id else {}
    comments: dict[int, list[ReadingComment]] = {}
    for each in involvement.COMMENTS.listing(review):
        comments.setdefault(each.reading_id, []).append(each)
    found = sorted(
        involvement.READINGS.listing(review, **where), key=lambda each: (each.on is None, str(each.on or ""), each.id)
    )
    return ReadingsFound(
        tuple(ReadingRow(each, who[each.stakeholder_id], tuple(in_order(comments.get(each.id, ())))) for each in found)
    )
