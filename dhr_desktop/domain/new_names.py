"""Names as they are typed for the report: cleaned of what cannot be seen, and refused where they could not be read."""

import re
import unicodedata
from typing import ClassVar

from dhr_desktop.base.errors import UserError

LONGEST = 60
"""Letters: a longer name is a sentence that has come into the wrong field."""

_ARTICLE = re.compile(r"(?:an?|the|one of the)\s", re.IGNORECASE)
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_JOINS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


class NameUnusable(UserError):
    """What was typed cannot stand for anybody in a report."""

    code: ClassVar[str] = "P014"


def cleaned(typed: str) -> str:
    """The name with single spaces and without signs that nobody sees, such as those that turn the reading direction.

    The joiners that some scripts spell with stay.
    """
    seen = (each if each in _JOINS or unicodedata.category(each) not in _UNSEEN else " " for each in typed)
    return " ".join("".join(seen).split()).strip(_JOINS)


def required(typed: str) -> str:
    """The name, cleaned. Raises `NameUnusable` where it is empty, too long, or has no letter."""
    name = cleaned(typed)
    if not name:
        raise NameUnusable("No name has been typed.", "Type the name, or record that a name was declined.")
    if len(name) > LONGEST:
        raise NameUnusable(
            f"This name has {len(name)} letters, and a name for the report has at most {LONGEST}.",
            "Shorten it; what was said about it belongs in the reason.",
        )
    if not any(unicodedata.category(each).startswith("L") for each in name):
        raise NameUnusable(
            "This name has no letter, so a reader could not say it and documents could not be checked for it.",
            "Choose a name with letters, or words such as “a friend”.",
        )
    return name


def is_description(name: str) -> bool:
    """Whether words stand in place of a name: 'a friend', 'the older sister'. Several people may be called so."""
    return bool(_ARTICLE.match(name.strip()))
