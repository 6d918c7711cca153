"""Each condition of a filter, alone and with others, leaves what a plain reading of its words would leave."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.entries import Doubt, Entry
from dhr_desktop.domain.events import Event, Question
from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance, Theme
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, enquiry, entries, events, filters, people, questions, themes
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, add, agency, entry

DAYS = ("2014-12-31", "2015-01-01", "2016-04", "2016-04-05", "2016", "2018-11-09", "2018-11-10", "XXXX", "2016-03~")
WORDS = ("bruise", "call", "Ruth", "Ms Ashby", "Ashby", "ruthless", "will attend", "Will", "the Ashbys", "Ruth-Anne")
SCOPE = ("2015-01-01", "2018-11-09")
TREE = {1: 0, 2: 1, 3: 2, 4: 0}
"""Each theme's parent."""
RUTH = Person(0, "Ruth Ashby", Role.VICTIM, forms=(NameForm("Ruthie", FormKind.NICKNAME),))
WILL = Person(0, "Will Ashby", Role.PERPETRATOR, forms=(NameForm("Will", FormKind.FIRST),))
NAMED = {
    1: re.compile(r"\b(?i:ruth|ruthie)\b"),
    2: re.compile(r"\bWill\b|\bWILL\b"),
}
"""By whom a text names, for people who share a surname: their first names, of which one is a word too."""


@dataclass(frozen=True)
class Made:
    """An entry as it was made, with what stands in other tables about it."""

    entry: Entry
    themes: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    asked: bool = False
    closed: bool = False


@dataclass
class World:
    """A review and the plain model of it."""

    review: Review
    made: list[Made] = field(default_factory=list)

    def expected(self, wanted: EntryFilter) -> set[int]:
        """What a plain reading of the filter leaves."""
        events_asked = {each.entry.event_id for each in self.made if each.asked and not each.closed}
        return {each.entry.id for each in self.made if fits(each, wanted, events_asked)}


def fits(made: Made, wanted: EntryFilter, events_asked: set[int | None]) -> bool:
    one = made.entry
    text = f"{one.text} {one.action}"
    beneath = {top for theme in made.themes for top in above(theme)}
    return (
        (not wanted.agency_ids or one.agency_id in wanted.agency_ids)
        and holds(text, wanted.text)
        and may_be_between(one, wanted.earliest, wanted.latest)
        and (not wanted.in_scope or may_be_between(one, *SCOPE))
        and (not wanted.doubtful_only or bool(one.doubts))
        and (not wanted.question_open or (one.event_id or 0) in events_asked or (made.asked and not made.closed))
        and (wanted.grouped is None or wanted.grouped == (one.event_id is not None))
        and (not wanted.person_ids or any(NAMED[each].search(text) for each in wanted.person_ids))
        and (not wanted.theme_ids or bool(beneath & wanted.theme_ids))
        and (not wanted.line_ids or bool(made.lines & wanted.line_ids))
        and (not wanted.event_ids or one.event_id in wanted.event_ids)
        and (not wanted.significances or one.significance in wanted.significances)
        and (not wanted.marks or any(getattr(one, mark) for mark in wanted.marks))
        and (not wanted.included or any(getattr(one, document) for document in wanted.included))
        and (not wanted.origins or one.origin in wanted.origins)
    )


