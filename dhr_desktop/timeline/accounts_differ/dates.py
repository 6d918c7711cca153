"""Whether accounts give days that cannot be the same. A day is as certain as its source, and a night has two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dhr_desktop.domain.dates import EdtfDate, in_british_words, of_day
from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline.accounts_differ.accounts import Account
from dhr_desktop.timeline.accounts_differ.found import Said, opposed
from dhr_desktop.timeline.accounts_differ.knowledge import knowledge
from dhr_desktop.timeline.same_event.told import days_told_at, minutes_of
from dhr_desktop.timeline.same_event.words import words_of

_ONE_DAY = timedelta(days=1)
_HOURS_OF_A_DAY = 24


@dataclass(frozen=True, slots=True)
class _Day:
    """The days a record may mean. `claimed` is false of what only allows for a day, such as one named in passing."""

    first: date
    last: date
    claimed: bool
    said: Said
    hour: float | None = None
    """Hours since the first day there is, where the record gives the hour of the happening."""


def differing(accounts: Sequence[Account]) -> list[Said]:
    """What accounts say of the day, where they cannot all mean the same."""
    days: dict[int, list[_Day]] = {}
    for account in accounts:
        days.setdefault(account.entry.agency_id, []).extend(_days(account))
    claims = [said for ones in days.values() for said in _earliest([day for day in ones if day.claimed])]
    if len({said.value for said in claims}) <= 1:
        return []

    def against(one: Said, other: Said) -> bool:
        return not any(_may_be_one(first, second) for first in days[one.agency_id] for second in days[other.agency_id])

    order = {account.entry.id: place for place, account in enumerate(accounts)}
    return opposed(sorted(claims, key=lambda said: order[said.entry_id]), against)


def _earliest(claims: Sequence[_Day]) -> list[Said]:
    """Of what one agency says, that of the first day: what it wrote of later ones came of the happening."""
    first = min((day.said.value for day in claims if day.first == min(each.first for each in claims)), default="")
    return [day.said for day in claims if day.said.value == first]


def _may_be_one(one: _Day, other: _Day) -> bool:
    if one.hour is not None and other.hour is not None and one.hour // 24 != other.hour // 24:
        return abs(one.hour - other.hour) <= float(_rules()["night_hours"])
    return one.first <= other.last and other.first <= one.last


def _days(account: Account) -> list[_Day]:
    entry, when = account.entry, account.entry.when
    told = list(_told(account, when))
    bounds = _widened(entry, when)
    if bounds is None:
        return told
    words = in_british_words(when)
    own = Said(entry.id, entry.agency_id, "date_edtf", 0, 0, words, words, "date")
    # What tells of a day before its own, or tells what it was told, has its own date from the writing.
    says_so = bool(entry.reported_edtf) or any(word in entry.text.lower() for word in _rules()["own_day"])
    claimed = says_so or not (account.second_hand or any(day.claimed for day in told))
    return [_Day(*bounds, claimed, own, _hour(entry, when) if claimed and not _at_night(entry) else None), *told]


def _told(account: Account, when: EdtfDate) -> Iterator[_Day]:
    """The days the words name. One alone, told of as the day and shortly before the record's own, is claimed."""
    written = when.latest
    if written is None:
        return
    text = account.entry.text
    found = [one for one in days_told_at(text, written) if one[0] <= written.toordinal()]
    one_alone = len({ordinal for ordinal, _, _ in found}) == 1 and not account.entry.reported_edtf
    for ordinal, start, end in found:
        day = date.fromordinal(ordinal)
        shortly = written - day <= timedelta(days=_rules()["shortly_days"])
        claimed = one_alone and shortly and (account.second_hand or _told_of_as_the_day(text, start, end))
        said = account.said("text", start, end, in_british_words(of_day(day)), "date")
        night = any(word in text[start : end + 8].lower() for word in _rules()["night_words"])
        yield _Day(day, day + _ONE_DAY if night else day, claimed, said)


def _told_of_as_the_day(text: str, start: int, end: int) -> bool:
    before = words_of(text[max(0, start - 16) : start])
    named = bool(before) and before[-1].lower() in (*_rules()["named_by"], "the")
    return named or not any(letter.isdigit() for letter in text[start:end])


def _widened(entry: Entry, when: EdtfDate) -> tuple[date, date] | None:
    """The first and last day a record may mean; None where it gives no day at all."""
    if when.earliest is None or when.latest is None:
        return None
    if when.approximate or when.unsure:
        days = max(_rules()["about_days"], when.span_days // 2 if when.span_days > 1 else 0)
        return when.earliest - timedelta(days=days), when.latest + timedelta(days=days)
    first, last = when.earliest, when.latest
    if "" < entry.time < _rules()["night_until"]:
        first -= _ONE_DAY
    if entry.time >= _rules()["night_from"]:
        last += _ONE_DAY
    if _at_night(entry):
        first, last = first - _ONE_DAY, last + _ONE_DAY
    return first, last


def _at_night(entry: Entry) -> bool:
    return any(word in _rules()["night_words"] for word in words_of(f"{entry.text} {entry.time_written}".lower()))


def _hour(entry: Entry, when: EdtfDate) -> float | None:
    minutes = minutes_of(entry.time)
    if minutes is None or not when.is_exact or when.earliest is None:
        return None
    return when.earliest.toordinal() * _HOURS_OF_A_DAY + minutes / 60


def _rules() -> dict[str, Any]:
    found: dict[str, Any] = knowledge().rest["date"]
    return found
