"""What the chair types is looked for as it stands; nothing in it is a command."""

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from dhr_desktop.store import entries, search
from dhr_desktop.store.filters import EntryFilter
from tests.store.made import add, agency, entry, texts

RECORDS = (
    "Seen at A&E with a bruise to the left cheek.",
    "Mr. A attended the surgery; café near by.",
    "Support available 24/7 was offered.",
    "Letter from O'Neill & Sons (solicitors) AND a call.",
    "Ruth's non-molestation order expired on 3/4/17.",
    'He said "it\'s over" NOT for the first time.',
    "100% certain * that it was near the mill.",
    "Ysbyty Gwynedd: plant-y-môr ward",
)


@pytest.fixture
def found(review):
    surgery = agency(review)
    add(review, *(entry(surgery, text=text) for text in RECORDS))

    def by(typed: str) -> list[int]:
        wanted = EntryFilter(text=typed)
        return [RECORDS.index(each.text) for each in entries.page(review, entries.ordered_ids(review, wanted))]

    return by


@pytest.mark.parametrize(
    ("typed", "records"),
    [
        ("bruise", [0]),
        ("BRUISE", [0]),
        ("brui", [0]),
        ("brui ", []),
        ("bruise ", [0]),
        ("cheek bruise", [0]),
        ("cafe", [1]),
        ("CAFÉ", [1]),
        ("mor", [7]),
        ("24/7", [2]),
        ("24/", [2]),
        ("7/24", []),
        ("Mr. A", [1]),
        ("A&E", [0]),
        ("a & e", [0]),
        ("o'neill", [3]),
        ("O'Neil", [3]),
        ("(solicitors", [3]),
        ("solicitors)", [3]),
        ("((solicitors", [3]),
        ("AND", [3]),
        ("NOT", [5]),
        ("OR", [4]),  # the beginning of 'order'
        ("NEAR the", [1, 6]),
        ("near (mill)", [6]),
        ("non-molestation", [4]),
        ("3/4/17", [4]),
        ('"left cheek"', [0]),
        ('"cheek left"', []),
        ('"left cheek', [0]),
        ('left "the bruise"', []),
        ("text:bruise", []),
        ("{text}", []),
        ("bruise^2", []),
        ("nowhere", []),
    ],
)
def test_words_are_found_as_they_are_typed(found, typed, records):
    assert sorted(found(typed)) == records


@pytest.mark.parametrize("typed", ["", " ", '"', '""', "*", "&", "(", ")", "' '", "\0", "+ - * /", "“”", "…"])
def test_signs_alone_narrow_nothing(found, typed):
    assert len(found(typed)) == len(RECORDS)


@pytest.mark.parametrize("typed", ["bruise *", "* bruise", "bruise (", "bruise AND *", '"bruise" *', "bruise\0"])
def test_signs_beside_a_word_do_not_hide_it(found, typed):
    expected = [] if "AND" in typed else [0]

    assert found(typed) == expected


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_whatever_is_typed_makes_a_query_that_the_index_understands(typed):
    words = search.query(typed)
    with closing(dbapi2.connect(":memory:")) as index:
        index.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
        index.execute("INSERT INTO words VALUES (?)", (typed.replace("\0", " "),))
        if words:
            assert index.execute("SELECT count(*) FROM words WHERE words MATCH ?", (words,)).fetchone() == (1,)


@pytest.mark.parametrize("field", ["text", "action", "source", "reference", "people", "comment", "date_written"])
def test_every_field_that_is_read_is_searched(review, field):
    add(review, entry(agency(review), **{"text": "x", field: "lantern"}))

    assert len(entries.ordered_ids(review, EntryFilter(text="lantern"))) == 1


def test_a_changed_entry_is_found_by_its_new_words_and_not_by_its_old(review):
    (new,) = add(review, entry(agency(review), text="lantern", comment="kept"))
    with review.journal.step("Reword"):
        entries.change(review, replace(entries.get(review, new), text="orchard"))

    assert entries.ordered_ids(review, EntryFilter(text="lantern")) == []
    assert entries.ordered_ids(review, EntryFilter(text="orchard kept")) == [new]


def test_words_are_found_when_the_step_that_wrote_them_has_ended(review):
    surgery = agency(review)
    with review.journal.step("Add"):
        entries.add_many(review, [entry(surgery, text="lantern")])
        assert entries.ordered_ids(review, EntryFilter(text="lantern")) == []

    assert len(entries.ordered_ids(review, EntryFilter(text="lantern"))) == 1


def test_a_word_in_thousands_of_entries_is_found_in_order(review):
    surgery = agency(review)
    many = [entry(surgery, f"2016-{1 + n % 12:02}-{1 + n % 28:02}", f"record {n}") for n in range(2_500)]
    add(review, *many)
    common, all_ids = entries.ordered_ids(review, EntryFilter(text="record")), entries.ordered_ids(review)
    assert common == all_ids

    spring = {"earliest": "2016-03-01", "latest": "2016-05-31"}
    assert entries.ordered_ids(review, EntryFilter(text="record", **spring)) == entries.ordered_ids(
        review, EntryFilter(**spring)
    )

    with review.journal.step("Remove"):
        entries.remove(review, all_ids[0])
    assert entries.ordered_ids(review, EntryFilter(text="rec")) == all_ids[1:]
    review.journal.undo()
    assert entries.ordered_ids(review, EntryFilter(text="rec")) == all_ids
    assert len(texts(review)) == 2_500


def test_a_word_is_found_among_the_few_that_fit_and_in_no_other(review, monkeypatch):
    surgery, police = agency(review), agency(review, "Police")
    add(review, *(entry(surgery, f"2016-01-{day:02}", text="A referral.") for day in range(1, 9)))
    several = add(
        review,
        entry(police, "2016-02-02", text="Referral received."),
        entry(police, "2016-02-01", text="A referral was made."),
        entry(police, "2016-02-03", text="A call."),
    )
    wanted = EntryFilter(text="referral", agency_ids=frozenset({police}))
    for most in (0, 2_000):  # both ways, whichever the numbers would choose
        monkeypatch.setattr(entries, "_FEW", most)
        assert entries.ordered_ids(review, wanted) == [several[1], several[0]]
    assert search.matches(review.read, "referral", several) == several[:2]
    assert search.matches(review.read, "referral", []) == []
