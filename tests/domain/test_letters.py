"""Letters: words in braces are put in, and what is left of them is seen before anything is printed."""

from dhr_desktop.domain.letters import filled, left_open, paragraphs


def test_what_is_known_is_put_in_and_what_is_not_stays_to_be_seen():
    made = filled("Dear { Name },\n\nI suggest {meeting}.", {"name": "Lorraine"})
    assert made == "Dear Lorraine,\n\nI suggest {meeting}."
    assert left_open(made) == ("{meeting}",)


def test_what_is_put_in_is_not_read_for_braces_again():
    assert filled("{name}", {"name": "{chair}", "chair": "somebody else"}) == "{chair}"


def test_a_brace_on_its_own_is_seen_too():
    assert left_open("Dear {name,") == ("{",)
    assert left_open("Dear Lorraine,") == ()


def test_lines_within_a_paragraph_stay_lines():
    assert paragraphs("Yours,\r\n\r\nA Chair\nIndependent chair\n \n\n") == ["Yours,", "A Chair\nIndependent chair"]
