"""Commands over names for the report: a step towards one, with what then stands for somebody, is one step to undo."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from dhr_desktop.domain.naming import NamingAct, NamingStep, PanelMember, PlaceName, Subject
from dhr_desktop.domain.naming_log import deciding
from dhr_desktop.domain.new_names import cleaned, required
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.family.changing import RecordGone
from dhr_desktop.store import agencies, naming, people
from dhr_desktop.store.review import Review

_LABELS = {
    NamingAct.OFFERED: "Record that a name was offered",
    NamingAct.PROPOSED: "Record a name that was proposed",
    NamingAct.CHOSEN: "Record the choice of a name",
    NamingAct.DECLINED: "Record that a name was declined",
    NamingAct.ASSIGNED: "Assign a name",
    NamingAct.OBJECTED: "Record an objection to a name",
    NamingAct.ANSWERED: "Record the answer to an objection",
    NamingAct.AGREED: "Record that a name is agreed",
    NamingAct.NOT_REACHED: "Record that nobody could be asked for a name",
}
_NEED_A_NAME = frozenset({NamingAct.CHOSEN, NamingAct.ASSIGNED, NamingAct.PROPOSED})


def record(review: Review, step: NamingStep, initiator: object | None = None) -> NamingStep:
    """Add a step to the log. One that decides on a name also puts it in the place of the real one.

    Raises `new_names.NameUnusable`.
    """
    made = _ready(step)
    with review.journal.step(_LABELS[step.act], initiator):
        kept = naming.STEPS.add(review, made)
        _let_stand(review, kept)
    return kept


def correct(review: Review, step: NamingStep, initiator: object | None = None) -> None:
    """Change what the log says of a step, and what stands for the person where the step decides on that.

    A name that stands otherwise than the log decided stays, where the log decides as it did before.
    Raises `new_names.NameUnusable`, or `changing.RecordGone`.
    """
    made = _ready(step)
    before = _there(review, step.id)
    decided = _decided(review, before)
    with review.journal.step("Correct a step towards a name", initiator):
        naming.STEPS.change(review, made)
        _decide_again(review, before, decided)


def take_out(review: Review, step_id: int, initiator: object | None = None) -> None:
    """Take a step out of the log; what it had decided goes back to what was decided before it.

    Where nothing was, the name stays until another is given: no real name comes to light by taking a step out.
    Raises `changing.RecordGone`.
    """
    before = _there(review, step_id)
    decided = _decided(review, before)
    with review.journal.step("Take out a step towards a name", initiator):
        naming.STEPS.remove(review, step_id)
        _decide_again(review, before, decided)


def steps_of(review: Review, subject: Subject, subject_id: int) -> list[NamingStep]:
    """The steps towards one name, in the order in which they were recorded."""
    return naming.STEPS.listing(review, subject=subject, subject_id=subject_id)


def add_place(review: Review, place: PlaceName, initiator: object | None = None) -> PlaceName:
    """Have the name of a place covered. Raises `new_names.NameUnusable` where the place has no name."""
    made = replace(place, real_name=required(place.real_name), pseudonym=cleaned(place.pseudonym))
    with review.journal.step("Add a place whose name is covered", initiator):
        return naming.PLACES.add(review, made)


def change_place(review: Review, place: PlaceName, initiator: object | None = None) -> None:
    """Change a place whose name is covered. Raises `new_names.NameUnusable`."""
    made = replace(place, real_name=required(place.real_name), pseudonym=cleaned(place.pseudonym))
    with review.journal.step("Change a place whose name is covered", initiator):
        naming.PLACES.change(review, made)


def remove_place(review: Review, place_id: int, initiator: object | None = None) -> None:
    """Have the name of a place stand uncovered again, and its log gone with it."""
    with review.journal.step("Remove a place whose name is covered", initiator):
        for step in naming.STEPS.listing(review, subject=Subject.PLACE, subject_id=place_id):
            naming.STEPS.remove(review, step.id)
        naming.PLACES.remove(review, place_id)


def put_short_names(review: Review, agency: Agency, forms: Sequence[str], initiator: object | None = None) -> None:
    """Record by which short names records call an agency: they are covered where it is. Nothing changed leaves no step.

    Raises `store.agencies.AgencyGone`.
    """
    known = agencies.get(review, agency.id)
    wanted = tuple(dict.fromkeys(form for each in forms if (form := cleaned(each))))
    if wanted == known.forms:
        return
    with review.journal.step("Change the short names of an agency", initiator):
        agencies.change(review, replace(known, forms=wanted))


def put_panel(review: Review, members: Sequence[PanelMember], initiator: object | None = None) -> None:
    """Make these the members of the panel, whose names no pseudonym may be. Nothing changed leaves no step."""
    known = naming.PANEL.listing(review)
    wanted = [member for member in members if cleaned(member.name)]
    if [replace(each, id=0) for each in known] == [replace(each, id=0) for each in wanted]:
        return
    with review.journal.step("Change the panel's members", initiator):
        for each in known:
            naming.PANEL.remove(review, each.id)
        for each in wanted:
            naming.PANEL.add(review, each)


def _ready(step: NamingStep) -> NamingStep:
    """The step with its names as they may stand."""
    names = tuple(dict.fromkeys(required(name) for name in step.names if cleaned(name)))
    if step.act in _NEED_A_NAME and not names:
        required("")
    return replace(step, names=names)


def _let_stand(review: Review, step: NamingStep) -> None:
    if step.decided:
        latest = deciding(naming.STEPS.listing(review, subject=step.subject, subject_id=step.subject_id))
        if latest is not None:
            _put(review, step.subject, step.subject_id, latest.decided)


def _there(review: Review, step_id: int) -> NamingStep:
    try:
        return naming.STEPS.get(review, step_id)
    except LookupError as error:
        raise RecordGone("This step was taken out of the log.", "Undo brings it back; then change it again.") from error


def _decided(review: Review, step: NamingStep) -> str:
    """The name that the log decides on, for whom or what this step is about; '' where it decides on none."""
    latest = deciding(naming.STEPS.listing(review, subject=step.subject, subject_id=step.subject_id))
    return latest.decided if latest is not None else ""


def _decide_again(review: Review, about: NamingStep, before: str) -> None:
    """Where the log decides otherwise than before, what stands is what it now says."""
    decided = _decided(review, about)
    if decided and decided != before:
        _put(review, about.subject, about.subject_id, decided)


def _put(review: Review, subject: Subject, subject_id: int, name: str) -> None:
    if subject is Subject.PERSON:
        person = next((each for each in people.listing(review) if each.id == subject_id), None)
        if person is not None and person.pseudonym != name:
            people.change(review, replace(person, pseudonym=name))
        return
    if subject is Subject.AGENCY:
        agency = agencies.get(review, subject_id)
        agencies.change(review, replace(agency, pseudonym=name))
        return
    with suppress(LookupError):
        place = naming.PLACES.get(review, subject_id)
        naming.PLACES.change(review, replace(place, pseudonym=name))
