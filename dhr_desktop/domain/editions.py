"""Editions: for whom a document is printed, how people appear in it, and how it is marked."""

from dataclasses import dataclass
from enum import StrEnum


class Naming(StrEnum):
    """How people appear."""

    REAL = "real names"
    PSEUDONYMS = "pseudonyms"


@dataclass(frozen=True, slots=True)
class Edition:
    """One way of printing a document. `marking` stands at the head of every page."""

    key: str
    name: str
    naming: Naming
    marking: str


CONFIDENTIAL = Edition("confidential", "Confidential edition", Naming.REAL, "DRAFT - OFFICIAL-SENSITIVE")
PANEL = Edition("panel", "Panel edition", Naming.PSEUDONYMS, "DRAFT - OFFICIAL-SENSITIVE")
EDITIONS = {edition.key: edition for edition in (CONFIDENTIAL, PANEL)}
