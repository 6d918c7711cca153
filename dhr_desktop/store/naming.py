"""How names came to be, whose names are covered or taken, and what was said of forms found in the records."""

from dhr_desktop.domain.naming import NamingStep, PanelMember, PlaceName
from dhr_desktop.domain.people import FormPlace, RefusedForm
from dhr_desktop.store.records import Records

STEPS = Records("naming_step", NamingStep)
PLACES = Records("place_name", PlaceName)
PANEL = Records("panel_member", PanelMember)
REFUSED = Records("refused_form", RefusedForm)
FORM_PLACES = Records("form_place", FormPlace)
