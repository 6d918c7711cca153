"""What is written under a symbol, and on the line of a couple: names in several lines, years and ages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dhr_desktop.domain.dates import NotEdtf, parse
from dhr_desktop.domain.genogram.family import Couple
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.picture.shapes import Measure, cut
from dhr_desktop.domain.pregnancies import Outcome, Pregnancy
from dhr_desktop.domain.relations import Ending, RelationKind

WIDEST = 112.0
_MOST_LINES = 3
_OUTCOMES = {
    Outcome.EXPECTED: "expected",
    Outcome.BORN: "born",
    Outcome.MISCARRIAGE: "miscarriage",
    Outcome.STILLBIRTH: "stillbirth",
    Outcome.TERMINATION: "termination",
    Outcome.NOT_KNOWN: "pregnancy",
}
_ENDINGS = {Ending.SEPARATED: "s.", Ending.DIVORCED: "div.", Ending.DIED: "until"}


@dataclass(frozen=True, slots=True)
class Naming:
    """How people are called in a picture, and whether the years of their births may be told."""

    name: Callable[[Person], str]
    years: bool = True
    on: date | None = None
    """The day at which ages are told: that of the death which the review is about. None tells none of the living."""


def wrapped(text: str, measure: Measure) -> tuple[str, ...]:
    """The text in lines of no more than `WIDEST`; words too long for one are parted, and what is left is cut."""
    lines: list[str] = []
    rest = " ".join(text.split())
    while rest:
        if len(lines) == _MOST_LINES - 1 or measure(rest) <= WIDEST:
            lines.append(cut(rest, WIDEST, measure))
            break
        line, rest = _first_line(rest, measure)
        lines.append(line)
    return tuple(line for line in lines if line)


def _first_line(text: str, measure: Measure) -> tuple[str, str]:
    words, used = text.split(" "), 0
    while used < len(words) and measure(" ".join(words[: used + 1])) <= WIDEST:
        used += 1
    if used:
        return " ".join(words[:used]), " ".join(words[used:])
    letters = max(1, len(cut(text, WIDEST, measure)) - 1)
    return text[:letters], text[letters:]


def under(person: Person, naming: Naming, measure: Measure) -> tuple[str, ...]:
    """The name in lines, then the years of birth and death with the age, as far as they are known."""
    name = wrapped(naming.name(person), measure) or ("name not known",)
    when = lifetime(person, naming)
    return (*name, when) if when else name


def under_pregnancy(one: Pregnancy, naming: Naming, measure: Measure) -> tuple[str, ...]:
    """What became of a pregnancy, in lines, and the year where years may be told."""
    year = _year(one.known_at) if naming.years else ""
    return (*wrapped(_OUTCOMES[one.outcome], measure), *((year,) if year else ()))


def lifetime(person: Person, naming: Naming) -> str:
    """'1987–2018, aged 31'; 'born 1961, aged 57'; or an age alone where years may not be told."""
    born, died = _year(person.born), _year(person.died)
    age = age_words(person, naming.on)
    if not naming.years:
        return age
    years = f"{born or '?'}–{died}" if died else f"born {born}" if born else ""
    return ", ".join(part for part in (years, age) if part)


def age_words(person: Person, on: date | None) -> str:
    """'aged 31' at death, or on the day where they were alive then; '' where it cannot be told."""
    born, died = _days(person.born), _days(person.died)
    if born is None or (person.died and died is None):
        return ""
    until = died or ((on, on) if on else None)
    if died and on and died[0] > on:
        until = (on, on)
    if until is None or until[1] < born[0]:
        return ""
    least, most = _years_between(born[1], until[0]), _years_between(born[0], until[1])
    if least < 0:
        return ""
    if not most:
        return "under 1"
    return (
        f"aged {least}" if least == most else f"aged {least} or {most}" if most - least == 1 else f"aged about {most}"
    )


def of_couple(couple: Couple) -> str:
    """'m. 2012, s. 2016': when it began and how it ended, in years."""
    relation = couple.relation
    if relation is None:
        return ""
    began, ended = _year(relation.began), _year(relation.ended)
    parts = []
    if began:
        parts.append(f"{'m.' if relation.kind is RelationKind.MARRIED else 'from'} {began}")
    if ended:
        parts.append(f"{_ENDINGS.get(relation.ending, 'until')} {ended}")
    return ", ".join(parts)


def widest(lines: Sequence[str], measure: Measure) -> float:
    """How wide the widest of some lines is."""
    return max((measure(line) for line in lines), default=0.0)


def _year(edtf: str) -> str:
    found = _days(edtf)
    if found is None:
        return ""
    first, last = found
    about = "c. " if edtf.rstrip()[-1:] in "~?%" else ""
    return f"{about}{first.year}" if first.year == last.year else f"{first.year}–{last.year % 100:02}"


def _days(edtf: str) -> tuple[date, date] | None:
    try:
        found = parse(edtf) if edtf else None
    except NotEdtf:
        return None
    if found is None or found.earliest is None or found.latest is None:
        return None
    return found.earliest, found.latest


def _years_between(first: date, last: date) -> int:
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
