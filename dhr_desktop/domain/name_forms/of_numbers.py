"""Whose a telephone, an NHS number, a vehicle or a date of birth is: that of whoever is named beside it."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dhr_desktop.domain.identifiers import IdentifierKind
from dhr_desktop.domain.name_forms.course import Course
from dhr_desktop.domain.name_forms.figures import Figure, Figures
from dhr_desktop.domain.name_forms.likeness import plain
from dhr_desktop.domain.name_forms.lore import Lore
from dhr_desktop.domain.name_forms.numbers import Number, birth_is_near, numbers
from dhr_desktop.domain.name_forms.owners import Owner, is_of_the_agency, owner
from dhr_desktop.domain.name_forms.passages import PEOPLE, Passage, Place
from dhr_desktop.domain.name_forms.proposals import Proposal
from dhr_desktop.domain.people import Person

_LISTED, _LISTED_NHS = 0.8, 1.5
_SURE, _UNSURE = 0.75, 0.4
_BESIDE = 4
_EVERY = 500
_WORDS = re.compile(r"[^\W\d_]+")


Spot = tuple[int, Number]
"""A number, and in which passage it stands."""


@dataclass(frozen=True, slots=True)
class Said:
    """The passages, and by a passage's number who is named where in it."""

    passages: Sequence[Passage]
    named: Mapping[int, Sequence[tuple[int, int, Figure]]]
    lore: Lore


class OfNumbers:
    """Proposes everything but names that points at a person, with that person where one is named beside it."""

    def __init__(self, said: Said, figures: Figures, people: Collection[Person], course: Course) -> None:
        self._course = course
        self._said, self._figures = said, figures
        self._order = {id(figure): number for number, figure in enumerate(figures.all)}
        self._by_id = {figure.person_id: figure for figure in figures.all if figure.person_id}
        self._born = {person.born: person.id for person in people if person.born}
        self._spots: dict[tuple[IdentifierKind, str], list[Spot]] = defaultdict(list)
        self._dates: dict[date, list[Spot]] = defaultdict(list)
        self._listed: dict[int, set[int]] = defaultdict(set)

    def proposals(self) -> Iterator[Proposal]:
        """Numbers first, then dates of birth."""
        self._read()
        same: dict[tuple[IdentifierKind, str], list[Spot]] = defaultdict(list)
        for (kind, surface), found in self._spots.items():
            same[kind, _digits(surface)].extend(found)
        whose = {key: self._whose(key[0], found) for key, found in self._course.stoppable(same.items())}
        for (kind, surface), found in self._spots.items():
            if not all(self._is_of_the_agency(at, number) for at, number in found):
                yield self._proposal(surface, kind, found, *whose[kind, _digits(surface)])
        yield from self._births()

    def _is_of_the_agency(self, at: int, number: Number) -> bool:
        text = self._said.passages[at].text
        return number.kind is IdentifierKind.PHONE and is_of_the_agency(text, number.start, number.end, self._said.lore)

    def _read(self) -> None:
        told: dict[str, list[Number]] = {}
        for at, passage in enumerate(self._course.over(self._said.passages, _EVERY)):
            if passage.field == PEOPLE:
                self._listed[passage.entry_id].add(at)
            known = told.get(passage.text)
            if known is None:
                known = told[passage.text] = list(numbers(passage.text))
            for number in known:
                if number.born:
                    self._dates[number.born].append((at, number))
                else:
                    self._spots[number.kind, number.surface].append((at, number))

    def _births(self) -> Iterator[Proposal]:
        for day, found in self._dates.items():
            figure, why = None, ""
            if day.isoformat() in self._born:
                figure, why = self._by_id[self._born[day.isoformat()]], "the day of birth in the register"
            sure = [each for each in found if _is_birth(self._said, *each)]
            if figure is None and sure:
                figure = _most((each.figure, each.weight) for each in self._owners(sure))
                why = "a date of birth beside the name"
            if figure is None:
                continue
            for surface in dict.fromkeys(number.surface for _at, number in found):
                these = [each for each in found if each[1].surface == surface]
                yield self._proposal(surface, IdentifierKind.BIRTH, these, figure, why)

    def _whose(self, kind: IdentifierKind, found: list[Spot]) -> tuple[Figure | None, str]:
        if kind is IdentifierKind.EMAIL:
            figure = _by_address(found[0][1].surface, self._figures)
            if figure:
                return figure, "made of the name"
        if kind is IdentifierKind.STAFF_NUMBER:
            figure = _most((one, 1.0) for at, number in found if (one := _staff_beside(self._said, at, number)))
            return figure, "beside the name" if figure else "no name stands beside it"
        owners = self._owners(found)
        listed = self._only_one_listed(found, of_the_record=kind is IdentifierKind.NHS_NUMBER)
        if listed:
            owners.append(Owner(listed, _LISTED_NHS if kind is IdentifierKind.NHS_NUMBER else _LISTED))
        figure = _most((each.figure, each.weight) for each in owners)
        if figure is None:
            return None, "no name stands beside it"
        return figure, "in a record about them" if figure is listed and len(owners) == 1 else "beside the name"

    def _owners(self, found: list[Spot]) -> list[Owner]:
        """Who is said to be the owner, in the passage itself or, where it says 'her' alone, in the record's others."""
        given = []
        for at, number in found:
            text = self._said.passages[at].text
            one = owner(text, number.start, number.end, self._said.named.get(at, ()), self._said.lore)
            if one:
                given.append(one)
        return given

    def _only_one_listed(self, found: list[Spot], *, of_the_record: bool) -> Figure | None:
        """The one person, not a professional, whom the column of people lists in the entries where it stands.

        What a record is kept under (`of_the_record`) is theirs whoever else is spoken of.
        """
        named = self._said.named
        votes: list[Figure] = []
        for at, number in found:
            passage = self._said.passages[at]
            words = {word.casefold() for word in _WORDS.findall(passage.text[: number.start])}
            listed = [figure for each in self._listed[passage.entry_id] for _s, _e, figure in named.get(each, ())]
            private = {
                id(figure): figure for figure in listed if (figure.known or of_the_record) and not figure.professional
            }
            if passage.entry_id and len(private) == 1 and (of_the_record or not words & self._said.lore.kin):
                votes += private.values()
        return _most((each, 1.0) for each in votes)

    def _proposal(
        self, surface: str, kind: IdentifierKind, found: list[Spot], figure: Figure | None, why: str
    ) -> Proposal:
        places = []
        for at, number in found:
            passage = self._said.passages[at]
            nth = passage.text.count(surface, 0, number.start)
            places.append(Place(passage.entry_id, passage.field, nth, number.start, number.end, passage.agency_id, at))
        return Proposal(
            surface,
            figure.person_id if figure else 0,
            figure.name if figure else "",
            self._order[id(figure)] if figure else -1,
            identifier=kind,
            sure=_SURE if figure else _UNSURE,
            reasons=(why,),
            places=tuple(places),
        )


