"""Opens workbooks and documents that an agency has protected with a password (ECMA-376 and [MS-OFFCRYPTO])."""

import io
from typing import Protocol

from dhr_desktop.importing import problems

_EXCELS_OWN = "VelvetSweatshop"


class _Office(Protocol):
    def is_encrypted(self) -> bool: ...
    def load_key(self, password: str) -> None: ...
    def decrypt(self, outfile: io.BytesIO) -> None: ...


def is_protected(data: bytes) -> bool:
    """Whether the bytes are an Office file under a password."""
    office = _office(data)
    try:
        return office is not None and bool(office.is_encrypted())
    except Exception:  # noqa: BLE001 - the library raises what the damage happens to cause
        return False


def opened(name: str, data: bytes, password: str) -> bytes:
    """The bytes without their protection. Raises `PasswordNeeded` where there is no password or a wrong one."""
    from msoffcrypto.exceptions import FileFormatError, InvalidKeyError

    if not password:
        return _opened_by_excels_own(name, data)
    office = _office(data)
    if office is None:
        raise problems.unopenable(name)
    plain = io.BytesIO()
    try:
        office.load_key(password=password)
        office.decrypt(plain)
    except InvalidKeyError:
        raise problems.password_needed(name, wrong=True) from None
    except FileFormatError:
        raise problems.unopenable(name) from None
    except Exception:  # noqa: BLE001 - rubbish that a wrong password unlocks can end in any error of the cipher
        raise problems.password_needed(name, wrong=True) from None
    return plain.getvalue()


def _opened_by_excels_own(name: str, data: bytes) -> bytes:
    """Open what Excel opens without asking: a workbook that is only locked against changes ([MS-OFFCRYPTO] 2.4.2.3)."""
    try:
        return opened(name, data, _EXCELS_OWN)
    except problems.PasswordNeeded:
        raise problems.password_needed(name) from None


def _office(data: bytes) -> _Office | None:
    import msoffcrypto

    try:
        office: _Office = msoffcrypto.OfficeFile(io.BytesIO(data))
    except Exception:  # noqa: BLE001 - as above
        return None
    return office
