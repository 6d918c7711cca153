"""Where a passphrase comes from on the command line."""

import os

import pytest

from dhr_desktop.app.arguments import parser
from dhr_desktop.app.passphrases import PassphraseMissing, ask


def _descriptor_with(data: bytes) -> int:
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    return reading


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"", b"\nsecond line"])
def test_a_descriptor_gives_its_first_line(ending):
    descriptor = _descriptor_with("correct hörse".encode() + ending)
    assert ask(descriptor) == "correct hörse"
    os.close(descriptor)


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe\n"])
def test_an_empty_or_unreadable_descriptor_is_refused_in_words(data):
    descriptor = _descriptor_with(data)
    with pytest.raises(PassphraseMissing, match="passphrase"):
        ask(descriptor)
    os.close(descriptor)


def test_a_closed_descriptor_is_refused_in_words():
    descriptor = _descriptor_with(b"")
    os.close(descriptor)
    with pytest.raises(PassphraseMissing):
        ask(descriptor)


def test_no_argument_takes_a_passphrase():
    for words in ("--passphrase", "--password"):
        with pytest.raises(SystemExit):
            parser().parse_args(["demo", words, "secret"])
