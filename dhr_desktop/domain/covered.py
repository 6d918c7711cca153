"""Names of agencies and of places that an anonymised edition covers, with every form that they take."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dhr_desktop.domain.naming import PlaceName
from dhr_desktop.domain.reviews import Agency

A_PLACE = "a place"
"""Stands for a place of which nothing else has been said, so that none is left open by forgetting."""

_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_SHORTENED = (
    *(("Street", "St"), ("Road", "Rd"), ("Lane", "Ln"), ("Avenue", "Ave"), ("Close", "Cl"), ("Court", "Ct")),
    *(("Drive", "Dr"), ("Crescent", "Cres"), ("Terrace", "Terr"), ("Gardens", "Gdns"), ("Square", "Sq")),
    *(("Saint", "St"), ("House", "Hse"), ("Mount", "Mt")),
)


@dataclass(frozen=True, slots=True)
class CoveredName:
    """A name that is no person's, what stands for it, and its further forms as they were entered."""

    real_name: str
    pseudonym: str
    forms: tuple[str, ...] = ()
    description: str = ""
    short_forms: tuple[str, ...] = ()
    """What it is called for short, looked for exactly as written; see `agency_forms`."""

    @property
    def stands_as(self) -> str:
        """What an anonymised edition prints: the pseudonym, or what it is when it has none."""
        return self.pseudonym or self.description or A_PLACE

    @property
    def all_forms(self) -> tuple[str, ...]:
        """Every form to look for: those entered, and the ways in which each is shortened or written out."""
        entered = [each for form in (self.real_name, *self.forms) if (each := _bare(form))]
        return tuple(dict.fromkeys(variant for form in entered for variant in _variants(form)))


def of_agency(agency: Agency, short_forms: Sequence[str] = ()) -> CoveredName | None:
    """The agency's name as it is covered; None where the agency stands under its own name.

    A short name that is what stands for it is no name to be covered: 'the Housing Association'.
    """
    if not agency.pseudonym:
        return None
    stands = _bare(agency.pseudonym).casefold()
    kept = tuple(each for each in short_forms if _bare(each).casefold() not in stands)
    return CoveredName(agency.name, agency.pseudonym, short_forms=kept)


def of_place(place: PlaceName) -> CoveredName:
    """The place's name as it is covered."""
    return CoveredName(place.real_name, place.pseudonym, place.forms, place.stands_as)


def of_all(
    agencies: Sequence[Agency], places: Sequence[PlaceName], short_forms: Mapping[int, Sequence[str]]
) -> list[CoveredName]:
    """The names of all agencies that have a pseudonym, with their short ones by the agency's id, and of all places."""
    found = [named for agency in agencies if (named := of_agency(agency, short_forms.get(agency.id, ())))]
    return [*found, *(of_place(place) for place in places)]


def _bare(form: str) -> str:
    """The form without an article, which stays in the text before what stands for it."""
    words = " ".join(form.split())
    return _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words


def _variants(form: str) -> list[str]:
    """The form, and with each word of a street shortened or written out: 'Mill Lane' and 'Mill Ln'."""
    found = [form]
    for long, short in _SHORTENED:
        for one, other in ((long, short), (short, long)):
            found += [re.sub(rf"\b{one}\b\.?", other, each) for each in (form,) if re.search(rf"\b{one}\b", each)]
    return found
