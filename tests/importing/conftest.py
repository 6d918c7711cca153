"""What tests of importing share: an open review in a real store."""

import pytest

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.keyslots import Cost
from dhr_desktop.store.library import Library
from tests.store import copied


@pytest.fixture
def review(tmp_path):
    library = Library.create(tmp_path / "library", "a long passphrase", Cost(64, 1, 1))
    yield copied.review(library, ReviewFacts("Test"))
    library.close()
