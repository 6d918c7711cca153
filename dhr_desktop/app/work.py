"""The main job as a run of steps that the command line shares: files in, people, drafts out."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from dhr_desktop.base.files import make_private_folder
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.editions import Edition
from dhr_desktop.domain.people import Person
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import Imported, submit
from dhr_desktop.report.drafts import DRAFTS, draft, save
from dhr_desktop.store import people
from dhr_desktop.store.review import Review

FORMATS = ("docx", "pdf")


def import_files(review: Review, files: Sequence[Path], progress: Progress) -> list[Imported]:
    """Import each file under the agency it seems to come from, one step of the journal a file."""
    return [_import(review, file, progress) for file in files]


def register_people(review: Review, register: Iterable[Person]) -> None:
    """Enter a whole register of people as one step."""
    with review.journal.step("Enter the register of people"):
        for person in register:
            people.add(review, person)


def make_drafts(review: Review, editions: Sequence[Edition], out: Path, progress: Progress) -> list[CheckedFile]:
    """Every draft in each of `editions` as Word and PDF, saved in `out`, which is made private."""
    make_private_folder(out)
    made = [
        draft(review, document, edition, form, progress)
        for edition in editions
        for document in DRAFTS
        for form in FORMATS
    ]
    for checked in made:
        save(checked, out)
    return made


def _import(review: Review, file: Path, progress: Progress) -> Imported:
    reading = read_file(file, progress)
    return submit(review, reading, reading.agency_guess or file.stem, progress=progress)
