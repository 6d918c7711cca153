"""A text that says the same in other words is known for it, and one that only has words in common is not."""

import pytest

from dhr_desktop.domain.retold import Retold

TOLD = "She said he held her by the throat against the kitchen door until she could not breathe."
KNOWN = Retold({TOLD: frozenset({7}), "Rent paid.": frozenset({8})})


@pytest.mark.parametrize(
    "text",
    [
        "She reported that he had held her by the throat against the kitchen door; she could not breathe.",
        "Held by the throat, against a door in the kitchen, until she couldn't breathe. Officers attended.",
        "04/05/2016 DISCLOSURE: he held her throat against the kitchen door",
    ],
)
def test_what_is_put_in_other_words_is_known(text: str) -> None:
    assert KNOWN.said_by(text) == {7}


@pytest.mark.parametrize("text", ["", "Rent paid in full by bank transfer.", "She said the kitchen door was repaired."])
def test_what_tells_of_something_else_is_not(text: str) -> None:
    assert not KNOWN.said_by(text)
