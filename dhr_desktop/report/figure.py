"""The picture of the timeline as a reader of a report has it: with a title, a legend, and words for who cannot see it.

Every word in it that is not an agency's name goes through the edition's cover: what is drawn cannot be covered later.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dhr_desktop.base.remembered import forgets
from dhr_desktop.domain.counting import counted
from dhr_desktop.domain.documents import Figure
from dhr_desktop.domain.gaps import ALL_AGENCIES
from dhr_desktop.domain.meaning import Inclusion
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.picture import labels, scene
from dhr_desktop.domain.picture import rows as lanes_of
from dhr_desktop.domain.picture.axis import day_words
from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.domain.picture.frame import (
    Frame,
    Margins,
    Picture,
    day_lines,
    first_view,
    height_for,
    laid_out,
    limits_of,
)
from dhr_desktop.domain.picture.legend import legend
from dhr_desktop.domain.picture.rows import Row
from dhr_desktop.domain.picture.scale import Scale
from dhr_desktop.domain.picture.shapes import Ink, Shape, Words
from dhr_desktop.domain.picture.silences import longest
from dhr_desktop.domain.picture.spans import Lane, LaneBy, Silence, Spans
from dhr_desktop.domain.told_days import ToldDays
from dhr_desktop.report import picture_inks
from dhr_desktop.report.picture_png import to_png
from dhr_desktop.store import entries, key_dates, pictured, silences, spans
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.review import Review

WIDTH = 900.0
WIDTH_MM = 170.0
_LANE, _LEAST_LANE, _NAMES = 30.0, 15.0, 230.0
_MOST_LANES_HEIGHT = 560.0
_AIR = 8.0
_MOST_ROWS = 8
"""A file has room for the words of every key date, in so many rows above one another."""
_HEADS = {
    LaneBy.AGENCY: "Contact recorded by each agency",
    LaneBy.PERSON: "Entries that mention each person",
    LaneBy.THEME: "Entries by theme",
}
_TOLD, _TOLD_NAME = -1, "Family, interviews and the chair"
"""The lane of what is no record: no agency has its key."""


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture ready for a file: its shapes, its size, its title and what it shows in words."""

    shapes: Sequence[Shape]
    size: tuple[float, float]
    title: str
    description: str

    @property
    def words(self) -> list[str]:
        """Every word that is drawn, and those that describe it."""
        return [self.title, self.description, *(each.text for each in self.shapes if isinstance(each, Words))]


def read(review: Review, by: LaneBy = LaneBy.AGENCY, into: Inclusion | None = None) -> Picture:
    """The picture of all entries, or of those in one document, under real names.

    In an agency's lane stands what it recorded; what family or an interview told has a lane of its own. A gap is one in
    the records themselves, whatever of them is shown.
    """
    found, lanes = pictured.of(review), pictured.lanes(review, by)
    if into is not None:
        found = found.only(frozenset(entries.ordered_ids(review, EntryFilter(included=frozenset({into})))))
    silent: list[Silence] = []
    if by is LaneBy.AGENCY:
        found, lanes = _told_apart(review, found, lanes)
        silent = longest(silences.find(review).found)
    return Picture(lanes_of.made(found, lanes, by), day_lines(key_dates.every(review)), silent)


def _told_apart(review: Review, found: Spans, lanes: Sequence[Lane]) -> tuple[Spans, list[Lane]]:
    """The entries with those that are no record in a lane at the foot, and the agencies that record."""
    recording, told = frozenset(spans.agencies_that_record(review)), spans.told(review)
    shown = [lane for lane in lanes if lane.key in recording]
    if told.intersection(found.ids):
        shown.append(Lane(_TOLD, _TOLD_NAME))
    return found.apart(told, _TOLD), shown


def covered(picture: Picture, cover: NameCover) -> Picture:
    """The picture as an edition shows it. Agencies without a pseudonym are named; all other words are covered."""
    days = [replace(line, words=cover.cover(line.words)) for line in picture.days]
    shown = cover.called if picture.rows.by is LaneBy.AGENCY else cover.cover
    rows = [replace(row, lane=replace(row.lane, name=shown(row.lane.name))) for row in picture.rows.rows]
    return replace(picture, rows=replace(picture.rows, rows=rows), days=days)


