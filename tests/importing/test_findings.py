"""Files that once broke a promise, found by spoiling whole ones or in other projects' collections, keep it now."""

from pathlib import Path

import pytest

from tests.fuzz.held import file_holds, folder_holds
from tests.fuzz.targets import TARGETS

FINDINGS = Path(__file__).parent / "findings"
FILES = sorted(path for path in FINDINGS.iterdir() if path.suffix != ".md")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_once_broke_a_promise_keeps_it(path, tmp_path):
    data = path.read_bytes()
    reader = path.name.partition("-")[0]
    if path.suffix == ".zip":
        assert folder_holds(data, tmp_path / path.name)
    elif reader in TARGETS:
        TARGETS[reader].holds(data)
    else:
        assert file_holds(path.name, data)


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_spoilt_is_whole_to_begin_with(name):
    for data in TARGETS[name].whole():
        assert TARGETS[name].holds(data) in (None, "entries")
