"""Seals a checked file under a passphrase, in forms that a panel member's own computer opens, and keeps a register."""

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from dhr_desktop.base.clock import now
from dhr_desktop.base.files import remove, write_whole
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.sealed import SealedCopy
from dhr_desktop.sharing.passphrase import six_words
from dhr_desktop.store import sealed
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed copy that has been written. `passphrase` is here and nowhere else."""

    passphrase: str
    path: Path
    copy: SealedCopy


def seal(checked: CheckedFile, passphrase: str) -> bytes:
    """The bytes of the sealed file: Word under ECMA-376 agile encryption, PDF under AES-256 (revision 6)."""
    return {"docx": _sealed_word, "pdf": _sealed_pdf}[checked.format](checked.data, passphrase)


def seal_for(
    review: Review,
    checked: CheckedFile,
    recipient: str,
    path: Path,
    progress: Progress = UNWATCHED,
    initiator: object | None = None,
) -> Sealed:
    """Seal a copy for one reader, write it to `path` and enter it in the register, as one step.

    Raises `FileProblem`; a copy that could not be entered in the register is not left behind.
    """
    passphrase = six_words()
    progress.step(0, 1, "Sealing the copy")
    data = seal(checked, passphrase)
    entry = SealedCopy(
        id=0,
        recipient=recipient.strip(),
        file_name=path.name,
        format=checked.format,
        edition=checked.edition.key,
        sha256=hashlib.sha256(data).hexdigest(),
        sealed_at=now(),
    )
    write_whole(path, data)
    try:
        with review.journal.step(f"Seal a copy for {entry.recipient}".removesuffix(" for "), initiator):
            entry = sealed.add(review, entry)
    except BaseException:
        remove(path)
        raise
    return Sealed(passphrase, path, entry)


def _sealed_word(data: bytes, passphrase: str) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    made = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(passphrase, made)
    return made.getvalue()


def _sealed_pdf(data: bytes, passphrase: str) -> bytes:
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner=passphrase, user=passphrase, R=6))
    return made.getvalue()
