"""What hangs on somebody of the register, so that it is known before they are taken out of it."""

from dhr_desktop.domain.counting import counted
from dhr_desktop.store import involvement, kinship
from dhr_desktop.store.review import Review


def hangs_on(review: Review, person_id: int) -> list[str]:
    """In words: '3 identifiers', '2 relations', '12 offers'; nothing where nothing does."""
    involved = involvement.STAKEHOLDERS.listing(review, person_id=person_id)
    relations = [
        *kinship.RELATIONS.listing(review, person_id=person_id),
        *kinship.RELATIONS.listing(review, other_id=person_id),
    ]
    offers = [offer for each in involved for offer in involvement.OFFERS.listing(review, stakeholder_id=each.id)]
    contacts = [one for each in involved for one in involvement.CONTACT_WITH.listing(review, stakeholder_id=each.id)]
    found = (
        (len(kinship.IDENTIFIERS.listing(review, person_id=person_id)), "identifier", "identifiers"),
        (len(relations), "relation", "relations"),
        (len(kinship.MEMBERS.listing(review, person_id=person_id)), "household", "households"),
        (len(contacts), "contact", "contacts"),
        (len(offers), "offer", "offers"),
        (len(involvement.CHILDREN.listing(review, person_id=person_id)), "record of a child", "records of a child"),
    )
    return [counted(number, one, many) for number, one, many in found if number]
