"""The documents for people agree with the program."""

import argparse
import re
import tomllib

import pytest

from dhr_desktop.app.arguments import parser
from tests.house.installer import dev
from tests.house.source import PACKAGE, ROOT

DOCUMENTS = sorted(ROOT.glob("*.md"))
CHANGES = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_inside_the_project_leads_somewhere(document):
    targets = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))
    inside = [target for target in targets if not target.startswith("https://")]

    assert [target for target in inside if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_set_up_command_that_is_named_exists(document):
    named = re.findall(r"installer/dev\.py (\w+)", document.read_text(encoding="utf-8"))

    assert set(named) <= set(dev._WORDS)


def test_the_readme_explains_every_command_of_the_program():
    (commands,) = (a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))

    assert [name for name in commands.choices if f"`dhr-desktop {name}" not in read("README.md")] == []


def test_contributing_explains_every_set_up_command_and_every_dependency():
    text = read("CONTRIBUTING.md")
    groups = PROJECT["dependency-groups"]
    wanted = [*PROJECT["project"]["dependencies"], *groups["build"], *groups["dev"]]
    names = [re.match(r"[\w-]+", line).group() for line in wanted if isinstance(line, str)]

    assert [name for name in names if not re.search(rf"^\|[^|]*\b{name}\b[^|]*\|", text, re.MULTILINE)] == []
    assert [command for command in dev._WORDS if f"| `{command}` |" not in text] == []


def test_the_drawing_of_the_house_shows_every_room():
    rooms = {path.parent for path in PACKAGE.rglob("__init__.py")} - {PACKAGE}
    floors = {path.name for path in rooms if len(path.relative_to(PACKAGE).parts) <= 2 and path.name != "migrations"}
    drawing = read("ARCHITECTURE.md").split("```")[3]

    assert floors - set(re.findall(r"\w+", drawing)) == set()


def test_the_modules_that_the_architecture_names_exist():
    named = set(
        re.findall(
            r"`((?:app|ui|importing|timeline|family|report|sharing|store|domain|base)(?:\.\w+)+)",
            read("ARCHITECTURE.md"),
        )
    )

    for name in named:
        parts = name.split(".")
        places = [PACKAGE.joinpath(*parts[:depth]) for depth in (len(parts), len(parts) - 1)]
        assert any(place.is_dir() or place.with_suffix(".py").is_file() for place in places if place != PACKAGE), name


def test_the_changelog_keeps_to_its_form():
    lines = read("CHANGELOG.md").splitlines()
    versions = [line for line in lines if line.startswith("## ")]
    kinds = [line.removeprefix("### ") for line in lines if line.startswith("### ")]

    assert lines[0] == "# Changelog"
    assert versions[0] == "## [Unreleased]"
    assert all(re.fullmatch(r"## \[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", line) for line in versions[1:])
    assert set(kinds) <= CHANGES


def test_every_entry_of_the_changelog_is_a_whole_sentence():
    entries = re.split(r"\n(?=- |#)", read("CHANGELOG.md"))

    for entry in entries:
        if entry.startswith("- "):
            assert re.search(r"\.\s*$", entry), entry
            assert entry[2].isupper(), entry
