"""The sections of the Family page in the order of their tabs; a section is imported when it is first shown."""

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.family.section import Section, SectionSpec
from dhr_desktop.ui.family.whom import Whom


def QT_TRANSLATE_NOOP(context: str, words: str) -> str:  # noqa: N802 - the name that pyside6-lupdate looks for
    """Mark words for translation where they stand."""
    del context
    return words


def _is_involved(whom: Whom) -> bool:
    """Whether it is everyone, or somebody with whom the review has to do as a stakeholder."""
    return whom.person is None or whom.stakeholder is not None


def _contacts(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.contacts_section import ContactsSection  # noqa: PLC0415 - when it is first shown

    return ContactsSection(context)


def _due(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.due_section import DueSection  # noqa: PLC0415 - when it is first shown

    return DueSection(context)


SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec("contacts", QT_TRANSLATE_NOOP("Family", "Contacts"), _is_involved, _contacts),
    SectionSpec("due", QT_TRANSLATE_NOOP("Family", "Promises and updates"), _is_involved, _due),
)
"""In the order of the tabs. A section's module is imported when it is made."""
