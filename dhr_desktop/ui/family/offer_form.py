"""The form of one offer. An opportunity of which nothing is noted has an offer that begins with the first word."""

from dataclasses import replace

from dhr_desktop.domain.offers import Offer
from dhr_desktop.ui.common.spec_form import FieldSpec, SpecForm


class OfferForm(SpecForm[Offer]):
    """Tells an offer without an id too: which one it is, its stakeholder and its opportunity say."""

    def __init__(self, specs: tuple[FieldSpec, ...]) -> None:
        super().__init__(Offer(0, 0, ""), specs, place=_place)

    @property
    def is_new(self) -> bool:
        """Never: what is said of an opportunity changes what is noted of it."""
        return False

    def show_record(self, record: Offer) -> None:
        """Show an offer. What has just been told of the same one comes back with its id, and is the same one."""
        mine = (self._record.stakeholder_id, self._record.opportunity) == (record.stakeholder_id, record.opportunity)
        if mine and self._record.id != record.id:
            self._record = replace(self._record, id=record.id)
        super().show_record(record)

    def may_be_told(self, record: Offer) -> bool:
        """Whatever is said of an opportunity can be noted."""
        return bool(record.opportunity)

    def place_of(self, record: Offer) -> str:
        """Where its drafts are, with an id or without."""
        return _place(record)


def _place(offer: Offer) -> str:
    return f"offer/{offer.stakeholder_id}/{offer.opportunity}" if offer.opportunity else ""