def holds(text: str, typed: str) -> bool:
    """Every word whole but the last, which may be unfinished."""
    *whole, last = typed.split() or [""]
    patterns = [*(rf"\b{word}\b" for word in whole), rf"\b{last}"]
    return all(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def above(theme: int) -> Iterator[int]:
    while theme:
        yield theme
        theme = TREE[theme]


def may_be_between(one: Entry, earliest: str, latest: str) -> bool:
    when = parse(one.date_edtf)
    if when.is_unknown:
        return not (earliest or latest)
    first, last = when.earliest or date.min, when.latest or date.max
    return (not earliest or last >= date.fromisoformat(earliest)) and (
        not latest or first <= date.fromisoformat(latest)
    )


def one_of(*values: object) -> st.SearchStrategy:
    return st.sampled_from(values)


def some(*values: object) -> st.SearchStrategy:
    return st.frozensets(st.sampled_from(values), max_size=2)


made_entries = st.builds(
    Entry,
    id=st.just(0),
    agency_id=one_of(1, 2, 3),
    date_edtf=st.sampled_from(DAYS),
    text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" and ".join),
    action=one_of("", "Ruth's mother called", "WILL seen"),
    event_id=one_of(None, None, 1, 2),
    significance=st.sampled_from(Significance),
    voice_of_victim=st.booleans(),
    good_practice=st.booleans(),
    missed_opportunity=st.booleans(),
    distressing=st.booleans(),
    in_chronology=st.booleans(),
    in_report=st.booleans(),
    in_summary=st.booleans(),
    origin=st.sampled_from(Origin),
    doubts=one_of((), (Doubt("month-only", "date", "Only the month is given."),)),
)
things = st.builds(
    Made, made_entries, themes=some(*TREE), lines=some(1, 2), asked=one_of(False, False, True), closed=st.booleans()
)
wishes = st.builds(
    EntryFilter,
    agency_ids=some(1, 2, 3, 99),
    text=one_of("", "", "bru", "call", "ruth ashby"),
    earliest=one_of("", "2015-01-01", "2016-04-05", "2018-11-10"),
    latest=one_of("", "2016-04-04", "2016-04-30", "2018-11-09"),
    doubtful_only=one_of(False, False, True),
    in_scope=one_of(False, False, True),
    question_open=one_of(False, False, True),
    grouped=one_of(None, None, True, False),
    person_ids=some(1, 2),
    theme_ids=some(*TREE),
    line_ids=some(1, 2),
    event_ids=some(1, 2),
    significances=st.frozensets(st.sampled_from(Significance), max_size=2),
    marks=st.frozensets(st.sampled_from(Mark), max_size=2),
    included=st.frozensets(st.sampled_from(Inclusion), max_size=2),
    origins=st.frozensets(st.sampled_from(Origin), max_size=2),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("filters")
    made = Library.create(folder / "library", PASSPHRASE, CHEAP)
    yield made
    made.close()


def world(library: Library, given_things: list[Made]) -> World:
    """A review of its own with these entries."""
    review = copied.review(library, ReviewFacts("Adult A", scope_from=SCOPE[0], scope_to=SCOPE[1]))
    with review.journal.step("Set up"):
        for name in ("Police", "Surgery", "Housing"):
            agencies.add(review, name)
        for theme, parent in TREE.items():
            themes.add(review, Theme(0, f"Theme {theme}", parent))
        for person in (RUTH, WILL):
            people.add(review, person)
        enquiry.put(review, ["First line", "Second line"])
        for headline in ("One night", "Another"):
            events.add(review, Event(0, headline))
    found = World(review)
    ids = add(review, *(each.entry for each in given_things))
    with review.journal.step("Tie"):
        for new, each in zip(ids, given_things, strict=True):
            found.made.append(replace(each, entry=replace(each.entry, id=new)))
            for theme in each.themes:
                themes.give(review, [new], theme)
            for line in each.lines:
                enquiry.give(review, [new], line)
            if each.asked:
                _ask(review, each, new)
    return found


def _ask(review: Review, each: Made, entry_id: int) -> None:
    """About the event where it has one, else about the entry alone."""
    about = {"event_id": each.entry.event_id} if each.entry.event_id else {"entry_id": entry_id}
    questions.add(review, Question(0, 1, "What?", closed_on="2020-01-01" if each.closed else "", **about))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_things=st.lists(things, max_size=12), several=st.lists(wishes, min_size=6, max_size=6))
def test_every_filter_leaves_what_a_plain_reading_leaves(library, given_things, several):
    made = world(library, given_things)
    for wanted in [*several, *(alone for each in several for alone in alone_of(each))]:
        found = entries.ordered_ids(made.review, wanted)
        assert set(found) == made.expected(wanted), wanted
        assert found == [each for each in entries.ordered_ids(made.review) if each in set(found)]
        assert entries.fitting(made.review, wanted, found) == set(found)
        with made.review.journal.step("Look from within a step"):
            assert entries.ordered_ids(made.review, wanted) == found
    made.review.close()


def alone_of(wanted: EntryFilter) -> Iterator[EntryFilter]:
    """Each condition of a filter by itself."""
    for each in fields(EntryFilter):
        if getattr(wanted, each.name) != getattr(ALL, each.name):
            yield replace(ALL, **{each.name: getattr(wanted, each.name)})


@given(wishes)
def test_a_filter_comes_back_from_its_text(wanted):
    assert filters.from_json(wanted.as_json()) == wanted


def test_what_a_later_program_kept_does_not_narrow():
    kept = json.dumps({"weather": [1], "marks": ["distressing", "puzzling"], "significances": [3, 9], "in_scope": True})

    assert filters.from_json(kept) == EntryFilter(
        marks=frozenset({Mark.DISTRESSING}), significances=frozenset({Significance.KEY}), in_scope=True
    )


