"""The command line: what can be asked for without a window. No passphrase is ever an argument."""

import argparse
from pathlib import Path
from typing import Protocol

from dhr_desktop import __version__
from dhr_desktop.domain.editions import EDITIONS


def parser() -> argparse.ArgumentParser:
    """The parser of `dhr-desktop`. With no command the window opens."""
    main = argparse.ArgumentParser(
        prog="dhr-desktop",
        description="A private, offline workplace for the chair of a Domestic Homicide Review.",
    )
    main.add_argument("--version", action="version", version=f"DHR Desktop {__version__}")
    main.add_argument("--library", type=Path, metavar="FOLDER", help="open the library in FOLDER, not the usual one")
    commands = main.add_subparsers(dest="command", metavar="COMMAND")
    _add_demo(commands)
    _add_draft(commands)
    _add_inspect(commands)
    _add_compare(commands)
    return main


class _Commands(Protocol):
    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...  # noqa: A002 - argparse's word


def _add_demo(commands: _Commands) -> None:
    demo = commands.add_parser("demo", help="the fictional Aldermarsh review, from agencies' files to drafts")
    demo.add_argument("--headless", type=Path, metavar="OUT", help="do it without a window, into the folder OUT")
    _add_passphrase(demo)


def _add_draft(commands: _Commands) -> None:
    draft = commands.add_parser("draft", help="Word and PDF drafts straight from agencies' files")
    draft.add_argument("files", nargs="+", type=Path, metavar="FILE")
    draft.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the drafts")
    draft.add_argument("--edition", choices=sorted(EDITIONS), default="confidential")
    draft.add_argument(
        "--people", type=Path, metavar="CSV", help="the register of people whose names the panel edition covers"
    )


def _add_inspect(commands: _Commands) -> None:
    inspect = commands.add_parser("inspect", help="how agencies' files are read, without a store")
    inspect.add_argument("files", nargs="+", type=Path, metavar="FILE")
    inspect.add_argument("--json", action="store_true", help="one JSON object instead of a summary in words")
    inspect.add_argument(
        "--people", type=Path, metavar="CSV", help="the register of people, for proposing forms of their names"
    )


def _add_compare(commands: _Commands) -> None:
    compare = commands.add_parser("compare", help="what a revised file changes, row by row, without a store")
    compare.add_argument("old", type=Path, metavar="OLD")
    compare.add_argument("new", type=Path, metavar="NEW")
    compare.add_argument("--json", action="store_true", help="one JSON object instead of lines to read")


def _add_passphrase(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help="read the passphrase from file descriptor N, up to its first line end (otherwise it is asked for)",
    )
