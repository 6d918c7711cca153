"""The short names of the agencies of a review, as its texts, its glossaries and the chair give them."""

from dhr_desktop.domain.agency_forms import short_forms
from dhr_desktop.store import agencies, search
from dhr_desktop.store.review import Review

_COLUMNS = ("text", "action", "comment", "source", "people")
_ELSEWHERE = (
    "SELECT text FROM passage",
    "SELECT headline || ' ' || note FROM event",
    "SELECT words || ' ' || answer FROM question",
)


def of_review(review: Review) -> dict[int, tuple[str, ...]]:
    """The short names by the agency's id; none where no agency stands under another name. Safe in any thread."""
    listing = agencies.listing(review)
    if not any(each.pseudonym for each in listing):
        return {}
    names = {each.id: each.name for each in listing}
    glossary = review.read.rows("SELECT term, meaning FROM glossary_term")
    recorded = {each.id: each.forms for each in listing if each.forms}
    texts = _introducing(review, list(names.values()))
    return short_forms(names, texts, [(term, told) for term, told in glossary], recorded)


def _introducing(review: Review, names: list[str]) -> list[str]:
    """The texts that hold a name of an agency and a bracket."""
    ids = search.holding_any(review.read, names)
    said = " || ' ' || ".join(_COLUMNS)
    marks = " OR ".join(f"instr({column}, '(')" for column in _COLUMNS)
    among = f"id IN (SELECT value FROM json_each(?)) AND ({marks})"
    found = [text for (text,) in review.read.rows(f"SELECT {said} FROM entry WHERE {among}", (str(ids),))]
    for query in _ELSEWHERE:
        found += [text for (text,) in review.read.rows(query) if "(" in text]
    return found