def drawn(picture: Picture, view: tuple[float, float] | None = None, under: str = "") -> DrawnPicture:
    """The picture from one day to another, by default nearly all; `under` stands under the title."""
    letters, lanes = picture_inks.letters(), max(len(picture.rows.rows), 1)
    lane = max(min(_LANE, _MOST_LANES_HEIGHT / lanes), _LEAST_LANE)
    begin, end = view or first_view(picture)
    scale = Scale(begin, end, 0.0, 1.0).showing(begin, end, limits_of(picture))
    title = f"{_HEADS[picture.rows.by]}, {day_words(int(scale.begin))} to {day_words(int(scale.end))}"
    heads = [Words(Ink("text"), _AIR, letters.ascent + _AIR, title, bold=True)]
    if under:
        heads.append(Words(Ink("muted"), _AIR, letters.ascent + _AIR + letters.line, under))
    above = len(heads) * letters.line + 2 * _AIR
    signs = legend(picture, Unit.at((WIDTH - _NAMES - _AIR) / scale.days), letters, WIDTH, picture_inks.measure)
    margins = Margins(_NAMES, above, signs.height + 2 * _AIR)
    for rows in range(1, _MOST_ROWS + 1):
        margins = replace(margins, least_head=rows * letters.line + 4)
        size = WIDTH, height_for(picture, lane, letters, margins)
        frame = laid_out(size, margins, letters, picture, scale)
        if len(labels.placed(picture, frame, picture_inks.measure)) == len(labels.in_sight(picture, frame)):
            break
    shapes = [
        *scene.ground(picture, frame),
        *scene.composed(picture, frame, picture_inks.measure),
        *heads,
        *signs.shapes(size[1] - signs.height - _AIR),
    ]
    return DrawnPicture(shapes, size, title, described(picture, frame))


def described(picture: Picture, frame: Frame) -> str:
    """What the picture shows, for a reader who cannot see it: each lane with its number of entries and their days."""
    return " ".join(_sentences(picture, frame))


def _sentences(picture: Picture, frame: Frame) -> Iterator[str]:
    yield f"A timeline with {counted(len(picture.rows.rows), 'lane', 'lanes')}, read from left to right."
    for row in picture.rows.rows:
        yield f"{row.lane.name}: {_contents(row)}{_silence(picture, row.lane.key)}."
    if of_all := _silence(picture, ALL_AGENCIES):
        yield f"All agencies together{of_all.replace(';', ':', 1)}."
    inside = [line for line in picture.days if line.first <= frame.scale.end and line.last >= frame.scale.begin]
    if inside:
        yield f"Key dates: {'; '.join(f'{line.words}, {line.when}' for line in inside)}."
    if picture.rows.undated:
        number = picture.rows.undated
        yield f"{counted(number, 'entry', 'entries')} of unknown date {'is' if number == 1 else 'are'} not shown."


def _silence(picture: Picture, lane: int) -> str:
    """The longest silence of a lane that is shaded; '' for none."""
    found = next((each for each in picture.silences if each.lane == lane), None)
    if found is None:
        return ""
    days = counted(found.days, "day", "days")
    long = days if found.days == found.least_days else f"up to {days}"
    return f"; the longest time without a record is {long}, {day_words(found.first)} to {day_words(found.last)}"


def _contents(row: Row) -> str:
    uncertain = sum(len(each.places) for each in row.soft)
    if not row.days and not uncertain:
        return "no entry of known date"
    said = counted(len(row.days) + uncertain, "entry", "entries")
    if uncertain:
        said += f", {uncertain if row.days else 'all'} of them of uncertain date"
    if not row.days:
        return said
    said += "; the others" if uncertain else ""
    if row.days[0] == row.days[-1]:
        return f"{said} on {day_words(row.days[0])}"
    months = row.everything[Unit.MONTH]
    most = months.counts.index(months.tallest)
    busiest = f", most of them in {day_words(months.begins[most]).partition(' ')[2]} ({months.tallest:,})"
    return f"{said} from {day_words(row.days[0])} to {day_words(row.days[-1])}{busiest if months.tallest > 1 else ''}"


def figure(picture: Picture, cover: NameCover) -> Figure | None:
    """The picture as a figure of a document; None while no entry has a date to stand at."""
    shown = covered(picture, cover)
    if not any(row.days or row.soft for row in shown.rows.rows):
        return None
    made = without_days(drawn(shown), cover.days)
    png = _painted(made)
    return Figure(png, made.description, f"{made.title}.", WIDTH_MM)


def without_days(made: DrawnPicture, days: ToldDays) -> DrawnPicture:
    """The picture without the days that are not told, nor the length of a silence from which one could be reckoned."""

    def plainer(found: re.Match[str]) -> str:
        stretch = found["stretch"]
        return found[0] if days.cover(stretch) == stretch else stretch

    return days.taken_out(replace(made, description=_LENGTH.sub(plainer, made.description)))


_LENGTH = re.compile(r"(?:up to )?[\d,]+ days?, (?P<stretch>[^;:.]+ to [^;:.]+)")
"""How long a silence is, and from when to when, as `_silence` says it."""

_LAST: list[tuple[DrawnPicture, bytes]] = []
forgets(_LAST.clear)


def _painted(made: DrawnPicture) -> bytes:
    """The file of a picture; the last one is kept, so that a change of a pseudonym or of words paints nothing anew."""
    if not _LAST or _LAST[0][0] != made:
        _LAST[:] = [(made, to_png(made.shapes, made.size, made.title, made.description))]
    return _LAST[0][1]
