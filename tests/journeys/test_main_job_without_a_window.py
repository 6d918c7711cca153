"""The main job from the command line: the fictional sample in, drafts out, nothing readable left in the store."""

import io
import json
import subprocess
import sys
import tempfile
import zipfile

import pytest

from dhr_desktop.app import sample
from dhr_desktop.app.main import main


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """The headless demonstration, run once, with its own folder for temporary files."""
    out = tmp_path_factory.mktemp("demo") / "out"
    temporary = tmp_path_factory.mktemp("temporary")
    before = tempfile.tempdir
    tempfile.tempdir = str(temporary)
    try:
        code = main(["demo", "--headless", str(out)])
    finally:
        tempfile.tempdir = before
    return out, temporary, code


def _surfaces() -> set[str]:
    surnames = {word for person in sample.register() for word in person.real_name.split() if len(word) > 4}
    return surnames | {"strangulation", "Quillet Close", "Aldermarsh"}


def _encodings(words: str) -> tuple[bytes, bytes]:
    return words.encode(), words.encode("utf-16-le")


def test_it_ends_well_with_every_draft_in_both_formats_and_editions(demonstration):
    out, _, code = demonstration
    assert code == 0
    drafts = [file.name for file in (out / "drafts").iterdir()]
    assert len(drafts) == 12
    for edition in ("Confidential", "Panel"):
        for form in ("docx", "pdf"):
            assert sum(edition in name and name.endswith(form) for name in drafts) == 3


def test_no_file_of_the_store_holds_a_name_or_a_word_of_the_sample(demonstration):
    out, _, _ = demonstration
    files = [file for file in (out / "library").rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) > 500_000
    for file in files:
        data = file.read_bytes()
        found = [words for words in _surfaces() if any(form in data for form in _encodings(words))]
        assert not found, f"{file.name} holds {len(found)} readable words"


def test_no_temporary_file_is_left(demonstration):
    _, temporary, _ = demonstration
    assert list(temporary.rglob("*")) == []


def test_the_panel_edition_holds_no_name_of_the_register(demonstration):
    out, _, _ = demonstration
    full_names = {form.form for person in sample.register() for form in person.forms if " " in form.form}
    for file in (out / "drafts").glob("*Panel*.docx"):
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as parts:
            words = "".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
        assert not {name for name in full_names if f">{name}<" in words or f" {name} " in words}


def test_the_sealed_copies_cannot_be_read_without_their_passphrase(demonstration):
    out, _, _ = demonstration
    sealed = list((out / "sealed").iterdir())
    assert {file.suffix for file in sealed} == {".docx", ".pdf"}
    for file in sealed:
        assert not zipfile.is_zipfile(file)
        assert b"Aldermarsh" not in file.read_bytes()


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("mine")
    assert main(["demo", "--headless", str(tmp_path)]) == 1
    assert "not empty" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_inspect_prints_one_json_object_whose_counts_add_up(capsys):
    files = sample.submissions()
    assert main(["inspect", *map(str, files), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found["files"]) == len(files) == 9
    for file in found["files"]:
        for table in file["tables"]:
            counts = table["counts"]
            assert counts["read"] == counts["imported"] + counts["skipped"] + counts["error"]
    assert len(found["entries"]) > 400


def test_inspect_tells_of_a_file_it_cannot_read_and_reads_the_rest(tmp_path, capsys):
    empty = tmp_path / "empty.xlsx"
    empty.write_bytes(b"")
    good = sample.submissions()[4]
    assert main(["inspect", str(empty), str(good)]) == 1
    printed = capsys.readouterr().out
    assert "empty.xlsx" in printed
    assert "entries in all" in printed


@pytest.mark.skipif(sys.platform == "win32", reason="there, a closed pipe is told in another way")
def test_a_reader_who_has_had_enough_of_what_is_printed_is_no_fault():
    files = [str(path) for path in sample.submissions()]
    command = [sys.executable, "-m", "dhr_desktop", "inspect", "--json", *files]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        started.stdout.read(10)
        started.stdout.close()
        said = started.stderr.read()
    assert said == b""


def test_draft_makes_the_confidential_edition_of_what_it_was_given(tmp_path, capsys):
    file = sample.submissions()[4]
    assert main(["draft", str(file), "--out", str(tmp_path / "out")]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 6
    assert "entries" in capsys.readouterr().out


def test_draft_refuses_an_anonymised_edition_without_a_register(tmp_path, capsys):
    file = sample.submissions()[4]
    assert main(["draft", str(file), "--out", str(tmp_path / "out"), "--edition", "panel"]) == 1
    assert "--people" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_draft_covers_names_with_a_register(tmp_path):
    register = tmp_path / "people.csv"
    register.write_text("Name,Role,Pseudonym,Other forms\nKayleigh Drewitt,victim,Claire,\n")
    file = sample.submissions()[4]
    asked = ["draft", str(file), "--out", str(tmp_path / "out"), "--edition", "panel", "--people", str(register)]
    assert main(asked) == 0
    for made in (tmp_path / "out").glob("*.docx"):
        with zipfile.ZipFile(made) as parts:
            words = parts.read("word/document.xml").decode()
        assert "Kayleigh" not in words
    assert any((tmp_path / "out").iterdir())
