"""Writes a request's files into a folder of the chair's, beside what is there and never over it."""

from collections.abc import Callable, Collection
from pathlib import Path

from dhr_desktop.base.files import write_whole
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import request_document, request_workbook
from dhr_desktop.importing.request import Request

WORKBOOK, DOCUMENT, LETTER = "workbook", "document", "letter"
_MAKE: dict[str, tuple[str, Callable[[Request], bytes]]] = {
    WORKBOOK: ("{stem}.xlsx", request_workbook.workbook),
    DOCUMENT: ("{stem}.docx", request_document.document),
    LETTER: ("{stem} - letter.docx", request_document.letter),
}


def write(request: Request, folder: Path, parts: Collection[str], progress: Progress = UNWATCHED) -> list[Path]:
    """Write the wanted parts of a request ('workbook', 'document', 'letter'); returns the files in that order.

    Raises `FileProblem`; the files written before it stay.
    """
    written: list[Path] = []
    for part, (name, make) in _MAKE.items():
        if part in parts:
            progress.step(len(written), len(parts), "Writing the request")
            path = _free(folder / name.format(stem=request.file_stem))
            write_whole(path, make(request))
            written.append(path)
    return written


def _free(path: Path) -> Path:
    """`path`, or the same name with the first number that no file has yet."""
    number, found = 2, path
    while found.exists():
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return found
