"""What a file that leaves is called."""

import re

from dhr_desktop.base.clock import today
from dhr_desktop.domain.editions import Edition

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_REFERENCE = 40


def file_name(reference: str, title: str, edition: Edition, form: str) -> str:
    """A file's name that holds no person's name and that every system allows: reference, title, edition, day."""
    safe = _UNSAFE.sub("-", reference).strip(" .-")[:_LONGEST_REFERENCE]
    return " ".join(part for part in (safe, f"{title} - {edition.name} - {today().isoformat()}.{form}") if part)
