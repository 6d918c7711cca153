"""The executive summary: the sections of its own model layout, and only the entries that were put into it."""

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.documents import Document
from dhr_desktop.domain.editions import Edition
from dhr_desktop.report.outlined import outlined
from dhr_desktop.store.review import Review

TITLE = "Executive summary"
KEY = "summary"


def build(review: Review, edition: Edition, progress: Progress = UNWATCHED) -> Document:
    """The executive summary of the review in one edition. It stands alone, for many will read nothing else."""
    return outlined(review, KEY, TITLE, edition, progress)
