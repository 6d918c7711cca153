"""What belongs to people: identifiers, relations and households."""

from dhr_desktop.domain.identifiers import Identifier
from dhr_desktop.domain.relations import Household, HouseholdMember, Relation
from dhr_desktop.store.records import Records

IDENTIFIERS = Records("identifier", Identifier)
RELATIONS = Records("relation", Relation)
HOUSEHOLDS = Records("household", Household)
MEMBERS = Records("household_member", HouseholdMember)
