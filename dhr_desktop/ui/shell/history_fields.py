"""What the history tells of the records of people and involvement, and what of them is for the chair alone."""

from dhr_desktop.ui.shell.history_involved import involved_words
from dhr_desktop.ui.shell.history_names import names_words
from dhr_desktop.ui.shell.history_register import register_words
from dhr_desktop.ui.shell.record_words import RecordWords

PRIVATE = frozenset(
    {
        *(("person", "real_name"), ("person", "forms"), ("person", "background")),
        *(("identifier", "value"), ("identifier", "note"), ("refused_form", "form"), ("form_place", "form")),
        *(("form_line", "form"), ("form_line", "line")),
        *(("place_name", "real_name"), ("place_name", "forms"), ("agency", "forms")),
        *(("naming_step", "warned"), ("naming_step", "why_kept")),
        *(("stakeholder", "caution"), ("stakeholder", "involvement_words"), ("stakeholder", "not_to_hear")),
        *(("stakeholder", "liaison_contact"), ("stakeholder", "preferred_name")),
        *(("stakeholder", "means"), ("stakeholder", "hours"), ("stakeholder", "avoid_means")),
        *(("stakeholder", "interpreter"), ("stakeholder", "access_needs")),
        *(("advocacy", "advocate"), ("advocacy", "contact"), ("advocacy", "answer_words"), ("advocacy", "note")),
        *(("date_to_avoid", "day"), ("date_to_avoid", "until")),
        ("pregnancy", "note"),
        *(("not_to_be_told", "what"), ("not_to_be_told", "why")),
        *(("child_record", "contributed"), ("child_record", "safeguarding"), ("child_record", "safeguarding_told")),
        *(("person", "born"), ("person", "died"), ("contact", "said")),
    }
)
"""What is for the chair alone, or is a name that nothing covers any more: it is not told in panel view."""


def record_words() -> dict[str, RecordWords]:
    """Every kind of record, by its table."""
    return register_words() | names_words() | involved_words()
