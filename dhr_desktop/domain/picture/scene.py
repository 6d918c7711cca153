"""The whole picture as shapes, from the back to the front."""

from collections.abc import Iterator

from dhr_desktop.domain.key_dates import OF_THE_FACTS, KeyKind
from dhr_desktop.domain.picture import axis, labels, lane_names, marks
from dhr_desktop.domain.picture.frame import SIDE, Frame, Picture
from dhr_desktop.domain.picture.shapes import Box, Boxes, Hatched, Ink, Measure, Shape, Softs, Strokes, Words, cut

SILENT, ALL_SILENT = 0.3, 0.13
"""How much the shading of a silence covers: of one lane, and of all of them."""
_SWATCH = 9.0
_LEAST_SILENCE = 3.0


def composed(picture: Picture, frame: Frame, measure: Measure) -> Iterator[Shape]:
    """Everything but the ground."""
    yield from _silences(picture, frame)
    yield from _lines_between(frame)
    yield from _scale_lines(frame)
    yield from marks.drawn(picture, frame)
    yield from _margins(frame)
    yield from _names(picture, frame, measure)
    yield from _lanes_beyond(frame, measure)
    yield from _scale_words(frame, measure)
    yield from _key_dates(picture, frame, measure)


def ground(picture: Picture, frame: Frame) -> Iterator[Shape]:
    """What lies behind: where it is outside the scope of the review."""
    begins, ends = picture.day_of(KeyKind.SCOPE_FROM), picture.day_of(KeyKind.SCOPE_TO)
    outside = []
    if begins:
        outside.append(stretch(frame, frame.scale.begin, begins.first))
    if ends:
        outside.append(stretch(frame, ends.last + 1, frame.scale.end))
    yield Boxes(Ink("outside"), [box for box in outside if box[2] > 0])


def stretch(frame: Frame, first: float, last: float) -> Box:
    """The box of some days over all lanes, cut to what is in sight."""
    scale = frame.scale
    left = min(max(scale.x(first), scale.left), scale.right)
    right = min(max(scale.x(last), scale.left), scale.right)
    return left, frame.top, right - left, frame.bottom - frame.top


def _silences(picture: Picture, frame: Frame) -> Iterator[Shape]:
    lanes = {row.lane.key: lane for lane, row in enumerate(picture.rows.rows)}
    sight = frame.in_sight()
    for_all, boxes = [], []
    for each in picture.silences:
        left, top, width, height = stretch(frame, each.first, each.last + 1)
        if width < _LEAST_SILENCE:
            continue
        if not each.lane:
            for_all.append((left, top, width, height))
        elif lanes.get(each.lane) in sight:
            boxes.append((left, frame.y(lanes[each.lane]) + 1, width, frame.lane - 2))
    yield Hatched(Ink("muted", SILENT), boxes)
    yield Boxes(Ink("muted", ALL_SILENT), for_all)


def _lines_between(frame: Frame) -> Iterator[Shape]:
    bottoms = [frame.y(lane) + frame.lane - 0.5 for lane in frame.in_sight()]
    yield Strokes(Ink("line", 0.8), [(frame.scale.left, y, frame.scale.right, y) for y in bottoms])


def _scale_lines(frame: Frame) -> Iterator[Shape]:
    inside = [tick for tick in axis.ticks(frame.scale, frame.type.letter) if tick.day >= frame.scale.begin]
    for high in (False, True):
        places = [frame.scale.x(tick.day) for tick in inside if tick.high is high]
        yield Strokes(Ink("line", 0.8 if high else 0.4), [(x, frame.top, x, frame.bottom + 3) for x in places])


def _margins(frame: Frame) -> Iterator[Shape]:
    """Cover what reaches out of the lanes."""
    scale = frame.scale
    yield Boxes(
        Ink("surface"),
        [
            (0, frame.above, scale.left, frame.height - frame.above),
            (scale.right, frame.above, frame.width - scale.right, frame.height - frame.above),
            (0, frame.bottom, frame.width, frame.height - frame.bottom),
            (0, frame.above, frame.width, frame.top - frame.above),
        ],
    )


