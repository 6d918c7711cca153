"""Reviews for tests of something else than their making: copied from one that the program made once in this run.

To make a review takes a tenth of a second, to bring the sample in half a second; to copy its file takes a thousandth.
What is given is a review as it stands when it has been closed and opened again.
"""

import secrets
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dhr_desktop.base import files
from dhr_desktop.base.clock import now
from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import REVIEWS_FOLDER, Library
from dhr_desktop.store.review import Review
from tests.store.made import CHEAP, PASSPHRASE

Filling = Callable[[Review], object]


def review(
    library: Library, facts: ReviewFacts, first_themes: Sequence[Theme] = (), filled: Filling | None = None
) -> Review:
    """What `library.create_review` gives, with what `filled` writes; `filled` is the same function for every test."""
    data, key = _original(facts, tuple(first_themes), filled)
    path = library.folder / REVIEWS_FOLDER / f"{secrets.token_hex(16)}.dhr"
    files.make_private_folder(path.parent)
    path.write_bytes(data)
    path.chmod(0o600)
    with library._lock:
        number = library._connection.insert(
            "INSERT INTO review (file, key, name, reference, created_at, opened_at) VALUES (?, ?, ?, ?, ?, ?)",
            (path.name, key, facts.name, facts.reference, now(), now()),
        )
    return library.open_review(number)


@cache
def _original(facts: ReviewFacts, first_themes: tuple[Theme, ...], filled: Filling | None) -> tuple[bytes, bytes]:
    """The whole file of a review, and its key."""
    with TemporaryDirectory() as place:
        library = Library.create(Path(place) / "library", PASSPHRASE, CHEAP)
        made = library.create_review(facts, first_themes)
        if filled is not None:
            filled(made)
        key = library._connection.value("SELECT key FROM review")
        library.close()
        return made.path.read_bytes(), key
