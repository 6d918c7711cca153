"""The words of a page in lines, each with its place, whichever way round the page was printed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dhr_desktop.importing.page_marks import ASLANT, SOFT_HYPHEN, Marks, Rule, Run

_APART = 0.6
_TOUCHING = 0.17
_BACK = 0.35
_SAME_PLACE = 0.3

_WIDE = 0.5
"""The width of a letter that was filled in as part of its height, where there is room."""
_HIGHEST = 12.0
_FILLED = 0.9


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a page, from its left to its right edge."""

    words: str
    start: float
    end: float
    top: float
    bottom: float
    starts: tuple[float, ...] = ()
    """Where each letter begins; nothing for words that cannot be parted."""
    spaced: bool = True

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way between its top and its bottom."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half way between its left and its right edge."""
        return (self.start + self.end) / 2


Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Words = list[Word]
"""The words of one line from left to right."""


def parted(line: Words) -> list[Words]:
    """The words of a line in groups that stand apart."""
    groups = [[line[0]]] if line else []
    for before, word in pairwise(line):
        if word.start - before.end > _APART * word.height:
            groups.append([])
        groups[-1].append(word)
    return groups


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page as a reader holds it: most of its letters upright."""

    words: Words
    upright: list[Rule]
    level: list[Rule]
    width: float
    height: float
    pictured: float
    """How much of the page pictures cover, from 0 to 1 and above."""
    beside: tuple[str, ...] = ()
    """What runs up, down or aslant and so stands in no line: stamps across a page, words along its edge."""


def said(line: Iterable[Word]) -> str:
    """A line's words as one text."""
    return " ".join(word.words for word in line)


def page_of(marks: Marks, filled: Sequence[tuple[str, Box]] = ()) -> PrintedPage:
    """The page that was drawn on the marks, with what was filled in on it, each text with its box."""
    counts = marks.letters()
    del counts[ASLANT]
    way = max(counts, key=lambda one: (counts[one], -one), default=0)
    lies = way % 2 == 1
    words = [_word(run) for run in marks.runs.get(way, ())]
    ways = [other for other in sorted(counts) if other != way]
    others = [_turned(run, other, way, marks) for other in ways for run in _phrases(marks.runs[other])]
    written = [word for text, box in filled for word in _set_out(text, _box_in(box, way, marks))]
    return PrintedPage(
        words=[*words, *others, *written],
        upright=_rules(marks, way, marks.level if lies else marks.upright, upright=not lies),
        level=_rules(marks, way, marks.upright if lies else marks.level, upright=lies),
        width=marks.height if lies else marks.width,
        height=marks.width if lies else marks.height,
        pictured=marks.pictured,
        beside=tuple(_text(run) for run in _phrases(marks.runs.get(ASLANT, ()))),
    )


def lines_of(words: Iterable[Word]) -> list[Words]:
    """Words in lines, from the top, each from left to right; those that were drawn in pieces, or twice, as one."""
    lines: list[Words] = []
    middle = -1.0
    for word in sorted(words, key=lambda one: one.middle):
        if not lines or word.middle - middle > word.height / 2:
            lines.append([])
            middle = word.middle
        lines[-1].append(word)
    return [_put_together(sorted(line, key=lambda word: word.start)) for line in lines]


def without_soft_hyphens(text: str) -> str:
    """The text with the words that such hyphens break put together; one in mid line is a hyphen like any other."""
    if SOFT_HYPHEN not in text:
        return text
    return text.replace(f"{SOFT_HYPHEN}\n", "").replace(f"{SOFT_HYPHEN} ", "").replace(SOFT_HYPHEN, "-")


def mended(lines: Sequence[str]) -> list[str]:
    """Lines of one column with the words that a soft hyphen breaks put together in the upper one."""
    made: list[str] = []
    for line in lines:
        if made and made[-1].endswith(SOFT_HYPHEN):
            first, _, rest = line.partition(" ")
            made[-1] = made[-1].removesuffix(SOFT_HYPHEN) + first
            line = rest  # noqa: PLW2901 - what is left of it
        if line:
            made.append(line)
    return [line.replace(SOFT_HYPHEN, "-") for line in made]


def parted_at(word: Word, edge: float) -> tuple[Word, Word] | None:
    """A word in two where a rule runs between its letters; None where it does not, or cannot be told."""
    if len(word.starts) != len(word.words):
        return None
    middles = [(one + two) / 2 for one, two in zip(word.starts, [*word.starts[1:], word.end], strict=True)]
    count = sum(middle < edge for middle in middles)
    if not 0 < count < len(word.words):
        return None
    at = word.starts[count]
    left = replace(word, words=word.words[:count], end=at, starts=word.starts[:count])
    return left, replace(word, words=word.words[count:], start=at, starts=word.starts[count:], spaced=True)


