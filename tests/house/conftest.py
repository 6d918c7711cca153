"""What the tests of the house read is let go with each file of them."""

from collections.abc import Iterator

import pytest

from tests.house import source


@pytest.fixture(scope="module", autouse=True)
def _parsed_for_one_file() -> Iterator[None]:
    yield
    source.modules.cache_clear()  # every collection of garbage in the tests that follow would go through it
