"""Forms of a PDF that were filled in on the screen: what stands in the fields is read beside their labels."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.test_boxes_and_borders import drawn, entries
from tests.sheets.test_pages_of_a_print import changed

CONTACTS = [("03/04/2017", "Home visit by the health visitor."), ("05/04/2017", "Telephone call, no answer.")]


def form(canvas):
    for number, contact in enumerate(CONTACTS):
        for line, (label, value) in enumerate(zip(("Date", "Time", "Details"), (contact[0], "09:30", contact[1]), strict=True)):
            at = 780 - 120 * number - 24 * line
            canvas.drawString(40, at, f"{label}:")
            canvas.acroForm.textfield(name=f"{label}{number}", value=value, x=120, y=at - 5, width=300, height=18)
        canvas.acroForm.checkbox(name=f"seen{number}", checked=not number, x=120, y=at - 25, size=14)
        canvas.drawString(40, at - 22, "Child seen:")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_values_of_a_filled_form_are_read_beside_their_labels(turn):
    reading = read_bytes("form.pdf", changed(drawn(form), lambda page: page.rotate(turn, relative=False)))
    found = [(entry.date_edtf, entry.time, entry.text) for entry in entries(reading)]
    assert found == [("2017-04-03", "09:30", CONTACTS[0][1]), ("2017-04-05", "09:30", CONTACTS[1][1])]
    said = [cell for table in reading.tables for row in table.rows for cell in row.cells]
    assert sum("\u2612" in cell for cell in said) == 1
    assert sum(CONTACTS[0][1] in cell for cell in said) == 1


def test_a_field_in_a_cell_of_a_ruled_table_is_the_cell():
    def draw(canvas):
        for number, row in enumerate([("Date", "Event"), *CONTACTS]):
            for at, wide, words in zip((40, 160), (120, 300), row, strict=True):
                canvas.rect(at, 760 - 20 * number, wide, 20)
                if number:
                    name = f"{at}-{number}"
                    canvas.acroForm.textfield(name=name, value=words, x=at, y=760 - 20 * number, width=wide, height=20)
                else:
                    canvas.drawString(at + 4, 765, words)

    found = entries(read_bytes("form.pdf", drawn(draw)))
    assert [(entry.date_edtf, entry.text) for entry in found] == [
        ("2017-04-03", CONTACTS[0][1]),
        ("2017-04-05", CONTACTS[1][1]),
    ]
