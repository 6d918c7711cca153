"""Proposes what each column of a table holds, from its heading and from what its cells look like."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dhr_desktop.base import resources
from dhr_desktop.importing.fields import SINGLE, Field
from dhr_desktop.importing.grid import Value, is_empty
from dhr_desktop.importing.looks import FEW, LONG, MOSTLY, Look, fit, look_at

SURE = 0.55
_SAMPLE = 60
_WIDEST = 200
"""Columns up to which a chronology is looked at closely; a sheet of more is a table of another kind."""
_LONGEST_HEADING = 140
_DATE_ALONE = re.compile(r"dates? (?:or period )?of\b|[a-z]+ date$")
_DATES_OF = {Field.TIME: Field.DATE, Field.REPORTED_TIME: Field.REPORTED_DATE}
_HARDLY = 0.3
_AT_A_PINCH = re.compile(r"\b(?:review|updated?|modified|amended|closed)\b")
"""Dates that are another's beside that of the event, and may be all that a table has of it."""
_WHOLE, _PART, _PART_MOST = 1.0, 0.6, 0.85
_SAID_SO = 0.88
_LONGER = 1.5


@dataclass(frozen=True, slots=True)
class Proposal:
    """One column's field and how sure the proposal is, from 0 to 1."""

    field: Field
    confidence: float


@cache
def _vocabulary() -> dict[Field, tuple[frozenset[str], tuple[str, ...]]]:
    listed = resources.toml("importing/columns.toml")["fields"]
    return {
        Field(name): (frozenset(normalised(each) for each in words["whole"]), tuple(words["words"]))
        for name, words in listed.items()
    }


@cache
def _words_of_dates() -> tuple[tuple[Field, tuple[str, ...]], ...]:
    listed = resources.toml("importing/columns.toml")["dates"]
    return tuple((Field(one["field"]), tuple(one["words"])) for one in listed)


@lru_cache(maxsize=4096)
def date_named_by(heading: str) -> Field | None:
    """Which date a heading over dates names: that of the event, of its record, or another; None where it is silent.

    'Date added' and 'Uploaded on' are of the record, 'Seen on' and 'Arrival' of the event, 'Target date' of neither.
    """
    text = _without_brackets(normalised(heading))
    return next((field for field, words in _words_of_dates() if any(_contains(text, word) for word in words)), None)


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
    bare = _without_brackets(text)
    scores: dict[Field, float] = {}
    for field, (whole, words) in _vocabulary().items():
        if text in whole or bare in whole:
            scores[field] = _WHOLE
        elif found := [phrase for phrase in words if _contains(text, phrase)]:
            longest = max(len(phrase) for phrase in found)
            scores[field] = _PART + (_PART_MOST - _PART) * longest / max(len(text), 1)
    if _DATE_ALONE.match(text) and scores.get(Field.TEXT, 0.0) < _WHOLE:
        scores.pop(Field.TEXT, None)  # 'date of the event' names the event and yet holds its date
    if scores and max(scores.values()) < _WHOLE:
        if Field.TIME in scores and not _contains(text, "date"):
            _tell_times_apart(scores, heading)
        elif scores.keys() & _OF_A_DAY:
            _tell_dates_apart(scores, heading)
    return scores


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*[(\[].*?[)\]]\s*", " ", text).strip() or text


def _tell_dates_apart(scores: dict[Field, float], heading: str) -> None:
    """Give a heading that speaks of a date in part to the one date that its other words name."""
    named = date_named_by(heading)
    if named is not None:
        for field in _OF_A_DAY - {named}:
            scores.pop(field, None)
        scores[named] = _SAID_SO


def _tell_times_apart(scores: dict[Field, float], heading: str) -> None:
    """Give a heading that speaks of a time in part to the report, where its other words name that."""
    if date_named_by(heading) is Field.REPORTED_DATE:
        scores.pop(Field.TIME)
        scores[Field.REPORTED_TIME] = _SAID_SO


_OF_A_DAY = frozenset({Field.DATE, Field.REPORTED_DATE})


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
    sample = _SAMPLE if len(headings) <= _WIDEST else FEW
    looks = [look_at([row[column] for row in rows], sample) for column in range(len(headings))]
    scored: dict[tuple[int, Field], float] = {}
    for column, heading in enumerate(headings):
        for field, score in _scores(heading, looks[column]).items():
            scored[column, field] = score * fit(field, looks[column])
            whole = _DATES_OF.get(field) if looks[column].holds_days_and_hours else None
            if whole:  # 'time of call' over cells that are a day and an hour
                scored[column, field] *= _HARDLY
                scored[column, whole] = max(scored.get((column, whole), 0.0), score * fit(whole, looks[column]))
    chosen: dict[int, Proposal] = {}
    used: set[Field] = set()
    for (column, field), score in sorted(
        scored.items(), key=lambda item: (-item[1], _PREFERENCE[item[0][1]], item[0][0])
    ):
        taken = field in SINGLE and field in used
        if column not in chosen and not taken and score >= SURE:
            chosen[column] = Proposal(field, min(score, 1.0))
            used.add(field)
    _complete(chosen, headings, looks, rows[:sample])
    return dict(sorted(chosen.items()))


def _scores(heading: str, look: Look) -> dict[Field, float]:
    """How well a heading fits each field, over such cells: 'Arrival' is a date where dates stand under it."""
    scores = heading_scores(heading)
    named = date_named_by(heading) if look.dates > MOSTLY and max(scores.values(), default=0.0) < _WHOLE else None
    return {**scores, named: _PART_MOST} if named is not None and named not in scores else scores


