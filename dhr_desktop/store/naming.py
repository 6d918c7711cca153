"""How names came to be, whose names are covered or taken, and what was said of forms found in the records."""

from dhr_desktop.domain.name_places import Said
from dhr_desktop.domain.naming import NamingStep, PanelMember, PlaceName
from dhr_desktop.domain.people import FormLine, FormPlace, RefusedForm
from dhr_desktop.store.records import Records
from dhr_desktop.store.review import Review

STEPS = Records("naming_step", NamingStep)
PLACES = Records("place_name", PlaceName)
PANEL = Records("panel_member", PanelMember)
REFUSED = Records("refused_form", RefusedForm)
FORM_PLACES = Records("form_place", FormPlace)
FORM_LINES = Records("form_line", FormLine)


def said(review: Review) -> list[Said]:
    """What was said of forms at their places, in entries and outside them."""
    return [*FORM_PLACES.listing(review), *FORM_LINES.listing(review)]