def _most(votes: Iterable[tuple[Figure, float]]) -> Figure | None:
    """Whom most of them are for, by their weight."""
    by_id = {}
    counted: Counter[int] = Counter()
    hundredths = 100
    for figure, weight in votes:
        by_id[id(figure)] = figure
        counted[id(figure)] += round(hundredths * weight)
    return by_id[counted.most_common(1)[0][0]] if counted else None


def _digits(surface: str) -> str:
    """What is the same of a number or address however it is written."""
    bare = re.sub(r"[\s()-]", "", surface).casefold()
    return "0" + bare.removeprefix("+44").removeprefix("0") if bare.startswith("+44") else bare


def _is_birth(said: Said, at: int, number: Number) -> bool:
    if number.surely:
        return True
    text = said.passages[at].text
    in_brackets = text[number.start - 1 : number.start] == "(" and text[number.end : number.end + 1] == ")"
    beside = any(0 <= number.start - end <= _BESIDE for _start, end, _figure in said.named.get(at, ()))
    return (in_brackets and beside) or birth_is_near(text, number)


def _by_address(address: str, figures: Figures) -> Figure | None:
    local = plain(address.split("@", maxsplit=1)[0])
    words = [word for word in _WORDS.findall(address.split("@", maxsplit=1)[0]) if len(word) > 1]
    best: tuple[int, Figure] | None = None
    for figure in figures.all:
        given = any(plain(each) in local and len(each) > 2 for each in figure.given[:1])  # noqa: PLR2004 - 'Jo' is in many
        surname = any(plain(each) in local for each in figure.surnames)
        initial = bool(figure.first) and local[:1] == figure.first.casefold()
        alone = given and any(plain(word) == plain(figure.given[0]) for word in words) and _is_only(figure, figures)
        score = 2 * surname + 2 * given + ((initial and surname) or alone)
        if score > (best[0] if best else 1) and words:
            best = score, figure
    return best[1] if best and best[0] > 2 else None  # noqa: PLR2004 - a surname alone is a family's


def _is_only(figure: Figure, figures: Figures) -> bool:
    """Whether nobody else has this first name."""
    first = plain(figure.given[0])
    return sum(plain(each) == first for one in figures.all for each in one.given[:1]) == 1


def _staff_beside(said: Said, at: int, number: Number) -> Figure | None:
    return next((figure for start, _end, figure in said.named.get(at, ()) if 0 <= start - number.end <= _BESIDE), None)
