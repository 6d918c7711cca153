"""A test that waits goes on when what it waits for has come, and not before."""

import pytest

from tests.waiting import PromptBot


@pytest.mark.parametrize("no", [False, 0])
def test_a_wait_goes_on_when_no_has_become_yes(qtbot: PromptBot, no: bool) -> None:
    answers = [True, no, no]
    qtbot.waitUntil(answers.pop)
    assert answers == []


def test_a_wait_for_what_does_not_come_fails(qtbot: PromptBot) -> None:
    with pytest.raises(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: False, timeout=2)


def test_a_wait_for_an_assertion_goes_on_when_it_holds(qtbot: PromptBot) -> None:
    answers = [True, False]

    def holds() -> None:
        assert answers.pop()

    qtbot.waitUntil(holds)
    assert answers == []
