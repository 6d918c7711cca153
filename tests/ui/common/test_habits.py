"""Small choices are kept on this computer, and what cannot be read or kept disturbs nobody."""

import pytest

from dhr_desktop.ui.common.habits import Habits


def test_a_choice_is_there_again_the_next_time(tmp_path):
    path = tmp_path / "settings" / "habits.toml"
    habits = Habits(path)
    assert habits.get("timeline_goes_on", usual=False) is False
    habits.choose("timeline_goes_on", on=True)
    habits.choose("timeline_keys_shown", on=False)
    again = Habits(path)
    assert again.get("timeline_goes_on", usual=False) is True
    assert again.get("timeline_keys_shown", usual=True) is False


@pytest.mark.parametrize("found", [b"\xff\xfe", b"not = [toml", b'timeline_goes_on = "yes"'])
def test_a_file_that_makes_no_sense_is_as_good_as_none(tmp_path, found):
    path = tmp_path / "habits.toml"
    path.write_bytes(found)
    assert Habits(path).get("timeline_goes_on", usual=True) is True


def test_without_a_file_a_choice_lasts_while_the_program_runs():
    habits = Habits()
    habits.choose("timeline_goes_on", on=True)
    assert habits.get("timeline_goes_on", usual=False)


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(tmp_path):
    (tmp_path / "taken").write_bytes(b"")
    habits = Habits(tmp_path / "taken" / "habits.toml")
    habits.choose("timeline_goes_on", on=True)
    assert habits.get("timeline_goes_on", usual=False)
