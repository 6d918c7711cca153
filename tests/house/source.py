"""The project's own files as the tests of the house read them."""

import ast
import gc
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "dhr_desktop"
RESOURCES = ROOT / "resources"
_NOT_OURS = re.compile(r"(^|/)(__pycache__|build|dist|[.](?!ci/|github/|gitignore$))")


@cache
def kept_files() -> list[Path]:
    """Every file of the project: those git keeps or would keep, or all where there is no git (an archive of it)."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
        found = [ROOT / name for name in names if name]
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in ROOT.rglob("*") if not _NOT_OURS.search(path.relative_to(ROOT).as_posix())]
    return sorted(path for path in found if path.is_file())


def module_names() -> list[str]:
    """The path of every module of the program, for those who need no more: to parse them all takes seconds."""
    return sorted(file.relative_to(ROOT).as_posix() for file in PACKAGE.rglob("*.py"))


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program, parsed, by its path: a million objects, let go with each file of tests."""
    gc.disable()  # to look again and again through what is all kept takes twice as long as to parse it
    try:
        return {name: ast.parse((ROOT / name).read_text(encoding="utf-8")) for name in module_names()}
    finally:
        gc.enable()


def every_node() -> Iterator[tuple[str, ast.AST]]:
    """Every piece of the program's code with the module it stands in."""
    for name, module in modules().items():
        for node in ast.walk(module):
            yield name, node


@cache
def constants() -> list[tuple[str, str]]:
    """Every text written in the program's code, docstrings apart, with the module it stands in."""
    found = []
    for name, module in modules().items():
        docstrings = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
        found += [
            (name, node.value)
            for node in ast.walk(module)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        ]
    return found
