"""Words that run up the edge of a page come as whole phrases, however many there are."""

from dhr_desktop.importing.page_marks import ASLANT, Marks, Run
from dhr_desktop.importing.page_words import page_of


def _run(words: str, start: float, top: float = 10, *, spaced: bool = True) -> Run:
    starts = [start + number for number in range(len(words))]
    return Run(list(words), starts, start + len(words), top, top + 10, spaced)


def _beside(*runs: Run) -> tuple[str, ...]:
    return page_of(Marks(10, runs={ASLANT: list(runs)}, width=600, height=800)).beside


def test_words_of_one_line_are_a_phrase_and_the_next_line_another():
    assert _beside(_run("Not", 0), _run("for", 4), _run("ward", 8, spaced=False), _run("Copy", 0, 40)) == (
        "Not forward",
        "Copy",
    )


def test_very_many_words_of_one_line_are_one_phrase():
    """The whole phrase was once copied for each of its words."""
    (phrase,) = _beside(*(_run("copy", number) for number in range(20_000)))
    assert len(phrase.split()) == 20_000
