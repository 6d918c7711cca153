"""A register of people read from a CSV file."""

import pytest

from dhr_desktop.domain.identifiers import IdentifierKind
from dhr_desktop.domain.people import FormKind, NameForm, Role, Sex
from dhr_desktop.family.register_file import RegisterUnreadable, kind_of, read_all, read_register

REGISTER = """\ufeffName,Role,Relationship,Pseudonym,Other forms
Kayleigh Anne Drewitt,victim,mother of two,Claire,Kay; Kayleigh; Mrs Drewitt; KD; DREWITT Kayleigh
,,,,
Sarah Petherbridge,professional,GP,GP 1,
"""


def test_each_named_row_is_one_person_with_every_form():
    claire, doctor = read_register(REGISTER.encode())
    assert (claire.real_name, claire.role, claire.pseudonym) == ("Kayleigh Anne Drewitt", Role.VICTIM, "Claire")
    assert NameForm("KD", FormKind.INITIALS) in claire.forms
    assert doctor.role is Role.PROFESSIONAL
    assert doctor.forms == ()


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("K.D.", FormKind.INITIALS),
        ("Mrs K Drewitt", FormKind.TITLED),
        ("kayleigh", FormKind.FIRST),
        ("Drewitt", FormKind.SURNAME),
        ("DREWITT, Kayleigh", FormKind.FULL),
        ("Kayls", FormKind.NICKNAME),
    ],
)
def test_the_kind_of_a_form_is_judged_by_its_shape(form, kind):
    assert kind_of(form, "Kayleigh Anne Drewitt") is kind


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"Surname,First\nA,B\n"])
def test_a_file_without_people_is_refused_in_words(data):
    with pytest.raises(RegisterUnreadable, match="Save it as CSV"):
        read_register(data)


FULL = """Name,Role,Born,Died,Sex,Telephone,NHS number,Vehicle,Agency,Background,Other forms
Kayleigh Drewitt,victim,14/08/1987,2018-11-09,F,07700 900417; 07700 900682,\
483 219 7751,LB01 PNX,,White,Kaylee (misspelling); AV (label of the records)
Dean Drewitt,alleged perpetrator,1984,,male,,,,,,
Hannah Osgathorpe,police officer,,,,,,,Ravenshire Constabulary,,
"""


def test_dates_sex_agency_and_identifiers_are_read_by_their_headings():
    claire, dean, officer = read_all(FULL.encode())
    assert (claire.person.born, claire.person.died, claire.person.sex) == ("1987-08-14", "2018-11-09", Sex.FEMALE)
    assert [(each.kind, each.value) for each in claire.identifiers] == [
        (IdentifierKind.PHONE, "07700 900417"),
        (IdentifierKind.PHONE, "07700 900682"),
        (IdentifierKind.NHS_NUMBER, "483 219 7751"),
        (IdentifierKind.REGISTRATION, "LB01 PNX"),
    ]
    assert claire.person.forms == (NameForm("Kaylee", FormKind.MISSPELLING), NameForm("AV", FormKind.LABEL))
    assert (dean.person.role, dean.person.alleged) == (Role.PERPETRATOR, True)
    assert (officer.person.role, officer.agency) == (Role.PROFESSIONAL, "Ravenshire Constabulary")
