"""The picture over a page that has been read."""

import pytest

from dhr_desktop.ui.timeline.page import TimelinePage
from dhr_desktop.ui.timeline.picture.hands import PictureView
from tests.ui.timeline.using import Settle


@pytest.fixture
def page(page: TimelinePage, settle: Settle) -> TimelinePage:
    settle()
    return page


@pytest.fixture
def view(page: TimelinePage) -> PictureView:
    return page.picture.view
