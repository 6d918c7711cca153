"""How words are put into sentences."""

from dhr_desktop.domain.phrases import capital, listed


def test_a_sentence_begins_with_a_capital_and_is_otherwise_as_it_was():
    assert capital("her mother, Lorraine") == "Her mother, Lorraine"
    assert capital("") == ""


def test_names_are_listed_with_and_before_the_last():
    assert [listed(names) for names in ([], ["Jade"], ["Jade", "Ryan"], ["Jade", "Ryan", "Donna"])] == [
        "",
        "Jade",
        "Jade and Ryan",
        "Jade, Ryan and Donna",
    ]
