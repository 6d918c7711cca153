"""The wanted entries in another order than that of the timeline, which still decides between what is alike."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dhr_desktop.store.review import Review


class SortBy(StrEnum):
    """What entries can be sorted by. `DATE` is the order of the timeline, or that order from its end."""

    DATE = "date"
    TIME = "time"
    AGENCY = "agency"
    TEXT = "text"
    SOURCE = "source"
    REFERENCE = "reference"
    PEOPLE = "people"
    ACTION = "action"
    REPORTED = "reported"
    SIGNIFICANCE = "significance"
    THEMES = "themes"
    MARKS = "marks"
    INCLUDED = "included"
    EVENT = "event"
    QUESTION = "question"
    DOUBT = "doubt"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Sorting:
    """What the table is sorted by, and whether from the end."""

    by: SortBy = SortBy.DATE
    descending: bool = False


TIMELINE = Sorting()
"""The one order of the timeline."""

_KEYS = {
    SortBy.TIME: "time",
    SortBy.AGENCY: "(SELECT name FROM agency WHERE agency.id = entry.agency_id)",
    SortBy.TEXT: "text",
    SortBy.SOURCE: "source",
    SortBy.REFERENCE: "reference",
    SortBy.PEOPLE: "people",
    SortBy.ACTION: "action",
    SortBy.REPORTED: "trim(reported_edtf || ' ' || reported_time)",
    SortBy.SIGNIFICANCE: "significance",
    SortBy.THEMES: (
        "(SELECT min(theme.name) FROM entry_theme JOIN theme ON theme.id = entry_theme.theme_id"
        " WHERE entry_theme.entry_id = entry.id)"
    ),
    SortBy.MARKS: "voice_of_victim + good_practice + missed_opportunity",
    SortBy.INCLUDED: "in_chronology + in_report + in_summary",
    SortBy.EVENT: "(SELECT headline || ' ' || event.id FROM event WHERE event.id = entry.event_id)",
    SortBy.QUESTION: (
        "(SELECT count(*) FROM question WHERE closed_on = '' AND"
        " (question.entry_id = entry.id OR question.event_id = entry.event_id))"
    ),
    SortBy.DOUBT: "doubtful",
    SortBy.NOTE: "private_note",
}


def ordered(review: Review, ids: list[int], sorting: Sorting) -> list[int]:
    """These ids, which come in the order of the timeline, sorted. What has nothing to be sorted by stands last."""
    if sorting.by is SortBy.DATE:
        return ids[::-1] if sorting.descending else ids
    key = _KEYS[sorting.by]
    sql = (
        "SELECT json_group_array(id) FROM (SELECT wanted.value AS id FROM json_each(?) AS wanted"
        " JOIN entry ON entry.id = wanted.value"
        f" ORDER BY {_nothing(key)}, {key} COLLATE NOCASE {'DESC' if sorting.descending else 'ASC'}, wanted.key)"
    )
    found: list[int] = json.loads(review.read.value(sql, (json.dumps(ids),)))
    return found


def _nothing(key: str) -> str:
    return f"ifnull({key}, '') IN ('', 0)"


def flags() -> Sequence[SortBy]:
    """What an entry has or has not, so that the other way round would be the same."""
    return (SortBy.QUESTION, SortBy.DOUBT)
