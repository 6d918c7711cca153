"""The fields of an entry that a column of an agency's file can be read into."""

from enum import StrEnum


class Field(StrEnum):
    """A field, by the word it goes under in the vocabulary, in mappings and in JSON."""

    DATE = "date"
    TIME = "time"
    END_DATE = "end_date"
    REPORTED_DATE = "reported_date"
    REPORTED_TIME = "reported_time"
    TEXT = "text"
    ACTION = "action"
    SOURCE = "source"
    REFERENCE = "reference"
    PEOPLE = "people"
    COMMENT = "comment"
    AGENCY = "agency"
    OTHER = "other"


NAMES = {
    Field.DATE: "Date it happened",
    Field.TIME: "Time it happened",
    Field.END_DATE: "Last date of a period",
    Field.REPORTED_DATE: "Date reported or recorded",
    Field.REPORTED_TIME: "Time it was reported",
    Field.TEXT: "What happened",
    Field.ACTION: "Response or action",
    Field.SOURCE: "Source of information",
    Field.REFERENCE: "Reference",
    Field.PEOPLE: "People",
    Field.COMMENT: "Agency's comment",
    Field.AGENCY: "Agency whose record it is",
    Field.OTHER: "Kept under its own heading",
}
"""What the chair reads for each field, in the order in which they are offered."""

DATES = (Field.DATE, Field.END_DATE, Field.REPORTED_DATE)
TIMES = (Field.TIME, Field.REPORTED_TIME)
SINGLE = (*DATES, *TIMES, Field.AGENCY)
"""Fields that one column alone can fill; the others are joined where several columns go into one."""
