"""What the chair says of forms found in the records: whose they are, or no name, or what they mean at each place."""

from collections.abc import Sequence
from dataclasses import replace

from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.name_forms.numbers import numbers
from dhr_desktop.domain.name_forms.proposals import Proposal
from dhr_desktop.domain.name_places import Said
from dhr_desktop.domain.people import FormKind, FormPlace, NameForm, Person, RefusedForm, Role
from dhr_desktop.family.forms_found import unsaid
from dhr_desktop.family.register_file import kind_of
from dhr_desktop.store import kinship, naming, people
from dhr_desktop.store.review import Review


def confirm(review: Review, proposals: Sequence[Proposal], initiator: object | None = None) -> int:
    """Each of these is its person's; those of nobody in the register are left. Returns how many were entered."""
    known = {person.id: person for person in people.listing(review)}
    wanted = [each for each in proposals if each.person_id in known]
    if wanted:
        with review.journal.step(
            "Confirm forms of names" if len(wanted) > 1 else "Confirm a form of a name", initiator
        ):
            for each in wanted:
                known[each.person_id] = _enter(review, known[each.person_id], each)
    return len(wanted)


def confirm_as(review: Review, proposal: Proposal, person_id: int, initiator: object | None = None) -> None:
    """A form is somebody else's of the register. Raises LookupError when they are not there."""
    person = next((each for each in people.listing(review) if each.id == person_id), None)
    if person is None:
        raise LookupError(person_id)
    with review.journal.step("Confirm a form of a name", initiator):
        _enter(review, person, proposal)


def confirm_new(
    review: Review, proposal: Proposal, name: str, role: Role = Role.OTHER, initiator: object | None = None
) -> Person:
    """A form is that of somebody who is not in the register yet: enter them by this name, with the form."""
    with review.journal.step("Enter a person found in the records", initiator):
        person = people.add(review, Person(0, " ".join(name.split()), role))
        return _enter(review, person, proposal)


def refuse(review: Review, proposals: Sequence[Proposal], initiator: object | None = None) -> None:
    """None of these is a name, whoever it was proposed for; they are not proposed again."""
    forms = dict.fromkeys(each.form for each in proposals)
    known = {each.form for each in naming.REFUSED.listing(review) if each.person_id is None}
    new = [form for form in forms if form not in known]
    if new:
        with review.journal.step("Say that it is no name", initiator):
            for form in new:
                naming.REFUSED.add(review, RefusedForm(0, form))


def say_places(review: Review, places: Sequence[Said], initiator: object | None = None) -> None:
    """What a form means where it stands, in place of what was said of these places before."""
    known = {unsaid(each): each for each in naming.said(review)}
    changed = []
    for place in places:
        before = known.get(unsaid(place))
        if before is None or before.person_id != place.person_id:
            changed.append(replace(place, id=before.id if before else 0))
    if changed:
        with review.journal.step("Say what a form means at its place", initiator):
            for place in changed:
                _keep(review, place)


def _keep(review: Review, said: Said) -> None:
    if isinstance(said, FormPlace):
        naming.FORM_PLACES.change(review, said) if said.id else naming.FORM_PLACES.add(review, said)
    else:
        naming.FORM_LINES.change(review, said) if said.id else naming.FORM_LINES.add(review, said)


def _enter(review: Review, person: Person, proposal: Proposal) -> Person:
    if proposal.identifier:
        kinship.IDENTIFIERS.add(review, Identifier(0, person.id, proposal.identifier, proposal.form))
        born = _born(proposal)
        changed = replace(person, born=born) if born and not person.born else person
    elif proposal.form == person.real_name or any(form.form == proposal.form for form in person.forms):
        changed = person
    else:
        changed = replace(person, forms=(*person.forms, NameForm(proposal.form, _kind(proposal, person))))
    if changed != person:
        people.change(review, changed)
    return changed


def _kind(proposal: Proposal, person: Person) -> FormKind:
    """The kind that was found; of a form that is given to somebody else, the kind that its shape shows."""
    return proposal.kind if proposal.person_id in (0, person.id) else kind_of(proposal.form, person.real_name)


def _born(proposal: Proposal) -> str:
    if proposal.identifier is not IdentifierKind.BIRTH:
        return ""
    return next((number.born.isoformat() for number in numbers(proposal.form) if number.born), "")
