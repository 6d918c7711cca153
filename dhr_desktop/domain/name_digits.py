"""Finds registered numbers in texts, however they are spaced: '07700 900417', '07700900417', '+44 7700 900 417'."""

import re
from collections.abc import Iterator, Mapping

LEAST_DIGITS = 7
"""A shorter number stands for too much else: a year, a house, a sum."""
_JOINT = r"[\s().\-]{0,2}"
_LONG = re.compile(rf"\d(?:{_JOINT}\d){{{LEAST_DIGITS - 2}}}")
_NO_DIGIT = re.compile(r"\D+")


def digits_of(form: str) -> str:
    """The digits of a number without a letter; '' for anything else, and for one too short to look for."""
    digits = _NO_DIGIT.sub("", form)
    return "" if any(letter.isalpha() for letter in form) or len(digits) < LEAST_DIGITS else digits


class DigitFinder:
    """Looks for numbers, each given by its digits with what is told of it."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = {_bare(digits): number for digits, number in numbers.items()}
        bodies = sorted((_pattern(digits) for digits in numbers), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w+])(?:{'|'.join(bodies)})(?!\w)") if bodies else None

    def spans_in(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where numbers stand, from left to right, each with what was given for it."""
        if self._pattern is None or not _LONG.search(text):
            return
        for match in self._pattern.finditer(text):
            number = self._numbers.get(_bare(_NO_DIGIT.sub("", match[0])))
            if number is not None:
                yield match.start(), match.end(), number


def _bare(digits: str) -> str:
    """The digits without what stands before a number of this country."""
    return re.sub(r"^(?:44)?0?", "", digits)


def _pattern(digits: str) -> str:
    body = _JOINT.join(_bare(digits))
    national = digits.startswith(("0", "44"))
    return rf"(?:\+?44{_JOINT}(?:\(?0\)?{_JOINT})?|0{_JOINT}){body}" if national else _JOINT.join(digits)
