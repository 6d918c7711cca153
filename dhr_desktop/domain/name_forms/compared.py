"""Compares written names with those of the people found so far, each pair once however often it is asked.

Thousands of written names meet hundreds of people, and many of those share a name.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from enum import Enum
from itertools import islice

from dhr_desktop.domain.name_forms.likeness import part_of, pet_form, plain, written_alike
from dhr_desktop.domain.name_forms.lore import Lore
from dhr_desktop.domain.people import FormKind


class Kin(Enum):
    """How near a written surname is to somebody's."""

    NONE = 0
    PART = 1
    ALIKE = 2
    SAME = 3


Given = tuple[str | None, FormKind]
"""Why a first name is somebody's, and what kind of form it is."""


class Compared:
    """Remembers what it has compared for as long as the records are read."""

    def __init__(self, lore: Lore) -> None:
        self._lore = lore
        self._surnames: dict[str, dict[str, tuple[Kin, str]]] = defaultdict(dict)
        self._near: dict[str, tuple[int, list[str]]] = {}
        self._given: dict[tuple[str, bool], dict[str, Given]] = defaultdict(dict)

    def near(self, written: str, all_own: Collection[str]) -> Iterable[str]:
        """Of all surnames that somebody has, to which more may be added at the end, those that this one may be."""
        seen, found = self._near.get(written, (0, []))
        for each in islice(all_own, seen, None):
            if self._surname(written, each)[0] is not Kin.NONE:
                found.append(each)
        self._near[written] = len(all_own), found
        return found

    def surnames(self, written: str, own: list[str]) -> str | None:
        """Why a surname is one of somebody's `own`: '' when it is written so, None when it is not theirs."""
        why: str | None = None
        for each in own:
            kin, words = self._surname(written, each)
            if kin is Kin.SAME:
                return words
            if kin is Kin.ALIKE or (kin is Kin.PART and not why):
                why = words
        return why

    def _surname(self, written: str, own: str) -> tuple[Kin, str]:
        known = self._surnames[written]
        found = known.get(own)
        if found is None:
            found = known[own] = _surname(written, own)
        return found

    def given(self, called: str, own: str, *, known: bool) -> Given:
        """Why a first name may be another form of somebody's `own`; of those `known` the register has the full name."""
        there = self._given[called, known]
        found = there.get(own)
        if found is None:
            found = there[own] = self._compared(called, own, known=known)
        return found

    def _compared(self, called: str, own: str, *, known: bool) -> Given:
        pet = pet_form(called, own, self._lore) or (pet_form(own, called, self._lore) if not known else "")
        alike = written_alike(called, own)
        if pet and not (alike and pet == "a pet form"):
            return f"{pet} of {own}", FormKind.NICKNAME
        if alike:
            words = f"sounds like {own}" if alike == "sounds alike" else f"{alike} from {own}"
            return words, FormKind.MISSPELLING
        return None, FormKind.FIRST


def _surname(written: str, own: str) -> tuple[Kin, str]:
    if plain(own) == plain(written):
        same = own.casefold() == written.casefold()
        return Kin.SAME, "" if same else "the surname without its hyphen or accent"
    alike = written_alike(written, own)
    if alike:
        return Kin.ALIKE, f"sounds like {own}" if alike == "sounds alike" else f"{alike} from {own}"
    if part_of(written, own) or part_of(own, written):
        return Kin.PART, f"part of the surname {own}"
    return Kin.NONE, ""
