"""Rows of a form that tell nothing of what happened: captions, examples, a person's particulars, a foot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dhr_desktop.importing.dates import read_date

_FIRST_ROWS = 5
_IN_BRACKETS = re.compile(r"[(\[{<].*[)\]}>]", re.DOTALL)
_BLANK_DATE = re.compile(r"\W*d{1,2}\W?m{1,3}\W?y{2,4}\W*(?:\W*(?:hh|24)\W?(?:mm|hr|hour)s?)?\W*", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"\W*(?:worked )?example\s*(?:[:\-–—]|only\b|row\b|entry\b|$)|\W*(?-i:[Ee]\.g\b|[Ee]g:)"
    r"|.*[(\[](?:an? )?(?:example|sample)(?: only| entry| row)?[)\]]"
    r"|.*\bdelete (?:this|the) (?:row|line|example)|.*\bthis (?:row|line) is an example",
    re.IGNORECASE,
)
_SURELY_AN_EXAMPLE = re.compile(
    r"\W*(?:worked )?example\s*(?:[:\-–—]|only\b|row\b|entry\b|$)"
    r"|.*\bdelete (?:this|the) (?:row|line|example)|.*\bthis (?:row|line) is an example",
    re.IGNORECASE,
)
"""What no dated record says; 'e.g.' and '(sample)' stand in records too."""
_LONGEST_HINT = 40
_CAPTION = "a caption of the headings"
_HINT = re.compile(
    r"\b(?:free text|text|hh|24 ?h|hours?|time|names?|brief|describe|description|details?|initials|who|what|role|"
    r"select|choose|enter|insert|type|y/n|yes ?/ ?no|source)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-Za-z][^:]{0,40}:")
_OF_A_PERSON = re.compile(
    r"\b(?:patient|client|service user|subject|person|child|victim|perpetrator|name|surname|forenames?|d\.?o\.?b|"
    r"date of birth|born|age|gender|sex|ethnicity|nhs|hospital (?:no|number)|unit (?:no|number)|address|post ?code|"
    r"telephone|tel|phone|mobile|usual gp|gp|registered|next of kin|p(?:erson)? ?id|"
    r"(?:case|client|person|patient|pnc|ref(?:erence)?|uprn|tenancy) (?:no|number|id|ref)|agency|period)\b",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:(?:report )?authors?|(?:report |chronology )?(?:written|prepared|compiled|completed|produced|checked|approved|"
    r"authorised|reviewed|quality assured|signed(?: off)?) ?(?:by|on)?|name of author|designation|job title|signed|"
    r"signature|date (?:of (?:report|completion)|completed|signed)|source)\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands.

    `below` counts from the headings: 1 for the row right below them, and 0 for all of a table without any.
    `to_the_end` counts the rows after it, and `dated` is the column of the event's date.
    """

    below: int
    to_the_end: int
    dated: int | None


def may_be_one(texts: Sequence[str], below: int) -> bool:
    """Whether a row is worth asking about; most are not, and are told apart at once."""
    return 0 < below <= _FIRST_ROWS or ":" in next(filter(None, texts))


def reason(texts: Sequence[str], place: Place, text_columns: Sequence[int]) -> str:
    """Why a row, given as the words of its cells, is no record; '' where it may be one."""
    if 0 < place.below <= _FIRST_ROWS:
        found = _of_the_form(texts, place)
        if found:
            return found
    filled = [column for column, text in enumerate(texts) if text]
    first = texts[filled[0]]
    if ":" not in first or (place.dated is not None and read_date(texts[place.dated]).edtf):
        return ""
    if _are_particulars([texts[column] for column in filled], set(filled) & set(text_columns)):
        return "particulars"
    is_foot = place.to_the_end <= _FIRST_ROWS and bool(_FOOT.match(first))
    return "note at the end" if is_foot and not set(filled[1:]) & set(text_columns) else ""


def _of_the_form(texts: Sequence[str], place: Place) -> str:
    """What a form has right below its headings to tell its writer what goes where."""
    filled = [text for text in texts if text]
    when = texts[place.dated] if place.dated is not None else ""
    in_brackets = len(filled) > 1 and all(_IN_BRACKETS.fullmatch(text) for text in filled)
    if place.below == 1 and in_brackets and not any(sign.isdigit() for sign in when):
        return _CAPTION
    if _EXAMPLE.match(when) or any(_SURELY_AN_EXAMPLE.match(text) for text in filled):
        return "an example"
    if not read_date(when).edtf and any(_EXAMPLE.match(text) for text in filled):
        return "an example"
    rest = [text for column, text in enumerate(texts) if text and column != place.dated]
    hints = all(len(text) <= _LONGEST_HINT for text in rest) and any(_HINT.search(text) for text in rest)
    return _CAPTION if _BLANK_DATE.fullmatch(when) and (hints or not rest) else ""


def _are_particulars(filled: Sequence[str], in_texts: set[int]) -> bool:
    """Whether a row is made of labels with their values, 'Patient: | a name | DOB: | a day', as a page is headed."""
    labels = [text for text in filled if _LABEL.fullmatch(text)]
    values = len(filled) - len(labels)
    if not labels or not values or values > len(labels) + 1 or (len(labels) == 1 and in_texts):
        return False
    personal = sum(bool(_OF_A_PERSON.search(label)) for label in labels)
    return personal > len(labels) / 2
