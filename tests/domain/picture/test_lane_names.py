"""Names of lanes fit their room and can be told from one another."""

from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain.picture.lane_names import fitted

TEAMS = [f"Ravenshire Partnership Trust, Community Team {number}" for number in (1, 2, 3)]


def shown(names: list[str], room: float, lines: int) -> list[tuple[str, ...]]:
    return list(fitted({lane: (name, room) for lane, name in enumerate(names)}, lines, len).values())


def test_a_name_that_has_room_stays_whole():
    assert shown(["Millpond Surgery"], 16, 1) == [("Millpond Surgery",)]


def test_a_long_name_takes_two_lines_where_the_lane_has_them():
    assert shown(["Aldermarsh General Hospital"], 18, 2) == [("Aldermarsh General", "Hospital")]
    assert shown(["Aldermarsh General Hospital"], 18, 1) == [("Aldermarsh Genera…",)]


def test_names_that_differ_at_their_ends_keep_them():
    for lines in (1, 2):
        found = shown(TEAMS, 24, lines)
        assert len(set(found)) == len(TEAMS)
        assert [lines_of[-1][-1] for lines_of in found] == ["1", "2", "3"]


@given(st.lists(st.text("ab N", min_size=1, max_size=60), max_size=6), st.integers(1, 40), st.integers(1, 2))
def test_no_line_is_wider_than_its_room(names, room, lines):
    for found in shown(names, room, lines):
        assert len(found) <= lines
        assert all(len(line) <= room for line in found)
