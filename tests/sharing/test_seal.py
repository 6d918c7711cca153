"""Sealed copies: opened with their passphrase by other programs, and by nothing without it."""

import hashlib
import io
import shutil
import subprocess

import msoffcrypto
import pikepdf
import pytest

from dhr_desktop.base.files import FileProblem
from dhr_desktop.domain.editions import PANEL
from dhr_desktop.report.drafts import draft
from dhr_desktop.sharing.seal import seal, seal_for
from dhr_desktop.store import sealed


@pytest.fixture(params=["docx", "pdf"])
def checked(request, review):
    return draft(review, "chronology", PANEL, request.param)


def test_a_sealed_word_file_opens_with_its_passphrase_alone(review):
    checked = draft(review, "chronology", PANEL, "docx")
    data = seal(checked, "six plain words in a row")
    file = msoffcrypto.OfficeFile(io.BytesIO(data))
    assert file.type == "agile"
    opened = io.BytesIO()
    file.load_key(password="six plain words in a row", verify_password=True)
    file.decrypt(opened)
    assert opened.getvalue() == checked.data
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        msoffcrypto.OfficeFile(io.BytesIO(data)).load_key(password="another", verify_password=True)


def test_a_sealed_pdf_is_aes_256_of_revision_6_and_opens_with_its_passphrase_alone(review):
    data = seal(draft(review, "chronology", PANEL, "pdf"), "six plain words")
    with pikepdf.open(io.BytesIO(data), password="six plain words") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data), password="other words")


def test_no_word_of_the_document_can_be_read_in_a_sealed_copy(checked):
    data = seal(checked, "six plain words")
    for words in ("Anytown", "Claire", "chronology"):
        assert words.encode() not in data
        assert words.encode("utf-16-le") not in data


def test_what_was_sealed_for_whom_is_entered_in_the_register_as_one_step(review, checked, tmp_path):
    made = seal_for(review, checked, " The panel member for health ", tmp_path / checked.name)
    (entry,) = sealed.listing(review)
    assert (entry.recipient, entry.format, entry.edition) == ("The panel member for health", checked.format, "panel")
    assert entry.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert review.journal.status().undo == "Seal a copy for The panel member for health"
    assert len(made.passphrase.split()) == 6


def test_the_passphrase_is_stored_nowhere(review, checked, tmp_path):
    made = seal_for(review, checked, "A member", tmp_path / checked.name)
    assert made.passphrase not in str(review.journal.steps()) + str(sealed.listing(review))
    for file in tmp_path.rglob("*"):
        assert file.is_dir() or made.passphrase.encode() not in file.read_bytes()


def test_a_copy_that_cannot_be_written_is_not_entered(review, checked, tmp_path):
    with pytest.raises(FileProblem):
        seal_for(review, checked, "A member", tmp_path / "no such folder" / checked.name)
    assert sealed.listing(review) == []


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not on this computer")
def test_qpdf_opens_a_sealed_pdf_with_its_passphrase(review, tmp_path):
    made = seal_for(review, draft(review, "chronology", PANEL, "pdf"), "A member", tmp_path / "a.pdf")
    command = ["qpdf", f"--password={made.passphrase}", "--show-encryption", str(made.path)]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "R = 6" in shown
    assert "AESv3" in shown
    refused = subprocess.run(["qpdf", "--password=wrong", "--check", str(made.path)], check=False, capture_output=True)
    assert refused.returncode != 0


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not on this computer")
def test_poppler_reads_a_sealed_pdf_with_its_passphrase(review, tmp_path):
    # pdftotext's own command line takes no more than 32 letters of a password; viewers on its library take all.
    (tmp_path / "a.pdf").write_bytes(seal(draft(review, "chronology", PANEL, "pdf"), "six plain words"))
    command = ["pdftotext", "-upw", "six plain words", str(tmp_path / "a.pdf"), "-"]
    assert "Claire" in subprocess.run(command, check=True, capture_output=True, text=True).stdout
