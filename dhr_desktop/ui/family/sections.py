"""The sections of the Family page in the order of their tabs; a section is imported when it is first shown."""

from dhr_desktop.ui.family.section import SectionSpec


def QT_TRANSLATE_NOOP(context: str, words: str) -> str:  # noqa: N802 - the name that pyside6-lupdate looks for
    """Mark words for translation where they stand."""
    del context
    return words


SECTIONS: tuple[SectionSpec, ...] = ()
"""In the order of the tabs. A section's module is imported when it is made."""
