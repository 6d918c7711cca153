"""Finds registered numbers in texts, however they are spaced: '07700 900417', '07700900417', '+44 7700 900 417'."""

import re
from collections.abc import Iterator, Mapping

LEAST_DIGITS = 7
"""A shorter number stands for too much else: a year, a house, a sum."""
_MOST_DIGITS = 15
_JOINT = r"[\s().\-]{1,2}"
_RUN = re.compile(rf"(?<!\w)\d+(?:{_JOINT}\d+)*(?!\w)")
_GROUP = re.compile(r"\d+")
_NO_DIGIT = re.compile(r"\D+")
_OF_THIS_COUNTRY = re.compile(r"^(?:44)?0?")


def digits_of(form: str) -> str:
    """The digits of a number without a letter; '' for anything else, and for one too short to look for."""
    digits = _NO_DIGIT.sub("", form)
    return "" if any(letter.isalpha() for letter in form) or len(digits) < LEAST_DIGITS else digits


class DigitFinder:
    """Looks for numbers, each given by its digits with what is told of it. How many there are costs nothing."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = {_bare(digits): number for digits, number in numbers.items()}

    def spans_in(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where numbers stand, from left to right, each with what was given for it."""
        if not self._numbers:
            return
        for run in _RUN.finditer(text):
            if run.end() - run.start() >= LEAST_DIGITS:
                yield from self._in_run(text, [group.span() for group in _GROUP.finditer(text, *run.span())])

    def _in_run(self, text: str, groups: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """A number may stand beside others, such as a date: groups of digits are taken together till they are one."""
        at = 0
        while at < len(groups):
            digits = ""
            for last in range(at, len(groups)):
                digits += text[slice(*groups[last])]
                number = self._numbers.get(_bare(digits)) if len(digits) >= LEAST_DIGITS else None
                if number is not None or len(digits) > _MOST_DIGITS:
                    break
            if number is None:
                at += 1
                continue
            start = groups[at][0]
            yield start - (text[max(0, start - 1) : start] == "+"), groups[last][1], number
            at = last + 1


def _bare(digits: str) -> str:
    """The digits without what stands before a number of this country."""
    return _OF_THIS_COUNTRY.sub("", digits)
