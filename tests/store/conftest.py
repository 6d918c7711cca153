"""A real library with a real review, encrypted on disk, for each test that asks for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    made = Library.create(folder, PASSPHRASE, CHEAP)
    yield made
    made.close()


@pytest.fixture
def review(library: Library) -> Review:
    return copied.review(library, ReviewFacts("Review of the death of Adult A", reference="DHR 7"))
