"""What the chair has written for the sections of a document, or for the same section of the overview report."""

from dhr_desktop.report.outline import sections
from dhr_desktop.store import passages
from dhr_desktop.store.review import Review

_LENDS = "overview"
"""The document whose text stands where another has none of its own."""


def written_for(review: Review, document: str) -> dict[str, str]:
    """The text of every section that has one, its own or the overview report's."""
    own = passages.listing(review, document)
    lent = {} if document == _LENDS else passages.listing(review, _LENDS)
    found = {}
    for section in sections(document):
        text = own.get(section.key, "")
        found[section.key] = text if text.strip() else lent.get(section.as_in, "")
    return {key: text for key, text in found.items() if text.strip()}
