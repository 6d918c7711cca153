"""What stands at the head and the foot of a Word file's pages is kept beside its entries, for names to be found in."""

import io

import docx

from dhr_desktop.app.inspect import names
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.importing.inspect import inspect
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import word

ROWS = [["Date", "Details"], ["13/03/2016", "Seen at home."], ["14/03/2016", "Rang the office."]]


def with_edges(head: str, foot: str) -> bytes:
    document = docx.Document(io.BytesIO(word("Chronology", ROWS)))
    section = document.sections[0]
    section.header.paragraphs[0].text = head
    section.footer.paragraphs[0].text = foot
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_the_edges_of_pages_are_notes_and_no_entries() -> None:
    reading = read_bytes("notes.docx", with_edges("Re: Mrs Bronwen Parry", "Prepared by Ifor Probert"))
    (table,) = [table for table in reading.tables if table.counts.imported]
    assert table.counts.imported == 2
    assert list(table.shape.notes.values()) == ["Re: Mrs Bronwen Parry", "Prepared by Ifor Probert"]
    assert not any("Parry" in str(row.entry.other) for row in table.rows if row.entry)


def test_names_at_the_edges_of_pages_are_proposed(tmp_path) -> None:
    file = tmp_path / "notes.docx"
    file.write_bytes(with_edges("Re: Mrs Bronwen Parry", "Prepared by Ifor Probert"))
    proposed = {
        each["form"]: each["whom"] for each in names(inspect([file]), [Person(1, "Bronwen Parry", Role.VICTIM)])
    }
    assert proposed["Mrs Bronwen Parry"] == "Bronwen Parry"
