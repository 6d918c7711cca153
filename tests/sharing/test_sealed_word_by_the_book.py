"""A sealed Word file opened by nothing but the published standard ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15).

LibreOffice takes no password on its command line, so this is the other program that a Word file is opened with.
"""

import base64
import hashlib
import hmac
import io
import struct

import olefile
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from lxml import etree

from dhr_desktop.domain.editions import PANEL
from dhr_desktop.report.drafts import draft
from dhr_desktop.sharing.seal import seal

PASSPHRASE = "six plain words in a row"
_FOR_THE_INPUT = bytes.fromhex("fea7d2763b4b9e79")
_FOR_THE_VALUE = bytes.fromhex("d7aa0f6d3061344e")
_FOR_THE_KEY = bytes.fromhex("146e0be7abacd0d6")
_SEGMENT = 4096
_KEY_BYTES = 32


def _digest(*parts: bytes) -> bytes:
    return hashlib.sha512(b"".join(parts)).digest()


def _opened(key: bytes, start: bytes, data: bytes) -> bytes:
    cipher = Cipher(algorithms.AES(key), modes.CBC(start)).decryptor()
    return cipher.update(data) + cipher.finalize()


class _Info:
    """The EncryptionInfo stream: its version, its two elements and what each says in base64."""

    def __init__(self, stream: bytes) -> None:
        self.version = struct.unpack_from("<HH", stream)
        root = etree.fromstring(stream[8:])
        self.key_data = next(root.iter("{*}keyData"))
        self.by_password = next(
            root.iter("{http://schemas.microsoft.com/office/2006/keyEncryptor/password}encryptedKey")
        )

    def key(self, passphrase: str) -> bytes | None:
        """The key of the file, or None where the passphrase is not the right one."""
        salt = base64.b64decode(self.by_password.get("saltValue"))
        digest = _digest(salt, passphrase.encode("utf-16-le"))
        for turn in range(int(self.by_password.get("spinCount"))):
            digest = _digest(struct.pack("<I", turn), digest)

        def part(block: bytes, name: str) -> bytes:
            return _opened(_digest(digest, block)[:_KEY_BYTES], salt, base64.b64decode(self.by_password.get(name)))

        given = part(_FOR_THE_INPUT, "encryptedVerifierHashInput")
        wanted = part(_FOR_THE_VALUE, "encryptedVerifierHashValue")
        return part(_FOR_THE_KEY, "encryptedKeyValue") if hmac.compare_digest(_digest(given), wanted) else None


def _package(info: _Info, key: bytes, stream: bytes) -> bytes:
    salt = base64.b64decode(info.key_data.get("saltValue"))
    length, body = struct.unpack_from("<Q", stream)[0], stream[8:]
    parts = [
        _opened(key, _digest(salt, struct.pack("<I", number))[:16], body[start : start + _SEGMENT])
        for number, start in enumerate(range(0, len(body), _SEGMENT))
    ]
    return b"".join(parts)[:length]


@pytest.fixture
def checked(review):
    return draft(review, "chronology", PANEL, "docx")


@pytest.fixture
def streams(checked):
    with olefile.OleFileIO(io.BytesIO(seal(checked, PASSPHRASE))) as sealed:
        return [sealed.openstream(name).read() for name in ("EncryptionInfo", "EncryptedPackage")]


def test_the_file_says_that_it_is_agile_aes_256_with_sha_512_and_many_turns(streams):
    info = _Info(streams[0])
    assert info.version == (4, 4)
    for element in (info.key_data, info.by_password):
        assert element.get("cipherAlgorithm") == "AES"
        assert element.get("cipherChaining") == "ChainingModeCBC"
        assert (element.get("keyBits"), element.get("hashAlgorithm")) == ("256", "SHA512")
    assert int(info.by_password.get("spinCount")) >= 100_000


def test_the_standard_opens_it_with_the_passphrase_and_finds_the_very_file(checked, streams):
    info = _Info(streams[0])
    assert _package(info, info.key(PASSPHRASE), streams[1]) == checked.data


def test_the_standard_refuses_another_passphrase(streams):
    assert _Info(streams[0]).key("six other words") is None


def test_two_copies_of_one_file_share_neither_salt_nor_key(checked):
    infos = []
    for _ in range(2):
        with olefile.OleFileIO(io.BytesIO(seal(checked, PASSPHRASE))) as sealed:
            infos.append(_Info(sealed.openstream("EncryptionInfo").read()))
    first, second = infos
    assert first.key_data.get("saltValue") != second.key_data.get("saltValue")
    assert first.by_password.get("saltValue") != second.by_password.get("saltValue")
    assert first.key(PASSPHRASE) != second.key(PASSPHRASE)
