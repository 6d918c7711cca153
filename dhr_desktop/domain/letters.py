"""Letters to stakeholders: templates that the chair may rewrite."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A letter in the chair's words. `key` names the occasion; a template of the program's own has the id 0.

    `body` is paragraphs with blank lines between them; words in braces, such as {name}, are filled in for the reader.
    """

    id: int
    key: str
    name: str
    body: str
