"""A finished file that the leak check has read. Only `report.leak_check` makes one; `sharing` takes nothing else."""

from dataclasses import dataclass

from dhr_desktop.domain.editions import Edition


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """The bytes of a finished Word or PDF file that passed the leak check for its edition.

    `format` is 'docx' or 'pdf'; `sha256` is of `data` as it was read by the check.
    """

    name: str
    format: str
    edition: Edition
    data: bytes
    sha256: str
    document: str
