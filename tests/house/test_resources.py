"""Every resource that the program names is there, every one that is there is used, and each can be read."""

import ast
import json
import re
import tomllib
from fnmatch import fnmatch
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from tests.house.source import RESOURCES, constants, kept_files, modules

READERS = {"path", "text", "toml", "from_json"}
ABOUT = {"README.txt", "LICENCE.txt"}  # words about the resources beside them
FILES = sorted(
    path.relative_to(RESOURCES).as_posix()
    for path in kept_files()
    if RESOURCES in path.parents and path.name not in ABOUT
)


def known_texts(module: ast.Module) -> dict[str, str]:
    """The texts that a module has given names to."""
    named_there = [
        node for node in module.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    ]
    return {ast.unparse(node.targets[0]): str(node.value.value) for node in named_there}


def pattern_of(node: ast.expr, known: dict[str, str]) -> str | None:
    """The name as written, with `*` for what is filled in when the program runs."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.FormattedValue):
        return known.get(ast.unparse(node.value), "*")
    if isinstance(node, ast.JoinedStr):
        return "".join(pattern_of(part, known) or "" for part in node.values)
    return known.get(ast.unparse(node))


@cache
def named() -> dict[str, str]:
    """The names of resources that the program asks for, and the module that asks."""
    found = {}
    for name, module in modules().items():
        known = known_texts(module)
        for node in ast.walk(module):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) and node.args else ""
            if "resources" in called and called.rsplit(".", 1)[-1] in READERS:
                pattern = pattern_of(node.args[0], known)
                if pattern:
                    found[pattern] = name
    return found


def test_every_resource_that_is_named_is_there():
    for name, module in named().items():
        assert any(fnmatch(file, name) or fnmatch(file, f"{name}/*") for file in FILES), f"{module} asks for {name}"


@pytest.mark.parametrize("file", FILES)
def test_every_resource_is_used(file):
    whole = {name for name in named() if fnmatch(file, name) or file.startswith(f"{name}/")}
    assert whole, f"nothing asks for {file}"

    if all("*" in name for name in whole):  # then something must say the name that is filled in
        stem = re.sub(r"[.]\w+$", "", file.rsplit("/", 1)[-1])
        assert any(stem in text for _, text in constants()), f"nothing names {stem}"


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".svg")])
def test_every_picture_is_sound_and_takes_its_colour_from_the_theme(file):
    text = (RESOURCES / file).read_text(encoding="utf-8")

    assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(", text)


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith((".toml", ".json"))])
def test_every_table_of_data_can_be_read(file):
    text = (RESOURCES / file).read_text(encoding="utf-8")

    assert tomllib.loads(text) if file.endswith(".toml") else json.loads(text)
