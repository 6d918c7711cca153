"""The forms of names that were found in the records, as a table: what stands there, whose it seems, and why."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject

from dhr_desktop.domain.name_forms.proposals import Proposal, why
from dhr_desktop.ui.common.text_table import TextTable

VERY_LIKELY, LIKELY = 0.9, 0.75
_REASONED = 2
"""The column with which a row begins to say how it came to be."""


def likelihood(sure: float) -> str:
    """How likely a proposal is, in words."""
    if sure >= VERY_LIKELY:
        return QCoreApplication.translate("Forms", "very likely")
    return (
        QCoreApplication.translate("Forms", "likely")
        if sure >= LIKELY
        else QCoreApplication.translate("Forms", "perhaps")
    )


class FormsModel(TextTable):
    """One row a form; those shown are all that are left, or those that a search has found."""

    numbers: ClassVar[frozenset[int]] = frozenset({2})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.everything: list[Proposal] = []
        self._wanted = ""

    def show(self, proposals: Sequence[Proposal]) -> None:
        """Show these, as far as the search lets them."""
        self.everything = list(proposals)
        self.find(self._wanted)

    def find(self, words: str) -> None:
        """Show those whose form or person holds `words`; the reasons say 'name' of nearly each, in which is 'AM'."""
        self._wanted = words
        wanted = words.casefold().strip()
        self.put([each for each in self.everything if wanted in " ".join(self.cells(each)[:_REASONED]).casefold()])

    def proposal(self, row: int) -> Proposal:
        """What a row shows."""
        found: Proposal = self.rows[row]
        return found

    def row_of(self, form: str, figure: int = -1) -> int:
        """The row of a form; -1 when it is not shown."""
        for row, each in enumerate(self.rows):
            if each.form == form and figure in (-1, each.figure):
                return row
        return -1

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self.tr("Form"), self.tr("Whose"), self.tr("Times"), self.tr("Likelihood"), self.tr("Why")

    def cells(self, row: Proposal) -> tuple[str, ...]:
        """What is known of a form, in short."""
        reasons = why(row)
        if row.ambiguous:
            reasons = self.tr("asked at each place; {reasons}").format(reasons=reasons)
        return row.form, self.whose(row), str(row.times), likelihood(row.sure), reasons

    def whose(self, row: Proposal) -> str:
        """Whose a form seems to be; of somebody who is not in the register, that they are not."""
        if row.person_id:
            return row.whom
        if row.whom:
            return self.tr("{name}, not in the register").format(name=row.whom)
        return self.tr("not known")
