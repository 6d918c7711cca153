"""`dhr-desktop demo`: the main job on the fictional Aldermarsh review, in the window or without one."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from dhr_desktop.app import passphrases, sample, sample_family
from dhr_desktop.app.screen import see_to_the_screen
from dhr_desktop.app.spoken_progress import SpokenProgress
from dhr_desktop.app.work import import_files, make_drafts, register_people
from dhr_desktop.app.workbench import passing_library
from dhr_desktop.base.errors import UserError
from dhr_desktop.base.files import make_private_folder
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.sharing.passphrase import six_words
from dhr_desktop.sharing.seal import seal_for
from dhr_desktop.store import entries
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import themes
from dhr_desktop.timeline.edit import change_entry

DEFAULT_OUT = Path("aldermarsh-demo")


class FolderTaken(UserError):
    """The folder for the demonstration already holds something."""

    code: ClassVar[str] = "A003"


def demo(out: Path | None, descriptor: int | None) -> int:
    """Do the main job on the sample: in the window, or into `out` when asked or when there is no display."""
    if out is None and _has_display():
        return _in_the_window()
    if out is None:
        out = DEFAULT_OUT
        print(f"No display was found, so the demonstration runs without a window, into the folder “{out}”.")
    return _headless(out, descriptor)


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _in_the_window() -> int:
    see_to_the_screen()
    from dhr_desktop.app.window import run_window  # noqa: PLC0415 - Qt, only where there is a window

    with passing_library() as library:
        review = library.create_review(sample.facts(), themes.usual())
        try:
            _fill(review, SpokenProgress())
        finally:
            review.close()
        return run_window(opened=library, review_id=review.id)


def _fill(review: Review, progress: Progress) -> None:
    for result in import_files(review, sample.submissions(), progress):
        print(
            f"{result.rows:5} rows = {result.imported} entries + {result.skipped} skipped"
            f" + {result.errors} in error: {result.agency}"
        )
    register_people(review, sample.register())
    sample_family.enter(review)


def _headless(out: Path, descriptor: int | None) -> int:
    if out.exists() and any(out.iterdir()):
        raise FolderTaken(
            f"The folder “{out.name}” is not empty.", "Name a new folder, so that nothing of yours is touched."
        )
    passphrase = passphrases.ask(descriptor) if descriptor is not None else six_words()
    make_private_folder(out)
    progress = SpokenProgress()
    library = Library.create(out / "library", passphrase)
    try:
        review = library.create_review(sample.facts(), themes.usual())
        try:
            _main_job(review, out, progress)
        finally:
            review.close()
    finally:
        library.close()
    progress.finish()
    if descriptor is None:
        print(f"The library in “{out / 'library'}” opens with the passphrase: {passphrase}")
    return 0


def _main_job(review: Review, out: Path, progress: Progress) -> None:
    _fill(review, progress)
    ids = entries.ordered_ids(review)
    print(f"One timeline of {len(ids)} entries.")
    first = entries.get(review, ids[0])
    change_entry(review, replace(first, comment="Seen by the chair."))
    undone = review.journal.undo()
    print(f"Corrected an entry, then took it back: {undone.label if undone else 'nothing to undo'}.")
    drafts = make_drafts(review, [CONFIDENTIAL, PANEL], out / "drafts", progress)
    for checked in drafts:
        print(f"Draft: drafts/{checked.name}")
    _seal_samples(review, [checked for checked in drafts if checked.edition is PANEL], out, progress)


def _seal_samples(review: Review, checked: list[CheckedFile], out: Path, progress: Progress) -> None:
    folder = out / "sealed"
    make_private_folder(folder)
    for one in checked[:2]:
        sealed = seal_for(review, one, "A panel member", folder / one.name, progress)
        print(f"Sealed for a panel member: sealed/{sealed.path.name}  (passphrase: {sealed.passphrase})")
