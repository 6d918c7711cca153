"""Letters to stakeholders: templates that the chair may rewrite, and the words in braces that are filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_FIELD = re.compile(r"\{\s*([^{}\n]*?)\s*\}")


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A letter in the chair's words. `key` names the occasion; a template of the program's own has the id 0.

    `body` is paragraphs with blank lines between them; words in braces, such as {name}, are filled in for the reader.
    """

    id: int
    key: str
    name: str
    body: str


FIELDS = {
    "name": "the name they like to be called by",
    "victim": "the person who died, as the family call them",
    "chair": "your name",
    "reference": "the review's reference",
    "partnership": "the partnership that asked for the review",
    "review": "what this review is called",
    "date": "the day of the letter",
    "advocate": "their advocate, or who can help them to find one",
    "contact": "how to reach you, as a sentence",
    "meeting": "day, time and place of a meeting",
    "publication": "the day of publication",
    "news": "what has happened since you last wrote",
    "next": "what happens next",
}
"""What may stand in braces, and what it is, for the chair who rewrites a template."""
FIELDS_OF_PIECES = {"named": "their advocate, by name and service"}
"""The same for what stands in the place of {advocate}."""


def filled(body: str, facts: Mapping[str, str]) -> str:
    """The text with every word in braces that is known put in; those that are not stay, so that they are seen."""

    def put(found: re.Match[str]) -> str:
        return facts.get(found[1].casefold(), "") or found[0]

    return _FIELD.sub(put, body.strip())


def left_open(text: str) -> tuple[str, ...]:
    """What is left in braces, each once, as it stands; a brace on its own counts, for it was meant to be one."""
    fields = tuple(dict.fromkeys(found[0] for found in _FIELD.finditer(text)))
    return fields or tuple(brace for brace in "{}" if brace in text)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a letter: what stands between blank lines. A line of its own inside one stays a line."""
    parts = re.split(r"\n[ \t]*\n+", text.replace("\r\n", "\n").strip())
    return [part.strip() for part in parts if part.strip()]
