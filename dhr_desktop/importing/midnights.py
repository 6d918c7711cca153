"""Midnight in a column of dates or times: an hour, or what an export writes where no time was recorded."""

import re
from collections.abc import Callable, Sequence
from datetime import time
from enum import Enum

from dhr_desktop.importing.grid import Value, is_empty
from dhr_desktop.importing.typed import hour_of, part_of_a_day

_ZERO = re.compile(
    r"(?<![\d:.])0?0[:.]?00(?:[:.]00(?:\.0+)?)?\s*(?:h(?:ou)?rs?\.?)?\s*(?:z|utc|gmt|[+\-]\d\d:?\d\d)?\s*",
    re.IGNORECASE,
)
_ZERO_AT_THE_END = re.compile(rf"[\sTt(,@]{_ZERO.pattern}\)?$", re.IGNORECASE)
_ENOUGH = 3
_MANY = 1 / 3
"""From this part of the clock times on, midnight cannot be when things happened."""


class Midnight(Enum):
    """What midnight in a column is taken for."""

    HOUR = "an hour"
    UNSURE = "an hour, or no time"
    NO_TIME = "no time"


def is_written_as_zero(written: str) -> bool:
    """Whether the words end in 00:00; a person who means midnight may well write 'midnight'."""
    return bool(_ZERO_AT_THE_END.search(written))


def among_dates(values: Sequence[Value], clock_of: Callable[[Value], str]) -> Midnight:
    """What 00:00 is in a column of dates with their hours; `clock_of` reads a cell's time by the clock in Britain."""
    texts = [value for value in values if isinstance(value, str) and (":" in value or "00" in value[-8:])]
    zeros = sum(is_written_as_zero(text) for text in texts)
    if not zeros and not any("23:00" in text for text in texts[:_ENOUGH]):
        return Midnight.HOUR
    clocks = [clock for value in values if not is_empty(value) and (clock := clock_of(value))]
    by_the_clock = sum(clock == "00:00" for clock in clocks)
    if clocks and (by_the_clock == len(clocks) or zeros >= len(clocks)):
        return Midnight.NO_TIME if len(clocks) >= _ENOUGH else Midnight.UNSURE
    if not zeros or not clocks:
        return Midnight.HOUR
    return Midnight.NO_TIME if zeros >= _ENOUGH and zeros >= _MANY * len(clocks) else Midnight.UNSURE


def are_all(values: Sequence[Value]) -> bool:
    """Whether every filled cell of a column of times says 00:00, and so none says a time."""
    filled = 0
    for value in values:
        if is_empty(value):
            continue
        if not _is_zero(value):
            return False
        filled += 1
    return filled >= _ENOUGH


def _is_zero(value: Value) -> bool:
    if isinstance(value, str):
        return bool(_ZERO.fullmatch(value.strip()))
    typed = hour_of(part_of_a_day(value))
    return typed == time() if typed is not None else value == 0
