"""Text files (.csv, .tsv, .txt) as grids: encoding and delimiter found from what the file holds."""

import csv
import io
import math
import re
from collections import Counter
from itertools import islice

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import aligned, narratives, problems
from dhr_desktop.importing.grid import Grid, Value, rectangular

_DELIMITERS = "\t;,|"
_SAMPLE_RECORDS = 200
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ODD = re.compile(r"[\u0080-\u009f\ufffd]")
_BRITISH = re.compile("[‘’“”–—…•£€éèêëáàâíïóôöúüñç½¼°©®šž]|(?<![a-z.,;!?])[ÒÓÔÕÑŠŽ]")
"""What British records hold beside ASCII, such capitals only where words begin.

The code page that gives more of these is the one that the file was written in.
"""
_MOST_FIELD = 4 * 1024 * 1024
_HEAD = 4096
_PRINTS = (".txt",)
_EVEN = 0.6
"""Where a delimiter splits no more of a print's lines than this alike, it is none."""
_MOSTLY = 0.8
_TAB = 9
_LOOKS_BINARY = 0.02
_STRAY = 8
_RULE = re.compile(r"\s*(?::?-{2,}:?|[-=+]*[-=]{3}[-=+]*)\s*")
_WIDE = 12


def read_text(name: str, _suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """The whole file as one grid, a row a record (a quoted line break does not end one)."""
    if not data.strip():
        raise problems.empty(name)
    text = decoded(name, data)
    if name.lower().endswith(_PRINTS) and _share(text, delimiter_of(text)) <= _EVEN:
        lines = [line.rstrip() for line in text.expandtabs().splitlines()]
        if printed := aligned.grid_of(lines):
            return [printed]
        if narratives.records_in([line.strip() for line in lines]):
            return [Grid(name="", rows=tuple((line.strip() or None,) for line in lines))]
    csv.field_size_limit(_MOST_FIELD)
    try:
        rows: list[list[Value]] = []
        for number, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))):
            if number % 2000 == 0:
                progress.step(number, text.count("\n") + 1, "Reading rows")
            rows.append([] if _is_rule(record) else [cell or None for cell in record])
    except csv.Error:
        raise problems.not_this_kind(name, "a text file of rows and columns") from None
    return [Grid(name="", rows=rectangular(rows))]


def _is_rule(record: list[str]) -> bool:
    """Whether a line is nothing but the line drawn under headings: '|---|:--|', '-----+-----'."""
    return (
        record[:1] != []
        and all(not cell.strip() or _RULE.fullmatch(cell) for cell in record)
        and "--" in "".join(record)
    )


def decoded(name: str, data: bytes) -> str:
    """The text of the bytes. UTF-8 where it is valid, UTF-16 by its mark or its zeros, else what Windows wrote.

    charset-normalizer is asked last: on short British texts it takes Windows-1252 for other code pages.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    head = data[:_HEAD]
    zeros = head[0::2].count(0), head[1::2].count(0)
    if max(zeros) > len(head) // 4 and min(zeros) <= len(head) // 50:
        return data.decode("utf-16-le" if zeros[1] else "utf-16-be", "replace")
    if any(zeros) or sum(byte < _TAB for byte in head) > max(_STRAY, _LOOKS_BINARY * len(head)):
        raise problems.not_this_kind(name, "a text file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    windows, mac = data.decode("cp1252", "replace"), data.decode("mac_roman")
    if len(_BRITISH.findall(mac)) > len(_BRITISH.findall(windows)):
        return mac
    return windows if not _ODD.search(windows) else _by_likelihood(data, windows)


def _by_likelihood(data: bytes, fallback: str) -> str:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data).best()
    return str(best) if best else fallback


def delimiter_of(text: str) -> str:
    """The delimiter that splits most records into the same number of cells, more than one."""
    scores = {mark: _evenness(text, mark) for mark in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda mark: scores[mark])
    return best if scores[best] else ","


def is_table(text: str) -> bool:
    """Whether a delimiter splits most lines of a text, whatever its file is called, into the same number of cells."""
    return _share(text, delimiter_of(text)) >= _MOSTLY


def _share(text: str, delimiter: str) -> float:
    """How many of the first records have the number of cells that most have, more than one."""
    try:
        widths = [
            len(record)
            for record in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLE_RECORDS)
            if record
        ]
    except csv.Error:
        return 0.0
    wide = Counter(width for width in widths if width > 1)
    return max(wide.values(), default=0) / len(widths) if len(widths) > 1 else 0.0


def _evenness(text: str, delimiter: str) -> float:
    widths: Counter[int] = Counter()
    try:
        for number, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
            if number >= _SAMPLE_RECORDS:
                break
            widths[len(record)] += bool(record)
    except csv.Error:
        return 0.0
    wide = [(count, width) for width, count in widths.items() if width > 1]
    if not wide:
        return 0.0
    count, width = max(wide)
    return count / sum(widths.values()) * math.sqrt(min(width, _WIDE))
