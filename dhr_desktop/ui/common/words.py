"""How a failure is told: what is wrong and the next step, with a code small beside it."""

from PySide6.QtCore import QCoreApplication

from dhr_desktop import __version__
from dhr_desktop.base.errors import UserError


def counted(number: int, one: str, many: str) -> str:
    """`one` or `many`, both with '{n}' in them: '1 entry', '1,204 entries'."""
    return (one if number == 1 else many).format(n=f"{number:,}")


def details(error: UserError) -> str:
    """What the chair may send to someone who helps: the sentence, its code and the version, and no case data."""
    version = QCoreApplication.translate("words", "DHR Desktop {version}").format(version=__version__)
    return f"{error.what} {error.next_step}\n[{error.code}] {version}"
