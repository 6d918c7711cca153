"""The project's folder: what may stand in it, and how large a room may grow."""

from tests.house.source import PACKAGE, ROOT, kept_files

ALLOWED = {
    *("dhr_desktop", "resources", "installer", "tests", "pyproject.toml", "LICENSE"),
    *("README.md", "ARCHITECTURE.md", "SECURITY.md", "CHANGELOG.md", "CONTRIBUTING.md"),
}
KINDS_OF_TESTS = {"house", "journeys", "golden", "pictures", "faults", "figures", "fuzz", "benchmarks", "sheets"}
MOST_LINES = 450


def test_the_top_folder_holds_only_what_it_may():
    top = {path.relative_to(ROOT).parts[0] for path in kept_files()}

    assert {name for name in top if not name.startswith(".")} <= ALLOWED


def test_every_folder_of_the_program_is_a_package_that_the_layers_can_see():
    folders = {file.parent for file in PACKAGE.rglob("*.py")}

    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_no_room_has_grown_too_large_to_be_read():
    sizes = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").count("\n")
        for path in kept_files()
        if path.suffix == ".py"
    }

    assert {name: lines for name, lines in sizes.items() if lines > MOST_LINES} == {}


def test_the_tests_stand_as_the_program_does():
    packages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    folders = {path.relative_to(ROOT / "tests").parts[0] for path in kept_files() if (ROOT / "tests") in path.parents}

    assert {name for name in folders if not name.endswith(".py")} <= packages | KINDS_OF_TESTS
