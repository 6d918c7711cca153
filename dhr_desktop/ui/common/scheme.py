"""The colours of a theme by what they are for, read from resources/themes. No widget knows any other colour."""

from dataclasses import dataclass
from functools import cache

from dhr_desktop.base import resources

NAMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Scheme:
    """One theme. `colours` are by role; `agencies` are twelve that colour-blind readers can tell apart."""

    key: str
    name: str
    dark: bool
    colours: dict[str, str]
    agencies: tuple[str, ...]


@cache
def scheme(key: str) -> Scheme:
    """The theme `key`, one of `NAMES`."""
    table = resources.toml(f"themes/{key}.toml")
    return Scheme(key, table["name"], table["dark"], table["colours"], tuple(table["agencies"]["colours"]))
