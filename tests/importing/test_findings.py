"""Files that once broke a promise, found by spoiling whole ones or in other projects' collections, keep it now."""

from pathlib import Path

import pytest

from tests.fuzz.held import date_holds, file_holds, time_holds
from tests.fuzz.seeds import PASSWORD
from tests.fuzz.targets import TARGETS

FINDINGS = Path(__file__).parent / "findings"
FILES = sorted(path for path in FINDINGS.iterdir() if path.suffix not in (".md", ".dates", ".times"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_once_broke_a_promise_keeps_it(path):
    assert file_holds(path.name, path.read_bytes(), PASSWORD if path.name.startswith("password") else "")


@pytest.mark.parametrize("path", sorted(FINDINGS.glob("*.dates")), ids=lambda path: path.name)
def test_words_of_a_date_that_once_broke_a_promise_keep_it(path):
    date_holds(path.read_bytes().decode("utf-8", "replace"))


@pytest.mark.parametrize("path", sorted(FINDINGS.glob("*.times")), ids=lambda path: path.name)
def test_words_of_a_time_that_once_broke_a_promise_keep_it(path):
    time_holds(path.read_bytes().decode("utf-8", "replace"))


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_spoilt_is_whole_to_begin_with(name):
    for data in TARGETS[name].whole():
        assert TARGETS[name].holds(data) in (None, "entries")
