"""School terms: 'Autumn Term 2013', 'Aut 1 2018', by a school's own dates where it gives them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_SEASON_WORDS = {"autumn": "aut", "aut": "aut", "spring": "spr", "spr": "spr", "summer": "sum", "sum": "sum"}
_TERM = re.compile(
    r"(?P<season>autumn|aut|spring|spr|summer|sum)\.?\s*(?:(?P<word>term)\s*)?(?P<half>[12])?\s*(?P<word2>term)?,?\s*(?P<year>(?:19|20)\d\d)"
)
_WEEK_BACK = re.compile(
    r"(?:the\s+)?(?P<which>first|last)\s+week\s+(?:back|of\s+term)?,?\s*(?:in\s+)?(?P<month>[a-z]+)\s+(?P<year>(?:19|20)\d\d)"
)
_NUMBERED = re.compile(r"(?:school )?term (?P<number>[1-6]),? (?:of )?(?P<year>(?:19|20)\d\d)(?P<pair>[/\-]\d{2,4})?")
# Where a year has six terms they are numbered from September, two to each of the old three.
_SIX = {1: ("09", "10"), 2: ("11", "12"), 3: ("01", "02"), 4: ("02", "04"), 5: ("04", "05"), 6: ("06", "07")}
_OF_AUTUMN = 2
# English maintained schools: three terms in six halves, in the months in which most authorities hold them.
_USUAL = {
    ("aut", 0): ("09", "12"),
    ("aut", 1): ("09", "10"),
    ("aut", 2): ("11", "12"),
    ("spr", 0): ("01", "03"),
    ("spr", 1): ("01", "02"),
    ("spr", 2): ("02", "04"),
    ("sum", 0): ("04", "07"),
    ("sum", 1): ("04", "05"),
    ("sum", 2): ("06", "07"),
}
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A term or half term as a school dates it. `half` is 0 for a whole term."""

    season: str
    half: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TermDates:
    """The terms that a submission gives; empty when it gives none."""

    terms: tuple[Term, ...] = ()

    def read(self, text: str) -> str | None:
        """EDTF for a term or a week of one; None when the words name neither."""
        week = _WEEK_BACK.fullmatch(text)
        if week:
            return self._week(week)
        match = _TERM.fullmatch(text)
        if not match or not (
            match["word"] or match["word2"] or match["half"] or match["season"] in ("aut", "spr", "sum")
        ):
            return None
        season, half, year = _SEASON_WORDS[match["season"]], int(match["half"] or 0), match["year"]
        own = self._own(season, half, int(year))
        if own:
            return f"{own[0]}/{own[1]}"
        first, last = _USUAL[season, half]
        return f"{year}-{first}/{year}-{last}"

    def _own(self, season: str, half: int, year: int) -> tuple[date, date] | None:
        found = [term for term in self.terms if term.season == season and term.first.year == year]
        exact = [term for term in found if term.half == half]
        if exact:
            return exact[0].first, exact[0].last
        halves = sorted(term.first for term in found if term.half), sorted(term.last for term in found if term.half)
        return (halves[0][0], halves[1][-1]) if half == 0 and halves[0] else None

    def _week(self, match: re.Match[str]) -> str | None:
        month, year = _MONTHS.get(match["month"][:3]), int(match["year"])
        if not month:
            return None
        first = match["which"] == "first"
        ends = [term.first if first else term.last for term in self.terms]
        near = sorted(day for day in ends if (day.year, day.month) == (year, month))
        if not near:
            if "back" not in match[0] and "of term" not in match[0]:
                return None  # a week of the month, whatever the school
            return f"{year}-{month:02}~"
        if first:
            return f"{near[0]}/{near[0] + timedelta(days=(_FRIDAY - near[0].weekday()) % 7)}"
        return f"{near[-1] - timedelta(days=near[-1].weekday())}/{near[-1]}"


NO_TERMS = TermDates()


def numbered_term(text: str) -> str | None:
    """EDTF for 'term 3 2016' where a school year has six terms; None for other words."""
    match = _NUMBERED.fullmatch(text)
    if not match:
        return None
    number, year = int(match["number"]), int(match["year"])
    if match["pair"] and number > _OF_AUTUMN:
        year += 1
    first, last = _SIX[number]
    return f"{year}-{first}/{year}-{last}"


def terms_of_rows(rows: Sequence[tuple[str, date, date, str]]) -> TermDates:
    """Term dates from rows of a name, a first and a last day, and the days of half term ('27-31 Oct') or ''.

    A half term parts the term into its halves. Names that are no term are left out.
    """
    found = []
    for name, first, last, half_term in rows:
        match = re.match(r"(autumn|aut|spring|spr|summer|sum)\w*\.?\s*(?:term)?\s*([12])?", name.strip().lower())
        if match and first <= last:
            season, half = _SEASON_WORDS[match[1]], int(match[2] or 0)
            found.append(Term(season, half, first, last))
            found.extend(_halves(season, first, last, half_term) if half == 0 else [])
    return TermDates(tuple(found))


def _halves(season: str, first: date, last: date, half_term: str) -> list[Term]:
    match = re.match(r"(\d{1,2})\s*(?:([a-z]{3})[a-z]*)?\s*-\s*(\d{1,2})\s*([a-z]{3})", half_term.strip().lower())
    if not match:
        return []
    try:
        starts = date(first.year, _MONTHS[match[2] or match[4]], int(match[1]))
        ends = date(first.year, _MONTHS[match[4]], int(match[3]))
    except (KeyError, ValueError):
        return []
    before = starts - timedelta(days=3 if starts.weekday() == 0 else 1)
    after = ends + timedelta(days=3 if ends.weekday() == _FRIDAY else 1)
    return [Term(season, 1, first, before), Term(season, 2, after, last)] if first < before and after < last else []
