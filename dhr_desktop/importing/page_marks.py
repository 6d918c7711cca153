"""What a page of a PDF draws, taken down once as it is drawn: runs of letters, straight rules and pictures.

pdfminer calls one of these as its device. Its own devices make an object of a dozen fields for each letter, which
costs a long print more than all else.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Matrix = tuple[float, float, float, float, float, float]

_TOUCHING = 0.17
"""The widest gap between letters of one word, as part of their height; a blank is about a quarter."""
_BACK = 0.35
_OVERPRINT = 0.12
_LEVEL = 0.3
_STRAIGHT = 0.1
_THIN = 0.5
ASLANT = 4
"""The direction of letters that run neither along a page nor up or down it."""
SOFT_HYPHEN = "\u00ad"
_BULLETS = (127, 129, 141, 143, 144, 157)
_LETTERS = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\uf0b7": "\u2022",
    "\uf0a7": "\u2022",
    "\x00": "",
}
"""Ligatures as their letters, and the bullets of Symbol and Wingdings, which have no letter of their own."""


@dataclass(slots=True)
class Run:
    """Letters that were drawn one after another and touch, each with where it begins along their line."""

    letters: list[str]
    starts: list[float]
    end: float
    top: float
    bottom: float
    spaced: bool
    """Whether a blank was drawn before it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: where it stands, and from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Marks:
    """The device: `runs` by direction in quarter turns, each in the frame of a reader who turns the page to it.

    Places are points from the left and from the top.
    """

    most: int
    """Letters and rules above which `Overfull` is raised."""
    runs: dict[int, list[Run]] = field(default_factory=lambda: defaultdict(list))
    upright: list[Rule] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0
    pictured: float = 0.0
    """How much of the page pictures cover, from 0 to 1 and above."""
    aslant: list[str] = field(default_factory=list)
    ctm: Matrix = (1, 0, 0, 1, 0, 0)
    marks: int = 0
    _open: Run | None = None
    _direction: int = 0
    _spaced: bool = False
    _fonts: dict[int, tuple[Any, dict[int, tuple[str, float]]]] = field(default_factory=dict)
    """The letters met of each font, which is held here lest another take its number."""

    def letters(self) -> Counter[int]:
        """How many letters there are in each direction."""
        return Counter({way: sum(len(run.letters) for run in runs) for way, runs in self.runs.items()})

    def begin_page(self, page: Any, ctm: Matrix) -> None:  # noqa: ANN401 - pdfminer's own
        """A page with its box; what it draws is placed from the box's corner, wherever that lies."""
        left, bottom, right, top = page.mediabox
        a, b, c, d, _, _ = ctm
        self.width = abs(a * (right - left) + c * (top - bottom))
        self.height = abs(b * (right - left) + d * (top - bottom))

    def end_page(self, _page: Any) -> None:  # noqa: ANN401
        """The page is done."""
        self._open = None

    def set_ctm(self, ctm: Matrix) -> None:
        """Where what follows is drawn."""
        self.ctm = ctm

    def begin_tag(self, *_of: Any) -> None:  # noqa: ANN401
        """Of no concern here, as are the next four."""

    def end_tag(self, *_of: Any) -> None:  # noqa: ANN401
        """See `begin_tag`."""

    def do_tag(self, *_of: Any) -> None:  # noqa: ANN401
        """See `begin_tag`."""

    def begin_figure(self, *_of: Any) -> None:  # noqa: ANN401
        """See `begin_tag`."""

    def end_figure(self, *_of: Any) -> None:  # noqa: ANN401
        """See `begin_tag`."""

    def render_image(self, _name: str, _stream: Any) -> None:  # noqa: ANN401
        """A picture fills the square that the matrix makes of one point."""
        a, b, c, d, _, _ = self.ctm
        page = self.width * self.height
        self.pictured += abs(a * d - b * c) / page if page else 0.0

    def paint_path(self, _state: Any, _stroke: bool, _fill: bool, _odd: bool, path: Sequence[Any]) -> None:  # noqa: ANN401
        """The straight pieces of a path, and the sides of its boxes."""
        a, b, c, d, e, f = self.ctm
        first = last = None
        for part in path:
            if part[0] == "h":
                point = first
            else:
                x, y = part[-2:]
                point = (a * x + c * y + e, self.height - (b * x + d * y + f))
            if part[0] == "m":
                first = point
            elif part[0] in ("l", "h") and last and point:
                self._rule(*last, *point)
            last = point

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._count(1)
        if abs(x1 - x0) <= _THIN < abs(y1 - y0):
            self.upright.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        elif abs(y1 - y0) <= _THIN < abs(x1 - x0):
            self.level.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))

    def _count(self, more: int) -> None:
        self.marks += more
        if self.marks > self.most:
            raise Overfull

    def render_string(self, state: Any, parts: Iterable[Any], _space: Any, _graphics: Any) -> None:  # noqa: ANN401
        """Letters of one line: numbers among the parts move what follows to the left."""
        font, size = state.font, state.fontsize
        scaling = state.scaling * 0.01
        between, blank = state.charspace * scaling, 0 if font.is_multibyte() else state.wordspace * scaling
        _, known = self._fonts.setdefault(id(font), (font, {}))
        x, y = state.linematrix
        along, origin, top, bottom = self._line(state, y)
        begun = False
        for part in parts:
            if not isinstance(part, bytes):
                x -= part * 0.001 * size * scaling if isinstance(part, int | float) else 0
                begun = True
                continue
            for code in font.decode(part):
                if begun:
                    x += between
                if code not in known:
                    known[code] = _letter(font, code)
                letter, width = known[code]
                wide = width * size * scaling
                self._add(letter, origin + along * x, origin + along * (x + wide), top, bottom)
                x += wide + (blank if code == 32 else 0)  # noqa: PLR2004 - a blank in every simple font
                begun = True
        state.linematrix = (x, y)

    def _line(self, state: Any, y: float) -> tuple[float, float, float, float]:  # noqa: ANN401
        """How far a step of text leads along its line, where the line begins, and its top and bottom."""
        a, b, c, d, e, f = _times(state.matrix, self.ctm)
        low = y + state.font.get_descent() * state.fontsize + state.rise
        high = low + state.fontsize
        if abs(b) <= _STRAIGHT * abs(a):
            way = 0 if a > 0 else 2
            along, origin, ends = a, c * y + e, (self.height - (d * high + f), self.height - (d * low + f))
        elif abs(a) <= _STRAIGHT * abs(b):
            way = 1 if b > 0 else 3
            along, origin, ends = b, d * y + f, (c * high + e, c * low + e)
        else:
            way = ASLANT
            along, origin, ends = (a * a + b * b) ** 0.5, 0.0, (y, y + 1)
        if way in (2, 3):
            across, total = (self.height, self.width) if way == 2 else (self.width, self.height)  # noqa: PLR2004
            along, origin, ends = -along, total - origin, (across - ends[0], across - ends[1])
        if way != self._direction:
            self._open, self._direction = None, way
        return along, origin, min(ends), max(ends)

    def _add(self, letter: str, start: float, end: float, top: float, bottom: float) -> None:
        if letter.isspace() or not letter:
            self._open, self._spaced = None, self._spaced or bool(letter)
            return
        if end < start:
            start, end = end, start
        run, height = self._open, bottom - top
        if run is not None and abs(run.top - top) + abs(run.bottom - bottom) <= _LEVEL * height:
            if run.letters[-1] == letter and end > start and abs(start - run.starts[-1]) <= _OVERPRINT * height:
                return  # drawn twice to look bold
            if -_BACK * height <= start - run.end <= _TOUCHING * height:
                run.letters.append(letter)
                run.starts.append(start)
                run.end = end
                self._count(1)
                return
        self._open = Run([letter], [start], end, top, bottom, self._spaced)
        self._spaced = False
        self.runs[self._direction].append(self._open)
        self._count(1)


class Overfull(Exception):
    """A page holds more marks than any page of a chronology."""


def _letter(font: Any, code: int) -> tuple[str, float]:  # noqa: ANN401
    """A letter and its width; pdfminer knows neither the soft hyphen nor the spare bullets of Windows' encoding."""
    from pdfminer.pdffont import PDFUnicodeNotDefined

    try:
        letter = font.to_unichr(code)
    except PDFUnicodeNotDefined:
        letter = "\u2022" if code in _BULLETS and not font.is_multibyte() else f"(cid:{code})"
    width = font.char_width(code)
    if letter == " " and code == ord(SOFT_HYPHEN) and not font.is_multibyte():
        letter = SOFT_HYPHEN
    if letter == SOFT_HYPHEN and not width:
        letter = ""
    return _LETTERS.get(letter, letter), width


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    k, m, n, o, p, q = two
    return (a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q)
