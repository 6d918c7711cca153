"""Families that can be drawn without a crossing, grown from one couple, for tests of how they are laid out."""

import random

from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.domain.relations import Relation, RelationKind

K = RelationKind


class _Growing:
    """Each group of children has one at the most whose partner brings parents of their own, who can stand beside it."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.people: list[Person] = []
        self.relations: list[Relation] = []

    def born(self, generation: int) -> int:
        year, sex = 1930 + 25 * generation + self.dice.randint(0, 14), self.dice.choice((Sex.MALE, Sex.FEMALE))
        name = "x" * self.dice.randint(2, 16)
        self.people.append(Person(len(self.people) + 1, name, Role.FAMILY, born=str(year), sex=sex))
        return len(self.people)

    def tie(self, one: int, kind: RelationKind, other: int) -> None:
        self.relations.append(Relation(len(self.relations) + 1, one, kind, other))

    def couple(self, one: int, generation: int) -> int:
        other = self.born(generation)
        self.tie(one, self.dice.choice((K.MARRIED, K.PARTNER)), other)
        return other

    def children(self, parents: tuple[int, ...], generation: int, number: int) -> list[int]:
        found = [self.born(generation) for _ in range(number)]
        for child in found:
            for parent in parents:
                self.tie(parent, K.PARENT, child)
        return found

    def grow(self, parents: tuple[int, ...], generation: int, number: int, more: int) -> None:
        in_laws = False
        for child in self.children(parents, generation, number):
            unions = self.dice.choice((0, 1, 1, 2)) if more else 0
            for _ in range(unions):
                partner = self.couple(child, generation)
                if unions == 1 and not in_laws and self.dice.random() < 0.6:
                    in_laws = True
                    self.in_laws(partner, generation)
                self.grow((child, partner), generation + 1, self.dice.randint(0, 2), more - 1)
            if self.dice.random() < 0.2:
                self.grow((child,), generation + 1, 1, 0)

    def in_laws(self, partner: int, generation: int) -> None:
        first = self.born(generation - 1)
        parents = (first, self.couple(first, generation - 1)) if self.dice.random() < 0.5 else (first,)
        for parent in parents:
            self.tie(parent, K.PARENT, partner)
        if self.dice.random() < 0.6:
            self.children(parents, generation, 1)


def uncrossed(seed: int) -> Family:
    """Three generations with second unions, half-siblings, in-laws and children of one parent."""
    growing = _Growing(seed)
    first = growing.born(0)
    growing.grow((first, growing.couple(first, 0)), 1, growing.dice.randint(1, 3), 1)
    return Family(growing.people, growing.relations)
