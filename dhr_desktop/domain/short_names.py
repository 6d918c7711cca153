"""Short names of agencies, for where a whole name has no room: what tells one agency of a review from the others."""

import re
from collections import Counter
from collections.abc import Iterable

_PARTS = re.compile(r"\s+[–—-]\s+")
_KIND = re.compile(
    r"\s+(?:NHS (?:Foundation )?Trust|Integrated Care Board|Limited|Ltd\.?|CIC|C of E|CofE|Church of England|RC|"
    r"Roman Catholic)(?=\s|$)"
)
_LEAST = 4


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Each name with its short one; where two would be called alike, both keep their whole names."""
    found = {name: _short(name) for name in names}
    alike = Counter(found.values())
    return {name: short if alike[short] == 1 else name for name, short in found.items()}


def _short(name: str) -> str:
    """Without the body it is a part of, and without its legal kind."""
    part = _PARTS.split(name)[-1].strip()
    kept = _KIND.sub("", part if len(part) >= _LEAST else name).strip()
    return kept if len(kept) >= _LEAST else name
