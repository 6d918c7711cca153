"""What points at somebody by its form alone, though nobody has entered it: numbers, addresses, days of birth and death.

The register's own numbers are covered with its names; see `pointing`. This is for a screen that others look at, where
it is better to cover a reference that looks like a telephone number than to leave a telephone number standing.
"""

import re
from collections.abc import Iterable

from dhr_desktop.domain.addresses import POSTCODE, address
from dhr_desktop.domain.avoiding import is_yearly, yearly
from dhr_desktop.domain.dates import MONTHS, exact_day
from dhr_desktop.domain.names import WITHHELD
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.told_days import ToldDays, of_people

_COVERED = re.escape(WITHHELD)
"""Names are covered before: an address of e-mail mostly holds one."""
_LONGEST = 100
"""Before the @ stand 64 letters at the most (RFC 5321, 4.5.3.1.1); a word of thousands is looked through once."""
_EMAIL = re.compile(rf"(?:[\w.+'-]|{_COVERED}){{1,{_LONGEST}}}@(?:[\w-]|{_COVERED})+(?:\.(?:[\w-]|{_COVERED})+)+")
_FORMS = (
    ("a postcode", POSTCODE),
    ("an NHS number", re.compile(r"(?<![\w-])\d{3}[ -]\d{3}[ -]\d{4}(?![\w-])")),
    ("an NHS number", re.compile(r"(?:(?<=NHS )|(?<=NHS No )|(?<=NHS number ))\d{10}\b")),
    ("a vehicle registration", re.compile(r"(?<!\w)[A-Z]{2}\d{2}\s?[A-Z]{3}(?!\w)")),
)
_PHONE = re.compile(
    r"(?<![\w.+-])(?:(?:\+44|0044)[ \u00a0-]?(?:\(0\)[ \u00a0-]?)?|\(?0)[1-35789]\d(?:\)?[ \u00a0-]{0,2}\d){7,8}(?!\w)"
)
"""Ten or eleven figures and no more: an hour, a day or another number that stands behind them is none of them."""


class TellTales:
    """Covers it in texts. `people` are those whose births and deaths are known; `days` all days not to be told."""

    def __init__(self, people: Iterable[Person] = (), days: ToldDays | None = None) -> None:
        everyone = list(people)
        self._yearly = {yearly(day) for person in everyone if (day := exact_day(person.born))}
        self._days = days or of_people(everyone)

    def cover(self, text: str) -> str:
        """The text without them; of a birth the year is left, of a death month and year (`told_days`)."""
        text = self._days.cover(text)
        if not any(letter.isdigit() for letter in text) and "@" not in text:
            return text
        if "@" in text:
            text = _EMAIL.sub("an e-mail address", text)
        text = address().sub("an address", text)
        for stands_as, form in _FORMS:
            text = form.sub(stands_as, text)
        return _PHONE.sub("a telephone number", text)

    def days(self, text: str) -> str:
        """The text without the days of births and deaths alone, as of an agency's own words for a date."""
        return self._days.cover(text)

    def edtf(self, text: str) -> str:
        """A stored date as it may be shown."""
        return self._days.edtf(text)

    def is_birth(self, day: str, why: str = "") -> bool:
        """Whether a day to avoid, as it is kept, tells when somebody was born."""
        exact = None if is_yearly(day) else exact_day(day)
        return (yearly(exact) if exact else day) in self._yearly or "birth" in why.casefold()


def month_of(day: str) -> str:
    """Of a day to avoid, as it is kept, what may be told where it is somebody's birthday: 'May'."""
    return MONTHS[int(day[-5:-3]) - 1]
