"""A real review for the commands over people and involvement."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, ReviewFacts("Review of the death of Adult A", reference="DHR 7"))
    yield made
    made.close()
    library.close()
