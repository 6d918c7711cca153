"""A document as a tree of blocks, built once and rendered to Word and PDF by functions that say the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dhr_desktop.domain.editions import Edition

_MARGIN_MM, _NARROW_MM = 20, 15


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


Text = tuple[Run, ...]


def plain(text: str) -> Text:
    """Text in one run; nothing for the empty string."""
    return (Run(text),) if text else ()


def spoken(text: Text) -> str:
    """The bare words of a text."""
    return "".join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3. `number` ('4') is printed before it when there is one."""

    level: int
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` ('4.2') is fixed when the document is built, for a reader will cite it."""

    text: Text
    number: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a person or a record, set apart, with where they come from."""

    text: Text
    source: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark to the reader that is no part of the report, such as what has still to be written here."""

    text: Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as PNG bytes, with the words for a reader who cannot see it."""

    png: bytes
    alternative: str
    caption: str
    width_mm: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width, relative to the other columns' shares."""

    heading: str
    share: float


@dataclass(frozen=True, slots=True)
class Band:
    """A line across a whole table which the next `rows` of its rows belong under, such as the headline of an event."""

    text: str
    rows: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header row is repeated on every page. Each row holds one text a column.

    `bands` are the lines across it, each by the row that it stands before, counted from 0. `strong` are cells by row
    and column that must not be overlooked.
    """

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    caption: str = ""
    bands: Mapping[int, Band] = field(default_factory=dict)
    strong: frozenset[tuple[int, int]] = frozenset()

    @property
    def under_bands(self) -> frozenset[int]:
        """The rows that belong under a band."""
        return frozenset(row for first, band in self.bands.items() for row in range(first, first + band.rows))


def leads_in(block: "Block", after: "Block | None") -> bool:
    """Whether a paragraph must not be parted from what follows it: it says what the list beneath it is."""
    return isinstance(block, Paragraph) and isinstance(after, Bullets)


Block = Heading | Paragraph | Quote | Bullets | Note | Figure | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one orientation, started on a new page."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one edition. `subtitle` and `lines` stand under the title on its first page."""

    title: str
    subtitle: str
    lines: tuple[str, ...]
    edition: Edition
    sections: tuple[Section, ...]
    contents: bool = False
    letter: bool = False
    """Whether it is a letter to a person: it begins with its address and not with a title, and its marking is small."""
    brief: bool = False
    """Whether its title and margins take little room, for it should be one page."""

    @property
    def margin_mm(self) -> int:
        """How wide the margin of its pages is."""
        return _NARROW_MM if self.brief else _MARGIN_MM

    @property
    def chapters(self) -> list[Heading]:
        """The headings of level 1 in order: what a list of contents holds."""
        blocks = (block for section in self.sections for block in section.blocks)
        return [block for block in blocks if isinstance(block, Heading) and block.level == 1]
