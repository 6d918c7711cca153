"""The names that an anonymised edition covers, and the one cover that all that is shown of a review shares."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from dhr_desktop.domain import covered, pointing, told_days
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.names import NameCover, Named
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.pregnancies import ends
from dhr_desktop.domain.told_days import ToldDays
from dhr_desktop.store import agencies, agency_forms, facts, involvement, kinship, naming, people
from dhr_desktop.store.review import Review

TABLES = frozenset(
    {
        *("person", "name_form", "form_place", "form_line", "agency", "place_name"),
        *("identifier", "stakeholder", "advocacy", "approach", "pregnancy", "review"),
    }
)
"""The tables whose changes change what is covered."""

_LAST: WeakKeyDictionary[Review, NameCover] = WeakKeyDictionary()


def listing(review: Review) -> list[Named]:
    """Everyone in the register, the agencies and places that stand under another name, and what points at somebody."""
    register = people.listing(review)
    return [
        *register,
        *covered.of_all(agencies.listing(review), naming.PLACES.listing(review), agency_forms.of_review(review)),
        *pointing.of_identifiers(kinship.IDENTIFIERS.listing(review)),
        *pointing.of_helpers(
            involvement.STAKEHOLDERS.listing(review),
            involvement.ADVOCACY.listing(review),
            involvement.APPROACHES.listing(review),
            register,
        ),
    ]


def days(review: Review, named: Sequence[Named]) -> ToldDays:
    """The days of births and of deaths that an anonymised edition does not give."""
    register = (each for each in named if isinstance(each, Person))
    pregnancies = kinship.PREGNANCIES.listing(review)
    deaths = [facts.get(review).died_on, *ends(pregnancies, told_in_years=False)]
    return told_days.of_people(register, ends(pregnancies, told_in_years=True), deaths)


def cover(review: Review, how: Naming, named: list[Named] | None = None) -> NameCover:
    """The cover for what the review knows now.

    What the last one has found in texts stays found where a pseudonym alone has changed: a change of a name then costs
    the putting in of names and no search. Safe in any thread.
    """
    known = listing(review) if named is None else named
    said = naming.said(review)
    told = days(review, known)
    last = _LAST.get(review)
    made = NameCover(known, how, said, days=told) if last is None else last.renamed(known, how, said, told)
    _LAST[review] = made
    return made
