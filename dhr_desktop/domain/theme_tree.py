"""The tree that themes make: who stands beneath whom, in which order, and how a theme is called by its way down."""

from collections.abc import Iterable, Iterator

from dhr_desktop.domain.meaning import Theme

BETWEEN = " – "
"""Stands between the names on the way down to a theme."""


class ThemeTree:
    """Themes as a tree. One whose parent is not there stands at the top, so that none is ever out of sight."""

    def __init__(self, themes: Iterable[Theme] = ()) -> None:
        self._by_id = {theme.id: theme for theme in themes}
        self._children: dict[int, list[Theme]] = {}
        for theme in sorted(self._by_id.values(), key=lambda one: (one.place, one.id)):
            parent = theme.parent_id if theme.parent_id in self._by_id else 0
            self._children.setdefault(parent, []).append(theme)

    def __len__(self) -> int:
        """How many themes there are."""
        return len(self._by_id)

    def get(self, theme_id: int) -> Theme | None:
        """The theme of this id; None when it is not there."""
        return self._by_id.get(theme_id)

    def beneath(self, theme_id: int = 0) -> list[Theme]:
        """The themes right beneath one, in order; those at the top for 0."""
        return list(self._children.get(theme_id, ()))

    def branch(self, theme_id: int) -> list[Theme]:
        """A theme with all that stand beneath it at any depth, itself first."""
        found = self._by_id.get(theme_id)
        return [found, *(theme for theme, _ in self._walk(theme_id, 0))] if found else []

    def in_order(self) -> list[tuple[Theme, int]]:
        """All themes as they are read down the tree, each with its depth."""
        return list(self._walk(0, 0))

    def way_to(self, theme_id: int) -> tuple[str, ...]:
        """The names from the top down to a theme."""
        theme = self._by_id.get(theme_id)
        above = self.way_to(theme.parent_id) if theme and theme.parent_id else ()
        return (*above, theme.name) if theme else ()

    def with_digit(self, digit: int) -> Theme | None:
        """The theme that a key gives; None for a key that gives none."""
        return next((theme for theme in self._by_id.values() if theme.digit == digit), None) if digit else None

    def named(self, name: str, parent_id: int) -> Theme | None:
        """The theme of this name right beneath a parent, whatever its capitals."""
        sought = name.casefold()
        return next((theme for theme in self.beneath(parent_id) if theme.name.casefold() == sought), None)

    def _walk(self, parent_id: int, depth: int) -> Iterator[tuple[Theme, int]]:
        for theme in self._children.get(parent_id, ()):
            yield theme, depth
            yield from self._walk(theme.id, depth + 1)
