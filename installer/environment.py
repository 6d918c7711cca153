"""The private environment: a Python that fits, the locked dependencies, and the program itself."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import system

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
OLDEST, TOO_NEW = (3, 11), (3, 15)
_STAMP = FOLDER / "set-up-by-dev.txt"
_LOCKS = {"run": ROOT / "installer" / "requirements.txt", "dev": ROOT / "installer" / "requirements-dev.txt"}
_FITTING = ("3.12", "3.13", "3.11", "3.14")
_OF_ANOTHER_PYTHON = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")


class NotReady(Exception):
    """The environment could not be made; the message says what to do."""


def ready(use: str) -> str:
    """The Python of an environment with the locked dependencies for `use` ('run' or 'dev') and the program in it."""
    python = str(FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    wanted = [_state(other) for other in _LOCKS if other in (use, "dev")]
    made = _STAMP.read_text(encoding="utf-8") if _STAMP.exists() else ""
    if made in wanted and Path(python).exists():
        return python
    print(f"Setting up in {FOLDER} (a minute or so, once) ...", flush=True)
    if made == _state("run"):  # what the tests need is only more of the same
        _STAMP.write_text("begun", encoding="utf-8")
    else:
        _make_afresh()
    pip = [python, "-m", "pip", "install", "-qq", "--no-deps", "--disable-pip-version-check"]
    _run([*pip, "--only-binary", ":all:", "--require-hashes", "--requirement", str(_LOCKS[use])])
    _run([*pip, "--no-build-isolation", "--no-index", "--editable", str(ROOT)])
    _STAMP.write_text(_state(use), encoding="utf-8")
    return python


def tool(python: str, name: str) -> str:
    """The program `name` that came with a dependency."""
    return str(Path(python).with_name(f"{name}.exe" if os.name == "nt" else name))


def variables() -> dict[str, str]:
    """The environment variables for what is started: none of another Python's, and text in UTF-8."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_PYTHON}
    if os.name == "posix" and kept.get("LC_ALL") in ("C", "POSIX"):
        kept["LC_ALL"] = "C.UTF-8"  # Qt warns of a locale that cannot write a name like “Zoë”
    return kept


def with_another_python(words: list[str]) -> int:
    """Start again with a Python that fits, or say which line installs one."""
    for version in _FITTING:
        found = shutil.which(f"python{version}")
        command = [found] if found else ["py", f"-{version}"] if os.name == "nt" and shutil.which("py") else []
        if command and subprocess.call([*command, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return subprocess.call([*command, str(ROOT / "installer" / "dev.py"), *words])
    running = ".".join(str(part) for part in sys.version_info[:2])
    raise NotReady(
        f"This is Python {running}; DHR Desktop needs 3.11 to 3.14. Install one with\n\n"
        f"    {system.line_for_python()}\n\nthen type the same words again."
    )


def lock() -> int:
    """Write the lock files anew. They hold hashes for every system and no address."""
    compiling = ["uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11"]
    bare = ["--upgrade", "--no-emit-index-url", "--no-header", "--no-annotate", "pyproject.toml"]
    # What is tested must be what is run: the tests' lock may not differ where the two overlap.
    same = ["--constraint", str(_LOCKS["run"])]
    _run([*compiling, *bare, "--group", "build", "--output-file", str(_LOCKS["run"])])
    _run([*compiling, *bare, "--group", "dev", *same, "--output-file", str(_LOCKS["dev"])])
    return 0


def _state(use: str) -> str:
    """What an environment was made from; when any of it changes, it is made afresh."""
    sources = (_LOCKS[use], ROOT / "pyproject.toml")
    parts = [
        use,
        str(ROOT),
        sys.version,
        sys.base_prefix,
        *(hashlib.sha256(s.read_bytes()).hexdigest() for s in sources),
    ]
    return "\n".join(parts)


def _make_afresh() -> None:
    if FOLDER.exists() and not _STAMP.exists():
        raise NotReady(f"{FOLDER} was not made by this script. Move it away or remove it, then try again.")
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        system.see_to_venv()
        importlib.invalidate_caches()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(exist_ok=True)
    _STAMP.write_text("begun", encoding="utf-8")
    # Started from inside the old environment, Python must be the one that outlives it.
    _run([getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(FOLDER)])


def _run(command: list[str]) -> None:
    try:
        code = subprocess.call(command, cwd=ROOT, env=variables())
    except FileNotFoundError:
        raise NotReady(f"{command[0]} is not on this computer. Install it, then try again.") from None
    if code:
        raise NotReady("Setting up stopped at the message above. Put that right, then type the same words again.")
