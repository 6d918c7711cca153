"""A first overview report: the sections of the model layout, filled with what the store knows."""

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.documents import Document
from dhr_desktop.domain.editions import Edition
from dhr_desktop.report.outlined import outlined
from dhr_desktop.store.review import Review

TITLE = "Overview report"
KEY = "overview"


def build(review: Review, edition: Edition, progress: Progress = UNWATCHED) -> Document:
    """The overview report of the review in one edition."""
    return outlined(review, KEY, TITLE, edition, progress)
