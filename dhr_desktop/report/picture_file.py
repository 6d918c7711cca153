"""The picture of the timeline as a file that leaves: SVG or PNG, in one edition, checked for names as drafts are."""

from dataclasses import dataclass, replace

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.editions import Edition
from dhr_desktop.domain.picture.spans import LaneBy
from dhr_desktop.report import file_names, leak_check
from dhr_desktop.report.figure import covered, drawn, read, without_days
from dhr_desktop.report.picture_formats import written
from dhr_desktop.store import covered as covered_names
from dhr_desktop.store import facts
from dhr_desktop.store.review import Review

TITLE = "Picture of the timeline"


@dataclass(frozen=True, slots=True)
class PictureOrder:
    """What is to be drawn: for which edition, in which format, what the lanes are, from which day to which."""

    edition: Edition
    format: str
    by: LaneBy = LaneBy.AGENCY
    view: tuple[float, float] | None = None


def picture_file(review: Review, order: PictureOrder, progress: Progress = UNWATCHED) -> CheckedFile:
    """Draw and check the picture. Raises `leak_check.LeakFound` when a covered name is left in it."""
    progress.step(0, 2, "Drawing the timeline")
    named = covered_names.listing(review)
    cover = covered_names.cover(review, order.edition.naming, named)
    picture = covered(read(review, order.by), cover)
    under = f"{order.edition.name} · {order.edition.naming.value} · {order.edition.marking}"
    made = without_days(drawn(picture, order.view, under), cover.days)
    data = written(made, order.format)
    progress.step(1, 2, "Checking for names")
    checked = leak_check.check(name_of(review, order), order.format, data, order.edition, named, days=cover.days)
    return replace(checked, document="picture")


def name_of(review: Review, order: PictureOrder) -> str:
    """A file's name that says nothing of the case but the review's reference."""
    return file_names.file_name(facts.get(review).reference, TITLE, order.edition, order.format)
