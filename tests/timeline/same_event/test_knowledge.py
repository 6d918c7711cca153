"""Which agencies a record may mean when it names a kind of them."""

import pytest

from dhr_desktop.timeline.same_event.knowledge import Agencies, knowledge
from dhr_desktop.timeline.same_event.words import stem, words_of

CHILDREN, ADULTS, COUNTY, DISTRICT = 1, 2, 3, 4
AGENCIES = Agencies(
    {
        CHILDREN: "Ravenshire Children's Social Care",
        ADULTS: "Ravenshire Adult Social Care",
        COUNTY: "Ravenshire County Council",
        DISTRICT: "Aldermarsh Borough Council Housing",
    }
)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Rang the social worker", {CHILDREN, ADULTS, COUNTY}),
        ("Referred to children's social care", {CHILDREN, ADULTS, COUNTY}),
        ("Letter from the council about the rent", {COUNTY, DISTRICT}),
        ("Housing are aware", {DISTRICT}),
        ("Crew on scene", set()),
    ],
)
def test_a_word_for_a_kind_of_agency_means_those_of_the_kind(words: str, meant: set[int]) -> None:
    stems = [stem(word) for word in words_of(words)]
    found = AGENCIES.named(knowledge().signs.names(stems, set(stems)), set(stems))
    assert {agency for agency, bit in AGENCIES.bit.items() if found & bit} == meant
