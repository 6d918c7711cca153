"""Sharing is tested on the same small review as the documents."""

from tests.report.conftest import review

__all__ = ["review"]
