"""Dates on or near which somebody should not hear from the review: when they fall, and what to say of days near."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from dhr_desktop.domain.dates import MONTHS, exact_day, in_british_words, parse
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import DateToAvoid

YEARLY = "--"
"""With what a day of every year begins: '--11-09'."""
_LEAP_YEAR = 2024
_NAMED = ("anniversary", "birthday", "trial", "inquest", "funeral", "wedding", "hearing", "sentencing", "sentence")
"""What takes 'the' before it in a sentence when the chair has typed it without."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of one time at which a date to avoid falls."""

    first: date
    last: date

    def days_to(self, day: date) -> int:
        """How far `day` lies from it: below 0 before it, 0 within, above 0 after."""
        if day < self.first:
            return (day - self.first).days
        return max((day - self.last).days, 0)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A date that the register gives reason to avoid. `noted_for` are the stakeholders who alone have it so far."""

    day: str
    why: str
    noted_for: tuple[int, ...] = ()


def yearly(day: date) -> str:
    """The day of every year, as it is kept."""
    return f"{YEARLY}{day:%m-%d}"


def is_yearly(day: str) -> bool:
    """Whether a day as it is kept is one of every year."""
    return day.startswith(YEARLY)


def is_day(day: str) -> bool:
    """Whether this can be kept as a day: one of every year, or one that is certain."""
    return _month_and_day(day) is not None if is_yearly(day) else exact_day(day) is not None


def is_stretch(day: str, until: str) -> bool:
    """Whether both ends can be kept together: both of every year, or both of one with the last not before the first."""
    if not (is_day(day) and is_day(until)) or is_yearly(day) != is_yearly(until):
        return False
    return is_yearly(day) or day <= until


def in_words(day: str, until: str = "") -> str:
    """The day as the British write it: '9 November' of every year, '7 September 2019', '3 to 21 June 2019'."""
    if not until or until == day:
        return _one(day)
    if is_yearly(day):
        first, last = _one(day), _one(until)
        return f"{first.split()[0] if day[:4] == until[:4] else first} to {last}"
    return in_british_words(parse(f"{day}/{until}"))


def times(avoided: DateToAvoid, around: date) -> list[Stretch]:
    """When it falls, in the years about a day. What is no date falls never."""
    if not is_yearly(avoided.day):
        first, last = exact_day(avoided.day), exact_day(avoided.until or avoided.day)
        return [Stretch(first, max(first, last or first))] if first else []
    years = range(max(around.year - 2, date.min.year), min(around.year + 2, date.max.year) + 1)
    return [found for year in years if (found := _in_year(avoided, year))]


def next_time(avoided: DateToAvoid, today: date) -> Stretch | None:
    """The time at which it falls now or next; None for what has passed."""
    return next((found for found in times(avoided, today) if found.last >= today), None)


def in_order(dates: Iterable[DateToAvoid], today: date) -> list[DateToAvoid]:
    """In the order of the coming year, and what has passed after it."""

    def key(avoided: DateToAvoid) -> tuple[date, str]:
        found = next_time(avoided, today)
        return (found.first if found else date.max), avoided.why.casefold()

    return sorted(dates, key=key)


def near(
    day: date,
    dates: Iterable[DateToAvoid],
    stakeholder_ids: Collection[int] | None = None,
    names: Mapping[int, str] | None = None,
    *,
    dated: bool = False,
) -> list[str]:
    """What is to be said of planning something for `day`, the nearest date first; nothing where none is near.

    It concerns the stakeholders of these ids, or all with None; dates for everyone count always. With their `names`
    it is said who asked: '2 days before the anniversary of the death, 9 November; Jade asked to avoid it'. `dated`
    names the day itself, for where it stands apart from it: 'On 9 November 2026, the anniversary of the death'.
    """
    said = partial(_dated, day) if dated else _sentence
    found: dict[tuple[int, str, str], dict[str, list[int]]] = {}
    for avoided in dates:
        owner = avoided.stakeholder_id
        if owner is not None and stakeholder_ids is not None and owner not in stakeholder_ids:
            continue
        distance = _nearest(avoided, day)
        if distance is None:
            continue
        owners = found.setdefault((distance, avoided.day, avoided.until), {}).setdefault(
            " ".join(avoided.why.split()), []
        )
        if owner is not None and owner not in owners:
            owners.append(owner)
    ordered = sorted(found.items(), key=lambda each: (abs(each[0][0]), each[0][0] > 0))
    return [
        said(*when, why) + _who_asked(owners, names or {})
        for when, reasons in ordered
        for why, owners in _told_once(reasons).items()
    ]


def once(dates: Collection[DateToAvoid]) -> list[DateToAvoid]:
    """The dates without those for everyone that somebody among them has noted for themselves already."""
    own = {_same(each) for each in dates if each.stakeholder_id is not None}
    return [each for each in dates if each.stakeholder_id is not None or _same(each) not in own]


def _same(avoided: DateToAvoid) -> tuple[str, str, str]:
    return avoided.day, avoided.until, " ".join(avoided.why.split()).casefold()


def _told_once(reasons: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """The reasons for one day, each once: one that is noted without words goes with the first that has some."""
    told: dict[str, list[int]] = {}
    for why, owners in sorted(reasons.items(), key=lambda each: not each[0]):
        same = next((known for known in told if not why or known.casefold() == why.casefold()), why)
        kept = told.setdefault(same, [])
        kept += [each for each in owners if each not in kept]
    return told


def proposals(register: Iterable[Person], died_on: str, dates: Sequence[DateToAvoid]) -> list[Proposal]:
    """What the register gives reason to avoid for everyone, and is not avoided for everyone yet.

    The birthdays of the victim and of children, and the anniversary of the death; `died_on` is the review's own day
    of it, for a register that has none.
    """
    kept = {avoided.day for avoided in dates if avoided.stakeholder_id is None}
    found: dict[tuple[str, str], Proposal] = {}
    for person in register:
        born = exact_day(person.born)
        if person.role in (Role.VICTIM, Role.CHILD) and born:
            name = person.real_name.split()[0] if person.real_name.split() else person.role.value
            _note(found, Proposal(yearly(born), f"{name}'s birthday"))
        died = exact_day(person.died or died_on) if person.role is Role.VICTIM else None
        if died:
            _note(found, Proposal(yearly(died), "anniversary of the death"))
    if not any(each.why == "anniversary of the death" for each in found.values()) and (died := exact_day(died_on)):
        _note(found, Proposal(yearly(died), "anniversary of the death"))
    own: dict[str, tuple[int, ...]] = {}
    for avoided in dates:
        if avoided.stakeholder_id is not None and avoided.stakeholder_id not in own.get(avoided.day, ()):
            own[avoided.day] = (*own.get(avoided.day, ()), avoided.stakeholder_id)
    return [replace(each, noted_for=own.get(each.day, ())) for each in found.values() if each.day not in kept]


def _note(found: dict[tuple[str, str], Proposal], proposal: Proposal) -> None:
    found.setdefault((proposal.day, proposal.why), proposal)


def _month_and_day(day: str) -> tuple[int, int] | None:
    try:
        found = date.fromisoformat(f"{_LEAP_YEAR}-{day.removeprefix(YEARLY)}")
    except ValueError:
        return None
    return found.month, found.day


def _one(day: str) -> str:
    if not is_yearly(day):
        return in_british_words(parse(day)) if exact_day(day) else day
    found = _month_and_day(day)
    return f"{found[1]} {MONTHS[found[0] - 1]}" if found else day


def _in_year(avoided: DateToAvoid, year: int) -> Stretch | None:
    """The time that begins in a year. In a year without a 29 February its neighbours stand for it."""
    first = _placed(avoided.day, year, later=False)
    last = _placed(avoided.until or avoided.day, year, later=True)
    if first is None or last is None:
        return None
    if last < first:  # it goes over the turn of the year
        last = _placed(avoided.until, year + 1, later=True) if year < date.max.year else date.max
    return Stretch(first, last or first)


def _placed(day: str, year: int, *, later: bool) -> date | None:
    found = _month_and_day(day)
    if found is None:
        return None
    try:
        return date(year, *found)
    except ValueError:  # 29 February
        return date(year, 3, 1) if later else date(year, 2, 28)


def _nearest(avoided: DateToAvoid, day: date) -> int | None:
    distances = [each.days_to(day) for each in times(avoided, day)]
    nearest = min(distances, key=lambda each: (abs(each), each), default=None)
    return nearest if nearest is not None and abs(nearest) <= max(avoided.near, 0) else None


def _dated(planned: date, distance: int, day: str, until: str, why: str) -> str:
    on = f"On {in_british_words(parse(planned.isoformat()))}"
    if distance == 0 and until in ("", day) and _month_and_day(day) in (None, (planned.month, planned.day)):
        return f"{on}, {_named(why)}"
    if distance == 0 and until in ("", day):  # 29 February, in a year without one
        return f"{on}, {_named(why)}, {in_words(day)}"
    where = _sentence(distance, day, until, why)
    return f"{on}, {where[0].lower()}{where[1:]}"


def _named(why: str) -> str:
    what = why or "a date to avoid"
    return f"the {what}" if what.split()[0].casefold() in _NAMED else what


def _sentence(distance: int, day: str, until: str, why: str) -> str:
    named = _named(why)
    if distance == 0:
        where = "During" if until and until != day else "On"
    else:
        number = f"{abs(distance)} day{'' if abs(distance) == 1 else 's'}"
        where = f"{number} {'before' if distance < 0 else 'after'}"
    return f"{where} {named}, {in_words(day, until)}"


def _who_asked(owners: Sequence[int], names: Mapping[int, str]) -> str:
    known = [names[each] for each in owners if each in names]
    if not known:
        return ""
    who = known[0] if len(known) == 1 else f"{', '.join(known[:-1])} and {known[-1]}"
    return f"; {who} asked to avoid it"
