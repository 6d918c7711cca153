"""Leaving pairs unweighed on which nothing depends changes nothing in what is suggested."""

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.base import resources
from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline.same_event.accounts import accounts_of
from dhr_desktop.timeline.same_event.evidence import Evidence
from dhr_desktop.timeline.same_event.facts import FactReader
from dhr_desktop.timeline.same_event.joining import Joining
from dhr_desktop.timeline.same_event.linking import links_of
from dhr_desktop.timeline.same_event.nearby import later_neighbours
from tests.benchmarks.suggesting_same_events import large_review
from tests.timeline.same_event.conftest import AGENCIES, MARAC, ROUTINE

TOLD = (
    "Call from 12 Harbour Row. Woman struck in the face beside the wardrobe.",
    "By ambulance with police. Bruised cheek, says he hit her at the wardrobe.",
    "Notified by police of Saturday night, mother struck in face, children at 12 Harbour Row.",
    "Case heard at MARAC with Homes and police. Marker to be placed.",
    "Strategy discussion, hospital and social care. Different child.",
    "Tenant of flat 31 rang about the incident on 9 May at 9.40pm, lantern cracked.",
    ROUTINE[0],
)
DAYS = st.sampled_from(
    ["2014-05-09", "2014-05-10", "2014-05-11", "2014-05-13", "2014-05-20", "2014-05", "2014", "XXXX"]
)


class Told:
    """Accounts of entries, and the pairs of them that are worth a look."""

    def __init__(self, entries, agencies=None):
        reader = FactReader(entries, agencies or AGENCIES)
        self.accounts = accounts_of(list(reader.facts()), reader.agencies.bit, ())
        self.evidence = Evidence(self.accounts)
        self.neighbours = later_neighbours(self.accounts, self.evidence)

    def link(self, one, other):
        first, second = self.accounts[one], self.accounts[other]
        return self.evidence.weigh(first, second, self.evidence.words(first, second))

    def every_link(self):
        return [{other: self.link(one, other) for other in later} for one, later in enumerate(self.neighbours)]

    def links(self):
        return links_of(self.accounts, self.evidence, self.neighbours)

    def joined(self, links):
        joining = Joining(self.accounts, links)
        return [(group, joining.strength(group)) for group in joining.groups()]


@st.composite
def reviews(draw):
    made = draw(
        st.lists(
            st.tuples(
                st.sampled_from(sorted(AGENCIES)),
                DAYS,
                st.sampled_from(TOLD),
                st.sampled_from(["", "21:40", "22:10", "09:00"]),
                st.sampled_from(["", "2014-05-10", "2014-05-12"]),
                st.sampled_from(["", "INC 0455", "INC 0977"]),
            ),
            min_size=12,
            max_size=30,
        )
    )
    return [
        Entry(
            number,
            agency,
            day,
            f"{text} Note {number % 7}x.",
            submission_id=agency,
            source_order=number,
            time=time,
            reported_edtf=reported,
            reference=reference,
        )
        for number, (agency, day, text, time, reported, reference) in enumerate(made, 1)
    ]


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
@given(entries=reviews())
def test_what_is_left_unweighed_joins_nothing(entries):
    told = Told(entries)

    assert told.joined(told.links()) == told.joined(told.every_link())


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
@given(entries=reviews())
def test_no_pair_comes_to_more_than_was_to_be_hoped(entries):
    told = Told(entries)

    for one, later in enumerate(told.neighbours):
        for other in later:
            first, second = told.accounts[one], told.accounts[other]
            most = told.evidence.hope(first, second) + told.evidence.words(first, second)
            assert told.link(one, other) <= most + 1e-9


@pytest.fixture(scope="module")
def large():
    """The sample over and over on other days, as the benchmark has it."""
    return Told(*large_review(2_000, 12))


def test_in_a_large_review_too_what_is_left_unweighed_joins_nothing(large):
    found = large.joined(large.links())

    assert found
    assert found == large.joined(large.every_link())


def test_most_pairs_of_a_large_review_are_left_out(large):
    assert sum(map(len, large.links())) < sum(map(len, large.every_link())) / 2


def test_a_weak_link_counts_where_both_accounts_can_be_joined_to_something():
    chance = random.Random(4)
    texts = [chance.choice(TOLD) for _ in range(24)]
    entries = [
        Entry(number, 1 + number % MARAC, f"2014-05-{9 + number % 4:02}", text, submission_id=1 + number % MARAC)
        for number, text in enumerate(texts, 1)
    ]
    told = Told([replace(entry, source_order=entry.id) for entry in entries])
    least = resources.toml("timeline/evidence.toml")["joining"]["least"]

    assert any(link <= least for links in told.links() for link in links.values())