def _put_together(line: Words) -> Words:
    made = line[:1]
    for word in line[1:]:
        last = made[-1]
        gap, height = word.start - last.end, min(last.height, word.height)
        if word.words == last.words and abs(word.start - last.start) <= _SAME_PLACE * height:
            continue  # drawn twice to look bold
        if not word.spaced and -_BACK * height <= gap <= _TOUCHING * height:
            made[-1] = replace(
                last,
                words=last.words + word.words,
                end=max(last.end, word.end),
                top=min(last.top, word.top),
                bottom=max(last.bottom, word.bottom),
                starts=last.starts + word.starts,
            )
        else:
            made.append(word)
    return made


def _word(run: Run) -> Word:
    starts = tuple(start for start, letter in zip(run.starts, run.letters, strict=True) for _ in letter)
    return Word(_text(run), run.starts[0], run.end, run.top, run.bottom, starts, run.spaced)


def _text(run: Run) -> str:
    return "".join(run.letters)


def _phrases(runs: Sequence[Run]) -> list[Run]:
    """Runs that follow one another on a line as one, so that their words keep their order when the page is turned."""
    phrases: list[list[Run]] = []
    for run in runs:
        first = phrases[-1][0] if phrases else None
        if (
            first
            and abs(first.top - run.top) <= _SAME_PLACE * (run.bottom - run.top)
            and run.starts[0] >= first.starts[0]
        ):
            phrases[-1].append(run)
        else:
            phrases.append([run])
    return [_joined(phrase) for phrase in phrases]


def _joined(phrase: Sequence[Run]) -> Run:
    letters = list(phrase[0].letters)
    for run in phrase[1:]:
        letters.extend([" ", *run.letters] if run.spaced else run.letters)
    return replace(phrase[0], letters=letters, end=max(run.end for run in phrase))


def _turned(run: Run, way: int, to: int, marks: Marks) -> Word:
    """A run of another direction as one word in the page's own frame."""
    box = _box(run.starts[0], run.top, run.end, run.bottom, way, marks)
    left, top, right, bottom = _box_in(box, to, marks)
    return Word(_text(run), left, right, top, bottom)


def _set_out(text: str, box: Box) -> Iterator[Word]:
    """The words of a text one beside another, its lines one below another, none beyond the box."""
    left, top, right, bottom = box
    lines = [line.split() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    if not lines:
        return
    pitch = (bottom - top) / len(lines)
    height = min(pitch * _FILLED, _HIGHEST)
    for number, line in enumerate(lines):
        letters = sum(map(len, line)) + len(line)
        wide = min((right - left) / letters, height * _WIDE)
        upper = top + pitch * number + (pitch - height) / 2
        at = left
        for word in line:
            end = at + wide * len(word)
            starts = tuple(at + wide * place for place in range(len(word)))
            yield Word(word, at, end, upper, upper + height, starts)
            at = end + wide


def _box(left: float, top: float, right: float, bottom: float, way: int, marks: Marks) -> Box:
    """A box of one direction's frame as it lies on the page, from its top left."""
    wide, high = marks.width, marks.height
    return {
        0: (left, top, right, bottom),
        1: (top, high - right, bottom, high - left),
        2: (wide - right, high - bottom, wide - left, high - top),
        3: (wide - bottom, left, wide - top, right),
    }[way]


def _box_in(box: Box, way: int, marks: Marks) -> Box:
    """A box of the page in the frame of one direction."""
    left, top, right, bottom = box
    wide, high = marks.width, marks.height
    return {
        0: (left, top, right, bottom),
        1: (high - bottom, left, high - top, right),
        2: (wide - right, high - bottom, wide - left, high - top),
        3: (top, wide - right, bottom, wide - left),
    }[way]


def _rules(marks: Marks, way: int, rules: Sequence[Rule], *, upright: bool) -> list[Rule]:
    """Rules of the page in the frame of one direction; `upright` tells how they stand on the page."""
    if way == 0:
        return list(rules)
    made = []
    for rule in rules:
        box = (rule.at, rule.start, rule.at, rule.end) if upright else (rule.start, rule.at, rule.end, rule.at)
        left, top, right, bottom = _box_in(box, way, marks)
        made.append(Rule(left, top, bottom) if abs(left - right) < abs(top - bottom) else Rule(top, left, right))
    return made