def _names(picture: Picture, frame: Frame, measure: Measure) -> Iterator[Shape]:
    inked, letters = picture.rows.rows, frame.type
    shown = [lane for lane in frame.in_sight() if _ends(frame, lane) and frame.y(lane) >= frame.top - 1]
    lefts = {lane: SIDE if inked[lane].lane.colour is None else SIDE + _SWATCH + 6 for lane in shown}
    rooms = {lane: (inked[lane].lane.name, frame.scale.left - lefts[lane] - SIDE) for lane in shown}
    names = lane_names.fitted(rooms, 2 if frame.lane >= 2 * letters.line else 1, measure)
    for lane in shown:
        middle = frame.y(lane) + frame.lane / 2
        if inked[lane].lane.colour is not None:
            size = min(_SWATCH, frame.lane - 3)
            yield Boxes(Ink(marks.ink_of(inked[lane])), [(SIDE, middle - size / 2, size, size)], 2)
        first = middle + letters.ascent * 0.36 - (len(names[lane]) - 1) * letters.line / 2
        for line, words in enumerate(names[lane]):
            yield Words(Ink("text"), lefts[lane], first + line * letters.line, words)


def _lanes_beyond(frame: Frame, measure: Measure) -> Iterator[Shape]:
    """Under the names, how many lanes are out of sight."""
    shown = sum(1 for lane in frame.in_sight() if frame.y(lane) >= frame.top - 1 and _ends(frame, lane))
    hidden = frame.lanes - shown
    if hidden:
        words = cut(f"{hidden} more {'lane' if hidden == 1 else 'lanes'}", frame.scale.left - 2 * SIDE, measure)
        yield Words(Ink("muted"), SIDE, frame.bottom + frame.type.ascent + 3, words)


def _ends(frame: Frame, lane: int) -> bool:
    return frame.y(lane) + frame.lane <= frame.bottom + 1


def _scale_words(frame: Frame, measure: Measure) -> Iterator[Shape]:
    scale, baseline = frame.scale, frame.bottom + frame.type.ascent + 3
    found = axis.ticks(scale, frame.type.letter)
    over = axis.standing_over(scale, found)
    free = scale.left
    if over:
        first = next((scale.x(tick.day) for tick in found if tick.high and tick.day >= scale.begin), scale.right)
        if first - scale.left > measure(over) + 2 * frame.type.letter:
            yield Words(Ink("text"), scale.left + 3, baseline, over)
            free = scale.left + 3 + measure(over) + frame.type.letter
    highs = [(scale.x(tick.day) + 3, tick.words) for tick in found if tick.high]
    for tick in found:
        left = scale.x(tick.day) + 3
        right = left + measure(tick.words)
        covered = not tick.high and any(
            left < high + measure(words) + frame.type.letter and right > high - frame.type.letter
            for high, words in highs
        )
        if tick.day < scale.begin or right > frame.width or covered or left < free:
            continue
        yield Words(Ink("text" if tick.high else "muted"), left, baseline, tick.words)


def _key_dates(picture: Picture, frame: Frame, measure: Measure) -> Iterator[Shape]:
    lines: list[tuple[float, float, float, float]] = []
    dashed: list[tuple[float, float, float, float]] = []
    soft: list[Box] = []
    for each in labels.in_sight(picture, frame):
        x = labels.place_of(each, frame)
        into = dashed if each.kind in (KeyKind.SCOPE_FROM, KeyKind.SCOPE_TO) else lines
        if each.kind not in OF_THE_FACTS and each.last > each.first:
            left, top, width, height = stretch(frame, each.first, each.last + 1)
            soft.append((left, top, max(width, 6), height))
        into.append((x, frame.top - 2, x, frame.bottom))
    yield Softs(Ink("accent", 0.25), soft)
    yield Strokes(Ink("text"), lines, 1.5)
    yield Strokes(Ink("text"), dashed, 1.2, dashed=True)
    yield from (each.shape(frame) for each in labels.placed(picture, frame, measure))
