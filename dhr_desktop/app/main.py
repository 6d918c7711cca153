"""The way in: opens the window, or does one task without it and says plainly how it went."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from dhr_desktop.app.arguments import parser
from dhr_desktop.app.screen import see_to_the_screen
from dhr_desktop.base.errors import Cancelled, UserError
from dhr_desktop.base.uncollected import seldom_collected

SWITCH_INTERVAL = 0.0005
"""Seconds a thread may run before others are let in. Python's own 0.005 leaves a window waiting visibly on a worker."""

DONE, FAILED, STOPPED = 0, 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process when None) and return its exit code."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    seldom_collected()
    asked = parser().parse_args(arguments)
    try:
        return _COMMANDS[asked.command](asked)
    except UserError as error:
        print(f"{error.what}\n{error.next_step}  [{error.code}]", file=sys.stderr)
        return FAILED
    except (Cancelled, KeyboardInterrupt):
        print("Stopped. Nothing was left half done.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # Whoever read what was printed has had enough, as `head` has; nor must Python try to print the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _window(asked: Namespace) -> int:
    see_to_the_screen()
    from dhr_desktop.app.window import run_window  # noqa: PLC0415 - Qt costs half a second that other tasks need not pay

    return run_window(asked.library)


def _demo(asked: Namespace) -> int:
    from dhr_desktop.app.demo import demo  # noqa: PLC0415 - as above

    return demo(asked.headless, asked.passphrase_fd)


def _draft(asked: Namespace) -> int:
    from dhr_desktop.app.draft import draft_files  # noqa: PLC0415 - as above

    return draft_files(asked.files, asked.out, asked.edition, asked.people)


def _inspect(asked: Namespace) -> int:
    from dhr_desktop.app.inspect import print_inspection  # noqa: PLC0415 - as above

    return print_inspection(asked.files, as_json=asked.json, people=asked.people)


def _compare(asked: Namespace) -> int:
    from dhr_desktop.app.compare import print_comparison  # noqa: PLC0415 - as above

    return print_comparison(asked.old, asked.new, as_json=asked.json)


_COMMANDS: dict[str | None, Callable[[Namespace], int]] = {
    None: _window,
    "demo": _demo,
    "draft": _draft,
    "inspect": _inspect,
    "compare": _compare,
}
