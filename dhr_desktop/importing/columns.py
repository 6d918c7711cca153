"""Proposes what each column of a table holds, from its heading and from what its cells look like."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import islice

from dhr_desktop.base import resources
from dhr_desktop.importing.dates import UNKNOWN, Context, read_date
from dhr_desktop.importing.fields import DATES, SINGLE, TIMES, Field
from dhr_desktop.importing.grid import Value, as_text
from dhr_desktop.importing.grid import is_empty as empty
from dhr_desktop.importing.times import read_time
from dhr_desktop.importing.typed import day_of, day_of_serial, is_day, is_hour, part_of_a_day

SURE = 0.55
_SAMPLE = 60
_WIDEST = 200
"""Columns up to which a chronology is looked at closely; a sheet of more is a table of another kind."""
_LONG = 25
_LONGEST_HEADING = 140
_FEW = 3
_MOSTLY = 0.6
_SOME_YEAR = Context(neighbour=date(2020, 12, 31))
"""Lets days without a year count as dates: which year it is does not matter here, and a leap year has every day."""
_DATE_ALONE = re.compile(r"dates? (?:or period )?of\b|[a-z]+ date$")
_DATES_OF = {Field.TIME: Field.DATE, Field.REPORTED_TIME: Field.REPORTED_DATE}
_HARDLY = 0.3
_NOT_OF_THE_EVENT = re.compile(r"\b(?:next|due|birth|d\.?o\.?b|review|expir\w*|target|planned|follow)\b", re.IGNORECASE)
_WHOLE, _PART, _PART_MOST = 1.0, 0.6, 0.85


@dataclass(frozen=True, slots=True)
class Proposal:
    """One column's field and how sure the proposal is, from 0 to 1."""

    field: Field
    confidence: float


@dataclass(frozen=True, slots=True)
class _Look:
    """What the cells of a column look like, as parts of those that are filled."""

    filled: int
    dates: float
    times: float
    length: float
    bare: float = 0.0
    """The part that are bare numbers, which may be a spreadsheet's days and may be anything."""
    same: bool = False
    """Whether every cell says the same, as a date of birth or a client's number does."""


@cache
def _vocabulary() -> dict[Field, tuple[frozenset[str], tuple[str, ...]]]:
    listed = resources.toml("importing/columns.toml")
    return {Field(name): (frozenset(words["whole"]), tuple(words["words"])) for name, words in listed.items()}


@lru_cache(maxsize=4096)
def normalised(heading: str) -> str:
    """A heading as the vocabulary knows it: lower case, one space, no underscores or trailing marks."""
    text = heading.replace("_", " ").replace("’", "'").replace("\n", " ")
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return re.sub(r"\s+", " ", text).strip(" :*.\t").lower()


@lru_cache(maxsize=4096)
def heading_scores(heading: str) -> dict[Field, float]:
    """How well a heading fits each field, by its words alone; fields that it does not fit are left out."""
    if len(heading) > _LONGEST_HEADING:
        return {}
    text = normalised(heading)
    bare = re.sub(r"\s*[(\[].*?[)\]]\s*", " ", text).strip() or text
    scores: dict[Field, float] = {}
    for field, (whole, words) in _vocabulary().items():
        if text in whole or bare in whole:
            scores[field] = _WHOLE
        elif found := [phrase for phrase in words if _contains(text, phrase)]:
            longest = max(len(phrase) for phrase in found)
            scores[field] = _PART + (_PART_MOST - _PART) * longest / max(len(text), 1)
    if _DATE_ALONE.match(text) and scores.get(Field.TEXT, 0.0) < _WHOLE:
        scores.pop(Field.TEXT, None)  # 'date of the event' names the event and yet holds its date
    return scores


