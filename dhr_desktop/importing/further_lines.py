"""Further lines of one consultation: rows without a date that plainly belong to the dated row above them."""

from collections.abc import Mapping, Sequence

from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Value, as_text, is_empty

_OF_A_NEW_CONTACT = (
    Field.TIME,
    Field.REPORTED_DATE,
    Field.REPORTED_TIME,
    Field.REFERENCE,
    Field.PEOPLE,
    Field.SOURCE,
)
"""What a contact of its own would have filled in."""
_SEVERAL = 2


class FurtherLines:
    """Remembers the last dated row, and whether every row since has gone on from it."""

    def __init__(self, columns: Mapping[Field, Sequence[int]], happened: int | None) -> None:
        self._happened = happened
        self._texts = set(columns[Field.TEXT])
        self._others = set(columns[Field.OTHER])
        self._telling = {column for field in _OF_A_NEW_CONTACT for column in columns[field]}
        self._dated: set[int] = set()
        self._last = -1
        self._words_alone = True

    def begin(self, number: int, row: Sequence[Value]) -> None:
        """A row with a date of its own."""
        self._dated = _filled(row) - {self._happened}
        self._last = number
        self._words_alone = True

    def goes_on(self, number: int, row: Sequence[Value]) -> bool:
        """Whether a row without a date is a further line of the dated one above, with no row between that is not.

        Plainly so where time, reference and staff are blank under a row that has them, or where it is words alone
        under a row that has more than a date and words.
        """
        own = _filled(row)
        follows = self._happened is not None and number == self._last + 1
        alone = self._words_alone and len(own) == 1 and own <= self._texts and bool(self._dated - own)
        if not follows or not (alone or self._leaves_the_rest(own, row)):
            self._last = -2  # no later row can follow
            return False
        self._last = number
        self._words_alone = alone
        return True

    def _leaves_the_rest(self, own: set[int], row: Sequence[Value]) -> bool:
        """Whether a row says what and leaves who and when; a number beside it would make it one of its own."""
        left = self._dated - own
        leaves_enough = bool(left & self._telling) or len(left & self._others) >= _SEVERAL
        if not leaves_enough or not own & self._texts or not own <= self._texts | self._others:
            return False
        return not any(any(sign.isdigit() for sign in as_text(row[column])) for column in own & self._others)


def _filled(row: Sequence[Value]) -> set[int]:
    return {column for column, value in enumerate(row) if not is_empty(value)}
