"""How a name stands, read from the steps that led to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dhr_desktop.domain.naming import NamingAct, NamingStep


class NameStanding(StrEnum):
    """How far somebody's name for the report has come."""

    NOT_OFFERED = "not yet offered"
    UNRECORDED = "not recorded how"
    NOT_REACHED = "not reached"
    OFFERED = "offered"
    PROPOSED = "proposed"
    CHOSEN = "chosen"
    DECLINED = "declined"
    ASSIGNED = "assigned"
    OBJECTION = "objection open"
    AGREED = "agreed"


_OF_ACT = {
    NamingAct.OFFERED: NameStanding.OFFERED,
    NamingAct.PROPOSED: NameStanding.PROPOSED,
    NamingAct.CHOSEN: NameStanding.CHOSEN,
    NamingAct.DECLINED: NameStanding.DECLINED,
    NamingAct.ASSIGNED: NameStanding.ASSIGNED,
    NamingAct.AGREED: NameStanding.AGREED,
    NamingAct.NOT_REACHED: NameStanding.NOT_REACHED,
}


@dataclass(frozen=True, slots=True)
class HowItStands:
    """The standing of a name, and the step that it follows from; None where nothing has been recorded."""

    standing: NameStanding
    step: NamingStep | None = None


def in_order(steps: Sequence[NamingStep]) -> list[NamingStep]:
    """The steps by their days; one without a day stays behind the one that was recorded before it."""
    keyed: list[tuple[date, int, NamingStep]] = []
    last = date.min
    for number, step in enumerate(steps):
        last = step.on or last
        keyed.append((last, number, step))
    return [step for *_, step in sorted(keyed, key=lambda each: each[:2])]


def open_objections(steps: Sequence[NamingStep]) -> list[NamingStep]:
    """The objections that nobody has answered, and whose makers have not agreed since."""
    ordered = in_order(steps)
    answered = {step.answers_id for step in ordered if step.act is NamingAct.ANSWERED}
    found = []
    for place, step in enumerate(ordered):
        if step.act is NamingAct.OBJECTED and step.id not in answered:
            since = (each for each in ordered[place + 1 :] if each.act is NamingAct.AGREED)
            if not any(_same_maker(each, step) for each in since):
                found.append(step)
    return found


def deciding(steps: Sequence[NamingStep]) -> NamingStep | None:
    """The last step that decided on a name; None where none has."""
    return next((step for step in reversed(in_order(steps)) if step.decided), None)


def how_it_stands(steps: Sequence[NamingStep], stands_as: str = "") -> HowItStands:
    """The standing by these steps. `stands_as` is a name that is in use, whether any step tells of it or not."""
    still_open = open_objections(steps)
    if still_open:
        return HowItStands(NameStanding.OBJECTION, still_open[-1])
    ordered = in_order(steps)
    decided = deciding(steps)
    # An offer that comes after a choice, such as to another relative, does not take the choice back.
    telling = [step for step in ordered if step.act in _OF_ACT]
    if decided is not None:
        after = ordered[ordered.index(decided) :]
        telling = [step for step in after if step.act in {decided.act, NamingAct.AGREED}]
    if telling:
        return HowItStands(_OF_ACT[telling[-1].act], telling[-1])
    return HowItStands(NameStanding.UNRECORDED if stands_as else NameStanding.NOT_OFFERED)


def _same_maker(one: NamingStep, other: NamingStep) -> bool:
    """Whether the same did both; an agreement that names nobody is everybody's."""
    if one.by_id is None and not one.by:
        return True
    return one.by_id == other.by_id and one.by == other.by
