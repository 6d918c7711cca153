"""`dhr-desktop draft`: Word and PDF drafts straight from agencies' files, leaving no store behind."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from dhr_desktop.app.spoken_progress import SpokenProgress
from dhr_desktop.app.work import import_files, make_drafts, register_people
from dhr_desktop.app.workbench import passing_library
from dhr_desktop.base.errors import UserError
from dhr_desktop.base.files import read_bytes
from dhr_desktop.domain.editions import EDITIONS, Naming
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.family.register_file import read_register


class NamesUncovered(UserError):
    """An anonymised edition was asked for, and nothing says whose names to cover."""

    code: ClassVar[str] = "A002"


def draft_files(files: Sequence[Path], out: Path, edition_key: str, people_file: Path | None) -> int:
    """Import `files`, draft every document in one edition into `out`, and print what was made."""
    edition = EDITIONS[edition_key]
    if edition.naming is not Naming.REAL and people_file is None:
        raise NamesUncovered(
            f"The {edition.name.lower()} covers the names in a register of people, and none was given.",
            "Add --people with a CSV file of Name, Role, Relationship, Pseudonym and Other forms,"
            " or ask for --edition confidential.",
        )
    register = read_register(read_bytes(people_file)) if people_file else []
    progress = SpokenProgress()
    with passing_library() as library:
        review = library.create_review(ReviewFacts(name="Draft"))
        try:
            imported = import_files(review, files, progress)
            register_people(review, register)
            made = make_drafts(review, [edition], out, progress)
        finally:
            review.close()
    progress.finish()
    for file, result in zip(files, imported, strict=True):
        print(
            f"{file.name}: {result.rows} rows = {result.imported} entries + {result.skipped} skipped"
            f" + {result.errors} in error"
        )
    for checked in made:
        print(f"Made: {out / checked.name}")
    return 0
