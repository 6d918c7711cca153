"""What the order of a column's dates, and the zone of its times, rest on: told to the chair, who can say otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnOrder:
    """Whether a column's numeric dates are read month first.

    `decided_by` is 'day over twelve', 'weekday', 'typed', 'sequence', 'elsewhere in the file', 'beside',
    'heading', 'chair' or 'nothing';
    `words` say so in a sentence. With 'nothing', day first is only an assumption, and each date that it matters to
    carries a doubt.
    """

    column: int
    month_first: bool
    decided_by: str
    words: str
    is_settled: bool = True
    """Whether the column's dates carry no doubt about their order."""


@dataclass(frozen=True, slots=True)
class ColumnClock:
    """Whether a column's times are in UTC and are changed to British time.

    `decided_by` is 'marks' where each time says so itself, 'heading', 'chair', or 'nothing' where the file hints at
    UTC without saying it: then the chair must be asked, and the times stand as they are written until then.
    """

    column: int
    utc: bool
    decided_by: str
    words: str

    @property
    def asks(self) -> bool:
        """Whether only the chair can tell."""
        return self.decided_by == "nothing"
