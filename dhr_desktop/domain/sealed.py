"""Copies sealed for one reader: what was given to whom, and when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SealedCopy:
    """One entry of the register of sealed copies. Its passphrase was shown once and is kept nowhere.

    `format` is 'docx' or 'pdf', `edition` the edition's key, `sha256` that of the file as it was handed over,
    and `sealed_at` a moment made by `base.clock.now`. `id` is 0 until the store has given one.
    """

    id: int
    recipient: str
    file_name: str
    format: str
    edition: str
    sha256: str
    sealed_at: str
