"""The chair's own text for the sections of a document."""

from dhr_desktop.store.review import Review


def get(review: Review, document: str, section: str) -> str:
    """The text of one section; '' when nothing has been written."""
    found = review.read.value("SELECT text FROM passage WHERE document = ? AND section = ?", (document, section))
    return "" if found is None else str(found)


def listing(review: Review, document: str) -> dict[str, str]:
    """The text of every section of `document` that has been written, by section."""
    return dict(review.read.rows("SELECT section, text FROM passage WHERE document = ? ORDER BY id", (document,)))


def put(review: Review, document: str, section: str, text: str) -> None:
    """Make `text` the text of a section, inside a step."""
    review.write.execute(
        "INSERT INTO passage (document, section, text) VALUES (?, ?, ?)"
        " ON CONFLICT (document, section) DO UPDATE SET text = excluded.text",
        (document, section, text),
    )
