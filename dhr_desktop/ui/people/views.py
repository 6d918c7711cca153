"""The views of the People page, in the order of their tabs; a view's module is imported when it is first shown."""

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.marking import QT_TRANSLATE_NOOP
from dhr_desktop.ui.people.view import View, ViewSpec


def _register(context: ReviewContext) -> View:
    from dhr_desktop.ui.people.register_view import RegisterView  # noqa: PLC0415 - when it is first shown

    return RegisterView(context)


def _forms(context: ReviewContext) -> View:
    from dhr_desktop.ui.people.forms_view import FormsView  # noqa: PLC0415 - as above

    return FormsView(context)


def _family(context: ReviewContext) -> View:
    from dhr_desktop.ui.people.family_view import FamilyView  # noqa: PLC0415 - as above

    return FamilyView(context)


def _names(context: ReviewContext) -> View:
    from dhr_desktop.ui.people.names_view import NamesView  # noqa: PLC0415 - as above

    return NamesView(context)


VIEWS = (
    ViewSpec("register", QT_TRANSLATE_NOOP("People", "Register"), _register),
    ViewSpec("forms", QT_TRANSLATE_NOOP("People", "Names in the records"), _forms),
    ViewSpec("picture", QT_TRANSLATE_NOOP("People", "Family picture"), _family),
    ViewSpec("names", QT_TRANSLATE_NOOP("People", "Names for the report"), _names),
)
"""In the order of the tabs; the first is shown first."""
