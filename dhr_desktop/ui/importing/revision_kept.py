"""What was decided about a revised version, as it is kept until that version comes in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from dhr_desktop.importing.revising import Revision


def place_of(revision: Revision) -> str:
    """Where it is kept: it goes when the submission that is revised has gone for good."""
    return f"revision/{revision.submission.id}"


@dataclass(frozen=True, slots=True)
class KeptDecisions:
    """What fields in conflict are to say, which entries go, and where in the list of rows the chair was."""

    words: Mapping[tuple[int, str], str] = field(default_factory=dict)
    goes: Mapping[int, bool] = field(default_factory=dict)
    shown: str = ""
    row: int = 0


def to_words(revision: Revision, kept: KeptDecisions) -> dict[str, str]:
    """In a form that a draft can hold; nothing where nothing was decided yet."""
    if not (kept.words or kept.goes):
        return {}
    words = [[entry_id, name, said] for (entry_id, name), said in kept.words.items()]
    return {
        "sha256": revision.reading.sha256,
        "words": json.dumps(words),
        "goes": json.dumps(list(kept.goes.items())),
        "shown": kept.shown,
        "row": str(kept.row),
    }


def from_words(revision: Revision, kept: Mapping[str, str]) -> KeptDecisions:
    """What was decided about this very file, as far as there is still something to decide."""
    if kept.get("sha256") != revision.reading.sha256:
        return KeptDecisions()
    asked = {(each.entry_id, each.field) for each in revision.conflicts}
    words = {(entry_id, name): said for entry_id, name, said in json.loads(kept["words"])}
    goes = {int(entry_id): bool(going) for entry_id, going in json.loads(kept["goes"])}
    return KeptDecisions(
        {key: said for key, said in words.items() if key in asked},
        {entry_id: going for entry_id, going in goes.items() if entry_id in revision.stays},
        kept["shown"],
        int(kept["row"]),
    )
