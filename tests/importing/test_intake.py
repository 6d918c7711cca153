"""What a chair hands over: files, folders, .zip files, a table from the clipboard; each arrives or says why not."""

import io
import os
import zipfile

import pytest

from dhr_desktop.importing import intake, limits, problems
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import PROTECTED_ZIP, csv_text, workbook

_ROWS = [("Date", "Event"), ("14/03/2016", "Home visit."), ("15/03/2016", "Telephone call.")]
_CSV = csv_text(_ROWS)


def _zip(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        for name, data in files.items():
            parts.writestr(name, data)
    return made.getvalue()


def _names(arrivals):
    return [arrival.name for arrival in arrivals]


def test_a_folder_is_taken_with_the_folders_in_it_and_without_what_systems_leave(tmp_path):
    inside = tmp_path / "From agencies" / "Housing"
    inside.mkdir(parents=True)
    for name in ("b.csv", "~$b.xlsx", ".DS_Store", "photo.png"):
        (inside / name).write_bytes(_CSV)
    (inside.parent / "a.csv").write_bytes(_CSV)
    (inside.parent / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument")
    assert _names(intake.gather([inside.parent])) == ["a.csv", "b.csv", "old.doc"]


def test_a_zip_gives_the_files_in_it_whatever_folder_they_name(tmp_path):
    path = tmp_path / "all.zip"
    path.write_bytes(_zip(**{"../../up.csv": _CSV, "in/side.csv": _CSV, "__MACOSX/side.csv": b"x", "in/": b""}))
    arrivals = intake.gather([path])
    assert _names(arrivals) == ["up.csv", "side.csv"]
    assert {arrival.came_in for arrival in arrivals} == {"all.zip"}
    assert arrivals[0].data == _CSV


def test_a_workbook_is_no_folder_of_files_though_it_is_packed_like_one(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook(("A", _ROWS)))
    assert _names(intake.gather([path])) == ["book.xlsx"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (_zip(), problems.FileEmpty),
        (_zip(a=b"0" * 40 * 1024 * 1024)[:-30], problems.NotThisKind),
        (_zip(**{f"{number}.csv": b"x" for number in range(limits.MOST_FILES + 1)}), problems.TooLarge),
    ],
    ids=["empty", "cut off", "too many"],
)
def test_a_zip_that_cannot_be_taken_says_why(tmp_path, data, error):
    path = tmp_path / "all.zip"
    path.write_bytes(data)
    (arrival,) = intake.gather([path])
    assert isinstance(arrival.error, error)


def test_a_zip_bomb_is_not_unfolded(tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts, parts.open("a.csv", "w") as part:
        for _ in range(100):
            part.write(b"0" * 1024 * 1024)
    path = tmp_path / "all.zip"
    path.write_bytes(made.getvalue())
    (arrival,) = intake.gather([path])
    assert isinstance(arrival.error, problems.TooLarge)


def test_a_file_named_twice_is_taken_once_and_one_that_is_gone_stops_no_other(tmp_path):
    there = tmp_path / "a.csv"
    there.write_bytes(_CSV)
    gone, first = intake.gather([tmp_path / "gone.csv", there, there])
    assert gone.error is not None
    assert str(tmp_path) not in gone.error.what
    assert first.data == _CSV


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such files")
def test_what_is_no_plain_file_is_refused_and_not_waited_for(tmp_path):
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    (arrival,) = intake.gather([path])
    assert isinstance(arrival.error, problems.NotThisKind)


def test_a_file_that_grows_while_it_is_read_is_not_half_read(tmp_path, monkeypatch):
    path = tmp_path / "copying.csv"
    path.write_bytes(_CSV)
    whole = type(path).read_bytes

    def read_and_grow(self):
        data = whole(self)
        if self == path:
            with path.open("ab") as file:
                file.write(b"16/03/2016,Letter.\r\n")
        return data

    monkeypatch.setattr(type(path), "read_bytes", read_and_grow)
    (arrival,) = intake.gather([path])
    assert isinstance(arrival.error, problems.Changing)


def test_a_table_from_a_spreadsheet_or_an_e_mail_can_be_pasted():
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in _ROWS)
    tabs = "\n".join("\t".join(row) for row in _ROWS)
    for html, text in ((f"<meta><table>{cells}</table>", tabs), ("", tabs), ("<b>bold</b>", tabs)):
        pasted = intake.from_clipboard(html, text)
        assert read_bytes(pasted.name, pasted.data).counts.imported == 2


def test_a_clipboard_without_a_table_says_so():
    with pytest.raises(problems.NoTable):
        intake.from_clipboard("", "a word")


def test_a_protected_zip_needs_its_password(tmp_path):
    path = tmp_path / "all.zip"
    path.write_bytes(PROTECTED_ZIP)
    (asked,) = intake.gather([path])
    assert isinstance(asked.error, problems.PasswordNeeded)
    assert asked.path == path
    (wrong,) = intake.gather([path], password="ravens 1")
    assert isinstance(wrong.error, problems.PasswordNeeded)
    assert wrong.error.wrong
    (opened,) = intake.gather([path], password="Ravens 1")
    assert (opened.name, opened.error) == ("a.csv", None)
