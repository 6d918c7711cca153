"""Golden files are written anew with `pytest tests/golden --regenerate`; read the difference before committing it."""

from datetime import date

import pytest

from dhr_desktop.report import chronology, contact_record, offers_record, question_letter, reading_record
from tests.report.conftest import review as small_review

__all__ = ["small_review"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written; false where pytest was not started on this folder."""
    return bool(request.config.getoption("--regenerate", default=False))


@pytest.fixture
def review(small_review, monkeypatch: pytest.MonkeyPatch):
    """The small review of the report tests, drawn up on a fixed day."""
    for drawn_up in (chronology, contact_record, offers_record, question_letter, reading_record):
        monkeypatch.setattr(drawn_up, "today", lambda: date(2026, 11, 23))
    return small_review
