"""A gap in words, as the chair may put it to an agency or into the report: no more certain than the records are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dhr_desktop.domain.counting import counted as things
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.gaps import ALL_AGENCIES, Gap

_NAMED = 3
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said of the records around a gap: the dates of those that bound it, and of those that may fall in it.

    Dates are in words ('4 May 2016', 'spring 2014'); '' for an end of the period.
    """

    before: str = ""
    after: str = ""
    may_fall_in: Sequence[str] = ()


def in_words(gap: Gap, agency: str, beside: Beside) -> str:
    """The gap in two or three sentences. `agency` is the agency's name; it is not used for all of them together."""
    return " ".join(part for part in (silence_words(gap, agency, beside), may_fall_in_words(gap, beside)) if part)


def question_words(gap: Gap) -> str:
    """What an agency may be asked about a gap in its records: a draft that the chair goes over."""
    return (
        f"The review has no record of your agency that is certain to fall between {in_british_words(of_day(gap.first))}"
        f" and {in_british_words(of_day(gap.last))} ({counted(gap.days)}). Was there any contact, or any attempt at"
        " contact, in that time? If there was none, had any been planned or expected?"
    )


def how_long(gap: Gap) -> str:
    """The length: '143 days', or 'up to 143 days' where a record of uncertain date may break it."""
    return counted(gap.days) if gap.least_days == gap.days else f"up to {counted(gap.days)}"


def days_in_words(first: date, last: date) -> str:
    """'13 December 2015 to 3 May 2016'."""
    if first == last:
        return in_british_words(of_day(first))
    return f"{in_british_words(of_day(first))} to {in_british_words(of_day(last))}"


def may_fall_in_words(gap: Gap, beside: Beside) -> str:
    """Which records of uncertain date may fall within, and how much is certain all the same; '' for none."""
    number = len(gap.may_fall_in)
    if not number:
        return ""
    dates = Counter(beside.may_fall_in)
    named = ", ".join(f"“{words}”" for words in list(dates)[:_NAMED])
    more = "" if len(dates) <= _NAMED else " and others"
    records = "record" if number == 1 else "records"
    who = f"{_NUMBERS[number] if number < len(_NUMBERS) else f'{number:,}'} {records} dated only {named}{more}"
    if gap.least_days == gap.days:
        return f"{who} may fall within it."
    if not gap.least_days:
        return f"{who} may fall within it, so that none of it is certain."
    return f"{who} may fall within it; wherever that was, {counted(gap.least_days)} on end are without any record."


def counted(days: int) -> str:
    """'1 day', '1,204 days'."""
    return things(days, "day", "days")


def silence_words(gap: Gap, agency: str, beside: Beside) -> str:
    """The first sentence of it: who was silent, how long, when."""
    together = gap.agency_id == ALL_AGENCIES
    who = "No agency recorded contact" if together else f"{agency} recorded no contact"
    whose = "the" if together else "its"
    stretch = days_in_words(gap.first, gap.last)
    if not gap.before_id and not gap.after_id:
        return f"{who} in the whole period looked at: {how_long(gap)} ({stretch})."
    if not gap.before_id:
        until = f"until {whose} first record, of {beside.after}"
        return f"{who} for {how_long(gap)} from the start of the period {until} ({stretch})."
    if not gap.after_id:
        since = f"after {whose} last record, of {beside.before}"
        return f"{who} for {how_long(gap)} {since}, until the end of the period ({stretch})."
    return f"{who} for {how_long(gap)} before the entry of {beside.after} ({stretch})."
