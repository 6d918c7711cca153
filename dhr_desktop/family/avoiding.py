"""Commands over dates to avoid, each one step; and what is to be said of a day that is planned."""

from collections.abc import Collection
from datetime import date
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain import avoiding
from dhr_desktop.domain.stakeholders import DateToAvoid
from dhr_desktop.family import changing
from dhr_desktop.family.changing import Step
from dhr_desktop.store import facts, involvement, people
from dhr_desktop.store.review import Review


class NoSuchDay(UserError):
    """What was given is no day, or its last day does not go with its first."""

    code: ClassVar[str] = "P012"


def add(review: Review, avoided: DateToAvoid) -> DateToAvoid:
    """Note a date to avoid. Raises `NoSuchDay`."""
    _check(avoided)
    return changing.add(review, involvement.DATES_TO_AVOID, avoided, Step("Note a date to avoid"))


def change(review: Review, avoided: DateToAvoid, since: DateToAvoid, sitting: object | None = None) -> None:
    """Change a date to avoid. Raises `NoSuchDay`."""
    _check(avoided)
    step = Step("Change a date to avoid", sitting=sitting)
    changing.change(review, involvement.DATES_TO_AVOID, avoided, step, since)


def remove(review: Review, date_id: int) -> None:
    """Avoid a date no longer."""
    changing.remove(review, involvement.DATES_TO_AVOID, date_id, Step("Remove a date to avoid"))


def proposals(review: Review) -> list[avoiding.Proposal]:
    """The birthdays and the anniversary that the register gives, and that are not noted for everyone yet."""
    dates = involvement.DATES_TO_AVOID.listing(review)
    return avoiding.proposals(people.listing(review), facts.get(review).died_on, dates)


def watched(review: Review) -> list[DateToAvoid]:
    """The dates that warn: those that are noted, and those that the register gives and nobody has noted yet.

    A call on the anniversary of the death hurts as much where nobody has found the time to note the day.
    """
    given = [DateToAvoid(0, None, each.day, each.why) for each in proposals(review)]
    return [*involvement.DATES_TO_AVOID.listing(review), *given]


def warnings(review: Review, day: date, stakeholder_ids: Collection[int] | None = None) -> list[str]:
    """What is to be said of planning something for `day` with these stakeholders, or with all where it is None."""
    names = {person.id: person.real_name for person in people.listing(review)}
    known = {each.id: names.get(each.person_id, "") for each in involvement.STAKEHOLDERS.listing(review)}
    return avoiding.near(day, watched(review), stakeholder_ids, known)


def _check(avoided: DateToAvoid) -> None:
    if not avoiding.is_day(avoided.day):
        raise NoSuchDay("This is no day of the calendar.", "Give it as 14 August, or as 7 September 2019.")
    if avoided.until and not avoiding.is_stretch(avoided.day, avoided.until):
        raise NoSuchDay(
            "The last day does not go with the first.",
            "Give both with a year, the last not before the first, or both without one.",
        )
