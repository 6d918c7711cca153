"""The library's key, wrapped by a passphrase: `keys.json` beside the library.

What an attacker has who has the folder: salts, parameters and wrapped keys. To try one passphrase costs one
Argon2id run at the slot's cost (RFC 9106); to change the parameters without the passphrase breaks the seal, which
covers them. Nothing here helps against someone who knows the passphrase or watches the computer while it is open.
"""

import base64
import binascii
import json
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any, ClassVar

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dhr_desktop.base.errors import UserError
from dhr_desktop.store.connection import KEY_BYTES, FileDamaged

VERSION = 1
_SALT_BYTES = 16  # RFC 9106, section 3.1: recommended for password hashing
_NONCE_BYTES = 12  # AES-GCM's own size (NIST SP 800-38D)
# A slot may ask for more than today's standard, but not for so much that opening a tampered file exhausts the machine.
_MOST_MEMORY_KIB = 4 * 1024 * 1024
_MOST_PASSES = 64
_MOST_LANES = 64
_LEAST_MEMORY_PER_LANE_KIB = 8  # RFC 9106, section 3.1


class WrongPassphrase(UserError):
    """The passphrase opens no slot."""

    code: ClassVar[str] = "S006"


class NotEnoughMemory(UserError):
    """The computer cannot spare the memory that the slot's cost asks for."""

    code: ClassVar[str] = "S007"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at a passphrase costs, in Argon2's terms."""

    memory_kib: int
    passes: int
    lanes: int

    def covers(self, other: "Cost") -> bool:
        """Whether a try at this cost is no cheaper than at `other`."""
        return self.memory_kib >= other.memory_kib and self.passes >= other.passes


# RFC 9106's second recommended option (t=3, p=4) with four times its 64 MiB: about half a second on a plain laptop.
STANDARD = Cost(memory_kib=256 * 1024, passes=3, lanes=4)


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapping of the library's key."""

    kind: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes


def wrap(key: bytes, passphrase: str, cost: Cost = STANDARD) -> Slot:
    """Wrap `key` so that `passphrase` opens it. Raises `NotEnoughMemory`."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    bare = Slot("passphrase", cost, salt, nonce, b"")
    return Slot(
        bare.kind, cost, salt, nonce, AESGCM(_derived(passphrase, bare)).encrypt(nonce, key, _sealed_facts(bare))
    )


def unwrap(slots: list[Slot], passphrase: str) -> tuple[bytes, Slot]:
    """The key, and the slot that gave it. Raises `WrongPassphrase` when none does, and `NotEnoughMemory`."""
    for slot in slots:
        try:
            key = AESGCM(_derived(passphrase, slot)).decrypt(slot.nonce, slot.wrapped, _sealed_facts(slot))
        except InvalidTag:
            continue
        if len(key) == KEY_BYTES:
            return key, slot
    raise WrongPassphrase(
        "This passphrase does not open the library.",
        "Check Caps Lock and the keyboard's language, then type it again. Nothing has been changed.",
    )


def to_json(slots: list[Slot]) -> bytes:
    """The bytes of `keys.json`."""
    listed = [{**_facts(slot), "nonce": _text(slot.nonce), "wrapped": _text(slot.wrapped)} for slot in slots]
    return json.dumps({"version": VERSION, "slots": listed}, indent=1).encode()


def from_json(data: bytes, name: str) -> list[Slot]:
    """Read `keys.json`, which an error calls `name`. Raises `FileDamaged` for what this program would not write."""
    try:
        slots = [_slot(listed) for listed in _checked_version(json.loads(data))["slots"]]
    except (ValueError, KeyError, TypeError, binascii.Error, RecursionError):
        slots = []
    if not slots:
        raise FileDamaged(
            f"“{name}”, which holds the library's wrapped key, is damaged.", "Put back a copy from your last backup."
        )
    return slots


def _checked_version(parsed: Any) -> Any:  # noqa: ANN401 - JSON has any shape
    if parsed["version"] != VERSION:
        raise ValueError("a slot file of another version")
    return parsed


def _slot(listed: dict[str, Any]) -> Slot:
    cost = Cost(listed["memory_kib"], listed["passes"], listed["lanes"])
    slot = Slot(str(listed["kind"]), cost, _bytes(listed["salt"]), _bytes(listed["nonce"]), _bytes(listed["wrapped"]))
    sane = (
        all(type(number) is int for number in (cost.memory_kib, cost.passes, cost.lanes))
        and 1 <= cost.lanes <= _MOST_LANES
        and 1 <= cost.passes <= _MOST_PASSES
        and cost.lanes * _LEAST_MEMORY_PER_LANE_KIB <= cost.memory_kib <= _MOST_MEMORY_KIB
        and len(slot.salt) >= _SALT_BYTES
        and len(slot.nonce) == _NONCE_BYTES
    )
    if not sane or listed["kdf"] != "argon2id" or listed["cipher"] != "aes-256-gcm":
        raise ValueError("a slot that this program would not write")
    return slot


def _facts(slot: Slot) -> dict[str, object]:
    return {
        "kind": slot.kind,
        "kdf": "argon2id",
        "memory_kib": slot.cost.memory_kib,
        "passes": slot.cost.passes,
        "lanes": slot.cost.lanes,
        "salt": _text(slot.salt),
        "cipher": "aes-256-gcm",
    }


def _sealed_facts(slot: Slot) -> bytes:
    """Sealed with the key, so that a slot whose parameters were changed does not open."""
    return json.dumps(_facts(slot), sort_keys=True).encode()


def _derived(passphrase: str, slot: Slot) -> bytes:
    # The same words must give the same bytes whether a keyboard sends é as one character or as two.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    cost = slot.cost
    try:
        return hash_secret_raw(secret, slot.salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)
    except (HashingError, MemoryError):
        raise NotEnoughMemory(
            f"Unlocking needs {cost.memory_kib // 1024} MB of free memory, and this computer cannot spare it now.",
            "Close other programs, then try again.",
        ) from None


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
