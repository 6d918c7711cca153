"""The library's key opens with its passphrase, and with nothing else."""

import json

import pytest

from dhr_desktop.store import keyslots
from dhr_desktop.store.connection import FileDamaged
from dhr_desktop.store.keyslots import STANDARD, Cost, NotEnoughMemory, Slot, WrongPassphrase
from tests.store.made import CHEAP, PASSPHRASE

KEY = bytes(range(32))


@pytest.fixture
def slot() -> Slot:
    return keyslots.wrap(KEY, PASSPHRASE, CHEAP)


def changed(slot: Slot, **fields: object) -> bytes:
    """`keys.json` with some of its only slot's fields changed by another hand."""
    parsed = json.loads(keyslots.to_json([slot]))
    parsed["slots"][0].update(fields)
    return json.dumps(parsed).encode()


def test_the_passphrase_gives_back_the_key(slot):
    assert keyslots.unwrap([slot], PASSPHRASE) == (KEY, slot)


def test_another_passphrase_gives_nothing_and_says_so(slot):
    with pytest.raises(WrongPassphrase, match="does not open the library"):
        keyslots.unwrap([slot], PASSPHRASE + " ")


def test_a_slot_survives_its_file(slot):
    assert keyslots.from_json(keyslots.to_json([slot]), "keys.json") == [slot]


def test_the_key_is_nowhere_in_the_slot_file(slot):
    said = keyslots.to_json([slot])

    assert KEY not in said
    assert KEY.hex().encode() not in said


def test_the_same_passphrase_never_makes_the_same_slot_twice(slot):
    again = keyslots.wrap(KEY, PASSPHRASE, CHEAP)

    assert (again.salt, again.nonce, again.wrapped) != (slot.salt, slot.nonce, slot.wrapped)


def test_an_accent_opens_however_the_keyboard_sends_it():
    slot = keyslots.wrap(KEY, "caf\N{LATIN SMALL LETTER E WITH ACUTE}", CHEAP)

    assert keyslots.unwrap([slot], "cafe\N{COMBINING ACUTE ACCENT}")[0] == KEY


def test_of_several_slots_each_opens_with_its_own_passphrase(slot):
    second = keyslots.wrap(KEY, "another", CHEAP)

    assert keyslots.unwrap([slot, second], "another") == (KEY, second)


def test_a_slot_that_holds_no_key_of_ours_opens_nothing():
    with pytest.raises(WrongPassphrase):
        keyslots.unwrap([keyslots.wrap(b"too short to be a key", PASSPHRASE, CHEAP)], PASSPHRASE)


def test_the_standard_cost_is_no_less_than_was_promised():
    assert Cost(256 * 1024, 3, 4) == STANDARD
    assert STANDARD.covers(STANDARD)
    assert not CHEAP.covers(STANDARD)


@pytest.mark.parametrize("field", [{"passes": 2}, {"memory_kib": 128}, {"salt": "AAAAAAAAAAAAAAAAAAAAAA=="}])
def test_a_slot_whose_parameters_were_changed_does_not_open(slot, field):
    slots = keyslots.from_json(changed(slot, **field), "keys.json")

    with pytest.raises(WrongPassphrase):
        keyslots.unwrap(slots, PASSPHRASE)


@pytest.mark.parametrize(
    "field",
    [
        {"memory_kib": 1024**3},
        {"memory_kib": 0},
        {"memory_kib": "64"},
        {"memory_kib": True},
        {"passes": 0},
        {"passes": 1_000_000},
        {"lanes": 0},
        {"lanes": 1_000_000},
        {"salt": "AA=="},
        {"salt": "not base 64"},
        {"salt": 7},
        {"nonce": "AA=="},
        {"kdf": "md5"},
        {"cipher": "none"},
        {"wrapped": None},
    ],
)
def test_a_slot_that_this_program_would_not_write_is_called_damaged_and_not_tried(slot, field):
    with pytest.raises(FileDamaged, match="damaged"):
        keyslots.from_json(changed(slot, **field), "keys.json")


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\xff\xfe", b"[]", b"{}", b"null", b"7", b"[" * 100_000),
        *(b'{"version": 1}', b'{"version": 1, "slots": []}', b'{"version": 2, "slots": []}'),
    ],
)
def test_a_file_that_is_no_slot_file_is_called_damaged(data):
    with pytest.raises(FileDamaged):
        keyslots.from_json(data, "keys.json")


def test_a_computer_without_the_memory_says_so():
    # Argon2 refuses fewer than 8 KiB a lane, by the same error as a machine that has no memory left.
    with pytest.raises(NotEnoughMemory, match="MB of free memory"):
        keyslots.wrap(KEY, PASSPHRASE, Cost(memory_kib=8, passes=1, lanes=4))
