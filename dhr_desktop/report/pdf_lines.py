"""Breaks text in several fonts into the lines of a PDF, greedily and with every word measured once.

ReportLab's own paragraphs carry markup, links and pictures through the breaking of each line; what our documents hold
is plain, bold and italic words, and a report of a hundred pages is broken in a tenth of the time without the rest.
"""

import re
from collections.abc import Iterator, Sequence

from reportlab.pdfbase.pdfmetrics import getFont  # noqa: TID253 - this room is opened only when a PDF is made

from dhr_desktop.report.pdf_fonts import THOUSAND

Piece = tuple[str, str]
"""A font and the words set in it."""

Line = tuple[Piece, ...]
"""The pieces of a line, from left to right; none for an empty line."""

_Word = tuple[float, Sequence[Piece]]
"""Its width in thousandths of its size, and its pieces: more than one where the font changes within the word."""

_WORDS = re.compile("(?:\\S|[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}])+")
_PARTS = re.compile(r"[^-/@._]*[-/@._]+|[^-/@._]+")
"""Where a word too wide for its line is broken first: after a hyphen, a stroke or a stop, as a reader would."""


def broken(runs: Sequence[Piece], size: float, room: float, first: float | None = None) -> list[Line]:
    """The lines of `runs` set at `size` points in `room` points; the first line has `first` where that is less.

    A new line in the text starts a line. A word that is wider than its line is broken, by letters where it must be.
    """
    least = min(room, room if first is None else first)
    lines: list[Line] = []
    for words in _hard_lines(runs):
        lines += _filled(words, (room if lines else least) * THOUSAND / size, room * THOUSAND / size)
    return lines


def _hard_lines(runs: Sequence[Piece]) -> Iterator[list[_Word]]:
    """The words between one new line and the next."""
    words: list[_Word] = []
    open_ended = False
    for font, text in runs:
        measure = getFont(font).thousandths
        for number, part in enumerate(text.split("\n")):
            if number:
                yield words
                words, open_ended = [], False
            found = _WORDS.findall(part)
            made: list[_Word] = [(measure(word), ((font, word),)) for word in found]
            if made and open_ended and part.startswith(found[0]):
                (width, pieces), (more, rest) = words[-1], made[0]
                words[-1], made[0:1] = (width + more, (*pieces, *rest)), []
            words += made
            open_ended = part.endswith(found[-1]) if found else open_ended and not part
    yield words


def _filled(words: Sequence[_Word], room: float, later: float) -> Iterator[Line]:
    """As many words on each line as there is room for; the lines after the first have the room `later`.

    A word that is too wide for a first line with less room begins the next: its parts are made for the lines after it.
    """
    line: list[_Word] = []
    used, space = 0.0, 0.0
    for word in words:
        if room < min(word[0], later):
            yield _joined(line)
            line, used, room = [], 0.0, later
        for each in (word,) if word[0] <= room else _parted(word[1], room):
            if line and used + space + each[0] > room:
                yield _joined(line)
                line, used, room = [], 0.0, later
            used += each[0] + (space if line else 0.0)
            line.append(each)
            space = getFont(each[1][-1][0]).thousandths(" ")
    yield _joined(line)


def _joined(words: Sequence[_Word]) -> Line:
    """The words with a space between them, in as few pieces as there are changes of font."""
    made: list[Piece] = []
    said: list[str] = []
    last = ""
    for _, pieces in words:
        if said:
            said.append(" ")
        for font, text in pieces:
            if font != last and said:
                made.append((last, "".join(said)))
                said = []
            said.append(text)
            last = font
    if said:
        made.append((last, "".join(said)))
    return tuple(made)


def _parted(pieces: Sequence[Piece], room: float) -> Iterator[_Word]:
    """A word in parts that each fill a line; no two of them fit on one line together."""
    kept: list[Piece] = []
    used = 0.0
    for font, part in _small_parts(pieces, room):
        width = getFont(font).thousandths(part)
        if kept and used + width > room:
            yield used, tuple(kept)
            kept, used = [], 0.0
        kept.append((font, part))
        used += width
    if kept:
        yield used, tuple(kept)


def _small_parts(pieces: Sequence[Piece], room: float) -> Iterator[Piece]:
    """The parts of a word; in single letters where a part itself is wider than the room."""
    for font, text in pieces:
        for part in _PARTS.findall(text):
            if getFont(font).thousandths(part) <= room:
                yield font, part
            else:
                yield from ((font, letter) for letter in part)
