"""The family picture as a file and as a figure: real names, or what stands for them and no year of birth."""

import pytest

from dhr_desktop.domain.editions import EDITIONS, PANEL, Naming
from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.domain.relations import Ending, Relation, RelationKind
from dhr_desktop.domain.ties import Stay
from dhr_desktop.family import kinship
from dhr_desktop.report import overview
from dhr_desktop.report.genogram import FamilyOrder, family_file
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf, words_of_png, words_of_svg
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf
from dhr_desktop.store import people
from dhr_desktop.store.kinship import RELATIONS

READERS = {"png": words_of_png, "svg": words_of_svg}
REAL = next(edition for edition in EDITIONS.values() if edition.naming is Naming.REAL)


@pytest.fixture
def related(review):
    with review.journal.step("Enter a family"):
        one = people.add(review, Person(0, "Zelda Quill", Role.VICTIM, "Ada", born="1987-08-14", sex=Sex.FEMALE))
        two = people.add(review, Person(0, "Yorick Quill", Role.PERPETRATOR, "Bo", born="1984", sex=Sex.MALE))
        ended = ("2012", "2016-10", Ending.SEPARATED)
        RELATIONS.add(review, Relation(0, one.id, RelationKind.MARRIED, two.id, *ended))
    return review


@pytest.mark.parametrize("form", list(READERS))
def test_under_pseudonyms_no_name_and_no_year_of_birth_is_in_the_file(related, form):
    made = family_file(related, FamilyOrder(PANEL, form))
    words = READERS[form](made.data)
    assert "Ada" in words
    assert not any(each in words for each in ("Zelda", "Yorick", "Quill", "1987", "1984"))


@pytest.mark.parametrize("form", list(READERS))
@pytest.mark.parametrize(("edition", "stands"), [(PANEL, False), (REAL, True)])
def test_a_household_that_is_named_by_where_it_is_is_so_named_under_real_names_alone(related, form, edition, stands):
    for person in people.listing(related):
        kinship.move_in(related, Stay(0, person.id, "9 Kestrel Parade"))
    made = READERS[form](family_file(related, FamilyOrder(edition, form)).data)
    assert ("Kestrel Parade" in made) is stands
    assert ("Household" in made) is not stands


@pytest.mark.parametrize("form", list(READERS))
@pytest.mark.parametrize("edition", [PANEL, REAL])
def test_the_picture_says_which_names_it_has(related, form, edition):
    assert f"{edition.name} · {edition.naming.value}" in READERS[form](
        family_file(related, FamilyOrder(edition, form)).data
    )


@pytest.mark.parametrize("form", list(READERS))
def test_under_real_names_the_file_tells_years_and_separation(related, form):
    words = READERS[form](family_file(related, FamilyOrder(REAL, form)).data)
    assert "Zelda Quill" in words
    assert "1987" in words
    assert "separated October 2016" in words


@pytest.mark.parametrize(("render", "read"), [(to_docx, words_of_docx), (to_pdf, words_of_pdf)])
def test_the_report_shows_the_family_with_its_words(related, render, read):
    words = " ".join(read(render(overview.build(related, PANEL))).split())
    assert "The figure below shows the family." in words
    assert "A family picture with 2 people." in words
