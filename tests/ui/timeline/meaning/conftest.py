"""What the tests of meaning share: the page with a tree of themes and two lines of enquiry."""

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.meaning import Theme
from dhr_desktop.store import enquiry
from dhr_desktop.timeline import themes
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import fill
from tests.ui.timeline.using import Settle, opened

TERMS = ("What was known, and when?", "Was she heard?")


@pytest.fixture
def tree(context: ReviewContext) -> dict[str, Theme]:
    """Risk with Escalation and Fear expressed; Response with Referral, which has the key 7."""
    review = context.review
    made = {"Risk": themes.add(review, "Risk"), "Response": themes.add(review, "Response")}
    for name, parent in (("Escalation", "Risk"), ("Fear expressed", "Risk"), ("Referral", "Response")):
        made[name] = themes.add(review, name, made[parent].id)
    themes.give_digit(review, made["Referral"].id, 7)
    return made


@pytest.fixture
def page(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle, tree: dict[str, Theme]
) -> TimelinePage:
    del tree
    fill(context.review)
    with context.review.journal.step("Terms"):
        enquiry.put(context.review, TERMS)
    made = opened(context, window, qtbot, settle)
    made.table.setFocus()
    return made
