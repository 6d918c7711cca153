"""What functions remember of the words that they were asked about, and how it is forgotten when a review is left."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
_forgetting: list[Callable[[], object]] = []


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """As `functools.lru_cache`, for what is asked of a review's own words: they do not wait behind the lock."""

    def around(function: Callable[P, T]) -> Callable[P, T]:
        kept = lru_cache(maxsize=most)(function)
        _forgetting.append(kept.cache_clear)
        return cast("Callable[P, T]", kept)

    return around


def forgets(clear: Callable[[], object]) -> None:
    """Have this done, too, when all is forgotten."""
    _forgetting.append(clear)


def forget() -> None:
    """Remember nothing any more."""
    for clear in _forgetting:
        clear()
