"""Starting loads only what the first window needs; a task without a window loads no window."""

import subprocess
import sys
import tomllib

import pytest

from tests.house.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HEAVY = set(PROJECT["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-module-level-imports"])
QT = {"PySide6", "shiboken6"}


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("dhr_desktop.app.main", HEAVY | QT),
        ("dhr_desktop.app.demo", HEAVY | QT),
        ("dhr_desktop.app.draft", HEAVY | QT),
        ("dhr_desktop.app.inspect", HEAVY | QT),
        ("dhr_desktop.app.window", HEAVY),
    ],
)
def test_importing_does_not_load(module, unwanted):
    asking = f"import {module}, sys; print(*sorted(name.split('.')[0] for name in sys.modules))"

    loaded = subprocess.run([sys.executable, "-c", asking], cwd=ROOT, capture_output=True, text=True, check=True)

    assert set(loaded.stdout.split()) & unwanted == set()
