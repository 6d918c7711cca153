"""The sections of an overview report, as data of the guidance's edition."""

from dataclasses import dataclass

from dhr_desktop.base import resources

_CURRENT = "report/outline-2016.toml"


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """One section: `fill` names what the program can fill in, or is ''; `to_write` is what the chair must."""

    key: str
    heading: str
    fill: str
    to_write: str


def sections() -> tuple[OutlineSection, ...]:
    """The sections in the order of the model layout."""
    listed = resources.toml(_CURRENT)["section"]
    return tuple(OutlineSection(one["key"], one["heading"], one.get("fill", ""), one["to_write"]) for one in listed)
