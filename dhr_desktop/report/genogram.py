"""The family picture as a reader has it: with a title, its legend and its words, under the names of an edition."""

from dataclasses import dataclass, replace
from datetime import date

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.addresses import is_address
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.dates import exact_day, in_british_words, of_day, parse
from dhr_desktop.domain.documents import Figure
from dhr_desktop.domain.editions import Edition, Naming
from dhr_desktop.domain.genogram import labels as family_labels
from dhr_desktop.domain.genogram import layout, scene, words
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.legend import legend
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.picture.shapes import Boxes, Diamonds, Hatched, Ink, Shape, Softs, Strokes, Words
from dhr_desktop.report import file_names, leak_check, picture_inks
from dhr_desktop.report.figure import DrawnPicture
from dhr_desktop.report.picture_formats import written
from dhr_desktop.report.picture_png import to_png
from dhr_desktop.store import covered as covered_names
from dhr_desktop.store import facts, kinship
from dhr_desktop.store.review import Review

TITLE = "Family picture"
_AIR, _LEAST, _WIDEST_MM, _UNITS_PER_MM = 12.0, 420.0, 170.0, 96 / 25.4


@dataclass(frozen=True, slots=True)
class FamilyOrder:
    """What is to be drawn: for which edition, in which format."""

    edition: Edition
    format: str


def family_file(review: Review, order: FamilyOrder, progress: Progress = UNWATCHED) -> CheckedFile:
    """Draw and check the picture. Raises `leak_check.LeakFound`, `generations.CircleOfParents`."""
    progress.step(0, 2, "Drawing the family")
    named, died_on = covered_names.listing(review), facts.get(review).died_on
    cover = covered_names.cover(review, order.edition.naming, named)
    made = cover.days.taken_out(drawn(kinship.family(review), cover, order.edition, died_on))
    data = written(made, order.format)
    progress.step(1, 2, "Checking for names")
    checked = leak_check.check(name_of(review, order), order.format, data, order.edition, named, days=cover.days)
    return replace(checked, document="picture")


def name_of(review: Review, order: FamilyOrder) -> str:
    """A file's name that says nothing of the case but the review's reference."""
    return file_names.file_name(facts.get(review).reference, TITLE, order.edition, order.format)


def figure(family: Family, cover: NameCover, edition: Edition, died_on: str) -> Figure | None:
    """The picture as a figure of a document; None where nobody is related to anybody."""
    if not family.by_id:
        return None
    made = cover.days.taken_out(drawn(family, cover, edition, died_on))
    png = to_png(made.shapes, made.size, made.title, made.description)
    return Figure(png, made.description, f"{made.title}.", min(_WIDEST_MM, made.size[0] / _UNITS_PER_MM))


def drawn(family: Family, cover: NameCover, edition: Edition, died_on: str) -> DrawnPicture:
    """The picture for a file. Raises `generations.CircleOfParents`."""
    naming = naming_of(cover, edition, died_on)
    covered = replace(
        family, households=[replace(each, name=_household(each.name, cover, edition)) for each in family.households]
    )
    letters, measure = picture_inks.letters(), picture_inks.measure
    made = layout.laid_out(covered, naming, letters, measure)
    width = max(made.size[0], _LEAST)
    on = naming.on
    ages = f", with ages on {in_british_words(of_day(on))}" if on else ""
    title = f"The family{ages}"
    heads = [Words(Ink("text"), _AIR, letters.ascent + _AIR, title, bold=True)]
    if edition.marking:
        under = f"{edition.name} · {edition.naming.value} · {edition.marking}"
        heads.append(Words(Ink("muted"), _AIR, letters.ascent + _AIR + letters.line, under))
    above = len(heads) * letters.line + _AIR
    signs, below = legend(covered, letters, measure, width - 2 * _AIR)
    left = (width - made.size[0]) / 2
    inner = scene.composed(covered, made, letters, measure, on.isoformat() if on else "")
    shapes = [
        *heads,
        *(moved(shape, left, above) for shape in inner),
        *(moved(shape, _AIR, above + made.size[1]) for shape in signs),
    ]
    return DrawnPicture(shapes, (width, above + made.size[1] + below + _AIR), title, words.of_family(covered, naming))


def _household(name: str, cover: NameCover, edition: Edition) -> str:
    """The chair's word for a household; not where somebody lives, in an edition without real names."""
    return "Household" if edition.naming is not Naming.REAL and is_address(name) else cover.cover(name)


def naming_of(cover: NameCover, edition: Edition, died_on: str) -> family_labels.Naming:
    """Real names with years; or what stands for them with ages alone, for a year of birth points at somebody."""
    on: date | None = exact_day(died_on) or (parse(died_on).earliest if died_on else None)
    if edition.naming is Naming.REAL:
        return family_labels.Naming(lambda person: person.real_name, years=True, on=on)
    return family_labels.Naming(cover.person, years=False, on=on)


def moved(shape: Shape, x: float, y: float) -> Shape:
    """A shape, further right and down."""
    match shape:
        case Boxes() | Softs() | Hatched():
            boxes = [(left + x, top + y, width, height) for left, top, width, height in shape.boxes]
            return replace(shape, boxes=boxes)
        case Strokes():
            return replace(shape, lines=[(a + x, b + y, c + x, d + y) for a, b, c, d in shape.lines])
        case Diamonds():
            return replace(shape, places=[(a + x, b + y, size) for a, b, size in shape.places])
        case Words():
            return replace(shape, x=shape.x + x, baseline=shape.baseline + y)
