"""The views that are always there."""

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.meaning import Significance
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.views import SavedView


def ready_views() -> list[SavedView]:
    """Those views, in order. Their ids are below nothing, where no saved one is."""

    def said(words: str) -> str:
        return QCoreApplication.translate("ReadyViews", words)

    wanted = {
        said("All entries"): ALL,
        said("Not yet read"): EntryFilter(significances=frozenset({Significance.UNREAD})),
        said("Key entries"): EntryFilter(significances=frozenset({Significance.KEY})),
        said("In doubt"): EntryFilter(doubtful_only=True),
        said("Questions open"): EntryFilter(question_open=True),
    }
    return [SavedView(-place, name, each) for place, (name, each) in enumerate(wanted.items(), start=1)]
