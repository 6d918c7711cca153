"""What the chair does to the tree of themes; each act is one step."""

from dataclasses import replace
from typing import ClassVar

from dhr_desktop.base import resources
from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.store import themes
from dhr_desktop.store.review import Review

DIGITS = (7, 8, 9)
"""The keys that the chair can give to themes."""


class ThemeUnnamed(UserError):
    """A theme would have no name."""

    code: ClassVar[str] = "T051"


class ThemeThere(UserError):
    """Two themes beneath one parent would have one name."""

    code: ClassVar[str] = "T052"


class ThemeGone(UserError):
    """The theme was removed before this change reached it."""

    code: ClassVar[str] = "T053"


class ThemeWithinItself(UserError):
    """A theme would stand beneath itself."""

    code: ClassVar[str] = "T054"


def usual() -> list[Theme]:
    """The themes with which a review begins, parents before what is beneath them, with ids that count from 1."""
    found: list[Theme] = []
    for place, group in enumerate(resources.toml("timeline/themes.toml")["group"]):
        above = Theme(len(found) + 1, group["name"], 0, place)
        found.append(above)
        for inner, name in enumerate(group["themes"]):
            found.append(Theme(len(found) + 1, name, above.id, inner))
    return found


def begin_with_usual(review: Review, initiator: object | None = None) -> int:
    """Add those of the usual themes that are not there, as one step; returns how many there were to add."""
    tree = ThemeTree(themes.listing(review))
    place_of = {0: len(tree.beneath())}
    known: dict[int, int] = {}
    lacking: list[Theme] = []
    for theme in usual():
        there = tree.named(theme.name, known.get(theme.parent_id, 0 if not theme.parent_id else -1))
        if there:
            known[theme.id] = there.id
        else:
            lacking.append(theme)
    if not lacking:
        return 0
    with review.journal.step("Begin with the usual themes", initiator):
        for theme in lacking:
            parent = known.get(theme.parent_id, 0)
            place = place_of.setdefault(parent, len(tree.beneath(parent)))
            place_of[parent] = place + 1
            known[theme.id] = themes.add(review, Theme(0, theme.name, parent, place)).id
    return len(lacking)


def add(review: Review, name: str, parent_id: int = 0, initiator: object | None = None) -> Theme:
    """Add a theme, as the last beneath its parent (0 for the top).

    Raises `ThemeUnnamed`, `ThemeThere`, or `ThemeGone` where the parent is no more.
    """
    tree = ThemeTree(themes.listing(review))
    if parent_id:
        found(tree, parent_id)
    wanted = free_name(tree, name, parent_id)
    with review.journal.step(f"Add the theme “{wanted}”", initiator):
        return themes.add(review, Theme(0, wanted, parent_id, len(tree.beneath(parent_id))))


def rename(review: Review, theme_id: int, name: str, initiator: object | None = None) -> None:
    """Call a theme something else. Raises `ThemeUnnamed`, `ThemeThere` or `ThemeGone`."""
    tree = ThemeTree(themes.listing(review))
    theme = found(tree, theme_id)
    wanted = free_name(tree, name, theme.parent_id, theme_id)
    if wanted == theme.name:
        return
    with review.journal.step(f"Rename the theme “{theme.name}”", initiator):
        themes.change(review, replace(theme, name=wanted))


def move(review: Review, theme_id: int, parent_id: int, place: int, initiator: object | None = None) -> None:
    """Have a theme stand beneath `parent_id` (0 for the top) as the one at `place`, with all that is beneath it.

    Raises `ThemeWithinItself`, `ThemeThere` or `ThemeGone`.
    """
    tree = ThemeTree(themes.listing(review))
    theme = found(tree, theme_id)
    if parent_id:
        found(tree, parent_id)
    if any(one.id == parent_id for one in tree.branch(theme_id)):
        raise ThemeWithinItself(
            f"“{theme.name}” cannot stand beneath itself or a theme of its own.", "Choose another place for it."
        )
    free_name(tree, theme.name, parent_id, theme_id)
    beside = [one for one in tree.beneath(parent_id) if one.id != theme_id]
    beside.insert(min(max(place, 0), len(beside)), replace(theme, parent_id=parent_id))
    moved = [replace(one, place=at) for at, one in enumerate(beside)]
    changed = [one for one in moved if one != tree.get(one.id)]
    if not changed:
        return
    with review.journal.step(f"Move the theme “{theme.name}”", initiator):
        for one in changed:
            themes.change(review, one)


