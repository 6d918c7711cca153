"""The three kinds of failure: one the chair can act on, a wish to stop, and everything else (our bug)."""

from typing import ClassVar


class UserError(Exception):
    """Something the chair can put right.

    `what` is one sentence that says what is wrong; `next_step` is one that says what to do.
    Neither may hold case data beyond a file's name, for both may be copied into a report of a fault.
    Each subclass has a stable `code`, shown small beside the words and safe to quote to a helper.
    """

    code: ClassVar[str] = "E000"

    def __init__(self, what: str, next_step: str) -> None:
        super().__init__(f"{what} {next_step}")
        self.what = what
        self.next_step = next_step


class Cancelled(BaseException):
    """Raised inside work that was asked to stop.

    It derives from BaseException so that a row parser's `except Exception` cannot swallow it.
    """