def named(review: Review, *texts: str) -> list[str]:
    surgery = agency(review)
    add(review, *(entry(surgery, text=text) for text in texts))
    first = people.listing(review)[0]
    ids = entries.ordered_ids(review, EntryFilter(person_ids=frozenset({first.id})))
    return [each.text for each in entries.page(review, ids)]


def test_a_person_is_found_by_every_form_however_it_is_written(review):
    forms = (NameForm("Máire O'Neill-Grey", FormKind.FULL), NameForm("MG", FormKind.INITIALS))
    with review.journal.step("Register"):
        people.add(review, Person(0, "Mary Anne Grey", Role.VICTIM, forms=forms))
    found = (
        *(
            "Mary Anne Grey seen.",
            "GREY, Mary Anne",
            "Mary's daughter",
            "Mrs Grey’s sister",
            "the Greys",
            "M Grey rang",
        ),
        *("maire o'neill grey", "MÁIRE O’NEILL-GREY", "MG seen by duty"),
    )
    others = ("Maryland", "a greyish car", "mg of the drug", "Greyfriars surgery", "Anne alone", "12:30 pm")

    assert named(review, *found, *others) == list(found)


def test_a_name_that_is_a_word_is_told_by_its_capital(review):
    with review.journal.step("Register"):
        people.add(review, Person(0, "Will Thorne", Role.PERPETRATOR))
    assert named(review, "will attend", "Will attended", "WILL SEEN", "she will; Will too") == [
        *("Will attended", "WILL SEEN", "she will; Will too"),
    ]


def test_a_surname_that_two_share_names_neither_unless_it_is_registered_for_one(review):
    with review.journal.step("Register"):
        ruth = people.add(review, Person(0, "Ruth Thorne", Role.VICTIM))
        people.add(review, Person(0, "Daniel Thorne", Role.PERPETRATOR))
    texts = ("Ruth called", "Mrs Thorne called", "R Thorne", "Thorne family", "D Thorne", "Thorne, Ruth")
    assert named(review, *texts) == ["Ruth called", "R Thorne", "Thorne, Ruth"]
    with review.journal.step("She is always called so"):
        people.change(review, replace(ruth, forms=(NameForm("Mrs Thorne", FormKind.TITLED),)))
    assert named(review, "Again Mrs Thorne") == [
        *("Ruth called", "Mrs Thorne called", "R Thorne", "Thorne, Ruth", "Again Mrs Thorne"),
    ]


def test_every_condition_on_an_entry_s_columns_is_read_from_the_index_of_the_order(review):
    """An entry is 40 times as large as its line in the index: read whole, 100,000 take 700 ms in place of 10."""
    columns = {name for (name,) in review.read.rows("SELECT name FROM pragma_table_xinfo('entry')")}
    covered = {name for (name,) in review.read.rows("SELECT name FROM pragma_index_info('entry_order')")}
    for wanted in each_condition():
        clause, values = filters.where(review, wanted, None)
        assert set(re.findall(r"[a-z_]+", clause)) & columns <= covered, wanted
        plan = review.read.rows(
            f"EXPLAIN QUERY PLAN SELECT id FROM entry {clause} ORDER BY rank, nudge, place, id", values
        )
        steps = [row[-1] for row in plan]
        if not wanted.event_ids:  # which has an index of its own
            assert any("entry_order" in step for step in steps), (wanted, steps)
            assert not any("TEMP B-TREE" in step for step in steps), (wanted, steps)


def each_condition() -> Iterator[EntryFilter]:
    yield from (EntryFilter(agency_ids=frozenset(ids)) for ids in ((1,), (1, 2, 3)))
    yield from (EntryFilter(significances=frozenset({each})) for each in Significance)
    yield from (EntryFilter(marks=frozenset({each})) for each in Mark)
    yield from (EntryFilter(included=frozenset({each})) for each in Inclusion)
    yield from (EntryFilter(origins=frozenset({each})) for each in Origin)
    yield from (EntryFilter(grouped=each) for each in (True, False))
    yield from (EntryFilter(doubtful_only=True), EntryFilter(in_scope=True), EntryFilter(question_open=True))
    yield EntryFilter(earliest="2016-01-01", latest="2016-12-31")
    yield from (EntryFilter(theme_ids=frozenset({1})), EntryFilter(line_ids=frozenset({1})))
    yield EntryFilter(event_ids=frozenset({1}))