_PREFERENCE = {field: place for place, field in enumerate(Field)}


def _complete(
    chosen: dict[int, Proposal], headings: Sequence[str], looks: list[Look], rows: Sequence[Sequence[Value]]
) -> None:
    """Give what no heading claimed by the look of the cells: the date, then the longest words; the rest is 'other'."""
    fields = {proposal.field: column for column, proposal in chosen.items()}
    if Field.DATE not in fields:
        _find_date(chosen, headings, looks, fields.get(Field.REPORTED_DATE))
    if Field.TIME not in fields:
        _find_time(chosen, headings, looks)
    if Field.TEXT in fields:
        _find_longer_words(chosen, looks)
    else:
        _find_words(chosen, headings, looks)
    _find_words_of_other_rows(chosen, looks, rows)
    for column, heading in enumerate(headings):
        if column not in chosen and (heading or looks[column].filled):
            chosen[column] = Proposal(Field.OTHER, 0.5)


def _find_date(chosen: dict[int, Proposal], headings: Sequence[str], looks: list[Look], reported: int | None) -> None:
    """Give the date to a column of dates that no heading claims; to the report's only where there is no other."""
    free = [
        column
        for column, look in enumerate(looks)
        if column not in chosen and look.may_be_the_date and (look.bare <= MOSTLY or _may_head_dates(headings[column]))
    ]
    if reported is not None:
        # Beside a date of the record, a number and what never changes are not that of the event.
        free = [column for column in free if looks[column].bare <= MOSTLY and not looks[column].same]
    if free:
        likely = min(free, key=lambda column: (looks[column].bare > MOSTLY, looks[column].same, column))
        chosen[likely] = Proposal(Field.DATE, looks[likely].dates * 0.7)
    elif reported is not None:
        chosen[reported] = Proposal(Field.DATE, 0.7)
    else:
        _find_date_at_a_pinch(chosen, headings, looks)


def _may_head_dates(heading: str) -> bool:
    """Whether bare numbers under a heading may be a spreadsheet's days: under 'ID' or 'Postcode' they are not."""
    return not heading or _contains(normalised(heading), "date") or date_named_by(heading) is Field.DATE


def _find_date_at_a_pinch(chosen: dict[int, Proposal], headings: Sequence[str], looks: list[Look]) -> None:
    """Give the date to one of a review or an update, where nothing else in the table tells when."""
    for column, proposal in list(chosen.items()):
        apt = looks[column].may_be_the_date and _AT_A_PINCH.search(normalised(headings[column]))
        if proposal.field is Field.OTHER and apt:
            chosen[column] = Proposal(Field.DATE, looks[column].dates * 0.5)
            return


def _find_time(chosen: dict[int, Proposal], headings: Sequence[str], looks: list[Look]) -> None:
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
        and looks[column].holds_clock_times
        and (not headings[column] or (date is not None and column == date + 1 and looks[column].plain <= MOSTLY))
    ]
    if clocks:
        chosen[clocks[0]] = Proposal(Field.TIME, looks[clocks[0]].times * 0.7)


_AT_LAST = (Field.ACTION, Field.REFERENCE)


def _find_words(chosen: dict[int, Proposal], headings: Sequence[str], looks: list[Look]) -> None:
    """Give what happened to the column that holds the longest words, or whose heading speaks of it however short.

    Where a table has only what was done, or prose under a heading that elsewhere is over numbers, such as 'Session',
    that is what happened.
    """
    free = [
        column
        for column in range(len(headings))
        if column not in chosen or chosen[column].field in (Field.OTHER, Field.COMMENT)
    ]
    loose = [column for column in free if looks[column].length > LONG]
    loose = loose or [column for column in free if Field.TEXT in heading_scores(headings[column])]
    dated = any(look.tells_when and look.filled >= FEW for look in looks)
    if not loose and dated and not any(headings):
        loose = [column for column in free if looks[column].length > FEW and not looks[column].tells_when]
    loose = loose or [column for column, one in chosen.items() if one.field in _AT_LAST and looks[column].is_prose]
    if loose:
        longest = max(loose, key=lambda column: looks[column].length)
        chosen[longest] = Proposal(Field.TEXT, 0.5)


def _find_longer_words(chosen: dict[int, Proposal], looks: list[Look]) -> None:
    """Give what happened to a column of prose that no heading claims, too, where those it has hold less of it.

    Under 'Nature of contact' may stand 'Telephone call', and all that was said beside it under a heading of its own.
    """
    told = [looks[column] for column, one in chosen.items() if one.field is Field.TEXT]
    free = [column for column, look in enumerate(looks) if column not in chosen and look.is_prose]
    longest = max(free, key=lambda column: looks[column].length, default=None)
    if longest is None or looks[longest].filled < FEW:
        return
    if all(look.are_labels or look.length * _LONGER < looks[longest].length for look in told):
        chosen[longest] = Proposal(Field.TEXT, 0.5)


def _find_words_of_other_rows(chosen: dict[int, Proposal], looks: list[Look], rows: Sequence[Sequence[Value]]) -> None:
    """Give what happened to columns of prose that are filled where it is blank, such as one for each service."""
    told = [column for column, one in chosen.items() if one.field is Field.TEXT]
    if not told:
        return
    for column, look in enumerate(looks):
        if column in chosen or not look.is_prose:
            continue
        filled = [row for row in rows if not is_empty(row[column])]
        alone = sum(all(is_empty(row[other]) for other in told) for row in filled)
        if alone >= 1 and alone * 2 > len(filled):
            chosen[column] = Proposal(Field.TEXT, 0.5)
