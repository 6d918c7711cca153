"""What is held of a search is what a plain reading of the file would find, whatever was done in between."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.base import remembered
from dhr_desktop.domain.meaning import Significance, Theme
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, looking, people, themes
from dhr_desktop.store.filters import ALL, EntryFilter, looks
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, add, agency, entry

WORDS = ("lantern", "lane", "orchard", "Ruth", "Café", "24/7", "the")
texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
typed = st.one_of(texts, st.sampled_from(["l", "la", "lan", "lant", "lane ", '"the lane"', "cafe", "o the", "ü", "*"]))
words_alone = st.builds(EntryFilter, text=st.sampled_from(["l", "lan", "lane ", "orchard", "cafe", "24/7", "ru"]))
wishes = words_alone | st.builds(
    EntryFilter,
    text=typed,
    agency_ids=st.frozensets(st.sampled_from([1, 2]), max_size=1),
    significances=st.frozensets(st.sampled_from(Significance), max_size=1),
    theme_ids=st.frozensets(st.sampled_from([1, 2]), max_size=1),
    person_ids=st.frozensets(st.just(1), max_size=1),
    grouped=st.sampled_from([None, None, None, False]),
)
places = st.integers(0, 9)
deeds = st.one_of(
    st.tuples(st.just("reword"), places, texts),
    st.tuples(st.just("move"), places, st.sampled_from(["2014-01-01", "2018-11-09", "XXXX"])),
    st.tuples(st.just("judge"), places, st.sampled_from(Significance)),
    st.tuples(st.just("add"), places, texts),
    st.tuples(st.just("add many"), places, texts),
    st.tuples(st.just("remove"), places, st.none()),
    st.tuples(st.just("theme"), places, st.sampled_from([1, 2])),
    st.tuples(st.sampled_from(["undo", "redo"]), places, st.none()),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("looking")
    made = Library.create(folder / "library", PASSPHRASE, CHEAP)
    yield made
    made.close()


def begun(library: Library, given_texts: list[str]) -> Review:
    review = copied.review(library, ReviewFacts("Adult A"))
    with review.journal.step("Set up"):
        for name in ("Police", "Surgery"):
            agencies.add(review, name)
        top = themes.add(review, Theme(0, "Control"))
        themes.add(review, Theme(0, "Isolation", top.id))
        people.add(review, Person(0, "Ruth Ashby", Role.VICTIM))
    add(review, *(entry(1 + n % 2, f"2016-01-{n + 1:02}", text=text) for n, text in enumerate(given_texts)))
    return review


def do(review: Review, what: str, place: int, value: object) -> None:
    """One deed of the chair; nothing where there is nothing to do it to."""
    if what in ("undo", "redo"):
        getattr(review.journal, what)()
        if not agencies.listing(review):
            review.journal.redo()  # the agencies themselves stay
        return
    ids = entries.ordered_ids(review)
    if what.startswith("add"):
        number = looking._FEW_CHANGED + 5 if what == "add many" else 1
        add(review, *(entry(1 + place % 2, f"2015-0{1 + place % 9}-01", text=str(value)) for _ in range(number)))
    elif ids:
        chosen = ids[place % len(ids)]
        with review.journal.step(what.title()):
            _change(review, what, chosen, value)


def _change(review: Review, what: str, entry_id: int, value: object) -> None:
    if what == "remove":
        entries.remove(review, entry_id)
    elif what == "theme":
        themes.give(review, [entry_id], value)
    else:
        field = {"reword": "text", "move": "date_edtf", "judge": "significance"}[what]
        entries.change(review, replace(entries.get(review, entry_id), **{field: value}))


def agrees(review: Review, wanted: EntryFilter) -> None:
    """What is held finds what SQL alone finds, in the order of the timeline."""
    every = entries.ordered_ids(review, ALL)
    plain = entries.fitting(review, wanted, every)
    assert entries.ordered_ids(review, wanted) == [each for each in every if each in plain], wanted


@pytest.mark.parametrize("few", [0, 2_000])
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given_texts=st.lists(texts, max_size=6),
    several=st.lists(wishes, min_size=3, max_size=3),
    done=st.lists(deeds, min_size=2, max_size=5),
)
def test_after_any_deeds_a_search_finds_what_a_plain_one_finds(library, few, given_texts, several, done):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(looking, "_FEW", few)
        patched.setattr(entries, "_FEW", 0)  # or a few entries would be asked one by one, and nothing held
        review = begun(library, given_texts)
        for wanted in several:
            agrees(review, wanted)
        for deed in done:
            do(review, *deed)
            for wanted in several:
                agrees(review, wanted)
        review.close()


def test_what_was_found_is_looked_up_and_not_looked_for_again(review):
    surgery = agency(review)
    first, second = add(review, entry(surgery, text="lantern"), entry(surgery, text="orchard"))
    wanted = EntryFilter(text="lant")
    assert entries.ordered_ids(review, wanted) == [first]
    held = looking.by(review, next(looks(wanted)))

    assert looking.by(review, next(looks(wanted))) is held
    with review.journal.step("Reword"):
        entries.change(review, replace(entries.get(review, second), text="lantern"))
    assert set(entries.ordered_ids(review, wanted)) == {first, second}


def test_nothing_that_was_searched_for_is_kept_when_the_review_is_left(review):
    add(review, entry(agency(review), text="lantern"))
    look = next(looks(EntryFilter(text="lantern")))
    looking.by(review, look)
    assert looking.is_held(review, look)

    remembered.forget()

    assert not looking.is_held(review, look)


def test_only_the_latest_looks_are_held(review, monkeypatch):
    monkeypatch.setattr(looking, "_KEPT", 2)
    asked = [next(looks(EntryFilter(text=text))) for text in ("one", "two", "three")]
    for look in asked:
        looking.by(review, look)

    assert [looking.is_held(review, look) for look in asked] == [False, True, True]
