"""The wheel holds all that the program needs, and finds it there."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.house.source import PACKAGE, RESOURCES, ROOT


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the locked hatchling and no network, as an installation would unpack it."""
    folder = tmp_path_factory.mktemp("wheel")
    building = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(building, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def names_in(folder: Path) -> set[str]:
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {name.as_posix() for name in files if name.suffix != ".pyc"}


def test_the_wheel_holds_the_program_with_its_migrations_and_its_resources(unpacked):
    inside = names_in(unpacked / "dhr_desktop")

    assert {name for name in inside if name.endswith(".sql")}
    assert inside == names_in(PACKAGE) | {f"resources/{name}" for name in names_in(RESOURCES)}


def test_the_installed_program_finds_its_resources_and_its_commands(unpacked):
    asking = "from dhr_desktop.base import resources; print(resources.root())"
    isolated = {**os.environ, "PYTHONPATH": str(unpacked)}

    found = subprocess.run(
        [sys.executable, "-P", "-c", asking], cwd=unpacked, env=isolated, capture_output=True, text=True, check=True
    )

    assert Path(found.stdout.strip()) == unpacked / "dhr_desktop" / "resources"
    (facts,) = unpacked.glob("*.dist-info")
    assert "dhr-desktop = dhr_desktop.app.main:main" in (facts / "entry_points.txt").read_text(encoding="utf-8")
    assert (facts / "licenses" / "LICENSE").is_file()
