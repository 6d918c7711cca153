"""Words as they are compared: endings, several words for one thing, spellings of names, agencies by their words."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.timeline.same_event.knowledge import KIND, Agencies, knowledge
from dhr_desktop.timeline.same_event.spellings import one_spelling
from dhr_desktop.timeline.same_event.words import StemsOfTexts, Vocabulary, stem, words_of


def stems(text):
    return [stem(word) for word in words_of(text)]


@pytest.mark.parametrize(
    "words",
    ["message messages messaged messaging", "arrest arrested arrests", "stop stopped stopping", "Lorraine Lorraine’s"],
)
def test_endings_make_no_difference(words):
    assert len({stem(word) for word in words.split()}) == 1


@given(texts=st.lists(st.text(alphabet="aAbs.-'’ /&\\n\t1é\u00a0", max_size=30) | st.text(max_size=20), max_size=5))
def test_the_stems_of_a_text_are_those_of_its_words(texts):
    read = StemsOfTexts()

    assert [read.of(text) for text in texts] == [stems(text) for text in texts]


def test_a_stem_is_shown_as_a_text_writes_it_first():
    read = StemsOfTexts()

    assert read.as_written("He (Messaged) her; messages, calls, wardrobes.", {"messag", "call"}) == {
        "messag": "Messaged",
        "call": "calls",
    }


@pytest.mark.parametrize(("one", "other"), [("bus", "bu"), ("glass", "glas"), ("red", "r"), ("ring", "r")])
def test_what_is_no_ending_stays(one, other):
    assert stem(one) != other


def test_several_words_that_stand_together_are_one_thing():
    known = Vocabulary({"discussion": ["strategy discussion"], "talk": ["discussion"]})
    text = stems("A strategy discussion was held")

    names, used = known.read(text, set(text))

    assert names == {"discussion"}
    assert used == set(stems("strategy discussion"))


def test_different_words_for_one_happening_are_one_kind():
    def kinds(text):
        words = stems(text)
        return {name for name in knowledge().tokens.names(words, set(words)) if name.startswith(KIND)}

    assert kinds("Hands round her throat, hoarse") & kinds("Non-fatal strangulation, neck tender")
    assert not kinds("Hands round her throat") & kinds("Rent arrears letter")


def test_a_name_spelt_in_several_ways_is_one():
    names = Counter({"wieliczka": 5, "wieliczko": 1, "dastgir": 3, "dastigir": 1, "marchbank": 9})

    assert one_spelling(names, set()) == {"wieliczko": "wieliczka", "dastigir": "dastgir"}


def test_words_in_small_letters_are_no_names():
    assert one_spelling(Counter({"house": 5, "horse": 2}), {"house", "horse"}) == {}


def test_short_names_are_left_as_they_are():
    assert one_spelling(Counter({"dean": 5, "jean": 2}), set()) == {}


def test_an_agency_is_named_by_its_kind_and_by_its_own_words():
    agencies = Agencies({1: "Marlshire Police", 2: "Marlshire Haven", 3: "Tideway Service"})

    def named(text):
        words = stems(text)
        signs = knowledge().signs.names(words, set(words))
        found = agencies.named(signs, set(words))
        return {agency for agency, bit in agencies.bit.items() if found & bit}

    assert named("PC Marlow attended") == {1}
    assert named("Worker from Tideway rang") == {3}
    assert named("Seen in Marlshire") == set()


def test_a_marac_is_a_meeting_by_its_name():
    assert Agencies({1: "Marl MARAC", 2: "Marl Police"}).meets == {1: frozenset({KIND + "marac"}), 2: frozenset()}


def test_her_home_is_no_landlord():
    agencies = Agencies({1: "Quayside Homes", 2: "Marl Housing"})

    def named(text):
        words = stems(text)
        return agencies.named(knowledge().signs.names(words, set(words)), set(words))

    assert not named("Taken home by her sister, locks changed")
    assert named("Letter from Quayside")
    assert named("Housing rang")


def test_news_may_come_from_an_agency_that_sent_no_records():
    agencies = Agencies({1: "Quayside Homes", 2: "Marl General Hospital"})

    def from_others(agency, text):
        words = stems(text)
        return agencies.others_named(agency, knowledge().signs.names(words, set(words)), set(words))

    assert from_others(1, "Police tell us of Saturday")
    assert not from_others(1, "Housing office open, rent paid at Quayside")
    assert from_others(2, "Quayside rang the ward")
