"""The chair's own words in a document: one section at a time, each saving one step named for the Edit menu."""

from dhr_desktop.report.outline import sections
from dhr_desktop.store import passages
from dhr_desktop.store.review import Review


def write_passage(review: Review, document: str, section: str, text: str, initiator: object | None = None) -> None:
    """Make `text` the chair's words in a section; words that are there already leave no step."""
    if passages.get(review, document, section) == text:
        return
    heading = next((each.heading for each in sections() if each.key == section), section)
    with review.journal.step(f"Write “{heading}”", initiator):
        passages.put(review, document, section, text)
