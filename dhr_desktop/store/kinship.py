"""What belongs to people: identifiers, relations, households and pregnancies."""

from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.identifiers import Identifier
from dhr_desktop.domain.pregnancies import Pregnancy
from dhr_desktop.domain.relations import Household, HouseholdMember, Relation
from dhr_desktop.store import people
from dhr_desktop.store.records import Records
from dhr_desktop.store.review import Review

IDENTIFIERS = Records("identifier", Identifier)
RELATIONS = Records("relation", Relation)
HOUSEHOLDS = Records("household", Household)
MEMBERS = Records("household_member", HouseholdMember)
PREGNANCIES = Records("pregnancy", Pregnancy)


def family(review: Review) -> Family:
    """Everyone with their relations, households and pregnancies, as a family picture is drawn from them."""
    return Family(
        people.listing(review),
        RELATIONS.listing(review),
        HOUSEHOLDS.listing(review),
        MEMBERS.listing(review),
        PREGNANCIES.listing(review),
    )
