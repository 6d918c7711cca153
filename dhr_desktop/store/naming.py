"""How names came to be, the places whose names are covered, and what was said of forms found in the records."""

from dhr_desktop.domain.naming import NamingStep, PlaceName
from dhr_desktop.domain.people import FormPlace, RefusedForm
from dhr_desktop.store.records import Records

STEPS = Records("naming_step", NamingStep)
PLACES = Records("place_name", PlaceName)
REFUSED = Records("refused_form", RefusedForm)
FORM_PLACES = Records("form_place", FormPlace)
