"""Text files: their letters, known or guessed and then said so; what parts their cells; and how long they may be."""

import pytest

from dhr_desktop.importing import limits, problems
from dhr_desktop.importing.letters import decoded
from dhr_desktop.importing.read_text import delimiter_of
from dhr_desktop.importing.reading import read_bytes

_ENGLISH = "Date,Event\r\n14/03/2016,{}\r\n" + "15/03/2016,Telephone call to the school about attendance.\r\n" * 6
_POLISH = "Pani Wałęsa mówiła, że mąż był zły. Dziecko płakało, więc zadzwoniła do szkoły i do przychodni. " * 6
_TURKISH = "Ayşe eşinin k\u0131zd\u0131ğ\u0131n\u0131 söyledi. Çocuğun okula gittiğini öğretmeni doğrulad\u0131. " * 6
_GREEK = "\u0397 μητέρα είπε ότι το παιδί ήταν στο σχολείο όλη την ημέρα. " * 6


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16", "utf-32"])
@pytest.mark.parametrize("words", ["Home visit.", "家庭訪問。電話をかけた。"])
def test_wide_letters_are_read_with_their_mark_and_without(encoding, words):
    text = _ENGLISH.format(words)
    assert decoded("a.csv", text.encode(encoding)).text.lstrip("\ufeff") == text


def test_wide_letters_of_another_script_alone_are_read_without_a_mark():
    text = "それはあまりにも遠い意味を\n電話をかけた。\n"
    assert decoded("a.txt", text.encode("utf-16-le")).text == text


def test_a_stray_zero_in_plain_text_is_dropped():
    assert decoded("a.csv", b"a,b,c\n\0,2,3\n").text == "a,b,c\n,2,3\n"
    with pytest.raises(problems.NotThisKind):
        decoded("a.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 200)


@pytest.mark.parametrize(
    "name", ["José and Zoë Müller", "Søren Ångström", "François Lefèvre – “late”", "m² of floor, 38°C", "£5 or ½ hour"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_british_records_with_names_of_western_tongues_are_read_as_windows_wrote_them(name, encoding):
    letters = decoded("a.csv", _ENGLISH.format(name).encode(encoding))
    assert letters.text == _ENGLISH.format(name)
    assert not letters.remarks


@pytest.mark.parametrize(
    ("text", "encoding", "tongue"),
    [
        (_POLISH, "cp1250", "Central European"),
        (_TURKISH, "cp1254", "Turkish"),
        (_GREEK, "cp1253", "Greek"),
        (_GREEK, "iso8859_7", "Greek"),
        ("Мать сказала, что ребёнок был в школе весь день. " * 6, "koi8_r", "Cyrillic"),
        ("האם אמרה שהילד היה בבית הספר כל היום. " * 6, "cp1255", "Hebrew"),
        ("母亲说孩子整天都在学校。" * 6, "gb18030", "Chinese"),
    ],
)
def test_letters_that_had_to_be_guessed_are_said_to_be(text, encoding, tongue):
    letters = decoded("a.csv", text.encode(encoding))
    assert letters.text == text
    assert tongue in letters.remarks[0]
    reading = read_bytes("a.csv", f"Date,Event\n14/03/2016,{text}\n".encode(encoding))
    assert any("save it again as UTF-8" in problem for problem in reading.problems)


def test_a_french_record_is_not_taken_for_another_tongue():
    text = "La mère a déclaré que l'élève était à l'école toute la journée, où elle mangeait déjà. " * 6
    assert decoded("a.csv", text.encode("cp1252")).text == text
    assert not decoded("a.csv", text.encode("cp1252")).remarks


def test_a_web_page_is_read_in_the_letters_it_declares():
    page = f"<html><meta charset=windows-1250><table><tr><td>Date<td>Event<tr><td>1/2/2016<td>{_POLISH}</table></html>"
    reading = read_bytes("a.html", page.encode("cp1250"))
    assert reading.tables[0].rows[1].entry.text == _POLISH.strip()


@pytest.mark.parametrize(
    "notes",
    [
        "She said &quot;no&quot; &amp; left.",
        '"Rang; no reply; left message; will try again."',
        '"Rang; no reply, as ""ever""; left\nmessage; will try again."',
        "She said &#39;no&#39;; then rang; came back",
        "Seen in A&E; sent home; rang GP",
    ],
)
def test_semicolons_within_notes_part_nothing(notes):
    text = "Date,Notes\n" + "".join(f"{day}/03/2016,{notes}\n" for day in range(13, 20))
    assert delimiter_of(text) == ","
    assert read_bytes("a.csv", text.encode()).counts.imported == 7


@pytest.mark.parametrize("mark", [";", "|", "\t"])
def test_commas_within_notes_part_nothing_where_the_headings_are_parted_by_something_else(mark):
    rows = (f"{day}/03/2016{mark}Mother, father, and child seen, all well\n" for day in range(13, 20))
    assert delimiter_of(f"Chronology, Smith family\n\nDate{mark}Notes\n" + "".join(rows)) == mark


def test_signs_of_a_web_page_stay_whole_where_semicolons_part_the_cells():
    text = "Date;Notes\n" + "".join(f"{day}/03/2016;Said &quot;no&quot; &amp; left A&E\n" for day in range(13, 20))
    reading = read_bytes("a.csv", text.encode())
    assert reading.tables[0].rows[1].cells == ("13/03/2016", "Said &quot;no&quot; &amp; left A&E")


def test_a_first_line_that_tells_excel_what_parts_the_cells_is_believed():
    text = "sep=;\nDate;Notes\n" + "".join(f"{day}/03/2016;a, b, c, d\n" for day in range(13, 20))
    assert delimiter_of(text) == ";"
    assert read_bytes("a.csv", text.encode()).counts.imported == 7


def test_a_text_longer_than_any_chronology_is_refused_as_a_workbook_is():
    with pytest.raises(problems.TooLarge, match="goes on past row 300,000"):
        read_bytes("a.csv", b"n\n" + b"1\n" * (limits.MOST_ROWS + 1))


def test_a_web_page_in_wide_letters_without_a_mark_and_one_with_stray_zeros_are_read():
    page = "<html><table><tr><td>Date<td>Event<tr><td>1/2/2016<td>Visit \U00010330</table></html>"
    assert read_bytes("a.html", page.encode("utf-16-be")).tables[0].rows[1].entry.text == "Visit \U00010330"
    assert read_bytes("a.html", page.encode().replace(b"Visit", b"Vi\0sit")).counts.imported == 1
