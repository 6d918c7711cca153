"""How words are put into sentences."""

from dhr_desktop.domain.phrases import by_means, capital, listed


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


def test_the_means_are_told_with_one_by_and_with_none_where_it_would_be_wrong():
    assert by_means("telephone") == by_means("by telephone") == by_means("By telephone.") == "by telephone"
    assert by_means("letter by hand") == "by letter by hand"
    assert by_means("in person") == "in person"
    assert by_means("At the meeting of 3 May") == "at the meeting of 3 May"
    assert by_means("") == ""
