"""What the view of names shows, read in one go off the screen's thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from dhr_desktop.domain.covered import A_PLACE
from dhr_desktop.domain.naming import NamingStep, PlaceName, Subject
from dhr_desktop.domain.naming_log import HowItStands, how_it_stands
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.family.name_checks import Known, NameCheck, checks
from dhr_desktop.store import agencies, facts, naming, people
from dhr_desktop.store.elsewhere import Used
from dhr_desktop.store.review import Review

Named = Person | Agency | PlaceName
_SUBJECTS = {Person: Subject.PERSON, Agency: Subject.AGENCY, PlaceName: Subject.PLACE}


@dataclass(frozen=True, slots=True)
class NameRow:
    """Somebody or something that has, or could have, a name for the report."""

    named: Named
    steps: tuple[NamingStep, ...]
    stands: HowItStands
    checks: tuple[NameCheck, ...] = ()

    @property
    def subject(self) -> Subject:
        """Which of the three it is."""
        return _SUBJECTS[type(self.named)]

    @property
    def key(self) -> tuple[Subject, int]:
        """What it is found by."""
        return self.subject, self.named.id

    @property
    def real_name(self) -> str:
        """The real name."""
        return self.named.name if isinstance(self.named, Agency) else self.named.real_name

    @property
    def stands_as(self) -> str:
        """What an anonymised edition prints in its place."""
        if isinstance(self.named, Person):
            return self.named.stands_as
        if isinstance(self.named, Agency):
            return self.named.pseudonym or self.named.name
        return self.named.pseudonym or self.named.stands_as or A_PLACE

    @property
    def about(self) -> str:
        """Who or what it is."""
        if isinstance(self.named, Person):
            return self.named.relationship or self.named.role.value
        return self.subject.value


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that the view shows."""

    rows: tuple[NameRow, ...]
    known: Known

    @property
    def people(self) -> list[Person]:
        """The register."""
        return list(self.known.people)


def read(review: Review, used: Used) -> Names:
    """Those who were close first, then agencies and places, and professionals last, for they are many."""
    register, of_review = people.listing(review), agencies.listing(review)
    places = naming.PLACES.listing(review)
    members = [each.name for each in naming.PANEL.listing(review)]
    chair = facts.get(review).chair
    panel = tuple(dict.fromkeys(each for each in (chair, *members) if each))
    known = Known(register, panel, of_review, places, used.names)
    steps: dict[tuple[Subject, int], list[NamingStep]] = {}
    for step in naming.STEPS.listing(review):
        steps.setdefault((step.subject, step.subject_id), []).append(step)
    close = [person for person in register if person.role is not Role.PROFESSIONAL]
    others = [person for person in register if person.role is Role.PROFESSIONAL]
    ordered: list[Named] = [*close, *of_review, *places, *others]
    return Names(tuple(_row(each, steps.get((_SUBJECTS[type(each)], each.id), []), known) for each in ordered), known)


def _row(named: Named, steps: Sequence[NamingStep], known: Known) -> NameRow:
    found = [each for each in checks(named.pseudonym, named, known) if not each.prompt]
    return NameRow(named, tuple(steps), how_it_stands(steps, named.pseudonym), tuple(found))
