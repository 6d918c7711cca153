"""The sections of the Family page in the order of their tabs; a section is imported when it is first shown."""

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.marking import QT_TRANSLATE_NOOP
from dhr_desktop.ui.family.section import Section, SectionSpec
from dhr_desktop.ui.family.whom import Band, Whom


def _is_one(whom: Whom) -> bool:
    return whom.person is not None


def _is_child(whom: Whom) -> bool:
    return whom.band is Band.CHILDREN


def _may_be_approached(whom: Whom) -> bool:
    return whom.person is not None and whom.band is not Band.CHILDREN


def _about(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.about_section import AboutSection  # noqa: PLC0415 - when it is first shown

    return AboutSection(context)


def _avoiding(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.avoiding_section import AvoidingSection  # noqa: PLC0415 - when it is first shown

    return AvoidingSection(context)


def _child(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.child_section import ChildSection  # noqa: PLC0415 - when it is first shown

    return ChildSection(context)


def _approach(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.approach_section import ApproachSection  # noqa: PLC0415 - when it is first shown

    return ApproachSection(context)


def _is_involved(whom: Whom) -> bool:
    """Whether it is everyone, or somebody with whom the review has to do as a stakeholder."""
    return whom.person is None or whom.stakeholder is not None


def _contacts(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.contacts_section import ContactsSection  # noqa: PLC0415 - when it is first shown

    return ContactsSection(context)


def _due(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.due_section import DueSection  # noqa: PLC0415 - when it is first shown

    return DueSection(context)


def _offers(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.offers_section import OffersSection  # noqa: PLC0415 - made when first shown

    return OffersSection(context)


def _readings(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.readings_section import ReadingsSection  # noqa: PLC0415 - as above

    return ReadingsSection(context)


def _letters(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.letters_section import LettersSection  # noqa: PLC0415 - as above

    return LettersSection(context)


def _reader(whom: Whom) -> bool:
    return whom.stakeholder is not None


SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec("child", QT_TRANSLATE_NOOP("Family", "Child"), _is_child, _child),
    SectionSpec("about", QT_TRANSLATE_NOOP("Family", "About"), _is_one, _about),
    SectionSpec("contacts", QT_TRANSLATE_NOOP("Family", "Contacts"), _is_involved, _contacts),
    SectionSpec("due", QT_TRANSLATE_NOOP("Family", "Promises"), _is_involved, _due),
    SectionSpec("offers", QT_TRANSLATE_NOOP("Family", "Offers"), _is_involved, _offers),
    SectionSpec("readings", QT_TRANSLATE_NOOP("Family", "Readings"), _is_involved, _readings),
    SectionSpec("letters", QT_TRANSLATE_NOOP("Family", "Letters"), _reader, _letters),
    SectionSpec("avoiding", QT_TRANSLATE_NOOP("Family", "Dates to avoid"), _is_involved, _avoiding),
    SectionSpec("approach", QT_TRANSLATE_NOOP("Family", "Approach"), _may_be_approached, _approach),
)
"""In the order of the tabs. A section's module is imported when it is made."""
