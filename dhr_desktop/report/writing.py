"""The chair's own words in a document: one section at a time, each saving one step named for the Edit menu."""

from dhr_desktop.report import overview, summary
from dhr_desktop.report.outline import sections
from dhr_desktop.store import passages
from dhr_desktop.store.review import Review

_OF = {overview.KEY: "", summary.KEY: f" ({summary.TITLE.lower()})"}
"""What follows a section's heading in the name of a step: several sections have the same in both documents."""


def write_passage(review: Review, document: str, section: str, text: str, initiator: object | None = None) -> None:
    """Make `text` the chair's words in a section; words that are there already leave no step."""
    if passages.get(review, document, section) == text:
        return
    heading = next((each.heading for each in sections(document) if each.key == section), section)
    with review.journal.step(f"Write “{heading}”{_OF[document]}", initiator):
        passages.put(review, document, section, text)
