"""The sections of the Family page in the order of their tabs; a section is imported when it is first shown."""

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.family.section import Section, SectionSpec
from dhr_desktop.ui.family.whom import Whom


def QT_TRANSLATE_NOOP(context: str, words: str) -> str:  # noqa: N802 - the name that pyside6-lupdate looks for
    """Mark words for translation where they stand."""
    del context
    return words


def _offers(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.offers_section import OffersSection  # noqa: PLC0415 - made when first shown

    return OffersSection(context)


def _readings(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.readings_section import ReadingsSection  # noqa: PLC0415 - as above

    return ReadingsSection(context)


def _letters(context: ReviewContext) -> Section:
    from dhr_desktop.ui.family.letters_section import LettersSection  # noqa: PLC0415 - as above

    return LettersSection(context)


def _stakes(whom: Whom) -> bool:
    return whom.person is None or whom.stakeholder is not None


def _reader(whom: Whom) -> bool:
    return whom.stakeholder is not None


SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec("offers", QT_TRANSLATE_NOOP("Family", "Offers"), _stakes, _offers),
    SectionSpec("readings", QT_TRANSLATE_NOOP("Family", "Readings"), _stakes, _readings),
    SectionSpec("letters", QT_TRANSLATE_NOOP("Family", "Letters"), _reader, _letters),
)
"""In the order of the tabs. A section's module is imported when it is made."""
