"""Nothing that the program does reaches a network. (The import contracts hold that nothing could.)"""

import ast
import socket
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "dhr_desktop"
TALKERS = {"QtNetwork", "QtWebSockets", "QtWebEngineCore", "QtWebEngineWidgets", "webbrowser"}


def test_the_tests_refuse_a_connection(network_attempts):
    with pytest.raises(AssertionError), socket.socket() as one:
        one.connect(("127.0.0.1", 9))
    with pytest.raises(AssertionError):
        socket.getaddrinfo("localhost", 80)

    assert network_attempts == ["socket.connect", "socket.getaddrinfo"]
    network_attempts.clear()


def test_no_module_of_qt_or_python_that_talks_is_imported():
    for file in PACKAGE.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if not any(talker in text for talker in TALKERS):
            continue  # to take all modules apart takes seconds
        for node in ast.walk(ast.parse(text)):
            names = (
                {part for alias in node.names for part in alias.name.split(".")}
                | set((getattr(node, "module", None) or "").split("."))
                if isinstance(node, (ast.Import, ast.ImportFrom))
                else set()
            )
            assert not names & TALKERS, f"{file.relative_to(PACKAGE)} imports {names & TALKERS}"
