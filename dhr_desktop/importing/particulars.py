"""All that is known of one submission: its file as it came, what became of its rows, and what was done since."""

from dataclasses import dataclass, field
from pathlib import PurePath

from dhr_desktop.domain.entries import TableShape
from dhr_desktop.domain.reviews import Agency, OriginalCopy, Submission
from dhr_desktop.importing.fields import NAMES, Field
from dhr_desktop.store import agencies, entries, glossary, original_copies, submissions
from dhr_desktop.store.review import Review

_KINDS = {
    ".xlsx": "Excel workbook",
    ".xltx": "Excel template",
    ".xlsm": "Excel workbook with macros, which are never run",
    ".xls": "Excel workbook of the older kind",
    ".xlsb": "Excel binary workbook",
    ".xml": "Spreadsheet as XML",
    ".ods": "OpenDocument spreadsheet",
    ".csv": "Text file, values between separators",
    ".tsv": "Text file, values between tabs",
    ".txt": "Text file",
    ".docx": "Word document",
    ".dotx": "Word template",
    ".docm": "Word document with macros, which are never run",
    ".odt": "OpenDocument text",
    ".pdf": "PDF document",
    ".html": "Web page",
    ".htm": "Web page",
}


@dataclass(frozen=True, slots=True)
class TableRead:
    """One sheet or table, with what each of its columns was taken for; no columns where it holds no chronology."""

    name: str
    columns: tuple[tuple[str, str], ...]
    hidden: tuple[str, ...]
    """What of it its file had hidden, in sentences."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """One submission in full. `reasons` say why rows were set aside, with the number of rows for each."""

    submission: Submission
    agency: str
    kind: str
    imported_at: str
    on_timeline: int
    reasons: dict[str, int]
    tables: tuple[TableRead, ...]
    glossary: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    replaces: str
    """The file name of the submission that this one revises; '' when it is a first."""
    replaced_by: tuple[str, ...]
    """The file names of the submissions that revise this one and were not taken back."""
    password: str = field(repr=False)
    """What opens the file; '' when it is not protected."""
    copies: tuple[OriginalCopy, ...]


def of(review: Review, submission_id: int) -> Particulars | None:
    """Everything about a submission; None when it has gone."""
    try:
        submission = submissions.get(review, submission_id)
    except LookupError:
        return None
    layout = submissions.layout(review, submission_id)
    names = {each.id: each for each in submissions.listing(review)}
    older = names.get(submission.replaces_id or 0)
    home: Agency = next(each for each in agencies.listing(review) if each.id == submission.agency_id)
    return Particulars(
        submission=submission,
        agency=home.name,
        kind=_kind(submission.file_name),
        imported_at=_imported_at(review, submission.step_id),
        on_timeline=entries.count_of_submission(review, submission_id),
        reasons=submissions.reasons(review, submission_id),
        tables=_tables(submissions.shapes(review, submission_id), layout.get("tables", [])),
        glossary=tuple(glossary.listing(review, submission_id)),
        problems=tuple(layout.get("problems", [])),
        replaces=older.file_name if older else "",
        replaced_by=tuple(
            each.file_name for each in names.values() if each.replaces_id == submission_id and not each.taken_back_at
        ),
        password=str(layout.get("password", "")),
        copies=tuple(original_copies.listing(review, submission.sha256)),
    )


def _kind(file_name: str) -> str:
    suffix = PurePath(file_name).suffix.lower()
    return _KINDS.get(suffix, f"File of the kind {suffix}" if suffix else "File of no stated kind")


def _imported_at(review: Review, step_id: int | None) -> str:
    found = review.journal.steps(limit=1, before=step_id + 1) if step_id is not None else []
    return found[0].at if found else ""


def _tables(shapes: dict[str, TableShape], known: list[dict[str, object]]) -> tuple[TableRead, ...]:
    found = []
    for read in known:
        name, headings = str(read.get("name", "")), [str(each) for each in _listed(read.get("headings"))]
        hidden = _hidden(shapes.get(name, TableShape()), headings)
        found.append(TableRead(name, _columns(headings, read.get("choices")), hidden))
    told = {each.name for each in found}
    found += [TableRead(name, (), _hidden(shape, [])) for name, shape in shapes.items() if name not in told]
    return tuple(found)


def _columns(headings: list[str], choices: object) -> tuple[tuple[str, str], ...]:
    mapping = choices.get("mapping", {}) if isinstance(choices, dict) else {}
    return tuple(
        (headings[int(column)] if int(column) < len(headings) else "", NAMES[Field(name)])
        for column, name in sorted(mapping.items(), key=lambda item: int(item[0]))
    )


def _hidden(shape: TableShape, headings: list[str]) -> tuple[str, ...]:
    said = ["The whole sheet was hidden; it was read like the others."] if shape.hidden else []
    if shape.hidden_rows:
        number = len(shape.hidden_rows)
        said.append(f"{number} hidden {'row was' if number == 1 else 'rows were'} read like the others.")
    columns = [headings[each] for each in sorted(shape.hidden_columns) if each < len(headings) and headings[each]]
    if columns:
        said.append(f"Hidden columns were read like the others: {', '.join(f'“{each}”' for each in columns)}.")
    return tuple(said)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
