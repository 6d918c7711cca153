"""A register of people read from a CSV file."""

import pytest

from dhr_desktop.domain.people import FormKind, NameForm, Role
from dhr_desktop.family.register_file import RegisterUnreadable, kind_of, read_register

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
