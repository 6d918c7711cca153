"""Makes a draft: a document in one edition and format, checked for names, under a name that gives nothing away."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dhr_desktop.base.files import write_whole
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.documents import Document
from dhr_desktop.domain.editions import Edition
from dhr_desktop.domain.meaning import Inclusion
from dhr_desktop.report import chronology, file_names, leak_check, left_standing, overview, summary
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf
from dhr_desktop.store import covered, facts
from dhr_desktop.store.review import Review

_BUILDERS: dict[str, Callable[[Review, Edition, Progress], Document]] = {
    "chronology": chronology.build,
    overview.KEY: overview.build,
    summary.KEY: summary.build,
}
DRAFTS = {"chronology": chronology.TITLE, overview.KEY: overview.TITLE, summary.KEY: summary.TITLE}
"""The documents that can be drafted: key and name."""
HOLDS = {"chronology": Inclusion.CHRONOLOGY, overview.KEY: Inclusion.REPORT, summary.KEY: Inclusion.SUMMARY}
"""Which of the chair's choices at an entry puts it into each of them."""

FORMATS = {"docx": "Word", "pdf": "PDF"}
"""The formats that they can be drafted in."""

_RENDERERS: dict[str, Callable[[Document, Progress], bytes]] = {"docx": to_docx, "pdf": to_pdf}


def draft(review: Review, document: str, edition: Edition, form: str, progress: Progress = UNWATCHED) -> CheckedFile:
    """Build, render and check one draft. Raises `leak_check.LeakFound` when a covered name is left in it."""
    named = covered.listing(review)
    days = covered.cover(review, edition.naming, named).days
    built = days.taken_out(_BUILDERS[document](review, edition, progress))
    data = _RENDERERS[form](built, progress)
    progress.step(0, 1, "Checking for names")
    name = file_names.file_name(facts.get(review).reference, DRAFTS[document], edition, form)
    checked = leak_check.check(name, form, data, edition, named, left_standing.patterns(review), days=days)
    return replace(checked, document=document)


def save(checked: CheckedFile, place: Path) -> Path:
    """Write the draft into the folder `place`, or to the file `place`. Raises `FileProblem`; returns where it is."""
    target = place / checked.name if place.is_dir() else place
    write_whole(target, checked.data)
    return target
