"""The two set-up commands: what they install is what was locked, and an older Python is told what to do."""

import ast
import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.house.installer import dev, environment, system
from tests.house.source import ROOT, kept_files

LOCKS = {name: (ROOT / "installer" / name) for name in ("requirements.txt", "requirements-dev.txt")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, Requirement]:
    text = LOCKS[name].read_text(encoding="utf-8").replace("\\\n", " ")
    pins = [Requirement(line.split("--hash")[0]) for line in text.splitlines() if line and not line.startswith("#")]
    return {canonical(pin.name): pin for pin in pins}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(*groups: str) -> list[Requirement]:
    lines = list(PROJECT["project"]["dependencies"])
    for group in groups:
        lines += [line for line in PROJECT["dependency-groups"][group] if isinstance(line, str)]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(
    ("name", "groups"), [("requirements.txt", ["build"]), ("requirements-dev.txt", ["build", "dev"])]
)
def test_every_dependency_is_locked_to_one_version_that_fits(name, groups):
    pins = locked(name)

    for wanted in asked(*groups):
        (pin,) = pins[canonical(wanted.name)].specifier
        assert pin.operator == "=="
        assert pin.version in wanted.specifier, f"{wanted} is locked to {pin.version}; run installer/dev.py lock"


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_file_has_its_hash(name):
    entries = re.split(r"\n(?=\S)", LOCKS[name].read_text(encoding="utf-8").strip())

    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_what_is_tested_is_what_is_run():
    run, tested = locked("requirements.txt"), locked("requirements-dev.txt")

    assert {name: str(pin) for name, pin in run.items()}.items() <= {n: str(p) for n, p in tested.items()}.items()


def test_no_package_registry_is_named_anywhere():
    hosts = re.compile("|".join(f"{name}[.]{end}" for name, end in [("pypi", "org"), ("python" + "hosted", "org")]))

    for file in kept_files():
        assert not hosts.search(file.read_bytes().decode(errors="ignore")), file.relative_to(ROOT)


@pytest.mark.parametrize("module", sorted((ROOT / "installer").glob("*.py"), key=str), ids=lambda file: file.name)
def test_an_older_python_gets_far_enough_to_be_told_what_to_do(module):
    code = ast.parse(module.read_text(encoding="utf-8"), feature_version=(3, 8))

    assert any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in code.body)


def test_the_python_that_is_too_old_is_named_with_the_line_that_installs_another(monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(environment.NotReady, match=r"needs 3\.11 to 3\.14") as caught:
        environment.with_another_python(["demo"])

    assert system.line_for_python() in str(caught.value)


def test_an_environment_of_somebody_else_is_left_alone(tmp_path, monkeypatch):
    theirs = tmp_path / ".venv"
    theirs.mkdir()
    (theirs / "work").write_text("theirs", encoding="utf-8")
    monkeypatch.setattr(environment, "FOLDER", theirs)
    monkeypatch.setattr(environment, "_STAMP", theirs / "set-up-by-dev.txt")

    with pytest.raises(environment.NotReady, match="was not made by this script"):
        environment.ready("run")

    assert (theirs / "work").read_text(encoding="utf-8") == "theirs"


def test_a_finished_environment_is_used_as_it_is_and_the_tests_one_serves_the_demo_too(tmp_path, monkeypatch):
    python = tmp_path / ("Scripts/python.exe" if environment.os.name == "nt" else "bin/python")
    python.parent.mkdir()
    python.touch()
    monkeypatch.setattr(environment, "FOLDER", tmp_path)
    monkeypatch.setattr(environment, "_STAMP", tmp_path / "set-up-by-dev.txt")
    (tmp_path / "set-up-by-dev.txt").write_text(environment._state("dev"), encoding="utf-8")

    assert environment.ready("dev") == environment.ready("run") == str(python)


def test_a_demonstration_never_writes_over_an_older_one(tmp_path):
    names = []
    for _ in range(3):
        folder = dev._unused(tmp_path / "demo")
        folder.mkdir()
        names.append(folder.name)

    assert names == ["demo", "demo-2", "demo-3"]


def test_who_may_not_install_is_told_the_line_to_type(monkeypatch):
    monkeypatch.setattr(system, "_apt", list)

    with pytest.raises(system.Missing, match="sudo apt-get install -y --no-install-recommends libegl1 qpdf"):
        system.install(["libegl1", "qpdf"], "for the tests")


@pytest.mark.parametrize("value", ["C", "POSIX"])
def test_what_is_started_can_write_every_name(value, monkeypatch):
    monkeypatch.setenv("LC_ALL", value)
    monkeypatch.setenv("PYTHONPATH", "somewhere else")

    variables = environment.variables()

    assert "PYTHONPATH" not in variables
    if environment.os.name == "posix":
        assert variables["LC_ALL"] == "C.UTF-8"


def test_where_nothing_may_be_installed_the_missing_libraries_are_named_with_the_line(monkeypatch):
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "_lacking", lambda *_, **__: ["libxcb-icccm.so.4"])
    monkeypatch.setattr(system, "_apt", list)

    with pytest.raises(system.Missing, match=r"Qt lacks libxcb-icccm\.so\.4[^\0]*apt-get install .* libxcb-icccm4 "):
        system.see_to_qt("python3", shown=True)
