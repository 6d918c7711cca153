"""What hangs on somebody of the register, so that it is known before they are taken out of it."""

from typing import Any

from dhr_desktop.domain.counting import counted
from dhr_desktop.domain.naming import Subject
from dhr_desktop.store import involvement, kinship, naming
from dhr_desktop.store.records import Records
from dhr_desktop.store.review import Review


def hangs_on(review: Review, person_id: int) -> list[str]:
    """In words: '3 identifiers', '2 relations', '12 offers'; nothing where nothing does."""
    involved = involvement.STAKEHOLDERS.listing(review, person_id=person_id)
    relations = [
        *kinship.RELATIONS.listing(review, person_id=person_id),
        *kinship.RELATIONS.listing(review, other_id=person_id),
    ]

    def number_of(table: Records[Any]) -> int:
        return sum(len(table.listing(review, stakeholder_id=each.id)) for each in involved)

    steps = naming.STEPS.listing(review, subject=Subject.PERSON, subject_id=person_id)
    found = (
        (len(kinship.IDENTIFIERS.listing(review, person_id=person_id)), "identifier", "identifiers"),
        (len(relations), "relation", "relations"),
        (len(kinship.MEMBERS.listing(review, person_id=person_id)), "household", "households"),
        (len(kinship.PREGNANCIES.listing(review, person_id=person_id)), "pregnancy", "pregnancies"),
        (number_of(involvement.CONTACT_WITH), "contact", "contacts"),
        (number_of(involvement.OFFERS), "offer", "offers"),
        (number_of(involvement.READINGS), "reading of the draft", "readings of the draft"),
        (number_of(involvement.ADVOCACY), "offer of an advocate", "offers of an advocate"),
        (number_of(involvement.WISHES), "wish", "wishes"),
        (number_of(involvement.NOT_TO_BE_TOLD), "thing they must not be told", "things they must not be told"),
        (number_of(involvement.DATES_TO_AVOID), "date to avoid", "dates to avoid"),
        (len(involvement.APPROACHES.listing(review, person_id=person_id)), "approach", "approaches"),
        (len(involvement.CHILDREN.listing(review, person_id=person_id)), "record of a child", "records of a child"),
        (len(steps), "step towards their name", "steps towards their name"),
    )
    return [counted(number, one, many) for number, one, many in found if number]