def give_digit(review: Review, theme_id: int, digit: int, initiator: object | None = None) -> None:
    """Have a key (one of `DIGITS`, 0 for none) give a theme; the theme that had the key loses it.

    Raises `ThemeGone`, and ValueError for a key that gives something else.
    """
    if digit not in (0, *DIGITS):
        raise ValueError(digit)
    tree = ThemeTree(themes.listing(review))
    theme = found(tree, theme_id)
    if theme.digit == digit:
        return
    words = f"Give the theme “{theme.name}” the key {digit}" if digit else f"Take its key from the theme “{theme.name}”"
    with review.journal.step(words, initiator):
        earlier = tree.with_digit(digit)
        if earlier:
            themes.change(review, replace(earlier, digit=0))
        themes.change(review, replace(theme, digit=digit))


def remove(review: Review, theme_id: int, initiator: object | None = None) -> None:
    """Remove a theme with those beneath it; entries lose them. Raises `ThemeGone`."""
    tree = ThemeTree(themes.listing(review))
    theme = found(tree, theme_id)
    with review.journal.step(f"Remove the theme “{theme.name}”", initiator):
        for one in reversed(tree.branch(theme_id)):
            themes.remove(review, one.id)


def losing(review: Review, theme_id: int) -> int:
    """How many entries would lose a theme if it, and all beneath it, were removed."""
    tree = ThemeTree(themes.listing(review))
    return len(themes.entries_with(review, [one.id for one in tree.branch(theme_id)]))


def merge(review: Review, theme_id: int, into_id: int, initiator: object | None = None) -> None:
    """Make one theme of two: entries with the first have the second, beneath which stand the themes of both.

    Of two themes of one name that would stand there, one is made in turn. Raises `ThemeWithinItself` or `ThemeGone`.
    """
    tree = ThemeTree(themes.listing(review))
    theme, into = found(tree, theme_id), found(tree, into_id)
    if any(one.id == into_id for one in tree.branch(theme_id)):
        raise ThemeWithinItself(
            f"“{theme.name}” cannot be merged into itself or a theme of its own.",
            "Choose another theme, or move that one first.",
        )
    with review.journal.step(f"Merge the theme “{theme.name}” into “{into.name}”", initiator):
        _merge(review, theme, into)


def found(tree: ThemeTree, theme_id: int) -> Theme:
    """The theme of this id. Raises `ThemeGone`."""
    theme = tree.get(theme_id)
    if theme is None:
        raise ThemeGone("This theme is no longer in the tree.", "Undo brings it back if it was removed by mistake.")
    return theme


def _merge(review: Review, theme: Theme, into: Theme) -> None:
    themes.give(review, themes.entries_with(review, [theme.id]), into.id)
    tree = ThemeTree(themes.listing(review))
    place = len(tree.beneath(into.id))
    for child in tree.beneath(theme.id):
        like = tree.named(child.name, into.id)
        if like and like.id != theme.id:
            _merge(review, child, like)
        else:
            themes.change(review, replace(child, parent_id=into.id, place=place))
            place += 1
    themes.remove(review, theme.id)
    if theme.digit and not into.digit:
        themes.change(review, replace(into, digit=theme.digit))


def free_name(tree: ThemeTree, name: str, parent_id: int, besides: int = 0) -> str:
    """The name as it is kept. Raises `ThemeUnnamed`, or `ThemeThere` when another beneath the parent has it."""
    wanted = " ".join(name.split())
    if not wanted:
        raise ThemeUnnamed("A theme needs a name.", "Type a word or two that say what it is about.")
    there = tree.named(wanted, parent_id)
    if there and there.id != besides:
        parent = tree.get(parent_id)
        where = f"beneath “{parent.name}”" if parent else "at the top of the tree"
        raise ThemeThere(f"There is a theme “{there.name}” {where} already.", "Give it another name, or merge the two.")
    return wanted
