"""What the program carries is found in the source tree and in a frozen program. (In the wheel: house/test_wheel.py.)"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dhr_desktop.base import resources


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The resources folder of a program that was frozen into tmp_path."""
    folder = tmp_path / "dhr_desktop" / "resources"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    resources.root.cache_clear()
    yield folder
    resources.root.cache_clear()


def test_in_the_source_tree_resources_stand_beside_the_package():
    assert resources.root() == Path(__file__).parents[2] / "resources"


def test_a_frozen_program_carries_its_resources_inside_the_package(frozen):
    assert resources.root() == frozen
    assert resources.path("icons/undo.svg") == frozen / "icons" / "undo.svg"


def test_text_is_read_as_utf_8_whatever_the_computer_prefers(frozen):
    (frozen / "words.txt").write_bytes("Zoë’s “chronology”".encode())

    assert resources.text("words.txt") == "Zoë’s “chronology”"


def test_toml_and_json_are_parsed(frozen):
    (frozen / "a.toml").write_text('[light]\ntext = "black"\n', encoding="utf-8")
    (frozen / "a.json").write_text('{"stages": ["scoping"]}', encoding="utf-8")

    assert resources.toml("a.toml") == {"light": {"text": "black"}}
    assert resources.from_json("a.json") == {"stages": ["scoping"]}


def test_a_resource_that_is_not_there_is_our_fault_and_says_so(frozen):
    with pytest.raises(FileNotFoundError):
        resources.text("icons/none.svg")
    assert list(frozen.iterdir()) == []
