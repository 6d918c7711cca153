"""What an edition of the statutory guidance asks a chair to offer; read from resources, for family and report alike."""

from dataclasses import dataclass
from functools import lru_cache

from dhr_desktop.base import resources
from dhr_desktop.domain.offers import Basis, Opportunity
from dhr_desktop.domain.stakeholders import Group

NEWEST = "2016"
_BASES = {"guidance": Basis.GUIDANCE, "home office": Basis.HOME_OFFICE, "practice": Basis.PRACTICE}


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of involvement, in the order in which they come."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """One edition of the guidance."""

    edition: str
    name: str
    stages: tuple[Stage, ...]
    opportunities: tuple[Opportunity, ...]

    def for_group(self, group: Group) -> tuple[Opportunity, ...]:
        """What is to be offered to somebody approached as this."""
        return tuple(each for each in self.opportunities if group in each.groups)


@lru_cache(maxsize=4)
def edition(name: str = NEWEST) -> Guidance:
    """An edition by its name. Raises `FileNotFoundError` for one that the program does not have."""
    found = resources.toml(f"guidance/{name}.toml")
    stages = tuple(Stage(each["key"], each["name"]) for each in found["stage"])
    keys = {stage.key for stage in stages}
    opportunities = tuple(
        Opportunity(
            each["key"],
            each["name"],
            each["why"],
            each["source"],
            tuple(Group(group) for group in each["groups"]),
            each["stage"],
            each["short"],
            _BASES[each["basis"]],
        )
        for each in found["opportunity"]
    )
    strays = {each.stage for each in opportunities} - keys
    if strays:
        raise ValueError(f"stages of no name: {sorted(strays)}")
    return Guidance(found["edition"], found["name"], stages, opportunities)
