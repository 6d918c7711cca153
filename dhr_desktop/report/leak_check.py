"""Reads the finished file, not the intention, and passes it only when no registered name is left in it.

Only this module makes a `CheckedFile`, and only a `CheckedFile` can be saved or sealed.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.editions import Edition, Naming
from dhr_desktop.domain.names import NameCover, Named
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.told_days import NO_DAYS, ToldDays
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf, words_of_png, words_of_svg

_READERS = {"docx": words_of_docx, "pdf": words_of_pdf, "png": words_of_png, "svg": words_of_svg}


@dataclass(frozen=True, slots=True)
class Finding:
    """A registered form that stands in a file it must not stand in, and how often."""

    surface: str
    times: int


class LeakFound(UserError):
    """Names that the edition covers are in the finished file. `findings` are for the chair's eyes, never for a log."""

    code: ClassVar[str] = "R001"

    def __init__(self, edition: Edition, findings: Sequence[Finding]) -> None:
        times = sum(finding.times for finding in findings)
        super().__init__(
            f"The {edition.name.lower()} was not made: {len(findings)} names or days that it covers would stand in"
            f" it, {times} times.",
            "Check the register of people (a pseudonym may be another person's real name), then make it again.",
        )
        self.findings = tuple(findings)


class NothingCovered(UserError):
    """An anonymised edition was asked for while the register of people is empty."""

    code: ClassVar[str] = "R002"


def check(  # noqa: PLR0913 - the file, and all that must or may stand in it
    name: str,
    form: str,
    data: bytes,
    edition: Edition,
    named: Sequence[Named],
    left: Sequence[re.Pattern[str]] = (),
    *,
    days: ToldDays = NO_DAYS,
) -> CheckedFile:
    """Pass a finished file for its edition. `left` is what stands in it on purpose (`report.left_standing`).

    `days` are those of births and deaths that no anonymised edition gives (`domain.told_days`).

    Raises `LeakFound`, or `NothingCovered` when there is nothing to check by.
    """
    if edition.naming is not Naming.REAL:
        if not any(isinstance(each, Person) for each in named):
            raise NothingCovered(
                f"The {edition.name.lower()} covers the names in the register of people, and the register is empty.",
                "Enter the people that the records name, with a pseudonym for each, then make it again.",
            )
        words = f"{name}\n{_without_left(_READERS[form](data), left)}"
        told = Counter(days.find(words))
        findings = [*find_names(words, named), *(Finding(surface, times) for surface, times in told.items())]
        if findings:
            raise LeakFound(edition, findings)
    digest = hashlib.sha256(data).hexdigest()
    return CheckedFile(name=name, format=form, edition=edition, data=data, sha256=digest, document=name)


def find_names(words: str, named: Sequence[Named]) -> list[Finding]:
    """The registered forms in `words`, apart from those that are somebody's chosen pseudonym spelt out."""
    cover = NameCover(named, Naming.PSEUDONYMS)
    text = _without(words, set(cover.stand_ins))
    counts = Counter(found.surface for found in cover.find(text))
    return [Finding(surface, times) for surface, times in counts.most_common()]


def _without_left(words: str, left: Sequence[re.Pattern[str]]) -> str:
    for pattern in left:
        words = pattern.sub(_without_form, words)
    return words


def _without_form(found: re.Match[str]) -> str:
    return f"{found.string[found.start() : found.start(1)]} {found.string[found.end(1) : found.end()]}"


def _without(words: str, allowed: set[str]) -> str:
    """The words with every whole pseudonym of more than one word taken out: 'PC 1' must not be read as initials."""
    several = sorted((re.escape(name) for name in allowed if not name.isalpha()), key=len, reverse=True)
    return re.sub("|".join(several), " ", words) if several else words
