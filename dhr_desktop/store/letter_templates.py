"""The templates of letters: the program's own from resources, and the chair's for this review in their place."""

from dataclasses import dataclass
from functools import lru_cache

from dhr_desktop.base import resources
from dhr_desktop.domain.letters import LetterTemplate
from dhr_desktop.domain.stakeholders import Group
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review

OCCASIONS = (
    "first-family",
    "first-friend",
    "first-employer",
    "first-perpetrators-family",
    "first-perpetrator",
    "update",
    "invitation",
    "draft-reading",
    "publication",
)
"""The occasions in the order in which they come."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion to write, to whom, and the program's own template for it."""

    key: str
    name: str
    groups: tuple[Group, ...]
    body: str
    has_advocate: bool = False
    """Of a piece that stands for {advocate}: whether it is for those who have one."""

    @property
    def template(self) -> LetterTemplate:
        """The template as the program has it."""
        return LetterTemplate(0, self.key, self.name, self.body)


@lru_cache(maxsize=1)
def occasions() -> tuple[Occasion, ...]:
    """Every occasion, read from resources."""
    found = []
    for key in OCCASIONS:
        data = resources.toml(f"letters/{key}.toml")
        groups = tuple(Group(group) for group in data["groups"])
        found.append(Occasion(key, str(data["name"]), groups, str(data["body"]).strip()))
    return tuple(found)


@lru_cache(maxsize=1)
def pieces() -> tuple[Occasion, ...]:
    """What may stand for {advocate} in a letter, read from resources. The chair may rewrite each as a letter."""
    return tuple(
        Occasion(
            str(each["key"]),
            str(each["name"]),
            tuple(Group(group) for group in each["groups"]),
            str(each["body"]).strip(),
            bool(each["has_advocate"]),
        )
        for each in resources.toml("letters/helping.toml")["piece"]
    )


def pieces_for(group: Group) -> tuple[Occasion, ...]:
    """The pieces that stand for {advocate} in letters to somebody who is approached as this."""
    return tuple(each for each in pieces() if group in each.groups)


def helping(review: Review, group: Group, *, has_advocate: bool) -> str:
    """What stands for {advocate} to somebody, in this review's words; '' where the program has no piece for them."""
    found = next((each for each in pieces_for(group) if each.has_advocate == has_advocate), None)
    return template(review, found.key).body if found else ""


def for_group(group: Group) -> tuple[Occasion, ...]:
    """The occasions to write to somebody who is approached as this."""
    return tuple(each for each in occasions() if group in each.groups)


def template(review: Review, key: str) -> LetterTemplate:
    """The template of an occasion, or a piece, as this review has it. Raises LookupError where there is no such key."""
    own = involvement.LETTERS.listing(review, key=key)
    if own:
        return own[0]
    found = next((each for each in (*occasions(), *pieces()) if each.key == key), None)
    if found is None:
        raise LookupError(key)
    return found.template
