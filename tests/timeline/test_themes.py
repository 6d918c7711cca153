"""The tree of themes as the chair works on it: one step each, names told apart, no theme beneath itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.store import themes as kept
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import themes
from tests.store import copied
from tests.store.made import CHEAP, add, agency, entry, snapshot


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", "a passphrase", CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh"))
    library.close()


def drawn(review: Review) -> list[str]:
    """The tree as it is read, each depth two spaces further in."""
    return ["  " * depth + theme.name for theme, depth in ThemeTree(kept.listing(review)).in_order()]


def last(review: Review) -> str | None:
    return review.journal.status().undo


@pytest.fixture
def tree(review: Review) -> dict[str, Theme]:
    """Two branches: Risk with Escalation and Fear, Response with Referral."""
    made = {"Risk": themes.add(review, "Risk"), "Response": themes.add(review, "Response")}
    for name, parent in (("Escalation", "Risk"), ("Fear", "Risk"), ("Referral", "Response")):
        made[name] = themes.add(review, name, made[parent].id)
    return made


def test_the_usual_themes_come_as_one_step_that_is_undone_whole(review: Review) -> None:
    number = themes.begin_with_usual(review)
    assert number == len(themes.usual()) == len(kept.listing(review))
    assert last(review) == "Begin with the usual themes"
    assert drawn(review)[:2] == ["Abuse described", "  Coercive or controlling behaviour"]
    review.journal.undo()
    assert kept.listing(review) == []


def test_the_usual_themes_are_two_levels_without_a_name_twice_beneath_one(review: Review) -> None:
    del review
    found = ThemeTree(themes.usual())
    names = [(theme.parent_id, theme.name.casefold()) for theme in themes.usual()]
    assert len(set(names)) == len(names)
    assert {depth for _, depth in found.in_order()} == {0, 1}


def test_what_is_there_of_the_usual_themes_is_not_added_again(review: Review) -> None:
    themes.begin_with_usual(review)
    branch = ThemeTree(kept.listing(review)).beneath()[1]
    themes.remove(review, branch.id)
    assert themes.begin_with_usual(review) == len(ThemeTree(themes.usual()).branch(branch.id))
    assert themes.begin_with_usual(review) == 0
    assert len(kept.listing(review)) == len(themes.usual())


def test_a_review_made_with_themes_has_them_before_its_history_begins(tmp_path: Path) -> None:
    library = Library.create(tmp_path / "library", "a passphrase", CHEAP)
    review = library.create_review(ReviewFacts("Aldermarsh"), themes.usual())
    assert sorted(kept.listing(review), key=lambda theme: theme.id) == themes.usual()
    assert review.journal.status().undo is None
    assert themes.begin_with_usual(review) == 0
    library.close()


def test_a_theme_is_added_as_the_last_beneath_its_parent(review: Review, tree: dict[str, Theme]) -> None:
    del tree
    assert drawn(review) == ["Risk", "  Escalation", "  Fear", "Response", "  Referral"]
    assert last(review) == "Add the theme “Referral”"


@pytest.mark.parametrize("name", ["fear", " FEAR ", "Fear"])
def test_one_name_twice_beneath_one_parent_is_refused_in_words(
    review: Review, tree: dict[str, Theme], name: str
) -> None:
    with pytest.raises(themes.ThemeThere, match="There is a theme “Fear” beneath “Risk” already"):
        themes.add(review, name, tree["Risk"].id)
    with pytest.raises(themes.ThemeThere):
        themes.rename(review, tree["Escalation"].id, name)
    assert last(review) == "Add the theme “Referral”"
    assert themes.add(review, name, tree["Response"].id).name == name.strip()


def test_a_theme_without_a_name_is_refused(review: Review, tree: dict[str, Theme]) -> None:
    for refused in (lambda: themes.add(review, "  "), lambda: themes.rename(review, tree["Risk"].id, "")):
        with pytest.raises(themes.ThemeUnnamed):
            refused()


def test_a_theme_is_renamed_and_may_change_its_capitals(review: Review, tree: dict[str, Theme]) -> None:
    themes.rename(review, tree["Fear"].id, "  Fear   expressed ")
    assert drawn(review)[2] == "  Fear expressed"
    assert last(review) == "Rename the theme “Fear”"
    themes.rename(review, tree["Fear"].id, "FEAR expressed")
    before = last(review)
    themes.rename(review, tree["Fear"].id, "FEAR expressed")
    assert last(review) == before


def test_a_theme_moves_with_what_is_beneath_it(review: Review, tree: dict[str, Theme]) -> None:
    themes.move(review, tree["Response"].id, tree["Risk"].id, 0)
    assert drawn(review) == ["Risk", "  Response", "    Referral", "  Escalation", "  Fear"]
    themes.move(review, tree["Fear"].id, 0, 0)
    assert drawn(review) == ["Fear", "Risk", "  Response", "    Referral", "  Escalation"]
    review.journal.undo()
    review.journal.undo()
    assert drawn(review) == ["Risk", "  Escalation", "  Fear", "Response", "  Referral"]


def test_a_move_to_where_it_is_leaves_no_step(review: Review, tree: dict[str, Theme]) -> None:
    themes.move(review, tree["Fear"].id, tree["Risk"].id, 1)
    assert last(review) == "Add the theme “Referral”"


@pytest.mark.parametrize("below", ["Risk", "Fear"])
def test_no_theme_comes_to_stand_beneath_itself(review: Review, tree: dict[str, Theme], below: str) -> None:
    with pytest.raises(themes.ThemeWithinItself):
        themes.move(review, tree["Risk"].id, tree[below].id, 0)
    with pytest.raises(themes.ThemeWithinItself):
        themes.merge(review, tree["Risk"].id, tree[below].id)


def test_a_key_belongs_to_one_theme(review: Review, tree: dict[str, Theme]) -> None:
    themes.give_digit(review, tree["Fear"].id, 7)
    themes.give_digit(review, tree["Referral"].id, 7)
    assert [theme.name for theme in kept.listing(review) if theme.digit == 7] == ["Referral"]
    assert last(review) == "Give the theme “Referral” the key 7"
    review.journal.undo()
    assert [theme.name for theme in kept.listing(review) if theme.digit == 7] == ["Fear"]
    themes.give_digit(review, tree["Fear"].id, 0)
    assert [theme for theme in kept.listing(review) if theme.digit] == []


@pytest.mark.parametrize("digit", [1, 6, 10, -1])
def test_a_key_that_gives_something_else_is_no_key_for_a_theme(
    review: Review, tree: dict[str, Theme], digit: int
) -> None:
    with pytest.raises(ValueError, match=str(digit)):
        themes.give_digit(review, tree["Fear"].id, digit)


def test_a_removed_theme_leaves_its_entries_and_comes_back_with_them(review: Review, tree: dict[str, Theme]) -> None:
    ids = add(review, *(entry(agency(review), text=text) for text in ("One.", "Two.")))
    with review.journal.step("Give"):
        kept.give(review, ids, tree["Fear"].id)
        kept.give(review, ids[:1], tree["Risk"].id)
    before = snapshot(review)
    assert themes.losing(review, tree["Risk"].id) == 2
    themes.remove(review, tree["Risk"].id)
    assert drawn(review) == ["Response", "  Referral"]
    assert kept.of_entries(review, ids) == {}
    assert last(review) == "Remove the theme “Risk”"
    review.journal.undo()
    assert snapshot(review) == before


def test_two_themes_become_one_with_the_entries_of_both(review: Review, tree: dict[str, Theme]) -> None:
    ids = add(review, *(entry(agency(review), text=text) for text in ("One.", "Two.")))
    like = themes.add(review, "fear", tree["Response"].id)
    with review.journal.step("Give"):
        kept.give(review, ids, tree["Risk"].id)
        kept.give(review, ids[1:], tree["Response"].id)
        kept.give(review, ids[:1], like.id)
        kept.give(review, ids[1:], tree["Fear"].id)
    before = snapshot(review)
    themes.give_digit(review, tree["Risk"].id, 8)
    themes.merge(review, tree["Risk"].id, tree["Response"].id)
    assert drawn(review) == ["Response", "  Referral", "  fear", "  Escalation"]
    assert kept.of_entries(review, ids) == dict.fromkeys(ids, frozenset({tree["Response"].id, like.id}))
    assert ThemeTree(kept.listing(review)).with_digit(8) == ThemeTree(kept.listing(review)).get(tree["Response"].id)
    assert last(review) == "Merge the theme “Risk” into “Response”"
    review.journal.undo()
    review.journal.undo()
    assert snapshot(review) == before


def test_a_theme_merged_into_its_parent_leaves_its_own_themes_there(review: Review, tree: dict[str, Theme]) -> None:
    themes.add(review, "Fear", tree["Fear"].id)
    themes.merge(review, tree["Fear"].id, tree["Risk"].id)
    assert drawn(review) == ["Risk", "  Escalation", "  Fear", "Response", "  Referral"]


def test_a_theme_that_is_gone_is_said_to_be_gone(review: Review, tree: dict[str, Theme]) -> None:
    themes.remove(review, tree["Fear"].id)
    for asked in (
        lambda: themes.rename(review, tree["Fear"].id, "Dread"),
        lambda: themes.move(review, tree["Fear"].id, 0, 0),
        lambda: themes.give_digit(review, tree["Fear"].id, 7),
        lambda: themes.remove(review, tree["Fear"].id),
        lambda: themes.merge(review, tree["Fear"].id, tree["Risk"].id),
        lambda: themes.add(review, "Dread", tree["Fear"].id),
    ):
        with pytest.raises(themes.ThemeGone):
            asked()


ACTS = st.lists(
    st.tuples(st.sampled_from(["move", "merge", "remove", "add"]), *(st.integers(0, 6) for _ in range(3))), max_size=8
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_whatever_is_done_the_themes_stay_a_tree_and_undo_brings_all_back(
    review: Review, acts: list[tuple[str, int, int, int]]
) -> None:
    for theme in reversed(ThemeTree(kept.listing(review)).beneath()):
        themes.remove(review, theme.id)
    first = themes.add(review, "A")
    themes.add(review, "B", first.id)
    themes.add(review, "A", themes.add(review, "C").id)
    before, began = snapshot(review), review.journal.steps(1)[0].id

    for number, (what, one, other, place) in enumerate(acts):
        there = [theme.id for theme in kept.listing(review)] or [0]
        this, that = there[one % len(there)], [0, *there][other % (len(there) + 1)]
        try:
            if what == "move":
                themes.move(review, this, that, place)
            elif what == "merge":
                themes.merge(review, this, that)
            elif what == "remove":
                themes.remove(review, this)
            else:
                themes.add(review, "ABC"[place % 3] if number % 2 else f"N{number}", that)
        except (themes.ThemeWithinItself, themes.ThemeThere, themes.ThemeGone):
            continue
        tree = ThemeTree(kept.listing(review))
        assert len(tree.in_order()) == len(kept.listing(review)), "a theme is out of the tree's reach"
        names = [(theme.parent_id, theme.name.casefold()) for theme in kept.listing(review)]
        assert len(set(names)) == len(names)

    for _ in range(review.journal.steps(1)[0].id - began):
        review.journal.undo()
    assert snapshot(review) == before
