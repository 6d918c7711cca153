"""The names of lanes in the room that there is: in two lines where a lane is high enough, and told from one another.

Teams of one trust are named alike but for their ends, so that names cut at their ends would all read the same.
"""

from collections import Counter
from collections.abc import Callable, Mapping

from dhr_desktop.domain.picture.shapes import Measure, cut

_Shorten = Callable[[str, float, Measure], str]
_HEAD = 0.5
"""How much of its room a name that is cut in its middle keeps for its beginning."""


def fitted(names: Mapping[int, tuple[str, float]], lines: int, measure: Measure) -> dict[int, tuple[str, ...]]:
    """Each lane's name, given with its room, in so many lines at the most."""
    at_end = {lane: _in_lines(name, room, lines, measure, _at_its_end) for lane, (name, room) in names.items()}
    alike = Counter(at_end.values())
    return {
        lane: shown if alike[shown] == 1 else _in_lines(*names[lane], lines, measure, _in_its_middle)
        for lane, shown in at_end.items()
    }


def _in_lines(name: str, room: float, lines: int, measure: Measure, shorten: _Shorten) -> tuple[str, ...]:
    if measure(name) <= room:
        return (name,)
    words = name.split(" ")
    if lines == 1 or measure(words[0]) > room:
        return (shorten(name, room, measure),)
    first = next(at for at in range(len(words), 0, -1) if measure(" ".join(words[:at])) <= room)
    rest = " ".join(words[first:])
    return " ".join(words[:first]), rest if measure(rest) <= room else shorten(rest, room, measure)


def _at_its_end(name: str, room: float, measure: Measure) -> str:
    return cut(name, room, measure)


def _in_its_middle(name: str, room: float, measure: Measure) -> str:
    head = cut(name, room * _HEAD, measure)
    if not head:
        return cut(name, room, measure)
    at = next((at for at in range(len(name)) if measure(f"{head}{name[at:].lstrip()}") <= room), len(name))
    return f"{head}{name[at:].lstrip()}"
