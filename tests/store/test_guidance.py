"""The guidance as data: every opportunity says what it is, why, where that is said, for whom and on what it rests."""

import pytest

from dhr_desktop.domain.offers import Basis, Opportunity
from dhr_desktop.domain.stakeholders import Group
from dhr_desktop.store import guidance

EVERY = guidance.edition().opportunities
NAMED = {
    *("leaflet_family", "leaflet_friends", "leaflet_work", "letter", "by_hand", "advocacy", "terms", "how", "panel"),
    *("updates", "pseudonym", "draft", "comments", "differing", "final", "notice", "tribute", "photograph"),
}


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.key)
def test_an_opportunity_says_everything_of_itself(each: Opportunity):
    assert each.name
    assert each.short
    assert each.why.endswith(".")
    assert each.source
    assert each.groups
    assert (each.basis is Basis.GUIDANCE) == each.source.startswith("Guidance 2016")


def test_every_opportunity_that_the_work_names_is_there():
    assert {each.key for each in EVERY} >= NAMED
    assert len({each.key for each in EVERY}) == len(EVERY)


@pytest.mark.parametrize("group", Group)
def test_nobody_has_two_opportunities_under_one_short_name(group: Group):
    shorts = [each.short for each in guidance.edition().for_group(group)]
    assert shorts
    assert len(shorts) == len(set(shorts))