def _contains(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    while at >= 0:
        before = text[at - 1] if at else " "
        end = at + len(phrase)
        after = text[end] if end < len(text) else " "
        if not before.isalnum() and (not after.isalnum() or after == "s"):
            return True
        at = text.find(phrase, at + 1)
    return False


def propose(headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> dict[int, Proposal]:
    """A field for each column that has a heading or any cell; date and time fields go to one column each."""
    sample = _SAMPLE if len(headings) <= _WIDEST else _FEW
    looks = [_look([row[column] for row in rows], sample) for column in range(len(headings))]
    scored: dict[tuple[int, Field], float] = {}
    for column, heading in enumerate(headings):
        for field, score in heading_scores(heading).items():
            scored[column, field] = score * _fit(field, looks[column])
            whole = _DATES_OF.get(field) if _holds_days_and_hours(looks[column]) else None
            if whole:  # 'time of call' over cells that are a day and an hour
                scored[column, field] *= _HARDLY
                scored[column, whole] = max(scored.get((column, whole), 0.0), score * _fit(whole, looks[column]))
    chosen: dict[int, Proposal] = {}
    used: set[Field] = set()
    for (column, field), score in sorted(
        scored.items(), key=lambda item: (-item[1], _PREFERENCE[item[0][1]], item[0][0])
    ):
        taken = field in SINGLE and field in used
        if column not in chosen and not taken and score >= SURE:
            chosen[column] = Proposal(field, min(score, 1.0))
            used.add(field)
    _complete(chosen, headings, looks)
    return dict(sorted(chosen.items()))


_PREFERENCE = {field: place for place, field in enumerate(Field)}


def _complete(chosen: dict[int, Proposal], headings: Sequence[str], looks: list[_Look]) -> None:
    """Give what no heading claimed by the look of the cells: the date, then the longest words; the rest is 'other'."""
    fields = {proposal.field: column for column, proposal in chosen.items()}
    if Field.DATE not in fields:
        _find_date(chosen, headings, looks, fields.get(Field.REPORTED_DATE))
    if Field.TIME not in fields:
        _find_time(chosen, headings, looks)
    if Field.TEXT not in fields:
        _find_words(chosen, headings, looks)
    for column, heading in enumerate(headings):
        if column not in chosen and (heading or looks[column].filled):
            chosen[column] = Proposal(Field.OTHER, 0.5)


def _find_date(chosen: dict[int, Proposal], headings: Sequence[str], looks: list[_Look], reported: int | None) -> None:
    """Give the date to a column of dates that no heading claims; to the report's only where there is no other."""
    free = [column for column in range(len(looks)) if column not in chosen and _may_be_the_date(looks[column])]
    if reported is not None:
        # Beside a date of the record, one of a next appointment or a birth is not that of the event.
        free = [
            column
            for column in free
            if looks[column].bare <= _MOSTLY
            and not looks[column].same
            and Field.OTHER not in heading_scores(headings[column])
            and not _NOT_OF_THE_EVENT.search(headings[column])
        ]
    if free:
        likely = min(free, key=lambda column: (looks[column].bare > _MOSTLY, looks[column].same, column))
        chosen[likely] = Proposal(Field.DATE, looks[likely].dates * 0.7)
    elif reported is not None:
        chosen[reported] = Proposal(Field.DATE, 0.7)


def _find_time(chosen: dict[int, Proposal], headings: Sequence[str], looks: list[_Look]) -> None:
    """Give the time to a column of clock times that no heading claims, right beside the date or without a heading.

    The time of a report that has no date of its own goes with the date there is.
    """
    fields = {proposal.field: column for column, proposal in chosen.items()}
    if Field.REPORTED_TIME in fields and Field.REPORTED_DATE not in fields:
        chosen[fields[Field.REPORTED_TIME]] = Proposal(Field.TIME, 0.6)
        return
    date = fields.get(Field.DATE)
    clocks = [
        column
        for column in range(len(headings))
        if column not in chosen
        and _holds_clock_times(looks[column])
        and (not headings[column] or not any(headings) or (date is not None and column == date + 1))
    ]
    if clocks:
        chosen[clocks[0]] = Proposal(Field.TIME, looks[clocks[0]].times * 0.7)


def _find_words(chosen: dict[int, Proposal], headings: Sequence[str], looks: list[_Look]) -> None:
    """Give what happened to the column that holds the longest words, or whose heading speaks of it however short."""
    free = [
        column
        for column in range(len(headings))
        if column not in chosen or chosen[column].field in (Field.OTHER, Field.COMMENT)
    ]
    loose = [column for column in free if looks[column].length > _LONG]
    loose = loose or [column for column in free if Field.TEXT in heading_scores(headings[column])]
    dated = any(_tells_when(look) and look.filled >= _FEW for look in looks)
    if not loose and dated and not any(headings):
        loose = [column for column in free if looks[column].length > _FEW and not _tells_when(looks[column])]
    if loose:
        longest = max(loose, key=lambda column: looks[column].length)
        chosen[longest] = Proposal(Field.TEXT, 0.5)


def _tells_when(look: _Look) -> bool:
    return max(look.dates, look.times) > _MOSTLY


def _may_be_the_date(look: _Look) -> bool:
    """Whether a column that no heading claims may hold the dates: a client's number is none, however like a serial."""
    return look.dates > _MOSTLY and not (look.same and look.bare > _MOSTLY)


def _holds_clock_times(look: _Look) -> bool:
    return look.times > _MOSTLY > look.bare and look.length > len("9am") and not _holds_days_and_hours(look)


def _holds_days_and_hours(look: _Look) -> bool:
    """Whether cells hold a day with its hour; '9.05' alone could be either, and is short."""
    return look.dates > _MOSTLY and look.length >= len("4/3/17 9:05")


def _fit(field: Field, look: _Look) -> float:
    """How far the cells bear a heading out: a date column holds dates, whatever it is called."""
    if look.filled < _FEW:
        return 1.0
    if field in DATES:
        return 0.4 + 0.7 * min(1.0, look.dates / 0.5)
    if field in TIMES:
        return 0.4 + 0.6 * min(1.0, look.times / 0.4)
    if look.dates > 0.8 and field is not Field.OTHER:  # noqa: PLR2004 - nearly every cell
        return 0.4
    if field is Field.TEXT:
        return 0.75 + 0.3 * min(1.0, look.length / _LONG)
    return 1.0


def _look(values: Sequence[Value], sample: int) -> _Look:
    filled = list(islice((value for value in values if not empty(value)), sample))
    if not filled:
        return _Look(0, 0.0, 0.0, 0.0)
    number = len(filled)
    return _Look(
        filled=number,
        dates=sum(_looks_like_date(value) for value in filled) / number,
        times=sum(_looks_like_time(value) for value in filled) / number,
        length=sum(len(as_text(value)) for value in filled) / number,
        bare=sum(day_of(value) is None and day_of_serial(value) is not None for value in filled) / number,
        same=number >= _FEW and len({as_text(value) for value in filled}) == 1,
    )


def _looks_like_date(value: Value) -> bool:
    if isinstance(value, str):
        reading = read_date(value, _SOME_YEAR)
        return (
            (reading.edtf not in ("", UNKNOWN) and "among-words" not in reading.doubts)
            or reading.ditto
            or is_day(value)
        )
    return is_day(value)


def _looks_like_time(value: Value) -> bool:
    value = part_of_a_day(value)
    if isinstance(value, str):
        return bool(read_time(value).time) or not read_time(value).doubts
    return is_hour(value)
